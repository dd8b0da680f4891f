"""Tokens and sentences of a clean text.

A token is a run of letters (ZWNJ inside), a run of digits, or one other mark. Affixes that a writer set apart by a
blank («هیات های», «منطقه ای», «می کند») are joined to their word, so that every later room sees one word whatever the
spacing. A sentence ends at a full stop, question or exclamation mark, and at the end of a line.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from didar.letters import fold_word
from didar.model import Analysis, CleanText, SetAside
from didar.terms import Reason

_TOKEN = re.compile(r"[^\W\d_]+(?:\u200c+[^\W\d_]+)*|\d+|[^\w\s\u200c]|_|\n+")
_JOINS_LEFT = frozenset("ها های هایی هایش هایشان هایم هایمان هایت تر ترین تری ترها اش اند".split())
_AFTER_HE = frozenset(("ای", "اش", "ام", "اند"))
_JOINS = _JOINS_LEFT | _AFTER_HE
_PREFIXES = frozenset(("می", "نمی"))
_ENDS = frozenset(".!؟?")
_CLOSERS = frozenset("»\"')]”")
_LONG_LINE = 40


_fold = lru_cache(maxsize=65536)(fold_word)


def analyse(
    clean: CleanText, *, is_verb: Callable[[str], bool], is_noise: Callable[[Sequence[str]], bool], title: str | None = None
) -> Analysis:
    """Split a clean text.

    is_verb: whether a folded word is a finite verb (decides whether «می کند» is one word).
    is_noise: whether the folded words of a line are boilerplate.
    """
    words, starts, ends = _tokens(clean.text, is_verb)
    sentences, lines = _sentences(clean.text, words, starts, ends)
    read, aside = _set_aside(words, sentences, lines, is_noise, title)
    spans = tuple(SetAside(span=clean.source(starts[a], ends[b - 1]), reason=why) for a, b, why in aside)
    kept = CleanText(text=clean.text, offsets=clean.offsets, set_aside=spans)
    return Analysis(clean=kept, words=words, starts=starts, ends=ends, sentences=sentences, lines=lines, read=read)


def _tokens(text: str, is_verb: Callable[[str], bool]) -> tuple[list[str], list[int], list[int]]:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = ""
    last = -1
    for found in _TOKEN.finditer(text):
        raw = found.group()
        start, end = found.span()
        word = "\n" if raw[0] == "\n" else _fold(raw)
        if not word:
            continue
        beside = (word in _JOINS or before in _PREFIXES) and start == last + 1 and text[last] in " \u200c"
        if beside and _one_word(before, word, is_verb):
            words[-1] = before = before + word
            ends[-1] = last = end
            continue
        words.append(word)
        starts.append(start)
        ends.append(end)
        before, last = word, end
    return words, starts, ends


def _one_word(before: str, word: str, is_verb: Callable[[str], bool]) -> bool:
    """Whether an affix that stands apart belongs to the word before it, or «می» to the verb behind."""
    if before in _PREFIXES and is_verb(before + word):
        return True
    return before[-1:].isalpha() and (word in _JOINS_LEFT or (word in _AFTER_HE and before[-1:] == "ه"))


def _sentences(text: str, words: list[str], starts: list[int], ends: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Token ranges and line numbers. Line-break tokens are dropped from the columns on the way."""
    sentences: list[tuple[int, int]] = []
    lines: list[int] = []
    keep_w: list[str] = []
    keep_s: list[int] = []
    keep_e: list[int] = []
    first = line = 0
    n = len(words)

    def close() -> None:
        nonlocal first
        if len(keep_w) > first:
            sentences.append((first, len(keep_w)))
            lines.append(line)
            first = len(keep_w)

    for i in range(n):
        word = words[i]
        if word == "\n":
            close()
            line += 1
            continue
        if (
            word in _CLOSERS
            and first == len(keep_w)
            and sentences
            and lines[-1] == line
            and keep_w[-1] in _ENDS
            and starts[i] == keep_e[-1]
        ):
            # A closing mark after the full stop belongs to the sentence before it.
            keep_w.append(word)
            keep_s.append(starts[i])
            keep_e.append(ends[i])
            sentences[-1] = (sentences[-1][0], len(keep_w))
            first = len(keep_w)
            continue
        keep_w.append(word)
        keep_s.append(starts[i])
        keep_e.append(ends[i])
        if word in _ENDS and not (word == "." and _inside(text, starts[i], keep_w)):
            close()
    close()
    words[:], starts[:], ends[:] = keep_w, keep_s, keep_e
    return sentences, lines


def _inside(text: str, at: int, words: list[str]) -> bool:
    """Whether the full stop at `at` ends no sentence: a decimal, an initial, an address."""
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
