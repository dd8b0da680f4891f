"""Tellings: the evidence from which entries are made, found by block and window."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from didar.record import Telling
from didar.store import schema as t
from didar.store.articles import chunks
from didar.store.bodies import dump, engagement_from_dict, engagement_to_dict, load

Block = tuple[str, bool, int]  # key, dated, day
LIVE, GONE = "live", "gone"
KEPT = 50_000  # tellings remembered, so that neighbours are not parsed again


class Tellings:
    """The part of a store that keeps tellings."""

    _db: Connection
    _known: dict[int, Telling]

    def put_telling(self, telling: Telling, *, blocks: Sequence[Block]) -> int:
        made = self._db.execute(insert(t.telling).values(**_columns(telling), state=LIVE)).inserted_primary_key
        assert made is not None
        row = int(made[0])
        self._block(row, blocks)
        return row

    def replace_telling(self, row: int, telling: Telling, *, blocks: Sequence[Block]) -> None:
        """What a newer reading says of the same contact; the row stays, and with it what people judged of it."""
        self._known.pop(row, None)
        self._db.execute(update(t.telling).where(t.telling.c.row == row).values(**_columns(telling)))
        self._db.execute(delete(t.telling_block).where(t.telling_block.c.telling == row))
        self._block(row, blocks)

    def _block(self, row: int, blocks: Sequence[Block]) -> None:
        if blocks:
            self._db.execute(insert(t.telling_block), [{"telling": row, "key": k, "firm": firm, "day": day} for k, firm, day in blocks])

    def set_telling_state(self, rows: Iterable[int], state: str) -> None:
        self._db.execute(update(t.telling).where(t.telling.c.row.in_(list(rows))).values(state=state))

    def telling_states(self, rows: Iterable[int]) -> dict[int, str]:
        found = select(t.telling.c.row, t.telling.c.state).where(t.telling.c.row.in_(list(rows)))
        return {row[0]: row[1] for row in self._db.execute(found)}

    def tellings(self, rows: Iterable[int]) -> list[Telling]:
        wanted = sorted(set(rows))
        missing = [r for r in wanted if r not in self._known]
        for some in chunks(missing):
            for row in self._db.execute(_query().where(t.telling.c.row.in_(some))).mappings():
                self._remember(_telling(dict(row)))
        found = [self._known[r] for r in wanted]
        if len(self._known) > KEPT:
            self._known.clear()
        return found

    def _remember(self, telling: Telling) -> None:
        self._known[telling.id] = telling

    def tellings_of_reading(self, row: int) -> list[Telling]:
        """Also those that a person set aside, so that a newer reading finds them."""
        found = select(t.telling.c.row).where(t.telling.c.reading == row, t.telling.c.state != GONE).order_by(t.telling.c.row)
        return self.tellings(self._db.execute(found).scalars())

    def tellings_of_article(self, article_id: str) -> list[Telling]:
        return self._of(t.telling.c.article == article_id)

    def _of(self, where: Any) -> list[Telling]:
        found = select(t.telling.c.row).where(where, t.telling.c.state == LIVE).order_by(t.telling.c.row)
        return self.tellings(self._db.execute(found).scalars())

    def find_tellings(self, keys: Sequence[str], *, firm: bool, window: tuple[int, int]) -> list[int]:
        """Live tellings that share a key and whose day lies in the window, or that have no day at all."""
        block = t.telling_block.c
        found = (
            select(block.telling)
            .join(t.telling, t.telling.c.row == block.telling)
            .where(block.key.in_(keys), block.firm == firm, block.day.between(*window), t.telling.c.state == LIVE)
        )
        rows = set(self._db.execute(found).scalars())
        if not firm and window[0] > 0:
            unknown = (
                select(block.telling)
                .join(t.telling, t.telling.c.row == block.telling)
                .where(block.key.in_(keys), block.firm.is_(False), block.day == 0, t.telling.c.state == LIVE)
            )
            rows |= set(self._db.execute(unknown).scalars())
        return sorted(rows)

    def entry_of(self, rows: Iterable[int]) -> dict[int, str | None]:
        found: dict[int, str | None] = {}
        for some in chunks(sorted(set(rows))):
            found |= {r[0]: r[1] for r in self._db.execute(select(t.telling.c.row, t.telling.c.entry).where(t.telling.c.row.in_(some)))}
        return found

    def set_entry(self, rows: Iterable[int], entry: str | None) -> None:
        for some in chunks(sorted(set(rows))):
            self._db.execute(update(t.telling).where(t.telling.c.row.in_(some)).values(entry=entry))

    def forget_wires(self, articles: Iterable[str]) -> list[int]:
        """The live tellings of articles whose wire text changed, to be looked at again."""
        found = list(
            self._db.execute(select(t.telling.c.row).where(t.telling.c.article.in_(list(articles)), t.telling.c.state == LIVE)).scalars()
        )
        for row in found:
            self._known.pop(row, None)
        return found


def _columns(telling: Telling) -> dict[str, Any]:
    return {
        "reading": telling.reading,
        "article": telling.article,
        "local": telling.engagement.id,
        "kind": telling.engagement.kind.value,
        "weekday": telling.weekday,
        "body": dump({**engagement_to_dict(telling.engagement), **({"instruments": telling.instruments} if telling.instruments else {})}),
    }


def _query() -> Any:
    a, r = t.article.c, t.reading.c
    return (
        select(t.telling, a.outlet, a.published, a.wire, r.author)
        .join(t.article, a.id == t.telling.c.article)
        .join(t.reading, r.row == t.telling.c.reading)
    )


def _telling(row: dict[str, Any]) -> Telling:
    body = load(row["body"])
    return Telling(
        id=row["row"],
        reading=row["reading"],
        article=row["article"],
        author=row["author"],
        outlet=row["outlet"],
        published=row["published"],
        wire=row["wire"],
        weekday=row["weekday"],
        instruments=tuple(body.get("instruments", ())),
        engagement=engagement_from_dict(body),
    )
