"""Statements: who is reported to have said what."""

from collections.abc import Sequence

from didar.assemble.acts import act_of, is_direct, topics_of, toward_of
from didar.assemble.speech import SpeechReader
from didar.model import Engagement, Statement, Why
from didar.scene import Scene


def assemble_statements(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Statement, ...]:
    """One statement for each sentence that somebody is reported to have said."""
    out = []
    reader = SpeechReader(scene)
    for number, draft in enumerate(reader.read(), start=1):
        actors = tuple(scene.references.entities[n].actor() for n in draft.speakers)
        if not actors or any(a.party is None for a in actors):
            continue
        out.append(
            Statement(
                id=f"s{number}",
                speakers=actors,
                act=act_of(scene, draft, reader),
                span=scene.analysis.span(draft.first, draft.last),
                direct=is_direct(scene, draft, reader),
                toward=toward_of(scene, draft),
                about=topics_of(scene, draft),
                turn=draft.turn,
                why=Why(pattern=draft.row.id if draft.row else f"speech:{draft.how}", confidence=draft.sure),
            )
        )
    return tuple(out)
