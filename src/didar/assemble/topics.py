"""Topics: the subjects that a stretch of text is about (codebook, section 6).

Of an engagement they are judged one by one, by a weighted sum of what `topic_features` sees: whether its sentence names
the subject, how near the text does so, and how much of the article is about it. The weights are a table of the pack
(topic_weights.tsv), learned by logistic regression, so that a person can read and change them.
"""

import math
from collections.abc import Iterator, Sequence

from didar.pack.instruments import longest
from didar.scene import Scene
from didar.terms import EngagementKind
from didar.who import Kind

_NONE = "-"
_ABOUT = frozenset(("about", "for"))
_FAR = 30
_TOP = 1
_PEOPLE = (Kind.PERSON, Kind.OFFICE, Kind.PLURAL, Kind.COUNTERPART)
_BLOCK = 9
_ALWAYS = "bilateral_relations"  # what a contact is about where the text names nothing else


def find_topics(scene: Scene, first_token: int, last_token: int) -> tuple[str, ...]:
    """The subjects named in the tokens [first, last), in order."""
    return tuple(dict.fromkeys(topic for _, topic in _subjects(scene, first_token, last_token)))


def find_engagement_topics(scene: Scene, *, sentences: Sequence[int], kind: EngagementKind, parties: Sequence[str] = ()) -> tuple[str, ...]:
    """The subjects that an engagement is about, the surest first.

    sentences: those that it rests on, the evidence first. parties: a place that takes part is seldom a subject.
    """
    weights = scene.pack.counts.topic_weights
    scored = [
        (sum(value * weights.get(name, 0.0) for name, value in features.items()), topic)
        for topic, features in topic_features(scene, sentences=sentences, kind=kind, parties=parties)
    ]
    return tuple(topic for score, topic in sorted(scored, reverse=True) if score > 0)


def topic_features(
    scene: Scene, *, sentences: Sequence[int], kind: EngagementKind, parties: Sequence[str] = ()
) -> Iterator[tuple[str, dict[str, float]]]:
    """(topic, what is seen of it) for every topic that the article names."""
    analysis = scene.analysis
    named = [_spoken_of(scene, *span) if analysis.read[n] else () for n, span in enumerate(analysis.sentences)]
    asked = set(_asked_about(scene, sentences))
    own = sorted(set(sentences)) or [0]
    lead = sentences[0] if sentences else 0
    block = _block(scene, lead)
    main = min(own) <= _TOP
    total = sum(1 for topics in named if topics) or 1
    taking_part = set(parties) or _taking_part(scene, own)
    for topic in sorted({_ALWAYS, *(t for topics in named for t in topics)}):
        where = [n for n, topics in enumerate(named) if topic in topics]
        share = len(where) / total
        here = lead in where
        near = min((abs(n - lead) for n in where), default=_FAR)
        features = {
            "bias": 1.0,
            f"topic {topic}": 1.0,
            "in evidence": float(here),
            "in own sentences": float(any(n in where for n in own)),
            "asked about": float(topic in asked),
            "alone": float(here and len(named[lead]) == 1),
            "next": float(lead + 1 in where),
            "before": float(lead - 1 in where),
            "in block": float(any(n in where for n in block)),
            "often in block": math.log1p(sum(n in where for n in block)),
            "share": share,
            "often": math.log1p(len(where)),
            "main share": share * main,
            "main often": math.log1p(len(where)) * main,
            "first": float(any(topic in named[n] for n in range(min(2, len(named))))),
            "far": float(near > 3),
            "aside": float(not main and not any(n in where for n in own)),
            "length": math.log1p(len(named)) * float(not here),
            f"kind {kind}": 1.0,
            f"evidence {topic}": float(here),
            f"{kind} {topic}": 1.0,
            "unnamed": float(not where),
            "silent": float(topic == _ALWAYS and not any(named[n] for n in (*own, *block))),
            "takes part": float(topic.startswith("place:") and topic[6:] in taking_part),
        }
        yield topic, {name: value for name, value in features.items() if value}


def _block(scene: Scene, lead: int) -> list[int]:
    """The sentences behind the evidence that go on about the same contact: up to the next one that tells of another."""
    told = {f.sentence for f in scene.frames if not f.definite and f.genitive + f.before + f.after}
    out = []
    for number in range(lead + 1, min(len(scene.analysis.sentences), lead + _BLOCK)):
        if number in told:
            break
        out.append(number)
    return out


def _subjects(scene: Scene, first: int, last: int) -> Iterator[tuple[int, str]]:
    """(token, topic) of every subject, the longest form first; forms that name none («شورای امنیت») hide what is in them."""
    words, counts = scene.analysis.words, scene.pack.counts
    at = first
    while at < last:
        found = longest(counts.topics, words, at, last)
        if found is None:
            at += 1
            continue
        for topic in found[0]:
            if topic != _NONE:
                yield at, topic
        at = found[1]


def _spoken_of(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """As `find_topics`, without the places that only stand in somebody's office: «وزیر خارجه عراق»."""
    inside: set[int] = set()
    for token in range(first, last):
        number = scene.mention_at.get(token)
        if number is not None and scene.mentions[number].kind in _PEOPLE:
            inside.update(range(token, scene.mentions[number].last))
    return tuple(dict.fromkeys(t for at, t in _subjects(scene, first, last) if at not in inside or not t.startswith("place:")))


def _asked_about(scene: Scene, sentences: Sequence[int]) -> Iterator[str]:
    """The subjects behind «درباره», «در خصوص» in the sentences of a contact."""
    for number in sentences:
        first, last = scene.analysis.sentences[number]
        for token in range(first, last):
            mark = scene.marks[token]
            if mark is not None and (prep := mark.word("prep")) is not None and prep.value in _ABOUT:
                yield from find_topics(scene, mark.last, min(last, mark.last + _FAR))


def _taking_part(scene: Scene, sentences: Sequence[int]) -> set[str]:
    """The parties of the persons and offices named in some sentences."""
    out: set[str] = set()
    for number in sentences:
        for token in range(*scene.analysis.sentences[number]):
            mention = scene.mention_at.get(token)
            if mention is not None:
                out.update(e.party for e in scene.entities_of(mention) if e.party)
    return out
