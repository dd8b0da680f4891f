"""robots.txt as RFC 9309 has it: what an answer means, for how long, and what it allows to `didar`."""

import re

from protego import Protego

from didar.fetch.addresses import Address, Fault
from didar.fetch.fetcher import Answer
from didar.watched import Robots

TOKEN = "didar"  # the name by which a robots.txt speaks to us
MOST = 512_000  # bytes of a robots.txt that are read
KEPT = 86_400.0  # seconds for which rules hold
RETRY = 3_600.0  # seconds after which a robots.txt that could not be had is asked for again
SLOWEST = 3_600.0  # seconds of crawl delay that are obeyed; more is taken for an error

_MAX_AGE = re.compile(r"max-age=(\d{1,9})")


def read_robots(answer: Answer | Fault, *, origin: str, now: float) -> Robots:
    """2xx: its rules. 4xx: everything is allowed. 429, 5xx, no answer at all: nothing, for now."""
    if isinstance(answer, tuple):
        return Robots(origin=origin, barred=f"its robots.txt cannot be had: {answer[1]}", until=now + RETRY)
    if 200 <= answer.status < 300:
        text = answer.content[:MOST].decode("utf-8-sig", "replace")
        return Robots(origin=origin, text=text.replace("\x00", ""), until=now + _freshness(answer))
    if 400 <= answer.status < 500 and answer.status != 429:
        return Robots(origin=origin, until=now + KEPT)
    return Robots(origin=origin, barred=f"its robots.txt answers {answer.status}", until=now + RETRY)


def _freshness(answer: Answer) -> float:
    """What Cache-Control says, within an hour and a day."""
    told = _MAX_AGE.search(answer.headers.get("cache-control", ""))
    return min(KEPT, max(RETRY, float(told[1]))) if told else KEPT


class Rules:
    """The rules of one robots.txt, parsed once."""

    def __init__(self, robots: Robots) -> None:
        self.robots = robots
        self._parsed = Protego.parse(robots.text)

    def allow(self, address: Address) -> bool:
        return bool(self.robots.barred is None and self._parsed.can_fetch(address.url, TOKEN))

    @property
    def delay(self) -> float:
        """Seconds between two requests, by Crawl-delay or Request-rate; 0 where it says nothing."""
        said = self._parsed.crawl_delay(TOKEN) or 0.0
        rate = self._parsed.request_rate(TOKEN)
        if rate is not None and rate.requests > 0:
            said = max(said, rate.seconds / rate.requests)
        return min(SLOWEST, max(0.0, float(said)))
