"""Office holdings: (person, office, party) that the text asserts, once for each person."""

from didar.model import Holding, Why
from didar.scene import Scene
from didar.terms import Office
from didar.who import Kind


def assemble_holdings(scene: Scene) -> tuple[Holding, ...]:
    """Every named person with the office that the text gives him, in the order of the text."""
    out = []
    for entity in scene.references.entities:
        if entity.kind != Kind.PERSON or entity.office is None or entity.office == Office.DELEGATION or entity.inferred:
            continue
        said = [number for office, _, _, number in entity.offices if office == entity.office] or entity.mentions[:1]
        mention = scene.mentions[said[0]]
        out.append(
            Holding(
                actor=entity.actor(),
                evidence=(scene.analysis.span(mention.first, mention.last),),
                why=Why(pattern=mention.rule, flags=() if entity.party_sure else ("party not said",)),
            )
        )
    return tuple(out)
