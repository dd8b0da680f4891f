"""Many entries as numbers: for each kind a row of columns, each leading to its own days."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta

from didar.terms import Calendar, EngagementKind
from didar.web.pictures.axis import Scale, Step, calendar_for, starts, step_for
from didar.web.pictures.legend import Band, band_top, draw_axis, draw_bands, scale_for
from didar.web.pictures.link import Link
from didar.web.pictures.marks import colour_of, is_hollow
from didar.web.pictures.names import days_name, digits, listed, name, word
from didar.web.pictures.svg import PAPER, element, link_to, sheet
from didar.web.pictures.window import Window

COLUMN = 14.0  # px that a column takes at least
TALL = 40.0

Counted = tuple[int, str, str, int]


def bins(window: Window, *, calendar: Calendar, scale: Scale) -> list[Window]:
    """The window cut where the calendar cuts it, as fine as columns of `COLUMN` px allow; a first or last one may be cut short."""
    calendar = calendar_for(window, calendar)
    step: Step = step_for(scale, least=COLUMN)
    firsts = starts(step, window, calendar) or [window.first]
    lasts = [d - timedelta(days=1) for d in firsts[1:]] + [window.last]
    return [Window(max(a, window.first), b) for a, b in zip(firsts, lasts, strict=True)]


def draw_counts(counts: Iterable[Counted], *, window: Window, calendar: Calendar, language: str, width: int, link: Link) -> str:
    """SVG text of numbers of entries: (day as an ordinal, kind, status, how many); days outside the window are left out.

    A column's filled part was held or is going on, the hollow part above it is planned, proposed, called off or denied.
    """
    scale = scale_for(window, width=width, language=language)
    cut = bins(window, calendar=calendar, scale=scale)
    found = _count(counts, cut)
    order = [*map(str, EngagementKind), *sorted(set(found) - set(EngagementKind))]
    totals = {kind: sum(sum(c.values()) for c in found[kind].values()) for kind in order if kind in found}
    most = max((sum(c.values()) for own in found.values() for c in own.values()), default=1)
    bands = [Band(kind, n, TALL) for kind, n in totals.items()]
    tops = band_top(bands, scale)
    height = round(max(tops[-1], 110.0))
    parts = [*draw_axis(scale, height=height, calendar=calendar, language=language), *draw_bands(bands, tops, scale, language=language)]
    for kind, top in zip(totals, tops, strict=False):
        for at, statuses in sorted(found[kind].items()):
            title = _title(kind, statuses, days_name(cut[at].first, cut[at].last, calendar, language), language)
            drawn = _column(kind, statuses, (scale, cut[at]), top, most)
            parts.append(link_to(link.window(cut[at], kind), title, *drawn, class_="bin"))
    total = sum(totals.values())
    shown = f"{word('timeline', language)}: {days_name(window.first, window.last, calendar, language)}"
    data = {"first": window.first.isoformat(), "last": window.last.isoformat(), "calendar": calendar.value, "shown": total, "binned": 1}
    return sheet(parts, width=width, height=height, name=shown, language=language, class_="timeline counts", **data)


def _count(counts: Iterable[Counted], cut: list[Window]) -> dict[str, dict[int, Counter[str]]]:
    """By kind, column and status. A day is looked for once, however many rows it has."""
    firsts = [w.first.toordinal() for w in cut]
    last = cut[-1].last.toordinal()
    summed: dict[tuple[int, str, str], int] = defaultdict(int)
    known, at = -1, -1
    for day, kind, status, n in counts:
        if day != known:
            known, at = day, bisect_right(firsts, day) - 1 if day <= last else -1
        if at >= 0:
            summed[at, kind, status] += n
    found: dict[str, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for (at, kind, status), n in summed.items():
        found[kind][at][status] = n
    return found


def _title(kind: str, statuses: Counter[str], days: str, language: str) -> str:
    told = listed([f"{digits(n, language)} {name('status', s, language)}" for s, n in statuses.most_common()], language)
    return f"{days} · {name('kind', kind, language)}: {told}"


def _column(kind: str, statuses: Counter[str], where: tuple[Scale, Window], top: float, most: int) -> list[str]:
    scale, days = where
    begin, end = scale.along(days.first.toordinal()), scale.along(days.last.toordinal() + 1)
    wide = max(1.0, end - begin - 1)
    left = scale.left(begin, wide)
    hollow = sum(n for s, n in statuses.items() if is_hollow(s))
    filled = sum(statuses.values()) - hollow
    colour, base = colour_of(kind), top + TALL
    parts = [element("rect", x=left, y=top, width=wide, height=TALL, class_="field", fill="none", pointer_events="all")]
    tall = max(2.0, filled / most * (TALL - 2)) if filled else 0.0
    if filled:
        parts.append(element("rect", x=left, y=base - tall, width=wide, height=tall, class_=f"column k-{kind}", fill=colour))
    if hollow:
        above = max(2.5, hollow / most * (TALL - 2))
        shape = {"x": left + 0.5, "y": max(top, base - tall - above), "width": max(0.5, wide - 1), "height": above}
        parts.append(element("rect", **shape, class_=f"column hollow k-{kind}", fill=PAPER, stroke=colour))
    return parts
