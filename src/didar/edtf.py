"""Dates in text form (EDTF, ISO 8601-2, Gregorian) as first and last day, and back."""

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def edtf_days(value: str | None) -> tuple[date, date] | None:
    """First and last day of a day, month, year or interval; None for what is none of these or not real."""
    if not value:
        return None
    first, slash, last = value.partition("/")
    start, end = _days(first), _days(last if slash else first)
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def _days(value: str) -> tuple[date, date] | None:
    form = _FORM.fullmatch(value.strip())
    if form is None:
        return None
    year, month, day = int(form[1]), form[2], form[3]
    try:
        if day:
            exact = date(year, int(month), int(day))
            return exact, exact
        if month:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def write_edtf(first: date, last: date) -> str:
    """The shortest form: a day, or the interval of both ends."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time, as written; None where it is none."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
