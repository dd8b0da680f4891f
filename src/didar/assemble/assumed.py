"""The day of a contact that the text gives no day: that of the report, where nothing says that it was another."""

from itertools import pairwise

from didar.assemble.nearby import cue_at, cue_before, has_cue
from didar.scene import Scene
from didar.syntax import AHEAD, Clause, Frame, VerbTense
from didar.terms import DateBasis, EngagementKind
from didar.when import DateKind, DateMention

_SINCE = (["از", "زمان"], ["در", "زمان"])
_OWN = (1, 4)


def assumed_day(scene: Scene, frame: Frame) -> tuple[str, DateBasis] | None:
    """The publication day, for what a report tells as just done."""
    if scene.anchor is None or looks_back(scene, frame) or told_as_past(scene, frame):
        return None
    if _own_memory(frame) or _asked_about(frame) or _of_another_day(scene, frame) or _said_before(scene, frame.clause):
        return None
    if cue_before(scene, frame.first, "outcome") or _only_mentioned(scene, frame):  # «بیانیه نشست …»
        return None
    if frame.plural and frame.pattern.kind == EngagementKind.VISIT:  # «سفرهای او به مسکو»: over some time
        return None
    return scene.anchor.isoformat(), DateBasis.ASSUMED


def _only_mentioned(scene: Scene, frame: Frame) -> bool:
    """«آیا سفر X نتیجه‌ای داشت»; «با اشاره به سفر خود به Y گفت»: asked after or alluded to, as known."""
    words = scene.analysis.words
    alluded = frame.pattern.kind == EngagementKind.VISIT and words[max(0, frame.first - 2) : frame.first] == ["اشاره", "به"]
    return alluded or any(words[k] == "ایا" for k in frame.clause.tokens if k < frame.first)


def _own_memory(frame: Frame) -> bool:
    """«در این سفر با وزیر راه گفت‌وگو داشتیم»: what somebody tells of himself may be of any day."""
    verb = frame.verb
    news = frame.governed == "in" and frame.pattern.kind != EngagementKind.MESSAGE  # «مکرون: در گفت‌وگو با اردوغان تأکید کردم»
    return verb is not None and verb.person in _OWN and verb.tense != VerbTense.PRESENT and not news


def _asked_about(frame: Frame) -> bool:
    """«درباره سفر X به تهران گفت»: a journey that is already known."""
    return frame.governed == "about" and frame.pattern.kind == EngagementKind.VISIT


def _of_another_day(scene: Scene, frame: Frame) -> bool:
    """«همان روزی که X با Y دیدار کرد», «هیئتی که به تهران آمده بود»: in a clause that only tells which day or who is meant."""
    if frame.clause.relation not in ("relative", "complement"):
        return False
    first = frame.clause.tokens[0]
    headed = has_cue(scene, range(max(0, first - 3), first + 1), "time_when")
    before = frame.clause.relation == "relative" and frame.verb is not None and frame.verb.tense == VerbTense.PLUPERFECT
    return headed or before


def _said_before(scene: Scene, clause: Clause) -> bool:
    """«ماه گذشته گفت که با X گفت‌وگو کرده است»: what was said then had been by then."""
    while clause.relation == "complement" and clause.parent >= 0:
        clause = scene.clauses.clauses[clause.parent]
        tokens = set(clause.tokens)
        if any(m.first in tokens and _behind(m) and not _just_now(scene, m) for m in scene.dates):
            return True
    return False


def looks_back(scene: Scene, frame: Frame) -> bool:
    """Whether the text only refers back: «دیدار اخیر», «پیش از این … سفر کرده بود»."""
    words = scene.analysis.words
    behind = range(frame.last, min(scene.analysis.sentences[frame.sentence][1], frame.last + 3))
    if any(words[k - 1] != "روز" and cue_at(scene, k, "looks_back") is not None for k in behind):
        return True
    if is_since(scene, frame):
        return True
    if frame.first and words[frame.first - 1] == "اخرین" and (frame.verb is None or frame.verb.tense not in AHEAD):
        return True
    before = [words[t] for t in frame.clause.tokens if t < frame.first]
    if any(a == "اخرین" and b == "بار" for a, b in pairwise(before)):
        return True
    if frame.clause.relation == "relative":
        return False
    told = frame.light or frame.governed == "in"  # «در گفت‌وگویی با X رایزنی کرده بود»
    return frame.verb is not None and told and frame.verb.tense == VerbTense.PLUPERFECT


def is_since(scene: Scene, frame: Frame) -> bool:
    """«از زمان دیدار …»: what has been since the contact."""
    return scene.analysis.words[max(0, frame.first - 2) : frame.first] in _SINCE


def told_as_past(scene: Scene, frame: Frame) -> bool:
    """Whether the clause says that it was some time ago («چندی پیش», «سال گذشته»), however vaguely."""
    tokens = set(frame.clause.tokens)
    return any(m.first in tokens and (m.kind == DateKind.VAGUE or _behind(m)) and not _just_now(scene, m) for m in scene.dates)


def _behind(mention: DateMention) -> bool:
    return any((shift or 0) < 0 for shift in (mention.shift, mention.week_shift, mention.month_shift, mention.year_shift))


def _just_now(scene: Scene, mention: DateMention) -> bool:
    """«لحظاتی پیش», «ساعتی قبل», «هم‌اکنون»: the day of the report."""
    if has_cue(scene, range(mention.first, mention.last), "now"):
        return True
    mark = scene.marks[mention.first]
    return mark is not None and mark.word("just") is not None
