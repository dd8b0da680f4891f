"""Who has the word, sentence by sentence."""

from collections.abc import Sequence
from unicodedata import category

from didar.assemble.contents import QUOTE, ContentFinder, Held
from didar.assemble.quotes import find_quotes
from didar.assemble.reports import Cue, CueFinder
from didar.assemble.speakers import SpeakerFinder
from didar.assemble.utterance import Draft
from didar.pack.speech import SpeechRow, Takes
from didar.scene import Scene
from didar.syntax import SUBJECT, VerbTense
from didar.who import Kind

_MARKS = frozenset('،؛:.!؟?…«»"“”()[]-–—*•/|,٬')
_SHOWN = frozenset(("شرح", "متن", "ترتیب", "قرار", "زیر", "ادامه"))
_IN = frozenset(("در", "طی", "این"))
_HEADLINE = 45
_REPORT = "گزارش"
_ISSUE = frozenset(("کرد", "داد", "فرستاد", "نوشت"))
_NEXT = 2  # sentences, signs that stand alone counted
_SHORT_QUOTE = 6
_MANY = frozenset((Kind.PARTY, Kind.JOINT, Kind.PLURAL, Kind.INSTITUTION))


def _is_point(word: str) -> bool:
    """Whether a token is a sign that begins the points of a post: «🔹», «🔴», «▪️»."""
    return category(word[0]) in ("So", "Sk")


class SpeechReader:
    """Follows the word through one text.

    speakers: who has the word. person: who is spoken of last, for «وی». open: whether a speech may go on: colon, quote,
    pending (announced, not yet begun), document, mine (in the first person only). lost: whether
    somebody speaks who is not known. mine: turns of
    a post's headline in which the first person stands. until: token at which an open quotation closes.
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
        self.contents = ContentFinder(scene, self.cues, self.who, self.quotes, self.quoted)
        self.titles = {k for m in scene.mentions if m.office for k in range(m.first, m.last)}  # «وزیر خارجه کشورمان»
        self.out: list[Draft] = []
        self.speakers: tuple[int, ...] = ()
        self.person: tuple[int, ...] = ()
        self.human: tuple[int, ...] = ()
        self.group: tuple[int, ...] = ()
        self.open: str | None = None
        self.row: SpeechRow | None = None
        self.line = self.until = self.hearsay = -1
        self.bullets = self.going = self.text = self.lost = self.aloud = False
        self.turn = 0
        self.mine: set[int] = set()

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
        start = self.contents.skip_marks(first, last)
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
            if not goes_on and self._quoted_on(number, start, last):
                self._content(start, last, self.speakers, None, "quote-on", number)
                self.line = line
                return
            if not goes_on or self.open is None:
                self._narration(number, start, last)
                return
            self._say(start, last, self.speakers, self.row, "text" if self.open == "document" else "on", number)
        elif len(self.out) == before and goes_on:
            self.open = "colon"
            self._say(start, last, self.speakers, self.row, "on", number)
        self.line = line

    def _quoted_on(self, number: int, start: int, last: int) -> bool:
        """«X گفت که …. «آنچه هست …»»: a sentence that is nothing but a quotation, behind what somebody said."""
        if not (self.speakers and self.out) or number - self.out[-1].sentence > _NEXT or self.out[-1].speakers != self.speakers:
            return False
        span = next(((a, b) for a, b in self.quotes if a == start and self.words[a] in QUOTE), None)
        return span is not None and span[1] >= last - 2 and min(span[1], last) - start > _SHORT_QUOTE

    def _interrupts(self, number: int, start: int, last: int, cues: Sequence[Cue]) -> bool:
        """Whether a verb of saying within an open speech gives somebody else the word, or the same speaker anew."""
        for cue in cues:
            if cue.source or (cue.last < last and self.words[cue.last] == ":"):
                return True
            subject = self.who.subject(number, start, cue.first)
            if (
                subject is None
                or self.own_words(start, self.scene.mentions[subject].first)
                or self.own_words(self.who.end_of(subject, last), last)
            ):
                continue
            kind = self.scene.mentions[subject].kind
            if self.open == "document" and kind in (Kind.OFFICE, Kind.PLURAL, Kind.INSTITUTION):
                continue  # «مقامات آن کشور ادعا می‌کنند که …» within a speech given word for word
            if kind in _MANY and cue.verb is not None and cue.verb.tense == VerbTense.PRESENT:
                continue  # «… نه فقط روسیه، بسیاری از کشورها از ما حمایت می‌کنند»: what the speaker says of them
            if kind not in (Kind.PARTY, Kind.JOINT) or set(self.scene.references.of[subject]) & set(self.speakers):
                return True  # «الیزه: …. کاخ الیزه اعلام کرد …»
            if not self.bullets and self.open not in ("pending", "document"):
                return True
        return False

    def _goes_on(self, number: int, start: int, last: int, line: int) -> bool:
        """Whether an open speech goes on in a sentence without a cue."""
        if not self.speakers or self.open is None:
            return False
        if self.contents.others_word(start):
            self._take_word(())
            return False
        if line != self.line and not (self.bullets or self.open in ("pending", "document") or self._next_point(number)):
            return False
        if self.own_words(start, last):
            return True
        if self.open == "mine" or self.lexicon.begins("editor" if self.text else "stop", self.words, start, last):
            return False
        subject = self.who.subject(number, start, last)
        if subject is not None:
            mention = self.scene.mentions[subject]
            meant = set(self.scene.references.of[subject])
            of_others = meant and not meant & set(self.speakers) and self.speakers == self.human  # «آقای X …. او …», said by a person
            other = self.bullets or self.open == "document" or of_others
            polite = self.words[mention.first] == "ایشان"  # somebody else, in what a person says
            if mention.kind == Kind.PRONOUN and mention.first - start < 3 and not (other or polite):
                return False
            if not polite and set(self.scene.references.of[subject]) & set(self.speakers) and mention.kind not in (Kind.PARTY, Kind.JOINT):
                return False
        return True

    def _next_point(self, number: int) -> bool:
        """Whether a speech behind a colon goes on in the next point of a post: «🔹 او گفت: …», «🔹 …»."""
        sentences, words = self.scene.analysis.sentences, self.words
        opens = [words[k] for first, last in sentences[max(0, number - 1) : number] if last - first == 1 for k in (first,)]
        return self.open == "colon" and any(_is_point(word) for word in (*opens, words[sentences[number][0]]))

    def _announces_text(self, start: int, last: int) -> bool:
        """«متن این بیانیه به شرح زیر است:»: what follows is a document word for word."""
        words = self.words[start:last]
        return words[-1:] == [":"] and any(w in self.lexicon.words["document"] for w in words) and any(w in _SHOWN for w in words)

    def own_words(self, first: int, last: int) -> bool:
        """Whether the first person stands in tokens [first, last)."""
        words, verbs = self.words, self.scene.pack.verbs
        mine, third = self.lexicon.words["first_person"], self.lexicon.words["third"]
        for k in range(first, last):
            if words[k] in mine and k not in self.titles:
                return True
            form = verbs.get(words[k])
            if form is not None and form.person in (1, 4) and form.also != "noun" and words[k] not in third:
                return True
        return False

    def _narration(self, number: int, start: int, last: int) -> None:
        self.open = None
        self.text = self._announces_text(start, last)
        if self.text:
            author = self.who.author(number, start, last, self.lexicon.words["document"] | self.lexicon.words["spoken"])
            self._take_word(author or self.person)
            self.open, self.row = "document" if self.speakers else None, None
            return
        subject = self.who.subject(number, start, last)
        if subject is not None and self.scene.mentions[subject].kind in (Kind.PERSON, Kind.OFFICE):
            self.person = self.human = self.scene.references.of[subject] or self.person
            self.lost = False
        elif subject is not None and self._issues(number, start, last, subject):
            self.person, self.lost = self.scene.references.of[subject] or self.person, False
        if subject is not None and len(together := self.who.of_mention(subject, last, (), plural=True)) > 1:
            self.group = together

    def _issues(self, number: int, start: int, last: int, subject: int) -> bool:
        """«وزارت خارجه هند بیانیه‌ای منتشر کرد»: a body that has its say on paper."""
        body = self.scene.mentions[subject].kind in (Kind.INSTITUTION, Kind.PARTY)
        issued = any(v.lemma in _ISSUE for v in self.cues.verbs.get(number, ()))
        papers = self.lexicon.words["document"]
        return body and issued and any(word in papers or word.removesuffix("ای") in papers for word in self.words[start:last])

    # -- headlines: «X: …» ---------------------------------------------------------------------------------------------

    def _headline(self, number: int, start: int, last: int) -> bool:
        words = self.words
        colon = next((k for k in range(start, min(last, start + _HEADLINE)) if words[k] == ":" and self.quoted[k] < 0), None)
        if colon is None or any(start <= v.first < colon and v.person not in (2, 5) for v in self.cues.verbs.get(number, ())):
            return False
        subject = self.who.subject(number, start, colon)
        if subject is None or self.scene.mentions[subject].first - start > 4:
            subject = self.who.heading(number, start, colon, self.lexicon.words["said"])
        if subject is None:
            return False
        speakers = self.who.of_mention(subject, colon, self.human, plural=True)
        if not speakers:
            return False
        self._take_word(speakers)
        self.bullets, self.row, self.open = True, None, "colon"
        content = self.contents.skip_marks(colon + 1, last)
        if content >= last:
            self.open = "pending"
        else:
            self._content(content, last, speakers, None, "headline", number)
        return True

    # -- cues ------------------------------------------------------------------------------------------------------------

    def _cues(self, number: int, start: int, last: int, cues: list[Cue]) -> None:
        at, said = start, False
        held: Held = []
        self.hearsay = last
        for n, cue in enumerate(cues):
            if cue.first < at or self.quoted[cue.first] >= 0 or self._hearsay(cue):
                continue
            rest = cues[n + 1 :]
            if cue.source:
                if end := self._source(number, cue, last):
                    at, said = end, True
            elif cue.opener:
                held.append((cue, cue.last, self.contents.opener_end(cue, last, rest)))
            elif self.contents.subordinate(cue, last, rest, held):
                continue
            elif done := self._verb(number, cue, (at, last), rest, held, said):
                at, held, said = done, [], True
        if held and (speakers := self._speakers_of(number, start, held[0][0].first, None, said)):
            for opener, a, b in held:
                self._content(a, b, speakers, opener.row, "opener", number)

    def _hearsay(self, cue: Cue) -> bool:
        """«آگاهان می‌گویند که گرسنگی مردم را تهدید می‌کند»: a verb within what nobody known says."""
        if cue.first < self.hearsay or cue.verb is None or cue.row.takes == Takes.CLAUSE:
            return False
        if cue.verb.tense != VerbTense.PRESENT:
            return self.aloud
        clause = self.scene.clauses.of[cue.verb.first]
        return not any(p.clause == clause and p.case == SUBJECT for p in self.scene.phrases)

    def _verb(self, number: int, cue: Cue, room: tuple[int, int], rest: Sequence[Cue], held: Held, said: bool) -> int | None:
        at, last = room
        right = self.contents.right(cue, last)
        left = None if right else self.contents.left(number, cue, at, held, behind=said)
        if not right and not left:
            return None
        speakers = self._speakers_of(number, at, cue.first, cue, said, held)
        if not speakers:
            if not said and not self.going:
                self._take_word(())
            self.aloud = right is not None and right[1] == "colon" and not self.going
            self.hearsay = right[0] if right and (self.aloud or right[1] == "that") else last
            return None
        self._take_word(speakers)
        for opener, a, b in held:
            if b - a > 3 or self.words[a] != "این":
                self._content(a, min(b, cue.first), speakers, opener.row, "opener", number)
        self.open = "document" if self.text else None
        if left is not None:
            self._content(left[0], left[1], speakers, cue.row, left[2], number)
            return cue.last
        assert right is not None
        first, how = right
        stop = self.contents.end(first, last, rest, how)
        self.row = cue.row
        if first >= stop:
            self.open = "pending" if how == "colon" else None
            return stop
        self.open = "document" if self.text else "colon" if how == "colon" else "mine"
        if how == "colon" and any(
            self.words[k] in self.lexicon.words["document"] and self.words[k - 1] in _IN for k in range(at + 1, cue.first)
        ):
            self.open = "document"
        self.bullets = False
        self._content(first, stop, speakers, cue.row, how, number)
        return stop

    def _source(self, number: int, cue: Cue, last: int) -> int | None:
        """«به گفته X، …»: returns the end of what is said."""
        at = cue.last + (self.words[cue.last] == "یک") if cue.last < last else cue.last
        n = next((m for m in self.who.mentions_of.get(number, ()) if self.scene.mentions[m].first in (cue.last, at)), None)
        if n is not None:
            speakers, first = self.who.of_mention(n, cue.last, self.human, plural=False), self.scene.mentions[n].last
        elif self.words[cue.last - 1] in self.lexicon.words["document"]:
            speakers, first = self.person, cue.last
        else:
            return None
        first = self.contents.skip_marks(first, last)
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
        self.lost = not speakers
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
        if cue is not None and self.who.quotes_somebody(start, cue.first):
            return ()
        clause = self.scene.clauses.of[cue.verb.first] if cue is not None and cue.verb is not None else None
        if held:
            before = held[0][0].first
            subject = self.who.subject(number, start, before, clause=self.scene.clauses.of[before])
            if subject is None:
                subject = self.who.subject(number, held[-1][2], stop, clause=clause)
        else:
            before = stop
            subject = self.who.subject(number, start, stop, clause=clause, behind=said)
        document = cue is not None and cue.row.takes == Takes.DOCUMENT
        plural = document or (cue is not None and cue.verb is not None and cue.verb.person == 6)
        if document and subject is None:
            of_media = _REPORT in self.words[start:stop]  # «در این گزارش آمده است»: not of whom it tells
            return self.who.author(number, start, stop, self.lexicon.words["document"]) or (self.speakers if of_media else self.person)
        if subject is None and self.words[self._first_word(start, stop)] in self.lexicon.words["document"]:
            return self.who.author(number, start, stop, self.lexicon.words["document"]) or ()
        if self.group and plural and not said and self.lexicon.begins("group", self.words, self._first_word(start, stop), stop):
            return self.group
        if subject is not None and self.lost and self.scene.mentions[subject].kind == Kind.PRONOUN:
            return ()
        if subject is not None:
            return self.who.of_mention(subject, stop, self.human, plural=plural)
        if said:
            return self.speakers
        return () if self.who.unknown_subject(start, before, cue, self.person) else self.person

    # -- what is said ----------------------------------------------------------------------------------------------------

    def _first_word(self, first: int, last: int) -> int:
        while first < last and (self.words[first] in self.scene.pack.speech.words["joining"] or not self.words[first][0].isalnum()):
            first += 1
        return first

    def _content(self, first: int, last: int, speakers: tuple[int, ...], row: SpeechRow | None, how: str, number: int) -> None:
        """A statement; a quotation that is still open at the end of the sentence keeps the word."""
        first = self.contents.skip_marks(first, last)
        if first < last and self.words[first] in QUOTE:
            span = next(((a, b) for a, b in self.quotes if a == first), None)
            sentence_end = self.scene.analysis.sentences[number][1]
            if span and span[1] > sentence_end:
                self.until, self.open, self.row, last = span[1], "quote", row, sentence_end
            elif span and span[1] >= last - 1:
                self.open = None
        self._say(first, last, speakers, row, how, number)

    def _say(self, first: int, last: int, speakers: tuple[int, ...], row: SpeechRow | None, how: str, number: int) -> None:
        words = self.words
        first = self.contents.skip_marks(first, last)
        while first < last and words[first] in QUOTE:
            first += 1
        while last > first and words[last - 1] in _MARKS and words[last - 1] != ")":
            last -= 1
        if last - first >= 2:
            if row is None and self.own_words(first, last):
                self.mine.add(self.turn)
            self.out.append(Draft(first, last, speakers, row, how, number, self.turn))
