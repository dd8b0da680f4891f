"""Engagements in order of time."""

from typing import Any

from didar.edtf import edtf_days
from didar.letters import fold_form
from didar.link.names import names_agree
from didar.record import Entry
from didar.store import EntryFilter, Store
from didar.store.bodies import entry_line

__all__ = ["entry_line", "first_day", "last_day", "read_entries", "read_timeline"]

Json = dict[str, Any]


def read_timeline(store: Store, which: EntryFilter) -> list[Json]:
    """The entries that fit, the oldest first; those without a date stand where they were first told."""
    if which.persons:
        return [dict(entry_line(e)) for e in read_entries(store, which)]
    return sorted((dict(line) for line in store.entry_lines(which)), key=place_in_time)


def place_in_time(line: Json) -> tuple[str, str]:
    """What entries in brief are put in order of time by."""
    days = edtf_days(line["date"])
    return (days[0].isoformat() if days else line["told"] or "9999", line["id"])


def read_entries(store: Store, which: EntryFilter) -> list[Entry]:
    """The entries themselves. A person is looked for by the name's last word and then by the whole name."""
    found = store.entries(which)
    for person in which.persons:
        found = [e for e in found if any(is_named(person, p.actor.name) for p in e.participants)]
    return sorted(found, key=_when)


def is_named(asked: str, name: str | None) -> bool:
    """Whether a name may be the one that was asked for."""
    return names_agree(asked, name) or (bool(name) and fold_form(asked) == fold_form(name or ""))


def _when(entry: Entry) -> tuple[str, str]:
    days = entry.days
    told = min((s.published[:10] for s in entry.sources if s.published), default="9999")
    return (days[0].isoformat() if days else told, entry.id)


def first_day(edtf: str | None) -> int | None:
    """The first day of an EDTF as an ordinal, for filters."""
    days = edtf_days(edtf)
    return days[0].toordinal() if days else None


def last_day(edtf: str | None) -> int | None:
    """The last day of an EDTF as an ordinal, for filters."""
    days = edtf_days(edtf)
    return days[1].toordinal() if days else None
