"""One article: its text with what was found marked and what was set aside greyed; why, on a click."""

from typing import Annotated, Any

from fastapi import Query

from didar.views.article import read_article, segment_text
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
COLUMNS = (
    "type",
    "id",
    "kind",
    "status",
    "date",
    "parties",
    "people",
    "speakers",
    "act",
    "name",
    "person",
    "claim",
    "spans",
    "entry",
    "pattern",
    "confidence",
)


async def ask(article_id: Annotated[str, Query(alias="id", description="An article's id", max_length=500)]) -> str:
    return article_id


def read(visit: Visit, asked: str) -> Json:
    found = read_article(visit.store, asked)
    return {**found, "rows": found["facts"]}


def dress(_visit: Visit, _asked: str, found: Json) -> Json:
    segments = segment_text(found)
    firsts: dict[int, int] = {}
    for n, segment in enumerate(segments):
        for fact in segment.facts:
            firsts.setdefault(fact, n)
    return {"segments": segments, "firsts": firsts}


VIEW = View(
    name="article",
    path="/article",
    summary="One article with its facts, their characters in the text, what was set aside and what was not understood",
    ask=ask,
    read=read,
    columns=COLUMNS,
    dress=dress,
)
