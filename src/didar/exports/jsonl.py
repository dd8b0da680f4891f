"""An object a line: engagements, processes, statements, agreements, people, claims, articles; each with its `sources`.

A `process` is talks in general, told in passing, with neither day nor place: no contact of its own, and kept apart from
the rounds that are.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from didar.letters import fold_form
from didar.link.agreements import group_agreements
from didar.link.people import group_people
from didar.store import EntryFilter, Store
from didar.views.explain import why_json
from didar.views.timeline import entry_line

Json = dict[str, Any]


def export_jsonl(store: Store) -> Iterator[Json]:
    """Everything in the record, in an order that depends on its content alone."""
    yield from _engagements(store)
    yield from _statements(store)
    yield from _agreements(store)
    yield from _people(store)
    yield from _claims(store)
    yield from _articles(store)


def _engagements(store: Store) -> Iterator[Json]:
    for entry in store.entries(EntryFilter()):
        line = entry_line(entry)
        people = line.pop("people")
        tellings = {t.id: t for t in store.tellings(s.telling for s in entry.sources)}
        yield {
            "type": "process" if entry.process else "engagement",
            **line,
            "participants": people,
            "initiative": entry.initiative,
            "history": [{"status": s.status.value, "published": s.published, "article": s.article} for s in entry.history],
            "sources": [
                {
                    "article": s.article,
                    "outlet": s.outlet,
                    "published": s.published,
                    "author": s.author,
                    "counts_as": s.wire,
                    "status": s.status.value,
                    "date": s.date,
                    "evidence": [list(x) for x in tellings[s.telling].engagement.evidence],
                    **why_json(tellings[s.telling].engagement.why),
                }
                for s in entry.sources
            ],
        }


def _statements(store: Store) -> Iterator[Json]:
    """The same words of the same speaker are one statement with several sources."""
    entries = _entry_of_tellings(store)
    groups: dict[tuple[str, ...], list[Any]] = {}
    for row in store.each("statement"):
        body = row["body"]
        speakers = sorted(f"{s['party']}|{s['office']}" for s in body["speakers"])
        groups.setdefault((fold_form(body["text"]), row["act"], *speakers), []).append(row)
    for rows in groups.values():
        body = rows[0]["body"]
        yield {
            "type": "statement",
            "id": rows[0]["id"],
            **{k: body[k] for k in ("speakers", "act", "direct", "toward", "about", "date", "medium", "text")},
            "engagement": next((entries[r["telling"]] for r in rows if r["telling"] in entries), None),
            "sources": [{"article": r["article"], "span": r["body"]["span"], **_why(r["body"])} for r in rows],
        }


def _entry_of_tellings(store: Store) -> dict[int, str]:
    return {t["row"]: t["entry"] for t in store.each("telling") if t["entry"] and t["state"] == "live"}


def _why(body: Json) -> Json:
    why = body.get("why") or {}
    return {"pattern": why.get("pattern"), "confidence": why.get("confidence")}


def _agreements(store: Store) -> Iterator[Json]:
    for rows in group_agreements(store.agreements()):
        names = sorted({r["name"] for r in rows}, key=lambda n: (-len(n), n))
        yield {
            "type": "agreement",
            "id": min(r["id"] for r in rows),
            "name": names[0],
            "names": names,
            "kind": next((r["body"]["kind"] for r in rows if r["body"]["kind"]), None),
            "parties": sorted({p for r in rows for p in r["parties"].split()}),
            "stages": _stages(rows),
            "sources": [{"article": r["article"], "evidence": r["body"]["evidence"], **_why(r["body"])} for r in rows],
        }


def _stages(rows: Iterable[Any]) -> list[Json]:
    found: dict[tuple[str, str, str | None], list[str]] = {}
    for r in rows:
        for s in r["body"]["stages"]:
            found.setdefault((s["stage"], s["status"], s["date"]), []).append(r["article"])
    return [{"stage": k[0], "status": k[1], "date": k[2], "articles": sorted(set(v))} for k, v in found.items()]


def _people(store: Store) -> Iterator[Json]:
    for name, party, rows in sorted(group_people(store.persons()), key=lambda g: (g[1] or "", g[0])):
        offices: dict[tuple[str, str | None, str | None], set[str]] = {}
        for r in rows:
            if r["office"]:
                offices.setdefault((r["office"], r["portfolio"], r["accredited_to"]), set()).add(r["article"])
        yield {
            "type": "person",
            "name": name,
            "names": sorted({r["name"] for r in rows}),
            "party": party,
            "offices": [
                {"office": o, "portfolio": p, "accredited_to": a, "articles": sorted(v)}
                for (o, p, a), v in sorted(offices.items(), key=str)
            ],
            "sources": [{"article": a} for a in sorted({r["article"] for r in rows})],
        }


def _claims(store: Store) -> Iterator[Json]:
    for row in store.claims():
        body = {k: v for k, v in row["body"].items() if k not in ("evidence", "why")}
        yield {
            "type": "claim",
            "id": row["id"],
            **body,
            "sources": [{"article": row["article"], "evidence": row["body"]["evidence"], **_why(row["body"])}],
        }


def _articles(store: Store) -> Iterator[Json]:
    for row in store.article_rows():
        inferred = date.fromordinal(row["inferred_day"]).isoformat() if row["inferred_day"] else None
        yield {
            "type": "article",
            **{k: row[k] for k in ("id", "outlet", "url", "title", "published")},
            "inferred_day": inferred,
            "inferred_because": row["inferred_because"] if inferred else None,
            "counts_as": row["wire"],
            "sources": [{"article": row["id"]}],
        }
