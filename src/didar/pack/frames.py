"""Frames: which words set an engagement going, and how its arguments stand around them (frames/*.toml)."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from didar.errors import PackError
from didar.letters import fold_word
from didar.pack.morphology import noun_forms
from didar.pack.rows import WordRow
from didar.terms import EngagementKind, Mode


@dataclass(frozen=True, slots=True)
class Pattern:
    """One trigger with its argument structure.

    shape: how the arguments stand (`with`, `motion`, `gathering`, `process`, `letter`, `sign`, `summon`, `credentials`, `invite`).
    words: the trigger's forms; `exact` ones are taken as they are, the others with a noun's endings.
    needs: what must be there for the pattern to fire at all; see docs/pack.md.
    """

    id: str
    kind: EngagementKind
    shape: str
    words: tuple[str, ...]
    exact: tuple[str, ...]
    mode: Mode | None
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must fire (`fires`) or stay silent, with the reason of the latter."""

    kind: EngagementKind
    text: str
    fires: bool
    why: str
    file: str


@dataclass(frozen=True, slots=True)
class FrameSet:
    """All patterns by id, and all examples."""

    patterns: dict[str, Pattern]
    examples: tuple[Example, ...]

    def words(self) -> Iterator[WordRow]:
        """Every form of every trigger."""
        for pattern in self.patterns.values():
            for word in pattern.words:
                for form in noun_forms(word):
                    yield WordRow(form, "trigger", pattern.id, f"frames:{pattern.id}")
            for word in pattern.exact:
                yield WordRow(word, "trigger", pattern.id, f"frames:{pattern.id}")


def load_frames(folder: Path) -> FrameSet:
    """All frames of a folder; PackError with every fault."""
    faults: list[str] = []
    patterns: dict[str, Pattern] = {}
    examples: list[Example] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            kind = EngagementKind(data["kind"])
            for row in data.get("pattern", ()):
                pattern = _pattern(kind, row)
                if pattern.id in patterns:
                    faults.append(f"{path.name}: pattern {pattern.id} stands twice")
                patterns[pattern.id] = pattern
            examples += [Example(kind, row["text"], True, "", path.name) for row in data.get("example", ())]
            examples += [Example(kind, row["text"], False, row.get("why", ""), path.name) for row in data.get("not", ())]
        except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError) as error:
            faults.append(f"{path.name}: {error!r}")
    if faults:
        raise PackError(faults)
    return FrameSet(patterns, tuple(examples))


def _pattern(kind: EngagementKind, row: dict[str, Any]) -> Pattern:
    return Pattern(
        id=row["id"],
        kind=kind,
        shape=row["shape"],
        words=tuple(fold_word(w) for w in row.get("words", ())),
        exact=tuple(row.get("exact", ())),
        mode=Mode(row["mode"]) if "mode" in row else None,
        needs=tuple(row.get("needs", ())),
    )
