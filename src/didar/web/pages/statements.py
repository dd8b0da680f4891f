"""What A said about B, in which days."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from didar.store.interface import SaidFilter
from didar.terms import Act
from didar.views.paging import read_cursor, read_said
from didar.web.asked import After, Limit, Since, Text, Until, code_of, first_of, last_of
from didar.web.pages.rows import SAID_COLUMNS, said_cells
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for statements."""

    which: SaidFilter
    limit: int | None


async def ask(
    by: Annotated[str, Query(max_length=100, description="Whose statements: a party")] = "",
    on: Annotated[str, Query(max_length=100, description="Toward or about this party")] = "",
    speaker: Text = "",
    act: Annotated[list[Act], Query(description="What the statement does")] = [],  # noqa: B006
    topic: Text = "",
    since: Since = "",
    until: Until = "",
    after: After = None,
    limit: Limit = None,
) -> Asked:
    cursor = read_cursor(after)
    which = SaidFilter(
        by=code_of(by),
        on=code_of(on),
        speaker=speaker.strip() or None,
        acts=tuple(a.value for a in act),
        topic=topic.strip() or None,
        since=first_of(since),
        until=last_of(until),
        after=(cursor[0], int(cursor[1])) if cursor and cursor[1].isdecimal() else None,
    )
    return Asked(which=which, limit=limit)


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
