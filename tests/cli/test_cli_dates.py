"""`didar dates`: spans, values, or the reason why there is none."""

import json

from click.testing import CliRunner, Result

from didar.cli import cli


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["dates", *arguments], input=stdin, catch_exceptions=False)


def test_a_line_for_each_expression() -> None:
    result = run("سه‌شنبه ۷ اسفند در تهران", "--published", "2025-02-25")
    assert result.stdout.split("\t")[:3] == ["0–15", "سه‌شنبه ۷ اسفند", "2025-02-25"]


def test_the_reason_where_there_is_no_day() -> None:
    assert "(no_anchor)" in run("دیروز").stdout


def test_nothing_for_a_text_without_time() -> None:
    assert run("کتاب روی میز است").stdout == ""


def test_json_and_standard_input() -> None:
    row = json.loads(run("-", "--json", "--published", "2025-02-25", stdin="فردا").stdout)
    assert (row["value"], row["span"]) == ("2025-02-26", [0, 4])
