"""The row types of the pack's tables: one frozen dataclass a table. `id` names the row in every `why`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from didar.terms import Office

UNLESS = "~"
"""Before a party of offices.tsv: whom the office serves where the text does not say another («سناتور», «کنگره»)."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A form of offices.tsv.

    number: sg or pl. party: whom the office serves where the form itself says so. unless: whom it serves where the text names nobody.
    needs: `portfolio` («وزیر» alone is no office yet), `accreditation` («نماینده» of a party somewhere),
    `indefinite` (an official without a name), `institution` (a ministry, a government: speaks, but is no person).
    """

    type: ClassVar[str] = "office"
    form: str
    office: Office
    portfolio: str | None
    number: str
    party: str | None
    needs: str | None
    id: str
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A form of countries.tsv or organisations.tsv. `members`: for mechanisms that are told by their states."""

    type: ClassVar[str] = "party"
    form: str
    party: str
    use: str
    kind: str
    members: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A form of places.tsv. `kind` capital and seat may stand for a government."""

    type: ClassVar[str] = "place"
    form: str
    place: str
    kind: str
    country: str | None
    id: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A form of persons.tsv. `use`: full or short."""

    type: ClassVar[str] = "person"
    form: str
    person: str
    use: str
    id: str


@dataclass(frozen=True, slots=True)
class TermRow:
    """An office that a person held. start, end: EDTF, Gregorian, None where unknown (end: or still running)."""

    person: str
    office: Office
    portfolio: str | None
    party: str | None
    accredited_to: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class OutletRow:
    """A form of outlets.tsv. `country`: what «کشورمان» means in it."""

    type: ClassVar[str] = "outlet"
    form: str
    outlet: str
    kind: str
    country: str | None
    timezone: str | None
    id: str


@dataclass(frozen=True, slots=True)
class WordRow:
    """A form with a meaning of its own class: a title, a portfolio, a modifier, a trigger noun, a cue …"""

    type: ClassVar[str] = "word"
    form: str
    kind: str
    value: str
    id: str


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A form of processes.tsv: a known round of talks, with its parties and the place it is called by."""

    type: ClassVar[str] = "process"
    form: str
    parties: tuple[str, ...]
    place: str | None
    country: str | None
    id: str


Row = ProcessRow | OfficeRow | PartyRow | PlaceRow | PersonRow | OutletRow | WordRow


class Mark(NamedTuple):
    """Tokens [first, last) are a form of the pack; `rows`: all that it may be."""

    first: int
    last: int
    rows: tuple[Row, ...]

    def word(self, kind: str) -> WordRow | None:
        """The row of this word class, if it is one."""
        return next((r for r in self.rows if isinstance(r, WordRow) and r.kind == kind), None)

    def words(self, kind: str) -> Iterator[WordRow]:
        return (r for r in self.rows if isinstance(r, WordRow) and r.kind == kind)

    @property
    def office(self) -> OfficeRow | None:
        return next((r for r in self.rows if isinstance(r, OfficeRow)), None)

    @property
    def party(self) -> PartyRow | None:
        return next((r for r in self.rows if isinstance(r, PartyRow)), None)

    @property
    def place(self) -> PlaceRow | None:
        return next((r for r in self.rows if isinstance(r, PlaceRow)), None)

    @property
    def outlet(self) -> OutletRow | None:
        return next((r for r in self.rows if isinstance(r, OutletRow)), None)

    @property
    def persons(self) -> tuple[PersonRow, ...]:
        return tuple(r for r in self.rows if isinstance(r, PersonRow))


@dataclass(frozen=True, slots=True)
class Person:
    """A known person. `name`: the usual full form; `terms` in the order of the table."""

    id: str
    name: str
    english: str
    terms: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What one folded word form of a verb says.

    lemma: past stem. tense: past, imperfect, participle, present, subjunctive, auxiliary future. person: 1-6
    (1-3 singular). also: `noun` where the form is a common noun too.
    """

    lemma: str
    tense: str
    person: int
    negative: bool
    also: str
