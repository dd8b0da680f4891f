"""A watch put together from its parts: what the command line does, and what tests do with other parts."""

import re
from concurrent.futures import Executor
from dataclasses import dataclass, field
from random import Random

from didar.fetch import Answer, Fetcher, Manners
from didar.fetch.manners import DELAY, Clock
from didar.gather.channels import channel_row, read_channel
from didar.gather.pages import open_page, read_whole_page
from didar.gathering import page_rules, read_days
from didar.model import Article, Reject
from didar.recording import Lore
from didar.store import Store
from didar.watch.keeping import Keeper, Read
from didar.watch.loop import View, Watch
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
    read: Read
    lore: Lore
    pace: Pace = field(default_factory=Pace)
    delay: float = DELAY
    jobs: int = 4


def make_watch(store: Store, feeds: tuple[Feed, ...], parts: Parts, *, view: View | None = None) -> Watch:
    """A watch over feeds that keeps what it finds in a record."""
    return Watch(
        feeds=feeds,
        keeper=Keeper(store=store, read=parts.read, lore=parts.lore, pace=parts.pace, random=parts.random),
        manners=Manners(parts.fetcher, parts.clock, delay=parts.delay),
        read_page=read_answer,
        read_channel=read_messages,
        executor=parts.executor,
        jobs=parts.jobs,
        view=view or View(),
    )


def read_answer(answer: Answer, where: str) -> list[Article | Reject]:
    """The page that a server answered with: an Article and what there is to say of it, or one Reject."""
    found = read_whole_page(
        answer.content, url=answer.url, content_type=answer.content_type, where=where, rules=page_rules(), read_days=read_days
    )
    return list(found)


def read_messages(answer: Answer, where: str) -> list[Article | Reject] | None:
    """The messages of a channel's public page, each an Article; None for a page that holds none."""
    tree = open_page(answer.content, content_type=answer.content_type)
    if isinstance(tree, tuple) or tree.document is None:
        return None
    row = channel_row(tree.document, page_rules())
    return None if row is None else list(read_channel(tree, row, where=where, rules=page_rules(), read_days=read_days))


def looks_like_feed(answer: Answer) -> bool:
    """Whether an answer begins as RSS, Atom or RDF does."""
    return _FEED.match(answer.content[:2000]) is not None
