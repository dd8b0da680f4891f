"""How many entries there are of each kind, status, party and topic: what a question can be narrowed to."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, and_, func, literal, select, true, union_all

from didar.store import schema as t
from didar.store.interface import EntryFilter

Query = Callable[[EntryFilter, Any], Select[Any]]
Counts = list[tuple[str, int]]


def count_facets(db: Connection, query: Query, which: EntryFilter, *, most: int) -> dict[str, Counts]:
    """Counts by value, the most first: each facet counts what fits all of the question but the facet's own part.

    `party` and `topic`, of which an entry has several, count what the question would be narrowed to, without what it asks
    for already; of them only the first `most` are given.
    """
    wide = replace(which, kinds=(), statuses=(), limit=None, after=None)
    e = t.entry.c
    found = query(wide, e.id).add_columns(e.kind, e.status).order_by(None).cte("found")
    of_kind = found.c.kind.in_(which.kinds) if which.kinds else true()
    of_status = found.c.status.in_(which.statuses) if which.statuses else true()
    party, topic = t.entry_party.c, t.entry_topic.c
    fit = select(found.c.id).where(and_(of_kind, of_status))
    asked = union_all(
        _counts("kind", found.c.kind, found).where(of_status).group_by(found.c.kind),
        _counts("status", found.c.status, found).where(of_kind).group_by(found.c.status),
        _counts("party", party.party, t.entry_party).where(party.entry.in_(fit)).group_by(party.party),
        _counts("topic", topic.topic, t.entry_topic).where(topic.entry.in_(fit)).group_by(topic.topic),
    )
    counts: dict[str, Counts] = {"kind": [], "status": [], "party": [], "topic": []}
    for facet, value, count in db.execute(asked):
        counts[facet].append((str(value), int(count)))
    taken = {"party": which.parties, "topic": which.topics}
    return {facet: _first(rows, taken.get(facet, ()), most if facet in taken else None) for facet, rows in counts.items()}


def _counts(facet: str, value: Any, source: Any) -> Select[Any]:
    return select(literal(facet), value, func.count()).select_from(source)


def _first(rows: Counts, taken: tuple[str, ...], most: int | None) -> Counts:
    return sorted((r for r in rows if r[0] not in taken), key=lambda r: (-r[1], r[0]))[:most]
