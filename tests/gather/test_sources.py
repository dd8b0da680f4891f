"""What cannot be read is a Reject with its reason; the rest goes on; nothing is lost."""

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from didar.errors import SourceError, UsageError
from didar.gather import read_sources
from didar.gather.fields import MAX_TEXT
from didar.gather.records import MAX_LINE
from didar.model import Article, Reject
from didar.terms import Reason

TEXT = "وزیر امور خارجه امروز در تهران با سفیر تازهٔ یک کشور همسایه دیدار کرد و از او خواست که پیام را برساند."


def read(*paths: Path | str) -> tuple[list[Article], list[Reject]]:
    found = list(read_sources([str(path) for path in paths]))
    return [x for x in found if isinstance(x, Article)], [x for x in found if isinstance(x, Reject)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(folder: Path, *rows: object) -> Path:
    return write(folder, "a.jsonl", "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(content))))


# -- text files --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("", {}, id="no head"),
        pytest.param("---\nid: x1\noutlet: irna\nurl: https://example.org/1\n---\n\n", {"id": "x1", "outlet": "irna"}, id="fenced"),
        pytest.param('---\ntitle: "دیدار: دو وزیر"\nauthor: کسی\n---\n', {"title": "دیدار: دو وزیر"}, id="quoted, and a key not used"),
        pytest.param("outlet: isna\npublished: 2025-02-25\n\n", {"outlet": "isna", "published": "2025-02-25"}, id="head lines"),
        pytest.param("Published: 2025-02-25T10:00:00+03:30\r\n\r\n", {"published": "2025-02-25T10:00:00+03:30"}, id="carriage returns"),
    ],
)
def test_head_of_a_text_file(tmp_path: Path, head: str, expected: dict[str, str]) -> None:
    (article,), rejects = read(write(tmp_path, "a.txt", head + TEXT))
    assert rejects == []
    assert article.text == TEXT
    assert {key: getattr(article, key) for key in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\n" + TEXT, id="a rule that opens nothing"),
        pytest.param("---\nid: x\n" + TEXT, id="a fence that never closes"),
        pytest.param("note: این خبر\n\n" + TEXT, id="a key that is none of ours"),
        pytest.param("title: سرخط\n" + TEXT, id="no empty line after the head"),
        pytest.param("تهران: " + TEXT, id="a Persian word and a colon"),
    ],
)
def test_what_is_no_head_is_text(tmp_path: Path, text: str) -> None:
    (article,), rejects = read(write(tmp_path, "a.txt", text))
    assert (article.text, article.title, rejects) == (text, None, [])


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="UTF-8 with its mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with its mark"),
    ],
)
def test_encodings_with_a_mark(tmp_path: Path, raw: bytes) -> None:
    (article,), rejects = read(write(tmp_path, "a.txt", raw))
    assert (article.text, rejects) == (TEXT, [])


def test_windows_1256_is_seen_and_decoded(tmp_path: Path) -> None:
    text = TEXT.replace("ی", "ي").replace("تازهٔ", "تازه")
    (article,), rejects = read(write(tmp_path, "a.txt", text.encode("cp1256")))
    assert (article.text, rejects) == (text, [])


@pytest.mark.parametrize(
    ("name", "raw", "reason", "words"),
    [
        pytest.param("a.txt", b"", Reason.EMPTY_TEXT, "the file is empty", id="empty file"),
        pytest.param("a.txt", b"  \n\n", Reason.EMPTY_TEXT, "empty", id="blanks alone"),
        pytest.param("a.txt", b"---\nid: x\n---\n\n", Reason.EMPTY_TEXT, "the text is empty", id="a head alone"),
        pytest.param("a.json", b"", Reason.EMPTY_TEXT, "the file is empty", id="empty JSON file"),
        pytest.param("a.txt", TEXT.encode() + b"\n\xd9\n", Reason.BAD_ENCODING, "line 2: byte 0xd9 is not UTF-8", id="invalid UTF-8"),
        pytest.param("a.txt", "Le café était fermé".encode("latin-1"), Reason.BAD_ENCODING, "not Windows-1256", id="Latin letters"),
        pytest.param("a.txt", b"\xff\xfea", Reason.BAD_ENCODING, "starts as UTF-16", id="half of UTF-16"),
        pytest.param("a.txt", bytes(range(256)) * 4, Reason.NOT_TEXT, "a binary file", id="binary"),
        pytest.param("a.txt", b"abc\x00def", Reason.NOT_TEXT, "a binary file", id="NUL"),
        pytest.param("a.txt", b"%PDF-1.7\n", Reason.NOT_TEXT, "a PDF document", id="PDF"),
        pytest.param("a.txt", b"PK\x03\x04...", Reason.NOT_TEXT, "office document", id="docx"),
        pytest.param("a.txt", b"<!DOCTYPE html><p>x", Reason.NOT_TEXT, "an HTML page", id="HTML page"),
        pytest.param("a.txt", "ب".encode() * (MAX_TEXT + 1), Reason.TEXT_TOO_LONG, "at most 1,000,000", id="long text"),
        pytest.param("a.txt", b"a" * 20_000_000, Reason.TEXT_TOO_LONG, "more than 1,000,000 characters", id="20 MB line of text"),
        pytest.param("a.json", b'{"text": ', Reason.BAD_JSON, "broken JSON", id="broken JSON file"),
        pytest.param("a.json", b"[" * 200_000, Reason.BAD_JSON, "nested too deep", id="deep JSON file"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, raw: bytes, reason: Reason, words: str) -> None:
    bad, good = write(tmp_path, name, raw), write(tmp_path, "good.txt", TEXT)
    articles, (reject,) = read(bad, good)
    assert [a.text for a in articles] == [TEXT]
    assert reject.reason is reason
    assert reject.where.startswith(str(bad))
    assert words in reject.detail


def test_a_stray_control_character_is_no_binary_file(tmp_path: Path) -> None:
    (article,), rejects = read(write(tmp_path, "a.txt", TEXT + "\x02"))
    assert (article.text, rejects) == (TEXT + "\x02", [])


# -- JSON lines --------------------------------------------------------------------------------------------------------


def test_fields_of_a_line(tmp_path: Path) -> None:
    row = {"id": "x:1", "outlet": "irna", "url": "https://example.org/1", "title": "سرخط", "published": "2025-02-25", "text": TEXT}
    assert read(lines(tmp_path, row)) == ([Article(**row)], [])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"article": {"id": "x", "text": TEXT}, "engagements": []}, id="a reading"),
        pytest.param({"article": {"id": "x", "text": TEXT}}, id="an article inside"),
        pytest.param({"id": "x", "text": TEXT, "url": "", "score": 1}, id="an empty field and one not known"),
    ],
)
def test_shapes_of_a_line(tmp_path: Path, row: object) -> None:
    assert read(lines(tmp_path, row)) == ([Article(id="x", text=TEXT)], [])


def test_id_is_minted_from_the_content(tmp_path: Path) -> None:
    first, second, third = read(lines(tmp_path, {"text": TEXT}, {"text": TEXT, "outlet": "irna"}, {"id": 7, "text": TEXT}))[0]
    again = read(write(tmp_path, "a.txt", TEXT))[0][0]
    assert first.id == again.id != second.id
    assert first.id.startswith("sha:")
    assert third.id == "7"


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        pytest.param('{"text": "x"', Reason.BAD_JSON, "broken JSON at character 13", id="broken line"),
        pytest.param("[" * 100_000, Reason.BAD_JSON, "nested too deep", id="deep line"),
        pytest.param('["x"]', Reason.BAD_JSON, "not an object", id="a list"),
        pytest.param("12", Reason.BAD_JSON, "not an object", id="a number"),
        pytest.param('{"id": "y", "title": "x"}', Reason.MISSING_FIELD, "no text", id="missing text"),
        pytest.param('{"article": {"id": "y"}}', Reason.MISSING_FIELD, "no text", id="missing text inside"),
        pytest.param('{"text": 12}', Reason.BAD_FIELD, "text is a number", id="text a number"),
        pytest.param('{"text": ["x"]}', Reason.BAD_FIELD, "text is a list", id="text a list"),
        pytest.param('{"text": null}', Reason.BAD_FIELD, "text is null", id="text null"),
        pytest.param('{"text": " \\u200c\\n"}', Reason.EMPTY_TEXT, "the text is empty", id="invisible text"),
        pytest.param('{"text": "' + "a" * 20_000_000 + '"}', Reason.TEXT_TOO_LONG, f"{MAX_LINE:,} bytes", id="20 MB line"),
        pytest.param('{"text": "' + "a" * (MAX_TEXT + 1) + '"}', Reason.TEXT_TOO_LONG, "at most 1,000,000", id="long text"),
    ],
)
@pytest.mark.parametrize("source", ["file", "stdin"])
def test_a_line_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, line: str, reason: Reason, words: str
) -> None:
    path: Path | str = lines(tmp_path, {"id": "x", "text": TEXT}, line, {"id": "z", "text": TEXT})
    if source == "stdin":
        stdin(monkeypatch, Path(path).read_bytes())
        path = "-"
    articles, (reject,) = read(path)
    assert [a.id for a in articles] == ["x", "z"]
    assert reject.where == ("standard input:2" if source == "stdin" else f"{path}:2")
    assert reject.reason is reason
    assert words in reject.detail


def test_a_line_of_invalid_utf8_names_its_line(tmp_path: Path) -> None:
    good = json.dumps({"id": "x", "text": TEXT}).encode()
    articles, (reject,) = read(write(tmp_path, "a.jsonl", b'{"text": "\xd9\xff"}\n' + good))
    assert [a.id for a in articles] == ["x"]
    assert (reject.where, reject.reason) == (f"{tmp_path}/a.jsonl:1", Reason.BAD_ENCODING)


@pytest.mark.parametrize(
    ("field", "value", "reason", "words"),
    [
        pytest.param("published", "2025-02-30", Reason.BAD_DATE, "no such day", id="a day that is none"),
        pytest.param("published", "2025-13-01", Reason.BAD_DATE, "no such day", id="a month that is none"),
        pytest.param("published", "2025-02-25T25:00", Reason.BAD_DATE, "no such day or time", id="an hour that is none"),
        pytest.param("published", "1403-12-07", Reason.BAD_DATE, "a Jalali date", id="Jalali"),
        pytest.param("published", "دیروز", Reason.BAD_DATE, "expected YYYY-MM-DD", id="a word"),
        pytest.param("published", "2025-02", Reason.BAD_DATE, "expected YYYY-MM-DD", id="a month alone"),
        pytest.param("published", 1740441600, Reason.BAD_DATE, "published is a number", id="seconds"),
        pytest.param("title", ["x"], Reason.BAD_FIELD, "title is a list", id="title a list"),
        pytest.param("outlet", {"name": "x"}, Reason.BAD_FIELD, "outlet is an object", id="outlet an object"),
        pytest.param("id", True, Reason.BAD_FIELD, "id is true or false", id="id a truth value"),
    ],
)
def test_a_wrong_field_beside_the_text_leaves_the_article(tmp_path: Path, field: str, value: object, reason: Reason, words: str) -> None:
    (article,), (reject,) = read(lines(tmp_path, {"text": TEXT, field: value}))
    assert article.text == TEXT
    assert field == "id" or getattr(article, field) is None
    assert reject.reason is reason
    assert words in reject.detail
    assert reject.detail.endswith(f'the article is kept as "{article.id}"')


@pytest.mark.parametrize("published", ["2025-02-25", "2025-02-25T10:30:00+03:30", "2025-02-25T07:00:00Z", "2025-02-25 10:30"])
def test_dates_that_stand(tmp_path: Path, published: str) -> None:
    (article,), rejects = read(lines(tmp_path, {"text": TEXT, "published": published}))
    assert (article.published, rejects) == (published, [])


def test_lone_surrogates_are_replaced_one_for_one(tmp_path: Path) -> None:
    (article,), (reject,) = read(lines(tmp_path, '{"id": "x", "title": "\\udc00", "text": "\\ud800 دیدار \\ud83d\\ude00"}'))
    assert article.text == "\ufffd دیدار \U0001f600"
    assert reject.reason is Reason.BAD_ENCODING
    article.text.encode()


def test_the_same_id_twice(tmp_path: Path) -> None:
    row = {"id": "x", "text": TEXT}
    articles, (again, other) = read(lines(tmp_path, row, row, {"id": "x", "text": "متن دیگری"}))
    assert [a.text for a in articles] == [TEXT]
    assert (again.where, again.reason) == ("x", Reason.REPEATED)
    assert other.reason is Reason.BAD_FIELD
    assert "متن دیگری" in other.detail


def test_json_file_with_a_list_or_lines(tmp_path: Path) -> None:
    listed = write(tmp_path, "list.json", json.dumps([{"id": "a", "text": TEXT}, 3]))
    single = write(tmp_path, "one.json", json.dumps({"article": {"id": "b", "text": TEXT}}, indent=1))
    many = write(tmp_path, "many.json", '{"id": "c", "text": "متن یک"}\n{"id": "d", "text": "متن دو"}\n')
    articles, (reject,) = read(listed, single, many)
    assert [a.id for a in articles] == ["a", "b", "c", "d"]
    assert reject.where.endswith("list.json, item 2")


# -- folders, standard input, the door ---------------------------------------------------------------------------------


def test_folder_is_read_in_order_and_says_what_it_passed_over(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.TXT", ".hidden.txt"):
        write(tmp_path, name, f"متن {name}")
    write(tmp_path, "b/photo.jpg", b"\xff\xd8\xff")
    write(tmp_path, "report.pdf", "%PDF-1.7")
    articles, (reject,) = read(tmp_path)
    assert [a.text for a in articles] == ["متن a.txt", "متن b/1.md", "متن b/2.txt", "متن c.TXT"]
    assert (reject.where, reject.reason) == (str(tmp_path), Reason.NOT_TEXT)
    assert "2 files passed over: 1 .jpg, 1 .pdf" in reject.detail


def test_a_folder_without_files_says_so(tmp_path: Path) -> None:
    assert "no file to read" in read(tmp_path)[1][0].detail


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt", TEXT)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    articles, rejects = read(tmp_path)
    assert [a.text for a in articles] == [TEXT]
    assert [r.reason for r in rejects] == [Reason.UNREADABLE_FILE] * 2


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert next(r.reason for r in read(tmp_path)[1]) is Reason.UNREADABLE_FILE


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read as root")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT).chmod(0)
    assert read(tmp_path)[1][0].reason is Reason.UNREADABLE_FILE
    with pytest.raises(SourceError, match="may not be opened"):
        read_sources([str(tmp_path / "a.txt")])


@pytest.mark.parametrize("name", ["nowhere", "nowhere/a.txt", "a\x00b"])
def test_a_source_that_is_not_there_stops_at_the_door(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="expected a file, a folder or -"):
        read_sources([str(tmp_path / name)])


def test_a_link_to_itself_stops_at_the_door(tmp_path: Path) -> None:
    (tmp_path / "self").symlink_to(tmp_path / "self")
    with pytest.raises(SourceError):
        read_sources([str(tmp_path / "self")])


def test_standard_input_is_text_or_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"\n\noutlet: irna\n\n" + TEXT.encode())
    assert read("-")[0][0].text.endswith(TEXT)
    stdin(monkeypatch, b'\n{"id": "x", "text": "\xd9\x85\xd8\xaa\xd9\x86"}')
    assert read("-")[0] == [Article(id="x", text="متن")]
    stdin(monkeypatch, b"")
    assert read("-")[1][0].detail == "the file is empty"


def test_standard_input_twice_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        read_sources(["-", "-"])


def test_a_file_with_another_suffix_is_looked_into(tmp_path: Path) -> None:
    articles, rejects = read(write(tmp_path, "a.out", '{"id": "x", "text": "متن"}\n'), write(tmp_path, "b.out", TEXT))
    assert (next(a.id for a in articles), len(articles), rejects) == ("x", 2, [])
