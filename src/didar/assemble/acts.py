"""What a statement does, whether its words are the speaker's own, whom it is aimed at and what it is about."""

from collections.abc import Iterator, Sequence

from didar.assemble.speech import Draft, SpeechReader
from didar.pack.speech import Takes
from didar.scene import Scene
from didar.terms import Act

_LONGEST = 4
_LONG_QUOTE = 5
_COLON = frozenset(("colon", "headline", "on", "quote-on", "bare"))
_STRONG = 3.0
_ON = frozenset(("on", "quote-on", "text"))
_ASKS = frozenset(("میخواهیم", "میخواهم", "خواستهایم", "میخواهد", "خواست", "خواسته"))
_FUTURE = frozenset(("خواهد", "خواهند", "خواهیم", "نخواهد", "نخواهند"))
_AGAIN = 0.4
_WEAK = {Act.SAY: 1.5, Act.STRESS: 2.6, Act.ANNOUNCE: 2.6}
"""What the plain words of saying weigh against the hints of the content."""


def act_of(scene: Scene, draft: Draft, reader: SpeechReader) -> Act:
    """The act: by the word of saying unless the words of the content speak more strongly for another one."""
    said = draft.row.act if draft.row and draft.how not in _ON else Act.SAY
    if said not in _WEAK or draft.how == "noun":
        return said
    scores = {said: _WEAK[said]}
    words = scene.analysis.words
    mine = any(v.person in (1, 4) and draft.first <= v.first < draft.last for v in reader.cues.verbs.get(draft.sentence, ()))
    others = bool(toward_of(scene, draft))
    future = any(words[k] in _FUTURE for k in range(draft.first, draft.last))
    for act, weight in _hints(words, scene.pack.speech.act_words, draft.first, draft.last):
        if weight < _STRONG and (
            (act == Act.REQUEST and (mine or not others)) or (act == Act.ACCUSE and not others) or (act == Act.WARN and not future)
        ):
            continue
        old = scores.get(act, 0.0)
        scores[act] = max(old, weight) + (_AGAIN if old else 0.0)
    if any(words[k] in _ASKS and "از" in words[max(draft.first, k - 15) : k] for k in range(draft.first, draft.last)):
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
