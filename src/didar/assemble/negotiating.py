"""States that negotiate, told by the verb: «X و Y در ژنو مذاکره کردند», «گفت‌وگو با X ادامه دارد»."""

from didar.assemble.drafts import Draft
from didar.assemble.mediation import take_mediators
from didar.assemble.nearby import has_cue, not_yet, opens_topic, phrase_end, place_near, relative_clause
from didar.assemble.people import chained, entities, joined_before, subject_of, teller_of
from didar.assemble.standing import talks_status
from didar.scene import Scene
from didar.syntax import PAST, Frame, VerbTense
from didar.terms import EngagementKind, Office, Status
from didar.who import Entity, Kind

_DOES = frozenset(("کرد", "داشت", "نمود", "نشست", "پرداخت"))
_THEY = 6
_NOBODY = frozenset((Kind.PARTY, Kind.INSTITUTION))
_SENT = frozenset((Office.DELEGATION, Office.NEGOTIATOR))


def draft_negotiation(scene: Scene, frame: Frame) -> list[Draft]:
    """Talks of states that do it, or that go on; [] where people meet, and where it is only wished, refused or a habit."""
    verb, end = frame.verb, phrase_end(scene, frame)
    goes_on = "happen" in frame.cues and frame.governed is None
    does = frame.light and verb is not None and verb.lemma in _DOES and not goes_on and "happen" not in frame.pattern.needs
    if (denied := _denied(scene, frame)) is not None:
        return [denied]
    if verb is None or verb.negative or frame.definite or not_yet(scene, frame) or not (goes_on or does):
        return []
    if has_cue(scene, frame.clause.tokens, "wish") or has_cue(scene, frame.clause.tokens, "habit") or "maybe" in frame.cues:
        return []
    sides = _sides(scene, frame, does=does)
    place = place_near(scene, frame, end, relative_clause(scene, frame, end))
    if len(sides) < 2 or not _certain(scene, frame, does=does, placed=place is not None):
        return []
    status = talks_status(scene, frame, end, None)
    if does and "plan" not in frame.cues and verb.tense in PAST:
        status = Status.HELD
    draft = Draft(frame=frame, kind=EngagementKind.TALKS, status=status, weak=True, place=place)
    draft.add_party(*sides)
    take_mediators(scene, frame, draft)
    return [draft]


def _denied(scene: Scene, frame: Frame) -> Draft | None:
    """«X مذاکره پنهانی با Y را رد کرد»: talks that somebody denies for his side."""
    verb, other = frame.verb, [n for c, n in frame.after if c == "with"][:1]
    if verb is None or verb.negative or verb.tense not in PAST or frame.governed is not None or not other or not frame.pattern.exact:
        return None
    near = range(max(frame.last, verb.first - 2), verb.first)
    if not any((m := scene.marks[t]) and (m.word("deny") or m.word("reject")) for t in near):
        return None
    sides = [e.party for e in (*entities(scene, subject_of(scene, frame)), *entities(scene, other)) if e.party]
    if len(set(sides)) != 2:
        return None
    draft = Draft(frame=frame, kind=EngagementKind.TALKS, status=Status.DENIED, sure=True, weak=True)
    draft.add_party(*dict.fromkeys(sides))
    return draft


def _certain(scene: Scene, frame: Frame, *, does: bool, placed: bool) -> bool:
    """A bare present may be a habit or a threat («ایران مذاکره می‌کند»): it counts with a place, a day, or a plan."""
    verb = frame.verb
    if verb is None or verb.tense == VerbTense.SUBJUNCTIVE:
        return "plan" in frame.cues
    dated = any(m.first in frame.clause.tokens for m in scene.dates)
    return not does or verb.tense in PAST or placed or dated or "plan" in frame.cues or _both_about(scene, frame)


def _both_about(scene: Scene, frame: Frame) -> bool:
    """«مسکو و کی‌یف درباره تبادل اسیران مذاکره می‌کنند»: both sides as the subject, and what they negotiate."""
    told = opens_topic(scene, (t for t in frame.clause.tokens if t < frame.first))
    return told and len(joined_before(scene, frame)) > 1 and frame.verb is not None and frame.verb.person == _THEY


def _sides(scene: Scene, frame: Frame, *, does: bool) -> list[str]:
    """Codes of the two sides, where no person is told on either."""
    beside = (*frame.after, *frame.before)
    between = [n for c, n in beside if c == "between"]
    with_whom = [n for c, n in beside if c == "with"][:1]
    numbers = chained(scene, [*frame.genitive, *between, *with_whom])
    if does:
        numbers = [*chained(scene, subject_of(scene, frame)), *numbers]
    elif with_whom and not frame.genitive and (teller := teller_of(scene, frame)) is not None:
        told = [*scene.entities_of(teller), *(e for e in entities(scene, numbers) if _state(e))]
        return list(dict.fromkeys(e.party for e in told if e.party))
    group = entities(scene, numbers)
    if not group or not all(_state(e) for e in group):
        return []
    codes = list(dict.fromkeys(e.party for e in group if e.party))
    return codes if len(codes) > 1 else joined_before(scene, frame) if does else codes


def _state(entity: Entity) -> bool:
    """A state, a body, a movement, its government, or the delegation that sits there for it."""
    return entity.kind in _NOBODY or (entity.name is None and entity.office in _SENT)
