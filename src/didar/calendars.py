"""Three calendars and EDTF. A day that does not exist is None.

Jalali: Iran's official calendar. The 33-year rule used here gives the official leap years of 1206 to 1498 (1210, 1214 …
1243 … 1276 … 1403, 1408 … 1498) and is kept to the years 1178 to 1633, where it is right; elsewhere None.
Hijri: the tabular lunar calendar (30-year cycle, leap years 2 5 7 10 13 16 18 21 24 26 29, civil epoch of 16 July 622).
Iran's own lunar calendar follows the sighting of the moon and may differ by a day either way, rarely two; whoever writes
such a day marks it as approximate.
"""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from didar.terms import Calendar

FIRST_JALALI, LAST_JALALI = 1178, 1633

_LEAP_33 = (1, 5, 9, 13, 17, 22, 26, 30)
_LEAPS_BEFORE = tuple(sum(r < k for r in _LEAP_33) for k in range(33))
_HIJRI_LEAP_30 = (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29)
_REMEMBERED = 4096  # days and spans that texts tell again and again
_HIJRI_EPOCH = 227015  # ordinal of 1 Muharram 1, civil epoch
_MONTH_STARTS = (0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336, 366)


def _new_year_ordinal(year: int) -> int:
    cycle, rest = divmod(year, 33)
    return 365 * year + 8 * cycle + _LEAPS_BEFORE[rest] + 226530


_NEW_YEARS = tuple(_new_year_ordinal(y) for y in range(FIRST_JALALI, LAST_JALALI + 2))


def is_jalali_leap(year: int) -> bool:
    """Whether Esfand of this year has 30 days."""
    return year % 33 in _LEAP_33


def jalali_month_days(year: int, month: int) -> int:
    """Length of a Jalali month in days."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_jalali_leap(year) else 29


def jalali_to_date(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or None where there is no such day or the year is outside 1178 to 1633."""
    if not (FIRST_JALALI <= year <= LAST_JALALI and 1 <= month <= 12 and 1 <= day <= jalali_month_days(year, month)):
        return None
    return date.fromordinal(_NEW_YEARS[year - FIRST_JALALI] + _MONTH_STARTS[month - 1] + day - 1)


@lru_cache(_REMEMBERED)
def date_to_jalali(day: date) -> tuple[int, int, int] | None:
    """(year, month, day), or None outside 1178 to 1633."""
    ordinal = day.toordinal()
    at = bisect_right(_NEW_YEARS, ordinal) - 1
    if not 0 <= at <= LAST_JALALI - FIRST_JALALI:
        return None
    rest = ordinal - _NEW_YEARS[at]
    month = bisect_right(_MONTH_STARTS, rest)
    return at + FIRST_JALALI, month, rest - _MONTH_STARTS[month - 1] + 1


def is_hijri_leap(year: int) -> bool:
    """Whether Dhu al-Hijja of this year has 30 days in the tabular calendar."""
    return year % 30 in _HIJRI_LEAP_30


def hijri_month_days(year: int, month: int) -> int:
    """Length of a lunar month in the tabular calendar."""
    return 30 if month % 2 or (month == 12 and is_hijri_leap(year)) else 29


def hijri_to_date(year: int, month: int, day: int) -> date | None:
    """The Gregorian day by the tabular lunar calendar; None where there is no such day. Years 1 to 9000.

    A thirtieth of a month that has 29 days in the table exists where the moon was seen late, so it is the day after.
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    days = (year - 1) * 354 + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(_HIJRI_EPOCH + days)


def date_to_hijri(day: date) -> tuple[int, int, int] | None:
    """(year, month, day) by the tabular lunar calendar; None before its first day."""
    rest = day.toordinal() - _HIJRI_EPOCH
    if rest < 0:
        return None
    year = (30 * rest + 10646) // 10631
    rest -= (year - 1) * 354 + (11 * year + 3) // 30
    month = min(12, (rest * 2 + 59) // 59)
    while rest < 29 * (month - 1) + month // 2:
        month -= 1
    return year, month, rest - (29 * (month - 1) + month // 2) + 1


def gregorian_to_date(year: int, month: int, day: int) -> date | None:
    """The day itself, or None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_TO_DATE = {Calendar.JALALI: jalali_to_date, Calendar.HIJRI: hijri_to_date, Calendar.GREGORIAN: gregorian_to_date}


def to_date(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day in any of the three calendars; None where there is no such day."""
    return _TO_DATE[calendar](year, month, day)


def from_date(calendar: Calendar, day: date) -> tuple[int, int, int] | None:
    """(year, month, day) of a Gregorian day in any of the three calendars."""
    if calendar is Calendar.GREGORIAN:
        return day.year, day.month, day.day
    return date_to_jalali(day) if calendar is Calendar.JALALI else date_to_hijri(day)


@lru_cache(_REMEMBERED)
def month_span(calendar: Calendar, year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a month; None outside the calendar's range."""
    start = to_date(calendar, year, month, 1)
    after = to_date(calendar, year + month // 12, month % 12 + 1, 1)
    return (start, after - timedelta(days=1)) if start and after else None


@lru_cache(_REMEMBERED)
def year_span(calendar: Calendar, year: int) -> tuple[date, date] | None:
    """First and last day of a year; None outside the calendar's range."""
    start, after = to_date(calendar, year, 1, 1), to_date(calendar, year + 1, 1, 1)
    return (start, after - timedelta(days=1)) if start and after else None


def week_span(day: date) -> tuple[date, date]:
    """The week that the day lies in: Saturday to Friday, as in Iran and Afghanistan."""
    start = day - timedelta(days=(day.weekday() + 2) % 7)
    return start, start + timedelta(days=6)


@lru_cache(_REMEMBERED)
def edtf_of(start: date, end: date, *, approximate: bool = False) -> str:
    """EDTF of the days from start to end: a day, a whole Gregorian month or year, or an interval of days.

    >>> edtf_of(date(2024, 10, 22), date(2024, 11, 20))
    '2024-10-22/2024-11-20'
    """
    mark = "~" if approximate else ""
    if start == end:
        return f"{start.isoformat()}{mark}"
    after = end + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        length = 4 if start.month == 1 and after.month == 1 else 7
        first, last = f"{start.isoformat()[:length]}{mark}", f"{end.isoformat()[:length]}{mark}"
        return first if first == last else f"{first}/{last}"
    return f"{start.isoformat()}{mark}/{end.isoformat()}{mark}"
