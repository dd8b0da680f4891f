"""The nouns of time: what a time expression says by itself (`DateMention`) and the days it means (`ResolvedDate`)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from didar.terms import Calendar, DateBasis


class DateKind(StrEnum):
    """What a time expression names."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    FEAST = "feast"
    RANGE = "range"
    LIST = "list"
    DURATION = "duration"
    SET = "set"
    CLOCK = "clock"
    PART_OF_DAY = "part_of_day"
    VAGUE = "vague"


class Unit(StrEnum):
    """What a duration or a step in time is counted in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Bound(StrEnum):
    """How the word before a time expression bounds it: «از … به بعد», «تا», «پیش از», «پس از», «طی», «حدود»."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression as written, before anybody asks when the article appeared.

    first, last: token numbers, end excluded. core: the first token after a word that bounds it («تا», «طی»).
    rule: stable id of what read it. calendar: None where the words do not tell.
    year: as written, so that «۹۵» is 95. year_shift: from the year of the article («امسال» 0, «سال گذشته» -1).
    month, day, weekday (Monday is 0): as written. month_shift: from the month of the article («۱۵ ماه جاری»).
    week_shift: from the week of the article («دوشنبه هفته آینده» 1). same: «همان سال», «آن روز»: as said before.
    unit, shift: a step from the article's day («دو روز پیش» day -2). In a duration shift is only its side, -1 or 1 or 0.
    count: how many units; None where it is not told («چند روز پیش»).
    edge: «start», «middle», «end», or a share: «1/2» «2/2» … «4/4». part: part of the day; clock: «HH:MM» or «HH:MM:SS».
    age: whether a duration is an age or a measure of something («۲۰ ساله», «۳۴ روزه»).
    parts: the ends of a range, the members of a list. beside: the same day told again («امروز (سه‌شنبه)», two calendars).
    """

    first: int
    last: int
    core: int
    kind: DateKind
    rule: str
    calendar: Calendar | None = None
    year: int | None = None
    year_shift: int | None = None
    month: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    shift: int | None = None
    count: float | None = None
    edge: str | None = None
    part: str | None = None
    clock: str | None = None
    bound: Bound | None = None
    same: bool = False
    age: bool = False
    era: int = 1
    days: int = 1
    parts: tuple["DateMention", ...] = ()
    beside: tuple["DateMention", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedDate:
    """The days that a time expression means.

    edtf: Gregorian, EDTF level 1: `~` where the words or the calendar leave the day uncertain, `..` for an open end.
    start, end: first and last day that are named, both included; an open end is in `edtf` alone.
    basis: stated (year, month and day are told) or computed (from the publication or from another date).
    consistent: whether weekday and date, or the two calendars, agree; None where nothing is told twice or can be checked.
    time: «HH:MM» where told. rule: what read it.
    """

    edtf: str
    start: date
    end: date
    basis: DateBasis
    rule: str
    calendar: Calendar | None = None
    consistent: bool | None = None
    time: str | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"end {self.end} is before start {self.start}")
