"""The words of reported speech: verbs, openers («با بیان اینکه»), sources («به گفته»)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from didar.errors import PackError
from didar.letters import fold_form
from didar.pack.tables import read_table
from didar.terms import Act, Medium


class Takes(StrEnum):
    """Where what is said stands.

    clause: behind the words. left: before the verb. both: either. noun: a noun phrase behind. between: between noun and
    verb («خواستار … شد»). document: behind the verb of a document. that: behind a colon or «که» only.
    """

    CLAUSE = "clause"
    LEFT = "left"
    BOTH = "both"
    NOUN = "noun"
    BETWEEN = "between"
    DOCUMENT = "document"
    THAT = "that"


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """One way to say that somebody says something.

    form: folded, without blanks; of a verb its noun («تاکید»), empty for a plain verb. markers: the folded prepositions
    (or «را») one of which the content has when it stands before the verb; none where the noun itself opens it («خواستار»).
    """

    form: str
    act: Act
    takes: Takes
    markers: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """verbs: past stem → noun → row. openers, sources: folded form → row. prefixes: their beginnings, for speed.

    between: nouns that stand before their content («خواستار … شد»). words: kind → forms. act_words: what act a form
    within the content speaks for, and how strongly. media: what a form says of where it was said.
    whole: words that hold a whole verb of saying → its stem and person.
    """

    verbs: dict[str, dict[str, SpeechRow]]
    openers: dict[str, SpeechRow]
    sources: dict[str, SpeechRow]
    prefixes: frozenset[str]
    between: frozenset[str]
    words: dict[str, frozenset[str]]
    act_words: dict[str, tuple[Act, float]]
    media: dict[str, Medium]
    whole: dict[str, tuple[str, int]]

    def begins(self, kind: str, words: Sequence[str], first: int, last: int) -> bool:
        """Whether a form of this kind begins at token `first`."""
        key, forms = "", self.words[kind]
        for k in range(first, min(last, first + 5)):
            key += words[k]
            if key in forms:
                return True
        return False


def load_speech(folder: Path) -> SpeechLexicon:
    """The speech tables of a pack. Raises PackError with the faults of a table."""
    verbs: dict[str, dict[str, SpeechRow]] = {}
    path = folder / "lexicon/reporting_verbs.tsv"
    columns = ("noun", "verbs", "act", "takes", "marker", "source")
    for number, (noun, stems, act, takes, marker, _) in enumerate(read_table(path, columns=columns), start=2):
        form = "" if noun == "-" else fold_form(noun)
        row = _row(path, number, form, (act, takes, marker), f"reporting_verbs:{noun} {stems.split()[0]}")
        for stem in stems.split():
            verbs.setdefault(fold_form(stem), {})[form] = row
    openers = _forms(folder / "lexicon/speech_openers.tsv", ("form", "act", "takes", "source"))
    sources = _forms(folder / "lexicon/speech_sources.tsv", ("form", "act", "source"))
    prefixes = frozenset(form[:n] for form in (*openers, *sources) for n in range(1, len(form) + 1))
    between = frozenset(row.form for rows in verbs.values() for row in rows.values() if row.takes == Takes.BETWEEN)
    words: dict[str, set[str]] = {
        kind: set() for kind in ("stop", "document", "first_person", "intensifier", "group", "third", "editor", "said", "spoken")
    }
    for form, kind, _ in read_table(folder / "lexicon/speech_words.tsv", columns=("form", "kind", "source")):
        words.setdefault(kind, set()).add(fold_form(form))
    return SpeechLexicon(
        verbs=verbs,
        openers=openers,
        sources=sources,
        prefixes=prefixes,
        between=between,
        words={k: frozenset(v) for k, v in words.items()},
        act_words=_act_words(folder / "lexicon/act_words.tsv"),
        media=_media(folder / "lexicon/speech_media.tsv"),
        whole=_whole(folder / "lexicon/speech_whole.tsv", verbs),
    )


def _act_words(path: Path) -> dict[str, tuple[Act, float]]:
    out: dict[str, tuple[Act, float]] = {}
    for number, (form, act, weight, _) in enumerate(read_table(path, columns=("form", "act", "weight", "source")), start=2):
        try:
            out[fold_form(form)] = (Act(act), float(weight))
        except ValueError as error:
            raise PackError([f"{path.name}:{number}: {error}"]) from error
    return out


def _whole(path: Path, verbs: dict[str, dict[str, SpeechRow]]) -> dict[str, tuple[str, int]]:
    """Words that hold a whole verb of saying: «برشمرد», «خبرداد». Those with a noun get a stem of their own."""
    out: dict[str, tuple[str, int]] = {}
    for number, (form, verb, person, _) in enumerate(read_table(path, columns=("form", "verb", "person", "source")), start=2):
        stem, _, noun = (fold_form(part) for part in verb.partition(":"))
        row = verbs.get(stem, {}).get(noun)
        if row is None or person not in ("3", "6"):
            raise PackError([f"{path.name}:{number}: verb is {verb!r}, expected one of reporting_verbs.tsv, and 3 or 6 for the person"])
        if noun:
            stem = f"{stem}:{noun}"
            verbs[stem] = {"": row}
        out[fold_form(form)] = (stem, int(person))
    return out


def _media(path: Path) -> dict[str, Medium]:
    out: dict[str, Medium] = {}
    for number, (form, medium, _) in enumerate(read_table(path, columns=("form", "medium", "source")), start=2):
        try:
            out[fold_form(form)] = Medium(medium)
        except ValueError as error:
            raise PackError([f"{path.name}:{number}: {error}"]) from error
    return out


def _forms(path: Path, columns: tuple[str, ...]) -> dict[str, SpeechRow]:
    out: dict[str, SpeechRow] = {}
    for number, cells in enumerate(read_table(path, columns=columns), start=2):
        form = fold_form(cells[0])
        takes = cells[2] if len(cells) == 4 else Takes.CLAUSE
        out[form] = _row(path, number, form, (cells[1], takes, ""), f"{path.stem}:{cells[0]}")
    return out


def _row(path: Path, number: int, form: str, cells: tuple[str, str, str], rule: str) -> SpeechRow:
    try:
        return SpeechRow(form, Act(cells[0]), Takes(cells[1]), tuple(map(fold_form, cells[2].split())), rule)
    except ValueError as error:
        raise PackError([f"{path.name}:{number}: {error}"]) from error
