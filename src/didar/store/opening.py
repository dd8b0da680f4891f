"""Opening the file of a record: made whole or not at all, migrated after a backup, refused when it is none."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from didar.errors import RecordError
from didar.store.schema import APPLICATION_ID, HEAD

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT = 60.0  # seconds that a writer waits for another
_ONE_AT_A_TIME = Lock()  # Alembic's context is one for the whole program
MAGIC = b"SQLite format 3\x00"


@contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into what the caller can act on."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as fault:
        raise RecordError(f"{path}: {explain_fault(str(fault.orig))}") from fault
    except sqlite3.Error as fault:
        raise RecordError(f"{path}: {explain_fault(str(fault))}") from fault
    except OSError as fault:
        raise RecordError(f"{path}: {fault.strerror or fault}") from fault


def explain_fault(message: str) -> str:
    """SQLite's words with what to do about them."""
    low = message.lower()
    if "disk is full" in low or "disk i/o" in low:
        return f"the disk is full or cannot be written ({message}); what was acknowledged is kept, run the command again when there is room"
    if "readonly" in low or "read-only" in low:
        return "the record or its folder cannot be written (read-only)"
    if "locked" in low or "busy" in low:
        return "another program has been writing to the record for too long; try again"
    if "not a database" in low or "malformed" in low:
        return f"not a record of didar, or damaged ({message})"
    if "unable to open" in low:
        return "cannot be opened: the folder does not exist or may not be written"
    return message


def prepare_file(path: Path, *, write: bool) -> None:
    """Leave a record of the present version at `path`, or raise RecordError."""
    with faults_named(path):
        if path.is_dir():
            raise RecordError(f"{path}: is a folder, a record is a file")
        if not path.parent.is_dir():
            raise RecordError(f"{path}: the folder {path.parent} does not exist")
        version = _version(path) if path.exists() else None
        if version is None:
            if not write:
                raise RecordError(f"{path}: there is no record here; `didar add {path} SOURCE…` makes one")
            migrate(path)
        elif version != HEAD:
            _migrate_file(path, version)


def connect_file(path: Path, *, write: bool = True) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are begun by name."""
    if not write and is_closed(path):
        return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")
    if write:
        _use_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def is_closed(path: Path) -> bool:
    """Whether the folder may not be written and nobody writes: then the file is read as it lies there."""
    return not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Readers beside a writer. SQLite does not wait for others at this step, so we do."""
    until = time.monotonic() + WAIT
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as fault:
            if "locked" not in str(fault) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _version(path: Path) -> str | None:
    """The version of a record, None for an empty file (or what a crash at its making left, which is rolled back)."""
    with path.open("rb") as file:
        start = file.read(16)
    if start and start != MAGIC:
        raise RecordError(f"{path}: not a record of didar (not an SQLite file)")
    with closing(connect_file(path, write=False)) as connection:
        if connection.execute("PRAGMA page_count").fetchone()[0] == 0:
            return None
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise RecordError(f"{path}: an SQLite file, but not a record of didar")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else ""


def _migrate_file(path: Path, version: str) -> None:
    from alembic.script import ScriptDirectory

    known = {s.revision for s in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if version not in known:
        raise RecordError(f"{path}: written by a newer didar (version {version}, this one knows {HEAD}); update didar")
    backup = path.with_name(f"{path.name}.before-{HEAD}")
    backup_file(path, backup)
    migrate(path)


def backup_file(path: Path, backup: Path) -> None:
    """Copy a record as it stands, readers and writers aside, to a new file."""
    partial = backup.with_name(f"{backup.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, timeout=WAIT)) as source, closing(sqlite3.connect(partial)) as target:
        source.backup(target)
    os.replace(partial, backup)


def migrate(path: Path, revision: str = "head") -> None:
    """Make or migrate a record in one transaction: a crash leaves what was there before."""
    from alembic.command import upgrade
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.engine.interfaces import DBAPIConnection

    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT})

    @event.listens_for(engine, "connect")
    def _manual(connection: DBAPIConnection, _: object) -> None:
        connection.isolation_level = None

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    try:
        with _ONE_AT_A_TIME, engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            config.attributes["connection"] = connection
            upgrade(config, revision)
            connection.commit()
    finally:
        engine.dispose()
