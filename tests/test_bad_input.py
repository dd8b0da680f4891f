"""Bad input, end to end through the command line: a clear message, the rest goes on, nothing is lost."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from didar.cli import cli

GOOD = "وزیر امور خارجه ایران امروز در تهران با همتای عراقی خود دیدار کرد."
LINE = json.dumps({"id": "good", "text": GOOD, "published": "2025-02-25"}) + "\n"


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


def ids(path: Path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        pytest.param("a.txt", b"", "a.txt: the file is empty [empty_text]", id="empty file"),
        pytest.param("a.txt", b"x" * 20_000_000, "more than 1,000,000 characters, expected one article [text_too_long]", id="20 MB text"),
        pytest.param("a.jsonl", b"x" * 20_000_000, "a.jsonl:1: a line of more than 8,000,000 bytes", id="20 MB line"),
        pytest.param("a.txt", GOOD.encode() + b"\xff\xfe", "a.txt: line 1: byte 0xff is not UTF-8", id="invalid UTF-8"),
        pytest.param("a.jsonl", b'{"text": "\xd9"}\n', "a.jsonl:1: line 1: byte 0xd9 is not UTF-8", id="invalid UTF-8 in a line"),
        pytest.param("a.txt", b"\x00\x01\x02" * 50, "a.txt: a binary file, expected plain text [not_text]", id="binary file"),
        pytest.param("a.txt", b"%PDF-1.4 ...", "a.txt: a PDF document, expected plain text [not_text]", id="PDF"),
        pytest.param("a.jsonl", b'{"text": "x\n', "a.jsonl:1: broken JSON at character", id="broken line"),
        pytest.param("a.jsonl", b'{"title": "x"}\n', "a.jsonl:1: no text, expected a field named text [missing_field]", id="missing field"),
        pytest.param("a.jsonl", b'{"text": 5}\n', "a.jsonl:1: text is a number, expected a string [bad_field]", id="text a number"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.jsonl").write_text(LINE, encoding="utf-8")
    out = tmp_path / "out" / "readings.jsonl"
    out.parent.mkdir()
    result = run("read", tmp_path / name, tmp_path / "z.jsonl", "-o", out)
    assert result.exit_code == 1
    assert message in result.stderr
    assert "1 articles read, 1 faults" in result.stderr
    assert result.stdout == ""
    assert ids(out) == ["good"]


def test_a_broken_line_in_the_middle_of_standard_input() -> None:
    result = run("read", "-", stdin=LINE.encode() + b'{"text": \n' + LINE.replace("good", "also").encode())
    assert result.exit_code == 1
    assert "standard input:2: broken JSON" in result.stderr
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["good", "also"]


def test_windows_1256_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(GOOD.replace("ی", "ي").encode("cp1256"))
    result = run("read", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["article"]["text"] == GOOD.replace("ی", "ي")


def test_an_impossible_date_keeps_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINE.replace("2025-02-25", "2025-02-30"), encoding="utf-8")
    result = run("read", path)
    assert result.exit_code == 1
    assert 'published is "2025-02-30", and there is no such day or time; the article is kept as "good" [bad_date]' in result.stderr
    assert json.loads(result.stdout)["article"]["published"] is None


def test_a_source_that_is_not_there_stops_before_anything_is_written(tmp_path: Path) -> None:
    out = tmp_path / "readings.jsonl"
    out.write_text("old\n", encoding="utf-8")
    result = run("read", tmp_path / "nowhere.txt", "-o", out)
    assert result.exit_code == 2
    assert "nowhere.txt: No such file or directory, expected a file, a folder or -" in result.stderr
    assert out.read_text(encoding="utf-8") == "old\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["read"], "Missing argument", id="no source"),
        pytest.param(["read", "-", "-"], "standard input (-) is named more than once", id="standard input twice"),
        pytest.param(["read", "-", "-o", "/nowhere/at/all"], "there is no folder /nowhere/at", id="no folder for the output"),
        pytest.param(["read", "-", "-o", "/"], "a folder, expected the name of a file", id="the output is a folder"),
        pytest.param(["read", "-", "--jobs", "0"], "Invalid value", id="no jobs"),
        pytest.param(["dates", "فردا", "--published", "2025-02-30"], "expected a day such as", id="an impossible anchor"),
        pytest.param(["pack", "check", "/nowhere"], "does not exist", id="no pack"),
        pytest.param(["nonsense"], "No such command", id="no such command"),
    ],
)
def test_wrong_usage_is_exit_2(arguments: list[str], message: str) -> None:
    result = run(*arguments, stdin=b"")
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(GOOD.encode(), id="a text"),
        pytest.param(b"\x00\xff" * 4096, id="a binary file"),
        pytest.param(b"SQLite format 3\x00" + b"\x10" * 4096, id="a damaged database"),
    ],
)
@pytest.mark.parametrize("command", ["add", "timeline", "explain", "export"])
def test_a_record_file_that_is_not_one(tmp_path: Path, command: str, raw: bytes) -> None:
    record = tmp_path / "record.db"
    record.write_bytes(raw)
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    more = {"add": [tmp_path / "a.txt"], "explain": ["e1"]}.get(command, [])
    result = run(command, record, *more)
    assert result.exit_code == 2
    assert str(record) in result.stderr
    assert "Traceback" not in result.stderr
    assert record.read_bytes() == raw
