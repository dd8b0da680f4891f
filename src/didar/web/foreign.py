"""What comes from outside, made safe to show: escaped, isolated, its hidden signs shown and not obeyed."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from didar.views.sentences import is_hidden

Piece = tuple[str, str]  # text, class; the class is ours


def foreign(text: object) -> Markup:
    """Foreign text in a <bdi> of its own: whatever it holds cannot turn or touch what stands around it."""
    return Markup("<bdi>{}</bdi>").format(signs(text))


def signs(text: object) -> Markup:
    """Escaped; signs that would turn or hide text stand as ⟨U+202E⟩."""
    given = "" if text is None else str(text)
    if given.isprintable() and not any(map(is_hidden, given)):
        return escape(given)
    out: list[str] = []
    start = 0
    for n, letter in enumerate(given):
        if is_hidden(letter):
            out += (escape(given[start:n]), Markup('<span class="sign">⟨U+{:04X}⟩</span>').format(ord(letter)))
            start = n + 1
    return Markup("").join([*out, escape(given[start:])])


def plain(text: object) -> str:
    """For attributes and titles: hidden signs shown, nothing marked up."""
    return "".join(f"⟨U+{ord(c):04X}⟩" if is_hidden(c) else c for c in str(text or ""))


def marked(pieces: Iterable[Piece]) -> Markup:
    """Pieces of one foreign text, some of them marked: «… <mark>…</mark> …» in one <bdi>."""
    inner = Markup("").join(Markup('<mark class="{}">{}</mark>').format(c, signs(t)) if c else signs(t) for t, c in pieces)
    return Markup("<bdi>{}</bdi>").format(inner)


def outside(url: str | None) -> str | None:
    """An address in the open web, None for anything else («javascript:», a file, a broken one)."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
