"""The words of the pages: a table a language (`texts/*.toml`), numbers, and dates in both calendars."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from didar.calendars import date_to_jalali, jalali_month_days
from didar.edtf import edtf_days, published_day
from didar.pack.party_names import load_party_names
from didar.terms import Calendar
from didar.web.foreign import plain

TEXTS = Path(__file__).parent / "texts"
LANGUAGES = ("fa", "en")
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
Parts = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language. `words("timeline.title")` is a text, `words.name("kind", "call")` a word of the codebook."""

    language: str
    table: dict[str, dict[str, Any]]

    @property
    def right_to_left(self) -> bool:
        return self.language == "fa"

    def __call__(self, key: str, **values: object) -> str:
        section, _, name = key.partition(".")
        text = str(self.table[section][name])
        return text.format(**values) if values else text

    def counted(self, key: str, n: int) -> str:
        """«۳ خبر»; a form of its own for one."""
        return self(f"{key}_one") if n == 1 else self(key, n=self.number(n))

    def name(self, group: str, value: str | None) -> str:
        """A word of the codebook; what the table does not have stands for itself."""
        return "" if value is None else str(self.table[group].get(value) or plain(value.replace("_", " ")))

    def party(self, code: str | None) -> str:
        """A state or body by its code."""
        names = load_party_names().get(code or "")
        return plain(code) if names is None else names[0 if self.right_to_left else 1]

    def topic(self, topic: str) -> str:
        """A topic, or the place that is spoken about."""
        own = self.table["topic"].get(topic)
        return str(own) if own else self.party(topic.removeprefix("place:"))

    def digits(self, text: object) -> str:
        """With the digits of the language."""
        return str(text).translate(_DIGITS) if self.right_to_left else str(text)

    def number(self, n: float) -> str:
        """12345 → «۱۲٬۳۴۵» or 12,345."""
        plain = f"{n:,}"
        return plain.translate(_DIGITS).replace(",", "٬").replace(".", "٫") if self.right_to_left else plain

    # -- dates --------------------------------------------------------------------------------------------------------

    def days(self, edtf: str | None, calendar: Calendar) -> str:
        """«۷ اسفند ۱۴۰۳», «۷ تا ۹ اسفند ۱۴۰۳», «اسفند ۱۴۰۳», «۱۴۰۳»; empty where there is no date."""
        span = edtf_days(edtf)
        return self.span(*span, calendar=calendar) if span else ""

    def day(self, day: date, calendar: Calendar) -> str:
        """One day in words."""
        return self.span(day, day, calendar=calendar)

    def published(self, published: str | None, calendar: Calendar) -> str:
        """The day of a publication in words; empty where there is none."""
        day = published_day(published)
        return self.day(day, calendar) if day else ""

    def span(self, first: date, last: date, *, calendar: Calendar) -> str:
        """The days from first to last in words, as short as they can be told."""
        one, other = _parts(first, calendar), _parts(last, calendar)
        if one is None or other is None:
            return self.span(first, last, calendar=Calendar.GREGORIAN)
        return self.digits(self._span(one, other, calendar, ends_month=_ends_month(last, other, calendar)))

    def _span(self, one: Parts, other: Parts, calendar: Calendar, *, ends_month: bool) -> str:
        if one == other:
            return self._date(one, calendar)
        to = f" {self('site.to')} "
        if one[2] == 1 and ends_month:
            if one[:2] == other[:2]:
                return f"{self.month(one[1], calendar)} {one[0]}"
            if one[1] == 1 and other[1] == 12:
                return str(one[0]) if one[0] == other[0] else f"{one[0]}{to}{other[0]}"
        if one[:2] == other[:2]:
            return f"{one[2]}{to}{self._date(other, calendar)}"
        if one[0] == other[0]:
            return f"{one[2]} {self.month(one[1], calendar)}{to}{self._date(other, calendar)}"
        return f"{self._date(one, calendar)}{to}{self._date(other, calendar)}"

    def _date(self, parts: Parts, calendar: Calendar) -> str:
        return f"{parts[2]} {self.month(parts[1], calendar)} {parts[0]}"

    def month(self, number: int, calendar: Calendar) -> str:
        return str(self.table["months"][calendar.value][number - 1])

    def weekday(self, day: date) -> str:
        return str(self.table["months"]["weekdays"][day.weekday()])


def _parts(day: date, calendar: Calendar) -> Parts | None:
    return date_to_jalali(day) if calendar is Calendar.JALALI else (day.year, day.month, day.day)


def _ends_month(day: date, parts: Parts, calendar: Calendar) -> bool:
    if calendar is Calendar.JALALI:
        return parts[2] == jalali_month_days(parts[0], parts[1])
    return day != date.max and (day + timedelta(days=1)).day == 1


@cache
def load_words(language: str) -> Words:
    """The table of a language: `fa` or `en`."""
    with (TEXTS / f"{language}.toml").open("rb") as file:
        return Words(language=language, table=tomllib.load(file))
