"""`didar read`: articles in, one reading a line out."""

import json
import traceback
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from didar import pipeline
from didar.cli.fetching import make_fetch
from didar.cli.output import Progress, open_output, say, say_reject
from didar.gathering import gather
from didar.model import Article, Reading, Reject, Why
from didar.pack import load_pack
from didar.shape import reading_to_dict

_BATCH = 16  # articles handed to a worker at once

Result = tuple[str, str | None, str | None]  # article id, the reading's line, or what went wrong


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output; the file appears when it is whole.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read side by side.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Leave out facts that are less sure.")
@click.option("--pack", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another language pack than our own.")
def read(sources: tuple[str, ...], output: str | None, jobs: int, min_confidence: float, folder: Path | None) -> None:
    """Read articles; write one reading a line (JSON).

    SOURCE is a text file, a saved page (.html, .mhtml), a folder, a web address, articles in .jsonl or .parquet, an archive
    of pages (.warc), a saved channel (result.json, messages.html), any of them packed (.gz), or - for standard input. Exit
    code: 0; 1 when some inputs were rejected, each with its reason on stderr; 2 for wrong usage.

    \b
    Example: didar read news.jsonl -o readings.jsonl --jobs 4
    Example: didar read saved-pages crawl.warc.gz -o readings.jsonl
    Example: didar read https://www.irna.ir/news/85826231
    """
    found = gather(sources, folder=folder, fetch=make_fetch())
    load_pack(folder)
    rejected = 0
    progress = Progress("articles read")

    def articles() -> Iterator[Article]:
        nonlocal rejected
        for item in found:
            if isinstance(item, Reject):
                rejected += 1
                say_reject(item)
            else:
                yield item

    with open_output(output) as stream:
        for article_id, line, trouble in read_lines(articles(), jobs=jobs, min_confidence=min_confidence, folder=folder):
            progress.step()
            if line is None:
                rejected += 1
                say(f"{article_id}: an error in didar itself, please report it; the run goes on\n{trouble}")
            else:
                stream.write(line.encode() + b"\n")
        progress.done()
    if rejected:
        say(f"{progress.count} articles read, {rejected} faults in what was given")
        raise click.exceptions.Exit(1)


def read_lines(articles: Iterator[Article], *, jobs: int, min_confidence: float = 0.0, folder: Path | None = None) -> Iterator[Result]:
    """Each article's reading as a line of JSON, in order; at most a few batches are held at a time."""
    if jobs == 1:
        for article in articles:
            yield _read_one(article, min_confidence, folder)
        return
    batches = iter(lambda: list(islice(articles, _BATCH)), [])
    waiting: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(jobs) as workers:
        for batch in batches:
            waiting.append(workers.submit(_read_batch, batch, min_confidence, folder))
            if len(waiting) >= 2 * jobs:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()


def _read_batch(batch: list[Article], min_confidence: float, folder: Path | None) -> list[Result]:
    return [_read_one(article, min_confidence, folder) for article in batch]


def _read_one(article: Article, min_confidence: float, folder: Path | None) -> Result:
    """The command line's top: an article on which the reader fails is our fault, told by its id, and stops nothing."""
    try:
        reading = pipeline.read_article(article, pack=load_pack(folder))
        line = json.dumps(reading_to_dict(sure_enough(reading, min_confidence)), ensure_ascii=False)
    except Exception:
        return article.id, None, traceback.format_exc(limit=-4).rstrip()
    return article.id, line, None


def sure_enough(reading: Reading, least: float) -> Reading:
    """The reading without the facts whose confidence is below `least`; what pointed to them points nowhere."""
    if least <= 0:
        return reading

    def sure(why: Why | None) -> bool:
        return why is None or why.confidence >= least

    engagements = [e for e in reading.engagements if sure(e.why)]
    ids = {e.id for e in engagements}
    return replace(
        reading,
        engagements=tuple(e if e.part_of in ids else replace(e, part_of=None) for e in engagements),
        statements=tuple(s if s.engagement in ids else replace(s, engagement=None) for s in reading.statements if sure(s.why)),
        agreements=tuple(a for a in reading.agreements if sure(a.why)),
        offices=tuple(h for h in reading.offices if sure(h.why)),
        claims=tuple(c for c in reading.claims if sure(c.why)),
    )
