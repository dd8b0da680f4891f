"""Room 6: the publication day of an article that comes with none, from its own words; it says what it rests on.

In order of trust: «امروز» told with its full date; a dateline, which is a full date with a clock time near the top, or a short line
with a full date at the top or the end; digits in the address, of outlets that put the day there; the weekday with its full date
in the first sentence, where one day alone is told and nothing is announced.
Candidates of one rank that differ cancel each other. A day is never guessed from a weekday or from a date without its year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from didar.calendars import to_date
from didar.days import resolve_date
from didar.model import Analysis
from didar.terms import Calendar, DateBasis
from didar.when import DateKind, DateMention, ResolvedDate, Unit

_DATELINE_WORDS = 14
_TOP_LINES = 4
_STAMP_WORDS = 80
_UPDATED = frozenset(("updated", "modified", "بهروزرسانی", "بروزرسانی", "بهروزشده", "بروزشده", "ویرایش", "ویرایششده"))
_AHEAD = ("قرار", "خواه", "میشود")
_SLASHED = re.compile(r"(?<!\d)(1[34]\d\d|20[0-3]\d)[/_-](\d\d?)[/_-](\d\d?)(?!\d)")
_SOLID = re.compile(r"(?<!\d)(1[34]\d\d|20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{6})?(?!\d)")
_SHORT = re.compile(r"/(?P<year>[789]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{4}(?!\d)")


class PublishedBy(StrEnum):
    """What the publication day of an undated article rests on."""

    TODAY = "today"
    DATELINE = "dateline"
    ADDRESS = "address"
    LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDay:
    """The publication day taken from the article itself.

    because: what it rests on. first, last: the tokens of the words it rests on; both 0 for the address.
    """

    day: date
    because: PublishedBy
    first: int = 0
    last: int = 0


def find_published(analysis: Analysis, mentions: Sequence[DateMention], *, url: str | None = None) -> PublishedDay | None:
    """The day on which the article says it appeared; None where it does not say.

    mentions: the article's time expressions, as `find_dates` gives them. url: its address, where known.
    """
    full = [(m, day) for m in mentions if (day := _full_day(m)) is not None]
    for because, told in (
        (PublishedBy.TODAY, said_today(mentions)),
        (PublishedBy.DATELINE, _only(_datelines(analysis, mentions, full))),
    ):
        if told is not None:
            return PublishedDay(day=told[1], because=because, first=told[0].first, last=told[0].last)
    day_of_address = _address_day(url)
    if day_of_address is not None:
        return PublishedDay(day=day_of_address, because=PublishedBy.ADDRESS)
    return _lead_day(analysis, mentions, full)


def said_today(mentions: Sequence[DateMention]) -> tuple[DateMention, date] | None:
    """«امروز» told with its full date, and that day; None where nothing says so, or two say differently."""
    return _only([(m, day) for m in mentions if _is_today(m) and (day := _full_day(m)) is not None])


def _only(found: list[tuple[DateMention, date]]) -> tuple[DateMention, date] | None:
    return found[0] if len({day for _, day in found}) == 1 else None


def _full_day(mention: DateMention) -> date | None:
    """The one day that a mention states with its year and that its weekday or second calendar does not contradict."""
    if mention.bound is not None or mention.kind not in (DateKind.DAY, DateKind.RELATIVE, DateKind.WEEKDAY):
        return None
    found = resolve_date(mention, anchor=None)
    if not isinstance(found, ResolvedDate) or found.basis is not DateBasis.STATED or found.start != found.end or found.consistent is False:
        return None
    return found.start


def _is_today(mention: DateMention) -> bool:
    """Whether «امروز», «امشب» is part of the mention."""
    return any(m.kind is DateKind.RELATIVE and m.unit is Unit.DAY and m.shift == 0 and not m.same for m in (mention, *mention.beside))


def _datelines(
    analysis: Analysis, mentions: Sequence[DateMention], full: Sequence[tuple[DateMention, date]]
) -> list[tuple[DateMention, date]]:
    """Full dates with a clock near the top, or in short lines of the top or the end of the article."""
    clocks = {m.first for m in mentions if m.kind is DateKind.CLOCK}
    if not full:
        return []
    lines: dict[int, list[int]] = {}
    for (first, last), line in zip(analysis.sentences, analysis.lines, strict=True):
        bounds = lines.setdefault(line, [first, last])
        bounds[1] = last
    numbers = sorted(lines)
    outer = {*numbers[:_TOP_LINES], *numbers[-2:]}
    short = [lines[n] for n in outer if lines[n][1] - lines[n][0] <= _DATELINE_WORDS]
    return [
        (m, d)
        for m, d in full
        if not _is_update(analysis, m)
        and (
            (m.first < _STAMP_WORDS and (m.clock is not None or clocks & {m.last, m.last + 1}))
            or any(first <= m.first < last and _mostly(m, first, last) for first, last in short)
        )
    ]


def _is_update(analysis: Analysis, mention: DateMention) -> bool:
    """«[Updated: …]», «به‌روزرسانی: …»: the day on which the article was changed, not the one on which it appeared."""
    return any(word.lower() in _UPDATED for word in analysis.words[max(0, mention.first - 3) : mention.first])


def _mostly(mention: DateMention, first: int, last: int) -> bool:
    """Whether the date is a good part of its line, so that the line is no sentence about that day."""
    return 2 * (mention.last - mention.first) >= last - first or mention.clock is not None


def _address_day(url: str | None) -> date | None:
    if not url:
        return None
    for pattern in (_SLASHED, _SOLID, _SHORT):
        for found in pattern.finditer(url):
            year, month, day = (int(found[n]) for n in (1, 2, 3))
            year += 1300 if year < 100 else 0
            when = to_date(Calendar.JALALI if year < 1500 else Calendar.GREGORIAN, year, month, day) if 1 <= month <= 12 else None
            if when is not None:
                return when
    return None


def _lead_day(analysis: Analysis, mentions: Sequence[DateMention], full: Sequence[tuple[DateMention, date]]) -> PublishedDay | None:
    """The weekday and full date of the first sentence, where no other day is told and no event to come."""
    if not analysis.sentences:
        return None
    end = analysis.sentences[0][1]
    if any(w.startswith(_AHEAD) for w in analysis.words[:end]):
        return None
    told = [m for m in mentions if m.first < end and m.kind in (DateKind.DAY, DateKind.WEEKDAY, DateKind.RANGE, DateKind.LIST)]
    if len(told) != 1 or not any(b.kind is DateKind.WEEKDAY for b in told[0].beside):
        return None
    return next((PublishedDay(day=d, because=PublishedBy.LEAD, first=m.first, last=m.last) for m, d in full if m is told[0]), None)
