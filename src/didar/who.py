"""Who is named: persons with their offices, offices alone, parties, as the words themselves say.

An `ActorMention` is one noun phrase. What it says by relation only («کشورمان», «این کشور», «همتای روس خود») stays a
relation here; `refer` finds what is meant.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from didar.model import Actor
from didar.terms import Office


class Kind(StrEnum):
    """What an actor mention is."""

    PERSON = "person"
    """named, with or without an office"""
    OFFICE = "office"
    """known by office alone"""
    PLURAL = "plural"
    """several holders of one office: «وزرای خارجه ایران و روسیه»"""
    COUNTERPART = "counterpart"
    PRONOUN = "pronoun"
    JOINT = "joint"
    PARTY = "party"
    INSTITUTION = "institution"
    """a ministry, a government: it speaks for its party"""


class Relation(StrEnum):
    """A party told by its relation."""

    OWN = "own"
    THIS = "this"
    SELF = "self"
    TWO = "two"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One noun phrase that names somebody.

    first, last: tokens of the whole phrase. head: the token by which grammar sees it (its first word).
    name: as written, without titles and quotes. ids: persons of the gazetteer that it may be.
    parties: of a plural mention, in order. accredited_relation: «در این کشور».
    wording: the outlet's words for the party. rule: id of the row that read the office, the name or the party.
    """

    first: int
    last: int
    kind: Kind
    rule: str
    name: str | None = None
    name_words: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    office: Office | None = None
    portfolio: str | None = None
    party: str | None = None
    relation: Relation | None = None
    accredited_to: str | None = None
    accredited_relation: Relation | None = None
    former: bool = False
    acting: bool = False
    elect: bool = False
    indefinite: bool = False
    parties: tuple[str, ...] = ()
    adjective: bool = False
    wording: str | None = None
    also: tuple[str, ...] = ()
    also_offices: tuple[Office, ...] = ()
    """rows of further offices of the same person"""
    place: bool = False
    """a capital or seat that may be a government or a place"""


@dataclass(slots=True)
class Entity:
    """Someone (a person, a holder of an office, a state, a body) that the article speaks of.

    party_sure: whether the text itself says the party. mentions: numbers of its mentions, in order.
    """

    number: int
    kind: Kind
    words: tuple[str, ...] = ()
    name: str | None = None
    ids: tuple[str, ...] = ()
    office: Office | None = None
    portfolio: str | None = None
    party: str | None = None
    party_sure: bool = False
    accredited_to: str | None = None
    former: bool = False
    acting: bool = False
    elect: bool = False
    wording: str | None = None
    indefinite: bool = False
    inferred: bool = False
    """the office comes from the gazetteer, not from the text"""
    offices: list[tuple[Office, str | None, str | None, int]] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    def actor(self) -> Actor:
        """As it stands in a reading: the office only where the text tells it (codebook, section 1)."""
        office = None if self.inferred else self.office
        return Actor(
            name=self.name,
            office=office,
            party=self.party,
            portfolio=self.portfolio if office in (Office.MINISTER, Office.DEPUTY_MINISTER) else None,
            accredited_to=self.accredited_to,
            former=self.former,
            acting=self.acting,
            elect=self.elect,
            id=self.ids[0] if len(self.ids) == 1 else None,
            wording=self.wording,
        )


@dataclass(frozen=True, slots=True)
class References:
    """What each mention stands for: entity numbers, several for «طرفین» and plurals, none where nothing is found."""

    entities: tuple[Entity, ...]
    of: tuple[tuple[int, ...], ...]
