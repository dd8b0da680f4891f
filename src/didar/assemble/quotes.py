"""Quotation marks of a text: which runs of tokens are quoted."""

from collections.abc import Sequence

from didar.model import Analysis

_OPEN, _CLOSE = "«“", "»”"
_FAR = 8
"""Lines over which a quotation may stay open."""


def find_quotes(analysis: Analysis) -> list[tuple[int, int]]:
    """Token ranges within quotation marks, marks included, outermost only. One left open ends with its line."""
    words = analysis.words
    line_of, ends = _lines(analysis)
    sentence_end = {k: last for first, last in analysis.sentences for k in range(first, last) if words[k] in _OPEN}
    out: list[tuple[int, int]] = []
    i, n = 0, len(words)
    while i < n:
        word = words[i]
        if word in _OPEN:
            stop = _close(words, i, ends[min(line_of[i] + _FAR, len(ends) - 1)], ends[line_of[i]], sentence_end)
        elif word == '"':
            stop = next((k + 1 for k in range(i + 1, ends[line_of[i]]) if words[k] == '"'), ends[line_of[i]])
        else:
            i += 1
            continue
        out.append((i, stop))
        i = stop
    return out


def _close(words: Sequence[str], at: int, far: int, line_end: int, sentence_end: dict[int, int]) -> int:
    """Where the quotation that opens at `at` ends. One that is left open ends with its sentence or its line."""
    depth = 0
    for k in range(at, far):
        if words[k] in _OPEN:
            if depth and k >= line_end:
                return line_end
            if depth and words[k - 1] in _OPEN:
                continue  # «« is one mark
            if depth and words[k - 1] == ":":
                return sentence_end[at]
            depth += 1
        elif words[k] in _CLOSE:
            depth -= 1
            if depth <= 0:
                return k + 1
    return line_end


def _lines(analysis: Analysis) -> tuple[list[int], list[int]]:
    """Token → ordinal of its line; ordinal → end of the line."""
    line_of = [0] * len(analysis.words)
    ends: list[int] = []
    last_line = None
    for (first, last), line in zip(analysis.sentences, analysis.lines, strict=True):
        if line != last_line:
            ends.append(last)
            last_line = line
        ends[-1] = last
        for k in range(first, last):
            line_of[k] = len(ends) - 1
    return line_of, ends or [0]
