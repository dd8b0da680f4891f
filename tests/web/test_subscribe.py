"""Atom and iCalendar of a question: as their standards want them, stable, and honest about dates."""

from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from didar.web.subscribe import Feed, write_atom, write_calendar

ATOM = "{http://www.w3.org/2005/Atom}"
EVIL = 'x</title><script>1</script>&"\u202e\x07\nEND:VCALENDAR'


def make_feed(**more: Any) -> Feed:
    told: dict[str, Any] = {
        "title": "Iran and Iraq",
        "address": "https://here.example/feed.atom?party=IRN",
        "page": "https://here.example/",
    }
    told |= {"language": "en", "updated": datetime(2025, 3, 1, 9, 30, tzinfo=UTC), "entry": lambda i: f"https://here.example/entry/{i}"}
    return Feed(**{**told, **more})


def make_line(**more: Any) -> dict[str, Any]:
    line = {"id": "e1", "date": "2024-06-01", "date_basis": "stated", "told": "2024-05-30", "kind": "meeting", "status": "held"}
    return {**line, "parties": ["IRN", "IRQ"], "people": [{"name": "ن. ن."}], "place": None, "disputed": [], "independent": 2, **more}


def events(lines: list[dict[str, Any]], **more: Any) -> list[Any]:
    return list(Calendar.from_ical(write_calendar(lines, feed=make_feed(**more))).walk("VEVENT"))


def entries(lines: list[dict[str, Any]], **more: Any) -> list[ElementTree.Element]:
    return ElementTree.fromstring(write_atom(lines, feed=make_feed(**more))).findall(f"{ATOM}entry")


def text(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def test_feed_has_all_that_the_standard_asks_for() -> None:
    root = ElementTree.fromstring(write_atom([make_line(), make_line(id="e2")], feed=make_feed()))
    for parent in (root, *root.findall(f"{ATOM}entry")):
        assert [len(parent.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Didar"
    ids = [text(e, "id") for e in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == 2
    assert all(i.startswith("urn:uuid:") for i in ids)
    assert text(root.findall(f"{ATOM}entry")[0], "updated") == "2024-05-30T00:00:00Z"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"changed": "2024-06-02T10:00:00+03:30"}, "2024-06-02T06:30:00Z"),
        ({"told": None}, "2025-03-01T09:30:00Z"),
        ({"told": "not a day"}, "2025-03-01T09:30:00Z"),
    ],
    ids=["the last report", "no report has a day", "a day that is none"],
)
def test_time_of_an_entry(more: dict[str, Any], expected: str) -> None:
    assert text(entries([make_line(**more)])[0], "updated") == expected


def test_ids_stay_and_two_records_do_not_share_them() -> None:
    again, other = events([make_line()]), events([make_line(date="2024-06-05", status="called_off")])
    assert again[0]["UID"] == other[0]["UID"]
    assert events([make_line()], record="another")[0]["UID"] != again[0]["UID"]
    assert text(entries([make_line()])[0], "id") == f"urn:uuid:{again[0]['UID']}"


@pytest.mark.parametrize(
    ("more", "first", "end", "sure", "words"),
    [
        pytest.param({}, date(2024, 6, 1), date(2024, 6, 2), True, "1 June 2024", id="a day"),
        pytest.param(
            {"kind": "visit", "date": "2024-06-01/2024-06-03"}, date(2024, 6, 1), date(2024, 6, 4), True, "1 to 3 June", id="a visit"
        ),
        pytest.param({"date": "2024-06-01/2024-06-03"}, date(2024, 6, 1), date(2024, 6, 4), False, "one of these days", id="one of three"),
        pytest.param({"date_basis": "assumed"}, date(2024, 6, 1), date(2024, 6, 2), False, "assumed from the publication", id="assumed"),
    ],
)
def test_days_of_an_event(more: dict[str, Any], first: date, end: date, sure: bool, words: str) -> None:
    (event,) = events([make_line(**more)])
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, end)
    assert event["SUMMARY"].startswith("≈") is not sure
    assert words in event["DESCRIPTION"]
    assert words in text(entries([make_line(**more)])[0], "summary")


@pytest.mark.parametrize("day", [None, "2024", "2024-01-01/2024-03-01", "nonsense"])
def test_what_has_no_day_is_in_the_feed_but_not_in_the_calendar(day: str | None) -> None:
    assert events([make_line(date=day)]) == []
    assert len(entries([make_line(date=day)])) == 1


@pytest.mark.parametrize(
    ("status", "expected"), [("held", "CONFIRMED"), ("planned", "TENTATIVE"), ("called_off", "CANCELLED"), ("denied", "CANCELLED")]
)
def test_status_of_an_event(status: str, expected: str) -> None:
    assert events([make_line(status=status)])[0]["STATUS"] == expected


def test_persian_feed() -> None:
    names = {"IRN": "ایران", "IRQ": "عراق"}
    entry = entries([make_line(status="planned")], language="fa", party=names.get)[0]
    assert text(entry, "title") == "دیدار (برنامه‌ریزی‌شده): ایران، عراق"
    assert text(entry, "summary").startswith("۱۲ خرداد ۱۴۰۳")
    (event,) = events([make_line()], language="fa", party=names.get)
    assert event["SUMMARY"] == "دیدار: ایران، عراق"


def test_foreign_text_cannot_break_out() -> None:
    line = make_line(place={"name": EVIL, "country": None}, people=[{"name": EVIL}], parties=[EVIL])
    (entry,) = entries([line], title=EVIL)
    assert list(entry.iter("script")) == []
    assert "⟨U+202E⟩" in text(entry, "title")
    (event,) = events([line], title=EVIL)
    assert "⟨U+202E⟩" in event["LOCATION"]
    lines = write_calendar([line], feed=make_feed(title=EVIL)).split("\r\n")
    assert lines.count("END:VCALENDAR") == 1
    assert all(len(row.encode()) <= 75 for row in lines)
