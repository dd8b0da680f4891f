"""Readings made for tests: only what matters is named, the rest is filled in."""

from itertools import count
from typing import Any

from didar.model import Actor, Article, Engagement, Participant, Place, Reading
from didar.record import Telling
from didar.terms import DateBasis, EngagementKind, Mode, Office, Role, Status

OFFICES = {"fm": Office.FOREIGN_MINISTER, "p": Office.PRESIDENT, "amb": Office.AMBASSADOR, "pm": Office.PRIME_MINISTER}
TEXT = "وزیران خارجه دو کشور با هم دیدار کردند و درباره همکاری‌ها سخن گفتند."
_numbers = count(1)


def make_article(article_id: str = "a1", *, published: str | None = "2025-02-25", text: str = TEXT, **more: Any) -> Article:
    return Article(id=article_id, text=text, published=published, **more)


def make_participant(short: str) -> Participant:
    """`IRN fm عباس عراقچی` or `IRN fm` or `IRN amb>guest نام`: party, office, role, name."""
    party, office, *name = short.split(" ", 2)
    office, _, role = office.partition(">")
    actor = Actor(name=name[0] if name else None, office=OFFICES.get(office), party=party)
    return Participant(actor=actor, role=Role(role or "participant"))


def make_engagement(kind: str = "meeting", *, people: tuple[str, ...] = (), place: str | None = None, **more: Any) -> Engagement:
    """place: «تهران/IRN»; people: see `make_participant`."""
    name, _, country = (place or "").partition("/")
    values: dict[str, Any] = {
        "id": "e1",
        "status": Status(more.pop("status", "held")),
        "parties": ("IRN", "RUS"),
        "date": "2025-02-25",
        "date_basis": DateBasis(more.pop("basis", "computed")),
        "evidence": ((0, 20),),
        "place": Place(name=name, country=country or None) if name else None,
        "mode": Mode(mode) if (mode := more.pop("mode", None)) else None,
    }
    return Engagement(kind=EngagementKind(kind), participants=tuple(map(make_participant, people)), **{**values, **more})


def make_reading(article_id: str = "a1", *engagements: Engagement, published: str | None = "2025-02-25", **more: Any) -> Reading:
    text = more.pop("text", TEXT)
    article = make_article(article_id, published=published, text=text, outlet=more.pop("outlet", f"outlet-{article_id}"))
    return Reading(article=article, engagements=engagements, **more)


def make_telling(article_id: str | None = None, kind: str = "meeting", *, published: str | None = "2025-02-25", **more: Any) -> Telling:
    n = next(_numbers)
    return Telling(id=n, reading=n, article=article_id or f"a{n}", published=published, engagement=make_engagement(kind, **more))
