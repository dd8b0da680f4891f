"""Mentions of a frame to people and parties of a draft."""

from collections.abc import Iterable

from didar.assemble.drafts import Draft
from didar.assemble.nearby import headed_by
from didar.scene import Scene
from didar.syntax import GENITIVE, SUBJECT, Frame, VerbTense
from didar.terms import Office, Role
from didar.who import Entity, Kind, Relation

HUMAN = frozenset((Kind.PERSON, Kind.OFFICE, Kind.PLURAL, Kind.COUNTERPART, Kind.PRONOUN, Kind.JOINT))
PRINCIPALS = frozenset(
    (
        Office.HEAD_OF_STATE,
        Office.PRESIDENT,
        Office.PRIME_MINISTER,
        Office.FOREIGN_MINISTER,
        Office.MINISTER,
        Office.SPEAKER_OF_PARLIAMENT,
        Office.SECURITY_COUNCIL_SECRETARY,
        Office.SECRETARY_GENERAL,
        Office.HIGH_REPRESENTATIVE,
        Office.VICE_PRESIDENT,
    )
)
_THAT = "اینکه"
_HEADED = frozenset((SUBJECT, GENITIVE))
_THIRD = frozenset((3, 6))
_CONTINUED = frozenset(("with", "motion"))
_SOMEBODY = frozenset((Kind.PERSON, Kind.OFFICE))
_RANK = {
    Office.HEAD_OF_STATE: 6,
    Office.PRESIDENT: 5,
    Office.PRIME_MINISTER: 5,
    Office.VICE_PRESIDENT: 4,
    Office.SPEAKER_OF_PARLIAMENT: 4,
    Office.FOREIGN_MINISTER: 3,
    Office.SECURITY_COUNCIL_SECRETARY: 3,
    Office.MINISTER: 3,
    Office.SECRETARY_GENERAL: 3,
    Office.DIRECTOR_GENERAL: 2,
}


def chained(scene: Scene, numbers: Iterable[int]) -> list[int]:
    """The mentions with all that are joined to them by «و»."""
    heads = {scene.phrases[n].chain for n in numbers}
    wanted = set(numbers)
    return sorted(wanted | {p.mention for p in scene.phrases if p.chain in heads and scene.phrases[p.chain].clause == p.clause})


def subject_of(scene: Scene, frame: Frame) -> list[int]:
    """Mentions that are the subject of the trigger's clause; without one, of the clause that it continues. People before states."""
    clause = frame.clause
    many = clause.verb is not None and clause.verb.person == 6
    seen: set[int] = set()
    other: list[int] = []
    while clause.number not in seen:
        seen.add(clause.number)
        here = [p.mention for p in scene.phrases if p.clause == clause.number and p.case == SUBJECT]
        if here and (people := [n for n in here if scene.mentions[n].kind in HUMAN]):
            left = [n for n in people if scene.mentions[n].first < frame.first]
            who = (left or people)[0]
            return [] if _answers(scene, who, frame) else chained(scene, [who])
        other = other or chained(scene, here[:1])
        if other and clause.relation == "complement":
            return other
        if clause.relation == "relative" and clause.verb is not None and clause.verb.person in (1, 4):
            return other or speaker_of(scene, frame)
        if clause.relation == "relative" and frame.last > clause.tokens[0]:
            return other or _antecedent(scene, clause.tokens[0])
        if clause.verb is not None and clause.verb.person == 1:
            return other or speaker_of(scene, frame)
        planned = clause.verb is not None and clause.verb.tense == VerbTense.SUBJUNCTIVE and "plan" in frame.cues
        if (frame.pattern.id == "visit.come" and not planned) or (clause.verb is not None and clause.verb.person in (2, 4, 5)):
            return other
        if scene.analysis.words[clause.tokens[0]] in (":", "«"):
            first_person = clause.verb is not None and clause.verb.person == 1
            return other or (speaker_of(scene, frame) if first_person else [])
        parent = scene.clauses.clauses[clause.parent] if clause.parent >= 0 else None
        ordered = clause.relation == "next" and clause.verb is not None and clause.verb.tense == VerbTense.SUBJUNCTIVE
        if (
            many
            and parent is not None
            and parent.verb is not None
            and parent.verb.person == 3
            and (ordered or clause.relation == "complement")
        ):
            return other
        if parent is None or parent.sentence != clause.sentence:
            break
        clause = parent
    return other or left_out(scene, frame)


def _answers(scene: Scene, number: int, frame: Frame) -> bool:
    """«سخنگو در پاسخ به اینکه X به مشهد رفته و با Y دیدار کرده است، گفت»: a spokesman speaks of it, whoever met."""
    between = scene.analysis.words[scene.mentions[number].last : frame.first]
    if _THAT not in between or all(e.office != Office.SPOKESPERSON for e in scene.entities_of(number)):
        return False
    return scene.clauses.of[scene.mentions[number].first] != frame.clause.number or "،" not in between[between.index(_THAT) :]


def left_out(scene: Scene, frame: Frame) -> list[int]:
    """The subject that a sentence leaves out, as Persian does: «X وارد بغداد شد. قرار است با Y دیدار کند.»"""
    verb, words = frame.verb, scene.analysis.words
    if verb is None or verb.passive or verb.person not in _THIRD or frame.pattern.shape not in _CONTINUED:
        return []
    if not (frame.light or frame.governed == "in") or ":" in words[scene.analysis.sentences[frame.sentence][0] : frame.first]:
        return []
    if any(case in _HEADED for case, _ in frame.before):
        return []  # somebody is told, though not as the subject: «تیم‌های فنی آمریکا و ایران …»
    for p in reversed(scene.phrases):
        at = scene.clauses.clauses[p.clause].sentence
        if at == frame.sentence - 1 and p.case == SUBJECT and scene.mentions[p.mention].kind in _SOMEBODY:
            found = chained(scene, [p.mention])
            return found if verb.person == 3 or len(found) > 1 else []
    return []


def joined_before(scene: Scene, frame: Frame) -> list[str]:
    """States told together before the trigger in its clause: «سند همکاری ایران و چین … امضا شد», «هیئت‌های آمریکا و طالبان …»."""
    chains: dict[int, list[str]] = {}
    for p in scene.phrases:
        mention = scene.mentions[p.mention]
        told = p.case in _HEADED and mention.kind == Kind.PARTY and mention.last <= frame.first
        if p.clause == frame.clause.number and told and not _named_as_two(scene, mention.first):
            chains.setdefault(p.chain, []).extend(e.party for e in scene.entities_of(p.mention) if e.party)
    return next((list(dict.fromkeys(codes)) for codes in chains.values() if len(set(codes)) > 1), [])


def _named_as_two(scene: Scene, token: int) -> bool:
    """«سفر به دو کشور | قطر و عراق»: states told as a pair that is something else in its clause."""
    before = next((n for n, m in enumerate(scene.mentions) if m.last == token and m.relation == Relation.TWO), None)
    return before is not None and scene.phrases[before].case not in _HEADED


def with_heads(scene: Scene, frame: Frame, group: list[Entity]) -> list[Entity]:
    """A delegation gives way to whoever leads it: «هیئت پارلمانی عراق به ریاست X … دیدار کرد»."""
    bodies = [e for e in group if e.office == Office.DELEGATION]
    if not bodies:
        return group
    led = [n for c, n in (*frame.before, *frame.after) if c == "invited" and scene.mentions[n].kind == Kind.PERSON]
    led += [n for n in headed_by(scene, frame.clause) if n not in led]
    heads = [e for e in entities(scene, led) if e.name and e.party in {b.party for b in bodies} and e not in group]
    return [*heads, *(e for e in group if e not in bodies)] if heads else group


def teller_of(scene: Scene, frame: Frame) -> int | None:
    """Who has the word in the trigger's sentence: «عراقچی: …», «ادعای روبیو، وزیر خارجه آمریکا: …»."""
    words, first = scene.analysis.words, scene.analysis.sentences[frame.sentence][0]
    colon = next((t for t in range(first, frame.first) if words[t] == ":"), None)
    if colon is None:
        return None
    told = [n for n, m in enumerate(scene.mentions) if first <= m.first and m.last == colon and m.kind in (Kind.PERSON, Kind.OFFICE)]
    return told[-1] if told else None


def speaker_of(scene: Scene, frame: Frame) -> list[int]:
    """Who says «من» around a trigger: who stands before its colon, else the subject nearest before it, a few sentences back."""
    if (teller := teller_of(scene, frame)) is not None:
        return [teller]
    for p in reversed(scene.phrases):
        at = scene.clauses.clauses[p.clause].sentence
        if (
            scene.mentions[p.mention].first < frame.first
            and frame.sentence - at <= 6
            and p.case == SUBJECT
            and scene.mentions[p.mention].kind in (Kind.PERSON, Kind.OFFICE, Kind.PRONOUN)
        ):
            return [p.mention]
    return []


def _antecedent(scene: Scene, at: int) -> list[int]:
    """Whom a relative clause speaks of: the mention that ends just before «که»."""
    near = [n for n, m in enumerate(scene.mentions) if m.last <= at and at - m.last <= 2]
    return near[-1:]


def entities(scene: Scene, numbers: Iterable[int]) -> list[Entity]:
    """The entities of these mentions, once each."""
    out: list[Entity] = []
    for number in numbers:
        out += [e for e in scene.entities_of(number) if e not in out]
    return out


def is_person(entity: Entity) -> bool:
    return entity.kind in (Kind.PERSON, Kind.OFFICE)


def take_part(draft: Draft, people: Iterable[Entity], role: Role) -> None:
    """Adds people with a role, and their parties."""
    for entity in people:
        if is_person(entity) and entity.number not in draft.people:
            draft.people[entity.number] = role
        draft.add_party(entity.party)


def rank(entity: Entity) -> int:
    return _RANK.get(entity.office, 1) if entity.office else 1


def hosts_and_guests(scene: Scene, draft: Draft) -> None:
    """Roles of a meeting, from the place and the parties; ambassadors are the guests of whom they are accredited to."""
    people = [scene.references.entities[n] for n in draft.people]
    country = draft.place.country if draft.place else None
    here = [e for e in people if e.party == country] if country else []
    envoys = [e for e in people if e.office in (Office.AMBASSADOR, Office.CHARGE_DAFFAIRES) and e.accredited_to]
    if here and len(here) < len(people):
        for entity in people:
            draft.people[entity.number] = Role.HOST if entity in here else Role.GUEST
        return
    if country is None and envoys:
        others = [e for e in people if e not in envoys]
        if others and all(e.party == envoy.accredited_to for e in others for envoy in envoys):
            for entity in people:
                draft.people[entity.number] = Role.GUEST if entity in envoys else Role.HOST
