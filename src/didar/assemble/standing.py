"""Where a conference, a round of talks or a signing stands: the verb that says so, wherever in the sentence it is."""

from didar.assemble.nearby import cue_at, cue_before, has_cue
from didar.assemble.timing import offered, status_of
from didar.scene import Scene
from didar.syntax import AHEAD, PAST, Clause, Frame, VerbGroup, VerbTense
from didar.terms import Status
from didar.when import DateKind

_LIGHT = frozenset(("کرد", "داشت", "داد", "شد", "گذاشت"))
_STOPS = frozenset(("که", ":", "؛", "و"))
_GONE = frozenset((VerbTense.PAST, VerbTense.PLUPERFECT))
_GOES = frozenset(("رفت", "امد", "شد", "رسید"))
_SAYS = frozenset(("گفت", "خواند", "دانست", "داد", "کرد", "خواست", "نوشت"))
_OPEN = frozenset(("maybe", "maybe-before"))
_STATIVE = frozenset(("بود", "داشت", "برد", "یافت", "یابید"))


def gathering_status(scene: Scene, frame: Frame, end: int, relative: Clause | None) -> tuple[Status, bool]:
    """The status of a conference, and whether the text says it. end: the token after its noun phrase."""
    settled = _settled(scene, frame)
    if settled is not None:
        return settled, True
    if _before_it_is_held(scene, frame):
        return Status.PLANNED, True
    if _asked_for(scene, frame):
        return Status.PROPOSED, True
    if relative is not None and (told := clause_status(scene, relative)) is not None:
        return told, True
    verb = frame.verb
    happened = verb is not None and verb.tense in PAST and "happen" in frame.cues
    if has_cue(scene, range(frame.last, end + 3), "soon") and not happened and not _past_only(scene, frame):
        return Status.PLANNED, True
    if frame.governed is None and (told := _happens(scene, frame, end) or _happens_later(scene, frame, end)) is not None:
        return told, True
    if "plan" in frame.cues:
        return Status.PLANNED, True
    if "maybe" in frame.cues:
        return Status.PROPOSED, True
    if cue_before(scene, frame.first, "leadup"):
        return Status.PLANNED, True
    if cue_before(scene, frame.first, "holding") and "about" in (frame.governed, _outer_prep(scene, frame)):
        return Status.PLANNED, False
    attending = _attended(scene, frame, end)
    if attending is not None:
        return attending, True
    status, sure = status_of(scene, frame)
    sure = sure and not _joined(scene, frame)  # «برای شرکت در نشست … سفر کرد»: the verb tells of the journey
    return (Status.HELD, False) if status in (Status.CALLED_OFF, Status.DENIED) else (status, sure)


def _before_it_is_held(scene: Scene, frame: Frame) -> bool:
    """«پیش از برگزاری نشست»."""
    held = scene.pack.contact_cues.before(scene.analysis.words, frame.first, "holding")
    return held is not None and cue_before(scene, held, "leadup")


def _asked_for(scene: Scene, frame: Frame) -> bool:
    """«خواستار (برگزاری) نشست اضطراری شورای امنیت شد»: a session that somebody asks for."""
    held = scene.pack.contact_cues.before(scene.analysis.words, frame.first, "holding")
    return cue_before(scene, frame.first if held is None else held, "asked")


def _settled(scene: Scene, frame: Frame) -> Status | None:
    """Called off or denied, unless only somebody wants it called off."""
    status, _ = status_of(scene, frame)
    if status not in (Status.CALLED_OFF, Status.DENIED) or (status == Status.DENIED and not ("deny" in frame.cues or frame.light)):
        return None
    back = range(max(frame.clause.tokens[0], frame.first - 4), frame.first)
    return None if status == Status.CALLED_OFF and has_cue(scene, back, "wish") else status


def clause_status(scene: Scene, clause: Clause) -> Status | None:
    """What a clause says of the contact that it is about: «که قرار است … برگزار شود», «که در جریان است»."""
    verb = clause.verb
    marks = [m for t in clause.tokens if (m := scene.marks[t])]
    planned = any(m.word("plan") for m in marks)
    happens = any(m.word("happen") for m in marks) or has_cue(scene, clause.tokens, "being_held")
    if verb is None or not (planned or happens):
        return Status.PLANNED if planned else None
    if any(m.word("cancel") for m in marks):
        return Status.CALLED_OFF
    if planned or verb.tense == VerbTense.FUTURE:
        return Status.PLANNED
    return by_tense(scene, verb, clause.tokens)


def by_tense(scene: Scene, verb: VerbGroup, tokens: tuple[int, ...]) -> Status:
    """The status by the verb of happening: «برگزار می‌شود», «ادامه دارد», «برگزار شد», «آغاز شده است»."""
    if verb.tense in (VerbTense.PERFECT, VerbTense.PAST) and has_cue(scene, tokens, "begin"):
        return Status.ONGOING
    if verb.tense in PAST:
        return Status.HELD
    if verb.tense == VerbTense.PRESENT and verb.lemma in _STATIVE and has_cue(scene, tokens, "now"):
        return Status.ONGOING
    return Status.PLANNED if verb.tense != VerbTense.SUBJUNCTIVE else Status.PROPOSED


def _happens(scene: Scene, frame: Frame, end: int) -> Status | None:
    """The contact is what happens: «نشست … برگزار شد», «جلسه دارد», «تشکیل جلسه می‌دهد»."""
    verb = frame.verb
    if verb is None:
        return None
    span = range(frame.last, verb.first)
    if verb.lemma == "بود" and not verb.negative and has_cue(scene, span, "being_held"):
        return Status.HELD if verb.tense in PAST else Status.ONGOING
    if not ("happen" in frame.cues or (frame.light and verb.first - end <= 2) or (verb.lemma in _LIGHT and verb.first <= end)):
        return None
    if "plan" in frame.cues:
        return Status.PLANNED
    if verb.tense == VerbTense.SUBJUNCTIVE and has_cue(scene, span, "soon"):
        return Status.PLANNED
    if verb.tense == VerbTense.PRESENT and verb.lemma == "داشت" and "happen" not in frame.cues:
        return Status.PLANNED
    if verb.lemma == "بود" and "happen" not in frame.cues:
        return None
    return by_tense(scene, verb, tuple(span))


def _happens_later(scene: Scene, frame: Frame, end: int) -> Status | None:
    """«نشست … برای بررسی روند … برگزار می‌شود»: the verb of happening behind what was taken for the clause's end."""
    starts = {f.first for f in scene.frames if f.sentence == frame.sentence and f.pattern.shape == frame.pattern.shape}
    for token in range(end, scene.analysis.sentences[frame.sentence][1]):
        mark = scene.marks[token]
        if token in starts or scene.analysis.words[token] in _STOPS:
            return None
        if mark and mark.word("happen"):
            verb = scene.clauses.at(mark.last - 1).verb
            return by_tense(scene, verb, tuple(range(token, verb.last))) if verb and verb.first == mark.last else None
    return None


def _outer_prep(scene: Scene, frame: Frame) -> str | None:
    """The preposition before «برگزاری نشست»."""
    at = frame.first - 1
    mark = next((m for k in range(max(0, at - 3), at) if (m := scene.marks[k]) and m.last == at), None)
    prep = mark.word("prep") if mark else None
    return prep.value if prep else None


def _attended(scene: Scene, frame: Frame, end: int) -> Status | None:
    """«برای شرکت در نشست … به سر می‌برد», «برای شرکت در اجلاس … سفر می‌کند»."""
    verb = frame.verb
    joins = _joined(scene, frame)
    if verb is None or frame.governed != "in":
        return None
    if not joins:
        takes_part = verb.tense in (VerbTense.PRESENT, VerbTense.FUTURE) and has_cue(scene, range(end, verb.first), "join")
        return Status.PLANNED if takes_part and cue_at(scene, verb.first - 1, "join") is not None else None
    sets_out = has_cue(scene, (t for t in frame.clause.tokens if t >= end), "setting_out")
    if sets_out or verb.tense == VerbTense.FUTURE or (verb.tense == VerbTense.SUBJUNCTIVE and not _past_only(scene, frame)):
        return Status.PLANNED
    if has_cue(scene, range(frame.last, verb.last), "now"):
        return Status.ONGOING
    if verb.tense in PAST and verb.lemma in _GOES and not _past_only(scene, frame) and not _long_ago(frame):
        return Status.PLANNED
    return Status.PLANNED if verb.tense == VerbTense.PRESENT and verb.lemma not in _STATIVE else None


def _joined(scene: Scene, frame: Frame) -> bool:
    """«شرکت در نشست»."""
    return frame.first >= 2 and scene.analysis.words[frame.first - 1] == "در" and cue_at(scene, frame.first - 2, "join") is not None


def _long_ago(frame: Frame) -> bool:
    """«در حاشیه نشست … دیدار کرده بود»."""
    return frame.verb is not None and frame.verb.tense == VerbTense.PLUPERFECT


def _past_only(scene: Scene, frame: Frame) -> bool:
    """Whether words beside the trigger say that it is over: «نشست هفته گذشته»."""
    return has_cue(scene, range(frame.last, min(frame.last + 5, len(scene.analysis.words))), "past")


def talks_status(scene: Scene, frame: Frame, end: int, relative: Clause | None) -> Status:
    """Talks go on unless the text says that a round is over or ahead."""
    if offered(scene, frame):
        return Status.PROPOSED
    status, sure = status_of(scene, frame, nominal=Status.ONGOING)
    if sure and (status == Status.CALLED_OFF or (status == Status.DENIED and ("deny" in frame.cues or frame.light))):
        return status
    if relative is not None and (told := clause_status(scene, relative)) is not None:
        return told
    verb = frame.verb
    start = round_start(scene, frame)
    if verb is not None and verb.negative and verb.tense == VerbTense.PRESENT and "happen" in frame.cues and frame.governed is None:
        return Status.DENIED
    if _unmade(scene, frame, start) or _refused(scene, frame, start):
        return Status.CALLED_OFF
    if "maybe" in frame.cues and cue_before(scene, start, "holding"):
        return Status.PROPOSED  # «احتمال برگزاری دور تازه …»
    soon = has_cue(scene, range(start, end), "soon") or (has_cue(scene, range(end, end + 3), "soon") and not (verb and verb.tense in PAST))
    if soon or cue_before(scene, start, "leadup"):
        return Status.PLANNED
    if cue_before(scene, start, "ended") or is_over(scene, frame, start) or has_cue(scene, range(frame.last, end), "past"):
        return Status.HELD
    if (told := _said_of_talks(scene, frame, start, end)) is not None:
        return told
    if verb is not None and frame.governed == "in" and verb.tense in PAST and not _advances(scene, frame):
        done = verb.tense in _GONE or verb.negative or has_cue(scene, (t for t in frame.clause.tokens if t >= end), "outcome")
        return Status.HELD if done else Status.ONGOING
    return Status.ONGOING


def _said_of_talks(scene: Scene, frame: Frame, start: int, end: int) -> Status | None:
    """What the verb says of talks that are its subject or object: «آغاز شد», «متوقف شد», «شکست خورد», «برگزار می‌کنند»."""
    verb = frame.verb
    of_round = frame.governed == "from" and start < frame.first  # «دور تازه‌ای از مذاکرات»
    if verb is None or not (frame.governed in (None, "to", "for") or of_round) or cue_before(scene, start, "aspect"):
        return None
    span = range(frame.first, verb.last)
    if verb.tense in PAST and has_cue(scene, range(max(frame.last, verb.first - 3), verb.last), "stop"):
        return Status.CALLED_OFF
    if cue_before(scene, start, "host"):
        return Status.PLANNED if verb.tense in AHEAD else Status.HELD if verb.tense in _GONE else Status.ONGOING
    if not ("happen" in frame.cues or frame.light or of_round):
        ended = (
            frame.governed is None
            and verb.tense in _GONE
            and verb.lemma not in _SAYS
            and "را" not in scene.analysis.words[end : verb.first]
        )
        return Status.HELD if ended and not has_cue(scene, span, "begin") else None
    may = any((m := scene.marks[t]) and m.word("maybe") for t in range(frame.last, verb.first))  # «مذاکرات … ممکن است آغاز شود»
    if (may or frame.cues & _OPEN) and "plan" not in frame.cues:
        return Status.PROPOSED
    if "plan" in frame.cues or verb.tense in AHEAD:
        return Status.PLANNED
    if has_cue(scene, span, "begin"):
        return Status.ONGOING if verb.tense in PAST or verb.lemma in _STATIVE else Status.PLANNED
    counted = start < frame.first and verb.lemma in ("داشت", "کرد")  # «پنج دور گفت‌وگو داشته‌اند»
    finished = verb.lemma in _LIGHT and verb.lemma != "شد" and (verb.tense in _GONE or counted)
    if verb.tense in PAST and ("happen" in frame.cues or finished):
        return Status.HELD
    ahead = verb.tense == VerbTense.PRESENT and verb.lemma not in _STATIVE and "happen" in frame.cues
    return Status.PLANNED if ahead else None


def is_over(scene: Scene, frame: Frame, start: int) -> bool:
    """«پس از (سه دور) گفت‌وگو», «پس از چهار روز مذاکرات»."""
    if cue_before(scene, frame.first, "after") or cue_before(scene, start, "after"):
        return True
    spans = [m for m in scene.dates if m.last == start and m.kind == DateKind.DURATION]
    lasted = any(cue_before(scene, m.first, "after") or cue_at(scene, m.first, "after") is not None for m in spans)
    return lasted or (start < frame.first and cue_before(scene, start - 1, "after"))


def _unmade(scene: Scene, frame: Frame, start: int) -> bool:
    """«لغو دور ششم مذاکرات»: a word of calling off rules the round."""
    before = next((m for m in scene.marks[max(0, start - 3) : start] if m and m.last == start), None)
    return start < frame.first and before is not None and before.word("cancel") is not None


def _refused(scene: Scene, frame: Frame, start: int) -> bool:
    """«شرکت در دور بعدی مذاکرات را رد کرد»."""
    joins = start > 1 and scene.analysis.words[start - 1] == "در" and cue_before(scene, start - 1, "join")
    return joins and has_cue(scene, (t for t in frame.clause.tokens if t >= frame.last), "false")


def _advances(scene: Scene, frame: Frame) -> bool:
    """«پیشرفت در مذاکرات»: told of talks that go on."""
    at = frame.first - 1
    return at > 0 and scene.analysis.words[at] == "در" and cue_before(scene, at, "aspect")


def round_start(scene: Scene, frame: Frame) -> int:
    """Where «دور هفتم مذاکرات» begins; the trigger itself where no round is told."""
    for token in range(frame.first - 1, max(-1, frame.first - 5), -1):
        if cue_at(scene, token, "round") is not None:
            return token
    return frame.first
