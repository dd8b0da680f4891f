"""Calendar claims: one day told twice, as a weekday with a date or in two calendars."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from didar.assemble.counted import Found, engaged_in
from didar.days import resolve_date
from didar.model import Engagement
from didar.sameday import agrees
from didar.scene import Scene
from didar.terms import ClaimKind
from didar.when import DateKind, DateMention, ResolvedDate

_DAYS = (DateKind.DAY, DateKind.FEAST)
_SPREAD = (DateKind.LIST, DateKind.RANGE)


def find_same_days(scene: Scene, engagements: Sequence[Engagement]) -> Iterator[Found]:
    """One claim for each day told twice, however often; the fullest telling leads."""
    found: list[tuple[set[object], list[DateMention]]] = []
    for mention in scene.dates:
        if not tells_twice(mention) or not scene.analysis.read[scene.sentence_of(mention.first)]:
            continue
        days = set(_days(mention))
        same = next((group for group in found if group[0] & days), None)
        if same is None:
            found.append((days, [mention]))
        else:
            same[0].update(days)
            same[1].append(mention)
    for _, mentions in found:
        lead = max(mentions, key=lambda m: (len(m.beside), -m.first))
        yield _claim(scene, lead, mentions, engagements)


def tells_twice(mention: DateMention) -> bool:
    """Whether a time expression tells one day in two ways that can be held against each other."""
    told = (mention, *mention.beside)
    if mention.kind in _SPREAD:
        calendars = {m.calendar for m in told if m.kind is mention.kind and m.calendar}
        return len(calendars) > 1 and all(p.kind is DateKind.DAY or p.day for m in told for p in m.parts)
    dated = [m for m in told if m.kind in _DAYS and m.month and m.day]
    weekday = any(m.weekday is not None for m in told)
    return bool(dated) and (weekday or len({m.calendar for m in dated}) > 1)


def _days(mention: DateMention) -> Iterator[object]:
    for m in (mention, *mention.beside):
        if m.month and m.day:
            yield (m.calendar, m.month, m.day)
        if m.kind in _SPREAD:
            yield (m.calendar, tuple((p.month, p.day) for p in m.parts))


def _claim(scene: Scene, lead: DateMention, mentions: Sequence[DateMention], engagements: Sequence[Engagement]) -> Found:
    told = _with_year(scene, lead)
    resolved = resolve_date(told, anchor=scene.anchor)
    period = resolved.edtf if isinstance(resolved, ResolvedDate) else None
    consistent = resolved.consistent if isinstance(resolved, ResolvedDate) else agrees(told, day=None)
    if consistent is None and lead.kind in _SPREAD:
        consistent = _ends_agree(scene, lead)
    contact = engaged_in(scene, lead.first, engagements, day=period)
    return Found(
        kind=ClaimKind.CALENDAR,
        spans=[(m.first, m.last) for m in (lead, *(m for m in mentions if m is not lead))],
        of=contact.kind if contact else None,
        parties=contact.parties if contact else _told_in(scene, lead),
        period=period,
        consistent=consistent,
        rule=f"claim.calendar:{lead.rule}",
    )


def _with_year(scene: Scene, lead: DateMention) -> DateMention:
    """An undated article may tell the year of the same day elsewhere: «۷ تیر» and «۷ تیر ۱۳۹۸»."""
    if scene.anchor is not None or lead.year is not None:
        return lead
    for other in scene.dates:
        for m in (other, *other.beside):
            if m.year is not None and (m.calendar, m.month, m.day) == (lead.calendar, lead.month, lead.day) and lead.day:
                return replace(lead, year=m.year)
    return lead


def _ends_agree(scene: Scene, lead: DateMention) -> bool | None:
    """Whether both ends of a range or list are the same days in both calendars."""
    spans = {
        (r.start, r.end)
        for m in (lead, *lead.beside)
        if m.kind is lead.kind and isinstance(r := resolve_date(replace(m, beside=()), anchor=scene.anchor), ResolvedDate)
    }
    return len(spans) == 1 if spans else None


def _told_in(scene: Scene, lead: DateMention) -> tuple[str, ...]:
    """The parties named in the clause of the day."""
    out: dict[str, None] = {}
    for token in scene.clauses.at(lead.first).tokens:
        number = scene.mention_at.get(token)
        for entity in scene.entities_of(number) if number is not None else ():
            if entity.party:
                out[entity.party] = None
    return tuple(out)
