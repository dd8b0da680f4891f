"""When to ask again: pure functions of what happened, the time, and a source of chance that is handed in."""

from dataclasses import dataclass, replace
from random import Random

from didar.fetch.addresses import Fault
from didar.terms import Reason
from didar.watched import FeedState, Item, ItemState

MOST_FEED_WAIT = 86_400.0  # seconds between two tries of a feed that fails
FINAL = frozenset(  # asking again changes nothing
    {
        Reason.BAD_ADDRESS,
        Reason.FORBIDDEN_ADDRESS,
        Reason.FORBIDDEN_BY_ROBOTS,
        Reason.GONE,
        Reason.TOO_LARGE,
        Reason.TOO_MANY_REDIRECTS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often things are asked for. `every`: minutes between two looks at a feed; `retries`: minutes after each failed try of an
    item's page, after the last of which it is given up."""

    every: float = 20.0  # minutes between two looks at a feed that works; a failing one waits twice as long after each fault
    retries: tuple[float, ...] = (10.0, 60.0, 360.0, 1440.0)  # minutes until an item's page that could not be had is tried again


def _around(seconds: float, random: Random) -> float:
    """A tenth more or less, so that feeds asked together do not stay together."""
    return seconds * random.uniform(0.9, 1.1)


def after_answer(state: FeedState, *, now: float, pace: Pace, random: Random) -> FeedState:
    """The feed answered well."""
    due = now + _around(60 * pace.every, random)
    return replace(state, next_due=due, fails=0, fault=None, tried=now, succeeded=now)


def after_fault(state: FeedState, fault: Fault, *, now: float, pace: Pace, random: Random) -> FeedState:
    """The feed failed: twice as long until the next try with each fault in a row, a day at most."""
    wait = min(MOST_FEED_WAIT, 60 * pace.every * 2 ** min(state.fails, 20))
    told = f"{fault[1]} [{fault[0].value}]"
    return replace(state, next_due=now + _around(wait, random), fails=state.fails + 1, fault=told, tried=now)


def after_failed_page(item: Item, fault: Fault, *, now: float, pace: Pace, random: Random) -> Item | None:
    """The item as it waits for its next try; None where it is given up: the fault is final, or it was tried often enough."""
    if fault[0] in FINAL or item.tries >= len(pace.retries):
        return None
    wait = _around(60 * pace.retries[item.tries], random)
    told = f"{fault[1]} [{fault[0].value}]"
    return replace(item, state=ItemState.WAITING, tries=item.tries + 1, next_try=now + wait, fault=told)
