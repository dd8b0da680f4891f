"""One request (`Visit`), with what pages need at hand."""

from collections.abc import Callable
from datetime import date
from functools import cache, cached_property
from typing import Any
from urllib.parse import quote

from starlette.requests import Request

from didar.edtf import edtf_days
from didar.store import EntryFilter
from didar.terms import Calendar
from didar.views.asking import read_days
from didar.views.text import jalali_text
from didar.web.foreign import plain
from didar.web.known import Known
from didar.web.language import Words, load_words
from didar.web.manner import PASSING, SHOWN, Manner, address, flatten, here, link, read_manner
from didar.web.pictures import Link, Window
from didar.web.shelf import Moment
from didar.web.signing_in import COOKIE, Person

PLAIN_WIDTH = 1040  # px of a picture where the script has not said how wide it may be
NARROWEST, WIDEST = 280, 2400
SIZES = {"html": 30, "json": 50, "csv": 5000}  # rows where no limit was asked for
MOST_ROWS = 5000


class Visit(Known):
    """One request: the record as it stands now, and how the page is to be shown. form: html, json, csv, svg, atom or ics."""

    def __init__(self, request: Request, moment: Moment, form: str = "html") -> None:
        super().__init__(request.app.state.site, moment)
        self.request = request
        self.form = form

    @cached_property
    def manner(self) -> Manner:
        return read_manner(self.request)

    @cached_property
    def words(self) -> Words:
        return load_words(self.manner.language)

    @property
    def calendar(self) -> Calendar:
        return self.manner.calendar

    @cached_property
    def person(self) -> Person | None:
        """Who has signed in."""
        gate = self.site.gate
        return gate.read_session(self.request.cookies.get(COOKIE)) if gate else None

    def size(self, asked: int | None) -> int:
        """How many rows are shown."""
        return min(asked or SIZES.get(self.form, 50), MOST_ROWS)

    @cached_property
    def width(self) -> int:
        """px that a picture may take."""
        asked = self.request.query_params.get("width") or self.request.cookies.get("width", "")
        return min(max(int(asked), NARROWEST), WIDEST) if asked.isascii() and asked.isdigit() and len(asked) < 6 else PLAIN_WIDTH

    def link(self, path: str, **parts: Any) -> str:
        return link(self.manner, path, parts) if parts else f"{quote(path, safe='/:')}{self._manner_alone}"

    @cached_property
    def _manner_alone(self) -> str:
        return link(self.manner, "", {})

    def here(self, **changes: Any) -> str:
        return here(self.manner, self.request, changes)

    @property
    def path(self) -> str:
        """The address of this page without its question."""
        return quote(self.request.scope["path"], safe="/:")

    def twin(self, suffix: str) -> str:
        """The address of this page in another form."""
        path = self.request.scope["path"].rstrip("/") or "/home"
        return address(quote(f"{path}.{suffix}", safe="/:"), flatten(self.parts()))

    def parts(self) -> dict[str, Any]:
        """The question of this address: without its page and its manner."""
        found: dict[str, Any] = {}
        for name, value in self.request.query_params.multi_items():
            if name not in PASSING and name not in SHOWN:
                found.setdefault(name, []).append(value)
        return found

    def typed_day(self, name: str) -> str:
        """A day of the address as it stands in a field: in the calendar of the page where it is a whole day."""
        typed = self.request.query_params.get(name, "")[:40]
        days = read_days(typed)
        if days is None or days[0] != days[1]:
            return plain(typed)
        return self.words.digits(jalali_text(days[0]) if self.calendar is Calendar.JALALI else days[0].isoformat())

    def when(self, edtf: str | None) -> dict[str, Any] | None:
        """A date in both calendars: `main` in the one chosen, `other` in the other, `edtf` for machines."""
        span = edtf_days((edtf or "")[:10] if edtf and "T" in edtf else edtf)
        if span is None:
            return None
        one = span[0] == span[1]
        return {
            "edtf": edtf,
            "main": self.words.span(*span, calendar=self.calendar),
            "other": self.words.span(*span, calendar=self.manner.other_calendar),
            "weekday": self.words.weekday(span[0]) if one else "",
            "iso": span[0].isoformat() if one else None,
            "jalali": self.calendar is Calendar.JALALI,
        }

    def question_text(self, which: EntryFilter) -> str:
        """The question in words: «ایران، روسیه، دیدار»."""
        return self.words("site.and").join(label for label, _ in self.chips(which))

    def chips(self, which: EntryFilter) -> list[tuple[str, str]]:
        """Each part of a question with the address of the question without it."""
        words = self.words
        found: list[tuple[str, str]] = []
        several: list[tuple[str, tuple[str, ...], Callable[[str], str]]] = [
            ("party", which.parties, words.party),
            ("person", which.persons, str),
            ("kind", which.kinds, lambda v: words.name("kind", v)),
            ("status", which.statuses, lambda v: words.name("status", v)),
            ("topic", which.topics, words.topic),
        ]
        for part, values, called in several:
            found += [(called(v), self.here(**{part: [x for x in values if x != v]})) for v in values]
        if which.country:
            found.append((words.party(which.country), self.here(place=None)))
        for part, day in (("since", which.since), ("until", which.until)):
            if day is not None:
                found.append((f"{words(f'page.{part}')} {words.day(date.fromordinal(day), self.calendar)}", self.here(**{part: None})))
        return found

    def picture_link(self, path: str | None = None, **parts: Any) -> Link:
        """Where marks of a picture lead: to their entries, and to the timeline with narrower days."""

        @cache
        def start(*, of_kind: bool) -> str:
            without: dict[str, Any] = {"since": None, "until": None, **({"kind": None} if of_kind else {})}
            return self.link(path, **{**parts, **without}) if path else self.here(**without)

        def window(days: Window, kind: str | None) -> str:
            narrowed = f"{start(of_kind=kind is not None)}&since={days.first.isoformat()}&until={days.last.isoformat()}"
            return narrowed if kind is None else f"{narrowed}&kind={quote(kind)}"

        return Link(entry=lambda e: self.link(f"/entry/{e}"), window=window, party=self.words.party)
