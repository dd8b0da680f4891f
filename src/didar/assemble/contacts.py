"""Meetings and calls: «X با Y دیدار کرد», «در دیدار X با Y», «گفت‌وگوی تلفنی X و Y»."""

from itertools import pairwise

from didar.assemble.drafts import Draft
from didar.assemble.encounters import by_party, definite, goes_to, of_case, two_sides, we_who_tell, whose_programme, with_teller
from didar.assemble.gatherings import session_of
from didar.assemble.journeys import draft_visit, tours
from didar.assemble.nearby import cue_at, cue_before, has_cue, in_topic, opens_topic
from didar.assemble.people import (
    PRINCIPALS,
    chained,
    entities,
    hosts_and_guests,
    is_person,
    subject_of,
    take_part,
    with_heads,
)
from didar.assemble.timing import day_told_before, status_of
from didar.model import Place
from didar.scene import Scene
from didar.syntax import OBJECT, Frame, VerbTense
from didar.terms import EngagementKind, Mode, Office, Role, Status
from didar.who import Entity

_ALONG = frozenset(("همراه", "اتفاق", "معیت"))
_FEW = 2
_COMPANY = frozenset(
    (
        Office.AMBASSADOR,
        Office.CHARGE_DAFFAIRES,
        Office.DEPUTY_FOREIGN_MINISTER,
        Office.DEPUTY_MINISTER,
        Office.DELEGATION,
        Office.SPOKESPERSON,
        Office.ADVISER,
        Office.MEMBER_OF_PARLIAMENT,
        Office.MILITARY_COMMANDER,
    )
)
_OPENS = frozenset((":", "«", "؛"))
_NEAR = 6
_ANYBODY = frozenset((Office.OTHER, Office.NEGOTIATOR, Office.DELEGATION))
_ENVOYS = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES))
_NEGOTIATION = "مذاکرات"
_OF_STATES = frozenset(("call.phone", "meeting.sit"))  # told of states as well as of people


def draft_contact(scene: Scene, frame: Frame) -> list[Draft]:
    """A meeting or call of two sides; [] where one side is not told or is no party."""
    if tours(frame):
        return draft_visit(scene, frame)
    if frame.pattern.id == "meeting.talk" and scene.analysis.words[frame.last : frame.last + 1] == ["غیرمستقیم"]:
        return _indirect(scene, frame)
    if frame.definite or _visits_a_thing(scene, frame) or _habit(scene, frame) or _told_already(scene, frame):
        return []
    if frame.pattern.shape == "receive":
        return _audience(scene, frame)
    one, other = (with_heads(scene, frame, side) for side in two_sides(scene, frame))
    if not other and (session := session_of(scene, frame)):
        return session
    if not one or not other:
        other = other or with_teller(scene, frame, one)
        one = one or we_who_tell(scene, frame) or whose_programme(scene, frame)
    if not one or not other:
        return _of_many(scene, frame, one or other)
    apart = (
        frame.plural or frame.pattern.kind == EngagementKind.CALL or "phone" in frame.cues or has_cue(scene, frame.clause.tokens, "apart")
    )
    apart = apart or (has_cue(scene, frame.clause.tokens, "margin") and not _one_list(scene, frame, one, other))
    joint = frame.pattern.id == "meeting.sit" or (not apart and _one_list(scene, frame, one, other))
    groups = [other] if joint else _split(scene, frame, definite(other), apart)
    one = definite(one)
    callers = [[e for e in one if e.party == p] for p in dict.fromkeys(e.party for e in one)] if apart and len(groups) == 1 else [one]
    drafts = [d for caller in callers for group in groups if (d := _draft(scene, frame, caller, group))]
    return [*_before_them(scene, frame, one), *drafts] if drafts else []


def _indirect(scene: Scene, frame: Frame) -> list[Draft]:
    """«X با Y گفت‌وگوهای غیرمستقیم داشت»: talks of both, and no meeting."""
    one, other = two_sides(scene, frame)
    people = [e for e in (*one, *other) if is_person(e)]
    if len({e.party for e in people if e.party}) < _FEW:
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.TALKS, status=status, sure=sure, mode=Mode.INDIRECT)
    take_part(draft, people, Role.PARTICIPANT)
    draft.place = _place(scene, frame)
    return [draft]


def _before_them(scene: Scene, frame: Frame, one: list[Entity]) -> list[Draft]:
    """«دیروز با X و امروز با Y دیدار کرد»: X, who shares the verb with Y but not the day."""
    words = scene.analysis.words
    met = [n for n in of_case(frame.before, "with") if not in_topic(scene, frame, n)] if frame.light else []
    out = []
    for number, following in pairwise(met):
        gap = words[scene.mentions[number].last : scene.mentions[following].first]
        if scene.phrases[number].chain == scene.phrases[following].chain or gap[:1] != ["و"] or gap[-1] != "با" or len(gap) > _NEAR:
            continue
        draft = _draft(scene, frame, one, entities(scene, chained(scene, [number])))
        if draft is None or draft.status == Status.PROPOSED:
            continue
        if day := day_told_before(scene, frame, scene.mentions[number].first, draft.status):
            draft.date, draft.basis, draft.told, draft.time = day.edtf.replace("~", ""), day.basis, True, day.time
        out.append(draft)
    return out


def _one_list(scene: Scene, frame: Frame, one: list[Entity], other: list[Entity]) -> bool:
    """«رهبران مصر، قطر و ترکیه دیدار کردند»: all told in one breath."""
    tokens = set(frame.clause.tokens)

    def chains(group: list[Entity]) -> set[int]:
        return {scene.phrases[n].chain for e in group for n in e.mentions if scene.mentions[n].first in tokens}

    return len(other) > 1 and bool(chains(one) & chains(other))


def _split(scene: Scene, frame: Frame, other: list[Entity], plural: bool) -> list[list[Entity]]:
    """«با X وزیر دفاع و Y وزیر خارجه دیدار کرد» are two contacts, when each is named or told by an office of its own.

    Many whom one plural word tells («با رهبران عربستان، قطر و مصر») are met together unless the contact is plural too.
    """
    people = [e for e in other if is_person(e)]
    titles = {(e.name if e.office == Office.OTHER else None, e.office, e.portfolio, e.party) for e in people}
    principals = sum(e.office in PRINCIPALS for e in people)
    apart = len(titles) == len(people) and (all(map(_own_right, people)) or (principals > 1 and all(e.name and e.office for e in people)))
    here = {n for n, m in enumerate(scene.mentions) if scene.clauses.of[m.first] == frame.clause.number}
    together = len(people) > _FEW and bool(set.intersection(*(set(e.mentions) & here for e in people)))
    if len(people) > 1 and len(people) == len(other) and ((apart and not together) or plural):
        return [[e] for e in other]
    return [other]


def _own_right(entity: Entity) -> bool:
    """Whether somebody is met on his own account rather than in another's company."""
    return entity.office in PRINCIPALS or (entity.name is not None and entity.office is not None and entity.office not in _COMPANY)


def _draft(scene: Scene, frame: Frame, one: list[Entity], other: list[Entity]) -> Draft | None:
    people = [e for e in (*one, *other) if is_person(e)]
    _at_his_post(people)
    parties = {e.party for e in (*one, *other) if e.party}
    if len(parties) < 2:
        return None
    if frame.governed == "for" and all(e.indefinite for e in other):
        return None
    states = _states_consult(scene, frame, people)
    if "person" in frame.pattern.needs and not states and not (any(is_person(e) for e in one) and any(is_person(e) for e in other)):
        return None
    if frame.pattern.id not in _OF_STATES and not people and not states:
        return None
    anybody = bool(people) and all(e.name is None and e.office in _ANYBODY for e in people)
    if anybody and (scene.analysis.words[frame.first].startswith(_NEGOTIATION) or _told_as_talks(scene, frame, people)):
        return None  # «مذاکرات نمایندگان ایران و آمریکا» are talks, not a meeting of somebody
    ahead = frame.verb is not None and frame.verb.tense == VerbTense.FUTURE
    if ahead and all(e.indefinite for e in other) and cue_before(scene, frame.first, "aspect"):
        return None  # «… از محورهای گفت‌وگو با مقام‌های هند خواهد بود»
    kind, mode = frame.pattern.kind, frame.pattern.mode
    if kind == EngagementKind.MEETING and frame.pattern.id == "meeting.talk" and "phone" in frame.cues:
        kind, mode = EngagementKind.CALL, Mode.PHONE
    if kind == EngagementKind.MEETING and "video" in frame.cues:
        kind, mode = EngagementKind.CALL, Mode.VIDEO
    if states and frame.places == ():
        kind = EngagementKind.CALL
    elif kind == EngagementKind.CALL and mode is None:
        mode = Mode.PHONE
    status, sure = status_of(scene, frame)
    if frame.verb is not None and frame.verb.tense == VerbTense.PRESENT and whose_programme(scene, frame):
        status, sure = Status.PLANNED, True
    draft = Draft(frame=frame, kind=kind, status=status, sure=sure, mode=mode)
    take_part(draft, one, Role.PARTICIPANT)
    take_part(draft, other, Role.PARTICIPANT)
    take_part(draft, (e for e in _company(scene, frame) if e.party in draft.parties), Role.PARTICIPANT)
    draft.weak = frame.pattern.id in ("meeting.talk", "call.contact")
    if kind == EngagementKind.MEETING:
        draft.place = _place(scene, frame)
        if frame.governed == "in" and frame.genitive and draft.place is None:
            _received(scene, frame, draft)
        elif goes_to(frame) and draft.place is None:
            _seat(draft, {e.number for e in one})
        hosts_and_guests(scene, draft)
    return draft


def _company(scene: Scene, frame: Frame) -> list[Entity]:
    """«به همراه سفیر این کشور», «به اتفاق X»: who comes along with the subject."""
    words = scene.analysis.words
    before = {n: words[max(0, scene.mentions[n].first - 2) : scene.mentions[n].first] for c, n in frame.before if c == "with"}
    along = [n for n, told in before.items() if _ALONG & set(told)]
    return entities(scene, chained(scene, along)) if frame.light else []


def _told_as_talks(scene: Scene, frame: Frame, people: list[Entity]) -> bool:
    """«گفت‌وگوها میان میانجی‌های قطری و مقامات ایران»: nobody in particular on either side of what is told in the plural."""
    process = any(f.first == frame.first and f.pattern.id == "talks.process" for f in scene.frames)
    return process and all(e.indefinite for e in people)


def _states_consult(scene: Scene, frame: Frame, people: list[Entity]) -> bool:
    """«رایزنی مصر و قطر درباره غزه»: a headline that tells the states alone for those who consult."""
    if people or frame.pattern.id != "meeting.talk" or (frame.verb is not None and frame.verb.negative):
        return False
    if frame.light and has_cue(scene, frame.clause.tokens, "each_other"):  # «قطر و عمان با یکدیگر گفت‌وگو کردند»
        return True
    return frame.verb is None and bool(frame.genitive) and cue_at(scene, frame.first, "consulting") is not None


def _at_his_post(people: list[Entity]) -> None:
    """Somebody of no party told who meets an ambassador is of the state that he is sent to."""
    posts = {e.accredited_to for e in people if e.office in _ENVOYS and e.accredited_to}
    if len(posts) == 1:
        for entity in people:
            if entity.party is None and entity.name:
                entity.party = next(iter(posts))


def _audience(scene: Scene, frame: Frame) -> list[Draft]:
    """«X، Y را به حضور پذیرفت»: X is the host."""
    received = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == OBJECT]
    if frame.pattern.id == "meeting.accept":  # not «استعفای X را پذیرفت»
        ends = {m.last for m in scene.mentions}
        received = [n for n in received if scene.phrases[n].head < 0 or scene.phrases[n].head + 1 in ends]
    guests = entities(scene, chained(scene, frame.genitive) or received)
    hosts = [e for e in entities(scene, subject_of(scene, frame)) if e not in guests and is_person(e)]
    guests = [e for e in guests if is_person(e)]
    if not hosts or not guests or {e.party for e in hosts} == {e.party for e in guests}:
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=frame.pattern.kind, status=status, sure=sure)
    take_part(draft, guests, Role.GUEST)
    take_part(draft, hosts, Role.HOST)
    draft.place = _place(scene, frame)
    return [draft]


def _received(scene: Scene, frame: Frame, draft: Draft) -> None:
    """«خاتمی در دیدار وزیر خارجه ونزوئلا (با وی) گفت»: who comes is the guest of who speaks."""
    guests = {e.number for e in entities(scene, frame.genitive)}
    speakers = {e.number for e in entities(scene, subject_of(scene, frame))} - guests
    if guests & set(draft.people) and speakers & set(draft.people):
        _seat(draft, guests)


def _seat(draft: Draft, guests: set[int]) -> None:
    """These are the guests, all others the hosts."""
    for number in draft.people:
        draft.people[number] = Role.GUEST if number in guests else Role.HOST


def _told_already(scene: Scene, frame: Frame) -> bool:
    """«طرفین در این دیدار به مذاکره پرداختند»: what is done in a contact told before is that contact."""
    return frame.pattern.id == "meeting.talk" and any(
        f.definite
        and f.governed == "in"
        and scene.clauses.at(f.first).number == frame.clause.number
        and f.pattern.shape == "with"
        and f.last < frame.first
        for f in scene.frames
    )


def _habit(scene: Scene, frame: Frame) -> bool:
    """«دیدارهای مکرر», «همواره … گفت‌وگو می‌کنند», «هرگز … دیدار نکرده‌اند»: no particular contact."""
    if frame.verb is not None and frame.verb.negative and has_cue(scene, frame.clause.tokens, "never"):
        return True
    near = [*(k for k in frame.clause.tokens if k < frame.last), *range(frame.last, min(frame.last + 2, len(scene.marks)))]
    return any((m := scene.marks[k]) is not None and m.word("habit") is not None for k in near)


def _of_many(scene: Scene, frame: Frame, group: list[Entity]) -> list[Draft]:
    """One side only: a plural mention of several parties carries the contact alone («دیدار وزرای خارجه ایران و روسیه»)."""
    if len({e.party for e in group if e.party}) < 2 or not (frame.light or frame.genitive or frame.governed == "in"):
        return []
    one, other = by_party(group)
    draft = _draft(scene, frame, one, other)
    return [draft] if draft else []


def _place(scene: Scene, frame: Frame) -> Place | None:
    """Where the clause says the meeting is: «در تهران», near the trigger or its arguments and not within what was talked about."""
    ends = [scene.mentions[n].last for c, n in frame.after if c in ("with", "between")] + [scene.mentions[n].last for n in frame.genitive]
    for place in frame.places:
        if place.case != "in" or _of_a_mission(scene, place.token):
            continue
        if place.token < frame.first:
            if _free(scene, frame.clause.tokens[0], place.token) and not _said_between(scene, place.last, frame.first):
                return Place(name=place.name, country=place.country)
            continue
        start = max((e for e in ends if e <= place.token), default=frame.last)
        if _free(scene, start, place.token) and (frame.governed != "in" or place.token - start <= _NEAR):
            return Place(name=place.name, country=place.country)
    return None


def _of_a_mission(scene: Scene, token: int) -> bool:
    """«به نقل از سفارت ایران در مسقط»: where the embassy is; not «در محل سفارت ایران در مسقط»."""
    words = scene.analysis.words
    at = next((k for k in range(token - 2, max(-1, token - 2 - _NEAR), -1) if cue_at(scene, k, "mission") is not None), None)
    return at is not None and words[at - 1] not in ("در", "محل")


def _free(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing between two tokens opens another matter: «درباره», a colon, a quotation, another trigger."""
    return not opens_topic(scene, range(start, end)) and not _said_between(scene, start, end)


def _said_between(scene: Scene, start: int, end: int) -> bool:
    """Whether a colon or a quotation opens between two tokens; a name in quotation marks («X» وزیر خارجه) is none."""
    words = scene.analysis.words
    return any(words[k] in _OPENS and not (words[k] == "«" and {k, k + 1} & scene.mention_at.keys()) for k in range(start, end))


def _visits_a_thing(scene: Scene, frame: Frame) -> bool:
    """«از نمایشگاه دیدار کرد», «در دیدار با خبرنگاران»: no counterpart."""
    words = scene.analysis.words
    after = words[frame.last] if frame.last < len(words) else ""
    among = words[frame.last + 1 : frame.last + 2] == ["جمله"]  # «دیدارهایی از جمله با X»
    if after == "از" and not among and frame.pattern.kind != EngagementKind.CALL:
        return True
    near = range(frame.last, min(frame.last + 4, len(words) - 1))
    tokens = (*(k for k in frame.clause.tokens if k < frame.first - 1), *near)
    private = ((k + 1, m.word("private")) for k in tokens if words[k] == "با" and (m := scene.marks[k + 1]) is not None)
    return any(word is not None and not (word.value == "or_party" and _of_a_party(scene, k)) for k, word in private)


def _of_a_party(scene: Scene, token: int) -> bool:
    """«با نمایندگان گروه ۱+۴», «با اعضای شورای امنیت»: a private word that begins with somebody of a party."""
    number = scene.mention_at.get(token)
    return number is not None and scene.mentions[number].party is not None
