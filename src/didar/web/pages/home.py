"""What the record holds, and where to go."""

from typing import Any

from didar.views.overview import read_overview
from didar.web.asked import ask_nothing
from didar.web.known import Known
from didar.web.pages.rows import ENTRY_COLUMNS, entry_cells
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]


def overview(known: Known) -> Json:
    return known.kept_long("overview", lambda: read_overview(known.store))


def read(visit: Visit, _asked: Any) -> Json:
    found = overview(visit)
    return {**found, "rows": [*found["ahead"], *found["latest"]]}


VIEW = View(
    name="home",
    path="/home",
    also=("/",),
    summary="What the record holds: counts, the last contacts and those announced",
    ask=ask_nothing,
    read=read,
    columns=ENTRY_COLUMNS,
    cells=entry_cells,
)
