"""One day told twice: whether the two ways of telling it go together («سه‌شنبه ۷ اسفند», «۲۸ دی (۱۷ ژانویه)»)."""

from datetime import date

from didar.calendars import from_date, to_date
from didar.terms import Calendar
from didar.when import DateKind, DateMention


def agrees(mention: DateMention, *, day: date | None) -> bool | None:
    """Whether all that a mention tells of one day goes together; None where there is nothing to compare.

    day: the day meant, where known. Without it two calendars can still be compared: 30 June is 9 Tir in some year or never.
    """
    told = [m for m in (mention, *mention.beside) if m.kind in (DateKind.DAY, DateKind.WEEKDAY, DateKind.FEAST, DateKind.RELATIVE)]
    if day is not None:
        checks = [_fits(m, day) for m in told]
        twice = len(told) > 1 or (mention.weekday is not None and mention.kind is not DateKind.WEEKDAY)
        return all(c for c in checks if c is not None) if twice else None
    dated = [m for m in told if m.kind is DateKind.DAY and m.month and m.day and m.calendar]
    if len(dated) < 2:
        return None
    first = dated[0]
    assert first.calendar is not None
    assert first.month is not None
    assert first.day is not None
    now = 1400 if first.calendar is Calendar.JALALI else 2020 if first.calendar is Calendar.GREGORIAN else 1442
    years = [to_date(first.calendar, now + n, first.month, first.day) for n in range(-12, 13)]
    return any(all(_fits(m, d) for m in dated[1:]) for d in years if d)


def _fits(mention: DateMention, day: date) -> bool | None:
    """Whether one way of telling a day can mean this day; a relative word cannot be checked here."""
    if mention.weekday is not None and mention.weekday != day.weekday():
        return False
    if mention.kind in (DateKind.WEEKDAY, DateKind.RELATIVE) or mention.calendar is None:
        return True if mention.weekday is not None else None
    given = from_date(mention.calendar, day)
    if given is None or mention.month is None:
        return None
    if mention.year is not None and mention.year >= 1000 and mention.year != given[0]:
        return False
    slack = 2 if mention.calendar is Calendar.HIJRI else 0
    return given[1:] == (mention.month, mention.day) or (
        slack > 0 and given[1] == mention.month and abs(given[2] - (mention.day or 0)) <= slack
    )
