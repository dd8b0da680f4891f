"""One question to the record as a page, as JSON and as CSV, at one address: `/timeline`, `/timeline.json`, `/timeline.csv`."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query
from starlette.requests import Request
from starlette.responses import Response

from didar.exports.table import MARK, csv_line
from didar.web.look import as_page, write
from didar.web.visit import Visit

Json = dict[str, Any]
Ask = Callable[..., Any]
LANGUAGE = Annotated[str | None, Query(alias="lang", description="fa or en; the words of the page", max_length=8)]
ANSWERS: dict[int | str, dict[str, Any]] = {
    400: {"description": "The question could not be understood"},
    404: {"description": "The record has nothing of this id or name"},
    503: {"description": "The question took too long, or too many are being answered"},
}
CSV = "text/csv; charset=utf-8"
TYPES = {"svg": "image/svg+xml", "atom": "application/atom+xml; charset=utf-8", "ics": "text/calendar; charset=utf-8"}


def as_they_are(row: Json) -> Mapping[str, Any]:
    return row


def undressed(_visit: Visit, _asked: Any, _found: Json) -> Json:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A question, how it is answered, and how the answer is shown.

    ask:     the address to what is asked, as a FastAPI dependency.
    read:    what is asked to what was found, ready for JSON; `rows` are the rows of its table.
    columns: of the table, taken from `cells(row)`.
    dress:   what only the page needs besides: pictures, links.
    others:  further forms by suffix (svg, atom, ics) → text.
    also:    further addresses of the page.
    """

    name: str
    path: str
    summary: str
    ask: Ask
    read: Callable[[Visit, Any], Json]
    columns: tuple[str, ...]
    cells: Callable[[Json], Mapping[str, Any]] = as_they_are
    dress: Callable[[Visit, Any, Json], Json] = undressed
    others: Mapping[str, Callable[[Visit, Any], str]] = field(default_factory=dict)
    also: tuple[str, ...] = ()


def add_view(app: FastAPI, view: View) -> None:
    """Give the application the view's addresses. The twins stand first: `/entry/e1.json` is no entry's id."""

    def as_json(request: Request, asked: Annotated[Any, Depends(view.ask)], _lang: LANGUAGE = None) -> Response:
        return answer(request, view, asked, "json")

    def as_csv(request: Request, asked: Annotated[Any, Depends(view.ask)], _lang: LANGUAGE = None) -> Response:
        return answer(request, view, asked, "csv")

    def as_page(request: Request, asked: Annotated[Any, Depends(view.ask)]) -> Response:
        return answer(request, view, asked, accepted(request))

    forms: list[tuple[str, Callable[..., Response], str, str]] = [
        ("json", as_json, "application/json", "object"),
        ("csv", as_csv, CSV, "string"),
        *((suffix, _other(view, suffix), TYPES[suffix], "string") for suffix in view.others),
    ]
    for suffix, endpoint, kind, shape in forms:
        found: Json = {"description": "What was found", "content": {kind.partition(";")[0]: {"schema": {"type": shape}}}}
        summary = view.summary if suffix == "json" else f"{view.summary}, as {suffix.upper()}"
        told: Json = {"responses": {**ANSWERS, 200: found}, "summary": summary, "name": f"{view.name}_{suffix}"}
        app.add_api_route(f"{view.path}.{suffix}", endpoint, methods=["GET"], response_class=Response, **told)
    for path in (view.path, *view.also):
        app.add_api_route(path, as_page, methods=["GET", "HEAD"], include_in_schema=False, name=view.name)


def _other(view: View, suffix: str) -> Callable[..., Response]:
    def as_other(request: Request, asked: Annotated[Any, Depends(view.ask)], _lang: LANGUAGE = None) -> Response:
        site = request.app.state.site
        with site.shelf.reading(seconds=site.seconds) as moment:
            text = view.others[suffix](Visit(request, moment, suffix), asked)
        return Response(text.encode("utf-8", "replace"), media_type=TYPES[suffix])

    return as_other


def accepted(request: Request) -> str:
    """html unless the caller plainly wants another form."""
    wanted = request.headers.get("accept", "").lower()
    if "text/html" in wanted:
        return "html"
    return next((form for form, kind in (("json", "application/json"), ("csv", "text/csv")) if kind in wanted), "html")


def answer(request: Request, view: View, asked: Any, form: str) -> Response:
    """The view in one form, read from one moment of the record."""
    site = request.app.state.site
    with site.shelf.reading(seconds=site.seconds) as moment:
        visit = Visit(request, moment, form)
        if form == "html":
            return as_page(visit, _page(view, visit, asked))
        found = view.read(visit, asked)
    headers = _next_page(visit, found)
    if form == "json":
        return Response(to_json(found), media_type="application/json", headers=headers)
    lines = [MARK + csv_line(view.columns)]
    lines += [csv_line([_cell(c.get(name)) for name in view.columns]) for c in map(view.cells, found["rows"])]
    name = view.path.strip("/").split("/")[0]
    headers["content-disposition"] = f'attachment; filename="didar-{name}.csv"'
    return Response(b"".join(lines), media_type=CSV, headers=headers)


def _page(view: View, visit: Visit, asked: Any) -> bytes:
    """The page; for those who have not signed in it is kept while nobody writes to the record."""

    def make() -> bytes:
        found = view.read(visit, asked)
        return write(f"{view.name}.html", visit, found=found, view=view, **view.dress(visit, asked, found))

    if visit.person is not None:
        return make()
    return visit.kept(("page", visit.path, visit.request.url.query, visit.manner, visit.width), make)


def _next_page(visit: Visit, found: Json) -> dict[str, str]:
    headers = {"vary": "Accept, Accept-Language, Cookie"}
    if found.get("next"):
        limit = visit.request.query_params.get("limit")
        headers["link"] = f'<{visit.here(after=found["next"], limit=limit)}>; rel="next"'
        headers["x-didar-total"] = str(found.get("total", ""))
    return headers


def to_json(found: Json) -> bytes:
    """JSON in UTF-8; text with half characters is written in ASCII, so that it arrives whole."""
    try:
        return json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(found).encode()


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(v)) for v in value)
    if isinstance(value, dict):
        return " ".join(str(_cell(v)) for v in value.values() if v not in (None, "", []))
    return value
