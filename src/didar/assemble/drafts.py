"""Engagement drafts: what a frame says of a contact, before drafts of one contact are joined."""

from dataclasses import dataclass, field

from didar.model import Place
from didar.syntax import Frame
from didar.terms import DateBasis, EngagementKind, Mode, Role, Status


@dataclass(slots=True)
class Draft:
    """One contact as one frame tells it.

    sure: whether the text says the status. people: entity number → role. parties: codes, in order. date, basis: as in
    Engagement. told: whether the text says the date with this contact. sentences: numbers of the sentences it rests on, the
    first is the evidence. passing: whether the text only refers back to it. weak: whether the trigger alone proves little.
    supposed: whether its parties are known from elsewhere (the
    process, the article's pair of states) and not told with it. bygone: whether its clause says that it was some time ago.
    """

    frame: Frame
    kind: EngagementKind
    status: Status
    sure: bool = True
    people: dict[int, Role] = field(default_factory=dict)
    parties: list[str] = field(default_factory=list)
    mode: Mode | None = None
    date: str | None = None
    basis: DateBasis | None = None
    told: bool = False
    time: str | None = None
    place: Place | None = None
    initiative: str | None = None
    sentences: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    passing: bool = False
    weak: bool = False
    bygone: bool = False
    supposed: bool = False
    flags: list[str] = field(default_factory=list)

    def add_party(self, *codes: str | None) -> None:
        """Parties in the order told, once each."""
        for code in codes:
            if code and code not in self.parties:
                self.parties.append(code)
