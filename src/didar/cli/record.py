"""Commands on a record: thin functions, one library call each. Data on stdout, messages on stderr."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from didar import pipeline
from didar.cli.asked import Days, party_code
from didar.cli.output import Progress, open_output, say, say_reject
from didar.exports.jsonl import export_jsonl
from didar.gather import read_sources
from didar.model import Article, Reading, Reject
from didar.pack import load_pack
from didar.recording import Lore, add_article, add_reject
from didar.store import EntryFilter, open_record
from didar.terms import EngagementKind, Status
from didar.views import text
from didar.views.explain import explain as explain_id
from didar.views.timeline import read_timeline

RECORD = click.argument("record", type=click.Path(path_type=Path), metavar="RECORD")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
JALALI = click.option("--jalali", is_flag=True, help="Show dates in the Jalali calendar.")


def now() -> str:
    """The clock of the command line, the only place that looks at one."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read_one(article: Article) -> Reading:
    """Our own reader with the shipped pack."""
    return pipeline.read_article(article, pack=load_pack())


def print_found(found: Any, lines: Iterable[str], *, as_json: bool) -> None:
    """One of both forms of what a view found."""
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line)


@click.command()
@RECORD
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
def add(record: Path, sources: tuple[str, ...]) -> None:
    """Read articles and merge what they report into the record.

    An article that the record holds already changes nothing. What cannot be read is kept with its reason.

    \b
    Example: didar add record.db news.jsonl
    """
    found = read_sources(sources)
    lore = Lore.of(load_pack())
    counts = {"added": 0, "known": 0, "rejected": 0}
    progress = Progress("articles added")
    with open_record(record, write=True) as store:
        for item in found:
            done = item if isinstance(item, Reject) else add_article(store, item, read=read_one, lore=lore, at=now())
            if isinstance(done, Reject):
                counts["rejected"] += 1
                say_reject(done)
                add_reject(store, done, at=now())
                continue
            counts["known" if done.known else "added"] += 1
            progress.step()
        progress.done()
    say(f"{record}: {counts['added']} articles added, {counts['known']} known already, {counts['rejected']} rejected")
    if counts["rejected"]:
        raise click.exceptions.Exit(1)


def filters(function: Any) -> Any:
    """The options by which entries are chosen."""
    for option in reversed(
        [
            click.option("--party", "parties", multiple=True, help="A party by code or name; given twice: both take part."),
            click.option("--person", help="A name, whole or its last words."),
            click.option("--kind", "kinds", multiple=True, type=click.Choice([k.value for k in EngagementKind])),
            click.option("--status", "statuses", multiple=True, type=click.Choice([s.value for s in Status])),
            click.option("--place", help="A city as written, or a country's code."),
            click.option("--since", type=Days(), help="First day: 2025-02-25, 2025-02, 2025, or Jalali 1403-12-07."),
            click.option("--until", type=Days(last=True), help="Last day, in the same forms."),
            click.option("--limit", type=click.IntRange(1), help="At most so many, the newest."),
        ]
    ):
        function = option(function)
    return function


def make_filter(**asked: Any) -> EntryFilter:
    """What was asked, in the store's words."""
    pack = load_pack()
    return EntryFilter(
        parties=tuple(party_code(p, pack=pack) for p in asked["parties"]),
        person=asked["person"],
        kinds=asked["kinds"],
        statuses=asked["statuses"],
        country=asked["place"],
        since=asked["since"],
        until=asked["until"],
        limit=asked["limit"],
        newest=asked["limit"] is not None,
    )


@click.command()
@RECORD
@filters
@JALALI
@AS_JSON
def timeline(record: Path, jalali: bool, as_json: bool, **asked: Any) -> None:
    """Print the engagements of the record in order of time.

    \b
    Example: didar timeline record.db --party IRN --party روسیه --since 1403-10
    """
    with open_record(record) as store:
        lines = read_timeline(store, make_filter(**asked))
    print_found(lines, text.timeline_text(lines, jalali=jalali), as_json=as_json)


@click.command()
@RECORD
@click.argument("thing", metavar="ID")
@JALALI
@AS_JSON
def explain(record: Path, thing: str, jalali: bool, as_json: bool) -> None:
    """Show what an entry, statement, agreement, claim or article rests on: sentences, patterns, field by field.

    \b
    Example: didar explain record.db e1a2b3c4d
    """
    with open_record(record) as store:
        found = explain_id(store, thing)
    print_found(found, text.explain_text(found, jalali=jalali), as_json=as_json)


@click.command()
@RECORD
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
def export(record: Path, form: str, output: str | None) -> None:
    """Write the whole record: one object a line, each with its sources.

    \b
    Example: didar export record.db --format jsonl -o record.jsonl
    """
    with open_record(record) as store, open_output(output) as stream:
        for line in _lines(export_jsonl(store)):
            stream.write(line)


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    return (json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" for row in rows)


COMMANDS: list[click.Command] = [add, timeline, explain, export]
