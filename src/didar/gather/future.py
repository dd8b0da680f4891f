"""Dates that cannot be: a page is not published after the day on which it was had. Time comes in as an argument."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from didar.edtf import published_day
from didar.model import Article, Reject
from didar.terms import Reason

LEEWAY = timedelta(days=1)  # clocks and calendars of outlets differ by a day


def is_future(published: str | None, *, now: float) -> bool:
    """Whether a publication date lies after the day of `now` (seconds since 1970), with a day's leeway."""
    day = published_day(published)
    return day is not None and day > (datetime.fromtimestamp(now, UTC) + LEEWAY).date()


def without_future(found: Iterable[Article | Reject], *, now: float, where: str, instead: str | None = None) -> Iterator[Article | Reject]:
    """The same; an article dated in the future has the date `instead` (its feed's, where that can be) or none, and a Reject says so."""
    instead = None if is_future(instead, now=now) else instead
    for item in found:
        if isinstance(item, Reject) or not is_future(item.published, now=now):
            yield item
            continue
        yield replace(item, published=instead)
        taken = f"{instead}, as its feed says, is taken" if instead else "it is kept without a date"
        detail = f'the page says it was published on {item.published}, after it was read; {taken}; the article is kept as "{item.id}"'
        yield Reject(where=where, reason=Reason.BAD_DATE, detail=detail)
