"""`didar timeline`: a page at a time, and what the page leaves out is said."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from didar.cli import cli
from didar.cli import record as commands
from didar.recording import Lore, add_reading
from didar.store import open_record
from factory import make_engagement, make_reading


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five meetings, and pages of three."""
    monkeypatch.setattr(commands, "PAGE", 3)
    path = tmp_path / "r.db"
    with open_record(path, write=True) as store:
        for n in range(5):
            day = f"2025-0{n + 1}-10"
            meeting = make_engagement(date=day, people=("IRN fm عباس عراقچی",))
            add_reading(store, make_reading(f"a{n}", meeting, published=day), lore=Lore(), at="x")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["timeline", *map(str, arguments)], catch_exceptions=False)


def days(said: str) -> list[str]:
    return [line.split()[1] for line in said.splitlines() if "meeting" in line]


def test_a_page_is_the_newest_and_says_what_it_leaves_out(record: Path) -> None:
    done = run(record)
    assert days(done.stdout) == ["2025-03-10", "2025-04-10", "2025-05-10"]
    assert "the newest 3 are shown, 2 older ones of 5 are left out" in done.stderr
    assert "--until 2025-03-10" in done.stderr


def test_a_limit_says_so_too(record: Path) -> None:
    done = run(record, "--limit", 4, "--party", "IRN")
    assert len(days(done.stdout)) == 4
    assert "1 older ones of 5" in done.stderr


@pytest.mark.parametrize(("asked", "many"), [(("IRN",), 5), (("ایران",), 5), (("IRN", "--party", "CHN"), 0), (("CHN",), 0)])
def test_parties_may_stand_behind_the_record(record: Path, asked: tuple[str, ...], many: int) -> None:
    assert len(days(run(record, *asked, "--limit", 50).stdout)) == many


def test_a_page_of_one_person_counts_too(record: Path) -> None:
    assert "2 older ones of 5" in run(record, "--person", "عراقچی").stderr


@pytest.mark.parametrize("asked", [("--limit", 5), ("--since", "2025-03"), ("--json",), ("--limit", 50)])
def test_nothing_is_said_where_nothing_is_left_out(record: Path, asked: tuple[object, ...]) -> None:
    assert run(record, *asked).stderr == ""


def test_json_is_whole(record: Path) -> None:
    assert len(json.loads(run(record, "--json").stdout)) == 5


def test_what_was_removed_is_not_counted(record: Path) -> None:
    """A pair is counted by an index of its own; it holds what stands, as the timeline does."""
    first = ids(run(record, "--json").stdout)[0]
    CliRunner().invoke(cli, ["remove", str(record), first, "--because", "told wrongly"], catch_exceptions=False)
    assert "1 older ones of 4" in run(record, "--party", "IRN", "--party", "RUS").stderr


def ids(said: str) -> list[str]:
    return [line["id"] for line in json.loads(said)]
