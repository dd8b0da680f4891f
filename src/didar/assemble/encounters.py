"""The two sides of a meeting or a call: who the one is, and who the other."""

from didar.assemble.nearby import has_cue, in_topic
from didar.assemble.people import HUMAN, chained, entities, is_person, speaker_of, subject_of, teller_of
from didar.scene import Scene
from didar.syntax import GENITIVE, SUBJECT, Frame
from didar.terms import EngagementKind, Mode, Office
from didar.who import Entity, Kind

_OF_ME = ("م", "مان")
_GOES = frozenset(("رفت", "امد", "شتافت"))
_FIRST_PLURAL = 4
_PROGRAMME = frozenset(("برنامه", "برنامههای", "دیدارهای", "ملاقاتهای", "رایزنیهای"))
_BESIDE = 3
_FAREWELL = "meeting.farewell"


def two_sides(scene: Scene, frame: Frame) -> tuple[list[Entity], list[Entity]]:
    """The two sides. What «با» brings is the other; the genitive, else the subject, is the one."""
    with_after = of_case(frame.after, "with")
    with_before = [n for n in of_case(frame.before, "with") if not _spoken_of(scene, frame, n)]
    with_before = [n for n in with_before if not in_topic(scene, frame, n)] or with_before
    between = _between(scene, frame, alone=not with_after and not with_before and not frame.genitive)
    if between:
        group = entities(scene, chained(scene, between))
        return by_party(group)
    genitive = entities(scene, chained(scene, frame.genitive)) or _mine(scene, frame)
    if goes_to(frame):
        return [e for e in entities(scene, subject_of(scene, frame)) if e not in genitive], genitive
    others = _first_chain(scene, with_after)
    if not others and not _with_unknown(scene, frame):
        others = _first_chain(scene, list(reversed(with_before)))
    if not others and frame.pattern.kind == EngagementKind.CALL:
        others = _first_chain(scene, of_case(frame.after, "from"))
    if not others and frame.pattern.id == _FAREWELL:
        others = _first_chain(scene, list(reversed(of_case(frame.before, "from"))))
    other = entities(scene, others) or _me(scene, frame)
    if genitive and other:
        return genitive, other
    if not genitive and not other and frame.governed == "in" and (addressed := _addressed(scene, frame)):
        return addressed
    subject = _whose_words(scene, frame) or entities(scene, subject_of(scene, frame))
    if genitive:
        if len({e.party for e in genitive}) > 1:
            return by_party(genitive)
        subject = [e for e in subject if e not in genitive]
        return (subject, genitive) if subject and frame.governed in ("in", "other") else (genitive, [])
    if other:
        return [e for e in subject if e not in other], other
    together = has_cue(scene, frame.clause.tokens, "each_other")
    if together and not subject and frame.verb is not None and frame.verb.person == _FIRST_PLURAL:
        return _we_two(scene, frame)
    if len({e.party for e in subject if is_person(e) or together}) > 1 and (frame.light or _of_theirs(scene, frame)):
        return by_party(subject)
    return subject, []


def _whose_words(scene: Scene, frame: Frame) -> list[Entity]:
    """«ادعای نتانیاهو | در دیدار با X را بی‌اساس خواند»: who met is whoever said it, not who speaks of it."""
    near = [n for c, n in frame.before if c == GENITIVE and scene.mentions[n].last == frame.first - 1]
    return [e for e in entities(scene, near) if is_person(e) and e.party] if frame.governed == "in" else []


def _of_theirs(scene: Scene, frame: Frame) -> bool:
    """«X و Y در جریان دیداری در تهران سند را امضا کردند»: a contact of those who are the subject."""
    return frame.governed in ("in", "other") and scene.analysis.words[frame.last - 1].endswith("ی") and not frame.genitive


def _me(scene: Scene, frame: Frame) -> list[Entity]:
    """«رئیس‌جمهور چین با من تماس گرفت»: who speaks."""
    words = scene.analysis.words
    mine = any(words[t] == "با" and words[t + 1] == "من" for t in frame.clause.tokens if t + 1 < len(words))
    return entities(scene, speaker_of(scene, frame)) if mine else []


def _mine(scene: Scene, frame: Frame) -> list[Entity]:
    """«دیدار من با رئیس‌جمهور چین», «در دیدارم با لاوروف»: a contact of who speaks."""
    words = scene.analysis.words
    bare = any(words[frame.last - 1] == word + ending for word in frame.pattern.words for ending in _OF_ME)
    if not bare and words[frame.last : frame.last + 1] not in (["من"], ["ما"], ["بنده"]):
        return []
    return [e for e in entities(scene, speaker_of(scene, frame)) if is_person(e) and e.party and e.office != Office.SPOKESPERSON]


def _addressed(scene: Scene, frame: Frame) -> tuple[list[Entity], list[Entity]] | None:
    """«هشدار X به Y در تماس تلفنی»: who says something in a contact, and to whom."""
    to = [n for n in of_case(frame.before, "to") if scene.mentions[n].kind in HUMAN][-1:]
    by = [n for c, n in frame.before if c in (SUBJECT, GENITIVE) and scene.mentions[n].kind in HUMAN and to and n < to[0]][-1:]
    one, other = entities(scene, chained(scene, by)), entities(scene, chained(scene, to))
    return (one, other) if one and other else None


def _we_two(scene: Scene, frame: Frame) -> tuple[list[Entity], list[Entity]]:
    """«ما پیش از نشست ناتو با هم دیدار خواهیم کرد»: who speaks, and whom of another state he has named last."""
    mine = [e for e in entities(scene, speaker_of(scene, frame)) if is_person(e) and e.party]
    before = [n for n, m in enumerate(scene.mentions) if m.first < frame.first and frame.sentence - scene.sentence_of(m.first) <= 1]
    others = [e for e in entities(scene, reversed(before)) if mine and is_person(e) and e.party not in (None, mine[0].party)]
    return mine, others[:1]


def whose_programme(scene: Scene, frame: Frame) -> list[Entity]:
    """«دیدار با X از دیگر برنامه‌های رئیس‌جمهور بود»: whose programme it is on."""
    words = scene.analysis.words
    here = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == GENITIVE]
    told = [n for n in here if words[scene.mentions[n].first - 1] in _PROGRAMME]
    return [e for e in entities(scene, told[:1]) if is_person(e) and e.party]


def we_who_tell(scene: Scene, frame: Frame) -> list[Entity]:
    """«با آقای لاوروف مفصل صحبت کردیم»: who speaks, and whoever was with him."""
    verb = frame.verb
    if verb is None or verb.person != _FIRST_PLURAL or verb.negative or not frame.light:
        return []
    return [e for e in entities(scene, speaker_of(scene, frame)) if e.party and e.office != Office.SPOKESPERSON]


def with_teller(scene: Scene, frame: Frame, one: list[Entity]) -> list[Entity]:
    """«وزیر خارجه پاکستان: تماس تلفنی رئیس‌جمهور آمریکا گامی مهم است»: who tells of a call by one side is the other's."""
    teller = teller_of(scene, frame) if frame.pattern.mode == Mode.PHONE and frame.genitive else None
    told = [e for e in scene.entities_of(teller) if e.office != Office.SPOKESPERSON] if teller is not None else []
    return told if len(one) == 1 and told and told[0].party not in (None, one[0].party) else []


def _with_unknown(scene: Scene, frame: Frame) -> bool:
    """«برای دیدار با ایرانی‌ها»: whom the trigger brings is told, but not as a party we know."""
    near = range(frame.last + 1, frame.last + 3)
    return scene.analysis.words[frame.last : frame.last + 1] == ["با"] and not any(scene.mention_at.get(t) is not None for t in near)


def _between(scene: Scene, frame: Frame, *, alone: bool) -> list[int]:
    """«گفت‌وگو میان X و Y». alone: nothing else tells the sides, so that they may stand behind «درباره …» too."""
    for numbers in (of_case(frame.after, "between"), of_case(frame.before, "between")):
        told = numbers if alone else [n for n in numbers if not in_topic(scene, frame, n)]
        told = [n for n in told if not _matter_between(scene, frame, n)]
        if told:
            return told
    return []


def _matter_between(scene: Scene, frame: Frame, number: int) -> bool:
    """«درباره تنش‌های اخیر بین X و Y گفت‌وگو کردند»: what lies between them is talked about."""
    at = scene.mentions[scene.phrases[number].chain].first
    return in_topic(scene, frame, number) and has_cue(scene, range(max(0, at - _BESIDE - 1), at), "matter")


def _spoken_of(scene: Scene, frame: Frame, number: int) -> bool:
    """«درباره نشستی با X گفت‌وگو کردند»: the counterpart of the contact that they only talk about."""
    at = scene.mentions[number].first
    return any(
        f.clause.number == frame.clause.number and f.governed == "about" and f.last <= at <= f.last + _BESIDE and f.last < frame.first
        for f in scene.frames
    )


def of_case(pairs: tuple[tuple[str, int], ...], case: str) -> list[int]:
    return [n for c, n in pairs if c == case]


def _first_chain(scene: Scene, numbers: list[int]) -> list[int]:
    """The first of these mentions with what is joined to it; none where it is one's own man: «با وزیر دفاع خود»."""
    good = [n for n in numbers if scene.mentions[n].kind in HUMAN or scene.mentions[n].kind in (Kind.PARTY, Kind.INSTITUTION)]
    if good and _own_man(scene, good[0]):
        return []
    return chained(scene, good[:1])


def _own_man(scene: Scene, number: int) -> bool:
    mention, words = scene.mentions[number], scene.analysis.words
    behind = words[mention.last] if mention.last < len(words) else ""
    return mention.kind == Kind.OFFICE and mention.party is None and behind in ("خود", "خویش", "خودش")


def by_party(group: list[Entity]) -> tuple[list[Entity], list[Entity]]:
    """A list of people told apart by their parties: the first party's, and the others."""
    if not group:
        return [], []
    first = group[0].party
    return [e for e in group if e.party == first], [e for e in group if e.party != first]


def definite(group: list[Entity]) -> list[Entity]:
    """Without «مقامات» where somebody is named or shown by office."""
    return [e for e in group if not e.indefinite] if any(is_person(e) and not e.indefinite for e in group) else group


def goes_to(frame: Frame) -> bool:
    """«به دیدار رئیس‌جمهور رفت»: who goes is received by whom he goes to."""
    return frame.governed == "to" and bool(frame.genitive) and frame.verb is not None and frame.verb.lemma in _GOES
