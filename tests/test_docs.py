"""Every command, reason, table and column is documented, or this fails."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import click
import pytest

from didar.cli import cli
from didar.fetch import Limits
from didar.pack import DEFAULT
from didar.terms import Act, EngagementKind, Mode, Reason, Role, Stage, StageStatus, Status
from didar.watch.schedule import Pace
from didar.watched import ItemState

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def load_writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_cli", DOCS / "write_cli.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = load_writer()
COMMANDS = dict(WRITER.commands(cli, "didar"))


def test_cli_page_is_as_the_commands_say() -> None:
    assert text(DOCS / "cli.md") == WRITER.write(), "run: python docs/write_cli.py"


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not isinstance(command, click.Group)])
def test_command_has_help_and_an_example(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert f"Example: {name}" in command.help
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or getattr(parameter, "help", None), f"{name}: {parameter.name} has no help"


@pytest.mark.parametrize("reason", list(Reason))
def test_reason_is_told(reason: Reason) -> None:
    assert f"| `{reason.value}` |" in text(DOCS / "reasons.md")


def test_no_reason_is_told_that_is_none() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", text(DOCS / "reasons.md"), re.M))
    assert told == {reason.value for reason in Reason}


@pytest.mark.parametrize("words", [EngagementKind, Mode, Status, Role, Act, Stage, StageStatus])
def test_words_of_the_codebook_are_told(words: type[EngagementKind]) -> None:
    page = text(DOCS / "model.md")
    assert [word.value for word in words if f"`{word.value}`" not in page] == []


TABLES = sorted(p for p in DEFAULT.rglob("*.tsv") if not p.name.startswith("sources"))


@pytest.mark.parametrize("table", TABLES, ids=[p.name for p in TABLES])
def test_table_and_its_columns_are_told(table: Path) -> None:
    name = table.stem.partition("-")[0] + ".tsv"  # persons-iran.tsv is a part of persons.tsv
    lines = [line for line in text(DEFAULT / "README.md").splitlines() if f"`{name}`" in line and line.startswith("|")]
    assert lines, f"README.md of the pack does not show {table.name}"
    columns = text(table).split("\n", 1)[0].split("\t")
    assert [c for c in columns if f"`{c}`" not in lines[0]] == []


@pytest.mark.parametrize(
    "page", sorted(p.relative_to(ROOT).as_posix() for p in [*DOCS.rglob("*.md"), *ROOT.glob("*.md"), DEFAULT / "README.md"])
)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text(path)):
        assert (path.parent / target).exists(), f"{page}: {target}"


@pytest.mark.parametrize("page", ["README.md", "docs/pack.md", "docs/tutorial.md", "CONTRIBUTING.md", "src/didar/packs/fa/README.md"])
def test_commands_named_in_the_pages_exist(page: str) -> None:
    for line in text(ROOT / page).splitlines():
        for words in re.findall(r"(?:^\s*\$?\s*|`)didar ((?:[a-z-]+ ?)+)", line):
            first, *rest = words.split()
            assert f"didar {first}" in COMMANDS, f"{page}: didar {first}"
            if first == "pack":
                assert f"didar pack {rest[0]}" in COMMANDS, f"{page}: didar {words}"


def test_readme_opens_with_the_two_commands() -> None:
    assert "make demo" in text(ROOT / "README.md")[:700]
    assert "make test" in text(ROOT / "README.md")[:700]


@pytest.mark.parametrize("settings", [Limits, Pace])
def test_settings_are_told_with_their_defaults(settings: type) -> None:
    page = text(DOCS / "watching.md")
    for setting in fields(settings):
        default = setting.default if isinstance(setting.default, tuple) else (setting.default,)
        told = ", ".join(f"{value:,g}" if value < 1e6 else f"{value:,}" for value in default).replace("1,440", "1440")
        assert f"| `{setting.name}` | {told} |" in page, f"docs/watching.md: {setting.name} is {told}"


def test_options_of_watching_are_told_with_their_variables() -> None:
    page = text(DOCS / "watching.md")
    options = [p for p in COMMANDS["didar watch"].params if getattr(p, "envvar", None)]
    assert options
    assert [p.name for p in options if f"| `--{p.name}` | `{p.envvar}` |" not in page] == []


@pytest.mark.parametrize("state", list(ItemState))
def test_states_of_items_are_told(state: ItemState) -> None:
    assert f"| `{state.value}` |" in text(DOCS / "watching.md")
