"""Write docs/cli.md from the help texts of the commands: python docs/write_cli.py. A test holds the file to it."""

from collections.abc import Iterator
from pathlib import Path

import click

from didar.cli import cli

_WIDTH = 100
_HEAD = """# The command line

Written by `python docs/write_cli.py` from the commands' own help texts.

Data goes to stdout, messages to stderr. Exit codes: 0; 1 when some of what was given could not be used (each with its reason on stderr);
2 for wrong usage, a source that does not exist, a pack or a record that is wrong.
"""


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, with their whole names."""
    yield name, command
    if isinstance(command, click.Group):
        for below in command.list_commands(click.Context(command)):
            yield from commands(command.commands[below], f"{name} {below}")


def write() -> str:
    """The text of docs/cli.md."""
    parts = [_HEAD]
    for name, command in commands(cli, "didar"):
        context = click.Context(command, info_name=name, terminal_width=_WIDTH, max_content_width=_WIDTH)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(write(), encoding="utf-8")
