"""Conferences: gatherings of a body or of many parties. Talks have a module of their own."""

from didar.assemble.attendance import attendants, joins
from didar.assemble.drafts import Draft
from didar.assemble.nearby import (
    bodies_in,
    cue_at,
    cue_before,
    cue_end,
    has_cue,
    headed_by,
    hosting_place,
    not_yet,
    opens_topic,
    phrase_end,
    place_near,
    relative_clause,
)
from didar.assemble.people import PRINCIPALS, chained, entities, is_person, subject_of, take_part
from didar.assemble.standing import gathering_status
from didar.assemble.timing import status_of
from didar.model import Place
from didar.pack.rows import PartyRow
from didar.scene import Scene
from didar.syntax import AHEAD, GENITIVE, SUBJECT, Clause, Frame
from didar.terms import EngagementKind, Mode, Office, Role, Status
from didar.who import Entity, Kind

_NEAR = 8
_NEXT = 4
_SIDES = frozenset(("E3", "P4+1", "P5+1"))  # a few states that act as one side
_BY_ITS_NAME = "conference.body"
_MAY_BE_OF_A_BODY = "or_body"  # «شورای وزیران» of a state, or of an organisation
_BRINGS = frozenset(("between", "by", "invited"))
_FEW = 3
_SIDES_OF_A_MEETING = 4  # «نشست چهارجانبه»
_THEY = 6
_SIDED = "جانبه"
_PAIR = 2
_BY_STATES = frozenset(("JCPOA JOINT COMMISSION",))
_HOLDS = frozenset(("داشت", "کرد", "داد", "گذاشت"))
_MANY = frozenset((Kind.PARTY, Kind.PLURAL))
_PLURALS = frozenset((Kind.PLURAL, Kind.JOINT))


def draft_gathering(scene: Scene, frame: Frame) -> list[Draft]:
    """A conference; [] for press conferences, sessions of one state, and where no body or states are told."""
    end = phrase_end(scene, frame)
    if frame.definite or not_yet(scene, frame) or _closed(scene, frame, end):
        return []
    relative = relative_clause(scene, frame, end)
    if frame.plural and bodies_in(scene, frame.last, end):
        return []
    bodies = _bodies(scene, frame, end)
    told = [] if bodies and not set(bodies) <= scene.pack.states else _told(scene, frame, end, relative)
    if bodies and len({e.party for e in told if e.party}) > 1:
        bodies = []  # «نشست همسایگان X با حضور وزرای خارجه A، B و C»: those who came
    attending = attendants(scene, frame)
    parties = bodies or _states(scene, frame, told, attending)
    named = None
    if not bodies and len(parties) < 2:
        named = _named_by_place(scene, frame)
        if named is None or named.country is None:
            return []
        parties = [named.country, *_listed(scene, frame)]
    kind = frame.pattern.kind
    pair = len(parties) == _PAIR and not has_cue(scene, range(frame.first, frame.last), "grand")  # «نشست سران دو کشور»
    if not bodies and named is None and len(parties) <= _SIDES_OF_A_MEETING and (pair or not _wide(scene, frame)):
        kind = EngagementKind.MEETING
    if len(bodies) > 1 and bodies[0] in _SIDES and not _wide(scene, frame):
        kind = EngagementKind.MEETING  # «نشست تروئیکا و ایران»
    if video := kind == EngagementKind.MEETING and "video" in frame.cues:
        kind = EngagementKind.CALL
    status, sure = gathering_status(scene, frame, end, relative)
    if not sure and status == Status.HELD and joins(scene, frame) and frame.verb is not None and frame.verb.tense in AHEAD:
        status = Status.PLANNED  # «دعوت کرد در نشست … شرکت کند»
    draft = Draft(frame=frame, kind=kind, status=status, sure=sure, mode=Mode.VIDEO if video else None)
    for code in parties:
        draft.add_party(*_members(scene, code))
    _people(scene, frame, draft, told, attending)
    draft.place = (
        named
        or place_near(scene, frame, end, relative)
        or (None if bodies else _called_by(scene, frame))
        or hosting_place(scene, frame.first)
    )
    draft.weak = not bodies
    return [draft]


def session_of(scene: Scene, frame: Frame) -> list[Draft]:
    """«شورای امنیت فردا درباره یمن گفت‌وگو می‌کند», «رایزنی‌های دیروز در شورای امنیت»: a council that talks is in session."""
    if (inside := _in_council(scene, frame)) is not None:
        draft = Draft(frame=frame, kind=EngagementKind.CONFERENCE, status=Status.HELD, sure=False)
        draft.add_party(inside)
        return [draft]
    if not frame.light or frame.governed is not None or frame.verb is None or frame.verb.negative:
        return []
    own = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == SUBJECT]
    mention = scene.mentions[own[0]] if own else None
    if mention is None:
        return []
    bodies = bodies_in(scene, mention.first, mention.last)[:1]
    bodies = bodies or [e.party for e in entities(scene, own[:1]) if e.party and e.party not in scene.pack.states][:1]  # «این اتحادیه»
    council = mention.kind == Kind.PARTY and has_cue(scene, range(mention.first, mention.last), "council")
    ministers = mention.kind == Kind.PLURAL and frame.verb.person == _THEY and "with" not in {c for c, _ in (*frame.before, *frame.after)}
    if not bodies or not (ministers or (council and opens_topic(scene, range(mention.last, frame.first)))):
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.CONFERENCE, status=status, sure=sure)
    draft.add_party(*_members(scene, bodies[0]))
    draft.place = place_near(scene, frame, phrase_end(scene, frame))
    return [draft]


def _in_council(scene: Scene, frame: Frame) -> str | None:
    """The council in which consultations were held, where their noun rules it and nobody else."""
    if frame.genitive or frame.light or not (frame.plural or frame.governed == "in"):
        return None
    for case, number in frame.after:
        mention = scene.mentions[number]
        if case == "in" and mention.first - frame.last <= _NEXT and has_cue(scene, range(mention.first, mention.last), "council"):
            return next(iter(bodies_in(scene, mention.first, mention.last)), None)
    return None


def draft_assembly(scene: Scene, frame: Frame) -> list[Draft]:
    """«رهبران گروه هفت در کانادا گرد هم می‌آیند»: the leaders or ministers of a body come together."""
    own = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == SUBJECT]
    mention = scene.mentions[own[0]] if own else None
    if mention is None:
        return []
    group = entities(scene, chained(scene, own[:1]))
    codes = list(dict.fromkeys(e.party for e in group if e.party))
    bodies = bodies_in(scene, mention.first, mention.last)[:1] if mention.kind in _MANY else []
    bodies = bodies or [c for c in codes[:1] if mention.kind in _MANY and c not in scene.pack.states]
    if len(codes) < 2 and not bodies:
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=_of_a_few(group) if len(codes) > 1 else EngagementKind.CONFERENCE, status=status, sure=sure)
    if len(codes) > 1:
        take_part(draft, [e for e in group if not e.indefinite], Role.PARTICIPANT)
        draft.add_party(*codes)
    else:
        draft.add_party(*_members(scene, bodies[0]))
    place = next((p for p in frame.places if p.case == "in"), None)
    draft.place = Place(name=place.name, country=place.country) if place else None
    return [draft]


def _of_a_few(group: list[Entity]) -> EngagementKind:
    """Those who sit down together: people meet, states and their delegations negotiate, many confer."""
    if len({e.party for e in group}) > _SIDES_OF_A_MEETING:
        return EngagementKind.CONFERENCE
    people = any(is_person(e) and (e.name or e.office in PRINCIPALS) for e in group)
    return EngagementKind.MEETING if people else EngagementKind.TALKS


def _closed(scene: Scene, frame: Frame, end: int) -> bool:
    """A press conference, a session of a government, a parliament, a court, a company."""
    words = scene.analysis.words
    near = range(frame.last, min(len(words), frame.last + 3))
    closed = [value for k in near if (value := cue_at(scene, k, "closed")) is not None]
    if any(value != _MAY_BE_OF_A_BODY for value in closed) or (closed and not bodies_in(scene, frame.last, end)):
        return True
    firms = has_cue(scene, range(frame.last, min(end, frame.last + 3)), "firms")  # «جلسات شرکت‌های راه‌آهن X و Y»
    return firms or has_cue(scene, range(end, min(len(words), end + 3)), "audience")


def _bodies(scene: Scene, frame: Frame, end: int) -> list[str]:
    """The body whose gathering it is: in the noun phrase, else the subject that holds it («شورای امنیت جلسه دارد»)."""
    if frame.pattern.id == _BY_ITS_NAME:
        return bodies_in(scene, frame.first, frame.last) if _sits(scene, frame) else []
    found = bodies_in(scene, frame.last, end) or bodies_in(scene, frame.first + 1, end)  # «نشست | سران عرب»
    if found:
        if _paired(scene, frame, end):
            return [*found, *_beside(scene, frame, end)]
        return found if set(found) <= scene.pack.states else found[:1]  # «کشورهای ساحلی خزر»: all of them
    if scene.analysis.words[end : end + 1] == ["در"] and has_cue(scene, range(end + 1, end + _NEXT), "council"):
        return bodies_in(scene, end + 1, end + 1 + _NEXT)[:1]  # «در جلسه‌ای در شورای امنیت»
    if frame.governed == "in" and scene.analysis.words[end : end + 1] == ["،"] and not frame.genitive:
        found = bodies_in(scene, end, end + _NEXT)
        if found:
            return found[:1]
    verb = frame.verb
    holds = verb is not None and (verb.lemma in _HOLDS or "happen" in frame.cues) and frame.governed in (None, "to")
    if holds or frame.governed == "in":
        members = [n for c, n in frame.before if c == GENITIVE and cue_before(scene, scene.mentions[n].first, "members")]
        for number in (*subject_of(scene, frame), *members):
            mention = scene.mentions[number]
            if mention.kind == Kind.PARTY or mention.kind in _PLURALS:
                return bodies_in(scene, mention.first, mention.last)[:1]
    return []


def _sits(scene: Scene, frame: Frame) -> bool:
    """Whether a body's bare name tells of a session of it: it is held, prepared or attended."""
    if cue_before(scene, frame.first, "holding") or bool(attendants(scene, frame)):
        return True
    joined = frame.first >= 2 and cue_at(scene, frame.first - 2, "join") is not None
    return joined if frame.governed == "in" else frame.governed is None and "happen" in frame.cues


def _paired(scene: Scene, frame: Frame, end: int) -> bool:
    """Whether outside parties stand beside the body: «نشست اتحادیه عرب و اتحادیه اروپا»."""
    return "و" in scene.analysis.words[frame.last : end]


def _beside(scene: Scene, frame: Frame, end: int) -> list[str]:
    """States joined to a body: «نشست تروئیکا و ایران»."""
    named = [n for n in frame.genitive if scene.mentions[n].first < end and scene.mentions[n].kind == Kind.PARTY]
    return [e.party for e in entities(scene, named) if e.party in scene.pack.states and e.party]


def _told(scene: Scene, frame: Frame, end: int, relative: Clause | None) -> list[Entity]:
    """Whose gathering it is, where no body is told: what the noun governs, «میان», «با حضور», «توسط»."""
    numbers = [n for n in frame.genitive if scene.mentions[n].first < end and not cue_before(scene, scene.mentions[n].first, "around")]
    for case, number in frame.after:
        near = scene.mentions[number].first - frame.last <= _NEAR
        inside_phrase = case == "genitive" and scene.mentions[number].first < end
        if cue_before(scene, scene.mentions[number].first, "around"):
            continue
        aside = opens_topic(scene, range(frame.last, scene.mentions[number].first)) or (
            case == "with" and _met_beside(scene, frame, number)
        )
        if case == "invited" or (near and not aside and (case in ("between", "with") or inside_phrase)):
            numbers.append(number)
    ruled = "که" in scene.analysis.words[end : end + _NEAR]
    beside = list(frame.after) if ruled or "happen" in frame.cues else []
    if relative is not None:
        beside += [(p.case, p.mention) for p in scene.phrases if p.clause == relative.number]
    numbers += [n for case, n in beside if case in _BRINGS]
    if "happen" in frame.cues and frame.verb is not None and not frame.verb.passive and frame.governed is None:
        own = [
            n for n in subject_of(scene, frame) if scene.phrases[n].clause == frame.clause.number and scene.mentions[n].last <= frame.first
        ]
        many = len({e.party for e in entities(scene, own) if e.party}) > 1  # «X، Y و Z نشست … برگزار کردند»
        by_a_person = all(map(is_person, entities(scene, own))) and any(c == "with" and n in numbers for c, n in frame.after)
        numbers = [*own, *numbers] if (many and not numbers) or by_a_person else numbers  # «X نشستی را با Y برگزار کرد»
    if not numbers and frame.governed == "in" and joins(scene, frame):  # «نمایندگان X، Y و Z در نشستی سه‌جانبه شرکت کردند»
        own = [n for n in subject_of(scene, frame) if scene.phrases[n].clause == frame.clause.number]
        numbers += own if len({e.party for e in entities(scene, own) if e.party}) > 1 else []
    if any(case == "by" and scene.mentions[n].relation is not None for case, n in beside):
        numbers += [n for case, n in beside if case == "genitive" and scene.mentions[n].kind == Kind.PARTY]
    return entities(scene, chained(scene, numbers)) if numbers else []


def _met_beside(scene: Scene, frame: Frame, number: int) -> bool:
    """«در حاشیه نشست جده با همتای خود گفت‌وگو کرد»: whom the verb's own contact is with."""
    at = scene.mentions[number].first
    return frame.governed is not None and any(
        f.clause.number == frame.clause.number and f.first > at and f.light and f.pattern.shape == "with" for f in scene.frames
    )


def _states(scene: Scene, frame: Frame, told: list[Entity], attending: list[Entity]) -> list[str]:
    """The parties of a gathering that its states tell, with those of whoever attends it."""
    seat = _seat(scene, frame)
    parties = list(dict.fromkeys(e.party for e in told if e.party and not e.indefinite and e.party != seat))
    if len(parties) > 1 or (seat and parties):
        parties += [e.party for e in attending if e.party and e.party not in parties]
    return parties


def _seat(scene: Scene, frame: Frame) -> str | None:
    """The country of the city that a gathering is called by: «نشست دوحه»."""
    city = _city(scene, frame.last)
    return city.country if city else None


def _called_by(scene: Scene, frame: Frame) -> Place | None:
    """«نشست تهران», «نشست چهارجانبه تهران»: the city that a sitting is called by."""
    words = scene.analysis.words
    many = frame.last < len(words) and words[frame.last].endswith(_SIDED)
    return _city(scene, frame.last + 1 if many else frame.last)


def _city(scene: Scene, at: int) -> Place | None:
    """The city that begins at a token."""
    mark = scene.marks[at] if at < len(scene.marks) else None
    if mark is None or mark.place is None or mark.place.kind not in ("capital", "city") or not mark.place.country:
        return None
    return Place(name=scene.analysis.text(mark.first, mark.last), country=mark.place.country)


def _people(scene: Scene, frame: Frame, draft: Draft, told: list[Entity], attending: list[Entity]) -> None:
    """Those who are named as its people, who come («با حضور»), and who speak or sit in it."""
    beside = [n for c, n in (*frame.after, *frame.before) if c == "invited" and not _invites(scene, n)]
    coming = entities(scene, chained(scene, [*beside, *headed_by(scene, frame.clause)]))
    few = draft.kind in (
        EngagementKind.MEETING,
        EngagementKind.CALL,
    )  # «نشست معاونان وزیران خارجه ایران و روسیه»: their offices tell who took part
    heads = {e.party for e in (*told, *coming, *attending) if e.office in PRINCIPALS and e.office != Office.HEAD_OF_STATE}
    named = [e for e in (*told, *coming) if is_person(e) and (e.name or few)]
    named = [e for e in named if e.name or e.office != Office.HEAD_OF_STATE or e.party not in heads]  # «سران دو کشور» are told by office
    if draft.weak or (draft.parties and not set(draft.parties) <= scene.pack.states):
        for entity in named:
            draft.people.setdefault(entity.number, Role.PARTICIPANT)
    else:
        take_part(draft, named, Role.PARTICIPANT)
    for entity in attending:
        draft.people.setdefault(entity.number, Role.PARTICIPANT)


def _invites(scene: Scene, number: int) -> bool:
    """«به دعوت X و برای شرکت در اجلاس»: who asks somebody to come."""
    first = scene.mentions[number].first
    return has_cue(scene, range(max(0, first - 3), first), "invitation")


def _named_by_place(scene: Scene, frame: Frame) -> Place | None:
    """«نشست بین‌المللی بغداد»: a gathering of many that is called by its city."""
    words = scene.analysis.words
    at, wide = frame.last, False
    while at < len(words) and (after := cue_end(scene, at, "wide")) > at:
        at, wide = after, True
    if (city := _city(scene, at)) is not None:
        return city
    behind = next((p for p in frame.places if p.case == "in" and p.token >= at), None) if wide else None
    return Place(name=behind.name, country=behind.country) if behind and behind.country else None


def _listed(scene: Scene, frame: Frame) -> list[str]:
    """States that a sentence near by lists as those who take part in «این نشست»."""
    for other in scene.frames:
        if other.pattern.shape == frame.pattern.shape and other.definite and 0 < other.sentence - frame.sentence <= _FEW:
            first, last = scene.analysis.sentences[other.sentence]
            codes = [p for m in scene.mentions if first <= m.first < last and m.kind == Kind.PARTY and not m.adjective for p in m.parties]
            if len(set(codes)) > _FEW:
                return list(dict.fromkeys(codes))
    return []


def _wide(scene: Scene, frame: Frame) -> bool:
    """«نشست بین‌المللی», «نشست سران», «کنفرانس», «همایش»."""
    if has_cue(scene, range(frame.first, frame.last), "grand"):
        return True
    return has_cue(scene, range(frame.last, min(frame.last + 2, len(scene.analysis.words))), "wide")


def _members(scene: Scene, code: str) -> tuple[str, ...]:
    """A mechanism stands for its states where the text tells it by these; one without a name of its own always does."""
    members = next((r.members for m in scene.marks if m and (r := m.party) and r.party == code and r.members), ())
    told = {m.party for m in scene.mentions if m.party}
    if code in _BY_STATES:
        members = members or _row_members(scene, code)
        return tuple(m for m in members if m in scene.pack.states or m in told)
    return members if len(told & set(members)) >= max(3, len(members) - 1) else (code,)


def _row_members(scene: Scene, code: str) -> tuple[str, ...]:
    rows = scene.pack.forms.get("".join(scene.pack.parties.get(code, "").split()), ())
    return next((r.members for r in rows if isinstance(r, PartyRow)), ())
