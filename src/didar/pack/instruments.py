"""The words of countable things: contacts that are counted, instruments and the stages of their life, subjects.

They are looked up on their own, apart from the pack's other forms, so that «مذاکرات وین» as a subject never hides the
trigger «مذاکرات».
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from didar.errors import PackError
from didar.letters import fold_form
from didar.pack.tables import read_table
from didar.terms import Stage

LONGEST = 8
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CountingWord:
    """A form of counting_words.tsv. kind: contact, round, time, last, since, not; value: of a contact its kind."""

    kind: str
    value: str
    id: str


@dataclass(frozen=True, slots=True)
class InstrumentWord:
    """A form of instrument_nouns.tsv: the head of an instrument's name. sort: treaty, memorandum, contract, statement …

    needs: `name` where the noun alone is no instrument («برنامه», «طرح»), else empty.
    """

    sort: str
    needs: str
    id: str


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """A form of instruments.tsv. use: name, long (the full name) or other; parties: those that are always told with it."""

    instrument: str
    use: str
    parties: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True)
class StageWord:
    """A form of stage_words.tsv. shape: `noun` governs the instrument («امضای»); `light` closes its clause with a light verb
    («امضا کردند», «به تصویب رسید»); `from` stands behind «از» («از برجام خارج شد»); `state` tells where it stands."""

    stage: Stage
    shape: str
    id: str


class FormTable(dict[str, tuple[T, ...]]):
    """Folded form without blanks → its rows. `begins`: every beginning of a form, so that a look-up ends early."""

    def __init__(self) -> None:
        super().__init__()
        self.begins: set[str] = set()

    def put(self, form: str, row: T) -> None:
        """One more row of a form as the table writes it."""
        key = fold_form(form)
        self[key] = (*self.get(key, ()), row)
        self.begins.update(key[:n] for n in range(1, len(key) + 1))


@dataclass(frozen=True, slots=True)
class CountLexicon:
    """Folded form without blanks → what it is.

    cues: kind → the folded words of instrument_cues.tsv. topics: «-» where a form names no subject.
    topic_weights: feature of `assemble.topics` → its weight.
    """

    counting: FormTable[CountingWord] = field(default_factory=FormTable)
    nouns: FormTable[InstrumentWord] = field(default_factory=FormTable)
    known: FormTable[KnownInstrument] = field(default_factory=FormTable)
    stages: FormTable[StageWord] = field(default_factory=FormTable)
    cues: dict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    topics: FormTable[str] = field(default_factory=FormTable)
    topic_weights: dict[str, float] = field(default_factory=dict)


def longest(table: FormTable[T], words: Sequence[str], at: int, end: int) -> tuple[tuple[T, ...], int] | None:
    """The rows of the longest form that begins at a token, and the token after it."""
    begins = table.begins
    if at >= end or (key := words[at]) not in begins:
        return None
    best: tuple[tuple[T, ...], int] | None = None
    stop = min(end, at + LONGEST)
    i = at + 1
    while True:
        rows = table.get(key)
        if rows:
            best = rows, i
        if i >= stop or key not in begins:
            return best
        key += words[i]
        i += 1


def load_counts(folder: Path) -> CountLexicon:
    """All tables of this module. Raises PackError with every fault."""
    lexicon, faults = CountLexicon(), list[str]()
    for fill in (_counting, _nouns, _known, _stages, _cues, _topics):
        try:
            fill(folder / "lexicon", lexicon)
        except PackError as error:
            faults += error.faults
    if faults:
        raise PackError(faults)
    return lexicon


def _counting(folder: Path, lexicon: CountLexicon) -> None:
    for form, kind, value, _ in read_table(folder / "counting_words.tsv", columns=("form", "kind", "value", "source")):
        lexicon.counting.put(form, CountingWord(kind, value, f"counting_words:{form}"))


def _nouns(folder: Path, lexicon: CountLexicon) -> None:
    for form, sort, needs, _ in read_table(folder / "instrument_nouns.tsv", columns=("form", "sort", "needs", "source")):
        for spelling in (form, f"{form}ی", f"{form}‌ای"):
            lexicon.nouns.put(spelling, InstrumentWord(sort, needs, f"instrument_nouns:{form}"))


def _known(folder: Path, lexicon: CountLexicon) -> None:
    columns = ("form", "instrument", "use", "members", "source")
    for form, instrument, use, members, _ in read_table(folder / "instruments.tsv", columns=columns):
        lexicon.known.put(form, KnownInstrument(instrument, use, tuple(members.split()), f"instruments:{instrument}:{form}"))


def _stages(folder: Path, lexicon: CountLexicon) -> None:
    for n, (form, stage, shape, _) in enumerate(read_table(folder / "stage_words.tsv", columns=("form", "stage", "shape", "source")), 2):
        if stage not in set(Stage):
            raise PackError([f'stage_words.tsv:{n}: stage is "{stage}", expected one of {", ".join(sorted(Stage))}'])
        lexicon.stages.put(form, StageWord(Stage(stage), shape, f"stage_words:{form}"))


def _cues(folder: Path, lexicon: CountLexicon) -> None:
    for form, kind, _ in read_table(folder / "instrument_cues.tsv", columns=("form", "kind", "source")):
        lexicon.cues[kind] |= {fold_form(form)}


def _topics(folder: Path, lexicon: CountLexicon) -> None:
    for form, topic, _ in read_table(folder / "topics.tsv", columns=("form", "topic", "source")):
        lexicon.topics.put(form, topic)
    for feature, weight, _ in read_table(folder / "topic_weights.tsv", columns=("feature", "weight", "source")):
        lexicon.topic_weights[feature] = float(weight)
