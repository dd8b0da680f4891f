"""The days that a picture shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_EARLIEST, _LATEST = date(1600, 1, 1).toordinal(), date(2400, 12, 31).toordinal()
LEAST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Window:
    """From `first` to `last`, both included; never fewer than seven days when zoomed."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"last {self.last} is before first {self.first}")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def zoomed(self, factor: float, at: float = 0.5) -> "Window":
        """`factor` 0.5 shows half as many days, around the place `at` (0 first, 1 last), which stays where it is."""
        start = self.first.toordinal()
        wanted = max(LEAST_DAYS, round(self.days * factor))
        return _bounded(round(start + at * (self.days - wanted)), wanted)

    def panned(self, share: float) -> "Window":
        """As many days, later by a share of them (earlier where negative)."""
        return _bounded(self.first.toordinal() + round(share * self.days), self.days)


def _bounded(start: int, days: int) -> Window:
    days = min(days, _LATEST - _EARLIEST + 1)
    start = min(max(start, _EARLIEST), _LATEST - days + 1)
    return Window(date.fromordinal(start), date.fromordinal(start + days - 1))


def fit_window(days: Iterable[int], *, around: date) -> Window:
    """The window that shows all these days (ordinals; 0 is no day) with a little room; a year around a day where there is none."""
    known = [d for d in days if d]
    if not known:
        return _bounded(around.toordinal() - 300, 365)
    first, last = min(known), max(known)
    room = max(3, (last - first) // 25)
    return _bounded(first - room, last - first + 2 * room + 1)
