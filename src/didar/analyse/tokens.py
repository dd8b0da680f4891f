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
_APART = _JOINS | _PREFIXES | {""}
_BREAKS = _ENDS | _CLOSERS | {"\n"}
_LONG_LINE = 40
_REMEMBERED = 1 << 17

T = TypeVar("T")


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
    words, starts, ends = _tokens(clean.text, is_verb)
    sentences, lines, breaks = _sentences(clean.text, words, starts, ends)
    if breaks:
        words, starts, ends = _left_out(words, breaks), _left_out(starts, breaks), _left_out(ends, breaks)
    return Analysis(clean=clean, words=words, starts=starts, ends=ends, sentences=sentences, lines=lines, read=[True] * len(sentences))


def _left_out(column: list[T], places: list[int]) -> list[T]:
    """The column without these places."""
    kept: list[T] = []
    at = 0
    for place in places:
        kept += column[at:place]
        at = place + 1
    return kept + column[at:]


def _tokens(text: str, is_verb: Callable[[str], bool]) -> tuple[list[str], list[int], list[int]]:
    """The columns, line breaks among them: tokens and gaps take turns, so that their lengths tell where each begins."""
    pieces = (_TOKEN if _UNUSUAL.search(text) else _USUAL_TOKEN).split(text)
    at = list(accumulate(map(len, pieces)))
    words, starts, ends = list(map(_fold, pieces[1::2])), at[:-1:2], at[1::2]
    apart = [i for i, word in enumerate(words) if word in _APART]
    return _joined(text, (words, starts, ends), apart, is_verb) if apart else (words, starts, ends)


def _joined(
    text: str, columns: tuple[list[str], list[int], list[int]], apart: list[int], is_verb: Callable[[str], bool]
) -> tuple[list[str], list[int], list[int]]:
    """The columns with affixes that stand apart joined to their word, and tokens that fold to nothing left out."""
    words, starts, ends = columns
    out_words: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    at = 0
    for i in sorted({*apart, *(i + 1 for i in apart if words[i] in _PREFIXES and i + 1 < len(words))}):
        out_words += words[at:i]
        out_starts += starts[at:i]
        out_ends += ends[at:i]
        at = i + 1
        word = words[i]
        if not word:
            continue
        if out_words and starts[i] == out_ends[-1] + 1 and text[out_ends[-1]] in " \u200c" and _one_word(out_words[-1], word, is_verb):
            out_words[-1] += word
            out_ends[-1] = ends[i]
            continue
        out_words.append(word)
        out_starts.append(starts[i])
        out_ends.append(ends[i])
    return out_words + words[at:], out_starts + starts[at:], out_ends + ends[at:]


def _one_word(before: str, word: str, is_verb: Callable[[str], bool]) -> bool:
    """Whether an affix that stands apart belongs to the word before it, or «می» to the verb behind."""
    if before in _PREFIXES and is_verb(before + word):
        return True
    return before[-1:].isalpha() and (word in _JOINS_LEFT or (word in _AFTER_HE and before[-1:] == "ه"))


def _sentences(text: str, words: list[str], starts: list[int], ends: list[int]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Token ranges and line numbers, both as the columns are without line breaks; and where these breaks stand."""
    sentences: list[tuple[int, int]] = []
    lines: list[int] = []
    breaks: list[int] = []
    first = 0
    for i in [i for i, word in enumerate(words) if word in _BREAKS]:
        word = words[i]
        here = i - len(breaks)
        if word == "\n":
            if here > first:
                sentences.append((first, here))
                lines.append(len(breaks))
                first = here
            breaks.append(i)
        elif word in _CLOSERS:
            if first == here and sentences and lines[-1] == len(breaks) and words[i - 1] in _ENDS and starts[i] == ends[i - 1]:
                # A closing mark after the full stop belongs to the sentence before it.
                first = here + 1
                sentences[-1] = (sentences[-1][0], first)
        elif word != "." or not _inside(text, starts[i], _before(words, i)):
            sentences.append((first, here + 1))
            lines.append(len(breaks))
            first = here + 1
    last = len(words) - len(breaks)
    if last > first:
        sentences.append((first, last))
        lines.append(len(breaks))
    return sentences, lines, breaks


def _before(words: list[str], i: int) -> str:
    """The token before i, line breaks aside."""
    i -= 1
    while i >= 0 and words[i] == "\n":
        i -= 1
    return words[i] if i >= 0 else ""


def _inside(text: str, at: int, word: str) -> bool:
    """Whether the full stop at `at` behind `word` ends no sentence: a decimal, an initial, an address."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at]
    if after.isdigit() and before.isdigit():
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
