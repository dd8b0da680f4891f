"""The health of what is watched: one row a feed."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from didar.store import Store
from didar.watched import Feed, FeedState, ItemState


def read_feeds(store: Store | None, feeds: Iterable[Feed], *, now: float) -> list[dict[str, Any]]:
    """Each feed with its state in the record, in the order of the table; without a record the table alone. now: seconds since 1970."""
    states = store.feed_states() if store else {}
    counts = store.count_items() if store else {}
    return [_row(feed, states.get(feed.id), counts.get(feed.id, {}), now) for feed in feeds]


def _row(feed: Feed, state: FeedState | None, counts: dict[ItemState, int], now: float) -> dict[str, Any]:
    row: dict[str, Any] = {
        "feed": feed.id,
        "outlet": feed.outlet,
        "country": feed.country,
        "language": feed.language,
        "kind": feed.kind.value,
        "address": feed.address,
        "verified": feed.verified,
    }
    if state is None:
        return row
    return row | {
        "health": "failing" if state.fails else "well",
        "fails": state.fails,
        "fault": state.fault,
        "tried": _moment(state.tried),
        "succeeded": _moment(state.succeeded),
        "next_due": _moment(max(state.next_due, now)),
        "items": {kind.value: counts.get(kind, 0) for kind in ItemState},
    }


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
