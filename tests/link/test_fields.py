"""What an entry says, from what its sources tell."""

import pytest

from didar.link.agreements import name_key, same_instrument
from didar.link.correct import apply_correction
from didar.link.fields import make_entry, merge_people, support
from didar.link.names import names_agree, same_person, same_place
from didar.link.wire import are_copies, sign_text
from didar.record import Correction
from factory import make_participant, make_telling


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param(["planned", "held"], "held", id="announced, then held"),
        pytest.param(["held", "planned"], "held", id="an announcement told late"),
        pytest.param(["planned", "called_off"], "called_off", id="announced, then called off"),
        pytest.param(["proposed", "planned"], "planned", id="proposed, then fixed"),
        pytest.param(["planned", "proposed"], "planned", id="a vaguer word later"),
        pytest.param(["held", "denied"], "denied", id="told, then denied"),
        pytest.param(["ongoing", "held"], "held", id="going on, then over"),
        pytest.param(["held", "ongoing"], "held", id="over stays over"),
        pytest.param(["called_off", "held"], "held", id="called off, held after all"),
    ],
)
def test_status(told: list[str], status: str) -> None:
    tellings = [make_telling(published=f"2025-02-{10 + n}", status=s) for n, s in enumerate(told)]
    entry = make_entry("e1", tellings, members={})
    assert entry.status == status
    assert [s.status for s in entry.history] == told


@pytest.mark.parametrize(
    ("told", "date"),
    [
        pytest.param([("2025-02-25", "assumed"), ("2025-02-24", "stated")], "2025-02-24", id="told before assumed"),
        pytest.param([("2025-02", "stated"), ("2025-02-25", "assumed")], "2025-02-25", id="a day before a month"),
        pytest.param([("2025-02-24", "computed"), ("2025-02-25", "computed"), ("2025-02-25", "stated")], "2025-02-25", id="most sources"),
        pytest.param([(None, "assumed"), ("2025-02-25", "assumed")], "2025-02-25", id="one is undated"),
        pytest.param([(None, "assumed")], None, id="nobody says"),
    ],
)
def test_date(told: list[tuple[str | None, str]], date: str | None) -> None:
    tellings = [make_telling(date=d, basis=b) for d, b in told]
    entry = make_entry("e1", tellings, members={})
    assert entry.date == date
    assert make_entry("e1", tellings[::-1], members={}) == entry


def test_a_visit_covers_all_its_days() -> None:
    told = [make_telling(kind="visit", date=d, basis="assumed") for d in ("2026-05-20", "2026-05-22", "2026-05-23")]
    assert make_entry("e1", told, members={}).date == "2026-05-20/2026-05-23"


def test_contradictions_name_both_sides() -> None:
    told = [make_telling("a1", place="تهران/IRN"), make_telling("a2", place="قم/IRN"), make_telling("a3", place="تهران/IRN")]
    field = support(make_entry("e1", told, members={}))["place"]
    assert field.disputed
    assert [(v.value, v.articles) for v in field.values] == [("تهران", ("a1", "a3")), ("قم", ("a2",))]


LANDS = frozenset({"هند", "ایران", "جمهوریاسلامیایران"})


@pytest.mark.parametrize(
    ("told", "place", "disputed"),
    [
        pytest.param(("هند/IND", "هند/IND", "دهلی نو/IND"), "دهلی نو", False, id="a town, however many tell its country only"),
        pytest.param(("ایران/IRN", "جمهوری اسلامی ایران/IRN"), "جمهوری اسلامی ایران", False, id="two names of one country"),
        pytest.param(("تهران/IRN", "ایران/IRN", "هند/IND"), "تهران", True, id="another country"),
        pytest.param(("تهران/IRN", "ایران/IRN", "قم/IRN", "قم/IRN"), "قم", True, id="two towns of one country"),
    ],
)
def test_a_country_does_not_contradict_a_town_in_it(told: tuple[str, ...], place: str, disputed: bool) -> None:
    tellings = [make_telling(f"a{n}", place=p) for n, p in enumerate(told)]
    entry = make_entry("e1", tellings, members={}, lands=LANDS)
    assert (entry.place.name if entry.place else None, support(entry)["place"].disputed) == (place, disputed)
    assert make_entry("e1", tellings[::-1], members={}, lands=LANDS) == entry


def test_people_are_merged_in_their_fullest_form() -> None:
    found = merge_people(map(make_participant, ("IRN fm عراقچی", "IRN fm", "IRN fm>host سید عباس عراقچی", "RUS fm")))
    assert [(p.actor.name, p.actor.party, p.role.value) for p in found] == [
        ("سید عباس عراقچی", "IRN", "host"),
        (None, "RUS", "participant"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        pytest.param("عباس عراقچی", "عراقچی", True, id="surname"),
        pytest.param("سید عباس عراقچی", "عباس عراقچي", True, id="honorific and letters"),
        pytest.param("شی جین‌پینگ", "شی جین پینگ", True, id="blanks"),
        pytest.param("عباس عراقچی", "عباس", False, id="first name alone"),
        pytest.param("علی لاریجانی", "محمد لاریجانی", False, id="another first name"),
        pytest.param("عراقچی", None, False, id="no name"),
    ],
)
def test_names(one: str, other: str | None, agree: bool) -> None:
    assert names_agree(one, other) is names_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        pytest.param("IRN fm عباس عراقچی", "IRN fm عراقچی", 1, id="one person"),
        pytest.param("IRN fm", "IRN fm عراقچی", 1, id="an office and its holder"),
        pytest.param("IRN fm", "IRN p", -1, id="two offices"),
        pytest.param("IRN fm عباس عراقچی", "IRN fm حسین امیرعبداللهیان", -1, id="two holders"),
        pytest.param("IRN fm", "IRN x کسی", 0, id="nothing to tell them by"),
    ],
)
def test_same_person(one: str, other: str, sign: int) -> None:
    score = same_person(make_participant(one).actor, make_participant(other).actor)
    assert (score > 0) - (score < 0) == sign


def test_places() -> None:
    assert same_place("واشنگتن", "واشینگتن")
    assert same_place("دهلی‌نو", "دهلی نو")
    assert not same_place("تهران", "قم")


def test_instruments() -> None:
    treaty = name_key("معاهده مشارکت جامع راهبردی")
    assert same_instrument(treaty, name_key("معاهده جامع راهبردی"))
    assert same_instrument(treaty, name_key("معاهده مشارکت راهبردی جامع"))
    assert not same_instrument(treaty, name_key("یادداشت تفاهم گمرکی"))
    assert not same_instrument(treaty, name_key("معاهده"))


def test_wire_copies() -> None:
    text = "وزیر راه در جمع خبرنگاران از آغاز ساخت راه‌آهن تازه میان دو بندر خبر داد و گفت این راه تا پایان سال آینده آماده می‌شود"
    one, other = sign_text(text), sign_text("فوری: " + text)
    assert one
    assert other
    assert are_copies(one, other)
    assert not are_copies(one, sign_text("متنی دیگر درباره چیزی دیگر که هیچ واژه‌ای با آن یکی ندارد و کوتاه هم نیست") or ())
    assert sign_text("کوتاه") is None


def test_corrections_lie_over_the_sources() -> None:
    entry = make_entry("e1", [make_telling()], members={})
    made = Correction(entry="e1", action="set", field="place", value="قم/IRN", author="x", at="y", because="z")
    changed = apply_correction(entry, made)
    assert changed.place
    assert (changed.place.name, changed.corrected) == ("قم", ("place",))
