"""Pairs of entries that may be one contact, one pair at a time side by side."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from didar.views.judging import read_queue, read_sides
from didar.web.asked import Limit
from didar.web.known import Known
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
MOST = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """after: the number of the question that was last looked at."""

    after: int
    limit: int | None


async def ask(
    after: Annotated[int, Query(ge=0, le=10**12, description="Only questions after this number")] = 0,
    limit: Limit = None,
) -> Asked:
    return Asked(after=after, limit=limit)


def queue(known: Known) -> list[Json]:
    return known.kept_long("unsure", lambda: read_queue(known.store, limit=MOST))


def read(visit: Visit, asked: Asked) -> Json:
    waiting = queue(visit)
    rest = [q for q in waiting if q["id"] > asked.after] or waiting
    size = visit.size(asked.limit)
    sides = read_sides(visit.store, rest[0]) if rest and visit.form != "csv" else []
    return {"total": len(waiting), "cut": len(waiting) >= MOST, "sides": sides, "rows": rest[:size]}


VIEW = View(
    name="unsure",
    path="/unsure",
    summary="Pairs of entries that may be one contact; `sides` is the first of them in full",
    ask=ask,
    read=read,
    columns=("id", "one", "other", "score", "because"),
)
