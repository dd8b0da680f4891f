"""Persons whom no office and no title goes with: by full name alone, before a colon, and again by surname."""

from collections.abc import Sequence

from didar.mention.classes import WordClass
from didar.model import Analysis
from didar.names import SURNAME_FIRST, edit_distance
from didar.pack import Pack
from didar.pack.rows import Mark
from didar.who import ActorMention, Kind

_LONGEST = 5
_SURE = 5  # letters from which one may be wrong
_SMALL = frozenset(("prep", "conj", "function"))
_OPENING = frozenset('«"“')
_ENDS = frozenset(("،", "»", '"', "”"))
_CLOSING = frozenset(("prep", "trigger", "function"))


def find_bare(
    analysis: Analysis, marks: Sequence[Mark | None], classes: Sequence[WordClass], found: Sequence[ActorMention], *, pack: Pack
) -> list[ActorMention]:
    """The mentions found, and names that stand alone: «به گزارش ایسنا، محسن فراهانی گفت», «فراهانی: …»."""
    covered = {k for m in found for k in range(m.first, m.last)}
    added: list[ActorMention] = []
    for number, (first, last) in enumerate(analysis.sentences):
        if not analysis.read[number]:
            continue
        i = first
        while i < last:
            end = i
            if i not in covered and (i == first or marks[i] is None or classes[i] == WordClass.GIVEN):
                end = _bare(i, first, last, analysis.words, classes, covered, pack)
            if end == i:
                i += 1
                continue
            text = " ".join(analysis.text(i, end).split())
            added.append(ActorMention(first=i, last=end, kind=Kind.PERSON, rule="name", name=text, name_words=tuple(analysis.words[i:end])))
            i = end
    return sorted((*found, *added), key=lambda m: m.first)


def _bare(i: int, first: int, last: int, words: Sequence[str], classes: Sequence[WordClass], covered: set[int], pack: Pack) -> int:
    """Where the name that begins at token i ends; i itself where none does."""
    end = i
    while end < last and end - i < _LONGEST and end not in covered and classes[end] in (WordClass.GIVEN, WordClass.UNKNOWN):
        end += 1
    if i == first and end - i == 1 and classes[i] == WordClass.UNKNOWN and end < last and words[end] == ":" and len(words[i]) > 3:
        return end
    if i > first and classes[i - 1] in (WordClass.GIVEN, WordClass.UNKNOWN) and i - 1 not in covered:
        return i
    if classes[i] != WordClass.GIVEN:
        return i
    common = words[i] in pack.common
    opens = i == first or not words[i - 1][0].isalpha() or _has(words[i - 1], _SMALL, pack)
    if end - i > 1 and any(c == WordClass.UNKNOWN for c in classes[i + 1 : end]) and (opens or not common):
        return end
    quoted = i > first and words[i - 1] in _OPENING
    if (common and not quoted and words[i] not in pack.forenames) or not opens:
        return i
    if end - i > 1 and (end == last or _closes(words[end], pack)):
        return end
    adjective = end + 1 < last and end not in covered and classes[end] == WordClass.COMMON and "N" in pack.common.get(words[end], "N")
    return end + 1 if adjective and _closes(words[end + 1], pack) else i


def _has(word: str, kinds: frozenset[str], pack: Pack) -> bool:
    return any(getattr(row, "kind", "") in kinds for row in pack.forms.get(word, ()))


def _closes(word: str, pack: Pack) -> bool:
    """Whether a name ends before this word: a comma, a preposition, a word of saying, a day, a contact."""
    verb = pack.verbs.get(word)
    says = "" in pack.speech.verbs.get(verb.lemma, {}) if verb else any(word in nouns for nouns in pack.speech.verbs.values())
    return word in _ENDS or says or _has(word, _CLOSING, pack)


def find_surnames(
    analysis: Analysis, marks: Sequence[Mark | None], classes: Sequence[WordClass], found: Sequence[ActorMention], *, pack: Pack
) -> tuple[ActorMention, ...]:
    """The mentions found, with the places where a person named elsewhere in the text is named by the last words of the name."""
    return _Surnames(analysis, marks, classes, pack).add(found)


class _Surnames:
    def __init__(self, analysis: Analysis, marks: Sequence[Mark | None], classes: Sequence[WordClass], pack: Pack) -> None:
        self.analysis, self.words, self.marks, self.classes, self.pack = analysis, analysis.words, marks, classes, pack
        self.given: set[str] = set()  # surnames that are first names too: «نوری»

    def add(self, found: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        surnames: dict[tuple[str, ...], ActorMention] = {}
        for mention in found:
            words = mention.name_words
            for n in range(1, len(words) + 1):
                ending = words[-n:]
                if n == 1 and len(ending[0]) < 3:
                    continue
                if n == 1 and ending[0] in self.pack.given and len(words) > 1:
                    self.given.add(ending[0])
                surnames.setdefault(ending, mention)
            first_of_all = mention.party in SURNAME_FIRST or (mention.party is None and words[:1] and words[0] in self.pack.eastern)
            if first_of_all and len(words) > 1 and len(words[0]) > 2:
                surnames.setdefault(words[:1], mention)
        covered = [False] * len(self.words)
        for mention in found:
            for k in range(mention.first, mention.last):
                covered[k] = True
        heads = {tail[0] for tail in surnames}
        added: list[ActorMention] = []
        for number, (first, last) in enumerate(self.analysis.sentences):
            if not self.analysis.read[number]:
                continue
            i = first
            while i < last:
                tail = self._tail(i, last, surnames, covered) if self.words[i] in heads and not covered[i] else None
                if tail is None:
                    if not covered[i] and self.classes[i] == WordClass.UNKNOWN and (meant := self._misspelt(i, surnames)):
                        added.append(self._again(i, (self.words[i],), meant))
                    i += 1
                    continue
                added.append(self._again(i, tail, surnames[tail]))
                i += len(tail)
        return tuple(sorted((*found, *added), key=lambda m: m.first))

    def _misspelt(self, i: int, surnames: dict[tuple[str, ...], ActorMention]) -> ActorMention | None:
        """Whose surname a word that no list knows is, one letter aside: «کابلوف», then «کابولوف»."""
        word = self.words[i]
        if len(word) < _SURE:
            return None
        alone = ((tail[0], m) for tail, m in surnames.items() if len(tail) == 1 and len(tail[0]) >= _SURE)
        near = {id(m): m for name, m in alone if not word.startswith(name) and edit_distance(name, word) == 1}
        return next(iter(near.values())) if len(near) == 1 else None

    def _tail(self, i: int, last: int, surnames: dict[tuple[str, ...], ActorMention], covered: list[bool]) -> tuple[str, ...] | None:
        for n in range(min(_LONGEST, last - i), 0, -1):
            tail = tuple(self.words[i : i + n])
            if tail in surnames and not any(covered[i : i + n]):
                mark = self.marks[i]
                if n == 1 and mark and (mark.office or mark.word("trigger") or mark.word("portfolio")) and not mark.persons:
                    return None
                return tail if n > 1 or tail[0] not in self.given or self._opens(i, last) else None
        return None

    def _opens(self, i: int, last: int) -> bool:
        """Whether a word that may be a first name is told alone, as a subject is: «نوری نیز گفت», «به گفته نوری،»."""
        begins = any(first == i for first, _ in self.analysis.sentences) or self.words[i - 1] == "،"
        return begins and i + 1 < last and self.classes[i + 1] == WordClass.STOP and self.words[i + 1] not in _ENDS

    def _again(self, i: int, tail: tuple[str, ...], named: ActorMention) -> ActorMention:
        first = i
        for k in range(max(0, i - 3), i):
            mark = self.marks[k]
            if mark and mark.word("title") and mark.last == i:
                first = k
        return ActorMention(
            first=first,
            last=i + len(tail),
            kind=Kind.PERSON,
            rule=named.rule,
            name=" ".join(self.analysis.text(i, i + len(tail)).split()) if tail == named.name_words[-len(tail) :] else named.name,
            name_words=tail if tail == named.name_words[-len(tail) :] else named.name_words,
            ids=named.ids,
        )
