"""How many entries there are of each kind, status, party and topic: what a question can be narrowed to."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func

from didar.store import schema as t
from didar.store.interface import EntryFilter

Query = Callable[[EntryFilter, Any], Select[Any]]
Counts = list[tuple[str, int]]


def count_facets(db: Connection, query: Query, which: EntryFilter, *, most: int) -> dict[str, Counts]:
    """Counts by value, the most first: each facet counts what fits all of the question but the facet's own part.

    `party` and `topic`, of which an entry has several, count what the question would be narrowed to, without what it asks
    for already; of them only the first `most` are given.
    """
    which = replace(which, limit=None, after=None)
    e = t.entry.c
    return {
        "kind": _count(db, query(replace(which, kinds=()), e.kind), e.kind),
        "status": _count(db, query(replace(which, statuses=()), e.status), e.status),
        "party": _count_several(db, query, which, (t.entry_party, "party", which.parties), most=most),
        "topic": _count_several(db, query, which, (t.entry_topic, "topic", which.topics), most=most),
    }


def _count(db: Connection, query: Select[Any], column: Any) -> Counts:
    rows = db.execute(query.order_by(None).add_columns(func.count()).group_by(column))
    return sorted(((str(row[0]), int(row[1])) for row in rows), key=lambda r: (-r[1], r[0]))


def _count_several(db: Connection, query: Query, which: EntryFilter, facet: tuple[Any, str, tuple[str, ...]], *, most: int) -> Counts:
    table, name, taken = facet
    side = table.alias()
    value = side.c[name]
    asked = query(which, value).join(side, side.c.entry == t.entry.c.id).order_by(None)
    asked = asked.add_columns(func.count()).group_by(value).order_by(func.count().desc(), value)
    rows: Any = db.execute(asked.limit(most + len(taken)))
    return [(str(row[0]), int(row[1])) for row in rows if row[0] not in taken][:most]
