"""Who is meant by a name that somebody asks for."""

from dataclasses import replace

from didar.letters import fold_form
from didar.link.names import name_words, names_agree
from didar.store import EntryFilter, Store


def is_named(asked: str, name: str | None) -> bool:
    """Whether a name may be the one that was asked for."""
    return names_agree(asked, name) or (bool(name) and fold_form(asked) == fold_form(name or ""))


def name_people(store: Store, which: EntryFilter) -> EntryFilter:
    """The question with the names as written of each person asked for. A surname alone means everybody of that surname."""
    if not which.persons or which.named:
        return which
    return replace(which, named=tuple(_names(store, asked) for asked in which.persons))


def _names(store: Store, asked: str) -> tuple[str, ...]:
    words = name_words(asked) or tuple(fold_form(asked).split())
    return tuple(n for n in store.names_ending(words[-1]) if is_named(asked, n)) if words else ()
