"""Two parties before they meet."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Query
from markupsafe import Markup

from didar.store import EntryFilter
from didar.store.entries import HELD
from didar.views.dossier import holders_now, read_dossier
from didar.views.questions import quiet_pairs
from didar.web.asked import code_of, last_of
from didar.web.known import Known
from didar.web.pages.rows import ENTRY_COLUMNS, entry_cells
from didar.web.pictures import alone, draw_cadence
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
SILENT = 365  # days


@dataclass(frozen=True, slots=True)
class Pair:
    """one, other: codes; None where the page is to ask for them. today: as of this day."""

    one: str | None
    other: str | None
    today: int | None


async def ask(
    one: Annotated[str, Query(max_length=100, description="A party by code or name")] = "",
    other: Annotated[str, Query(max_length=100, description="The other party")] = "",
    today: Annotated[str, Query(max_length=40, description="As of this day; by default the last publication")] = "",
) -> Pair:
    return Pair(one=code_of(one), other=code_of(other), today=last_of(today))


def read(visit: Visit, asked: Pair) -> Json:
    today = date.fromordinal(asked.today) if asked.today else visit.today
    if asked.one is None or asked.other is None or asked.one == asked.other:
        found = _pairs(visit, today) if asked.today else busiest(visit)
        return {"parties": [asked.one, asked.other], "today": today.isoformat(), **found, "rows": []}
    found = visit.kept(("dossier", asked.one, asked.other, today), lambda: _dossier(visit, asked.one or "", asked.other or "", today))
    return {**found, "rows": [*found["next"], *found["last"]]}


def _dossier(visit: Visit, one: str, other: str, today: date) -> Json:
    def holders(party: str) -> list[Json]:
        return visit.kept(("holders", party, today), lambda: holders_now(visit.store, party, today.toordinal()))

    return read_dossier(visit.store, one, other, today=today, holders=holders)


def busiest(known: Known) -> Json:
    """What the page shows before two parties are named."""
    return known.kept_long("pairs", lambda: _pairs(known, known.today))


def _pairs(known: Known, today: date) -> Json:
    spans = sorted(known.store.pair_spans(), key=lambda r: (-r["contacts"], r["pair"]))
    found = [{"parties": r["pair"].split(), "contacts": r["contacts"], "last": date.fromordinal(r["last"]).isoformat()} for r in spans[:24]]
    return {"busiest": found, "quiet": quiet_pairs(spans, days=SILENT, today=today, limit=12)}


def draw(visit: Visit, asked: Pair) -> str:
    today = date.fromordinal(asked.today) if asked.today else visit.today
    days = [(d, k) for d, k, s in visit.store.pair_days(asked.one or "", asked.other or "", until=today.toordinal()) if s in HELD]
    link = visit.picture_link("/timeline", party=[asked.one, asked.other])
    return draw_cadence(days, today=today, calendar=visit.calendar, language=visit.manner.language, width=visit.width, link=link)


def dress(visit: Visit, asked: Pair, found: Json) -> Json:
    if "cadence" not in found:
        return {"picture": None, "pair": asked}
    return {
        "picture": Markup(draw(visit, asked)),
        "pair": asked,
        "total": visit.entries.count_entries(EntryFilter(parties=(asked.one or "", asked.other or ""))),
    }


VIEW = View(
    name="dossier",
    path="/dossier",
    summary="What to know before two parties meet",
    ask=ask,
    read=read,
    columns=ENTRY_COLUMNS,
    cells=entry_cells,
    dress=dress,
    others={"svg": lambda visit, asked: alone(draw(visit, asked))},
)
