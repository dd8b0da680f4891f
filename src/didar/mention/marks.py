"""Where the pack's forms stand in the text: one pass, longest form first, on token boundaries, blanks aside."""

from collections.abc import Sequence

from didar.letters import fold_word
from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark

_NAMES = frozenset(("person", "party", "place", "outlet"))
_SMALL = frozenset(("و", "به", "از", "با", "در", "بر", "تا", "که", "را"))


def find_marks(analysis: Analysis, *, pack: Pack) -> list[Mark | None]:
    """For every token the mark that begins there, else None.

    Marks do not cross sentences and do not overlap, but for an adjective within an office.
    """
    marks: list[Mark | None] = [None] * len(analysis.words)
    for first, last in analysis.sentences:
        i = first
        while i < last:
            found = _longest(analysis.words, i, last, pack)
            if parted := _parted(analysis.words, i, last, pack):
                outer, inner = parted
                if found is None or outer.last > found.last:
                    marks[i], marks[i + 1] = outer, inner
                    i = outer.last
                    continue
            if found is None:
                i += 1
            else:
                marks[i] = found
                i = found.last
    return marks


def _longest(words: Sequence[str], first: int, last: int, pack: Pack) -> Mark | None:
    forms, prefixes = pack.forms, pack.prefixes
    key = words[first]
    if key not in prefixes:
        return _bare(key, first, pack)
    best: Mark | None = None
    i = first + 1
    while True:
        rows = forms.get(key)
        if rows is not None and words[first] in _SMALL and i > first + 1:
            rows = tuple(r for r in rows if fold_word(r.form.split()[0]) == words[first])
        if rows and i > first + 1:
            rows = tuple(r for r in rows if r.type not in _NAMES or _may_be_split(r.form, words, first, i, pack))
        if rows:
            best = Mark(first, i, rows)
        if i >= last or key not in prefixes:
            break
        key += words[i]
        i += 1
    return best or _bare(words[first], first, pack)


def _parted(words: Sequence[str], first: int, last: int, pack: Pack) -> tuple[Mark, Mark] | None:
    """An office with an adjective within: «دبیر سابق شورای عالی امنیت ملی»; its mark and that of the adjective."""
    if first + 2 >= last or words[first] not in pack.prefixes:
        return None
    rows = pack.forms.get(words[first + 1], ())
    if not any(getattr(r, "kind", "") == "modifier" for r in rows) or any(getattr(r, "kind", "") == "portfolio" for r in rows):
        return None
    near = [words[first], *words[first + 2 : min(last, first + 9)]]
    found = _longest(near, 0, len(near), pack)
    if found is None or found.office is None or found.last < 2:
        return None
    return Mark(first, first + found.last + 1, found.rows), Mark(first + 1, first + 2, rows)


def _may_be_split(form: str, words: Sequence[str], first: int, last: int, pack: Pack) -> bool:
    """Whether a form written as one word may stand as several: not where these are words of their own («است آب» is no «استاب»)."""
    if " " in form or "\u200c" in form or not form.isalpha():
        return True
    return not any(w in pack.common or w in pack.verbs for w in words[first:last])


def _bare(word: str, first: int, pack: Pack) -> Mark | None:
    """A written ezafe («خارجه‌ی», «آمریکای») or possessive («ایرانی‌اش») taken off."""
    for ending in ("اش", "شان", "ام", "مان"):
        if (
            len(word) > 5
            and word.endswith(ending)
            and (rows := pack.forms.get(word[: -len(ending)]))
            and any(r.type == "party" for r in rows)
        ):
            return Mark(first, first + 1, rows)
    if len(word) > 3 and word.endswith("ی") and word[-2] in "هاو":
        rows = pack.forms.get(word[:-1])
        if rows is not None:
            return Mark(first, first + 1, rows)
    return None
