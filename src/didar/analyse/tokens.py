"""Tokens and sentences of a clean text.

A token is a run of letters (ZWNJ inside), a run of digits, or one other mark. Affixes that a writer set apart by a
blank («هیات های», «منطقه ای», «می کند») are joined to their word, so that every later room sees one word whatever the
spacing. A sentence ends at a full stop, question or exclamation mark, and at the end of a line.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from didar.letters import INITIALS, fold_word
from didar.model import Analysis, CleanText, SetAside
from didar.terms import Reason

_TOKEN = re.compile(r"([^\W\d_]+(?:\u200c+[^\W\d_]+)*|\d+|[^\w\s\u200c]|_|\n+)")
# The same tokens, found in half the time, where a text has no other letters, digits and blanks than these.
_LETTERS = "A-Za-z\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3"
_USUAL_TOKEN = re.compile(rf"([{_LETTERS}][{_LETTERS}\u200c]*(?<!\u200c)|[0-9]+|[^{_LETTERS}0-9 \n\u200c]|\n+)")
_UNUSUAL = re.compile(rf"[^{_LETTERS}0-9 \n\u200c!-/:-@\[-`{{-~«»،؛؟٪…–—‘’“”•←-⇿■-❧\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")
_JOINS_LEFT = frozenset("ها های هایی هایش هایشان هایم هایمان هایت تر ترین تری ترها اش اند".split())
_AFTER_HE = frozenset(("ای", "اش", "ام", "اند"))
_JOINS = _JOINS_LEFT | _AFTER_HE
_PREFIXES = frozenset(("می", "نمی"))
_ENDS = frozenset(".!؟?")
_CLOSERS = frozenset("»\"')]”")
_MARKS = _ENDS | _CLOSERS
_LOOKED_AT = _MARKS | _JOINS | _PREFIXES | {"", "\n"}
_LONG_LINE = 40
_REMEMBERED = 1 << 17

_T = TypeVar("_T")


class _Folds(dict[str, str]):
    """The compared form of each token seen; forgotten all at once when there are too many."""

    def __missing__(self, raw: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[raw] = word = "\n" if raw[0] == "\n" else fold_word(raw)
        return word


_fold = _Folds().__getitem__


def analyse(
    clean: CleanText, *, is_verb: Callable[[str], bool], is_noise: Callable[[Sequence[str]], bool], title: str | None = None
) -> Analysis:
    """Split a clean text and set aside what is no news.

    is_verb: whether a folded word is a finite verb (decides whether «می کند» is one word).
    is_noise: whether the folded words of a line are boilerplate.
    """
    whole = split_text(clean, is_verb=is_verb)
    read, aside = _set_aside(whole.words, whole.sentences, whole.lines, is_noise, title)
    spans = tuple(SetAside(span=clean.source(whole.starts[a], whole.ends[b - 1]), reason=why) for a, b, why in aside)
    return replace(whole, clean=replace(clean, set_aside=spans), read=read)


def split_text(clean: CleanText, *, is_verb: Callable[[str], bool]) -> Analysis:
    """Tokens and sentences of a clean text, all of them read."""
    text = clean.text
    # Tokens and gaps take turns, so that their lengths tell where each begins.
    pieces = (_TOKEN if _UNUSUAL.search(text) else _USUAL_TOKEN).split(text)
    at = list(accumulate(map(len, pieces)))
    walk = _Walk(text, (list(map(_fold, pieces[1::2])), at[:-1:2], at[1::2]), is_verb)
    walk.run()
    return Analysis(
        clean=clean,
        words=_without(walk.words, walk.gone),
        starts=_without(walk.starts, walk.gone),
        ends=_without(walk.ends, walk.gone),
        sentences=walk.sentences,
        lines=walk.lines,
        read=[True] * len(walk.sentences),
    )


def _without(column: list[_T], gone: list[int]) -> list[_T]:
    """The column without the rows that are gone, told in order."""
    kept: list[_T] = []
    at = 0
    for i in gone:
        kept += column[at:i]
        at = i + 1
    return kept + column[at:] if gone else column


class _Walk:
    """From raw columns to those of an `Analysis`, with a look only at the few tokens that join, end or break something.

    gone: the rows that are no tokens of their own, in order: line breaks, what folds to nothing, what was written to another.
    """

    def __init__(self, text: str, raw: tuple[list[str], list[int], list[int]], is_verb: Callable[[str], bool]) -> None:
        self.text, self.is_verb = text, is_verb
        self.words, self.starts, self.ends = raw
        self.gone: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.lines: list[int] = []
        self.line = self.first = 0

    def run(self) -> None:
        words, gone = self.words, self.gone
        for i in [i for i, word in enumerate(words) if word in _LOOKED_AT]:
            word = words[i]
            if gone and gone[-1] == i:
                continue
            if word in _MARKS:
                self.mark(i, word)
            elif word == "\n":
                self.close(i - len(gone))
                self.line += 1
                gone.append(i)
            elif not word:
                gone.append(i)
            elif word in _PREFIXES:
                self.join(i, i + 1)
            else:
                self.join(self.before(i), i)
        self.close(len(words) - len(gone))

    def before(self, i: int) -> int:
        """The row of the token before row i, -1 where none is."""
        k = len(self.gone)
        i -= 1
        while k and self.gone[k - 1] == i:
            i, k = i - 1, k - 1
        return i

    def join(self, a: int, b: int) -> None:
        """Write the token of row b to the one of row a, where both are one word."""
        if a < 0 or b == len(self.words):
            return
        last = self.ends[a]
        if self.starts[b] == last + 1 and self.text[last] in " \u200c" and _one_word(self.words[a], self.words[b], self.is_verb):
            self.words[a] += self.words[b]
            self.ends[a] = self.ends[b]
            self.gone.append(b)

    def mark(self, i: int, word: str) -> None:
        """The mark of row i may end a sentence, or belong to the one that ends before it."""
        here = i - len(self.gone)
        if word in _CLOSERS:
            if self.first == here and self.sentences and self.lines[-1] == self.line:
                before = self.before(i)
                if self.words[before] in _ENDS and self.starts[i] == self.ends[before]:
                    self.first = here + 1
                    self.sentences[-1] = (self.sentences[-1][0], self.first)
        elif word != "." or not _inside(self.text, self.starts[i], self.words[self.before(i)] if here else ""):
            self.close(here + 1)

    def close(self, last: int) -> None:
        """End the sentence before token `last`, where it has begun."""
        if last > self.first:
            self.sentences.append((self.first, last))
            self.lines.append(self.line)
            self.first = last


def _one_word(before: str, word: str, is_verb: Callable[[str], bool]) -> bool:
    """Whether an affix that stands apart belongs to the word before it, or «می» to the verb behind."""
    if before in _PREFIXES and is_verb(before + word):
        return True
    return before[-1:].isalpha() and (word in _JOINS_LEFT or (word in _AFTER_HE and before[-1:] == "ه"))


def _inside(text: str, at: int, word: str) -> bool:
    """Whether the full stop at `at` behind `word` ends no sentence: a decimal, an initial, an address."""
    after = text[at + 1 : at + 2]
    if after in " \n":
        return (len(word) == 1 and word.isalpha()) or (after == " " and word in INITIALS)
    if after.isdigit() and text[at - 1 : at].isdigit():
        return True
    if after.isascii() and after.isalpha():
        return True
    return after in (".", "،") or (len(word) == 1 and word.isalpha())


def _set_aside(
    words: Sequence[str],
    sentences: Sequence[tuple[int, int]],
    lines: Sequence[int],
    is_noise: Callable[[Sequence[str]], bool],
    title: str | None,
) -> tuple[list[bool], list[tuple[int, int, Reason]]]:
    """Which sentences are read, and the token ranges set aside with their reasons."""
    seen: set[str] = set()
    aside: list[tuple[int, int, Reason]] = []
    read: list[bool] = []
    for first, last in sentences:
        body = [w for w in words[first:last] if w.isalnum()]
        key = "".join(body)
        reason = None
        if not body or is_noise(words[first:last]):
            reason = Reason.BOILERPLATE
        elif len(key) >= _LONG_LINE and key in seen:
            reason = Reason.REPEATED
        seen.add(key)
        read.append(reason is None)
        if reason:
            aside.append((first, last, reason))
    return read, aside
