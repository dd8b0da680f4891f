"""From one version of the record to the next: after a backup, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from didar.errors import RecordError
from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record, opening
from didar.store.schema import HEAD, metadata
from factory import make_engagement, make_reading

STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None
def upgrade():
    op.add_column("article", sa.Column("mood", sa.String()))
    {then}
"""


def test_the_steps_make_the_schema(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db", write=True).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'r.db'}")
    with engine.connect() as connection:
        ours = {"include_name": lambda name, kind, _: not (kind == "table" and name.startswith(("article_words", "alembic")))}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A record of an older version, with an entry."""
    path = tmp_path / "r.db"
    with open_record(path, write=True) as store:
        add_reading(store, make_reading("a1", make_engagement()), lore=Lore(), at="x")
    return path


def newer_didar(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str = "pass") -> None:
    steps = tmp_path / "migrations"
    shutil.copytree(opening.MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "step_9999.py").write_text(STEP.format(then=then, head=HEAD), encoding="utf-8")
    monkeypatch.setattr(opening, "MIGRATIONS", steps)
    monkeypatch.setattr(opening, "HEAD", "9999")


def test_an_older_record_is_migrated_after_a_backup(older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_didar(monkeypatch, tmp_path)
    with open_record(older, write=True) as store:
        assert "mood" in {row[1] for row in store._db.exec_driver_sql("PRAGMA table_info(article)")}
        assert len(store.entries(EntryFilter())) == 1
    monkeypatch.undo()
    with open_record(tmp_path / "r.db.before-9999") as backup:
        assert len(backup.entries(EntryFilter())) == 1


def test_a_migration_that_fails_leaves_the_record_as_it_was(older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_didar(monkeypatch, tmp_path, then='op.execute("CREATE TABLE article (x)")')
    with pytest.raises(RecordError):
        open_record(older, write=True)
    monkeypatch.undo()
    with open_record(older) as store:
        assert "mood" not in {row[1] for row in store._db.exec_driver_sql("PRAGMA table_info(article)")}
        assert len(store.entries(EntryFilter())) == 1


def test_a_record_from_before_watching_is_taken_over(tmp_path: Path) -> None:
    """Step 0002 adds tables and touches nothing that was there."""
    path = tmp_path / "r.db"
    opening.migrate(path, "0001")
    with closing(sqlite3.connect(path)) as old:
        old.execute("INSERT INTO reject (place, reason, detail, at) VALUES ('x', 'empty_text', 'y', 'z')")
        old.commit()
    with open_record(path, write=True) as store:
        assert store.feed_states() == {}
        assert [dict(r)["place"] for r in store.each("reject")] == ["x"]
