"""The record on disk: what is no record, what is kept, what a crash leaves."""

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from didar.errors import RecordError
from didar.model import Actor, Reject, Statement
from didar.recording import Lore, add_article, add_reading, add_reject, reread
from didar.store import EntryFilter, open_record
from didar.store.words import find_span, fold_text, match_query
from didar.terms import Act, Office, Reason
from factory import make_article, make_engagement, make_reading

LORE = Lore()
AT = "2025-03-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"hello, this is no record at all", "not a record of didar", id="text"),
        pytest.param(b"\x00\x01\x02" * 100, "not a record of didar", id="binary"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 200, "not a record of didar", id="damaged SQLite"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=said):
        open_record(path, write=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
    with pytest.raises(RecordError, match="not a record of didar"):
        open_record(path, write=True)


def test_no_record_to_look_at(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record here"):
        open_record(tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()


def test_folder_and_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        open_record(tmp_path, write=True)
    with pytest.raises(RecordError, match="does not exist"):
        open_record(tmp_path / "no" / "r.db", write=True)


def test_a_newer_record_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_record(path, write=True).close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="newer didar"):
        open_record(path, write=True)


def test_a_record_file_appears_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db", write=True).close()
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.endswith(("-wal", "-shm"))) == ["r.db"]


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    reading = make_reading("a1", make_engagement(people=("IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف")))
    with open_record(tmp_path / "r.db", write=True) as store:
        assert not add_article(store, reading.article, read=lambda _: reading, lore=LORE, at=AT).known
        before = "\n".join(store._db.connection.dbapi_connection.iterdump())
        assert add_article(store, reading.article, read=lambda _: reading, lore=LORE, at=AT).known
        assert add_reading(store, reading, lore=LORE, at="later").known
        assert "\n".join(store._db.connection.dbapi_connection.iterdump()) == before


def test_two_articles_of_one_contact_are_one_entry(tmp_path: Path) -> None:
    people = ("IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف")
    with open_record(tmp_path / "r.db", write=True) as store:
        for n in (1, 2):
            add_reading(store, make_reading(f"a{n}", make_engagement(people=people)), lore=LORE, at=AT)
        (entry,) = store.entries(EntryFilter())
        assert [s.article for s in entry.sources] == ["a1", "a2"]


def test_another_text_under_a_known_id_is_rejected(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as store:
        add_reading(store, make_reading("a1"), lore=LORE, at=AT)
        done = add_article(store, make_article("a1", text="other"), read=lambda a: make_reading("a1"), lore=LORE, at=AT)
        assert isinstance(done, Reject)
        assert done.reason is Reason.BAD_FIELD


def test_a_reading_comes_back_as_it_went_in(tmp_path: Path) -> None:
    speaker = Actor(name="عباس عراقچی", office=Office.FOREIGN_MINISTER, party="IRN")
    said = Statement(id="s1", speakers=(speaker,), act=Act.STRESS, span=(3, 20), about=("border",), engagement="e1")
    reading = make_reading("a1", make_engagement(place="تهران/IRN"), statements=(said,), versions={"didar": "1"})
    with open_record(tmp_path / "r.db", write=True) as store:
        add_reading(store, reading, lore=LORE, at=AT)
        assert store.reading(store.reading_rows("a1")[0]["row"]) == reading
        assert store.article("a1") == reading.article


def test_wire_copies_count_as_one_source(tmp_path: Path) -> None:
    text = "رئیس هیئت اقتصادی در نشست خبری امروز خود از برنامه‌های تازه برای گسترش راه‌ها و بندرهای دو کشور همسایه سخن گفت"
    with open_record(tmp_path / "r.db", write=True) as store:
        other = "متنی که هیچ همانندی با آن دیگری ندارد و درباره چیز دیگری است"
        for name, words in (("a1", text), ("b1", text + " @channel"), ("c1", other)):
            add_reading(store, make_reading(name, make_engagement(), text=words), lore=LORE, at=AT)
        (entry,) = store.entries(EntryFilter())
        assert len(entry.sources) == 3
        assert entry.independent == 2


def test_a_failure_inside_keeps_nothing_of_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(tmp_path / "r.db", write=True) as store:
        monkeypatch.setattr("didar.recording.relink", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add_reading(store, make_reading("a1", make_engagement()), lore=LORE, at=AT)
        assert store.count_rows("article") == {"": 0}
        assert store.count_rows("telling") == {"": 0}


def test_two_writers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    faults: list[BaseException] = []

    def write(name: str) -> None:
        try:
            with open_record(path, write=True) as store:
                for n in range(25):
                    reading = make_reading(f"{name}{n}", make_engagement(date=f"2025-01-{n + 1:02d}"), text=f"{name} {n}")
                    add_reading(store, reading, lore=LORE, at=AT)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(name,)) for name in "xy"]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not faults
    with open_record(path) as store:
        assert store.count_rows("article") == {"": 50}
        assert [len(e.sources) for e in store.entries(EntryFilter())] == [2] * 25


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_record(path, write=True) as store:
        add_reading(store, make_reading("a1", make_engagement()), lore=LORE, at=AT)
        pages = store._db.exec_driver_sql("PRAGMA page_count").scalar()
        store._db.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(RecordError, match="disk is full"):
            add_reading(store, make_reading("b1", make_engagement(), text="متن " * 50_000), lore=LORE, at=AT)
    with open_record(path, write=True) as store:
        assert store._db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert store.article("a1") is not None


def test_rejects_are_kept_once(tmp_path: Path) -> None:
    reject = Reject(where="f.txt", reason=Reason.BAD_ENCODING, detail="not UTF-8")
    with open_record(tmp_path / "r.db", write=True) as store:
        add_reject(store, reject, at=AT)
        add_reject(store, reject, at="later")
        assert store.count_rows("reject", "reason") == {"bad_encoding": 1}


def test_reread_keeps_ids(tmp_path: Path) -> None:
    first = make_reading("a1", make_engagement(date=None), versions={"pack": "1"})
    second = make_reading("a1", make_engagement(id="e7", date="2025-02-25"), versions={"pack": "2"})
    with open_record(tmp_path / "r.db", write=True) as store:
        add_reading(store, first, lore=LORE, at=AT)
        (before,) = store.entries(EntryFilter())
        list(reread(store, read=lambda _: second, lore=LORE, at=AT, versions={"pack": "2"}))
        (after,) = store.entries(EntryFilter())
        assert (before.id, before.date, after.id, after.date) == (after.id, None, before.id, "2025-02-25")
        assert len(store.reading_rows("a1")) == 2


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        pytest.param("گفت‌وگوی منطقه‌ای", "منطقهای", True, id="glued finds ZWNJ"),
        pytest.param("گفتوگوی منطقهای", "منطقه‌ای", True, id="ZWNJ finds glued"),
        pytest.param("همکاری منطقه ای", "منطقه‌ای", True, id="ZWNJ finds blank"),
        pytest.param("همکاری منطقه‌ای", "منطقه ای", True, id="blank finds ZWNJ"),
        pytest.param("كتاب عربي", "کتاب عربی", True, id="Arabic letters"),
        pytest.param("دیدار در تهران", "تهران دیدار", True, id="any order"),
        pytest.param("دیدار در تهران", "«تهران دیدار»", False, id="a phrase has its order"),
        pytest.param("دیدار در تهران", "مسکو", False, id="not there"),
        pytest.param("دیدار در تهران", "دیدار مسکو", False, id="all words"),
    ],
)
def test_full_text(tmp_path: Path, text: str, query: str, found: bool) -> None:
    with open_record(tmp_path / "r.db", write=True) as store:
        add_reading(store, make_reading("a1", text=text), lore=LORE, at=AT)
        assert bool(store.search_words(query, limit=5)) is found


def test_words() -> None:
    assert fold_text("می‌رود، «كار»") == "میرود کار"
    assert match_query("!!") is None
    assert match_query('OR "') is not None
    assert find_span("در تهران دیدار کرد", "دیدار") == (9, 14)


def test_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    with open_record(folder / "r.db", write=True) as store:
        add_reading(store, make_reading("a1"), lore=LORE, at=AT)
    (folder / "r.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        if _root_writes(folder):
            pytest.skip("this user may write anywhere")
        with open_record(folder / "r.db") as store:
            assert store.article("a1") is not None
        with pytest.raises(RecordError, match="read-only"), open_record(folder / "r.db", write=True) as store:
            add_reading(store, make_reading("a2"), lore=LORE, at=AT)
        with pytest.raises(RecordError):
            open_record(folder / "new.db", write=True)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _root_writes(folder: Path) -> bool:
    try:
        (folder / "x").touch()
    except OSError:
        return False
    return True
