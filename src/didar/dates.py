"""Time expressions of a text with their days: the public `find_dates`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import as_file, files

from didar.analyse import analyse
from didar.clean import clean_text
from didar.mention.dates import find_dates as find_mentions
from didar.model import Span
from didar.pack.times import TimeLexicon, load_times
from didar.refer.days import anchor_of, resolve_date
from didar.terms import Calendar, Reason, Tense
from didar.when import DateKind, ResolvedDate


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A time expression of a text and the days it means.

    span: code points of the text as given, end excluded; text: these characters.
    value: EDTF, Gregorian; None where it stays unresolved, and then `reason` tells why.
    time: «HH:MM» where told. consistent: whether weekday and date, or two calendars, agree; None where nothing is told twice.
    rule: the row of the pack that read it.
    """

    span: Span
    text: str
    kind: DateKind
    calendar: Calendar | None
    value: str | None
    reason: Reason | None
    time: str | None
    consistent: bool | None
    rule: str


@cache
def default_times() -> TimeLexicon:
    """The words of time of the pack that comes with didar; read once, at the first call."""
    with as_file(files("didar") / "packs" / "fa") as folder:
        return load_times(folder)


def find_dates(
    text: str, published: str | date | None = None, *, timezone: str | None = "Asia/Tehran", tense: Tense | None = None
) -> tuple[FoundDate, ...]:
    """The time expressions of a Persian text, resolved against its publication.

    published: ISO 8601 date or date-time; without it relative words stay unresolved.
    timezone: the outlet's, for a `published` that tells its offset. tense: of the text's verbs, where all are alike.
    """
    anchor = published if isinstance(published, date) else anchor_of(published, timezone)
    analysis = analyse(clean_text(text), is_verb=lambda _: False, is_noise=lambda _: False)
    found: list[FoundDate] = []
    for mention in find_mentions(analysis, times=default_times()):
        span = analysis.span(mention.first, mention.last)
        result = resolve_date(mention, anchor=anchor, tense=tense)
        days = result if isinstance(result, ResolvedDate) else None
        found.append(
            FoundDate(
                span=span,
                text=text[span[0] : span[1]],
                kind=mention.kind,
                calendar=mention.calendar,
                value=days.edtf if days else None,
                reason=None if days else Reason(str(result)),
                time=mention.clock,
                consistent=days.consistent if days else None,
                rule=mention.rule,
            )
        )
    return tuple(found)
