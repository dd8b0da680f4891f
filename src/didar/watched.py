"""The nouns of watching: what is known of feeds, of items that wait, and of hosts. Moments are seconds since 1970, UTC."""

from dataclasses import dataclass
from enum import StrEnum


class FeedKind(StrEnum):
    """How a source lists its news."""

    RSS = "rss"
    ATOM = "atom"
    CHANNEL = "channel"


class ItemState(StrEnum):
    """What became of an item. Everything but `waiting` is final."""

    WAITING = "waiting"
    KEPT = "kept"  # its article is in the record
    SUMMARY = "summary"  # only what the feed itself says of it could be had, and is in the record
    REJECTED = "rejected"  # nothing of it could be used; the reason is in the record


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A source that is watched: a row of feeds.tsv. `name`: the outlet as the pack writes it."""

    id: str
    outlet: str
    name: str
    kind: FeedKind
    address: str
    country: str | None = None
    language: str = "fa"
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """The health of one feed.

    address: what all this was learned of; a feed that moves in the table begins anew.
    etag, last_modified: validators of its last answer. next_due: when it is asked again.
    fails: faults in a row; fault: what the last one was. tried, succeeded: when it was last asked, and last answered well.
    newest: of a channel, the highest number of a message seen.
    """

    feed: str
    address: str = ""
    etag: str | None = None
    last_modified: str | None = None
    next_due: float = 0.0
    fails: int = 0
    fault: str | None = None
    tried: float | None = None
    succeeded: float | None = None
    newest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One news item of a feed.

    key: what it is known by within its feed: its guid, or its address where it has none.
    address: of its page, None where there is none that can be asked for.
    published: ISO 8601 as far as the feed tells; summary: plain text; whole: whether `summary` is all there is of it
    (a message of a channel), so that no page needs to be asked for. tries: how often its page was asked for.
    """

    feed: str
    key: str
    address: str | None = None
    title: str | None = None
    published: str | None = None
    summary: str = ""
    whole: bool = False
    state: ItemState = ItemState.WAITING
    tries: int = 0
    next_try: float = 0.0
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a robots.txt said. `text`: its rules, empty where everything is allowed; `barred`: why nothing is, for now."""

    origin: str
    text: str = ""
    barred: str | None = None
    until: float = 0.0
