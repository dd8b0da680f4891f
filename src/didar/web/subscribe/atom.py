"""A question as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree import ElementTree as Tree

from didar.edtf import published_day
from didar.web.pictures.svg import legible
from didar.web.subscribe.feed import Feed, Json, details, headline

NAMESPACE = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_atom(lines: Iterable[Json], *, feed: Feed) -> str:
    """The feed as XML text, entries in the order given. Of an entry in brief (`store.bodies.entry_line`) `changed`, where
    there, is the ISO time of its last report; otherwise the first one counts, and the feed's own time where none is known.
    """
    Tree.register_namespace("", NAMESPACE)
    root = Tree.Element(_name("feed"), {_XML_LANG: feed.language})
    _add(root, "id", feed.address)
    _add(root, "title", feed.title)
    _add(root, "updated", _stamp(feed.updated))
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    _add(root, "generator", "Didar")
    author = Tree.SubElement(root, _name("author"))
    _add(author, "name", "Didar")
    for line in lines:
        entry = Tree.SubElement(root, _name("entry"))
        _add(entry, "id", f"urn:uuid:{feed.uid(str(line['id']))}")
        _add(entry, "title", headline(line, feed))
        _add(entry, "updated", _stamp(_changed(line) or feed.updated))
        _add(entry, "link", rel="alternate", type="text/html", href=feed.entry(str(line["id"])))
        _add(entry, "category", term=str(line["kind"]))
        _add(entry, "summary", "\n".join(details(line, feed)), type="text")
    Tree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n"


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(parent: Tree.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    Tree.SubElement(parent, _name(tag), {k: legible(v) for k, v in attributes.items()}).text = legible(text) if text else None


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _changed(line: Json) -> datetime | None:
    """When the entry was last told."""
    for value in (line.get("changed"), line.get("told")):
        if not value:
            continue
        try:
            time = datetime.fromisoformat(str(value))
        except ValueError:
            day = published_day(str(value))
            if day is None:
                continue
            time = datetime(day.year, day.month, day.day)
        return time if time.tzinfo else time.replace(tzinfo=UTC)
    return None
