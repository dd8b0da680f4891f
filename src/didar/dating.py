"""Dating by the record: an undated article gets the day of the dated contact that it tells of, marked as inferred.

An inferred day never dates another article: it is kept beside the article and no telling takes it over.
"""

from collections.abc import Iterable
from datetime import date

from didar.link.names import same_person
from didar.record import Entry, Telling
from didar.store import Store
from didar.terms import Status

LEAD = 900  # code points within which an article tells what happened today


def infer_days(store: Store, articles: Iterable[str], written: Iterable[str]) -> None:
    """Look again at these articles and at the undated ones told in the entries that were written."""
    wanted = set(articles)
    for entry_id in written:
        entry = store.entry(entry_id)
        if entry is not None:
            wanted |= {s.article for s in entry.sources if s.published is None}
    for row in store.article_rows(wanted):
        if row["published"] is not None:
            continue
        day, because = _infer(store, row["id"])
        if day != row["inferred_day"]:
            store.set_inferred_day(row["id"], day, because)


def _infer(store: Store, article_id: str) -> tuple[int, str | None]:
    found: dict[date, str] = {}
    tellings = [t for t in store.tellings_of_article(article_id) if t.engagement.date is None and t.engagement.status in _NOW]
    entries = store.entry_of(t.id for t in tellings)
    for t in tellings:
        entry = store.entry(entries.get(t.id) or "")
        if entry is not None and (because := _why(t, entry)) is not None:
            days = entry.days
            if days and days[0] == days[1]:
                found.setdefault(days[0], f"{entry.id}: {because}")
    if len(found) != 1:
        return 0, None
    day, because = next(iter(found.items()))
    return day.toordinal(), because


_NOW = frozenset({Status.HELD, Status.ONGOING})


def _why(telling: Telling, entry: Entry) -> str | None:
    """Why the article was written on the day of this contact, or None where that cannot be said."""
    days, start = entry.days, telling.engagement.evidence[0][0] if telling.engagement.evidence else 0
    if days is None or not any(s.published is not None and s.date for s in entry.sources):
        return None
    people = [
        p.actor.name or ""
        for p in telling.engagement.participants
        if p.actor.name and any(q.actor.party == p.actor.party and same_person(p.actor, q.actor) == 1 for q in entry.participants)
    ]
    if telling.weekday is not None and telling.weekday != days[0].weekday():
        return None
    if len(people) < 2 or (telling.weekday is None and start > LEAD):
        return None
    dated = next(s for s in entry.sources if s.published is not None and s.date)
    weekday = ", the weekday agrees" if telling.weekday is not None else ""
    return f"same people ({'، '.join(people)}){weekday}; dated by {dated.article}"
