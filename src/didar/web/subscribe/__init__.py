"""Any question as something to subscribe to: an Atom feed, an iCalendar. Pure functions of entries in brief."""

from didar.web.subscribe.atom import write_atom
from didar.web.subscribe.feed import Feed
from didar.web.subscribe.ical import write_calendar

__all__ = ["Feed", "write_atom", "write_calendar"]
