"""What an office phrase says, while it is being read."""

from dataclasses import dataclass, replace

from didar.pack.rows import OfficeRow
from didar.terms import Office
from didar.who import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePhrase:
    """Tokens [first, last) say an office. See `ActorMention` for the fields.

    closed: whether the title is whole, so that what follows is no part of it but a party («سخنگوی وزارت خارجه | حملات اسرائیل را …»).
    """

    first: int
    last: int
    office: Office
    row: OfficeRow
    portfolio: str | None = None
    party: str | None = None
    parties: tuple[str, ...] = ()
    relation: Relation | None = None
    accredited_to: str | None = None
    accredited_relation: Relation | None = None
    former: bool = False
    acting: bool = False
    elect: bool = False
    adjective: bool = False
    wording: str | None = None
    also: tuple[str, ...] = ()
    also_offices: tuple[Office, ...] = ()
    closed: bool = False


def modified(phrase: OfficePhrase, effect: str) -> OfficePhrase:
    """The phrase with what an adjective says of it: former, acting, elect, or nothing of note."""
    match effect:
        case "former":
            return replace(phrase, former=True)
        case "acting":
            return replace(phrase, acting=True)
        case "elect":
            return replace(phrase, elect=True)
        case _:
            return phrase
