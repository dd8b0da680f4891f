"""Into the record: what a look at a feed brought, and what became of an item. Each in one transaction, so that a crash at any moment
leaves an item either waiting or done with its article, never one without the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random

from didar.fetch.manners import Manners
from didar.model import Article, Reading, Reject
from didar.recording import Lore, add_reading, add_reject, held_as
from didar.store import Store
from didar.terms import Reason
from didar.watch.items import Outcome
from didar.watch.polling import Polled
from didar.watch.schedule import Pace, after_answer, after_fault
from didar.watched import FeedState, ItemState, Robots

MOST_ROBOTS = 65_536  # characters of a robots.txt that is kept; a longer one is asked for by each run
WORTH_KEEPING = 10.0  # seconds; a shorter pause of a host is over before anybody asks again

Read = Callable[[Article], Reading | Reject]


@dataclass(slots=True)
class Totals:
    """What a run came to, and how many items wait."""

    looks: int = 0
    unchanged: int = 0
    failed: int = 0
    listed: int = 0
    added: int = 0
    known: int = 0
    summaries: int = 0
    rejected: int = 0
    retried: int = 0
    waiting: int = 0

    @property
    def done(self) -> int:
        """Items of which all that could be had was had."""
        return self.added + self.known + self.summaries + self.rejected


def moment(seconds: float) -> str:
    """Seconds since 1970 as the record writes moments."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


@dataclass(slots=True)
class Keeper:
    """The only writer of a watch.

    accept: whether an article is of a language that is read. read: our reader; a Reject from it is an error of ours, and the
    article is kept to be read again.
    """

    store: Store
    accept: Callable[[Article], Article | Reject]
    read: Read
    lore: Lore
    pace: Pace
    random: Random
    totals: Totals = field(default_factory=Totals)
    _robots: dict[str, Robots] = field(default_factory=dict)
    _waits: dict[str, float] = field(default_factory=dict)

    def recall(self, manners: Manners, *, feeds: Iterable[str]) -> None:
        """Hand over what the record knows of hosts and their robots.txt files; what is over is forgotten. Count what waits."""
        with self.store.transaction():
            self.store.forget_hosts(before=manners.clock.now())
        counts = self.store.count_items()
        self.totals.waiting = sum(counts.get(feed, {}).get(ItemState.WAITING, 0) for feed in feeds)
        self._robots = {robots.origin: robots for robots in self.store.robots_files()}
        self._waits = self.store.host_waits()
        manners.robots.update(self._robots)
        manners.not_before.update(self._waits)

    def keep_look(self, polled: Polled, state: FeedState, *, now: float) -> FeedState:
        """New items and the feed's state together: validators are never kept without the items that they stand for."""
        self.totals.looks += 1
        if polled.fault is not None:
            self.totals.failed += 1
            state = after_fault(state, polled.fault, now=now, pace=self.pace, random=self.random)
        else:
            self.totals.unchanged += polled.unchanged
            state = after_answer(state, now=now, pace=self.pace, random=self.random)
            state = replace(state, etag=polled.etag, last_modified=polled.last_modified, newest=max(state.newest, polled.newest))
        with self.store.transaction():
            new = self.store.put_items(polled.items, at=now)
            self.store.put_feed_state(state)
            for note in polled.notes:
                self.store.put_reject(note, at=moment(now))
        self.totals.listed += new
        self.totals.waiting += new
        return state

    def keep_outcome(self, outcome: Outcome, *, now: float) -> tuple[Reject, ...]:
        """The item's new state with its article and rejects; those rejects, as they are to be told."""
        outcome = self._accepted(outcome)
        article = outcome.article
        held = held_as(self.store, article) if article else None
        reading, rejects = self._reading(article if held is None else None, outcome.rejects)
        with self.store.transaction():
            if reading is not None:
                done = add_reading(self.store, reading, lore=self.lore, at=moment(now))
                rejects += (done,) if isinstance(done, Reject) else ()
            for reject in rejects:
                add_reject(self.store, reject, at=moment(now))
            self.store.put_item_state(outcome.item, article=held or (article.id if article else None))
        self._count(outcome, known=held is not None)
        return rejects

    def _accepted(self, outcome: Outcome) -> Outcome:
        """The outcome, or a rejection where its article is not of a language that is read."""
        accepted = None if outcome.article is None else self.accept(outcome.article)
        if not isinstance(accepted, Reject):
            return outcome
        where = outcome.item.address or outcome.item.key
        reject = replace(accepted, where=where)
        item = replace(outcome.item, state=ItemState.REJECTED, fault=f"{reject.detail} [{reject.reason.value}]")
        return Outcome(item=item, rejects=(reject,))

    def _reading(self, article: Article | None, rejects: tuple[Reject, ...]) -> tuple[Reading | None, tuple[Reject, ...]]:
        """The article read, outside of the transaction; on an error of ours without facts, with the reject that says so."""
        if article is None:
            return None, rejects
        read = self.read(article)
        return (Reading(article=article), (*rejects, read)) if isinstance(read, Reject) else (read, rejects)

    def _count(self, outcome: Outcome, *, known: bool) -> None:
        self.totals.waiting -= outcome.item.state is not ItemState.WAITING
        match outcome.item.state:
            case ItemState.WAITING:
                self.totals.retried += 1
            case ItemState.REJECTED:
                self.totals.rejected += 1
            case ItemState.SUMMARY:
                self.totals.summaries += 1
            case ItemState.KEPT:
                self.totals.known += known
                self.totals.added += not known

    def keep_hosts(self, manners: Manners, *, now: float) -> None:
        """What was learned of hosts, so that the next run is no less polite."""
        robots = {o: r for o, r in dict(manners.robots).items() if self._robots.get(o) is not r and len(r.text) <= MOST_ROBOTS}
        waits = {h: t for h, t in dict(manners.not_before).items() if t > now + WORTH_KEEPING and self._waits.get(h) != t}
        if not robots and not waits:
            return
        with self.store.transaction():
            for one in robots.values():
                self.store.put_robots(one)
            for host, until in waits.items():
                self.store.put_host_wait(host, until)
        self._robots |= robots
        self._waits |= waits


def reader_failed(article: Article, error: str) -> Reject:
    """The article is kept without facts; `didar reread` reads it again."""
    detail = f'an error in didar itself, please report it ({error[:200]}); the article is kept as "{article.id}"'
    return Reject(where=article.url or article.id, reason=Reason.READER_FAILED, detail=detail)
