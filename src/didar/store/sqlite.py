"""The record in one SQLite file (WAL): many readers, one writer at a time, a transaction an article."""

import math
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from didar.errors import RecordError, TimeLimitError
from didar.record import Telling
from didar.store.articles import Articles
from didar.store.entries import Entries
from didar.store.facts import Facts
from didar.store.interface import Store
from didar.store.opening import connect_file, explain_fault, faults_named, prepare_file
from didar.store.people import Decisions
from didar.store.said import Said
from didar.store.tellings import Tellings
from didar.store.watching import Watching

MOST_VERSIONS = 2**31  # then they begin anew
STEPS = 20_000  # of SQLite's machine between two looks at the clock


class SqliteStore(Articles, Facts, Said, Tellings, Entries, Decisions, Watching):
    """A store in one file. Not for two threads at once; open one for each."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self._known: dict[int, Telling] = {}
        self._seen: object = None
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
            written = self._raw().total_changes
            try:
                yield
            except BaseException:
                self._known.clear()
                self._roll_back()
                raise
            if self._raw().total_changes != written:
                self._db.exec_driver_sql(f"PRAGMA user_version = {(self.version() + 1) % MOST_VERSIONS}")
            self._db.exec_driver_sql("COMMIT")
        except DBAPIError as fault:
            self._roll_back()
            raise RecordError(f"{self.path}: {explain_fault(str(fault.orig))}") from fault
        finally:
            self._inside = False

    @contextmanager
    def snapshot(self, *, seconds: float | None = None) -> Iterator[int]:
        """Everything read inside is of one moment. Gives the record's version at that moment.

        A question that takes longer than `seconds` ends with TimeLimitError.
        """
        raw = self._raw()
        until = time.monotonic() + seconds if seconds is not None else math.inf
        if seconds is not None:
            raw.set_progress_handler(lambda: time.monotonic() > until, STEPS)
        try:
            self._db.exec_driver_sql("BEGIN")
            self._forget_if_changed()
            yield self.version()
        except DBAPIError as fault:
            if "interrupted" in str(fault.orig):
                raise TimeLimitError(f"the question took longer than {seconds:g} seconds; narrow it") from fault
            raise RecordError(f"{self.path}: {explain_fault(str(fault.orig))}") from fault
        finally:
            raw.set_progress_handler(None, 0)
            self._roll_back()

    def version(self) -> int:
        """A number that every transaction which writes makes another one: what is known of one version need not be read again."""
        return int(self._db.exec_driver_sql("PRAGMA user_version").scalar_one())

    def _forget_if_changed(self) -> None:
        """What another writer may have changed is read again."""
        self._db.exec_driver_sql("SELECT 1 FROM alembic_version")  # the moment that is read begins here
        seen = self._db.exec_driver_sql("PRAGMA data_version").scalar()
        if seen != self._seen:
            self._known.clear()
            self._seen = seen

    def _raw(self) -> sqlite3.Connection:
        raw = self._db.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    def _roll_back(self) -> None:
        raw = self._raw()
        if raw.in_transaction:
            raw.execute("ROLLBACK")


def open_record(path: Path | str, *, write: bool = False) -> SqliteStore:
    """Open the record at `path`; with `write` make it where there is none. Older records are migrated after a backup."""
    return SqliteStore(Path(path), write=write)


def _check(store: SqliteStore) -> Store:
    """For the type checker: the interface is whole."""
    return store
