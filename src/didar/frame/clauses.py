"""Verb groups and clauses. Persian closes its clause with the verb; «که» opens a clause inside another."""

from collections.abc import Sequence

from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark, VerbForm
from didar.syntax import Clause, Clauses, VerbGroup, VerbTense

_BREAKS = frozenset((":", "؛", "/", "•", "|", "…"))
_BE_AFTER = {
    "است": VerbTense.PERFECT,
    "اند": VerbTense.PERFECT,
    "بود": VerbTense.PLUPERFECT,
    "بودند": VerbTense.PLUPERFECT,
    "باشد": VerbTense.SUBJUNCTIVE,
    "باشند": VerbTense.SUBJUNCTIVE,
}
_PASSIVE = frozenset(("شد", "گردید", "گشت"))
_TAKEN_ALONG = frozenset(("،", "و", "»", '"', ")", "."))
_THEN = frozenset(("سپس", "بعد", "پس"))
_LEFT_OUT = frozenset(("برگزار",))
_SAYING = frozenset(("گفت", "نوشت"))  # «او در پیامی گفته مذاکرات …», but «به گفته او»
_ACCORDING_TO = frozenset(("به", "طبق", "بر", "براساس", "اساس", "بنابر", "از", "مطابق", "این", "بنا", "همین", "با", "ان", "هر"))
_THIS = frozenset(("این",))
_OPENS_INSIDE = frozenset(("که", "اینکه", "انکه"))
_COPULAS = (("یم", 4), ("م", 1), ("ند", 6))
_IS = "ست"  # behind a vowel: «آنجاست», «میان ایران و آمریکاست»
_WITH_MADE = frozenset(("خاطرنشان", "نشان", "متذکر", "مطرح", "اشکار", "روشن", "محکوم", "متهم"))  # «خاطرنشان ساخت …», no thing made
_LIGHT = frozenset(("کرد", "داشت"))
_ONWARD = frozenset(("درباره", "پیرامون", "درخصوص"))  # «به آمریکا سفر کرده درباره … گفت‌وگو کرد»
_SPANS = frozenset(("روز", "شب", "هفته", "ماه", "سال", "روزهای", "شبهای", "هفتههای", "ماههای", "سالهای", "جمعه", "دهه", "ساعت", "ساعات"))
_MODAL = frozenset(("توانست", "بایست"))


def find_clauses(analysis: Analysis, marks: Sequence[Mark | None], *, pack: Pack) -> Clauses:
    """The clauses of every sentence."""
    clauses: list[Clause] = []
    of = [0] * len(analysis.words)
    for number, (first, last) in enumerate(analysis.sentences):
        _sentence(_Builder(analysis.words, number, clauses, of), marks, pack, first, last)
    return Clauses(tuple(clauses), of)


def verb_at(words: Sequence[str], i: int, end: int, pack: Pack) -> VerbGroup | None:
    """The verb group that begins at token i, if one does."""
    form = pack.verbs.get(words[i])
    if form is None and words[i][-1:] in "مدت":
        return _glued(words, i, end, pack)
    if form is None or (form.tense == "past" and _coupled(words, i, end, pack)):
        return None
    if form.tense == "future":
        if i + 1 < end and (main := pack.verbs.get(words[i + 1])) and main.tense == "past":
            return VerbGroup(i, i + 2, main.lemma, VerbTense.FUTURE, form.person, form.negative, main.lemma in _PASSIVE)
        return None
    if form.tense == "participle":
        return _participle(words, i, end, pack, form)
    made = form.lemma == "ساخت" and words[i - 1] in _WITH_MADE
    if form.also == "noun" and not made and not _closes(words, i, end, pack):
        return None
    return VerbGroup(i, i + 1, form.lemma, VerbTense(form.tense), form.person, form.negative, form.lemma in _PASSIVE)


def _glued(words: Sequence[str], i: int, end: int, pack: Pack) -> VerbGroup | None:
    """A word with its copula: «خرسندم», «امیدواریم» (adjectives that take one so are tagged COP in words.tsv), «اینجاست»."""
    stem = words[i].removesuffix(_IS)
    if stem != words[i] and stem[-1:] in ("ا", "و") and "AJ" not in pack.common.get(words[i], ""):
        known = any(s in pack.common or s in pack.forms for s in (stem, stem.removesuffix("ها")))
        return VerbGroup(i, i + 1, "بود", VerbTense.PRESENT, 3, False) if known and _closes(words, i, end, pack) else None
    for ending, person in _COPULAS:
        stem = words[i].removesuffix(ending)
        if stem != words[i] and "COP" in pack.common.get(stem, "") and _closes(words, i, end, pack):
            return VerbGroup(i, i + 1, "بود", VerbTense.PRESENT, person, False)
    return None


def _coupled(words: Sequence[str], i: int, end: int, pack: Pack) -> bool:
    """«رفت و آمد», «رفت و برگشت»: two past stems joined are a noun."""
    for first in (i, i - 2):
        if first >= 0 and first + 2 < end and words[first + 1] == "و":
            one, other = pack.verbs.get(words[first]), pack.verbs.get(words[first + 2])
            if one and other and one.also == "noun" and one.tense == other.tense == "past" and one.lemma != other.lemma:
                return True
    return False


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
    if words[i] == "گذشته" and i and (words[i - 1] in _SPANS or words[i - 1].endswith("شنبه")):
        return None  # «روز گذشته، …»
    if form.also == "adjective" or (form.also == "noun" and not _closes(words, i, end, pack)):
        return None
    if form.lemma in _SAYING and words[i - 1] not in _ACCORDING_TO:
        return VerbGroup(i, k, form.lemma, VerbTense.PERFECT, 3, form.negative)
    light = form.lemma in _LIGHT and words[i - 1][0].isalpha() and k < end and words[k] in _ONWARD
    if k >= end or light or words[k] in ("،", "و", ".", "؛", ")", "که", ":"):
        return VerbGroup(i, k, form.lemma, VerbTense.PARTICIPLE, 0, form.negative, passive)
    return None


def _closes(words: Sequence[str], i: int, end: int, pack: Pack) -> bool:
    """Whether an ambiguous word stands where a verb stands: at an end, before a mark or a conjunction."""
    if i + 1 >= end:
        return True
    after = words[i + 1]
    if after == "«" and words[i] == "نشست":
        return False  # «نشست «فرمت مسکو»»
    return after in ("و", "که", "تا", "اما", "ولی") or not after[0].isalnum()


class _Builder:
    """Builds the clauses of one sentence, token by token.

    current: the clause that takes tokens. done: the clause just closed by its verb, which still takes marks and «و».
    stack: clauses that wait behind a relative clause.
    """

    def __init__(self, words: Sequence[str], sentence: int, clauses: list[Clause], of: list[int]) -> None:
        self.words, self.sentence, self.clauses, self.of = words, sentence, clauses, of
        self.tokens: dict[int, list[int]] = {}
        self.place: dict[int, tuple[int, str]] = {}
        self.verbs: dict[int, VerbGroup] = {}
        self.stack: list[int] = []
        self.done: int | None = None
        self.current = self._begin(-1, "main")

    def _begin(self, parent: int, relation: str) -> int:
        number = len(self.clauses)
        self.clauses.append(Clause(number, self.sentence, (), None, parent, relation))
        self.tokens[number] = []
        self.place[number] = (parent, relation)
        return number

    def approach(self, word: str) -> None:
        """Before a word: begins a clause where the last one is closed, or where «که» opens one inside."""
        if self.done is not None and word not in _TAKEN_ALONG:
            if word == "که":
                self.current = self._begin(self.done, "complement")
            elif self.place[self.done][1] == "relative" and self.stack:
                self.current = self.stack.pop()
            else:
                self.current = self._begin(self.done, "next")
            self.done = None
        elif self.done is None and word in _OPENS_INSIDE and self.tokens[self.current]:
            self.stack.append(self.current)
            self.current = self._begin(self.current, "relative")

    def take(self, first: int, last: int, verb: VerbGroup | None = None) -> None:
        """Tokens [first, last), and the verb that they are."""
        target = self.current if self.done is None else self.done
        self.tokens[target].extend(range(first, last))
        for token in range(first, last):
            self.of[token] = target
        if verb is not None:
            self.verbs[target] = verb
            self.done = target

    def breaks(self, word: str) -> bool:
        """Whether a mark ends the clause here, with or without a verb."""
        return word in _BREAKS and bool(self.tokens[self.current])

    def cut(self, at: int) -> None:
        """A colon or the like ends all that is open."""
        self.tokens[self.current].append(at)
        self.of[at] = self.current
        self.done, self.stack = self.current, []
        self.place[self.current] = (self.place[self.current][0], "main")

    def finish(self) -> None:
        for number, tokens in self.tokens.items():
            parent, relation = self.place[number]
            self.clauses[number] = Clause(number, self.sentence, tuple(tokens), self.verbs.get(number), parent, relation)


def _sentence(builder: _Builder, marks: Sequence[Mark | None], pack: Pack, first: int, last: int) -> None:
    words = builder.words
    i = first
    while i < last:
        mark = marks[i]
        builder.approach("".join(words[i : mark.last]) if mark is not None and words[i] in _THIS else words[i])
        if builder.breaks(words[i]):
            builder.cut(i)
            i += 1
        elif mark is not None and mark.last > i + 1 and not _verbal(mark, words, pack):
            builder.take(i, mark.last)
            i = mark.last
        else:
            named = mark is not None and (mark.persons or mark.word("prep"))
            verb = None if named else verb_at(words, i, last, pack) or _shared(words, mark, i, last, pack)
            stop = verb.last if verb else i + 1
            builder.take(i, stop, None if verb is None or _leans(words, verb, stop, last) else verb)
            i = stop
    builder.finish()


def _shared(words: Sequence[str], mark: Mark | None, i: int, end: int, pack: Pack) -> VerbGroup | None:
    """«مذاکرات برگزار و سپس سندی امضا خواهد شد»: a verb left out, since the next clause has it."""
    if mark is None or i + 2 >= end or words[i + 1] != "و":
        return None
    then = words[i + 2] in _THEN and mark.word("trigger") is not None  # «با X دیدار و سپس به Y سفر می‌کند»
    if words[i] not in _LEFT_OUT and not then:
        return None
    for k in range(i + 2, end):
        later = verb_at(words, k, end, pack)
        if later is not None:
            return VerbGroup(i + 1, i + 1, later.lemma, later.tense, later.person, later.negative, later.passive)
    return None


def _leans(words: Sequence[str], verb: VerbGroup, stop: int, last: int) -> bool:
    """Whether a modal verb waits for the one it governs: «می‌تواند … سفر کند»."""
    return verb.lemma in _MODAL and stop < last and words[stop] not in ("،", "و", ".")


def _verbal(mark: Mark, words: Sequence[str], pack: Pack) -> bool:
    """Whether a form of several words has its own verb in it: «ترک کرد»."""
    first, last = pack.verbs.get(words[mark.first]), pack.verbs.get(words[mark.last - 1])
    ahead = first is not None and first.tense == "future"
    finite = last is not None and (last.also != "noun" or ahead or _closes(words, mark.last - 1, len(words), pack))
    return finite and mark.word("trigger") is not None
