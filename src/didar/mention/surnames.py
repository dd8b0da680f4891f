"""Persons named again by surname alone."""

from collections.abc import Sequence

from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark
from didar.who import ActorMention, Kind

_LONGEST = 5


def find_surnames(
    analysis: Analysis, marks: Sequence[Mark | None], found: Sequence[ActorMention], *, pack: Pack
) -> tuple[ActorMention, ...]:
    """The mentions found, with the places where a person named elsewhere in the text is named by the last words of the name."""
    return _Surnames(analysis, marks, pack).add(found)


class _Surnames:
    def __init__(self, analysis: Analysis, marks: Sequence[Mark | None], pack: Pack) -> None:
        self.analysis, self.words, self.marks, self.pack = analysis, analysis.words, marks, pack

    def add(self, found: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        surnames: dict[tuple[str, ...], ActorMention] = {}
        for mention in found:
            words = mention.name_words
            for n in range(1, len(words) + 1):
                ending = words[-n:]
                if n == 1 and ((ending[0] in self.pack.given and len(words) > 1) or len(ending[0]) < 3):
                    continue
                surnames.setdefault(ending, mention)
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
                    i += 1
                    continue
                added.append(self._again(i, tail, surnames[tail]))
                i += len(tail)
        return tuple(sorted((*found, *added), key=lambda m: m.first))

    def _tail(self, i: int, last: int, surnames: dict[tuple[str, ...], ActorMention], covered: list[bool]) -> tuple[str, ...] | None:
        for n in range(min(_LONGEST, last - i), 0, -1):
            tail = tuple(self.words[i : i + n])
            if tail in surnames and not any(covered[i : i + n]):
                mark = self.marks[i]
                if n == 1 and mark and (mark.office or mark.word("trigger") or mark.word("portfolio")) and not mark.persons:
                    return None
                return tail
        return None

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
            name=" ".join(self.analysis.text(i, i + len(tail)).split()),
            name_words=tail,
            ids=named.ids,
        )
