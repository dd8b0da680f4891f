"""`didar demo` runs through and shows what it promises."""

from pathlib import Path

from click.testing import CliRunner

from didar.cli import cli


def test_demo(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["demo", "--record", str(tmp_path / "demo.db")], catch_exceptions=False)
    assert result.exit_code == 0
    for command in ("$ didar add", "$ didar timeline", "$ didar explain"):
        assert command in result.stdout
    for kind in ("meeting", "call", "visit", "conference", "talks", "message", "signing", "summons", "credentials"):
        assert kind in result.stdout, kind
    assert "called_off" in result.stdout or "called off" in result.stdout
    assert "2025-05-06" in result.stdout
    assert (tmp_path / "demo.db").exists()
