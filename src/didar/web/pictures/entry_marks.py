"""How one entry is drawn: its mark, the bar of its days, ends that fade where they are not known, and its words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from didar.terms import Calendar
from didar.views.sentences import show
from didar.web.pictures.axis import Scale
from didar.web.pictures.marks import colour_of, is_hollow, mark
from didar.web.pictures.names import days_name, listed, name, word
from didar.web.pictures.spells import Spell
from didar.web.pictures.svg import element, label

REACH = 8.0  # px that a mark takes on either side
FADE = 20.0  # px over which an end that is not known fades
LETTER = 6.4  # px: about the width of a letter at 12 px
BOTH, BEFORE, AFTER = "both", "before", "after"

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Placed:
    """An entry with its spell, the px from where reading starts that its days take, and the words beside it.

    edge: where the plot ends; words that would reach over it stand before the mark instead of behind it.
    """

    line: Json
    spell: Spell
    begin: float
    end: float
    text: str
    edge: float

    @property
    def kind(self) -> str:
        return str(self.line["kind"])

    @cached_property
    def fading(self) -> str | None:
        """Which ends fade: None where the days are known as drawn."""
        if self.spell.sure:
            return None
        if self.spell.open_first != self.spell.open_last:
            return BEFORE if self.spell.open_first else AFTER
        return BOTH

    @cached_property
    def bar(self) -> tuple[float, float]:
        """What the bar takes, ends that fade included."""
        before = FADE if self.fading in (BEFORE, BOTH) else 0.0
        after = FADE if self.fading in (AFTER, BOTH) else 0.0
        return self.begin - before, self.end + after

    @property
    def at(self) -> float:
        """Where the mark stands: at the first day of what lasted, else amid the days it may have been on."""
        return self.begin if self.spell.lasting else (self.begin + self.end) / 2

    @cached_property
    def reach(self) -> tuple[float, float]:
        """What the mark and its bar take together."""
        begin, end = self.bar
        return min(begin, self.at - REACH), max(end, self.at + REACH)

    @property
    def wide(self) -> float:
        """px that the words take, with a little room on both sides."""
        return len(self.text) * LETTER + 10

    @property
    def words_before(self) -> bool:
        return self.reach[1] + self.wide > self.edge

    def extent(self, *, labels: bool) -> tuple[float, float]:
        """What is taken in a lane, with or without the words."""
        begin, end = self.reach
        if not labels:
            return begin, end + 2
        return (begin - self.wide, end) if self.words_before else (begin, end + self.wide)


def draw_placed(item: Placed, scale: Scale, y: float, *, labels: bool) -> list[str]:
    """The bar, the mark upon it and, with `labels`, the words behind both."""
    begin, end = item.bar
    status, colour = str(item.line["status"]), colour_of(item.kind)
    wide = max(end - begin, 0.0)
    parts = [_touched(scale, item.reach, y)]
    if item.fading:
        paint = f"url(#fade-{item.kind}-{item.fading})"
        parts.append(element("rect", x=scale.left(begin, wide), y=y - 4, width=wide, height=8.0, class_="bar fading", fill=paint))
    elif wide:
        look = {"fill": "none", "stroke_dasharray": "3 2"} if is_hollow(status) else {"fill": colour, "fill_opacity": 0.45}
        bar = element(
            "rect", x=scale.left(begin, wide), y=y - 4, width=wide, height=8.0, rx=3, class_=f"bar k-{item.kind}", stroke=colour, **look
        )
        parts.append(bar)
    parts.append(mark(item.kind, status, scale.x(item.at), y))
    if labels and item.text:
        if item.words_before:
            parts.append(label(scale.x(item.reach[0] - 3), y + 4, show(item.text), text_anchor="end"))
        else:
            parts.append(label(scale.x(item.reach[1] + 3), y + 4, show(item.text)))
    return parts


def _touched(scale: Scale, reach: tuple[float, float], y: float) -> str:
    """An unseen field that makes small marks easy to hit."""
    wide = reach[1] - reach[0]
    return element(
        "rect", x=scale.left(reach[0], wide), y=y - 10, width=wide, height=20.0, class_="field", fill="none", pointer_events="all"
    )


def draw_fades(placed: Iterable[Placed], *, mirrored: bool) -> str:
    """The gradients that the bars with fading ends are filled with."""
    used = sorted({(p.kind, p.fading) for p in placed if p.fading})
    stops = {BOTH: ((0, 0.0), (0.35, 0.55), (0.65, 0.55), (1, 0.0)), BEFORE: ((0, 0.0), (1, 0.6)), AFTER: ((0, 0.6), (1, 0.0))}
    found = []
    for kind, fading in used:
        drawn = (
            element("stop", offset=str(at), class_=f"k-{kind}", stop_color=colour_of(kind), stop_opacity=str(opacity))
            for at, opacity in stops[str(fading)]
        )
        ends = {"x1": 1, "x2": 0} if mirrored else {"x1": 0, "x2": 1}
        found.append(element("linearGradient", *drawn, id=f"fade-{kind}-{fading}", **ends))
    return element("defs", *found)


def title_of(line: Json, spell: Spell, *, calendar: Calendar, language: str, party: Callable[[str], str]) -> str:
    """The entry in one line of words: what, whether, when, who and where."""
    days = days_name(spell.first, spell.last, calendar, language)
    if not spell.dated:
        when = f"{word('no_date', language)} ({word('told', language)} {days})"
    elif spell.assumed:
        when = f"{days} ({word('assumed', language)})"
    else:
        when = f"{word('about', language)} {days}" if spell.open_first or spell.open_last else days
    people = [p["name"] for p in line.get("people") or () if p.get("name")]
    place = line.get("place")
    parts = [
        listed([name("kind", str(line["kind"]), language), name("status", str(line["status"]), language)], language),
        when,
        listed([party(str(p)) for p in line["parties"]], language),
        listed(people[:4], language),
        place["name"] if place else "",
        word("disputed", language) if line.get("disputed") else "",
    ]
    return show(" · ".join(p for p in parts if p))
