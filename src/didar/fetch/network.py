"""Connections: a name is resolved once, every address it has is checked, and the socket goes to one that was checked.

A `NetworkBackend` for httpcore2, the layer below httpx2 of the same project: there it is a public argument of the pool. TLS still
verifies the certificate against the host's name. One deadline covers resolving, connecting, the handshake and every
byte, so that a server which sends a byte a minute ends like one which sends none; `stop` ends all waiting at once.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

import httpcore2

from didar.fetch.addresses import NOTHING, Allowance, refuse_ip

Resolver = Callable[[str, int], Sequence[str]]
_SLICE = 0.25  # seconds between two looks at `stop`


class Refused(Exception):
    """The host's addresses may not be connected to."""


class Slow(Exception):
    """The time that one request may take is over."""


class Stopped(Exception):
    """The run is ending; nothing is waited for."""


@dataclass(slots=True)
class Patience:
    """How long one request may still take. All in seconds; `until` is of `time.monotonic`."""

    connect: float
    read: float
    until: float
    stop: threading.Event = field(default_factory=threading.Event)

    def wait(self, step: Callable[[float], Any], *, at_most: float) -> Any:
        """Do a step that times out by itself, in slices, until it is done, time is over, or all is to stop."""
        until = min(self.until, time.monotonic() + at_most)
        while True:
            if self.stop.is_set():
                raise Stopped
            left = until - time.monotonic()
            if left <= 0:
                raise Slow
            try:
                return step(min(left, _SLICE))
            except (TimeoutError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
                continue


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver, each once. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to public addresses only. One for each request: it carries the request's patience."""

    def __init__(self, patience: Patience, *, resolve: Resolver = look_up, allow: Allowance = NOTHING) -> None:
        self._patience = patience
        self._resolve = resolve
        self._allow = allow

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        trouble: OSError | None = None
        for ip in self._checked(host, port)[:4]:
            try:
                return Stream(self._connect(ip, port), self._patience)
            except (OSError, Slow) as error:
                if time.monotonic() >= self._patience.until:
                    raise Slow from error
                trouble = error if isinstance(error, OSError) else OSError(f"{ip} does not answer")
        raise httpcore2.ConnectError(str(trouble or "no address"))

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None) -> Any:
        raise Refused("a socket of this machine")

    def sleep(self, seconds: float) -> None:
        self._patience.stop.wait(seconds)

    def _checked(self, host: str, port: int) -> list[str]:
        """All addresses of the host; one that is refused condemns the rest, for no honest host has such a mixture."""
        addresses = [host] if _is_ip(host) else self._resolved(host, port)
        for ip in addresses:
            if why := refuse_ip(ip, port, allow=self._allow):
                raise Refused(why if ip == host else f"{host} leads to {why}")
        return sorted(addresses, key=lambda ip: ":" in ip)

    def _resolved(self, host: str, port: int) -> list[str]:
        """The resolver knows no time limit, so it works in a thread that may be left behind."""
        found: list[Sequence[str] | OSError | UnicodeError] = []
        done = threading.Event()

        def work() -> None:
            try:
                found.append(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                found.append(error)
            done.set()

        threading.Thread(target=work, daemon=True, name=f"resolve {host}").start()

        def step(seconds: float) -> None:
            if not done.wait(seconds):
                raise TimeoutError

        self._patience.wait(step, at_most=self._patience.connect)
        if isinstance(found[0], Exception):
            raise httpcore2.ConnectError(f"{host} is not known ({found[0]})")
        return list(found[0])

    def _connect(self, ip: str, port: int) -> socket.socket:
        """A socket to this very address. In one step: a connection cannot be waited for in slices."""
        left = min(self._patience.connect, self._patience.until - time.monotonic())
        if left <= 0:
            raise Slow
        made = socket.create_connection((ip, port), timeout=left)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


class Stream(httpcore2.NetworkStream):
    """A socket whose every wait is within the request's patience."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        def step(seconds: float) -> bytes:
            self._sock.settimeout(seconds)
            return self._sock.recv(max_bytes)

        got: bytes = self._patience.wait(step, at_most=self._patience.read)
        return got

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        rest = memoryview(buffer)
        while rest:

            def step(seconds: float, rest: memoryview = rest) -> int:
                self._sock.settimeout(seconds)
                return self._sock.send(rest)

            rest = rest[self._patience.wait(step, at_most=self._patience.read) :]

    def close(self) -> None:
        self._sock.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> "Stream":
        try:
            wrapped = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname, do_handshake_on_connect=False)
        except (OSError, ValueError):
            self._sock.close()
            raise
        self._sock = wrapped

        def step(seconds: float) -> None:
            wrapped.settimeout(seconds)
            wrapped.do_handshake()

        try:
            self._patience.wait(step, at_most=self._patience.connect)
        except BaseException:
            wrapped.close()
            raise
        return Stream(wrapped, self._patience)

    def get_extra_info(self, info: str) -> Any:
        return {"socket": self._sock, "ssl_object": self._sock if isinstance(self._sock, ssl.SSLSocket) else None}.get(info)
