"""What the commands on a record share: options, days in either calendar, parties by name, and how an answer is printed."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from didar.views.asking import party_code, read_days

__all__ = ["AS_JSON", "JALALI", "RECORD", "Days", "now", "party_code", "print_found", "today"]

RECORD = click.argument("record", type=click.Path(path_type=Path), metavar="RECORD")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
JALALI = click.option("--jalali", is_flag=True, help="Show dates in the Jalali calendar.")


class Days(click.ParamType[int]):
    """A day, month or year, Gregorian or Jalali, as the ordinal of its first (or last) day."""

    name = "day"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        days = read_days(value)
        if days is None:
            self.fail(f"“{value}” is no day; expected 2025-02-25, 2025-02, 2025 or Jalali 1403-12-07", param, ctx)
        return days[1 if self.last else 0].toordinal()


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
