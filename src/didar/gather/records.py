"""JSON and JSON lines → the fields of articles, one at a time, in bounded memory."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from didar.gather.decode import decode
from didar.gather.fields import article_or_reject
from didar.model import Article, Reject
from didar.terms import Reason

MAX_LINE = 8_000_000  # bytes of one line: a text of MAX_TEXT characters, even where each is written as \uXXXX
MAX_JSON = 64_000_000  # bytes of a JSON file, which must be read whole


def read_json_lines(stream: BinaryIO, *, name: str, head: bytes = b"") -> Iterator[Article | Reject]:
    """An Article or Rejects for each line that is not empty. `head`: what was taken from the stream already."""
    for number, line in _lines(stream, head):
        where = f"{name}:{number}"
        if line is None:
            yield Reject(where=where, reason=Reason.TEXT_TOO_LONG, detail=f"a line of more than {MAX_LINE:,} bytes, expected one article")
        elif number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Reject(where=where, reason=Reason.BAD_ENCODING, detail="JSON lines in UTF-16, expected UTF-8")
            return
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from _read_line(line.rstrip(), where=where)


def load_json(raw: bytes, *, name: str) -> tuple[object] | Reject | None:
    """The value of a JSON file, alone in a tuple, or why there is none. None where it holds more than one JSON value."""
    text = decode(raw)
    if isinstance(text, tuple):
        return Reject(where=name, reason=text[0], detail=text[1])
    try:
        return (json.loads(text, strict=False),)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return None
        return Reject(where=f"{name}:{error.lineno}", reason=Reason.BAD_JSON, detail=_broken(error))
    except (ValueError, RecursionError) as error:
        return Reject(where=name, reason=Reason.BAD_JSON, detail=_broken(error))


def read_values(value: object, *, name: str) -> Iterator[Article | Reject]:
    """The articles of a JSON file: one object, or a list of them."""
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _read_value(item, where=f"{name}, item {number}")
    else:
        yield from _read_value(value, where=name)


def _read_line(line: bytes, *, where: str) -> Iterator[Article | Reject]:
    text = decode(line)
    if isinstance(text, tuple):
        yield Reject(where=where, reason=text[0], detail=text[1])
        return
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        yield Reject(where=where, reason=Reason.BAD_JSON, detail=_broken(error))
        return
    yield from _read_value(value, where=where)


def _read_value(value: object, *, where: str) -> Iterator[Article | Reject]:
    if not isinstance(value, dict):
        yield Reject(where=where, reason=Reason.BAD_JSON, detail='not an object, expected {"text": …}')
        return
    inner = value.get("article")
    if "text" not in value and isinstance(inner, dict):
        value = inner
    yield from article_or_reject(value, where=where)


def _broken(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"broken JSON at character {error.colno}: {error.msg}"
    return "broken JSON: nested too deep" if isinstance(error, RecursionError) else f"broken JSON: {str(error)[:80]}"


def _lines(stream: BinaryIO, head: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Lines by number; None for one that is too long, which is passed over without being kept."""
    number = 1
    ready = head.split(b"\n")
    pending = ready.pop()
    for line in ready:
        yield number, line if len(line) <= MAX_LINE else None
        number += 1
    while True:
        piece = stream.readline(MAX_LINE + 1 - min(len(pending), MAX_LINE))
        line, pending = pending + piece, b""
        if not line:
            return
        too_long = len(line) > MAX_LINE
        while piece and not piece.endswith(b"\n") and too_long:
            piece = stream.readline(MAX_LINE)
        yield number, None if too_long else line
        number += 1
