"""`didar watch`, `didar feeds`, and addresses as sources, through the command line."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from didar.cli import cli, fetching
from localweb import Reply, Web, local_web
from newsroom import Newsroom, make_story

HOST = "news.example.org"
HEADER = "feed\toutlet\tkind\taddress\n"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A local web with a newsroom; the command line is let to it, which no option could do."""
    with local_web() as made:
        room = Newsroom(HOST, base=f"http://{HOST}:{made.port}")
        room.stories = [make_story(n, 1_746_400_000.0 + n, Random(n)) for n in (101, 102)]
        for path in ("/rss", "/robots.txt", "/news/101", "/news/102", "/s/khabar"):
            made.put(HOST, path, lambda asked: room.reply(asked.path, 1_746_500_000.0, asked.headers))
        monkeypatch.setattr(fetching, "make_fetcher", lambda *_: made.fetcher())
        yield made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments], catch_exceptions=False)


def table(folder: Path, *lines: str) -> Path:
    path = folder / "feeds.tsv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_watch_once(web: Web, tmp_path: Path) -> None:
    feeds = table(tmp_path, f"here\tirna\trss\t{web.url(HOST, '/rss')}")
    record = tmp_path / "r.db"
    result = run("watch", record, "--feeds", feeds, "--once", "--delay", "0.5")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 articles added" in result.stderr
    assert "\r" not in result.stderr, "no progress line in a pipe"
    found = json.loads(run("feeds", record, "--feeds", feeds, "--json").stdout)
    assert [(row["feed"], row["health"], row["items"]["kept"]) for row in found] == [("here", "well", 2)]
    assert "here  well" in run("feeds", record, "--feeds", feeds).stdout
    lines = [json.loads(line) for line in run("export", record).stdout.splitlines()]
    assert {row["outlet"] for row in lines if row["type"] == "article"} == {"ایرنا"}
    again = run("watch", record, "--feeds", feeds, "--once")
    assert "0 looks" in again.stderr


def test_watch_once_tells_what_it_could_not_have(web: Web, tmp_path: Path) -> None:
    web.put(HOST, "/bad", Reply("", 500))
    feeds = table(tmp_path, f"here\tirna\trss\t{web.url(HOST, '/rss')}", f"bad\tx\trss\t{web.url(HOST, '/bad')}")
    result = run("watch", tmp_path / "r.db", "--feeds", feeds, "--once", "--delay", "0.5")
    assert result.exit_code == 1
    assert "bad: " in result.stderr
    assert "answers 500 [http_error]" in result.stderr
    assert "2 articles added" in result.stderr
    told = run("feeds", tmp_path / "r.db", "--feeds", feeds).stdout
    assert "bad  failing" in told
    assert "1 faults in a row, the last: " in told


def test_read_an_address(web: Web) -> None:
    result = run("read", web.url(HOST, "/news/101"))
    assert (result.exit_code, result.stderr) == (0, "")
    reading = json.loads(result.stdout)
    assert reading["article"]["url"] == web.url(HOST, "/news/101")
    assert reading["article"]["published"].startswith("2025-05-0")
    assert reading["engagements"], "what the page tells is read"


def test_add_addresses(web: Web, tmp_path: Path) -> None:
    result = run("add", tmp_path / "r.db", web.url(HOST, "/news/101"), web.url(HOST, "/s/khabar"))
    assert result.exit_code == 0
    assert "3 articles added" in result.stderr
    assert web.paths(HOST).count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("/nowhere", "[http_error]", id="not there"),
        pytest.param("/rss", "[not_text]", id="a feed"),
        pytest.param("/private/x", "[forbidden_by_robots]", id="robots"),
    ],
)
def test_an_address_that_gives_nothing(web: Web, path: str, reason: str) -> None:
    web.put(HOST, "/robots.txt", Reply("User-agent: *\nDisallow: /private\n"))
    result = run("read", web.url(HOST, path), web.url(HOST, "/news/101"))
    assert result.exit_code == 1
    assert reason in result.stderr
    assert len(result.stdout.splitlines()) == 1, "the other one is read"
    assert not any(p.startswith("/private") for p in web.paths(HOST))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        pytest.param("http://127.0.0.1/", "[forbidden_address]", id="loopback"),
        pytest.param("http://localhost/", "[forbidden_address]", id="localhost"),
        pytest.param("http://169.254.169.254/latest/", "[forbidden_address]", id="metadata"),
        pytest.param("http://[::1]/", "[forbidden_address]", id="v6 loopback"),
        pytest.param("http://2130706433/", "[forbidden_address]", id="an integer"),
        pytest.param("http://127.0.0.1:8080/", "[bad_address]", id="a port"),
        pytest.param("http://a:b@irna.ir/", "[bad_address]", id="a user"),
    ],
)
def test_the_command_line_reaches_nothing_inside(address: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No option and no variable allows it."""
    for name in ("DIDAR_ALLOW", "DIDAR_ALLOWANCE", "DIDAR_TEST", "http_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")
    result = run("read", address)
    assert result.exit_code == 1
    assert reason in result.stderr


def test_the_feeds_of_the_pack() -> None:
    found = json.loads(run("feeds", "--json").stdout)
    assert len({row["outlet"] for row in found}) >= 40
    assert {row["kind"] for row in found} >= {"rss", "channel"}
    assert {"IRN", "AFG", "GBR"} <= {row["country"] for row in found}
    assert {"fa", "prs"} == {row["language"] for row in found}
    assert not any(row["verified"] for row in found), "none could be tried"
    assert "(address not verified)" in run("feeds", "--outlet", "irna").stdout


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param(["A B\tx\trss\thttps://a.ir/"], 'feeds.tsv:2: feed is "A B"', id="an id that is none"),
        pytest.param(["a\tx\tjson\thttps://a.ir/"], 'feeds.tsv:2: kind is "json", expected one of rss, atom, channel', id="a kind"),
        pytest.param(["a\tx\trss\tftp://a.ir/"], 'feeds.tsv:2: address is "ftp://a.ir/"', id="an address"),
        pytest.param(["a\tx\tchannel\thttps://t.me/a"], "expected the public page of a channel", id="a channel's other page"),
        pytest.param(["a\tx\trss\thttps://a.ir/"] * 2, "feeds.tsv:3: feed a stands here again", id="twice"),
        pytest.param(["a\tx"], "feeds.tsv:2: 2 cells, expected 4", id="cells missing"),
        pytest.param([], "the table has no feeds", id="nothing"),
    ],
)
def test_a_table_with_faults(tmp_path: Path, lines: list[str], message: str) -> None:
    result = run("watch", tmp_path / "r.db", "--feeds", table(tmp_path, *lines), "--once")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "r.db").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--outlet", "nowhere"], "“nowhere” is no outlet", id="no such outlet"),
        pytest.param(["--feeds", "/nowhere.tsv"], "there is no such file", id="no such table"),
        pytest.param(["--every", "0"], "Invalid value", id="too often"),
        pytest.param(["--delay", "0"], "Invalid value", id="too fast"),
        pytest.param(["--contact", "a\r\nb"], "the contact is", id="a contact that smuggles"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], message: str) -> None:
    result = run("watch", tmp_path / "r.db", "--once", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_watch_in_order(tmp_path: Path, number: signal.Signals) -> None:
    feeds = table(tmp_path, "here\tirna\trss\thttp://127.0.0.1/rss")
    command = [sys.executable, "-m", "didar", "watch", str(tmp_path / "r.db"), "--feeds", str(feeds)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as process:
        assert process.stderr is not None
        timer = threading.Timer(60, process.kill)
        timer.start()
        first = process.stderr.readline()
        assert "[forbidden_address]" in first, first
        process.send_signal(number)
        rest = process.stderr.read()
        assert process.wait() == 0, rest
        timer.cancel()
    assert "1 looks (0 unchanged, 1 failed)" in rest


def test_one_watch_of_a_record_at_a_time(web: Web, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    feeds = table(tmp_path, f"here\tirna\trss\t{web.url(HOST, '/rss')}")
    with (tmp_path / "r.db.watching").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = run("watch", tmp_path / "r.db", "--feeds", feeds, "--once")
    assert result.exit_code == 2
    assert "another watch of this record is running" in result.stderr
    assert web.asked == []


def test_a_watch_that_is_given_its_time(web: Web, tmp_path: Path) -> None:
    feeds = table(tmp_path, f"here\tirna\trss\t{web.url(HOST, '/rss')}")
    result = run("watch", tmp_path / "r.db", "--feeds", feeds, "--delay", "0.5", "--minutes", "0.08")
    assert result.exit_code == 0
    assert "2 articles added" in result.stderr


def test_in_a_terminal_a_line_tells_how_far_it_is(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    feeds = table(tmp_path, "here\tirna\trss\thttp://127.0.0.1/rss")
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "didar", "watch", str(tmp_path / "r.db"), "--feeds", str(feeds), "--once"]
    with subprocess.Popen(command, stderr=child, stdout=subprocess.PIPE) as process:
        os.close(child)
        seen = b""
        with contextlib.suppress(OSError):
            while piece := os.read(parent, 4096):
                seen += piece
        os.close(parent)
        assert process.wait() == 1
    assert b"0 of 0 items, 0 articles added" in seen
    assert b"asking 127.0.0.1" in seen
    assert seen.decode().replace("\r", "").rstrip().endswith("0 to be tried again")
