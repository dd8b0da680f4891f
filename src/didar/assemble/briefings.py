"""Meetings shown by what one official does with or before another: «در دیدارشان», «X را در جریان … قرار داد», «در حضور همتایش»."""

from collections.abc import Iterable

from didar.assemble.drafts import Draft
from didar.assemble.people import HUMAN, chained, entities, hosts_and_guests, is_person, speaker_of, subject_of, take_part
from didar.assemble.timing import status_of
from didar.model import Place
from didar.scene import Scene
from didar.syntax import GENITIVE, OBJECT, SUBJECT, Frame, VerbTense
from didar.terms import EngagementKind, Office, Role, Status
from didar.who import Entity, Kind

_BACK = 2
_BRIEFS = frozenset(("داد", "گذاشت", "کرد", "ساخت"))
_TALKED_TO = frozenset(("to", "with"))
_ME = "مرا"


def draft_their(scene: Scene, frame: Frame) -> list[Draft]:
    """«در دیدارشان در پکن»: the meeting of the two whom the sentences before tell as speaking to each other."""
    for sentence in range(frame.sentence, frame.sentence - _BACK - 1, -1):
        here = [p for p in scene.phrases if _stands_in(scene, p.mention, sentence) and scene.mentions[p.mention].first < frame.first]
        one = _officials(scene, (p.mention for p in here if p.case == SUBJECT))
        other = [e for e in _officials(scene, (p.mention for p in here if p.case in _TALKED_TO)) if one and e.party != one[0].party]
        if one and other:
            return _meeting(scene, frame, one[:1], other[:1], status_of(scene, frame)[0])
    return []


def draft_briefing(scene: Scene, frame: Frame) -> list[Draft]:
    """«X، Y را در جریان آخرین تحولات قرار داد», «X مرا از … مطلع کرد»."""
    verb = frame.verb
    if verb is None or verb.lemma not in _BRIEFS or verb.negative:
        return []
    here = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == OBJECT]
    told = _officials(scene, here)
    if not told and any(scene.analysis.words[t] == _ME for t in frame.clause.tokens):
        told = _officials(scene, speaker_of(scene, frame))
    teller = [e for e in _officials(scene, subject_of(scene, frame)) if e not in told]
    if not told or not teller or told[0].party == teller[0].party:
        return []
    return _meeting(scene, frame, teller[:1], told[:1], status_of(scene, frame)[0])


def draft_before(scene: Scene, frame: Frame) -> list[Draft]:
    """«رئیس‌جمهور چین در حضور همتای آمریکایی‌اش …»: they meet, unless the clause tells another contact that they attend."""
    if any(f is not frame and f.clause.number == frame.clause.number and f.pattern.shape != "before" for f in scene.frames):
        return []
    number = scene.mention_at.get(frame.last)
    if number is None or scene.mentions[number].kind not in (Kind.COUNTERPART, Kind.PERSON, Kind.OFFICE):
        return []
    other = _officials(scene, [number])
    before = [n for c, n in frame.before if c in (SUBJECT, GENITIVE) and scene.mentions[n].kind in HUMAN]
    one = [e for e in _officials(scene, before[-1:]) if other and e.party != other[0].party]
    if not one or not other:
        return []
    past = frame.verb is None or frame.verb.tense not in (VerbTense.FUTURE, VerbTense.SUBJUNCTIVE)
    return _meeting(scene, frame, one, other, Status.HELD if past else Status.PLANNED)


def _stands_in(scene: Scene, number: int, sentence: int) -> bool:
    return scene.sentence_of(scene.mentions[number].first) == sentence


def _officials(scene: Scene, numbers: Iterable[int]) -> list[Entity]:
    """People with an office and a party, told singly."""
    found = [e for e in entities(scene, chained(scene, list(numbers))) if is_person(e) and e.party and e.office]
    return [e for e in found if e.office != Office.SPOKESPERSON and not e.indefinite and not e.former]


def _meeting(scene: Scene, frame: Frame, one: list[Entity], other: list[Entity], status: Status) -> list[Draft]:
    draft = Draft(frame=frame, kind=EngagementKind.MEETING, status=status, sure=False)
    take_part(draft, [*one, *other], Role.PARTICIPANT)
    place = next((p for p in frame.places if p.case == "in" and p.token >= frame.last), None) if frame.pattern.shape == "their" else None
    if place is not None:
        draft.place = Place(name=place.name, country=place.country)
    draft.weak = frame.pattern.shape == "brief"
    hosts_and_guests(scene, draft)
    return [draft]
