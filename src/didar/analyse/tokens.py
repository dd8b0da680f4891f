"""Tokens and sentences of a clean text.

A token is a run of letters (ZWNJ inside), a run of digits, or one other mark. Affixes that a writer set apart by a
blank («هیات های», «منطقه ای», «می کند») are joined to their word, so that every later room sees one word whatever the
spacing. A sentence ends at a full stop, question or exclamation mark, and at the end of a line.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from didar.letters import fold_word
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
        words=walk.words,
        starts=walk.starts,
        ends=walk.ends,
        sentences=walk.sentences,
        lines=walk.lines,
        read=[True] * len(walk.sentences),
    )


class _Walk:
    """From raw columns to those of an `Analysis`, with a look only at the few tokens that join, end or break something."""

    def __init__(self, text: str, raw: tuple[list[str], list[int], list[int]], is_verb: Callable[[str], bool]) -> None:
        self.text, self.raw, self.is_verb = text, raw, is_verb
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.lines: list[int] = []
        self.line = self.first = self.at = 0

    def run(self) -> None:
        for i in [i for i, word in enumerate(self.raw[0]) if word in _LOOKED_AT]:
            if i < self.at:
                continue
            self.copy(i)
            word = self.raw[0][i]
            if word in _MARKS:
                self.mark(i, word)
            elif word in _PREFIXES:
                self.copy(i + 1)
                self.join(i + 1)
            elif word == "\n":
                self.close()
                self.line += 1
                self.at = i + 1
            elif not word:
                self.at = i + 1
            else:
                self.join(i)
        self.copy(len(self.raw[0]))
        self.close()

    def copy(self, stop: int) -> None:
        """Take the raw tokens up to `stop` as they are."""
        words, starts, ends = self.raw
        self.words += words[self.at : stop]
        self.starts += starts[self.at : stop]
        self.ends += ends[self.at : stop]
        self.at = stop

    def join(self, i: int) -> None:
        """Write raw token i to the token before it, where both are one word; else leave it to be copied."""
        words, starts, ends = self.raw
        if i == len(words) or not self.ends:
            return
        last = self.ends[-1]
        if starts[i] == last + 1 and self.text[last] in " \u200c" and _one_word(self.words[-1], words[i], self.is_verb):
            self.words[-1] += words[i]
            self.ends[-1] = ends[i]
            self.at = i + 1

    def mark(self, i: int, word: str) -> None:
        """Take the mark i; it may end a sentence, or belong to the one that ends before it."""
        here = len(self.words)
        self.copy(i + 1)
        if word in _CLOSERS:
            behind = self.first == here and self.sentences and self.lines[-1] == self.line
            if behind and self.words[-2] in _ENDS and self.starts[-1] == self.ends[-2]:
                self.first = here + 1
                self.sentences[-1] = (self.sentences[-1][0], self.first)
        elif word != "." or not _inside(self.text, self.starts[-1], self.words):
            self.close()

    def close(self) -> None:
        """End the sentence here, where it has begun."""
        last = len(self.words)
        if last > self.first:
            self.sentences.append((self.first, last))
            self.lines.append(self.line)
            self.first = last


def _one_word(before: str, word: str, is_verb: Callable[[str], bool]) -> bool:
    """Whether an affix that stands apart belongs to the word before it, or «می» to the verb behind."""
    if before in _PREFIXES and is_verb(before + word):
        return True
    return before[-1:].isalpha() and (word in _JOINS_LEFT or (word in _AFTER_HE and before[-1:] == "ه"))


def _inside(text: str, at: int, words: list[str]) -> bool:
    """Whether the full stop at `at`, the last of the words, ends no sentence: a decimal, an initial, an address."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at]
    if after.isdigit() and before.isdigit():
        return True
    if after.isascii() and after.isalpha():
        return True
    return after in (".", "،") or (len(words) > 1 and len(words[-2]) == 1 and words[-2].isalpha())


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
