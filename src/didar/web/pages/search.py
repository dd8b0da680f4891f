"""Words in the articles, marked where they stand, and the entries that the articles tell of."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from didar.views.questions import read_results
from didar.web.asked import Limit
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
FARTHEST = 1000  # results that can be turned to


@dataclass(frozen=True, slots=True)
class Words:
    """words: as typed. outlet, year: of the articles. skip: results on the pages before."""

    words: str
    outlet: str | None
    year: int | None
    skip: int
    limit: int | None


async def ask(
    q: Annotated[str, Query(max_length=200, description="Words, or a phrase in “…” or «…»")] = "",
    outlet: Annotated[str, Query(max_length=200, description="Only this outlet")] = "",
    year: Annotated[int | None, Query(ge=1, le=9999, description="Only this Gregorian year of publication")] = None,
    after: Annotated[int, Query(ge=0, le=FARTHEST, description="Results on the pages before")] = 0,
    limit: Limit = None,
) -> Words:
    return Words(words=q.strip(), outlet=outlet or None, year=year, skip=after, limit=limit)


def read(visit: Visit, asked: Words) -> Json:
    size = visit.size(asked.limit if asked.limit or visit.form != "html" else 20)
    found = read_results(visit.store, asked.words, outlet=asked.outlet, year=asked.year, skip=asked.skip, size=min(size, FARTHEST))
    further = asked.skip + len(found["rows"])
    more = bool(found["rows"]) and further < min(found["total"], FARTHEST)
    return {**found, "next": str(further) if more else None}


VIEW = View(
    name="search",
    path="/search",
    summary="Articles that hold all the words, with the sentences, counts by outlet and year, and the entries they tell of",
    ask=ask,
    read=read,
    columns=("article", "outlet", "title", "published", "sentence", "entries"),
    dress=lambda _visit, asked, _found: {"asked": asked},
)
