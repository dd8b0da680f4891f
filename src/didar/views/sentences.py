"""The sentence that a fact rests on, with the evidence marked and nothing hidden in it obeyed."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from didar.model import Article, Span

_END = re.compile(r"[.!؟?…]+(?=\s|$)|[\n\r]+")
_ENDING = ".!؟?…\n\r"
_LONGEST = 700
Piece = tuple[str, bool]
OPEN, CLOSE = "⟦", "⟧"
HIDDEN = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")  # obeyed by a screen, not shown


def sentence_around(text: str, span: Span) -> Span:
    """The sentences that a span touches, cut to a readable length."""
    return _sentence(text, span, _ends(text))


def _ends(text: str) -> list[int]:
    """Where sentences end, in order."""
    return [m.end() for m in _END.finditer(text)]


def _sentence(text: str, span: Span, ends: Sequence[int]) -> Span:
    start, end = span
    before = bisect_right(ends, max(0, start))
    first = ends[before - 1] if before else 0
    if start > 0 and text[start - 1] in _ENDING:
        first = start
    after = bisect_right(ends, max(start, end - 1))
    last = ends[after] if after < len(ends) else len(text)
    return max(first, start - _LONGEST), min(last, end + _LONGEST)


def mark_evidence(article: Article, spans: Sequence[Span], *, most: int | None = None) -> list[str]:
    """Each sentence that holds evidence, once, the evidence between ⟦ and ⟧; the first `most` of them."""
    sentences = evidence_pieces(article, spans, most=most)
    return [show("".join(f"{OPEN}{t}{CLOSE}" if is_evidence else t for t, is_evidence in s).strip()) for s in sentences]


def evidence_pieces(article: Article, spans: Sequence[Span], *, most: int | None = None) -> list[list[Piece]]:
    """Each sentence that holds evidence, once, in pieces that are evidence or not; the first `most` of them."""
    size, ends = len(article.text), _ends(article.text)
    good = sorted({(a, b) for a, b in spans if 0 <= a < b <= size})
    sentences: list[tuple[int, int, list[Span]]] = []
    for span in good:
        first, last = _sentence(article.text, span, ends)
        if sentences and first < sentences[-1][1]:
            before = sentences.pop()
            sentences.append((before[0], max(last, before[1]), [*before[2], span]))
        elif len(sentences) == most:
            break
        else:
            sentences.append((first, last, [span]))
    return [_pieces(article.text, *s) for s in sentences]


def _pieces(text: str, first: int, last: int, spans: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    at = first
    for begin, end in spans:
        start = max(begin, at)
        if start >= end:
            continue
        pieces += ((text[at:start], False), (text[start:end], True))
        at = end
    return [p for p in (*pieces, (text[at:last], False)) if p[0]]


def show(text: str) -> str:
    """Text from outside for a terminal: direction and control characters are shown, not obeyed."""
    return HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text).replace("\n", " ").replace("\t", " ")
