"""Engagements in order of time."""

from typing import Any

from didar.edtf import edtf_days
from didar.letters import fold_form
from didar.link.names import names_agree
from didar.record import Entry
from didar.store import EntryFilter, Store

Json = dict[str, Any]


def read_timeline(store: Store, which: EntryFilter) -> list[Json]:
    """The entries that fit, the oldest first; those without a date stand where they were first told."""
    return [entry_line(e) for e in read_entries(store, which)]


def read_entries(store: Store, which: EntryFilter) -> list[Entry]:
    """The entries themselves. A person is looked for by the name's last word and then by the whole name."""
    found = store.entries(which)
    if which.person:
        found = [e for e in found if any(_is(which.person, p.actor.name) for p in e.participants)]
    return sorted(found, key=_when)


def _is(asked: str, name: str | None) -> bool:
    return names_agree(asked, name) or (bool(name) and fold_form(asked) == fold_form(name or ""))


def _when(entry: Entry) -> tuple[str, str]:
    days = entry.days
    told = min((s.published[:10] for s in entry.sources if s.published), default="9999")
    return (days[0].isoformat() if days else told, entry.id)


def entry_line(entry: Entry) -> Json:
    """An entry in brief, JSON-ready."""
    return {
        "id": entry.id,
        "date": entry.date,
        "date_basis": entry.date_basis.value if entry.date_basis else None,
        "kind": entry.kind.value,
        "mode": entry.mode.value if entry.mode else None,
        "status": entry.status.value,
        "parties": list(entry.parties),
        "people": [
            {
                "name": p.actor.name,
                "office": p.actor.office.value if p.actor.office else None,
                "party": p.actor.party,
                "role": p.role.value,
                "inferred_name": p.actor.inferred_name,
            }
            for p in entry.participants
        ],
        "place": {"name": entry.place.name, "country": entry.place.country} if entry.place else None,
        "topics": list(entry.topics),
        "articles": len({s.article for s in entry.sources}),
        "independent": entry.independent,
        "disputed": [f.name for f in entry.fields if f.disputed],
        "corrected": list(entry.corrected),
        "told": min((s.published[:10] for s in entry.sources if s.published), default=None),
    }


def first_day(edtf: str | None) -> int | None:
    """The first day of an EDTF as an ordinal, for filters."""
    days = edtf_days(edtf)
    return days[0].toordinal() if days else None


def last_day(edtf: str | None) -> int | None:
    """The last day of an EDTF as an ordinal, for filters."""
    days = edtf_days(edtf)
    return days[1].toordinal() if days else None
