"""Words that pictures and feeds write, from the tables of the pages (`texts/*.toml`)."""

from datetime import date

from didar.terms import Calendar
from didar.web.language import load_words


def word(key: str, language: str) -> str:
    """A word of the pictures' own, from their part of the table."""
    return load_words(language)(f"picture.{key}")


def name(group: str, value: str, language: str) -> str:
    """A word of the codebook: `name("kind", "call", "fa")`; one that the table does not have stands for itself."""
    return load_words(language).name(group, value)


def listed(names: list[str], language: str) -> str:
    """Names with commas of the language between them."""
    return load_words(language)("site.and").join(names)


def digits(number: str | int, language: str) -> str:
    """A number as an ordinal or year, with the digits of the language."""
    return load_words(language).digits(number)


def month_name(calendar: Calendar, month: int, language: str) -> str:
    """The name of a month; months count from 1."""
    return load_words(language).month(month, calendar)


def days_name(first: date, last: date, calendar: Calendar, language: str) -> str:
    """«۲۶ تا ۲۸ آذر ۱۴۰۳»: the days from first to last, as short as they can be told."""
    return load_words(language).span(first, last, calendar=calendar)
