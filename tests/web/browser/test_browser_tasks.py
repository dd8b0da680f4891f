"""What analysts come for, each from the first page by what can be seen and pressed there."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Manner, Tab, Tabs
from sorts import ask


@pytest.fixture(params=["fa", "en"])
def tab(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Tab]:
    opened = tabs.fresh(Manner(request.param))
    opened.open("/")
    yield opened
    assert opened.faults == []
    opened.page.context.close()


def go(page: Any, path: str) -> None:
    """Presses what leads to a page from the menu or from the page itself."""
    with page.expect_navigation():
        page.locator(f"a[href^='{path}']:visible").first.click()


def narrow(page: Any, *fields: tuple[str, str]) -> None:
    """Fills in the column of filters, of fields that are there several times the next empty one; the page follows each change."""
    for details in page.locator("aside details:not([open]) > summary:visible").all():
        details.click()
    for name, value in fields:
        field = next(f for f in page.locator(f"form.narrow [name={name}]").all() if not f.input_value())
        before = page.url
        field.fill(value)
        field.press("Tab")
        page.wait_for_url(lambda address, before=before: address != before)
        page.wait_for_load_state("networkidle")


def tick(page: Any, name: str, value: str) -> None:
    """Ticks a box of the column of filters; the page follows."""
    page.locator(f"form.narrow input[name={name}][value={value}]").check()
    page.wait_for_url(lambda address: f"{name}={value}" in address)
    page.wait_for_load_state("networkidle")


def test_the_last_meetings_of_two_ministers_and_their_topics(tab: Tab) -> None:
    page = tab.page
    go(page, "/timeline")
    narrow(page, ("person", "سپهری"), ("person", "الجبوری"))
    tick(page, "kind", "meeting")
    tick(page, "status", "held")
    rows = page.locator("main tbody [data-row]")
    assert rows.count() >= 3
    days = [d.get_attribute("datetime") for d in rows.locator("time[datetime]").all()]
    assert days == sorted(days, reverse=True), "the newest first"
    for row in rows.all()[:3]:
        people = row.locator(".people").inner_text()
        assert "سپهری" in people
        assert "الجبوری" in people
        assert row.locator(".topic").count() > 0


def test_what_one_side_said_about_another_in_a_month(tab: Tab) -> None:
    page = tab.page
    go(page, "/statements")
    narrow(page, ("by", "ایران"), ("on", "ارمنستان"), ("since", "1404-02"), ("until", "1404-02"))
    said = page.locator("main blockquote")
    assert said.count() >= 1
    days = [t.get_attribute("datetime") or "" for t in said.locator("time[datetime]").all()]
    assert days
    assert all("2025-04-21" <= d <= "2025-05-21" for d in days)
    assert all(said.nth(n).locator("a[href*='/article']").count() for n in range(said.count())), "each leads to its article"


def test_which_announced_visits_were_never_told_of_again(tab: Tab) -> None:
    page = tab.page
    go(page, "/audit/unreported")
    page.locator("main form input[name=kind][value=visit]").check()
    with page.expect_navigation():
        page.locator("main form button").click()
    rows = page.locator("main [data-row]")
    told = ask(tab.site, "/audit/unreported.json?kind=visit")["rows"]
    assert told
    assert {r["line"]["kind"] for r in told} == {"visit"}
    assert rows.count() == len(told)
    with page.expect_navigation():
        rows.first.locator("[data-open]").click()
    assert "/entry/" in page.url


def test_a_table_is_taken_into_a_spreadsheet(tab: Tab) -> None:
    page = tab.page
    go(page, "/timeline")
    tick(page, "kind", "call")
    with page.expect_download() as loading:
        page.locator("main .take").click()
    assert loading.value.suggested_filename.endswith(".csv")
    text = loading.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["kind"] for row in rows} == {"call"}
    assert len(rows) == len(ask(tab.site, "/timeline.json?kind=call&limit=5000")["rows"])


def test_a_question_is_subscribed_to_and_its_picture_kept(tab: Tab) -> None:
    page = tab.page
    go(page, "/timeline")
    addresses = {x: page.locator(f"footer a[href*='.{x}']").get_attribute("href") for x in ("svg", "atom", "ics")}
    heads = {"svg": "<?xml", "atom": "<?xml", "ics": "BEGIN:VCALENDAR"}
    for suffix, address in addresses.items():
        answer = page.context.request.get(tab.site + address)
        assert answer.status == 200
        assert answer.text().startswith(heads[suffix])
