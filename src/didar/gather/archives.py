"""WARC and Parquet → pages and articles, one at a time; what was cut short or is broken is said."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from didar.gather.fields import FIELDS, article_or_reject
from didar.gather.markup import MAX_PAGE
from didar.gather.unpacking import Bomb, Unpacked
from didar.model import Article, Reject
from didar.terms import Reason

ReadPage = Callable[..., Iterable[Article | Reject]]  # (content, url=, content_type=, where=), as `gather.contents.read_content`

_END = b"\r\n\r\n"  # of every record, and so of a whole archive
_PAGES = ("text/html", "application/xhtml+xml")
_MAX_RECORD = 10 * MAX_PAGE


def read_warc(stream: BinaryIO, *, name: str, read_page: ReadPage) -> Iterator[Article | Reject]:
    """The pages of a WARC file, packed or not. One that was cut short gives what it has, and a Reject that says so."""
    source = _Told(stream)
    packed = source.begins(b"\x1f\x8b")
    plain: Unpacked | _Told = Unpacked(cast(BinaryIO, source)) if packed else source
    number = whole = 0
    short: str | None = None
    try:
        records = ArchiveIterator(
            cast(BinaryIO, plain), record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False, stream_detect=False
        )
        for number, record in enumerate(records, start=1):
            if record.content_length > _MAX_RECORD:
                detail = f"a record of {record.content_length:,} bytes, expected at most {_MAX_RECORD:,}"
                yield Reject(where=f"{name}, page {number}", reason=Reason.TEXT_TOO_LONG, detail=detail)
                continue
            url = record.headers.get("WARC-Target-URI")
            body = record.reader.read()
            if len(body) < record.content_length:
                short = f"the record of {url} has {len(body):,} of {record.content_length:,} bytes"
                break
            whole += 1
            yield from _read_record(record, body, url, where=f"{name}, page {number}", read_page=read_page)
    except Bomb:
        yield Reject(where=name, reason=Reason.HOSTILE, detail="unpacks to more than 300 times its size, expected an archive of pages")
        return
    except (OSError, ValueError) as fault:
        yield Reject(where=name, reason=Reason.CUT_SHORT, detail=f"broken after {whole} records of pages, which are read: {fault}")
        return
    if short is None and (plain.tail != _END or (isinstance(plain, Unpacked) and plain.cut)):
        short = "it does not end where a record ends"
    if short is not None:
        detail = f"the archive is cut short ({short}); {whole} whole records of pages were in it"
        yield Reject(where=name, reason=Reason.CUT_SHORT, detail=detail)


class _Told:
    """A stream that tells its first and its last bytes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._first = stream.read(4)
        self._given = 0
        self.tail = b""

    def begins(self, mark: bytes) -> bool:
        return self._first.startswith(mark)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._given

    def read(self, size: int = -1) -> bytes:
        head, self._first = self._first, b""
        data = head + self._stream.read(max(0, size - len(head)) if size >= 0 else -1)
        self._given += len(data)
        self.tail = (self.tail + data)[-4:]
        return data


def _read_record(record: WarcRecord, body: bytes, url: str | None, *, where: str, read_page: ReadPage) -> Iterator[Article | Reject]:
    """The page of a record; nothing for pictures, redirects and the like, which are no pages."""
    if record.record_type == WarcRecordType.resource:
        kind = record.headers.get("Content-Type") or ""
        content: bytes | None = body
    else:
        head, _, content = body.partition(_END)
        lines = head.decode("latin-1").split("\r\n")
        headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
        if lines[0].split(" ")[1:2] != ["200"]:
            return
        kind = headers.get("content-type", "")
        content = _decoded(content, headers)
    if not kind.lower().startswith(_PAGES):
        return
    if content is None:
        yield Reject(where=where, reason=Reason.HOSTILE, detail=f"the page cannot be unpacked, or to more than {MAX_PAGE:,} bytes")
        return
    yield from read_page(content, url=url, content_type=kind, where=f"{where} ({url})" if url else where)


def _decoded(content: bytes, headers: dict[str, str]) -> bytes | None:
    """A body without its transfer and content codings; None where it is broken, too large, or in a coding not known."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        content = _joined(content)
    coding = headers.get("content-encoding", "identity").lower()
    if coding in ("", "identity"):
        return content
    if coding not in ("gzip", "x-gzip", "deflate"):
        return None
    try:
        unpacker = zlib.decompressobj(47 if "gzip" in coding else 15)
        unpacked = unpacker.decompress(content, MAX_PAGE + 1)
    except zlib.error:
        return None
    return unpacked if len(unpacked) <= MAX_PAGE else None


def _joined(content: bytes) -> bytes:
    """Chunks joined; a body that has none after all (many tools join them when they save) is left as it is."""
    out, at = bytearray(), 0
    while True:
        end = content.find(b"\r\n", at, at + 20)
        try:
            size = int(content[at:end].partition(b";")[0], 16) if end > 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return bytes(out) if out else content
        if size == 0:
            return bytes(out)
        out += content[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


# -- Parquet -----------------------------------------------------------------------------------------------------------


def read_parquet(stream: BinaryIO, *, name: str) -> Iterator[Article | Reject]:
    """The rows of a Parquet file as articles, a few at a time; columns as the fields of JSONL."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        detail = "a Parquet file, for which pyarrow is needed; install it with: pip install 'didar[parquet]'"
        yield Reject(where=name, reason=Reason.UNREADABLE_FILE, detail=detail)
        return
    row = 0
    try:
        file = parquet.ParquetFile(stream)
        columns = [column for column in (*FIELDS, "text") if column in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=64, columns=columns):
            for fields in batch.to_pylist():
                row += 1
                yield from article_or_reject({k: _plain(v) for k, v in fields.items()}, where=f"{name}, row {row}")
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as fault:
        what = str(fault).split("\n", 1)[0][:120]
        yield Reject(where=name, reason=Reason.CUT_SHORT, detail=f"a broken Parquet file, {row} rows of which were read: {what}")


def _plain(value: Any) -> Any:
    """Dates and moments as ISO 8601, the rest as it is."""
    return value.isoformat() if isinstance(value, date | datetime) else value
