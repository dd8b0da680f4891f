"""Around every answer: headers that keep foreign text harmless, and bounds on what is asked."""

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "img-src 'self' data:",
    ]
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LONGEST_QUERY = 4_000  # bytes
LONGEST_BODY = 64_000  # bytes
LOCAL = ("localhost", "127.0.0.1", "[::1]", "::1")


class Safety:
    """ASGI middleware: our hosts only, bounded questions, the headers of HEADERS on every answer."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = LOCAL) -> None:
        self.app = app
        self.hosts = frozenset(h.lower() for h in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, send_safely)
            return
        await self.app(scope, Bounded(receive), send_safely)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = dict(scope["headers"])
        if host_name(headers.get(b"host", b"").decode("latin-1")) not in self.hosts:
            return PlainTextResponse("This name is not served here; start with --host-name to allow it.\n", status_code=400)
        if len(scope.get("query_string", b"")) > LONGEST_QUERY or len(scope["path"]) > LONGEST_QUERY:
            return PlainTextResponse("The question is too long.\n", status_code=414)
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > LONGEST_BODY:
            return PlainTextResponse("Too much was sent.\n", status_code=413)
        return None


class TooMuch(Exception):
    """More was sent than a form can hold."""


class Bounded:
    """A `receive` that lets at most LONGEST_BODY bytes through, whatever the length said."""

    def __init__(self, receive: Receive) -> None:
        self.receive = receive
        self.seen = 0

    async def __call__(self) -> Message:
        message = await self.receive()
        self.seen += len(message.get("body", b""))
        if self.seen > LONGEST_BODY:
            raise TooMuch
        return message


def host_name(host: str) -> str:
    """The name in a Host header, without the port: `[::1]:8000` → `[::1]`."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def same_site(headers: dict[str, str], host: str) -> bool:
    """Whether a form was sent from our own pages, as far as the browser says."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or origin.partition("://")[2].lower() == host.lower()
