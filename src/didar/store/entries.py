"""Entries, their ids and redirects, and the columns they are asked for by."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, update

from didar.record import Entry
from didar.store import schema as t
from didar.store.articles import chunks
from didar.store.bodies import dump, entry_from_dict, entry_line, entry_to_dict, load
from didar.store.facets import count_facets
from didar.store.interface import EntryFilter, EntryMark, Row
from didar.store.words import fold_text

LIVE, REDIRECT, EMPTY = "live", "redirect", "empty"
HELD = ("held", "ongoing")
MOST_PARTIES = 12


class Entries:
    """The part of a store that keeps entries."""

    _db: Connection

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of an id, redirects followed; None where there is none."""
        seen: set[str] = set()
        wanted: str | None = entry_id
        while wanted and wanted not in seen:
            seen.add(wanted)
            row = self._db.execute(select(t.entry.c.redirect, t.entry.c.state, t.entry.c.body).where(t.entry.c.id == wanted)).first()
            if row is None:
                return None
            if row[1] != REDIRECT:
                return entry_from_dict(load(row[2]))
            wanted = row[0]
        return None

    def entry_ids(self, prefix: str) -> list[str]:
        own = t.entry.c.id
        return list(self._db.execute(select(own).where(own >= prefix, own < prefix + "\U0010ffff").order_by(own)).scalars())

    def entry_heads(self, ids: Iterable[str]) -> list[Row]:
        """Entries' own columns without bodies, redirected ones as well, the oldest first."""
        columns = [c for c in t.entry.c if c.name != "body"]
        return [
            dict(row)
            for some in chunks(sorted(set(ids)))
            for row in self._db.execute(select(*columns).where(t.entry.c.id.in_(some)).order_by(t.entry.c.row)).mappings()
        ]

    def founded_by(self, rows: Iterable[int]) -> list[Row]:
        columns = [c for c in t.entry.c if c.name != "body"]
        return [
            dict(row)
            for some in chunks(sorted(set(rows)))
            for row in self._db.execute(select(*columns).where(t.entry.c.founder.in_(some)).order_by(t.entry.c.row)).mappings()
        ]

    def members_of(self, entry_ids: Iterable[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for some in chunks(sorted(set(entry_ids))):
            query = select(t.telling.c.entry, t.telling.c.row).where(t.telling.c.entry.in_(some), t.telling.c.state == "live")
            for entry, row in self._db.execute(query.order_by(t.telling.c.row)):
                found.setdefault(entry, []).append(row)
        return found

    def put_entry(self, entry: Entry, *, founder: int, told: int) -> None:
        """Write an entry and the columns it is found by. `told`: the first day it was told, for those without a date."""
        days = entry.days
        first, last = (days[0].toordinal(), days[1].toordinal()) if days else (0, 0)
        values = {
            "founder": founder,
            "redirect": None,
            "state": LIVE,
            "kind": entry.kind.value,
            "status": entry.status.value,
            "first": first,
            "last": last,
            "told": told,
            "day": first or told,
            "place": fold_text(entry.place.name) if entry.place else None,
            "country": entry.place.country if entry.place else None,
            "sources": entry.independent,
            "line": dump(entry_line(entry)),
            "body": dump(entry_to_dict(entry)),
        }
        changed = self._db.execute(update(t.entry).where(t.entry.c.id == entry.id).values(**values)).rowcount
        if not changed:
            self._db.execute(insert(t.entry).values(id=entry.id, **values))
        else:
            self._unlist(entry.id)
        day = first or told
        self._db.execute(insert(t.entry_party), [{"entry": entry.id, "party": p, "first": day} for p in sorted(set(entry.parties))])
        if entry.topics:
            self._db.execute(insert(t.entry_topic), [{"entry": entry.id, "topic": x} for x in sorted(set(entry.topics))])
        pairs = combinations(sorted(set(entry.parties))[:MOST_PARTIES], 2)
        same = {"dated": first > 0, "last": last, "kind": entry.kind.value, "status": entry.status.value}
        if rows := [{"entry": entry.id, "pair": f"{a} {b}", "first": day, **same} for a, b in pairs]:
            self._db.execute(insert(t.entry_pair), rows)

    def _unlist(self, entry_id: str) -> None:
        self._db.execute(delete(t.entry_party).where(t.entry_party.c.entry == entry_id))
        self._db.execute(delete(t.entry_pair).where(t.entry_pair.c.entry == entry_id))
        self._db.execute(delete(t.entry_topic).where(t.entry_topic.c.entry == entry_id))

    def redirect_entry(self, entry_id: str, to: str | None) -> None:
        """An id that no longer stands for itself: it leads to another, or to nothing (removed)."""
        self._unlist(entry_id)
        self._db.execute(update(t.entry).where(t.entry.c.id == entry_id).values(redirect=to, state=REDIRECT if to else EMPTY))

    def entries(self, which: EntryFilter) -> list[Entry]:
        return [entry_from_dict(load(body)) for body in self._db.execute(self._query(which, t.entry.c.body)).scalars().all()]

    def entry_lines(self, which: EntryFilter) -> list[Row]:
        """Entries in brief (`bodies.entry_line`)."""
        return [load(line) for line in self._db.execute(self._query(which, t.entry.c.line)).scalars().all()]

    def told_once(self, *, limit: int) -> list[str]:
        """Ids of live entries that a single independent source tells, in order of time."""
        e = t.entry.c
        query = select(e.id).where(e.state == LIVE, e.sources == 1).order_by(e.first, e.id).limit(limit)
        return list(self._db.execute(query).scalars())

    def lines_of(self, ids: Iterable[str]) -> list[Row]:
        """Live entries of these ids in brief."""
        e = t.entry.c
        found = (select(e.line, e.state).where(e.id.in_(some)) for some in chunks(sorted(set(ids))))
        return [load(line) for query in found for line, state in self._db.execute(query) if state == LIVE]

    def entry_page(self, which: EntryFilter) -> list[tuple[int, Row]]:
        """(day by which it is ordered, entry in brief), in the order asked for."""
        query = self._query(which, t.entry.c.line).add_columns(t.entry.c.day)
        return [(row[1], load(row[0])) for row in self._db.execute(query).all()]

    def pair_days(self, one: str, other: str, *, until: int) -> list[tuple[int, str, str]]:
        """(first day, kind, status) of each dated contact of a pair, for counting."""
        p = t.entry_pair.c
        pair = " ".join(sorted((one, other)))
        query = select(p.first, p.kind, p.status).where(p.pair == pair, p.dated, p.first <= until).order_by(p.first)
        return [(row[0], row[1], row[2]) for row in self._db.execute(query)]

    def pair_spans(self, party: str | None = None) -> list[Row]:
        """For each pair of parties its first and last dated contact that was held, and how many there were."""
        p = t.entry_pair.c
        query = (
            select(p.pair, func.min(p.first).label("first"), func.max(p.last).label("last"), func.count().label("contacts"))
            .where(p.dated, p.status.in_(["held", "ongoing"]))
            .group_by(p.pair)
            .order_by(p.pair)
        )
        rows = [dict(row) for row in self._db.execute(query).mappings()]
        return [r for r in rows if party is None or party in r["pair"].split()]

    def flagged(
        self, *, status: tuple[str, ...] = (), before: int | None = None, sources: int | None = None, limit: int = 1000
    ) -> list[Entry]:
        """Live entries by what an audit looks for: a status, a last day gone by, a number of independent sources."""
        e = t.entry.c
        query = select(e.body).where(e.state == LIVE)
        if status:
            query = query.where(e.status.in_(status))
        if before is not None:
            query = query.where(e.last > 0, e.last < before)
        if sources is not None:
            query = query.where(e.sources == sources)
        found = self._db.execute(query.order_by(e.first, e.id).limit(limit)).scalars()
        return [entry_from_dict(load(body)) for body in found]

    def disputed(self) -> list[Entry]:
        """Live entries on a field of which sources differ."""
        e = t.entry.c
        query = select(e.body).where(e.state == LIVE, func.json_array_length(e.line, "$.disputed") > 0)
        return [entry_from_dict(load(body)) for body in self._db.execute(query.order_by(e.day, e.id)).scalars()]

    def doubted(self, *, far: int) -> list[Entry]:
        """Live entries among which all are whose own fields may not go together (`views.audit`); the views look closer."""
        e = t.entry.c
        dated = and_(e.first > 0, e.told > 0)
        early = and_(e.status == "held", e.told < e.first)
        late = and_(e.status.in_(["planned", "proposed"]), e.told > e.last)
        away = func.abs(e.told - e.first) > far
        alone = and_(e.kind.in_(["meeting", "call", "signing"]), func.json_array_length(e.line, "$.parties") < 2)
        query = select(e.body).where(e.state == LIVE, or_(and_(dated, or_(early, late, away)), alone))
        return [entry_from_dict(load(body)) for body in self._db.execute(query.order_by(e.day, e.id)).scalars()]

    def count_entries(self, which: EntryFilter) -> int:
        parties = sorted(set(which.parties))
        if len(parties) == 2 and replace(which, parties=(), limit=None, newest=False) == EntryFilter():
            pair = select(func.count()).select_from(t.entry_pair).where(t.entry_pair.c.pair == " ".join(parties))
            return int(self._db.execute(pair).scalar_one())  # one index is enough: only live entries have pairs
        inner = self._query(which, t.entry.c.id).order_by(None).limit(None).subquery()
        return int(self._db.execute(select(func.count()).select_from(inner)).scalar_one())

    def entry_marks(self) -> list[EntryMark]:
        """Every live entry by what it is asked for, in order of day and id; one index has it all."""
        e = t.entry.c
        end = func.coalesce(func.nullif(e.last, 0), e.told)
        query = select(e.id, e.day, e.kind, e.status, e.first, end, e.country, e.place).where(e.state == LIVE).order_by(e.day, e.id)
        return list(map(EntryMark._make, self._db.execute(query).all()))

    def entry_values(self, part: str) -> list[tuple[str, str]]:
        """(entry, value) of a part of which entries have several: party, topic, and pair: a party that pairs are made of."""
        party, topic = t.entry_party.c, t.entry_topic.c
        if part == "pair":
            rank = func.row_number().over(partition_by=party.entry, order_by=party.party).label("rank")
            ranked = select(party.entry, party.party, rank).subquery()
            query: Select[Any] = select(ranked.c.entry, ranked.c.party).where(ranked.c.rank <= MOST_PARTIES)
        else:
            query = select(party.entry, party.party) if part == "party" else select(topic.entry, topic.topic)
        return [(row[0], row[1]) for row in self._db.execute(query)]

    def entries_with(self, asked: str, names: tuple[str, ...] | None) -> list[str]:
        """Ids of the entries in which somebody of this name takes part; `names`: as in `EntryFilter.named`."""
        return list(self._db.execute(_with_person(asked, names)).scalars())

    def facets(self, which: EntryFilter, *, most: int = 12) -> dict[str, list[tuple[str, int]]]:
        """How many entries fit by kind, status, party and topic (`facets.count_facets`)."""
        return count_facets(self._db, self._query, which, most=most)

    def day_span(self, which: EntryFilter) -> tuple[int, ...]:
        """The first and the last day of the entries that fit; empty where none has a day."""
        e = t.entry.c
        asked = self._query(replace(which, limit=None, after=None), e.day).order_by(None).where(e.day > 0).subquery()
        row = self._db.execute(select(func.min(asked.c.day), func.max(asked.c.day))).one()
        return (int(row[0]), int(row[1])) if row[0] else ()

    def day_counts(self, which: EntryFilter) -> list[tuple[int, str, str, int]]:
        """(day, kind, status, how many) of the entries that fit, in order of days; 0 is no day at all. No body is read."""
        e = t.entry.c
        wanted = self._query(replace(which, limit=None, after=None), e.day).add_columns(e.kind, e.status, func.count())
        rows = self._db.execute(wanted.order_by(None).group_by(e.day, e.kind, e.status)).all()
        return sorted((int(row[0] or 0), str(row[1]), str(row[2]), int(row[3])) for row in rows)

    def _query(self, which: EntryFilter, column: Any) -> Select[Any]:
        e = t.entry.c
        query, order = _by_parties(select(column).where(e.state == LIVE), which)
        for n, name in enumerate(which.persons):
            query = query.where(e.id.in_(_with_person(name, which.named[n] if which.named else None)))
        for topic in which.topics:
            also = t.entry_topic.alias()
            query = query.join(also, also.c.entry == e.id).where(also.c.topic == topic)
        if which.kinds:
            query = query.where(e.kind.in_(which.kinds))
        if which.statuses:
            query = query.where(e.status.in_(which.statuses))
        if which.country:
            query = query.where(or_(e.country == which.country, e.place == fold_text(which.country)))
        query = _after(_within(query, which, order), which, order)
        ordered = query.order_by(order.desc(), e.id) if which.newest else query.order_by(order, e.id)
        return ordered.limit(which.limit)


def _with_person(asked: str, names: tuple[str, ...] | None) -> Any:
    """The entries in which somebody of this name takes part."""
    last = fold_text(asked).split()[-1:]
    people = select(t.telling.c.entry).join(t.person, t.person.c.telling == t.telling.c.row).where(t.telling.c.state == LIVE)
    people = people.where(t.person.c.last_word.in_(last))
    return people if names is None else people.where(t.person.c.name.in_(names))


def _by_parties(query: Select[Any], which: EntryFilter) -> tuple[Select[Any], Any]:
    """The query narrowed to parties through the index that does it best, and the day by which it is ordered."""
    e = t.entry.c
    parties = sorted(set(which.parties))
    order: Any = e.day
    if len(parties) >= 2:
        pair = t.entry_pair.c
        query = query.join(t.entry_pair, pair.entry == e.id).where(pair.pair == f"{parties[0]} {parties[1]}")
        order = pair.first
        parties = parties[2:]
    elif parties:
        party = t.entry_party.c
        query = query.join(t.entry_party, party.entry == e.id).where(party.party == parties[0])
        order = party.first
        parties = parties[1:]
    for other in parties:
        also = t.entry_party.alias()
        query = query.join(also, also.c.entry == e.id).where(also.c.party == other)
    return query, order


def _after(query: Select[Any], which: EntryFilter, order: Any) -> Select[Any]:
    """What follows the last entry of the page before."""
    if which.after is None:
        return query
    day, entry = which.after
    later = order < day if which.newest else order > day
    return query.where(or_(later, and_(order == day, t.entry.c.id > entry)))


def _within(query: Select[Any], which: EntryFilter, order: Any) -> Select[Any]:
    e = t.entry.c
    if which.since is not None:
        query = query.where(order >= which.since - 400, func.coalesce(func.nullif(e.last, 0), e.told) >= which.since)
    if which.until is not None:
        query = query.where(order <= which.until)
    if not which.undated:
        query = query.where(e.first > 0)
    return query
