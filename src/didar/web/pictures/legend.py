"""The frame around the plot: the axis above, and a band for each kind with its shape, name and number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from didar.terms import Calendar, Status
from didar.web.pictures.axis import Scale, ticks
from didar.web.pictures.marks import mark
from didar.web.pictures.names import digits, name
from didar.web.pictures.svg import FAINT, GRID, INK, element, label
from didar.web.pictures.window import Window

AXIS = 44.0
WIDE, NARROW = 138.0, 12.0
NAMES_BESIDE = 700  # px: from here on names of kinds stand beside their bands, below it above them
HEAD = 22.0


@dataclass(frozen=True, slots=True)
class Band:
    """The part of the picture that one kind has. `height`: of its lanes alone."""

    kind: str
    total: int
    height: float


def scale_for(window: Window, *, width: float, language: str) -> Scale:
    start = WIDE if width >= NAMES_BESIDE else NARROW
    return Scale(window, start, max(50.0, width - start - NARROW), width, mirrored=language == "fa")


def draw_axis(scale: Scale, *, height: float, calendar: Calendar, language: str) -> list[str]:
    """Lines through the whole picture and two rows of names above it; a name that would lie upon the next is left out."""
    parts, ends = [], {True: -1e9, False: -1e9}
    marks = ticks(scale, calendar=calendar, language=language)
    two_rows = any(t.upper for t in marks)
    uppers = [scale.along(t.day.toordinal()) for t in marks if t.upper]
    for tick in marks:
        at = scale.along(tick.day.toordinal())
        x = scale.x(at)
        top = 4 if tick.upper else 24 if two_rows else 4
        kind = "upper" if tick.upper else "lower"
        parts.append(element("path", d=f"M{x:.1f} {top}V{height:.1f}", class_=f"grid {kind}", stroke=GRID, stroke_width=1, fill="none"))
        wide = len(tick.label) * 6.6
        following = next((u for u in uppers if u > at), None) if tick.upper else None
        if at < ends[tick.upper] or at + 4 + wide > scale.width or (following is not None and at + wide > following):
            continue
        ends[tick.upper] = at + wide + 6
        y, fill = (16, INK) if tick.upper or not two_rows else (37, FAINT)
        parts.append(label(scale.x(at + 4), y, tick.label, class_=f"label {kind}", fill=fill))
    parts.append(element("path", d=f"M0 {AXIS:g}H{scale.width:g}", class_="grid upper", stroke=GRID, stroke_width=1, fill="none"))
    return parts


def band_top(bands: Sequence[Band], scale: Scale) -> list[float]:
    """Where the lanes of each band begin, and last where the picture ends."""
    found, y = [], AXIS + 6
    for band in bands:
        y += 0 if scale.start == WIDE else HEAD
        found.append(y)
        y += band.height + 8
    return [*found, y]


def draw_bands(bands: Sequence[Band], tops: Iterable[float], scale: Scale, *, language: str) -> list[str]:
    """For each kind its shape, name and number, and the line that parts it from the next."""
    parts = []
    for band, top in zip(bands, tops, strict=False):
        y = top + min(band.height / 2, 11) if scale.start == WIDE else top - HEAD / 2
        told = f"{name('kind', band.kind, language).capitalize()} {digits(band.total, language)}"
        parts.append(mark(band.kind, Status.HELD, scale.x(14), y))
        parts.append(label(scale.x(28), y + 4, told, class_="label kind"))
        line = top + band.height + 4
        parts.append(element("path", d=f"M0 {line:.1f}H{scale.width:g}", class_="grid lower", stroke=GRID, fill="none"))
    return parts
