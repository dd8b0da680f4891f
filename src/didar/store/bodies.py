"""The JSON bodies of rows: nouns of the record to plain dicts and back."""

import json
from collections.abc import Mapping
from typing import Any

from didar.model import Article, Engagement, Participant, Place, Reading
from didar.record import Entry, Field, Source, Step, Value
from didar.shape import actor_from_dict, actor_to_dict, reading_from_dict, reading_to_dict
from didar.terms import DateBasis, EngagementKind, Mode, Role, Status

Json = dict[str, Any]
NO_ARTICLE = Article(id="", text="")


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Any:
    return json.loads(text)


def engagement_to_dict(engagement: Engagement) -> Json:
    found: Json = reading_to_dict(Reading(article=NO_ARTICLE, engagements=(engagement,)))["engagements"][0]
    return found


def engagement_from_dict(row: Json) -> Engagement:
    empty: Json = {"article": {"id": "", "text": ""}, "statements": [], "agreements": [], "offices": [], "claims": []}
    return reading_from_dict({**empty, "engagements": [row]}).engagements[0]


def participant_to_dict(participant: Participant) -> Json:
    return {**actor_to_dict(participant.actor), "role": participant.role.value}


def entry_to_dict(entry: Entry) -> Json:
    """The entry in the codebook's words, with what it rests on."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "mode": entry.mode.value if entry.mode else None,
        "status": entry.status.value,
        "date": entry.date,
        "date_basis": entry.date_basis.value if entry.date_basis else None,
        "place": {"name": entry.place.name, "country": entry.place.country} if entry.place else None,
        "parties": list(entry.parties),
        "participants": [participant_to_dict(p) for p in entry.participants],
        "topics": list(entry.topics),
        "initiative": entry.initiative,
        "history": [{"status": s.status.value, "published": s.published, "article": s.article, "date": s.date} for s in entry.history],
        "fields": [
            {
                "name": f.name,
                "rule": f.rule,
                "values": [{"value": v.value, "articles": list(v.articles), "sources": v.sources} for v in f.values],
            }
            for f in entry.fields
        ],
        "flags": list(entry.flags),
        "corrected": list(entry.corrected),
        "sources": [
            {
                "article": s.article,
                "telling": s.telling,
                "author": s.author,
                "outlet": s.outlet,
                "published": s.published,
                "wire": s.wire,
                "status": s.status.value,
                "date": s.date,
            }
            for s in entry.sources
        ],
    }


def entry_from_dict(row: Mapping[str, Any]) -> Entry:
    place = row["place"]
    return Entry(
        id=row["id"],
        kind=EngagementKind(row["kind"]),
        mode=Mode(row["mode"]) if row["mode"] else None,
        status=Status(row["status"]),
        date=row["date"],
        date_basis=DateBasis(row["date_basis"]) if row["date_basis"] else None,
        place=Place(name=place["name"], country=place["country"]) if place else None,
        parties=tuple(row["parties"]),
        participants=tuple(Participant(actor=actor_from_dict(p), role=Role(p["role"])) for p in row["participants"]),
        topics=tuple(row["topics"]),
        initiative=row["initiative"],
        history=tuple(
            Step(status=Status(s["status"]), published=s["published"], article=s["article"], date=s["date"]) for s in row["history"]
        ),
        fields=tuple(
            Field(
                name=f["name"],
                rule=f["rule"],
                values=tuple(Value(value=v["value"], articles=tuple(v["articles"]), sources=v["sources"]) for v in f["values"]),
            )
            for f in row["fields"]
        ),
        flags=tuple(row["flags"]),
        corrected=tuple(row["corrected"]),
        sources=tuple(Source(**{**s, "status": Status(s["status"])}) for s in row["sources"]),
    )


def entry_line(entry: Entry) -> Json:
    """An entry in brief, JSON-ready."""
    return {
        "id": entry.id,
        "date": entry.date,
        "date_basis": entry.date_basis.value if entry.date_basis else None,
        "kind": entry.kind.value,
        "mode": entry.mode.value if entry.mode else None,
        "status": entry.status.value,
        "parties": list(entry.parties),
        "people": [
            {
                "name": p.actor.name,
                "office": p.actor.office.value if p.actor.office else None,
                "party": p.actor.party,
                "role": p.role.value,
                "inferred_name": p.actor.inferred_name,
            }
            for p in entry.participants
        ],
        "place": {"name": entry.place.name, "country": entry.place.country} if entry.place else None,
        "topics": list(entry.topics),
        "articles": len({s.article for s in entry.sources}),
        "independent": entry.independent,
        "disputed": [f.name for f in entry.fields if f.disputed],
        "corrected": list(entry.corrected),
        "told": min((s.published[:10] for s in entry.sources if s.published), default=None),
    }
