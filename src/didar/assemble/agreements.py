"""Agreements: named instruments and the stages that the text tells."""

from collections.abc import Sequence

from didar.assemble.instruments import Instrument, Named, find_named, group_named
from didar.assemble.sides import of_many, sides_of
from didar.assemble.stages import Told, stages_of
from didar.letters import fold_form
from didar.model import Agreement, AgreementStage, Engagement, Why
from didar.scene import Scene
from didar.terms import Stage

_PAPERS = {"treaty", "agreement", "memorandum", "contract"}
_RANK = {"full": 0, "name": 1, "long": 2, "other": 3}


def assemble_agreements(scene: Scene, engagements: Sequence[Engagement]) -> tuple[Agreement, ...]:
    """Every named instrument of which a stage is told, once, in the order of the text."""
    found: list[tuple[Instrument, list[Told], tuple[str, ...]]] = []
    for instrument in group_named(list(find_named(scene))):
        told = [t for mention in instrument.mentions for t in stages_of(scene, mention)]
        if not told and not _told_by_name(instrument):
            continue
        if _lead(instrument, told) is None:
            continue
        parties = sides_of(scene, instrument, told, engagements)
        if len(parties) >= (1 if instrument.known or of_many(instrument, told) else 2):
            _take_in(found, instrument, told, parties)
    return tuple(_agreement(scene, n, *entry) for n, entry in enumerate(found, start=1))


def _take_in(
    found: list[tuple[Instrument, list[Told], tuple[str, ...]]], new: Instrument, told: list[Told], parties: tuple[str, ...]
) -> None:
    """Add an instrument, or join it to the one of the same sort and parties where one of the two has no name of its own."""
    for instrument, told_before, sides in found:
        sorts = {m.sort for m in (*instrument.mentions, *new.mentions)}
        bare = not any(m.own for m in new.mentions) or not any(m.own for m in instrument.mentions)
        if set(sides) == set(parties) and (len(sorts) == 1 or sorts <= _PAPERS) and bare and not (instrument.known or new.known):
            instrument.mentions += new.mentions
            told_before.extend(told)
            return
    found.append((new, told, parties))


def _told_by_name(instrument: Instrument) -> bool:
    """Whether the text names it with its parties, so that it is particular without a stage: «تفاهم مسقط میان … و …»."""
    return instrument.known is None and any(m.own and len(m.between) > 1 and not m.indefinite for m in instrument.mentions)


def _lead(instrument: Instrument, told: Sequence[Told]) -> Named | None:
    """The mention that gives the name: the known name, else the fullest of which a stage is told; None where nothing is named."""
    if instrument.known:
        named = [m for m in instrument.mentions if m.known]
        return min(named, key=lambda m: (_RANK[m.known.use if m.known else "other"], m.first))
    named = [m for m in instrument.mentions if (m.words and not (m.indefinite and m.needs)) or not m.needs]
    if not named:
        signed = [t.mention for t in told if t.stage == Stage.SIGNED and t.mention.sort == "statement"]
        return signed[0] if signed else None
    with_stage = [m for m in named if m.words and any(t.mention is m for t in told)]
    return with_stage[0] if with_stage else max(named, key=lambda m: (bool(m.words), -m.first))


def _name(scene: Scene, lead: Named) -> str:
    """The name as the text says it, quotes and the ending of «یک» left out."""
    head = scene.analysis.text(lead.first, lead.head)
    rest = scene.analysis.text(lead.head, lead.last) if lead.last > lead.head else ""
    plain = lead.rule.partition(":")[2]
    if lead.indefinite and lead.known is None and fold_form(head) != fold_form(plain):
        head = plain
    return " ".join(f"{head} {rest}".replace("«", " ").replace("»", " ").replace('"', " ").split())


def _agreement(scene: Scene, number: int, instrument: Instrument, told: Sequence[Told], parties: tuple[str, ...]) -> Agreement:
    lead = _lead(instrument, told)
    assert lead is not None
    stages: dict[tuple[str, str], AgreementStage] = {}
    for t in told:
        stage = AgreementStage(stage=t.stage, status=t.status, date=t.date, evidence=(scene.analysis.span(t.first, t.last),))
        before = stages.get((t.stage, t.status))
        if before is None or (before.date is None and t.date):
            stages[t.stage, t.status] = stage
    return Agreement(
        id=f"a{number}",
        name=_name(scene, lead),
        parties=parties,
        stages=tuple(stages.values()),
        evidence=tuple(scene.analysis.span(m.first, m.last) for m in instrument.mentions),
        kind=lead.sort,
        why=Why(pattern=lead.rule, confidence=0.85 if instrument.known or lead.between else 0.7),
    )
