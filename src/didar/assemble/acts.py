"""What a statement does, whether its words are the speaker's own, whom it is aimed at and what it is about."""

from collections.abc import Iterator, Sequence

from didar.assemble.nearby import has_cue
from didar.assemble.speech import SpeechReader
from didar.assemble.utterance import Draft
from didar.pack.speech import Takes
from didar.scene import Scene
from didar.syntax import SUBJECT, VerbTense
from didar.terms import Act

_LONGEST = 4
_BEFORE = 15  # words between «از» and the verb of asking
_LONG_QUOTE = 5
_COLON = frozenset(("colon", "headline", "on", "quote-on", "bare"))
_STRONG = 3.0
_ON = frozenset(("on", "quote-on", "text"))
_AGAIN = 0.4
_THEY = frozenset(("انها", "انان", "اینها", "ایشان"))
_DONE_BY_SAYING = frozenset((Act.AGREE, Act.REJECT, Act.REQUEST, Act.SUPPORT, Act.CONDEMN, Act.HOPE))
_OWED = frozenset((Act.CONDEMN, Act.SUPPORT, Act.AGREE))
_AT = frozenset(("با", "به", "از", "برای", "علیه"))
_TOLD = frozenset((VerbTense.PAST, VerbTense.PERFECT, VerbTense.PLUPERFECT, VerbTense.FUTURE))
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
    for act, weight in _meant(scene, draft):
        if weight < _STRONG and (
            (act == Act.REQUEST and (mine or not others)) or (act == Act.ACCUSE and not others) or (act == Act.WARN and not future)
        ):
            continue
        meant = Act.REJECT if act == Act.AGREE and refused else act
        old = scores.get(meant, 0.0)
        scores[meant] = max(old, weight) + (_AGAIN if old else 0.0)
    asked = [k for k, word in enumerate(content) if word in kinds["asking"] and "از" in content[max(0, k - _BEFORE) : k]]
    if any(not _of_others(scene, draft, draft.first + k) for k in asked):
        scores[Act.REQUEST] = max(scores.get(Act.REQUEST, 0.0), _STRONG + _AGAIN)
    return max(scores, key=lambda act: (scores[act], act == said))


def _meant(scene: Scene, draft: Draft) -> Iterator[tuple[Act, float]]:
    """What the words of the content speak for, those that tell what others asked, agreed to or refused aside."""
    for at, act, weight in _hints(scene.analysis.words, scene.pack.speech.act_words, draft.first, draft.last):
        if act == Act.SUPPORT and weight < _STRONG and not _other_subject(scene, draft, at):
            continue  # «اسرائیل حق دارد», said by another state, and not «ایران حق دارد», by Iran
        if act not in _DONE_BY_SAYING or not _of_others(scene, draft, at):
            yield act, weight
        elif act in _OWED and _withheld(scene, at):
            yield Act.CRITICISE, _STRONG  # «آن‌ها حتی آن را محکوم نکردند»


def _of_others(scene: Scene, draft: Draft, at: int) -> bool:
    """«آن‌ها خواستار گفت‌وگو شده‌اند»: what somebody else asked for, agreed to or refused is only told."""
    clause = scene.clauses.at(at)
    verb = clause.verb
    if verb is None or verb.person in (1, 4) or verb.tense not in _TOLD or not draft.first <= verb.first < draft.last:
        return False
    words, mine = scene.analysis.words, scene.pack.speech.words["first_person"]
    if any(words[k] in mine and words[k - 1] not in _AT for k in clause.tokens if k != at):
        return False
    first = max(clause.tokens[0], draft.first)
    if len(draft.speakers) == 1 and any(scene.analysis.words[k] in _THEY for k in range(first, min(first + 3, at))):
        return True
    return _other_subject(scene, draft, at)


def _other_subject(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether the subject named before a token is of another party than who speaks."""
    own = {scene.references.entities[n].party for n in draft.speakers}
    clause = scene.clauses.of[at]
    for phrase in scene.phrases:
        mention = scene.mentions[phrase.mention]
        if phrase.clause == clause and phrase.case == SUBJECT and draft.first <= mention.first < at:
            parties = {e.party for e in scene.entities_of(phrase.mention)}
            return bool(parties) and not parties & own
    return False


def _withheld(scene: Scene, at: int) -> bool:
    """Whether the verb of a hint is negative, or tells of holding back."""
    clause = scene.clauses.at(at)
    held_back = has_cue(scene, (k for k in clause.tokens if k > at), "holding_back")
    return held_back or (clause.verb is not None and clause.verb.negative)


def _hints(words: Sequence[str], table: dict[str, tuple[Act, float]], first: int, last: int) -> Iterator[tuple[int, Act, float]]:
    """What the longest forms in tokens [first, last) speak for, and where."""
    k = first
    while k < last:
        key, found, step = "", None, 1
        for n in range(k, min(k + _LONGEST, last)):
            key += words[n]
            if key in table:
                found, step = table[key], n + 1 - k
        if found is not None:
            yield k, *found
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
