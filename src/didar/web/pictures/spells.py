"""When an entry was, and how well that is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from didar.edtf import edtf_days, published_day
from didar.terms import DateBasis, EngagementKind

LASTING = frozenset([EngagementKind.VISIT, EngagementKind.CONFERENCE, EngagementKind.TALKS])
LONGEST = 31  # days: what is said to last longer is not known to the day
_DOUBT = re.compile(r"[~?%]")


@dataclass(frozen=True, slots=True)
class Spell:
    """First and last day, both included.

    lasting:  it went on through these days; otherwise it was on some day among them.
    open_first, open_last: it is not known how much earlier, how much later.
    dated:    False where only the day of the first report is known.
    assumed:  the day was taken from the publication.
    """

    first: date
    last: date
    lasting: bool = False
    open_first: bool = False
    open_last: bool = False
    dated: bool = True
    assumed: bool = False

    @property
    def sure(self) -> bool:
        """Whether the days are known as drawn."""
        return self.dated and not (self.open_first or self.open_last or self.assumed) and (self.lasting or self.first == self.last)


def spell_of(line: Mapping[str, Any]) -> Spell | None:
    """The spell of an entry in brief (`store.bodies.entry_line`); None where it has no day at all.

    EDTF level 1 is read as well: «2025-02~», «2025-02-03/..».
    """
    dated = spell_of_edtf(line.get("date"), kind=line.get("kind"))
    if dated is None:
        told = published_day(line.get("told"))
        return Spell(told, told, open_first=True, dated=False) if told else None
    if line.get("date_basis") == DateBasis.ASSUMED:
        return Spell(dated.first, dated.last, dated.lasting, dated.open_first, dated.open_last, assumed=True)
    return dated


def spell_of_edtf(value: str | None, *, kind: str | None = None) -> Spell | None:
    if not value:
        return None
    first, slash, last = value.partition("/")
    ends = (first, last if slash else first)
    known = [_DOUBT.sub("", end) for end in ends if end not in ("", "..")]
    days = edtf_days("/".join(known))
    if days is None:
        return None
    to_the_day = all(len(end) == 10 for end in known)
    lasting = kind in LASTING and to_the_day and days[0] < days[1] and (days[1] - days[0]).days < LONGEST
    return Spell(
        days[0],
        days[1],
        lasting=lasting,
        open_first=ends[0] in ("", "..") or bool(_DOUBT.search(ends[0])),
        open_last=ends[1] in ("", "..") or bool(_DOUBT.search(ends[1])),
    )
