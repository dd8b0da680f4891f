"""A question as an iCalendar (RFC 5545): all-day events, for whoever keeps the record beside their own calendar."""

from collections.abc import Iterable
from datetime import UTC, timedelta

from icalendar import Calendar as Events
from icalendar import Event

from didar.terms import Status
from didar.views.sentences import show
from didar.web.pictures.names import name
from didar.web.pictures.spells import LONGEST, Spell, spell_of
from didar.web.pictures.svg import legible
from didar.web.subscribe.feed import Feed, Json, details, headline

_STATUS = {
    Status.HELD: "CONFIRMED",
    Status.ONGOING: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
    Status.CALLED_OFF: "CANCELLED",
    Status.DENIED: "CANCELLED",
}


def write_calendar(lines: Iterable[Json], *, feed: Feed) -> str:
    """The calendar as text, entries in the order given.

    What has no date, or is not known closer than a month, has no place in a calendar and is left out (the feed has it).
    An entry on one of several days spans them all, is shown as free time, and its description says so.
    """
    calendar = Events()
    calendar.add("prodid", "-//Didar//record//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", legible(show(feed.title)))
    calendar.add("name", legible(show(feed.title)))
    calendar.add("url", feed.page)
    for line in lines:
        spell = spell_of(line)
        if spell is not None and spell.dated and (spell.last - spell.first).days < LONGEST:
            calendar.add_component(_event(line, spell, feed))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(line: Json, spell: Spell, feed: Feed) -> Event:
    event = Event()
    event.add("uid", feed.uid(str(line["id"])))
    event.add("dtstamp", feed.updated.astimezone(UTC))
    event.add("dtstart", spell.first)
    event.add("dtend", spell.last + timedelta(days=1))
    sure = spell.sure or spell.lasting
    event.add("summary", legible(headline(line, feed) if sure else f"≈ {headline(line, feed)}"))
    event.add("description", legible("\n".join([*details(line, feed), feed.entry(str(line["id"]))])))
    event.add("url", feed.entry(str(line["id"])))
    event.add("categories", [name("kind", str(line["kind"]), feed.language)])
    event.add("transp", "TRANSPARENT")
    if str(line["status"]) in _STATUS:
        event.add("status", _STATUS[Status(line["status"])])
    if place := line.get("place"):
        event.add("location", legible(show(str(place["name"]))))
    return event
