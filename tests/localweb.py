"""A web of test sites on loopback: many host names, one server, every request noted. Nothing of it is reachable but by an `Allowance`."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from didar.fetch import Allowance, Fetcher, Limits

QUICK = Limits(connect=1.0, read=0.6, total=1.5, sent=200_000, decoded=300_000, redirects=4)


@dataclass(frozen=True)
class Reply:
    """What a site answers."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        return self.body.encode("utf-8") if isinstance(self.body, str) else self.body


@dataclass
class Asked:
    """One request as the server saw it. start, end: seconds of `time.monotonic`."""

    host: str
    path: str
    headers: dict[str, str]
    start: float
    end: float = 0.0


Page = Reply | Callable[[Asked], Reply] | Callable[[BaseHTTPRequestHandler], None]


class Web:
    """Sites by host and path: `web.put("news.example", "/rss", Reply(…))`. Paths not put answer 404, robots.txt too."""

    def __init__(self) -> None:
        self.pages: dict[tuple[str, str], Any] = {}
        self.asked: list[Asked] = []
        self.addresses: dict[str, list[str]] = {}
        self.resolved: list[str] = []
        self._lock = threading.Lock()
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web._answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_: Any) -> None:
                pass  # a client that hung up

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port: int = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def put(self, host: str, path: str, page: Any) -> str:
        self.pages[host, path] = page
        return self.url(host, path)

    def url(self, host: str, path: str = "/") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def allowance(self) -> Allowance:
        return Allowance(sockets=frozenset({("127.0.0.1", self.port)}), ports=frozenset({self.port}))

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        if host in self.addresses:
            return self.addresses[host]
        if any(host == known for known, _ in self.pages) or host == "127.0.0.1":
            return ["127.0.0.1"]
        raise socket.gaierror(-2, "Name or service not known")

    def fetcher(self, limits: Limits = QUICK) -> Fetcher:
        return Fetcher(limits=limits, allow=self.allowance, resolve=self.resolve)

    def paths(self, host: str) -> list[str]:
        return [asked.path for asked in self.asked if asked.host == host]

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        host = (handler.headers.get("Host") or "").rpartition(":")[0] or (handler.headers.get("Host") or "")
        headers = {name.lower(): value for name, value in handler.headers.items()}
        asked = Asked(host, handler.path, headers, time.monotonic())
        with self._lock:
            self.asked.append(asked)
        page = self.pages.get((host, handler.path), Reply("nothing here", 404))
        try:
            if isinstance(page, Reply):
                _send(handler, page)
            elif getattr(page, "raw", False):
                page(handler)
            else:
                _send(handler, page(asked))
        finally:
            asked.end = time.monotonic()
            handler.close_connection = True


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(reply.raw)), **reply.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(reply.raw)


def raw(page: Callable[[BaseHTTPRequestHandler], None]) -> Callable[[BaseHTTPRequestHandler], None]:
    """A page that writes to the socket itself."""
    page.raw = True  # type: ignore[attr-defined]
    return page


@raw
def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


@raw
def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    """Headers without end, slowly."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        handler.wfile.flush()
        time.sleep(0.1)


@raw
def flood_headers(handler: BaseHTTPRequestHandler) -> None:
    """Headers without end, fast."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 500) for n in range(4000)))


@raw
def silent(handler: BaseHTTPRequestHandler) -> None:
    """No answer at all."""
    time.sleep(3)


@raw
def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """The connection ends before the answer does."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this")


@raw
def not_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example ESMTP\r\n")


@raw
def endless(handler: BaseHTTPRequestHandler) -> None:
    """A body without end, fast."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(10_000):
        handler.wfile.write(b"x" * 65_536)


BOMB = gzip.compress(b"\0" * 20_000_000)


@contextmanager
def local_web() -> Iterator[Web]:
    web = Web()
    try:
        yield web
    finally:
        web.close()


class ManualClock:
    """A clock that only sleeping moves."""

    def __init__(self, now: float = 1_746_500_000.0) -> None:
        self.time = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


class RealClock:
    """The machine's clock, for tests with threads."""

    now = staticmethod(time.time)
    sleep = staticmethod(time.sleep)
