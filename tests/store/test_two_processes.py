"""Two `didar add` processes on one record at the same time: nothing lost, nothing broken, a clear word where one has to give up."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from didar.cli import cli
from didar.store import EntryFilter, open_record, opening

STATES = ["عراق", "عمان", "ترکیه", "پاکستان", "ارمنستان", "قزاقستان", "هند", "ژاپن"]
DAYS = 20


def make_articles(outlet: str) -> list[dict[str, str]]:
    """A report a day of a visit and a meeting, as this outlet words them."""
    said = {"one": "{} با وزیر خارجه {} در تهران دیدار کرد.", "two": "در دیدار {} با وزیر خارجه {} در تهران، مرزها بررسی شد."}[outlet]
    rows = []
    for n in range(DAYS):
        state = STATES[n % len(STATES)]
        text = f"وزیر خارجه {state} امروز وارد تهران شد.\n{said.format('وزیر خارجه ایران', state)}"
        rows.append({"id": f"{outlet}{n}", "outlet": outlet, "published": f"2025-03-{n + 1:02d}T12:00:00+03:30", "text": text})
    return rows


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return path


def adding(record: Path, source: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "didar", "add", str(record), str(source)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def contacts(record: Path) -> list[tuple[str, tuple[str, ...]]]:
    with open_record(record) as store:
        assert store._db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        return sorted((e.kind.value, tuple(sorted(s.article for s in e.sources))) for e in store.entries(EntryFilter()))


def test_two_processes_at_once(tmp_path: Path) -> None:
    """They even make the record together; what comes out is what one process alone would have made."""
    sources = [write(tmp_path / f"{outlet}.jsonl", make_articles(outlet)) for outlet in ("one", "two")]
    together = tmp_path / "together.db"
    writers = [adding(together, source) for source in sources]
    said = [w.communicate(timeout=300) for w in writers]
    assert [w.returncode for w in writers] == [0, 0], said
    assert all(f"{DAYS} articles added, 0 known already, 0 rejected" in err for _, err in said), said
    alone = tmp_path / "alone.db"
    CliRunner().invoke(cli, ["add", str(alone), *map(str, sources)], catch_exceptions=False)
    found = contacts(together)
    assert found == contacts(alone)
    assert sum(len(articles) == 2 for _, articles in found) == 2 * DAYS


def test_a_record_that_stays_busy_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path / "one.jsonl", make_articles("one")[:2])
    record = tmp_path / "r.db"
    CliRunner().invoke(cli, ["add", str(record), str(write(tmp_path / "two.jsonl", make_articles("two")[:1]))], catch_exceptions=False)
    monkeypatch.setattr(opening, "WAIT", 0.1)
    with closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = CliRunner().invoke(cli, ["add", str(record), str(source)])
        other.execute("ROLLBACK")
    assert done.exit_code == 2
    assert "another program has been writing to the record for too long" in done.output + (done.stderr or "")
    assert [articles for _, articles in contacts(record)] == [("two0",), ("two0",)]
