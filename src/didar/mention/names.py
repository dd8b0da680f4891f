"""The extent of a person's name beside an office, a title or within quotation marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from didar.letters import INITIALS
from didar.mention.classes import WordClass
from didar.pack.rows import Mark

_OPEN, _CLOSE = frozenset("«\"“'‘("), frozenset("»\"”'’)")
_LONGEST = 6
_INTO = frozenset((("به", "عنوان"), ("به", "سمت"), ("در", "سمت"), ("در", "مقام"), ("به", "مقام"), ("در", "جایگاه")))
_ASIDE = 30  # tokens between two dashes
_DASHES = frozenset("-–—")
_SHORTEST = 3  # letters of a surname that stands alone and is not known


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [first, last) are the name; [outer_first, outer_last) with its quotes and titles. `ids`: known persons."""

    first: int
    last: int
    outer_first: int
    outer_last: int
    ids: tuple[str, ...] = ()


class NameFinder:
    """Finds names around a place in one text."""

    def __init__(
        self, words: Sequence[str], marks: Sequence[Mark | None], classes: Sequence[WordClass], first_names: dict[str, frozenset[str]]
    ) -> None:
        self.first_names = first_names
        self.words = words
        self.marks = marks
        self.classes = classes

    def before(self, at: int, start: int) -> Name | None:
        """The name that ends just before token `at`, quotes aside; nothing before token `start` is looked at."""
        last = at
        if last - 1 >= start and self.words[last - 1] in _CLOSE and self.words[last - 1] != ")":
            name = self._quoted(last - 1, start)
            return name and self._with_titles(name, start)
        first = last
        while first > start and last - first < _LONGEST and self.classes[first - 1] != WordClass.STOP:
            first -= 1
        while first < last and self.classes[first] == WordClass.COMMON and not self._titled(first, start):
            if last - first in (2, 3) and self.classes[first + 1] == WordClass.UNKNOWN and self._opens(first, start):
                break
            if last - first in (2, 3) and at < len(self.words) and self.words[at] == "،" and self._with_whom(first, start):
                break
            first += 1
        if first == last or (last - first == 1 and len(self.words[first]) < _SHORTEST and self.classes[first] == WordClass.UNKNOWN):
            return None
        return self._with_titles(Name(first, last, first, last, self._ids(first, last)), start)

    def appointed(self, at: int, start: int) -> Name | None:
        """The name in «X را به عنوان | سفیر», «انتصاب X – دیپلمات ارشد – به سمت | سفیر»; `at`: the token of the office."""
        if at - 2 <= start or tuple(self.words[at - 2 : at]) not in _INTO:
            return None
        end = at - 3 if self.words[at - 3] == "را" else at - 2
        if end - 1 > start and self.words[end - 1] in _DASHES:
            end = next((k for k in range(end - 2, max(start, end - _ASIDE), -1) if self.words[k] in _DASHES), end)
        name = self.before(end, start)
        return name if name and (name.ids or name.last - name.first > 1 or name.outer_last != name.last) else None

    def after(self, at: int, end: int) -> Name | None:
        """The name that begins at token `at`: titles and quotes are passed over."""
        first = at
        titled = False
        while first < end and (mark := self.marks[first]) and mark.word("title") and not mark.persons:
            first = mark.last
            titled = True
        if first < end and self.words[first] in _OPEN and self.words[first] != "(":
            close = next((k for k in range(first + 1, min(end, first + 8)) if self.words[k] in _CLOSE), None)
            if close is None or not self._is_name(first + 1, close):
                return None
            inner = self._skip_titles(first + 1, close)
            return Name(inner, close, at, close + 1, self._ids(inner, close))
        if first >= end:
            return None
        head = self.classes[first]
        if head in (WordClass.STOP, WordClass.COMMON) and not (titled and head == WordClass.COMMON):
            return None
        last = self._extend(first, end)
        return Name(first, last, at, last, self._ids(first, last))

    def _extend(self, first: int, end: int) -> int:
        """Where the name that begins at `first` ends."""
        mark = self.marks[first]
        if mark and mark.persons and any(p.use == "full" for p in mark.persons):
            return mark.last
        last = first + 1 if not (mark and mark.persons) else mark.last
        while last < end and last - first < _LONGEST:
            if self._initial(last, end):
                last += 2
            kind = self.classes[last]
            if kind == WordClass.KNOWN:
                known = self.marks[last]
                last = known.last if known else last + 1
                break
            if kind in (WordClass.UNKNOWN, WordClass.GIVEN) or (
                kind == WordClass.COMMON and self.classes[last - 1] == WordClass.GIVEN and last - first <= 2
            ):
                last += 1
            else:
                break
        return last

    def _initial(self, at: int, end: int) -> bool:
        """«دونالد | جی. ترامپ»: an initial spelled out, with its full stop, before the rest of the name."""
        return self.words[at] in INITIALS and at + 2 < end and self.words[at + 1] == "." and self.classes[at + 2] > WordClass.COMMON

    def _quoted(self, close: int, start: int) -> Name | None:
        """The name within quotation marks that close at token `close`."""
        for k in range(close - 1, max(start - 1, close - 8), -1):
            if self.words[k] in _OPEN and self.words[k] != "(":
                if not self._is_name(k + 1, close):
                    return None
                inner = self._skip_titles(k + 1, close)
                return Name(inner, close, k, close + 1, self._ids(inner, close))
            if not self.words[k][0].isalpha():
                return None
        return None

    def _is_name(self, first: int, last: int) -> bool:
        """Whether a quoted run may be a person's name: short, only letters, not all of it common words."""
        first = self._skip_titles(first, last)
        if not 0 < last - first <= _LONGEST:
            return False
        kinds = self.classes[first:last]
        return all(self.words[k][0].isalpha() for k in range(first, last)) and (
            any(k >= WordClass.GIVEN for k in kinds) and sum(k == WordClass.STOP for k in kinds) <= len(kinds) // 3
        )

    def _skip_titles(self, first: int, last: int) -> int:
        while first < last and (mark := self.marks[first]) and mark.word("title") and not mark.persons and mark.last < last:
            first = mark.last
        return first

    def _with_whom(self, first: int, start: int) -> bool:
        """«با هدیه خلف عباس، …»: common words too are a name between «با» and a comma, with one among them that is a name's."""
        return first > start and self.words[first - 1] == "با" and any(k >= WordClass.GIVEN for k in self.classes[first + 1 : first + 3])

    def _opens(self, first: int, start: int) -> bool:
        """Whether a phrase begins at `first`: the sentence, or a mark before it."""
        return first == start or not self.words[first - 1][0].isalnum()

    def _titled(self, first: int, start: int) -> bool:
        """Whether a title stands just before token `first`."""
        return first > start and any(
            (mark := self.marks[k]) is not None and mark.last == first and mark.word("title") is not None
            for k in range(max(start, first - 4), first)
        )

    def _with_titles(self, name: Name, start: int) -> Name:
        """The name with the titles before it taken into its outer extent."""
        outer = name.outer_first
        moved = True
        while moved:
            moved = False
            for k in range(max(start, outer - 4), outer):
                mark = self.marks[k]
                if mark is not None and mark.last == outer and mark.word("title"):
                    outer, moved = k, True
                    break
        return Name(name.first, name.last, outer, name.outer_last, name.ids)

    def _first_name(self, at: int) -> str:
        """The first name without a «سید» written onto it."""
        word = self.words[at]
        return word[3:] if word.startswith("سید") and len(word) > 5 else word

    def _ids(self, first: int, last: int) -> tuple[str, ...]:
        """Known persons whose form ends where the name ends."""
        for k in range(first, last):
            mark = self.marks[k]
            if mark and mark.persons and mark.last == last:
                if k > first and not any(p.use == "short" for p in mark.persons):
                    return ()
                known = dict.fromkeys(p.person for p in mark.persons)
                return tuple(p for p in known if k == first or self._first_name(first) in self.first_names.get(p, ()))
        return ()
