"""Addresses among the sources of `read` and `add`: asked for with manners, once for the whole command."""

import threading
from collections.abc import Callable, Iterator

from didar.fetch import Fetcher, Manners
from didar.fetch.addresses import Fault
from didar.fetch.fetcher import CONTACT
from didar.model import Article, Reject
from didar.terms import Reason
from didar.watch.loop import SystemClock
from didar.watch.making import looks_like_feed, read_answer, read_messages

Fetch = Callable[[str], Iterator[Article | Reject]]


def make_fetcher(contact: str = CONTACT) -> Fetcher:
    """What asks for addresses from the command line: the public net only, whatever is set around it."""
    return Fetcher(contact=contact)


def make_fetch(contact: str = CONTACT) -> Fetch:
    """A function from an address to its article or articles; robots.txt files and pauses are remembered between calls."""
    made: list[Manners] = []

    def fetch(url: str) -> Iterator[Article | Reject]:
        if not made:
            fetcher = make_fetcher(contact)
            made.append(Manners(fetcher, SystemClock(threading.Event())))
        yield from _read_address(url, made[0])

    return fetch


def _read_address(url: str, manners: Manners) -> Iterator[Article | Reject]:
    answer = manners.get(url)
    fault: Fault | None = answer if isinstance(answer, tuple) else None
    if not isinstance(answer, tuple) and answer.status != 200:
        fault = Reason.HTTP_ERROR, f"{answer.url} answers {answer.status}, expected a page"
    if not isinstance(answer, tuple) and fault is None and looks_like_feed(answer):
        fault = Reason.NOT_TEXT, f"{answer.url} is a feed, expected a page; `didar watch RECORD --feeds FILE` reads feeds"
    if fault is not None:
        yield Reject(where=url, reason=fault[0], detail=fault[1])
    elif not isinstance(answer, tuple):
        messages = read_messages(answer, url)
        yield from read_answer(answer, url) if messages is None else messages
