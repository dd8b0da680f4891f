"""`didar dates`: the time expressions of a text."""

import json
import sys
from dataclasses import asdict
from datetime import date

import click

from didar.dates import find_dates
from didar.errors import UsageError


@click.command()
@click.argument("text")
@click.option("--published", metavar="DATE", help="Publication day or time, ISO 8601: what «امروز» is counted from.")
@click.option("--json", "as_json", is_flag=True, help="One expression a line as JSON.")
def dates(text: str, published: str | None, as_json: bool) -> None:
    """Find the time expressions of TEXT and the days they mean.

    TEXT is - for standard input; days are EDTF, Gregorian. Columns: span, words, value (or the reason why there is
    none, in brackets), kind, calendar.

    \b
    Example: didar dates "سه‌شنبه ۷ اسفند" --published 2025-02-25
    """
    if published is not None:
        try:
            date.fromisoformat(published[:10])
        except ValueError as error:
            raise UsageError(f'--published is "{published}", expected a day such as 2025-02-25') from error
    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    for found in find_dates(text, published):
        if as_json:
            click.echo(json.dumps(asdict(found), ensure_ascii=False))
        else:
            value = found.value or f"({found.reason})"
            words = " ".join(found.text.split())
            click.echo(f"{found.span[0]}–{found.span[1]}\t{words}\t{value}\t{found.kind}\t{found.calendar or '-'}")
