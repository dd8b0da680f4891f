"""Linking: pairs, groups, and that the order of adding never matters."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didar.link.compare import compare_tellings
from didar.model import Reading
from didar.record import Telling
from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record
from didar.terms import Verdict
from factory import make_engagement, make_reading, make_telling

LORE = Lore(members={"3+3": frozenset({"ARM", "AZE", "GEO", "IRN", "RUS", "TUR"})})
TWO = ("IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param({"people": TWO}, {"people": TWO}, "same", id="same people, same day"),
        pytest.param({}, {}, "same", id="same parties, same day, nobody named"),
        pytest.param({"people": TWO}, {"people": ("IRN fm عراقچی", "RUS fm لاوروف")}, "same", id="surname alone"),
        pytest.param({"people": TWO}, {"people": ("IRN fm", "RUS fm")}, "same", id="known by office only"),
        pytest.param({"people": TWO}, {"people": TWO, "date": "2025-02-26", "basis": "assumed"}, "same", id="told a day late"),
        pytest.param({"people": TWO}, {"people": TWO, "date": None}, "same", id="recalled without a date"),
        pytest.param({"people": TWO, "status": "planned"}, {"people": TWO, "date": "2025-02-26"}, "same", id="announced, held a day later"),
        pytest.param(
            {"kind": "conference", "parties": ("3+3",)},
            {"kind": "conference", "parties": ("ARM", "AZE", "GEO", "IRN", "RUS", "TUR")},
            "same",
            id="a mechanism and its members",
        ),
        pytest.param({"people": TWO}, {"people": TWO, "date": "2025-02-26"}, "unsure", id="told for two days"),
        pytest.param({"people": TWO}, {"people": TWO, "date": "2025-04-18"}, "different", id="months apart"),
        pytest.param({"people": TWO}, {"people": ("IRN p مسعود پزشکیان", "RUS fm سرگئی لاوروف")}, "different", id="another person"),
        pytest.param({"people": TWO}, {"people": ("IRN p", "RUS fm")}, "different", id="another office"),
        pytest.param({}, {"kind": "visit"}, "different", id="a meeting and the visit around it"),
        pytest.param({}, {"parties": ("IRN", "CHN")}, "different", id="another party"),
        pytest.param({"place": "تهران/IRN"}, {"place": "مسکو/RUS"}, "different", id="another country"),
        pytest.param({"kind": "call"}, {"kind": "summons"}, "different", id="another kind"),
        pytest.param({"date": None, "published": "2025-02-25"}, {"date": "2024-02-25"}, "different", id="recalled, a year old"),
        pytest.param({"status": "planned", "date": None}, {"date": "2025-02-01"}, "different", id="planned after it was held"),
    ],
)
def test_compare(one: dict, other: dict, verdict: str) -> None:
    left, right = make_telling(**one), make_telling(**other)
    got = compare_tellings(left, right, members=LORE.members)
    assert got.verdict == verdict, got
    assert compare_tellings(right, left, members=LORE.members).score == got.score


def test_two_contacts_of_one_article_stay_two() -> None:
    one = make_telling("a1", kind="call")
    other = Telling(article="a1", reading=one.reading, engagement=make_engagement("call", id="e2", time="17:00"))
    assert compare_tellings(one, other, members={}).verdict is Verdict.DIFFERENT


def readings(seed: int, count: int) -> list[Reading]:
    """Many readings of few contacts, vague and exact, by chance."""
    rng = random.Random(seed)
    made = []
    for n in range(count):
        engagements = []
        for k in range(rng.randint(1, 2)):
            day = rng.choice(["2025-02-24", "2025-02-25", "2025-02-26", "2025-03-05", None, None, "2025-02"])
            people = rng.choice([(), TWO, ("IRN fm",), ("RUS fm سرگئی لاوروف",), ("IRN p مسعود پزشکیان",)])
            engagements.append(
                make_engagement(
                    rng.choice(["meeting", "meeting", "call", "visit", "talks"]),
                    id=f"e{k}",
                    date=day,
                    people=people,
                    basis=rng.choice(["computed", "assumed"]),
                    status=rng.choice(["held", "held", "planned", "called_off", "ongoing"]),
                    parties=rng.choice([("IRN", "RUS"), ("IRN", "RUS"), ("IRN", "OMN", "USA"), ("IRN", "USA")]),
                    place=rng.choice([None, "تهران/IRN", "مسکو/RUS"]),
                    evidence=((k * 10, k * 10 + 8),),
                )
            )
        published = rng.choice(["2025-02-24", "2025-02-25", "2025-02-27", "2025-03-06", None])
        made.append(make_reading(f"a{n}", *engagements, published=published, text=f"{n} " * 3))
    return made


def partition(folder: Path, given_: list[Reading]) -> list[tuple[tuple[str, str], ...]]:
    path = folder / "r.db"
    for old in folder.glob("r.db*"):
        old.unlink()
    with open_record(path, write=True) as store:
        for reading in given_:
            add_reading(store, reading, lore=LORE, at="2025-01-01")
        tellings = {t["row"]: (t["article"], t["local"]) for t in store.each("telling")}
        return sorted(tuple(sorted(tellings[s.telling] for s in e.sources)) for e in store.entries(EntryFilter()))


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_comparing_is_symmetric(seed: int) -> None:
    made = [Telling(article=r.article.id, published=r.article.published, engagement=e) for r in readings(seed, 6) for e in r.engagements]
    for one in made:
        for other in made:
            there, back = (compare_tellings(a, b, members=LORE.members) for a, b in ((one, other), (other, one)))
            assert (there.verdict, there.score) == (back.verdict, back.score), (there, back)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), count=st.integers(2, 14), data=st.data())
def test_any_order_of_adding_gives_the_same_partition(seed: int, count: int, data: st.DataObject, tmp_path: Path) -> None:
    given_ = readings(seed, count)
    shuffled = data.draw(st.permutations(given_))
    assert partition(tmp_path, given_) == partition(tmp_path, shuffled)
