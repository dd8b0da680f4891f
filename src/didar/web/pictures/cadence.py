"""How often a pair meets: contacts in each quarter of the year, by kind."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from didar.calendars import from_date
from didar.terms import Calendar, EngagementKind
from didar.web.pictures.axis import Scale, Step, Unit, calendar_for, starts
from didar.web.pictures.legend import NARROW, draw_axis
from didar.web.pictures.link import Link
from didar.web.pictures.marks import SHAPES, colour_of, mark
from didar.web.pictures.names import digits, listed, month_name, name, word
from didar.web.pictures.svg import FAINT, GRID, element, label, link_to, sheet
from didar.web.pictures.window import Window, fit_window

TOP, TALL, SCALE_ROOM = 50.0, 120.0, 34.0
QUARTER = Step(Unit.MONTH, 3, 91.3, 62)
YEARS_AS_QUARTERS = 14  # more years than these are shown year by year
FEW, WIDEST = 4, 44.0  # the scale goes up to so many at least; px that a column takes at most
ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)

Day = tuple[int, str]


def draw_cadence(days: Iterable[Day], *, today: date, calendar: Calendar, language: str, width: int, link: Link) -> str:
    """SVG text of (first day as an ordinal, kind) of a pair's contacts that took place, up to `today`.

    A column is a quarter of the calendar's year, from spring on in the Jalali; a year where there are many years.
    """
    listed = sorted((day, kind) for day, kind in days if 0 < day <= today.toordinal())
    window = _whole_quarters(fit_window([day for day, _ in listed], around=today), today, calendar)
    calendar = calendar_for(window, calendar)
    step = QUARTER if window.days <= YEARS_AS_QUARTERS * 366 else Step(Unit.YEAR, 1, 365.25, 44)
    scale = Scale(window, SCALE_ROOM, width - SCALE_ROOM - NARROW, width, mirrored=language == "fa")
    firsts = starts(step, window, calendar) or [window.first]
    found: dict[int, Counter[str]] = defaultdict(Counter)
    ordinals = [d.toordinal() for d in firsts]
    for day, kind in listed:
        found[max(0, bisect_right(ordinals, day) - 1)][kind] += 1
    most = max([FEW, *(sum(c.values()) for c in found.values())])
    legend, height = _legend({kind for _, kind in listed}, scale, language)
    parts = [*draw_axis(scale, height=TOP + TALL, calendar=calendar, language=language), *_levels(most, scale, language), *legend]
    for at, kinds in sorted(found.items()):
        last = firsts[at + 1] - timedelta(days=1) if at + 1 < len(firsts) else window.last
        days_meant = Window(firsts[at], last)
        title = f"{_step_name(step, firsts[at], calendar, language)} · {_told(kinds, language)}"
        parts.append(link_to(link.window(days_meant, None), title, *_column(kinds, days_meant, scale, most), class_="bin"))
    told = f"{word('cadence', language)}: {digits(len(listed), language)}"
    return sheet(parts, width=width, height=round(height), name=told, language=language, class_="cadence")


def _whole_quarters(window: Window, today: date, calendar: Calendar) -> Window:
    found = starts(QUARTER, window, calendar_for(window, calendar))
    first = min([window.first, *found[:1]])
    return Window(first, max(today, first + timedelta(days=364)))


def _step_name(step: Step, first: date, calendar: Calendar, language: str) -> str:
    found = from_date(calendar, first)
    if found is None:
        return digits(first.isoformat(), language)
    year, month, _ = found
    if step.unit is Unit.YEAR:
        return digits(year, language)
    months = f"{month_name(calendar, month, language)} {word('to', language)} {month_name(calendar, month + 2, language)}"
    return digits(f"{months} {year}", language)


def _told(kinds: Counter[str], language: str) -> str:
    each = listed([f"{name('kind', k, language)} {digits(n, language)}" for k, n in kinds.most_common()], language)
    return f"{word('sum', language)} {digits(sum(kinds.values()), language)}: {each}"


def _levels(most: int, scale: Scale, language: str) -> list[str]:
    """Lines at round numbers, with the numbers."""
    every = next((r for r in ROUND if most / r <= 4), ROUND[-1])
    parts = []
    for n in range(0, most + 1, every):
        y = TOP + TALL - n / most * (TALL - 10)
        edge = scale.left(SCALE_ROOM, scale.length)
        parts.append(element("path", d=f"M{edge:.1f} {y:.1f}h{scale.length:.1f}", class_="grid lower", stroke=GRID, fill="none"))
        parts.append(label(scale.x(SCALE_ROOM - 6), y + 4, digits(n, language), class_="label lower", fill=FAINT, text_anchor="end"))
    return parts


def _column(kinds: Counter[str], days: Window, scale: Scale, most: int) -> list[str]:
    """The kinds one upon another, in the codebook's order; where there is room each with its shape."""
    begin, end = scale.along(days.first.toordinal()), scale.along(days.last.toordinal() + 1)
    wide = min(max(1.5, (end - begin) * 0.78), WIDEST)
    left = scale.left(begin + (end - begin - wide) / 2, wide)
    parts = [element("rect", x=left, y=TOP, width=wide, height=TALL, class_="field", fill="none", pointer_events="all")]
    base = TOP + TALL
    for kind in _in_order(kinds):
        tall = kinds[kind] / most * (TALL - 10)
        base -= tall
        parts.append(
            element("rect", x=left, y=base, width=wide, height=max(1.0, tall - 1), class_=f"column k-{kind}", fill=colour_of(kind))
        )
        if wide >= 14 and tall >= 14:
            there = f"translate({left + wide / 2:.1f} {base + tall / 2:.1f}) scale(0.7)"
            parts.append(
                element("path", d=SHAPES.get(kind, SHAPES[EngagementKind.MEETING]), class_="inset", fill="#ffffff", transform=there)
            )
    return parts


def _in_order(kinds: Iterable[str]) -> list[str]:
    order = list(EngagementKind)
    return sorted(kinds, key=lambda k: (order.index(EngagementKind(k)) if k in set(order) else len(order), k))


def _legend(kinds: set[str], scale: Scale, language: str) -> tuple[list[str], float]:
    """The kinds with their shapes below the columns, and how tall that makes the picture."""
    parts, at, y = [], 10.0, TOP + TALL + 22
    for kind in _in_order(kinds):
        wide = 30 + len(name("kind", kind, language)) * 7.0
        if at + wide > scale.width and at > 10:
            at, y = 10.0, y + 22
        parts.append(mark(kind, "held", scale.x(at + 6), y))
        parts.append(label(scale.x(at + 18), y + 4, name("kind", kind, language), class_="label kind"))
        at += wide
    return parts, y + 16
