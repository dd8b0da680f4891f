"""The nouns of grammar: verb groups, clauses, the cases of phrases, and frames (a trigger with its arguments)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from didar.pack.frames import Pattern

SUBJECT, OBJECT, GENITIVE = "subject", "object", "genitive"


class VerbTense(StrEnum):
    """The tense of a verb group."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    IMPERFECT = "imperfect"
    PRESENT = "present"
    SUBJUNCTIVE = "subjunctive"
    FUTURE = "future"
    PARTICIPLE = "participle"


PAST = frozenset((VerbTense.PAST, VerbTense.PERFECT, VerbTense.PLUPERFECT, VerbTense.PARTICIPLE, VerbTense.IMPERFECT))
AHEAD = frozenset((VerbTense.FUTURE, VerbTense.SUBJUNCTIVE))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens [first, last) are a finite verb with its auxiliaries. person: 1-6, 0 for a bare participle."""

    first: int
    last: int
    lemma: str
    tense: VerbTense
    person: int
    negative: bool
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of one clause, in order, and its verb.

    parent: number of the clause it stands in or follows, -1 for none. relation: main, relative, complement, next.
    """

    number: int
    sentence: int
    tokens: tuple[int, ...]
    verb: VerbGroup | None
    parent: int
    relation: str


@dataclass(frozen=True, slots=True)
class Clauses:
    """All clauses of a text; of: token → number of its clause."""

    clauses: tuple[Clause, ...]
    of: Sequence[int]

    def at(self, token: int) -> Clause:
        return self.clauses[self.of[token]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One actor mention in its clause.

    mention: its number. case: subject, object, genitive, or the value of its preposition (with, to, in, from, by,
    between, for, about, against, invited, according, at, on, other). head: of a genitive, the token of its head noun.
    chain: number of the first mention that it is joined to by «و» (itself if none).
    """

    mention: int
    case: str
    head: int
    chain: int
    clause: int


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place with its preposition: in, to, from, at. token: where it stands."""

    case: str
    name: str
    country: str | None
    token: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger and what stands around it. Numbers are mention numbers, in the order of the text.

    genitive: what the trigger governs («دیدار عراقچی»); after, before: (case, mention) right and left of it in its
    clause. definite: «این دیدار», «دیدار مذکور». governed: the preposition before the trigger, if any.
    verb: the verb that closes the trigger's clause. light: whether the trigger itself is the verb's noun.
    """

    pattern: Pattern
    first: int
    last: int
    sentence: int
    clause: Clause
    genitive: tuple[int, ...]
    before: tuple[tuple[str, int], ...]
    after: tuple[tuple[str, int], ...]
    places: tuple[PlaceMention, ...]
    definite: bool
    plural: bool
    governed: str | None
    verb: VerbGroup | None
    light: bool
    cues: frozenset[str]
