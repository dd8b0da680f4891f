"""The bytes of a page to its text: what the bytes show comes before what the page or its server says."""

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding

from didar.gather.decode import Fault
from didar.terms import Reason

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 4096  # bytes in which a page declares its charset; browsers look at 1024
_SAME = {"iso-8859-6": "cp1256", "x-mac-farsi": "cp1256", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
_BROKEN = 0.02  # share of a page's foreign letters that may be broken before it counts as another charset


def decode_page(content: bytes, *, content_type: str | None = None) -> str | Fault:
    """The text of a page, or why it cannot be had.

    A byte order mark decides. Else bytes that are valid UTF-8 are UTF-8, whatever is declared: no other charset gives them by
    chance. Else the charset declared by the server, then by the page, then the one that the bytes look like. Broken
    bytes become U+FFFD where they are few. NUL characters, which browsers drop too, are dropped.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace").replace("\x00", "")
    try:
        return content.decode("utf-8").replace("\x00", "")
    except UnicodeDecodeError:
        pass
    for name in _likely(content, content_type):
        text = _try(content, name)
        if text is not None:
            return text.replace("\x00", "")
    return Reason.BAD_ENCODING, "the page is neither UTF-8 nor in the charset it declares; save it as UTF-8"


def _likely(content: bytes, content_type: str | None) -> Iterator[str]:
    """The charsets to try, one after another: declared by the server, by the page, then what the bytes look like."""
    if header := _HEADER.search(content_type or ""):
        yield header[1]
    for pattern in (_META, _XML):
        if found := pattern.search(content[:_HEAD]):
            yield found[1].decode("ascii", "replace")
    yield detect_encoding(content) or "utf-8"
    yield from ("utf-8", "cp1256")


def _try(content: bytes, name: str) -> str | None:
    """The text in this charset; None where the charset is unknown or too much of the page does not fit it."""
    name = _SAME.get(name.lower(), name)
    try:
        if not codecs.lookup(name)._is_text_encoding:
            return None
        text = content.decode(name, "replace")
    except (LookupError, UnicodeError):
        return None
    broken = text.count("\ufffd")
    foreign = sum(text.count(c) for c in "اآیيىرنمودهـ") + broken
    return text if broken <= _BROKEN * foreign else None
