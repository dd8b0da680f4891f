"""What is known of one article before the codebook is applied: the noun that `assemble` works on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from didar.model import Analysis, Article
from didar.pack import Pack
from didar.pack.rows import Mark
from didar.syntax import Clauses, Frame, Phrase, PlaceMention
from didar.when import DateMention
from didar.who import ActorMention, Entity, References


@dataclass(frozen=True, slots=True)
class Scene:
    """One article, analysed, with mentions, frames and references.

    marks: for every token the mark that begins there. mentions, phrases: in parallel. mention_at: first token → number.
    references.of: mention number → entity numbers. dates: in order. anchor: the publication's local day.
    own: the outlet's own country. place_at: token → place behind «در», «به», «از».
    """

    article: Article
    analysis: Analysis
    marks: Sequence[Mark | None]
    mentions: Sequence[ActorMention]
    mention_at: dict[int, int]
    phrases: Sequence[Phrase]
    clauses: Clauses
    references: References
    frames: Sequence[Frame]
    places: dict[int, PlaceMention]
    dates: Sequence[DateMention]
    anchor: date | None
    own: str | None
    pack: Pack

    def entities_of(self, mention: int) -> tuple[Entity, ...]:
        """The entities that a mention stands for."""
        return tuple(self.references.entities[n] for n in self.references.of[mention])

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return self.clauses.at(token).sentence
