"""Claims checked against the entries. “Seen” is not “was”: the record holds what its outlets told, not what happened.

agrees         the record has exactly what the claim says
seen_fewer     the record has less; the rest may have happened unseen
contradicted   the record has what the claim rules out
cannot_check   the claim says too little, or of something the record does not hold
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from didar.edtf import edtf_days
from didar.link.names import name_words, names_agree
from didar.model import Participant
from didar.record import Entry, Telling
from didar.store import EntryFilter, Store
from didar.terms import ClaimKind, EngagementKind, Role, Status, Verdict

Json = dict[str, Any]
AGREES, FEWER, CONTRADICTED, CANNOT = "agrees", "seen_fewer", "contradicted", "cannot_check"
HELD = (Status.HELD.value, Status.ONGOING.value)
KINDS = {k.value for k in EngagementKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a claim counts: entries up to its own contact or its publication, and that contact itself."""

    entries: tuple[Entry, ...]
    own: Entry | None
    level: tuple[tuple[str, str], ...]


def check_claim(store: Store, row: Any) -> Json:
    """One claim with its verdict, what was seen, and in which entries."""
    body = row["body"]
    kind = ClaimKind(row["kind"])
    found: Json = {
        "id": row["id"],
        "article": row["article"],
        "kind": kind.value,
        "of": body["of"],
        "number": body["number"],
        "parties": body["parties"],
        "persons": body["persons"],
        "period": body["period"],
        "evidence": body["evidence"],
    }
    if kind is ClaimKind.CALENDAR:
        verdict = {True: AGREES, False: CONTRADICTED, None: CANNOT}[body["consistent"]]
        because = {AGREES: "both forms are one day", CONTRADICTED: "the two forms are two days", CANNOT: "cannot be computed"}[verdict]
        return {**found, "verdict": verdict, "because": because, "seen": None, "entries": []}
    if body["of"] not in KINDS or not body["parties"]:
        return {**found, "verdict": CANNOT, "because": _what_is_missing(body), "seen": None, "entries": []}
    counted = _count(store, row)
    verdict, because = _judge(kind, body, counted, _day(row))
    return {**found, "verdict": verdict, "because": because, "seen": len(counted.entries), "entries": [e.id for e in counted.entries]}


def _what_is_missing(body: Json) -> str:
    return "says of no parties" if body["of"] in KINDS else f"of {body['of'] or 'nothing named'}: the record counts engagements"


def _day(row: Any) -> int:
    return int(row["day"]) or 4_000_000


def _count(store: Store, row: Any) -> Counted:
    body = row["body"]
    own_telling = _own(store, row)
    own = store.entry(store.entry_of([own_telling.id]).get(own_telling.id) or "") if own_telling else None
    level = () if body["persons"] else _level(own_telling, body["parties"])
    period = edtf_days(body["period"]) if row["kind"] in ("ordinal", "count", "first_ever") else None
    until = _day(row)
    if own is not None and own.days and row["kind"] in ("ordinal", "first_ever"):
        until = own.days[1].toordinal()
    which = EntryFilter(
        parties=tuple(body["parties"]),
        kinds=(body["of"],),
        since=period[0].toordinal() if period else None,
        until=min(until, period[1].toordinal()) if period else until,
        undated=False,
    )
    entries = [
        e
        for e in store.entries(which)
        if (e.status.value in HELD or e == own) and _same_way(e, own) and _fits(e, own, body["persons"], level)
    ]
    if own is not None and own not in entries and row["kind"] == "ordinal":
        entries.append(own)
    return Counted(entries=tuple(entries), own=own, level=level)


def _own(store: Store, row: Any) -> Telling | None:
    """The contact that a claim is made of: told by the same article, of its kind and parties, nearest to its words."""
    body = row["body"]
    at = body["evidence"][0][0] if body["evidence"] else 0
    fit = [
        t
        for t in store.tellings_of_article(row["article"])
        if t.engagement.kind.value == body["of"] and set(body["parties"]) <= set(t.engagement.parties)
    ]
    people = [t for t in fit if all(any(names_agree(n, p.actor.name) for p in t.engagement.participants) for n in body["persons"])]

    def far(t: Telling) -> int:
        return min((abs(s[0] - at) for s in t.engagement.evidence), default=10**6)

    return min(people or fit, key=lambda t: (far(t), t.key), default=None)


def _level(telling: Telling | None, parties: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(party, office) that the contact is between, where each side shows one; of a visit, those who travel."""
    if telling is None:
        return ()
    kind = telling.engagement.kind
    counted = _counted_people(kind, telling.engagement.participants)
    found = {(p.actor.party, p.actor.office.value) for p in counted if p.actor.party in parties and p.actor.office is not None}
    whole = bool(found) if kind is EngagementKind.VISIT else {a for a, _ in found} >= set(parties)
    return tuple(sorted((a or "", b) for a, b in found)) if whole else ()


def _counted_people(kind: EngagementKind, participants: Sequence[Participant]) -> list[Participant]:
    """Whose contact it is: the third visit of a minister is not one that he received."""
    return [p for p in participants if kind is not EngagementKind.VISIT or p.role is not Role.HOST]


def _same_way(entry: Entry, own: Entry | None) -> bool:
    """A visit to another country than the claim's own visit is none of those that it counts."""
    if own is None or entry.kind is not EngagementKind.VISIT or entry.place is None or own.place is None:
        return True
    there, here = entry.place.country, own.place.country
    return there is None or here is None or there == here


def _fits(entry: Entry, own: Entry | None, persons: Sequence[str], level: Sequence[tuple[str, str]]) -> bool:
    """Whether all the claim's people are in it, those who travel as travellers, and the offices of its level."""
    counted = _counted_people(entry.kind, entry.participants)
    hosts = [p for p in own.participants if p not in _counted_people(own.kind, own.participants)] if own else []
    for person in filter(name_words, persons):
        among = entry.participants if _named(person, hosts) else counted
        if not _named(person, among):
            return False
    offices = {(p.actor.party, p.actor.office.value) for p in counted if p.actor.office}
    return all(pair in offices for pair in level)


def _named(name: str, people: Sequence[Participant]) -> bool:
    return any(p.actor.name and names_agree(name, p.actor.name) for p in people)


def _judge(kind: ClaimKind, body: Json, counted: Counted, day: int) -> tuple[str, str]:
    seen = len(counted.entries)
    if kind in (ClaimKind.ORDINAL, ClaimKind.COUNT):
        return _number(body, seen, narrowed=bool(body["persons"] or counted.level))
    if kind is ClaimKind.FIRST_EVER:
        earlier = [e for e in counted.entries if e != counted.own and _before(e, counted.own, day)]
        if earlier:
            return CONTRADICTED, f"an earlier one is seen: {earlier[0].id} ({earlier[0].date})"
        return AGREES, "no earlier one is seen"
    return _last_time(body, counted, day)


def _number(body: Json, seen: int, *, narrowed: bool) -> tuple[str, str]:
    number = body["number"]
    if number is None:
        return CANNOT, "says no number"
    if seen == number:
        return AGREES, f"seen {seen} of {number}"
    if seen < number:
        return FEWER, f"seen {seen} of {number}"
    if not narrowed:
        return CANNOT, f"seen {seen}, more than the {number} claimed; the claim does not say between whom"
    return CONTRADICTED, f"seen {seen}, more than the {number} claimed"


def _before(entry: Entry, own: Entry | None, day: int) -> bool:
    days = entry.days
    limit = own.days[0].toordinal() if own is not None and own.days else day
    return days is not None and days[1].toordinal() < limit


def _last_time(body: Json, counted: Counted, day: int) -> tuple[str, str]:
    """The last contact was in `period`: something seen in it, and nothing seen after it and before the article's own."""
    period = edtf_days(body["period"])
    if period is None:
        return CANNOT, "does not say when"
    first, last = period[0].toordinal(), period[1].toordinal()
    inside, after = [], []
    for e in counted.entries:
        if e.days is None:
            continue
        start, end = e.days[0].toordinal(), e.days[1].toordinal()
        if start <= last and first <= end:
            inside.append(e)
        elif start > last and end < day - 1 and start < day - 1:
            after.append(e)
    if after:
        return CONTRADICTED, f"a later one is seen: {after[-1].id} ({after[-1].date})"
    if inside:
        return AGREES, f"seen: {inside[-1].id} ({inside[-1].date}), and none after it"
    return FEWER, "none is seen then, and none after it"


def open_questions(store: Store, *, limit: int = 100) -> list[Json]:
    """Pairs of entries that may be one, for a person to judge."""
    rows = store.judgement_rows(verdict=Verdict.UNSURE.value, limit=limit)
    home = store.entry_of({r for j in rows for r in (*j.left, *j.right)})
    return [
        {"id": j.id, "one": home.get(j.left[0]), "other": home.get(j.right[0]), "score": j.score, "because": j.because}
        for j in rows
        if j.left and j.right and home.get(j.left[0]) != home.get(j.right[0])
    ]
