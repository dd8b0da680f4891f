"""`didar pack`: check a language pack, try a sentence, compare two packs."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from didar import trial
from didar.cli.output import Progress, say_reject
from didar.gathering import gather
from didar.model import Article, Reject
from didar.pack import DEFAULT, load_pack
from didar.shape import reading_to_dict

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_EMPTY: tuple[Any, ...] = (None, [], {}, "")


@click.group()
def pack() -> None:
    """Check, try and compare language packs."""


@pack.command()
@click.argument("folder", type=_FOLDER, required=False)
def check(folder: Path | None) -> None:
    """List every fault of a pack (our own where FOLDER is left out).

    Shape, letters, spelling, references and order of the tables; each example must fire, each near miss be silent.
    Exit code 1 where there are faults.

    \b
    Example: didar pack check my-pack
    """
    faults = trial.check_pack(folder or DEFAULT)
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{len(faults)} faults", err=True)
        raise click.exceptions.Exit(1)
    loaded = load_pack(folder)
    examples = loaded.frames.examples
    fire = sum(e.fires for e in examples)
    click.echo(
        f"no faults: {len(loaded.forms):,} forms, {len(loaded.frames.patterns)} patterns, "
        f"{fire} examples that fire, {len(examples) - fire} near misses that are silent"
    )
    if silent := trial.silent_patterns(loaded):
        click.echo(f"patterns without an example: {', '.join(silent)}", err=True)


@pack.command("try")
@click.argument("sentence")
@click.option("--published", metavar="DATE", default=trial.ANCHOR, show_default=True, help="Publication day, for «امروز» and the like.")
@click.option("--pack", "folder", type=_FOLDER, help="Another language pack than our own.")
@click.option("--json", "as_json", is_flag=True, help="The whole reading as JSON.")
def try_(sentence: str, published: str, folder: Path | None, as_json: bool) -> None:
    """Show what SENTENCE gives: what is named in it, then each fact, with its words and the pattern that found it.

    \b
    Example: didar pack try "وزیر خارجه ایران با همتای عمانی خود دیدار کرد."
    """
    loaded = load_pack(folder)
    reading = trial.read_sentence(sentence, pack=loaded, published=published)
    facts = reading_to_dict(reading)
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    for seen in trial.find_mentions(sentence, pack=loaded, published=published):
        means = f" → {seen.means}" if seen.means else ""
        click.echo(f"{seen.span[0]}–{seen.span[1]} «{sentence[seen.span[0] : seen.span[1]]}» {seen.what}{means}   [{seen.rule}]")
    click.echo()
    shown = 0
    for section in ("engagements", "statements", "agreements", "offices", "claims", "unresolved", "set_aside"):
        for fact in facts[section]:
            shown += 1
            click.echo("\n".join(_lines(section, fact, sentence)))
    if not shown:
        click.echo("nothing: no engagement, statement, agreement, office or claim")


def _lines(section: str, fact: dict[str, Any], text: str) -> list[str]:
    """A fact as indented lines; people in one line each."""
    why = fact.get("why") or {}
    head = " ".join(filter(None, [section.rstrip("s"), fact.get("kind") or fact.get("act") or fact.get("reason"), fact.get("status")]))
    lines = [f"{head}   [{why.get('pattern', '-')}]"]
    for key, value in fact.items():
        if key in ("id", "kind", "act", "status", "reason", "why") or value in _EMPTY or value is False:
            continue
        if key in ("participants", "speakers"):
            lines += [f"  {key[:-1]}: {_person(person)}" for person in value]
        elif key in ("evidence", "span"):
            spans = [value] if key == "span" else value
            lines += [f"  {key}: {start}–{end} «{text[start:end].strip()}»" for start, end in spans]
        else:
            lines.append(f"  {key}: {_plain(value)}")
    return lines


def _person(person: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in person.items() if value not in _EMPTY and value is not False)


def _plain(value: object) -> str:
    if isinstance(value, list):
        return " · ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(str(item) for item in value.values() if item not in _EMPTY)
    return str(value)


@pack.command()
@click.argument("old", type=_FOLDER)
@click.argument("new", type=_FOLDER)
@click.option(
    "--on", "sources", multiple=True, required=True, metavar="ARTICLES", help="Articles to read with both; may be given more than once."
)
@click.option("--json", "as_json", is_flag=True, help="One change a line as JSON.")
def compare(old: Path, new: Path, sources: tuple[str, ...], as_json: bool) -> None:
    """List the facts that pack NEW gains, loses and changes against pack OLD.

    \b
    Example: didar pack compare old-pack new-pack --on news.jsonl
    """
    packs = load_pack(old), load_pack(new)
    articles: list[Article] = []
    counts: Counter[str] = Counter()
    for item in gather(sources):
        if isinstance(item, Reject):
            say_reject(item)
        else:
            articles.append(item)
    progress = Progress("changes")
    for change in trial.compare_packs(*packs, articles):
        counts[change.how] += 1
        progress.step()
        if as_json:
            row = {"article": change.article, "section": change.section, "how": change.how, "fact": change.fact, "fields": change.fields}
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            sign = {"gained": "+", "lost": "-", "changed": "~"}[change.how]
            what = change.fact.get("kind") or change.fact.get("act") or change.fact.get("name") or ""
            click.echo(f"{sign} {change.article} {change.section} {what}: «{change.quote[:90]}»")
            for key, (before, after) in change.fields.items():
                click.echo(f"    {key}: {json.dumps(before, ensure_ascii=False)} → {json.dumps(after, ensure_ascii=False)}")
    progress.done()
    click.echo(f"{len(articles)} articles: {counts['gained']} gained, {counts['lost']} lost, {counts['changed']} changed", err=True)
