"""What a person sets in an entry: evidence with an author, laid over what the sources say."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from didar.edtf import edtf_days
from didar.errors import UsageError
from didar.model import Place
from didar.record import Correction, Entry
from didar.terms import EngagementKind, Mode, Status


def _date(entry: Entry, value: str) -> Entry:
    if value and edtf_days(value) is None:
        raise UsageError(f"date is “{value}”, expected EDTF: 2025-02-25, 2025-02, 2025-02-25/2025-02-26, or empty")
    return replace(entry, date=value or None)


def _place(entry: Entry, value: str) -> Entry:
    """«تهران» or «تهران/IRN»."""
    name, _, country = value.partition("/")
    return replace(entry, place=Place(name=name, country=country or (entry.place.country if entry.place else None)) if name else None)


def _known(value: str, words: type[StrEnum], field: str) -> str:
    if value not in {w.value for w in words}:
        raise UsageError(f"{field} is “{value}”, expected one of {', '.join(sorted(words))}")
    return value


def _words(value: str) -> tuple[str, ...]:
    return tuple(sorted(value.replace(",", " ").split()))


FIELDS: dict[str, Callable[[Entry, str], Entry]] = {
    "date": _date,
    "place": _place,
    "kind": lambda entry, value: replace(entry, kind=EngagementKind(_known(value, EngagementKind, "kind"))),
    "status": lambda entry, value: replace(entry, status=Status(_known(value, Status, "status"))),
    "mode": lambda entry, value: replace(entry, mode=Mode(_known(value, Mode, "mode"))),
    "parties": lambda entry, value: replace(entry, parties=_words(value)),
    "topics": lambda entry, value: replace(entry, topics=_words(value)),
}


def apply_correction(entry: Entry, correction: Correction) -> Entry:
    """The entry with one field set. A field or value outside the codebook raises UsageError."""
    if correction.field not in FIELDS:
        raise UsageError(f"an entry has no field “{correction.field}” to set, only {', '.join(sorted(FIELDS))}")
    changed = FIELDS[correction.field](entry, correction.value or "")
    return replace(changed, corrected=tuple(sorted({*entry.corrected, correction.field})))
