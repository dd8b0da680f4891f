"""`kill -9` on a real watch in a process of its own, again and again: no article is lost, none is there twice."""

import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from didar.store import open_record
from localweb import Web
from newsroom import Newsroom, make_story

KILLS = 10
STORIES = 60
START = 1_746_500_000.0


def start(record: Path, web: Web, hosts: list[str]) -> subprocess.Popen[str]:
    script = Path(__file__).with_name("one_watch.py")
    process = subprocess.Popen([sys.executable, str(script), str(record), str(web.port), *hosts], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def wait_for_requests(web: Web, count: int) -> None:
    """However fast the machine is, the kill comes amid the work."""
    until = time.monotonic() + 60
    while len(web.asked) < count:
        assert time.monotonic() < until, "the watch does nothing"
        time.sleep(0.002)


def test_killed_ten_times_and_taken_up(web: Web, tmp_path: Path) -> None:
    random = Random(7)
    rooms = [
        Newsroom(f"{name}.example.org", window=STORIES, robots="User-agent: *\nDisallow: /private\n") for name in ("irna", "isna", "mehr")
    ]
    for room in rooms:
        room.base = f"http://{room.host}:{web.port}"
        room.stories = [make_story(n, START + n, random) for n in range(100, 100 + STORIES)]
        for path in ("/rss", "/robots.txt", *(f"/news/{s.number}" for s in room.stories)):
            web.put(room.host, path, lambda asked, room=room: room.reply(asked.path, START + 1000, asked.headers))
    record = tmp_path / "record.db"
    hosts = [room.host for room in rooms]
    held: set[str] = set()
    kills = 0
    while kills < KILLS:
        process = start(record, web, hosts)
        wait_for_requests(web, len(web.asked) + random.randrange(2, 16))
        time.sleep(random.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL, "it was done before it was killed"
        kills += 1
        with open_record(record) as store:
            now = {row["id"] for row in store.article_rows()}
            assert store._db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert held <= now, "an article that was there is lost"
        held = now
    assert 10 < len(held) < len(rooms) * STORIES, "the kills came too early or too late to matter"
    assert start(record, web, hosts).wait() == 0
    with open_record(record) as store:
        found = Counter(row["url"] for row in store.article_rows())
        kept = {feed: {state.value: n for state, n in counts.items()} for feed, counts in store.count_items().items()}
    assert set(found) == {f"{room.base}/news/{s.number}" for room in rooms for s in room.stories}
    assert set(found.values()) == {1}
    assert kept == {host: {"kept": STORIES} for host in hosts}
    assert not any(asked.path.startswith("/private") for asked in web.asked)
    for host in hosts:
        asked = Counter(web.paths(host))
        assert asked["/robots.txt"] <= 1 + KILLS // 2, "robots.txt is remembered by the record"
        assert max(asked[f"/news/{n}"] for n in range(100, 100 + STORIES)) <= 1 + KILLS
