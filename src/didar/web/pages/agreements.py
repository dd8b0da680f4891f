"""Agreements, and the life of one."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Path, Query
from markupsafe import Markup

from didar.errors import UnknownError
from didar.views.dossier import read_agreements
from didar.views.explain import explain
from didar.web.asked import Limit, Parties, Text, code_of
from didar.web.pictures import Link, alone, draw_life
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """name: words of it. parties: all of them and no others."""

    name: str
    parties: tuple[str, ...]
    limit: int | None


async def ask(name: Text = "", party: Parties = (), limit: Limit = None) -> Asked:
    return Asked(name=name.strip(), parties=tuple(c for p in party if (c := code_of(p))), limit=limit)


async def ask_one(agreement_id: Annotated[str, Path(max_length=60)], limit: Annotated[int | None, Query(ge=1, le=5000)] = None) -> str:
    return agreement_id


def _all(visit: Visit) -> list[Json]:
    return visit.kept_long("agreements", lambda: read_agreements(visit.store))


def read_list(visit: Visit, asked: Asked) -> Json:
    narrowed = bool(asked.name or asked.parties)
    found = read_agreements(visit.store, parties=asked.parties, name=asked.name or None) if narrowed else _all(visit)
    found = sorted(found, key=lambda a: (-len(a["articles"]), a["name"]))
    size = visit.size(asked.limit)
    return {"total": len(found), "cut": len(found) > size, "rows": found[:size]}


def read_one(visit: Visit, asked: str) -> Json:
    explained = explain(visit.store, asked) if asked.startswith("a") else None
    if explained is None or explained["type"] != "agreement":
        raise UnknownError(f"there is no agreement “{asked}”")
    group = next(
        (
            a
            for a in _all(visit)
            if a["id"] == asked or (explained["name"] in a["names"] and set(a["parties"]) >= set(explained["parties"]))
        ),
        None,
    )
    if group is None:
        raise UnknownError(f"there is no agreement “{asked}”")
    return {**group, "asked": asked, "sources": explained["sources"], "rows": group["stages"]}


def draw(visit: Visit, found: Json) -> str:
    link = Link(entry=lambda a: visit.link("/article", id=a), window=lambda _w, _k: visit.here(), party=visit.words.party)
    look: Json = {"calendar": visit.calendar, "language": visit.manner.language, "width": visit.width}
    return draw_life(found["stages"], today=visit.today, link=link, **look)


LIST = View(
    name="agreements",
    path="/agreements",
    summary="Agreements with their stages, by words of the name or by parties",
    ask=ask,
    read=read_list,
    columns=("id", "name", "parties", "stages", "articles"),
    dress=lambda _visit, asked, _found: {"asked": asked},
)
VIEW = View(
    name="agreement",
    path="/agreement/{agreement_id}",
    summary="The life of one agreement: every report of a stage",
    ask=ask_one,
    read=read_one,
    columns=("stage", "status", "date", "article", "told"),
    dress=lambda visit, _asked, found: {"picture": Markup(draw(visit, found))},
    others={"svg": lambda visit, asked: alone(draw(visit, read_one(visit, asked)))},
)
