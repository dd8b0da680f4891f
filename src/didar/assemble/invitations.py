"""Invitations: the message, and the visit that it proposes."""

from didar.assemble.drafts import Draft
from didar.assemble.nearby import bodies_in, has_cue, phrase_end
from didar.assemble.people import chained, entities, is_person, subject_of, take_part
from didar.model import Place
from didar.scene import Scene
from didar.syntax import OBJECT, Frame, PlaceMention, VerbTense
from didar.terms import EngagementKind, Mode, Role, Status
from didar.who import Entity

_BACK = 12
_PASSIVE = frozenset(("شد", "گردید"))


def draft_invitation(scene: Scene, frame: Frame) -> list[Draft]:
    """«از X برای سفر به Y دعوت کرد», «X را به Y دعوت کرد», «X به نشست … دعوت شد»."""
    tokens = [t for t in frame.clause.tokens if t >= frame.first - _BACK]
    if has_cue(scene, (t for t in tokens if t >= frame.last), "thanks") or frame.governed == "to":
        return []
    if frame.verb is not None and frame.verb.lemma in _PASSIVE and not frame.genitive:
        return _invited(scene, frame)
    objects = _people_of(scene, frame, OBJECT)
    invited = _people_of(scene, frame, "from") or (objects if _destination(frame, None) else [])
    if not objects and not has_cue(scene, tokens, "journey") and not _to_attend(scene, frame):
        return []
    hosts = entities(scene, chained(scene, frame.genitive)) if frame.genitive else entities(scene, subject_of(scene, frame))
    hosts = [e for e in hosts if e not in invited and e.party]
    if frame.genitive and not invited:
        invited = [e for e in entities(scene, subject_of(scene, frame)) if e not in hosts]
    guests = [e for e in invited if is_person(e) and e.party]
    if not guests or not hosts or guests[0].party == hosts[0].party:
        return []
    ahead = frame.light and frame.verb is not None and frame.verb.tense in (VerbTense.SUBJUNCTIVE, VerbTense.FUTURE)
    message = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=Status.PROPOSED if ahead else Status.HELD)
    message.mode = Mode.ORAL if frame.light and not ahead and not frame.genitive else None
    take_part(message, hosts, Role.SENDER)
    take_part(message, guests, Role.RECIPIENT)
    place = _destination(frame, hosts[0].party) or _asked_to_come(scene, frame, hosts[0].party)
    return [message, _visit(frame, guests, place)] if place is not None else [message]


def _to_attend(scene: Scene, frame: Frame) -> bool:
    """«از X دعوت کرد تا در نشست … شرکت کند»: what he is asked to do stands in a clause of its own."""
    later = (c for c in scene.clauses.clauses[frame.clause.number + 1 :] if c.sentence == frame.sentence)
    asked = [c.tokens for c in later if c.verb is not None and c.verb.tense == VerbTense.SUBJUNCTIVE]
    return any(has_cue(scene, tokens, kind) for tokens in asked for kind in ("join", "journey"))


def _invited(scene: Scene, frame: Frame) -> list[Draft]:
    """«X برای شرکت در نشست شورای امنیت به نیویورک دعوت شده است»: the body, else the country, invites."""
    guests = [e for e in entities(scene, subject_of(scene, frame)) if is_person(e) and e.party]
    sessions = [f for f in scene.frames if f.pattern.shape == "gathering" and f.clause.number == frame.clause.number]
    place = _destination(frame, None)
    bodies = [c for f in sessions for c in bodies_in(scene, f.last, phrase_end(scene, f))]
    codes = bodies or ([place.country] if place and place.country else [])
    if not guests or not codes or codes[0] in (None, guests[0].party):
        return []
    message = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=Status.DENIED if frame.verb and frame.verb.negative else Status.HELD)
    take_part(message, guests, Role.RECIPIENT)
    message.add_party(codes[0])
    if place is None or place.country == guests[0].party:
        return [message]
    return [message, _visit(frame, guests, place)]


def _people_of(scene: Scene, frame: Frame, case: str) -> list[Entity]:
    numbers = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == case]
    return [e for n in numbers for e in entities(scene, chained(scene, [n])) if is_person(e)]


def _destination(frame: Frame, country: str | None) -> PlaceMention | None:
    """«به تهران»: in this country, or in any where none is given."""
    return next((p for p in frame.places if p.case == "to" and p.country and (country is None or p.country == country)), None)


def _asked_to_come(scene: Scene, frame: Frame, country: str | None) -> PlaceMention | None:
    """«از X دعوت کرد تا به اسلام‌آباد سفر کند», «… تا در نشست … در دهلی شرکت کند»: a town of who invites."""
    last = scene.analysis.sentences[frame.sentence][1]
    places = (p for t in range(frame.last, last) if (p := scene.places.get(t)) and p.case in ("to", "in"))
    return next((p for p in places if p.country and p.country == country), None)


def _visit(frame: Frame, guests: list[Entity], place: PlaceMention) -> Draft:
    visit = Draft(frame=frame, kind=EngagementKind.VISIT, status=Status.PROPOSED)
    take_part(visit, guests, Role.GUEST)
    visit.place = Place(name=place.name, country=place.country)
    visit.add_party(place.country)
    return visit
