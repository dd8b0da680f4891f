"""Commands on a record: thin functions, one library call each. Data on stdout, messages on stderr."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from didar import pipeline
from didar.checking import check_reading
from didar.cli.asked import AS_JSON, JALALI, RECORD, Days, now, party_code, print_found
from didar.cli.changing import CHANGES
from didar.cli.fetching import make_fetch
from didar.cli.output import Progress, open_output, say, say_reject
from didar.cli.questions import QUESTIONS
from didar.cli.serve import serve
from didar.errors import SourceError, UsageError
from didar.exports.jsonl import export_jsonl
from didar.exports.table import export_csv
from didar.gathering import gather
from didar.model import Article, Reading, Reject
from didar.pack import load_pack
from didar.recording import Added, Lore, add_article, add_reading, add_reject
from didar.store import EntryFilter, Store, open_record
from didar.terms import EngagementKind, Reason, Status
from didar.views import text
from didar.views.explain import explain as explain_id
from didar.views.timeline import count_timeline, read_timeline

PAGE = 200  # entries that are printed where no limit was asked for


def read_one(article: Article) -> Reading:
    """Our own reader with the shipped pack."""
    return pipeline.read_article(article, pack=load_pack())


@click.command()
@RECORD
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--readings", is_flag=True, help="SOURCE holds readings made elsewhere, one a line, instead of articles.")
@click.option("--author", help="Who made these readings: a person or a program.")
def add(record: Path, sources: tuple[str, ...], readings: bool, author: str | None) -> None:
    """Read articles and merge what they report into the record.

    SOURCE is as for `didar read`. An article that the record holds already changes nothing; another text at the same
    address is kept as a version, and all versions count as one source. What cannot be read is kept with its reason. Exit
    code: 0; 1 when something was rejected; 2 for wrong usage.

    \b
    Example: didar add record.db news.jsonl
    Example: didar add record.db https://www.irna.ir/news/85826231
    Example: didar add record.db readings.jsonl --readings --author "M. Karimi"
    """
    if readings != (author is not None):
        raise UsageError("--readings and --author go together: readings made elsewhere need to say whose they are")
    lore = Lore.of(load_pack())
    found = gather(sources, fetch=make_fetch()) if author is None else None
    with open_record(record, write=True) as store:
        items = read_lines(sources, store) if found is None else found
        counts = _add_all(store, items, lore=lore, author=author)
    say(f"{record}: {counts['added']} articles added, {counts['known']} known already, {counts['rejected']} rejected")
    if counts["rejected"]:
        raise click.exceptions.Exit(1)


def _add_all(store: Store, items: Iterable[Article | Reading | Reject], *, lore: Lore, author: str | None) -> Counter[str]:
    """Add them one by one, each in its own transaction; in a terminal show how many."""
    counts: Counter[str] = Counter()
    progress = Progress("articles added")
    for item in items:
        done = _add_item(store, item, lore=lore, author=author)
        if isinstance(done, Reject):
            counts["rejected"] += 1
            say_reject(done)
            add_reject(store, done, at=now())
            continue
        counts["known" if done.known else "added"] += 1
        progress.step()
    progress.done()
    return counts


def _add_item(store: Store, item: Article | Reading | Reject, *, lore: Lore, author: str | None) -> Added | Reject:
    if isinstance(item, Reject):
        return item
    if isinstance(item, Reading):
        return add_reading(store, item, lore=lore, at=now(), author=author or "")
    return add_article(store, item, read=read_one, lore=lore, at=now())


def read_lines(sources: Iterable[str], store: Store) -> Iterator[Reading | Reject]:
    """Readings made elsewhere, checked; each fault is a Reject, the rest of the reading is kept."""
    for source in sources:
        if source != "-" and not Path(source).is_file():
            raise SourceError(f"{source}: there is no such file of readings")
        with click.open_file(source, "r", encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield from _read_line(line, f"{source}:{number}", store)


def _read_line(line: str, where: str, store: Store) -> Iterator[Reading | Reject]:
    try:
        row = json.loads(line)
    except ValueError as fault:
        yield Reject(where=where, reason=Reason.BAD_JSON, detail=f"not JSON: {fault}")
        return
    if not isinstance(row, dict):
        yield Reject(where=where, reason=Reason.BAD_JSON, detail="not a JSON object")
        return
    reading, faults = check_reading(row, find_article=store.article)
    for told in faults:
        yield Reject(where=where, reason=Reason.BAD_FIELD, detail=told)
    if reading is not None:
        yield reading


def filters(function: Any) -> Any:
    """The options by which entries are chosen."""
    for option in reversed(
        [
            click.option("--party", "parties", multiple=True, help="A party by code or name; given twice: both take part."),
            click.option("--person", "persons", multiple=True, help="A name, whole or its last words; given twice: both take part."),
            click.option("--kind", "kinds", multiple=True, type=click.Choice([k.value for k in EngagementKind]), help="Of this kind."),
            click.option("--status", "statuses", multiple=True, type=click.Choice([s.value for s in Status]), help="In this state."),
            click.option("--place", help="A city as written, or a country's code."),
            click.option("--since", type=Days(), help="First day: 2025-02-25, 2025-02, 2025, or Jalali 1403-12-07."),
            click.option("--until", type=Days(last=True), help="Last day, in the same forms."),
            click.option("--limit", type=click.IntRange(1), help="At most so many, the newest. [default: 200 as text, all as JSON]"),
        ]
    ):
        function = option(function)
    return function


def make_filter(**asked: Any) -> EntryFilter:
    """What was asked, in the store's words."""
    pack = load_pack()
    return EntryFilter(
        parties=tuple(party_code(p, pack=pack) for p in asked["parties"]),
        persons=asked["persons"],
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
@click.argument("who", metavar="[PARTY]…", nargs=-1)
@filters
@JALALI
@AS_JSON
def timeline(record: Path, who: tuple[str, ...], jalali: bool, as_json: bool, **asked: Any) -> None:
    """Print the engagements of the record in order of time, all or those of some parties.

    \b
    Example: didar timeline record.db IRN روسیه --since 1403-10
    """
    asked["parties"] = (*who, *asked["parties"])
    most: int | None = asked["limit"] or (None if as_json else PAGE)
    with open_record(record) as store:
        lines = read_timeline(store, make_filter(**{**asked, "limit": most and most + 1}))
        cut = most is not None and len(lines) > most
        there = count_timeline(store, make_filter(**asked)) if cut else 0
    if cut:
        lines = lines[-(most or 0) :]
        say(_left_out(lines, there))
    print_found(lines, text.timeline_text(lines, jalali=jalali), as_json=as_json)


def _left_out(lines: list[Any], there: int) -> str:
    """What a page does not show: how many, and from when on it is whole."""
    since = next((day for line in lines if (day := line["date"] or line["told"])), None)
    older = f"{there - len(lines)} older ones of {there}"
    return f"the newest {len(lines)} are shown, {older} are left out: --limit N shows more, --until {since or 'DAY'} what came before"


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
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True, help="The form.")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
def export(record: Path, form: str, output: str | None) -> None:
    """Write the whole record: one object a line, each with its sources; or the engagements as a table.

    \b
    Example: didar export record.db --format jsonl -o record.jsonl
    """
    with open_record(record) as store, open_output(output) as stream:
        for line in export_csv(store) if form == "csv" else _lines(export_jsonl(store)):
            stream.write(line)


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    return (json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" for row in rows)


COMMANDS: list[click.Command] = [add, timeline, explain, *QUESTIONS, *CHANGES, serve, export]
