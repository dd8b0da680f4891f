"""Claims: what can be counted and checked."""

from collections.abc import Sequence

from didar.model import Claim, Engagement
from didar.scene import Scene


def assemble_claims(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Claim, ...]:
    """Ordinals, counts, first and last times, and days given twice."""
    return ()
