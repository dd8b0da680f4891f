"""Signings: an instrument that two parties or more sign, initial or exchange."""

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_at, cue_before, has_cue, not_yet, phrase_end, place_near, relative_clause
from didar.assemble.people import PRINCIPALS, chained, entities, is_person, joined_before, speaker_of, subject_of, take_part, teller_of
from didar.assemble.talks import article_pair, dominant_pair
from didar.assemble.timing import status_of
from didar.scene import Scene
from didar.syntax import AHEAD, PAST, Frame, VerbTense
from didar.terms import EngagementKind, Role, Status
from didar.who import Entity, Kind

_BACK = 40
_FORTH = 6
_WE = 4
_TWO = 2
_PASSIVE = frozenset(("شد", "گردید", "رسید"))
_SIDES = frozenset(("between", "with", "by", "subject"))


def draft_signing(scene: Scene, frame: Frame) -> list[Draft]:
    """A signing; [] where no instrument, no parties, or companies only are told."""
    first, last = scene.analysis.sentences[frame.sentence]
    instrument = has_cue(scene, range(max(first, frame.first - _BACK), min(last, frame.last + _FORTH)), "signable")
    if not instrument and cue_at(scene, frame.last, "it") is None:
        return []
    if cue_before(scene, frame.first, "abstract") or not_yet(scene, frame) or _domestic(scene, frame):
        return []
    group = _signers(scene, frame)
    people = [e for e in group if is_person(e)]
    if not people and has_cue(scene, frame.clause.tokens, "private"):
        return []
    parties = _parties(scene, frame, group)
    if len(parties) < 2:
        return []
    status, sure = _status(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.SIGNING, status=status, sure=sure)
    if frame.light or "happen" in frame.cues or frame.governed == "to":  # else who only speaks of it is no signatory
        take_part(draft, people, Role.SIGNATORY)
    draft.add_party(*parties)
    take_part(draft, (e for e in _present(scene, frame) if e.name or e.office in PRINCIPALS), Role.PARTICIPANT)
    end = phrase_end(scene, frame)
    draft.place = place_near(scene, frame, end, relative_clause(scene, frame, end))
    return [draft]


def _domestic(scene: Scene, frame: Frame) -> bool:
    """«قانون تصویب معاهده با X را امضا کرد»: a paper of one state, whatever it is about."""
    before = [t for t in frame.clause.tokens if t < frame.first and cue_at(scene, t, "domestic_paper") is not None]
    first = next((t for t in frame.clause.tokens if t < frame.first and cue_at(scene, t, "signable") is not None), frame.first)
    return frame.light and bool(before) and before[0] < first


def _present(scene: Scene, frame: Frame) -> list[Entity]:
    """«با حضور دو وزیر … به امضا رسید»: in whose presence."""
    here = [p.mention for p in scene.phrases if p.clause == frame.clause.number and scene.mentions[p.mention].first < frame.first]
    near = [n for n in here if cue_before(scene, scene.mentions[n].first, "presence")]
    return [e for e in entities(scene, chained(scene, near)) if is_person(e) and e.party]


def _status(scene: Scene, frame: Frame) -> tuple[Status, bool]:
    """«به امضای دو وزیر خواهد رسید»: the verb behind the signers tells."""
    status, sure = status_of(scene, frame)
    reached = frame.governed == "to" and frame.verb is not None and frame.verb.lemma == "رسید"
    if not reached or sure or frame.verb is None or frame.verb.tense in PAST:
        return status, sure
    return (Status.PROPOSED if frame.verb.tense == VerbTense.SUBJUNCTIVE else Status.PLANNED), True


def _signers(scene: Scene, frame: Frame) -> list[Entity]:
    """Who signs: «میان X و Y», «به امضای X و Y», else the subject and whoever stands behind «با»."""
    beside = (*frame.after, *frame.before)
    between = entities(scene, chained(scene, [n for c, n in beside if c == "between"]))
    by_them = entities(scene, chained(scene, frame.genitive)) if frame.governed == "to" else []
    if len({e.party for e in between if e.party}) > 1:
        return [*between, *(e for e in by_them if e.party in {b.party for b in between})]
    if by_them:
        return by_them
    governed = _instrument_of(scene, frame)
    if governed:
        return governed
    others = entities(scene, chained(scene, [n for c, n in beside if c in ("with", "by")]))
    we = frame.clause.verb is not None and frame.clause.verb.person == _WE
    passive = frame.verb is not None and frame.verb.lemma in _PASSIVE
    subject = [] if we or passive else [e for e in entities(scene, chained(scene, subject_of(scene, frame))) if e.party]
    return [*subject, *(e for e in (*between, *others) if e not in subject)]


def _instrument_of(scene: Scene, frame: Frame) -> list[Entity]:
    """«امضای یادداشت تفاهم ایران و آمریکا»: the parties of the instrument that the noun governs."""
    if frame.light:
        return []
    end = phrase_end(scene, frame, beyond=True)
    inside = [n for n, m in enumerate(scene.mentions) if frame.last <= m.first < end and m.kind in (Kind.PARTY, Kind.PLURAL)]
    found = entities(scene, chained(scene, inside))
    return found if len({e.party for e in found if e.party}) > 1 else []


def _parties(scene: Scene, frame: Frame, group: list[Entity]) -> list[str]:
    """The parties: of the signers, of «ما», of the states beside the verb, else those whom the article is about."""
    parties = list(dict.fromkeys(e.party for e in group if e.party))
    if frame.clause.verb is not None and frame.clause.verb.person == _WE:
        ours = next((e.party for e in entities(scene, speaker_of(scene, frame)) if e.party), None)
        parties = list(dict.fromkeys([*parties, *([ours] if ours else [])]))
        pair = dominant_pair(scene)
        parties = list(pair) if len(parties) == 1 and parties[0] in pair else parties
    if len(parties) < 2:
        here = [n for n, p in enumerate(scene.phrases) if p.clause == frame.clause.number and p.case in _SIDES]
        told = [scene.mentions[n] for n in here if scene.mentions[n].kind == Kind.PARTY and not scene.mentions[n].place]
        parties = list(dict.fromkeys([*parties, *(p for m in told for p in m.parties)]))
    told_of = frame.verb is not None and frame.verb.lemma in _PASSIVE and (frame.light or frame.governed == "to")
    if len(parties) < 2 and told_of:
        parties = joined_before(scene, frame) or list(dict.fromkeys(e.party for e in _present(scene, frame) if e.party)) or parties
    if len(parties) < 2 and told_of and len(met := _met_before(scene, frame)) == _TWO:
        parties = met
    if len(parties) == 1 and (teller := teller_of(scene, frame)) is not None and "with" in {c for c, _ in frame.after}:
        parties += [e.party for e in scene.entities_of(teller) if e.party and e.party not in parties]  # «روبیو: امضای توافق با ایران …»
    if len(parties) < 2 and frame.governed == "to" and has_cue(scene, (t for t in frame.clause.tokens if t >= frame.last), "leads_to"):
        met = _met_before(scene, frame)
        parties = met if len(met) == _TWO else parties  # «… دیدار کرد که به امضای تفاهم‌نامه منجر شد»
    if len(parties) < 2 and _told_alone(frame):
        pair = article_pair(scene)
        parties = list(pair) if set(parties) <= set(pair) else parties
    return parties


def _met_before(scene: Scene, frame: Frame) -> list[str]:
    """«X و Y دیدار کردند و سه سند امضا شد»: the parties of the people told before it in its sentence."""
    first = scene.analysis.sentences[frame.sentence][0]
    here = [n for n, m in enumerate(scene.mentions) if first <= m.first < frame.first]
    return list(dict.fromkeys(e.party for e in entities(scene, here) if is_person(e) and e.party))


def _told_alone(frame: Frame) -> bool:
    """Whether the clause is about the signing itself: «امضای توافق … انجام خواهد شد», «احتمال امضای آن»."""
    if "maybe" in frame.cues or "plan" in frame.cues:
        return True
    verb = frame.verb
    return verb is not None and (frame.light or "happen" in frame.cues) and (verb.tense in AHEAD or verb.tense == VerbTense.PRESENT)
