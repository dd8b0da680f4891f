"""Two tellings compared, with the words that explain it. Points add up; the verdict is read off their sum."""

from collections.abc import Mapping
from datetime import date

from didar.link.agreements import name_key, same_instrument
from didar.link.names import same_person, same_place
from didar.model import Actor, Engagement
from didar.record import Comparison, Telling
from didar.terms import DateBasis, EngagementKind, Role, Status, Verdict

Members = Mapping[str, frozenset[str]]
SAME, UNSURE = 2.0, 1.4
K = EngagementKind
# Kinds that outlets tell one contact by («گفت‌وگو کرد» is a call to one and a meeting to the other): points against.
SOFT_KINDS = {
    frozenset({K.CALL, K.MEETING}): -1.6,
    frozenset({K.TALKS, K.MEETING}): -1.2,
    frozenset({K.TALKS, K.CONFERENCE}): -1.5,
    frozenset({K.MEETING, K.CONFERENCE}): -1.8,
}
DISTANT = frozenset({K.CALL, K.MESSAGE})
MANY = frozenset({K.CONFERENCE, K.SIGNING, K.TALKS})
TOLD = frozenset({DateBasis.STATED, DateBasis.COMPUTED})
LONG_AGO = -0.4
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})


class Points:
    """A sum with its reasons. `ties`: people and places that both name."""

    def __init__(self) -> None:
        self.total = 0.0
        self.ties = 0
        self.because: list[str] = []

    def add(self, points: float, because: str) -> None:
        self.total += points
        self.because.append(f"{because} ({points:+.1f})")

    def verdict(self) -> Comparison:
        verdict = Verdict.SAME if self.total >= SAME else Verdict.UNSURE if self.total >= UNSURE else Verdict.DIFFERENT
        return Comparison(verdict=verdict, score=round(self.total, 3), because=tuple(self.because))


def compare_tellings(one: Telling, other: Telling, *, members: Members) -> Comparison:
    """Whether two tellings are of one contact. Symmetric; a clear conflict ends it at once."""
    a, b = one.engagement, other.engagement
    if one.reading == other.reading and one.article == other.article and one.author == other.author:
        return _different("told as two contacts by one article")
    points = Points()
    if a.kind is not b.kind:
        against = SOFT_KINDS.get(frozenset({a.kind, b.kind}))
        if against is None:
            return _different(f"kinds differ: {a.kind}, {b.kind}")
        points.add(against, f"kinds: {a.kind}, {b.kind}")
    for step in (_parties(a, b, points, members), _days(one, other, points), _places(a, b, points), _people(a, b, points)):
        if step is not None:
            return _different(step)
    _rest(one, other, points)
    return points.verdict()


def _different(because: str) -> Comparison:
    return Comparison(verdict=Verdict.DIFFERENT, score=-9.0, because=(because,))


def core_parties(engagement: Engagement, members: Members) -> frozenset[str]:
    """The parties without the mediators, mechanisms opened into their members, as long as two remain."""
    mediators = {p.actor.party for p in engagement.participants if p.role is Role.MEDIATOR}
    core = frozenset(engagement.parties) - mediators
    parties = core if len(core) > 1 else frozenset(engagement.parties)
    opened = {m for party in parties for m in members.get(party, ())}
    return frozenset(p for p in parties if p not in members) | opened


def _parties(a: Engagement, b: Engagement, points: Points, members: Members) -> str | None:
    left, right = core_parties(a, members), core_parties(b, members)
    shared = left & right
    if not shared:
        return f"no party in common: {_list(left)}; {_list(right)}"
    if left == right:
        points.add(1.0, "same parties")
    elif left <= right or right <= left:
        if len(shared) == 1 and not _is_body(next(iter(shared))):
            points.add(-0.4, f"only {_list(shared)} in common")
        else:
            points.add(0.4, "parties of one among those of the other")
    elif len(shared) / len(left | right) >= 0.5:
        points.add(-0.2, "most parties in common")
    else:
        return f"parties differ: {_list(left)}; {_list(right)}"
    return None


def _is_body(party: str) -> bool:
    return not (len(party) == 3 and party.isalpha()) or party in {"GCC", "OIC", "SCO", "ECO"}


def _days(one: Telling, other: Telling, points: Points) -> str | None:
    left, right = one.days, other.days
    if left is None or right is None:
        return _undated(one, other, points)
    gap = max((left[0] - right[1]).days, (right[0] - left[1]).days)
    wide = max((left[1] - left[0]).days, (right[1] - right[0]).days)
    told = one.engagement.date_basis in TOLD and other.engagement.date_basis in TOLD
    a, b = one.engagement, other.engagement
    if gap <= 0:
        points.add(0.6 if wide > 12 else 2.0 if told else 1.7, "days agree")
        return None
    reach = _reach(a, b, told=told)
    if gap > len(reach):
        return f"{gap} days apart"
    points.add(reach[gap - 1], f"{gap} day(s) apart")
    return None


def _reach(a: Engagement, b: Engagement, *, told: bool) -> tuple[float, ...]:
    """Points for being 1, 2 … days apart: visits last, announced days move, assumed days are a day late."""
    if a.kind is K.VISIT:
        return (1.0, 0.6, 0.2, 0.0) if not told or Status.ONGOING in (a.status, b.status) else (0.4, 0.0, -0.6, -1.2)
    if (a.status in AHEAD) != (b.status in AHEAD):
        return (0.2, -0.8)
    if {a.kind, b.kind} & MANY:
        return (0.5, 0.0) if not told else (-0.3, -1.0)
    return (0.6,) if not told else (-1.6,)


def _undated(one: Telling, other: Telling, points: Points) -> str | None:
    """At least one has no day: how well the other's day, or both publications, fit."""
    if one.days is None and other.days is None:
        left, right = one.published_day, other.published_day
        if left is None or right is None:
            return None
        gap = abs((left - right).days)
        if gap > (45 if one.engagement.kind is other.engagement.kind is K.TALKS else 10):
            return f"told {gap} days apart, neither dated"
        near = 1.0 if one.engagement.kind is other.engagement.kind is K.TALKS else 0.7
        points.add(near if gap <= 3 else near - 0.5, f"told {gap} days apart, neither dated")
        return None
    dated, vague = (one, other) if one.days else (other, one)
    days, told = dated.days, vague.published_day
    if days is None or told is None:
        return None
    fit = undated_fit(vague.engagement.status, days, told)
    if fit is None and days[1] <= told and _same_paper(one, other):
        fit = LONG_AGO  # a named instrument is signed once, however long ago
    if fit is None:
        return f"an undated one told on {told} does not fit {days[0]}"
    points.add(fit, f"an undated one told on {told}, the other on {days[0]}")
    return None


def undated_fit(status: Status, days: tuple[date, date], told: date) -> float | None:
    """Points for an undated telling published on `told` being of the contact on `days`; None where it cannot be."""
    since, until = (told - days[1]).days, (days[0] - told).days
    if status in AHEAD:
        fits = until >= -1 and until <= 60
        return None if not fits else 0.8 if until <= 14 else 0.0
    if status in (Status.CALLED_OFF, Status.DENIED):
        return None if until > 60 or since > 30 else 0.6
    if status is Status.ONGOING:
        return None if since > 7 or until > 1 else 0.6
    if until > 1 or since > 200:
        return None
    return 1.2 if since <= 4 else 0.6 if since <= 14 else 0.1 if since <= 60 else -0.4


def _places(a: Engagement, b: Engagement, points: Points) -> str | None:
    if {a.kind, b.kind} & DISTANT or a.place is None or b.place is None:
        return None
    left, right = a.place, b.place
    if left.country and right.country and left.country != right.country:
        return f"places differ: {left.name}, {right.name}"
    if same_place(left.name, right.name):
        points.add(0.7, f"same place: {left.name}")
        points.ties += 1
    elif left.country and left.country == right.country:
        points.add(-0.2, f"places in one country: {left.name}, {right.name}")
    return None


def _people(a: Engagement, b: Engagement, points: Points) -> str | None:
    """Party by party: one agreement is enough (delegations are named in part), one clear conflict is too much."""
    found = 0.0
    for party in sorted({p.actor.party or "" for p in a.participants} & {p.actor.party or "" for p in b.participants}):
        left = [p.actor for p in a.participants if (p.actor.party or "") == party]
        right = [p.actor for p in b.participants if (p.actor.party or "") == party]
        best = max(same_person(x, y) for x in left for y in right)
        if best < 0:
            if _host_only(a, b, party):
                continue
            if not {a.kind, b.kind} & MANY:
                return f"other people for {party or 'no party'}: {_names(left)}; {_names(right)}"
            points.add(-1.2 if K.CONFERENCE in (a.kind, b.kind) else -0.6, f"other people for {party}")
        elif best > 0:
            found += best
            points.ties += 1
            points.add(1.2 * best if found <= 2 else 0.3, f"{'same person' if best == 1 else 'same office'} for {party}: {_names(left)}")
    return None


def _host_only(a: Engagement, b: Engagement, party: str) -> bool:
    """In a visit the hosts may differ: each outlet names whom it likes."""
    if a.kind is not K.VISIT:
        return False
    roles = {p.role for e in (a, b) for p in e.participants if p.actor.party == party}
    return Role.GUEST not in roles


def _same_paper(one: Telling, other: Telling) -> str | None:
    """The name of an instrument that both tell as signed."""
    return next((a for a in one.instruments for b in other.instruments if same_instrument(name_key(a), name_key(b))), None)


def _rest(one: Telling, other: Telling, points: Points) -> None:
    a, b = one.engagement, other.engagement
    if one.instruments and other.instruments:
        paper = _same_paper(one, other)
        points.add(1.4 if paper else -1.0, f"one instrument: {paper}" if paper else "instruments of other names")
    if a.mode and b.mode and a.mode is not b.mode:
        points.add(-0.8, f"modes differ: {a.mode}, {b.mode}")
    if a.time and b.time and {a.kind, b.kind} & {K.CALL, K.MEETING}:
        points.add(0.3 if a.time == b.time else -1.5, f"times: {a.time}, {b.time}")
    if a.topics and b.topics and set(a.topics) & set(b.topics):
        points.add(0.2, "topics in common")
    if K.CONFERENCE in (a.kind, b.kind) and not points.ties and not (one.firm and other.firm):
        points.add(-0.6, "nothing but the body in common, and no day")
    if one.wire and one.wire == other.wire:
        points.add(0.8, "copies of one text")
    if Status.DENIED in (a.status, b.status) and a.status is not b.status and a.status not in AHEAD and b.status not in AHEAD:
        points.add(-0.5, f"one tells it {a.status}, the other {b.status}")


def _names(actors: list[Actor]) -> str:
    return "، ".join(x.name or str(x.office or x.party) for x in actors)


def _list(parties: frozenset[str]) -> str:
    return " ".join(sorted(parties))
