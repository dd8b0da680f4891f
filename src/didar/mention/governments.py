"""Movements that govern: from a day on what they do is done for the state («طالبان» after 15 August 2021; codebook, section 1)."""

from collections.abc import Mapping, Sequence
from datetime import date

from didar.pack.rows import Mark, PartyRow, Row


def governed(marks: Sequence[Mark | None], *, day: date | None, governments: Mapping[str, tuple[date, str]]) -> list[Mark | None]:
    """The marks of a text of this day, movements that govern by then read as their states. day: None where it is not known."""
    acting = {party: state for party, (start, state) in governments.items() if day is not None and day >= start}
    if not acting:
        return list(marks)
    return [mark and mark._replace(rows=tuple(_for(row, acting) for row in mark.rows)) for mark in marks]


def _for(row: Row, acting: Mapping[str, str]) -> Row:
    if not isinstance(row, PartyRow) or row.party not in acting:
        return row
    return PartyRow(row.form, acting[row.party], row.use, "state", (), row.id)
