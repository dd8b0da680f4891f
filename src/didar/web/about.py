"""Pages about the pages: the keyboard, and the REST API in a table."""

from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import Response

from didar.web.known import Site
from didar.web.look import render
from didar.web.visit import Visit


def add_about(app: FastAPI) -> None:
    """Give the application `/keys` and `/api`."""
    app.add_api_route("/keys", show_keys, methods=["GET"], include_in_schema=False)
    app.add_api_route("/api", show_api, methods=["GET"], include_in_schema=False)


def show_keys(request: Request) -> Response:
    return _show(request, "keys.html")


def show_api(request: Request) -> Response:
    return _show(request, "api.html", routes=list_routes(request.app))


def list_routes(app: FastAPI) -> list[dict[str, Any]]:
    """The documented routes, as the OpenAPI description has them."""
    found = []
    for path, methods in app.openapi()["paths"].items():
        for method, told in methods.items():
            parameters = [{"name": p["name"], "description": p.get("description", "")} for p in told.get("parameters", [])]
            found.append({"path": path, "method": method.upper(), "summary": told.get("summary", ""), "parameters": parameters})
    return found


def _show(request: Request, template: str, **more: Any) -> Response:
    site: Site = request.app.state.site
    with site.shelf.reading(seconds=site.seconds) as moment:
        return render(template, Visit(request, moment), **more)
