"""Room 1 with what it needs of the pack and of the date reader; the only place that puts them together."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from didar.dates import find_dates
from didar.edtf import edtf_days
from didar.gather import read_sources
from didar.gather.archives import ReadPage
from didar.gather.contents import read_content
from didar.gather.decode import Fault
from didar.gather.feeds import Listed, Listing, read_feed
from didar.gather.killable import BUDGET, Killable, Lost, serve
from didar.gather.languages import keep_persian
from didar.gather.published import SeenDay
from didar.model import Article, Reject
from didar.pack import DEFAULT
from didar.pack.pages import PageRules, load_page_rules
from didar.terms import Reason

Fetch = Callable[[str, ReadPage], Iterable[Article | Reject]]


def gather(
    paths: Sequence[str | os.PathLike[str]], *, folder: Path | None = None, fetch: Fetch | None = None
) -> Iterator[Article | Reject]:
    """Every article of every source: texts, JSON lines, saved pages, archives, exports. See `gather.read_sources`.

    Pages are parsed in a process of their own. Articles in another language than Persian become Rejects.
    folder: of another pack than our own. fetch: what asks for a web address and reads the answer with what it is handed;
    without it addresses are no sources. Raises SourceError or UsageError before anything is read.
    """
    pages = PageWorker(folder)
    words = page_rules(folder).languages
    found = read_sources(
        paths,
        read_page=pages.read,
        fetch=(lambda url: iter(fetch(url, pages.read))) if fetch else None,
        keep=lambda found, where: keep_persian(found, words=words, where=where),
    )
    return _until_done(found, pages)


def _until_done(found: Iterator[Article | Reject], pages: "PageWorker") -> Iterator[Article | Reject]:
    with pages:
        yield from found


class PageWorker:
    """Reads pages and feeds in a process that is killed when one takes too long; started at the first page.

    folder: of another pack than our own. budget: seconds for one page.
    """

    def __init__(self, folder: Path | None = None, *, budget: float = BUDGET) -> None:
        self._budget = budget
        self._worker = Killable("didar.gathering", "read_pages", str(folder or DEFAULT), budget=budget)

    def read(self, content: bytes, *, url: str | None, content_type: str | None, where: str) -> list[Article | Reject]:
        """What a page holds: as `gather.contents.read_content`, and a Reject where the worker was lost."""
        try:
            answer = self._worker.ask({"url": url, "content_type": content_type, "where": where}, content)
        except Lost as lost:
            if lost.late:
                detail = f"reading the page took more than {self._budget:g} seconds; it was given up"
                return [Reject(where=where, reason=Reason.TOO_SLOW, detail=detail)]
            detail = "the page broke the parser or filled its memory; nothing of it is read"
            return [Reject(where=where, reason=Reason.HOSTILE, detail=detail)]
        return [_unpack(item) for item in answer]

    def read_feed(self, content: bytes, *, url: str, content_type: str | None, now: float) -> Listing | Fault:
        """What a feed lists: as `gather.feeds.read_feed`, and a fault where the worker was lost."""
        try:
            answer = self._worker.ask({"url": url, "content_type": content_type, "now": now}, content)
        except Lost as lost:
            told = f"took more than {self._budget:g} seconds to read" if lost.late else "broke the parser or filled its memory"
            return Reason.TOO_SLOW if lost.late else Reason.HOSTILE, f"{url}: the feed {told}; it was given up"
        if "items" in answer:
            return Listing(items=tuple(Listed(**item) for item in answer["items"]), left_out=answer["left_out"])
        return Reason(answer["reason"]), str(answer["detail"])

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def read_pages(folder: str) -> None:
    """The worker's side of `PageWorker`."""
    rules = page_rules(Path(folder))

    def answer(head: dict[str, Any], body: bytes) -> Any:
        if "now" in head:
            listing = read_feed(body, **head)
            return {"reason": listing[0].value, "detail": listing[1]} if isinstance(listing, tuple) else asdict(listing)
        return [_pack(item) for item in read_content(body, **head, rules=rules, read_days=read_days)]

    serve(answer)


def _pack(item: Article | Reject) -> dict[str, Any]:
    return {"kind": type(item).__name__, **asdict(item)}


def _unpack(row: dict[str, Any]) -> Article | Reject:
    kind = row.pop("kind")
    return Article(**row) if kind == "Article" else Reject(**{**row, "reason": Reason(row["reason"])})


@cache
def page_rules(folder: Path | None = None) -> PageRules:
    """The page rules of a pack; without a folder those of the pack that comes with didar. Read once."""
    return load_page_rules(folder or DEFAULT)


def read_days(text: str) -> Sequence[SeenDay]:
    """The days and clock times of a line, as the Persian date reader finds them; relative days stay without a day."""
    return [
        SeenDay(
            start=found.span[0],
            end=found.span[1],
            day=days[0] if days and days[0] == days[1] else None,
            clock=found.time,
            consistent=found.consistent,
        )
        for found in find_dates(text)
        for days in [edtf_days(found.value)]
    ]
