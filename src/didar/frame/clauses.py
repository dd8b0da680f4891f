"""Verb groups and clauses. Persian closes its clause with the verb; «که» opens a clause inside another."""

from collections.abc import Sequence

from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark, VerbForm
from didar.syntax import Clause, Clauses, VerbGroup, VerbTense

_BREAKS = frozenset((":", "؛", "/", "•", "|", "…"))
_BE_AFTER = {"است": VerbTense.PERFECT, "اند": VerbTense.PERFECT, "بود": VerbTense.PLUPERFECT, "باشد": VerbTense.SUBJUNCTIVE, "باشند": VerbTense.SUBJUNCTIVE, "بودند": VerbTense.PLUPERFECT}  # fmt: skip
_PASSIVE = frozenset(("شد", "گردید", "گشت"))
_MODAL = frozenset(("توانست", "بایست"))


def find_clauses(analysis: Analysis, marks: Sequence[Mark | None], *, pack: Pack) -> Clauses:
    """The clauses of every sentence."""
    clauses: list[Clause] = []
    of = [0] * len(analysis.words)
    for number, (first, last) in enumerate(analysis.sentences):
        _sentence(analysis.words, marks, pack, number, first, last, clauses, of)
    return Clauses(tuple(clauses), of)


def verb_at(words: Sequence[str], i: int, end: int, pack: Pack) -> VerbGroup | None:
    """The verb group that begins at token i, if one does."""
    form = pack.verbs.get(words[i])
    if form is None:
        return None
    if form.tense == "future":
        if i + 1 < end and (main := pack.verbs.get(words[i + 1])) and main.tense == "past":
            return VerbGroup(i, i + 2, main.lemma, VerbTense.FUTURE, form.person, form.negative, main.lemma in _PASSIVE)
        return None
    if form.tense == "participle":
        return _participle(words, i, end, pack, form)
    if form.also == "noun" and not _closes(words, i, end, pack):
        return None
    return VerbGroup(i, i + 1, form.lemma, VerbTense(form.tense), form.person, form.negative, form.lemma in _PASSIVE)


def _participle(words: Sequence[str], i: int, end: int, pack: Pack, form: VerbForm) -> VerbGroup | None:
    """«کرده است», «کرده بود», «کرده», «شده است», «خوانده خواهد شد»."""
    k = i + 1
    passive = form.lemma in _PASSIVE
    if k < end and words[k] in _BE_AFTER:
        person = 6 if words[k] in ("اند", "بودند", "باشند") else 3
        return VerbGroup(i, k + 1, form.lemma, _BE_AFTER[words[k]], person, form.negative, passive)
    after = verb_at(words, k, end, pack) if k < end and words[k] in pack.verbs else None
    if after and after.lemma in _PASSIVE:
        return VerbGroup(i, after.last, form.lemma, after.tense, after.person, after.negative or form.negative, True)
    if form.also == "noun" and not _closes(words, i, end, pack):
        return None
    if k >= end or words[k] in ("،", "و", ".", "؛", ")", "که", ":"):
        return VerbGroup(i, k, form.lemma, VerbTense.PARTICIPLE, 0, form.negative, passive)
    return None


def _closes(words: Sequence[str], i: int, end: int, pack: Pack) -> bool:
    """Whether an ambiguous word stands where a verb stands: at an end, before a mark or a conjunction."""
    if i + 1 >= end:
        return True
    after = words[i + 1]
    return after in ("و", "که", "تا", "اما", "ولی") or not after[0].isalnum()


def _sentence(
    words: Sequence[str],
    marks: Sequence[Mark | None],
    pack: Pack,
    sentence: int,
    first: int,
    last: int,
    clauses: list[Clause],
    of: list[int],
) -> None:
    stack: list[int] = []
    open_: dict[int, list[int]] = {}
    info: dict[int, tuple[int, str]] = {}

    def begin(parent: int, relation: str) -> int:
        number = len(clauses)
        clauses.append(Clause(number, sentence, (), None, parent, relation))
        open_[number] = []
        info[number] = (parent, relation)
        return number

    def finish(number: int, verb: VerbGroup | None) -> None:
        parent, relation = info[number]
        clauses[number] = Clause(number, sentence, tuple(open_[number]), verb, parent, relation)

    current = begin(-1, "main")
    done: int | None = None  # the clause just closed by its verb
    i = first
    while i < last:
        word = words[i]
        if done is not None and word not in ("،", "و", "»", '"', ")", "."):
            relation = info[done][1]
            if word == "که":
                current = begin(done, "complement")
            elif relation == "relative" and stack:
                current = stack.pop()
            else:
                current = begin(done, "next")
            done = None
        elif done is None and word == "که" and open_[current]:
            stack.append(current)
            current = begin(current, "relative")
        if word in _BREAKS and open_[current]:
            open_[current].append(i)
            of[i] = current
            finish(current, clauses[current].verb)
            done, stack = current, []
            info[current] = (info[current][0], "main")
            i += 1
            continue
        mark = marks[i]
        if mark is not None and mark.last > i + 1 and not _verbal(mark, words, pack):
            for k in range(i, mark.last):
                open_[current if done is None else done].append(k)
                of[k] = current if done is None else done
            i = mark.last
            continue
        verb = verb_at(words, i, last, pack) if not (mark and (mark.persons or mark.word("prep"))) else None
        stop = verb.last if verb else i + 1
        target = current if done is None else done
        for k in range(i, stop):
            open_[target].append(k)
            of[k] = target
        if verb is not None and not (verb.lemma in _MODAL and stop < last and words[stop] not in ("،", "و", ".")):
            parent, relation = info[target]
            clauses[target] = Clause(target, sentence, (), verb, parent, relation)
            done = target
        i = stop
    for number in open_:
        finish(number, clauses[number].verb)


def _verbal(mark: Mark, words: Sequence[str], pack: Pack) -> bool:
    """Whether a form of several words has its own verb in it: «ترک کرد»."""
    last = pack.verbs.get(words[mark.last - 1])
    return last is not None and last.also != "noun" and mark.word("trigger") is not None
