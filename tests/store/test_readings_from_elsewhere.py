"""Readings made by people and other programs: each fault named, the rest kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from didar.checking import check_reading
from didar.cli import cli
from didar.store import EntryFilter, open_record

TEXT = "وزیر خارجه ایران سه‌شنبه در تهران با همتای روس خود دیدار کرد. او گفت همکاری‌ها گسترش می‌یابد."


def row(**changed: Any) -> dict[str, Any]:
    made = {
        "article": {"id": "p1", "text": TEXT, "published": "2025-02-25"},
        "engagements": [
            {
                "kind": "meeting",
                "status": "held",
                "date": "2025-02-25",
                "parties": ["IRN", "RUS"],
                "participants": [{"name": None, "office": "foreign_minister", "party": "IRN", "role": "host"}],
                "anchor": "با همتای روس خود دیدار کرد",
            }
        ],
        "statements": [
            {"speakers": [{"name": None, "office": "foreign_minister", "party": "IRN"}], "act": "say", "anchor": "همکاریها گسترش"}
        ],
        "agreements": [],
        "offices": [],
        "claims": [],
    }
    made["engagements"][0] |= changed
    return made


def check(made: dict[str, Any]) -> tuple[Any, list[str]]:
    return check_reading(made, find_article=lambda _: None)


def test_a_good_reading_has_its_spans_from_the_anchors() -> None:
    reading, faults = check(row())
    assert faults == []
    start, end = reading.engagements[0].evidence[0]
    assert TEXT[start:end] == "با همتای روس خود دیدار کرد"
    start, end = reading.statements[0].span
    assert TEXT[start:end] == "همکاری‌ها گسترش"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"date": "2025-02-30"}, "no real day", id="no such day"),
        pytest.param({"date": "سه‌شنبه"}, "no real day", id="no date"),
        pytest.param({"kind": "party"}, "no word of the codebook", id="kind"),
        pytest.param({"status": "done"}, "no word of the codebook", id="status"),
        pytest.param({"anchor": "در مسکو دیدار کرد"}, "not in the text", id="anchor"),
        pytest.param({"evidence": [[0, 10_000]]}, "does not lie in the text", id="span outside"),
        pytest.param({"evidence": [[9, 3]]}, "does not lie in the text", id="span turned round"),
        pytest.param({"evidence": "all"}, "no spans", id="no spans"),
        pytest.param({"participants": [{"name": "x", "office": "king", "party": "IRN", "role": "host"}]}, "codebook", id="office"),
        pytest.param({"participants": ["x"]}, "shape", id="shape"),
        pytest.param({"parties": None}, "shape", id="no parties"),
    ],
)
def test_a_fault_is_named_and_the_rest_kept(changed: dict[str, Any], said: str) -> None:
    reading, faults = check(row(**changed))
    assert len(faults) == 1
    assert said in faults[0]
    assert faults[0].startswith("engagements 1: ")
    assert (len(reading.engagements), len(reading.statements)) == (0, 1)


@pytest.mark.parametrize("made", [{}, {"article": {}}, {"article": {"id": "x"}}, {"article": {"id": "x", "text": ""}}])
def test_without_an_article_there_is_no_reading(made: dict[str, Any]) -> None:
    reading, faults = check(made)
    assert reading is None
    assert len(faults) == 1


def test_the_command_keeps_the_author(tmp_path: Path) -> None:
    source, record = tmp_path / "readings.jsonl", str(tmp_path / "r.db")
    lines = [json.dumps(row()), "{broken", json.dumps({**row(date="2025-13-01"), "article": {"id": "p2", "text": TEXT}})]
    source.write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(cli, ["add", record, str(source), "--readings", "--author", "M. Karimi"])
    assert result.exit_code == 1
    assert "readings.jsonl:2: not JSON" in result.stderr
    assert "readings.jsonl:3: engagements 1: date is" in result.stderr
    with open_record(record) as store:
        (entry,) = store.entries(EntryFilter())
        assert [s.author for s in entry.sources] == ["M. Karimi"]
        assert store.count_rows("statement") == {"": 2}


def test_author_and_readings_go_together(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["add", str(tmp_path / "r.db"), "x.jsonl", "--readings"])
    assert result.exit_code == 2
    assert "--author" in result.stderr
