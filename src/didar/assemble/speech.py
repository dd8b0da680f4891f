"""Who has the word, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from didar.assemble.quotes import find_quotes
from didar.assemble.reports import Cue, CueFinder
from didar.assemble.speakers import SpeakerFinder
from didar.pack.speech import SpeechRow, Takes
from didar.scene import Scene
from didar.who import Kind

_MARKS = frozenset("،؛:.!؟?…«»\"“”()[]-–—*•/|,٬")
_COMMAS = frozenset("،,٬")
_QUOTE = frozenset("«\"“")
_AND = frozenset(("و", "اما", "ولی", "بلکه", "سپس", "همچنین", "نیز", "هم", "همزمان", "،"))
_BEFORE_VERB = frozenset(("همچنین", "نیز", "سپس", "همزمان", "در", "ادامه", "پایان"))
_IN = frozenset(("در", "طی", "این"))
_HEADLINE = 26
_SHORT_QUOTE = 5

Held = list[tuple[Cue, int, int]]


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
    """Follows the word through one text.

    speakers: who has the word. person: who is spoken of last, for «وی». open: whether a speech may go on: colon, quote,
    pending (announced, not yet begun), document. until: token at which an open quotation closes.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene, self.words = scene, scene.analysis.words
        self.lexicon = scene.pack.speech
        self.quotes = find_quotes(scene.analysis)
        self.quoted = [-1] * len(self.words)
        for number, (a, b) in enumerate(self.quotes):
            for k in range(a + 1, b):
                self.quoted[k] = number
        self.cues = CueFinder(scene, self.lexicon, self.quoted)
        self.who = SpeakerFinder(scene, self.quoted)
        self.out: list[Draft] = []
        self.speakers: tuple[int, ...] = ()
        self.person: tuple[int, ...] = ()
        self.human: tuple[int, ...] = ()
        self.group: tuple[int, ...] = ()
        self.open: str | None = None
        self.row: SpeechRow | None = None
        self.line = self.until = -1
        self.bullets = self.going = False
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
            self.line = line
            if stop >= last - 1:
                return
            start, self.open = stop, None
        elif self.open == "quote":
            self.open = None
        if self._headline(number, start, last):
            self.line = line
            return
        before = len(self.out)
        self.going = goes_on = self._goes_on(number, start, last, line)
        cues = self.cues.find(number, start, last)
        if cues and (not goes_on or self._interrupts(number, start, last, cues)):
            self._cues(number, start, last, cues)
        if len(self.out) == before and self.open != "pending":
            if not goes_on or self.open is None:
                self._narration(number, start, last)
                return
            self._say(start, last, self.speakers, self.row, "on", number)
        elif len(self.out) == before and goes_on:
            self.open = "colon"
            self._say(start, last, self.speakers, self.row, "on", number)
        self.line = line

    def _interrupts(self, number: int, start: int, last: int, cues: Sequence[Cue]) -> bool:
        """Whether a verb of saying within an open speech gives somebody else the word, or the same speaker anew."""
        for cue in cues:
            if cue.source or (cue.last < last and self.words[cue.last] == ":"):
                return True
            subject = self.who.subject(number, start, cue.first)
            if subject is None or self.own_words(start, last):
                continue
            kind = self.scene.mentions[subject].kind
            if kind not in (Kind.PARTY, Kind.JOINT):
                return True
            if not self.bullets and self.open not in ("pending", "document"):
                return True
        return False

    def _goes_on(self, number: int, start: int, last: int, line: int) -> bool:
        """Whether an open speech goes on in a sentence without a cue."""
        if not self.speakers or self.open is None:
            return False
        if line != self.line and not (self.bullets or self.open in ("pending", "document")):
            return False
        if self.own_words(start, last):
            return True
        if self.lexicon.stops(self.words, start, last):
            return False
        subject = self.who.subject(number, start, last)
        if subject is not None:
            mention = self.scene.mentions[subject]
            if mention.kind == Kind.PRONOUN and mention.first - start < 3:
                return False
            if set(self.scene.references.of[subject]) & set(self.speakers) and mention.kind not in (Kind.PARTY, Kind.JOINT):
                return False
        return True

    def own_words(self, first: int, last: int) -> bool:
        """Whether the first person stands in tokens [first, last)."""
        words, verbs = self.words, self.scene.pack.verbs
        mine, third = self.lexicon.words["first_person"], self.lexicon.words["third"]
        for k in range(first, last):
            if words[k] in mine:
                return True
            form = verbs.get(words[k])
            if form is not None and form.person in (1, 4) and form.also != "noun" and words[k] not in third:
                return True
        return False

    def _narration(self, number: int, start: int, last: int) -> None:
        self.open = None
        subject = self.who.subject(number, start, last)
        if subject is not None and self.scene.mentions[subject].kind in (Kind.PERSON, Kind.OFFICE):
            self.person = self.human = self.scene.references.of[subject] or self.person

    # -- headlines: «X: …» ---------------------------------------------------------------------------------------------

    def _headline(self, number: int, start: int, last: int) -> bool:
        words = self.words
        colon = next((k for k in range(start, min(last, start + _HEADLINE)) if words[k] == ":" and self.quoted[k] < 0), None)
        if colon is None or any(
            start <= v.first < colon and v.person not in (2, 5) for v in self.cues.verbs.get(number, ())
        ):
            return False
        subject = self.who.subject(number, start, colon)
        if subject is None or self.scene.mentions[subject].first - start > 4:
            return False
        speakers = self.who.of_mention(subject, colon, self.human, plural=True)
        if not speakers:
            return False
        self._take_word(speakers)
        self.bullets, self.row, self.open = True, None, "colon"
        content = self._skip_marks(colon + 1, last)
        if content >= last:
            self.open = "pending"
        else:
            self._content(content, last, speakers, None, "headline", number)
        return True

    # -- cues ------------------------------------------------------------------------------------------------------------

    def _cues(self, number: int, start: int, last: int, cues: list[Cue]) -> None:
        at, said = start, False
        held: Held = []
        for n, cue in enumerate(cues):
            if cue.first < at or self.quoted[cue.first] >= 0:
                continue
            rest = cues[n + 1 :]
            if cue.source:
                if end := self._source(number, cue, last):
                    at, said = end, True
            elif cue.opener:
                held.append((cue, cue.last, self._opener_end(cue, last, rest)))
            elif cue.verb and cue.verb.first in self.cues.relative and not self._main_after_all(number, cue, at, last):
                continue
            elif self._inside(cue, last, rest, held) or self._embedded(cue, last, rest):
                continue
            elif done := self._verb(number, cue, (at, last), rest, held, said):
                at, held, said = done, [], True
        if held and (speakers := self._speakers_of(number, start, held[0][0].first, None, said)):
            for opener, a, b in held:
                self._content(a, b, speakers, opener.row, "opener", number)

    def _verb(self, number: int, cue: Cue, room: tuple[int, int], rest: Sequence[Cue], held: Held, said: bool) -> int | None:
        at, last = room
        right = self._right(cue, last)
        left = None if right else self._left(number, cue, at, held)
        if not right and not left:
            return None
        speakers = self._speakers_of(number, at, cue.first, cue, said, held)
        if not speakers:
            if not said and not self.going:
                self._take_word(())
            return None
        self._take_word(speakers)
        for opener, a, b in held:
            if b - a > 3 or self.words[a] != "این":
                self._content(a, min(b, cue.first), speakers, opener.row, "opener", number)
        self.open = None
        if left is not None:
            self._content(left[0], left[1], speakers, cue.row, left[2], number)
            return cue.last
        assert right is not None
        first, how = right
        stop = self._content_end(first, last, rest, how)
        self.row = cue.row
        if first >= stop:
            self.open = "pending" if how == "colon" else None
            return stop
        self.open = "colon" if how == "colon" else None
        if self.open and any(
            self.words[k] in self.lexicon.words["document"] and self.words[k - 1] in _IN for k in range(at + 1, cue.first)
        ):
            self.open = "document"
        self.bullets = False
        self._content(first, stop, speakers, cue.row, how, number)
        return stop

    def _main_after_all(self, number: int, cue: Cue, at: int, last: int) -> bool:
        """«در حالی است که X گفته است که …»: a clause behind «که» with a subject and a content of its own."""
        if cue.last < last and self.words[cue.last] == ":":
            return True
        assert cue.verb is not None
        right = self._right(cue, last)
        if right is None:
            return False
        k = cue.first
        while self.words[k - 1] in _BEFORE_VERB:
            k -= 1
        if self.words[k - 1] in _COMMAS:
            return True
        clause = self.scene.clauses.at(cue.verb.first)
        before = [k for k in clause.tokens if k < cue.first]
        return bool(before) and "".join(self.words[max(0, before[0] - 6) : before[0]]).find("درحالی") >= 0

    def _embedded(self, cue: Cue, last: int, rest: Sequence[Cue]) -> bool:
        """«پس از آنکه X اعلام کرد …، نوشت: …»: a bare content cannot reach over a verb with a colon."""
        right = self._right(cue, last)
        return (
            right is not None
            and right[1] == "bare"
            and any(
                c.verb is not None and c.last < last and self.words[c.last] == ":" and self.words[c.first - 1] not in _AND for c in rest
            )
        )

    def _inside(self, cue: Cue, last: int, rest: Sequence[Cue], held: Held) -> bool:
        """Whether a verb still belongs to what an opener or a document says: a better verb follows."""
        if cue.row.takes == Takes.DOCUMENT:
            that = cue.last + 1 < last and self.words[cue.last] == "که" and self.words[cue.last + 1] not in (":", "«", '"')
            return that and any(c.verb is not None and self.quoted[c.first] < 0 for c in rest)
        if not held or held[-1][0].row.takes != Takes.CLAUSE:
            return False
        words, opened = self.words, held[-1][0].last
        if any(words[k] in _COMMAS for k in range(opened, cue.first)):
            return False
        return any(c.verb is not None and any(words[k] in _COMMAS for k in range(cue.last, c.first)) for c in rest)

    def _right(self, cue: Cue, last: int) -> tuple[int, str] | None:
        """(first token, how) of what stands behind a verb, if it is what is said."""
        if cue.row.takes == Takes.LEFT:
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
        if word in _QUOTE:
            return k, "colon"
        if cue.row.takes in (Takes.BETWEEN, Takes.DOCUMENT) or word in ("و", ".", "»", ")", "؛", "!", "؟"):
            return None
        if word in ("اما", "ولی") and cue.row.takes != Takes.CLAUSE:
            return None
        first = self._skip_marks(k, last)
        if first >= last:
            return None
        if cue.row.takes == Takes.BOTH and self._marked(cue):
            return None
        if any(v.first >= first for v in self.cues.verbs.get(self.scene.sentence_of(first), ())):
            return first, "bare"
        return None

    def _marked(self, cue: Cue) -> bool:
        """Whether a marker of the content stands before the verb: «بر … تأکید کرد»; that of «با اشاره به» aside."""
        words, markers = self.words, cue.row.markers
        start = max(self.scene.analysis.sentences[self.scene.sentence_of(cue.first)][0], cue.first - 25)
        return any(words[k] in markers and words[k - 1] != "اشاره" for k in range(start, cue.first))

    def _left(self, number: int, cue: Cue, at: int, held: Held) -> tuple[int, int, str] | None:
        """(first, last, how) of what stands before the verb."""
        words = self.words
        if cue.row.takes == Takes.BETWEEN:
            assert cue.verb is not None
            return (cue.first, cue.verb.first, "left") if cue.verb.first - cue.first > 1 else None
        start = max(at, held[-1][2]) if held else at
        subject = self.who.subject(number, start, cue.first)
        first = self.scene.mentions[subject].last if subject is not None else self._skip_marks(start, cue.first)
        while first < cue.first and words[first] in _AND:
            first += 1
        if cue.row.takes in (Takes.CLAUSE, Takes.DOCUMENT):
            quote = next((q for q in self.quotes if first <= q[0] < cue.first), None)
            return (quote[0], quote[1], "quote") if quote and quote[1] - quote[0] > _SHORT_QUOTE and not cue.row.form else None
        markers = cue.row.markers
        if "را" in markers:
            if "را" not in words[first : cue.first]:
                return None
        elif markers:
            first = next((k for k in range(first, cue.first) if words[k] in markers and words[k - 1] != "اشاره"), first)
        least = 5 if words[first] in ("این", "ان") else 3
        return (first, cue.first, "left") if cue.first - first >= least else None

    def _content_end(self, first: int, last: int, rest: Sequence[Cue], how: str) -> int:
        """Where what is said ends: at the next verb of saying of the same speaker, or with the sentence."""
        words = self.words
        if first < last and words[first] in _QUOTE:
            stop = next((b for a, b in self.quotes if a == first), last)
            if stop >= last or (stop - first > _SHORT_QUOTE and not words[stop][0].isalnum()) or words[stop] in ("و", "اما"):
                return min(stop, last)
        for cue in rest:
            if cue.verb is None or cue.first <= first or self.quoted[cue.first] >= 0 or cue.verb.first in self.cues.relative:
                continue
            k = cue.first
            while k > first and words[k - 1] in _BEFORE_VERB:
                k -= 1
            if words[k - 1] not in ("و", "اما", "ولی"):
                continue
            if cue.row.takes in (Takes.BOTH, Takes.CLAUSE) and self._right(cue, last) is not None:
                return k - 1
            if how != "colon" and cue.row.takes == Takes.BETWEEN:
                return k - 1
        return last

    def _opener_end(self, cue: Cue, last: int, rest: Sequence[Cue]) -> int:
        following = [c.first for c in rest if c.verb is not None and self.quoted[c.first] < 0]
        for stop in (*following, last) if not following else following:
            for k in range(stop - 1, cue.last, -1):
                if self.words[k] in _COMMAS and self.quoted[k] < 0:
                    return k
        return following[0] if following else last

    def _source(self, number: int, cue: Cue, last: int) -> int | None:
        """«به گفته X، …»: returns the end of what is said."""
        n = next((m for m in self.who.mentions_of.get(number, ()) if self.scene.mentions[m].first == cue.last), None)
        if n is not None:
            speakers, first = self.who.of_mention(n, cue.last, self.human, plural=False), self.scene.mentions[n].last
        elif self.words[cue.last - 1] in self.lexicon.words["document"]:
            speakers, first = self.person, cue.last
        else:
            return None
        first = self._skip_marks(first, last)
        if not speakers or first >= last:
            return None
        self._take_word(speakers)
        self._content(first, last, speakers, cue.row, "source", number)
        return last

    # -- speakers ------------------------------------------------------------------------------------------------------

    def _take_word(self, speakers: tuple[int, ...]) -> None:
        if speakers != self.speakers:
            self.turn += 1
        self.speakers = self.person = speakers
        if speakers and self.scene.references.entities[speakers[0]].kind in (Kind.PERSON, Kind.OFFICE):
            self.human = speakers
        if len(speakers) > 1:
            self.group = speakers
        if not speakers:
            self.open = None

    def _speakers_of(self, number: int, start: int, stop: int, cue: Cue | None, said: bool, held: Held | None = None) -> tuple[int, ...]:
        """Who says it: the subject, else who has the word."""
        if cue is not None and (n := self.who.quoted_from(number, start, stop)) is not None:
            return self.who.of_mention(n, stop, self.human, plural=False)
        clause = self.scene.clauses.of[cue.verb.first] if cue is not None and cue.verb is not None else None
        if held:
            before = held[0][0].first
            subject = self.who.subject(number, start, before, clause=self.scene.clauses.of[before])
            if subject is None:
                subject = self.who.subject(number, held[-1][2], stop, clause=clause)
        else:
            before = stop
            subject = self.who.subject(number, start, stop, clause=clause)
        plural = cue is not None and cue.verb is not None and cue.verb.person == 6
        if cue is not None and cue.row.takes == Takes.DOCUMENT and subject is None:
            author = self.who.author(number, start, stop, self.lexicon.words["document"])
            return author or self.person
        if self.group and plural and not said and self.lexicon.begins("group", self.words, self._first_word(start, stop), stop):
            return self.group
        if subject is not None:
            return self.who.of_mention(subject, stop, self.human, plural=plural)
        if said:
            return self.speakers
        return () if self.who.unknown_subject(start, before, cue, self.person) else self.person

    # -- what is said ----------------------------------------------------------------------------------------------------

    def _first_word(self, first: int, last: int) -> int:
        while first < last and (self.words[first] in _AND or not self.words[first][0].isalnum()):
            first += 1
        return first

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
                self.until, self.open, self.row, last = span[1], "quote", row, sentence_end
            elif span and span[1] >= last - 1:
                self.open = None
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
