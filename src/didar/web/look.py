"""Templates: what they may call, and the one place where a page is made of them."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import Response

from didar.views.sentences import evidence_pieces
from didar.web import foreign
from didar.web.brief import Brief
from didar.web.icons import icon

if TYPE_CHECKING:
    from didar.web.visit import Visit

TEMPLATES = Path(__file__).parent / "templates"
Json = dict[str, Any]


@cache
def environment() -> Environment:
    """Everything is escaped; a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["foreign"] = foreign.foreign
    made.filters["signs"] = foreign.signs
    made.filters["reason"] = foreign.reason
    made.filters["plain"] = foreign.plain
    made.filters["anchor"] = anchor
    made.filters["fact_type"] = lambda number, facts: facts[number]["type"]
    made.filters["outside"] = foreign.outside
    made.globals["icon"] = icon
    return made


def compile_templates() -> None:
    """All of them at once, so that no reader waits for it."""
    for name in environment().list_templates():
        environment().get_template(name)


def render(template: str, visit: "Visit", *, status: int = 200, **more: Any) -> Response:
    """A page."""
    return as_page(visit, write(template, visit, **more), status=status)


def write(template: str, visit: "Visit", **more: Any) -> bytes:
    """The bytes of a page. Half characters of foreign text become question marks."""
    return environment().get_template(template).render(visit=visit, **_at_hand(visit), **more).encode("utf-8", "replace")


def as_page(visit: "Visit", body: bytes, *, status: int = 200) -> Response:
    """The answer that carries a page; a look that the address asks for is remembered."""
    response = Response(body, status_code=status, media_type="text/html; charset=utf-8")
    response.headers["vary"] = "Accept, Accept-Language, Cookie"
    response.headers["cache-control"] = "no-cache"
    if (theme := visit.request.query_params.get("theme")) in ("light", "dark"):
        response.set_cookie("theme", theme, max_age=365 * 86400, samesite="lax")
    return response


def _at_hand(visit: "Visit") -> Json:
    words = visit.words
    return {
        "t": words,
        "name": words.name,
        "party": words.party,
        "topic": words.topic,
        "num": words.number,
        "digits": words.digits,
        "counted": words.counted,
        "link": visit.link,
        "here": visit.here,
        "when": visit.when,
        "ordinal": lambda day: visit.when(date.fromordinal(day).isoformat()) if day else None,
        "evidence": lambda article, spans, most=None: evidence(visit, article, spans, most=most),
        "brief": Brief(visit),
    }


def evidence(visit: "Visit", article_id: str, spans: Iterable[Iterable[int]], *, most: int | None = None) -> list[Markup]:
    """The sentences of an article that hold the spans, these marked; the first `most` of them."""
    article = visit.store.article(article_id)
    if article is None:
        return []
    pairs = [(a, b) for a, b in spans]
    return [foreign.marked((t, "evidence" if e else "") for t, e in s) for s in evidence_pieces(article, pairs, most=most)]


def anchor(article_id: str) -> str:
    """An id for an article on a page, of harmless letters."""
    return f"from-{blake2b(article_id.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
