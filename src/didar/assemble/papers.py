"""Papers that one party hands another: an answer, a proposal, a draft («پاسخ خود را از طریق پاکستان به آمریکا تحویل داد»)."""

from collections.abc import Sequence

from didar.assemble.drafts import Draft
from didar.assemble.mediation import mediating_states
from didar.assemble.nearby import cue_at, cue_before, has_cue, not_yet
from didar.assemble.people import HUMAN, chained, entities, is_person, speaker_of, subject_of, take_part
from didar.assemble.timing import status_of
from didar.scene import Scene
from didar.syntax import Frame
from didar.terms import EngagementKind, Office, Role, Status
from didar.who import Entity, Kind

_WE = frozenset((1, 4))
_SPEAKS = frozenset((Kind.PARTY, Kind.INSTITUTION))
_NEAR = 2


def draft_paper(scene: Scene, frame: Frame) -> list[Draft]:
    """A paper that is sent, handed over or received between parties; [] where it only exists or is spoken of."""
    words = scene.analysis.words
    handed = has_cue(scene, range(frame.last, frame.last + _NEAR), "handed")
    if frame.definite or words[frame.last : frame.last + 1] == ["قطعنامه"] or (frame.governed is not None and not handed):
        return []
    received = has_cue(scene, frame.clause.tokens, "receiving")
    given = frame.verb is not None and frame.verb.lemma == "داد" and (bool(_answered(scene, frame)) or _given_through(scene, frame))
    if not (received or handed or given or has_cue(scene, frame.clause.tokens, "handing")):
        return []
    bearers = _bearers(scene, frame)
    carrying = mediating_states(scene, frame.clause.tokens)
    owners = _owners(scene, frame, received)
    recipients = [e for e in _recipients(scene, frame, owners, received) if e.party and e not in owners]
    if not recipients and received and not frame.genitive:
        return []
    mine = {e.party for e in owners if e.party}
    if not mine or not ({e.party for e in (*recipients, *bearers) if e.party} | set(carrying)) - mine:
        return []
    waits = not_yet(scene, frame)
    status, sure = (Status.PLANNED, True) if waits else status_of(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=status, sure=sure)
    take_part(draft, [e for e in owners if e.office != Office.SPOKESPERSON], Role.SENDER)
    draft.add_party(*(e.party for e in owners))
    take_part(draft, [e for e in recipients if e.office != Office.SPOKESPERSON], Role.RECIPIENT)
    draft.add_party(*(e.party for e in recipients))
    for entity in bearers:
        if entity.party:
            if is_person(entity):
                draft.people.setdefault(entity.number, Role.BEARER)
            draft.add_party(entity.party)
    draft.add_party(*carrying)
    return [draft]


def _owners(scene: Scene, frame: Frame, received: bool) -> list[Entity]:
    """Whose paper it is: what the noun governs («پاسخ ایران»), «از سوی ایران», else the subject who hands it over."""
    whose = frame.genitive or [n for c, n in frame.after if c == "object" and 0 <= scene.mentions[n].first - frame.last <= _NEAR]
    if whose:
        return _acting(scene, whose)
    beside = [n for c, n in (*frame.after, *frame.before) if c in ("by", "from") and not _carried(scene, n)]
    if beside or received:
        return _acting(scene, beside[:1])
    if frame.clause.verb is not None and frame.clause.verb.person in _WE:
        return _side(scene, speaker_of(scene, frame))
    return _acting(scene, subject_of(scene, frame))


def _recipients(scene: Scene, frame: Frame, owners: list[Entity], received: bool) -> list[Entity]:
    """«به آمریکا تحویل داد»; who has received it: the subject, or whoever says «دریافت کردیم»."""
    if received:
        verb = frame.clause.verb
        if verb is not None and verb.person in _WE:
            return _side(scene, speaker_of(scene, frame))
        subject = subject_of(scene, frame) or speaker_of(scene, frame)
        mine = [e for e in _acting(scene, subject) if e not in owners]
        return [e for e in mine if e.party not in {o.party for o in owners}]
    to = [n for c, n in (*frame.after, *frame.before) if c == "to" and not _carried(scene, n)]
    return [e for e in _acting(scene, to[:1]) if e.party] or _acting(scene, _answered(scene, frame))


def _answered(scene: Scene, frame: Frame) -> list[int]:
    """«پاسخ خود به طرح آمریکا را به میانجی‌ها داد»: whose paper is answered."""
    words = scene.analysis.words
    for _, number in frame.after:
        at = scene.mentions[number].first - 1
        if at > 0 and words[at - 1] == "به" and cue_at(scene, at, "answerable") is not None:
            return [number]
    return []


def _given_through(scene: Scene, frame: Frame) -> bool:
    """«پیش‌نویس را از طریق عمان به ایران داد»."""
    beside = (*frame.after, *frame.before)
    return any(_carried(scene, n) for _, n in beside) and any(c == "to" and not _carried(scene, n) for c, n in beside)


def _bearers(scene: Scene, frame: Frame) -> list[Entity]:
    """«از طریق پاکستان», «به میانجی پاکستانی»."""
    return _acting(scene, [n for _, n in (*frame.after, *frame.before) if _carried(scene, n)])


def _carried(scene: Scene, number: int) -> bool:
    first = scene.mentions[number].first
    beside = range(max(0, first - _NEAR), first + 1)
    return cue_before(scene, first, "through") or any(cue_at(scene, t, "mediator") is not None for t in beside)


def _acting(scene: Scene, numbers: Sequence[int]) -> list[Entity]:
    return [e for e in entities(scene, chained(scene, numbers)) if e.kind in _SPEAKS or is_person(e)]


def _side(scene: Scene, numbers: list[int]) -> list[Entity]:
    """The party of whoever speaks: he tells it for his state and need not have held the paper himself."""
    out: list[Entity] = []
    for entity in entities(scene, [n for n in numbers if scene.mentions[n].kind in HUMAN]):
        state = next((e for e in scene.references.entities if e.kind == Kind.PARTY and e.party == entity.party), entity)
        out.append(state)
    return out
