"""Entries and statements as rows of a table."""

from collections.abc import Mapping
from typing import Any

from didar.views.text import day_text

Json = dict[str, Any]
ENTRY_COLUMNS = (
    "id",
    "date",
    "jalali",
    "date_basis",
    "kind",
    "mode",
    "status",
    "parties",
    "people",
    "place",
    "country",
    "topics",
    "articles",
    "independent",
    "disputed",
    "corrected",
)
SAID_COLUMNS = ("id", "published", "outlet", "speakers", "act", "text", "toward", "about", "direct", "article", "entry")


def entry_cells(line: Json) -> Mapping[str, Any]:
    """An entry in brief as cells; days in both calendars."""
    place = line["place"] or {}
    return {
        **line,
        "jalali": day_text(line["date"], jalali=True) if line["date"] else None,
        "people": [person_cell(p) for p in line["people"]],
        "parties": " ".join(line["parties"]),
        "topics": " ".join(line["topics"]),
        "place": place.get("name"),
        "country": place.get("country"),
        "disputed": " ".join(line["disputed"]),
        "corrected": " ".join(line["corrected"]),
    }


def said_cells(row: Json) -> Mapping[str, Any]:
    """A statement as cells."""
    return {
        **row,
        "speakers": [person_cell(s) for s in row["speakers"]],
        "toward": " ".join(row["toward"]),
        "about": " ".join(row["about"]),
    }


def person_cell(person: Json) -> str:
    """«عباس عراقچی (foreign_minister IRN)»."""
    office = " ".join(x for x in (person.get("office"), person.get("party")) if x)
    name = person.get("name") or ""
    return f"{name} ({office})" if name and office else name or office
