"""The record in one SQLite file (WAL): many readers, one writer at a time, a transaction an article."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from didar.errors import RecordError
from didar.record import Telling
from didar.store.articles import Articles
from didar.store.entries import Entries
from didar.store.facts import Facts
from didar.store.interface import Store
from didar.store.opening import connect_file, explain_fault, faults_named, prepare_file
from didar.store.people import Decisions
from didar.store.tellings import Tellings
from didar.store.watching import Watching


class SqliteStore(Articles, Facts, Tellings, Entries, Decisions, Watching):
    """A store in one file. Not for two threads at once; open one for each."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self._known: dict[int, Telling] = {}
        self._version: object = None
        self._inside = False
        prepare_file(path, write=write)
        with faults_named(path):
            connection = connect_file(path, write=write)
        self._engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, isolation_level="AUTOCOMMIT")
        self._db = self._engine.connect()

    def close(self) -> None:
        self._db.close()
        self._engine.dispose()

    def __enter__(self) -> "SqliteStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept whole or not at all; one inside another is a part of it. Storage faults become RecordError."""
        if self._inside:
            yield
            return
        try:
            self._db.exec_driver_sql("BEGIN IMMEDIATE")
            self._inside = True
            self._forget_if_changed()
            try:
                yield
            except BaseException:
                self._known.clear()
                self._roll_back()
                raise
            self._db.exec_driver_sql("COMMIT")
        except DBAPIError as fault:
            self._roll_back()
            raise RecordError(f"{self.path}: {explain_fault(str(fault.orig))}") from fault
        finally:
            self._inside = False

    def _forget_if_changed(self) -> None:
        """What another writer may have changed is read again."""
        version = self._db.exec_driver_sql("PRAGMA data_version").scalar()
        if version != self._version:
            self._known.clear()
            self._version = version

    def _roll_back(self) -> None:
        raw = self._db.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        if raw.in_transaction:
            raw.execute("ROLLBACK")


def open_record(path: Path | str, *, write: bool = False) -> SqliteStore:
    """Open the record at `path`; with `write` make it where there is none. Older records are migrated after a backup."""
    return SqliteStore(Path(path), write=write)


def _check(store: SqliteStore) -> Store:
    """For the type checker: the interface is whole."""
    return store
