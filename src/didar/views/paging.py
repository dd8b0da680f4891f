"""Entries and statements a page at a time. A cursor says where the page before ended; it stays true when others write."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from didar.edtf import edtf_days
from didar.errors import UsageError
from didar.store import EntryFilter, Store
from didar.store.interface import SaidFilter
from didar.views.explain import statement_json
from didar.views.timeline import is_named

Json = dict[str, Any]
_CURSOR = re.compile(r"(\d{1,9})\.([0-9a-z]{1,40})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of all `total` that fit. next: the cursor of the page after, None on the last."""

    rows: list[Json]
    total: int
    next: str | None


def read_cursor(cursor: str | None) -> tuple[int, str] | None:
    """A cursor as (day, id); UsageError where it is none."""
    if not cursor:
        return None
    form = _CURSOR.fullmatch(cursor)
    if form is None:
        raise UsageError(f"“{cursor}” is no cursor; take it from `next` of the page before")
    return int(form[1]), form[2]


def read_page(store: Store, which: EntryFilter, *, size: int) -> Page:
    """Entries in brief in the order asked for, at most `size` of them after the cursor in `which.after`."""
    if which.persons:
        return _page_of_people(store, which, size)
    found = store.entry_page(replace(which, limit=size + 1))
    total = store.count_entries(replace(which, after=None))
    return Page(rows=[dict(line) for _, line in found[:size]], total=total, next=_next(found, size))


def _next(found: list[tuple[int, Any]], size: int) -> str | None:
    return f"{found[size - 1][0]}.{found[size - 1][1]['id']}" if len(found) > size else None


def _page_of_people(store: Store, which: EntryFilter, size: int) -> Page:
    found = people_lines(store, replace(which, after=None))
    after = which.after
    rest = found if after is None else [f for f in found if _follows((f[0], f[1]["id"]), after, newest=which.newest)]
    return Page(rows=[line for _, line in rest[:size]], total=len(found), next=_next(rest, size))


def _follows(place: tuple[int, str], after: tuple[int, str], *, newest: bool) -> bool:
    if place[0] != after[0]:
        return (place[0] < after[0]) == newest
    return place[1] > after[1]


def people_lines(store: Store, which: EntryFilter) -> list[tuple[int, Json]]:
    """(day, entry in brief) of all entries in which every person asked for takes part."""
    lines = [(day, dict(line)) for day, line in store.entry_page(replace(which, limit=None))]
    return [(day, x) for day, x in lines if all(any(is_named(p, y["name"]) for y in x["people"]) for p in which.persons)]


def read_facets(store: Store, which: EntryFilter, *, most: int = 12) -> dict[str, list[Json]]:
    """What the question can be narrowed to: value and count, by kind, status, party and topic."""
    counted = _facets_of_people(store, which, most) if which.persons else store.facets(which, most=most)
    return {name: [{"value": value, "count": count} for value, count in rows] for name, rows in counted.items()}


def _facets_of_people(store: Store, which: EntryFilter, most: int) -> dict[str, list[tuple[str, int]]]:
    wide = replace(which, kinds=(), statuses=(), limit=None, after=None)
    kinds, statuses, parties, topics = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for _, line in people_lines(store, wide):
        of_kind = not which.kinds or line["kind"] in which.kinds
        of_status = not which.statuses or line["status"] in which.statuses
        kinds[line["kind"]] += of_status
        statuses[line["status"]] += of_kind
        if of_kind and of_status:
            parties.update(p for p in line["parties"] if p not in which.parties)
            topics.update(t for t in line["topics"] if t not in which.topics)
    return {
        "kind": _most(kinds, None),
        "status": _most(statuses, None),
        "party": _most(parties, most),
        "topic": _most(topics, most),
    }


def _most(counts: Counter[str], most: int | None) -> list[tuple[str, int]]:
    return sorted(((v, n) for v, n in counts.items() if n), key=lambda x: (-x[1], x[0]))[:most]


def read_said(store: Store, which: SaidFilter, *, size: int) -> Page:
    """Statements, the newest first, each with its article's outlet and publication and the entry it was made in."""
    found = store.said(replace(which, limit=size + 1))
    home = store.entry_of({r["telling"] for r in found if r["telling"]})
    rows = [
        {
            **statement_json(row),
            "medium": row["body"]["medium"],
            "outlet": row["outlet"],
            "published": row["published"],
            "entry": home.get(row["telling"]) if row["telling"] else None,
        }
        for row in found[:size]
    ]
    last = found[size - 1] if len(found) > size else None
    return Page(rows=rows, total=store.count_said(which), next=f"{last['day']}.{last['row']}" if last else None)


def earliest(line: Json) -> str:
    """The day an entry stands at: its own first day, or the day it was first told."""
    days = edtf_days(line["date"])
    return days[0].isoformat() if days else (line["told"] or "")
