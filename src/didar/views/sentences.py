"""The sentence that a fact rests on, with the evidence marked and nothing hidden in it obeyed."""

import re
import unicodedata
from collections.abc import Sequence

from didar.model import Article, Span

_END = re.compile(r"[.!؟?…]+(?=\s|$)|[\n\r]+")
_LONGEST = 700
OPEN, CLOSE = "⟦", "⟧"
_OBEYED = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def sentence_around(text: str, span: Span) -> Span:
    """The sentences that a span touches, cut to a readable length."""
    start, end = span
    ends = [m.end() for m in _END.finditer(text, 0, max(0, start))]
    first = ends[-1] if ends else 0
    after = _END.search(text, max(start, end - 1))
    last = after.end() if after else len(text)
    return max(first, start - _LONGEST), min(last, end + _LONGEST)


def mark_evidence(article: Article, spans: Sequence[Span]) -> list[str]:
    """Each sentence that holds evidence, once, the evidence between ⟦ and ⟧."""
    size = len(article.text)
    good = sorted({(a, b) for a, b in spans if 0 <= a < b <= size})
    sentences: list[tuple[int, int, list[Span]]] = []
    for span in good:
        first, last = sentence_around(article.text, span)
        if sentences and first < sentences[-1][1]:
            before = sentences.pop()
            sentences.append((before[0], max(last, before[1]), [*before[2], span]))
        else:
            sentences.append((first, last, [span]))
    return [show(_marked(article.text, *s)) for s in sentences]


def _marked(text: str, first: int, last: int, spans: Sequence[Span]) -> str:
    out, at = "", first
    for begin, end in spans:
        start = max(begin, at)
        if start >= end:
            continue
        out += text[at:start] + OPEN + text[start:end] + CLOSE
        at = end
    return (out + text[at:last]).strip()


def show(text: str) -> str:
    """Text from outside for a terminal: direction and control characters are shown, not obeyed."""
    return "".join(_shown(c) for c in text)


def _shown(letter: str) -> str:
    if letter in _OBEYED or (unicodedata.category(letter) == "Cc" and letter not in "\n\t"):
        return f"⟨U+{ord(letter):04X}⟩"
    return " " if letter in "\n\t" else letter
