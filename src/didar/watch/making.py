"""A watch put together from its parts: what the command line does, and what tests do with other parts."""

import re
from concurrent.futures import Executor
from dataclasses import dataclass, field
from random import Random
from threading import Lock

from didar.fetch import Answer, Fetcher, Manners
from didar.fetch.manners import DELAY, Clock
from didar.gather.decode import Fault
from didar.gather.feeds import Listing
from didar.gather.languages import keep_persian
from didar.gathering import PageWorker, page_rules
from didar.model import Article, Reject
from didar.recording import Lore
from didar.store import Store
from didar.watch.keeping import Keeper, Read
from didar.watch.loop import View, Watch
from didar.watch.polling import Reader
from didar.watch.schedule import Pace
from didar.watched import Feed

_FEED = re.compile(rb"\s*(\xef\xbb\xbf)?\s*(<\?xml[^>]{0,200}\?>)?\s*(<!--.{0,500}?-->\s*)?<(rss|feed|rdf:RDF)\b", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything of a watch that comes from outside: time, chance, the net, the reader, and how it is paced.

    delay: seconds between two requests to one host. jobs: requests under way at once.
    """

    fetcher: Fetcher
    clock: Clock
    random: Random
    executor: Executor
    pages: Reader
    read: Read
    lore: Lore
    pace: Pace = field(default_factory=Pace)
    delay: float = DELAY
    jobs: int = 4


def make_watch(store: Store, feeds: tuple[Feed, ...], parts: Parts, *, view: View | None = None) -> Watch:
    """A watch over feeds that keeps what it finds in a record."""
    return Watch(
        feeds=feeds,
        keeper=Keeper(store=store, accept=persian_only, read=parts.read, lore=parts.lore, pace=parts.pace, random=parts.random),
        manners=Manners(parts.fetcher, parts.clock, delay=parts.delay),
        pages=parts.pages,
        executor=parts.executor,
        jobs=parts.jobs,
        view=view or View(),
    )


def looks_like_feed(answer: Answer) -> bool:
    """Whether an answer begins as RSS, Atom or RDF does."""
    return _FEED.match(answer.content[:2000]) is not None


class Pages:
    """Reads what servers answer with in a process of its own, one answer at a time for all threads. What a `Reader` is."""

    def __init__(self) -> None:
        self._worker = PageWorker()
        self._turn = Lock()

    def read(self, answer: Answer, where: str) -> list[Article | Reject]:
        """What a page holds: an Article and what there is to say of it, the messages of a channel, or one Reject."""
        with self._turn:
            return self._worker.read(answer.content, url=answer.url, content_type=answer.content_type, where=where)

    def read_feed(self, answer: Answer, now: float) -> Listing | Fault:
        """What a feed lists; a fault where it is none."""
        with self._turn:
            return self._worker.read_feed(answer.content, url=answer.url, content_type=answer.content_type, now=now)

    def close(self) -> None:
        self._worker.close()

    def __enter__(self) -> "Pages":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def persian_only(article: Article) -> Article | Reject:
    """The article, or the reason why its language is not read."""
    return next(keep_persian([article], words=page_rules().languages))
