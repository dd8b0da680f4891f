"""Readings, and the rows of what they say besides engagements: people, statements, agreements, claims, the unresolved."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, update

from didar.edtf import edtf_days, published_day
from didar.letters import fold_form
from didar.model import Actor, Reading, Span
from didar.shape import reading_from_dict, reading_to_dict
from didar.store import schema as t
from didar.store.bodies import dump, load
from didar.store.interface import Row
from didar.store.words import fold_text

FACTS = (t.person, t.statement, t.agreement, t.claim, t.unresolved)


def stable_id(letter: str, *parts: object) -> str:
    """A short id that depends on content alone."""
    return letter + blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def party_pair(parties: Sequence[str]) -> str:
    """Parties as one sorted word: what agreements and claims are found by."""
    return " ".join(sorted(parties))


class Facts:
    """The part of a store that keeps readings and their facts."""

    _db: Connection

    def put_reading(self, reading: Reading, *, author: str, at: str) -> int:
        body = reading_to_dict(reading)
        body["article"]["text"] = ""
        made = self._db.execute(
            insert(t.reading).values(
                article=reading.article.id,
                author=author,
                versions=dump(dict(sorted(reading.versions.items()))),
                current=True,
                at=at,
                body=dump(body),
            )
        ).inserted_primary_key
        assert made is not None
        return int(made[0])

    def put_facts(self, row: int, reading: Reading, tellings: Mapping[str, int]) -> None:
        """The rows of a reading that are asked for by column. `tellings`: rows by the engagement's id in the reading."""
        day = published_day(reading.article.published)
        told = day.toordinal() if day else 0
        own = {"article": reading.article.id, "reading": row}
        self._many(t.person, [{**own, **p} for p in _people(reading, told, tellings)])
        self._statements(own, reading, told, tellings)
        self._many(t.agreement, [{**own, **a} for a in _agreements(reading, told)])
        self._many(t.claim, [{**own, **c} for c in _claims(reading, told)])
        self._many(
            t.unresolved,
            [{**own, "reason": u.reason.value, "what": u.what, "start": u.span[0], "end": u.span[1]} for u in reading.unresolved],
        )

    def _many(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._db.execute(insert(table), rows)

    def _statements(self, own: dict[str, Any], reading: Reading, told: int, tellings: Mapping[str, int]) -> None:
        text = reading.article.text
        first = int(self._db.execute(select(func.coalesce(func.max(t.statement.c.row), 0))).scalar_one()) + 1
        rows: list[dict[str, Any]] = []
        sides: list[dict[str, Any]] = []
        for n, (s, body) in enumerate(zip(reading.statements, reading_to_dict(reading)["statements"], strict=True)):
            body["text"] = text[s.span[0] : s.span[1]]
            days = edtf_days(s.date)
            day = days[0].toordinal() if days else told
            row = {
                **own,
                "row": first + n,
                "id": stable_id("s", own["article"], s.span, s.act.value, n),
                "telling": tellings.get(s.engagement or ""),
                "act": s.act.value,
                "day": day,
                "party": s.speakers[0].party if s.speakers else None,
                "body": dump(body),
            }
            rows.append(row)
            named = {(a.party, "by") for a in s.speakers} | {(p, "to") for p in s.toward}
            named |= {(a.removeprefix("place:"), "about") for a in s.about if a.startswith("place:")}
            sides += [{"statement": first + n, "party": p, "side": side, "day": day} for p, side in named if p]
        self._many(t.statement, rows)
        self._many(t.statement_party, sides)

    def retire_reading(self, row: int) -> None:
        """Keep the reading, drop the rows made from it: a newer reading by the same author stands in its place."""
        self._db.execute(update(t.reading).where(t.reading.c.row == row).values(current=False))
        old = select(t.statement.c.row).where(t.statement.c.reading == row)
        self._db.execute(delete(t.statement_party).where(t.statement_party.c.statement.in_(old)))
        for table in FACTS:
            self._db.execute(delete(table).where(table.c.reading == row))

    def reading_rows(self, article_id: str) -> list[Row]:
        """The readings of an article, without their bodies, the newest last."""
        columns = [c for c in t.reading.c if c.name != "body"]
        query = select(*columns).where(t.reading.c.article == article_id).order_by(t.reading.c.row)
        return [dict(row) for row in self._db.execute(query).mappings()]

    def reading(self, row: int) -> Reading:
        found = self._db.execute(
            select(t.reading, t.article.c.text).join(t.article, t.article.c.id == t.reading.c.article).where(t.reading.c.row == row)
        )
        kept = found.mappings().one()
        body = load(kept["body"])
        body["article"]["text"] = kept["text"]
        return reading_from_dict(body)

    def stale_articles(self, author: str, versions: Mapping[str, str]) -> list[str]:
        """Articles whose present reading by this author was made by other versions."""
        now = dump(dict(sorted(versions.items())))
        found = select(t.reading.c.article).where(t.reading.c.current, t.reading.c.author == author, t.reading.c.versions != now)
        return list(self._db.execute(found.order_by(t.reading.c.article)).scalars())

    # -- asked by views -----------------------------------------------------------------------------------------------

    def _rows(self, query: Select[Any]) -> list[Row]:
        found = self._db.execute(query)
        names = tuple(found.keys())
        rows: list[Row] = [dict(zip(names, row, strict=True)) for row in found.all()]
        return [{**row, "body": load(row["body"])} for row in rows] if "body" in names else rows

    def statements(self, **where: object) -> list[Row]:
        query = select(t.statement).order_by(t.statement.c.article, t.statement.c.row)
        for column, value in where.items():
            own = t.statement.c[column]
            query = query.where(own.in_(list(value)) if isinstance(value, list | tuple | set) else own == value)
        return self._rows(query)

    def statements_between(self, one: str, other: str, *, limit: int) -> list[Row]:
        """The newest statements of either side that are toward or about the other."""
        rows: dict[int, Row] = {}
        for by, to, side in ((a, b, side) for a, b in ((one, other), (other, one)) for side in ("to", "about")):
            a, b = t.statement_party.alias(), t.statement_party.alias()
            found = (
                select(t.statement)
                .join(a, a.c.statement == t.statement.c.row)
                .join(b, b.c.statement == t.statement.c.row)
                .where(a.c.party == by, a.c.side == "by", b.c.party == to, b.c.side == side)
                .order_by(b.c.day.desc())
                .limit(limit)
            )
            rows |= {row["row"]: row for row in self._rows(found)}
        return sorted(rows.values(), key=lambda r: (r["day"], r["article"], r["row"]))

    def agreements(self, parties: str | None = None) -> list[Row]:
        query = select(t.agreement).order_by(t.agreement.c.day, t.agreement.c.article, t.agreement.c.row)
        return self._rows(query if parties is None else query.where(t.agreement.c.parties == parties))

    def claims(self, parties: str | None = None) -> list[Row]:
        query = select(t.claim).order_by(t.claim.c.day, t.claim.c.article, t.claim.c.row)
        return self._rows(query if parties is None else query.where(t.claim.c.parties == parties))

    def claims_of(self, articles: Sequence[str]) -> list[Row]:
        query = select(t.claim).where(t.claim.c.article.in_(articles))
        return self._rows(query.order_by(t.claim.c.day, t.claim.c.article, t.claim.c.row))

    def count_agreements(self) -> int:
        return int(self._db.execute(select(func.count(t.agreement.c.id.distinct()))).scalar_one())

    def count_named(self) -> int:
        """How many names there are, each with its party."""
        names = select(t.person.c.name, t.person.c.party).where(t.person.c.name != "").distinct().subquery()
        return int(self._db.execute(select(func.count()).select_from(names)).scalar_one())

    def names_ending(self, last_word: str) -> list[str]:
        """The names that end in this word, as written."""
        p = t.person.c
        query = select(p.name).where(p.last_word == last_word).distinct().order_by(p.name)
        return list(self._db.execute(query).scalars())

    def named(self, *, last_word: str | None = None, party: str | None = None, limit: int) -> list[Row]:
        """Names with their party, in how many articles, from when to when; those in the most articles first."""
        p = t.person.c
        many = func.count(p.article.distinct())
        first = func.min(func.nullif(p.day, 0)).label("first")
        query = select(p.name, p.party, many.label("articles"), first, func.max(p.day).label("last"))
        query = query.where(p.name != "").group_by(p.name, p.party).order_by(many.desc(), p.name, p.party).limit(limit)
        if last_word:
            query = query.where(p.last_word == last_word)
        return self._rows(query.where(p.party == party) if party else query)

    def persons(
        self, *, last_words: Sequence[str] = (), names: Sequence[str] = (), party: str | None = None, what: str | None = None
    ) -> list[Row]:
        query = select(t.person).order_by(t.person.c.day, t.person.c.article, t.person.c.row)
        if last_words:
            query = query.where(t.person.c.last_word.in_(last_words))
        if party:
            query = query.where(t.person.c.party == party)
        if names:
            query = query.where(t.person.c.name.in_(names))
        if what:
            query = query.where(t.person.c.what == what)
        return self._rows(query)

    def holders(self, party: str, *, since: int = 0, until: int | None = None) -> list[Row]:
        """Who is told to hold which office of a party, each with first and last day and how many articles."""
        p = t.person.c
        query = (
            select(p.office, p.portfolio, p.accredited_to, p.name, func.min(p.day).label("first"), func.max(p.day).label("last"))
            .add_columns(func.count(p.article.distinct()).label("articles"))
            .where(p.party == party, p.day >= since, p.office.is_not(None), p.name != "", p.former.is_(False))
            .group_by(p.office, p.portfolio, p.accredited_to, p.name)
        )
        return self._rows(query if until is None else query.where(p.day <= until))

    def each(self, table: str) -> Iterator[Row]:
        """Every row of a table, in the order they were kept."""
        found = t.metadata.tables[table]
        for row in self._db.execute(select(found).order_by(found.c.row)).mappings():
            yield {**row, "body": load(row["body"])} if "body" in row else dict(row)

    def count_rows(self, table: str, column: str | None = None) -> dict[str, int]:
        found = t.metadata.tables[table]
        if column is None:
            return {"": int(self._db.execute(select(func.count()).select_from(found)).scalar_one())}
        query = select(found.c[column], func.count()).group_by(found.c[column]).order_by(found.c[column])
        return {str(row[0]): int(row[1]) for row in self._db.execute(query)}


def _people(reading: Reading, told: int, tellings: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Everybody who is named or shown by office: as taking part, as speaking, as holding an office."""
    for e in reading.engagements:
        days = edtf_days(e.date)
        day = days[0].toordinal() if days else told
        span = e.evidence[0] if e.evidence else (0, 0)
        for p in e.participants:
            yield _person(p.actor, "participant", day, span, tellings.get(e.id))
    for s in reading.statements:
        for actor in s.speakers:
            if actor.name:
                yield _person(actor, "speaker", told, s.span, None)
    for h in reading.offices:
        yield _person(h.actor, "office", told, h.evidence[0] if h.evidence else (0, 0), None)


def _person(actor: Actor, what: str, day: int, span: Span, telling: int | None) -> dict[str, Any]:
    words = fold_text(actor.name or "").split()
    return {
        "last_word": words[-1] if words else "",
        "name": actor.name or "",
        "office": actor.office.value if actor.office else None,
        "portfolio": actor.portfolio,
        "party": actor.party,
        "accredited_to": actor.accredited_to,
        "what": what,
        "telling": telling,
        "day": day,
        "start": span[0],
        "end": span[1],
        "former": actor.former,
    }


def _agreements(reading: Reading, told: int) -> Iterator[dict[str, Any]]:
    for a, body in zip(reading.agreements, reading_to_dict(reading)["agreements"], strict=True):
        yield {
            "id": stable_id("a", party_pair(a.parties), fold_form(a.name)),
            "parties": party_pair(a.parties),
            "name": a.name,
            "day": told,
            "body": dump(body),
        }


def _claims(reading: Reading, told: int) -> Iterator[dict[str, Any]]:
    for n, (c, body) in enumerate(zip(reading.claims, reading_to_dict(reading)["claims"], strict=True)):
        yield {
            "id": stable_id("c", reading.article.id, c.kind.value, c.evidence, n),
            "kind": c.kind.value,
            "parties": party_pair(c.parties),
            "day": told,
            "body": dump(body),
        }
