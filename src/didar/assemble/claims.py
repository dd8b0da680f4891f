"""Claims: what can be counted and checked."""

from collections.abc import Sequence

from didar.assemble.counted import Found
from didar.assemble.counting import find_counted
from didar.assemble.same_days import find_same_days
from didar.model import Claim, Engagement, Why
from didar.scene import Scene
from didar.terms import ClaimKind

_SURE = {ClaimKind.CALENDAR: 0.95, ClaimKind.ORDINAL: 0.85, ClaimKind.COUNT: 0.75, ClaimKind.FIRST_EVER: 0.75, ClaimKind.LAST_TIME: 0.75}


def assemble_claims(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Claim, ...]:
    """Ordinals, counts, first and last times, and days given twice, in the order of the text."""
    found = [*find_same_days(scene, engagements), *find_counted(scene, engagements)]
    return tuple(_claim(scene, f) for f in sorted(found, key=lambda f: f.spans[0]))


def _claim(scene: Scene, found: Found) -> Claim:
    return Claim(
        kind=found.kind,
        evidence=tuple(scene.analysis.span(first, last) for first, last in found.spans),
        of=found.of,
        number=found.number,
        parties=found.parties,
        persons=found.persons,
        period=found.period,
        consistent=found.consistent,
        why=Why(pattern=found.rule, confidence=_SURE[found.kind], flags=tuple(found.flags)),
    )
