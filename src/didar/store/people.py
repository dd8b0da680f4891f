"""What people decided, and what could not be read: judgements, corrections, rejects."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from didar.model import Reject
from didar.record import Correction, Judgement
from didar.store import schema as t
from didar.store.articles import chunks
from didar.store.bodies import dump, load
from didar.terms import Verdict

OURS = "didar"


class Decisions:
    """The part of a store that keeps judgements, corrections and rejects."""

    _db: Connection

    def put_judgement(self, judgement: Judgement) -> int:
        made = self._db.execute(
            insert(t.judgement).values(
                verdict=judgement.verdict.value,
                author=judgement.author,
                at=judgement.at,
                active=True,
                score=None if judgement.score is None else str(judgement.score),
                because=judgement.because,
            )
        ).inserted_primary_key
        assert made is not None
        sides = [{"judgement": made[0], "telling": r, "left": True} for r in judgement.left]
        sides += [{"judgement": made[0], "telling": r, "left": False} for r in judgement.right]
        self._db.execute(insert(t.judgement_side), sides)
        return int(made[0])

    def judgements(self, tellings: Iterable[int], *, people: bool) -> list[Judgement]:
        """Active judgements that touch any of these tellings; `people`: only those that bind."""
        rows: set[int] = set()
        for some in chunks(sorted(set(tellings))):
            found = select(t.judgement_side.c.judgement).where(t.judgement_side.c.telling.in_(some))
            rows |= set(self._db.execute(found).scalars())
        if not rows:
            return []
        query = select(t.judgement).where(t.judgement.c.row.in_(sorted(rows)), t.judgement.c.active)
        return self._judgements(query.where(t.judgement.c.author != OURS) if people else query)

    def judgement_rows(self, *, verdict: str | None = None, limit: int = 1000) -> list[Judgement]:
        query = select(t.judgement).where(t.judgement.c.active)
        return self._judgements((query.where(t.judgement.c.verdict == verdict) if verdict else query).limit(limit))

    def _judgements(self, query: Any) -> list[Judgement]:
        rows = list(self._db.execute(query.order_by(t.judgement.c.row)).mappings())
        sides: dict[int, tuple[list[int], list[int]]] = {}
        for some in chunks([r["row"] for r in rows]):
            for side in self._db.execute(select(t.judgement_side).where(t.judgement_side.c.judgement.in_(some))).mappings():
                sides.setdefault(side["judgement"], ([], []))[0 if side["left"] else 1].append(side["telling"])
        return [
            Judgement(
                id=r["row"],
                left=tuple(sides[r["row"]][0]),
                right=tuple(sides[r["row"]][1]),
                verdict=Verdict(r["verdict"]),
                because=r["because"],
                author=r["author"],
                at=r["at"],
                score=None if r["score"] is None else float(r["score"]),
            )
            for r in rows
        ]

    def set_judgement(self, row: int, *, active: bool) -> None:
        self._db.execute(update(t.judgement).where(t.judgement.c.row == row).values(active=active))

    def drop_unsure(self, tellings: Iterable[int]) -> None:
        """Forget our own open questions about these tellings: they are asked afresh when the group is recomputed."""
        for some in chunks(sorted(set(tellings))):
            found = (
                select(t.judgement.c.row)
                .join(t.judgement_side, t.judgement_side.c.judgement == t.judgement.c.row)
                .where(t.judgement_side.c.telling.in_(some), t.judgement.c.author == OURS)
            )
            rows = sorted(set(self._db.execute(found).scalars()))
            if rows:
                self._db.execute(delete(t.judgement_side).where(t.judgement_side.c.judgement.in_(rows)))
                self._db.execute(delete(t.judgement).where(t.judgement.c.row.in_(rows)))

    def put_correction(self, correction: Correction) -> int:
        made = self._db.execute(
            insert(t.correction).values(
                entry=correction.entry,
                action=correction.action,
                field=correction.field,
                value=correction.value,
                author=correction.author,
                at=correction.at,
                because=correction.because,
                undone=False,
                body=dump(list(correction.tellings)),
            )
        ).inserted_primary_key
        assert made is not None
        return int(made[0])

    def corrections(self, entry_id: str | None = None) -> list[Correction]:
        query = select(t.correction).order_by(t.correction.c.row)
        if entry_id is not None:
            query = query.where(t.correction.c.entry == entry_id)
        return [
            Correction(
                id=r["row"],
                entry=r["entry"],
                action=r["action"],
                field=r["field"],
                value=r["value"],
                author=r["author"],
                at=r["at"],
                because=r["because"],
                undone=r["undone"],
                tellings=tuple(load(r["body"])),
            )
            for r in self._db.execute(query).mappings()
        ]

    def undo_correction(self, row: int) -> None:
        self._db.execute(update(t.correction).where(t.correction.c.row == row).values(undone=True))

    def put_reject(self, reject: Reject, *, at: str) -> None:
        row = {"place": reject.where, "reason": reject.reason.value, "detail": reject.detail, "at": at}
        self._db.execute(insert(t.reject).prefix_with("OR IGNORE").values(**row))
