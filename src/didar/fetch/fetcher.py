"""One request: an address to its bytes, within limits. Redirects are not followed here: each is an address to be checked anew.

Nothing is taken from the environment: no proxy, no credentials, no cookies. The body is decompressed by us,
counted while it grows; a server that says nothing true of its length or compression gets no further than `Limits`.
"""

import ssl
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import httpcore2
from httpcore2 import Response

from didar.fetch.addresses import NOTHING, Address, Allowance, Fault
from didar.fetch.network import CheckedBackend, Patience, Refused, Resolver, Slow, Stopped, look_up
from didar.terms import Reason

CONTACT = "https://example.org/didar"  # where whoever is read may write to; the operator's own by --contact
_ENCODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one answer may cost. Seconds and bytes; docs/watching.md lists them."""

    connect: float = 10.0  # seconds for resolving the name, for connecting, and for the TLS handshake, each
    read: float = 15.0  # seconds without a byte
    total: float = 45.0  # seconds for the whole answer
    sent: int = 8_000_000  # bytes as they are sent
    decoded: int = 12_000_000  # bytes once decompressed
    redirects: int = 5  # redirects followed for one address


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said. `url`: the address that was asked last; `headers`: names in lower case, the first of each."""

    url: str
    status: int
    content: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def content_type(self) -> str | None:
        return self.headers.get("content-type")


class Fetcher:
    """Makes single requests. May be used from several threads.

    allow, resolve: for tests on loopback; a program has no way to set them from outside.
    tls: another context than the system's, for tests; certificates are always verified against the host's name.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        contact: str = CONTACT,
        allow: Allowance = NOTHING,
        resolve: Resolver = look_up,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.allow = allow
        self.stop = threading.Event()
        self.agent = f"didar/0.1 (+{contact})"
        self._resolve = resolve
        self._tls = tls or httpcore2.default_ssl_context()

    def get(self, address: Address, *, headers: Iterable[tuple[str, str]] = ()) -> Answer | Fault:
        """Ask once. An answer of any status is an Answer; what cannot be had is a fault with its reason."""
        limits = self.limits
        patience = Patience(limits.connect, limits.read, time.monotonic() + limits.total, self.stop)
        backend = CheckedBackend(patience, resolve=self._resolve, allow=self.allow)
        asked = [
            ("Host", address.authority),
            ("User-Agent", self.agent),
            ("Accept", _ACCEPT),
            ("Accept-Language", "fa, prs;q=0.9, *;q=0.3"),
            ("Accept-Encoding", "gzip, deflate"),
            ("Connection", "close"),
            *headers,
        ]
        try:
            with httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=backend, retries=0) as pool:
                url = httpcore2.URL(
                    scheme=address.scheme.encode(), host=address.host.encode(), port=address.port, target=address.target.encode()
                )
                with pool.stream("GET", url, headers=asked) as response:
                    return self._read(response, address)
        except Refused as error:
            return Reason.FORBIDDEN_ADDRESS, f"{address.url}: {error}; only the public net is read"
        except (Slow, httpcore2.TimeoutException):
            return Reason.TIMED_OUT, f"{address.url}: no whole answer within {limits.total:.0f} seconds"
        except Stopped:
            return Reason.UNREACHABLE, f"{address.url}: the run was stopped"
        except (ssl.SSLError, ssl.CertificateError) as error:
            return Reason.UNREACHABLE, f"{address.url}: no trusted connection ({getattr(error, 'reason', None) or error})"
        except (OSError, ValueError, httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            return Reason.UNREACHABLE, f"{address.url}: {str(error)[:120] or type(error).__name__}"

    def _read(self, response: Response, address: Address) -> Answer | Fault:
        headers: dict[str, str] = {}
        for name, value in response.headers:
            headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
        body = b"" if response.status in (204, 304) else self._body(response, headers, address)
        if isinstance(body, tuple):
            return body
        return Answer(url=address.url, status=response.status, content=body, headers=headers)

    def _body(self, response: Response, headers: dict[str, str], address: Address) -> bytes | Fault:
        limits = self.limits
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > limits.sent:
            return Reason.TOO_LARGE, f"{address.url}: {int(length):,} bytes, expected at most {limits.sent:,}"
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", *_ENCODINGS):
            return Reason.TOO_LARGE, f"{address.url}: compressed as «{encoding[:40]}», expected gzip, deflate or nothing"
        kept = bytearray()
        try:
            for piece in _decoded(self._counted(response), encoding):
                kept += piece
                if len(kept) > limits.decoded:
                    return Reason.TOO_LARGE, f"{address.url}: more than {limits.decoded:,} bytes once decompressed"
        except OverflowError:
            return Reason.TOO_LARGE, f"{address.url}: more than {limits.sent:,} bytes"
        except (zlib.error, EOFError) as error:
            return Reason.UNREACHABLE, f"{address.url}: the compressed answer is damaged or cut off ({error})"
        return bytes(kept)

    def _counted(self, response: Response) -> Iterator[bytes]:
        """The pieces as they are sent. Raises OverflowError where they are too many bytes."""
        sent = 0
        for piece in response.iter_stream():
            sent += len(piece)
            if sent > self.limits.sent:
                raise OverflowError
            yield piece


def _decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Decompressed pieces of at most 64 KiB each, so that nothing large is made before it is counted."""
    if encoding in ("", "identity"):
        yield from pieces
        return
    step = 65_536
    inflate = None
    for piece in pieces:
        if inflate is None:
            raw = encoding == "deflate" and piece[:1] and (piece[0] & 0x0F) != 8  # some servers leave out the zlib head
            inflate = zlib.decompressobj(-15 if raw else _ENCODINGS[encoding])
        rest = piece
        while rest and not inflate.eof:
            yield inflate.decompress(rest, step)
            rest = inflate.unconsumed_tail
        while not inflate.eof and (more := inflate.decompress(b"", step)):
            yield more
    if inflate is not None and not inflate.eof:
        raise EOFError("its end is missing")
