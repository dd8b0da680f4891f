"""A simulated week: feeds with faults at random, the watch killed again and again; nothing is lost, nothing is there twice."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from didar.fetch import Answer
from didar.fetch.addresses import Address, Fault
from didar.store import open_record
from didar.store.sqlite import SqliteStore
from didar.terms import Reason
from didar.watch.making import make_watch
from didar.watch.schedule import Pace
from didar.watched import Feed, FeedKind
from localweb import ManualClock
from newsroom import Newsroom, make_newsroom
from watch.parts import SimulatedNet, make_feed, make_parts

START = 1_746_500_000.0
WEEK = 7 * 86_400.0
HOURS = 7 * 24 - 30  # the last stories come early enough to be had within the week
KILLS = 10
RULES = "User-agent: *\nDisallow: /private\nCrawl-delay: 5\n"


class Killed(BaseException):
    """As `kill -9`: nothing catches it, nothing is tidied up."""


class Fuse:
    """Kills at its last spark; every touch of the net and of the store is one."""

    def __init__(self, sparks: int | None) -> None:
        self.sparks = sparks

    def burn(self) -> None:
        if self.sparks is not None:
            self.sparks -= 1
            if self.sparks < 0:
                raise Killed


def fused(store: SqliteStore, fuse: Fuse) -> SqliteStore:
    """The store with every writing method a chance to die before and after it."""
    names = [n for n in dir(SqliteStore) if n.startswith(("put_", "set_", "replace_")) and callable(getattr(SqliteStore, n))]
    for name in names:
        setattr(store, name, _fused(getattr(store, name), fuse))
    return store


def _fused(method: Callable[..., Any], fuse: Fuse) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        fuse.burn()
        done = method(*args, **kwargs)
        fuse.burn()
        return done

    return call


class WeekClock(ManualClock):
    """Ends the run when its time is over."""

    until = START + WEEK
    net: SimulatedNet

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if self.time >= self.until:
            self.net.stop.set()


def press(random: Random) -> list[Newsroom]:
    rooms = [
        make_newsroom(
            f"{name}.example.org", start=START, hours=HOURS, gap=gap, random=random, atom=name == "dari", base=f"https://{name}.example.org"
        )
        for name, gap in {"irna": 2.0, "isna": 3.0, "mehr": 5.0, "dari": 4.0}.items()
    ]
    rooms[0].robots = RULES
    rooms.append(make_newsroom("t.example.org", start=START, hours=HOURS, gap=0.7, random=random, base="https://t.example.org"))
    return rooms


def feeds_of(rooms: list[Newsroom]) -> tuple[Feed, ...]:
    return (
        *(make_feed(room) for room in rooms[:-1]),
        make_feed(rooms[-1], kind=FeedKind.CHANNEL, path="/s/khabar", id="khabar"),
        make_feed(rooms[1], id="isna-again", path="/rss?again"),
    )


def trouble(random: Random, fuse: Fuse) -> Callable[[Address], Answer | Fault | None]:
    """Every sixth answer is a fault of one kind or another."""

    def answer(address: Address) -> Answer | Fault | None:
        fuse.burn()
        if random.random() > 1 / 6:
            return None
        return random.choice(
            [
                (Reason.TIMED_OUT, f"{address.url}: no whole answer"),
                (Reason.UNREACHABLE, f"{address.url}: hung up"),
                Answer(url=address.url, status=500),
                Answer(url=address.url, status=502, content=b"<html>bad gateway</html>"),
                Answer(url=address.url, status=503, headers={"retry-after": str(random.choice([5, 60, 900, 7200]))}),
                Answer(url=address.url, status=429),
            ]
        )

    return answer


def run(record: Path, rooms: list[Newsroom], clock: WeekClock, random: Random, fuse: Fuse) -> list[tuple[float, str, str]]:
    """One life of the watch: until the week is over or it is killed. What was asked for."""
    net = SimulatedNet(rooms, clock, trouble(random, fuse))
    clock.net = net
    store = fused(open_record(record, write=True), fuse)
    try:
        made = make_watch(store, feeds_of(rooms), make_parts(net, clock, seed=random.randrange(1000), pace=Pace(every=45.0)))
        made.run()
    except Killed:
        pass
    finally:
        store.close()  # the file is let go as when a process dies: what was not committed is not there
    return net.asked


@pytest.mark.parametrize("seed", [1])
def test_a_week_with_faults_and_ten_kills(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    rooms = press(random)
    record = tmp_path / "record.db"
    clock = WeekClock(START)
    asked: list[tuple[float, str, str]] = []
    killed = 0
    while clock.time < START + WEEK:
        fuse = Fuse(random.randrange(50, 900) if killed < KILLS else None)
        before = clock.time
        asked += run(record, rooms, clock, random, fuse)
        if fuse.sparks is not None and fuse.sparks < 0:
            killed += 1
            clock.time += random.uniform(0, 4 * 3600)  # it lies dead for a while
        assert clock.time > before or killed < KILLS
    assert killed == KILLS
    published = {f"{room.base}/news/{s.number}" for room in rooms[:-1] for s in room.stories}
    published |= {f"https://t.me/khabar/{s.number}" for s in rooms[-1].stories}
    with open_record(record) as store:
        found = Counter(row["url"] for row in store.article_rows())
        states = store.count_items()
        readings = Counter(row["article"] for row in store.each("reading") if row["current"])
        articles = {row["id"] for row in store.article_rows()}
        assert store._db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert len(published) > 250
    assert set(found) == published, "an article is lost, or one came from nowhere"
    assert set(found.values()) == {1}, "an article is there twice"
    assert set(readings) == articles
    assert set(readings.values()) == {1}
    assert sum(sum(count.values()) for count in states.values()) == len(published)
    assert not any(path.startswith("/private") for _, _, path in asked)
    check_pace(asked, rooms)


def check_pace(asked: list[tuple[float, str, str]], rooms: list[Newsroom]) -> None:
    """Between two requests to a host lies its pause, across kills too where it is long."""
    for room in rooms:
        pause = 5.0 if room.robots else 2.0
        times = [(at, path) for at, host, path in asked if host == room.host]
        for (one, path), (other, _) in pairwise(times):
            assert other - one >= (2.0 if path == "/robots.txt" else pause) - 1e-6, (room.host, other - one)


def test_killed_at_every_step_once(tmp_path: Path) -> None:
    """Two feeds that never change again, so that nothing heals what a kill breaks: whichever step it is, the next life has it all."""
    lived = 0
    while True:
        fuse = Fuse(lived)
        rooms = [
            make_newsroom(
                f"{name}.example.org", start=START - 86_400.0, hours=4, gap=2.0, random=Random(4), base=f"https://{name}.example.org"
            )
            for name in ("irna", "t")
        ]
        feeds = (make_feed(rooms[0]), make_feed(rooms[1], kind=FeedKind.CHANNEL, path="/s/khabar", id="khabar"))
        record = tmp_path / f"{lived}.db"
        died = one_life(record, rooms, feeds, START, fuse)
        one_life(record, rooms, feeds, START + 7200, Fuse(None))
        with open_record(record) as store:
            found = Counter(row["url"] for row in store.article_rows())
        record.unlink()
        published = {f"{rooms[0].base}/news/{s.number}" for s in rooms[0].stories}
        published |= {f"https://t.me/khabar/{s.number}" for s in rooms[1].stories}
        assert found == dict.fromkeys(published, 1), f"killed at step {lived}"
        if not died:
            break
        lived += 1
    assert lived > 30


def one_life(record: Path, rooms: list[Newsroom], feeds: tuple[Feed, ...], now: float, fuse: Fuse) -> bool:
    """A watch of all that is due; whether it was killed."""

    def spark(_: Address) -> None:
        fuse.burn()

    clock = ManualClock(now)
    store = fused(open_record(record, write=True), fuse)
    try:
        make_watch(store, feeds, make_parts(SimulatedNet(rooms, clock, spark), clock)).run(once=True)
    except Killed:
        return True
    finally:
        store.close()
    return False
