"""Addresses among the sources of `read` and `add`: asked for with manners, once for the whole command."""

import os
from collections.abc import Iterable

from didar.errors import UsageError
from didar.fetch import Fetcher, Manners
from didar.fetch.fetcher import CONTACT
from didar.gather.archives import ReadPage
from didar.gather.future import without_future
from didar.gathering import Fetch
from didar.model import Article, Reject
from didar.terms import Reason
from didar.watch.loop import SystemClock
from didar.watch.making import looks_like_feed


def make_fetcher(contact: str = CONTACT) -> Fetcher:
    """What asks for addresses from the command line: the public net only, whatever is set around it."""
    return Fetcher(contact=contact)


def check_contact(asked: str) -> str:
    """An address that can stand in a header. Raises UsageError."""
    if not asked.isascii() or not asked.isprintable() or any(c in asked for c in " ()"):
        raise UsageError(f"the contact is “{asked}”, expected an address of the web or of mail, without blanks")
    return asked


def make_fetch() -> Fetch:
    """What `gather` asks for addresses with; robots.txt files and pauses are remembered between calls."""
    made: list[Manners] = []

    def fetch(url: str, read_page: ReadPage) -> Iterable[Article | Reject]:
        if not made:
            fetcher = make_fetcher(check_contact(os.environ.get("DIDAR_CONTACT") or CONTACT))
            made.append(Manners(fetcher, SystemClock(fetcher.stop)))
        answer = made[0].get(url)
        if isinstance(answer, tuple):
            return [Reject(where=url, reason=answer[0], detail=answer[1])]
        if answer.status != 200:
            detail = f"{answer.url} answers {answer.status}, expected a page"
            return [Reject(where=url, reason=Reason.HTTP_ERROR, detail=detail)]
        if looks_like_feed(answer):
            detail = f"{answer.url} is a feed, expected a page; `didar watch RECORD --feeds FILE` reads feeds"
            return [Reject(where=url, reason=Reason.NOT_TEXT, detail=detail)]
        found = read_page(answer.content, url=answer.url, content_type=answer.content_type, where=url)
        return without_future(found, now=made[0].clock.now(), where=url)

    return fetch
