"""Candidates: tellings that share a key and whose days could meet. Everything else is never compared."""

from datetime import date, timedelta
from itertools import combinations

from didar.link.compare import AHEAD, Members, core_parties
from didar.record import Telling
from didar.terms import EngagementKind, Status

K = EngagementKind
FAMILY = {K.MEETING: "c", K.CALL: "c", K.TALKS: "c", K.CONFERENCE: "c"}
REACH = 4  # days that two firm tellings may be apart
MOST_PARTIES = 8
Window = tuple[int, int]
ALWAYS: Window = (0, 4_000_000)


def find_keys(telling: Telling, *, members: Members) -> tuple[str, ...]:
    """The keys of a telling: its family of kinds with each pair of its parties, a lone party or body by itself."""
    family = FAMILY.get(telling.engagement.kind, telling.engagement.kind.value)
    parties = sorted(core_parties(telling.engagement, members))
    keys = {f"{family}|{a}|{b}" for a, b in combinations(parties[:MOST_PARTIES], 2)}
    keys |= {f"{family}|{p}" for p in telling.engagement.parties if len(p) != 3 or len(parties) == 1}
    return tuple(sorted(keys))


def block_day(telling: Telling) -> int:
    """The day a telling is found by: its first day if firm, else its publication; 0 where neither is known."""
    if telling.firm and telling.days:
        return telling.days[0].toordinal()
    told = telling.published_day
    return told.toordinal() if told else 0


def firm_window(telling: Telling) -> Window:
    """Where the first day of a firm candidate of this firm telling can lie."""
    first, last = _days(telling)
    return first.toordinal() - REACH - 12, last.toordinal() + REACH


def vague_window(telling: Telling) -> Window:
    """Where the publication of an undated candidate of this telling can lie."""
    if telling.firm:
        first, last = _days(telling)
        return first.toordinal() - 61, last.toordinal() + 201
    told = telling.published_day
    if told is None:
        return ALWAYS
    reach = 45 if telling.engagement.kind is K.TALKS else 10
    return told.toordinal() - reach, told.toordinal() + reach


def dated_window(vague: Telling) -> Window:
    """Where the first day of a contact that an undated telling may mean can lie."""
    if days := vague.days:
        return days[0].toordinal() - 12, days[1].toordinal() + 1
    told = vague.published_day
    if told is None:
        return ALWAYS
    day, status = told.toordinal(), vague.engagement.status
    if status in AHEAD:
        return day - 13, day + 60
    if status in (Status.CALLED_OFF, Status.DENIED):
        return day - 42, day + 60
    return (day - 19, day + 1) if status is Status.ONGOING else (day - 212, day + 1)


def _days(telling: Telling) -> tuple[date, date]:
    days = telling.days
    if days is None:
        raise ValueError(f"{telling.key} is not dated")
    return days[0], max(days[1], days[0] + timedelta(0))
