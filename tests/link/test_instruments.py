"""The signing of a named instrument: told in passing long after, it is the one signing that the record has a day for."""

from itertools import permutations
from pathlib import Path

import pytest

from didar.model import Agreement, AgreementStage, Reading
from didar.pack import Pack
from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record
from didar.terms import Stage
from factory import make_engagement, make_reading

TREATY = "معاهده مشارکت جامع راهبردی"
SHORTER = "معاهده جامع راهبردی"
PAPER = "یادداشت تفاهم همکاری"
OTHER = "موافقتنامه انتقال زندانیان"


RUSSIA = ("IRN", "RUS")


def signing(article: str, name: str, *, day: str | None, told: str, place: str | None = None, parties: tuple[str, ...] = RUSSIA) -> Reading:
    """A reading of one signing of `name`, dated or not."""
    engagement = make_engagement("signing", date=day, basis="computed", place=place, parties=parties, evidence=((0, 40),))
    stage = AgreementStage(stage=Stage.SIGNED, date=day, evidence=((0, 5),))
    agreement = Agreement(id="g1", name=name, parties=parties, stages=(stage,), evidence=((6, 30),))
    return make_reading(article, engagement, published=told, text=f"{article} " * 12, agreements=(agreement,))


def contacts(folder: Path, readings: list[Reading], pack: Pack) -> tuple[list[tuple[str, ...]], int]:
    """The articles of each entry, and how many pairs wait for a person."""
    path = folder / "r.db"
    for old in folder.glob("r.db*"):
        old.unlink()
    with open_record(path, write=True) as store:
        for reading in readings:
            add_reading(store, reading, lore=Lore.of(pack), at="x")
        made = sorted(tuple(sorted(s.article for s in e.sources)) for e in store.entries(EntryFilter()))
        return made, len(store.judgement_rows(verdict="unsure"))


DATED = signing("dated", TREATY, day="2025-01-17", told="2025-01-18", place="مسکو/RUS")


@pytest.mark.parametrize(
    ("others", "expected", "open_"),
    [
        pytest.param([signing("late", SHORTER, day=None, told="2025-04-17")], [("dated", "late")], 0, id="recalled three months later"),
        pytest.param([signing("late", TREATY, day=None, told="2028-06-01")], [("dated", "late")], 0, id="recalled years later"),
        pytest.param(
            [signing("late", SHORTER, day=None, told="2025-04-17", place="تهران/IRN")],
            [("dated",), ("late",)],
            0,
            id="signed in another country",
        ),
        pytest.param([signing("late", OTHER, day=None, told="2025-04-17")], [("dated",), ("late",)], 0, id="another instrument"),
        pytest.param(
            [signing("late", TREATY, day=None, told="2025-04-17", parties=("IRN", "CHN"))], [("dated",), ("late",)], 0, id="other parties"
        ),
        pytest.param([signing("early", TREATY, day=None, told="2024-10-01")], [("dated",), ("early",)], 0, id="told before it was signed"),
        pytest.param(
            [signing("again", TREATY, day="2025-03-20", told="2025-03-21"), signing("late", TREATY, day=None, told="2025-04-17")],
            [("again",), ("dated",), ("late",)],
            2,
            id="two signings of that name: a person is asked",
        ),
    ],
)
def test_a_recalled_signing(others: list[Reading], expected: list[tuple[str, ...]], open_: int, tmp_path: Path, pack: Pack) -> None:
    for order in permutations([DATED, *others]):
        assert contacts(tmp_path, list(order), pack) == (expected, open_)


def test_a_name_that_fits_many_joins_nothing_long_after(tmp_path: Path, pack: Pack) -> None:
    readings = [
        signing("dated", PAPER, day="2025-01-17", told="2025-01-18"),
        signing("late", PAPER, day=None, told="2026-04-17"),
    ]
    assert contacts(tmp_path, readings, pack)[0] == [("dated",), ("late",)]
