"""A watch for tests: requests at once or in a simulated net, time by hand, a reader that finds nothing."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from random import Random
from typing import Any

from didar.fetch import Answer, Fetcher, Limits
from didar.fetch.addresses import NOTHING, Address, Fault
from didar.gather.contents import read_content
from didar.gather.feeds import Listing, read_feed
from didar.gathering import page_rules, read_days
from didar.model import Article, Reading, Reject
from didar.recording import Lore
from didar.store import Store
from didar.watch.loop import View, Watch
from didar.watch.making import Parts, make_watch
from didar.watch.schedule import Pace
from didar.watched import Feed, FeedKind
from newsroom import Newsroom


class Inline(Executor):
    """Does at once, in the caller's thread, what it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


class ReadHere:
    """Pages and feeds read in this process; the worker has tests of its own."""

    def read(self, answer: Answer, where: str) -> list[Article | Reject]:
        known = {"url": answer.url, "content_type": answer.content_type}
        return list(read_content(answer.content, **known, where=where, rules=page_rules(), read_days=read_days))

    def read_feed(self, answer: Answer, now: float) -> Listing | Fault:
        return read_feed(answer.content, url=answer.url, content_type=answer.content_type, now=now)


def read_nothing(article: Article) -> Reading:
    return Reading(article=article, versions={"test": "1"})


def make_feed(room: Newsroom, *, kind: FeedKind = FeedKind.RSS, path: str = "/rss", id: str | None = None) -> Feed:
    return Feed(id=id or room.host.partition(".")[0], outlet="irna", name="ایرنا", kind=kind, address=f"{room.base}{path}")


def make_parts(fetcher: Any, clock: Any, *, seed: int = 1, **more: Any) -> Parts:
    return Parts(
        **{
            "fetcher": fetcher,
            "clock": clock,
            "random": Random(seed),
            "executor": Inline(),
            "pages": ReadHere(),
            "read": read_nothing,
            "lore": Lore(),
            "pace": Pace(),
            "delay": 2.0,
            **more,
        }
    )


def watch(store: Store, feeds: Iterable[Feed], parts: Parts, told: list[Reject] | None = None) -> Watch:
    """One run until nothing is due; the rejects that were told go to `told`."""
    made = make_watch(store, tuple(feeds), parts, view=View(told=(told if told is not None else []).append))
    made.run(once=True)
    return made


class SimulatedNet:
    """Newsrooms without sockets: a `Fetcher` to look at, answering by the clock that it is given.

    trouble: called before each answer; what it returns is answered instead.
    """

    def __init__(self, rooms: Iterable[Newsroom], clock: Any, trouble: Callable[[Address], Answer | Fault | None] | None = None) -> None:
        self.rooms = {room.host: room for room in rooms}
        self.clock = clock
        self.trouble = trouble
        self.limits = Limits()
        self.allow = NOTHING
        self.stop = threading.Event()
        self.asked: list[tuple[float, str, str]] = []

    def get(self, address: Address, *, headers: Iterable[tuple[str, str]] = ()) -> Answer | Fault:
        now = self.clock.now()
        self.asked.append((now, address.host, address.target))
        self.clock.time += 0.2
        trouble = self.trouble(address) if self.trouble else None
        if trouble is not None:
            return trouble
        reply = self.rooms[address.host].reply(address.target, now, {name.lower(): value for name, value in headers})
        content = b"" if reply.status == 304 else reply.raw
        return Answer(url=address.url, status=reply.status, content=content, headers={k.lower(): v for k, v in reply.headers.items()})


__all__ = ["Fetcher", "Inline", "SimulatedNet", "make_feed", "make_parts", "ReadHere", "read_nothing", "watch"]
