"""People: those named most, and one of them with offices and contacts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from didar.link.names import name_words
from didar.views.questions import who
from didar.web.asked import Limit, Text, code_of
from didar.web.pages.rows import ENTRY_COLUMNS, entry_cells
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
SHOWN = 15  # contacts of each person of a name on the page; the timeline has them all


@dataclass(frozen=True, slots=True)
class Name:
    """name: whole or its last word; empty for the list. party: to tell namesakes apart."""

    name: str
    party: str | None
    limit: int | None


async def ask(name: Text = "", party: Text = "", limit: Limit = None) -> Name:
    return Name(name=name.strip(), party=code_of(party), limit=limit)


def read_list(visit: Visit, asked: Name) -> Json:
    words = name_words(asked.name)
    size = visit.size(asked.limit)
    key = ("named", words[-1:], asked.party, size)
    rows = visit.kept(key, lambda: visit.store.named(last_word=words[-1] if words else None, party=asked.party, limit=size + 1))
    return {"rows": [_dated(r) for r in rows[:size]], "cut": len(rows) > size}


def _dated(row: Any) -> Json:
    days = {k: date.fromordinal(row[k]).isoformat() if row[k] else None for k in ("first", "last")}
    return {"name": row["name"], "party": row["party"], "articles": row["articles"], **days}


def read_one(visit: Visit, asked: Name) -> Json:
    size = visit.size(asked.limit or (SHOWN if visit.form == "html" else None))
    people = who(visit.store, asked.name, limit=size) if name_words(asked.name) else []
    if asked.party:
        people = [p for p in people if p["party"] == asked.party]
    return {"name": asked.name, "people": people, "rows": [e for p in people for e in reversed(p["entries"])]}


LIST = View(
    name="people",
    path="/people",
    summary="Names with their parties, in how many articles; those named most first",
    ask=ask,
    read=read_list,
    columns=("name", "party", "articles", "first", "last"),
    dress=lambda _visit, asked, _found: {"asked": asked},
)
VIEW = View(
    name="person",
    path="/person",
    summary="People of a name: forms, offices as told, contacts",
    ask=ask,
    read=read_one,
    columns=ENTRY_COLUMNS,
    cells=entry_cells,
    dress=lambda _visit, asked, _found: {"asked": asked},
)
