"""The floors of bench/floors.toml, and readings that fit their schema, over ../shared."""

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from didar.pack import Pack

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))
import quality

FLOORS = quality.load_floors()


@pytest.fixture(scope="module")
def gold_readings(shared: Path, pack: Pack) -> list[dict[str, Any]]:
    return list(quality.read_all([shared / "gold" / "articles.jsonl"], pack=pack))


@pytest.fixture(scope="module")
def ordinary_readings(shared: Path, pack: Pack) -> list[dict[str, Any]]:
    return list(quality.read_all([shared / "corpus" / "ordinary.jsonl"], pack=pack))


@pytest.fixture(scope="module")
def gold_rows(shared: Path, gold_readings: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    return quality.score_gold(gold_readings, shared=shared)[0]


@pytest.mark.parametrize(("row", "figure"), [(row, figure) for row, figures in FLOORS["gold_dev"].items() for figure in figures])
def test_floor_over_gold(gold_rows: dict[str, dict[str, float]], row: str, figure: str) -> None:
    assert gold_rows[row][figure] >= FLOORS["gold_dev"][row][figure]


def test_ordinary_news_is_not_read_as_diplomacy(shared: Path, ordinary_readings: list[dict[str, Any]]) -> None:
    wrong = quality.false_articles(ordinary_readings, shared=shared)
    assert len(wrong) <= FLOORS["ordinary"]["false_articles"], wrong


@pytest.mark.parametrize("corpus", ["gold/articles.jsonl", "corpus/diplomatic.jsonl"])
def test_readings_fit_the_schema(shared: Path, pack: Pack, corpus: str) -> None:
    schema = json.loads((shared / "codebook" / "reading.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    faults = [
        f"{reading['article']['id']}: {error.json_path} {error.message}"
        for reading in quality.read_all([shared / corpus], pack=pack)
        for error in validator.iter_errors(reading)
    ]
    assert faults == []


def test_spans_stand_in_the_text(gold_readings: list[dict[str, Any]]) -> None:
    for reading in gold_readings:
        length = len(reading["article"]["text"])
        spans = [s for e in reading["engagements"] + reading["agreements"] + reading["offices"] + reading["claims"] for s in e["evidence"]]
        spans += [s["span"] for s in reading["statements"] + reading["unresolved"] + reading["set_aside"]]
        assert all(0 <= start < end <= length for start, end in spans), reading["article"]["id"]


def test_floor_over_merge(shared: Path, pack: Pack, tmp_path: Path) -> None:
    """One entry for one contact, over the posts of gold/merge as score_merge.py counts it."""
    made = quality.merge_figures(tmp_path / "m.db", pack=pack, shared=shared)
    short = {name: made[name] for name, floor in FLOORS["merge"].items() if made[name] < floor}
    assert not short, made
