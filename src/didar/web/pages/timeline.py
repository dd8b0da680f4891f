"""Entries in order of time: a picture, facets, and a table a page at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from markupsafe import Markup

from didar.store import EntryFilter
from didar.views.naming import name_people
from didar.views.paging import read_facets, read_page
from didar.web.asked import Asked, ask_entries
from didar.web.foreign import plain
from didar.web.pages.rows import ENTRY_COLUMNS, entry_cells
from didar.web.pictures import Window, alone, draw_counts, draw_timeline, fit_window
from didar.web.subscribe import Feed, write_atom, write_calendar
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
MOST_DRAWN = 300  # more entries are drawn as numbers: they could not be told apart, and zooming shows them
IN_FEED = 200  # entries of a subscription


def read(visit: Visit, asked: Asked) -> Json:
    which = name_people(visit.store, asked.which)
    whole = replace(which, after=None, newest=False, limit=None)
    facets = visit.kept(("facets", whole), lambda: read_facets(visit.entries, whole))
    total = sum(f["count"] for f in facets["kind"] if not which.kinds or f["value"] in which.kinds)
    page = read_page(visit.entries, which, size=visit.size(asked.limit), total=total)
    return {"total": page.total, "next": page.next, "facets": facets, "rows": page.rows}


def draw(visit: Visit, asked: Asked) -> str:
    """The picture of all entries that fit; as numbers where there are very many."""
    which = replace(name_people(visit.store, asked.which), after=None, limit=None, newest=False)
    key = ("picture", which, visit.manner, visit.width, str(visit.parts()))
    return visit.kept(key, lambda: _draw(visit, which))


def _draw(visit: Visit, which: EntryFilter) -> str:
    parts = {k: v for k, v in visit.parts().items() if k not in ("since", "until")}
    link = visit.picture_link("/timeline", **parts)
    look: Json = {"calendar": visit.calendar, "language": visit.manner.language, "width": visit.width, "link": link}
    window = window_of(visit, which)
    if visit.entries.count_entries(which) > MOST_DRAWN:
        return draw_counts(visit.entries.day_counts(which), window=window, **look)
    return draw_timeline((line for _, line in visit.entries.entry_page(which)), window=window, **look)


def window_of(visit: Visit, which: EntryFilter) -> Window:
    """The days asked for; where an end is open, up to the first or last entry."""
    ends = visit.kept(("ends", which), lambda: visit.entries.day_span(which))
    fit = fit_window(ends, around=visit.today)
    first = date.fromordinal(which.since) if which.since else fit.first
    last = date.fromordinal(which.until) if which.until else fit.last
    return Window(min(first, last), max(first, last))


def dress(visit: Visit, asked: Asked, _found: Json) -> Json:
    which = asked.which
    whole = replace(name_people(visit.store, which), after=None, limit=None, newest=False)
    window = window_of(visit, whole)
    moves = {
        "in": window.zoomed(0.5),
        "out": window.zoomed(2.0),
        "earlier": window.panned(-0.5),
        "later": window.panned(0.5),
    }
    zoom = {name: visit.here(since=w.first.isoformat(), until=w.last.isoformat()) for name, w in moves.items()}
    return {"picture": Markup(draw(visit, asked)), "window": window, "zoom": zoom, "asked": asked, "which": which}


def feed(visit: Visit, asked: Asked, suffix: str) -> Feed:
    """What a subscription to this question is about."""
    base = str(visit.request.base_url).rstrip("/")
    question = plain(visit.question_text(asked.which))
    words = visit.words
    changed = datetime.combine(visit.today, time(), UTC)
    return Feed(
        title=f"{words('site.name')}: {question or words('timeline.title')}",
        address=base + visit.twin(suffix),
        page=base + visit.here(),
        language=visit.manner.language,
        updated=changed,
        entry=lambda e: base + visit.link(f"/entry/{e}"),
        party=words.party,
        record=visit.site.shelf.path.name,
    )


def subscribed(visit: Visit, asked: Asked) -> list[Json]:
    """The newest entries that fit."""
    which = replace(name_people(visit.store, asked.which), newest=True, after=None)
    return read_page(visit.entries, which, size=min(asked.limit or IN_FEED, IN_FEED)).rows


def as_svg(visit: Visit, asked: Asked) -> str:
    return alone(draw(visit, asked))


VIEW = View(
    name="timeline",
    path="/timeline",
    summary="Entries in order of time, with facets",
    ask=ask_entries,
    read=read,
    columns=ENTRY_COLUMNS,
    cells=entry_cells,
    dress=dress,
    others={
        "svg": as_svg,
        "atom": lambda visit, asked: write_atom(subscribed(visit, asked), feed=feed(visit, asked, "atom")),
        "ics": lambda visit, asked: write_calendar(subscribed(visit, asked), feed=feed(visit, asked, "ics")),
    },
)
