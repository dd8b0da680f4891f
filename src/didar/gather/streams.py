"""An open file or standard input → articles, by the kind that its name or its first bytes show."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from didar.gather.archives import ReadPage, read_parquet, read_warc
from didar.gather.channels import is_export, read_export
from didar.gather.contents import MHTML_SUFFIXES
from didar.gather.decode import UTF8_MARK, decode, is_page
from didar.gather.fields import MAX_TEXT, article_or_reject
from didar.gather.markup import MAX_PAGE
from didar.gather.records import MAX_JSON, MAX_LINE, load_json, read_json_lines, read_values
from didar.gather.text import split_front_matter
from didar.gather.unpacking import Bomb, Unpacked
from didar.model import Article, Reject
from didar.terms import Reason

STDIN = "standard input"
TEXT_SUFFIXES = (".txt", ".md")
LINE_SUFFIXES = (".jsonl", ".ndjson")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", *MHTML_SUFFIXES)
READ_SUFFIXES = (*TEXT_SUFFIXES, ".json", *LINE_SUFFIXES, *PAGE_SUFFIXES, ".warc", ".parquet")
PACKED = ".gz"

_MAX_FILE = 4 * MAX_TEXT + 10_000  # bytes of a text file: UTF-8 needs at most four a character, and the head
_MAX_SAVED = 8 * MAX_PAGE  # bytes of a page's file: MHTML has its pictures in it


def kind_of(name: str) -> str:
    """The suffix that tells the kind: .jsonl of news.jsonl.gz."""
    plain = name.lower().removesuffix(PACKED)
    dot = plain.rfind(".")
    return plain[dot:] if dot >= 0 and "/" not in plain[dot:] else ""


def read_stream(stream: BinaryIO, *, name: str, read_page: ReadPage | None) -> Iterator[Article | Reject]:
    """The articles of an open file. `name`: its path, by which its kind is known."""
    if kind_of(name) == ".warc":  # packs its records one by one, and is unpacked where it is read
        if read_page is None:
            yield _no_pages(name)
        else:
            yield from read_warc(stream, name=name, read_page=read_page)
        return
    if not name.lower().endswith(PACKED):
        yield from _read_kind(stream, name, read_page)
        return
    unpacked = Unpacked(stream)
    try:
        yield from _read_kind(cast(BinaryIO, io.BufferedReader(unpacked)), name, read_page)
    except Bomb:
        yield Reject(where=name, reason=Reason.HOSTILE, detail="unpacks to more than 300 times its size, expected a file of texts")
        return
    if unpacked.cut:
        yield Reject(where=name, reason=Reason.CUT_SHORT, detail="the packed file is cut short or damaged; what could be unpacked is read")


def read_standard_input(stream: BinaryIO, *, read_page: ReadPage | None) -> Iterator[Article | Reject]:
    """Standard input: JSON lines where it begins like them, a page, else one text."""
    head = stream.readline(MAX_LINE + 1)
    while head and not head.strip() and len(head) <= MAX_LINE:
        head += stream.readline(MAX_LINE + 1)
    if _looks_like_json(head):
        yield from read_json_lines(stream, name=STDIN, head=head)
    else:
        yield from _read_text(head + stream.read(max(0, MAX_PAGE + 1 - len(head))), STDIN, read_page)


def _read_kind(stream: BinaryIO, name: str, read_page: ReadPage | None) -> Iterator[Article | Reject]:
    kind = kind_of(name)
    if kind in LINE_SUFFIXES:
        yield from read_json_lines(stream, name=name)
    elif kind == ".json":
        yield from _read_json_file(stream, name)
    elif kind == ".parquet":
        yield from read_parquet(stream, name=name)
    elif kind in PAGE_SUFFIXES:
        yield from _read_page(stream.read(_MAX_SAVED + 1), name, read_page)
    else:
        raw = stream.read(MAX_PAGE + 1)
        if kind not in TEXT_SUFFIXES and _looks_like_json(raw):
            yield from read_json_lines(stream, name=name, head=raw)
        else:
            yield from _read_text(raw, name, read_page)


def _read_json_file(stream: BinaryIO, name: str) -> Iterator[Article | Reject]:
    raw = stream.read(MAX_JSON + 1)
    if len(raw) > MAX_JSON:
        detail = f"a JSON file of more than {MAX_JSON:,} bytes, expected a smaller one, or one article a line in a .jsonl file"
        yield Reject(where=name, reason=Reason.TEXT_TOO_LONG, detail=detail)
        return
    if not raw.strip():
        yield Reject(where=name, reason=Reason.EMPTY_TEXT, detail="the file is empty")
        return
    value = load_json(raw, name=name)
    if isinstance(value, Reject):
        yield value
    elif value is None:
        yield from read_json_lines(stream, name=name, head=raw)
    elif is_export(value[0]):
        yield from read_export(value[0], where=name)
    else:
        yield from read_values(value[0], name=name)


def _read_page(raw: bytes, name: str, read_page: ReadPage | None) -> Iterator[Article | Reject]:
    if len(raw) > _MAX_SAVED:
        yield Reject(where=name, reason=Reason.TEXT_TOO_LONG, detail=f"a page of more than {_MAX_SAVED:,} bytes")
    elif read_page is None:
        yield _no_pages(name)
    else:
        yield from read_page(raw, url=None, content_type=None, where=name)


def _no_pages(name: str) -> Reject:
    return Reject(where=name, reason=Reason.NOT_TEXT, detail="an HTML page, which is not read here; give the text alone")


def _looks_like_json(raw: bytes) -> bool:
    return raw[:4096].removeprefix(UTF8_MARK).lstrip()[:64].replace(b" ", b"").startswith((b'{"', b"{}"))


def _read_text(raw: bytes, name: str, read_page: ReadPage | None) -> Iterator[Article | Reject]:
    if is_page(raw):
        yield from _read_page(raw, name, read_page)
        return
    if len(raw) > _MAX_FILE:
        detail = f"more than {MAX_TEXT:,} characters, expected one article"
        yield Reject(where=name, reason=Reason.TEXT_TOO_LONG, detail=detail)
        return
    if not raw.strip():
        yield Reject(where=name, reason=Reason.EMPTY_TEXT, detail="the file is empty")
        return
    text = decode(raw)
    if isinstance(text, tuple):
        yield Reject(where=name, reason=text[0], detail=text[1])
        return
    yield from article_or_reject(split_front_matter(text), where=name)
