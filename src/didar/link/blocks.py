"""Candidates: tellings that share a key and whose days could meet. Everything else is never compared."""

from datetime import date
from itertools import combinations

from didar.link.compare import AHEAD, Members, core_parties
from didar.record import Telling
from didar.terms import EngagementKind, Status

K = EngagementKind
FAMILY = {K.MEETING: "c", K.CALL: "c", K.TALKS: "c", K.CONFERENCE: "c"}
REACH = 4  # days that two firm tellings may be apart
MOST_PARTIES = 8
Window = tuple[int, int]
Block = tuple[str, bool, int]  # key, dated, day as an ordinal
EVER = 36_525  # days: a named instrument is spoken of long after it was signed
ALWAYS: Window = (0, 4_000_000)


def find_keys(telling: Telling, *, members: Members) -> tuple[str, ...]:
    """The keys of a telling: its family of kinds with each pair of its parties, a lone party or body by itself."""
    family = FAMILY.get(telling.engagement.kind, telling.engagement.kind.value)
    parties = sorted(core_parties(telling.engagement, members))
    keys = {f"{family}|{a}|{b}" for a, b in combinations(parties[:MOST_PARTIES], 2)}
    keys |= {f"{family}|{p}" for p in telling.engagement.parties if len(p) != 3 or len(parties) == 1}
    return tuple(sorted(keys))


def block_rows(telling: Telling, *, members: Members) -> tuple[Block, ...]:
    """The rows a telling is found by: (key, dated, day). Dated ones by their first day, the others by their publication
    (0 where unknown), and those that name a month or a year by its first day as well, under a key of their own."""
    keys = find_keys(telling, members=members)
    days, told = telling.days, telling.published_day
    if telling.firm and days:
        return tuple((k, True, days[0].toordinal()) for k in keys)
    rows = tuple((k, False, told.toordinal() if told else 0) for k in keys)
    return rows if days is None else rows + tuple((range_key(k), False, days[0].toordinal()) for k in keys)


def range_key(key: str) -> str:
    """The key under which tellings that name only a month or a year are found by it."""
    return f"{key}~"


def firm_window(telling: Telling) -> Window:
    """Where the first day of a firm candidate of this firm telling can lie."""
    first, last = _days(telling)
    return first.toordinal() - REACH - 12, last.toordinal() + REACH


def vague_window(telling: Telling) -> Window:
    """Where the publication of an undated candidate of this telling can lie."""
    if telling.firm:
        first, last = _days(telling)
        return first.toordinal() - 61, last.toordinal() + (EVER if telling.instruments else 201)
    told = telling.published_day
    if told is None:
        return ALWAYS
    reach = 45 if telling.engagement.kind is K.TALKS else 10
    return told.toordinal() - reach, told.toordinal() + reach


def range_window(firm: Telling) -> Window:
    """Where the first day of a month or year that holds this dated telling can lie."""
    first, last = _days(firm)
    return first.toordinal() - 367, last.toordinal() + 12


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
    return (day - 19, day + 1) if status is Status.ONGOING else (day - (EVER if vague.instruments else 212), day + 1)


def _days(telling: Telling) -> tuple[date, date]:
    days = telling.days
    if days is None:
        raise ValueError(f"{telling.key} is not dated")
    return days
