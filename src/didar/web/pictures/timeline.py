"""The timeline: one mark for each entry, in bands by kind and lanes that do not overlap.

Time runs as the language reads: from right to left on Persian pages (docs/decisions). Above `MOST_MARKS` entries the same
question is drawn as numbers (`counts.py`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from didar.terms import Calendar, EngagementKind
from didar.web.pictures.axis import Scale
from didar.web.pictures.counts import draw_counts
from didar.web.pictures.entry_marks import Placed, draw_fades, draw_placed, title_of
from didar.web.pictures.lanes import lay_in_lanes
from didar.web.pictures.legend import AXIS, Band, band_top, draw_axis, draw_bands, scale_for
from didar.web.pictures.link import Link
from didar.web.pictures.names import days_name, digits, listed, word
from didar.web.pictures.spells import Spell, spell_of
from didar.web.pictures.svg import FAINT, label, link_to, sheet
from didar.web.pictures.window import Window

MOST_MARKS = 2000
MOST_LANES, LANES_WITH_LABELS = 90, 30
LANE = 21.0

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The entries of each kind with their lanes; `labels`: whether there is room for names beside the marks."""

    bands: dict[str, tuple[list[Placed], list[int]]]
    labels: bool

    @property
    def lanes(self) -> int:
        return sum(1 + max(lanes) for _, lanes in self.bands.values())


def draw_timeline(lines: Iterable[Json], *, window: Window, calendar: Calendar, language: str, width: int, link: Link) -> str:
    """SVG text of the entries (`store.bodies.entry_line`) that touch the window. `language`: fa or en; `width`: in px.

    Entries with no day at all, not even of a report, have no place here; the table twin shows them.
    """
    shown = [(line, spell) for line in lines if (spell := spell_of(line)) and spell.first <= window.last and spell.last >= window.first]
    scale = scale_for(window, width=width, language=language)
    placed = [_place(line, spell, scale, link) for line, spell in shown] if len(shown) <= MOST_MARKS else []
    layout = _lay(placed)
    if len(shown) > MOST_MARKS or layout.lanes > MOST_LANES:
        counted = Counter((spell.first.toordinal(), str(line["kind"]), str(line["status"])) for line, spell in shown)
        counts = [(day, kind, status, n) for (day, kind, status), n in sorted(counted.items())]
        return draw_counts(counts, window=window, calendar=calendar, language=language, width=width, link=link)
    bands = [Band(kind, len(own), LANE * (1 + max(lanes))) for kind, (own, lanes) in layout.bands.items()]
    tops = band_top(bands, scale)
    height = round(max(tops[-1], AXIS + 60))
    parts = [draw_fades(placed, mirrored=scale.mirrored), *draw_axis(scale, height=height, calendar=calendar, language=language)]
    parts += draw_bands(bands, tops, scale, language=language)
    for (own, lanes), top in zip(layout.bands.values(), tops, strict=False):
        for item, lane in zip(own, lanes, strict=True):
            title = title_of(item.line, item.spell, calendar=calendar, language=language, party=link.party)
            drawn = draw_placed(item, scale, top + LANE * (lane + 0.5), labels=layout.labels)
            parts.append(link_to(link.entry(str(item.line["id"])), title, *drawn, class_="entry"))
    if not placed:
        parts.append(label(scale.x(scale.start + 8), AXIS + 36, word("nothing", language), class_="label empty", fill=FAINT))
    told = f"{word('timeline', language)}: {days_name(window.first, window.last, calendar, language)}"
    data = {"first": window.first.isoformat(), "last": window.last.isoformat(), "calendar": calendar.value, "shown": len(placed)}
    return sheet(parts, width=width, height=height, name=told, language=language, class_="timeline", **data)


def _place(line: Json, spell: Spell, scale: Scale, link: Link) -> Placed:
    begin, end = scale.along(spell.first.toordinal()), scale.along(spell.last.toordinal() + 1)
    if spell.first == spell.last:
        begin = end = (begin + end) / 2
    edge = scale.start + scale.length
    language = "fa" if scale.mirrored else "en"
    parties = [link.party(str(p)) for p in line["parties"]]
    named = parties if len(parties) <= 3 else [*parties[:2], f"+{digits(len(parties) - 2, language)}"]
    text = listed(named, language)
    return Placed(line, spell, min(max(begin, scale.start), edge), min(max(end, scale.start), edge), text, edge)


def _lay(placed: Sequence[Placed]) -> _Layout:
    """Bands in the codebook's order of kinds, with room for labels where that costs few lanes."""
    named = _bands(placed, labels=True)
    return named if named.lanes <= LANES_WITH_LABELS else _bands(placed, labels=False)


def _bands(placed: Sequence[Placed], *, labels: bool) -> _Layout:
    order = [*map(str, EngagementKind), *sorted({p.kind for p in placed} - set(EngagementKind))]
    by_kind: dict[str, list[Placed]] = {kind: [] for kind in order}
    for item in sorted(placed, key=lambda p: (p.begin, p.end, str(p.line["id"]))):
        by_kind[item.kind].append(item)
    laid = {kind: (own, lay_in_lanes(p.extent(labels=labels) for p in own)) for kind, own in by_kind.items() if own}
    return _Layout(laid, labels)
