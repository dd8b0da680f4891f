"""What watching leaves in the record: feeds and their health, items seen and items that wait, robots.txt files, hosts."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from didar.store import schema as t
from didar.store.bodies import dump, load
from didar.watched import FeedState, Item, ItemState, Robots

_BODY = ("address", "title", "published", "summary", "whole")


class Watching:
    """The part of a store that keeps what is watched."""

    _db: Connection

    def feed_states(self) -> dict[str, FeedState]:
        """The state of every feed that was ever asked, by its id."""
        rows = self._db.execute(select(t.feed)).mappings()
        return {row["id"]: FeedState(feed=row["id"], **{k: row[k] for k in row if k != "id"}) for row in rows}

    def put_feed_state(self, state: FeedState) -> None:
        values = asdict(state)
        values["id"] = values.pop("feed")
        self._db.execute(insert(t.feed).prefix_with("OR REPLACE").values(**values))

    def put_items(self, items: Iterable[tuple[Item, str | None]], *, at: float) -> int:
        """Keep items that were not seen before, by key in their feed or by page in any; how many they are.

        items: each with what its page is known by (`gather.feeds.same_page`).
        """
        new = 0
        for item, page in items:
            same: ColumnElement[bool] = (t.feed_item.c.feed == item.feed) & (t.feed_item.c.key == item.key)
            if self._db.execute(select(t.feed_item.c.row).where(or_(same, t.feed_item.c.page == page) if page else same)).first():
                continue
            self._db.execute(
                insert(t.feed_item).values(
                    feed=item.feed,
                    key=item.key,
                    page=page,
                    state=item.state.value,
                    tries=item.tries,
                    next_try=item.next_try,
                    seen=at,
                    body=dump({name: getattr(item, name) for name in _BODY}),
                )
            )
            new += 1
        return new

    def next_items(self, feeds: Iterable[str], *, until: float) -> list[Item]:
        """Of each of these feeds the item that was listed first among those that wait and may be tried by `until`."""
        first = select(func.min(t.feed_item.c.row)).where(*_waiting(feeds), t.feed_item.c.next_try <= until).group_by(t.feed_item.c.feed)
        found = self._db.execute(select(t.feed_item).where(t.feed_item.c.row.in_(first)).order_by(t.feed_item.c.row)).mappings()
        return [_item(row) for row in found]

    def next_try(self, feeds: Iterable[str], *, after: float) -> float | None:
        """When the next of the items of these feeds that wait for longer than `after` may be tried."""
        return self._db.execute(select(func.min(t.feed_item.c.next_try)).where(*_waiting(feeds), t.feed_item.c.next_try > after)).scalar()

    def put_item_state(self, item: Item, *, article: str | None = None) -> None:
        """Keep what became of an item. A final state forgets what the feed said of it: the article or the reject has that."""
        values: dict[str, Any] = {"state": item.state.value, "tries": item.tries, "next_try": item.next_try, "fault": item.fault}
        if item.state is not ItemState.WAITING:
            values |= {"article": article, "body": None}
        where = (t.feed_item.c.feed == item.feed) & (t.feed_item.c.key == item.key)
        self._db.execute(update(t.feed_item).where(where).values(**values))

    def count_items(self) -> dict[str, dict[ItemState, int]]:
        """How many items of each feed are in which state."""
        counts: dict[str, dict[ItemState, int]] = {}
        query = select(t.feed_item.c.feed, t.feed_item.c.state, func.count()).group_by(t.feed_item.c.feed, t.feed_item.c.state)
        for feed, state, count in self._db.execute(query):
            counts.setdefault(feed, {})[ItemState(state)] = count
        return counts

    def robots_files(self) -> list[Robots]:
        return [Robots(**row) for row in self._db.execute(select(t.robots)).mappings()]

    def put_robots(self, robots: Robots) -> None:
        self._db.execute(insert(t.robots).prefix_with("OR REPLACE").values(**asdict(robots)))

    def forget_hosts(self, *, before: float) -> None:
        """Drop robots.txt files and pauses that held until `before` only."""
        self._db.execute(delete(t.robots).where(t.robots.c.until <= before))
        self._db.execute(delete(t.host).where(t.host.c.not_before <= before))

    def host_waits(self) -> dict[str, float]:
        """Hosts with the moment before which they are not asked."""
        return {row.name: row.not_before for row in self._db.execute(select(t.host))}

    def put_host_wait(self, host: str, not_before: float) -> None:
        self._db.execute(insert(t.host).prefix_with("OR REPLACE").values(name=host, not_before=not_before))


def _waiting(feeds: Iterable[str]) -> tuple[ColumnElement[bool], ...]:
    return t.feed_item.c.state == ItemState.WAITING.value, t.feed_item.c.feed.in_(sorted(set(feeds)))


def _item(row: Any) -> Item:
    return Item(
        feed=row["feed"],
        key=row["key"],
        state=ItemState(row["state"]),
        tries=row["tries"],
        next_try=row["next_try"],
        fault=row["fault"],
        **load(row["body"]),
    )
