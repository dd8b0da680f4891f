"""One entry: its fields with their evidence, its sources, history, judgements, claims and corrections."""

from typing import Annotated, Any

from fastapi import Path

from didar.link.correct import FIELDS
from didar.store import Store
from didar.views.explain import explain_entry, find_entry
from didar.views.judging import read_claims_about, read_judgements
from didar.views.questions import history
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
COLUMNS = (
    "article",
    "outlet",
    "published",
    "counts_as",
    "author",
    "status",
    "date",
    "date_basis",
    "place",
    "sentences",
    "pattern",
    "confidence",
    "url",
)


async def ask(entry_id: Annotated[str, Path(description="An entry's id, or its beginning", max_length=60)]) -> str:
    return entry_id


def read(visit: Visit, asked: str) -> Json:
    store: Store = visit.store
    if was_removed(store, asked):
        changes = [c for c in history(store) if c["entry"] == asked]
        return {"type": "removed", "id": asked, "asked": asked, "changes": changes, "rows": []}
    entry = find_entry(store, asked)
    found = explain_entry(store, entry, asked=asked)
    found["judgements"] = read_judgements(store, entry)
    found["claims"] = read_claims_about(store, entry)
    found["changes"] = history(store, entry.id)
    titles = {r["id"]: r["title"] for r in store.article_rows({s["article"] for s in found["sources"]})}
    for source in found["sources"]:
        source["title"] = titles.get(source["article"])
    return {**found, "rows": found["sources"]}


def was_removed(store: Store, entry_id: str) -> bool:
    """Whether a person set this entry aside and nobody brought it back."""
    heads = store.entry_heads([entry_id])
    return bool(heads) and heads[0]["state"] == "empty"


def dress(_visit: Visit, _asked: str, _found: Json) -> Json:
    return {"fields": sorted(FIELDS)}


VIEW = View(
    name="entry",
    path="/entry/{entry_id}",
    summary="One entry with what each field rests on; its rows are its sources",
    ask=ask,
    read=read,
    columns=COLUMNS,
    dress=dress,
)
