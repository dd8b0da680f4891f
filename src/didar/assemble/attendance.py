"""Who attends a session, sits in a meeting told before, or meets somebody at a margin."""

from didar.assemble.nearby import cue_at, cue_before, headed_by, opens_topic
from didar.assemble.people import chained, entities, is_person, subject_of
from didar.scene import Scene
from didar.syntax import GENITIVE, SUBJECT, Frame
from didar.terms import Office
from didar.who import ActorMention, Entity

_TO_THE_SESSION = 4
_NEAR = 9  # tokens from «درمورد» to the session


def attendants(scene: Scene, frame: Frame) -> list[Entity]:
    """Who attends: «X در نشست … شرکت کرد», «برای شرکت در اجلاس … سفر کرد», «X در حاشیه نشست … گفت»."""
    if not cue_before(scene, outer_start(scene, frame), "attend") or _stays_away(scene, frame) or _only_topic(scene, frame):
        return []
    people = _whose_attendance(scene, frame) or subject_of(scene, frame)
    people = [n for n in chained(scene, people) if not _apart(scene.mentions[n], frame)]
    return [e for e in entities(scene, people) if is_person(e) and e.party and not e.indefinite]


def _whose_attendance(scene: Scene, frame: Frame) -> list[int]:
    """«X شرکت رئیس‌جمهور در این نشست را مهم دانست»: the mention that the noun of attending governs, not who speaks of it."""
    for number, phrase in enumerate(scene.phrases):
        mention = scene.mentions[number]
        near = 0 <= frame.first - mention.last <= _TO_THE_SESSION and scene.clauses.of[mention.first] == frame.clause.number
        if near and phrase.case == GENITIVE and cue_at(scene, mention.first - 1, "attending") is not None:
            return [number]
    return []


def _only_topic(scene: Scene, frame: Frame) -> bool:
    """«پیرامون سخنرانی X در نشست شورای امنیت گفت‌وگو کردند»: a session that is only talked about."""
    told = opens_topic(scene, (t for t in frame.clause.tokens if t < frame.first))
    return told and any(f.light and f.pattern.shape == "with" and f.clause.number == frame.clause.number for f in scene.frames)


def joins(scene: Scene, frame: Frame) -> bool:
    """«… شرکت کردند»."""
    return frame.verb is not None and not frame.verb.negative and cue_at(scene, frame.verb.first - 1, "join") is not None


def _stays_away(scene: Scene, frame: Frame) -> bool:
    """«X در نشست شرکت نخواهد کرد»."""
    verb = frame.verb
    return verb is not None and verb.negative and cue_at(scene, verb.first - 1, "join") is not None


def speaks_in(scene: Scene, frame: Frame) -> list[Entity]:
    """Who sat in a session told before: «X در این نشست گفت», «ریاست هیئت ایران در این نشست بر عهده X بود»."""
    own = {p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == SUBJECT}
    if _stays_away(scene, frame):
        return []
    about = _governed_by_about(scene, frame)  # «X درمورد حضور Y در این نشست گفت»
    people = [n for n in subject_of(scene, frame) if n in own] if frame.governed == "in" and not about else []
    people = _whose_attendance(scene, frame) or people
    found = entities(scene, chained(scene, [*people, *headed_by(scene, frame.clause)]))
    return [e for e in found if is_person(e) and e.party and not e.indefinite]


def briefs(scene: Scene, frame: Frame) -> bool:
    """«سخنگو در این نشست در پاسخ به پرسشی گفت»: his own with the press, whatever session was told before."""
    if not frame.definite or frame.pattern.shape != "gathering":
        return False
    return any(e.office == Office.SPOKESPERSON and e.party in scene.pack.states for e in entities(scene, subject_of(scene, frame)))


def _governed_by_about(scene: Scene, frame: Frame) -> bool:
    """Whether a noun of attending stands before the session, in what somebody speaks about."""
    near = range(max(frame.clause.tokens[0], frame.first - _NEAR), frame.first)
    noun = next((k for k in reversed(near) if cue_at(scene, k, "join") is not None), None)
    return noun is not None and opens_topic(scene, range(near[0], noun))


def at_its_margin(scene: Scene, frame: Frame) -> bool:
    """«روز پنجشنبه در حاشیه هشتادمین نشست … دیدار کرد»: the day is that of what happened beside the conference."""
    return cue_before(scene, outer_start(scene, frame), "margin") and frame.governed is not None


def present_at(scene: Scene, frame: Frame) -> list[Entity]:
    """«در این دیدار (که) سفیر ایران نیز (در آن) حضور داشت»: who sat in a meeting told before."""
    ruled = (c for c in scene.clauses.clauses if c.relation == "relative" and c.parent == frame.clause.number)
    clause = next((c for c in ruled if c.tokens[0] == frame.last), frame.clause)
    verb = clause.verb
    if frame.governed != "in" or verb is None or verb.negative or cue_at(scene, verb.first - 1, "join") is None:
        return []
    own = [p.mention for p in scene.phrases if p.clause == clause.number and p.case == SUBJECT]
    return [e for e in entities(scene, chained(scene, own)) if is_person(e) and e.party and not e.indefinite]


def _apart(mention: ActorMention, frame: Frame) -> bool:
    """Whether a mention stands in the trigger itself."""
    return frame.first <= mention.first < frame.last


def outer_start(scene: Scene, frame: Frame) -> int:
    """Where the noun phrase begins with its numeral: «چهل و هفتمین | نشست»."""
    words = scene.analysis.words
    at = frame.first
    start = scene.analysis.sentences[frame.sentence][0]
    sessions = {f.last: f.first for f in scene.frames if f.pattern.id == "conference.meeting"}  # «در اجلاس | کمیسیون مشترک»
    while at > start and (
        at in sessions
        or words[at - 1].endswith("مین")
        or (at < frame.first and words[at - 1] == "و")
        or words[at - 1] in ("برگزاری", "اول", "دوم", "سوم")
    ):
        at = sessions.get(at, at - 1)
        if words[at] == "و" and at > start:
            at -= 1
    return at
