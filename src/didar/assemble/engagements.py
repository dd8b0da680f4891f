"""Engagements: drafts of all frames, joined where they tell of one contact, with what they inherit."""

from collections.abc import Callable

from didar.assemble.assumed import assumed_day, looks_back, told_as_past
from didar.assemble.attendance import at_its_margin, briefs, present_at, speaks_in
from didar.assemble.briefings import draft_before, draft_briefing, draft_their
from didar.assemble.companions import join_visit
from didar.assemble.contacts import draft_contact
from didar.assemble.drafts import Draft
from didar.assemble.gatherings import draft_assembly, draft_gathering
from didar.assemble.invitations import draft_invitation
from didar.assemble.journeys import draft_visit
from didar.assemble.merging import inherit, merge
from didar.assemble.messages import draft_message
from didar.assemble.negotiating import draft_negotiation
from didar.assemble.papers import draft_paper
from didar.assemble.resumed import resume
from didar.assemble.signings import draft_signing
from didar.assemble.stays import draft_return, draft_stay, draft_welcome
from didar.assemble.summonses import draft_credentials, draft_presence, draft_summons
from didar.assemble.talks import draft_talks
from didar.assemble.timing import date_of, status_of
from didar.assemble.topics import find_engagement_topics
from didar.assemble.turns import each_time, since_first_day
from didar.model import Engagement, Participant, Why
from didar.scene import Scene
from didar.syntax import PAST, Frame, VerbTense
from didar.terms import DateBasis, EngagementKind, Office, Role, Status
from didar.who import Entity

_SHAPES: dict[str, Callable[[Scene, Frame], list[Draft]]] = {
    "with": draft_contact,
    "receive": draft_contact,
    "their": draft_their,
    "brief": draft_briefing,
    "before": draft_before,
    "motion": draft_visit,
    "leave": draft_visit,
    "hosting": draft_visit,
    "ceremony": draft_visit,
    "guest": draft_visit,
    "return": draft_return,
    "stay": draft_stay,
    "welcome": draft_welcome,
    "gathering": draft_gathering,
    "assembling": draft_assembly,
    "process": draft_talks,
    "negotiate": draft_negotiation,
    "letter": draft_message,
    "paper": draft_paper,
    "invite": draft_invitation,
    "sign": draft_signing,
    "summon": draft_summons,
    "presence": draft_presence,
    "credentials": draft_credentials,
}


_SITTING = "meeting.sit"
_REACHED = frozenset(("رسید", "رساند"))


def assemble_engagements(scene: Scene) -> tuple[Engagement, ...]:
    """One engagement for each distinct contact, in the order of the text."""
    drafts: list[Draft] = []
    for frame in scene.frames:
        build = _SHAPES.get(frame.pattern.shape)
        for draft in (d for told in (build(scene, frame) if build else ()) for d in each_time(scene, told)):
            if not draft.told:
                _date(scene, draft)
                since_first_day(scene, draft)
            draft.sentences.append(frame.sentence)
            draft.spans.append((frame.first, frame.last))
            draft.passing = looks_back(scene, frame)
            draft.bygone = told_as_past(scene, frame)
            drafts.append(draft)
    drafts = inherit(scene, resume(scene, merge(scene, drafts)))
    for draft in drafts:
        if draft.bygone and not draft.told and draft.basis == DateBasis.ASSUMED:
            draft.date = draft.basis = None
        told = draft.date if draft.told and draft.status in (Status.HELD, Status.ONGOING) else None
        if scene.anchor and told and told > scene.anchor.isoformat():
            draft.status = Status.PLANNED
        if draft.status in (Status.PLANNED, Status.PROPOSED) and not draft.told:
            draft.date = draft.basis = None
    _attach(scene, drafts)
    return tuple(_engagement(scene, draft, number) for number, draft in enumerate(drafts, start=1))


def _attach(scene: Scene, drafts: list[Draft]) -> None:
    """Sentences that speak of a contact again without its people («در این دیدار», «این سفر») rest with it."""
    used = {(d.frame.pattern.kind, n) for d in drafts for n in d.sentences}
    for frame in scene.frames:
        if briefs(scene, frame):
            continue
        if (frame.pattern.kind, frame.sentence) in used:
            _undone(scene, drafts, frame)
            sessions = [d for d in drafts if d.kind == EngagementKind.CONFERENCE and d.frame.first < frame.first]
            _sits(scene, sessions[-1] if sessions else None, frame)
            continue
        same = [d for d in drafts if frame.pattern.kind in (d.kind, d.frame.pattern.kind) or _sat_in(d, frame)]
        before = [d for d in same if min(d.sentences) <= frame.sentence]
        lone = same[0] if len(same) == 1 and frame.governed != "about" else None
        draft = before[-1] if frame.definite and before else lone
        if draft is not None and frame.sentence not in draft.sentences:
            draft.sentences.append(frame.sentence)
            if frame.definite:
                _told_again(scene, draft, frame)
        if draft is not None and draft.kind == EngagementKind.VISIT:
            join_visit(scene, draft, frame)
        _sits(scene, draft, frame)


def _sits(scene: Scene, draft: Draft | None, frame: Frame) -> None:
    """«X در این نشست شرکت می‌کند», of a session told before."""
    sitting = draft is not None and (draft.kind == EngagementKind.CONFERENCE or _sat_in(draft, frame))
    if draft is None or not sitting or not frame.definite or frame.pattern.shape != "gathering":
        return
    for entity in speaks_in(scene, frame):
        draft.people.setdefault(entity.number, Role.PARTICIPANT)
        if set(draft.parties) <= scene.pack.states:
            draft.add_party(entity.party)


def _sat_in(draft: Draft, frame: Frame) -> bool:
    """«در این نشست», of a sitting of a few that was told before: «نشست سه‌جانبه»."""
    return frame.definite and frame.pattern.shape == "gathering" and draft.frame.pattern.id == _SITTING


def _undone(scene: Scene, drafts: list[Draft], frame: Frame) -> None:
    """«قرار بود X وارد تهران شود اما این سفر لغو شد»: called off or denied in the sentence that tells it."""
    status, sure = status_of(scene, frame)
    if not (frame.definite and sure and status in (Status.CALLED_OFF, Status.DENIED) and frame.governed is None):
        return
    told = [
        d for d in drafts if d.frame.pattern.kind == frame.pattern.kind and frame.sentence in d.sentences and d.frame.first < frame.first
    ]
    if told:
        told[-1].status, told[-1].sure = status, True


def _told_again(scene: Scene, draft: Draft, frame: Frame) -> None:
    """What «این دیدار …» adds: that it was called off or denied, or its day; «در این نشست گفته بود» only sets a scene."""
    if draft.kind == EngagementKind.CONFERENCE and frame.governed is not None:
        return
    if draft.kind == EngagementKind.MEETING and draft.frame.first < frame.first:
        for entity in present_at(scene, frame):
            draft.people.setdefault(entity.number, Role.PARTICIPANT)
    if draft.kind == EngagementKind.CALL:
        draft.mode = draft.mode or frame.pattern.mode  # «در این تماس تلفنی»
    status, sure = status_of(scene, frame)
    if draft.status == Status.PLANNED and not draft.told and draft.kind == EngagementKind.MEETING and _over(frame):
        draft.status = Status.HELD
        if draft.date is None and (assumed := assumed_day(scene, frame)):
            draft.date, draft.basis = assumed
    only_spoken_of = draft.status == Status.PLANNED and status == Status.HELD and not _past(frame)  # «این سفر دو بخش دارد»
    verb = scene.clauses.at(frame.first).verb
    before = verb is not None and verb.tense == VerbTense.PLUPERFECT  # «این سفر (که …) پیشتر به تعویق افتاده بود»
    if sure and not only_spoken_of and not before and (status in (Status.CALLED_OFF, Status.DENIED) or not draft.sure):
        draft.status, draft.sure = status, True
    if not draft.told and (frame.light or "happen" in frame.cues) and (day := date_of(scene, frame, draft.status)):
        draft.date, draft.basis, draft.told, draft.time = day.edtf.replace("~", ""), day.basis, True, day.time


def _past(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.tense in PAST


def _over(frame: Frame) -> bool:
    """«در این دیدار … بررسی شد»: what was said or done in a contact has been."""
    verb = frame.verb
    return frame.governed == "in" and verb is not None and not verb.negative and verb.tense in (VerbTense.PAST, VerbTense.PERFECT)


def _only_named(frame: Frame) -> bool:
    """«با اشاره به اهمیت امضای پیمان»: spoken of, not told as what happened."""
    reached = frame.governed == "to" and frame.verb is not None and frame.verb.lemma in _REACHED  # «به امضای … رسید»
    return not (frame.light or "happen" in frame.cues or reached)


def _date(scene: Scene, draft: Draft) -> None:
    beside = draft.kind == EngagementKind.CONFERENCE and at_its_margin(scene, draft.frame)
    resolved = None if beside else date_of(scene, draft.frame, draft.status)
    if resolved is not None:
        draft.date, draft.basis, draft.told, draft.time = resolved.edtf.replace("~", ""), resolved.basis, True, resolved.time
    elif draft.status in (Status.HELD, Status.ONGOING) and draft.kind not in (EngagementKind.TALKS, EngagementKind.CONFERENCE):
        named = draft.kind == EngagementKind.SIGNING and _only_named(draft.frame)
        if not named and (assumed := assumed_day(scene, draft.frame)):
            draft.date, draft.basis = assumed


def _engagement(scene: Scene, draft: Draft, number: int) -> Engagement:
    analysis = scene.analysis
    people = [(scene.references.entities[n], role) for n, role in draft.people.items()]
    return Engagement(
        id=f"e{number}",
        kind=draft.kind,
        status=draft.status,
        parties=tuple(draft.parties),
        participants=tuple(Participant(actor=e.actor(), role=role) for e, role in people if not _is_any_delegation(e)),
        evidence=tuple(analysis.span(*analysis.sentences[number]) for number in draft.sentences),
        mode=draft.mode,
        date=draft.date,
        date_basis=draft.basis,
        time=draft.time,
        place=draft.place,
        topics=find_engagement_topics(scene, sentences=draft.sentences, kind=draft.kind),
        initiative=draft.initiative,
        why=Why(pattern=draft.frame.pattern.id, confidence=0.6 if draft.weak else 0.85, flags=tuple(draft.flags)),
    )


def _is_any_delegation(entity: Entity) -> bool:
    """«هیئتی»: of nobody that the text names."""
    return entity.office == Office.DELEGATION and entity.party is None and entity.name is None
