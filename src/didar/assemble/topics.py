"""Topics: the subjects that a stretch of text is about (codebook, section 6)."""

from collections.abc import Iterator, Sequence

from didar.pack.instruments import longest
from didar.scene import Scene
from didar.terms import EngagementKind


def find_topics(scene: Scene, first_token: int, last_token: int) -> tuple[str, ...]:
    """The subjects named in the tokens [first, last), in order."""
    return tuple(dict.fromkeys(topic for _, topic in _subjects(scene, first_token, last_token)))


def find_engagement_topics(scene: Scene, *, sentences: Sequence[int], kind: EngagementKind) -> tuple[str, ...]:
    """The subjects that an engagement is about. sentences: those that it rests on."""
    out: dict[str, None] = {}
    for number in sentences:
        out.update(dict.fromkeys(find_topics(scene, *scene.analysis.sentences[number])))
    return tuple(out)


def _subjects(scene: Scene, first: int, last: int) -> Iterator[tuple[int, str]]:
    """(token, topic) of every subject, the longest form first."""
    words, topics = scene.analysis.words, scene.pack.counts.topics
    at = first
    while at < last:
        found = longest(topics, words, at, last)
        if found is None:
            at += 1
            continue
        for topic in found[0]:
            yield at, topic
        at = found[1]
