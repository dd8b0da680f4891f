"""Who else was on a visit, told in a sentence of its own: «X او را در این سفر همراهی می‌کند», «مورد استقبال Y قرار گرفت»."""

from didar.assemble.drafts import Draft
from didar.assemble.nearby import has_cue
from didar.assemble.people import chained, entities, is_person, subject_of
from didar.scene import Scene
from didar.syntax import Frame
from didar.terms import Role


def join_visit(scene: Scene, draft: Draft, frame: Frame) -> None:
    """Adds to a visit the companions and the hosts that a later sentence of it names."""
    country = draft.place.country if draft.place else None
    everybody = scene.references.entities
    comers = {everybody[n].party for n, role in draft.people.items() if role == Role.GUEST}
    if has_cue(scene, frame.clause.tokens, "accompany"):
        for entity in entities(scene, subject_of(scene, frame)):
            if is_person(entity) and entity.party in comers:
                draft.people.setdefault(entity.number, Role.GUEST)
    if frame.pattern.shape == "welcome" and country is not None:
        by = [n for case, n in (*frame.before, *frame.after) if case == "by"]
        for entity in entities(scene, chained(scene, frame.genitive or by) or subject_of(scene, frame)):
            if is_person(entity) and entity.party == country:
                draft.people.setdefault(entity.number, Role.HOST)
