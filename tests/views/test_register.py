"""What the register answers is what the store answers."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from didar.model import Engagement
from didar.recording import Lore, add_reading
from didar.store import EntryFilter, Store, open_record
from didar.terms import EngagementKind, Status
from didar.views.naming import name_people
from didar.views.register import Registered, read_register
from factory import make_engagement, make_reading

CODES = ("IRN", "RUS", "OMN", "QAT", "IRQ", "TUR", "CHN", "FRA", "DEU", "GBR", "USA", "SAU", "EGY", "JPN")
NAMES = ("عباس عراقچی", "سرگئی لاوروف", "بدر البوسعیدی", "علی عراقچی")
DAYS = (None, "2024-01-01", "2024-01-01", "2024-02", "2024-03-05/2024-03-20", "2025-02-25", "2026-01")
FIRST, LAST = 738_800, 739_700  # 2023-10 to 2026-03


def make_contact(rng: Random, n: int) -> Engagement:
    parties = tuple(sorted(rng.sample(CODES, 14 if n % 40 == 0 else rng.choice([1, 2, 2, 2, 3]))))
    return make_engagement(
        rng.choice(list(EngagementKind)).value,
        status=rng.choice(["held", "held", "planned", "denied"]),
        people=tuple(rng.sample([f"{parties[0]} fm {name}" for name in NAMES], rng.choice([0, 1, 2]))),
        place=rng.choice([None, "مسقط/OMN", "تهران"]),
        parties=parties,
        date=rng.choice(DAYS),
        topics=tuple(rng.sample(["energy", "border", "sanctions"], rng.choice([0, 1, 2]))),
    )


def make_question(rng: Random) -> EntryFilter:
    """Most parts are left open, so that something fits."""

    def some(values: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(rng.sample(values, rng.randint(1, most))) if rng.random() < 0.3 else ()

    days = sorted(rng.choices(range(FIRST, LAST), k=2))
    return EntryFilter(
        parties=some(("IRN", "RUS", "OMN", "USA", "SAU"), 3),
        persons=some((*NAMES, "عراقچی"), 2),
        kinds=some(tuple(EngagementKind), 3),
        statuses=some(tuple(Status), 2),
        topics=some(("energy", "border"), 2),
        country=rng.choice([None, None, None, "OMN", "مسقط"]),
        since=days[0] if rng.random() < 0.3 else None,
        until=days[1] if rng.random() < 0.3 else None,
        undated=rng.random() < 0.8,
        newest=rng.random() < 0.5,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    rng = Random(5)
    with open_record(tmp_path_factory.mktemp("register") / "r.db", write=True) as store:
        for n in range(200):
            text = f"متن خبر {n} " + " ".join(rng.choices(NAMES, k=20))
            published = rng.choice([None, "2024-01-01", "2024-03-06", "2025-02-26"])
            add_reading(store, make_reading(f"a{n}", make_contact(rng, n), text=text, published=published), lore=Lore(), at="x")
        yield store


@pytest.fixture(scope="module")
def registered(store: Store) -> Registered:
    return Registered(read_register(store), store)


@pytest.mark.parametrize("seed", range(8))
def test_the_register_answers_as_the_store(store: Store, registered: Registered, seed: int) -> None:
    rng = Random(seed)
    found = 0
    for which in (make_question(rng) for _ in range(60)):
        for asked in (which, name_people(store, which)):
            total = store.count_entries(asked)
            found += bool(total)
            assert registered.count_entries(asked) == total, asked
            assert registered.day_span(asked) == store.day_span(asked), asked
            assert registered.day_counts(asked) == store.day_counts(asked), asked
            assert registered.facets(asked, most=5) == store.facets(asked, most=5), asked
    assert found > 30  # not by being empty


@pytest.mark.parametrize("newest", [True, False])
def test_pages_are_turned_as_the_store_turns_them(store: Store, registered: Registered, newest: bool) -> None:
    rng = Random(int(newest))
    for asked in (replace(make_question(rng), newest=newest, limit=4) for _ in range(40)):
        after: tuple[int, str] | None = None
        for _ in range(6):
            which = replace(asked, after=after)
            page = store.entry_page(which)
            assert registered.entry_page(which) == page, which
            if not page:
                break
            after = page[-1][0], page[-1][1]["id"]


def test_a_crowded_entry_is_found_by_a_pair_as_the_store_finds_it(store: Store, registered: Registered) -> None:
    whole = [e for e in store.entries(EntryFilter()) if len(e.parties) > 12]
    assert whole
    for code in whole[0].parties:
        which = EntryFilter(parties=("CHN", code))
        assert [x["id"] for _, x in registered.entry_page(which)] == [x["id"] for _, x in store.entry_page(which)]


def test_an_empty_record_has_an_empty_register(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_record(tmp_path_factory.mktemp("empty") / "r.db", write=True) as store:
        registered = Registered(read_register(store), store)
        assert registered.count_entries(EntryFilter()) == 0
        assert registered.entry_page(EntryFilter(newest=True, limit=3)) == []
        assert registered.day_span(EntryFilter()) == ()
