"""The loop of a watch: whatever is due and whose host is free is asked for, side by side; what comes back is kept, one by one.

All that has to be known lies in the record, so the loop may end at any moment, and the next one goes on from there.
"""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field

from didar.fetch.addresses import Fault
from didar.fetch.manners import LONGEST, Manners
from didar.model import Article, Reject
from didar.terms import Reason
from didar.watch.items import ask_for_page, decide, whole_item
from didar.watch.keeping import Keeper
from didar.watch.polling import Polled, Reader, poll_feed
from didar.watched import Feed, FeedState, Item

LOOK_UP = 0.5  # seconds at most between two looks at whether to stop, while something is under way
NAP = 600.0  # seconds at most between two looks at the record, while nothing is

Got = Polled | list[Article | Reject] | Fault


class SystemClock:
    """The machine's clock; sleeping ends when the run is to stop."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        self._stop.wait(seconds)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be asked for: a feed, or the page of one of its items. `host`: whose turn it takes."""

    feed: Feed
    item: Item | None
    host: str


@dataclass(slots=True)
class View:
    """What a watch shows of itself while it runs; called by the loop, in its thread."""

    told: Callable[[Reject], None] = lambda reject: None
    stepped: Callable[["Watch"], None] = lambda watch: None


@dataclass(slots=True)
class Watch:
    """A run over some feeds.

    executor: where requests are made; at most `jobs` at once, one a host. stop: set from outside to end the run.
    """

    feeds: Iterable[Feed]
    keeper: Keeper
    manners: Manners
    pages: Reader
    executor: Executor
    jobs: int = 4
    view: View = field(default_factory=View)
    running: dict[Future[Got], Job] = field(default_factory=dict)
    states: dict[str, FeedState] = field(default_factory=dict)
    _feeds: dict[str, Feed] = field(default_factory=dict)
    _hosts: dict[str, str] = field(default_factory=dict)

    @property
    def stop(self) -> threading.Event:
        return self.manners.fetcher.stop

    def run(self, *, once: bool = False) -> None:
        """Go on until stopped; with `once` until every feed that is due was looked at and no item is left that can be had soon."""
        self._feeds = {feed.id: feed for feed in self.feeds}
        self._hosts = {feed.id: self.manners.host_of(feed.address) for feed in self._feeds.values()}
        known = self.keeper.store.feed_states()
        self.states = {feed.id: _state_of(feed, known.get(feed.id)) for feed in self._feeds.values()}
        self.keeper.recall(self.manners, feeds=self._feeds)
        looked: set[str] | None = set() if once else None
        while not self.stop.is_set():
            wake = self._start(looked)
            self.view.stepped(self)
            if self.running:
                self._collect(wake)
            elif once and (wake is None or wake > self._now() + LONGEST):
                break
            elif (rest := (wake or self._now() + NAP) - self._now()) > 0:
                self.manners.clock.sleep(min(NAP, rest))
        self._finish()

    def _now(self) -> float:
        return self.manners.clock.now()

    # -- what is due ---------------------------------------------------------------------------------------------------

    def _start(self, looked: set[str] | None) -> float | None:
        """Start what can be started; when to look again, None where nothing waits.

        looked: where only one look at each feed is wanted, those that had theirs; what becomes due later is then left.
        """
        now = self._now()
        items, feeds = self._due_items(now), self._due_feeds(now, looked)
        wake = [] if looked is not None else self._later(now)
        busy = {job.host for job in self.running.values()}
        for job in [*feeds, *items]:
            if job.item is not None and job.item.whole:
                self._keep_item(job, [])
                wake.append(now)
                continue
            free = self.manners.not_before.get(job.host, 0.0)
            if free > now:
                wake.append(free)
            elif job.host not in busy and len(self.running) < self.jobs and not self.stop.is_set():
                busy.add(job.host)
                if job.item is None and looked is not None:
                    looked.add(job.feed.id)
                self.running[self._submit(job)] = job
        return min(wake, default=None)

    def _due_items(self, now: float) -> list[Job]:
        """Of each feed the item whose turn it is."""
        under_way = {(job.item.feed, job.item.key) for job in self.running.values() if job.item is not None}
        items = self.keeper.store.next_items(self._feeds, until=now)
        hosts = ("" if item.whole else self.manners.host_of(item.address or "") for item in items)
        return [Job(self._feeds[i.feed], i, host) for i, host in zip(items, hosts, strict=True) if (i.feed, i.key) not in under_way]

    def _due_feeds(self, now: float, looked: set[str] | None) -> list[Job]:
        """Feeds whose look is due, the one that waits longest first; before items, for a list that is not looked at moves on."""
        under_way = {job.feed.id for job in self.running.values() if job.item is None} | (looked or set())
        due = [state for state in self.states.values() if state.next_due <= now and state.feed not in under_way]
        return [Job(self._feeds[s.feed], None, self._hosts[s.feed]) for s in sorted(due, key=lambda s: s.next_due)]

    def _later(self, now: float) -> list[float]:
        """When the next feed, and the next item that waits for another try, are due."""
        tries = self.keeper.store.next_try(self._feeds, after=now)
        return [s.next_due for s in self.states.values() if s.next_due > now] + ([tries] if tries is not None else [])

    def _submit(self, job: Job) -> Future[Got]:
        if job.item is not None:
            return self.executor.submit(self._page, job.item)
        return self.executor.submit(self._look, job.feed, self.states[job.feed.id])

    def _look(self, feed: Feed, state: FeedState) -> Got:
        return poll_feed(feed, state, manners=self.manners, pages=self.pages)

    def _page(self, item: Item) -> Got:
        return ask_for_page(item, manners=self.manners, pages=self.pages)

    # -- what came back ------------------------------------------------------------------------------------------------

    def _collect(self, wake: float | None) -> None:
        """Keep what is there, waiting for it a little."""
        patience = LOOK_UP if wake is None else max(0.0, min(LOOK_UP, wake - self._now()))
        done, _ = wait(self.running, timeout=patience if len(self.running) < self.jobs else LOOK_UP, return_when=FIRST_COMPLETED)
        for future in [f for f in self.running if f in done]:
            self._keep(self.running.pop(future), _result(future))

    def _keep(self, job: Job, got: Got) -> None:
        if self.stop.is_set() and (isinstance(got, tuple) or (isinstance(got, Polled) and got.fault)):
            return  # cut off by us: it counts for nothing, and is tried again by the next run
        if job.item is None and isinstance(got, tuple):
            got = Polled(feed=job.feed, fault=got)
        if isinstance(got, Polled):
            state = self.keeper.keep_look(got, self.states[job.feed.id], now=self._now())
            self.states[job.feed.id] = state
            for note in got.notes:
                self.view.told(note)
            if got.fault is not None:
                self.view.told(Reject(where=job.feed.id, reason=got.fault[0], detail=got.fault[1]))
        else:
            self._keep_item(job, got)
        self.keeper.keep_hosts(self.manners, now=self._now())
        self.view.stepped(self)

    def _keep_item(self, job: Job, got: list[Article | Reject] | Fault) -> None:
        assert job.item is not None
        now = self._now()
        if job.item.whole:
            outcome = whole_item(job.item, feed=job.feed)
        else:
            outcome = decide(job.item, got, feed=job.feed, now=now, pace=self.keeper.pace, random=self.keeper.random)
        for reject in self.keeper.keep_outcome(outcome, now=now):
            self.view.told(reject)

    def _finish(self) -> None:
        """Keep what is already there; what is still under way is cut off by `stop`."""
        while self.running:
            done, _ = wait(self.running, return_when=FIRST_COMPLETED)
            for future in [f for f in self.running if f in done]:
                self._keep(self.running.pop(future), _result(future))


def _state_of(feed: Feed, known: FeedState | None) -> FeedState:
    """What the record knows of the feed at this address."""
    return known if known and known.address == feed.address else FeedState(feed=feed.id, address=feed.address)


def _result(future: Future[Got]) -> Got:
    """What a request brought. An error of ours on one feed or page is told and tried again like a fault of theirs, so that it
    stops neither this run nor every run to come; anything else that ends a thread ends the run."""
    error = future.exception()
    if error is None:
        return future.result()
    if not isinstance(error, Exception):
        raise error
    return Reason.READER_FAILED, f"an error in didar itself, please report it ({type(error).__name__}: {str(error)[:150]})"
