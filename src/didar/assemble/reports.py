"""Where a sentence says that somebody says something: reporting verbs, openers and sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from didar.pack.speech import SpeechLexicon, SpeechRow, Takes
from didar.scene import Scene
from didar.syntax import VerbGroup, VerbTense

_LONGEST = 5
_FAR = 60
_BETWEEN = frozenset(("نیز", "هم", "همچنین", "مجددا", "شدیدا", "قویا", "رسما", "صراحتا"))
_BEFORE_SOURCE = frozenset(("و", "،", "اما", "همچنین", ".", "]", ")", ":", "؛", "-", "–"))
_PLAIN = frozenset(("گفت", "خواست", "نوشت", "افزود", "اورد"))
_WANTED = {"خواست": 3, "خواستند": 6}
_WITHIN = frozenset(("در", "این", "ان", "طی", "ادامه", "پایان", "متن"))
_IMPERSONAL = frozenset(("باید", "نباید", "میتوان", "نمیتوان", "میشود", "نمیشود", "بتوان", "نتوان", "میبایست", "بایست", "نشود"))
_LEFT_OUT = "کرد"
_COMPLEX_VERBS = frozenset(("شد", "گردید"))


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, last) say that somebody says something. verb: its verb group, None for openers and sources."""

    first: int
    last: int
    row: SpeechRow
    verb: VerbGroup | None = None
    source: bool = False

    @property
    def opener(self) -> bool:
        return self.verb is None and not self.source


class CueFinder:
    """Finds the cues of one text, sentence by sentence."""

    def __init__(self, scene: Scene, lexicon: SpeechLexicon, quoted: Sequence[int]) -> None:
        self.words, self.lexicon, self.quoted = scene.analysis.words, lexicon, quoted
        self.verbs: dict[int, list[VerbGroup]] = {}
        self.relative: set[int] = set()
        self.loose = _BETWEEN | lexicon.words["intensifier"]
        self.pack_verbs = scene.pack.verbs
        for clause in scene.clauses.clauses:
            if clause.verb is not None:
                self.verbs.setdefault(clause.sentence, []).append(clause.verb)
                if clause.relation == "relative":
                    self.relative.add(clause.verb.first)

    def find(self, sentence: int, first: int, last: int) -> list[Cue]:
        """The cues within tokens [first, last), in order, not overlapping."""
        verbs = [v for v in self.verbs.get(sentence, ()) if first <= v.first < last]
        verbs += self._bare_participles(verbs, first, last)
        found = [c for v in verbs if (c := self._verb(v, first))]
        found += [e for c in found for e in self._shared(c, first)]
        found += self._openers(first, last)
        found.sort(key=lambda c: (c.first, -c.last))
        out: list[Cue] = []
        for cue in found:
            if not out or cue.first >= out[-1].last:
                out.append(cue)
        return out

    def _verb(self, verb: VerbGroup, start: int) -> Cue | None:
        rows = self.lexicon.verbs.get(verb.lemma)
        if rows is None or verb.person in (1, 2, 4, 5) or verb.tense in (VerbTense.SUBJUNCTIVE, VerbTense.FUTURE):
            return None
        if verb.passive and verb.lemma not in _COMPLEX_VERBS:
            return None
        key, best, first = "", rows.get("") if not verb.negative else None, verb.first
        at = verb.first
        while at > start and self.words[at - 1] in self.loose and verb.first - at < 2:
            at -= 1
        for k in range(at - 1, max(start, at - _LONGEST) - 1, -1):
            key = self.words[k] + key
            if (row := rows.get(key)) is not None:
                best, first = row, k
        if best is None or best.takes == Takes.BETWEEN:
            between = self._between(verb, rows, start)
            if best is None or between is not None:
                return between
        if verb.negative and best.form:
            return None
        if best.takes == Takes.DOCUMENT and not self._document(verb, start):
            return None
        if verb.lemma == "خواست" and verb.tense == VerbTense.PRESENT and not best.form:
            return None
        if verb.lemma == "گفت" and not best.form and self._no_saying(verb, start):
            return None
        if verb.tense == VerbTense.PAST and self.words[first - 1] in _IMPERSONAL:
            return None  # «نمی‌توان انکار کرد»
        return Cue(first, verb.last, best, verb)

    def _no_saying(self, verb: VerbGroup, start: int) -> bool:
        """«سخن گفت»; «گفت و گو», «گفت وگو»."""
        before = self.words[verb.first - 1] if verb.first > start else ""
        after = self.words[verb.last : verb.last + 2]
        return (
            before in ("سخن", "باید") or (bool(after) and after[0].startswith("وگو")) or after in (["و", "گو"], ["و", "گوی"], ["و", "گوها"])
        )

    def _bare_participles(self, known: Sequence[VerbGroup], first: int, last: int) -> list[VerbGroup]:
        """«تأکید کرده …», «گفته …»: a perfect whose auxiliary is left out, in the middle of a sentence; «برشمرد»."""
        out = []
        taken = {k for v in known for k in range(v.first, v.last)}
        for i in range(first + 1, last):
            if i not in taken and (whole := self.lexicon.whole.get(self.words[i])):
                out.append(VerbGroup(i, i + 1, whole[0], VerbTense.PAST, whole[1], False))
                continue
            if i not in taken and self.words[i] in _WANTED and "از" in self.words[max(first, i - 25) : i]:
                out.append(VerbGroup(i, i + 1, "خواست", VerbTense.PAST, _WANTED[self.words[i]], False))
                continue
            if i in taken or self.words[i][-1] != "ه":
                continue
            form = self.pack_verbs.get(self.words[i])
            if form is None or form.tense != "participle" or form.lemma not in self.lexicon.verbs or form.negative:
                continue
            rows = self.lexicon.verbs[form.lemma]
            if (self.words[i - 1] in rows and self.words[i - 1]) or (
                form.lemma in _PLAIN and self.words[i - 1] not in ("به", "این", "طبق", "بر")
            ):
                out.append(VerbGroup(i, i + 1, form.lemma, VerbTense.PERFECT, 3, False))
        return out

    def _shared(self, cue: Cue, start: int) -> Iterator[Cue]:
        """«X را اعلام و بر Y تأکید کرد»: the noun before «و» shares the verb; «X را محکوم و از Y خواست …»: it leaves its own out."""
        if cue.verb is None:
            return
        rows = self.lexicon.verbs.get(cue.verb.lemma if cue.row.form else _LEFT_OUT, {})
        for k in range(cue.first - 1, max(start + 2, cue.first - _FAR), -1):
            if self.words[k] == "و" and (row := rows.get(self.words[k - 1])) and row.form and row.takes in (Takes.BOTH, Takes.LEFT):
                if row.markers and ("را" in self.words[max(start, k - 20) : k] or "را" not in row.markers):
                    yield Cue(k - 1, k, row, cue.verb)
                return

    def _between(self, verb: VerbGroup, rows: dict[str, SpeechRow], start: int) -> Cue | None:
        """«خواستار … شد»: noun and verb with what is asked between them."""
        if verb.negative:
            return None
        for k in range(verb.first - 1, max(start, verb.first - _FAR) - 1, -1):
            word = self.words[k]
            if word in self.lexicon.between and (row := rows.get(word)) is not None:
                return None if self._closed_before(verb, k) else Cue(k, verb.last, row, verb)
            if word in (":", "؛"):
                break
        return None

    def _closed_before(self, verb: VerbGroup, noun: int) -> bool:
        """«خواستار X شد و گفت … متوقف می‌شوند»: whether an earlier verb closes what the noun at a token opens."""
        between = (v for verbs in self.verbs.values() for v in verbs if noun < v.first and v.last <= verb.first)
        return any(self.words[noun] in self.lexicon.verbs.get(v.lemma, ()) and v.first not in self.relative for v in between)

    def _document(self, verb: VerbGroup, start: int) -> bool:
        """Whether a document is named before the verb: «در این بیانیه آمده است»."""
        if verb.lemma in ("اورد", "امد") and verb.tense not in (VerbTense.PERFECT, VerbTense.PARTICIPLE):
            return False
        documents = self.lexicon.words["document"]
        return any(self.words[k] in documents and self.words[k - 1] in _WITHIN for k in range(start + 1, verb.first))

    def _openers(self, first: int, last: int) -> list[Cue]:
        out: list[Cue] = []
        lexicon, words = self.lexicon, self.words
        for i in range(first, last):
            key = words[i]
            if key not in lexicon.prefixes or self.quoted[i] >= 0:
                continue
            best: Cue | None = None
            k = i + 1
            while True:
                if row := lexicon.openers.get(key):
                    best = Cue(i, k, row)
                elif (row := lexicon.sources.get(key)) and (i == first or words[i - 1] in _BEFORE_SOURCE):
                    best = Cue(i, k, row, source=True)
                if k >= last or key not in lexicon.prefixes or k - i > 7:
                    break
                key += words[k]
                k += 1
            if best is not None:
                out.append(best)
        return out
