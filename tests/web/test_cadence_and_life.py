"""The cadence of a pair and the life line of an agreement."""

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest

from didar.terms import Calendar
from didar.web.pictures import Link, alone, draw_cadence, draw_life

SVG = "{http://www.w3.org/2000/svg}"
LINK = Link(entry=lambda i: f"/article/{i}", window=lambda w, _: f"?since={w.first}&until={w.last}")
TODAY = date(2025, 3, 1)


def cadence(days: list[tuple[int, str]], **more: Any) -> ElementTree.Element:
    asked = {"today": TODAY, "calendar": Calendar.JALALI, "language": "en", "width": 900, "link": LINK, **more}
    return ElementTree.fromstring(alone(draw_cadence(days, **asked)))


def titles(svg: ElementTree.Element) -> list[str]:
    return [t.text or "" for t in svg.iter(f"{SVG}title")]


def at(day: str) -> int:
    return date.fromisoformat(day).toordinal()


DAYS = [(at("2024-03-19"), "meeting"), (at("2024-03-20"), "call"), (at("2024-03-21"), "meeting"), (at("2024-06-21"), "visit")]


def test_quarters_are_those_of_the_calendar() -> None:
    assert titles(cadence(DAYS)) == [
        "Dey to Esfand 1402 · in all 1: meeting 1",
        "Farvardin to Khordad 1403 · in all 2: call 1, meeting 1",
        "Tir to Shahrivar 1403 · in all 1: visit 1",
    ]
    gregorian = titles(cadence(DAYS, calendar=Calendar.GREGORIAN))
    assert gregorian[0] == "January to March 2024 · in all 3: meeting 2, call 1"


def test_a_column_leads_to_its_quarter() -> None:
    first = next(a for a in cadence(DAYS).iter(f"{SVG}a"))
    assert first.get("href") == "?since=2023-12-22&until=2024-03-19"


def test_the_days_to_come_are_not_counted() -> None:
    assert titles(cadence([(at("2025-04-01"), "meeting")])) == []
    assert titles(cadence([])) == []


def test_many_years_are_told_year_by_year() -> None:
    found = titles(cadence([(at(f"{year}-06-01"), "meeting") for year in range(1990, 2025)], language="fa"))
    assert found[0] == "۱۳۶۹ · روی هم ۱: دیدار ۱"
    assert len(found) == 35


def stage(name: str, day: str | None, status: str = "reported", told: int = 0) -> dict[str, Any]:
    return {"stage": name, "status": status, "date": day, "article": f"a-{name}", "told": told}


STAGES = [
    stage("signed", "2022-05-03"),
    stage("approved", "2022-11"),
    stage("in_force", None, told=at("2023-02-01")),
    stage("implemented", "2024-01-01", "called_for"),
    stage("suspended", "2024-09-09"),
]


def life(stages: list[dict[str, Any]], **more: Any) -> ElementTree.Element:
    asked = {"today": TODAY, "calendar": Calendar.GREGORIAN, "language": "en", "width": 900, "link": LINK, **more}
    return ElementTree.fromstring(alone(draw_life(stages, **asked)))


def test_each_stage_is_told_with_its_day_and_leads_to_its_article() -> None:
    svg = life(STAGES)
    assert titles(svg) == [
        "signed · reported · 3 May 2022",
        "approved · reported · November 2022",
        "in force · reported · no date (first told 1 February 2023)",
        "carried out · called for · 1 January 2024",
        "suspended · reported · 9 September 2024",
    ]
    assert next(a.get("href") for a in svg.iter(f"{SVG}a")) == "/article/a-signed"


def test_only_what_is_reported_is_joined() -> None:
    thread = next(p for p in life(STAGES).iter(f"{SVG}path") if p.get("class") == "thread")
    assert len(re.findall("[ML]", thread.get("d") or "")) == 4


@pytest.mark.parametrize("stages", [[], [stage("signed", None)]], ids=["nothing told", "a stage without any day"])
def test_no_day_no_mark(stages: list[dict[str, Any]]) -> None:
    assert titles(life(stages)) == []
    assert "Nothing is recorded" in "".join(life(stages).itertext())
