"""Agreements: named instruments and the stages that the text tells."""

from collections.abc import Sequence

from didar.model import Agreement, Engagement
from didar.scene import Scene


def assemble_agreements(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Agreement, ...]:
    """Every named instrument, once."""
    return ()
