"""The pages at size: a made record of 20,000 entries served for real, asked 30 times a second.

    python bench/web.py [--entries 20000] [--rate 30] [--seconds 20] [--variety 10] [--record FILE]

Every page is first asked cold (nothing kept), then the pages are asked mixed, ten different questions of each, at a fixed
rate from another process; what is told is the server's time to the last byte, median and 95th percentile a page.
"""

import argparse
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from record import AT, FAMILIES, NAMES, STATES, WORDS, make_readings

from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record

Pages = dict[str, Callable[[], str]]
KINDS = ["meeting", "call", "visit", "message", "talks"]
TOPICS = ["energy", "border", "sanctions", "trade_economy"]


def make_record(path: Path, entries: int) -> None:
    with open_record(path, write=True) as store:
        made = 0
        for reading in make_readings(entries):
            add_reading(store, reading, lore=Lore(), at=AT)
            made += reading.article.id.startswith("a")
            if made % 2000 == 0 and reading.article.id.startswith("a"):
                print(f"  {made} contacts …", file=sys.stderr, flush=True)


def questions(ids: list[str], rng: random.Random) -> Pages:
    """A page of each kind, with a question of its own each time it is called."""

    def ask(path: str, **parts: object) -> str:
        return f"{path}?{urlencode({'lang': rng.choice(['fa', 'en']), **parts}, doseq=True)}"

    def pair() -> list[str]:
        return ["IRN", rng.choice([s for s in STATES if s != "IRN"])]

    def day() -> str:
        return f"{rng.randint(2005, 2024)}-{rng.randint(1, 12):02d}"

    return {
        "home": lambda: ask("/"),
        "timeline, all": lambda: ask("/timeline"),
        "timeline, a kind": lambda: ask("/timeline", kind=rng.choice(KINDS), since=day()),
        "timeline, a party": lambda: ask("/timeline", party=rng.choice(STATES)),
        "timeline, a pair": lambda: ask("/timeline", party=pair()),
        "timeline, a topic and years": lambda: ask("/timeline", topic=rng.choice(TOPICS), since=day(), until="2025"),
        "timeline, a person": lambda: ask("/timeline", person=f"{rng.choice(NAMES)} {rng.choice(FAMILIES)}"),
        "timeline as JSON": lambda: ask("/timeline.json", party=pair(), kind=rng.choice(KINDS)),
        "entry": lambda: ask(f"/entry/{rng.choice(ids)}"),
        "article": lambda: ask("/article", id=f"a{rng.randrange(len(ids) // 2)}"),
        "dossier": lambda: ask("/dossier", **dict(zip(("one", "other"), pair(), strict=True))),
        "statements": lambda: ask("/statements", by="IRN", on=rng.choice(STATES), since=day()),
        "search, two words": lambda: ask("/search", q=f"{rng.choice(WORDS)} {rng.choice(WORDS)}"),
        "person": lambda: ask("/person", name=f"{rng.choice(NAMES)} {rng.choice(FAMILIES)}"),
        "audit": lambda: ask("/audit"),
        "unsure": lambda: ask("/unsure"),
    }


def fetch(address: str) -> float:
    """Milliseconds to the last byte; infinite where the server was too busy."""
    start = time.perf_counter()
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            answer.read()
    except urllib.error.HTTPError as fault:
        if fault.code != 503:
            raise
        return math.inf
    return (time.perf_counter() - start) * 1000


def processor_time(server: subprocess.Popen[str]) -> float:
    """Seconds that the server has computed so far, however busy the machine is with others."""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(taken: list[float], share: float) -> float:
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def measure(server: subprocess.Popen[str], base: str, pages: Pages, *, rate: float, seconds: float, variety: int) -> None:
    rng = random.Random(11)
    print(f"{'page':<30} {'cold':>8}")
    for name, make in pages.items():
        print(f"{name:<30} {fetch(base + make()):6.0f} ms", flush=True)
    taken: dict[str, list[float]] = defaultdict(list)
    halves: tuple[list[float], list[float]] = ([], [])
    threads = []
    start, computed = time.perf_counter(), processor_time(server)
    names = list(pages)
    asked = {name: [make() for _ in range(variety)] for name, make in pages.items()}
    for n in range(int(rate * seconds)):
        name = names[n % len(names)]
        address = base + rng.choice(asked[name])
        pause = start + n / rate - time.perf_counter()
        if pause > 0:
            time.sleep(pause)
        half = halves[n >= rate * seconds / 2]
        thread = threading.Thread(target=_note, args=(address, taken[name], half))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    every = [x for values in taken.values() for x in values]
    computed = (processor_time(server) - computed) * 1000 / len(every)
    print(f"\n{len(every)} pages at {len(every) / (time.perf_counter() - start):.0f} a second; {computed:.1f} ms of a processor each")
    for name, values in taken.items():
        print(f"{name:<30} median {statistics.median(values):6.1f} ms  p95 {percentile(values, 0.95):6.1f} ms")
    for name, values in zip(("first half", "second half"), halves, strict=True):
        print(f"{name:<30} median {statistics.median(values):6.1f} ms  p95 {percentile(values, 0.95):6.1f} ms")
    print(f"{'all':<30} median {statistics.median(every):6.1f} ms  p95 {percentile(every, 0.95):6.1f} ms")


def _note(address: str, *lists: list[float]) -> None:
    spent = fetch(address)
    for one in lists:
        one.append(spent)


def serve(path: Path) -> tuple[subprocess.Popen[str], str]:
    """A server of its own process on a free port."""
    command = [sys.executable, "-m", "didar", "serve", str(path), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    line = server.stderr.readline()
    address = next(word for word in line.split() if word.startswith("http://"))
    return server, address.rstrip("/")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=30)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--variety", type=int, default=10, help="So many different questions of each page.")
    parser.add_argument("--record", type=Path, help="Keep the made record here, or use the one that is there.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "web.db"
        if not path.exists():
            make_record(path, asked.entries)
        with open_record(path) as store:
            ids = [line["id"] for line in store.entry_lines(EntryFilter())]
        print(f"{len(ids)} entries, {path.stat().st_size / 1e6:.0f} MB")
        server, base = serve(path)
        try:
            time.sleep(1)
            measure(server, base, questions(ids, random.Random(3)), rate=asked.rate, seconds=asked.seconds, variety=asked.variety)
        finally:
            server.terminate()
            server.wait(timeout=20)


if __name__ == "__main__":
    main()
