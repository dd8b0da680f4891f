"""Names that nobody introduces: «سخنگوی ارتش گفت … کاپیتان جان وود افزود …» has one speaker, by office and then by name."""

from collections.abc import Container, Sequence

from didar.syntax import SUBJECT, Clauses, Phrase
from didar.terms import Office
from didar.who import ActorMention, Entity, Kind, References

_SPEAK_ALONE = frozenset(
    (
        Office.SPOKESPERSON,
        Office.AMBASSADOR,
        Office.CHARGE_DAFFAIRES,
        Office.DEPUTY_FOREIGN_MINISTER,
        Office.DEPUTY_MINISTER,
        Office.DIRECTOR_GENERAL,
        Office.ADVISER,
        Office.SPECIAL_ENVOY,
        Office.PERMANENT_REPRESENTATIVE,
        Office.MILITARY_COMMANDER,
        Office.NEGOTIATOR,
        Office.MINISTER,
        Office.FOREIGN_MINISTER,
    )
)
_THIS_OFFICIAL = ["این", "مقام"]
_NEAR = 6  # mentions
_NAMELESS = frozenset(("مقام", "مقامی", "منبع", "دیپلمات"))
_OPENS = frozenset(("(", "-", "–"))
_GOES_ON = frozenset(
    ("در", "با", "به", "از", "روز", "امروز", "دیروز", "پس", "ضمن", "همچنین", "نیز", "که", "و", "عصر", "صبح", "شب", "ظهر", "بر")
)


def name_offices(
    found: References,
    mentions: Sequence[ActorMention],
    phrases: Sequence[Phrase],
    clauses: Clauses,
    *,
    words: Sequence[str],
    said: Container[int],
) -> References:
    """An office that spoke last without a name is the bare, unknown name that speaks next.

    said: the tokens at which what is said begins (`Voices.said`).
    """
    entities, of = found.entities, list(found.of)
    last: Entity | None = None
    for number, mention in enumerate(mentions):
        if phrases[number].case != SUBJECT or not _speaks(clauses, phrases[number], said) or len(of[number]) != 1:
            continue
        entity = entities[of[number][0]]
        if last is not None and _is_stranger(entity, mention, number, words) and last.number != entity.number:
            _unite(entity, last, entities, of)
            last = entity
        elif mention.kind != Kind.PRONOUN:
            last = entity if _is_unnamed(entity, mention, words) else None
    return References(entities, tuple(of))


def _speaks(clauses: Clauses, phrase: Phrase, said: Container[int]) -> bool:
    verb = clauses.clauses[phrase.clause].verb
    return verb is not None and verb.last in said


def _is_unnamed(entity: Entity, mention: ActorMention, words: Sequence[str]) -> bool:
    particular = not entity.indefinite and words[mention.first - 1 : mention.first] != ["یک"]
    return entity.kind == Kind.OFFICE and entity.name is None and particular and entity.office in _SPEAK_ALONE


def _is_stranger(entity: Entity, mention: ActorMention, number: int, words: Sequence[str]) -> bool:
    """A name told for the first time, bare: with nothing behind it that says who that is."""
    unknown = entity.kind == Kind.PERSON and entity.office is None and not entity.ids and entity.party is None
    return (
        unknown
        and mention.kind == Kind.PERSON
        and entity.mentions[:1] == [number]
        and not (is_apposed(mention, words) or in_brackets(mention, words))
    )


def is_apposed(mention: ActorMention, words: Sequence[str]) -> bool:
    """«حمید بابایی، کارشناس …», «کارشناس …، حمید بابایی»: a name told with what its bearer is."""
    behind, after = (words[k] if k < len(words) else "" for k in (mention.last, mention.last + 1))
    if behind in _OPENS:
        return True
    return behind == "،" and after[:1].isalpha() and after not in _GOES_ON


def this_official(
    number: int, mentions: Sequence[ActorMention], of: Sequence[tuple[int, ...]], entities: Sequence[Entity], words: Sequence[str]
) -> tuple[int, ...]:
    """«این مقام», behind «یک مقام آمریکایی» or «به نقل از مقام آمریکایی»: the official who has no name; () where another is meant."""
    first = mentions[number].first
    if list(words[first : first + 2]) != _THIS_OFFICIAL:
        return ()
    for k in range(number - 1, max(-1, number - _NEAR), -1):
        if mentions[k].office and mentions[k].kind == Kind.PERSON:
            return ()
        if of[k] and words[mentions[k].first] in _NAMELESS:
            entity = entities[of[k][0]]
            return of[k][:1] if entity.kind == Kind.OFFICE and entity.name is None else ()
    return ()


def in_brackets(mention: ActorMention, words: Sequence[str]) -> bool:
    """«یک عکاس لبنانی -احمد حریری-»: a name told by the way."""
    return words[mention.first - 1 : mention.first] in (["-"], ["–"], ["("])


def _unite(person: Entity, holder: Entity, entities: Sequence[Entity], of: list[tuple[int, ...]]) -> None:
    person.office, person.portfolio, person.party, person.party_sure = holder.office, holder.portfolio, holder.party, holder.party_sure
    person.accredited_to, person.wording, person.offices = holder.accredited_to, holder.wording, list(holder.offices)
    person.former, person.acting, person.elect = holder.former, holder.acting, holder.elect
    person.mentions = sorted({*person.mentions, *holder.mentions})
    for number in holder.mentions:
        of[number] = tuple(person.number if n == holder.number else n for n in of[number])
    holder.mentions = []
