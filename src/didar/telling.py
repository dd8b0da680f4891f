"""Which parts of a text can tell a time: the words around each word of time.

Each word of a text (what stands between blanks) has a class of one letter, remembered for the next text; a text is then a string of
classes, and a pattern over that string finds the windows. What is left out costs no more than a look at its words.
"""

import re
from collections.abc import Iterator, Sequence

from didar.clean import Offsets, clean_text
from didar.letters import fold_word
from didar.mention.date_loose import EVER, OFTEN
from didar.mention.dates import NUMBER_LINKS
from didar.model import CleanText
from didar.pack.times import GRAMMAR, TimeLexicon

_LETTERS = re.compile(r"[^\W\d_]+(?:\u200c+[^\W\d_]+)*")
_NUMBER = re.compile(r"(?<!\d)[12]\d{3}(?!\d)|\d[:/\\–-]\d|\d[.٫]\d+[.٫]\d")
_MARKS = frozenset(":/.")  # «17 : 30», «26/ 8/ 42»
# t: tells a time by itself; b: beside another word of time; c: beside a link as well; h: before digits;
# d: digits; n: a word of time that tells nothing by itself; l: a link or a mark; x: any other word.
_WINDOW = re.compile(
    r"[bcht](?:(?<=t)|(?<=b)(?=[hn]|l?[bcdt])|(?<=[bcdhnt]b)|(?<=[bcdnt]lb)|(?<=c)(?=[bcdhlnt])|(?<=[bcdhlnt]c)|(?<=h)(?=d))[dhln]*+"
)
_BEFORE, _AFTER, _FAR = 2, 3, 40  # words read with those that tell a time; words of time read before them at most
_NOTHING = clean_text("")
_REMEMBERED = 1 << 17


class Telling(dict[str, str]):
    """The class of each word seen; forgotten all at once when there are too many."""

    def __init__(self, times: TimeLexicon) -> None:
        self._strong, self._linked, self._hosts = times.telling, times.linked | EVER.keys(), times.year_hosts
        self._weak = times.signs - times.telling | {"ه"}  # «۶۱ ه.ق»
        self._inside = (times.words.keys() | times.inside | OFTEN) - GRAMMAR
        self._links = GRAMMAR | NUMBER_LINKS

    def __missing__(self, raw: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[raw] = told = self._class(raw)
        return told

    def _class(self, raw: str) -> str:
        raw = clean_text(raw).text
        words = list(map(fold_word, _LETTERS.findall(raw)))
        digits = any(map(str.isdigit, raw))
        if _NUMBER.search(raw) or not self._strong.isdisjoint(words):
            return "t"
        if not self._linked.isdisjoint(words):
            return "c"
        if not self._weak.isdisjoint(words):
            return "t" if len(words) > 1 or digits else "b"
        if raw in _MARKS or (digits and not _MARKS.isdisjoint(raw)):
            return "b"
        if digits or not words:
            return "d" if digits else "l"
        if not self._hosts.isdisjoint(words):
            return "h"
        if not self._inside.isdisjoint(words):
            return "n"
        return "x" if self._links.isdisjoint(words) else "l"

    def windows(self, text: str) -> CleanText:
        """The windows of a text, cleaned, each a line of its own, with a map back to the source."""
        further: Sequence[int] | None = None
        if "<" in text:  # a tag may hold blanks
            whole = clean_text(text)
            text, further = whole.text, whole.offsets
        words = text.split(" ")
        pieces: list[str] = []
        at: list[int] = []
        source: list[int] = []
        size = start = done = 0
        for first, last in _windows("".join(map(self.__getitem__, words))):
            start += sum(map(len, words[done:first])) + first - done
            piece = " ".join(words[first:last])
            pieces.append(piece)
            at.append(size)
            source.append(start)
            size += len(piece) + 1
            start, done = start + len(piece) + 1, last
        if not pieces:
            return _NOTHING
        offsets = Offsets(at, source, size, further)
        return CleanText(text="\n".join(pieces), offsets=offsets) if further else clean_text("\n".join(pieces), origin=offsets)


def _windows(shape: str) -> Iterator[tuple[int, int]]:
    """The windows of a text's words, in order and apart from one another: first word, last excluded."""
    first = last = -1
    for found in _WINDOW.finditer(shape):
        start, end = found.span()
        far = max(last, start - _FAR, 0)
        begin = max(far + len(shape[far:start].rstrip("dhln")) - _BEFORE, 0)
        if begin > last:
            if last > 0:
                yield first, last
            first = begin
        last = end + _AFTER
    if last > 0:
        yield first, min(last, len(shape))
