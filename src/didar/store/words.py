"""Full text with our own folding: forms with and without ZWNJ, with Arabic letters or without, find each other."""

import re

from didar.letters import ZWNJ, fold_word

_WORD = re.compile(r"[\w\u200c\u0640\u064b-\u0652\u0670]+")


def fold_text(text: str) -> str:
    """The words of a text as they are indexed: folded, ZWNJ dropped, one space between."""
    return " ".join(w for w in (fold_word(x) for x in _WORD.findall(text)) if w)


def match_query(query: str) -> str | None:
    """The FTS5 query for what a person typed: every word, joined and split forms as alternatives; "…" is a phrase."""
    parts = []
    for phrase, plain in re.findall(r'[«"]([^»"]+)[»"]|([^«»"]+)', query):
        words = _WORD.findall(phrase or plain)
        if phrase and words:
            parts.append(_phrase(words))
        elif words:
            parts += _plain(words)
    return " AND ".join(parts) if parts else None


def _quoted(words: list[str]) -> str:
    folded = [w for w in (fold_word(x) for x in words) if w]
    return f'"{" ".join(folded)}"'


def _phrase(words: list[str]) -> str:
    return f"({_quoted(words)} OR {_split(words)} OR {_quoted([''.join(words)])})"


def _split(words: list[str]) -> str:
    return _quoted([part for w in words for part in w.split(ZWNJ)])


def _plain(words: list[str]) -> list[str]:
    """Each word, or the joined form of it with a neighbour («منطقه ای» finds «منطقه‌ای»)."""
    parts = []
    for i, word in enumerate(words):
        forms = [_quoted([word])]
        if ZWNJ in word:
            forms.append(_split([word]))
        if i + 1 < len(words):
            forms.append(_quoted([word + words[i + 1]]))
        if i:
            forms.append(_quoted([words[i - 1] + word]))
        parts.append(f"({' OR '.join(dict.fromkeys(forms))})")
    return parts


def find_spans(text: str, query: str, *, most: int = 40) -> list[tuple[int, int]]:
    """Where the words of the query stand in a text as given, the first `most`."""
    wanted = _wanted(query)
    spans: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        if fold_word(found[0]) in wanted:
            spans.append(found.span())
            if len(spans) == most:
                break
    return spans


def _wanted(query: str) -> set[str]:
    wanted = {fold_word(w) for w in _WORD.findall(query)}
    return wanted | {fold_word(part) for w in _WORD.findall(query) for part in w.split(ZWNJ) if len(part) > 2}


def find_span(text: str, query: str) -> tuple[int, int] | None:
    """Where the first word of the query stands in a text as given."""
    return next(iter(find_spans(text, query, most=1)), None)
