"""Room 2: an article's text with folded letters and a total map back to the source.

One look tells which letters want a change; what is not there costs nothing.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import overload

from didar.letters import CLEAN_LETTERS, DROPPED
from didar.model import CleanText

_CHANGED = {chr(code): letter for code, letter in CLEAN_LETTERS.items()}
_DROPPED = frozenset(DROPPED)
_SEEN = re.compile(f"[{re.escape(''.join(_CHANGED) + DROPPED)}&<]")
_MARKS = re.compile(f"[{re.escape(DROPPED)}]+")
_DROP = re.compile(f"{_MARKS.pattern}|&(?:#\\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}});|<[A-Za-z/!][^<>\n]{{0,300}}>")


class Offsets(Sequence[int]):
    """The source offset of each clean character, kept as runs: from `clean[k]` on the characters stand at `source[k]` on.

    further: where what is here the source is itself mapped on.
    """

    __slots__ = ("_clean", "_further", "_size", "_source")

    def __init__(self, clean: list[int], source: list[int], size: int, further: Sequence[int] | None = None) -> None:
        self._clean, self._source, self._size, self._further = clean, source, size, further

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...

    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(self._size))]
        if not -self._size <= at < self._size:
            raise IndexError(at)
        at %= self._size
        run = bisect_right(self._clean, at) - 1
        there = self._source[run] + at - self._clean[run]
        return there if self._further is None else self._further[there]


def clean_text(text: str, *, origin: Sequence[int] | None = None) -> CleanText:
    """Letters folded, invisible marks and tags dropped, entities decoded. Any string is accepted.

    origin: where each character of the text stands in the source, if it is a part of one.
    """
    seen = set(_SEEN.findall(text))
    if "&" in seen or "<" in seen:
        return _without(text, _DROP, origin)
    if not seen.isdisjoint(_DROPPED):
        return _without(text, _MARKS, origin)
    return CleanText(text=_folded(text, seen), offsets=range(len(text) + 1) if origin is None else origin)


def _without(text: str, dropped: re.Pattern[str], origin: Sequence[int] | None) -> CleanText:
    parts: list[str] = []
    clean, source = [0], [0]
    size = at = 0
    for found in dropped.finditer(text):
        start, end = found.span()
        kept = _decode(found.group())
        parts += text[at:start], kept
        size += start - at
        for _ in kept:  # each character of a decoded entity stands where the entity begins
            clean.append(size)
            source.append(start)
            size += 1
        clean.append(size)
        source.append(end)
        at = end
    parts.append(text[at:])
    whole = "".join(parts)
    return CleanText(text=_folded(whole, set(_SEEN.findall(whole))), offsets=Offsets(clean, source, len(whole) + 1, origin))


def _folded(text: str, seen: set[str]) -> str:
    """The text with each letter in its one form. No letter is folded into one that is folded itself, so the order is free."""
    for letter in seen & _CHANGED.keys():
        text = text.replace(letter, _CHANGED[letter])
    return text


def _decode(found: str) -> str:
    """What stands for a dropped run: the entity's character, a blank for a tag, nothing for marks."""
    if found[0] == "&":
        decoded = html.unescape(found)
        return found if decoded == found else "".join(c for c in decoded if c not in DROPPED)
    return " " if found[0] == "<" else ""
