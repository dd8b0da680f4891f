"""Which of several days or months is meant: the last, the next or the nearest one."""

from collections.abc import Sequence
from datetime import date

from didar.terms import Tense

Days = tuple[date, date]


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
