"""Mediators: the states by whose good offices others negotiate («با میانجی‌گری عمان», «قطر به‌عنوان میانجی», «میانجی پاکستانی»)."""

from collections.abc import Iterable

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_at, cue_before, cue_end, has_cue
from didar.assemble.people import chained, entities
from didar.scene import Scene
from didar.syntax import SUBJECT, Frame, VerbTense
from didar.terms import Role, Status
from didar.who import Entity, Kind

_ADJECTIVES = 3
_WISH = 4
_NAMES = frozenset(("یعنی", "شامل", "،", "(", ":", "مانند", "همچون"))  # «کشورهای میانجی، یعنی قطر و مصر»
_PARTS = frozenset(("و", "،", "میان", "بین", "در", "با", "برای", "به", "که"))
_UNREAL = frozenset((VerbTense.SUBJUNCTIVE, VerbTense.FUTURE))
_MEDIATES = frozenset(("کرد", "نمود"))
_OVER = frozenset((Status.HELD, Status.ONGOING))


def mediators_in(scene: Scene, first: int, last: int) -> list[Entity]:
    """The states or people that these tokens tell as mediators, in order."""
    numbers = [
        n
        for n, m in enumerate(scene.mentions)
        if first <= m.first < last and m.kind == Kind.PARTY and not m.adjective and (_good_offices(scene, n) or _acts(scene, n))
    ]
    named = [e for e in entities(scene, chained(scene, numbers)) if e.party]
    codes = {e.party for e in named}
    described = [_entity(scene, c) for c in mediating_states(scene, range(first, last)) if c not in codes]
    return [*named, *(e for e in described if e is not None)]


def mediating_states(scene: Scene, tokens: Iterable[int]) -> list[str]:
    """The states of «میانجی پاکستانی», «میانجی‌های قطری»."""
    out: list[str] = []
    for token in tokens:
        end = cue_end(scene, token, "mediator")
        mark = scene.marks[end] if token < end < len(scene.marks) else None
        if mark is not None and mark.party is not None and mark.party.kind == "state" and mark.party.party not in out:
            out.append(mark.party.party)
    return out


def take_mediators(scene: Scene, frame: Frame, draft: Draft) -> None:
    """Adds whoever mediates: told in the sentence of the talks or, for talks that are over or go on, anywhere in the article."""
    sentences = [frame.sentence] if draft.status not in _OVER else range(len(scene.analysis.sentences))
    for number in sentences:
        for entity in mediators_in(scene, *scene.analysis.sentences[number]):
            if entity.party not in draft.parties:
                draft.people[entity.number] = Role.MEDIATOR
                draft.add_party(entity.party)


def all_mediators(scene: Scene) -> set[str]:
    """Codes of the states that the article tells as mediators."""
    return {e.party for e in mediators_in(scene, 0, len(scene.analysis.words)) if e.party}


def _good_offices(scene: Scene, number: int) -> bool:
    """«میانجی‌گری قطر», «تلاش‌های میانجی‌گرانه مصر», «دو کشور میانجی یعنی پاکستان و قطر»."""
    words, cues = scene.analysis.words, scene.pack.contact_cues
    at = first = scene.mentions[number].first
    beside = at - 1 if at and words[at - 1] in _NAMES else at
    if cues.before(words, beside, "mediator") is not None and (beside < at or cue_before(scene, beside, "mediating_country")):
        return True
    for _ in range(_ADJECTIVES):
        start = cues.before(words, at, "mediating")
        if start is not None:
            return not has_cue(scene, range(max(0, start - _WISH), start), "wish")
        if not at or words[at - 1] in _PARTS or not words[at - 1][0].isalpha():
            return False
        mark = next((m for m in scene.marks[max(0, at - _ADJECTIVES) : at] if m and m.last == at), None)
        prep = mark.word("prep") if mark else None
        if mark is not None and prep is not None and (prep.value != "by" or at != first):
            return False
        at = mark.first if mark is not None else at - 1
    return False


def _acts(scene: Scene, number: int) -> bool:
    """«قطر نقش میانجی دارد», «عمان میان آنها میانجی‌گری می‌کند», «پاکستان میانجی این گفت‌وگوهاست»."""
    phrase, mention = scene.phrases[number], scene.mentions[number]
    clause = scene.clauses.clauses[phrase.clause]
    verb = clause.verb
    if phrase.case != SUBJECT or verb is None or verb.negative or verb.tense in _UNREAL:
        return False
    behind = [t for t in clause.tokens if mention.last <= t < verb.first]
    if has_cue(scene, behind, "wish"):
        return False
    if has_cue(scene, behind, "mediator_role"):
        return True
    if verb.lemma in _MEDIATES:
        return cue_before(scene, verb.first, "mediating")
    last = max((scene.mentions[p.mention].last for p in scene.phrases if p.chain == phrase.chain and p.clause == phrase.clause), default=0)
    opening = range(last, min(last + _ADJECTIVES, verb.first))
    plain = next((t for t in opening if cue_at(scene, t, "mediator") is not None), None)
    return verb.lemma == "بود" and plain is not None and not any((m := scene.marks[t]) and m.word("prep") for t in range(last, plain))


def _entity(scene: Scene, code: str) -> Entity | None:
    """The state itself, else somebody of it who is told without a name."""
    found = [e for e in scene.references.entities if e.party == code and e.name is None]
    return next((e for e in found if e.kind == Kind.PARTY), next(iter(found), None))
