"""Gzip as a stream that is bounded and says when it was cut short, instead of failing or ending in silence."""

import io
import zlib
from typing import BinaryIO

MAX_RATIO = 300  # unpacked bytes for one packed; text packs to a tenth, in rare cases to a fiftieth
FREE = 8_000_000  # unpacked bytes before the ratio is looked at
_CHUNK = 1 << 16
_GZIP = 31  # window bits that make zlib read gzip members


class Bomb(Exception):
    """A packed file that unpacks to more than text ever does."""


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip file of one or many members. Raises Bomb where they are out of all proportion.

    cut: whether the file ended (or broke) inside a member; known when the end is reached. tail: the last four bytes.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False
        self._pending = b""
        self._taken = self._given = 0
        self.cut = False
        self.tail = b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Only to where it stands; readers ask for the position this way."""
        if (whence, offset) not in ((io.SEEK_CUR, 0), (io.SEEK_SET, self._given)):
            raise io.UnsupportedOperation("a packed file is read from the beginning to the end")
        return self._given

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        piece = self._next(len(view))
        view[: len(piece)] = piece
        self._given += len(piece)
        self.tail = (self.tail + piece)[-4:]
        if self._given > FREE and self._given > MAX_RATIO * self._taken:
            raise Bomb
        return len(piece)

    def _next(self, size: int) -> bytes:
        """Some bytes, at most `size`; none at the end."""
        while True:
            if not self._pending:
                self._pending = self._packed.read(_CHUNK)
                self._taken += len(self._pending)
            if not self._pending:
                self.cut = self.cut or (self._begun and not self._member.eof)
                return b""
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP)
                self._pending = self._pending.lstrip(b"\x00")  # padding between members
                self._begun = False
                continue
            try:
                self._begun = True
                piece = self._member.decompress(self._pending, size)
            except zlib.error:
                self.cut = True
                self._pending = b""
                self._packed.read()
                return b""
            self._pending = self._member.unconsumed_tail or self._member.unused_data
            if piece:
                return piece
