"""Which parts of a text can tell a time: the words around each word of time, up to the verb that gives the tense.

Each word of a text (what stands between blanks) has a class of one letter, remembered for the next text; a text is then a string of
classes, and a pattern over that string finds the windows. What is left out costs no more than a look at its words.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from didar.clean import Offsets
from didar.letters import fold_word
from didar.mention.date_loose import EVER
from didar.mention.dates import NUMBER_LINKS
from didar.model import CleanText
from didar.pack.rows import VerbForm
from didar.pack.times import TimeLexicon
from didar.refer.tenses import is_sure

_LETTERS = re.compile(r"[^\W\d_]+(?:\u200c+[^\W\d_]+)*")
_NUMBER = re.compile(r"(?<!\d)[12]\d{3}(?!\d)|\d[:/.\\٫–-]\d")
_MARKS = frozenset(":/.")  # «17 : 30», «26/ 8/ 42»
_END = re.compile(r"[^\W\d_]{2}\.\Z|[!?؟]\Z")
_ENDING = {"t": "T", "b": "b", "n": "N", "v": "X", "x": "X"}
# t: tells a time by itself; b: beside another word of time; n: a word that may stand in a time expression; v: a verb that is sure to give
# the tense; x: any other. N, T and X: the same at the end of a sentence.
_WINDOW = re.compile(r"(?:T|(?:t|b(?=[nbtNT])|(?<=[nbt])b)[^vNTX]*+(?:v[nxv]{0,2}|[NTX]|\Z))")
_ERA = "ه"  # «۶۱ ه.ق»
_AROUND, _FAR = 5, 40  # words before a word of time, and before the numbers before it
_REMEMBERED = 1 << 17


class Telling(dict[str, str]):
    """The class of each word seen; forgotten all at once when there are too many."""

    def __init__(self, times: TimeLexicon, verbs: dict[str, VerbForm]) -> None:
        self._strong, self._weak = times.telling, (times.signs | times.year_hosts | EVER.keys() | {_ERA}) - times.telling
        self._inside = times.words.keys() | times.inside | NUMBER_LINKS
        self._sure = frozenset(word for word, form in verbs.items() if is_sure(form))

    def __missing__(self, raw: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        told = self._class(raw)
        if "\n" in raw:
            told = "X" if told in "vx" else told
        elif _END.search(raw):
            told = _ENDING[told]
        self[raw] = told
        return told

    def _class(self, raw: str) -> str:
        words = list(map(fold_word, _LETTERS.findall(raw)))
        digits = any(map(str.isdigit, raw))
        if _NUMBER.search(raw) or not self._strong.isdisjoint(words):
            return "t"
        if not self._weak.isdisjoint(words):
            return "t" if len(words) > 1 or digits else "b"
        if raw in _MARKS or (digits and not _MARKS.isdisjoint(raw)):
            return "b"
        if digits or not words or not self._inside.isdisjoint(words):
            return "n"
        return "v" if words[0] in self._sure else "x"

    def windows(self, clean: CleanText) -> CleanText:
        """The windows of a text, each a line of its own, with a map back to the source."""
        words = clean.text.split(" ")
        shape = "".join(map(self.__getitem__, words))
        kept: list[str] = []
        at: list[int] = []
        source: list[int] = []
        size = 0
        starts: list[int] | None = None
        for first, last in _windows(shape):
            if starts is None:
                starts = [0, *accumulate(len(word) + 1 for word in words)]
            start = starts[first]
            piece = clean.text[start : starts[last]]
            kept.append(piece)
            at.append(size)
            source.append(start)
            size += len(piece) + 1
        return CleanText(text="\n".join(kept), offsets=Offsets(at or [0], source or [0], size + 1, clean.offsets))


def _windows(shape: str) -> Iterator[tuple[int, int]]:
    """The windows of a text's words, in order and apart from one another: first word, last excluded."""
    first = last = -1
    for found in _WINDOW.finditer(shape):
        start, end = found.span()
        far = max(last, start - _FAR, 0)
        begin = max(far + len(shape[far:start].rstrip("n")) - _AROUND, 0)
        if begin > last:
            if last > 0:
                yield first, last
            first = begin
        last = end
    if last > 0:
        yield first, last
