"""What a subscription is about, and the words an entry has in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from didar.terms import Calendar
from didar.views.sentences import show
from didar.web.pictures.names import days_name, digits, listed, name, word
from didar.web.pictures.spells import Spell, spell_of

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A question that somebody subscribes to.

    title:   the question in words. address: of the feed itself; page: of the same question as a page. All absolute.
    updated: when it was written, with its zone; entries carry their own time.
    entry:   an entry's id to the address of its page. party: a party's code to its name in `language` (fa or en).
    record:  a name that keeps the ids of two records apart.
    """

    title: str
    address: str
    page: str
    language: str
    updated: datetime
    entry: Callable[[str], str]
    party: Callable[[str], str] = str
    record: str = ""

    @property
    def calendar(self) -> Calendar:
        return Calendar.JALALI if self.language == "fa" else Calendar.GREGORIAN

    def uid(self, entry_id: str) -> str:
        """A UUID that is the same for the same entry, whenever and wherever the feed is written."""
        return str(uuid5(NAMESPACE_URL, f"didar:{self.record}:entry:{entry_id}"))


def headline(line: Json, feed: Feed) -> str:
    """«سفر (برنامه‌ریزی‌شده): ایران، عراق»; an entry that took place is not marked."""
    status = str(line["status"])
    marked = "" if status == "held" else f" ({name('status', status, feed.language)})"
    parties = listed([feed.party(str(p)) for p in line["parties"]], feed.language)
    return show(f"{name('kind', str(line['kind']), feed.language).capitalize()}{marked}: {parties}")


def when(spell: Spell | None, feed: Feed) -> str:
    """The days in words, with what is not known about them."""
    if spell is None:
        return word("no_date", feed.language)
    days = days_name(spell.first, spell.last, feed.calendar, feed.language)
    if not spell.dated:
        return f"{word('no_date', feed.language)} ({word('told', feed.language)} {days})"
    if spell.assumed:
        return f"{days} ({word('assumed', feed.language)})"
    if spell.open_first or spell.open_last:
        return f"{word('about', feed.language)} {days}"
    if not spell.lasting and spell.first != spell.last:
        return f"{days} ({word('some_day', feed.language)})"
    return days


def details(line: Json, feed: Feed) -> list[str]:
    """What is known of the entry, a line for each thing."""
    people = [p["name"] for p in line.get("people") or () if p.get("name")]
    place = line.get("place")
    told = f"{word('reports', feed.language)}: {digits(line.get('independent') or line.get('articles') or 0, feed.language)}"
    disputed = word("disputed", feed.language) if line.get("disputed") else ""
    found = [when(spell_of(line), feed), listed(people, feed.language), place["name"] if place else "", told, disputed]
    return [show(x) for x in found if x]
