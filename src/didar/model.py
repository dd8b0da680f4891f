"""The nouns. Frozen dataclasses, the same in every room.

Offsets are Unicode code points, end excluded. `Span` counts the source as given (`Article.text`); inside an
`Analysis`, token numbers and clean offsets are used and mapped back only when a reading is assembled.
Dates in text form are EDTF (ISO 8601-2), Gregorian.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from didar.terms import (
    Act,
    ClaimKind,
    DateBasis,
    EngagementKind,
    Medium,
    Mode,
    Office,
    Reason,
    Role,
    Stage,
    StageStatus,
    Status,
)

Span = tuple[int, int]


# -- what comes in ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text as given. `published`: ISO 8601 date or date-time, None where unknown."""

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input that could not be read. `where`: file, line or id; `detail`: for people."""

    where: str
    reason: Reason
    detail: str


# -- the text, cleaned and analysed -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Text not read as news: boilerplate, a repeated lead, advertising."""

    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """Text with folded letters and a total map back to the source.

    offsets: source offset of every clean character, plus one for the end.
    set_aside: clean spans that are kept but not read.
    """

    text: str
    offsets: Sequence[int]
    set_aside: tuple[SetAside, ...] = ()

    def source(self, start: int, end: int) -> Span:
        """The source span of the clean span [start, end)."""
        return self.offsets[start], self.offsets[end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Tokens as columns, sentences as token ranges.

    words: the folded form of each token (no ZWNJ, no spaces, Latin digits; see `letters.fold_word`).
    starts, ends: offsets in the clean text.
    sentences: (first token, last token + 1), in order; every token is in one.
    lines: for each sentence, the number of the line (paragraph) it stands in.
    read: for each sentence, whether it is read as news (not set aside).
    """

    clean: CleanText
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    lines: Sequence[int]
    read: Sequence[bool]

    def text(self, first: int, last: int) -> str:
        """The clean text of the tokens [first, last)."""
        return self.clean.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def span(self, first: int, last: int) -> Span:
        """The source span of the tokens [first, last)."""
        return self.clean.source(self.starts[first], self.ends[last - 1])


# -- the reading -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What a fact rests on. `pattern`: stable id of the frame or row; `confidence`: 0 to 1."""

    pattern: str
    confidence: float = 1.0
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: the name as the text says it, and the code of the country."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or body, as the article shows it.

    name: fullest form in the text, Persian, without titles; None where the text knows only the office.
    party: whom the office serves. id: stable id of the gazetteer. wording: the outlet's own words for the party.
    inferred_name: what the gazetteer supplies for an office that the text leaves unnamed.
    """

    name: str | None = None
    office: Office | None = None
    party: str | None = None
    portfolio: str | None = None
    accredited_to: str | None = None
    former: bool = False
    acting: bool = False
    elect: bool = False
    id: str | None = None
    wording: str | None = None
    inferred_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor with its role in one engagement."""

    actor: Actor
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """One official contact that the article reports or announces."""

    id: str
    kind: EngagementKind
    status: Status
    parties: tuple[str, ...]
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    mode: Mode | None = None
    date: str | None = None
    date_basis: DateBasis | None = None
    time: str | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    part_of: str | None = None
    initiative: str | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one speaker (or several jointly) is reported to have said in one sentence."""

    id: str
    speakers: tuple[Actor, ...]
    act: Act
    span: Span
    direct: bool = False
    toward: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    engagement: str | None = None
    date: str | None = None
    medium: Medium | None = None
    turn: int | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStage:
    """One step of an agreement, as the article tells it."""

    stage: Stage
    status: StageStatus = StageStatus.REPORTED
    date: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A named instrument and the stages that the article tells."""

    id: str
    name: str
    parties: tuple[str, ...]
    stages: tuple[AgreementStage, ...]
    evidence: tuple[Span, ...]
    kind: str | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """(person, office, party) that the text asserts, once for each person."""

    actor: Actor
    evidence: tuple[Span, ...]
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something countable that the record can check. `of`: an engagement kind, or `agreement`."""

    kind: ClaimKind
    evidence: tuple[Span, ...]
    of: str | None = None
    number: int | None = None
    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    period: str | None = None
    consistent: bool | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A mention that was seen and could not be read. Kept in the reading, never dropped."""

    span: Span
    what: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article reports; a pure function of (article, pack)."""

    article: Article
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    offices: tuple[Holding, ...] = ()
    claims: tuple[Claim, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)
