"""Status and date of a contact: the verb, its tense, the words beside it, and the time expressions of its clause."""

from dataclasses import replace

from didar.assemble.assumed import is_since, looks_back
from didar.assemble.nearby import cue_at, cue_before, has_cue, opens_topic
from didar.assemble.turns import day_in_turn
from didar.days import resolve_date
from didar.scene import Scene
from didar.syntax import AHEAD, PAST, SUBJECT, Clause, Frame, VerbGroup, VerbTense
from didar.terms import EngagementKind, Status, Tense
from didar.when import DateKind, DateMention, ResolvedDate

_LASTS = frozenset((EngagementKind.TALKS, EngagementKind.VISIT, EngagementKind.CONFERENCE))
_SPOKEN_OF = frozenset(("from", "about"))
_BESIDE = 2
_FOR_HOSTING = frozenset(("برای", "به", "جهت"))
_HOSTS = frozenset(("بود", "شد", "کرد"))
_FAR = 6
_PURPOSE = frozenset(("برای", "جهت", "منظور", "هدف"))
_BEFORE_A_YEAR = frozenset(("در", "سال", "طی", "به", "و", "اوایل", "اواخر", "اواسط", "تابستان", "زمستان", "پاییز", "بهار", "،", "("))
_HOPES = frozenset(("امیدوارم", "امیدواریم", "امیدواری", "امیدوار", "امید", "ارزو"))
_BEGINNING = frozenset(("ابتدای", "اغاز", "شروع", "اول"))
_DONE_ON = frozenset(("شده", "گرفته", "یافته", "رسیده", "امضاشده", "صورتگرفته", "انجامشده"))
_DAYS = frozenset((DateKind.DAY, DateKind.WEEKDAY, DateKind.RELATIVE))
_HABIT = frozenset((DateKind.SET, DateKind.CLOCK, DateKind.PART_OF_DAY))


def status_of(scene: Scene, frame: Frame, *, nominal: Status = Status.HELD) -> tuple[Status, bool]:
    """Where the contact stands, and whether the text says so (else it is only assumed).

    nominal: for a trigger that is no predicate («در دیدار با …»).
    """
    for cue, status in (("cancel", Status.CALLED_OFF), ("deny", Status.DENIED), ("ahead", Status.PLANNED)):
        if cue in frame.cues:
            return (Status.PROPOSED if cue == "ahead" and "maybe" in frame.cues else status), True
    if _still_ahead(scene, frame):
        return Status.PLANNED, True
    if _unsure(scene, frame) or offered(scene, frame):
        return Status.PROPOSED, True
    if frame.governed == "for" and frame.pattern.kind == EngagementKind.MEETING and _on_the_way(scene, frame):
        return Status.PLANNED, True
    verb = frame.verb
    predicate = verb is not None and (frame.light or ("happen" in frame.cues and frame.governed is None))
    bygone = frame.governed == "in" and looks_back(scene, frame)  # «در سفر اخیر X به Y مقرر شد …»
    if (
        "plan" in frame.cues
        and not bygone
        and (_set_for(scene, frame) or predicate or verb is None or verb.tense in AHEAD or frame.governed == "for")
    ):
        return Status.PLANNED, True
    if "maybe" in frame.cues or ("maybe-before" in frame.cues and predicate):
        return Status.PROPOSED, True
    if verb is not None and not predicate and _is_hosted(scene, frame, verb):
        return _by_verb(scene, frame, verb, nominal), True
    if verb is None or not predicate:
        to_be_had = verb is not None and verb.tense == VerbTense.FUTURE and (_meanwhile(scene, frame) or _to_be_had(frame, verb))
        if _future_word(scene, frame) or to_be_had:
            return Status.PLANNED, True
        return nominal, False
    return _by_verb(scene, frame, verb, nominal), True


def _still_ahead(scene: Scene, frame: Frame) -> bool:
    """«در آستانه دیدار …», «مقدمات سفر …»: what the text sets before it; not «پیش از دیدار با X با Y گفت‌وگو کرده بود»."""
    if _long_over(frame) or is_since(scene, frame):
        return False
    return frame.governed == "eve" or (frame.governed is None and _prepared(scene, frame)) or cue_before(scene, frame.first, "leadup")


def _long_over(frame: Frame) -> bool:
    """«پیش از دیدار با X با Y گفت‌وگو کرده بود»: both are over."""
    return frame.verb is not None and frame.verb.tense == VerbTense.PLUPERFECT


def _is_hosted(scene: Scene, frame: Frame, verb: VerbGroup) -> bool:
    """«پکن میزبان نشست … خواهد بود», «از نشست … میزبانی می‌کند»: the verb of the host is that of the contact."""
    if verb.lemma not in _HOSTS or frame.governed not in (None, "from") or verb.first < frame.last:
        return False
    return has_cue(scene, range(frame.clause.tokens[0], verb.first), "host")


def _meanwhile(scene: Scene, frame: Frame) -> bool:
    """«در دیدار با X … خواهد کرد», «ضمن دیدار با X به بررسی … خواهد پرداخت»."""
    return frame.governed == "in" or scene.analysis.words[max(0, frame.first - 1)] == "ضمن"


def _to_be_had(frame: Frame, verb: VerbGroup) -> bool:
    """«گفت‌وگوهایی با X با هدف … خواهد داشت»."""
    return verb.lemma == "داشت" and frame.governed is None and not verb.negative


def _unsure(scene: Scene, frame: Frame) -> bool:
    """«سفر X به تهران هنوز قطعی نشده است», «… قطعی نیست»."""
    verb = frame.verb
    if verb is None or not verb.negative or verb.first < frame.last:
        return False
    return has_cue(scene, range(max(frame.last, verb.first - 2), verb.first), "settled")


def offered(scene: Scene, frame: Frame) -> bool:
    """«نروژ برای میزبانی مذاکرات … اعلام آمادگی کرد»: what somebody only offers to host."""
    if not cue_before(scene, frame.first, "host") or scene.analysis.words[max(0, frame.first - 2)] not in _FOR_HOSTING:
        return False
    return has_cue(scene, frame.clause.tokens, "offering")


def _set_for(scene: Scene, frame: Frame) -> bool:
    """«گفت‌وگوی تلفنی … برنامه‌ریزی شده است»: the words of planning are its predicate."""
    verb = frame.verb
    if verb is None or verb.negative:
        return False
    return any((m := scene.marks[t]) and m.word("plan") and m.last == verb.first for t in frame.clause.tokens if t >= frame.last)


def _on_the_way(scene: Scene, frame: Frame) -> bool:
    """«برای دیدار با X وارد تهران شد»: what somebody has come for is still ahead."""
    return any(f.pattern.shape == "motion" and f.light and f.clause.number == frame.clause.number for f in scene.frames)


def _prepared(scene: Scene, frame: Frame) -> bool:
    """«زمان سفر … مشخص نشده است», «مقدمات دیدار»: what is still to be settled of a contact, not «در زمان سفر»."""
    if cue_before(scene, frame.first, "leadup"):
        return True
    for at in range(max(frame.clause.tokens[0], frame.first - 3), frame.first):
        mark = scene.marks[at]
        if mark is not None and mark.last == frame.first and (word := mark.word("prepare")):
            if word.value == "details" and not _unsettled(frame):
                return False
            return at == 0 or scene.analysis.words[at - 1] not in ("در", "از")
    return False


def _unsettled(frame: Frame) -> bool:
    """«جزئیات سفر هنوز مشخص نشده», «جزئیات سفر اعلام خواهد شد»; not the headline «جزئیات دیدار X و Y»."""
    return frame.verb is not None and (frame.verb.negative or frame.verb.tense in AHEAD)


def _by_verb(scene: Scene, frame: Frame, verb: VerbGroup, nominal: Status) -> Status:
    """The status that the trigger's own verb tells."""
    if verb.negative and verb.tense != VerbTense.SUBJUNCTIVE:
        return Status.DENIED
    if verb.tense == VerbTense.FUTURE:
        return Status.PLANNED
    if verb.tense == VerbTense.SUBJUNCTIVE:
        if _hoped(scene, frame):
            return Status.PROPOSED
        sure = _future_word(scene, frame) or _before_that(scene, frame) or _what_for(scene, frame)
        return Status.PLANNED if sure else Status.PROPOSED
    if verb.tense == VerbTense.PRESENT:
        if verb.lemma in ("بود", "داشت", "برد"):
            return Status.ONGOING if "happen" in frame.cues else nominal
        return nominal if "happen" in frame.cues and has_cue(scene, frame.clause.tokens, "now") else Status.PLANNED
    return Status.HELD


def _future_word(scene: Scene, frame: Frame) -> bool:
    """Whether «فردا», «هفته آینده» stands right beside the trigger, or in its clause when no past verb governs it."""
    past = frame.verb is not None and frame.verb.tense in PAST
    for mention in scene.dates:
        near = frame.first - 4 <= mention.first < frame.last + 3
        inside = not past and scene.clauses.of[mention.first] == frame.clause.number
        if (near or inside) and _ahead(mention):
            return True
    return False


def _before_that(scene: Scene, frame: Frame) -> bool:
    """«پیش از آنکه X به پاریس سفر کند»: what is sure to come."""
    first = frame.clause.tokens[0]
    return scene.analysis.words[max(0, first - 2) : first] in (["پیش", "از"], ["قبل", "از"])


def _hoped(scene: Scene, frame: Frame) -> bool:
    """«ابراز امیدواری کرد هفته آینده به تهران سفر کند», «امیدوارم …»: a hope, whatever the day."""
    clause = frame.clause
    outer = scene.clauses.clauses[clause.parent].tokens if clause.parent >= 0 else ()
    return any(scene.analysis.words[k] in _HOPES for k in (*clause.tokens, *outer) if k < frame.first)


def _what_for(scene: Scene, frame: Frame) -> bool:
    """«راهی واشنگتن می‌شود تا با X دیدار کند»: what a journey is made for."""
    first = frame.clause.tokens[0]
    if "تا" not in scene.analysis.words[max(0, first - 1) : first + 1] or frame.clause.parent < 0:
        return False
    return any(f.pattern.shape == "motion" and f.light and f.clause.number == frame.clause.parent for f in scene.frames)


def _ahead(mention: DateMention) -> bool:
    return any((shift or 0) > 0 for shift in (mention.shift, mention.week_shift, mention.month_shift, mention.year_shift))


def tense_of(frame: Frame, status: Status) -> Tense:
    """On which side of the publication a bare date lies."""
    if status in (Status.PLANNED, Status.PROPOSED):
        return Tense.FUTURE
    verb = frame.verb
    if status in (Status.DENIED, Status.CALLED_OFF) and verb is not None and verb.tense in (VerbTense.PRESENT, VerbTense.FUTURE):
        return Tense.FUTURE  # «یکشنبه برگزار نمی‌شود»
    return Tense.PAST


def date_of(scene: Scene, frame: Frame, status: Status) -> ResolvedDate | None:
    """The day that the text tells with the contact: in the trigger's clause, nearest first, else in a relative clause of it."""
    if day := _date_in(scene, frame, frame.clause, tense_of(frame, status)):
        return day
    outer = scene.clauses.at(frame.first)
    if outer.number != frame.clause.number and (day := _date_in(scene, frame, outer, tense_of(frame, status))):
        return day
    if day := _time_when(scene, frame, tense_of(frame, status)):
        return day
    if in_turn := day_in_turn(scene, frame, tense_of(frame, status)):
        return in_turn
    if day := _that_day(scene, frame) or _shared(scene, frame, tense_of(frame, status)):
        return day
    for clause in scene.clauses.clauses[frame.clause.number + 1 :]:
        if clause.sentence != frame.sentence:
            break
        if clause.relation == "relative" and clause.parent == frame.clause.number and clause.tokens[0] >= frame.first:
            planned = any((m := scene.marks[t]) and m.word("plan") for t in clause.tokens)
            return _date_in(scene, frame, clause, Tense.FUTURE if planned else Tense.PAST)
    return None


def day_told_before(scene: Scene, frame: Frame, token: int, status: Status) -> ResolvedDate | None:
    """The day that stands last before a token of the clause: «دیروز با X | و امروز با Y گفت‌وگو کرد»."""
    first = frame.clause.tokens[0]
    told = [m for m in scene.dates if first <= m.first and m.last <= token and m.kind in _DAYS]
    resolved = resolve_date(told[-1], anchor=scene.anchor, tense=tense_of(frame, status)) if told else None
    return resolved if isinstance(resolved, ResolvedDate) and ".." not in resolved.edtf else None


def _that_day(scene: Scene, frame: Frame) -> ResolvedDate | None:
    """«همان روز»: the day told last before."""
    words = scene.analysis.words
    at = next((t for t in frame.clause.tokens if words[t] == "همان" and words[t + 1 : t + 2] in (["روز"], ["شب"])), None)
    told = [m for m in scene.dates if at is not None and m.last <= at and m.kind in _DAYS]
    resolved = resolve_date(told[-1], anchor=scene.anchor, tense=Tense.PAST) if told else None
    return resolved if isinstance(resolved, ResolvedDate) and ".." not in resolved.edtf else None


def _shared(scene: Scene, frame: Frame, tense: Tense) -> ResolvedDate | None:
    """«X روز جمعه وارد بغداد شد و با Y دیدار کرد»: the day of a clause that goes on with the same subject."""
    clause = frame.clause
    if (
        not frame.light
        or clause.relation != "next"
        or clause.parent < 0
        or any(p.clause == clause.number and p.case == SUBJECT for p in scene.phrases)
    ):
        return None
    before = scene.clauses.clauses[clause.parent]
    opening = scene.analysis.words[clause.tokens[0]] == "و" or scene.analysis.words[clause.tokens[0] - 1] == "و"
    if (
        before.sentence != clause.sentence
        or not opening
        or before.verb is None
        or frame.verb is None
        or before.verb.tense != frame.verb.tense
    ):
        return None
    return _date_in(scene, frame, before, tense)


def _time_when(scene: Scene, frame: Frame, tense: Tense) -> ResolvedDate | None:
    """«سال گذشته که به مسکو رفتم، با X دیدار کردم»: the time that a clause with «که» is said of, and what follows in it."""
    clause = frame.clause
    if clause.relation == "next" and clause.parent >= 0:
        clause = scene.clauses.clauses[clause.parent]
    first = clause.tokens[0]
    when = next((m for m in scene.dates if m.last == first), None) if scene.analysis.words[first] == "که" else None
    if when is None or when.kind in _HABIT or when.kind in (DateKind.DURATION, DateKind.VAGUE):
        return None
    resolved = resolve_date(when, anchor=scene.anchor, tense=tense)
    return resolved if isinstance(resolved, ResolvedDate) and ".." not in resolved.edtf else None


def _date_in(scene: Scene, frame: Frame, clause: Clause, tense: Tense) -> ResolvedDate | None:
    tokens = set(clause.tokens)
    here = [m for m in scene.dates if m.first in tokens and m.kind not in _HABIT and m.kind != DateKind.DURATION]
    here.sort(key=lambda m: _distance(m, frame))
    for mention in here:
        if mention.kind == DateKind.YEAR and mention.year_shift is None and _names_a_thing(scene, frame, mention):
            continue
        if not _applies(scene, frame, mention) or (mention.kind == DateKind.FEAST and frame.pattern.kind == EngagementKind.MESSAGE):
            continue  # a feast is what a message congratulates on
        resolved = resolve_date(mention, anchor=scene.anchor, tense=tense)
        if isinstance(resolved, ResolvedDate) and ".." not in resolved.edtf and mention.kind != DateKind.VAGUE:
            return _over_days(scene, frame, mention, resolved, tense)
    return None


def _over_days(scene: Scene, frame: Frame, mention: DateMention, day: ResolvedDate, tense: Tense) -> ResolvedDate:
    """«روزهای جمعه و شنبه چند دور گفت‌وگو برگزار شد»: what lasts is dated by all of its days."""
    if frame.pattern.kind not in _LASTS:
        return day
    for other in scene.dates:
        gap = scene.analysis.words[min(mention.last, other.last) : max(mention.first, other.first)]
        told = resolve_date(other, anchor=scene.anchor, tense=tense) if gap == ["و"] and other.kind == mention.kind else None
        if isinstance(told, ResolvedDate) and abs((told.start - day.start).days) == 1 and day.start == day.end and told.start == told.end:
            first, last = sorted((day.start, told.start))
            return replace(day, start=first, end=last, edtf=f"{first}/{last}")
    return day


def _applies(scene: Scene, frame: Frame, mention: DateMention) -> bool:
    """Not a date that belongs to another noun: «حمله روز جمعه», «توافق ۲۰۱۵», or to another trigger of the clause."""
    for other in scene.frames:
        if other.first != frame.first and other.clause.number == frame.clause.number and other.last <= mention.first <= other.last + 2:
            return other.last == frame.first or frame.last <= other.first <= frame.last + 1
    if frame.pattern.kind == EngagementKind.MESSAGE and _in_subject(scene, frame, mention):
        return False
    if _of_the_saying(scene, frame, mention) or _of_the_journey(scene, frame, mention):
        return False
    words = scene.analysis.words
    if mention.last <= frame.first and words[mention.first - 1 : mention.first] == ["در"] and words[mention.first - 2] in _DONE_ON:
        return False  # «توافق‌های امضاشده در ۹ نوامبر محور گفت‌وگوی آنان بود»
    before = words[mention.first - 1] if mention.first else ""
    if before == "از" and words[mention.first] in _BEGINNING:
        return False  # «پنجمین بار از ابتدای سال»
    if (before in ("از", "تا") or before.startswith("سال")) and mention.kind in (DateKind.YEAR, DateKind.RANGE):
        return False
    signed = frame.pattern.kind == EngagementKind.SIGNING and frame.last == mention.first - 1  # «امضای توافق روز جمعه»
    return signed or cue_at(scene, mention.first - 1, "dated_thing") is None


def _of_the_saying(scene: Scene, frame: Frame, mention: DateMention) -> bool:
    """«X روز یک‌شنبه از پیشرفت در مذاکرات … خبر داد»: the day on which it was said, not that of what is spoken of."""
    verb, verbs = frame.verb, scene.pack.speech.verbs
    if frame.light or verb is None or verb.lemma not in verbs or mention.first > frame.last:
        return False
    spoken_of = frame.governed in _SPOKEN_OF  # «امروز درباره سفر X گفت»
    if not spoken_of and (frame.pattern.kind != EngagementKind.TALKS or _distance(mention, frame) <= _BESIDE):
        return False
    nouns = verbs[verb.lemma]
    return "" in nouns or scene.analysis.words[verb.first - 1] in nouns


def _of_the_journey(scene: Scene, frame: Frame, mention: DateMention) -> bool:
    """«شنبه برای شرکت در نشست … وارد پکن شد»: the day of the arrival, not of what it was for."""
    if (
        frame.pattern.kind != EngagementKind.CONFERENCE
        or mention.last > frame.first
        or mention.kind != DateKind.WEEKDAY
        or not _on_the_way(scene, frame)
    ):
        return False
    return not _PURPOSE.isdisjoint(scene.analysis.words[mention.last : frame.first])


def _names_a_thing(scene: Scene, frame: Frame, mention: DateMention) -> bool:
    """«انتخابات ریاست جمهوری ۱۴۰۰», «توافق ۲۰۱۵»: a year that tells which, not when."""
    if abs(mention.first - frame.first) > _FAR:
        return True
    alone = mention.last - mention.first == 1 and mention.first not in (0, frame.last)
    return alone and scene.analysis.words[mention.first - 1] not in _BEFORE_A_YEAR


def _in_subject(scene: Scene, frame: Frame, mention: DateMention) -> bool:
    """«پیامی درباره حادثه ۲۰ ژوئن»: the day of what it is about."""
    return opens_topic(scene, range(frame.last, mention.first))


def _distance(mention: DateMention, frame: Frame) -> int:
    return frame.first - mention.last if mention.last <= frame.first else mention.first - frame.last + 2
