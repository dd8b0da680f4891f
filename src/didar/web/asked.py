"""What an address asks: its parts, checked, in the store's words."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query, Request

from didar.errors import UsageError
from didar.pack import load_pack
from didar.store import EntryFilter
from didar.terms import EngagementKind, Status
from didar.views.asking import party_code, read_days
from didar.views.paging import read_cursor
from didar.web.visit import MOST_ROWS

Text = Annotated[str, Query(max_length=200)]
Parties = Annotated[list[str], Query(alias="party", description="A code or a name; several: all of them take part", max_length=6)]
Limit = Annotated[int | None, Query(ge=1, le=MOST_ROWS, description="At most so many rows")]
After = Annotated[str | None, Query(max_length=60, description="The cursor of the page before (its `next`)")]
Since = Annotated[str, Query(max_length=40, description="First day: 2025-02-25, 2025-02, 2025, or Jalali 1403-12-07")]
Until = Annotated[str, Query(max_length=40, description="Last day, in the same forms")]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for entries. limit: rows on a page, None for the form's own."""

    which: EntryFilter
    limit: int | None = None


def first_of(typed: str) -> int | None:
    """The first day of what was typed, as an ordinal; UsageError for what is no day."""
    return _days(typed)[0].toordinal() if typed.strip() else None


def last_of(typed: str) -> int | None:
    """The last day of what was typed, as an ordinal."""
    return _days(typed)[1].toordinal() if typed.strip() else None


def _days(typed: str) -> tuple[date, date]:
    found = read_days(typed.strip())
    if found is None:
        raise UsageError(f"“{typed}” is no day; expected 2025-02-25, 2025-02, 2025 or Jalali 1403-12-07")
    return found


def code_of(typed: str) -> str | None:
    """The code of the party that was typed, None for nothing."""
    return party_code(typed.strip(), pack=load_pack()) if typed.strip() else None


async def ask_entries(
    party: Parties = [],  # noqa: B006 - FastAPI copies it
    person: Annotated[list[str], Query(description="A name; several: all take part", max_length=4)] = [],  # noqa: B006
    kind: Annotated[list[EngagementKind], Query(description="Of one of these kinds")] = [],  # noqa: B006
    status: Annotated[list[Status], Query(description="In one of these states")] = [],  # noqa: B006
    place: Annotated[str, Query(max_length=200, description="A city as written, or a country's code")] = "",
    topic: Annotated[list[str], Query(description="About all of these topics", max_length=6)] = [],  # noqa: B006
    since: Since = "",
    until: Until = "",
    order: Annotated[str, Query(description="new (newest first) or old", max_length=10)] = "new",
    after: After = None,
    limit: Limit = None,
) -> Asked:
    """The parts of an address that choose entries."""
    names = tuple(n.strip()[:100] for n in person if n.strip())
    which = EntryFilter(
        parties=tuple(dict.fromkeys(c for p in party if (c := code_of(p)))),
        persons=names,
        kinds=tuple(k.value for k in kind),
        statuses=tuple(s.value for s in status),
        country=place.strip() or None,
        topics=tuple(dict.fromkeys(x for x in topic if x)),
        since=first_of(since),
        until=last_of(until),
        newest=order != "old",
        after=read_cursor(after),
    )
    return Asked(which=which, limit=limit)


async def ask_nothing(limit: Limit = None) -> int | None:
    """Only how many rows."""
    return limit


def question(request: Request) -> dict[str, list[str]]:
    """The question as it stands in the address."""
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        found.setdefault(name, []).append(value)
    return found
