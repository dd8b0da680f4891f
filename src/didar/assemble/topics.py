"""Topics of a stretch of text."""

from collections.abc import Sequence

from didar.scene import Scene
from didar.terms import EngagementKind


def find_engagement_topics(scene: Scene, *, sentences: Sequence[int], kind: EngagementKind) -> tuple[str, ...]:
    """The subjects that an engagement is about."""
    out: dict[str, None] = {}
    for number in sentences:
        first, last = scene.analysis.sentences[number]
        for token in range(first, last):
            mark = scene.marks[token]
            if mark:
                out.update((w.value, None) for w in mark.words("topic"))
    return tuple(out)
