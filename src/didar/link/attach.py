"""Undated tellings: which dated contact each of them means, if any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from didar.link.compare import SAME, Members, compare_tellings
from didar.link.group import Constraints
from didar.record import Comparison, Telling
from didar.terms import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The contact an undated telling is given to (None: to none), and the ones it might have meant as well."""

    group: int | None
    comparison: Comparison | None = None
    unsure: tuple[tuple[int, Comparison], ...] = ()


def attach_telling(telling: Telling, groups: Mapping[int, Sequence[Telling]], *, members: Members, judged: Constraints) -> Attachment:
    """The best dated contact, if it is clearly the best. `groups`: firm tellings by contact, in any order."""
    found: list[tuple[float, int, tuple[str, str, int, str], int, Comparison]] = []
    for number, group in groups.items():
        verdicts = {judged.verdict(telling, t) for t in group}
        firm = sorted((t for t in group), key=lambda t: t.key)
        if Verdict.SAME in verdicts:
            return Attachment(group=number, comparison=Comparison(verdict=Verdict.SAME, score=9.0, because=("a person judged so",)))
        if Verdict.DIFFERENT in verdicts:
            continue
        compared = [compare_tellings(telling, t, members=members) for t in firm]
        if any(t.reading == telling.reading and t.article == telling.article and t.author == telling.author for t in firm):
            continue
        best = max(compared, key=lambda c: c.score)
        mean = sum(max(-3.0, c.score) for c in compared) / len(compared)
        if best.verdict is not Verdict.DIFFERENT and mean >= 1.0:
            found.append((best.score, -_distance(telling, firm), firm[0].key, number, best))
    if not found:
        return Attachment(group=None)
    found.sort(key=lambda f: (-f[0], -f[1], f[2]))
    score, nearness, _, number, best = found[0]
    once = bool(telling.instruments)  # a named instrument is signed once: of two such signings neither is clearly meant
    rivals = [f for f in found[1:] if f[0] >= score - 0.3 or (once and f[0] >= SAME)]
    clear = not rivals or (not once and telling.published_day is not None and min(nearness - f[1] for f in rivals) >= max(3, -nearness))
    if score >= SAME and clear:
        return Attachment(group=number, comparison=best)
    return Attachment(group=None, unsure=tuple((f[3], f[4]) for f in [found[0], *rivals][:3]))


def _distance(telling: Telling, group: Sequence[Telling]) -> int:
    """Days between the publication of an undated telling and the contact; its own range's middle where it has one."""
    days = group[0].days
    if days is None:
        return 10_000
    own = telling.days
    near: date | None = own[0] + (own[1] - own[0]) // 2 if own else telling.published_day
    return 10_000 if near is None else abs((near - days[0]).days)
