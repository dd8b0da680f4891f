"""Publication dates as machines write them: ISO 8601 and its mistakes, RFC 2822, the US form; Jalali years recognised."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from didar.calendars import jalali_to_date

FIRST_YEAR, LAST_YEAR = 1990, 2100  # of publication dates that are believed

_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\s*", re.I
)
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP])M", re.I)
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:UTC)?([+-]\d{2}:?\d{2})?)?")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A publication date. `clock`: local (hour, minute) at the offset told, None where only the day is; offset: from UTC, where told."""

    day: date
    clock: tuple[int, int] | None = None
    offset: timedelta | None = None

    def local(self, zone: tzinfo) -> "Stamp":
        """The same moment as the clocks of `zone` show it; unchanged where no offset is told."""
        if self.clock is None or self.offset is None:
            return self
        moment = datetime(self.day.year, self.day.month, self.day.day, *self.clock) - self.offset
        there = moment.replace(tzinfo=UTC).astimezone(zone)
        return Stamp(there.date(), (there.hour, there.minute), there.utcoffset())

    def unzoned(self) -> "Stamp":
        """Day and clock as written, the offset not believed."""
        return Stamp(self.day, self.clock)

    def iso(self, zone: tzinfo) -> str:
        """ISO 8601: the day alone, or the local moment with the offset of `zone`."""
        if self.clock is None:
            return self.day.isoformat()
        here = self.local(zone)
        hour, minute = here.clock or (0, 0)
        moment = datetime(here.day.year, here.day.month, here.day.day, hour, minute, tzinfo=zone)
        return moment.isoformat(timespec="minutes")


def read_stamp(value: str) -> Stamp | None:
    """The date that a machine wrote, in either calendar; None where it is none, or outside the years of the net."""
    value = value.translate(_DIGITS).strip()
    if found := _ISO.match(value):
        year, month, day, hour, minute = (int(x) if x else None for x in found.groups()[:5])
        return _stamp((year, month, day), (hour, minute), found[7])
    if found := _US.match(value):
        hour = int(found[4]) % 12 + (12 if found[7] in "Pp" else 0)
        return _stamp((int(found[3]), int(found[1]), int(found[2])), (hour, int(found[5])), None)
    if found := _DAY_FIRST.match(value):
        clock = (int(found[4]), int(found[5])) if found[4] else (None, None)
        return _stamp((int(found[3]), int(found[2]), int(found[1])), clock, found[7])
    return _rfc(value)


def _stamp(parts: tuple[int | None, int | None, int | None], clock: tuple[int | None, int | None], zone: str | None) -> Stamp | None:
    year, month, day = (part or 0 for part in parts)
    when = jalali_to_date(year, month, day) if 1300 <= year < 1500 else _gregorian(year, month, day)
    if when is None or not FIRST_YEAR <= when.year <= LAST_YEAR:
        return None
    hour, minute = clock
    if hour is None or minute is None or hour > 23 or minute > 59:
        return Stamp(when)
    return Stamp(when, (hour, minute), _offset(zone))


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return timedelta(0)
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))


def _rfc(value: str) -> Stamp | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return Stamp(moment.date(), (moment.hour, moment.minute), moment.utcoffset())


def zone_of(timezone: str | None, host: str) -> ZoneInfo:
    """The clocks of an outlet: as the pack says, else Kabul for .af and Tehran for the rest."""
    return ZoneInfo(timezone or ("Asia/Kabul" if host.endswith(".af") else "Asia/Tehran"))
