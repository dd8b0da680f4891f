"""Time expressions of a text with their days: the public `find_dates`."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import as_file, files

from didar.analyse import split_text
from didar.clean import clean_text
from didar.days import anchor_of, asks_tense, resolve_date
from didar.letters import fold_word
from didar.mention.dates import find_dates as find_mentions
from didar.model import Analysis, Span
from didar.pack.morphology import verb_table
from didar.pack.rows import VerbForm
from didar.pack.tables import read_table
from didar.pack.times import TimeLexicon, load_times
from didar.refer.published import find_published
from didar.refer.tenses import tense_after
from didar.telling import Telling
from didar.terms import Calendar, Reason, Tense
from didar.when import Bound, DateKind, DateMention, ResolvedDate

_CLAUSE = 1000  # characters behind a time expression in which its verb is looked for
_STOP = re.compile(r"[.!?؟\n](?:(?<=\n)|(?<=[^\W\d_]{2}.) )")
_DAYS = frozenset((DateKind.DAY, DateKind.WEEKDAY, DateKind.RELATIVE))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A time expression of a text and the days it means.

    span: code points of the text as given, end excluded; text: these characters. A preposition stands outside («تا», «طی»).
    value: EDTF, Gregorian; None where it stays unresolved, and then `reason` tells why.
    time: «HH:MM» where told. bound: how the preposition before it bounds the time.
    consistent: whether weekday and date, or two calendars, agree; None where nothing is told twice.
    rule: the row of the pack that read it.
    """

    span: Span
    text: str
    kind: DateKind
    calendar: Calendar | None
    value: str | None
    reason: Reason | None
    time: str | None
    bound: Bound | None
    consistent: bool | None
    rule: str


@cache
def default_times() -> TimeLexicon:
    """The words of time of the pack that comes with didar; read once, at the first call."""
    with as_file(files("didar") / "packs" / "fa") as folder:
        return load_times(folder)


@cache
def wide_times() -> TimeLexicon:
    """The same with the loose words («آن زمان», «روزانه»), which the reading of an article does without."""
    with as_file(files("didar") / "packs" / "fa") as folder:
        return load_times(folder, wide=True)


@cache
def default_verbs() -> dict[str, VerbForm]:
    """The verbs of the pack that comes with didar; read once, at the first call."""
    with as_file(files("didar") / "packs" / "fa") as folder:
        rows = read_table(folder / "lexicon" / "verbs.tsv", columns=("past", "present", "also", "source"))
        return verb_table((fold_word(past), fold_word(present), also) for past, present, also, _ in rows)


@cache
def default_telling() -> Telling:
    """The classes of words by which `find_dates` leaves out what tells no time."""
    return Telling(wide_times())


def find_dates(
    text: str, published: str | date | None = None, *, timezone: str | None = "Asia/Tehran", tense: Tense | None = None
) -> tuple[FoundDate, ...]:
    """The time expressions of a Persian text, resolved against its publication.

    published: ISO 8601 date or date-time. Without it the day is taken from the text's own words, as for an undated article («امروز»
    told with its full date, a dateline); else relative words stay unresolved.
    timezone: the outlet's, for a `published` that tells its offset.
    tense: of the text's verbs, where it is known; else the verb behind each expression tells.
    """
    clean = clean_text(text) if published is None else default_telling().windows(text)
    analysis = split_text(clean, is_verb=default_verbs().__contains__)
    seen = find_mentions(analysis, times=wide_times())
    anchor = published if isinstance(published, date) else anchor_of(published, timezone)
    if published is None:
        told = find_published(analysis, seen)
        anchor = told.day if told else None
    found: list[FoundDate] = []
    previous: date | None = None
    for mention in seen:
        side = tense or (_tense(text, analysis.span(mention.first, mention.last)[1]) if asks_tense(mention) else None)
        result = resolve_date(mention, anchor=anchor, tense=side, previous=previous)
        if isinstance(result, ResolvedDate) and result.start == result.end and mention.kind in _DAYS:
            previous = result.start
        found.append(_found(text, analysis, mention, result))
    return tuple(found)


def _tense(text: str, end: int) -> Tense | None:
    """The tense of the verb behind a time expression that ends at `end`, in its sentence."""
    verbs = default_verbs()
    stop = _STOP.search(text, end, end + _CLAUSE)
    rest = split_text(clean_text(text[end : stop.end() if stop else end + _CLAUSE]), is_verb=verbs.__contains__)
    same = bool(rest.sentences) and rest.lines[0] == 0
    return tense_after(rest.words, 0, rest.sentences[0][1], verbs=verbs) if same else None


def _found(text: str, analysis: Analysis, mention: DateMention, result: ResolvedDate | Reason) -> FoundDate:
    span = analysis.span(mention.first if mention.bound is Bound.ABOUT else mention.core, mention.last)
    days = result if isinstance(result, ResolvedDate) else None
    return FoundDate(
        span=span,
        text=text[span[0] : span[1]],
        kind=mention.kind,
        calendar=mention.calendar,
        value=days.edtf if days else None,
        reason=None if isinstance(result, ResolvedDate) else result,
        time=mention.clock,
        bound=mention.bound,
        consistent=days.consistent if days else None,
        rule=mention.rule,
    )
