"""Bytes to text: UTF-8, UTF-16 with its mark, Windows-1256 where the letters show it; anything else says why not."""

import codecs
import re

from didar.terms import Reason

Fault = tuple[Reason, str]

UTF8_MARK = codecs.BOM_UTF8
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_HTML = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# What is looked for in text taken for Windows-1256: words that nearly every Persian sentence has, in its letters.
_COMMON = frozenset(
    [
        "و",
        "در",
        "به",
        "از",
        "که",
        "این",
        "را",
        "با",
        "است",
        "براي",
        "براى",
        "برای",
        "هاي",
        "های",
        "مي",
        "می",
        "آن",
        "کرد",
        "شد",
        "گفت",
        "تا",
        "بر",
        "يک",
        "یک",
        "خود",
    ]
)
_WORD = re.compile(r"[\u0621-\u06cc\u200c]+")


def decode(raw: bytes) -> str | Fault:
    """The text of `raw` without a byte order mark, or the reason why it is not text that can be read."""
    if what := other_file(raw):
        return Reason.NOT_TEXT, f"{what}, expected plain text"
    if raw.startswith(_UTF16_MARKS):
        return _decode_utf16(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_windows(raw, error)
    if is_binary(text):
        return Reason.NOT_TEXT, "a binary file, expected plain text"
    if is_page(raw):
        return Reason.NOT_TEXT, "an HTML page, expected plain text"
    return text


def other_file(raw: bytes) -> str | None:
    """What a file is by its first bytes where these are known and no text's."""
    return next((what for mark, what in _BINARY if raw.startswith(mark)), None)


def is_page(raw: bytes) -> bool:
    """Whether it begins as an HTML page does."""
    return _HTML.match(raw.removeprefix(UTF8_MARK)) is not None


def _decode_utf16(raw: bytes) -> str | Fault:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        return Reason.BAD_ENCODING, f"starts as UTF-16, but byte {error.start + 1} does not fit; save it as UTF-8"


def _decode_windows(raw: bytes, error: UnicodeDecodeError) -> str | Fault:
    text = raw.decode("cp1256")
    if is_binary(text):
        return Reason.NOT_TEXT, "a binary file, expected plain text"
    if _reads_as_persian(text):
        return text
    line = raw.count(b"\n", 0, error.start) + 1
    detail = f"line {line}: byte 0x{raw[error.start]:02x} is not UTF-8, and the text is not Windows-1256; save it as UTF-8"
    return Reason.BAD_ENCODING, detail


def is_binary(text: str) -> bool:
    """Whether it has NUL, or more control characters than a stray one here and there."""
    return "\x00" in text or len(_CONTROL.findall(text)) > max(3, len(text) // 200)


def _reads_as_persian(text: str) -> bool:
    """Whether text decoded as Windows-1256 is that: foreign characters are letters, and common words are among them.

    Damaged UTF-8 fails both ways: it turns into «ط§ظ» and signs, and no word of it is one.
    """
    foreign = [c for c in text if c > "\x7f"]
    letters = sum("\u0621" <= c <= "\u06cc" or c in "\u200c\u200d«»" for c in foreign)
    words = _WORD.findall(text)
    common = sum(word in _COMMON for word in words)
    return letters >= 0.9 * len(foreign) and common >= max(1, 0.05 * len(words))
