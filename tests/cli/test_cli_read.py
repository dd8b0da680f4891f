"""`didar read`: order, workers, output that appears only when whole, an error of ours."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from didar import pipeline
from didar.cli import cli
from didar.cli.read import sure_enough
from didar.model import Article, Claim, Engagement, Reading, Statement, Why
from didar.pack import Pack
from didar.terms import Act, ClaimKind, EngagementKind, Status

MEETING = "وزیر امور خارجه ایران امروز در تهران با همتای عراقی خود دیدار کرد."


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


def rows(count: int) -> bytes:
    return b"".join(json.dumps({"id": str(n), "text": MEETING, "published": "2025-02-25"}).encode() + b"\n" for n in range(count))


def test_one_reading_a_line_in_order() -> None:
    result = run("read", "-", stdin=rows(5))
    assert (result.exit_code, result.stderr) == (0, "")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["article"]["id"] for r in readings] == ["0", "1", "2", "3", "4"]
    assert [e["kind"] for e in readings[0]["engagements"]] == ["meeting"]


def test_workers_give_the_same_lines_in_the_same_order() -> None:
    alone, together = run("read", "-", stdin=rows(70)), run("read", "-", "--jobs", "3", stdin=rows(70))
    assert together.exit_code == 0
    assert together.stdout == alone.stdout


def test_an_error_of_ours_is_told_by_id_and_stops_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read_article(article: Article, *, pack: Pack) -> Reading:
        if article.id == "1":
            raise ZeroDivisionError("ours")
        return Reading(article=article)

    monkeypatch.setattr(pipeline, "read_article", read_article)
    out = tmp_path / "r.jsonl"
    result = run("read", "-", "-o", out, stdin=rows(3))
    assert result.exit_code == 1
    assert "1: an error in didar itself" in result.stderr
    assert "ZeroDivisionError: ours" in result.stderr
    assert [json.loads(line)["article"]["id"] for line in out.read_text().splitlines()] == ["0", "2"]


def test_an_output_that_is_broken_off_leaves_the_old_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read_article(article: Article, *, pack: Pack) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_article", read_article)
    out = tmp_path / "r.jsonl"
    out.write_text("old\n")
    assert run("read", "-", "-o", out, stdin=rows(1)).exit_code == 1
    assert out.read_text() == "old\n"
    assert [p.name for p in tmp_path.iterdir()] == ["r.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="no links")
def test_an_output_that_is_a_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("old\n")
    link.symlink_to(target)
    assert run("read", "-", "-o", link, stdin=rows(1)).exit_code == 0
    assert link.is_symlink()
    assert json.loads(target.read_text())["article"]["id"] == "0"


def test_samples_are_read_without_a_fault(samples: Path) -> None:
    result = run("read", samples)
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == len(list(samples.glob("*.txt")))


def test_min_confidence_leaves_out_what_is_less_sure() -> None:
    engagement = Engagement(id="e1", kind=EngagementKind.VISIT, status=Status.HELD, parties=("IRN",), participants=(), evidence=((0, 3),))
    unsure = Engagement(
        id="e2",
        kind=EngagementKind.MEETING,
        status=Status.HELD,
        parties=("IRN",),
        participants=(),
        evidence=((0, 3),),
        why=Why(pattern="x", confidence=0.4),
    )
    inside = Engagement(
        id="e3", kind=EngagementKind.MEETING, status=Status.HELD, parties=("IRN",), participants=(), evidence=((0, 3),), part_of="e2"
    )
    statement = Statement(id="s1", speakers=(), act=Act.SAY, span=(0, 3), engagement="e2", why=Why(pattern="y", confidence=0.9))
    claim = Claim(kind=ClaimKind.COUNT, evidence=((0, 3),), why=Why(pattern="z", confidence=0.1))
    reading = Reading(
        article=Article(id="a", text="متن"), engagements=(engagement, unsure, inside), statements=(statement,), claims=(claim,)
    )
    left = sure_enough(reading, 0.5)
    assert [e.id for e in left.engagements] == ["e1", "e3"]
    assert left.engagements[1].part_of is None
    assert left.statements[0].engagement is None
    assert left.claims == ()
    assert sure_enough(reading, 0.0) is reading


def test_messages_show_direction_marks_instead_of_obeying_them() -> None:
    result = run("read", "-", stdin=b'{"id": "a\xe2\x80\xaeb", "text": "\xd9\x85\xd8\xaa\xd9\x86", "published": "x"}\n')
    assert "a\\u202eb" in result.stderr
