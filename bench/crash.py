"""`kill -9` at random moments of `didar add`, again and again, until all is added; then compared with an undisturbed run.

    python bench/crash.py ARTICLES.jsonl… [--rounds 15] [--seed 1]

After each kill the record must open, be whole (SQLite's own check, each article with its reading, each telling in the
entry that names it) and hold all that it held before.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from didar.store import EntryFilter, open_record
from didar.store.sqlite import SqliteStore


def command(record: Path, sources: list[Path]) -> list[str]:
    return [sys.executable, "-m", "didar", "add", str(record), *map(str, sources)]


def faults_of(store: SqliteStore) -> list[str]:
    """What is not whole."""
    faults = []
    check = store._db.exec_driver_sql("PRAGMA integrity_check").scalar()
    if check != "ok":
        faults.append(f"integrity: {check}")
    articles = {r["id"] for r in store.article_rows()}
    read = {r["article"] for r in store.each("reading") if r["current"]}
    if articles != read:
        faults.append(f"{len(articles ^ read)} articles without reading or the other way")
    live = {t["row"]: t["entry"] for t in store.each("telling") if t["state"] == "live"}
    named = {s.telling: e.id for e in store.entries(EntryFilter()) for s in e.sources}
    if live != named:
        faults.append(f"{len(set(live.items()) ^ set(named.items()))} tellings are not in the entry that names them")
    return faults


def partition(store: SqliteStore) -> list[tuple[tuple[str, str], ...]]:
    local = {t["row"]: (t["article"], t["local"]) for t in store.each("telling")}
    return sorted(tuple(sorted(local[s.telling] for s in e.sources)) for e in store.entries(EntryFilter()))


def run_round(record: Path, sources: list[Path], wait: float) -> None:
    with subprocess.Popen(command(record, sources), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as adding:
        time.sleep(wait)
        adding.send_signal(signal.SIGKILL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole.db", Path(folder) / "broken.db"
        start = time.monotonic()
        subprocess.run(command(whole, asked.sources), check=False, stderr=subprocess.DEVNULL)
        full = time.monotonic() - start
        held: set[str] = set()
        for n in range(asked.rounds):
            run_round(broken, asked.sources, rng.uniform(0.3, 1.0 + 1.5 * full / asked.rounds))
            if not broken.exists() or broken.stat().st_size == 0:
                print(f"round {n + 1}: killed before there was a record")
                continue
            with open_record(broken, write=True) as store:
                now, faults = {r["id"] for r in store.article_rows()}, faults_of(store)
            lost = held - now
            bad += bool(faults or lost)
            print(f"round {n + 1}: {len(now)} articles held, {len(lost)} lost, {'; '.join(faults) or 'whole'}", flush=True)
            held = now
        subprocess.run(command(broken, asked.sources), check=False, stderr=subprocess.DEVNULL)
        with open_record(whole) as one, open_record(broken) as other:
            same = partition(one) == partition(other)
            print(f"taken up and finished: {other.count_rows('article')['']} articles; same entries as undisturbed: {same}")
    return int(bool(bad) or not same)


if __name__ == "__main__":
    sys.exit(main())
