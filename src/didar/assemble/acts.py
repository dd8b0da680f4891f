"""What a statement does, whether its words are the speaker's own, whom it is aimed at and what it is about."""

from collections.abc import Iterator, Sequence

from didar.assemble.speech import Draft, SpeechReader
from didar.pack.speech import Takes
from didar.scene import Scene
from didar.terms import Act

_LONGEST = 4
_BEFORE = 15  # words between «از» and the verb of asking
_LONG_QUOTE = 5
_COLON = frozenset(("colon", "headline", "on", "quote-on", "bare"))
_STRONG = 3.0
_ON = frozenset(("on", "quote-on", "text"))
_AGAIN = 0.4
_WEAK = {Act.SAY: 1.5, Act.STRESS: 2.9, Act.ANNOUNCE: 2.9}
"""What the plain words of saying weigh against the hints of the content."""


def act_of(scene: Scene, draft: Draft, reader: SpeechReader) -> Act:
    """The act: by the word of saying unless the words of the content speak more strongly for another one."""
    said = draft.row.act if draft.row and draft.how not in _ON else Act.SAY
    if said not in _WEAK or draft.how == "noun":
        return said
    scores = {said: _WEAK[said]}
    words, kinds = scene.analysis.words, scene.pack.speech.words
    content = words[draft.first : draft.last]
    mine = any(v.person in (1, 4) and draft.first <= v.first < draft.last for v in reader.cues.verbs.get(draft.sentence, ()))
    others = bool(toward_of(scene, draft)) or not kinds["others"].isdisjoint(content)
    refused = not kinds["refusing"].isdisjoint(content)
    future = not kinds["future"].isdisjoint(content)
    for act, weight in _hints(words, scene.pack.speech.act_words, draft.first, draft.last):
        if weight < _STRONG and (
            (act == Act.REQUEST and (mine or not others)) or (act == Act.ACCUSE and not others) or (act == Act.WARN and not future)
        ):
            continue
        meant = Act.REJECT if act == Act.AGREE and refused else act
        old = scores.get(meant, 0.0)
        scores[meant] = max(old, weight) + (_AGAIN if old else 0.0)
    if any(word in kinds["asking"] and "از" in content[max(0, k - _BEFORE) : k] for k, word in enumerate(content)):
        scores[Act.REQUEST] = max(scores.get(Act.REQUEST, 0.0), _STRONG + _AGAIN)
    return max(scores, key=lambda act: (scores[act], act == said))


def _hints(words: Sequence[str], table: dict[str, tuple[Act, float]], first: int, last: int) -> Iterator[tuple[Act, float]]:
    """What the longest forms in tokens [first, last) speak for."""
    k = first
    while k < last:
        key, found, step = "", None, 1
        for n in range(k, min(k + _LONGEST, last)):
            key += words[n]
            if key in table:
                found, step = table[key], n + 1 - k
        if found is not None:
            yield found
        k += step


def is_direct(scene: Scene, draft: Draft, reader: SpeechReader) -> bool:
    """Within quotation marks for the most part, or behind a colon in the first person."""
    quoted = sum(reader.quoted[k] >= 0 for k in range(draft.first, draft.last))
    if quoted * 2 >= draft.last - draft.first:
        return True
    if draft.how == "text" or (draft.how == "colon" and draft.row is not None and draft.row.takes == Takes.DOCUMENT):
        return True
    if draft.how not in _COLON:
        return False
    return reader.own_words(draft.first, draft.last) or (draft.row is None and draft.turn in reader.mine)


def toward_of(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """Parties named in what is said, other than the speakers' own."""
    own = {scene.references.entities[n].party for n in draft.speakers}
    out: list[str] = []
    for k in range(draft.first, draft.last):
        n = scene.mention_at.get(k)
        if n is None:
            continue
        for entity in scene.entities_of(n):
            if entity.party and entity.party not in own and entity.party not in out:
                out.append(entity.party)
    return tuple(out)
