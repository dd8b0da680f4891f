"""The sentence that a fact rests on, with the evidence marked and nothing hidden in it obeyed."""

import re
from collections.abc import Sequence

from didar.model import Article, Span

_END = re.compile(r"[.!؟?…]+(?=\s|$)|[\n\r]+")
_LONGEST = 700
Piece = tuple[str, bool]
OPEN, CLOSE = "⟦", "⟧"
HIDDEN = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")  # obeyed by a screen, not shown


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
    sentences = evidence_pieces(article, spans)
    return [show("".join(f"{OPEN}{t}{CLOSE}" if is_evidence else t for t, is_evidence in s).strip()) for s in sentences]


def evidence_pieces(article: Article, spans: Sequence[Span]) -> list[list[Piece]]:
    """Each sentence that holds evidence, once, in pieces that are evidence or not."""
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
