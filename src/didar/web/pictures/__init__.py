"""Pictures of the record as SVG text: pure functions of plain data."""

from didar.web.pictures.cadence import draw_cadence
from didar.web.pictures.counts import draw_counts
from didar.web.pictures.life import draw_life
from didar.web.pictures.link import Link
from didar.web.pictures.marks import draw_icon
from didar.web.pictures.svg import alone
from didar.web.pictures.timeline import MOST_MARKS, draw_timeline
from didar.web.pictures.window import Window, fit_window

__all__ = ["MOST_MARKS", "Link", "Window", "alone", "draw_cadence", "draw_counts", "draw_icon", "draw_life", "draw_timeline", "fit_window"]
