"""What is said: where it stands beside its verb, and where it ends."""

from collections.abc import Sequence

from didar.assemble.reports import Cue, CueFinder
from didar.assemble.speakers import SpeakerFinder
from didar.pack.speech import Takes
from didar.scene import Scene
from didar.syntax import VerbTense
from didar.terms import Act
from didar.who import Kind

COMMAS = frozenset("،,٬")
QUOTE = frozenset('«"“')
_BEFORE_VERB = frozenset(("همچنین", "نیز", "سپس", "همزمان", "در", "ادامه", "پایان"))
SHORT_QUOTE = 5
_NO_MARKER = frozenset(("اشاره", "پیش", "قبل", "پس", "بعد"))  # «با اشاره به», «پیش از»
_BARE = 2
_THAT = frozenset(("این", "ان"))

Held = list[tuple[Cue, int, int]]


class ContentFinder:
    """Finds contents in one text. quotes: token ranges; quoted: token → number of its quotation, -1 for none."""

    def __init__(self, scene: Scene, cues: CueFinder, who: SpeakerFinder, quotes: Sequence[tuple[int, int]], quoted: Sequence[int]) -> None:
        self.scene, self.cues, self.who = scene, cues, who
        self.words = scene.analysis.words
        self.quotes, self.quoted = quotes, quoted
        self.joining = scene.pack.speech.words["joining"]

    def skip_marks(self, first: int, last: int) -> int:
        while first < last and not self.words[first][0].isalnum() and self.words[first] not in QUOTE:
            first += 1
        return first

    def others_word(self, start: int) -> bool:
        """«سؤال: …» in an interview, «رویترز: …» in a digest: who spoke before has said what he had to say."""
        mark, asks = self.scene.marks[start], self.words[start] in self.scene.pack.speech.words["ask"]
        last = mark.last if mark is not None and mark.outlet is not None else start + asks
        return last > start and self.words[last : last + 1] == [":"]

    def subordinate(self, cue: Cue, last: int, rest: Sequence[Cue], held: Held) -> bool:
        """Whether a verb of saying is part of what another one says, or of a relative clause."""
        if cue.verb is not None and cue.verb.first in self.cues.relative and not self.main_after_all(cue, last):
            return True
        if cue.verb is not None and self.words[cue.first - 1] == "که" and self.words[cue.first - 2] != "حالی":
            return True
        return self.inside(cue, last, rest, held) or self.embedded(cue, last, rest)

    def main_after_all(self, cue: Cue, last: int) -> bool:
        """«در حالی است که X گفته است که …»: a clause behind «که» with a subject and a content of its own."""
        if cue.last < last and self.words[cue.last] == ":":
            return True
        assert cue.verb is not None
        right = self.right(cue, last)
        if right is None:
            return False
        k = cue.first
        while self.words[k - 1] in _BEFORE_VERB:
            k -= 1
        if self.words[k - 1] in COMMAS:
            return True
        form = self.scene.pack.verbs.get(self.words[k - 1])
        if not cue.row.form and form is not None and form.tense == "participle":
            return True  # «که به ایران نسبت داده شده گفت …»: the participle closes the relative clause
        clause = self.scene.clauses.at(cue.verb.first)
        before = [k for k in clause.tokens if k < cue.first]
        return bool(before) and "".join(self.words[max(0, before[0] - 6) : before[0]]).find("درحالی") >= 0

    def embedded(self, cue: Cue, last: int, rest: Sequence[Cue]) -> bool:
        """«پس از آنکه X اعلام کرد …، نوشت: …»: a bare content cannot reach over a verb with a colon."""
        right = self.right(cue, last)
        return (
            right is not None
            and right[1] == "bare"
            and any(
                c.verb is not None and c.last < last and self.words[c.last] == ":" and self.words[c.first - 1] not in self.joining
                for c in rest
            )
        )

    def inside(self, cue: Cue, last: int, rest: Sequence[Cue], held: Held) -> bool:
        """Whether a verb still belongs to what an opener or a document says: a better verb follows."""
        if cue.row.takes == Takes.DOCUMENT:
            that = cue.last + 1 < last and self.words[cue.last] == "که" and self.words[cue.last + 1] not in (":", "«", '"')
            return that and any(c.verb is not None and c.verb.tense != VerbTense.PRESENT and self.quoted[c.first] < 0 for c in rest)
        if not held or held[-1][0].row.takes != Takes.CLAUSE:
            return False
        words, opened = self.words, held[-1][0].last
        if any(words[k] in COMMAS for k in range(opened, cue.first)):
            return False
        return any(c.verb is not None and any(words[k] in COMMAS for k in range(cue.last, c.first)) for c in rest)

    def right(self, cue: Cue, last: int) -> tuple[int, str] | None:
        """(first token, how) of what stands behind a verb, if it is what is said."""
        if cue.row.takes == Takes.LEFT or self._told_between(cue):
            return None
        words, k = self.words, cue.last
        if k >= last:
            return None
        word = words[k]
        while word in ("،", "-", "–", ")") and k + 1 < last and words[k + 1] in (":", "که", "«", '"'):
            k += 1
            word = words[k]
        if word == ":":
            return k + 1, "colon"
        if word in ("که", "تا", "مبنی"):
            return k + 1, "that"
        if word in QUOTE:
            return k, "colon"
        if cue.row.takes in (Takes.BETWEEN, Takes.THAT) or word in ("و", ".", "»", ")", "؛", "!", "؟"):
            return None
        if word in ("اما", "ولی") and cue.row.takes != Takes.CLAUSE:
            return None
        first = self.skip_marks(k, last)
        if first >= last:
            return None
        if cue.row.takes == Takes.BOTH and self._marked(cue):
            return None
        if any(v.first >= first for v in self.cues.verbs.get(self.scene.sentence_of(first), ())):
            return first, "bare"
        return None

    def _told_between(self, cue: Cue) -> bool:
        """«خواهان تعویق نشستی است که …»: what is asked stands before the verb; not «خواستار آن شد که …»."""
        if cue.row.takes != Takes.BETWEEN or cue.verb is None:
            return False
        return cue.verb.first - cue.first > _BARE and self.words[cue.first + 1] not in _THAT

    def _marked(self, cue: Cue) -> bool:
        """Whether a marker of the content stands before the verb: «بر … تأکید کرد»; that of «با اشاره به» aside."""
        words, markers = self.words, cue.row.markers
        start = max(self.scene.analysis.sentences[self.scene.sentence_of(cue.first)][0], cue.first - 25)
        start = self._behind_joined(cue, start)
        return any(words[k] in markers and words[k - 1] not in _NO_MARKER for k in range(start, cue.first))

    def _behind_joined(self, cue: Cue, start: int) -> int:
        """«اعتراض خود را ابلاغ کرد و | اظهار داشت»: where the clause of the verb of saying begins, behind one joined to it."""
        verbs = self.cues.verbs.get(self.scene.sentence_of(cue.first), ())
        joined = (v.last for v in verbs if start <= v.first and v.last < cue.first and self.words[v.last] == "و")
        return max(joined, default=start)

    def left(self, number: int, cue: Cue, at: int, held: Held, *, behind: bool = False) -> tuple[int, int, str] | None:
        """(first, last, how) of what stands before the verb."""
        words = self.words
        if cue.row.takes == Takes.BETWEEN:
            assert cue.verb is not None
            if cue.verb.first - cue.first > 1:
                return cue.first, cue.verb.first, "left"
        start = max(at, held[-1][2]) if held else at
        subject = self.who.subject(number, start, cue.first, behind=behind and not held)
        first = self.who.end_of(subject, cue.first) if subject is not None else self.skip_marks(start, cue.first)
        while first < cue.first and words[first] in self.joining:
            first += 1
        first = self._behind_relative(first, cue.first)
        first = next((m.last for m in self.scene.dates if m.first == first and m.last < cue.first), first)  # «X امروز در نشستی …»
        if cue.row.takes in (Takes.CLAUSE, Takes.DOCUMENT, Takes.THAT):
            quote = next((q for q in self.quotes if first <= q[0] < cue.first), None)
            return (quote[0], quote[1], "quote") if quote and quote[1] - quote[0] > SHORT_QUOTE and not cue.row.form else None
        markers = cue.row.markers
        if "را" in markers:
            if "را" not in words[first : cue.first]:
                return None
        elif cue.row.takes == Takes.BETWEEN and "را" not in words[first : cue.first]:
            return None
        elif markers:
            first = next((k for k in range(first, cue.first) if words[k] in markers and words[k - 1] not in _NO_MARKER), first)
        mark = self.scene.marks[first]
        if mark is not None and mark.word("prep") and words[first] not in markers:
            first = next((k + 1 for k in range(first, cue.first - 2) if words[k] in COMMAS), first)
        if words[first] == "در" and words[first + 1] in _THAT and self.scene.marks[first + 2] is not None:
            first += 3  # «در این تماس | مواضع ایران را تبیین کرد»
        least = 4 if words[first] in ("این", "ان") and cue.row.act == Act.SAY else 3
        return (first, cue.first, "left") if cue.first - first >= least else None

    def _behind_relative(self, first: int, stop: int) -> int:
        """«روسیه، که با تهران رابطه دارد، | تلاش‌های آمریکا را محکوم کرد»: where what is said of the subject ends."""
        k = first + (self.words[first] in COMMAS)
        clause = self.scene.clauses.at(k)
        if self.words[k] != "که" or clause.verb is None or clause.verb.last >= stop:
            return first
        return self.skip_marks(clause.verb.last, stop)

    def end(self, first: int, last: int, rest: Sequence[Cue], how: str) -> int:
        """Where what is said ends: at the next verb of saying of the same speaker, or with the sentence."""
        words = self.words
        if first < last and words[first] in QUOTE:
            stop = next((b for a, b in self.quotes if a == first), last)
            if stop >= last or (stop - first > SHORT_QUOTE and not words[stop][0].isalnum()) or words[stop] in ("و", "اما"):
                return min(stop, last)
        for cue in rest:
            if cue.verb is None or cue.first <= first or self.quoted[cue.first] >= 0 or cue.verb.first in self.cues.relative:
                continue
            if how != "colon" and (semicolon := self._new_sentence(first, cue)) is not None:
                return semicolon
            k = cue.first
            while k > first and words[k - 1] in _BEFORE_VERB:
                k -= 1
            if words[k - 1] not in ("و", "اما", "ولی"):
                continue
            if cue.row.takes in (Takes.BOTH, Takes.CLAUSE, Takes.THAT) and self.right(cue, last) is not None:
                return k - 1
            if how != "colon" and cue.row.takes == Takes.BETWEEN:
                return k - 1
        return last

    def _ends_a_clause(self, stop: int) -> bool:
        """Whether a finite verb stands right before a token, adverbs of the next verb aside."""
        k = stop
        while self.words[k - 1] in _BEFORE_VERB:
            k -= 1
        return any(v.last == k for v in self.cues.verbs.get(self.scene.sentence_of(stop), ()))

    def _new_sentence(self, first: int, cue: Cue) -> int | None:
        """«… بد است | ؛ او از ترامپ خواست …»: the semicolon behind which somebody says something else."""
        at = next((k for k in range(cue.first - 1, first, -1) if self.words[k] == "؛"), None)
        if at is None or cue.row.takes == Takes.BETWEEN or self.quoted[at] >= 0:
            return None
        n = self.scene.mention_at.get(at + 1)
        return at if n is not None and self.scene.mentions[n].kind in (Kind.PRONOUN, Kind.PERSON) else None

    def opener_end(self, cue: Cue, last: int, rest: Sequence[Cue]) -> int:
        following = [c.first for c in rest if c.verb is not None and self.quoted[c.first] < 0]
        for stop in following or [last]:
            if following and cue.row.takes == Takes.CLAUSE and self._ends_a_clause(stop):
                return stop  # «با بیان اینکه هیچ کس، نه X و نه Y، خواهان جنگ نیست | گفت»
            for k in range(stop - 1, cue.last, -1):
                if self.words[k] in COMMAS and self.quoted[k] < 0:
                    return k
        return following[0] if following else last
