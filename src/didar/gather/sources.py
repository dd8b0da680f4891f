"""What the caller names (files, folders, standard input) → articles, in order."""

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from didar.errors import SourceError, UsageError
from didar.gather.decode import UTF8_MARK, decode
from didar.gather.fields import MAX_TEXT, article_or_reject
from didar.gather.records import MAX_JSON, MAX_LINE, read_json, read_json_lines
from didar.gather.text import split_front_matter
from didar.model import Article, Reject
from didar.terms import Reason

STDIN = "standard input"
READ_SUFFIXES = (".txt", ".md", ".json", ".jsonl", ".ndjson")

_MAX_FILE = 4 * MAX_TEXT + 10_000  # bytes of a text file: UTF-8 needs at most four a character, and the head
_ADDRESS = ("http://", "https://")
_NOT_SOURCES = frozenset({"thumbs.db", "desktop.ini"})


Fetch = Callable[[str], Iterator[Article | Reject]]


def read_sources(paths: Sequence[str | os.PathLike[str]], *, fetch: Fetch | None = None) -> Iterator[Article | Reject]:
    """Every article of every source, in the order named; a folder's files in the order of their paths.

    fetch: what gives the articles of a web address; without it addresses are no sources.
    Raises SourceError before anything is read where a source does not exist or may not be opened, UsageError where
    standard input is named twice. Only one article is held at a time, and a few bytes for each id seen: a second
    article under the same id is a Reject (`repeated` where it is the same article, `bad_field` where it is another).
    """
    names = [os.fspath(path) for path in paths]
    if names.count("-") > 1:
        raise UsageError("standard input (-) is named more than once")
    for name in names:
        if name != "-" and not (fetch and is_address(name)):
            _check_source(name)
    return _once_each(_read_all(names, fetch))


def is_address(name: str) -> bool:
    """Whether a source is a web address, not a file."""
    return name.lower().startswith(_ADDRESS)


def _check_source(name: str) -> None:
    try:
        os.stat(name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"{name}: {reason or error}, expected a file, a folder or - for standard input") from error
    if not os.access(name, os.R_OK):
        raise SourceError(f"{name}: may not be opened for reading")


def _read_all(names: Sequence[str], fetch: Fetch | None) -> Iterator[Article | Reject]:
    for name in names:
        if name == "-":
            yield from _read_stream(sys.stdin.buffer)
        elif fetch is not None and is_address(name):
            yield from fetch(name)
        elif os.path.isdir(name):
            yield from _read_folder(Path(name))
        else:
            yield from _read_file(Path(name))


def _once_each(found: Iterator[Article | Reject]) -> Iterator[Article | Reject]:
    """Articles whose id was seen before become Rejects."""
    seen: dict[str, bytes] = {}
    for item in found:
        if isinstance(item, Reject):
            yield item
            continue
        digest = hashlib.blake2b(repr(item).encode("utf-8", "replace"), digest_size=8).digest()
        first = seen.setdefault(item.id, digest)
        if first is digest:
            yield item
        elif first == digest:
            yield Reject(where=item.id, reason=Reason.REPEATED, detail="the same article was given before; it is read once")
        else:
            detail = f'another article was given before under the id "{item.id}", expected an id of its own'
            yield Reject(where=item.id, reason=Reason.BAD_FIELD, detail=f"{detail} (this one begins «{item.text.strip()[:40]}»)")


# -- folders -----------------------------------------------------------------------------------------------------------


def _read_folder(folder: Path) -> Iterator[Article | Reject]:
    """Files with a suffix of READ_SUFFIXES, in the order of their paths; the others are counted in one Reject."""
    skipped: Counter[str] = Counter()
    read = 0
    for item in _walk(folder, set()):
        if isinstance(item, Reject):
            yield item
        elif item.suffix.lower() in READ_SUFFIXES:
            read += 1
            yield from _read_file(item)
        else:
            skipped[item.suffix.lower() or "without a suffix"] += 1
    expected = f"expected {' '.join(READ_SUFFIXES)}"
    if skipped:
        shown = ", ".join(f"{count} {suffix}" for suffix, count in sorted(skipped.items()))
        yield Reject(where=str(folder), reason=Reason.NOT_TEXT, detail=f"{skipped.total()} files passed over: {shown}; {expected}")
    elif not read:
        yield Reject(where=str(folder), reason=Reason.EMPTY_TEXT, detail=f"the folder has no file to read, {expected}")


def _walk(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path | Reject]:
    """The files below a folder, sorted. Links are followed; a folder is entered once, so loops end."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in entered:
            return
        entered.add((status.st_dev, status.st_ino))
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _NOT_SOURCES:
            continue
        if os.path.isdir(entry):
            yield from _walk(entry, entered)
        elif os.path.exists(entry) and not os.path.isfile(entry):
            yield Reject(where=str(entry), reason=Reason.UNREADABLE_FILE, detail="a pipe or device, expected a file")
        else:
            yield entry


def _unreadable(path: Path, error: OSError) -> Reject:
    return Reject(where=str(path), reason=Reason.UNREADABLE_FILE, detail=f"cannot be read: {error.strerror or error}")


# -- files and streams -------------------------------------------------------------------------------------------------


def _read_file(path: Path) -> Iterator[Article | Reject]:
    try:
        with path.open("rb") as stream:
            yield from _read_opened(stream, path)
    except OSError as error:
        yield _unreadable(path, error)


def _read_opened(stream: BinaryIO, path: Path) -> Iterator[Article | Reject]:
    name, suffix = str(path), path.suffix.lower()
    if suffix in {".jsonl", ".ndjson"}:
        yield from read_json_lines(stream, name=name)
    elif suffix == ".json":
        yield from _read_json_file(stream, name)
    else:
        raw = stream.read(_MAX_FILE + 1)
        if suffix not in READ_SUFFIXES and _looks_like_json(raw):
            yield from read_json_lines(stream, name=name, head=raw)
        else:
            yield from _read_text(raw, name)


def _read_json_file(stream: BinaryIO, name: str) -> Iterator[Article | Reject]:
    raw = stream.read(MAX_JSON + 1)
    if len(raw) > MAX_JSON:
        detail = f"a JSON file of more than {MAX_JSON:,} bytes, expected a smaller one, or one article a line in a .jsonl file"
        yield Reject(where=name, reason=Reason.TEXT_TOO_LONG, detail=detail)
        return
    if not raw.strip():
        yield Reject(where=name, reason=Reason.EMPTY_TEXT, detail="the file is empty")
        return
    articles = read_json(raw, name=name)
    yield from read_json_lines(stream, name=name, head=raw) if articles is None else articles


def _read_stream(stream: BinaryIO) -> Iterator[Article | Reject]:
    """Standard input: JSON lines where it begins like them, else one text."""
    head = stream.readline(MAX_LINE + 1)
    while head and not head.strip() and len(head) <= MAX_LINE:
        head += stream.readline(MAX_LINE + 1)
    if _looks_like_json(head):
        yield from read_json_lines(stream, name=STDIN, head=head)
    else:
        yield from _read_text(head + stream.read(max(0, _MAX_FILE + 1 - len(head))), STDIN)


def _looks_like_json(raw: bytes) -> bool:
    return raw[:4096].removeprefix(UTF8_MARK).lstrip()[:64].replace(b" ", b"").startswith((b'{"', b"{}"))


def _read_text(raw: bytes, name: str) -> Iterator[Article | Reject]:
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
