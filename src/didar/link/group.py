"""The partition of a set of tellings. A function of the set alone: sorted first, ties broken by content."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from didar.link.compare import Members, compare_tellings
from didar.record import Comparison, Telling
from didar.terms import Verdict

Pair = tuple[int, int]


class Constraints:
    """What people have judged: pairs of rows that must or must not be together."""

    def __init__(self, same: Iterable[Pair] = (), different: Iterable[Pair] = ()) -> None:
        self.same = {_pair(*p) for p in same}
        self.different = {_pair(*p) for p in different}

    def verdict(self, one: Telling, other: Telling) -> Verdict | None:
        pair = _pair(one.id, other.id)
        return Verdict.SAME if pair in self.same else Verdict.DIFFERENT if pair in self.different else None


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one <= other else (other, one)


class Partition:
    """Groups of tellings, and the pairs that stayed apart though they might be one."""

    def __init__(self, groups: list[list[Telling]], unsure: list[tuple[Telling, Telling, Comparison]]) -> None:
        self.groups = groups
        self.unsure = unsure


def group_tellings(tellings: Sequence[Telling], *, members: Members, judged: Constraints) -> Partition:
    """Join from the most alike pair down, while the mean over all cross pairs says same and nothing forbids it."""
    order = sorted(tellings, key=lambda t: t.key)
    scores = {pair: compare_tellings(order[pair[0]], order[pair[1]], members=members) for pair in combinations(range(len(order)), 2)}
    home = list(range(len(order)))
    groups = {i: [i] for i in home}

    def join(i: int, j: int) -> None:
        keep, gone = sorted((home[i], home[j]))
        if keep != gone:
            for k in groups[gone]:
                home[k] = keep
            groups[keep] += groups.pop(gone)

    for i, j in scores:
        if judged.verdict(order[i], order[j]) is Verdict.SAME:
            join(i, j)
    likely = [p for p, c in scores.items() if c.verdict is Verdict.SAME]
    for i, j in sorted(likely, key=lambda p: (-scores[p].score, order[p[0]].key, order[p[1]].key)):
        if home[i] != home[j] and _may_join(groups[home[i]], groups[home[j]], order, scores, judged):
            join(i, j)
    unsure = [
        (order[i], order[j], scores[i, j])
        for i, j in scores
        if home[i] != home[j] and scores[i, j].verdict is not Verdict.DIFFERENT and judged.verdict(order[i], order[j]) is None
    ]
    made = [sorted((order[k] for k in ks), key=lambda t: t.key) for ks in groups.values()]
    return Partition(sorted(made, key=lambda g: g[0].key), unsure)


def _may_join(left: list[int], right: list[int], order: Sequence[Telling], scores: dict[Pair, Comparison], judged: Constraints) -> bool:
    total = 0.0
    for i in left:
        for j in right:
            if judged.verdict(order[i], order[j]) is Verdict.DIFFERENT or _one_reading(order[i], order[j]):
                return False
            total += max(-3.0, scores[_pair(i, j)].score)
    return total / (len(left) * len(right)) >= 1.0


def _one_reading(one: Telling, other: Telling) -> bool:
    return one.reading == other.reading and one.article == other.article and one.author == other.author
