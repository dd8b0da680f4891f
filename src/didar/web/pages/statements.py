"""What A said about B, in which days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Depends, Query

from didar.store.interface import SaidFilter
from didar.terms import Act
from didar.views.paging import read_said
from didar.web.asked import Days, Text, Turn, ask_days, ask_turn, code_of
from didar.web.pages.rows import SAID_COLUMNS, said_cells
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for statements."""

    which: SaidFilter
    limit: int | None


async def ask_sides(
    by: Annotated[str, Query(max_length=100, description="Whose statements: a party")] = "",
    on: Annotated[str, Query(max_length=100, description="Toward or about this party")] = "",
    speaker: Text = "",
    act: Annotated[Sequence[Act], Query(description="What the statement does")] = (),
    topic: Text = "",
) -> SaidFilter:
    """Whose statements, about whom and what."""
    acts = tuple(a.value for a in act)
    return SaidFilter(by=code_of(by), on=code_of(on), speaker=speaker.strip() or None, acts=acts, topic=topic.strip() or None)


async def ask(
    sides: Annotated[SaidFilter, Depends(ask_sides)],
    days: Annotated[Days, Depends(ask_days)],
    turn: Annotated[Turn, Depends(ask_turn)],
) -> Asked:
    after = (turn.after[0], int(turn.after[1])) if turn.after and turn.after[1].isdecimal() and len(turn.after[1]) < 16 else None
    return Asked(which=replace(sides, since=days.since, until=days.until, after=after), limit=turn.limit)


def read(visit: Visit, asked: Asked) -> Json:
    page = read_said(visit.store, asked.which, size=visit.size(asked.limit))
    return {"total": page.total, "next": page.next, "rows": page.rows}


VIEW = View(
    name="statements",
    path="/statements",
    summary="Statements by whose they are, toward or about whom, act, topic and days",
    ask=ask,
    read=read,
    columns=SAID_COLUMNS,
    cells=said_cells,
    dress=lambda _visit, asked, _found: {"which": asked.which},
)
