"""The audit of claims: made records, claims with known verdicts."""

from itertools import count
from pathlib import Path

import pytest

from didar.model import Claim, Engagement, Reading
from didar.recording import Lore, add_reading
from didar.store import open_record
from didar.terms import ClaimKind
from didar.views.claims import check_claim
from factory import make_engagement, make_reading

ARAGHCHI, LAVROV = "IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف"
MINISTERS = (ARAGHCHI, LAVROV)
PRESIDENTS = ("IRN p مسعود پزشکیان", "RUS p ولادیمیر پوتین")
_ids = count(1)


def contact(date: str, kind: str = "meeting", people: tuple[str, ...] = MINISTERS, **more: object) -> Engagement:
    return make_engagement(kind, date=date, people=people, id=f"x{next(_ids)}", **more)


def record_of(*engagements: Engagement) -> list[Reading]:
    """Each told by an article of its own, on its own day."""
    return [make_reading(f"r{n}", e, published=(e.date or "2025-01-01")[:10], text=f"متن {n}") for n, e in enumerate(engagements)]


FIVE = record_of(*(contact(d) for d in ("2025-01-17", "2025-02-25", "2025-04-18", "2025-06-23", "2025-12-17")))
MIXED = record_of(
    contact("2024-07-10", people=PRESIDENTS),
    contact("2024-10-11", people=PRESIDENTS),
    contact("2025-02-25"),
    contact("2025-03-03", kind="call"),
    contact("2025-04-18"),
    contact("2025-05-02", status="called_off"),
    contact("2025-06-10", parties=("CHN", "IRN"), people=("IRN fm عباس عراقچی", "CHN fm وانگ یی")),
    contact("2023-10-23", kind="visit", people=("RUS fm>guest سرگئی لاوروف",), place="تهران/IRN"),
)
TO_MOSCOW = {"kind": "visit", "people": ("IRN fm>guest عباس عراقچی", "RUS fm>host سرگئی لاوروف"), "place": "مسکو/RUS"}
TO_TEHRAN = {"kind": "visit", "people": ("RUS fm>guest سرگئی لاوروف", "IRN fm>host عباس عراقچی"), "place": "تهران/IRN"}
BOTH_WAYS = record_of(contact("2024-10-22", **TO_MOSCOW), contact("2025-02-25", **TO_TEHRAN), contact("2025-03-17", **TO_MOSCOW))


def claim(kind: str, number: int | None = None, of: str | None = "meeting", **more: object) -> Claim:
    values = {"parties": ("IRN", "RUS"), **more}
    return Claim(kind=ClaimKind(kind), of=of, number=number, evidence=((0, 10),), **values)


CASES = [
    # (record, claim, day of the article, its own contact, verdict, id)
    (FIVE, claim("ordinal", 5, period="2025"), "2025-12-17", contact("2025-12-17"), "agrees", "fifth of a year, all seen"),
    (FIVE[2:], claim("ordinal", 5, period="2025"), "2025-12-17", contact("2025-12-17"), "seen_fewer", "fifth of a year, three seen"),
    (FIVE, claim("ordinal", 4, period="2025"), "2025-12-17", contact("2025-12-17"), "contradicted", "fourth, five seen"),
    (FIVE, claim("ordinal", 3, period="2025"), "2025-04-18", contact("2025-04-18"), "agrees", "third in April; later ones do not count"),
    (FIVE, claim("ordinal", 2, period="2025"), "2025-04-18", contact("2025-04-18"), "contradicted", "second in April, three seen"),
    ([], claim("ordinal", 1), "2025-04-18", contact("2025-04-18"), "agrees", "first, nothing before it"),
    ([], claim("ordinal", 6), "2025-04-18", contact("2025-04-18"), "seen_fewer", "sixth, one seen"),
    (FIVE, claim("ordinal", 1, period="2024"), "2025-04-18", None, "seen_fewer", "nothing seen in another year"),
    (FIVE, claim("ordinal", 2, persons=("عراقچی",), period="2025"), "2025-02-25", contact("2025-02-25"), "agrees", "by surname"),
    (FIVE, claim("ordinal", 2, persons=("مسعود پزشکیان",)), "2025-12-17", None, "seen_fewer", "of a person who was in none"),
    (MIXED, claim("ordinal", 2, period="2025"), "2025-04-18", contact("2025-04-18"), "agrees", "of ministers, presidents' do not count"),
    (MIXED, claim("ordinal", 3, period="2025"), "2025-05-02", contact("2025-05-02"), "agrees", "one more that was then held as well"),
    (MIXED, claim("ordinal", 1, of="call", period="2025"), "2025-03-03", contact("2025-03-03", kind="call"), "agrees", "first call"),
    (MIXED, claim("ordinal", 2, of="call", period="2025"), "2025-03-03", contact("2025-03-03", kind="call"), "seen_fewer", "second call"),
    (FIVE, claim("ordinal", None), "2025-12-17", contact("2025-12-17"), "cannot_check", "no number"),
    (FIVE, claim("ordinal", 5, parties=()), "2025-12-17", None, "cannot_check", "no parties"),
    (FIVE, claim("ordinal", 5, of="agreement"), "2025-12-17", None, "cannot_check", "of agreements"),
    (FIVE, claim("count", 5, period="2025", persons=("عراقچی", "لاوروف")), "2025-12-20", None, "agrees", "five times in a year"),
    (FIVE, claim("count", 7, period="2025", persons=("عراقچی",)), "2025-12-20", None, "seen_fewer", "seven times"),
    (FIVE, claim("count", 3, period="2025", persons=("عراقچی",)), "2025-12-20", None, "contradicted", "three times, five seen"),
    (FIVE, claim("count", 3, period="2025"), "2025-12-20", None, "cannot_check", "more seen, but the claim does not say between whom"),
    (FIVE, claim("count", 2, period="2025-01-01/2025-03-20", persons=("لاوروف",)), "2025-12-20", None, "agrees", "in a range"),
    (MIXED, claim("count", 2, period="2024", persons=("پوتین", "پزشکیان")), "2025-12-20", None, "agrees", "presidents in 2024"),
    (MIXED, claim("count", 5, period="2024-06/2025-12", persons=("پوتین", "پزشکیان")), "2025-12-20", None, "seen_fewer", "two of five"),
    (MIXED, claim("count", 1, parties=("CHN", "IRN"), persons=("وانگ یی",)), "2025-12-20", None, "agrees", "another pair"),
    ([], claim("count", 4), "2025-12-20", None, "seen_fewer", "nothing seen at all"),
    (FIVE, claim("count", 5, of=None), "2025-12-20", None, "cannot_check", "does not say of what"),
    ([], claim("first_ever"), "2025-02-25", contact("2025-02-25"), "agrees", "nothing earlier"),
    (FIVE, claim("first_ever"), "2025-02-25", contact("2025-02-25"), "contradicted", "one is earlier"),
    (FIVE[1:], claim("first_ever"), "2025-02-25", contact("2025-02-25"), "agrees", "only later ones"),
    (FIVE, claim("first_ever", of="agreement"), "2025-02-25", None, "cannot_check", "of an agreement"),
    (MIXED, claim("first_ever", persons=("وانگ یی",), parties=("CHN", "IRN")), "2025-06-10", None, "agrees", "first with this person"),
    (FIVE, claim("last_time", period="2025-02-25"), "2025-04-17", None, "agrees", "the last one seen"),
    (FIVE, claim("last_time", period="2025-02-25"), "2025-12-16", None, "contradicted", "two later ones seen"),
    (FIVE, claim("last_time", period="2024-05-01"), "2025-01-10", None, "seen_fewer", "none seen then"),
    (FIVE, claim("last_time"), "2025-04-17", None, "cannot_check", "does not say when"),
    (
        MIXED,
        claim("last_time", of="visit", period="2023-10-23", persons=("سرگئی لاوروف",)),
        "2025-02-25",
        contact("2025-02-25", kind="visit", people=("RUS fm>guest سرگئی لاوروف",), place="تهران/IRN"),
        "agrees",
        "a visit, not the article's own",
    ),
    (
        BOTH_WAYS,
        claim("ordinal", 3, of="visit", persons=("عباس عراقچی",)),
        "2025-04-17",
        contact("2025-04-17", **TO_MOSCOW),
        "agrees",
        "a minister's visits, not those that he received",
    ),
    (
        BOTH_WAYS,
        claim("ordinal", 3, of="visit", persons=("عباس عراقچی", "سرگئی لاوروف")),
        "2025-04-17",
        contact("2025-04-17", **TO_MOSCOW),
        "agrees",
        "the host named in the claim as well",
    ),
    (BOTH_WAYS, claim("ordinal", 3, of="visit"), "2025-04-17", contact("2025-04-17", **TO_MOSCOW), "agrees", "visits one way, by office"),
    (
        BOTH_WAYS,
        claim("first_ever", of="visit"),
        "2025-03-20",
        contact("2025-03-20", **TO_TEHRAN),
        "contradicted",
        "his earlier visit is seen",
    ),
    (
        BOTH_WAYS[::2],
        claim("first_ever", of="visit"),
        "2025-03-20",
        contact("2025-03-20", **TO_TEHRAN),
        "agrees",
        "visits the other way are not his",
    ),
    (FIVE, claim("calendar", of=None, consistent=True), "2025-02-25", None, "agrees", "both forms one day"),
    (FIVE, claim("calendar", of=None, consistent=False), "2025-02-25", None, "contradicted", "two days"),
    (FIVE, claim("calendar", of=None), "2025-02-25", None, "cannot_check", "cannot be computed"),
]


@pytest.mark.parametrize(("given", "made", "day", "own", "verdict"), [pytest.param(*c[:5], id=c[5]) for c in CASES])
def test_claim(tmp_path: Path, given: list[Reading], made: Claim, day: str, own: Engagement | None, verdict: str) -> None:
    claiming = make_reading("claiming", *([own] if own else []), published=day, claims=(made,), text="متن ادعا کننده")
    with open_record(tmp_path / "r.db", write=True) as store:
        for reading in [*given, claiming]:
            add_reading(store, reading, lore=Lore(), at="x")
        (row,) = store.claims()
        found = check_claim(store, row)
    assert found["verdict"] == verdict, found


def test_there_are_forty() -> None:
    assert len(CASES) >= 40
