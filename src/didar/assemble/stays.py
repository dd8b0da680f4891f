"""Visits that are told by what surrounds them: «پس از بازگشت از تهران», «در تهران به سر می‌برد», «از او در بغداد استقبال کرد»."""

from collections.abc import Iterable

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_before, has_cue
from didar.assemble.people import PRINCIPALS, chained, entities, is_person, subject_of, take_part
from didar.assemble.timing import status_of
from didar.model import Place
from didar.scene import Scene
from didar.syntax import AHEAD, PAST, Frame, PlaceMention, VerbTense
from didar.terms import EngagementKind, Office, Role, Status
from didar.who import Entity

_POSTED = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES, Office.PERMANENT_REPRESENTATIVE))
_NOW = frozenset((VerbTense.PRESENT, VerbTense.PERFECT))
_LANDS = frozenset(("capital", "city", "country"))
_AIRPORT = "فرودگاه"
_LANDING = "visit.land"
_NEAR = 5
_NEXT = 2


def draft_return(scene: Scene, frame: Frame) -> list[Draft]:
    """Who comes back from abroad has been there; who goes back to another country visits it."""
    people = _people(scene, frame)
    for case in ("from", "to"):
        place = _beside(frame, case)
        guests = [e for e in _strangers(people, place) if case == "from" or e.party in scene.pack.states] if place else []
        if place is not None and guests:
            status, sure = status_of(scene, frame)
            return [_visit(frame, place, guests, Status.HELD if case == "from" else status, sure=sure or case == "from")]
    return []


def draft_stay(scene: Scene, frame: Frame) -> list[Draft]:
    """A representative who is told to be in another country; not an envoy at his post."""
    if not frame.genitive and not frame.light and frame.pattern.exact and scene.analysis.words[frame.first] == "حضور":
        return []
    place = _place(frame, "in")
    people = _aboard(scene, frame) if frame.pattern.id == _LANDING else _people(scene, frame)
    guests = [e for e in _strangers(people, place) if e.office not in _POSTED] if place else []
    if place is None or not guests or _attending(scene, frame, place):
        return []
    status, sure = status_of(scene, frame)
    verb = frame.verb
    stays = verb is not None and (verb.tense in _NOW or (verb.lemma == "برد" and verb.tense == VerbTense.IMPERFECT))  # «به سر می‌برد»
    if status == Status.HELD and verb is not None and stays and (frame.light or verb.first < frame.last):
        status, sure = Status.ONGOING, True
    return [_visit(frame, place, guests, status, sure=sure)]


def draft_welcome(scene: Scene, frame: Frame) -> list[Draft]:
    """«X در بغداد از Y استقبال کرد»: Y visits X's country."""
    guests = _welcomed(scene, frame)
    by = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == "by"]
    told = chained(scene, frame.genitive) or chained(scene, by) or subject_of(scene, frame)
    if "happen" in frame.cues:  # «مراسم استقبال از Y با حضور X در کاخ سعدآباد برگزار شد»
        told += [n for c, n in frame.after if c == "invited"]
    hosts = [e for e in entities(scene, told) if e not in guests and e.party]
    place = _place(frame, "in")
    if place is None and "happen" in frame.cues:
        place = next((p for p in frame.places if p.case == "in" and p.country), None)
    if place is None and (met := _met(scene, frame, hosts, guests, by=bool(by))):
        return [met]
    if place is None or (frame.verb is not None and frame.verb.tense in AHEAD and not frame.light):
        return []
    guests = _strangers(guests, place)
    if not guests or (hosts and not any(e.party == place.country for e in hosts)):
        return []
    status, sure = status_of(scene, frame)
    drafts = [
        _visit(frame, place, [e for e in guests if e.party == party], status, sure=sure) for party in dict.fromkeys(e.party for e in guests)
    ]
    for draft in drafts:
        take_part(draft, [e for e in hosts if e.party == place.country and is_person(e)], Role.HOST)
    return drafts


def _met(scene: Scene, frame: Frame, hosts: list[Entity], guests: list[Entity], *, by: bool) -> Draft | None:
    """«X در کاخ ریاست‌جمهوری از Y استقبال کرد»: with no town told, that X met Y; a welcome is of the meeting.

    by: whether it is told who welcomes («از سوی X مورد استقبال قرار گرفت»).
    """
    done = frame.verb is not None and (frame.light or by) and not frame.verb.negative and frame.verb.tense in PAST
    done = done or (frame.verb is None and bool(frame.genitive) and not _travels(scene))  # «استقبال رسمی X از Y»
    foreign = [e for e in guests if e.party and (e.name or e.office in PRINCIPALS)]
    own = [e for e in hosts if is_person(e) and e.party and all(e.party != g.party for g in foreign)]
    if not (done and foreign and own) or (has_cue(scene, frame.clause.tokens, "welcomed") and not by):
        return None
    draft = Draft(frame=frame, kind=EngagementKind.MEETING, status=Status.HELD, sure=True)
    take_part(draft, own, Role.HOST)
    take_part(draft, foreign, Role.GUEST)
    return draft


def _travels(scene: Scene) -> bool:
    """Whether the article tells of a journey, of which a welcome in its headline is a part."""
    return any(f.pattern.kind == EngagementKind.VISIT and f.pattern.shape in ("motion", "stay", "leave") for f in scene.frames)


def _welcomed(scene: Scene, frame: Frame) -> list[Entity]:
    """«از Y استقبال کرد», «استقبالی که از Y شد», «Y مورد استقبال قرار گرفت»."""
    relative = {
        c.number
        for c in scene.clauses.clauses
        if c.relation == "relative" and c.parent == frame.clause.number and c.tokens[0] == frame.last
    }
    numbers = [n for c, n in (*frame.before, *frame.after) if c == "from"]
    numbers += [p.mention for p in scene.phrases if p.clause in relative and p.case == "from"]
    if has_cue(scene, frame.clause.tokens, "welcomed"):
        numbers += subject_of(scene, frame)
    return [e for e in entities(scene, chained(scene, numbers)) if is_person(e)]


def _attending(scene: Scene, frame: Frame, place: PlaceMention) -> bool:
    """«برای شرکت در کنفرانس آژانس در وین به سر می‌برد»: at a conference, which is a contact of its own."""
    return any(
        f.pattern.shape == "gathering" and f.clause.number == frame.clause.number and f.first < max(place.token, frame.first)
        for f in scene.frames
    )


def _beside(frame: Frame, case: str) -> PlaceMention | None:
    """The place of this case right behind the trigger or what it governs («بازگشت از تهران»), or right before its verb."""
    after = [p for p in frame.places if p.case == case and p.token >= frame.last]
    if after and (frame.genitive or after[0].token - frame.last <= _NEXT):
        return after[0]
    before = [p for p in frame.places if p.case == case and p.last <= frame.first]
    return before[-1] if before and not frame.genitive and frame.verb is not None and frame.verb.first <= frame.first else None


def _aboard(scene: Scene, frame: Frame) -> list[Entity]:
    """«هواپیمای حامل X»: who is carried."""
    carried = [n for _, n in frame.before if cue_before(scene, scene.mentions[n].first, "bears")]
    return [e for e in entities(scene, chained(scene, carried)) if is_person(e) and e.party]


def _people(scene: Scene, frame: Frame) -> list[Entity]:
    numbers = chained(scene, frame.genitive) or subject_of(scene, frame)
    return [e for e in entities(scene, numbers) if is_person(e) and e.party and (not e.indefinite or e.office == Office.DELEGATION)]


def _strangers(people: Iterable[Entity], place: PlaceMention) -> list[Entity]:
    """Those who are not at home there."""
    return [e for e in people if e.party and place.country and e.party != place.country]


def _place(frame: Frame, case: str) -> PlaceMention | None:
    """The place of this case right behind the trigger and what it governs, else the one nearest before it."""
    places = [p for p in frame.places if p.case == case and (p.kind in _LANDS or p.name.startswith(_AIRPORT))]
    after = [p for p in places if p.token >= frame.last]
    before = [p for p in places if p.last <= frame.first]
    if frame.genitive or frame.governed or not frame.light:
        return after[0] if after else before[-1] if before and frame.first - before[-1].last <= _NEAR else None
    near = before[-1:] or after[:1]
    return near[0] if near else None


def _visit(frame: Frame, place: PlaceMention, guests: list[Entity], status: Status, *, sure: bool) -> Draft:
    draft = Draft(frame=frame, kind=frame.pattern.kind, status=status, sure=sure)
    take_part(draft, guests, Role.GUEST)
    draft.add_party(place.country)
    draft.place = Place(name=place.name, country=place.country)
    return draft
