"""Which days a time expression means, seen from the article's day (codebook, section 2, rule 5).

A bare weekday, day or month lies on the side that the tense says, today included; with no tense it is the nearest. Weeks run from
Saturday to Friday. «ماه گذشته» and «سال گذشته» are Jalali unless «میلادی» stands there. Lunar days are approximate (`~`).
Vague steps are intervals with both ends approximate: «چند روز پیش» is two to seven days before.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from didar.calendars import edtf_of, from_date, month_span, to_date, week_span, year_span
from didar.near import DAYS_OF, EDGES, away, crossed, nearest, part_of_span, step_month, stepped, years_span
from didar.sameday import agrees
from didar.terms import Calendar, DateBasis, Reason, Tense
from didar.when import Bound, DateKind, DateMention, ResolvedDate, Unit

Days = tuple[date, date]

# A lunar month with a year of these is told by the Jalali year, as in «اربعین سال ۹۳», «رمضان ۱۴۰۳».
_FIRST_MIXED, _LAST_MIXED = 1380, 1412


def anchor_of(published: str | None, timezone: str | None = None) -> date | None:
    """The outlet's local day at the time of publication (ISO 8601 date or date-time); None where it cannot be read."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published.strip())
    except ValueError:
        return None
    if timezone and moment.tzinfo is not None and len(published.strip()) > len("2025-02-25"):
        try:
            moment = moment.astimezone(ZoneInfo(timezone))
        except (ZoneInfoNotFoundError, ValueError, OverflowError):
            return moment.date()
    return moment.date()


def resolve_date(
    mention: DateMention, *, anchor: date | None, tense: Tense | None = None, previous: date | None = None
) -> ResolvedDate | Reason:
    """The days meant, or why they cannot be told.

    anchor: the article's day, never today. previous: the day that the text speaks of before («دو روز بعد», «همان روز»).
    """
    if not mention.beside and mention.weekday is None:
        alone = _Resolver(anchor, tense, previous).resolve(mention)
        return alone if isinstance(alone, Reason) or mention.clock is None else replace(alone, time=mention.clock)
    told = (mention, *mention.beside)
    results = [_Resolver(anchor, tense, previous).resolve(m) for m in told]
    main = next((r for r in results if isinstance(r, ResolvedDate) and r.basis is DateBasis.STATED), None)
    main = main or next((r for r in results if isinstance(r, ResolvedDate)), None)
    if main is None:
        return results[0] if isinstance(results[0], Reason) else Reason.NO_ANCHOR
    if len(told) > 1 or mention.weekday is not None:
        if mention.kind in (DateKind.DAY, DateKind.RELATIVE, DateKind.FEAST, DateKind.WEEKDAY):
            main = replace(main, consistent=agrees(mention, day=main.start))
        elif mention.beside and all(isinstance(r, ResolvedDate) for r in results):
            main = replace(main, consistent=len({(r.start, r.end) for r in results if isinstance(r, ResolvedDate)}) == 1)
        own = results[0]
        if isinstance(own, ResolvedDate) and own.basis is main.basis:
            main = replace(main, edtf=own.edtf, start=own.start, end=own.end, calendar=own.calendar, rule=own.rule)
    return replace(main, time=mention.clock) if mention.clock else main


def asks_tense(mention: DateMention) -> bool:
    """Whether the tense of its verb can change the days meant: a bare weekday, day or month, «دو روز بعد»."""
    if mention.parts or mention.beside:
        return any(map(asks_tense, (*mention.parts, *mention.beside))) or _is_sided(mention)
    return _is_sided(mention)


def _is_sided(mention: DateMention) -> bool:
    if mention.kind not in _SIDED:
        return mention.same and (mention.shift or 0) > 0
    told = (mention.year, mention.year_shift, mention.shift, mention.week_shift, mention.month_shift)
    return all(value is None for value in told)


def members_of(mention: DateMention) -> tuple[DateMention, ...]:
    """The ends of a range or the members of a list, each with the year that is told once for all of them."""
    told = next((p for p in reversed(mention.parts) if p.year is not None or p.year_shift is not None), None)
    if told is None:
        return mention.parts
    return tuple(
        replace(p, year=told.year, year_shift=told.year_shift)
        if p.year is None and p.year_shift is None and p.calendar is told.calendar and p.kind in (DateKind.DAY, DateKind.MONTH)
        else p
        for p in mention.parts
    )


_SIDED = frozenset((DateKind.DAY, DateKind.MONTH, DateKind.SEASON, DateKind.YEAR, DateKind.FEAST, DateKind.WEEKDAY))


class _Resolver:
    """Resolves one mention; three facts about the article and nothing else."""

    __slots__ = ("anchor", "previous", "tense")

    def __init__(self, anchor: date | None, tense: Tense | None, previous: date | None) -> None:
        self.anchor, self.tense, self.previous = anchor, tense, previous

    def resolve(self, m: DateMention) -> ResolvedDate | Reason:
        """One way of telling a time, without what stands beside it."""
        try:
            return self._resolve(m)
        except OverflowError:  # beyond the years 1 to 9999
            return Reason.OUT_OF_RANGE

    def _resolve(self, m: DateMention) -> ResolvedDate | Reason:
        make = _BY_KIND[m.kind]
        found = make(self, m)
        if isinstance(found, (Reason, ResolvedDate)):
            return found
        days = (
            part_of_span(found, None if m.edge == "event" else m.edge, m.calendar or _calendar_of(m))
            if m.kind is not DateKind.VAGUE
            else found
        )
        approximate = m.calendar is Calendar.HIJRI or m.bound is Bound.ABOUT or _is_rough(m)
        stated = m.year is not None or (m.kind in (DateKind.RANGE, DateKind.LIST) and any(p.year is not None for p in m.parts))
        return ResolvedDate(
            edtf=_bounded(edtf_of(*days, approximate=approximate), m.bound),
            start=days[0],
            end=days[1],
            basis=DateBasis.STATED if stated else DateBasis.COMPUTED,
            rule=m.rule,
            calendar=m.calendar,
        )

    # -- calendar dates ----------------------------------------------------------------------------------------------

    def day(self, m: DateMention) -> Days | Reason:
        if m.month is None:
            if m.day is None:
                return Reason.VAGUE
            return self._day_of_month(m)
        calendar, month, number = m.calendar or Calendar.JALALI, m.month, m.day or 1
        found = self._dated(m, lambda year: _one_day(to_date(calendar, year, month, number)))
        if isinstance(found, Reason) or m.days == 1:
            return found
        return found[0], found[0] + timedelta(days=m.days - 1)

    def _day_of_month(self, m: DateMention) -> Days | Reason:
        seen = self.previous if m.same else self.anchor
        if seen is None:
            return Reason.NO_REFERENT if m.same else Reason.NO_ANCHOR
        calendar = m.calendar or Calendar.JALALI
        now = from_date(calendar, seen)
        if now is None:
            return Reason.OUT_OF_RANGE
        year, month = step_month(now[0], now[1], m.month_shift or 0)
        return _one_day(to_date(calendar, year, month, m.day or 1)) or Reason.NO_SUCH_DAY

    def month(self, m: DateMention) -> Days | Reason:
        calendar, month = m.calendar or Calendar.JALALI, m.month or 1
        return self._dated(m, lambda year: month_span(calendar, year, month))

    def season(self, m: DateMention) -> Days | Reason:
        first = 3 * (m.month or 1) - 2

        def span(year: int) -> Days | None:
            start, end = month_span(Calendar.JALALI, year, first), month_span(Calendar.JALALI, year, first + 2)
            return (start[0], end[1]) if start and end else None

        return self._dated(m, span)

    def _dated(self, m: DateMention, span: Callable[[int], Days | None]) -> Days | Reason:
        """A day, month or season of a year: told, counted from the article's, or the one on the side of the tense."""
        calendar = m.calendar or Calendar.JALALI
        if m.year is not None:
            year = self._full_year(m.year, calendar)
            if (calendar is Calendar.JALALI and year > 1500) or (
                calendar is Calendar.GREGORIAN and year < 1500 and m.kind is not DateKind.YEAR
            ):
                return crossed(year, Calendar.GREGORIAN if calendar is Calendar.JALALI else Calendar.JALALI, span, calendar)
            if calendar is Calendar.HIJRI and (m.year < 100 or _FIRST_MIXED <= m.year <= _LAST_MIXED):
                return crossed(self._full_year(m.year, Calendar.JALALI), Calendar.JALALI, span, calendar)
            return span(year) or Reason.NO_SUCH_DAY
        seen = self.previous if m.same else self.anchor
        if seen is None:
            return Reason.NO_REFERENT if m.same else Reason.NO_YEAR if m.year_shift is None and m.shift is None else Reason.NO_ANCHOR
        now = from_date(calendar, seen)
        if now is None:
            return Reason.OUT_OF_RANGE
        if m.year_shift is not None or m.same:
            return span(now[0] + (m.year_shift or 0)) or Reason.NO_SUCH_DAY
        spans = [s for s in map(span, range(now[0] - 1, now[0] + 2)) if s]
        if len(spans) < 3:  # the day of a leap year
            spans = [s for s in map(span, range(now[0] - 5, now[0] + 6)) if s]
        return nearest(spans, seen, self.tense, m.shift) or Reason.NO_SUCH_DAY

    def _full_year(self, year: int, calendar: Calendar) -> int:
        """«۹۵» is 1395, «02» 1402, «۹۸ میلادی» 1998: the century that comes nearest to ten years after the article."""
        if year >= 100:
            return year
        now = from_date(calendar, self.anchor) if self.anchor else None
        last = now[0] + 10 if now else {Calendar.JALALI: 1425, Calendar.GREGORIAN: 2040}.get(calendar, 1460)
        return last - (last - year) % 100

    def year(self, m: DateMention) -> Days | Reason:
        if m.year is None:
            calendar = m.calendar or Calendar.JALALI
            return self._dated(m, lambda year: year_span(calendar, year))
        if m.era < 0:
            return Reason.OUT_OF_RANGE
        calendar = m.calendar or _calendar_of(m)
        return year_span(calendar, self._full_year(m.year, calendar)) or Reason.OUT_OF_RANGE

    def decade(self, m: DateMention) -> Days | Reason:
        year = m.year or 0
        calendar = m.calendar or _calendar_of(m)
        first = self._full_year(year, calendar)
        return years_span(calendar, first, first + 9)

    def century(self, m: DateMention) -> Days | Reason:
        if m.era < 0 or not m.year:
            return Reason.OUT_OF_RANGE
        calendar = m.calendar or (Calendar.GREGORIAN if m.year > 15 else None)
        return years_span(calendar, m.year * 100 - 99, m.year * 100) if calendar else Reason.VAGUE

    # -- seen from the article ---------------------------------------------------------------------------------------

    def weekday(self, m: DateMention) -> Days | Reason:
        if self.anchor is None:
            return Reason.NO_ANCHOR
        wanted = m.weekday or 0
        if m.week_shift is not None or m.shift == 0:
            start = week_span(self.anchor + timedelta(weeks=m.week_shift or 0))[0]
            return _one_day(start + timedelta(days=(wanted - start.weekday()) % 7)) or Reason.NO_SUCH_DAY
        back = (self.anchor.weekday() - wanted) % 7
        ahead = (wanted - self.anchor.weekday()) % 7
        if m.shift:
            step = -(back or 7) if m.shift < 0 else ahead or 7
        elif self.tense is Tense.PAST:
            step = -back
        elif self.tense is Tense.FUTURE:
            step = ahead
        else:
            step = -back if back <= ahead else ahead
        day = self.anchor + timedelta(days=step)
        return day, day

    def relative(self, m: DateMention) -> Days | Reason:
        seen, unit, shift = self.anchor, m.unit or Unit.DAY, m.shift or 0
        if m.edge == "event" and not (m.same and self.previous is not None):
            return Reason.NO_REFERENT
        if m.same and (self.previous is not None or shift == 0 or (shift > 0 and self.tense is not Tense.FUTURE)):
            seen = self.previous
            if seen is None:
                return Reason.NO_REFERENT
        if seen is None:
            return Reason.NO_ANCHOR
        return stepped(seen, unit, shift, m.calendar or Calendar.JALALI) or Reason.OUT_OF_RANGE

    def duration(self, m: DateMention) -> Days | Reason:
        if not m.shift or m.count is None or m.age:
            return Reason.A_DURATION
        if m.same and self.previous is None:
            return Reason.NO_REFERENT
        if self.anchor is None:
            return Reason.NO_ANCHOR
        other = away(self.anchor, m.unit or Unit.DAY, m.count * m.shift)
        if other is None:
            return Reason.OUT_OF_RANGE
        return (other, self.anchor) if m.shift < 0 else (self.anchor, other)

    def vague(self, m: DateMention) -> ResolvedDate | Days | Reason:
        if m.edge == "part":
            return Reason.VAGUE
        if self.anchor is None:
            return Reason.NO_ANCHOR
        day = self.anchor
        iso = day.isoformat()
        if m.edge == "some" and m.shift and m.unit in DAYS_OF:
            near, far = (
                away(day, m.unit, n * m.shift) for n in (1 if m.count is None and "ها" in m.rule else 2, 7 if m.unit is Unit.DAY else 5)
            )
            if near is None or far is None:
                return Reason.OUT_OF_RANGE
            return min(near, far), max(near, far)
        if m.edge == "some":
            return _computed(m, f"{iso}~", day)
        text = {"soon": f"{iso}/..", "recent": f"../{iso}", "past": f"../{iso}", "until_now": f"../{iso}"}.get(m.edge or "", f"{iso}~")
        return _computed(m, text, day)

    # -- several --------------------------------------------------------------------------------------------------------

    def spread(self, m: DateMention) -> Days | Reason:
        """A range, or a list whose members follow one another: from the first day to the last."""
        parts = members_of(m)
        last = parts[-1]
        results = [self.resolve(replace(p, bound=None) if p.bound else p) for p in parts]
        for result in results:
            if isinstance(result, Reason):
                return result
        days = [(r.start, r.end) for r in results if isinstance(r, ResolvedDate)]
        if days[0][0] > days[-1][1]:
            days[0] = self._before(parts[0], days[-1][1]) or days[0]
        if days[0][0] > days[-1][1] and last.kind is DateKind.WEEKDAY:
            days[-1] = (days[-1][0] + timedelta(days=7), days[-1][1] + timedelta(days=7))
        if days[0][0] > days[-1][1]:
            return Reason.NO_SUCH_DAY
        if (
            m.kind is DateKind.LIST
            and m.parts[0].kind is not DateKind.DAY
            and any(b[0] - a[1] != timedelta(days=1) for a, b in pairwise(days))
        ):
            return Reason.VAGUE
        return days[0][0], days[-1][1]

    def _before(self, m: DateMention, end: date) -> Days | None:
        """The first end of a range again, seen from its last day: «آذر تا بهمن» across a new year."""
        if m.kind is DateKind.WEEKDAY:
            return None
        result = _Resolver(end, Tense.PAST, self.previous).resolve(replace(m, year=None, year_shift=None, bound=None))
        return (result.start, result.end) if isinstance(result, ResolvedDate) else None

    def repeats(self, _: DateMention) -> Reason:
        return Reason.REPEATS

    def no_day(self, _: DateMention) -> Reason:
        return Reason.NO_DAY


_BY_KIND: dict[DateKind, Callable[[_Resolver, DateMention], ResolvedDate | Days | Reason]] = {
    DateKind.DAY: _Resolver.day,
    DateKind.MONTH: _Resolver.month,
    DateKind.SEASON: _Resolver.season,
    DateKind.YEAR: _Resolver.year,
    DateKind.DECADE: _Resolver.decade,
    DateKind.CENTURY: _Resolver.century,
    DateKind.WEEKDAY: _Resolver.weekday,
    DateKind.RELATIVE: _Resolver.relative,
    DateKind.FEAST: _Resolver.day,
    DateKind.RANGE: _Resolver.spread,
    DateKind.LIST: _Resolver.spread,
    DateKind.DURATION: _Resolver.duration,
    DateKind.SET: _Resolver.repeats,
    DateKind.CLOCK: _Resolver.no_day,
    DateKind.PART_OF_DAY: _Resolver.no_day,
    DateKind.VAGUE: _Resolver.vague,
}


def _calendar_of(m: DateMention) -> Calendar:
    """The calendar of a year whose calendar is not told."""
    return Calendar.GREGORIAN if (m.year or 0) >= 1500 else Calendar.JALALI


def _one_day(day: date | None) -> Days | None:
    return (day, day) if day else None


def _is_rough(m: DateMention) -> bool:
    """Whether the words count in units too long to name a day: «سه ماه پیش»; or name no number at all."""
    if m.kind is DateKind.VAGUE:
        return True
    return (m.kind is DateKind.RELATIVE and m.count is not None and (m.unit is not Unit.DAY or m.count % 1 > 0)) or (
        m.kind is not DateKind.RELATIVE and m.edge in EDGES
    )


def _computed(m: DateMention, edtf: str, day: date) -> ResolvedDate:
    return ResolvedDate(edtf=edtf, start=day, end=day, basis=DateBasis.COMPUTED, rule=m.rule, calendar=m.calendar)


def _bounded(edtf: str, bound: Bound | None) -> str:
    if bound in (Bound.SINCE, Bound.AFTER):
        return f"{edtf.split('/', maxsplit=1)[0]}/.."
    if bound in (Bound.UNTIL, Bound.BEFORE):
        return f"../{edtf.rsplit('/', maxsplit=1)[-1]}"
    return edtf
