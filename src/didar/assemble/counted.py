"""What all claims share: what was found of one, the numbers that the text writes, and the parties a claim is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from didar.model import Engagement
from didar.scene import Scene
from didar.syntax import GENITIVE
from didar.terms import ClaimKind

_AND = "و"
_TAIL = ("مین", "امین")
_PLAIN = ("م", "ام")
_TALKED = frozenset(("about", "for", "according", "against"))


@dataclass(slots=True, kw_only=True)
class Found:
    """One claim as it is found: tokens instead of source spans. of: an engagement kind or `agreement`."""

    kind: ClaimKind
    spans: list[tuple[int, int]]
    of: str | None = None
    number: int | None = None
    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    period: str | None = None
    consistent: bool | None = None
    rule: str = ""
    flags: list[str] = field(default_factory=list)


def number_at(scene: Scene, token: int, end: int) -> tuple[int, str, int] | None:
    """(value, «cardinal» or «ordinal» or «nth», token after it) of a number: «چهل و هفتمین», «۱۵ مین», «هفتم», «۶»."""
    words, times = scene.analysis.words, scene.pack.times.words
    if words[token].isdigit():
        after = words[token + 1] if token + 1 < end else ""
        if len(words[token]) > 4:
            return None
        if after in _TAIL:
            return int(words[token]), "nth", token + 2
        if after in _PLAIN:
            return int(words[token]), "ordinal", token + 2
        return int(words[token]), "cardinal", token + 1
    total = 0
    at = token
    while at < end:
        item = times.get(words[at])
        if item is None or item.number is None or item.sort is None or item.sort == "some" or item.number != int(item.number):
            return None
        value, at = int(item.number), at + 1
        total += value
        if item.sort != "cardinal":
            return total, item.sort, at
        if value < 20 or at + 1 >= end or words[at] != _AND:
            return total, "cardinal", at
        more = times.get(words[at + 1])
        if more is None or more.number is None or more.sort in (None, "some") or more.unit is not None or more.number >= value:
            return total, "cardinal", at
        at += 1
    return None


def sentences_of(scene: Scene, engagement: Engagement) -> set[int]:
    """The sentences that an engagement rests on."""
    analysis = scene.analysis
    return {
        n
        for n, (first, last) in enumerate(analysis.sentences)
        for a, b in engagement.evidence
        if (span := analysis.span(first, last))[0] < b and a < span[1]
    }


def engaged_in(scene: Scene, token: int, engagements: Sequence[Engagement], *, day: str | None = None) -> Engagement | None:
    """The contact told in the sentence of a token: the one of that day, else one without another day."""
    sentence = scene.sentence_of(token)
    here = [e for e in engagements if sentence in sentences_of(scene, e)]
    dated = [e for e in here if day and e.date and e.date[:10] == day[:10]]
    if dated:
        return dated[0]
    return next((e for e in here if e.date is None), None)


def parties_in(scene: Scene, tokens: Iterable[int]) -> Iterator[tuple[str, str | None]]:
    """(party, name of the person) of every mention and of every goal of a journey among the tokens, in order."""
    for token in tokens:
        number = scene.mention_at.get(token)
        if number is not None and scene.phrases[number].case not in _TALKED and not _only_a_place(scene, number):
            for entity in scene.entities_of(number):
                if entity.party:
                    yield entity.party, entity.name
        place = scene.places.get(token)
        if place is not None and place.case == "to" and place.country:
            yield place.country, None


def _only_a_place(scene: Scene, number: int) -> bool:
    """«مذاکرات وین», «در وین»: a city that stands for no government."""
    mention, case = scene.mentions[number], scene.phrases[number].case
    return mention.place and case in ("in", "at", "from", "on", GENITIVE)
