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
    return ((context.command_path, context.command) for context in contexts(command, name))


def contexts(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[click.Context]:
    """As when the command is typed: settings are handed down from the group."""
    context = click.Context(command, parent, name, terminal_width=_WIDTH, max_content_width=_WIDTH, **command.context_settings)
    yield context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from contexts(command.commands[below], below, context)


def write() -> str:
    """The text of docs/cli.md."""
    parts = [_HEAD]
    for context in contexts(cli, "didar"):
        parts.append(f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(write(), encoding="utf-8")
