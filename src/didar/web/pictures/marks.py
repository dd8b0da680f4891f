"""The shape of each kind and what a status does to it: told without colour as well as with it."""

from functools import cache

from didar.terms import EngagementKind as Kind
from didar.terms import Status
from didar.web.pictures.svg import PAPER, element

RADIUS = 5.5

COLOURS: dict[str, str] = {
    Kind.MEETING: "#1f6fb2",
    Kind.CALL: "#00766c",
    Kind.VISIT: "#c2410c",
    Kind.CONFERENCE: "#6d28d9",
    Kind.TALKS: "#8a5a00",
    Kind.MESSAGE: "#b5256b",
    Kind.SIGNING: "#15763a",
    Kind.SUMMONS: "#b3261e",
    Kind.CREDENTIALS: "#4a5868",
}

# Outlines around (0, 0), about 11 px wide.
SHAPES: dict[str, str] = {
    Kind.MEETING: "M-5.2 0a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0 -10.4 0Z",
    Kind.CALL: "M-5.8 4.8L0 -5.6L5.8 4.8Z",
    Kind.VISIT: "M-5 -5H5V5H-5Z",
    Kind.CONFERENCE: "M-6 0L-3 -5.2H3L6 0L3 5.2H-3Z",
    Kind.TALKS: "M0 -6.4L6.4 0L0 6.4L-6.4 0Z",
    Kind.MESSAGE: "M-6.2 -4.4H6.2V4.4H-6.2Z",
    Kind.SIGNING: "M-1.9 -6H1.9V-1.9H6V1.9H1.9V6H-1.9V1.9H-6V-1.9H-1.9Z",
    Kind.SUMMONS: "M-5.8 -4.8H5.8L0 5.6Z",
    Kind.CREDENTIALS: "M-5 -5.4H5V1.4C5 4 2 5.4 0 6.4C-2 5.4 -5 4 -5 1.4Z",
}
FLAP = "M-5.4 -3.8L0 0.8L5.4 -3.8"
_HOLLOW = frozenset([Status.PLANNED, Status.PROPOSED, Status.CALLED_OFF, Status.DENIED])


def colour_of(kind: str) -> str:
    return COLOURS.get(kind, COLOURS[Kind.CREDENTIALS])


def is_hollow(status: str) -> bool:
    """Whether it is not known to have taken place."""
    return status in _HOLLOW


def mark(kind: str, status: str, x: float, y: float) -> str:
    """Held: filled. Ongoing: filled, in a ring. Planned: hollow. Proposed: hollow, dashed. Called off: crossed out. Denied: struck."""
    return element("g", _mark(kind, status), class_=f"mark k-{kind} s-{status}", transform=f"translate({x:.1f} {y:.1f})")


@cache
def _mark(kind: str, status: str) -> str:
    colour, hollow = colour_of(kind), is_hollow(status)
    shape = element(
        "path",
        d=SHAPES.get(kind, SHAPES[Kind.MEETING]),
        class_="shape hollow" if hollow else "shape",
        fill=PAPER if hollow else colour,
        stroke=colour,
        stroke_width=1.6,
        stroke_linejoin="round",
        stroke_dasharray="2.4 1.8" if status == Status.PROPOSED else None,
    )
    if kind == Kind.MESSAGE:
        shape += element("path", d=FLAP, class_="flap", fill="none", stroke=colour if hollow else PAPER, stroke_width=1.4)
    return shape + "".join(_over(status, colour))


def _over(status: str, colour: str) -> tuple[str, ...]:
    if status == Status.ONGOING:
        return (element("circle", r=8.6, class_="ring", fill="none", stroke=colour, stroke_width=1.4),)
    if status == Status.CALLED_OFF:
        return (element("path", d="M-7 -7L7 7M7 -7L-7 7", class_="ring", fill="none", stroke=colour, stroke_width=1.6),)
    if status == Status.DENIED:
        return (element("path", d="M-9 0H9", class_="ring", fill="none", stroke=colour, stroke_width=2.2),)
    return ()


def draw_icon(kind: str, status: str, *, size: int = 18) -> str:
    """A mark by itself, for a row or a legend whose words tell the same: hidden from screen readers. `size`: px."""
    look = {"xmlns": "http://www.w3.org/2000/svg", "class_": "drawn icon", "aria_hidden": "true", "focusable": "false"}
    return element("svg", mark(kind, status, 0, 0), **look, width=size, height=size, viewBox="-10 -10 20 20")
