"""The small words that make, unmake or date a contact (lexicon/contact_cues.tsv).

They are looked up on their own, apart from the pack's other forms, so that «سران» beside a conference hides no office.
"""

from collections.abc import Sequence
from pathlib import Path

from didar.letters import fold_form
from didar.pack.tables import read_table

LONGEST = 5


class ContactCues:
    """Folded form without blanks → (kind, value) pairs."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        self._rows: dict[str, dict[str, str]] = {}
        for form, kind, value in rows:
            self._rows.setdefault(fold_form(form), {})[kind] = value

    def at(self, words: Sequence[str], token: int, kind: str) -> tuple[str, int] | None:
        """The value of the longest form of this kind that begins at a token, and the token after it."""
        found: tuple[str, int] | None = None
        key = ""
        for end in range(token, min(len(words), token + LONGEST)):
            key += words[end]
            row = self._rows.get(key)
            if row is not None and kind in row:
                found = row[kind], end + 1
        return found

    def before(self, words: Sequence[str], token: int, kind: str) -> int | None:
        """Where the form of this kind begins that ends just before a token."""
        key = ""
        found: int | None = None
        for start in range(token - 1, max(-1, token - 1 - LONGEST), -1):
            key = words[start] + key
            row = self._rows.get(key)
            if row is not None and kind in row:
                found = start
        return found


def load_contact_cues(folder: Path) -> ContactCues:
    """The cues of a pack. Raises PackError with the faults of the table."""
    rows = read_table(folder / "lexicon/contact_cues.tsv", columns=("form", "kind", "value", "source"))
    return ContactCues([(form, kind, value) for form, kind, value, _ in rows])
