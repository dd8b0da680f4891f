"""Engagements as a table (CSV, UTF-8 with a mark that spreadsheets know), one row each."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from didar.store import EntryFilter, Store

COLUMNS = (
    "id",
    "date",
    "date_basis",
    "kind",
    "mode",
    "status",
    "parties",
    "people",
    "place",
    "country",
    "topics",
    "articles",
    "independent",
    "disputed",
    "sources",
)
MARK = b"\xef\xbb\xbf"  # tells spreadsheets that it is UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_csv(store: Store) -> Iterator[bytes]:
    """The header, then a row for each entry in order of time."""
    yield MARK + csv_line(COLUMNS)
    for entry in store.entries(EntryFilter()):
        people = (f"{p.actor.name or ''} ({p.actor.office or ''} {p.actor.party or ''})".strip() for p in entry.participants)
        row: tuple[Any, ...] = (
            entry.id,
            entry.date,
            entry.date_basis,
            entry.kind,
            entry.mode,
            entry.status,
            " ".join(entry.parties),
            "; ".join(people),
            entry.place.name if entry.place else None,
            entry.place.country if entry.place else None,
            " ".join(entry.topics),
            len({s.article for s in entry.sources}),
            entry.independent,
            " ".join(f.name for f in entry.fields if f.disputed),
            " ".join(sorted({s.article for s in entry.sources})),
        )
        yield csv_line(row)


def csv_line(cells: Sequence[Any]) -> bytes:
    """One row; a cell that a spreadsheet would take for a formula is marked as text."""
    out = io.StringIO()
    csv.writer(out).writerow([_safe("" if c is None else str(c)) for c in cells])
    return out.getvalue().encode("utf-8", "replace")


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
