"""Smaller questions: search, who, silence, history, readouts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from didar.errors import UsageError
from didar.link.names import name_words, names_agree
from didar.link.people import group_people
from didar.model import Article
from didar.record import Entry
from didar.store import EntryFilter, Store
from didar.store.interface import Row
from didar.store.words import find_span, find_spans
from didar.terms import Office
from didar.views.naming import is_named
from didar.views.sentences import mark_evidence, sentence_around, show
from didar.views.timeline import NEVER, place_in_time

Json = dict[str, Any]
# From the highest down, for “the highest level since”.
LEVELS = (
    Office.HEAD_OF_STATE,
    Office.PRESIDENT,
    Office.PRIME_MINISTER,
    Office.VICE_PRESIDENT,
    Office.SPEAKER_OF_PARLIAMENT,
    Office.FOREIGN_MINISTER,
    Office.SECURITY_COUNCIL_SECRETARY,
    Office.MINISTER,
    Office.DEPUTY_FOREIGN_MINISTER,
    Office.DEPUTY_MINISTER,
    Office.SPECIAL_ENVOY,
    Office.AMBASSADOR,
)


def search(store: Store, words: str, *, limit: int = 20) -> list[Json]:
    """Articles that hold all the words, with the place where they stand and the entries they tell of."""
    found = []
    for row in store.search_words(words, limit=limit):
        span = find_span(row["text"], words)
        first, last = sentence_around(row["text"], span) if span else (0, min(160, len(row["text"])))
        entries = {e for e in store.entry_of(t.id for t in store.tellings_of_article(row["id"])).values() if e}
        found.append(
            {
                "article": row["id"],
                "outlet": row["outlet"],
                "title": row["title"],
                "published": row["published"],
                "span": list(span) if span else None,
                "sentence": show(row["text"][first:last].strip()),
                "entries": sorted(entries),
            }
        )
    return found


def read_results(store: Store, words: str, *, outlet: str | None, year: int | None, skip: int, size: int) -> Json:
    """A page of articles that hold all the words, with all places where they stand, and how many there are in all.

    year: Gregorian, of the publication. counted: over how many articles `outlets` and `years` are counted, the last added.
    """
    counts = dict(store.count_words(words))
    days = (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()) if year else None
    found = store.search_words(words, limit=size, skip=skip, outlet=outlet, days=days)
    tellings = {row["id"]: [t.id for t in store.tellings_of_article(row["id"])] for row in found}
    home = store.entry_of(r for rows in tellings.values() for r in rows)
    lines = {x["id"]: dict(x) for x in store.lines_of(e for e in home.values() if e)}
    rows = []
    for row in found:
        spans = find_spans(row["text"], words)
        article = Article(id=row["id"], text=row["text"])
        shown = mark_evidence(article, spans[:12], most=3) if spans else [show(row["text"][:200])]
        rows.append(
            {
                **{k: row[k] for k in ("outlet", "title", "published")},
                "article": row["id"],
                "spans": [list(s) for s in spans],
                "sentence": " … ".join(shown),
                "entries": [lines[e] for e in sorted({home[t] or "" for t in tellings[row["id"]]}) if e in lines],
            }
        )
    narrowed = counts["total"] if outlet is None and year is None else _narrowed(counts, outlet, year)
    return {"words": words, **counts, "held": counts["total"], "total": narrowed, "rows": rows}


def _narrowed(counts: Json, outlet: str | None, year: int | None) -> int:
    """How many of the counted articles fit the outlet and the year."""
    return sum(n for o, y, n in counts["cells"] if (outlet is None or o == outlet) and (year is None or y == year))


def who(store: Store, name: str, *, limit: int = 20) -> list[Json]:
    """People of this name: forms, offices over time, contacts and words."""
    words = name_words(name)
    if not words:
        raise UsageError("no name was given")
    names = [n for n in store.names_ending(words[-1]) if names_agree(name, n)]
    rows = store.persons(last_words=[words[-1]], names=names) if names else []
    found = []
    homes = store.entry_of(r["telling"] for r in rows if r["telling"])
    lines = [dict(x) for x in store.lines_of(e for e in homes.values() if e)]
    for full, party, own in group_people(rows):
        offices: dict[tuple[str, str | None, bool], list[int]] = {}
        for r in own:
            if r["office"]:
                offices.setdefault((r["office"], r["portfolio"], r["former"]), []).append(r["day"])
        entries = [x for x in lines if any(p["party"] == party and is_named(full, p["name"]) for p in x["people"])]
        entries.sort(key=lambda x: (place_in_time(x)[0] != NEVER, *place_in_time(x)))  # the newest last, those of no known day before all
        found.append(
            {
                "name": full,
                "names": sorted({r["name"] for r in own}),
                "party": party,
                "offices": [
                    {"office": o, "portfolio": p, "former": f, **_first_and_last(d), "told": len(d)}
                    for (o, p, f), d in sorted(offices.items(), key=lambda x: -max(x[1]))
                ],
                "contacts": len(entries),
                "entries": entries[-limit:],
                "statements": sum(r["what"] == "speaker" for r in own),
                "articles": sorted({r["article"] for r in own}),
            }
        )
    return found


def _first_and_last(days: Iterable[int]) -> Json:
    """Of the days that are known."""
    known = [d for d in days if d] or [0]
    return {"first": _iso(min(known)), "last": _iso(max(known))}


def _iso(day: int) -> str | None:
    return date.fromordinal(day).isoformat() if day else None


def silence(store: Store, *, days: int, today: date, party: str | None = None, limit: int = 50) -> Json:
    """Pairs with no contact for so many days, first contacts, and the highest level since when."""
    now = today.toordinal()
    spans = [r for r in store.pair_spans(party) if r["first"] <= now]
    new = sorted((r for r in spans if now - r["first"] <= days), key=lambda r: (-r["first"], r["pair"]))
    return {
        "today": today.isoformat(),
        "quiet": quiet_pairs(spans, days=days, today=today, limit=limit),
        "first_contacts": [{"parties": r["pair"].split(), "first": _iso(r["first"]), "contacts": r["contacts"]} for r in new[:limit]],
        "highest": [x for r in spans if now - r["last"] < days for x in _highest(store, r["pair"], now, days)][:limit],
    }


def quiet_pairs(spans: Iterable[Row], *, days: int, today: date, limit: int) -> list[Json]:
    """Of pairs with the days of their contacts (`Store.pair_spans`) those without one for so many days, the busiest first."""
    now = today.toordinal()
    quiet = (r for r in spans if r["first"] <= now and now - r["last"] >= days and r["contacts"] > 1)
    return [
        {"parties": r["pair"].split(), "last": _iso(r["last"]), "days": now - r["last"], "contacts": r["contacts"]}
        for r in sorted(quiet, key=lambda r: (-r["contacts"], r["pair"]))[:limit]
    ]


def _level(entry: Entry) -> int:
    """The lower the higher: of the side that is represented lower, since a level is what both sides show."""
    best: dict[str, int] = {}
    for p in entry.participants:
        if p.actor.office in LEVELS and p.actor.party:
            rank = LEVELS.index(p.actor.office)
            best[p.actor.party] = min(best.get(p.actor.party, rank), rank)
    return max(best.values()) if len(best) >= 2 else len(LEVELS)


def _highest(store: Store, pair: str, now: int, days: int) -> list[Json]:
    """Whether the newest contacts of a pair are the highest for longer than the time asked for."""
    a, b = pair.split()
    entries = store.entries(EntryFilter(parties=(a, b), statuses=("held", "ongoing"), until=now, undated=False, limit=200, newest=True))
    dated = sorted((e for e in entries if e.days), key=lambda e: (e.days or (date.min, date.min))[0])
    recent = [e for e in dated if e.days and now - e.days[0].toordinal() < days]
    top = min(recent, key=_level, default=None)
    if top is None or top.days is None or _level(top) >= len(LEVELS):
        return []
    before = [e for e in dated if e.days and e.days[0] < top.days[0] and _level(e) <= _level(top)]
    since = before[-1].days if before else None
    if since and (top.days[0] - since[0]).days < days:
        return []
    return [
        {"parties": [a, b], "entry": top.id, "date": top.date, "level": LEVELS[_level(top)].value, "since": since and since[0].isoformat()}
    ]


def history(store: Store, entry_id: str | None = None) -> list[Json]:
    """What people changed, in order: of one entry (and the ids that lead to it) or of the whole record."""
    ids: set[str] | None = None
    if entry_id is not None:
        entry = store.entry(entry_id)
        rows = [s.telling for s in entry.sources] if entry else []
        ids = {entry_id} | {str(h["id"]) for h in store.founded_by(rows)}
    return [
        {
            "number": c.id,
            "entry": c.entry,
            "action": c.action,
            "field": c.field,
            "value": c.value,
            "author": c.author,
            "at": c.at,
            "because": c.because,
            "undone": c.undone,
        }
        for c in store.corrections()
        if ids is None or c.entry in ids
    ]
