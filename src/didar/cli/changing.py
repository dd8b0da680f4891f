"""What people change in a record: judge, correct, merge, split, remove, restore, undo, reread."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from didar import correcting, pipeline
from didar.cli.asked import AS_JSON, RECORD, now, print_found
from didar.cli.output import Progress, say, say_reject
from didar.errors import UsageError
from didar.model import Article, Reading, Reject
from didar.pack import load_pack
from didar.recording import Lore
from didar.recording import reread as reread_all
from didar.store import Store, open_record
from didar.terms import Verdict
from didar.views.claims import open_questions
from didar.views.explain import find_entry

F = TypeVar("F", bound=Callable[..., Any])


def decision(function: F) -> F:
    """Who decides, and why: both are kept."""
    function = click.option("--because", required=True, help="Why; kept and shown.")(function)
    return click.option("--author", default=None, help="Who decides. [default: the user's name]")(function)


def decided(because: str, author: str | None) -> dict[str, Any]:
    """The decision's own facts."""
    return {"because": because, "author": author or _user(), "at": now(), "lore": Lore.of(load_pack())}


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "person"


def _id(store: Store, asked: str) -> str:
    return find_entry(store, asked).id


@click.command()
@RECORD
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.argument("verdict", required=False, type=click.Choice([Verdict.SAME.value, Verdict.DIFFERENT.value]))
@click.option("--because", default="judged so", help="Why; kept and shown.")
@click.option("--author", default=None, help="Who decides. [default: the user's name]")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many open questions.")
@AS_JSON
def judge(
    record: Path, one: str | None, other: str | None, verdict: str | None, because: str, author: str | None, limit: int, as_json: bool
) -> None:
    """List pairs of entries that may be one contact; with two ids and a verdict decide on them. It binds.

    \b
    Example: didar judge record.db
    Example: didar judge record.db e1a2b3c4d e5f6a7b8c same --because "one call, told by both sides"
    """
    if one is None:
        with open_record(record) as store:
            found = open_questions(store, limit=limit)
        lines = (f"{q['one']} {q['other']}  score {q['score']}: {q['because']}" for q in found)
        print_found(found, lines, as_json=as_json)
        return
    if other is None or verdict is None:
        raise UsageError("to judge, give two entries and a verdict: same or different")
    with open_record(record, write=True) as store:
        ids = _id(store, one), _id(store, other)
        written = correcting.judge_entries(store, *ids, Verdict(verdict), **decided(because, author))
    say(f"{ids[0]} and {ids[1]} are {verdict}; written: {' '.join(written)}")


@click.command()
@RECORD
@click.argument("entry")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE…")
@decision
def correct(record: Path, entry: str, values: tuple[str, ...], because: str, author: str | None) -> None:
    """Set fields of an entry: date, place, kind, status, mode, parties, topics. Survives a newer reading.

    \b
    Example: didar correct record.db e1a2b3c4d date=2025-02-25 place=تهران/IRN --because "the ministry's own page"
    """
    pairs = [v.partition("=") for v in values]
    if any(not sign for _, sign, _ in pairs):
        raise UsageError("give what to set as FIELD=VALUE, for instance date=2025-02-25")
    facts = decided(because, author)
    with open_record(record, write=True) as store:
        entry_id = _id(store, entry)
        for field, _, value in pairs:
            correcting.correct_field(store, entry_id, field, value, **facts)
    say(f"{entry_id}: {', '.join(f for f, _, _ in pairs)} set")


@click.command()
@RECORD
@click.argument("one")
@click.argument("other")
@decision
def merge(record: Path, one: str, other: str, because: str, author: str | None) -> None:
    """Make two entries one; the older id stays, the other leads to it.

    \b
    Example: didar merge record.db e1a2b3c4d e5f6a7b8c --because "one visit"
    """
    with open_record(record, write=True) as store:
        entry = correcting.merge_entries(store, _id(store, one), _id(store, other), **decided(because, author))
    say(f"{one} and {other} are {entry.id}")


@click.command()
@RECORD
@click.argument("entry")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@decision
def split(record: Path, entry: str, articles: tuple[str, ...], because: str, author: str | None) -> None:
    """Say that these articles tell of another contact than the rest of the entry's sources.

    \b
    Example: didar split record.db e1a2b3c4d tg:alonews:121209 --because "the evening call"
    """
    with open_record(record, write=True) as store:
        ids = correcting.split_entry(store, _id(store, entry), articles, **decided(because, author))
    say(f"{entry} is now {' and '.join(ids)}")


@click.command()
@RECORD
@click.argument("entry")
@decision
def remove(record: Path, entry: str, because: str, author: str | None) -> None:
    """Say that an entry is no contact; it is set aside, not deleted.

    \b
    Example: didar remove record.db e1a2b3c4d --because "a film's plot"
    """
    with open_record(record, write=True) as store:
        entry_id = _id(store, entry)
        correcting.remove_entry(store, entry_id, **decided(because, author))
    say(f"{entry_id} is set aside; `didar restore {record} {entry_id}` brings it back")


@click.command()
@RECORD
@click.argument("entry")
@decision
def restore(record: Path, entry: str, because: str, author: str | None) -> None:
    """Bring back what was removed.

    \b
    Example: didar restore record.db e1a2b3c4d --because "it was one after all"
    """
    with open_record(record, write=True) as store:
        found = correcting.restore_entry(store, entry, **decided(because, author))
    say(f"{found.id} is back")


@click.command()
@RECORD
@click.argument("number", type=click.IntRange(1))
@decision
def undo(record: Path, number: int, because: str, author: str | None) -> None:
    """Take back a correction, merge, split, judgement or removal by its number in `didar history`.

    \b
    Example: didar undo record.db 3 --because "the other date was right"
    """
    with open_record(record, write=True) as store:
        ids = correcting.undo_correction(store, number, **decided(because, author))
    say(f"{number} is undone; written: {' '.join(ids)}")


@click.command()
@RECORD
@click.option("--all", "every", is_flag=True, help="Also articles whose reading is of the present versions.")
def reread(record: Path, every: bool) -> None:
    """Read the record's articles again with the present didar and pack. What people decided stays.

    \b
    Example: didar reread record.db
    """
    pack = load_pack()
    lore = Lore.of(pack)

    def read_one(article: Article) -> Reading:
        return pipeline.read_article(article, pack=pack)

    versions = None if every else dict(read_one(Article(id="", text="")).versions)
    changed = count = 0
    progress = Progress("articles read again")
    with open_record(record, write=True) as store:
        for done in reread_all(store, read=read_one, lore=lore, at=now(), versions=versions):
            progress.step()
            count += 1
            if isinstance(done, Reject):
                say_reject(done)
            elif not done.known:
                changed += 1
    progress.done()
    say(f"{record}: {count} articles read again, {changed} readings changed")


CHANGES: list[click.Command] = [judge, correct, merge, split, remove, restore, undo, reread]
