"""Whether two names of persons may be one, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from didar.letters import fold_word

_NATIVE = frozenset("حعصضطظثذق")
_OLD = {"اسمعیل": "اسماعیل", "اسحق": "اسحاق", "رحمن": "رحمان", "عبدالرحمن": "عبدالرحمان", "ابرهیم": "ابراهیم"}
SURNAME_FIRST = frozenset(("CHN", "KOR", "PRK", "SGP", "TWN", "VNM"))
"""States whose people are named with the surname first."""
_TITLES = frozenset(["سید", "سیده", "دکتر", "مهندس", "شیخ", "ملک", "حاج"])


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`score`: 0 different, 1 same. `because`: a phrase for people."""

    score: float
    because: str


def compare_names(left: str, right: str) -> NameMatch:
    """Whether two Persian names name one person: equal, one the end of the other, or spelled apart.

    Spelling variants of foreign names («بلینکن/بلینکین», «لاوروف/لاورف») match when their consonants agree.
    """
    a, b = _words(left), _words(right)
    if not a or not b:
        return NameMatch(0.0, "one name is empty")
    if "".join(a) == "".join(b):
        return NameMatch(1.0, f"the same letters: {left}")
    if tail_of(a, b) or tail_of(b, a):
        return NameMatch(0.9, f"one is the end of the other: {left}, {right}")
    if _levelled(a) == _levelled(b):
        return NameMatch(0.8, f"the same sounds in other letters: {left}, {right}")
    if _keep_their_vowels(a, b):
        return NameMatch(0.0, f"other names, whose vowels are always written alike: {left}, {right}")
    if skeleton("".join(a)) == skeleton("".join(b)) and len(skeleton("".join(a))) >= 3:
        return NameMatch(0.8, f"the same consonants, other vowels: {left}, {right}")
    if skeleton(a[-1]) == skeleton(b[-1]) and len(skeleton(a[-1])) >= 3 and (len(a) == 1 or len(b) == 1 or _near(a[0], b[0])):
        return NameMatch(0.75, f"the same surname, spelled apart: {a[-1]}, {b[-1]}")
    if len(a) == len(b) and len("".join(a)) >= 7 and edit_distance("".join(a), "".join(b)) == 1:
        return NameMatch(0.6, f"one letter apart: {left}, {right}")
    return NameMatch(0.0, f"other names: {left}, {right}")


def _keep_their_vowels(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names differ in words of Arabic or Persian make, where another vowel is another name: حسنی, حسینی; کرمی, کریمی.

    Such words have letters that no foreign name is written with, or end in ی behind a short stem.
    """
    pairs = zip(a, b, strict=True) if len(a) == len(b) else ((a[-1], b[-1]),)
    if any(x != y and _NATIVE & set(x) and _NATIVE & set(y) for x, y in pairs):
        return True
    return a[-1] != b[-1] and _is_short(a[-1]) and _is_short(b[-1])


def _is_short(surname: str) -> bool:
    return surname.endswith("ی") and len(skeleton(surname)) <= 3 and len(surname) <= 6


def _levelled(words: Sequence[str]) -> str:
    """The name in one spelling: letters of one sound, «اسمعیل» as «اسماعیل», without an Arabic article."""
    bare = (w[2:] if w.startswith("ال") and len(w) > 5 else w for w in words)
    return "".join(_OLD.get(w, w) for w in bare).replace("لله", "له").translate(_SOUNDS)


def tail_of(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the shorter name is made of the last whole words of the longer, blanks aside."""
    joined = "".join(shorter)
    return any("".join(longer[i:]) == joined for i in range(len(longer)))


def skeleton(name: str) -> str:
    """The consonants of a name: long vowels and doubled letters dropped, letters of one sound levelled."""
    out = ""
    for letter in name.translate(_SOUNDS):
        if letter in "اوی" and out:
            continue
        if not out or out[-1] != letter:
            out += letter
    return out


_SOUNDS = str.maketrans({"ص": "س", "ث": "س", "ط": "ت", "ض": "ز", "ذ": "ز", "ظ": "ز", "ح": "ه", "غ": "ق", "ة": "ه", "ع": "ا", "ژ": "ج"})


def edit_distance(a: str, b: str) -> int:
    """Levenshtein distance, in letters."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def _near(a: str, b: str) -> bool:
    return a == b or skeleton(a) == skeleton(b)


def _words(name: str) -> list[str]:
    words = [w for w in fold_word(name).replace("\u200c", " ").split() if w]
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return words
