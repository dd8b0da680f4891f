"""The mark of a kind and status for a row or a legend, as in the pictures."""

from functools import cache

from markupsafe import Markup

from didar.web.pictures.marks import mark


@cache
def icon(kind: str, status: str = "held") -> Markup:
    """Made of our own words alone."""
    drawn = mark(kind, status, 0, 0)
    return Markup(f'<svg class="drawn icon" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true">{drawn}</svg>')
