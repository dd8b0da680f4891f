"""The record at size: 1,000 to 100,000 synthetic entries, timed where people wait.

    python bench/record.py [--sizes 1000,10000,100000] [--folder DIR] [--bulk]

Adding is done through `add_reading`, an article a transaction, as `didar add` does it without the reader. With `--bulk` the
entries are written without linking, many a transaction, so that asking can be timed at size in minutes instead of an hour; then
some hundreds are added and linked as they would be.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from didar.cli.record import PAGE
from didar.link.blocks import block_rows
from didar.model import Actor, Article, Engagement, Participant, Place, Reading, Statement
from didar.record import Telling
from didar.recording import Lore, add_reading
from didar.relinking import write_entry
from didar.store import EntryFilter, Store, open_record
from didar.terms import Act, DateBasis, EngagementKind, Office, Role, Status
from didar.views.dossier import read_dossier
from didar.views.questions import search
from didar.views.text import timeline_text
from didar.views.timeline import read_timeline

STATES = "IRN RUS CHN IRQ TUR SAU QAT OMN ARE PAK AFG IND FRA DEU GBR USA JPN SYR LBN EGY AZE ARM TKM KAZ BRA ZAF".split()
WORDS = "همکاری توافق مرز گاز راه بازرگانی امنیت فرهنگ دانشگاه بندر کشتیرانی نفت آب تحریم منطقه گفت‌وگو روابط پیمان".split()
NAMES = "علی رضا حسن حسین ناصر کریم جواد داود سعید یوسف".split()
FAMILIES = [f"{a}{b}" for a in "کمال شریف نوری امیری صادق راستی مرادی بهار".split() for b in ("ی", "پور", "نیا", "زاده")]
FIRST = date(2005, 1, 1)
BATCH = 500
ADDED = 300  # so many are added at each size of a bulk
AT = "2026-01-01T00:00:00+00:00"
KINDS = [EngagementKind.MEETING] * 5 + [EngagementKind.CALL] * 3 + [EngagementKind.VISIT, EngagementKind.MESSAGE, EngagementKind.TALKS]
OFFICES = [Office.FOREIGN_MINISTER, Office.PRESIDENT, Office.AMBASSADOR, Office.MINISTER, Office.DEPUTY_FOREIGN_MINISTER]


def make_readings(count: int, seed: int = 1) -> Iterator[Reading]:
    """Readings of about `count` contacts: one in five told twice, one in ten recalled without a date."""
    rng = random.Random(seed)
    for n in range(count):
        # a few pairs have most of the contacts, as in a real record
        one = "IRN" if rng.random() < 0.4 else rng.choice(STATES)
        other = "RUS" if one == "IRN" and rng.random() < 0.2 else rng.choice([s for s in STATES if s != one])
        day = FIRST + timedelta(days=rng.randrange(7300))
        contact = _contact(rng, one, other, day)
        yield _reading(rng, f"a{n}", contact, day)
        if rng.random() < 0.2:
            yield _reading(rng, f"b{n}", contact, day)
        if rng.random() < 0.1:
            later = Engagement(**{**_fields(contact), "date": None, "date_basis": None})
            yield _reading(rng, f"c{n}", later, day + timedelta(days=rng.randint(1, 60)))


def _fields(engagement: Engagement) -> dict[str, object]:
    return {name: getattr(engagement, name) for name in Engagement.__slots__}


def _contact(rng: random.Random, one: str, other: str, day: date) -> Engagement:
    people = tuple(
        Participant(
            actor=Actor(name=f"{rng.choice(NAMES)} {rng.choice(FAMILIES)}", office=rng.choice(OFFICES), party=party),
            role=Role.PARTICIPANT,
        )
        for party in (one, other)
    )
    return Engagement(
        id="e1",
        kind=rng.choice(KINDS),
        status=Status.HELD,
        parties=(one, other),
        participants=people,
        evidence=((0, 40),),
        date=day.isoformat(),
        date_basis=DateBasis.COMPUTED,
        place=Place(name=rng.choice(["تهران", "مسکو", "پکن", "دوحه"])) if rng.random() < 0.3 else None,
        topics=(rng.choice(["energy", "border", "sanctions", "trade_economy"]),),
    )


def _reading(rng: random.Random, name: str, engagement: Engagement, published: date) -> Reading:
    text = " ".join(rng.choice(WORDS) for _ in range(160)) + f" {name}"
    speaker = engagement.participants[0].actor
    toward = engagement.parties[1]
    said = tuple(
        Statement(
            id=f"s{k}",
            speakers=(speaker,),
            act=rng.choice(list(Act)),
            span=(k * 60, k * 60 + 50),
            about=engagement.topics,
            toward=(toward,),
            engagement="e1",
        )
        for k in range(4)
    )
    article = Article(id=name, text=text, published=published.isoformat(), outlet=f"outlet{rng.randrange(20)}")
    return Reading(article=article, engagements=(engagement,), statements=said)


def times(ask: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.95))]


def fill(store: Store, readings: Iterator[Reading], count: int) -> int:
    """Write so many contacts, each an entry of its own; the number of articles."""
    added = 0
    while added < count:
        with store.transaction():
            for reading in islice(readings, min(BATCH, count - added)):
                telling = Telling(article=reading.article.id, engagement=reading.engagements[0], published=reading.article.published)
                store.put_article(reading.article)
                row = store.put_reading(reading, author="didar", at=AT)
                telling = replace(telling, reading=row)
                telling = replace(telling, id=store.put_telling(telling, blocks=block_rows(telling, members={})), wire=telling.article)
                store.put_facts(row, reading, {"e1": telling.id})
                write_entry(store, f"e{telling.id}", [telling], founder=telling.id, members={})
                store.set_entry([telling.id], f"e{telling.id}")
                added += 1
    return added


def measure_bulk(store: Store, sizes: list[int]) -> None:
    """As `measure`; what is added and linked at each size is other contacts of the same states and years, and those told again."""
    readings = (r for r in make_readings(max(sizes)) if r.article.id.startswith("a"))
    rng, added = random.Random(7), 0
    for size in sizes:
        added += fill(store, readings, size - added)
        more = islice(make_readings(ADDED, seed=size), ADDED)
        recent = [times(partial(add_reading, store, _renamed(r, size), lore=Lore(), at=AT), 1)[0] for r in more]
        report(store, size, added, sorted(recent), rng)


def _renamed(reading: Reading, size: int) -> Reading:
    return replace(reading, article=replace(reading.article, id=f"{size}-{reading.article.id}"))


def measure(store: Store, sizes: list[int]) -> None:
    readings = make_readings(max(sizes))
    rng = random.Random(7)
    added, entries, start = 0, 0, time.perf_counter()
    for size in sizes:
        recent: list[float] = []
        while entries < size:
            reading = next(readings, None)
            if reading is None:
                break
            began = time.perf_counter()
            add_reading(store, reading, lore=Lore(), at=AT)
            recent.append((time.perf_counter() - began) * 1000)
            added += 1
            entries += reading.article.id.startswith("a")
        report(store, size, added, sorted(recent[-1000:]), rng)
    print(f"in all {time.perf_counter() - start:.0f} s")


def page(store: Store, pair: tuple[str, str], most: int | None) -> str:
    """What `didar timeline RECORD --party … --party …` prints: the newest page, and how many there are."""
    which = EntryFilter(parties=pair, limit=most, newest=most is not None)
    return "\n".join(timeline_text(read_timeline(store, which))) + str(store.count_entries(EntryFilter(parties=pair)))


def report(store: Store, size: int, added: int, recent: list[float], rng: random.Random) -> None:
    pair = ("IRN", "RUS")
    others = [s for s in STATES if s not in pair]
    year = date(2018, 1, 1).toordinal()
    asked = {
        "timeline of a pair, a year": lambda: read_timeline(store, EntryFilter(parties=pair, since=year, until=year + 365)),
        "timeline of a pair, a page as text": lambda: page(store, pair, PAGE),
        "timeline of a pair, whole as text": lambda: page(store, pair, None),
        "timeline of another pair, all": lambda: read_timeline(store, EntryFilter(parties=("IRN", rng.choice(others)), limit=200)),
        "full text, two words": lambda: search(store, f"{rng.choice(WORDS)} {rng.choice(WORDS)}", limit=20),
        "dossier of the busiest pair": lambda: read_dossier(store, *pair, today=date(2024, 6, 1)),
    }
    found = store.count_entries(EntryFilter())
    print(f"{size} contacts: {found} entries, {added} articles, {store.count_entries(EntryFilter(parties=pair))} of the busiest pair")
    if recent:
        print(f"  {'adding an article':<32} median {statistics.median(recent):7.1f} ms  p95 {recent[int(len(recent) * 0.95)]:7.1f} ms")
    for name, ask in asked.items():
        median, high = times(ask, 30)
        print(f"  {name:<32} median {median:7.1f} ms  p95 {high:7.1f} ms", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--bulk", action="store_true")
    asked = parser.parse_args()
    sizes = sorted(int(s) for s in asked.sizes.split(","))
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder, open_record(Path(folder) / "bench.db", write=True) as store:
        (measure_bulk if asked.bulk else measure)(store, sizes)


if __name__ == "__main__":
    main()
