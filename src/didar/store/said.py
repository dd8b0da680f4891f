"""Statements by who says them, toward or about whom, when: a page at a time, the newest first."""

from typing import Any

from sqlalchemy import Connection, Select, and_, func, literal_column, or_, select

from didar.store import schema as t
from didar.store.bodies import load
from didar.store.interface import Row, SaidFilter
from didar.store.words import fold_text


class Said:
    """The part of a store that finds statements."""

    _db: Connection

    def said(self, which: SaidFilter) -> list[Row]:
        """Statements with their article's outlet and publication, the newest first."""
        s, a = t.statement.c, t.article.c
        query = _where(select(t.statement, a.outlet, a.published), which).join(t.article, a.id == s.article)
        if which.after is not None:
            day, row = which.after
            query = query.where(or_(s.day < day, and_(s.day == day, s.row < row)))
        query = query.order_by(s.day.desc(), s.row.desc()).limit(which.limit)
        return [{**row, "body": load(row["body"])} for row in self._db.execute(query).mappings()]

    def count_said(self, which: SaidFilter) -> int:
        inner = _where(select(t.statement.c.row), which).subquery()
        return int(self._db.execute(select(func.count()).select_from(inner)).scalar_one())


def _where(query: Select[Any], which: SaidFilter) -> Select[Any]:
    s = t.statement.c
    sides = t.statement_party
    if which.by:
        query = query.where(s.row.in_(select(sides.c.statement).where(sides.c.party == which.by, sides.c.side == "by")))
    if which.on:
        query = query.where(s.row.in_(select(sides.c.statement).where(sides.c.party == which.on, sides.c.side.in_(["to", "about"]))))
    if which.speaker:
        last = fold_text(which.speaker).split()[-1:]
        p = t.person.c
        same = and_(p.reading == s.reading, p.what == "speaker", p.last_word.in_(last), p.start == func.json_extract(s.body, "$.span[0]"))
        query = query.where(select(p.row).where(same).exists())
    if which.acts:
        query = query.where(s.act.in_(which.acts))
    if which.topic:
        about = func.json_each(s.body, "$.about").table_valued("value")
        query = query.where(select(literal_column("1")).select_from(about).where(about.c.value == which.topic).exists())
    if which.since is not None:
        query = query.where(s.day >= which.since)
    return query if which.until is None else query.where(s.day <= which.until)
