"""When a page was published: what it tells machines, what it shows readers, and the rule where they differ.

The rule. The day shown beside «تاریخ انتشار», or where the site's rule says that it stands, is what the outlet tells its readers.
The metadata gives the moment; it is believed where its local day is the day shown. Where they differ
1. and the metadata's clock, read without its offset, is the day and clock shown, the offset is wrong (local time marked as UTC);
2. and the day shown is told by label or rule, and is no update, the day shown is taken: metadata often holds the day of the change;
3. else (a date found somewhere on the page) the metadata is taken.
Every difference is told with its reason.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from resiliparse.parse.html import DocumentNode, ElementNode

from didar.gather.markup import find_all, line_text, one_line
from didar.gather.stamps import FIRST_YEAR, LAST_YEAR, Stamp, read_stamp
from didar.letters import fold_form


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDay:
    """A day that the date reader finds at [start, end) of a text.

    clock: «HH:MM». consistent: False where the weekday or a second calendar contradicts.
    """

    start: int
    end: int
    day: date | None
    clock: str | None
    consistent: bool | None


ReadDays = Callable[[str], Sequence[SeenDay]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The date of a page and what it rests on. `because`: where sources differ, what was chosen and why."""

    stamp: Stamp
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A date that readers see. `told`: by a label or by the site's rule, not merely found."""

    stamp: Stamp
    told: bool


_MAY_BE = re.compile(r"[0-9۰-۹٠-٩]{1,4}\s*(?:[/.-]\s*[0-9۰-۹]|[آ-ی])")
_CLOCK_FIRST = re.compile(r"([0-9۰-۹]{1,2}:[0-9۰-۹]{2}(?::[0-9۰-۹]{2})?)\s*[-–—|،,]\s*")
_COLON = re.compile(r"[:：]\s+")  # after a label; a clock has none
_YEAR_FIRST = re.compile(r"(\d{4})\s+([آ-ی\u200c]{2,12})\s+(\d{1,2})(?!\d)")  # «۱۴۰۳ بهمن ۱۷», as scripts write it
_SLASHED = re.compile(r"(\d{1,2})\s*/\s*([آ-ی\u200c]{2,12})\s*/\s*(\d{4})")
_HALF = re.compile(r":\d{2}\s*(?:(ب\s?\.\s?ظ|بعد\s?از\s?ظهر|pm\b)|ق\s?\.\s?ظ|قبل\s?از\s?ظهر|am\b)", re.I)
_LONGEST = 160  # characters of an element that shows a date
_MOST = 6  # candidates that are read
_LOOKED_AT = 80  # elements that are looked at for them
_DATED = (
    "time, [itemprop=datePublished], [class*=date], [class*=Date], [class*=time], [class*=publish], [class*=meta], [id*=date], [id*=Date]"
)
_ASIDE = (
    "header, nav, aside, footer, [class*=related], [class*=comment], [class*=sidebar], [class*=header], [class*=latest], [class*=today]"
)
_BESIDE = "nav, aside, footer, [class*=related], [class*=comment], [class*=sidebar]"
_TITLES = "h1, h2"
_ANY = "p, span, div, li, td, font, small, b, em"  # elements in which a labelled date may stand
_BELOW = 12  # elements below the title that may show its date without any mark
_MOST_ANYWHERE = 3000  # of them are looked at


def find_published(
    document: DocumentNode,
    *,
    metadata: Iterable[tuple[str, str]],
    selector: str,
    labels: Callable[[str], str | None],
    read_days: ReadDays,
    zone: tzinfo,
    title: ElementNode | None = None,
) -> Published | None:
    """The publication date of a page.

    metadata: (where, value), the most trusted first. selector: the site's rule. title: the element of the title, where it is known.
    """
    told = next(((where, stamp) for where, value in metadata if (stamp := read_stamp(value))), None)
    shown = next(_shown(document, selector, labels, read_days, title=title), None)
    if told is None and shown is None:
        shown = next(_labelled(document, labels, read_days), None) or next(_below_title(document, title, labels, read_days), None)
    return choose(told, shown, zone=zone)


def choose(told: tuple[str, Stamp] | None, shown: Shown | None, *, zone: tzinfo) -> Published | None:
    """The rule at the head of this module."""
    if told is None or shown is None:
        return Published(stamp=told[1].local(zone)) if told else Published(stamp=shown.stamp) if shown else None
    where, machine = told
    local = machine.local(zone)
    if local.day == shown.stamp.day:
        return Published(stamp=local if local.clock else shown.stamp)
    said = f"{where} says {local.day.isoformat()}, the page shows {shown.stamp.day.isoformat()}"
    if machine.offset is not None and machine.unzoned().day == shown.stamp.day and machine.clock == shown.stamp.clock:
        return Published(stamp=shown.stamp, because=f"{said}; its clock is the one shown, so its offset from UTC is not believed")
    if shown.told:
        return Published(stamp=shown.stamp, because=f"{said}; the day that readers are told is taken")
    return Published(stamp=local, because=f"{said}, where no label says what it is; {where} is taken")


# -- what readers see --------------------------------------------------------------------------------------------------


def _shown(
    document: DocumentNode, selector: str, labels: Callable[[str], str | None], read_days: ReadDays, *, title: ElementNode | None
) -> Iterator[Shown]:
    """Dates shown: by the rule, by a label, then near the title."""
    for one in selector.split(","):
        for element in find_all(document, one.strip())[:_MOST]:
            if not _is_beside(element) and (stamp := read_shown(line_text(element), labels, read_days)):
                yield Shown(stamp=stamp, told=True)
    near = list(_near_title(document, title))
    for text in near:
        if any(labels(word) == "published" for word in _labels_in(text)) and (stamp := read_shown(text, labels, read_days)):
            yield Shown(stamp=stamp, told=True)
    for text in near:
        if (stamp := read_shown(text, labels, read_days)) is not None:
            yield Shown(stamp=stamp, told=False)


def _labelled(document: DocumentNode, labels: Callable[[str], str | None], read_days: ReadDays) -> Iterator[Shown]:
    """Dates with a label anywhere on the page, where neither marks nor metadata show one."""
    for element in find_all(document, _ANY)[:_MOST_ANYWHERE]:
        text = one_line(element.text_content or "")
        if len(text) > _LONGEST or not _MAY_BE.search(text) or not any(labels(word) == "published" for word in _labels_in(text)):
            continue
        if not _is_aside(element) and (stamp := read_shown(text, labels, read_days)):
            yield Shown(stamp=stamp, told=True)


def _below_title(
    document: DocumentNode, title: ElementNode | None, labels: Callable[[str], str | None], read_days: ReadDays
) -> Iterator[Shown]:
    """Lines that are a date and nothing else, just below the title, where nothing else shows one."""
    if title is None:
        return
    found = find_all(document, f"{_TITLES}, {_ANY}")
    at = found.index(title) if title in found else len(found)
    for element in found[at + 1 : at + 1 + _BELOW]:
        text = one_line(element.text_content or "")
        if len(text) > _LONGEST // 2 or not _MAY_BE.search(text) or _is_aside(element) or _is_beside(element):
            continue
        if (stamp := read_shown(text, labels, read_days)) and not _rest(text, read_days):
            yield Shown(stamp=stamp, told=False)


def _rest(text: str, read_days: ReadDays) -> list[str]:
    """The words of a line beside its dates and clocks."""
    for seen in reversed(read_days(text)):
        text = f"{text[: seen.start]} {text[seen.end :]}"
    return re.findall(r"[^\W\d_]+", text)


def read_shown(text: str, labels: Callable[[str], str | None], read_days: ReadDays) -> Stamp | None:
    """The date of a line such as «تاریخ انتشار: سه‌شنبه ۷ اسفند ۱۴۰۳ - ۱۴:۳۰»; what follows «به‌روزرسانی» or «امروز» is not it."""
    text = _CLOCK_FIRST.sub(r"\1 ؛ ", _COLON.sub(" ؛ ", text[: 2 * _LONGEST]))
    turned = _YEAR_FIRST.sub(r"\3 \2 \1", _SLASHED.sub(r"\1 \2 \3", text))
    return _read_day(text, labels, read_days) or (_read_day(turned, labels, read_days) if turned != text else None)


def _read_day(text: str, labels: Callable[[str], str | None], read_days: ReadDays) -> Stamp | None:
    seen = [s for s in read_days(text) if s.consistent is not False]
    for at, s in enumerate(seen):
        if s.day is None or not FIRST_YEAR <= s.day.year <= LAST_YEAR:
            continue
        before = text[seen[at - 1].start if at and seen[at - 1].day else 0 : s.start]
        own = text[s.start : s.end].split(maxsplit=1)[0]
        if ((words := _labels_in(before)) and labels(words[-1]) in ("updated", "today")) or labels(fold_form(own)) == "today":
            continue
        clock = s.clock or next((o.clock for o in (*seen[at + 1 : at + 2], *seen[max(0, at - 1) : at]) if o.day is None and o.clock), None)
        return Stamp(s.day, _clock(clock, text) if clock else None)
    return None


def _clock(clock: str, text: str) -> tuple[int, int]:
    """Hour and minute; «۰۲:۳۰ ب.ظ» is 14:30."""
    hour, minute = int(clock[:2]), int(clock[3:5])
    half = _HALF.search(text)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[1] else 0)
    return hour, minute


def _labels_in(text: str) -> list[str]:
    """The words before each colon or date of a line, and its own beginning, as they may be labels."""
    pieces = re.split(r"[:：|؛\n]", text)
    return [word for piece in pieces if (word := _tail(piece))]


def _tail(piece: str) -> str:
    return fold_form(" ".join(re.sub(r"[^\w\s\u200c]|[0-9۰-۹]", " ", piece).split()[-3:]))


def _near_title(document: DocumentNode, title: ElementNode | None) -> Iterator[str]:
    """The short texts that may be dates, the nearest to the page's title first, outside of menus, comments and lists."""
    found = find_all(document, f"{_TITLES}, {_DATED}")
    names = [e.tag for e in found]
    at_title = names.index("h1") if "h1" in names else names.index("h2") if "h2" in names else 0
    if title is not None and title.tag in ("h1", "h2"):
        at_title = found.index(title)
    texts: list[str] = []
    for at in sorted(range(len(found)), key=lambda n: (abs(n - at_title), n))[:_LOOKED_AT]:
        element = found[at]
        if element.tag in ("h1", "h2"):
            continue
        text = one_line(element.text_content or "")
        if len(text) > _LONGEST or text in texts or not _MAY_BE.search(text) or _is_aside(element) or _is_beside(element):
            continue
        texts.append(text)
        yield text
        if len(texts) >= _MOST:
            return


def _is_beside(element: ElementNode) -> bool:
    """Whether it stands with another article: in an item of a list that has a heading of its own, in a column, among comments."""
    item = element.closest("li")
    if item is not None and item.query_selector("h2, h3, h4") is not None:
        return True
    outer = element.closest(_BESIDE)
    return outer is not None and outer.query_selector("h1") is None


def _is_aside(element: ElementNode) -> bool:
    """Whether it stands in the head of the site, a menu, the comments or a list of other articles."""
    outer = element.closest(_ASIDE)
    return outer is not None and outer.query_selector("h1") is None
