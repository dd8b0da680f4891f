"""`didar demo`: the sample reports into a record, its timeline, one explanation, and what to try next."""

import json
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click


@click.command()
@click.option("--record", "kept", type=click.Path(dir_okay=False, path_type=Path), help="Keep the record in this file.")
@click.pass_context
def demo(context: click.Context, kept: Path | None) -> None:
    """Read the sample reports into a record and show it.

    \b
    Example: didar demo --record demo.db
    """
    with as_file(files("didar") / "samples") as samples, tempfile.TemporaryDirectory(prefix="didar-demo-") as folder:
        record = kept or Path(folder) / "demo.db"
        export = Path(folder) / "demo.jsonl"
        _run(context, "add", str(record), str(samples))
        _run(context, "timeline", str(record))
        _run(context, "export", str(record), "--format", "jsonl", "-o", str(export), quiet=True)
        if (entry := _told_by_most(export)) is not None:
            _run(context, "explain", str(record), entry)
    sentence = "وزیر خارجه ایران با همتای عمانی خود دیدار کرد."
    click.echo(
        "\nThe sample reports and their people are invented. Next, with your own:\n"
        "  didar read news.jsonl -o readings.jsonl     one reading a line\n"
        "  didar add record.db news-folder/            read and keep\n"
        "  didar timeline record.db                    what happened, in order of time\n"
        f'  didar pack try "{sentence}"\n'
        f"  didar --help                                all commands\nThe samples: {files('didar') / 'samples'}"
    )


def _run(context: click.Context, name: str, *arguments: str, quiet: bool = False) -> None:
    """One command of didar, as if typed; it is shown first."""
    if not quiet:
        click.secho(f"\n$ didar {' '.join([name, *arguments])}", bold=True)
    context.find_root().command.main([name, *arguments], prog_name="didar", standalone_mode=False)


def _told_by_most(export: Path) -> str | None:
    """The engagement with the most sources: the one worth explaining."""
    best: tuple[int, str] | None = None
    for line in export.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "engagement":
            count = len(row["sources"])
            if best is None or count > best[0]:
                best = count, str(row["id"])
    return best[1] if best else None
