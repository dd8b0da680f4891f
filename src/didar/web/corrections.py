"""What people change through the page: sign in, correct, merge, split, remove, restore, judge, undo.

Only with `--write`, only for who has given the token, and only from a form of ours (or from a program that gives the token itself).
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Form, Request
from starlette.responses import RedirectResponse, Response

from didar import correcting
from didar.calendars import edtf_of
from didar.errors import UnknownError, UsageError
from didar.pack import load_pack
from didar.recording import Lore
from didar.store import Store
from didar.terms import Verdict
from didar.views.asking import party_code, read_days
from didar.views.claims import open_questions
from didar.views.explain import find_entry
from didar.web.faults import Refused
from didar.web.known import Site
from didar.web.look import render
from didar.web.manner import link, read_manner
from didar.web.safety import same_site
from didar.web.signing_in import COOKIE, LASTS, LONGEST_NAME, Gate, Person
from didar.web.view import to_json
from didar.web.visit import Visit

Because = Annotated[str, Form(min_length=1, max_length=2000, description="Why; kept and shown")]
Value = Annotated[str, Form(max_length=2000)]
READ_ONLY = "this page is read-only; start it with --write to correct"
PROGRAM = "program"
BEARER = "bearer "


def gate_of(request: Request) -> Gate:
    """The gate; Refused where nothing may be changed."""
    gate: Gate | None = request.app.state.site.gate
    if gate is None:
        raise Refused(READ_ONLY)
    return gate


async def corrector(
    request: Request,
    sign: Annotated[str, Form(max_length=200, description="The form's own sign; programs give the token instead")] = "",
    author: Annotated[str, Form(max_length=LONGEST_NAME, description="Who decides, for programs")] = "",
) -> Person:
    """Who may change something: a program that gives the token, or a person in a session, from a form of that session."""
    gate = gate_of(request)
    given = request.headers.get("authorization", "")
    if given.lower().startswith(BEARER):
        if not gate.knows(given[len(BEARER) :].strip()):
            raise Refused("this is not the token")
        return Person(name=author.strip() or PROGRAM)
    _from_our_pages(request)
    person = gate.read_session(request.cookies.get(COOKIE))
    if person is None:
        raise Refused("sign in first")
    if not gate.is_form_sign(person.session, sign):
        raise Refused("this form is not of your session; open the page again")
    return person


def _from_our_pages(request: Request) -> None:
    if not same_site(dict(request.headers), request.headers.get("host", "")):
        raise Refused("this form was sent from another site")


def add_corrections(app: FastAPI) -> None:
    """Give the application the addresses that change something."""
    told: dict[str, Any] = {"methods": ["POST"], "response_class": Response, "tags": ["corrections"]}
    told["responses"] = {
        303: {"description": "Done; see the page named"},
        403: {"description": "Not allowed"},
        404: {"description": "No such entry"},
    }
    app.add_api_route("/login", show_login, methods=["GET"], include_in_schema=False)
    app.add_api_route("/login", sign_in, methods=["POST"], include_in_schema=False)
    app.add_api_route("/logout", sign_out, methods=["POST"], include_in_schema=False)
    app.add_api_route("/entry/{entry_id}/correct", correct, summary="Set a field of an entry", **told)
    app.add_api_route("/entry/{entry_id}/merge", merge, summary="Two entries are one contact", **told)
    app.add_api_route("/entry/{entry_id}/split", split, summary="Articles of an entry tell of another contact", **told)
    app.add_api_route("/entry/{entry_id}/remove", remove, summary="An entry is no contact", **told)
    app.add_api_route("/entry/{entry_id}/restore", restore, summary="Bring back what was removed", **told)
    app.add_api_route("/unsure/{number}", judge, summary="Judge a pair that waits", **told)
    app.add_api_route("/changes/{number}/undo", undo, summary="Take back a change", **told)


# -- signing in ---------------------------------------------------------------------------------------------------------


def show_login(request: Request, back: str = "/") -> Response:
    site: Site = request.app.state.site
    gate_of(request)
    with site.shelf.reading(seconds=site.seconds) as moment:
        return render("login.html", Visit(request, moment), back=_local(back), wrong=False)


def sign_in(
    request: Request,
    token: Annotated[str, Form(max_length=400)],
    person: Annotated[str, Form(min_length=1, max_length=LONGEST_NAME)],
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    gate, site = gate_of(request), request.app.state.site
    _from_our_pages(request)
    if not gate.knows(token.strip()):
        with site.shelf.reading(seconds=site.seconds) as moment:
            return render("login.html", Visit(request, moment), status=HTTPStatus.FORBIDDEN, back=_local(back), wrong=True)
    answer = RedirectResponse(_local(back), status_code=HTTPStatus.SEE_OTHER)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, gate.open_session(person.strip()), max_age=LASTS, httponly=True, samesite="strict", secure=secure)
    return answer


def sign_out(request: Request, _person: Annotated[Person, Depends(corrector)]) -> Response:
    answer = RedirectResponse(link(read_manner(request), "/", {}), status_code=HTTPStatus.SEE_OTHER)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _local(back: str) -> str:
    """An address of ours: a path, no other host."""
    return back if re.fullmatch(r"/(?![/\\])[!-\[\]-~]*", back) else "/"


# -- changes ------------------------------------------------------------------------------------------------------------


Who = Annotated[Person, Depends(corrector)]


def correct(
    request: Request, entry_id: str, who: Who, *, field: Annotated[str, Form(max_length=40)], because: Because, value: Value = ""
) -> Response:
    given = as_kept(field, value.strip())
    return _change(
        request, who, because, lambda store, facts: correcting.correct_field(store, _id(store, entry_id), field, given, **facts).id
    )


def merge(request: Request, entry_id: str, who: Who, *, other: Annotated[str, Form(max_length=60)], because: Because) -> Response:
    def change(store: Store, facts: dict[str, Any]) -> str:
        return correcting.merge_entries(store, _id(store, entry_id), _id(store, other.strip()), **facts).id

    return _change(request, who, because, change)


def split(request: Request, entry_id: str, who: Who, *, because: Because, article: Annotated[list[str] | None, Form()] = None) -> Response:
    def change(store: Store, facts: dict[str, Any]) -> str:
        correcting.split_entry(store, _id(store, entry_id), article or [], **facts)
        return entry_id

    return _change(request, who, because, change)


def remove(request: Request, entry_id: str, who: Who, because: Because) -> Response:
    def change(store: Store, facts: dict[str, Any]) -> str:
        entry = _id(store, entry_id)
        correcting.remove_entry(store, entry, **facts)
        return entry

    return _change(request, who, because, change)


def restore(request: Request, entry_id: str, who: Who, because: Because) -> Response:
    return _change(request, who, because, lambda store, facts: correcting.restore_entry(store, entry_id, **facts).id)


def judge(
    request: Request, number: int, who: Who, *, verdict: Annotated[Literal["same", "different"], Form()], because: Because
) -> Response:
    """Judge the pair of this question, as its two sides stand now."""

    def change(store: Store, facts: dict[str, Any]) -> str:
        asked = next((q for q in open_questions(store, limit=100_000) if q["id"] == number), None)
        if asked is None or not asked["one"] or not asked["other"]:
            raise UnknownError(f"there is no open question {number}; it may have been judged already")
        correcting.judge_entries(store, asked["one"], asked["other"], Verdict(verdict), **facts)
        return str(asked["one"])

    return _change(request, who, because, change, to="/unsure", after=number)


def undo(request: Request, number: int, who: Who, because: Because) -> Response:
    def change(store: Store, facts: dict[str, Any]) -> str:
        return next(iter(correcting.undo_correction(store, number, **facts)), "")

    return _change(request, who, because, change, to="/changes")


def _change(
    request: Request, who: Person, because: str, change: Callable[[Store, dict[str, Any]], str], *, to: str = "", **parts: Any
) -> Response:
    """Make a change in the record; then to the entry it left, or to `to`."""
    site: Site = request.app.state.site
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    with site.shelf.writing() as store:
        entry = change(store, {"because": because.strip() or "-", "author": who.name, "at": at, "lore": _lore()})
    if "application/json" in request.headers.get("accept", ""):
        return Response(to_json({"entry": entry}), media_type="application/json")
    return RedirectResponse(link(read_manner(request), to or f"/entry/{entry}", parts), status_code=HTTPStatus.SEE_OTHER)


@cache
def _lore() -> Lore:
    return Lore.of(load_pack())


def _id(store: Store, asked: str) -> str:
    return find_entry(store, asked).id


def as_kept(field: str, value: str) -> str:
    """What was typed, in the record's own form: days of either calendar as EDTF, parties by name as codes."""
    if field == "date" and value:
        return _edtf(value)
    if field == "parties":
        named = [v for v in re.split(r"[،,;\n]+" if re.search(r"[،,;]", value) else r"\s+", value) if v.strip()]
        return " ".join(party_code(v.strip(), pack=load_pack()) for v in named)
    return value


def _edtf(value: str) -> str:
    parts = value.split("/")
    ends = [read_days(p) for p in parts] if len(parts) == 2 and all(len(p.strip()) > 4 for p in parts) else [read_days(value)]
    days = [d for d in ends if d is not None]
    if len(days) < len(ends) or days[-1][1] < days[0][0]:
        raise UsageError(f"date is “{value}”, expected 2025-02-25, 2025-02, 2025-02-25/2025-02-26, Jalali 1403-12-07, or empty")
    return edtf_of(days[0][0], days[-1][1])
