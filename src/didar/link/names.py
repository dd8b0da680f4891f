"""Whether two actors are one person, as outlets name them."""

from difflib import SequenceMatcher
from functools import lru_cache

from didar.letters import fold_form, fold_word
from didar.model import Actor
from didar.terms import Office

HONORIFICS = frozenset(
    fold_word(w)
    for w in ["سید", "سیده", "دکتر", "مهندس", "آقای", "خانم", "شیخ", "ملک", "سردار", "حاج", "آیت\u200cالله", "حجت\u200cالاسلام"]
)
VAGUE_OFFICES = frozenset({Office.OTHER, Office.DELEGATION})


@lru_cache(maxsize=65536)
def name_words(name: str | None) -> tuple[str, ...]:
    """The folded words of a name, leading honorifics dropped."""
    words = [fold_word(w) for w in (name or "").replace("-", " ").split()]
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    return tuple(w for w in words if w)


@lru_cache(maxsize=65536)
def names_agree(one: str | None, other: str | None) -> bool:
    """Equal, or the shorter is the last whole words of the longer; spaces inside names aside."""
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return False
    ends = {"".join(left[i:]) for i in range(len(left))}
    return "".join(right) in ends or "".join(left) in {"".join(right[i:]) for i in range(len(right))}


@lru_cache(maxsize=65536)
def same_place(one: str, other: str) -> bool:
    """Two forms of one place: equal, one within the other, or spelled a letter apart («واشنگتن», «واشینگتن»)."""
    left, right = fold_form(one), fold_form(other)
    if left in right or right in left:
        return True
    return min(len(left), len(right)) >= 4 and SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.88


def same_office(one: Actor, other: Actor) -> bool:
    """Offices that agree, or of which one says nothing."""
    if one.office is None or other.office is None or one.office in VAGUE_OFFICES or other.office in VAGUE_OFFICES:
        return True
    if one.office is not other.office:
        return False
    return not (one.portfolio and other.portfolio) or fold_form(one.portfolio) == fold_form(other.portfolio)


def same_person(one: Actor, other: Actor) -> float:
    """How well two actors of one party agree: 1 named alike, 0.5 by office only, 0 nothing said, -1 two people."""
    if one.id and other.id:
        return 1.0 if one.id == other.id else -1.0
    if one.name and other.name:
        return 1.0 if names_agree(one.name, other.name) else -1.0
    known = one.office is not None and other.office is not None
    if one.office in VAGUE_OFFICES or other.office in VAGUE_OFFICES:
        return 0.4 if known and one.office is other.office else 0.0
    if known:
        return 0.6 if same_office(one, other) else -1.0
    return 0.0
