"""Statements: who is reported to have said what."""

from collections.abc import Sequence

from didar.model import Engagement, Statement
from didar.scene import Scene


def assemble_statements(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Statement, ...]:
    """One statement for each sentence that somebody is reported to have said."""
    return ()
