"""`didar watch`: feeds into a record, politely, until stopped; `didar feeds`: which they are and how they fare."""

import shutil
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import click

from didar import pipeline
from didar.cli import fetching
from didar.cli.asked import AS_JSON, RECORD, print_found
from didar.cli.output import say, say_reject
from didar.errors import RecordError, UsageError
from didar.fetch import Fetcher
from didar.fetch.fetcher import CONTACT
from didar.fetch.manners import DELAY
from didar.model import Article, Reading, Reject
from didar.pack import DEFAULT, load_pack
from didar.pack.feeds import load_feeds, outlet_names
from didar.recording import Lore
from didar.store import open_record
from didar.views import text
from didar.views.feeds import read_feeds
from didar.watch.keeping import Totals, reader_failed
from didar.watch.loop import SystemClock, View, Watch
from didar.watch.making import Pages, Parts, make_watch
from didar.watch.schedule import Pace
from didar.watched import Feed

FEEDS = click.option(
    "--feeds", "table", type=click.Path(dir_okay=False, path_type=Path), help="Another table of feeds than the pack's own feeds.tsv."
)
OUTLETS = click.option("--outlet", "outlets", multiple=True, help="Only this outlet or feed, by its id in the table; may be repeated.")


@click.command()
@RECORD
@FEEDS
@OUTLETS
@click.option("--once", is_flag=True, help="Look at every feed that is due, read what is new, and end: for cron.")
@click.option("--minutes", type=click.FloatRange(0.01), help="End after so many minutes, whether or not all is done.")
@click.option(
    "--every", type=click.FloatRange(1), default=Pace().every, show_default=True, envvar="DIDAR_EVERY", help="Minutes between two looks."
)
@click.option(
    "--delay",
    type=click.FloatRange(0.5),
    default=DELAY,
    show_default=True,
    envvar="DIDAR_DELAY",
    help="Seconds between requests to a host.",
)
@click.option("--jobs", type=click.IntRange(1, 32), default=4, show_default=True, envvar="DIDAR_JOBS", help="Hosts asked side by side.")
@click.option("--contact", default=CONTACT, show_default=True, envvar="DIDAR_CONTACT", help="Where those who are read may write to.")
def watch(record: Path, table: Path | None, outlets: tuple[str, ...], once: bool, **how: Any) -> None:
    """Watch feeds and public channels; add what is new to the record.

    What robots.txt forbids is not asked for, and no host is asked twice at once. Ctrl-C or SIGTERM ends the watch; it may end
    at any moment, and goes on from there the next time. Exit code: 0; 1 when with --once a feed or an item could not be had.

    \b
    Example: didar watch record.db
    Example: didar watch record.db --once --outlet irna --outlet isna
    """
    chosen = choose_feeds(table, outlets)
    fetcher = fetching.make_fetcher(fetching.check_contact(how["contact"]))
    totals = run_watch(record, chosen, fetcher=fetcher, once=once, how=how)
    say(f"{record}: {_told(totals)}")
    if once and (totals.failed or totals.rejected or totals.summaries):
        raise click.exceptions.Exit(1)


def choose_feeds(table: Path | None, outlets: tuple[str, ...]) -> tuple[Feed, ...]:
    """The feeds of a table (the pack's own where none is named), those of some outlets only where any are named."""
    feeds = load_feeds(table or DEFAULT / "gazetteer" / "feeds.tsv", outlets=outlet_names(load_pack().outlets))
    if unknown := sorted(set(outlets) - {f.id for f in feeds} - {f.outlet for f in feeds}):
        raise UsageError(f"“{unknown[0]}” is no outlet and no feed of the table; `didar feeds` shows them")
    chosen = tuple(f for f in feeds if not outlets or f.id in outlets or f.outlet in outlets)
    if not chosen:
        raise UsageError("the table has no feeds")
    return chosen


def run_watch(record: Path, chosen: tuple[Feed, ...], *, fetcher: Fetcher, once: bool, how: dict[str, Any]) -> Totals:
    """The watch itself, from opening the record to the last item kept."""
    status = Status()
    with open_record(record, write=True) as store, Pages() as pages, ThreadPoolExecutor(how["jobs"]) as executor:
        parts = Parts(
            fetcher=fetcher,
            clock=SystemClock(fetcher.stop),
            random=Random(),
            executor=executor,
            pages=pages,
            read=read_or_tell,
            lore=Lore.of(load_pack()),
            pace=Pace(every=how["every"]),
            delay=how["delay"],
            jobs=how["jobs"],
        )
        made = make_watch(store, chosen, parts, view=View(told=say_reject, stepped=status.show))
        with _alone(record), _stopped_by_signals(made), _stopped_after(made, how["minutes"]):
            made.run(once=once)
    status.clear()
    return made.keeper.totals


def read_or_tell(article: Article) -> Reading | Reject:
    """The command line's top: an article on which the reader fails is our fault, told by its address, and stops nothing."""
    try:
        return pipeline.read_article(article, pack=load_pack())
    except Exception as error:
        say(traceback.format_exc(limit=-4).rstrip())
        return reader_failed(article, f"{type(error).__name__}: {error}")


@contextmanager
def _stopped_by_signals(made: Watch) -> Iterator[None]:
    """Ctrl-C and SIGTERM end the watch in order; a second one at once."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(number: int, frame: FrameType | None) -> None:
        made.stop.set()
        say("stopping; what is under way is cut off and tried again the next time")
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _stopped_after(made: Watch, minutes: float | None) -> Iterator[None]:
    """The watch ends when its time is over."""
    timer = threading.Timer(60 * (minutes or 0), made.stop.set)
    timer.daemon = True
    if minutes:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _alone(record: Path) -> Iterator[None]:
    """One watch of a record at a time: two would ask hosts side by side. The lock goes with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # not on this system
        yield
        return
    with record.with_name(f"{record.name}.watching").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RecordError(f"{record}: another watch of this record is running") from error
        yield


class Status:
    """One line on stderr that tells what the watch is doing, only in a terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._next = 0.0

    def show(self, made: Watch) -> None:
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.2
            width = shutil.get_terminal_size((100, 24)).columns
            click.echo(f"\r\x1b[K{status_line(made)[: width - 1]}", nl=False, err=True)

    def clear(self) -> None:
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def status_line(made: Watch) -> str:
    """How far it is, what is under way, and when the next feed is due."""
    t = made.keeper.totals
    hosts = sorted({job.host for job in made.running.values()})
    asking = f"asking {', '.join(hosts)}" if hosts else "waiting"
    due = min((s.next_due for s in made.states.values()), default=0.0) - made.manners.clock.now()
    later = f"next look in {due / 60:.0f} min" if due > 60 else "looks are due" if due <= 0 else "next look within a minute"
    failing = f", {t.failed} looks failed" if t.failed else ""
    return f"{t.done} of {t.done + t.waiting} items, {t.added + t.summaries} articles added{failing} · {asking} · {later}"


def _told(t: Totals) -> str:
    summaries = f" ({t.summaries} as summaries)" if t.summaries else ""
    return (
        f"{t.looks} looks ({t.unchanged} unchanged, {t.failed} failed), {t.listed} new items, "
        f"{t.added + t.summaries} articles added{summaries}, {t.known} known already, {t.rejected} rejected, {t.retried} to be tried again"
    )


@click.command()
@click.argument("record", required=False, type=click.Path(path_type=Path), metavar="[RECORD]")
@FEEDS
@OUTLETS
@AS_JSON
def feeds(record: Path | None, table: Path | None, outlets: tuple[str, ...], as_json: bool) -> None:
    """List the feeds; with a record tell how each fares: its last look, its faults, what it brought, what waits.

    \b
    Example: didar feeds
    Example: didar feeds record.db --outlet irna
    """
    chosen = choose_feeds(table, outlets)
    if record is None:
        found = read_feeds(None, chosen, now=time.time())
    else:
        with open_record(record) as store:
            found = read_feeds(store, chosen, now=time.time())
    print_found(found, text.feeds_text(found), as_json=as_json)
