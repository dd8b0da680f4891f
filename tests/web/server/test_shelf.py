"""Answers that are kept are never older than the record."""

from pathlib import Path

import pytest
from made_pages import fill, readings

from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record
from didar.web.shelf import Busy, Shelf
from factory import make_engagement, make_reading


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    fill(tmp_path / "r.db", readings()[:3])
    return Shelf(tmp_path / "r.db", at_once=2, patience=0.05)


def write(shelf: Shelf, name: str) -> None:
    with open_record(shelf.path, write=True) as store:
        add_reading(store, make_reading(name, make_engagement("summons", date="2024-01-01"), text=name), lore=Lore(), at="x")


def count(shelf: Shelf) -> int:
    with shelf.reading(seconds=5) as moment:
        return shelf.kept(moment.generation, "count", lambda: moment.store.count_entries(EntryFilter()))


def test_kept_until_somebody_writes(shelf: Shelf) -> None:
    assert count(shelf) == 3
    with shelf.reading(seconds=5) as moment:
        assert shelf.kept(moment.generation, "count", lambda: -1) == 3
    write(shelf, "new")
    assert count(shelf) == 4


def test_what_an_older_moment_finds_is_not_kept_for_newer_ones(shelf: Shelf) -> None:
    count(shelf)
    with shelf.reading(seconds=5) as old:
        write(shelf, "new")
        assert count(shelf) == 4
        assert shelf.kept(old.generation, "other", lambda: old.store.count_entries(EntryFilter())) == 3
    with shelf.reading(seconds=5) as new:
        assert shelf.kept(new.generation, "other", lambda: new.store.count_entries(EntryFilter())) == 4


def test_a_question_reads_one_moment(shelf: Shelf) -> None:
    with shelf.reading(seconds=5) as moment:
        before = moment.store.count_entries(EntryFilter())
        write(shelf, "new")
        assert moment.store.count_entries(EntryFilter()) == before


def test_more_than_so_many_at_once_wait_their_turn(shelf: Shelf) -> None:
    with shelf.reading(seconds=5), shelf.reading(seconds=5), pytest.raises(Busy), shelf.reading(seconds=5):
        pass
    assert count(shelf) == 3


def test_old_answers_make_room(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("didar.web.shelf.KEPT", 2)
    with shelf.reading(seconds=5) as moment:
        for n in range(3):
            shelf.kept(moment.generation, n, lambda n=n: n)
        assert shelf.kept(moment.generation, 0, lambda: "made again") == "made again"
        assert shelf.kept(moment.generation, 2, lambda: "made again") == 2
    shelf.close()
