"""Where the record doubts itself: an overview, and each section as a table."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Path

from didar.errors import UnknownError
from didar.pack import Pack
from didar.views.audit import Terms, audit_section
from didar.views.claims import check_claim
from didar.web.asked import Kinds, Limit
from didar.web.known import Known
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]
SECTIONS = ("contradictions", "unreported", "claims", "offices", "implausible", "one_source", "unresolved", "rejected")
MOST = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """section: of the audit. kinds: only entries of these."""

    section: str
    kinds: tuple[str, ...]
    limit: int | None


async def ask_all(limit: Limit = None) -> int | None:
    return limit


async def ask(
    section: Annotated[str, Path(description=f"One of {', '.join(SECTIONS)}", max_length=40)],
    kind: Kinds = (),
    limit: Limit = None,
) -> Asked:
    if section not in SECTIONS:
        raise UnknownError(f"the audit has no section “{section}”, only {', '.join(SECTIONS)}")
    return Asked(section=section, kinds=tuple(k.value for k in kind), limit=limit)


def known_terms(pack: Pack) -> Terms:
    """The terms of office that the gazetteer has."""
    return [(person.name, t.office, t.party or "", t.start, t.end) for person in pack.persons.values() for t in person.terms]


def rows_of(known: Known, section: str) -> list[Json]:
    """The rows of a section, read once while nobody writes."""
    return known.kept_long(("audit", section), lambda: _rows(known, section))


def all_rows(known: Known) -> list[list[Json]]:
    """The rows of every section."""
    return [rows_of(known, s) for s in SECTIONS]


def _rows(known: Known, section: str) -> list[Json]:
    if section == "claims":
        return [{"id": r["id"], "row": r} for r in reversed(known.store.claims())]
    found = audit_section(known.store, section, as_of=known.today, terms=known_terms(known.site.pack), limit=MOST + 1)
    if isinstance(found, dict):
        return [{"reason": reason, "count": count} for reason, count in sorted(found.items(), key=lambda x: -x[1])]
    rows = [{"entry": x} if isinstance(x, str) else x for x in found]
    return rows if section == "offices" else rows[::-1]  # the newest first


def read_all(visit: Visit, _asked: Any) -> Json:
    rows = [
        {"section": s, "count": sum(r["count"] for r in found) if s in ("unresolved", "rejected") else len(found)}
        for s, found in zip(SECTIONS, all_rows(visit), strict=True)
    ]
    return {"today": visit.today.isoformat(), "rows": rows}


def read_section(visit: Visit, asked: Asked) -> Json:
    rows = rows_of(visit, asked.section)
    lines = _lines(visit, rows)
    if asked.kinds:
        rows = [r for r in rows if lines.get(r.get("entry") or "", {}).get("kind") in asked.kinds]
    size = visit.size(asked.limit)
    shown = rows[:size]
    if asked.section == "claims":
        shown = [check_claim(visit.store, r["row"]) for r in shown]
    else:
        shown = [{**r, "line": lines[r["entry"]]} if r.get("entry") in lines else r for r in shown]
    return {"section": asked.section, "today": visit.today.isoformat(), "total": len(rows), "cut": len(rows) > size, "rows": shown}


def _lines(visit: Visit, rows: list[Json]) -> dict[str, Json]:
    wanted = {r["entry"] for r in rows if r.get("entry")}
    return {x["id"]: dict(x) for x in visit.store.lines_of(wanted)} if wanted else {}


def cells(row: Json) -> Json:
    """A row of any section with its entry's own columns beside it."""
    line = row.get("line") or {}
    return {**{k: line.get(k) for k in ("kind", "status", "date", "parties")}, **row}


OVERVIEW = View(
    name="audit",
    path="/audit",
    summary="How much there is to doubt, by section",
    ask=ask_all,
    read=read_all,
    columns=("section", "count"),
)
VIEW = View(
    name="audit_section",
    path="/audit/{section}",
    summary="One section of the audit",
    ask=ask,
    read=read_section,
    columns=(
        "entry",
        "kind",
        "status",
        "date",
        "parties",
        "days",
        "field",
        "values",
        "flag",
        "what",
        "office",
        "name",
        "id",
        "of",
        "number",
        "verdict",
        "because",
        "seen",
        "article",
        "reason",
        "count",
    ),
    cells=cells,
    dress=lambda _visit, asked, _found: {"asked": asked, "sections": SECTIONS},
)
