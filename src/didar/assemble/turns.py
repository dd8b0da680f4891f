"""Several times told together: «آبان و دی ۱۴۰۳ به روسیه سفر کرد» are two journeys, and what they were for follows in turn.

The months or years of a list that do not follow one another are so many times. Where the clause names as many occasions
(«با هدف شرکت در اجلاس … و امضای …»), the first is of the first time, the second of the second.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from didar.assemble.drafts import Draft
from didar.days import members_of, resolve_date
from didar.model import Place
from didar.scene import Scene
from didar.syntax import Frame
from didar.terms import EngagementKind, Reason, Status, Tense
from didar.when import DateKind, DateMention, ResolvedDate

_OFTEN = frozenset((EngagementKind.VISIT, EngagementKind.MEETING))


def day_in_turn(scene: Scene, frame: Frame, tense: Tense) -> ResolvedDate | None:
    """The time of an occasion that is one of several, told in the order of their times."""
    told = _times(scene, frame)
    occasions = _occasions(scene, frame, told[0]) if told else []
    for other, member in zip(occasions, told[1] if told else (), strict=False):
        if other.first == frame.first and len(occasions) == len(told[1] if told else ()):
            resolved = resolve_date(member, anchor=scene.anchor, tense=tense)
            return resolved if isinstance(resolved, ResolvedDate) else None
    return None


def each_time(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """One draft for each time, where the clause of an undated journey or meeting tells several; else the draft itself."""
    frame = draft.frame
    told = _times(scene, frame) if frame.light and draft.kind in _OFTEN and draft.status == Status.HELD else None
    if told is None:
        yield draft
        return
    occasions = _occasions(scene, frame, told[0])
    for n, member in enumerate(told[1]):
        resolved = resolve_date(member, anchor=scene.anchor, tense=Tense.PAST)
        if not isinstance(resolved, ResolvedDate):
            continue
        copy = replace(
            draft, people=dict(draft.people), parties=list(draft.parties), sentences=[], spans=[], flags=[*draft.flags, "one of several"]
        )
        copy.date, copy.basis, copy.told = resolved.edtf.replace("~", ""), resolved.basis, True
        if len(occasions) == len(told[1]) and draft.kind == EngagementKind.VISIT:
            copy.place = _place_of(occasions[n], draft.place) or draft.place
        yield copy


def since_first_day(scene: Scene, draft: Draft) -> None:
    """«جمعه در دومین روز سفر خود به مسکو»: the journey began the day before, and goes on if that is not ahead."""
    number = _day_of(scene, draft.frame)
    if draft.kind != EngagementKind.VISIT or number is None or not draft.told or draft.date is None or len(draft.date) != len("2025-04-18"):
        return
    first = date.fromisoformat(draft.date) - timedelta(days=number - 1)
    draft.date = first.isoformat()
    if scene.anchor is not None and first <= scene.anchor and draft.status == Status.PLANNED:
        draft.status = Status.ONGOING


def _day_of(scene: Scene, frame: Frame) -> int | None:
    """Which day of the journey is told right before it: 2 of «دومین روز سفر», «روز دوم سفر»."""
    words = scene.analysis.words[max(frame.first - 2, scene.analysis.sentences[frame.sentence][0]) : frame.first]
    if len(words) < 2 or "روز" not in words:
        return None
    row = scene.pack.times.words.get(words[1] if words[0] == "روز" else words[0])
    ranked = row is not None and row.number is not None and row.sort == ("ordinal" if words[0] == "روز" else "nth")
    return int(row.number) if ranked and row and row.number else None


def _times(scene: Scene, frame: Frame) -> tuple[DateMention, tuple[DateMention, ...]] | None:
    """The one list of times in the frame's clause, with its members, where they lie apart."""
    here = [m for m in scene.dates if scene.clauses.of[m.first] == frame.clause.number and m.kind is DateKind.LIST]
    if len(here) != 1 or resolve_date(here[0], anchor=scene.anchor, tense=Tense.PAST) is not Reason.VAGUE:
        return None
    return here[0], members_of(here[0])


def _occasions(scene: Scene, frame: Frame, times: DateMention) -> list[Frame]:
    """What the journeys were for: different occasions named behind their times and joined by «و»."""
    named: dict[int, Frame] = {}
    for other in scene.frames:
        if other.clause.number == frame.clause.number and not other.light and other.first >= times.last:
            named.setdefault(other.first, other)
    found = [named[first] for first in sorted(named)]
    words = scene.analysis.words
    joined = all("و" in words[a.last : b.first] for a, b in pairwise(found))
    return found if joined and len({f.pattern.kind for f in found}) == len(found) > 1 else []


def _place_of(occasion: Frame, visited: Place | None) -> Place | None:
    """Where an occasion is, in the country visited."""
    place = next(
        (p for p in occasion.places if p.case == "in" and p.token >= occasion.last and visited and p.country == visited.country), None
    )
    return Place(name=place.name, country=place.country) if place else None
