"""The command line: one thin function a command. Errors raised on purpose are turned into messages here, once."""

import click

from didar.cli.dates import dates
from didar.cli.demo import demo
from didar.cli.pack import pack
from didar.cli.read import read
from didar.cli.record import COMMANDS
from didar.cli.watch import feeds, watch
from didar.errors import DidarError


class Failure(click.ClickException):
    """What the caller can put right: shown without a traceback, exit 2."""

    exit_code = 2


class Commands(click.Group):
    """The group of all commands, in the order in which they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DidarError as error:
            raise Failure(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="didar", message="didar %(version)s")
def cli() -> None:
    """Read Persian news and keep the diplomatic record.

    \b
    Begin with: didar demo
    """


def _register() -> None:
    cli.add_command(demo)
    cli.add_command(read)
    cli.add_command(dates)
    for command in COMMANDS:
        cli.add_command(command)
    cli.add_command(watch)
    cli.add_command(feeds)
    cli.add_command(pack)


_register()


def main() -> None:
    """Entry point of `didar`."""
    cli(prog_name="didar")
