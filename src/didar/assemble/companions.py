"""Who else was on a visit, told in a sentence of its own: «X او را در این سفر همراهی می‌کند», «مورد استقبال Y قرار گرفت»."""

from didar.assemble.drafts import Draft
from didar.assemble.nearby import has_cue
from didar.assemble.people import chained, entities, is_person, subject_of
from didar.scene import Scene
from didar.syntax import Frame
from didar.terms import Role
from didar.who import Kind

_OTHERS = frozenset(("object", "from", "with", "to"))


def join_visit(scene: Scene, draft: Draft, frame: Frame) -> None:
    """Adds to a visit the companions and the hosts that a later sentence of it names."""
    country = draft.place.country if draft.place else None
    everybody = scene.references.entities
    comers = {everybody[n].party for n, role in draft.people.items() if role == Role.GUEST}
    if has_cue(scene, frame.clause.tokens, "accompany"):
        for entity in entities(scene, [*subject_of(scene, frame), *_listed(scene, frame)]):
            if is_person(entity) and entity.party in comers:
                draft.people.setdefault(entity.number, Role.GUEST)
    if frame.pattern.shape == "welcome" and country is not None:
        by = [n for case, n in (*frame.before, *frame.after) if case == "by"]
        for entity in entities(scene, chained(scene, frame.genitive or by) or subject_of(scene, frame)):
            if is_person(entity) and entity.party == country:
                draft.people.setdefault(entity.number, Role.HOST)


def _listed(scene: Scene, frame: Frame) -> list[int]:
    """«او را در این سفر A، معاون …، B سخنگوی … و C همراهی می‌کنند»: everybody who is named before the verb."""
    verb = frame.clause.verb
    if verb is None:
        return []
    inside = [n for n, m in enumerate(scene.mentions) if frame.last <= m.first < verb.first and m.kind == Kind.PERSON]
    return [n for n in inside if scene.sentence_of(scene.mentions[n].first) == frame.sentence and scene.phrases[n].case not in _OTHERS]
