"""The record looks at itself: claims, contradictions, silences, and what it could not read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from didar.edtf import edtf_days, published_day
from didar.link.names import names_agree
from didar.record import Entry
from didar.store import Store
from didar.terms import EngagementKind, Office, Status
from didar.views.claims import check_claim, open_questions

Json = dict[str, Any]
SINGLE = (Office.PRESIDENT, Office.PRIME_MINISTER, Office.FOREIGN_MINISTER, Office.SPEAKER_OF_PARLIAMENT, Office.HEAD_OF_STATE)
MOST_OVERLAPS = 1000
FAR = 1500  # days between a contact and its telling beyond which the date is doubted
Terms = Sequence[tuple[str, str, str, str | None, str | None]]  # (name, office, party, start, end)


SECTIONS = ("claims", "contradictions", "unreported", "offices", "one_source", "implausible", "questions", "unresolved", "rejected")


def audit(store: Store, *, today: date | None = None, terms: Terms = (), limit: int = 1000) -> Json:
    """All that the record finds to doubt. `today`: what is past; by default the last day that an article was published."""
    as_of = today or last_published(store)
    found = {name: audit_section(store, name, as_of=as_of, terms=terms, limit=limit) for name in SECTIONS}
    return {"today": as_of.isoformat() if as_of else None, **found}


def audit_section(store: Store, name: str, *, as_of: date | None, terms: Terms = (), limit: int = 1000) -> Any:
    """One section of the audit: a list, or a count by reason."""
    read: dict[str, Callable[[], Any]] = {
        "claims": lambda: [check_claim(store, row) for row in store.claims()],
        "contradictions": lambda: _contradictions(store.disputed(), limit=limit),
        "unreported": lambda: _unreported(store, as_of, limit=limit),
        "offices": lambda: [*_two_at_once(store), *_outside_terms(store, terms)],
        "one_source": lambda: store.told_once(limit=limit),
        "implausible": lambda: implausible(store.doubted(far=FAR)),
        "questions": lambda: open_questions(store, limit=limit),
        "unresolved": lambda: store.count_rows("unresolved", "reason"),
        "rejected": lambda: store.count_rows("reject", "reason"),
    }
    return read[name]()


def last_published(store: Store) -> date | None:
    """The last day on which an article of the record was published."""
    day = store.last_day()
    return date.fromordinal(day) if day else None


def _contradictions(entries: Iterable[Entry], *, limit: int) -> list[Json]:
    """Fields on which sources differ, with who says what."""
    found: list[Json] = []
    for entry in entries:
        for field in entry.fields:
            if field.disputed and field.name in ("date", "status", "place", "mode") and len(found) < limit:
                values = [{"value": v.value, "sources": v.sources, "articles": list(v.articles)} for v in field.values]
                found.append({"entry": entry.id, "field": field.name, "values": values})
    return found


def _two_at_once(store: Store) -> list[Json]:
    """Two people told to hold one office by turns: A, then B, then A again."""
    found = []
    parties = store.count_rows("person", "party")
    for party in sorted(p for p in parties if p != "None"):
        held = store.holders(party)
        for office in SINGLE:
            rows = sorted((r for r in held if r["office"] == office.value and r["first"]), key=lambda r: (r["first"], r["name"]))
            for one, other in _by_turns(rows):
                found.append(_overlap(party, one, other))
                if len(found) == MOST_OVERLAPS:
                    return found
    return found


def _by_turns(rows: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Pairs of different people whose times overlap; rows stand in order of their first day."""
    for n, one in enumerate(rows):
        for other in rows[n + 1 :]:
            if other["first"] >= one["last"]:
                break
            if one["first"] < other["last"] and not names_agree(one["name"], other["name"]):
                yield one, other


def _overlap(party: str, one: Any, other: Any) -> Json:
    def told(row: Any) -> Json:
        return {"name": row["name"], "first": _iso(row["first"]), "last": _iso(row["last"]), "articles": row["articles"]}

    return {"what": "two_at_once", "party": party, "office": one["office"], "people": [told(one), told(other)]}


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _outside_terms(store: Store, terms: Terms) -> list[Json]:
    """Somebody told in an office before or after the term that the gazetteer has."""
    found = []
    by_office: dict[tuple[str, str], list[tuple[str, str | None, str | None]]] = {}
    for name, office, party, start, end in terms:
        by_office.setdefault((party, office), []).append((name, start, end))
    for row in store.persons(what="office"):
        known = [x for x in by_office.get((row["party"] or "", row["office"] or ""), ()) if names_agree(x[0], row["name"])]
        if not known or not row["day"] or row["former"] or row["what"] != "office":
            continue
        if not any(_in_term(row["day"], start, end) for _, start, end in known):
            what = {"what": "outside_term", "party": row["party"], "office": row["office"], "name": row["name"]}
            found.append({**what, "day": _iso(row["day"]), "article": row["article"], "terms": [[s, e] for _, s, e in known]})
    return found


def _in_term(day: int, start: str | None, end: str | None, *, slack: int = 31) -> bool:
    first, last = edtf_days(start), edtf_days(end)
    return (first is None or day >= first[0].toordinal() - slack) and (last is None or day <= last[1].toordinal() + slack)


def _unreported(store: Store, as_of: date | None, *, limit: int) -> list[Json]:
    """What was announced, whose day has passed, and which nobody told as held or called off."""
    if as_of is None:
        return []
    late = store.flagged(status=(Status.PLANNED.value, Status.PROPOSED.value), before=as_of.toordinal(), limit=limit)
    return [{"entry": e.id, "date": e.date, "status": e.status.value, "days": _days_since(e, as_of)} for e in late]


def _days_since(entry: Entry, as_of: date) -> int:
    days = entry.days
    return (as_of - days[1]).days if days else 0


def implausible(entries: Iterable[Entry]) -> list[Json]:
    """Entries whose own fields do not go together."""
    found = []
    for e in entries:
        for flag in _flags(e):
            found.append({"entry": e.id, "flag": flag, "date": e.date})
    return found


def _flags(entry: Entry) -> list[str]:
    flags = []
    days = entry.days
    told = [d for s in entry.sources if (d := published_day(s.published)) is not None]
    if days and told:
        if entry.status is Status.HELD and all(days[0] > t for t in told) and (days[0] - max(told)).days > 1:
            flags.append("held_after_it_was_told")
        if entry.status in (Status.PLANNED, Status.PROPOSED) and all((t - days[1]).days > 2 for t in told):
            flags.append("planned_for_a_day_gone_by")
        if min(abs((t - days[0]).days) for t in told) > FAR:
            flags.append("far_from_its_telling")
    if entry.kind is EngagementKind.SIGNING and len(entry.parties) == 1:
        flags.append("signed_by_one_side")
    if entry.kind in (EngagementKind.MEETING, EngagementKind.CALL) and len(entry.parties) < 2:
        flags.append("one_party_alone")
    return flags
