"""What a thing of the record rests on: article, sentence with the evidence marked, pattern, and field by field."""

from collections.abc import Sequence
from typing import Any

from didar.errors import UnknownError, UsageError
from didar.model import Span, Why
from didar.record import Entry, Telling
from didar.shape import actor_to_dict
from didar.store import Store
from didar.views.sentences import mark_evidence
from didar.views.timeline import entry_line

Json = dict[str, Any]


def find_entry(store: Store, asked: str) -> Entry:
    """The entry of an id or of an id's only beginning; UsageError where there is none or more than one."""
    entry = store.entry(asked)
    if entry is not None:
        return entry
    ids = store.entry_ids(asked) if asked else []
    found = {e.id: e for i in ids if (e := store.entry(i)) is not None}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        raise UsageError(f"“{asked}” may be {', '.join(sorted(found)[:8])}; give more of the id")
    raise UnknownError(f"there is no entry “{asked}”; `didar timeline RECORD` shows the ids")


def explain(store: Store, asked: str) -> Json:
    """An entry, a statement, an agreement, a claim or an article, by its id."""
    for find in (_statement, _fact, _article):
        found = find(store, asked)
        if found is not None:
            return found
    return explain_entry(store, find_entry(store, asked), asked=asked)


def explain_entry(store: Store, entry: Entry, *, asked: str | None = None) -> Json:
    """An entry with its fields, history and sources."""
    tellings = store.tellings(s.telling for s in entry.sources)
    asked = asked or entry.id
    said = said_in(store, [t.id for t in tellings])
    return {
        "type": "engagement",
        **entry_line(entry),
        "asked": asked,
        "redirected": not entry.id.startswith(asked) and asked != entry.id,
        "fields": [
            {
                "name": f.name,
                "rule": f.rule,
                "disputed": f.disputed,
                "values": [{"value": v.value, "sources": v.sources, "articles": list(v.articles)} for v in f.values],
            }
            for f in entry.fields
        ],
        "history": [{"status": s.status.value, "published": s.published, "article": s.article, "date": s.date} for s in entry.history],
        "sources": [_source(store, t) for t in sorted(tellings, key=lambda t: (t.published or "9999", t.key))],
        "statements": said,
        "readouts": readouts(said, entry.parties),
        "corrections": [
            {"field": c.field, "value": c.value, "because": c.because, "author": c.author, "at": c.at, "undone": c.undone}
            for c in store.corrections(entry.id)
        ],
    }


def _source(store: Store, telling: Telling) -> Json:
    article = store.article(telling.article)
    assert article is not None
    e = telling.engagement
    return {
        "article": telling.article,
        "outlet": telling.outlet,
        "url": article.url,
        "published": telling.published,
        "counts_as": telling.source,
        "author": telling.author,
        "status": e.status.value,
        "date": e.date,
        "date_basis": e.date_basis.value if e.date_basis else None,
        "place": e.place.name if e.place else None,
        "people": [{**actor_to_dict(p.actor), "role": p.role.value} for p in e.participants],
        "evidence": [list(s) for s in e.evidence],
        "sentences": mark_evidence(article, e.evidence),
        **why_json(e.why),
    }


def why_json(why: Why | None) -> Json:
    """Pattern, confidence and flags, None where a reading gives no why."""
    if why is None:
        return {"pattern": None, "confidence": None, "flags": []}
    return {"pattern": why.pattern, "confidence": why.confidence, "flags": list(why.flags)}


def said_in(store: Store, tellings: Sequence[int]) -> list[Json]:
    """The statements that were made in a contact, in the order of their articles."""
    return [statement_json(row) for row in store.statements(telling=list(tellings))] if tellings else []


def readouts(said: Sequence[Json], parties: Sequence[str]) -> Json:
    """Both sides' accounts beside each other: each party's statements, its topics, and those that it alone mentions."""
    sides = {p: [s for s in said if p in {x["party"] for x in s["speakers"]}] for p in parties}
    topics = {p: {t for s in own for t in s["about"]} for p, own in sides.items()}
    return {
        p: {
            "statements": [s["id"] for s in own],
            "topics": sorted(topics[p]),
            "only_here": sorted(topics[p] - {t for q, ts in topics.items() if q != p for t in ts}),
        }
        for p, own in sides.items()
        if own
    }


def statement_json(row: Any) -> Json:
    """A statement row in brief."""
    body = row["body"]
    return {
        "id": row["id"],
        "article": row["article"],
        "speakers": [{"name": s["name"], "office": s["office"], "party": s["party"]} for s in body["speakers"]],
        "act": row["act"],
        "text": body["text"],
        "direct": body["direct"],
        "about": body["about"],
        "toward": body["toward"],
        "span": body["span"],
        "day": row["day"],
    }


def _statement(store: Store, asked: str) -> Json | None:
    rows = store.statements(id=asked)
    if not rows:
        return None
    sources = [_fact_source(store, r["article"], [tuple(r["body"]["span"])], r["body"].get("why")) for r in rows]
    return {"type": "statement", **statement_json(rows[0]), "sources": sources}


def _fact(store: Store, asked: str) -> Json | None:
    for name, rows in (("agreement", store.agreements()), ("claim", store.claims())) if asked[:1] in "ac" else ():
        found = [r for r in rows if r["id"] == asked]
        if found:
            body = {k: v for k, v in found[0]["body"].items() if k not in ("evidence", "why", "id")}
            sources = [_fact_source(store, r["article"], [tuple(s) for s in r["body"]["evidence"]], r["body"].get("why")) for r in found]
            return {"type": name, "id": asked, **body, "sources": sources}
    return None


def _fact_source(store: Store, article_id: str, spans: Sequence[Span], why: Json | None) -> Json:
    article = store.article(article_id)
    assert article is not None
    why = why or {}
    return {
        "article": article_id,
        "outlet": article.outlet,
        "published": article.published,
        "sentences": mark_evidence(article, spans),
        "pattern": why.get("pattern"),
        "confidence": why.get("confidence"),
        "flags": why.get("flags", []),
    }


def _article(store: Store, asked: str) -> Json | None:
    """What the record took from one article, and what it did not."""
    rows = store.article_rows([asked])
    if not rows:
        return None
    tellings = store.tellings_of_article(asked)
    entries = store.entry_of(t.id for t in tellings)
    readings = [r for r in store.reading_rows(asked) if r["current"]]
    open_ = [u for r in readings for u in store.reading(r["row"]).unresolved]
    found = rows[0]
    inferred = found["inferred_because"] if found["inferred_day"] else None
    return {
        "type": "article",
        "id": asked,
        "outlet": found["outlet"],
        "title": found["title"],
        "published": found["published"],
        "inferred_day": found["inferred_day"] or None,
        "inferred_because": inferred,
        "counts_as": found["wire"],
        "readings": [{"author": r["author"], "at": r["at"], "versions": r["versions"]} for r in readings],
        "entries": sorted({e for e in entries.values() if e}),
        "unresolved": [{"what": u.what, "reason": u.reason.value, "span": list(u.span)} for u in open_],
    }
