"""The timeline under the pointer, at size, and as a file of its own."""

from pathlib import Path
from typing import Any

import pytest
from browsing import Manner, Tabs
from made_record import fill_with_many
from serving import served
from test_browser_keys import changed, shown

FIRST_PAINT = 3.0  # seconds: three times what bench/web_paint.py is held to, for machines that do other things as well


def middle(page: Any) -> tuple[float, float]:
    box = page.locator("[data-picture] svg").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + 60


def days(window: tuple[str, str]) -> int:
    from datetime import date

    return (date.fromisoformat(window[1]) - date.fromisoformat(window[0])).days


@pytest.mark.parametrize("language", ["fa", "en"])
def test_wheel_zooms_with_control_and_scrolls_without(tabs: Tabs, language: str) -> None:
    tab = tabs.get(Manner(language))
    page = tab.open("/timeline")
    before = shown(page)
    page.mouse.move(*middle(page))
    page.mouse.wheel(0, 40)
    page.wait_for_timeout(400)
    assert shown(page) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    nearer = changed(page, before)
    assert days(nearer) < days(before)
    assert tab.faults == []


@pytest.mark.parametrize("language", ["fa", "en"])
def test_dragging_moves_the_days_with_the_hand(tabs: Tabs, language: str) -> None:
    tab = tabs.get(Manner(language))
    page = tab.open("/timeline")
    before = shown(page)
    x, y = middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y, steps=4)
    page.mouse.up()
    after = changed(page, before)
    assert days(after) == days(before)
    assert (after[0] < before[0]) is (language == "en")


@pytest.mark.parametrize(("button", "check"), [("in", "<"), ("out", ">"), ("earlier", "e"), ("later", "l")])
def test_buttons_do_with_scripts_what_their_links_do_without(tabs: Tabs, button: str, check: str) -> None:
    found = []
    for script in (True, False):
        page = tabs.get(Manner("en", script=script)).open("/timeline")
        before = shown_without(page)
        page.locator(f"a[data-zoom={button}]").first.click()
        if script:
            changed(page, before)
        found.append(shown_without(page))
    before_days, after = days(before), found[0]
    assert found[0] == found[1]
    assert {"<": days(after) < before_days, ">": days(after) > before_days, "e": after < before, "l": after > before}[check]


def shown_without(page: Any) -> tuple[str, str]:
    svg = page.locator("[data-picture] svg")
    return svg.get_attribute("data-first"), svg.get_attribute("data-last")


def test_a_filter_narrows_without_loading_the_page_and_the_way_back_widens_again(tabs: Tabs) -> None:
    tab = tabs.fresh(Manner("en"))
    page = tab.open("/timeline")
    page.evaluate("window.same = true")
    before = page.locator("[data-picture] svg").get_attribute("data-shown")
    page.locator("form.narrow input[type=checkbox][value=visit]").check()
    page.wait_for_url(lambda address: "kind=visit" in address)
    page.wait_for_function("(n) => document.querySelector('[data-picture] svg').dataset.shown !== n", arg=before)
    assert page.evaluate("window.same")
    assert "=&" not in page.url, "fields left empty are no part of the address"
    assert page.locator("svg .k-visit.mark").count() > 3
    assert page.locator("a.entry .k-call").count() == 0
    page.locator("[data-picture]").focus()
    page.keyboard.press("+")
    page.wait_for_url(lambda address: "since=20" in address and "kind=visit" in address)
    page.go_back()
    page.wait_for_url(lambda address: "since=20" not in address and "kind=visit" in address)
    page.go_back()
    page.wait_for_url(lambda address: "kind=visit" not in address)
    page.wait_for_function("(n) => document.querySelector('[data-picture] svg').dataset.shown === n", arg=before)
    assert tab.faults == []
    page.context.close()


def test_the_axis_changes_its_calendar(tabs: Tabs) -> None:
    page = tabs.get(Manner("en")).open("/timeline?calendar=jalali")
    assert "Farvardin" in (page.locator("[data-picture] svg").text_content() or "")
    page.locator("a[data-calendar]").first.click()
    page.wait_for_url(lambda address: "calendar=jalali" not in address)
    assert page.locator("[data-picture] svg").get_attribute("data-calendar") == "gregorian"


@pytest.mark.parametrize("width", [390, 1400, 3600])
def test_picture_is_as_wide_as_its_place_and_is_asked_for_once(tabs: Tabs, width: int) -> None:
    tab = tabs.fresh(Manner("fa", width=width))
    asked: list[str] = []
    tab.page.on("request", lambda r: asked.append(r.url) if "width=" in r.url else None)
    page = tab.open("/timeline")
    page.wait_for_timeout(700)
    box, svg = page.evaluate(
        "[document.querySelector('[data-picture]').clientWidth, document.querySelector('[data-picture] svg').clientWidth]"
    )
    assert svg <= box
    assert box - svg <= 40 or svg == 2400
    assert len(asked) <= 1
    assert tab.sticks_out() == []
    tab.open("/timeline")
    page.wait_for_timeout(300)
    assert len(asked) <= 1 or width > 2400, "the next page comes in the right width at once"
    page.context.close()


def test_picture_as_a_file_looks_the_same_without_the_page(tabs: Tabs, tmp_path: Path) -> None:
    page = tabs.fresh(Manner("en")).page
    answer = page.context.request.get(f"{tabs.site}/timeline.svg?lang=fa")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    file = tmp_path / "timeline.svg"
    file.write_bytes(answer.body())
    page.goto(file.as_uri())
    fills = page.evaluate("[...new Set([...document.querySelectorAll('.mark .shape')].map((e) => getComputedStyle(e).fill))]")
    assert len(fills) > 5
    page.context.close()


def test_twenty_thousand_entries_are_painted_soon(chromium: Any, tmp_path: Path) -> None:
    record = tmp_path / "many.db"
    fill_with_many(record, 20_000)
    with served(record) as site:
        tabs = Tabs(chromium, site)
        painted = [first_paint(tabs) for _ in range(3)]
        tabs.close()
    assert min(painted) < FIRST_PAINT, painted


def first_paint(tabs: Tabs) -> float:
    """Seconds from asking for the timeline to its first paint with content."""
    tab = tabs.fresh(Manner("fa"))
    page = tab.open("/timeline")
    assert page.locator("svg.counts a.bin").count() > 50
    found: float = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.context.close()
    return found / 1000
