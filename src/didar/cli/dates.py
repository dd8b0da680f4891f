"""`didar dates`: the time expressions of a text."""

import json
from datetime import date
from typing import Any

import click

from didar.errors import UsageError


@click.command()
@click.argument("text")
@click.option("--published", metavar="DATE", help="Publication day, YYYY-MM-DD: what «امروز» is counted from.")
@click.option("--json", "as_json", is_flag=True, help="One expression a line as JSON.")
def dates(text: str, published: str | None, as_json: bool) -> None:
    """Find the time expressions of TEXT (- for standard input) and the days they mean, in EDTF.

    \b
    Example: didar dates "سه‌شنبه ۷ اسفند" --published 2025-02-25
    """
    from didar import find_dates

    if published is not None:
        try:
            date.fromisoformat(published[:10])
        except ValueError as error:
            raise UsageError(f'--published is "{published}", expected a day such as 2025-02-25') from error
    if text == "-":
        text = click.get_text_stream("stdin", encoding="utf-8").read()
    for found in find_dates(text, published=published):
        row = _row(found, text)
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            start, end = row["span"]
            click.echo(
                f"{start}–{end}\t{row['text']}\t{row['value'] or '(' + str(row['reason']) + ')'}\t{row['kind']}\t{row['calendar'] or '-'}"
            )


def _row(found: Any, text: str) -> dict[str, Any]:
    return dict(found)
