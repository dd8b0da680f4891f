"""What an address asks: its parts, checked, in the store's words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from didar.errors import UsageError
from didar.pack import load_pack
from didar.store import EntryFilter
from didar.terms import EngagementKind, Status
from didar.views.asking import party_code, read_days
from didar.views.paging import read_cursor
from didar.web.visit import MOST_ROWS

Text = Annotated[str, Query(max_length=200)]
Parties = Annotated[Sequence[str], Query(alias="party", description="A code or a name; several: all of them take part", max_length=6)]
People = Annotated[Sequence[str], Query(description="A name; several: all take part", max_length=4)]
Kinds = Annotated[Sequence[EngagementKind], Query(description="Of one of these kinds")]
Statuses = Annotated[Sequence[Status], Query(description="In one of these states")]
Topics = Annotated[Sequence[str], Query(description="About all of these topics", max_length=6)]
Place = Annotated[str, Query(max_length=200, description="A city as written, or a country's code")]
Order = Annotated[str, Query(max_length=10, description="new (newest first) or old")]
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


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day as ordinals, None where open."""

    since: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page. after: (day, id) where the page before ended; limit: rows, None for the form's own number."""

    after: tuple[int, str] | None
    limit: int | None


async def ask_days(since: Since = "", until: Until = "") -> Days:
    return Days(since=first_of(since), until=last_of(until))


async def ask_turn(after: After = None, limit: Limit = None) -> Turn:
    return Turn(after=read_cursor(after), limit=limit)


async def ask_people(party: Parties = (), person: People = ()) -> EntryFilter:
    """Who takes part."""
    names = tuple(n.strip()[:100] for n in person if n.strip())
    return EntryFilter(parties=tuple(dict.fromkeys(c for p in party if (c := code_of(p)))), persons=names)


async def ask_contact(kind: Kinds = (), status: Statuses = (), topic: Topics = (), place: Place = "") -> EntryFilter:
    """What kind of contact, in what state, about what, where."""
    return EntryFilter(
        kinds=tuple(k.value for k in kind),
        statuses=tuple(s.value for s in status),
        topics=tuple(dict.fromkeys(x for x in topic if x)),
        country=place.strip() or None,
    )


async def ask_entries(
    people: Annotated[EntryFilter, Depends(ask_people)],
    contact: Annotated[EntryFilter, Depends(ask_contact)],
    days: Annotated[Days, Depends(ask_days)],
    turn: Annotated[Turn, Depends(ask_turn)],
    order: Order = "new",
) -> Asked:
    """The parts of an address that choose entries."""
    which = replace(contact, parties=people.parties, persons=people.persons, since=days.since, until=days.until)
    return Asked(which=replace(which, newest=order != "old", after=turn.after), limit=turn.limit)


async def ask_nothing(limit: Limit = None) -> int | None:
    """Only how many rows."""
    return limit
