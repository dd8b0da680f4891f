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
        query, row, day = _asked(which)
        if which.after is not None:
            after, last = which.after
            query = query.where(or_(day < after, and_(day == after, row < last)))
        rows = list(self._db.execute(query.order_by(day.desc(), row.desc()).limit(which.limit)).scalars())
        found = select(t.statement, a.outlet, a.published).join(t.article, a.id == s.article).where(s.row.in_(rows))
        return [{**r, "body": load(r["body"])} for r in self._db.execute(found.order_by(s.day.desc(), s.row.desc())).mappings()]

    def count_said(self, which: SaidFilter) -> int:
        inner = _asked(which)[0].subquery()
        return int(self._db.execute(select(func.count()).select_from(inner)).scalar_one())


def _asked(which: SaidFilter) -> tuple[Select[Any], Any, Any]:
    """The rows that fit, with the columns of row and day; from the sides alone where nothing else is asked."""
    s = t.statement.c
    if not (which.by or which.on):
        query, row, day = select(s.row), s.row, s.day
    else:
        side = t.statement_party.alias()
        row, day = side.c.statement, side.c.day
        named = (
            and_(side.c.party == which.on, side.c.side.in_(["to", "about"]))
            if which.on
            else and_(side.c.party == which.by, side.c.side == "by")
        )
        query = select(row).where(named).distinct()
        if which.on and which.by:
            by = t.statement_party.alias()
            query = query.join(by, by.c.statement == row).where(by.c.party == which.by, by.c.side == "by")
        if which.speaker or which.acts or which.topic:
            query = query.join(t.statement, s.row == row)
    if which.since is not None:
        query = query.where(day >= which.since)
    if which.until is not None:
        query = query.where(day <= which.until)
    return _of_statement(query, which), row, day


def _of_statement(query: Select[Any], which: SaidFilter) -> Select[Any]:
    """What is asked of the statement itself: its speaker by the last word of the name, its act, its topic."""
    s = t.statement.c
    if which.speaker:
        p = t.person.c
        last = fold_text(which.speaker).split()[-1:]
        same = and_(p.reading == s.reading, p.what == "speaker", p.last_word.in_(last), p.start == func.json_extract(s.body, "$.span[0]"))
        query = query.where(select(p.row).where(same).exists())
    if which.acts:
        query = query.where(s.act.in_(which.acts))
    if which.topic:
        about = func.json_each(s.body, "$.about").table_valued("value")
        query = query.where(select(literal_column("1")).select_from(about).where(about.c.value == which.topic).exists())
    return query
