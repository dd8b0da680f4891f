"""The timeline as SVG: well formed, calendar by calendar, honest about what is not known, and safe."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from didar.pack import Pack
from didar.terms import Calendar, EngagementKind, Status
from didar.web.pictures import MOST_MARKS, Link, Window, alone, draw_counts, draw_timeline, fit_window
from didar.web.pictures.axis import Scale, starts, step_for, ticks
from didar.web.pictures.counts import bins
from didar.web.pictures.lanes import lay_in_lanes
from didar.web.pictures.names import days_name, month_name, name
from didar.web.pictures.spells import spell_of

SVG = "{http://www.w3.org/2000/svg}"
LINK = Link(entry=lambda i: f"/entry/{i}", window=lambda w, k: f"/timeline?since={w.first}&until={w.last}&kind={k}")
YEAR = Window(date(2024, 3, 20), date(2025, 3, 20))


def make_line(number: int = 1, **more: Any) -> dict[str, Any]:
    line = {"id": f"e{number}", "date": "2024-06-01", "date_basis": "stated", "told": "2024-06-01", "kind": "meeting", "status": "held"}
    return {**line, "parties": ["IRN", "IRQ"], "people": [], "place": None, "disputed": [], **more}


def draw(lines: list[dict[str, Any]], **more: Any) -> ElementTree.Element:
    asked: dict[str, Any] = {"window": YEAR, "calendar": Calendar.GREGORIAN, "language": "en", "width": 1200, "link": LINK, **more}
    return ElementTree.fromstring(alone(draw_timeline(lines, **asked)))


def links(svg: ElementTree.Element, kind: str = "entry") -> list[ElementTree.Element]:
    return [a for a in svg.iter(f"{SVG}a") if a.get("class") == kind]


def titles(svg: ElementTree.Element) -> list[str]:
    return [t.text or "" for t in svg.iter(f"{SVG}title")]


def place_of(link: ElementTree.Element) -> tuple[float, float]:
    group = next(g for g in link.iter(f"{SVG}g") if (g.get("class") or "").startswith("mark"))
    x, y = re.findall(r"[-\d.]+", group.get("transform") or "")
    return float(x), float(y)


def test_each_entry_is_a_link_with_a_title() -> None:
    svg = draw([make_line(1), make_line(2, kind="visit", status="called_off", date="2024-07-01/2024-07-04")])
    assert sorted(a.get("href") or "" for a in links(svg)) == ["/entry/e1", "/entry/e2"]
    assert titles(svg) == ["meeting, held · 1 June 2024 · IRN, IRQ", "visit, called off · 1 to 4 July 2024 · IRN, IRQ"]


@pytest.mark.parametrize(("language", "earlier_is_left"), [("en", True), ("fa", False)])
def test_time_runs_as_the_language_reads(language: str, earlier_is_left: bool) -> None:
    svg = draw([make_line(1, date="2024-05-01"), make_line(2, date="2024-12-01")], language=language)
    early, late = (place_of(a)[0] for a in links(svg))
    assert (early < late) is earlier_is_left
    assert svg.get("direction") == ("ltr" if earlier_is_left else "rtl")


def test_every_status_of_every_kind_is_drawn_in_its_own_way() -> None:
    from didar.web.pictures.marks import mark

    drawn = [re.sub(r"#(?!ffffff)[0-9a-f]{6}|class=\"[^\"]*\"", "", mark(k, s, 0, 0)) for k in EngagementKind for s in Status]
    assert len(set(drawn)) == len(EngagementKind) * len(Status)


def test_no_two_marks_lie_on_one_another() -> None:
    lines = [make_line(n, date=(date(2024, 4, 1) + timedelta(days=n * 7 % 60)).isoformat()) for n in range(120)]
    for width in (390, 1200):
        for labels_fit in (lines[:25], lines):
            places = [place_of(a) for a in links(draw(labels_fit, width=width))]
            assert len(places) == len(labels_fit)
            by_lane: dict[float, list[float]] = {}
            for x, y in places:
                by_lane.setdefault(y, []).append(x)
            gaps = [b - a for xs in by_lane.values() for a, b in pairwise(sorted(xs))]
            assert min(gaps, default=99) >= 16


@pytest.mark.parametrize("extents", [[], [(0, 5), (1, 2), (2, 3), (5, 6)], [(float(n % 7), float(n % 7 + n % 3 + 1)) for n in range(60)]])
def test_lanes_are_free_and_as_few_as_can_be(extents: list[tuple[float, float]]) -> None:
    lanes = lay_in_lanes(extents)
    for n, (a, b) in enumerate(extents):
        for m in range(n):
            assert lanes[n] != lanes[m] or b <= extents[m][0] or extents[m][1] <= a
    densest = max((sum(a <= at < b for a, b in extents) for at, _ in extents), default=0)
    assert len(set(lanes)) == densest


@pytest.mark.parametrize(
    ("more", "fading", "words"),
    [
        pytest.param({}, None, "1 June 2024", id="a day that is told has no fading end"),
        pytest.param({"date_basis": "assumed"}, "both", "day assumed from the publication", id="assumed from the publication"),
        pytest.param({"date": "2024-06"}, "both", "June 2024", id="some day of a month"),
        pytest.param({"date": "2024-06-03/2024-06-05"}, "both", "3 to 5 June 2024", id="a meeting on one of three days"),
        pytest.param({"date": "2024-06-03/2024-06-05", "kind": "visit"}, None, "3 to 5 June 2024", id="a visit of three days"),
        pytest.param({"date": "2024-06-03/..", "kind": "talks"}, "after", "about 3 June 2024", id="open at the end"),
        pytest.param({"date": "2024-06-03~"}, "both", "about 3 June 2024", id="about a day"),
        pytest.param({"date": None}, "before", "no date (first told 1 June 2024)", id="no date: before the first report"),
    ],
)
def test_what_is_not_known_fades(more: dict[str, Any], fading: str | None, words: str) -> None:
    svg = draw([make_line(**more)])
    assert words in titles(svg)[0]
    gradients = [g.get("id", "") for g in svg.iter(f"{SVG}linearGradient")]
    assert gradients == ([f"fade-{more.get('kind', 'meeting')}-{fading}"] if fading else [])


def test_an_entry_without_any_day_has_no_place() -> None:
    assert spell_of(make_line(date=None, told=None)) is None
    assert links(draw([make_line(date=None, told=None)])) == []


def test_an_entry_outside_the_window_is_not_drawn() -> None:
    assert links(draw([make_line(date="2023-06-01"), make_line(2, date="2025-06-01")])) == []
    assert "Nothing is recorded" in "".join(draw([]).itertext())


def test_foreign_text_stays_text() -> None:
    evil = '</title><script>window.hit=1</script>"\u202e\x00'
    line = make_line(
        1, id='"><script>', parties=[evil, "IRQ"], place={"name": evil, "country": None}, people=[{"name": evil}], kind="meeting"
    )
    for svg in (draw([line]), draw([line], language="fa")):
        assert [e for e in svg.iter() if e.tag.endswith("script")] == []
        assert "⟨U+202E⟩" in titles(svg)[0]
    assert "style=" not in draw_timeline([line], window=YEAR, calendar=Calendar.JALALI, language="fa", width=900, link=LINK)


def test_thousands_become_columns_that_lead_to_their_days() -> None:
    lines = [
        make_line(n, date=(date(2024, 4, 1) + timedelta(days=n % 300)).isoformat(), status=list(Status)[n % 6])
        for n in range(MOST_MARKS + 1)
    ]
    svg = draw(lines, calendar=Calendar.JALALI)
    assert links(svg) == []
    columns = links(svg, "bin")
    assert 10 < len(columns) < 120
    words = "|".join(name("status", status, "en") for status in Status)
    told = sum(int(n) for t in titles(svg) for n in re.findall(rf"(\d+) (?:{words})", t))
    assert told == len(lines)
    assert all((a.get("href") or "").startswith("/timeline?since=20") for a in columns)


def test_counts_and_entries_draw_the_same_columns() -> None:
    lines = [make_line(n, date=(date(2024, 4, 1) + timedelta(days=n % 300)).isoformat()) for n in range(MOST_MARKS + 5)]
    counted = Counter(date.fromisoformat(line["date"]).toordinal() for line in lines)
    asked: dict[str, Any] = {"window": YEAR, "calendar": Calendar.JALALI, "language": "fa", "width": 1000, "link": LINK}
    counts = [(day, "meeting", "held", n) for day, n in counted.items()]
    assert draw_counts(counts, **asked) == draw_timeline(lines, **asked)


WINDOWS = [
    pytest.param(Window(date(2024, 3, 1), date(2024, 3, 31)), id="a month"),
    pytest.param(YEAR, id="a year"),
    pytest.param(Window(date(1979, 1, 1), date(2025, 1, 1)), id="decades"),
    pytest.param(Window(date(1700, 1, 1), date(1720, 1, 1)), id="before the Jalali calendar reaches"),
]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("calendar", [Calendar.JALALI, Calendar.GREGORIAN])
@pytest.mark.parametrize("width", [390, 1400])
def test_axis_and_bins_at_every_zoom(window: Window, calendar: Calendar, width: int) -> None:
    scale = Scale(window, 0, width, width, mirrored=False)
    marks = ticks(scale, calendar=calendar, language="en")
    lower = [t.day for t in marks if not t.upper]
    assert lower == sorted(set(lower))
    assert 2 <= len(lower) <= 70
    assert all(window.first <= d <= window.last for d in lower)
    cut = bins(window, calendar=calendar, scale=scale)
    assert (cut[0].first, cut[-1].last) == (window.first, window.last)
    assert all((b.first - a.last).days == 1 for a, b in pairwise(cut))


def test_ticks_stand_at_the_months_of_the_calendar() -> None:
    scale = Scale(YEAR, 0, 900, 900, mirrored=True)
    marks = ticks(scale, calendar=Calendar.JALALI, language="fa")
    assert [t.label for t in marks if not t.upper][:3] == ["فروردین", "اردیبهشت", "خرداد"]
    assert [t.label for t in marks if t.upper] == ["۱۴۰۳"]
    assert starts(step_for(scale), YEAR, Calendar.JALALI)[:2] == [date(2024, 3, 20), date(2024, 4, 20)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 12, 16), date(2024, 12, 16), "۲۶ آذر ۱۴۰۳"),
        (date(2024, 12, 16), date(2024, 12, 18), "۲۶ تا ۲۸ آذر ۱۴۰۳"),
        (date(2024, 12, 16), date(2025, 1, 1), "۲۶ آذر تا ۱۲ دی ۱۴۰۳"),
        (date(2024, 10, 22), date(2024, 11, 20), "آبان ۱۴۰۳"),
        (date(2024, 3, 20), date(2025, 3, 20), "۱۴۰۳"),
    ],
)
def test_days_are_named_in_persian(first: date, last: date, expected: str) -> None:
    assert days_name(first, last, Calendar.JALALI, "fa") == expected


def test_names_of_months_are_those_of_the_pack(pack: Pack) -> None:
    for calendar in (Calendar.JALALI, Calendar.GREGORIAN):
        rows = (line.split("\t") for line in (pack.folder / "lexicon" / "months.tsv").read_text(encoding="utf-8").splitlines()[1:])
        known = {(int(number), form) for form, kept, number, *_ in rows if kept == calendar}
        assert [n for n in range(1, 13) if (n, month_name(calendar, n, "fa")) not in known] == []


def test_zooming_keeps_the_place_and_never_shows_less_than_a_week() -> None:
    assert YEAR.zoomed(0.5).days == 183
    assert YEAR.zoomed(0.5, at=0).first == YEAR.first
    assert YEAR.zoomed(0.0001).days == 7
    assert YEAR.zoomed(1e9).days < 300_000
    assert YEAR.panned(0.5).first > YEAR.first
    assert fit_window([], around=date(2025, 1, 1)).days == 365
    whole = fit_window([0, 738000, 739000], around=date(2025, 1, 1))
    assert whole.first.toordinal() < 738000
    assert whole.last.toordinal() > 739000
    with pytest.raises(ValueError, match="before"):
        Window(date(2025, 1, 2), date(2025, 1, 1))
