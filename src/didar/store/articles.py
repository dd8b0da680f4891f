"""Articles as given, their full text, and which copy one wire text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, TypeVar

from sqlalchemy import Connection, func, insert, select, text, update

from didar.edtf import published_day
from didar.model import Article
from didar.store import schema as t
from didar.store.bodies import dump, load
from didar.store.interface import Row
from didar.store.words import fold_text, match_query

T = TypeVar("T")
RANKED = 3000  # so many articles are put in order of fitness; more would take too long
COUNTED = 5000  # so many are counted by outlet and year


def digest_article(article: Article) -> str:
    """What tells two versions of an article apart."""
    given = "\x1f".join(x or "" for x in (article.text, article.title, article.published, article.outlet))
    return blake2b(given.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Articles:
    """The part of a store that keeps articles."""

    _db: Connection

    def article(self, article_id: str) -> Article | None:
        row = self._db.execute(select(t.article).where(t.article.c.id == article_id)).mappings().first()
        if row is None:
            return None
        return Article(**{k: row[k] for k in ("id", "outlet", "url", "title", "published", "text")})

    def article_digest(self, article_id: str) -> str | None:
        return self._db.execute(select(t.article.c.digest).where(t.article.c.id == article_id)).scalar()

    def article_rows(self, ids: Iterable[str] | None = None) -> list[Row]:
        """Articles without their text."""
        columns = [c for c in t.article.c if c.name != "text"]
        if ids is None:
            return [dict(row) for row in self._db.execute(select(*columns).order_by(t.article.c.row)).mappings()]
        return [
            dict(row)
            for some in chunks(sorted(set(ids)))
            for row in self._db.execute(select(*columns).where(t.article.c.id.in_(some)).order_by(t.article.c.id)).mappings()
        ]

    def last_day(self) -> int:
        """The last day on which an article was published, as an ordinal; 0 where none is known."""
        return int(self._db.execute(select(func.max(t.article.c.day))).scalar() or 0)

    def put_article(self, article: Article) -> None:
        day = published_day(article.published)
        made = self._db.execute(
            insert(t.article).values(
                id=article.id,
                outlet=article.outlet,
                url=article.url,
                title=article.title,
                published=article.published,
                day=day.toordinal() if day else 0,
                text=article.text,
                digest=digest_article(article),
                wire=article.id,
            )
        )
        row = made.inserted_primary_key
        assert row is not None
        words = fold_text(f"{article.title or ''}\n{article.text}")
        self._db.execute(text("INSERT INTO article_words(rowid, words) VALUES (:row, :words)"), {"row": row[0], "words": words})

    def set_inferred_day(self, article_id: str, day: int, because: str | None) -> None:
        self._db.execute(update(t.article).where(t.article.c.id == article_id).values(inferred_day=day, inferred_because=because))

    def wire_candidates(self, bands: Sequence[str]) -> list[tuple[str, tuple[int, ...]]]:
        found = (
            select(t.wire_signature.c.article, t.wire_signature.c.body)
            .join(t.wire_band, t.wire_band.c.article == t.wire_signature.c.article)
            .where(t.wire_band.c.band.in_(bands))
            .distinct()
            .limit(500)
        )
        return [(row[0], tuple(load(row[1]))) for row in self._db.execute(found)]

    def put_signature(self, article_id: str, signature: Sequence[int], bands: Sequence[str]) -> None:
        self._db.execute(insert(t.wire_signature).values(article=article_id, body=dump(list(signature))))
        self._db.execute(insert(t.wire_band), [{"band": b, "article": article_id} for b in bands])

    def put_band(self, article_id: str, band: str) -> None:
        self._db.execute(insert(t.wire_band).values(band=band, article=article_id))

    def articles_in_band(self, band: str, *, limit: int) -> list[Article]:
        found = select(t.article).join(t.wire_band, t.wire_band.c.article == t.article.c.id).where(t.wire_band.c.band == band)
        rows = self._db.execute(found.order_by(t.article.c.row).limit(limit)).mappings()
        return [Article(**{k: row[k] for k in ("id", "outlet", "url", "title", "published", "text")}) for row in rows]

    def wire_of(self, article_id: str) -> str:
        return self._db.execute(select(t.article.c.wire).where(t.article.c.id == article_id)).scalar() or article_id

    def set_wire(self, old: str, new: str) -> list[str]:
        """Give the articles of one wire text to another; the articles that changed."""
        changed = list(self._db.execute(select(t.article.c.id).where(t.article.c.wire == old)).scalars())
        if old != new:
            self._db.execute(update(t.article).where(t.article.c.wire == old).values(wire=new))
        return changed

    def search_words(
        self, query: str, *, limit: int, skip: int = 0, outlet: str | None = None, days: tuple[int, int] | None = None
    ) -> list[Row]:
        """The articles that hold all the words: the best first, or where very many do, the last added first.

        outlet, days: only of this outlet, only published in these days (ordinals, both included).
        """
        match = match_query(query)
        if match is None:
            return []
        order = "rowid DESC" if self._more_than_ranked(match) else "rank"
        narrow = ""
        where: dict[str, Any] = {"q": match, "n": limit, "skip": skip}
        if outlet is not None:
            narrow += " AND rowid IN (SELECT row FROM article WHERE outlet = :outlet)"
            where["outlet"] = outlet
        if days is not None:
            narrow += " AND rowid IN (SELECT row FROM article WHERE day BETWEEN :first AND :last)"
            where |= {"first": days[0], "last": days[1]}
        found = text(
            "SELECT a.* FROM (SELECT rowid AS r, row_number() OVER () AS n FROM"
            f" (SELECT rowid FROM article_words WHERE article_words MATCH :q{narrow} ORDER BY {order} LIMIT :n OFFSET :skip)) f"
            " JOIN article a ON a.row = f.r ORDER BY f.n"
        )
        return [dict(row) for row in self._db.execute(found, where).mappings()]

    def _more_than_ranked(self, match: str) -> bool:
        some = text("SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH :q LIMIT :n)")
        return bool(self._db.execute(some, {"q": match, "n": RANKED + 1}).scalar_one() > RANKED)

    def count_words(self, query: str) -> Row:
        """How many articles hold all the words: in all, by outlet and by year.

        total; outlets, years, cells: (value, count), the most first, (outlet, year, count); counted: of how many these are, the last added.
        """
        match = match_query(query)
        if match is None:
            return {"total": 0, "counted": 0, "outlets": [], "years": [], "cells": []}
        total = self._db.execute(text("SELECT count(*) FROM article_words WHERE article_words MATCH :q"), {"q": match}).scalar_one()
        some = "SELECT rowid AS r FROM article_words WHERE article_words MATCH :q ORDER BY rowid DESC LIMIT :n"
        year = "CASE WHEN a.day > 0 THEN CAST(strftime('%Y', a.day + 1721424.5) AS INTEGER) ELSE 0 END"
        query_ = text(f"SELECT a.outlet, {year}, count(*) FROM ({some}) f JOIN article a ON a.row = f.r GROUP BY 1, 2")
        outlets: Counter[str] = Counter()
        years: Counter[int] = Counter()
        cells: Counter[tuple[str, int]] = Counter()
        for outlet, told, count in self._db.execute(query_, {"q": match, "n": COUNTED}):
            outlets[outlet or ""] += count
            years[told] += count
            cells[outlet or "", told] += count
        return {
            "total": total,
            "counted": min(total, COUNTED),
            "outlets": sorted(outlets.items(), key=lambda x: (-x[1], x[0])),
            "years": sorted(years.items(), reverse=True),
            "cells": [(o, y, n) for (o, y), n in sorted(cells.items())],
        }


def chunks(values: Sequence[T], size: int = 500) -> list[Sequence[T]]:
    """Lists short enough for one IN."""
    return [values[i : i + size] for i in range(0, len(values), size)]
