"""One article with everything that was found in it, what was set aside, and what was not understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from didar.errors import UnknownError
from didar.model import Reading, Span
from didar.shape import actor_to_dict
from didar.store import Store
from didar.views.explain import why_json

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under one set of facts. facts: their numbers, the one with the shortest span first."""

    text: str
    start: int
    facts: tuple[int, ...]
    aside: bool


def read_article(store: Store, article_id: str) -> Json:
    """The article, its facts in the order of the text, and the entries that they became. UnknownError where there is none."""
    article, rows = store.article(article_id), store.article_rows([article_id])
    if article is None or not rows:
        raise UnknownError(f"there is no article “{article_id}”")
    found = rows[0]
    readings = [(r, store.reading(r["row"])) for r in store.reading_rows(article_id) if r["current"]]
    entries: dict[tuple[int, str], str | None] = {}
    tellings = store.tellings_of_article(article_id)
    home = store.entry_of(t.id for t in tellings)
    for t in tellings:
        entries[t.reading, t.engagement.id] = home.get(t.id)
    facts = [f for row, reading in readings for f in _facts(reading, row, entries)]
    facts.sort(key=lambda f: (f["spans"][0] if f["spans"] else [10**9, 0], f["type"], f["id"]))
    return {
        "id": article_id,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "inferred_day": found["inferred_day"] or None,
        "inferred_because": found["inferred_because"] if found["inferred_day"] else None,
        "counts_as": found["wire"],
        "readings": [{"author": r["author"], "at": r["at"], "versions": r["versions"]} for r, _ in readings],
        "entries": sorted({e for e in home.values() if e}),
        "text": article.text,
        "facts": facts,
        "unresolved": [{"what": u.what, "reason": u.reason.value, "span": list(u.span)} for _, r in readings for u in r.unresolved],
        "set_aside": [{"reason": a.reason.value, "span": list(a.span)} for _, r in readings for a in r.set_aside],
    }


def _facts(reading: Reading, row: Any, entries: dict[tuple[int, str], str | None]) -> Iterator[Json]:
    def fact(type_: str, fact_id: str, spans: Sequence[Span], why: Any, /, **more: Any) -> Json:
        told = {"type": type_, "id": fact_id, "author": row["author"], "spans": sorted(list(s) for s in spans)}
        return {**told, **more, **why_json(why)}

    more: Json
    for e in reading.engagements:
        people = [{**actor_to_dict(p.actor), "role": p.role.value} for p in e.participants]
        more = {
            "kind": e.kind.value,
            "mode": e.mode.value if e.mode else None,
            "status": e.status.value,
            "date": e.date,
            "parties": list(e.parties),
            "people": people,
        }
        place = e.place.name if e.place else None
        yield fact("engagement", e.id, e.evidence, e.why, **more, place=place, entry=entries.get((row["row"], e.id)))
    for s in reading.statements:
        speakers = [actor_to_dict(a) for a in s.speakers]
        more = {"speakers": speakers, "act": s.act.value, "about": list(s.about), "toward": list(s.toward), "direct": s.direct}
        yield fact("statement", s.id, [s.span], s.why, **more)
    for a in reading.agreements:
        stages = [{"stage": x.stage.value, "status": x.status.value, "date": x.date} for x in a.stages]
        yield fact("agreement", a.id, a.evidence, a.why, name=a.name, parties=list(a.parties), stages=stages)
    for n, h in enumerate(reading.offices, start=1):
        yield fact("office", f"o{n}", h.evidence, h.why, person=actor_to_dict(h.actor))
    for n, c in enumerate(reading.claims, start=1):
        more = {"claim": c.kind.value, "of": c.of, "number": c.number, "parties": list(c.parties), "period": c.period}
        yield fact("claim", f"c{n}", c.evidence, c.why, **more)


def segment_text(found: Json) -> list[Segment]:
    """The text cut at every edge of a fact or of what was set aside, so that each stretch is under one set of facts."""
    text = found["text"]
    size = len(text)
    spans = [(n, max(0, a), min(size, b)) for n, f in enumerate(found["facts"]) for a, b in f["spans"] if a < b]
    asides = [(max(0, a), min(size, b)) for a, b in (x["span"] for x in found["set_aside"]) if a < b]
    edges = sorted({0, size} | {e for _, a, b in spans for e in (a, b)} | {e for s in asides for e in s})
    opening: dict[int, list[tuple[int, int, int]]] = {}
    for n, a, b in spans:
        opening.setdefault(a, []).append((b - a, n, b))
    open_: list[tuple[int, int, int]] = []
    segments = []
    for start, end in pairwise(edges):
        open_ = [s for s in open_ if s[2] > start] + opening.get(start, [])
        over = tuple(dict.fromkeys(n for _, n, _ in sorted(open_)))
        segments.append(Segment(text=text[start:end], start=start, facts=over, aside=any(a <= start < b for a, b in asides)))
    return segments
