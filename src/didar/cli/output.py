"""Where a command's lines go: a file that appears only when it is whole, or standard output. Messages go to stderr."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from didar.errors import UsageError
from didar.model import Reject


@contextmanager
def open_output(name: str | None) -> Iterator[BinaryIO]:
    """Standard output for None and -, else a file: written beside its place, put there at the end, or not at all."""
    if name is None or name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(os.path.realpath(name))
    if path.is_dir():
        raise UsageError(f"{name}: a folder, expected the name of a file to write")
    if not path.parent.is_dir():
        raise UsageError(f"{name}: there is no folder {path.parent}")
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                yield device
            return
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except PermissionError as error:
        raise UsageError(f"{name}: may not be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(part, 0o666 & ~_umask())
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def say_reject(reject: Reject) -> None:
    """One line for the analyst: where, what, and the reason's word."""
    say(f"{reject.where}: {reject.detail} [{reject.reason.value}]")


def say(message: str) -> None:
    """A message to stderr; a direction mark or other invisible sign in it is shown, not obeyed."""
    shown = "".join(c if c.isprintable() or c in "\n\u200c" else f"\\u{ord(c):04x}" for c in message)
    click.echo(f"\r\x1b[K{shown}" if sys.stderr.isatty() else shown, err=True)


class Progress:
    """A count on stderr, only in a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr.isatty()
        self._next = 0.0
        self.count = 0

    def step(self) -> None:
        self.count += 1
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.2
            click.echo(f"\r\x1b[K{self.count} {self._what} …", nl=False, err=True)

    def done(self) -> None:
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
