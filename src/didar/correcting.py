"""What people change in a record: evidence with an author and a reason, kept, shown and taken back at will.

A field set by a person is laid over what the sources say; merging and splitting are judgements that bind the linking;
removing sets tellings aside. All of it hangs on tellings and first ids, so that it survives a newer reading.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from didar.errors import UsageError
from didar.link.correct import FIELDS, apply_correction
from didar.record import Correction, Entry, Judgement
from didar.recording import Lore
from didar.relinking import relink
from didar.store import Store
from didar.terms import Verdict

REMOVED = "removed"


def correct_field(store: Store, entry_id: str, field: str, value: str, *, because: str, author: str, at: str, lore: Lore) -> Entry:
    """Set one field of an entry; the entry as it then is."""
    if field not in FIELDS:
        raise UsageError(f"an entry has no field “{field}” to set, only {', '.join(sorted(FIELDS))}")
    with store.transaction():
        entry = _need(store, entry_id)
        made = Correction(entry=entry.id, action="set", field=field, value=value, author=author, at=at, because=because)
        apply_correction(entry, made)
        store.put_correction(made)
        relink(store, [s.telling for s in entry.sources], members=lore.members, lands=lore.lands, at=at)
        return _need(store, entry.id)


def judge_entries(store: Store, one: str, other: str, verdict: Verdict, *, because: str, author: str, at: str, lore: Lore) -> list[str]:
    """A person's verdict on two entries: every telling of one against every telling of the other. It binds."""
    with store.transaction():
        left, right = _need(store, one), _need(store, other)
        if left.id == right.id:
            raise UsageError(f"{one} and {other} are one entry already ({left.id}); `didar split` takes it apart")
        rows = ([s.telling for s in left.sources], [s.telling for s in right.sources])
        _judge(store, rows[0], rows[1], verdict, because=because, author=author, at=at)
        action: Action = "merge" if verdict is Verdict.SAME else "judge"
        _note(store, left.id, action, f"{right.id} {verdict.value}", because=because, author=author, at=at, tellings=rows[0] + rows[1])
        return relink(store, [*rows[0], *rows[1]], members=lore.members, lands=lore.lands, at=at)


def merge_entries(store: Store, one: str, other: str, *, because: str, author: str, at: str, lore: Lore) -> Entry:
    """Two entries are one contact. The older id stays, the other leads to it."""
    judge_entries(store, one, other, Verdict.SAME, because=because, author=author, at=at, lore=lore)
    return _need(store, one)


def split_entry(store: Store, entry_id: str, articles: Sequence[str], *, because: str, author: str, at: str, lore: Lore) -> list[str]:
    """What these articles tell is another contact than what the other sources of the entry tell."""
    with store.transaction():
        entry = _need(store, entry_id)
        out = [s.telling for s in entry.sources if s.article in set(articles)]
        rest = [s.telling for s in entry.sources if s.article not in set(articles)]
        if unknown := sorted(set(articles) - {s.article for s in entry.sources}):
            raise UsageError(f"{entry.id} is not told by {', '.join(unknown)}")
        if not out or not rest:
            raise UsageError(f"{entry.id}: something must stay and something must go; it is told by {len(entry.sources)} in all")
        _judge(store, out, rest, Verdict.DIFFERENT, because=because, author=author, at=at)
        for group in (out, rest):
            if len(group) > 1:
                _judge(store, group[:1], group[1:], Verdict.SAME, because=because, author=author, at=at)
        _note(store, entry.id, "split", " ".join(articles), because=because, author=author, at=at, tellings=out + rest)
        relink(store, [*out, *rest], members=lore.members, lands=lore.lands, at=at)
        return sorted({e for e in store.entry_of([*out, *rest]).values() if e})


def remove_entry(store: Store, entry_id: str, *, because: str, author: str, at: str, lore: Lore) -> None:
    """The entry is no contact: its tellings are set aside, not deleted."""
    _set_aside(store, entry_id, "remove", because=because, author=author, at=at, lore=lore)


def restore_entry(store: Store, entry_id: str, *, because: str, author: str, at: str, lore: Lore) -> Entry:
    """Bring back what was removed under this id."""
    with store.transaction():
        rows = [t for c in store.corrections(entry_id) if c.action == "remove" and not c.undone for t in c.tellings]
        states = store.telling_states(rows)
        back = [r for r in rows if states.get(r) == REMOVED]
        if not back:
            raise UsageError(f"nothing was removed under {entry_id}")
        for c in store.corrections(entry_id):
            if c.action == "remove":
                store.undo_correction(c.id)
        store.set_telling_state(back, "live")
        _note(store, entry_id, "restore", None, because=because, author=author, at=at, tellings=back)
        relink(store, back, members=lore.members, lands=lore.lands, at=at)
        return _need(store, next(e for e in store.entry_of(back).values() if e))


def undo_correction(store: Store, row: int, *, author: str, at: str, because: str, lore: Lore) -> list[str]:
    """Take back one correction, merge, split or removal by its number in `didar history`."""
    found = next((c for c in store.corrections() if c.id == row), None)
    if found is None or found.undone or found.action in ("restore", "undo"):
        raise UsageError(f"there is no correction {row} to undo; `didar history RECORD` lists them")
    if found.action == "remove":
        return [restore_entry(store, found.entry, because=because, author=author, at=at, lore=lore).id]
    with store.transaction():
        store.undo_correction(row)
        rows = list(found.tellings)
        if found.action in ("merge", "split", "judge"):
            for j in store.judgements(rows, people=True):
                if j.at == found.at and j.author == found.author and set(j.left) | set(j.right) <= set(rows):
                    store.set_judgement(j.id, active=False)
        elif (entry := store.entry(found.entry)) is not None:
            rows = [s.telling for s in entry.sources]
        _note(store, found.entry, "undo", str(row), because=because, author=author, at=at, tellings=rows)
        return relink(store, rows, members=lore.members, lands=lore.lands, at=at)


def _need(store: Store, entry_id: str) -> Entry:
    entry = store.entry(entry_id)
    if entry is None:
        raise UsageError(f"there is no entry “{entry_id}”; `didar timeline RECORD` shows the ids")
    return entry


def _judge(store: Store, left: Iterable[int], right: Iterable[int], verdict: Verdict, *, because: str, author: str, at: str) -> None:
    store.put_judgement(Judgement(left=tuple(left), right=tuple(right), verdict=verdict, because=because, author=author, at=at))


Action = Literal["merge", "judge", "split", "remove", "restore", "undo"]


def _note(
    store: Store, entry: str, action: Action, value: str | None, *, because: str, author: str, at: str, tellings: Sequence[int]
) -> None:
    store.put_correction(
        Correction(entry=entry, action=action, value=value, author=author, at=at, because=because, tellings=tuple(tellings))
    )


def _set_aside(store: Store, entry_id: str, action: Action, *, because: str, author: str, at: str, lore: Lore) -> None:
    with store.transaction():
        entry = _need(store, entry_id)
        rows = [s.telling for s in entry.sources]
        _note(store, entry.id, action, None, because=because, author=author, at=at, tellings=rows)
        store.set_telling_state(rows, REMOVED)
        relink(store, rows, members=lore.members, lands=lore.lands, at=at, emptied=[entry.id])
