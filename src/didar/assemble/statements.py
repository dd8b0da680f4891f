"""Statements: who is reported to have said what."""

from collections.abc import Sequence
from functools import partial

from didar.assemble.acts import act_of, is_direct, toward_of
from didar.assemble.occasions import OccasionFinder
from didar.assemble.speech import SpeechReader
from didar.assemble.topics import find_topics
from didar.model import Actor, Engagement, Statement, Why
from didar.scene import Scene
from didar.syntax import SUBJECT
from didar.terms import Office
from didar.who import Entity, Kind

_SURE = {"colon": 0.96, "that": 0.93, "bare": 0.94, "headline": 0.94, "source": 0.9, "quote": 0.9, "left": 0.86, "opener": 0.7}
_LESS = 0.84
"""How often a statement of each construction is right, speaker and all, measured on annotated articles."""
_MANY = 6
_OF_STATE = frozenset(Office) - {
    Office.OTHER,
    Office.MAYOR,
    Office.GOVERNOR,
    Office.DIRECTOR_GENERAL,
    Office.ADVISER,
    Office.SECRETARY_GENERAL,
}
_MINISTRY = "foreign_ministry"  # as in terms.tsv
_FOREIGN = "خارجه"
_DIPLOMATS = frozenset((Office.FOREIGN_MINISTER, Office.DEPUTY_FOREIGN_MINISTER, Office.AMBASSADOR, Office.PERMANENT_REPRESENTATIVE))


def assemble_statements(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Statement, ...]:
    """One statement for each sentence that somebody is reported to have said."""
    foreign = _foreign(scene)
    if not foreign and not engagements:
        return ()
    diplomatic = bool(engagements) or foreign >= _MANY
    out: list[Statement] = []
    reader = SpeechReader(scene)
    occasions = OccasionFinder(scene, engagements)
    for draft in reader.read():
        entities = [scene.references.entities[n] for n in draft.speakers]
        actors = tuple(entity.actor() for entity in entities)
        if not actors or any(a.party is None for a in actors) or not (diplomatic or all(map(partial(_serves, scene), entities))):
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


def _foreign(scene: Scene) -> int:
    """How much of the article is about foreign affairs: how often it names a foreign party, one of its people, or a diplomat."""
    parties = sum(mark is not None and mark.party is not None and mark.party.party != scene.own for mark in scene.marks)
    parties += sum(
        m.party not in (None, scene.own) and (not m.place or scene.phrases[n].case == SUBJECT)
        for n, m in enumerate(scene.mentions)
        if (mark := scene.marks[m.first]) is None or mark.party is None
    )
    return parties + sum(any(map(partial(_abroad, scene), scene.entities_of(n))) for n in range(len(scene.mentions)))


def _abroad(scene: Scene, entity: Entity) -> bool:
    if entity.office == Office.SPOKESPERSON and (entity.portfolio == _MINISTRY or _speaks_for_it(scene, entity)):
        return True
    return entity.office in _DIPLOMATS or (bool(entity.ids) and entity.party != scene.own)


def _speaks_for_it(scene: Scene, entity: Entity) -> bool:
    """«سخنگوی وزارت خارجه»."""
    told = (scene.mentions[n] for n in entity.mentions)
    return any(_FOREIGN in scene.analysis.words[m.first : m.last] for m in told)


def _serves(scene: Scene, entity: Entity) -> bool:
    """Whether somebody speaks for a party beyond doubt: the text or the gazetteer says so, or the office is one of state.

    An office of any other kind with no party beside it («مدیرعامل») is taken for one of the outlet's own country; in an
    article that tells of no contact that is too little to go by. «یک مقام آمریکایی» is of another one.
    """
    if any(scene.mentions[n].party not in (None, scene.own) for n in entity.mentions):
        return True
    return entity.kind not in (Kind.PERSON, Kind.OFFICE) or entity.party_sure or bool(entity.ids) or entity.office in _OF_STATE


def _confidence(how: str, actors: Sequence[Actor]) -> float:
    sure = _SURE.get(how, _LESS)
    return round(sure if all(a.name or a.office for a in actors) else sure * 0.88, 2)
