"""Named fields → one Article, with a Reject for each field that cannot stand."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from didar.model import Article, Reject
from didar.terms import Reason

MAX_TEXT = 1_000_000  # characters of one article; a long newspaper page has 50,000

FIELDS = ("id", "outlet", "url", "title", "published")
_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = re.compile(r"[^\W_]")
_DAY_FIRST = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", type(None): "null"}


def article_or_reject(fields: Mapping[str, object], *, where: str) -> Iterator[Article | Reject]:
    """One Article, and a Reject for each field beside the text that had to be left out; or one Reject alone.

    The text decides: without it there is no article. Any other field that is wrong is left empty, the article stays.
    """
    text = fields.get("text")
    if fault := _text_fault(text, present="text" in fields):
        yield Reject(where=where, reason=fault[0], detail=fault[1])
        return
    notes: list[tuple[Reason, str]] = []
    named = {name: _line(name, fields.get(name), notes) for name in FIELDS}
    named["published"] = _published(named["published"], notes)
    article = _make(_sound(str(text), notes), named)
    yield article
    for reason, detail in notes:
        yield Reject(where=where, reason=reason, detail=f'{detail}; the article is kept as "{article.id}"')


def _text_fault(text: object, *, present: bool) -> tuple[Reason, str] | None:
    if not present:
        return Reason.MISSING_FIELD, "no text, expected a field named text"
    if not isinstance(text, str):
        return Reason.BAD_FIELD, f"text is {_TYPES.get(type(text), 'of another type')}, expected a string"
    if not _VISIBLE.search(text):
        return Reason.EMPTY_TEXT, "the text is empty"
    if len(text) > MAX_TEXT:
        return Reason.TEXT_TOO_LONG, f"the text has {len(text):,} characters, expected at most {MAX_TEXT:,}"
    return None


def _line(name: str, value: object, notes: list[tuple[Reason, str]]) -> str | None:
    """A field of one line; whole numbers serve as ids, empty strings as nothing."""
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        reason = Reason.BAD_DATE if name == "published" else Reason.BAD_FIELD
        notes.append((reason, f"{name} is {_TYPES.get(type(value), 'of another type')}, expected a string"))
        return None
    return _SURROGATE.sub("\ufffd", value).strip() or None


def _published(value: str | None, notes: list[tuple[Reason, str]]) -> str | None:
    """An ISO 8601 date or date-time as given; anything else is no date, and said so."""
    if value is None:
        return None
    if not value.isascii() or not _DAY_FIRST.match(value):
        notes.append((Reason.BAD_DATE, f'published is "{value[:40]}", expected YYYY-MM-DD or YYYY-MM-DDThh:mm'))
        return None
    try:
        day = date.fromisoformat(value[:10])
        if len(value) > 10:
            datetime.fromisoformat(value)
    except ValueError:
        notes.append((Reason.BAD_DATE, f'published is "{value[:40]}", and there is no such day or time'))
        return None
    if day.year < 1800:
        notes.append((Reason.BAD_DATE, f'published is "{value[:40]}", which looks like a Jalali date, expected a Gregorian one'))
        return None
    return value


def _sound(text: str, notes: list[tuple[Reason, str]]) -> str:
    """Half characters (lone surrogates) replaced one for one, so that spans stay true."""
    sound, count = _SURROGATE.subn("\ufffd", text)
    if count:
        notes.append((Reason.BAD_ENCODING, f"the text has {count} lone surrogates, each read as U+FFFD"))
    return sound


def _make(text: str, named: Mapping[str, str | None]) -> Article:
    article_id = named["id"] or _mint(text, named)
    return Article(
        id=article_id,
        text=text,
        outlet=named["outlet"],
        url=named["url"],
        title=named["title"],
        published=named["published"],
    )


def _mint(text: str, named: Mapping[str, str | None]) -> str:
    """An id from the content: the same article always has the same, two outlets with one text have two."""
    parts = [named[name] or "" for name in FIELDS[1:]]
    return "sha:" + hashlib.sha256("\0".join([*parts, text]).encode()).hexdigest()[:16]
