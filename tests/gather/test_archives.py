"""WARC, Parquet and packed files: what is in them is read, what is cut short or a bomb is said."""

import gzip
import io
import json
import random
import zlib
from pathlib import Path

import pytest

import pressroom
from didar.gather import read_sources
from didar.gather.archives import read_parquet, read_warc
from didar.gather.contents import read_content
from didar.gather.unpacking import Bomb, Unpacked
from didar.gathering import page_rules, read_days
from didar.model import Article, Reject
from didar.terms import Reason

RULES = page_rules()
STORIES = [pressroom.make_story(n) for n in range(5)]
PAGES = [pressroom.make_page("tasnim", story) for story in STORIES]
TEXT = "وزیر امور خارجه امروز در تهران با سفیر تازهٔ یک کشور همسایه دیدار کرد."


def read_page(content: bytes, *, url: str | None, content_type: str | None, where: str) -> list[Article | Reject]:
    return list(read_content(content, url=url, content_type=content_type, where=where, rules=RULES, read_days=read_days))


def record(url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode()
    return warc(f"WARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n", head + body)


def warc(headers: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\n{headers}WARC-Date: 2025-02-25T11:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def url(n: int) -> str:
    return f"https://www.tasnimnews.com/fa/news/{n}"


RECORDS = [record(url(n), page) for n, page in enumerate(PAGES)]
INFO = warc("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", b"software: none\r\n")


def read(content: bytes) -> tuple[list[Article], list[Reject]]:
    found = list(read_warc(io.BytesIO(content), name="a.warc", read_page=read_page))
    return [a for a in found if isinstance(a, Article)], [r for r in found if isinstance(r, Reject)]


def packed(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(r) for r in records)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"".join([INFO, *RECORDS]), id="plain"),
        pytest.param(packed([INFO, *RECORDS]), id="each record packed"),
        pytest.param(gzip.compress(b"".join([INFO, *RECORDS])), id="packed as a whole"),
    ],
)
def test_every_page_of_an_archive(content: bytes) -> None:
    articles, rejects = read(content)
    assert [a.text for a in articles] == [s.text for s in STORIES]
    assert rejects == []


@pytest.mark.parametrize(
    ("content", "left"),
    [
        pytest.param(b"".join(RECORDS)[:-400], 4, id="in a page"),
        pytest.param(b"".join(RECORDS)[: -len(RECORDS[-1]) + 60], 4, id="in the headers of a record"),
        pytest.param(b"".join(RECORDS)[:-2], 5, id="at the very end"),
        pytest.param(packed(RECORDS)[:-300], 4, id="in a packed record"),
        pytest.param(packed(RECORDS)[:-4], 5, id="in the last bytes of a packed record"),
        pytest.param(gzip.compress(b"".join(RECORDS))[:-2000], None, id="packed as a whole"),
        pytest.param(b"".join(RECORDS[:2]) + b"garbage" + b"".join(RECORDS[2:]), 2, id="broken in the middle"),
    ],
)
def test_an_archive_cut_short_says_so(content: bytes, left: int | None) -> None:
    articles, rejects = read(content)
    assert [r.reason for r in rejects] == [Reason.CUT_SHORT]
    assert left is None or [a.text for a in articles] == [s.text for s in STORIES[:left]]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(record(url(9), b"", status="301 Moved", more="Location: /x\r\n"), id="a redirect"),
        pytest.param(record(url(9), PAGES[0], status="404 Not Found"), id="not found"),
        pytest.param(record(url(9), b"\x89PNG", kind="image/png"), id="a picture"),
        pytest.param(
            warc("WARC-Type: request\r\nContent-Type: application/http; msgtype=request\r\n", b"GET / HTTP/1.1\r\n\r\n"), id="a request"
        ),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    articles, rejects = read(RECORDS[0] + other + RECORDS[1])
    assert (len(articles), rejects) == (2, [])


def chunked(body: bytes) -> bytes:
    pieces = [body[n : n + 1000] for n in range(0, len(body), 1000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "more"),
    [
        pytest.param(gzip.compress(PAGES[0]), "Content-Encoding: gzip\r\n", id="gzip"),
        pytest.param(zlib.compress(PAGES[0]), "Content-Encoding: deflate\r\n", id="deflate"),
        pytest.param(chunked(PAGES[0]), "Transfer-Encoding: chunked\r\n", id="chunks"),
        pytest.param(chunked(gzip.compress(PAGES[0])), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", id="both"),
        pytest.param(PAGES[0], "Transfer-Encoding: chunked\r\n", id="chunks joined before"),
    ],
)
def test_codings_of_a_page(body: bytes, more: str) -> None:
    (article,), rejects = read(record(url(0), body, more=more))
    assert (article.text, rejects) == (STORIES[0].text, [])


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        pytest.param(gzip.compress(b"<p>" + b" " * 50_000_000), "gzip", id="a bomb"),
        pytest.param(b"not gzip at all", "gzip", id="broken"),
        pytest.param(PAGES[0], "br", id="a coding not known"),
    ],
)
def test_a_page_that_cannot_be_unpacked(body: bytes, coding: str) -> None:
    articles, (reject,) = read(record(url(0), body, more=f"Content-Encoding: {coding}\r\n") + RECORDS[1])
    assert (len(articles), reject.reason) == (1, Reason.HOSTILE)


def test_no_archive_at_all() -> None:
    articles, (reject,) = read(b"hello world " * 100)
    assert (articles, reject.reason) == ([], Reason.CUT_SHORT)


# -- packed files ------------------------------------------------------------------------------------------------------


def files(folder: Path) -> tuple[list[Article], list[Reject]]:
    found = list(read_sources([folder], read_page=read_page))
    return [a for a in found if isinstance(a, Article)], [r for r in found if isinstance(r, Reject)]


def test_files_of_every_kind_in_a_folder(tmp_path: Path) -> None:
    line = json.dumps({"id": "line", "text": TEXT}).encode() + b"\n"
    for name, content in {
        "a.html": PAGES[0],
        "b.htm.gz": gzip.compress(PAGES[1]),
        "c.warc.gz": packed(RECORDS[2:3]),
        "d.jsonl.gz": gzip.compress(line),
        "e.txt.gz": gzip.compress(TEXT.encode()),
        "f.json.gz": gzip.compress(json.dumps([{"id": "json", "text": TEXT}]).encode()),
        "g.txt": PAGES[3],
        "a_files/x.html": PAGES[4],
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    articles, rejects = files(tmp_path)
    assert [a.text for a in articles] == [*(s.text for s in STORIES[:3]), TEXT, TEXT, TEXT, STORIES[3].text]
    assert rejects == []


def test_a_packed_file_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": f"{n}", "text": f"{n} {TEXT}"}).encode() + b"\n" for n in range(3000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-3000])
    articles, rejects = files(tmp_path)
    assert 100 < len(articles) < 3000
    assert rejects[-1].reason is Reason.CUT_SHORT


def test_a_bomb_is_given_up(tmp_path: Path) -> None:
    member = gzip.compress(b" " * 10_000_000, 9)
    (tmp_path / "a.jsonl.gz").write_bytes(member * 20)
    articles, (reject,) = files(tmp_path)
    assert (articles, reject.reason) == ([], Reason.HOSTILE)


def test_unpacked_stream() -> None:
    data = bytes(range(256)) * 1000
    stream = Unpacked(io.BytesIO(gzip.compress(data) + gzip.compress(b"end") + b"\x00" * 10))
    assert stream.readall() == data + b"end"
    assert (stream.cut, stream.tail, stream.tell()) == (False, data[-1:] + b"end", len(data) + 3)
    with pytest.raises(io.UnsupportedOperation):
        stream.seek(0)
    with pytest.raises(Bomb):
        Unpacked(io.BytesIO(gzip.compress(b" " * 100_000_000, 9))).readall()


# -- Parquet -----------------------------------------------------------------------------------------------------------


def parquet(folder: Path, rows: list[dict[str, object]]) -> Path:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from pyarrow.parquet import write_table

    write_table(pyarrow.Table.from_pylist(rows), folder / "a.parquet")
    return folder / "a.parquet"


def test_rows_of_a_parquet_file(tmp_path: Path) -> None:
    from datetime import date

    parquet(
        tmp_path, [{"id": f"r{n}", "text": f"{n} {TEXT}", "published": date(2025, 2, 25), "score": 1.5, "url": None} for n in range(200)]
    )
    articles, rejects = files(tmp_path)
    assert [a.id for a in articles] == [f"r{n}" for n in range(200)]
    assert (articles[0].published, articles[0].url, rejects) == ("2025-02-25", None, [])


def test_a_row_that_cannot_be_read(tmp_path: Path) -> None:
    path = parquet(tmp_path, [{"text": TEXT}, {"text": None}])
    articles, (reject,) = files(tmp_path)
    assert (len(articles), reject.reason, reject.where) == (1, Reason.BAD_FIELD, f"{path}, row 2")


def test_a_broken_parquet_file(tmp_path: Path) -> None:
    path = parquet(tmp_path, [{"text": TEXT}])
    path.write_bytes(path.read_bytes()[:-20])
    articles, (reject,) = files(tmp_path)
    assert (articles, reject.reason) == ([], Reason.CUT_SHORT)


def test_damaged_archives_raise_nothing(tmp_path: Path) -> None:
    raw = parquet(tmp_path, [{"id": f"{n}", "text": f"{n} {TEXT}"} for n in range(100)]).read_bytes()
    dice = random.Random(1)
    for number in range(300):
        source, whole = (
            (read_parquet, raw) if number % 3 == 0 else (None, packed(RECORDS[:2]) if number % 3 == 1 else b"".join(RECORDS[:2]))
        )
        damaged = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(len(damaged)) if dice.random() < 0.5 else -dice.randrange(1, 600)
            damaged[at] = dice.randrange(256)
        found = (
            source(io.BytesIO(bytes(damaged)), name="x") if source else read_warc(io.BytesIO(bytes(damaged)), name="x", read_page=read_page)
        )
        assert all(isinstance(item, Article | Reject) for item in found)


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    _, (reject,) = files(tmp_path)
    assert reject.reason is Reason.UNREADABLE_FILE
    assert "didar[parquet]" in reject.detail
