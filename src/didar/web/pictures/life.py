"""The life of an agreement: its stages over time, each report of a stage with its day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from didar.edtf import published_day
from didar.terms import Calendar, Stage, StageStatus
from didar.web.pictures.axis import Scale
from didar.web.pictures.legend import AXIS, NARROW, draw_axis
from didar.web.pictures.link import Link
from didar.web.pictures.names import days_name, name, word
from didar.web.pictures.spells import Spell, spell_of_edtf
from didar.web.pictures.svg import FAINT, GRID, PAPER, Attribute, element, label, link_to, sheet
from didar.web.pictures.window import fit_window

ROW, NAMES = 30.0, 118.0
LINE, AGAINST = "#1f6fb2", "#b3261e"
_ENDING = frozenset([Stage.SUSPENDED, Stage.WITHDRAWN, Stage.EXPIRED])

Json = Mapping[str, Any]


def draw_life(stages: Iterable[Json], *, today: date, calendar: Calendar, language: str, width: int, link: Link) -> str:
    """SVG text of an agreement's stages (`views.dossier.read_agreements`): stage, status, date, article, told.

    Reported stages are filled and joined in order of time; planned ones are hollow; those only called for are hollow and dashed.
    Stages that end or suspend it are squares. `link.entry` is given an article's id here.
    """
    placed = sorted(_placed(stages), key=lambda p: (p[1].first, list(Stage).index(Stage(p[0]["stage"]))))
    ordinals = [n for _, spell in placed for n in (spell.first.toordinal(), spell.last.toordinal())]
    window = fit_window(ordinals, around=today)
    if window.days < 60:
        window = window.zoomed(60 / window.days)
    scale = Scale(window, NAMES, max(60.0, width - NAMES - NARROW - 12), width, mirrored=language == "fa")
    rows = [s for s in Stage if any(line["stage"] == s for line, _ in placed)]
    height = max(AXIS + 60, AXIS + 10 + ROW * len(rows))
    parts = [*draw_axis(scale, height=height, calendar=calendar, language=language), *_names(rows, scale, language)]
    parts.append(_path(placed, rows, scale))
    for line, spell in placed:
        y = _height_of(line, rows)
        title = _title(line, spell, calendar, language)
        drawn = _mark(line, spell, scale, y)
        parts.append(link_to(link.entry(str(line["article"])), title, *drawn, class_="stage"))
    if not placed:
        parts.append(label(scale.x(NAMES + 8), AXIS + 36, word("nothing", language), class_="label empty", fill=FAINT))
    return sheet(parts, width=width, height=round(height), name=word("life", language), language=language, class_="life")


def _placed(stages: Iterable[Json]) -> Iterable[tuple[Json, Spell]]:
    for line in stages:
        spell = spell_of_edtf(line.get("date"))
        told = _told_day(line.get("told"))
        if spell is None and told is not None:
            spell = Spell(told, told, open_first=True, dated=False)
        if spell is not None:
            yield line, spell


def _told_day(told: object) -> date | None:
    """The day of the report: an ordinal as the store has it (0 is none), or ISO."""
    if isinstance(told, int):
        return date.fromordinal(told) if told > 0 else None
    return published_day(told) if isinstance(told, str) else None


def _height_of(line: Json, rows: Sequence[Stage]) -> float:
    return AXIS + 10 + ROW * (rows.index(Stage(line["stage"])) + 0.5)


def _middle(spell: Spell, scale: Scale) -> float:
    return (scale.along(spell.first.toordinal()) + scale.along(spell.last.toordinal() + 1)) / 2


def _names(rows: Sequence[Stage], scale: Scale, language: str) -> list[str]:
    parts = []
    for n, stage in enumerate(rows):
        y = AXIS + 10 + ROW * n
        parts.append(label(scale.x(10), y + ROW / 2 + 4, name("stage", stage, language), class_="label kind"))
        parts.append(element("path", d=f"M0 {y + ROW:.1f}H{scale.width:g}", class_="grid lower", stroke=GRID, fill="none"))
    return parts


def _path(placed: Sequence[tuple[Json, Spell]], rows: Sequence[Stage], scale: Scale) -> str:
    """The line through the stages that are told as facts."""
    points = [
        f"{scale.x(_middle(spell, scale)):.1f} {_height_of(line, rows):.1f}"
        for line, spell in placed
        if line["status"] == StageStatus.REPORTED
    ]
    if len(points) < 2:
        return ""
    return element("path", d="M" + "L".join(points), class_="thread", stroke=LINE, stroke_opacity=0.45, stroke_width=2, fill="none")


def _mark(line: Json, spell: Spell, scale: Scale, y: float) -> list[str]:
    at = _middle(spell, scale)
    x = scale.x(at)
    begin, end = scale.along(spell.first.toordinal()), scale.along(spell.last.toordinal() + 1)
    ending = Stage(line["stage"]) in _ENDING
    colour, class_ = (AGAINST, "ending") if ending else (LINE, "onward")
    told = line["status"] == StageStatus.REPORTED
    parts = [element("rect", x=x - 10, y=y - 12, width=20, height=24, class_="field", fill="none", pointer_events="all")]
    if end - begin > 14:
        left = scale.left(begin, end - begin)
        wide = {"width": end - begin, "height": 6.0}
        parts.append(element("rect", x=left, y=y - 3, rx=3, **wide, class_=f"bar {class_}", fill=colour, fill_opacity=0.25))
    look: dict[str, Attribute] = {
        "class_": f"shape {class_}" + ("" if told else " hollow"),
        "fill": colour if told else PAPER,
        "stroke": colour,
        "stroke_width": 1.8,
        "stroke_dasharray": "2.4 1.8" if line["status"] == StageStatus.CALLED_FOR or not spell.dated else None,
    }
    if ending:
        return [*parts, element("rect", x=x - 5, y=y - 5, width=10, height=10, **look)]
    return [*parts, element("circle", cx=x, cy=y, r=5.5, **look)]


def _title(line: Json, spell: Spell, calendar: Calendar, language: str) -> str:
    days = days_name(spell.first, spell.last, calendar, language)
    when = days if spell.dated else f"{word('no_date', language)} ({word('told', language)} {days})"
    return " · ".join([name("stage", line["stage"], language), name("stage_status", line["status"], language), when])
