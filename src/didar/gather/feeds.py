"""The bytes of an RSS or Atom feed → its items. fastfeedparser first, feedparser for what it cannot make out.

Feeds are written by programs that nobody checks: the wrong charset, broken XML, Jalali dates, links that are relative, entities
made to grow. What can be read of them is read; the rest is said. Nothing is asked for on the way: both parsers are given bytes.
"""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html.entities import html5
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import fastfeedparser
import feedparser
from resiliparse.extract.html2text import extract_plain_text

from didar.calendars import jalali_to_date
from didar.gather.charset import decode_page
from didar.gather.decode import Fault
from didar.terms import Reason

MAX_ITEMS = 500  # of one answer; feeds have 10 to 100
MAX_SLOW = 400_000  # bytes that feedparser is given; at worst it needs a second and a half for them
MAX_SUMMARY = 20_000  # characters of what a feed itself says of an item
MAX_LINE = 500  # characters of a title, 2,000 of an address

_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}(\[.*?\]\s*)?>", re.S | re.I)
_ENTITY = re.compile(r"<!ENTITY", re.I)
_DECLARATION = re.compile(r"\A[\s\ufeff]*<\?xml[^>]{0,300}\?>\s*")
_CDATA = "<![CDATA["
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)(?:([a-z][a-z0-9]{1,30});)?", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|yclid|mc_[ce]id|ref|ref_src)$")
_PARSER_FAULTS = (ValueError, SyntaxError, LookupError, TypeError, AttributeError, RecursionError, OverflowError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One item as a feed lists it. `key`: guid or address; `published`: ISO 8601, None where it cannot be told."""

    key: str
    address: str | None
    title: str | None
    published: str | None
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a feed lists, each item once, in its order. `left_out`: items with nothing to know them by, or beyond MAX_ITEMS."""

    items: tuple[Listed, ...]
    left_out: int = 0


def read_feed(content: bytes, *, url: str, now: float, content_type: str | None = None) -> Listing | Fault:
    """The items of a feed, or why it is none. now: seconds since 1970; a date after it by more than a day is not believed."""
    text = decode_page(content, content_type=content_type)
    if isinstance(text, tuple):
        return Reason.BAD_FEED, f"{url}: {text[1]}"
    text = _CONTROL.sub("", text)
    doctype = _DOCTYPE.search(text[:20_000])
    if _ENTITY.search(text[:20_000]):
        return Reason.BAD_FEED, f"{url}: the feed declares entities of its own, expected none"
    if doctype:
        text = text[: doctype.start()] + text[doctype.end() :]
    text = _DECLARATION.sub("", text).lstrip()
    if not text.startswith(("<", "{")):
        return Reason.BAD_FEED, f"{url}: neither RSS nor Atom, it begins «{text[:30]}»" if text else f"{url}: the feed is empty"
    entries = _entries(escaped(text).encode("utf-8"))
    if isinstance(entries, str):
        return Reason.BAD_FEED, f"{url}: {entries}"
    return _listing(entries, url=url, now=now)


def escaped(text: str) -> str:
    """XML in which each ampersand begins an entity that XML knows, as few feeds take care of: «?a=1&b=2», «&nbsp;».

    A parser that forgives them loses what follows: the address of another page, half of a summary. CDATA stays as it is.
    """
    head, *rest = text.split(_CDATA)
    out = [_AMPERSAND.sub(_known, head)]
    for piece in rest:
        inside, end, after = piece.partition("]]>")
        out += [_CDATA, inside, end, _AMPERSAND.sub(_known, after)]
    return "".join(out)


def _known(found: re.Match[str]) -> str:
    """The character of an entity of HTML; else the ampersand as an entity, and what stands after it."""
    character = html5.get(f"{found[1]};") if found[1] else None
    return character if character and character not in "<>&" else f"&amp;{found[0][1:]}"


def _entries(raw: bytes) -> list[Mapping[str, Any]] | str:
    """The entries by the parser that can use more of them, or why there are none."""
    why = "the feed has no items"
    best: list[Mapping[str, Any]] = []
    known = False
    try:
        best = list(fastfeedparser.parse(raw, include_tags=False, include_media=False, include_enclosures=False).entries)
        known = True
    except _PARSER_FAULTS as error:
        why = str(error).split("(first")[0].strip()[:150]
    usable = sum(map(_usable, best))
    if (not best or usable < len(best)) and len(raw) <= MAX_SLOW:
        try:
            found = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
            known = known or bool(found.version)
            if sum(map(_usable, found.entries)) > usable:
                best = list(found.entries)
        except _PARSER_FAULTS as error:
            why = str(error)[:150]
    return best if best or known else why


def _usable(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("id") or entry.get("link"))


def _listing(entries: Iterable[Mapping[str, Any]], *, url: str, now: float) -> Listing:
    items: dict[str, Listed] = {}
    pages: set[str] = set()
    left_out = 0
    for entry in entries:
        item = _listed(entry, url=url, now=now)
        if item is None or len(items) >= MAX_ITEMS:
            left_out += 1
            continue
        page = same_page(item.address) if item.address else item.key
        if item.key not in items and page not in pages:
            items[item.key] = item
            pages.add(page)
    return Listing(items=tuple(items.values()), left_out=left_out)


def _listed(entry: Mapping[str, Any], *, url: str, now: float) -> Listed | None:
    address = _address(str(entry.get("link") or ""), url)
    guid = _line(str(entry.get("id") or ""))
    if address is None and guid and guid.startswith(("http://", "https://")):
        address = _address(guid, url)
    title = _line(plain_text(str(entry.get("title") or "")))
    if address is not None and _is_site(address):  # some feeds give every item the address of the site
        guid = guid if guid and same_page(guid) != same_page(address) else _line(f"{address} {title}")
        address = None
    key = guid or address
    if not key or len(key) > 2000:
        return None
    told = [*(c.get("value") for c in entry.get("content") or () if isinstance(c, Mapping)), entry.get("description"), entry.get("summary")]
    summary = max((plain_text(t) for t in told if isinstance(t, str)), key=len, default="")
    return Listed(
        key=key,
        address=address,
        title=title or None,
        published=_published(entry.get("published") or entry.get("updated"), now=now),
        summary=summary,
    )


def plain_text(html: str) -> str:
    """A fragment of HTML as text, a paragraph a line; ZWNJ and direction marks stay."""
    html = html[: 4 * MAX_SUMMARY]
    if "<" in html or "&" in html:
        html = extract_plain_text(f"<html><body>{html}</body></html>", alt_texts=False, list_bullets=False)
    lines = (_BLANKS.sub(" ", line).strip() for line in html.split("\n"))
    return "\n".join(line for line in lines if line)[:MAX_SUMMARY]


def _line(text: str) -> str:
    return " ".join(text.split())[:MAX_LINE]


def _address(link: str, base: str) -> str | None:
    link = "".join(link.split())
    if not link:
        return None
    try:
        address = urljoin(base, link)
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or len(address) > 2000:
        return None
    return address.split("#", 1)[0]


def same_page(address: str) -> str:
    """What two spellings of a page's address have in common: no scheme, no www, no tracking, no slash at the end."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p.split("=", 1)[0].lower()))
    return f"{host}{unquote(parts.path).rstrip('/')}{'?' + unquote(query) if query else ''}"


def _is_site(address: str) -> bool:
    """Whether an address is that of a site, not of one of its pages."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _published(told: object, *, now: float) -> str | None:
    """The date as ISO 8601 with its offset; a Jalali year that was taken for a Gregorian one is put right, a future day dropped."""
    if not isinstance(told, str):
        return None
    try:
        when = datetime.fromisoformat(told)
    except ValueError:
        return None
    if 1300 <= when.year < 1500:
        day = jalali_to_date(when.year, when.month, when.day)
        return day.isoformat() if day and day <= datetime.fromtimestamp(now, UTC).date() + timedelta(days=1) else None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    if when.year < 1990 or when.timestamp() > now + 86_400:
        return None
    return when.isoformat(timespec="seconds")
