"""Correcting and judging in the browser, behind the token: by forms alone and by keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Manner, Tab, Tabs
from serving import TOKEN, served
from sorts import ask, find_paths


@pytest.fixture
def writable(chromium: Any, record: Path, tmp_path: Path) -> Iterator[Tabs]:
    """A copy of the record that may be changed."""
    copy = tmp_path / "copy.db"
    shutil.copy(record, copy)
    with served(copy, write=True, token=TOKEN) as site:
        tabs = Tabs(chromium, site)
        yield tabs
        tabs.close()


def sign_in(tab: Tab) -> Any:
    page = tab.open("/login")
    page.fill("input[name=token]", TOKEN)
    page.fill("input[name=person]", "آزمایشگر")
    page.click("main form button")
    page.wait_for_load_state("load")
    return page


def test_pairs_are_judged_by_keyboard_and_it_is_kept(writable: Tabs) -> None:
    tab = writable.get(Manner("fa"))
    sign_in(tab)
    waiting = len(ask(writable.site, "/unsure.json")["rows"])
    assert waiting > 0
    page = tab.open("/unsure")
    with page.expect_navigation():
        page.keyboard.press("d")
    assert len(ask(writable.site, "/unsure.json")["rows"]) == waiting - 1
    changes = ask(writable.site, "/changes.json")["rows"]
    assert [(c["action"], c["author"]) for c in changes] == [("judge", "آزمایشگر")]
    assert tab.faults == []


def test_keys_judge_nothing_for_who_has_not_signed_in(writable: Tabs) -> None:
    page = writable.get(Manner("en")).open("/unsure")
    for key in ("s", "d"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert ask(writable.site, "/changes.json")["rows"] == []


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_wrong_date_is_corrected(writable: Tabs, script: bool) -> None:
    """From the first page by somebody who has not signed in yet."""
    tab = writable.fresh(Manner("en", script=script))
    page = tab.open("/")
    entry = ask(writable.site, "/home.json")["latest"][0]
    page.locator("main .short-entry").first.click()
    page.locator(".entry-head a[href='#correct']").click()
    page.locator("main a[href*='/login']").click()
    page.fill("input[name=token]", TOKEN)
    page.fill("input[name=person]", "آزمایشگر")
    page.click("main form button")
    page.wait_for_load_state("load")
    assert f"/entry/{entry['id']}" in page.url, "who has signed in comes back to the entry"
    for closed in page.locator("details:not([open]):has(form) > summary").all():
        closed.click()
    form = page.locator("form[action*='/correct']")
    form.locator("select[name=field]").select_option("date")
    form.locator("input[name=value]").fill("1403-12-07")
    form.locator("input[name=because]").fill("the article says so")
    form.locator("button").click()
    page.wait_for_load_state("load")
    assert ask(writable.site, f"/entry/{entry['id']}.json")["date"] == "2025-02-25"
    assert "25 February 2025" in page.locator("main").inner_text()


@pytest.mark.parametrize("manner", [Manner("fa", dark=True, axe=True), Manner("en", width=390, axe=True)], ids=str)
def test_pages_of_who_may_correct_are_open_to_everybody(writable: Tabs, manner: Manner) -> None:
    tab = writable.get(manner)
    tab.open("/login")
    assert tab.axe() == []
    sign_in(tab)
    paths = find_paths(writable.site)
    for sort in ("entry", "unsure", "changes"):
        page = tab.open(paths[sort])
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert tab.axe() == [], sort
        assert tab.sticks_out() == [], sort
        assert tab.faults == [], sort
