"""Answers that are kept are never older than the record."""

from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
from made_pages import fill, readings

from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record
from didar.views.register import Registered
from didar.web.ahead import Ahead
from didar.web.known import Known, Site
from didar.web.shelf import Busy, Kept, Shelf
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
        return shelf.answers.get((moment.version, "count"), lambda: moment.store.count_entries(EntryFilter()))


def test_kept_until_somebody_writes(shelf: Shelf) -> None:
    assert count(shelf) == 3
    with shelf.reading(seconds=5) as moment:
        assert shelf.answers.get((moment.version, "count"), lambda: -1) == 3
    write(shelf, "new")
    assert count(shelf) == 4


def test_what_an_older_moment_finds_is_not_kept_for_newer_ones(shelf: Shelf) -> None:
    count(shelf)
    with shelf.reading(seconds=5) as old:
        write(shelf, "new")
        assert count(shelf) == 4
        assert shelf.answers.get((old.version, "other"), lambda: old.store.count_entries(EntryFilter())) == 3
    with shelf.reading(seconds=5) as new:
        assert shelf.answers.get((new.version, "other"), lambda: new.store.count_entries(EntryFilter())) == 4


def test_a_question_reads_one_moment(shelf: Shelf) -> None:
    with shelf.reading(seconds=5) as moment:
        before = moment.store.count_entries(EntryFilter())
        write(shelf, "new")
        assert moment.store.count_entries(EntryFilter()) == before


def test_more_than_so_many_at_once_wait_their_turn(shelf: Shelf) -> None:
    with shelf.reading(seconds=5), shelf.reading(seconds=5), pytest.raises(Busy), shelf.reading(seconds=5):
        pass
    assert count(shelf) == 3


def test_old_answers_make_room() -> None:
    kept = Kept(2)
    for n in range(3):
        kept.get((1, n), lambda n=n: n)
    assert kept.get((1, 0), lambda: "made again") == "made again"
    assert kept.get((1, 2), lambda: "made again") == 2


def test_two_that_want_the_same_do_not_both_make_it() -> None:
    kept, made, begun = Kept(4), [], Event()

    def make() -> int:
        made.append(1)
        begun.set()
        sleep(0.05)
        return len(made)

    first = Thread(target=kept.get, args=((1, "x"), make))
    first.start()
    begun.wait()
    assert kept.get((1, "x"), make) == 1
    first.join()


def test_what_could_not_be_made_is_made_by_the_next() -> None:
    kept = Kept(4)
    with pytest.raises(ZeroDivisionError):
        kept.get((1, "x"), lambda: 1 / 0)
    assert kept.get((1, "x"), lambda: "made") == "made"


def test_one_write_is_one_new_version_for_all_stores(shelf: Shelf) -> None:
    with shelf.reading(seconds=5) as one, shelf.reading(seconds=5) as other:
        assert one.version == other.version
    write(shelf, "new")
    with shelf.reading(seconds=5) as one, shelf.reading(seconds=5) as other:
        assert one.version == other.version
        assert shelf.answers.get((one.version, "x"), lambda: "made") == "made"
    with shelf.reading(seconds=5), shelf.reading(seconds=5) as third:
        assert shelf.answers.get((third.version, "x"), lambda: "again") == "made"


def test_what_takes_long_is_made_ahead_and_again_after_a_write(shelf: Shelf) -> None:
    ahead = Ahead(Site(shelf=shelf, gate=None, seconds=5))
    for name, entries in (("", 3), ("new", 4)):
        if name:
            write(shelf, name)
        ahead.look()
        with shelf.reading(seconds=5) as moment:
            known = Known(ahead.site, moment)
            assert isinstance(known.entries, Registered)
            assert known.entries.count_entries(EntryFilter()) == entries
            assert shelf.lasting.has((moment.version, "overview"))["entries"] == entries
    shelf.close()


def test_before_it_is_made_the_store_is_asked(shelf: Shelf) -> None:
    with shelf.reading(seconds=5) as moment:
        assert Known(Site(shelf=shelf, gate=None, seconds=5), moment).entries is moment.store
