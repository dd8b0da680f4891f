"""The stages of an instrument's life, as the words around one mention of it tell them."""

from collections.abc import Iterator
from dataclasses import dataclass

from didar.assemble.instruments import Named
from didar.assemble.nearby import cue_at
from didar.days import resolve_date
from didar.pack.instruments import StageWord
from didar.scene import Scene
from didar.syntax import PAST, Clause, VerbTense
from didar.terms import Stage, StageStatus, Tense
from didar.when import DateKind, ResolvedDate
from didar.who import Kind

_QUOTES = frozenset('«"(“')
_FROM_REACH = 9
_BACK = 4


@dataclass(frozen=True, slots=True)
class Told:
    """One stage as one mention tells it. Tokens [first, last) tell it; the clause is where."""

    mention: Named
    stage: Stage
    status: StageStatus
    date: str | None
    first: int
    last: int
    clause: int


def stages_of(scene: Scene, mention: Named) -> Iterator[Told]:
    """Every stage told of a mention."""
    cues = scene.pack.counts.cues
    found = list(_words_around(scene, mention))
    halted = any(row.stage in (Stage.SUSPENDED, Stage.WITHDRAWN) and row.shape == "light" for row, *_ in found)
    for row, first, last, clause in found:
        if halted and row.stage == Stage.IMPLEMENTED:
            continue  # «اجرای پیمان را تعلیق کرد»
        status = _status(scene, row, first, clause)
        if status is None or (row.stage == Stage.NEGOTIATED and mention.sort == "statement" and row.shape == "light" and "حاصل" in row.id):
            continue
        if row.stage == Stage.SIGNED and row.shape == "light" and _domestic(scene, mention, clause):
            continue
        if mention.sort == "statement" and mention.needs and row.id.split(":")[1] in cues["out"]:
            continue
        if mention.sort != "statement" and row.id.split(":")[1] in cues["out"]:
            continue
        yield Told(mention, row.stage, status, _date(scene, clause, status, row.stage), first, last, clause.number)
    if mention.sort == "statement" and "مشترک" in "".join(scene.analysis.words[mention.first : mention.head]):
        clause = scene.clauses.at(mention.first)
        if any(scene.analysis.words[t] in cues["issued"] for t in clause.tokens if t >= mention.last):
            date = scene.anchor.isoformat() if scene.anchor and mention.sentence < 4 else None
            yield Told(mention, Stage.SIGNED, StageStatus.REPORTED, date, mention.first, mention.last, clause.number)


def _domestic(scene: Scene, mention: Named, clause: Clause) -> bool:
    """«قانون تصویب موافقت‌نامه … را امضا کرد»: what is signed is a paper of one state."""
    return any(cue_at(scene, t, "domestic_paper") is not None for t in clause.tokens if t < mention.first)


def _words_around(scene: Scene, mention: Named) -> Iterator[tuple[StageWord, int, int, Clause]]:
    """(stage word, its tokens, the clause that tells it) before the mention, behind «از», and at the clause's verb."""
    clause = scene.clauses.at(mention.first)
    yield from _before(scene, mention, clause)
    yield from _leaving(scene, mention, clause)
    yield from _among(scene, mention, clause)
    if mention.known is not None:
        yield from _left(scene, mention, clause)
    for told in (clause, *_relative(scene, mention, clause)):
        yield from _at_verb(scene, mention, told)


def _before(scene: Scene, mention: Named, clause: Clause) -> Iterator[tuple[StageWord, int, int, Clause]]:
    """«امضای معاهده», «امضا و اجرای این توافق», «اجرای کامل و موثر برجام»."""
    words, stages, cues = scene.analysis.words, scene.pack.counts.stages, scene.pack.counts.cues
    start = scene.analysis.sentences[mention.sentence][0]
    at = mention.first
    while at > start and _opens(scene, at - 1):
        at -= 1
    while True:
        found = None
        for first in range(max(start, at - _BACK), at):
            rows = [r for r in stages.get("".join(words[first:at]), ()) if r.shape == "noun"]
            if rows:
                found = rows[0], first
                break
        if found is None or (found[1] > start and words[found[1] - 1] in cues["without"]):
            return
        yield found[0], found[1], at, clause
        at = found[1]
        if at <= start or words[at - 1] != "و":
            return
        at -= 1


def _leaving(scene: Scene, mention: Named, clause: Clause) -> Iterator[tuple[StageWord, int, int, Clause]]:
    """«خروج آمریکا از برجام», «از این توافق خارج شد»; «بازگشت آمریکا به برجام»."""
    words, stages, cues = scene.analysis.words, scene.pack.counts.stages, scene.pack.counts.cues
    start = scene.analysis.sentences[mention.sentence][0]
    at = mention.first
    while at > start and _opens(scene, at - 1):
        at -= 1
    if at <= start or words[at - 1] not in ("از", "به"):
        return
    case = words[at - 1]
    for token in range(at - 2, max(start, at - _FROM_REACH) - 1, -1):
        going = words[token] in cues["leaving"] or (words[token] == "خارج" and words[token + 1] == "شدن")
        if case == "از" and going and words[token - 1] not in cues["without"]:
            yield stages["خارج"][0], token, mention.last, clause
            return
        if case == "به" and words[token] in cues["wished"]:
            yield stages["احیای"][0], token, mention.last, clause
            return
    if case == "از" and clause.verb is not None and not clause.verb.negative:
        for token in range(mention.last, clause.verb.first):
            rows = [r for r in stages.get(words[token], ()) if r.shape == "from"]
            if rows:
                yield rows[0], token, clause.verb.last, clause
                return


def _left(scene: Scene, mention: Named, clause: Clause) -> Iterator[tuple[StageWord, int, int, Clause]]:
    """«تعهدات خود ذیل برجام پس از خروج آمریکا»: a leaving that does not say again from what."""
    words = scene.analysis.words
    for token in range(*scene.analysis.sentences[mention.sentence]):
        number = scene.mention_at.get(token + 1)
        if words[token] in scene.pack.counts.cues["leaving"] and number is not None:
            after = scene.mentions[number].last
            if "از" not in words[after : after + 2] and scene.mentions[number].kind in (Kind.PARTY, Kind.INSTITUTION):
                yield scene.pack.counts.stages["خارج"][0], token, after, clause
                return


def _among(scene: Scene, mention: Named, clause: Clause) -> Iterator[tuple[StageWord, int, int, Clause]]:
    """«۱۲ سند را به امضا می‌رسانیم که از جمله آنها تفاهم‌نامه …»: the parent clause tells of the signing."""
    words = scene.analysis.words
    start = scene.analysis.sentences[mention.sentence][0]
    lead = words[max(start, mention.first - 24) : mention.first]
    if "جمله" not in lead or clause.parent < 0:
        return
    parent = scene.clauses.clauses[clause.parent]
    if parent.verb is None or parent.sentence != mention.sentence:
        return
    for token in parent.tokens:
        for row in scene.pack.counts.stages.get(words[token], ()):
            if row.shape == "light" and row.stage == Stage.SIGNED and token < parent.verb.first:
                yield row, token, parent.verb.last, parent
                return


def _opens(scene: Scene, token: int) -> bool:
    """A word that may stand between what governs an instrument and its name: «این», «متن», a quotation mark."""
    word = scene.analysis.words[token]
    return word in _QUOTES or word in scene.pack.counts.cues["opening"]


def _relative(scene: Scene, mention: Named, clause: Clause) -> Iterator[Clause]:
    """The relative clause right behind the mention: «بیانیه‌ای که به امضای … رسید», «معاهده … است که امضا شد»."""
    for other in scene.clauses.clauses:
        if (
            other.sentence == mention.sentence
            and other.tokens
            and other.parent == clause.number
            and other.relation in ("relative", "complement")
        ):
            gap = other.tokens[0] - mention.last
            if 0 <= gap <= 8:
                yield other


def _at_verb(scene: Scene, mention: Named, clause: Clause) -> Iterator[tuple[StageWord, int, int, Clause]]:
    """«… را امضا کردند», «… به امضا رسید», «… در مرحله تدوین نهایی است»."""
    words, stages = scene.analysis.words, scene.pack.counts.stages
    verb = clause.verb
    if verb is None:
        return
    here = mention.first in clause.tokens
    if here and _object_elsewhere(scene, mention, verb.first):
        return
    definite = here and (mention.known is not None or mention.definite)
    if definite and not verb.passive and verb.lemma not in ("رسید", "یافت", "بود") and "را" not in words[mention.last : verb.first]:
        return  # «بر اساس بند ۲۶ برجام لغو کرد»
    seen: set[str] = set()
    inside = set(clause.tokens)
    for token in range(max(mention.last, clause.tokens[0]) if mention.first in inside else clause.tokens[0], verb.first):
        if token not in inside:
            continue
        for last in range(min(verb.first, token + 4), token, -1):
            rows = [r for r in stages.get("".join(words[token:last]), ()) if r.shape in ("light", "state")]
            if rows and here and rows[0].stage != Stage.NEGOTIATED and _governed(scene, mention):
                continue
            if rows and rows[0].stage not in seen and _closes(scene, rows[0], last, verb.first):
                seen.add(rows[0].stage)
                yield rows[0], token, verb.last, clause
                break


def _governed(scene: Scene, mention: Named) -> bool:
    """Whether a preposition stands before the mention, so that it is neither subject nor object."""
    at = mention.first
    while at > 0 and _opens(scene, at - 1):
        at -= 1
    return at > 0 and scene.analysis.words[at - 1] in scene.pack.counts.cues["governing"]


def _object_elsewhere(scene: Scene, mention: Named, verb: int) -> bool:
    """Whether something else is the verb's object: «مطابق با برجام تحریم‌ها را لغو کند»."""
    words = scene.analysis.words
    marks = [k for k in range(mention.first, verb) if words[k] == "را"]
    return bool(marks) and any(words[k] in ("،", "که") for k in range(mention.last, marks[-1]))


def _closes(scene: Scene, row: StageWord, last: int, verb: int) -> bool:
    """Whether the word belongs to the verb: right before it, or joined to what is; «به امضای … رسید» spans its signers."""
    words = scene.analysis.words
    if row.shape == "state" or row.id.endswith("به امضای"):
        return True
    between = list(words[last:verb])
    return not between or (between[0] == "و" and len(between) < 4)


def _status(scene: Scene, row: StageWord, first: int, clause: Clause) -> StageStatus | None:
    """Whether the stage is a fact, a plan or a wish; None where it is denied."""
    words, verb, cues = scene.analysis.words, clause.verb, scene.pack.counts.cues
    if words[first] in cues["leaving"] or (words[first] == "خارج" and words[first + 1] == "شدن"):
        return StageStatus.REPORTED
    sentence = scene.analysis.sentences[clause.sentence]
    before = words[max(sentence[0], first - 6) : first]
    if row.shape in ("light", "from", "state") and verb is not None and first < verb.first:
        if verb.negative:
            return None
        if verb.tense == VerbTense.FUTURE:
            return StageStatus.PLANNED
        if verb.tense == VerbTense.SUBJUNCTIVE and row.stage == Stage.WITHDRAWN:
            return None  # «اگر از برجام خارج شود»
        if verb.tense == VerbTense.SUBJUNCTIVE:
            return StageStatus.CALLED_FOR if cues["wish"] & set(words[sentence[0] : verb.last]) else StageStatus.PLANNED
        if verb.tense == VerbTense.PRESENT and row.stage in (Stage.SIGNED, Stage.APPROVED, Stage.INITIALLED):
            return StageStatus.PLANNED
        return StageStatus.REPORTED
    if words[first] in cues["wished"]:
        return StageStatus.CALLED_FOR
    around = set(before) | {words[t] for t in clause.tokens if t >= first}
    if row.stage == Stage.WITHDRAWN:
        asked = bool(cues["wish"] & set(before[-_BACK:]))  # «خواستار لغو …»
        refused = asked and verb is not None and verb.negative
        return None if refused else StageStatus.CALLED_FOR if asked else StageStatus.REPORTED
    if cues["wish"] & around and row.stage in (Stage.IMPLEMENTED, Stage.APPROVED, Stage.IN_FORCE, Stage.NEGOTIATED):
        return StageStatus.CALLED_FOR
    ahead = verb is not None and verb.tense in (VerbTense.FUTURE, VerbTense.SUBJUNCTIVE)
    if row.stage in (Stage.SIGNED, Stage.INITIALLED, Stage.APPROVED) and (
        ahead or cues["plan"] & set(before) or (cues["plan"] & around and not _past(clause))
    ):
        return StageStatus.PLANNED
    return StageStatus.REPORTED


def _past(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.tense in PAST


def _date(scene: Scene, clause: Clause, status: StageStatus, stage: Stage) -> str | None:
    """The day told in the clause; else the article's for what it reports as just done at its beginning."""
    tense = Tense.PAST if status == StageStatus.REPORTED else Tense.FUTURE
    inside = set(clause.tokens)
    for mention in scene.dates:
        if mention.first in inside and mention.kind in (DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.WEEKDAY, DateKind.RELATIVE):
            resolved = resolve_date(mention, anchor=scene.anchor, tense=tense)
            if isinstance(resolved, ResolvedDate) and mention.bound is None:
                return resolved.edtf.rstrip("~")
    fresh = clause.sentence < 2 and clause.verb is not None and clause.verb.tense in (VerbTense.PAST, VerbTense.PERFECT)
    if fresh and stage == Stage.SIGNED and status == StageStatus.REPORTED and scene.anchor:
        return scene.anchor.isoformat()
    return None
