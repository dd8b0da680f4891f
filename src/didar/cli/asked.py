"""What the commands on a record share: options, days in either calendar, parties by name, and how an answer is printed."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from didar.calendars import jalali_month_days, jalali_to_date
from didar.edtf import edtf_days
from didar.errors import UsageError
from didar.letters import fold_form
from didar.pack import Pack
from didar.pack.rows import PartyRow

RECORD = click.argument("record", type=click.Path(path_type=Path), metavar="RECORD")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
JALALI = click.option("--jalali", is_flag=True, help="Show dates in the Jalali calendar.")
_JALALI = re.compile(r"(1[2-4]\d\d)(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Days(click.ParamType[int]):
    """A day, month or year, Gregorian or Jalali, as the ordinal of its first (or last) day."""

    name = "day"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        plain = fold_form(value).replace("/", "-")
        days = self._jalali(plain) if _JALALI.fullmatch(plain) else edtf_days(plain)
        if days is None:
            self.fail(f"“{value}” is no day; expected 2025-02-25, 2025-02, 2025 or Jalali 1403-12-07", param, ctx)
        return days[1 if self.last else 0].toordinal()

    @staticmethod
    def _jalali(value: str) -> Any:
        form = _JALALI.fullmatch(value)
        assert form is not None
        year, month, day = int(form[1]), int(form[2] or 0), int(form[3] or 0)
        if not 0 <= month <= 12:
            return None
        last_month = month or 12
        first = jalali_to_date(year, month or 1, day or 1)
        last = jalali_to_date(year, last_month, day or jalali_month_days(year, last_month))
        return (first, last) if first and last else None


def party_code(asked: str, *, pack: Pack) -> str:
    """The code of a party named by code or by any form of the gazetteer."""
    codes = set(pack.parties)
    if asked.upper() in codes:
        return asked.upper()
    found = {row.party for row in pack.forms.get(fold_form(asked), ()) if isinstance(row, PartyRow)}
    if len(found) == 1:
        return found.pop()
    if not found:
        raise UsageError(f"“{asked}” is no party that the pack knows; give a code (IRN) or a name («ایران»)")
    raise UsageError(f"“{asked}” may be {', '.join(sorted(found))}; give the code")


def now() -> str:
    """The clock of the command line, the only place that looks at one."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def today(asked: int | None) -> date:
    """The day that was asked for, else the clock's."""
    return date.fromordinal(asked) if asked else datetime.now(UTC).date()


def print_found(found: Any, lines: Iterable[str], *, as_json: bool) -> None:
    """One of both forms of what a view found."""
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line)
