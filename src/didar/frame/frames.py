"""Frames: a trigger with its arguments as the clause has them, still unresolved."""

from collections.abc import Sequence

from didar.frame.places import PlaceFinder
from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark
from didar.syntax import GENITIVE, Clause, Clauses, Frame, Phrase, PlaceMention, VerbGroup, VerbTense
from didar.who import ActorMention, Kind

_DEMONSTRATIVE = frozenset(("این", "ان", "همین", "همان"))
_BEFORE_NOUN = frozenset(
    ["نخستین", "اولین", "دومین", "سومین", "چهارمین", "پنجمین", "یک", "دو", "سه", "اخرین", "دیگر", "همچنین", "هر", "چند", "چندین"]
)
_ARRIVES = "visit.arrive"
_ORDINAL = "مین"  # «بیست‌وسومین»
_REACH_BACK = 3
_HAVING = frozenset(("داشت", "کرد"))
_LIGHT = frozenset(("کرد", "داشت", "نمود", "رفت"))
_INSIDE = frozenset(("in", "by", "according", "eve"))
_PLURAL_ENDS = ("ها", "های", "هایی", "هایش", "هایشان")
_TOLD_IN_RELATIVE = frozenset(("with", "motion"))
_ADJECTIVES = 3
_CONDITIONS = frozenset(("درصورت", "بهشرط", "مشروطبه"))
_PERHAPS = frozenset(("احتمالا", "احتملا", "شاید"))
_SETTLED = frozenset(("cancel", "deny"))


class FrameFinder:
    """Finds the frames of one text."""

    def __init__(
        self,
        analysis: Analysis,
        marks: Sequence[Mark | None],
        mentions: Sequence[ActorMention],
        phrases: Sequence[Phrase],
        clauses: Clauses,
        pack: Pack,
    ) -> None:
        self.analysis, self.marks, self.mentions = analysis, marks, mentions
        self.phrases, self.clauses, self.pack = phrases, clauses, pack
        self.words = analysis.words
        self.inside = [False] * len(analysis.words)
        self.mention_at: dict[int, int] = {}
        for number, mention in enumerate(mentions):
            self.mention_at[mention.first] = number
            if mention.kind != Kind.PARTY:
                for k in range(mention.first, mention.last):
                    self.inside[k] = True
        self.mention_ends = {mention.last for mention in mentions}
        self.mark_before = {mark.last: mark for mark in marks if mark is not None}
        self.places = PlaceFinder(analysis, marks, self.mark_before, self.inside)

    def find(self) -> list[Frame]:
        """All frames, in the order of the text."""
        out = []
        for number, (first, last) in enumerate(self.analysis.sentences):
            if not self.analysis.read[number]:
                continue
            triggers = [m for k in range(first, last) if (m := self.marks[k]) and m.word("trigger") and not self.inside[k]]
            for n, mark in enumerate(triggers):
                stop = triggers[n + 1].first if n + 1 < len(triggers) else last
                start = triggers[n - 1].last if n else first
                out += [self._frame(number, mark, row.value, (first, start), (stop, last)) for row in mark.words("trigger")]
        return out

    def _frame(self, sentence: int, mark: Mark, pattern: str, left: tuple[int, int], right: tuple[int, int]) -> Frame:
        clause = self.clauses.at(mark.first)
        told_in = self._told_in(mark, clause) if self.pack.frames.patterns[pattern].shape in _TOLD_IN_RELATIVE else None
        outer, clause = clause, told_in or clause
        verb = clause.verb if clause.verb and clause.verb.last >= mark.last else None
        governed, definite, plural = self._governed(mark, left[0])
        light = verb is not None and (told_in is not None or self._light(mark, verb, pattern))
        after = self._after(mark, clause, right)
        if verb is not None and light and verb.last < right[1]:
            after += self._afterthought(verb)
        genitive = tuple(n for case, n in after if case == GENITIVE and self._adjacent(mark, n))
        genitive += tuple(n for case, n in after if n not in genitive and genitive and self.phrases[n].chain in genitive)
        return Frame(
            pattern=self.pack.frames.patterns[pattern],
            first=mark.first,
            last=mark.last,
            sentence=sentence,
            clause=clause,
            genitive=genitive,
            before=self._before(mark, clause, left[0]),
            after=tuple((c, n) for c, n in after if n not in genitive),
            places=self._places(clause, mark, right),
            definite=definite and pattern != _ARRIVES,  # «پس از آن راهی ریاض شد»
            plural=plural or any(self._many(self.words[k], pattern) for k in range(mark.first, mark.last)),
            governed=governed,
            verb=verb,
            light=light,
            cues=self._cues(clause, mark) | (self._cues(outer, mark) & _SETTLED if told_in else frozenset()),
        )

    def _told_in(self, mark: Mark, clause: Clause) -> Clause | None:
        """The relative clause that tells of a bare trigger: «سفری که هفته گذشته به چین داشتم», «گفت‌وگویی که میان … انجام شد»."""
        for token in range(mark.last, min(mark.last + _ADJECTIVES + 1, len(self.words))):
            if self.words[token] == "که":
                found = self.clauses.at(token)
                inside = found.relation == "relative" and found.parent == clause.number and found.verb is not None
                return found if inside and self._is_its_verb(found) else None
            if token in self.mention_at or not self.words[token][0].isalpha() or ((m := self.marks[token]) and m.word("prep")):
                return None
        return None

    def _is_its_verb(self, clause: Clause) -> bool:
        """Whether the relative clause says that it took place or that somebody had it, and nothing else of it."""
        verb = clause.verb
        if verb is None:
            return False
        before = self.mark_before.get(verb.first)
        if before is not None and (before.word("happen") or self.words[before.first] == "انجام"):
            return True
        if verb.lemma not in _HAVING or self.words[verb.first - 1] == "را":
            return False
        return verb.first in self.mention_ends or (before is not None and (before.place is not None or before.party is not None))

    def _many(self, word: str, pattern: str) -> bool:
        """Whether a word of a trigger is in the plural: «دیدارهای», not «نامه‌ای»."""
        one = word.removesuffix("ای") in self.pack.frames.patterns[pattern].words
        return not one and word.endswith(_PLURAL_ENDS)

    def _governed(self, mark: Mark, start: int) -> tuple[str | None, bool, bool]:
        """The preposition before a trigger, whether it is «این …», whether a number above one stands before it."""
        at = mark.first
        definite = plural = False
        while at > start:
            before = self.mark_before.get(at)
            word = self.words[at - 1]
            if before and (prep := before.word("prep")):
                return prep.value, definite, plural
            if word in _DEMONSTRATIVE and self.words[mark.last - 1].endswith("هایی"):
                return None, False, plural  # «در حاشیه آن دیدارهایی»
            if word == "این" and self._till_now(at - 1, mark):
                return None, False, plural
            if word in _DEMONSTRATIVE:
                definite = True
            elif not (word in _BEFORE_NOUN or word.endswith(_ORDINAL)) or mark.first - at > _REACH_BACK:
                return None, definite, plural
            plural = plural or word in ("چند", "چندین")
            at -= 1
        return None, definite, plural

    def _till_now(self, at: int, mark: Mark) -> bool:
        """«پیش از این نشست ۳+۳ در مسکو برگزار شده بود»: «this» is the time before, where the noun is the clause's subject."""
        verb = self.clauses.at(mark.first).verb
        held = self.mark_before.get(verb.first) if verb is not None else None
        name = self.marks[mark.last] if mark.last < len(self.words) else None
        named = name is not None and name.word("prep") is None
        return self.words[max(0, at - 2) : at] == ["پیش", "از"] and named and held is not None and held.word("happen") is not None

    def _after(self, mark: Mark, clause: Clause, right: tuple[int, int]) -> list[tuple[str, int]]:
        """Mentions behind the trigger in its clause, up to the next trigger that takes arguments of its own."""
        out: list[tuple[str, int]] = []
        for token in clause.tokens:
            if token < mark.last or token not in self.mention_at:
                continue
            if token >= right[0] and not self._same_list(mark, right[0]):
                break
            number = self.mention_at[token]
            out.append((self.phrases[number].case, number))
        return out

    def _afterthought(self, verb: VerbGroup) -> list[tuple[str, int]]:
        """«دیدار کرد با وزیر خارجه سودان»: an argument behind its verb."""
        number = self.mention_at.get(verb.last + 1)
        return [("with", number)] if self.words[verb.last] == "با" and number is not None else []

    def _same_list(self, mark: Mark, after: int) -> bool:
        """«دیدار و گفت‌وگو کرد»: two triggers joined by «و» share their arguments."""
        return after == mark.last + 1 and self.words[mark.last] in ("و", "،")

    def _before(self, mark: Mark, clause: Clause, start: int) -> tuple[tuple[str, int], ...]:
        return tuple(
            (self.phrases[n].case, n)
            for token in clause.tokens
            if start <= token < mark.first and (n := self.mention_at.get(token)) is not None
        )

    def _adjacent(self, mark: Mark, number: int) -> bool:
        """Whether only adjectives stand between the trigger and the mention."""
        first = self.mentions[number].first
        start = mark.last
        if start + 1 < first and self.words[start] == "و":
            joined = self.marks[start + 1]
            if joined and joined.word("trigger"):
                start = joined.last
            elif first - start == 2:  # «مذاکرات و مشورت‌های وزیران»
                start += 1
        between = range(start, first)
        if len(between) > 4:
            return False
        return all(
            (self.words[k][0].isalnum() or self.words[k] in '«"(')
            and not ((m := self.marks[k]) and (m.word("prep") or m.word("conj") or m.word("trigger")))
            and k not in self.mention_at
            for k in between
        )

    def _light(self, mark: Mark, verb: VerbGroup, pattern: str) -> bool:
        """Whether nothing that governs stands between the trigger and the verb: «دیدار (و گفت‌وگو) کرد»."""
        if verb.first > mark.last and self.words[mark.last] == "و" and self._paired(mark, verb, pattern):
            return True
        if verb.lemma in _HAVING and verb.first in self.mention_ends and self._governed(mark, 0)[0] is None:
            return True
        for k in range(mark.last, verb.first):
            m = self.marks[k]
            if m and (m.word("trigger") or m.place or m.party):
                continue
            if self.words[k] == "به":
                return verb.first - k <= 2 or verb.lemma in _LIGHT
            if self.words[k] not in ("و", "رسمی", "تلفنی", "نیز", "هم"):
                return self.words[k] in ("برگزار", "انجام", "صورت", "داشت") or self._had_a(mark, verb)
        return True

    def _had_a(self, mark: Mark, verb: VerbGroup) -> bool:
        """«گفت‌وگوی کوتاهی داشتند», «دیدار مفصل و سازنده‌ای داشت»: adjectives alone stand before «داشت»."""
        between = range(mark.last, verb.first)
        plain = all(self.words[k] == "و" or (self.marks[k] is None and self.words[k][0].isalpha()) for k in between)
        return verb.lemma == "داشت" and len(between) < 5 and plain and self.words[verb.first - 1].endswith("ی")

    def _object_behind(self, mark: Mark, verb: VerbGroup) -> bool:
        """«با X دیدار و مسائل مرزی را بررسی کرد»: an object of what is done besides, and no other clause between."""
        between = self.words[mark.last + 1 : verb.first]
        return "را" in between[:-1] and not {"که", "،", "و", ":"} & set(between) and not self._ruled(mark)

    def _ruled(self, mark: Mark) -> bool:
        """Whether a preposition rules the trigger: «در دیدار و …»."""
        before = self.mark_before.get(mark.first)
        return before is not None and before.word("prep") is not None

    def _paired(self, mark: Mark, verb: VerbGroup, pattern: str) -> bool:
        """«دیدار و خداحافظی کرد», «دیدار و درباره انرژی گفت‌وگو کردند»: the noun shares the verb of the noun joined to it."""
        if verb.lemma not in _LIGHT:
            return False
        if verb.first - mark.last <= 2:
            return True
        if self.pack.frames.patterns[pattern].shape == "with" and self._object_behind(mark, verb):
            return True
        joined = self.mark_before.get(verb.first)
        opens = self.marks[mark.last + 1]
        return bool(joined and joined.word("trigger") and opens and opens.word("prep"))

    def _places(self, clause: Clause, mark: Mark, right: tuple[int, int]) -> tuple[PlaceMention, ...]:
        """Places of the clause with a preposition before them, those behind the trigger first."""
        out = []
        for token in clause.tokens:
            place = self.place_at(token)
            if place is not None and not (token >= right[0] and not self._same_list(mark, right[0]) and place.case == "to"):
                out.append(place)
        verb = clause.verb
        if verb is not None and verb.last + 1 < right[1] and self.words[verb.last] == "به" and (late := self.place_at(verb.last + 1)):
            out.append(late)
        return tuple(sorted(out, key=lambda p: (p.token < mark.first, p.token)))

    def place_at(self, token: int) -> PlaceMention | None:
        """The place that stands at `token` behind «در», «به» or «از», if one does."""
        return self.places.at(token)

    def _cues(self, clause: Clause, mark: Mark) -> frozenset[str]:
        """Words of the clause (and of the one it depends on) that bear on the status: plan, maybe, cancel, deny, ahead, phone …"""
        found: set[str] = set()
        tokens = list(clause.tokens)
        parent = clause.parent
        if (
            parent >= 0
            and (before := self.clauses.clauses[parent]).sentence == clause.sentence
            and clause.relation in ("next", "complement")
        ):
            if before.tokens and before.tokens[-1] < mark.first and any((m := self.marks[t]) and m.word("plan") for t in before.tokens):
                found.add("plan")
            if (
                before.verb
                and before.verb.tense in (VerbTense.PRESENT, VerbTense.PAST)
                and any((m := self.marks[t]) and m.word("maybe") for t in before.tokens)
            ):
                found.add("maybe-before")
            if clause.relation == "complement" and self._denies(before):
                found.add("deny")
        for token in tokens:
            m = self.marks[token]
            if m is None:
                continue
            for kind in ("plan", "phone", "video"):
                if m.word(kind):
                    found.add(kind)
            for kind in ("cancel", "deny"):
                if m.word(kind) and self._decides(m, mark, clause.verb):
                    found.add("maybe" if kind == "cancel" and self._not_so(clause, m) else kind)  # «سفر … منتفی نیست»
            if m.word("maybe") and token >= mark.last and (self._open(m, mark, clause.verb) or self._on_condition(m, clause)):
                found.add("maybe")
            rumour = m.word("reject") and any((other := self.marks[t]) and other.word("rumour") for t in tokens)
            if rumour and self._decides(m, mark, clause.verb):
                found.add("deny")
            if (r := m.word("rumour")) and r.value == "plan" and clause.verb and clause.verb.negative and token < mark.first:
                found.add("maybe" if "هنوز" in (self.words[k] for k in tokens) else "deny")
            if (none := m.word("noplan")) and token < mark.first and (none.value == "plan" or (clause.verb and clause.verb.negative)):
                found.add("deny")
            if m.word("agenda") and token >= mark.last and clause.verb and self._decides(m, mark, clause.verb):
                found.add("deny" if clause.verb.negative else "ahead")
            if m.word("happen") and clause.verb and m.last == clause.verb.first and token >= mark.last:
                found.add("happen")
            if m.word("likely") and mark.last <= token <= mark.last + 2:
                found.add("maybe")  # «سفر احتمالی X به تهران»
            if m.word("ahead") and mark.last <= token <= mark.last + 2:
                found.add("ahead")
            reach = 4 if self.words[m.last - 1] not in _PERHAPS else len(self.words)
            if m.word("maybe") and mark.first - reach <= token < mark.first and not self._told_of(token, mark):
                found.add("maybe")
        return frozenset(found)

    def _not_so(self, clause: Clause, cue: Mark) -> bool:
        """Whether the verb that a cue stands before is «نیست»."""
        verb = clause.verb
        return verb is not None and verb.negative and verb.lemma == "بود" and verb.first == cue.last

    def _denies(self, clause: Clause) -> bool:
        """«تکذیب کرد که X به تهران آمده باشد»: whether a clause denies what «که» opens."""
        verb = clause.verb
        if verb is None or verb.negative:
            return False
        return any((m := self.marks[t]) and m.last == verb.first and (m.word("deny") or m.word("reject")) for t in clause.tokens)

    def _decides(self, cue: Mark, trigger: Mark, verb: VerbGroup | None) -> bool:
        """Whether a word of calling off or denying is said of the trigger: «سفر … لغو شد», «لغو سفر»."""
        if verb is not None and trigger.last <= cue.first and -1 <= verb.first - cue.last <= 1:
            return not self._aside(trigger, cue)
        return cue.last == trigger.first

    def _told_of(self, token: int, trigger: Mark) -> bool:
        """«این درخواست در میانه گفت‌وگوهای وین»: a request told before, with the trigger as its setting."""
        if not token or self.words[token - 1] not in _DEMONSTRATIVE:
            return False
        return any((m := self.marks[k]) and (p := m.word("prep")) and p.value in _INSIDE for k in range(token + 1, trigger.first))

    def _open(self, cue: Mark, trigger: Mark, verb: VerbGroup | None) -> bool:
        """Whether the predicate leaves the contact open: «سفر … در دست بررسی است», «برای دیدار … ابراز آمادگی کرد»."""
        if verb is None or not self._decides(cue, trigger, verb):
            return False
        before = self.mark_before.get(trigger.first)
        prep = before.word("prep") if before else None
        return verb.lemma == "بود" if prep is None else prep.value == "for"

    def _on_condition(self, cue: Mark, clause: Clause) -> bool:
        """A headline without a verb: «سفر X به نیویورک در صورت صدور روادید»."""
        return clause.verb is None and "".join(self.words[cue.first : cue.last]) in _CONDITIONS

    def _aside(self, trigger: Mark, cue: Mark) -> bool:
        """Whether the trigger is only the setting of what is decided: «در دیدار با X … را تکذیب کرد»."""
        before = self.mark_before.get(trigger.first)
        if before is None or (prep := before.word("prep")) is None:
            return False
        return prep.value in _INSIDE or (prep.value == "other" and self.words[before.first] not in ("مبنی", "بر"))


def find_frames(
    analysis: Analysis,
    marks: Sequence[Mark | None],
    mentions: Sequence[ActorMention],
    phrases: Sequence[Phrase],
    clauses: Clauses,
    *,
    pack: Pack,
) -> tuple[list[Frame], FrameFinder]:
    """Every frame of the text, and the finder for questions about places."""
    finder = FrameFinder(analysis, marks, mentions, phrases, clauses, pack)
    return finder.find(), finder
