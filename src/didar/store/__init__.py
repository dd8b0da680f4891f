"""Room 9: the record on disk. `open_record` gives a `Store`; SQLite first, PostgreSQL later behind the same interface."""

from didar.store.interface import EntryFilter, Store
from didar.store.sqlite import open_record

__all__ = ["EntryFilter", "Store", "open_record"]
