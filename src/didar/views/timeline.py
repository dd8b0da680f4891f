"""Engagements in order of time."""

from dataclasses import replace
from typing import Any

from didar.edtf import edtf_days
from didar.store import EntryFilter, Store
from didar.store.bodies import entry_line
from didar.views.naming import name_people

__all__ = ["count_timeline", "entry_line", "NEVER", "first_day", "last_day", "place_in_time", "read_timeline"]

Json = dict[str, Any]
NEVER = "9999"  # stands after every day


def read_timeline(store: Store, which: EntryFilter) -> list[Json]:
    """The entries that fit, the oldest first; those without a date stand where they were first told."""
    return sorted((dict(line) for line in store.entry_lines(name_people(store, which))), key=place_in_time)


def count_timeline(store: Store, which: EntryFilter) -> int:
    """How many entries fit, the limit aside."""
    return store.count_entries(name_people(store, replace(which, limit=None, newest=False)))


def place_in_time(line: Json) -> tuple[str, str]:
    """What entries in brief are put in order of time by."""
    days = edtf_days(line["date"])
    return (days[0].isoformat() if days else line["told"] or NEVER, line["id"])


def first_day(edtf: str | None) -> int | None:
    """The first day of an EDTF as an ordinal, for filters."""
    days = edtf_days(edtf)
    return days[0].toordinal() if days else None


def last_day(edtf: str | None) -> int | None:
    """The last day of an EDTF as an ordinal, for filters."""
    days = edtf_days(edtf)
    return days[1].toordinal() if days else None
