"""One look at a feed or a channel: a request (for a channel perhaps several), parsed into items. Works in a thread of its own."""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from didar.fetch.addresses import Fault
from didar.fetch.fetcher import Answer
from didar.fetch.manners import Manners
from didar.gather.feeds import Listed, Listing, same_page
from didar.model import Article, Reject
from didar.terms import Reason
from didar.watched import Feed, FeedKind, FeedState, Item

MOST_PAGES = 25  # of a channel that are looked back through; about 500 messages


class Reader(Protocol):
    """What makes something of an answer."""

    def read(self, answer: Answer, where: str) -> list[Article | Reject]:
        """A page: its article, the messages of a channel, or the reason why it is neither; `where`: what faults call it."""
        ...

    def read_feed(self, answer: Answer, now: float) -> Listing | Fault:
        """What a feed lists."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a look at a feed brought. items: each with what its page is known by; notes: what had to be left out."""

    feed: Feed
    items: tuple[tuple[Item, str | None], ...] = ()
    fault: Fault | None = None
    etag: str | None = None
    last_modified: str | None = None
    unchanged: bool = False
    newest: int = 0
    notes: tuple[Reject, ...] = ()


def poll_feed(feed: Feed, state: FeedState, *, manners: Manners, pages: Reader) -> Polled:
    """Ask a feed what is new, with the validators of its last answer."""
    if feed.kind is FeedKind.CHANNEL:
        return _poll_channel(feed, state, manners=manners, pages=pages)
    answer = manners.get(feed.address, etag=state.etag, last_modified=state.last_modified)
    if fault := _fault_of(answer):
        return Polled(feed=feed, fault=fault)
    assert isinstance(answer, Answer)
    if answer.status == 304:
        return Polled(feed=feed, unchanged=True, etag=state.etag, last_modified=state.last_modified)
    listing = pages.read_feed(answer, manners.clock.now())
    if isinstance(listing, tuple):
        return Polled(feed=feed, fault=listing)
    notes = []
    if listing.left_out:
        detail = f"{listing.left_out} items of the feed cannot be told apart or are too many; the rest is kept"
        notes.append(Reject(where=feed.address, reason=Reason.BAD_FEED, detail=detail))
    return Polled(
        feed=feed,
        items=tuple(_item(feed, listed) for listed in listing.items),
        etag=_short(answer.headers.get("etag")),
        last_modified=_short(answer.headers.get("last-modified")),
        notes=tuple(notes),
    )


def _item(feed: Feed, listed: Listed) -> tuple[Item, str | None]:
    item = Item(
        feed=feed.id,
        key=listed.key,
        address=listed.address,
        title=listed.title,
        published=listed.published,
        summary=listed.summary,
    )
    return item, same_page(listed.address) if listed.address else None


def _fault_of(answer: Answer | Fault) -> Fault | None:
    """The fault of an answer that is none: no 200, no 304."""
    if isinstance(answer, tuple):
        return answer
    return None if answer.status in (200, 304) else (Reason.HTTP_ERROR, f"{answer.url} answers {answer.status}")


def _short(value: str | None) -> str | None:
    return value if value and len(value) <= 500 else None


def _poll_channel(feed: Feed, state: FeedState, *, manners: Manners, pages: Reader) -> Polled:
    """The messages since the last look, paged back through until one is reached that was seen; at the first look one page."""
    items: dict[int, tuple[Item, str | None]] = {}
    notes: list[Reject] = []
    before: int | None = None
    for _ in range(MOST_PAGES):
        answer = manners.get(feed.address if before is None else f"{feed.address}?before={before}")
        if fault := _fault_of(answer):
            return Polled(feed=feed, fault=fault)
        assert isinstance(answer, Answer)
        page: dict[int, tuple[Item, str | None]] = {}
        for found in pages.read(answer, feed.address):
            number = _number(found.url if isinstance(found, Article) else found.where)
            if isinstance(found, Article) and number:
                page[number] = _message(feed, found)
            elif isinstance(found, Reject) and (number is None or number > state.newest):
                notes.append(found)
        if not page and before is None:
            return Polled(feed=feed, fault=(Reason.BAD_FEED, f"{feed.address}: no messages, expected the public page of a channel"))
        items |= page
        oldest = min(page, default=0)
        if not state.newest or oldest <= state.newest + 1 or oldest == before:
            break
        before = oldest
    else:
        detail = f"more than {len(items)} messages since the last look; those between {state.newest} and {min(items)} are missing"
        notes.append(Reject(where=feed.address, reason=Reason.GAP, detail=detail))
    newest = max([state.newest, *items])
    if newest == state.newest:
        notes.clear()  # they were told when the page was new
    return Polled(feed=feed, items=tuple(items[n] for n in sorted(items)), newest=newest, notes=tuple(notes))


def _message(feed: Feed, found: Article) -> tuple[Item, str | None]:
    """A message is whole: no page of it needs to be asked for."""
    assert found.url is not None
    item = Item(
        feed=feed.id,
        key=found.url,
        address=found.url,
        title=found.title,
        published=found.published,
        summary=found.text,
        whole=True,
    )
    return item, same_page(found.url)


def _number(address: str | None) -> int | None:
    """The number of a message: the last part of its address."""
    last = urlsplit(address or "").path.rstrip("/").rpartition("/")[2]
    return int(last) if last.isascii() and last.isdecimal() and len(last) < 12 else None
