"""What an entry says, from its tellings, by stated rules; with those who support each value and those who do not.

date        the day that most independent sources support, told before assumed, narrow before wide; a visit covers all its days
place       the name that most independent sources give, narrow before wide: a country does not contradict a town in it
status      the last word: planned → held → denied; an announcement never takes back what was told as held
parties     those that at least half of the sources name, or all of the fullest telling
people      one each, in the fullest form of the name, with the office that most tell
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from didar.edtf import edtf_days, write_edtf
from didar.letters import fold_form
from didar.link.compare import Members, core_parties
from didar.link.names import name_words, same_person, same_place
from didar.model import Actor, Engagement, Participant, Place
from didar.record import Entry, Field, Source, Step, Telling, Value
from didar.terms import DateBasis, EngagementKind, Mode, Role, Status

RULES = {
    "kind": "most sources that show it by mode or place",
    "status": "the last word",
    "date": "most independent sources, told before assumed, narrow before wide",
    "place": "most independent sources, narrow before wide",
    "mode": "most sources that say",
    "parties": "half of the sources, or the fullest telling",
}
SETTLED = frozenset({Status.HELD, Status.ONGOING})
BASIS = {DateBasis.STATED: 2, DateBasis.COMPUTED: 2, DateBasis.ASSUMED: 0, None: 1}
LASTING = frozenset({EngagementKind.VISIT, EngagementKind.CONFERENCE, EngagementKind.TALKS})


def make_entry(entry_id: str, tellings: Sequence[Telling], *, members: Members, lands: frozenset[str] = frozenset()) -> Entry:
    """The entry of one contact. A function of the set of tellings: any order gives the same. `lands`: folded names of countries."""
    told = sorted(tellings, key=lambda t: (t.published or "9999", t.key))
    kind, kinds = _kind(told)
    day, basis, dates = _date(told, EngagementKind(kind or "meeting"))
    place, places = _place(told, lands)
    mode, modes = _most("mode", told, lambda e: e.mode.value if e.mode else None)
    status, states = _status(told)
    parties = _parties(told, members)
    return Entry(
        id=entry_id,
        kind=EngagementKind(kind or "meeting"),
        status=status,
        parties=parties,
        participants=merge_people(p for t in told for p in t.engagement.participants),
        sources=tuple(_source(t) for t in told),
        mode=Mode(mode) if mode else None,
        date=day,
        date_basis=basis,
        place=place,
        topics=tuple(sorted({x for t in told for x in t.engagement.topics})),
        initiative=next((t.engagement.initiative for t in told if t.engagement.initiative), None),
        history=_history(told),
        fields=(kinds, states, dates, places, modes, _party_field(told, parties, members)),
    )


def _source(t: Telling) -> Source:
    return Source(
        article=t.article,
        telling=t.id,
        author=t.author,
        outlet=t.outlet,
        published=t.published,
        wire=t.source,
        status=t.engagement.status,
        date=t.engagement.date,
    )


def _value(value: str | None, tellings: Iterable[Telling]) -> Value:
    found = list(tellings)
    return Value(value=value, articles=tuple(sorted({t.article for t in found})), sources=len({t.source for t in found}))


def _most(name: str, told: Sequence[Telling], get: Callable[[Engagement], str | None]) -> tuple[str | None, Field]:
    """The value that most independent sources give; ties go to the first told."""
    by_value: dict[str, list[Telling]] = {}
    for t in told:
        if (value := get(t.engagement)) is not None:
            by_value.setdefault(value, []).append(t)
    values = sorted((_value(v, ts) for v, ts in by_value.items()), key=lambda v: -v.sources)
    return (values[0].value if values else None), Field(name=name, values=tuple(values), rule=RULES[name])


def _kind(told: Sequence[Telling]) -> tuple[str | None, Field]:
    """Those that show the kind decide it; all are counted for what they say."""
    kind, _ = _most("kind", [t for t in told if _knows_kind(t.engagement)] or told, lambda e: e.kind.value)
    _, field = _most("kind", told, lambda e: e.kind.value)
    values = sorted(field.values, key=lambda v: v.value != kind)
    return kind, Field(name="kind", values=tuple(values), rule=field.rule)


def _knows_kind(engagement: Engagement) -> bool:
    """«گفت‌وگو کرد» with neither place nor mode may be a call or a meeting: those that say more decide."""
    return engagement.kind is not EngagementKind.MEETING or engagement.place is not None or engagement.mode is not None


def _date(told: Sequence[Telling], kind: EngagementKind) -> tuple[str | None, DateBasis | None, Field]:
    """Support of a day: the independent sources whose days hold it. A lasting contact covers its days together."""
    by_value: dict[str, list[Telling]] = {}
    for t in told:
        if t.engagement.date and t.days:
            by_value.setdefault(t.engagement.date, []).append(t)
    if not by_value:
        return None, None, Field(name="date", values=(), rule=RULES["date"])

    def rank(value: str) -> tuple[int, float, int, str]:
        first, last = _days(value)
        inside = [t for t in told if t.days and t.days[0] <= first and last <= t.days[1]]
        weight = len({t.source for t in inside if BASIS[t.engagement.date_basis]})
        assumed = len({t.source for t in inside if not BASIS[t.engagement.date_basis]})
        firm = any(t.firm for t in by_value[value])
        return (-int(firm), -(weight + 0.45 * min(assumed, 2)), (last - first).days, value)

    order = sorted(by_value, key=rank)
    best = order[0]
    basis = max((t.engagement.date_basis for t in by_value[best]), key=lambda b: BASIS[b])
    shown = [_value(v, by_value[v]) for v in order if v == best or not _holds(v, best)]
    if kind in LASTING:
        firm = [_days(v) for v in order if any(t.firm for t in by_value[v])]
        if firm:
            best = write_edtf(min(d[0] for d in firm), max(d[1] for d in firm))
    return best, basis, Field(name="date", values=tuple(shown), rule=RULES["date"])


def _days(value: str) -> tuple[date, date]:
    days = edtf_days(value)
    assert days is not None
    return days


def _holds(wide: str, narrow: str) -> bool:
    a, b = _days(wide), _days(narrow)
    return a[0] <= b[0] and b[1] <= a[1]


def _place(told: Sequence[Telling], lands: frozenset[str]) -> tuple[Place | None, Field]:
    """The form that most independent sources give; forms of one place support each other, and a country the towns in it."""
    groups: list[list[tuple[Telling, Place]]] = []
    for t in told:
        if (place := t.engagement.place) is not None:
            home = next((g for g in groups if _one_place(g[0][1], place, lands)), None)
            if home is None:
                groups.append([(t, place)])
            else:
                home.append((t, place))
    if not groups:
        return None, Field(name="place", values=(), rule=RULES["place"])

    def rank(group: list[tuple[Telling, Place]]) -> tuple[int, bool, str]:
        place = group[0][1]
        agree = [g for g in groups if g is group or _contains(g[0][1], place, lands)]
        wide = any(_contains(place, g[0][1], lands) for g in groups)
        return -len({t.source for g in agree for t, _ in g}), wide, fold_form(place.name)

    best, *rest = sorted(groups, key=rank)
    names = [p.name for _, p in best]
    name = min(set(names), key=lambda n: (-names.count(n), -len(n), n))
    country = next((p.country for g in (best, *rest) for _, p in g if p.country), None)
    others = [g for g in rest if not _contains(g[0][1], best[0][1], lands)]
    values = [_value(name, (t for t, _ in best)), *(_value(g[0][1].name, (t for t, _ in g)) for g in others)]
    return Place(name=name, country=country), Field(name="place", values=tuple(values), rule=RULES["place"])


def _one_place(one: Place, other: Place, lands: frozenset[str]) -> bool:
    """Two forms of one place; of one country where both are names of it («ایران», «جمهوری اسلامی ایران»)."""
    if _contains(one, other, lands) or _contains(other, one, lands):
        return False
    both = fold_form(one.name) in lands and fold_form(other.name) in lands
    return (both and one.country == other.country) or same_place(one.name, other.name)


def _contains(wide: Place, narrow: Place, lands: frozenset[str]) -> bool:
    """A country, and a town in it."""
    return wide.country == narrow.country is not None and fold_form(wide.name) in lands and fold_form(narrow.name) not in lands


def _status(told: Sequence[Telling]) -> tuple[Status, Field]:
    """Walk the tellings in the order of publication; what was told as held is not taken back by an announcement."""
    state = told[0].engagement.status
    for t in told[1:]:
        new = t.engagement.status
        if state in SETTLED and new in (Status.PLANNED, Status.PROPOSED, Status.CALLED_OFF):
            continue
        if state is Status.HELD and new is Status.ONGOING:
            continue
        if state is Status.PLANNED and new is Status.PROPOSED:
            continue
        state = new
    by_status: dict[str, list[Telling]] = {}
    for t in told:
        by_status.setdefault(t.engagement.status.value, []).append(t)
    contradicting = (
        {Status.DENIED.value, Status.CALLED_OFF.value} if state in SETTLED else {Status.HELD.value} if state is Status.DENIED else set()
    )
    shown = [_value(state.value, by_status[state.value])]
    shown += [_value(s, ts) for s, ts in sorted(by_status.items()) if s in contradicting and s != state.value]
    return state, Field(name="status", values=tuple(shown), rule=RULES["status"])


def _history(told: Sequence[Telling]) -> tuple[Step, ...]:
    """The first telling of each state, in order of publication."""
    steps: list[Step] = []
    for t in told:
        if not steps or steps[-1].status is not t.engagement.status:
            steps.append(Step(status=t.engagement.status, published=t.published, article=t.article, date=t.engagement.date))
    return tuple(steps)


def _parties(told: Sequence[Telling], members: Members) -> tuple[str, ...]:
    sources = {t.source for t in told}
    counted: dict[str, set[str]] = {}
    for t in told:
        for party in t.engagement.parties:
            counted.setdefault(party, set()).add(t.source)
    kept = {p for p, by in counted.items() if 2 * len(by) >= len(sources)}
    if len(kept) < 2:
        kept |= set(max(told, key=lambda t: len(t.engagement.parties)).engagement.parties)
    opened = {m for p in kept for m in members.get(p, ())}
    return tuple(sorted(p for p in kept if p not in members or not (opened & kept)))


def _party_field(told: Sequence[Telling], parties: tuple[str, ...], members: Members) -> Field:
    """Who names these parties or some of them; only those who name others contradict."""
    chosen = set(parties) | {m for p in parties for m in members.get(p, ())}
    agree = [t for t in told if set(t.engagement.parties) <= chosen or chosen <= core_parties(t.engagement, members)]
    values = [_value(" ".join(parties), agree)]
    by_set: dict[str, list[Telling]] = {}
    for t in told:
        if t not in agree:
            by_set.setdefault(" ".join(sorted(t.engagement.parties)), []).append(t)
    values += sorted((_value(k, ts) for k, ts in by_set.items()), key=lambda v: (-v.sources, v.value or ""))
    return Field(name="parties", values=tuple(values), rule=RULES["parties"])


def merge_people(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each person once: named before unnamed, the fullest name, the office and role most told."""
    groups: list[list[Participant]] = []
    for p in sorted(participants, key=lambda p: (-len(name_words(p.actor.name)), p.actor.party or "", p.actor.name or "", p.role)):
        home = next((g for g in groups if g[0].actor.party == p.actor.party and _same(g[0].actor, p.actor)), None)
        if home is None:
            groups.append([p])
        else:
            home.append(p)
    return tuple(sorted((_person(g) for g in groups), key=lambda p: (p.actor.party or "", p.actor.name or "~")))


def _same(one: Actor, other: Actor) -> bool:
    if one.name is None and other.name is None:
        return one.office is other.office and one.portfolio == other.portfolio
    return same_person(one, other) >= 0.5


def _person(group: Sequence[Participant]) -> Participant:
    def most(values: Iterable[str | None]) -> str | None:
        counts: dict[str, int] = {}
        for v in values:
            if v is not None:
                counts[v] = counts.get(v, 0) + 1
        return min(counts, key=lambda v: (-counts[v], v)) if counts else None

    first = group[0].actor
    office = most(p.actor.office.value if p.actor.office else None for p in group)
    like = next((p.actor for p in group if p.actor.office and p.actor.office.value == office), first)
    plain = [p.role for p in group if p.role is not Role.PARTICIPANT]
    actor = Actor(
        name=first.name,
        office=like.office,
        party=first.party,
        portfolio=most(p.actor.portfolio for p in group),
        accredited_to=most(p.actor.accredited_to for p in group),
        former=like.former,
        acting=like.acting,
        elect=like.elect,
        id=most(p.actor.id for p in group),
        inferred_name=None if first.name else most(p.actor.inferred_name for p in group),
    )
    role = most(r.value for r in plain) or Role.PARTICIPANT.value
    return Participant(actor=actor, role=Role(role))


def support(entry: Entry) -> Mapping[str, Field]:
    """The fields of an entry by name."""
    return {f.name: f for f in entry.fields}
