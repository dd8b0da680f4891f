"""How a page is shown (language, calendar, light or dark), and addresses that keep it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request

from didar.terms import Calendar
from didar.web.language import LANGUAGES

SHOWN = ("lang", "calendar")  # parts of an address that every link keeps
PASSING = ("after", "theme", "width", "limit")  # parts that a changed question forgets
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Manner:
    """language: fa or en. calendar: the one shown first. theme: light or dark, None to follow the reader's machine."""

    language: str
    calendar: Calendar
    theme: str | None

    @property
    def other_calendar(self) -> Calendar:
        return Calendar.GREGORIAN if self.calendar is Calendar.JALALI else Calendar.JALALI


def read_manner(request: Request) -> Manner:
    """From the address; what it does not say, from the reader's languages and cookie."""
    language = request.query_params.get("lang", "")
    if language not in LANGUAGES:
        language = _preferred(request.headers.get("accept-language", ""))
    calendar = request.query_params.get("calendar", "")
    if calendar not in (Calendar.JALALI, Calendar.GREGORIAN):
        calendar = usual_calendar(language)
    theme = request.query_params.get("theme") or request.cookies.get("theme")
    return Manner(language=language, calendar=Calendar(calendar), theme=theme if theme in ("light", "dark") else None)


def usual_calendar(language: str) -> Calendar:
    """The calendar of a language where the address names none."""
    return Calendar.JALALI if language == "fa" else Calendar.GREGORIAN


def _preferred(header: str) -> str:
    """The first of our languages in an Accept-Language header; English where it names none."""
    for part in header[:200].split(","):
        language = part.partition(";")[0].strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return "en"


def address(path: str, pairs: Pairs) -> str:
    """A path with its question."""
    return f"{path}?{'&'.join(map(_encode, pairs))}" if pairs else path


@lru_cache(8192)
def _encode(pair: tuple[str, str]) -> str:
    return urlencode([pair], errors="replace")


def link(manner: Manner, path: str, parts: dict[str, Any]) -> str:
    """The address of another page in the same manner. Lists give a part several times, None and empty leave it out."""
    kept = {"lang": manner.language}
    if manner.calendar is not usual_calendar(manner.language):
        kept["calendar"] = manner.calendar.value
    return address(quote(path, safe="/:"), flatten({**parts, **{k: v for k, v in kept.items() if k not in parts}}))


def here(manner: Manner, request: Request, changes: dict[str, Any]) -> str:
    """The address of this page with parts of its question changed; a changed question begins at its first page."""
    parts: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if name not in PASSING and name not in SHOWN:
            parts.setdefault(name, []).append(value)
    return link(manner, request.scope["path"], {**parts, **changes})


def flatten(parts: dict[str, Any]) -> Pairs:
    """A part's values, one pair each."""
    pairs: Pairs = []
    for name, value in parts.items():
        for one in value if isinstance(value, list | tuple) else [value]:
            if one is not None and one != "":
                pairs.append((name, str(one)))
    return pairs
