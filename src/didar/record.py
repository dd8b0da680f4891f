"""The nouns of the record: what all readings together report.

A `Telling` is one engagement as one reading tells it; an `Entry` is one real contact with all its tellings. Whether two
tellings are of one contact is a `Comparison` (ours) or a `Judgement` (kept, with its author). Days are `date`s; texts are
EDTF.
"""

from dataclasses import dataclass
from datetime import date

from didar.edtf import edtf_days, published_day
from didar.model import Engagement, Participant, Place
from didar.terms import DateBasis, EngagementKind, Mode, Status, Verdict

Day = date
Days = tuple[date, date]
FIRM_DAYS = {EngagementKind.VISIT: 12, EngagementKind.CONFERENCE: 12, EngagementKind.TALKS: 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One engagement as one reading tells it.

    id:      row in the store, 0 before it is kept; never used to decide anything.
    reading: row of the reading; two tellings of one reading are two contacts.
    author:  who made the reading: "didar", a person or another program.
    wire:    the source it counts as: articles that copy one text share it.
    weekday: the day of the week that the sentence names, Monday 0, where nothing else dates it.
    instruments: of a signing, the names of what is signed, where they tell it from other instruments.
    """

    article: str
    engagement: Engagement
    id: int = 0
    reading: int = 0
    author: str = "didar"
    outlet: str | None = None
    published: str | None = None
    wire: str = ""
    weekday: int | None = None
    instruments: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What tellings are sorted by: content only, so that the order of adding never matters."""
        start = self.engagement.evidence[0][0] if self.engagement.evidence else 0
        return self.article, self.author, start, self.engagement.id

    @property
    def days(self) -> Days | None:
        return edtf_days(self.engagement.date)

    @property
    def published_day(self) -> Day | None:
        return published_day(self.published)

    @property
    def firm(self) -> bool:
        """Whether it says a day, or days close enough together to compare by."""
        days = self.days
        return days is not None and (days[1] - days[0]).days <= FIRM_DAYS.get(self.engagement.kind, 2)

    @property
    def source(self) -> str:
        return self.wire or self.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How alike two tellings are. `score`: points for and against; `because`: the words that explain it."""

    verdict: Verdict
    score: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on two groups of tellings, with its author. Only a person's is binding.

    left, right: rows of tellings: every one on the left against every one on the right.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    verdict: Verdict
    because: str
    author: str
    at: str
    score: float | None = None
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step in the history of an entry: who told what status when."""

    status: Status
    published: str | None
    article: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a field with those who support it. `sources`: independent ones; `articles`: all of them."""

    value: str | None
    articles: tuple[str, ...]
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a field of an entry rests on. `values`: the chosen one first; more than one is a contradiction."""

    name: str
    values: tuple[Value, ...]
    rule: str

    @property
    def disputed(self) -> bool:
        return len(self.values) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an entry is told. `telling`: row in the store; `status`, `date` as this article has them."""

    article: str
    telling: int
    author: str
    outlet: str | None
    published: str | None
    wire: str
    status: Status
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One real contact, as all its sources together tell it. `flags`: reasons to doubt it, in words of docs/reasons.md."""

    id: str
    kind: EngagementKind
    status: Status
    parties: tuple[str, ...]
    participants: tuple[Participant, ...]
    sources: tuple[Source, ...]
    mode: Mode | None = None
    date: str | None = None
    date_basis: DateBasis | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    initiative: str | None = None
    history: tuple[Step, ...] = ()
    fields: tuple[Field, ...] = ()
    flags: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def days(self) -> Days | None:
        return edtf_days(self.date)

    @property
    def process(self) -> bool:
        """Talks in general («مذاکرات ایران و آمریکا»), told in passing: no round with a day, nor with a place for half of the sources."""
        if self.kind is not EngagementKind.TALKS or self.date is not None:
            return False
        placed = max((f.values[0].sources for f in self.fields if f.name == "place" and f.values), default=0)
        return 2 * placed < self.independent or self.place is None

    @property
    def independent(self) -> int:
        """How many independent sources tell it."""
        return len({s.wire or s.article for s in self.sources})


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person changed, and why. `undone`: who took it back."""

    entry: str
    action: str
    author: str
    at: str
    because: str
    field: str | None = None
    value: str | None = None
    id: int = 0
    undone: bool = False
    tellings: tuple[int, ...] = ()
