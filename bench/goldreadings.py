"""Gold as readings, to measure linking without the reader: anchors become spans.

`gold_readings(folder)`: gold/dev. `window_readings(folder)`: gold/merge, a rough stand-in, an engagement for each contact
that a post tells of, dated where the post's own words could date it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from didar.edtf import edtf_days, published_day
from didar.letters import fold_form
from didar.model import Actor, Article, Engagement, Participant, Place, Reading
from didar.shape import article_from_dict, reading_from_dict
from didar.terms import DateBasis, EngagementKind, Role, Status

_KEPT = re.compile(r"[\w]")


class Text:
    """A text with a map from its folded letters to its characters."""

    def __init__(self, text: str) -> None:
        self.index: list[int] = []
        folded: list[str] = []
        for i, letter in enumerate(text):
            form = fold_form(letter)
            if form and _KEPT.match(form):
                folded.append(form)
                self.index.append(i)
        self.folded = "".join(folded)

    def locate(self, anchor: str) -> list[list[int]]:
        wanted = "".join(c for c in fold_form(anchor) if _KEPT.match(c))
        at = self.folded.find(wanted)
        return [] if at < 0 or not wanted else [[self.index[at], self.index[at + len(wanted) - 1] + 1]]


def gold_readings(folder: Path) -> Iterator[Reading]:
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        if "text_file" in row["article"]:
            row["article"]["text"] = (path.parent / row["article"]["text_file"]).read_text("utf-8")
        text = Text(row["article"]["text"])
        for n, e in enumerate(row["engagements"]):
            e.setdefault("id", f"e{n + 1}")
            e.setdefault("participants", [])
            e["evidence"] = text.locate(e.pop("anchor", ""))
        for s in row["statements"]:
            s["span"] = (text.locate(s.pop("anchor", "")) or [[0, 1]])[0]
        for fact in [*row["agreements"], *row["offices"], *row["claims"]]:
            fact["evidence"] = text.locate(fact.get("anchor", "")) or [[0, 1]]
        yield reading_from_dict(row)


def window_readings(folder: Path) -> Iterator[Reading]:
    contacts = json.loads((folder / "contacts.json").read_text("utf-8"))["contacts"]
    told: dict[str, list[dict[str, Any]]] = {}
    for contact in contacts:
        for post in contact["posts"]:
            told.setdefault(post, []).append(contact)
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        article = article_from_dict(json.loads(line))
        yield Reading(article=article, engagements=tuple(_told(c, n, article) for n, c in enumerate(told.get(article.id, []))))


def _told(contact: dict[str, Any], n: int, article: Article) -> Engagement:
    """What a reader could make of it: people whom the post names, the day of the post for what just happened."""
    text = fold_form(article.text)
    people = [w for w in contact["who"] if fold_form(w.split()[-1]) in text]
    day, told = edtf_days(contact["date"]), published_day(article.published)
    date, basis = None, None
    if day and told:
        near = abs((told - day[0]).days) <= 1 or day[0] <= told <= day[1]
        date, basis = (told.isoformat(), DateBasis.ASSUMED) if near else (day[0].isoformat(), DateBasis.COMPUTED)
    place = Place(name=contact["place"]) if contact["place"] and fold_form(contact["place"]) in text else None
    made = Engagement(
        id=f"e{n + 1}",
        kind=EngagementKind(contact["kind"]),
        status=Status(contact["status"]),
        parties=tuple(contact["parties"]),
        participants=tuple(Participant(actor=Actor(name=w, party=None), role=Role.PARTICIPANT) for w in people),
        evidence=((0, 1),),
        date=date,
        date_basis=basis,
        place=place,
    )
    return replace(made, status=Status.ONGOING) if contact.get("process") else made
