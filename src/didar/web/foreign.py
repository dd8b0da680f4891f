"""What comes from outside, made safe to show: escaped, isolated, its hidden signs shown and not obeyed."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from didar.views.sentences import HIDDEN

_BETWEEN = re.compile(f"({HIDDEN.pattern})")
_NAMES = re.compile("([\u0590-\u08ff\ufb1d-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufefc\u200c ]*[\u0590-\u08ff\ufb1d-\ufefc])?)")
_SIGN = Markup('<span class="sign">⟨U+{:04X}⟩</span>')
Piece = tuple[str, str]  # text, class; the class is ours


def foreign(text: object) -> Markup:
    """Foreign text in a <bdi> of its own: whatever it holds cannot turn or touch what stands around it."""
    return Markup(f"<bdi>{signs(text)}</bdi>")


def reason(text: object) -> Markup:
    """The record's own English reason with names in it: «same person for IRN: بهرام سپهری (+1.2)», each name in a <bdi> of its own,
    so that numbers and brackets behind it stay where they belong."""
    pieces = _NAMES.split("" if text is None else str(text))  # ours, a name, ours …
    inner = Markup("").join(foreign(x) if n % 2 else signs(x) for n, x in enumerate(pieces))
    return Markup('<span class="reason" dir="ltr" lang="en">{}</span>').format(inner)


def signs(text: object) -> Markup:
    """Escaped; signs that would turn or hide text stand as ⟨U+202E⟩. The line ends of other systems are line ends."""
    given = "" if text is None else str(text).replace("\r\n", "\n")
    if HIDDEN.search(given) is None:
        return escape(given)
    pieces = _BETWEEN.split(given)  # plain, hidden, plain, hidden …
    return Markup("").join(_SIGN.format(ord(x)) if n % 2 else escape(x) for n, x in enumerate(pieces))


def plain(text: object) -> str:
    """For attributes and titles: hidden signs shown, nothing marked up."""
    return HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", str(text or ""))


def marked(pieces: Iterable[Piece]) -> Markup:
    """Pieces of one foreign text, some of them marked: «… <mark>…</mark> …» in one <bdi>."""
    inner = "".join([f'<mark class="{escape(c)}">{signs(t)}</mark>' if c else signs(t) for t, c in pieces])
    return Markup(f"<bdi>{inner}</bdi>")


def outside(url: str | None) -> str | None:
    """An address in the open web, None for anything else («javascript:», a file, a broken one)."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
