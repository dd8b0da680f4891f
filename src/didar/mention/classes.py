"""What kind of word each token is, as far as names need to know."""

from collections.abc import Sequence
from enum import IntEnum

from didar.letters import fold_word
from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark

_ENDINGS = ("هایشان", "هایش", "هایی", "های", "ها", "شان", "ترین", "تر", "ام", "ان", "ات", "ی", "ش", "م", "ه", "ا")


_DERIVED = (
    "شده",
    "کننده",
    "دهنده",
    "گرفته",
    "یافته",
    "امیز",
    "پذیر",
    "گونه",
    "مند",
    "ناپذیر",
    "سازی",
    "گذاری",
    "گرایی",
    "گرایانه",
    "روزه",
    "ساعته",
    "دقیقهای",
    "هفتهای",
    "ماهه",
    "ساله",
    "جانبه",
    "نفره",
    "مرحلهای",
    "اینده",
    "بسته",
    "حاشیه",
)


_AGAINST = "ضد"  # «ضدایرانی»
_HOUSE = fold_word("آل")


class WordClass(IntEnum):
    """STOP ends a name; COMMON may stand inside one; GIVEN and UNKNOWN may begin one."""

    STOP = 0
    COMMON = 1
    GIVEN = 2
    UNKNOWN = 3
    KNOWN = 4
    """part of a known person's form"""


_STOPPING = frozenset(
    (
        "prep",
        "conj",
        "function",
        "pronoun",
        "joint",
        "own",
        "this",
        "self",
        "two",
        "counterpart",
        "trigger",
        "title",
        "plan",
        "phone",
        "video",
    )
)


def classify(analysis: Analysis, marks: Sequence[Mark | None], *, pack: Pack) -> list[WordClass]:
    """The class of every token."""
    words = analysis.words
    classes = [WordClass.STOP] * len(words)
    n = len(words)
    i = 0
    while i < n:
        mark = marks[i]
        if mark is None:
            latin = words[i][0].isascii() and words[i][0].isalpha() and len(words[i]) > 2
            beside = (i + 1 < n and words[i + 1].isascii() and words[i + 1].isalpha()) or (
                i > 0 and words[i - 1].isascii() and words[i - 1].isalpha()
            )
            classes[i] = WordClass.UNKNOWN if latin and beside else _plain(words[i], pack)
            i += 1
            continue
        kind = _marked(mark, pack, words)
        for k in range(mark.first, mark.last):
            plain = _plain(words[k], pack) if kind == WordClass.COMMON else kind
            classes[k] = min(plain, kind) if mark.last - mark.first > 1 else plain  # «قریب الوقوع»: two tokens, no name in them
        i = mark.last
    _surnames_of_places(classes, marks)
    _houses(classes, marks, words)
    for i in range(n - 1):
        mark = marks[i]
        if (
            mark
            and mark.outlet
            and mark.last == i + 1
            and words[i] in pack.given
            and marks[i + 1] is None
            and classes[i + 1] == WordClass.UNKNOWN
        ):
            classes[i] = WordClass.GIVEN
    return classes


def _surnames_of_places(classes: list[WordClass], marks: Sequence[Mark | None]) -> None:
    """«دیوید کامرون»: a country's name right behind a given name is a surname."""
    for i in range(1, len(classes)):
        mark = marks[i]
        if (
            mark
            and classes[i - 1] == WordClass.GIVEN
            and mark.last == i + 1
            and (mark.party or mark.place)
            and classes[i] == WordClass.STOP
        ):
            classes[i] = WordClass.UNKNOWN


def _houses(classes: list[WordClass], marks: Sequence[Mark | None], words: Sequence[str]) -> None:
    """«خالد بن احمد آل خلیفه», «تمیم بن حمد آل ثانی»: a house behind a name is its surname."""
    for i in range(1, len(classes) - 1):
        if words[i] != _HOUSE or classes[i - 1] < WordClass.GIVEN:
            continue
        mark = marks[i]
        if (mark and mark.party) or (classes[i] == WordClass.COMMON and classes[i + 1] >= WordClass.COMMON):
            classes[i] = classes[i + 1] = WordClass.UNKNOWN


def _marked(mark: Mark, pack: Pack, words: Sequence[str]) -> WordClass:
    if mark.persons:
        return WordClass.KNOWN
    if mark.office or mark.outlet:
        return WordClass.STOP
    if mark.party or mark.place:
        # «امیر قطر» is no name, but a country's adjective may be a surname: «ترکی», «عراقچی» are in the list of names.
        return WordClass.GIVEN if mark.last == mark.first + 1 and words[mark.first] in pack.given else WordClass.STOP
    for row in mark.rows:
        if row.type == "word" and getattr(row, "kind", "") in _STOPPING:
            return WordClass.STOP
    return WordClass.COMMON


def _plain(word: str, pack: Pack) -> WordClass:
    if not word[0].isalpha() or (word in pack.verbs and pack.verbs[word].also != "noun"):
        return WordClass.GIVEN if word in pack.given else WordClass.STOP
    if word in pack.given or (word.startswith("سید") and word[3:] in pack.given):
        return WordClass.GIVEN
    if word in pack.speech.whole or word[0].isascii() or (word.endswith("مین") and len(word) > 5):
        return WordClass.STOP
    return WordClass.COMMON if is_common(word, pack) or word.startswith(_AGAINST) else WordClass.UNKNOWN


def is_common(word: str, pack: Pack) -> bool:
    """Whether the general dictionary has the word, endings aside."""
    common = pack.common
    if word in common or word.endswith(_DERIVED) or (len(word) > 5 and word.endswith(("های", "هایی", "هایش"))):
        return True
    for ending in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            stem = word[: -len(ending)]
            if stem in common or stem + "ه" in common or (stem.endswith("ه") and stem[:-1] in common):
                return True
            if ending in ("ی", "ش", "م") and any(
                stem.endswith(e) and stem[: -len(e)] in common for e in ("های", "گر", "گ", "ای") if len(stem) > len(e) + 2
            ):
                return True
    return False
