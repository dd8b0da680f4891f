"""Steps in time: the last, the next or the nearest of several spans, so many units on, a part of a span."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from didar.calendars import from_date, month_span, to_date, week_span, year_span
from didar.terms import Calendar, Reason, Tense
from didar.when import Unit

Days = tuple[date, date]

EDGES = {"start": (0, 1 / 3), "middle": (1 / 3, 2 / 3), "end": (2 / 3, 1)}
DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.SEASON: 91, Unit.YEAR: 365, Unit.DECADE: 3652, Unit.CENTURY: 36524}
_SHORT = {Unit.SECOND: 1 / 86400, Unit.MINUTE: 1 / 1440, Unit.HOUR: 1 / 24}


def nearest(spans: Sequence[Days], seen: date, tense: Tense | None, shift: int | None) -> Days | None:
    """The span meant, of spans in order of time, seen from a day.

    shift: -1 for «گذشته» (the last that is over), 1 for «آینده» (the next that has not begun), 0 for «جاری» (the one now).
    Without it the tense decides: the last that has begun, or the next that is not over. With neither, the nearest.
    """
    if shift == -1:
        return next((s for s in reversed(spans) if s[1] < seen), None)
    if shift == 1:
        return next((s for s in spans if s[0] > seen), None)
    if tense is Tense.PAST and shift is None:
        return next((s for s in reversed(spans) if s[0] <= seen), None)
    if tense is Tense.FUTURE and shift is None:
        return next((s for s in spans if s[1] >= seen), None)
    return min(spans, key=lambda s: 0 if s[0] <= seen <= s[1] else min(abs((s[0] - seen).days), abs((s[1] - seen).days)), default=None)


def step_month(year: int, month: int, step: int) -> tuple[int, int]:
    """(year, month) so many months on."""
    year, month = divmod(year * 12 + month - 1 + step, 12)
    return year, month + 1


def crossed(year: int, of: Calendar, span: Callable[[int], Days | None], calendar: Calendar) -> Days | Reason:
    """A month of one calendar in a year of another: «ژانویه ۱۳۹۹» is the January that begins in 1399.

    of: the calendar of the year. calendar: that of the month, for which `span` gives the days of one of its own years.
    """
    whole = year_span(of, year)
    if whole is None:
        return Reason.OUT_OF_RANGE
    first = from_date(calendar, whole[0])
    spans = [s for s in map(span, (first[0], first[0] + 1)) if s and whole[0] <= s[0] <= whole[1]] if first else []
    return spans[0] if spans else Reason.NO_SUCH_DAY


def years_span(calendar: Calendar, first: int, last: int) -> Days | Reason:
    start, end = year_span(calendar, first), year_span(calendar, last)
    return (start[0], end[1]) if start and end else Reason.OUT_OF_RANGE


def stepped(seen: date, unit: Unit, shift: int, calendar: Calendar) -> Days | None:
    """The day, week, month, season, year or decade that lies `shift` units from `seen`."""
    if unit in (Unit.DAY, *_SHORT):
        day = seen + timedelta(days=shift if unit is Unit.DAY else 0)
        return day, day
    if unit is Unit.WEEK:
        return week_span(seen + timedelta(weeks=shift))
    now = from_date(calendar, seen)
    if now is None:
        return None
    if unit is Unit.MONTH:
        return month_span(calendar, *step_month(now[0], now[1], shift))
    if unit is Unit.SEASON:
        year, first = step_month(now[0], now[1] - (now[1] - 1) % 3, 3 * shift)
        start, end = month_span(calendar, year, first), month_span(calendar, year, first + 2)
        return (start[0], end[1]) if start and end else None
    if unit is Unit.YEAR:
        return year_span(calendar, now[0] + shift)
    size = 10 if unit is Unit.DECADE else 100
    first = now[0] - now[0] % size + size * shift
    start, end = year_span(calendar, first), year_span(calendar, first + size - 1)
    return (start[0], end[1]) if start and end else None


def away(seen: date, unit: Unit, count: float) -> date | None:
    """The day that lies so many units from `seen`; months and years by the Jalali calendar, the day kept where it exists."""
    try:
        if unit in _SHORT:
            days = count * _SHORT[unit]
            return seen + timedelta(days=int(days) if abs(days) >= 1 else 0)
        if unit in (Unit.DAY, Unit.WEEK) or count != int(count):
            return seen + timedelta(days=round(count * DAYS_OF[unit]))
        now = from_date(Calendar.JALALI, seen)
        if now is None:
            return None
        months = int(count) * {Unit.MONTH: 1, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}[unit]
        year, month = step_month(now[0], now[1], months)
        return to_date(Calendar.JALALI, year, month, now[2]) or to_date(Calendar.JALALI, year, month, 29)
    except OverflowError:
        return None


def part_of_span(days: Days, edge: str | None, calendar: Calendar) -> Days:
    """A part of an interval: a third for «اوایل», «اواسط», «اواخر»; a half or quarter, of a year by whole months."""
    if edge is None or days[0] == days[1]:
        return days
    first = from_date(calendar, days[0])
    if edge not in EDGES and first and first[1:] == (1, 1) and days == year_span(calendar, first[0]):
        share, of = map(float, edge.split("/"))
        months = round(12 / of)
        begin = month_span(calendar, first[0], round(share - 1) * months + 1)
        finish = month_span(calendar, first[0], round(share) * months)
        return (begin[0], finish[1]) if begin and finish else days
    if edge in EDGES:
        low, high = EDGES[edge]
    else:
        n, of = map(float, edge.split("/"))
        low, high = (n - 1) / of, n / of
    length = (days[1] - days[0]).days + 1
    return days[0] + timedelta(days=round(length * low)), days[0] + timedelta(days=round(length * high) - 1)
