"""Engagements."""

from didar.model import Engagement
from didar.scene import Scene


def assemble_engagements(scene: Scene) -> tuple[Engagement, ...]:
    """One engagement for each contact."""
    return ()
