"""Statements: who is reported to have said what."""

from collections.abc import Sequence

from didar.assemble.acts import act_of, is_direct, toward_of
from didar.assemble.occasions import OccasionFinder
from didar.assemble.speech import SpeechReader
from didar.assemble.topics import find_topics
from didar.model import Actor, Engagement, Statement, Why
from didar.scene import Scene
from didar.terms import Office

_SURE = {"colon": 0.95, "that": 0.93, "left": 0.9, "headline": 0.9, "source": 0.9, "quote": 0.9, "bare": 0.88}
_LESS = 0.8
_DIPLOMATS = frozenset((Office.FOREIGN_MINISTER, Office.DEPUTY_FOREIGN_MINISTER, Office.AMBASSADOR, Office.PERMANENT_REPRESENTATIVE))


def assemble_statements(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Statement, ...]:
    """One statement for each sentence that somebody is reported to have said."""
    if not _foreign(scene, engagements):
        return ()
    out: list[Statement] = []
    reader = SpeechReader(scene)
    occasions = OccasionFinder(scene, engagements)
    for draft in reader.read():
        actors = tuple(scene.references.entities[n].actor() for n in draft.speakers)
        if not actors or any(a.party is None for a in actors):
            continue
        engagement, medium = occasions.find(draft, actors)
        out.append(
            Statement(
                id=f"s{len(out) + 1}",
                speakers=actors,
                act=act_of(scene, draft, reader),
                span=scene.analysis.span(draft.first, draft.last),
                direct=is_direct(scene, draft, reader),
                toward=toward_of(scene, draft),
                about=find_topics(scene, draft.first, draft.last),
                engagement=engagement.id if engagement else None,
                date=engagement.date if engagement else None,
                medium=medium,
                turn=draft.turn,
                why=Why(pattern=draft.row.id if draft.row else f"speech:{draft.how}", confidence=_confidence(draft.how, actors)),
            )
        )
    return tuple(out)


def _foreign(scene: Scene, engagements: Sequence[Engagement]) -> bool:
    """Whether the article is about foreign affairs: a contact, a party other than the outlet's own, a diplomat."""
    if engagements or any(m.office in _DIPLOMATS for m in scene.mentions):
        return True
    return any(mark is not None and mark.party is not None and mark.party.party != scene.own for mark in scene.marks)


def _confidence(how: str, actors: Sequence[Actor]) -> float:
    sure = _SURE.get(how, _LESS)
    return round(sure if all(a.name or a.office for a in actors) else sure * 0.9, 2)
