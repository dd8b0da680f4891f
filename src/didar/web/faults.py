"""What went wrong, told kindly: a page for people, JSON for programs.

Here is the one broad `except` of the web, beside that of the thread that makes ahead.
"""

import logging
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from didar.errors import DidarError, RecordError, TimeLimitError, UnknownError, UsageError
from didar.store import Store
from didar.web.foreign import plain
from didar.web.language import load_words
from didar.web.look import render
from didar.web.manner import read_manner
from didar.web.safety import HEADERS, TooMuch
from didar.web.shelf import Busy, Moment
from didar.web.view import accepted, to_json
from didar.web.visit import Visit

LOG = logging.getLogger("didar.web")


class Refused(Exception):
    """What the caller may not do. `message` is shown."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


def add_fault_pages(app: FastAPI) -> None:
    """One page for all faults. `Exception` here is the error page's own broad except: logged, then told."""
    kinds: tuple[type[Exception], ...] = (DidarError, Busy, TooMuch, Refused, HTTPException, RequestValidationError, Exception)
    for kind in kinds:
        app.add_exception_handler(kind, tell)


def tell(request: Request, fault: Exception) -> Response:
    """The answer to a fault."""
    status, key, detail = _explain(fault)
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        LOG.error("%s %s", request.method, plain(request.scope["path"]), exc_info=fault)
    words = load_words(read_manner(request).language)
    seconds = words.number(request.app.state.site.seconds)
    message = words(f"error.{key}", n=seconds) if key == "too_long" else words(f"error.{key}")
    headers = {**HEADERS, **({"retry-after": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else {})}
    if isinstance(fault, HTTPException) and fault.headers:
        headers |= dict(fault.headers)
    if _wants_data(request):
        told = {"error": key, "status": int(status), "message": load_words("en")(f"error.{key}", n=seconds), "detail": detail}
        return Response(to_json(told), status_code=status, media_type="application/json", headers=headers)
    page = render("error.html", Visit(request, Moment(cast("Store", _NoStore()), 0)), status=status, message=message, detail=detail)
    page.headers.update(headers)
    return page


class _NoStore:
    """In the place of a store: the error page asks the record nothing."""

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def _wants_data(request: Request) -> bool:
    return request.scope["path"].endswith((".json", ".csv", ".svg", ".atom", ".ics")) or accepted(request) != "html"


def _explain(fault: Exception) -> tuple[HTTPStatus, str, str]:
    """(status, key of the text, what it says of the question)."""
    found = (HTTPStatus.INTERNAL_SERVER_ERROR, "ours", "")
    if isinstance(fault, UnknownError):
        found = (HTTPStatus.NOT_FOUND, "not_found", str(fault))
    elif isinstance(fault, UsageError):
        found = (HTTPStatus.BAD_REQUEST, "bad", str(fault))
    elif isinstance(fault, TimeLimitError):
        found = (HTTPStatus.SERVICE_UNAVAILABLE, "too_long", "")
    elif isinstance(fault, Busy):
        found = (HTTPStatus.SERVICE_UNAVAILABLE, "busy", "")
    elif isinstance(fault, TooMuch):
        found = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "bad", "")
    elif isinstance(fault, Refused):
        found = (HTTPStatus.FORBIDDEN, "forbidden", fault.message)
    elif isinstance(fault, RecordError):
        found = (HTTPStatus.SERVICE_UNAVAILABLE, "busy", str(fault))
    elif isinstance(fault, RequestValidationError):
        found = (HTTPStatus.UNPROCESSABLE_ENTITY, "bad", _faults(fault))
    elif isinstance(fault, HTTPException):
        key = "not_found" if fault.status_code == HTTPStatus.NOT_FOUND else "bad"
        found = (HTTPStatus(fault.status_code), key, "")
    return found


def _faults(fault: RequestValidationError) -> str:
    """`kind: Input should be …`, one a line."""
    return "\n".join(f"{'.'.join(str(x) for x in e['loc'][1:])}: {e['msg']}" for e in fault.errors()[:8])
