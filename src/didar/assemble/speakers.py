"""Who says it: the subject of a reporting verb, the source of «به گفته», the author of a document."""

from collections.abc import Sequence

from didar.assemble.reports import Cue
from didar.scene import Scene
from didar.syntax import GENITIVE, SUBJECT
from didar.terms import Office
from didar.who import Kind

_OFFICIALS = frozenset(("مقام", "دیپلمات", "مسیول"))
_SOURCES = ("منبع", "منابع", "مقام", "مسیول", "دیپلمات")
_ISSUERS = (SUBJECT, "by", "from")
_OF_OUTLETS = frozenset(("گزارش", "نقل", "از", "با", "به", "خبرنگار", "در", "نوشته", "گفته", "و", "اعلام", "گزارشگر", "برای"))
_THINGS = frozenset((Kind.PARTY, Kind.INSTITUTION, Kind.OFFICE, Kind.PLURAL))


class SpeakerFinder:
    """Finds speakers in one text; entity numbers out."""

    def __init__(self, scene: Scene, quoted: Sequence[int]) -> None:
        self.scene, self.words, self.quoted = scene, scene.analysis.words, quoted
        self.joining, self.outlet_nouns = scene.pack.speech.words["joining"], scene.pack.speech.words["outlet_noun"]
        self.named = {k for m in scene.mentions for k in range(m.first, m.last)}
        self.mentions_of: dict[int, list[int]] = {}
        for n, mention in enumerate(scene.mentions):
            self.mentions_of.setdefault(scene.sentence_of(mention.first), []).append(n)

    def subject(self, number: int, start: int, stop: int, *, clause: int | None = None, behind: bool = False) -> int | None:
        """The mention in tokens [start, stop) of sentence `number` that may be the subject: of the verb's own clause, else the first.

        behind: another verb of saying stands before; then only a person, or the head of the clause, is a new subject.
        """
        scene = self.scene
        head = start
        while behind and head < stop and (self.words[head] in self.joining or not self.words[head][0].isalnum()):
            head += 1
        best = None
        for n in self.mentions_of.get(number, ()):
            mention = scene.mentions[n]
            if mention.first < start:
                continue
            if mention.first >= stop:
                break
            if not self._may_speak(n, clause) or (behind and mention.first > head and mention.kind in _THINGS):
                continue
            if best is None or (clause is not None and scene.phrases[n].clause == clause != scene.phrases[best].clause):
                best = n
        return best

    def _may_speak(self, n: int, clause: int | None) -> bool:
        scene = self.scene
        mention, phrase = scene.mentions[n], scene.phrases[n]
        if phrase.case == "according":
            if not self._behind_outlet(mention.first):
                return False
        elif phrase.case != SUBJECT and not self._behind_this(mention.first):
            return False
        if scene.clauses.clauses[phrase.clause].relation == "relative" and phrase.clause != clause:
            return False
        return not (self.quoted[mention.first] >= 0 and mention.kind != Kind.PERSON)

    def _behind_outlet(self, at: int) -> bool:
        """«به گزارش ایسنا عباس موسوی»: the outlet stands between."""
        return any((mark := self.scene.marks[k]) is not None and mark.outlet is not None for k in range(max(0, at - 4), at))

    def _behind_this(self, at: int) -> bool:
        """«پیش از این X …»: the preposition governs «این» alone."""
        return at > 1 and self.words[at - 1] == "این" and self.words[at - 2] in ("از", "بر")

    def end_of(self, n: int, stop: int) -> int:
        """Where a subject ends, with those joined to it."""
        mentions, last = self.scene.mentions, self.scene.mentions[n].last
        for other in mentions[n + 1 :]:
            if other.first != last + 1 or other.last >= stop or self.words[last] not in ("و", "،"):
                break
            last = other.last
        return last

    def heading(self, number: int, start: int, colon: int, said: frozenset[str]) -> int | None:
        """«پاسخ X: …», «ادعای X: …»: the mention X."""
        for n in self.mentions_of.get(number, ()):
            mention = self.scene.mentions[n]
            if start < mention.first < colon and mention.last >= colon - 1 and self.words[mention.first - 1] in said:
                return n if mention.first - start < 4 else None
        return None

    def of_mention(self, n: int, stop: int, person: tuple[int, ...], *, plural: bool) -> tuple[int, ...]:
        """The entities that a subject stands for, with those joined to it where the verb is plural. person: who spoke last."""
        scene = self.scene
        mention = scene.mentions[n]
        if mention.kind == Kind.PRONOUN:
            this = self.words[mention.first] == "این"
            nameless = this and any(e.kind == Kind.OFFICE and e.name is None and e.office == Office.OTHER for e in scene.entities_of(n))
            return scene.references.of[n] if nameless else person or scene.references.of[n]  # «این مقام»
        if person and self._same_again(n, person):
            return person
        out = list(scene.references.of[n])
        last = mention.last
        for k in range(n + 1, len(scene.mentions)) if plural else ():
            other, phrase = scene.mentions[k], scene.phrases[k]
            if other.first >= stop:
                break
            beside = other.first == last + 1 and self.words[last] in ("و", "،")
            if beside or (phrase.chain == scene.phrases[n].chain and phrase.case == scene.phrases[n].case):
                out += [e for e in scene.references.of[k] if e not in out]
                last = other.last
        return tuple(out)

    def _same_again(self, n: int, person: tuple[int, ...]) -> bool:
        """«مقام ارشد سازمان ملل» after its secretary general: an office told only as such, of the party of who spoke last."""
        mention, entities = self.scene.mentions[n], self.scene.references.entities
        if mention.kind != Kind.OFFICE or mention.office != Office.OTHER or len(person) != 1 or not self.scene.references.of[n]:
            return False
        if self.words[mention.first] not in _OFFICIALS or (mention.first > 0 and self.words[mention.first - 1] == "یک"):
            return False
        party = entities[self.scene.references.of[n][0]].party
        return entities[person[0]].party == party and not any(self._is_somebody(m, party) for m in range(n))

    def _is_somebody(self, m: int, party: str | None) -> bool:
        """«یک مقام دولتی آمریکا»: an official whom the text brought in without a name."""
        mention = self.scene.mentions[m]
        one = mention.office == Office.OTHER and mention.kind == Kind.OFFICE and self.words[mention.first - 1 : mention.first] == ["یک"]
        return one and any(e.party == party for e in self.scene.entities_of(m))

    def author(self, number: int, start: int, stop: int, documents: frozenset[str]) -> tuple[int, ...] | None:
        """Whose document it is: «در بیانیه وزارت خارجه آلمان آمده است»; None where the text does not say."""
        for n in self.mentions_of.get(number, ()):
            mention, phrase = self.scene.mentions[n], self.scene.phrases[n]
            if not start < mention.first < stop:
                continue
            of_it = phrase.case == GENITIVE and self.words[mention.first - 1] in documents
            if of_it or (phrase.case in _ISSUERS and self._issued(phrase.clause, documents)):
                return self.of_mention(n, stop, (), plural=True) or None
        return None

    def _issued(self, clause: int, documents: frozenset[str]) -> bool:
        """«در این بیانیه که | وزارت خارجه هند منتشر کرد | آمده است»."""
        inner = self.scene.clauses.clauses[clause]
        return inner.relation == "relative" and self.words[inner.tokens[0] - 1] in documents

    def quoted_from(self, number: int, start: int, stop: int) -> int | None:
        """«رسانه‌ها به نقل از X نوشتند»: the number of the mention X."""
        for n in self.mentions_of.get(number, ()):
            first = self.scene.mentions[n].first
            if start <= first < stop and first >= 3 and "".join(self.words[first - 3 : first]) == "بهنقلاز":
                return n if self.scene.mentions[n].kind in (Kind.PERSON, Kind.OFFICE) else None
        return None

    def quotes_somebody(self, start: int, stop: int) -> bool:
        """«رویترز به نقل از منابعی در وزارت خارجه اعلام کرد»: sources whom nobody names."""
        near = (k for k in range(start, stop - 3) if "".join(self.words[k : k + 3]) == "بهنقلاز")
        return any(word.startswith(_SOURCES) for k in near for word in self.words[k + 3 : min(stop, k + 5)])

    def unknown_subject(self, start: int, stop: int, cue: Cue | None, person: tuple[int, ...]) -> bool:
        """Whether a noun that is no actor stands where the subject stands, or the number of the verb does not fit."""
        words, marks = self.words, self.scene.marks
        if cue is not None and cue.verb is not None and cue.verb.person == 6 and len(person) == 1:
            return True
        if any(self._stranger(k, stop) for k in range(start, stop - 1)) or any(self._outlet(k) for k in range(start, stop)):
            return True
        k = start
        while k < stop and (words[k] in self.joining or not words[k][0].isalnum()):
            k += 1
        if k >= stop:
            return False
        mark = marks[k]
        return not (mark and (mark.word("prep") or mark.word("function") or mark.word("conj") or mark.word("trigger")))

    def _stranger(self, k: int, stop: int) -> bool:
        """«در ادامه این مراسم داریوش فرهنگ گفت»: a first name with another word behind it that no mention covers."""
        if self.words[k] not in self.scene.pack.forenames or k in self.named or self.quoted[k] >= 0 or self.scene.marks[k] is not None:
            return False
        after, mark = self.words[k + 1], self.scene.marks[k + 1]
        return after[0].isalpha() and (mark is None or mark.last > k + 2) and k + 2 <= stop and after not in self.scene.pack.verbs

    def _outlet(self, k: int) -> bool:
        """«از سوی دیگر، شبکه الجزیره نوشت»: an outlet that says something itself, not «به گزارش ایسنا» or «با شبکه الجزیره»."""
        mark = self.scene.marks[k]
        if mark is None or mark.outlet is None:
            return False
        at = k - 1
        while at > 0 and self.words[at] in self.outlet_nouns:
            at -= 1
        told_by = any(word in ("گزارش", "نقل", "خبرنگار") for word in self.words[max(0, at - 3) : at])
        return self.words[at] not in _OF_OUTLETS and not told_by
