"""Where the axis has its marks: days, months and years of the calendar that is asked for."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from didar.calendars import from_date, to_date
from didar.terms import Calendar
from didar.web.pictures.names import digits, month_name
from didar.web.pictures.window import Window


class Unit(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Step:
    """Every `count` units; `days`: about how long that is; `room`: how wide its label is, in px."""

    unit: Unit
    count: int
    days: float
    room: int


STEPS = (
    Step(Unit.DAY, 1, 1, 20),
    Step(Unit.DAY, 5, 5, 28),
    Step(Unit.DAY, 10, 10, 36),
    Step(Unit.MONTH, 1, 30.4, 62),
    Step(Unit.MONTH, 3, 91.3, 62),
    Step(Unit.MONTH, 6, 182.6, 62),
    *(Step(Unit.YEAR, n, 365.25 * n, 44) for n in (1, 2, 5, 10, 20, 50, 100, 200)),
)
_ABOVE = {Unit.DAY: Step(Unit.MONTH, 1, 30.4, 96), Unit.MONTH: Step(Unit.YEAR, 1, 365.25, 44)}


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis. `upper`: in the row above, where the larger unit is told; `whole`: the day starts that larger unit."""

    day: date
    label: str
    upper: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to px. `start`, `length`: where the plot begins and how long it is, counted from where reading starts;
    `width`: of the whole picture; `mirrored`: time runs from right to left."""

    window: Window
    start: float
    length: float
    width: float
    mirrored: bool

    def along(self, ordinal: float) -> float:
        """px from where reading starts to the beginning of a day."""
        return self.start + (ordinal - self.window.first.toordinal()) * self.length / self.window.days

    def x(self, along: float) -> float:
        """The same place as an x of the picture."""
        return self.width - along if self.mirrored else along

    def left(self, along: float, wide: float) -> float:
        """x of the left edge of something that begins at `along`."""
        return self.x(along + wide) if self.mirrored else along


def calendar_for(window: Window, calendar: Calendar) -> Calendar:
    """The calendar itself, or the Gregorian where it does not reach."""
    reaches = all(from_date(calendar, day) for day in (window.first, window.last))
    return calendar if reaches else Calendar.GREGORIAN


def step_for(scale: Scale, *, least: float | None = None) -> Step:
    """The finest step whose labels have room, or whose span is at least so many px."""
    a_day = scale.length / scale.window.days
    for step in STEPS:
        if step.days * a_day >= (step.room if least is None else least):
            return step
    return STEPS[-1]


def starts(step: Step, window: Window, calendar: Calendar) -> list[date]:
    """The first days of the steps that touch the window, in order."""
    found = list(_starts(step, window, calendar))
    at = bisect_right(found, window.first)
    return [d for d in found[max(0, at - 1) :] if d <= window.last]


def _starts(step: Step, window: Window, calendar: Calendar) -> Iterator[date]:
    first, last = from_date(calendar, window.first), from_date(calendar, window.last)
    if first is None or last is None:
        return
    if step.unit is Unit.YEAR:
        months = [(year, 1) for year in range(first[0] - first[0] % step.count, last[0] + 1, step.count)]
    else:
        every = step.count if step.unit is Unit.MONTH else 1
        before = first[0] * 12 + (first[1] - 1) // every * every
        months = [divmod(n, 12) for n in range(before, last[0] * 12 + last[1], every)]
        months = [(year, month + 1) for year, month in months]
    for year, month in months:
        for day in range(1, 30, step.count) if step.unit is Unit.DAY else (1,):
            if step.unit is Unit.DAY and step.count > 1 and day + step.count > 32:
                continue
            found = to_date(calendar, year, month, day)
            if found:
                yield found
        if step.unit is Unit.DAY and step.count == 1:
            yield from (d for d in (to_date(calendar, year, month, n) for n in (30, 31)) if d)


def ticks(scale: Scale, *, calendar: Calendar, language: str) -> list[Tick]:
    """The marks of both rows, each row in order of time; a label that began before the window stands at its beginning."""
    calendar = calendar_for(scale.window, calendar)
    step = step_for(scale)
    lower = [Tick(d, _label(step, d, calendar, language)) for d in starts(step, scale.window, calendar) if d >= scale.window.first]
    above = _ABOVE.get(step.unit)
    if above is None:
        return lower
    upper = [
        Tick(max(d, scale.window.first), _label(above, d, calendar, language), upper=True) for d in starts(above, scale.window, calendar)
    ]
    return upper + lower


def _label(step: Step, day: date, calendar: Calendar, language: str) -> str:
    found = from_date(calendar, day)
    if found is None:
        return digits(day.isoformat(), language)
    year, month, number = found
    if step.unit is Unit.DAY:
        return digits(number, language)
    if step.unit is Unit.YEAR:
        return digits(year, language)
    name = month_name(calendar, month, language)
    return digits(f"{name} {year}", language) if step.room > 62 else name
