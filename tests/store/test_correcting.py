"""What people change: it binds, survives a newer reading, is listed and can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from didar.correcting import (
    correct_field,
    judge_entries,
    merge_entries,
    remove_entry,
    restore_entry,
    split_entry,
    undo_correction,
)
from didar.errors import UsageError
from didar.recording import Lore, add_reading
from didar.store import EntryFilter, Store, open_record
from didar.terms import Verdict
from didar.views.explain import explain, find_entry
from didar.views.questions import history
from factory import make_engagement, make_reading

LORE = Lore()
BY = {"because": "said so", "author": "M. Karimi", "at": "2025-03-01T00:00:00", "lore": LORE}
PEOPLE = ("IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two entries: a meeting told by a1 and a2, a call told by a3."""
    with open_record(tmp_path / "r.db", write=True) as store:
        for name in ("a1", "a2"):
            add_reading(store, make_reading(name, make_engagement(people=PEOPLE), text=name), lore=LORE, at="x")
        add_reading(store, make_reading("a3", make_engagement("call", date="2025-03-05"), text="a3"), lore=LORE, at="x")
        yield store


def told(store: Store) -> list[list[str]]:
    return sorted(sorted(s.article for s in e.sources) for e in store.entries(EntryFilter()))


def entry_of(store: Store, article: str) -> str:
    return next(e.id for e in store.entries(EntryFilter()) if article in {s.article for s in e.sources})


def test_a_field_is_set_shown_and_undone(store: Store) -> None:
    meeting = entry_of(store, "a1")
    assert correct_field(store, meeting, "date", "2025-02-26", **BY).date == "2025-02-26"
    assert store.entry(meeting).corrected == ("date",)
    assert explain(store, meeting)["corrections"][0]["because"] == "said so"
    (line,) = history(store, meeting)
    undo_correction(store, line["number"], **BY)
    assert store.entry(meeting).date == "2025-02-25"
    assert [c["action"] for c in history(store)] == ["set", "undo"]


def test_a_field_survives_a_newer_reading_and_a_newer_source(store: Store) -> None:
    meeting = entry_of(store, "a1")
    correct_field(store, meeting, "place", "مسکو/RUS", **BY)
    newer = make_reading("a1", make_engagement(id="e9", people=PEOPLE, topics=("energy",)), text="a1", versions={"pack": "2"})
    add_reading(store, newer, lore=LORE, at="x")
    add_reading(store, make_reading("a4", make_engagement(people=PEOPLE), text="a4"), lore=LORE, at="x")
    entry = store.entry(meeting)
    assert (entry.place.name, entry.place.country, len(entry.sources)) == ("مسکو", "RUS", 3)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("date", "2025-02-30", id="no such day"),
        pytest.param("kind", "party", id="no such kind"),
        pytest.param("colour", "red", id="no such field"),
    ],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(store: Store, field: str, value: str) -> None:
    meeting = entry_of(store, "a1")
    before = store.entry(meeting)
    with pytest.raises(UsageError):
        correct_field(store, meeting, field, value, **BY)
    assert store.entry(meeting) == before
    assert history(store) == []


def test_merge_leaves_a_redirect_and_can_be_undone(store: Store) -> None:
    meeting, call = entry_of(store, "a1"), entry_of(store, "a3")
    kept = merge_entries(store, meeting, call, **BY)
    assert told(store) == [["a1", "a2", "a3"]]
    assert kept.id == store.entry(call).id == store.entry(meeting).id
    undo_correction(store, history(store)[0]["number"], **BY)
    assert told(store) == [["a1", "a2"], ["a3"]]
    assert {entry_of(store, "a1"), entry_of(store, "a3")} == {meeting, call}


def test_split_binds_and_keeps_the_old_id(store: Store) -> None:
    meeting = entry_of(store, "a1")
    ids = split_entry(store, meeting, ["a2"], **BY)
    assert told(store) == [["a1"], ["a2"], ["a3"]]
    assert meeting in ids
    assert len(ids) == 2
    add_reading(store, make_reading("a4", make_engagement(people=PEOPLE), text="a4"), lore=LORE, at="x")
    assert not any({"a1", "a2"} <= set(x) for x in told(store))


def test_judged_different_stays_apart(tmp_path: Path) -> None:
    with open_record(tmp_path / "j.db", write=True) as store:
        add_reading(store, make_reading("a1", make_engagement(people=PEOPLE), text="a1"), lore=LORE, at="x")
        add_reading(store, make_reading("a2", make_engagement(date="2025-02-26", people=PEOPLE), text="a2"), lore=LORE, at="x")
        one, other = entry_of(store, "a1"), entry_of(store, "a2")
        assert [j.verdict for j in store.judgement_rows()] == [Verdict.UNSURE]
        judge_entries(store, one, other, Verdict.DIFFERENT, **BY)
        assert [j.verdict for j in store.judgement_rows()] == [Verdict.DIFFERENT]
        assert told(store) == [["a1"], ["a2"]]


def test_remove_and_restore(store: Store) -> None:
    meeting = entry_of(store, "a1")
    remove_entry(store, meeting, **BY)
    assert told(store) == [["a3"]]
    newer = make_reading("a1", make_engagement(people=PEOPLE, topics=("energy",)), text="a1", versions={"pack": "2"})
    add_reading(store, newer, lore=LORE, at="x")
    assert told(store) == [["a3"]]
    assert restore_entry(store, meeting, **BY).id == meeting
    assert told(store) == [["a1", "a2"], ["a3"]]


def test_ids_by_their_beginning(store: Store) -> None:
    meeting = entry_of(store, "a1")
    assert find_entry(store, meeting[:6]).id == meeting
    with pytest.raises(UsageError, match="there is no entry"):
        find_entry(store, "zzz")


def test_a_telling_that_is_gone_leaves_no_entry(store: Store) -> None:
    call = entry_of(store, "a3")
    add_reading(store, make_reading("a3", text="a3", versions={"pack": "2"}), lore=LORE, at="x")
    assert told(store) == [["a1", "a2"]]
    assert store.entry(call) is None or not store.entries(EntryFilter(kinds=("call",)))
