"""Requests as a guest makes them: what robots.txt forbids is not asked for, one request at a time a host, with a pause after each,
and a host that says «later» is left alone until then. Every redirect is an address of its own, with rules of its own."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

from didar.fetch.addresses import Address, Fault, parse_url
from didar.fetch.fetcher import Answer, Fetcher
from didar.fetch.robots import Rules, read_robots
from didar.terms import Reason
from didar.watched import Robots

DELAY = 2.0  # seconds between two requests to one host
LONGEST = 120.0  # seconds for which a turn is waited for; where it is further away, the request fails for now
LATER = 300.0  # seconds for which a host is left alone that says 429 or 503 and not for how long
MOST_LATER = 86_400.0  # seconds of Retry-After that are obeyed
MOST_ORIGINS = 500  # whose robots.txt is remembered
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Clock(Protocol):
    """The time, in seconds since 1970, and waiting."""

    def now(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class Manners:
    """Asks for addresses in turn. May be used from several threads.

    robots, not_before: what is known of origins and hosts; the caller may fill them from a record and keep them there.
    delay: seconds between two requests to one host; a robots.txt may ask for more, not for less.
    """

    def __init__(self, fetcher: Fetcher, clock: Clock, *, delay: float = DELAY) -> None:
        self.fetcher = fetcher
        self.clock = clock
        self.delay = delay
        self.robots: dict[str, Robots] = {}
        self.not_before: dict[str, float] = {}
        self._rules: dict[str, Rules] = {}
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer | Fault:
        """What an address answers, redirects followed. etag, last_modified: of the last answer; a 304 then has no content."""
        known = [("If-None-Match", etag), ("If-Modified-Since", last_modified)]
        headers = tuple((name, value) for name, value in known if value and value.isascii() and value.isprintable())
        base: str | None = None
        for _ in range(self.fetcher.limits.redirects + 1):
            address = parse_url(url, base=base, allow=self.fetcher.allow)
            if isinstance(address, tuple):
                return (address[0], f"{base} leads to {address[1]}") if base else address
            answer = self._ask_if_allowed(address, headers)
            if isinstance(answer, tuple):
                return answer
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or not location:
                return answer
            base, url = address.url, location.encode("latin-1", "replace").decode("utf-8", "replace")
        return Reason.TOO_MANY_REDIRECTS, f"{url[:120]}: more than {self.fetcher.limits.redirects} redirects"

    def host_of(self, url: str) -> str:
        """The host whose turn a request needs; of an address that is none, the address itself."""
        address = parse_url(url, allow=self.fetcher.allow)
        return url if isinstance(address, tuple) else address.host

    def _ask_if_allowed(self, address: Address, headers: tuple[tuple[str, str], ...]) -> Answer | Fault:
        with self._turns[f"robots of {address.origin}"]:  # asked for once, however many threads want it
            rules = self._rules_for(address)
        if isinstance(rules, tuple):
            return rules
        if rules.robots.barred is not None:
            return Reason.UNREACHABLE, f"{address.url}: {rules.robots.barred}"
        if not rules.allow(address):
            return Reason.FORBIDDEN_BY_ROBOTS, f"{address.url}: {address.origin}/robots.txt forbids it"
        return self._ask(address, headers, pause=max(self.delay, rules.delay))

    def _rules_for(self, address: Address) -> Rules | Fault:
        """The rules of an origin: those known while they hold, else asked for (redirects of robots.txt need no permission)."""
        origin = address.origin
        robots = self.robots.get(origin)
        if robots is None or robots.until <= self.clock.now():
            answer = self._robots_answer(origin)
            if isinstance(answer, tuple) and answer[0] is Reason.FORBIDDEN_ADDRESS:
                return answer
            if self.fetcher.stop.is_set():
                return Reason.UNREACHABLE, f"{address.url}: the run was stopped"
            robots = read_robots(answer, origin=origin, now=self.clock.now())
            self._remember(robots)
        rules = self._rules.get(origin)
        if rules is None or rules.robots is not robots:
            rules = self._rules[origin] = Rules(robots)
        return rules

    def _remember(self, robots: Robots) -> None:
        """Keep the rules of an origin, and forget those of the ones that were heard of longest ago when they are many."""
        self.robots.pop(robots.origin, None)
        self.robots[robots.origin] = robots
        for origin in list(self.robots)[:-MOST_ORIGINS]:
            self.robots.pop(origin, None)
            self._rules.pop(origin, None)

    def _robots_answer(self, origin: str) -> Answer | Fault:
        url, base = f"{origin}/robots.txt", None
        for _ in range(self.fetcher.limits.redirects + 1):
            address = parse_url(url, base=base, allow=self.fetcher.allow)
            answer = address if isinstance(address, tuple) else self._ask(address, (), pause=self.delay)
            if isinstance(answer, tuple) or isinstance(address, tuple):
                return answer
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            base, url = address.url, answer.headers["location"]
        return Answer(url=url, status=404)  # RFC 9309: as if there were none

    def _ask(self, address: Address, headers: tuple[tuple[str, str], ...], *, pause: float) -> Answer | Fault:
        with self._turn(address.host) as fault:
            if fault:
                return fault
            answer = self.fetcher.get(address, headers=headers)
            now = self.clock.now()
            later = pause
            if isinstance(answer, Answer) and answer.status in (429, 503):
                told = retry_after(answer, now=now)
                later = max(pause, min(MOST_LATER, LATER if told is None else told))
            self.not_before[address.host] = now + later
            return answer

    @contextmanager
    def _turn(self, host: str) -> Iterator[Fault | None]:
        """Wait until no other request to the host is under way and its pause is over; a fault where that is too far away."""
        with self._turns[host]:
            wait = self.not_before.get(host, 0.0) - self.clock.now()
            if wait > LONGEST:
                yield Reason.HTTP_ERROR, f"{host} asked to be left alone for {wait:,.0f} more seconds"
                return
            if wait > 0:
                self.clock.sleep(wait)
            stopped = Reason.UNREACHABLE, f"{host}: the run was stopped"
            yield stopped if self.fetcher.stop.is_set() else None


def retry_after(answer: Answer, *, now: float) -> float | None:
    """Seconds that a Retry-After asks for, given as a number or as a date; None where it says nothing that can be read."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isascii() and told.isdecimal() and len(told) < 10:
        return float(told)
    try:
        when = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, when.timestamp() - now) if when > datetime(1980, 1, 1, tzinfo=UTC) else None
