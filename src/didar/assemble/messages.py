"""Messages: letters, notes, congratulations and invitations that one party sends another."""

from collections.abc import Sequence

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_before, has_cue, in_topic, not_yet, sentence_tokens
from didar.assemble.people import HUMAN, chained, entities, is_person, speaker_of, subject_of, take_part
from didar.assemble.timing import status_of
from didar.scene import Scene
from didar.syntax import Frame, VerbTense
from didar.terms import EngagementKind, Mode, Office, Role, Status
from didar.who import Entity, Kind

_FROM = frozenset(("from", "by"))
_WE = 4
_NEAR = 3
_BACK = 12
_ANSWER = "message.answer"
_FAR = 12  # tokens that a name with its office may fill
_IN_REPLY = ["پاسخ", "به"]
_WISHES = "message.wish"
_US = "ما"
_TO = frozenset(("به", "برای"))
_TAKES = frozenset(("گرفت",))
_SENT = frozenset(("ارسال", "مخابره"))
_SENDING = frozenset(("فرستاد", "اورد", "رساند", "سپرد"))
_SAID = frozenset(("گفت",))
_ENVOYS = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES, Office.OTHER))


def draft_message(scene: Scene, frame: Frame) -> list[Draft]:
    """A letter, message, congratulation: sender and recipient of different parties."""
    if frame.definite or not_yet(scene, frame) or (frame.pattern.id == _WISHES and not _wishes(scene, frame)):
        return []
    borne = cue_before(scene, frame.first, "bears")
    if frame.verb is not None and frame.verb.lemma == "بود" and frame.governed is None and not frame.genitive and not borne:
        return []  # «این سفر پیام روشنی به آمریکا خواهد بود»
    if frame.pattern.id == _ANSWER:
        return _answer(scene, frame)
    owners = _owners(scene, frame)
    carriers = _carriers(scene, frame, owners)
    recipients = [e for e in _recipients(scene, frame) if e not in carriers]
    giver = entities(scene, subject_of(scene, frame))
    himself = recipients and all(e in giver for e in recipients)  # «پیام Y را تسلیم وی کرد», where «وی» is whom he met
    if recipients and owners and (himself or recipients == entities(scene, owners)):  # «با X دیدار و پیام Y را به وی داد»
        recipients = [e for e in entities(scene, [n for c, n in frame.before if c == "with"]) if is_person(e)]
    if owners and not recipients and scene.analysis.words[max(0, frame.first - 2) : frame.first] == _IN_REPLY:
        recipients = _takers(scene, frame, owners)  # «X در پاسخ به نامه Y نوشت»
    ours = _our_side(scene, frame)
    us = _to_us(scene, frame) if not recipients else None
    ours = None if us else ours
    if us is None and owners and has_cue(scene, (t for t in frame.clause.tokens if t >= frame.last), "receiving"):
        recipients = recipients or _takers(scene, frame, owners)
    senders = [e for e in _senders(scene, frame, owners, ours) if e not in recipients and e not in carriers]
    if owners and not carriers:
        handed = has_cue(scene, frame.clause.tokens, "handing")  # «امارات نامه ترامپ را به تهران تحویل داد»
        bearers = [e for e in entities(scene, subject_of(scene, frame)) if is_person(e) or handed]
        carriers = [e for e in bearers if e.party not in {r.party for r in recipients} and e not in (*senders, *recipients)]
    senders = [e for e in senders if e.party]
    recipients = [e for e in recipients if e.party]
    body = next((e.accredited_to for e in senders if e.office == Office.PERMANENT_REPRESENTATIVE and e.accredited_to), None)
    parties = {ours, *(e.party for e in senders)} - {None}
    others = {e.party for e in recipients} or {us} - {None} or ({body} if frame.pattern.mode == Mode.WRITTEN else set()) - {None}
    if (us or borne) and not parties:
        parties = {e.party for e in carriers} - {None}  # who sends is «آنها», or is not told
    if not parties or not others or parties == others:
        return []
    status, sure = _status(scene, frame)
    out = []
    for group, by in ((g, s) for g in _addressed(frame, recipients) for s in _each_sender(frame, senders)):
        draft = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=status, sure=sure, mode=_mode(scene, frame))
        take_part(draft, by, Role.SENDER)
        take_part(draft, [e for e in group if not _mourned(scene, frame, e)], Role.RECIPIENT)
        draft.add_party(*sorted(p for p in (ours, *({e.party for e in group} or others)) if p))
        for entity in carriers:
            if entity.party:
                draft.people.setdefault(entity.number, Role.BEARER)
                draft.add_party(entity.party)
        out.append(draft)
    return out


def _to_us(scene: Scene, frame: Frame) -> str | None:
    """The party of whoever says «پیامی برای ما فرستادند», «پیام‌هایی از آمریکا دریافت کردیم»."""
    words, verb = scene.analysis.words, frame.clause.verb
    if verb is None or verb.negative:
        return None
    addressed = any(words[t] in _TO and words[t + 1] == _US for t in frame.clause.tokens if t + 1 < len(words))
    received = verb.person == _WE and (verb.lemma in _TAKES or has_cue(scene, range(frame.last, verb.first), "receiving"))
    if not (addressed or received):
        return None
    return next((e.party for e in entities(scene, speaker_of(scene, frame)) if e.party), scene.own)


def _addressed(frame: Frame, recipients: list[Entity]) -> list[list[Entity]]:
    """«در پیام‌هایی به X و Y»: a message to each."""
    if frame.plural and len({e.party for e in recipients}) == len(recipients) > 1:
        return [[e] for e in recipients]
    return [recipients]


def _each_sender(frame: Frame, senders: list[Entity]) -> list[list[Entity]]:
    """«X، Y و Z به او تبریک گفتند»: good wishes of each."""
    return [[e] for e in senders] if frame.pattern.id == _WISHES and len(senders) > 1 else [senders]


def _answer(scene: Scene, frame: Frame) -> list[Draft]:
    """«به نامه X پاسخ داد»: a letter back to X."""
    letter = next((f for f in scene.frames if f.clause.number == frame.clause.number and _answered(f, frame)), None)
    if letter is not None and letter.first >= frame.last:
        return _answer_of(scene, frame, letter)
    if letter is None or frame.verb is None or frame.verb.negative or not frame.light or frame.verb.lemma != "داد":
        return []
    senders = [e for e in entities(scene, subject_of(scene, frame)) if e.party]
    recipients = [e for e in entities(scene, chained(scene, letter.genitive)) if e.party]
    if not senders or not recipients or {e.party for e in senders} == {e.party for e in recipients}:
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=status, sure=sure, mode=_mode(scene, letter))
    take_part(draft, senders, Role.SENDER)
    take_part(draft, recipients, Role.RECIPIENT)
    return [draft]


def _answer_of(scene: Scene, frame: Frame, letter: Frame) -> list[Draft]:
    """«پاسخ X به نامه Y»: X's letter back to Y."""
    senders = [e for e in entities(scene, chained(scene, frame.genitive)) if e.party]
    recipients = [e for e in entities(scene, chained(scene, letter.genitive)) if e.party]
    if not senders or not recipients or {e.party for e in senders} == {e.party for e in recipients}:
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=status, sure=sure, mode=_mode(scene, letter))
    take_part(draft, senders, Role.SENDER)
    take_part(draft, recipients, Role.RECIPIENT)
    return [draft]


def _answered(letter: Frame, answer: Frame) -> bool:
    """Whether a letter is what is answered: «به نامه X | پاسخ داد», «پاسخ Y | به نامه X»."""
    if letter.pattern.shape != "letter" or letter.governed != "to" or not letter.genitive or letter.pattern.id == _ANSWER:
        return False
    return letter.last <= answer.first or (bool(answer.genitive) and 0 < letter.first - answer.last <= _FAR)


def _wishes(scene: Scene, frame: Frame) -> bool:
    """«… را به همتای خود تبریک گفت», told as an act of its own and not as a word within a meeting or a call."""
    verb = frame.verb
    if verb is None or verb.lemma not in _SAID or verb.first - frame.last > _NEAR or verb.negative:
        return False
    return not any(f.pattern.shape == "with" and f.sentence <= frame.sentence for f in scene.frames)


def _owners(scene: Scene, frame: Frame) -> list[int]:
    """Whose letter it is: what the noun governs, also as the object («نامه X را رساند»)."""
    source = [n for c, n in frame.after if c in _FROM and scene.mentions[n].first - frame.last <= _NEAR + 1]
    return list(frame.genitive) or source or [n for c, n in frame.after if c == "object" and scene.mentions[n].first == frame.last]


def _senders(scene: Scene, frame: Frame, owners: Sequence[int], ours: str | None) -> list[Entity]:
    if owners:
        return entities(scene, chained(scene, owners))
    if ours is not None:
        return []
    subject = entities(scene, subject_of(scene, frame))
    if subject:
        return subject
    people = [n for c, n in frame.before if scene.mentions[n].kind in HUMAN and c in ("subject", "genitive")]
    return entities(scene, chained(scene, people[:1]))


def _our_side(scene: Scene, frame: Frame) -> str | None:
    """The party of whoever says «نامه‌ای فرستادیم»."""
    if frame.clause.verb is None or frame.clause.verb.person != _WE or frame.genitive:
        return None
    return next((e.party for e in entities(scene, speaker_of(scene, frame)) if e.party), None)


def _carriers(scene: Scene, frame: Frame, owners: Sequence[int]) -> list[Entity]:
    """«از طریق عمان», «توسط سفیر سوئیس», «X حامل پیام Y است»."""
    beside = (*frame.after, *frame.before)
    through = [n for c, n in beside if c == "other" and cue_before(scene, scene.mentions[n].first, "through")]
    through += [
        n
        for c, n in beside
        if c == "by"
        and n not in owners
        and not in_topic(scene, frame, n)
        and (owners or cue_before(scene, scene.mentions[n].first, "through"))
    ]
    if cue_before(scene, frame.first, "bears"):
        through += subject_of(scene, frame)
    return entities(scene, chained(scene, through))


def _recipients(scene: Scene, frame: Frame) -> list[Entity]:
    """«به Y»: the first one behind the trigger, else before it; the envoy to whom a note is handed."""
    words = scene.analysis.words
    after = range(frame.last + 1, frame.last + 1 + _NEAR)
    elsewhere = words[frame.last : frame.last + 1] == ["به"] and not any(scene.mention_at.get(k) is not None for k in after)
    for wanted in () if elsewhere else ("to", "for"):
        for case, number in (*frame.after, *reversed(frame.before)):
            if case == wanted and (wanted == "to" or scene.mentions[number].kind in HUMAN or _sent(scene, frame)):
                sure = scene.mentions[number].kind != Kind.INSTITUTION or scene.mentions[number].party or scene.mentions[number].relation
                return entities(scene, chained(scene, [number])) if sure else []
    for p in scene.phrases:  # «پیام را تقدیم وی کرد»
        handed = p.clause == frame.clause.number and p.head >= frame.last and has_cue(scene, (p.head,), "handing")
        if handed and (found := [e for e in entities(scene, chained(scene, [p.mention])) if e.party]):
            return found
    if frame.verb is not None and frame.verb.lemma in (_SAID | _SENDING) and (congratulated := _congratulated(scene, frame)):
        return congratulated
    if has_cue(scene, (t for t in frame.clause.tokens if t >= frame.first - _NEAR), "handing"):
        for case, number in (*frame.before, *((p.case, p.mention) for p in scene.phrases if p.clause == frame.clause.number)):
            found = [e for e in scene.entities_of(number) if e.office in _ENVOYS and e.party]
            if found and case in ("object", "with"):
                return found
    return []


def _takers(scene: Scene, frame: Frame, owners: Sequence[int]) -> list[Entity]:
    """Who got it: «تهران پیامی از مسکو دریافت کرد»."""
    givers = {e.party for e in entities(scene, owners)}
    return [e for e in entities(scene, chained(scene, subject_of(scene, frame))) if e.party and e.party not in givers]


def _congratulated(scene: Scene, frame: Frame) -> list[Entity]:
    """«انتخاب رئیس‌جمهور عراق را تبریک گفت»: he to whom it fell, where nobody else is addressed."""
    for p in scene.phrases:
        if p.clause == frame.clause.number and p.case in ("object", "genitive"):
            before = scene.mentions[p.mention].first
            if cue_before(scene, before, "befell") or cue_before(scene, before, "death"):
                return [e for e in entities(scene, chained(scene, [p.mention])) if e.party]
    return []


def _mourned(scene: Scene, frame: Frame, entity: Entity) -> bool:
    """«درگذشت نخست‌وزیر هند را تسلیت گفت»: he is no recipient, his state is."""
    here = [n for n in entity.mentions if scene.phrases[n].clause == frame.clause.number]
    return any(cue_before(scene, scene.mentions[n].first, "death") for n in here)


def _sent(scene: Scene, frame: Frame) -> bool:
    """«پیامی برای تهران فرستاد», «حامل پیامی برای تهران»: sent, and not only meant for them («پیام روشنی برای تهران داشت»)."""
    verb = frame.verb
    sends = verb is not None and (verb.lemma in _SENDING or scene.analysis.words[verb.first - 1] in _SENT)
    return sends or cue_before(scene, frame.first, "bears")


def _status(scene: Scene, frame: Frame) -> tuple[Status, bool]:
    """Denied where the sentence calls the report false; planned where the letter is only being written."""
    if frame.governed != "in" and has_cue(scene, (t for t in sentence_tokens(scene, frame) if t >= frame.last), "false"):
        return Status.DENIED, True
    verb = frame.verb
    ahead = verb is not None and verb.tense in (VerbTense.PRESENT, VerbTense.FUTURE) and "happen" not in frame.cues
    if (
        ahead
        and verb
        and frame.governed is None
        and (frame.light or (not frame.genitive and has_cue(scene, range(verb.first, verb.last), "sends")))
    ):
        return Status.PLANNED, True
    return status_of(scene, frame)


def _mode(scene: Scene, frame: Frame) -> Mode | None:
    near = range(max(0, frame.first - 1), min(len(scene.analysis.words), frame.last + 2))
    for mode in (Mode.WRITTEN, Mode.ORAL):
        if has_cue(scene, near, mode.value):
            return mode
    return frame.pattern.mode
