"""What a record holds, at a glance."""

from datetime import date
from typing import Any

from didar.store import EntryFilter, Store
from didar.store.entries import HELD
from didar.views.audit import last_published
from didar.views.claims import open_questions

Json = dict[str, Any]
AHEAD = ("planned", "proposed")


def read_overview(store: Store, *, shown: int = 8) -> Json:
    """Counts, the days covered, the last contacts, what is announced, the busiest pairs. As of the last publication."""
    as_of = last_published(store)
    now = as_of.toordinal() if as_of else None
    counts = {name: store.count_rows(name)[""] for name in ("article", "statement")}
    spans = store.pair_spans()
    first = min((r["first"] for r in spans), default=None)
    last = max((r["last"] for r in spans), default=None)
    busiest = sorted(spans, key=lambda r: (-r["contacts"], r["pair"]))[:shown]
    return {
        "entries": store.count_entries(EntryFilter()),
        "articles": counts["article"],
        "statements": counts["statement"],
        "agreements": store.count_agreements(),
        "people": store.count_named(),
        "as_of": as_of.isoformat() if as_of else None,
        "first": _iso(first),
        "last": _iso(last),
        "latest": [dict(x) for x in store.entry_lines(EntryFilter(statuses=HELD, until=now, undated=False, limit=shown, newest=True))],
        "ahead": [dict(x) for x in store.entry_lines(EntryFilter(statuses=AHEAD, since=now, undated=False, limit=shown))] if now else [],
        "pairs": [{"parties": r["pair"].split(), "contacts": r["contacts"], "last": _iso(r["last"])} for r in busiest],
        "open_questions": len(open_questions(store, limit=1000)),
    }


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day else None
