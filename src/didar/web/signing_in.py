"""Who may correct: a token shown at the start, a signed cookie afterwards, and a sign on each form that only our pages carry."""

import base64
import binascii
import hmac
import secrets
import time
from dataclasses import dataclass, field
from hashlib import sha256

LASTS = 12 * 3600  # seconds that a session lasts
COOKIE = "didar_session"
LONGEST_NAME = 80
SHORTEST_TOKEN = 12


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has signed in. `session`: the cookie as it stands; empty for a program that gave the token itself."""

    name: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """Knows the token and signs sessions. The key is made anew at every start, so that old sessions end with it."""

    token: str
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def knows(self, token: str) -> bool:
        """Whether this is the token, in the same time whatever was given."""
        return hmac.compare_digest(_digest(token), _digest(self.token))

    def open_session(self, name: str, *, now: float | None = None) -> str:
        """The value of a cookie for this person."""
        until = int((time.time() if now is None else now) + LASTS)
        body = f"{_pack(name)}.{until}.{secrets.token_hex(8)}"
        return f"{body}.{self._sign('session', body)}"

    def read_session(self, cookie: str | None, *, now: float | None = None) -> Person | None:
        """The person of a cookie; None for one that is not ours, changed or over."""
        if not cookie or len(cookie) > 1000 or cookie.count(".") != 3:
            return None
        body, _, sign = cookie.rpartition(".")
        if not hmac.compare_digest(_digest(sign), _digest(self._sign("session", body))):
            return None
        name, until, _ = body.split(".")
        if int(until) < (time.time() if now is None else now):
            return None
        return Person(name=_unpack(name), session=cookie)

    def form_sign(self, session: str) -> str:
        """What every form of this session carries."""
        return self._sign("form", session)

    def is_form_sign(self, session: str, given: str) -> bool:
        return hmac.compare_digest(_digest(given), _digest(self.form_sign(session)))

    def _sign(self, use: str, body: str) -> str:
        return hmac.new(self.key, f"{use}\x00{body}".encode("utf-8", "replace"), sha256).hexdigest()


def make_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(18)


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "replace")).digest()


def _pack(name: str) -> str:
    return base64.urlsafe_b64encode(name[:LONGEST_NAME].encode("utf-8", "replace")).decode().rstrip("=")


def _unpack(packed: str) -> str:
    try:
        return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8", "replace")
    except binascii.Error:
        return "?"
