"""Entries and statements a page at a time. A cursor says where the page before ended; it stays true when others write."""

import re
from dataclasses import dataclass, replace
from typing import Any

from didar.errors import UsageError
from didar.store import EntryFilter, Store
from didar.store.interface import EntryQuestions, SaidFilter
from didar.views.explain import statement_json

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


def read_page(entries: EntryQuestions, which: EntryFilter, *, size: int, total: int | None = None) -> Page:
    """Entries in brief in the order asked for, at most `size` of them after the cursor in `which.after`.

    which: with its people named (`views.naming`). total: how many there are in all, where that is known already.
    """
    found = entries.entry_page(replace(which, limit=size + 1))
    if total is None:
        total = entries.count_entries(replace(which, after=None))
    following = f"{found[size - 1][0]}.{found[size - 1][1]['id']}" if len(found) > size else None
    return Page(rows=[dict(line) for _, line in found[:size]], total=total, next=following)


def read_facets(entries: EntryQuestions, which: EntryFilter, *, most: int = 12) -> dict[str, list[Json]]:
    """What the question, its people named, can be narrowed to: value and count, by kind, status, party and topic."""
    counted = entries.facets(which, most=most)
    return {name: [{"value": value, "count": count} for value, count in rows] for name, rows in counted.items()}


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
