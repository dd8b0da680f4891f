"""Persian (with Dari) told from its neighbours, by letters that a language has for itself and by small words that it cannot do without.

A text is left out only on evidence: it must be long enough to have small words, and those of another language must
outweigh the Persian ones. A Persian report with an Arabic verse, an Urdu name or an English quotation stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from didar.letters import fold_word
from didar.model import Article, Reject
from didar.terms import Reason

PERSIAN = "fa"
LEAST_WORDS = 12  # of a text that is judged; a shorter one may be a headline or a name
MOST_WORDS = 400  # words that are looked at
_FOREIGN = 0.8  # share of words in another script from which a text without a dozen Persian words is foreign
_SURE = 3  # small words or letters of its own that another language must show
_OUTWEIGH = 1.5  # so much more must another language have than Persian

NAMES = {
    "ar": "Arabic", "ps": "Pashto", "ur": "Urdu", "ckb": "Kurdish (Sorani)", "en": "English or another language in Latin letters",
    "tg": "Tajik, Russian or another language in Cyrillic letters",
}  # fmt: skip
_SCRIPTS = {"latin": "en", "cyrillic": "tg"}

# Letters that Persian does not have; each counts for the languages that do.
_LETTERS = {
    **dict.fromkeys("ټډړږښڼېۍځڅ", "ps"),
    **dict.fromkeys("ٹڈڑںےۓھہۂ", "ur"),
    **dict.fromkeys("ڕڵێۆە", "ckb"),
    "ة": "ar",
}
_NOISE = re.compile(r"https?://\S+|www\.\S+|[@#][\w\u200c]+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:\u200c+[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Guess:
    """The language of a text. `share`: of its words, those that show this language."""

    language: str
    share: float


def keep_persian(
    found: Iterable[Article | Reject], *, words: Mapping[str, frozenset[str]], where: str | None = None
) -> Iterator[Article | Reject]:
    """The same, but articles in another language become Rejects. where: the source, for articles without an address."""
    for item in found:
        guess = guess_language(item.text, words=words) if isinstance(item, Article) else None
        if guess is None or guess.language == PERSIAN:
            yield item
        else:
            assert isinstance(item, Article)
            name = NAMES.get(guess.language, guess.language)
            begins = item.text.strip()[:40]
            detail = f"the text is {name} (by {guess.share:.0%} of its words), expected Persian or Dari; it begins «{begins}»"
            named = item.url or (f"{where}, {item.id}" if where else item.id)
            yield Reject(where=named, reason=Reason.OTHER_LANGUAGE, detail=detail)


def guess_language(text: str, *, words: Mapping[str, frozenset[str]]) -> Guess | None:
    """The language of a text; None where it is too short to be judged.

    words: folded small word → the languages that have it.
    """
    found = _WORD.findall(_NOISE.sub(" ", text[: 20 * MOST_WORDS]))[:MOST_WORDS]
    if len(found) < LEAST_WORDS:
        return None
    scripts = Counter(_script(word) for word in found)
    if scripts["arabic"] < LEAST_WORDS:
        script, count = max(scripts.items(), key=lambda item: item[1])
        return Guess(_SCRIPTS[script], count / len(found)) if script in _SCRIPTS and count >= _FOREIGN * len(found) else None
    written = [word for word in found if _script(word) == "arabic"]
    points, sure = _points(written, words)
    language, most = max(points.items(), key=lambda item: (item[1], item[0] == PERSIAN), default=(PERSIAN, 0.0))
    if language != PERSIAN and sure[language] >= _SURE and most > max(_OUTWEIGH * points.get(PERSIAN, 0.0), 0.08 * len(written)):
        return Guess(language, min(1.0, most / len(written)))
    return Guess(PERSIAN, min(1.0, points.get(PERSIAN, 0.0) / len(written)))


def _points(written: list[str], words: Mapping[str, frozenset[str]]) -> tuple[dict[str, float], Counter[str]]:
    """A point for each word that one language alone has, parts of one for words that several have; and how many such words there are.

    The form of a word adds to the points, but is no sure sign: «البوسعیدی» is a name in a Persian text too.
    """
    points: dict[str, float] = {}
    sure: Counter[str] = Counter()
    for word in written:
        own = {_LETTERS[c] for c in word if c in _LETTERS} or words.get(fold_word(word))
        sure.update(own or ())
        shown = own or _by_form(word)
        for language in shown:
            points[language] = points.get(language, 0.0) + 1 / len(shown)
    return points, sure


def _by_form(word: str) -> frozenset[str]:
    """What the form of a word shows: the four letters that Arabic lacks, the Arabic article."""
    if len(word) > 4 and word.startswith(("ال", "وال", "بال", "لل")):
        return _ARABIC
    return _NOT_ARABIC if any(c in "پچژگ" for c in word) else frozenset()


_ARABIC = frozenset(("ar",))
_NOT_ARABIC = frozenset(("fa", "ps", "ur", "ckb"))


def _script(word: str) -> str:
    first = word[0]
    if first < "\u0250":
        return "latin"
    if "\u0400" <= first <= "\u052f":
        return "cyrillic"
    return "arabic" if "\u0600" <= first <= "\u06ff" or "\ufb50" <= first <= "\ufeff" else "other"
