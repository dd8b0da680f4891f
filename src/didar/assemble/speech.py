"""Who has the word, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from didar.assemble.quotes import find_quotes
from didar.assemble.reports import Cue, CueFinder
from didar.pack.speech import SpeechRow, Takes
from didar.scene import Scene
from didar.syntax import SUBJECT
from didar.who import ActorMention, Kind

_AND = frozenset(("و", "اما", "ولی", "بلکه", "سپس", "همچنین", "نیز", "هم", "همزمان", "،"))
_MARKS = frozenset("،؛:.!؟?…«»\"“”()[]-–—*•/|")
_SPEAKS = (Kind.PERSON, Kind.OFFICE, Kind.INSTITUTION, Kind.PARTY, Kind.PLURAL, Kind.COUNTERPART, Kind.PRONOUN, Kind.JOINT)
_QUOTE = frozenset("«\"“")
_PLURAL_PRONOUNS = frozenset(("انها", "انان", "ایشان"))
_HEADLINE = 26


@dataclass(frozen=True, slots=True)
class Draft:
    """Tokens [first, last) are what the speakers (entity numbers) say. how: the construction. row: what told it."""

    first: int
    last: int
    speakers: tuple[int, ...]
    row: SpeechRow | None
    how: str
    sentence: int
    turn: int
    sure: float = 0.9


class SpeechReader:
    """Follows the word through one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.words = scene, scene.analysis.words
        self.quotes = find_quotes(scene.analysis)
        self.quoted = [-1] * len(self.words)
        for number, (a, b) in enumerate(self.quotes):
            for k in range(a + 1, b):
                self.quoted[k] = number
        self.cues = CueFinder(scene, scene.pack.speech, self.quoted)
        self.mentions_of: dict[int, list[int]] = {}
        for n, mention in enumerate(scene.mentions):
            self.mentions_of.setdefault(scene.sentence_of(mention.first), []).append(n)
        self.out: list[Draft] = []
        self.speakers: tuple[int, ...] = ()
        self.person: tuple[int, ...] = ()
        self.open: str | None = None
        self.row: SpeechRow | None = None
        self.line = -1
        self.until = -1
        self.bullets = False
        self.turn = 0

    def read(self) -> list[Draft]:
        """All drafts, in order."""
        analysis = self.scene.analysis
        for number, (first, last) in enumerate(analysis.sentences):
            if analysis.read[number]:
                self._sentence(number, first, last)
        return self.out

    # -- one sentence ------------------------------------------------------------------------------------------------

    def _sentence(self, number: int, first: int, last: int) -> None:
        line = self.scene.analysis.lines[number]
        start = self._skip_marks(first, last)
        if first < self.until:
            stop = min(self.until, last)
            self._say(start, stop, self.speakers, self.row, "quote-on", number)
            if stop >= last - 1:
                return
            start = stop
        elif self.open == "quote":
            self.open = "colon" if line == self.line else None
        head = self._headline(number, start, last)
        if head is not None:
            self.line = line
            return
        cues = self.cues.find(number, start, last)
        before = len(self.out)
        if cues:
            self._cues(number, start, last, cues)
        if len(self.out) > before:
            self.line = line
            return
        if self._goes_on(number, start, last, line):
            self._say(start, last, self.speakers, self.row, "on", number)
            self.line = line
            return
        self._narration(number, start, last)

    def _goes_on(self, number: int, start: int, last: int, line: int) -> bool:
        """Whether an open speech goes on in a sentence without a cue."""
        if not self.speakers or self.open is None:
            return False
        if line != self.line and not (self.bullets or self.open == "pending"):
            return False
        subject = self._subject(number, start, last, last)
        if subject is not None:
            mention = self.scene.mentions[subject]
            if mention.kind == Kind.PRONOUN or set(self.scene.references.of[subject]) & set(self.speakers):
                return mention.kind == Kind.PARTY
        if self.open == "pending":
            self.open = "colon"
        return True

    def _narration(self, number: int, start: int, last: int) -> None:
        self.open = None
        subject = self._subject(number, start, last, last)
        if subject is not None and self.scene.mentions[subject].kind in (Kind.PERSON, Kind.OFFICE):
            self.person = self.scene.references.of[subject] or self.person

    # -- headlines: «X: …» ---------------------------------------------------------------------------------------------

    def _headline(self, number: int, start: int, last: int) -> bool | None:
        words = self.words
        colon = next((k for k in range(start, min(last, start + _HEADLINE)) if words[k] == ":" and self.quoted[k] < 0), None)
        if colon is None:
            return None
        clause_verbs = [v for v in self.cues.verbs.get(number, ()) if start <= v.first < colon]
        if clause_verbs:
            return None
        subject = self._subject(number, start, colon, colon)
        if subject is None or self.scene.mentions[subject].first - start > 4:
            return None
        speakers = self._speakers(subject, colon, plural=False)
        if not speakers:
            return None
        self._take_word(speakers)
        self.bullets = True
        self.row = None
        self.open = "colon"
        content = self._skip_marks(colon + 1, last)
        if content >= last:
            self.open = "pending"
        else:
            self._content(content, last, speakers, None, "headline", number)
        return True

    # -- cues ------------------------------------------------------------------------------------------------------------

    def _cues(self, number: int, start: int, last: int, cues: list[Cue]) -> None:
        at = start
        held: list[tuple[Cue, int, int]] = []
        n = 0
        said = False
        while n < len(cues):
            cue = cues[n]
            n += 1
            if cue.first < at or (self.quoted[cue.first] >= 0 and self.quotes[self.quoted[cue.first]][0] >= start):
                continue
            if cue.source:
                at = self._source(number, cue, last, cues[n:]) or at
                said = said or at > cue.last
                continue
            if cue.opener:
                stop = self._opener_end(cue, last, cues[n:])
                held.append((cue, cue.last, stop))
                continue
            if cue.verb and cue.verb.first in self.cues.relative and not self._introduces(cue, last):
                continue
            done = self._verb(number, cue, at, last, cues[n:], held, said)
            if done:
                at, held, said = done, [], True
        if held and (speakers := self._speakers_of(number, start, held[0][0].first, None, said)):
            for opener, a, b in held:
                self._content(a, b, speakers, opener.row, "opener", number)

    def _verb(
        self, number: int, cue: Cue, at: int, last: int, rest: Sequence[Cue], held: list[tuple[Cue, int, int]], said: bool
    ) -> int | None:
        right = self._right(cue, last)
        left = None if right else self._left(number, cue, at, held)
        if not right and not left:
            return None
        speakers = self._speakers_of(number, at, cue.first, cue, said, held)
        if not speakers:
            if not said:
                self._take_word(())
            return None
        self._take_word(speakers)
        for opener, a, b in held:
            self._content(a, min(b, cue.first), speakers, opener.row, "opener", number)
        if right:
            first, how = right
            stop = self._content_end(first, last, rest, how)
            self.row = cue.row
            if first >= stop:
                self.open = "pending" if how == "colon" else None
                return stop
            self.open = how if how in ("colon",) else None
            self.bullets = False
            self._content(first, stop, speakers, cue.row, how, number)
            return stop
        assert left is not None
        self.open = None
        self._content(left[0], left[1], speakers, cue.row, left[2], number)
        return cue.last

    def _introduces(self, cue: Cue, last: int) -> bool:
        return cue.last < last and self.words[cue.last] == ":"

    def _right(self, cue: Cue, last: int) -> tuple[int, str] | None:
        """(first token, how) of what stands behind a verb, if it is what is said."""
        if cue.row.takes == Takes.LEFT:
            return None
        words, k = self.words, cue.last
        if k >= last:
            return None
        word = words[k]
        while word in ("،", "-", "–") and k + 1 < last and words[k + 1] in (":", "که", "«", '"'):
            k += 1
            word = words[k]
        if word == ":":
            return k + 1, "colon"
        if word in ("که", "تا", "مبنی"):
            return k + 1, "that"
        if word in _QUOTE:
            return k, "colon"
        if word in ("و", "اما", "ولی", ".", "»", ")", "؛", "!", "؟"):
            return None
        first = self._skip_marks(k, last)
        if first >= last:
            return None
        if cue.row.takes == Takes.BOTH and (word == "،" or self._marked(cue, cue.first - 14, cue.first)):
            return None
        if any(v.first >= first for v in self.cues.verbs.get(self.scene.sentence_of(first), ())):
            return first, "bare"
        return None

    def _marked(self, cue: Cue, start: int, stop: int) -> bool:
        marker = cue.row.marker
        return not marker or any(self.words[k] == marker for k in range(max(0, start), stop))

    def _left(self, number: int, cue: Cue, at: int, held: Sequence[tuple[Cue, int, int]]) -> tuple[int, int, str] | None:
        """(first, last, how) of what stands before the verb."""
        start = at
        if held:
            start = max(start, held[-1][2])
        subject = self._subject(number, start, cue.first, cue.first)
        first = self.scene.mentions[subject].last if subject is not None else self._skip_marks(start, cue.first)
        words = self.words
        while first < cue.first and words[first] in _AND:
            first += 1
        quote = next((k for k in range(first, cue.first) if words[k] in _QUOTE), None)
        if cue.row.takes == Takes.CLAUSE:
            if quote is not None and self.quotes and self.quoted[quote + 1] >= 0 and self.quotes[self.quoted[quote + 1]][1] - quote > 4:
                return quote, self.quotes[self.quoted[quote + 1]][1], "quote"
            return None
        if cue.row.marker and cue.row.marker != "را":
            marked = next((k for k in range(first, cue.first) if words[k] == cue.row.marker), None)
            if marked is not None:
                first = marked
        elif cue.row.marker == "را" and not any(words[k] == "را" for k in range(first, cue.first)):
            return None
        if cue.first - first < 2:
            return None
        return first, cue.first, "left"

    def _content_end(self, first: int, last: int, rest: Sequence[Cue], how: str) -> int:
        """Where what is said ends: at the next verb of saying of the same speaker, or with the sentence."""
        words = self.words
        if first < last and words[first] in _QUOTE:
            stop = next((b for a, b in self.quotes if a == first), last)
            return min(stop, last)
        for cue in rest:
            if cue.verb is None or cue.first <= first or self.quoted[cue.first] >= 0:
                continue
            if cue.verb.first in self.cues.relative:
                continue
            k = cue.first
            while k > first and words[k - 1] in ("همچنین", "نیز", "سپس", "همزمان", "در", "ادامه", "پایان"):
                k -= 1
            if words[k - 1] in ("و", "اما", "ولی") and (self._right(cue, last) is not None) and cue.row.takes != Takes.LEFT:
                return k - 1
            if how != "colon" and cue.row.form in ("خواستار", "") and cue.verb.lemma in ("شد", "خواست") and words[k - 1] == "و":
                return k - 1
        return last

    def _opener_end(self, cue: Cue, last: int, rest: Sequence[Cue]) -> int:
        nxt = next((c.first for c in rest if c.verb is not None and self.quoted[c.first] < 0), last)
        for k in range(nxt - 1, cue.last, -1):
            if self.words[k] == "،" and self.quoted[k] < 0:
                return k
        return nxt

    def _source(self, number: int, cue: Cue, last: int, rest: Sequence[Cue]) -> int | None:
        """«به گفته X، …»: returns the end of what is said."""
        n = next((m for m in self.mentions_of.get(number, ()) if self.scene.mentions[m].first == cue.last), None)
        if n is None:
            return None
        speakers = self._speakers(n, cue.last, plural=False)
        mention = self.scene.mentions[n]
        first = self._skip_marks(mention.last, last)
        if not speakers or first >= last:
            return None
        self._take_word(speakers)
        self._content(first, last, speakers, cue.row, "source", number)
        return last

    # -- speakers ------------------------------------------------------------------------------------------------------

    def _take_word(self, speakers: tuple[int, ...]) -> None:
        if speakers != self.speakers:
            self.turn += 1
        self.speakers = speakers
        self.person = speakers
        if not speakers:
            self.open = None

    def _speakers_of(
        self, number: int, start: int, stop: int, cue: Cue | None, said: bool, held: Sequence[tuple[Cue, int, int]] = ()
    ) -> tuple[int, ...]:
        """Who says it: the subject, else who has the word."""
        subject = None
        if held:
            subject = self._subject(number, start, held[0][0].first, held[0][0].first)
            if subject is None:
                subject = self._subject(number, held[-1][2], stop, stop)
        else:
            subject = self._subject(number, start, stop, stop)
        plural = cue is not None and cue.verb is not None and cue.verb.person == 6
        if subject is not None:
            return self._speakers(subject, stop, plural=plural)
        if said:
            return self.speakers
        if self._unknown_subject(start, held[0][0].first if held else stop, cue):
            return ()
        return self.person

    def _unknown_subject(self, start: int, stop: int, cue: Cue | None) -> bool:
        """Whether a noun that is no actor stands where the subject stands."""
        k = self._skip_marks(start, stop)
        while k < stop and self.words[k] in _AND:
            k += 1
        if k >= stop:
            return False
        mark = self.scene.marks[k]
        if mark and (mark.word("prep") or mark.word("function") or mark.word("conj") or mark.word("trigger")):
            return False
        if self.words[k] in _PLURAL_PRONOUNS:
            return False
        return True

    def _subject(self, number: int, start: int, stop: int, verb: int) -> int | None:
        """The first mention in [start, stop) that may be the subject; one in the verb's own clause before others."""
        scene = self.scene
        best = None
        for n in self.mentions_of.get(number, ()):
            mention = scene.mentions[n]
            if mention.first < start or mention.first >= stop:
                continue
            phrase = scene.phrases[n]
            if phrase.case != SUBJECT or mention.kind not in _SPEAKS or mention.place and False:
                continue
            if self.quoted[mention.first] >= 0 and mention.kind != Kind.PERSON:
                continue
            if scene.clauses.clauses[phrase.clause].relation == "relative":
                continue
            if best is None:
                best = n
        return best

    def _speakers(self, n: int, stop: int, *, plural: bool) -> tuple[int, ...]:
        scene = self.scene
        mention = scene.mentions[n]
        if mention.kind == Kind.PRONOUN:
            return self.person or scene.references.of[n]
        out = list(scene.references.of[n])
        for k in range(n + 1, len(scene.mentions)):
            other = scene.mentions[k]
            if other.first >= stop:
                break
            if scene.phrases[k].chain == scene.phrases[n].chain and scene.phrases[k].case == SUBJECT:
                out += [e for e in scene.references.of[k] if e not in out]
        return tuple(out)

    # -- what is said ----------------------------------------------------------------------------------------------------

    def _skip_marks(self, first: int, last: int) -> int:
        while first < last and not self.words[first][0].isalnum() and self.words[first] not in _QUOTE:
            first += 1
        return first

    def _content(self, first: int, last: int, speakers: tuple[int, ...], row: SpeechRow | None, how: str, number: int) -> None:
        """A statement; a quotation that is still open at the end of the sentence keeps the word."""
        first = self._skip_marks(first, last)
        if first < last and self.words[first] in _QUOTE:
            span = next(((a, b) for a, b in self.quotes if a == first), None)
            sentence_end = self.scene.analysis.sentences[number][1]
            if span and span[1] > sentence_end:
                self.until, self.open, last = span[1], "quote", sentence_end
                self.line = self.scene.analysis.lines[number]
        self._say(first, last, speakers, row, how, number)

    def _say(self, first: int, last: int, speakers: tuple[int, ...], row: SpeechRow | None, how: str, number: int) -> None:
        words = self.words
        first = self._skip_marks(first, last)
        while first < last and words[first] in _QUOTE:
            first += 1
        while last > first and words[last - 1] in _MARKS and words[last - 1] != ")":
            last -= 1
        if last - first >= 2:
            self.out.append(Draft(first, last, speakers, row, how, number, self.turn))
