"""The table of feeds: outlets' feeds and public channels, with what can be wrong with a row. Read by itself, not with the pack."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from didar.errors import PackError, SourceError
from didar.pack.rows import OutletRow
from didar.pack.tables import read_pack_text, scan_table
from didar.watched import Feed, FeedKind

COLUMNS = ("feed", "outlet", "country", "language", "kind", "address", "verified", "source")
NEEDED = ("feed", "outlet", "kind", "address")
LANGUAGES = ("fa", "prs")

_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*\Z")
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:\d+)?(/[\x21-\x7e]*)?\Z")
_CHANNEL = re.compile(r"https?://[^/]+/s/\w+\Z")


def feed_faults(cells: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with one row, but for what it refers to."""
    if not _ID.match(cells["feed"]):
        yield f'feed is "{cells["feed"]}", expected an id of small letters, digits and hyphens'
    if cells["kind"] not in set(FeedKind):
        yield f'kind is "{cells["kind"]}", expected one of {", ".join(FeedKind)}'
    if not _ADDRESS.match(cells["address"]):
        yield f'address is "{cells["address"]}", expected a web address in ASCII, percent-encoded'
    elif cells["kind"] == FeedKind.CHANNEL and not _CHANNEL.match(cells["address"]):
        yield f'address is "{cells["address"]}", expected the public page of a channel: https://t.me/s/NAME'
    if cells.get("language", "fa") not in LANGUAGES:
        yield f'language is "{cells["language"]}", expected one of {", ".join(LANGUAGES)}'
    if cells.get("verified", "no") not in ("yes", "no"):
        yield f'verified is "{cells["verified"]}", expected yes or no'


def load_feeds(path: Path, *, outlets: Mapping[str, str]) -> tuple[Feed, ...]:
    """The feeds of a table with the columns of the pack's own; all but feed, outlet, kind and address may be missing.

    outlets: the name of each outlet the pack knows, by its id; another outlet goes by what its cell says.
    Raises PackError with every fault, SourceError where the file cannot be opened.
    """
    if not path.is_file():
        raise SourceError(f"{path}: there is no such file, expected a table of feeds")
    text, faults = read_pack_text(path)
    columns = tuple(text.split("\n", 1)[0].split("\t"))
    if not faults and not set(NEEDED) <= set(columns):
        faults = [f"{path.name}:1: the header is {', '.join(columns)}, expected {', '.join(NEEDED)} in it"]
    if faults:
        raise PackError(faults)
    rows, faults = scan_table(path, columns=columns)
    feeds: dict[str, Feed] = {}
    for number, row in rows:
        cells = dict(zip(columns, row, strict=True))
        wrong = [*feed_faults(cells)] + ([f"feed {cells['feed']} stands here again, expected each once"] if cells["feed"] in feeds else [])
        faults += [f"{path.name}:{number}: {what}" for what in wrong]
        if not wrong:
            feeds[cells["feed"]] = _feed(cells, outlets)
    if faults:
        raise PackError(faults)
    return tuple(feeds.values())


def _feed(cells: Mapping[str, str], outlets: Mapping[str, str]) -> Feed:
    return Feed(
        id=cells["feed"],
        outlet=cells["outlet"],
        name=outlets.get(cells["outlet"], cells["outlet"]),
        kind=FeedKind(cells["kind"]),
        address=cells["address"],
        country=cells.get("country") or None,
        language=cells.get("language") or "fa",
        verified=cells.get("verified") == "yes",
    )


def outlet_names(outlets: Mapping[str, OutletRow]) -> dict[str, str]:
    """The form by which each outlet of the pack is called: its first one."""
    names: dict[str, str] = {}
    for row in outlets.values():
        names.setdefault(row.outlet, row.form)
    return names
