"""Under the keyboard alone: search, rows, help, the picture, the theme. Letters also under a Persian layout."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Manner, Tab, Tabs


@pytest.fixture(params=["en", "fa"])
def tab(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Tab]:
    opened = tabs.fresh(Manner(request.param))
    yield opened
    assert opened.faults == []
    opened.page.context.close()


def focused(page: Any, what: str) -> Any:
    return page.evaluate(f"(() => {{ const e = document.activeElement; return {what}; }})()")


def shown(page: Any) -> tuple[str, str]:
    first, last = page.evaluate("(() => { const d = document.querySelector('[data-picture] svg').dataset; return [d.first, d.last]; })()")
    return first, last


def changed(page: Any, before: tuple[str, str]) -> tuple[str, str]:
    """The window once the picture shows another."""
    test = "([a, b]) => { const d = document.querySelector('[data-picture] svg')?.dataset; return d && (d.first !== a || d.last !== b); }"
    page.wait_for_function(test, arg=list(before))
    return shown(page)


def test_slash_goes_to_the_search_and_letters_are_written_there(tab: Tab) -> None:
    page = tab.open("/timeline")
    page.keyboard.press("/")
    assert focused(page, "e.matches('[data-search]')")
    page.keyboard.type("jk?")
    assert focused(page, "e.value") == "jk?"
    page.keyboard.press("Escape")
    assert focused(page, "e.matches('[data-search]')") is False


def test_j_and_k_walk_the_rows_and_enter_opens_one(tab: Tab) -> None:
    page = tab.open("/timeline")
    places = []
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
        places.append(focused(page, "[...document.querySelectorAll('[data-row]')].findIndex((r) => r.contains(e))"))
    assert places == [0, 1, 2, 1]
    leads = focused(page, "e.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: leads.split("?")[0] in address)


def test_letters_go_by_their_place_on_the_keyboard(tab: Tab) -> None:
    """Under a Persian layout the key J writes «ت»."""
    page = tab.open("/timeline")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true, cancelable: true}))")
    assert focused(page, "!!e.closest('[data-row]')")


def test_question_mark_tells_the_keys(tab: Tab) -> None:
    page = tab.open("/")
    page.keyboard.press("?")
    assert page.locator("dialog[data-help]").evaluate("d => d.open")
    page.keyboard.press("j")
    assert page.locator("dialog[data-help]").evaluate(
        "d => d.open && d.contains(document.activeElement) || document.activeElement === document.body"
    )
    page.keyboard.press("Escape")
    assert page.locator("dialog[data-help]").evaluate("d => d.open") is False


def test_theme_is_switched_and_kept(tab: Tab) -> None:
    page = tab.open("/")
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.keyboard.press("t")
    assert page.evaluate(ground) != before
    after = page.evaluate(ground)
    tab.open("/timeline")
    assert page.evaluate(ground) == after


def test_the_skip_link_comes_first_and_leads_to_the_content(tab: Tab) -> None:
    page = tab.open("/timeline")
    page.keyboard.press("Tab")
    assert focused(page, "e.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    assert focused(page, "e.tagName") == "MAIN" or "#" in page.url


def test_everything_that_can_be_pressed_is_seen_when_it_has_the_keyboard(tab: Tab) -> None:
    page = tab.open("/")
    for _ in range(25):
        page.keyboard.press("Tab")
        told = focused(
            page,
            "e === document.body || (() => { const s = getComputedStyle(e); const f = e.querySelector?.('.field');"
            " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' || (f && getComputedStyle(f).stroke !== 'none'); })()",
        )
        assert told, focused(page, "e.outerHTML.slice(0, 200)")


def test_picture_is_zoomed_and_panned_by_keys_and_the_address_follows(tab: Tab) -> None:
    page = tab.open("/timeline")
    before = shown(page)
    page.locator("[data-picture]").focus()
    page.keyboard.press("+")
    nearer = changed(page, before)
    assert nearer > before[:1]
    assert f"since={nearer[0]}" in page.url
    assert f"until={nearer[1]}" in page.url
    side = -1 if tab.manner.language == "fa" else 1
    page.keyboard.press("ArrowRight")
    moved = changed(page, nearer)
    assert (moved[0] > nearer[0]) is (side > 0)
    page.go_back()
    changed(page, moved)
    assert shown(page) == nearer
    page.reload()
    assert shown(page) == nearer


def test_one_tab_leads_into_the_picture_and_arrows_from_mark_to_mark(tab: Tab) -> None:
    page = tab.open("/timeline")
    page.locator("[data-picture]").focus()
    page.keyboard.press("Tab")
    assert focused(page, "!!e.closest('svg.drawn')")
    x = "e.querySelector('.mark').getBoundingClientRect().x"
    page.keyboard.press("Home")
    at = focused(page, x)
    page.keyboard.press("ArrowLeft" if tab.manner.language == "fa" else "ArrowRight")
    assert (focused(page, x) > at) is (tab.manner.language == "en")
    page.keyboard.press("Tab")
    assert focused(page, "!e.closest('svg.drawn')")
