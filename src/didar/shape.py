"""The JSON form of a reading (reading.schema.json): dataclasses to plain dicts and back."""

from collections.abc import Mapping
from typing import Any

from didar.model import (
    Actor,
    Agreement,
    AgreementStage,
    Article,
    Claim,
    Engagement,
    Holding,
    Participant,
    Place,
    Reading,
    SetAside,
    Span,
    Statement,
    Unresolved,
    Why,
)
from didar.terms import (
    Act,
    ClaimKind,
    DateBasis,
    EngagementKind,
    Medium,
    Mode,
    Office,
    Reason,
    Role,
    Stage,
    StageStatus,
    Status,
)

Json = dict[str, Any]


# -- to JSON -----------------------------------------------------------------------------------------------------------


def reading_to_dict(reading: Reading) -> Json:
    """The reading in the shape of reading.schema.json; every value is JSON-ready."""
    return {
        "article": article_to_dict(reading.article),
        "engagements": [_engagement(e) for e in reading.engagements],
        "statements": [_statement(s) for s in reading.statements],
        "agreements": [_agreement(a) for a in reading.agreements],
        "offices": [{**actor_to_dict(h.actor), "evidence": _spans(h.evidence), "why": _why(h.why)} for h in reading.offices],
        "claims": [_claim(c) for c in reading.claims],
        "unresolved": [{"span": list(u.span), "what": u.what, "reason": u.reason.value} for u in reading.unresolved],
        "set_aside": [{"span": list(s.span), "reason": s.reason.value} for s in reading.set_aside],
        "versions": dict(reading.versions),
    }


def article_to_dict(article: Article) -> Json:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "text": article.text,
    }


def actor_to_dict(actor: Actor) -> Json:
    """Name, office and party always; the rest only where it says something."""
    out: Json = {"name": actor.name, "office": actor.office.value if actor.office else None, "party": actor.party}
    for key in ("portfolio", "accredited_to", "id", "wording", "inferred_name"):
        if (value := getattr(actor, key)) is not None:
            out[key] = value
    for key in ("former", "acting", "elect"):
        if getattr(actor, key):
            out[key] = True
    return out


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(s) for s in spans]


def _why(why: Why | None) -> Json:
    return {"pattern": why.pattern, "confidence": round(why.confidence, 3), "flags": list(why.flags)} if why else {}


def _engagement(e: Engagement) -> Json:
    return {
        "id": e.id,
        "kind": e.kind.value,
        "mode": e.mode.value if e.mode else None,
        "status": e.status.value,
        "date": e.date,
        "date_basis": e.date_basis.value if e.date_basis else None,
        "time": e.time,
        "place": {"name": e.place.name, "country": e.place.country} if e.place else None,
        "parties": list(e.parties),
        "participants": [{**actor_to_dict(p.actor), "role": p.role.value} for p in e.participants],
        "topics": list(e.topics),
        "part_of": e.part_of,
        "initiative": e.initiative,
        "evidence": _spans(e.evidence),
        "why": _why(e.why),
    }


def _statement(s: Statement) -> Json:
    return {
        "id": s.id,
        "speakers": [actor_to_dict(a) for a in s.speakers],
        "act": s.act.value,
        "direct": s.direct,
        "span": list(s.span),
        "toward": list(s.toward),
        "about": list(s.about),
        "engagement": s.engagement,
        "date": s.date,
        "medium": s.medium.value if s.medium else None,
        "turn": s.turn,
        "why": _why(s.why),
    }


def _agreement(a: Agreement) -> Json:
    return {
        "id": a.id,
        "name": a.name,
        "kind": a.kind,
        "parties": list(a.parties),
        "stages": [{"stage": s.stage.value, "status": s.status.value, "date": s.date, "evidence": _spans(s.evidence)} for s in a.stages],
        "evidence": _spans(a.evidence),
        "why": _why(a.why),
    }


def _claim(c: Claim) -> Json:
    return {
        "kind": c.kind.value,
        "of": c.of,
        "number": c.number,
        "parties": list(c.parties),
        "persons": list(c.persons),
        "period": c.period,
        "consistent": c.consistent,
        "evidence": _spans(c.evidence),
        "why": _why(c.why),
    }


# -- from JSON ---------------------------------------------------------------------------------------------------------


def article_from_dict(row: Mapping[str, Any]) -> Article:
    return Article(
        id=row["id"],
        text=row["text"],
        outlet=row.get("outlet"),
        url=row.get("url"),
        title=row.get("title"),
        published=row.get("published"),
    )


def reading_from_dict(row: Mapping[str, Any]) -> Reading:
    """The reading that `reading_to_dict` wrote. Words outside the codebook raise ValueError."""
    return Reading(
        article=article_from_dict(row["article"]),
        engagements=tuple(_read_engagement(e) for e in row["engagements"]),
        statements=tuple(_read_statement(s) for s in row["statements"]),
        agreements=tuple(_read_agreement(a) for a in row["agreements"]),
        offices=tuple(
            Holding(actor=actor_from_dict(o), evidence=_read_spans(o["evidence"]), why=_read_why(o.get("why"))) for o in row["offices"]
        ),
        claims=tuple(_read_claim(c) for c in row["claims"]),
        unresolved=tuple(
            Unresolved(span=_read_span(u["span"]), what=u["what"], reason=Reason(u["reason"])) for u in row.get("unresolved", ())
        ),
        set_aside=tuple(SetAside(span=_read_span(s["span"]), reason=Reason(s["reason"])) for s in row.get("set_aside", ())),
        versions=dict(row.get("versions", {})),
    )


def actor_from_dict(row: Mapping[str, Any]) -> Actor:
    office = row.get("office")
    return Actor(
        name=row.get("name"),
        office=Office(office) if office else None,
        party=row.get("party"),
        portfolio=row.get("portfolio"),
        accredited_to=row.get("accredited_to"),
        former=bool(row.get("former")),
        acting=bool(row.get("acting")),
        elect=bool(row.get("elect")),
        id=row.get("id"),
        wording=row.get("wording"),
        inferred_name=row.get("inferred_name"),
    )


def _read_span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def _read_spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_read_span(p) for p in pairs)


def _read_why(row: Mapping[str, Any] | None) -> Why | None:
    return Why(pattern=row["pattern"], confidence=row.get("confidence", 1.0), flags=tuple(row.get("flags", ()))) if row else None


def _read_engagement(row: Mapping[str, Any]) -> Engagement:
    place = row.get("place")
    return Engagement(
        id=row["id"],
        kind=EngagementKind(row["kind"]),
        mode=Mode(row["mode"]) if row.get("mode") else None,
        status=Status(row["status"]),
        date=row.get("date"),
        date_basis=DateBasis(row["date_basis"]) if row.get("date_basis") else None,
        time=row.get("time"),
        place=Place(name=place["name"], country=place.get("country")) if place else None,
        parties=tuple(row["parties"]),
        participants=tuple(Participant(actor=actor_from_dict(p), role=Role(p["role"])) for p in row["participants"]),
        topics=tuple(row.get("topics", ())),
        part_of=row.get("part_of"),
        initiative=row.get("initiative"),
        evidence=_read_spans(row["evidence"]),
        why=_read_why(row.get("why")),
    )


def _read_statement(row: Mapping[str, Any]) -> Statement:
    return Statement(
        id=row.get("id", ""),
        speakers=tuple(actor_from_dict(a) for a in row["speakers"]),
        act=Act(row["act"]),
        direct=bool(row.get("direct")),
        span=_read_span(row["span"]),
        toward=tuple(row.get("toward", ())),
        about=tuple(row.get("about", ())),
        engagement=row.get("engagement"),
        date=row.get("date"),
        medium=Medium(row["medium"]) if row.get("medium") else None,
        turn=row.get("turn"),
        why=_read_why(row.get("why")),
    )


def _read_agreement(row: Mapping[str, Any]) -> Agreement:
    return Agreement(
        id=row.get("id", ""),
        name=row["name"],
        kind=row.get("kind"),
        parties=tuple(row["parties"]),
        stages=tuple(
            AgreementStage(
                stage=Stage(s["stage"]),
                status=StageStatus(s.get("status") or "reported"),
                date=s.get("date"),
                evidence=_read_spans(s.get("evidence", [])),
            )
            for s in row["stages"]
        ),
        evidence=_read_spans(row["evidence"]),
        why=_read_why(row.get("why")),
    )


def _read_claim(row: Mapping[str, Any]) -> Claim:
    return Claim(
        kind=ClaimKind(row["kind"]),
        of=row.get("of"),
        number=row.get("number"),
        parties=tuple(row.get("parties", ())),
        persons=tuple(row.get("persons", ())),
        period=row.get("period"),
        consistent=row.get("consistent"),
        evidence=_read_spans(row["evidence"]),
        why=_read_why(row.get("why")),
    )
