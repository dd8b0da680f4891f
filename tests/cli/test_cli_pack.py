"""`didar pack`: check, try, compare."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from didar.cli import cli
from didar.pack import DEFAULT

MEETING = "وزیر امور خارجه ایران با همتای عراقی خود دیدار کرد."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEFAULT, tmp_path / "copy"))


def test_check_lists_faults_of_a_damaged_pack(copy: Path) -> None:
    with (copy / "lexicon" / "titles.tsv").open("a", encoding="utf-8") as table:
        table.write("سيد\tnobody\nx\n")
    result = run("pack", "check", copy)
    assert result.exit_code == 1
    assert "titles.tsv:" in result.stdout
    assert "U+064A ي, expected ی" in result.stdout
    assert 'source is "nobody"' in result.stdout
    assert "1 cells, expected 2 cells" in result.stdout


def test_check_tells_examples_that_do_not_do_as_they_should(copy: Path) -> None:
    frame = copy / "frames" / "meeting.toml"
    more = f'\n[[example]]\ntext = "باران بارید."\n[[not]]\ntext = "{MEETING}"\nwhy = "a trial"\n[[not]]\ntext = "باد آمد."\n'
    frame.write_text(frame.read_text(encoding="utf-8") + more, encoding="utf-8")
    result = run("pack", "check", copy)
    assert result.exit_code == 1
    assert "«باران بارید.» gives no engagement, expected a meeting" in result.stdout
    assert f"«{MEETING}» gives a meeting, expected none (a trial)" in result.stdout
    assert 'a near miss without a reason, expected why = "…"' in result.stdout


def test_try_shows_facts_with_their_patterns() -> None:
    result = run("pack", "try", MEETING)
    assert result.exit_code == 0
    assert "engagement meeting held   [meeting." in result.stdout
    assert "parties: IR" in result.stdout
    assert "» trigger meeting   [meeting." in result.stdout
    assert "→ foreign_minister IRQ" in result.stdout


def test_try_says_when_there_is_nothing() -> None:
    assert run("pack", "try", "باران بارید.").stdout.strip().startswith("nothing")


def test_try_as_json() -> None:
    reading = json.loads(run("pack", "try", MEETING, "--json").stdout)
    assert reading["engagements"][0]["kind"] == "meeting"


def test_compare_lists_what_an_edit_loses(copy: Path, tmp_path: Path) -> None:
    frame = copy / "frames" / "meeting.toml"
    frame.write_text(frame.read_text(encoding="utf-8").replace('words = ["دیدار", "ملاقات"]', 'words = ["ملاقات"]'), encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text(MEETING, encoding="utf-8")
    result = run("pack", "compare", DEFAULT, copy, "--on", article)
    assert result.exit_code == 0
    assert "- sha:" in result.stdout
    assert "engagements meeting" in result.stdout
    assert "0 gained, 1 lost" in result.stderr
    assert run("pack", "compare", DEFAULT, DEFAULT, "--on", article).stdout == ""


def test_compare_names_the_fields_that_changed(copy: Path, tmp_path: Path) -> None:
    table = copy / "gazetteer" / "countries.tsv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(line.replace("\tIRQ\t", "\tSYR\t") for line in lines), encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("وزیر امور خارجه ایران با رئیس‌جمهور عراق دیدار کرد.", encoding="utf-8")
    result = run("pack", "compare", DEFAULT, copy, "--on", article)
    assert "~ sha:" in result.stdout
    assert '"IRQ"' in result.stdout
    assert '"SYR"' in result.stdout
