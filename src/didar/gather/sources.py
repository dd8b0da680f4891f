"""What the caller names (files, folders, standard input) → articles, in order."""

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from didar.errors import SourceError, UsageError
from didar.gather.archives import ReadPage
from didar.gather.streams import READ_SUFFIXES, STDIN, kind_of, read_standard_input, read_stream
from didar.model import Article, Reject
from didar.terms import Reason

_ADDRESS = ("http://", "https://")
_NOT_SOURCES = frozenset({"thumbs.db", "desktop.ini"})

Found = Iterator[Article | Reject]
Fetch = Callable[[str], Found]
Keep = Callable[[Found, str], Found]


def read_sources(
    paths: Sequence[str | os.PathLike[str]],
    *,
    read_page: ReadPage | None = None,
    fetch: Fetch | None = None,
    keep: Keep = lambda found, where: found,
) -> Found:
    """Every article of every source, in the order named; a folder's files in the order of their paths.

    read_page: what turns a page's bytes into articles (`gather.contents.read_content`, in a worker or not); without it pages
    are rejected. `didar.gathering.gather` gives it. fetch: what gives the articles of a web address; without it an address
    is no source. keep: leaves out articles of a source, called with its name for the Rejects that say so.
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
    return _once_each(_read_all(names, read_page, fetch, keep))


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


def _read_all(names: Sequence[str], read_page: ReadPage | None, fetch: Fetch | None, keep: Keep) -> Found:
    def read_file(path: Path) -> Found:
        return keep(_read_file(path, read_page), str(path))

    for name in names:
        if name == "-":
            yield from keep(read_standard_input(sys.stdin.buffer, read_page=read_page), STDIN)
        elif fetch is not None and is_address(name):
            yield from keep(fetch(name), name)
        elif os.path.isdir(name):
            yield from _read_folder(Path(name), read_file)
        else:
            yield from read_file(Path(name))


def _once_each(found: Found) -> Found:
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


def _read_folder(folder: Path, read_file: Callable[[Path], Found]) -> Found:
    """Files with a suffix of READ_SUFFIXES, in the order of their paths; the others are counted in one Reject."""
    skipped: Counter[str] = Counter()
    read = 0
    for item in _walk(folder, set()):
        if isinstance(item, Reject):
            yield item
        elif kind_of(item.name) in READ_SUFFIXES:
            read += 1
            yield from read_file(item)
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
            if _belongs_to_a_page(entry):
                continue
            yield from _walk(entry, entered)
        elif os.path.exists(entry) and not os.path.isfile(entry):
            yield Reject(where=str(entry), reason=Reason.UNREADABLE_FILE, detail="a pipe or device, expected a file")
        else:
            yield entry


def _belongs_to_a_page(folder: Path) -> bool:
    """«x_files» beside «x.html»: the pictures and scripts that a browser saves with a page."""
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and any(folder.with_name(f"{stem}{suffix}").is_file() for suffix in (".html", ".htm"))


def _unreadable(path: Path, error: OSError) -> Reject:
    return Reject(where=str(path), reason=Reason.UNREADABLE_FILE, detail=f"cannot be read: {error.strerror or error}")


def _read_file(path: Path, read_page: ReadPage | None) -> Found:
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, name=str(path), read_page=read_page)
    except OSError as error:
        yield _unreadable(path, error)
