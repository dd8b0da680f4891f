"""The application: the views of a record as pages and as a REST API."""

import gc
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from didar.pack import load_pack
from didar.web.about import add_about
from didar.web.ahead import Ahead
from didar.web.corrections import add_corrections
from didar.web.faults import add_fault_pages
from didar.web.known import Site
from didar.web.look import compile_templates
from didar.web.pages import VIEWS
from didar.web.safety import LOCAL, Safety
from didar.web.shelf import Shelf
from didar.web.signing_in import Gate, make_token
from didar.web.view import add_view

STATIC = Path(__file__).parent / "static"
SECONDS = 5.0  # that a question may take
QUIET: dict[str, Any] = {"docs_url": None, "redoc_url": None}  # their pages load scripts from elsewhere
# FastAPI may send traces to where the environment says; we do not.
QUIET["telemetry"] = dict.fromkeys(("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False)
ABOUT = "The diplomatic record as data. Every address is a page too: leave `.json` or `.csv` away."


def make_app(
    record: Path | str, *, write: bool = False, token: str | None = None, hosts: Iterable[str] = LOCAL, seconds: float = SECONDS
) -> FastAPI:
    """The pages of the record at `record`.

    write: whether people may correct, after giving `token` (made where none is given; `app.state.site.gate.token`).
    hosts: names under which it may be asked for. seconds: that one question may take.
    """
    shelf = Shelf(Path(record))
    gate = Gate(token=token or make_token()) if write else None
    with shelf.reading(seconds=60):
        pass  # a record that cannot be opened is told at once

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        load_pack()
        compile_templates()
        gc.collect()
        gc.freeze()  # what is loaded by now stays: looking through it again and again would hold up a page by some 70 ms
        ahead = Ahead(app.state.site)
        ahead.start()
        yield
        ahead.end()
        shelf.close()

    app = FastAPI(title="Didar", version="1", description=ABOUT, openapi_url="/api/openapi.json", lifespan=lifespan, **QUIET)
    app.state.site = Site(shelf=shelf, gate=gate, seconds=seconds)
    app.add_middleware(Safety, hosts=tuple(hosts))
    add_fault_pages(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_corrections(app)
    add_about(app)
    for view in VIEWS:
        add_view(app, view)
    return app
