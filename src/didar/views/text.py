"""Views as text for people. Direction marks in names and quotations are shown, not obeyed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from didar.calendars import date_to_jalali
from didar.edtf import edtf_days
from didar.views.sentences import show

Json = dict[str, Any]
NO_DATE = "no date"


def day_text(edtf: str | None, *, jalali: bool = False) -> str:
    """A date as text, in either calendar; both ends of an interval."""
    days = edtf_days(edtf)
    if not days or not jalali:
        return edtf or NO_DATE
    ends = [jalali_text(d) for d in dict.fromkeys(days)]
    return "/".join(ends)


def jalali_text(day: date) -> str:
    """1403-12-07."""
    found = date_to_jalali(day)
    return "{:04d}-{:02d}-{:02d}".format(*found) if found else day.isoformat()


def ordinal_text(day: int, *, jalali: bool = False) -> str:
    """A day as the store counts it."""
    return day_text(date.fromordinal(day).isoformat(), jalali=jalali) if day else NO_DATE


def person_text(person: Json) -> str:
    """«عباس عراقچی (foreign_minister IRN)», or the office alone."""
    office = " ".join(x for x in (person.get("office"), person.get("party")) if x)
    if person.get("name"):
        return show(f"{person['name']} ({office})") if office else show(person["name"])
    inferred = f", probably {person['inferred_name']}" if person.get("inferred_name") else ""
    return show(f"{office or '?'}{inferred}")


def line_text(line: Json, *, jalali: bool = False) -> str:
    """One entry on one line."""
    place = f" · {show(line['place']['name'])}" if line["place"] else ""
    people = "، ".join(person_text(p) for p in line["people"])
    told = f"{line['articles']} article{'s' if line['articles'] != 1 else ''}"
    if line["independent"] != line["articles"]:
        told += f", {line['independent']} independent"
    disputed = f" · sources differ on {', '.join(line['disputed'])}" if line["disputed"] else ""
    kind = f"{line['kind']}{' (' + line['mode'] + ')' if line['mode'] else ''}"
    head = f"{line['id']}  {day_text(line['date'], jalali=jalali):<10}  {line['status']:<10} {kind:<10} {' '.join(line['parties'])}{place}"
    return f"{head}\n    {people + ' · ' if people else ''}{told}{disputed}"


def timeline_text(lines: Iterable[Json], *, jalali: bool = False) -> Iterator[str]:
    """The timeline, a heading for each month."""
    month = ""
    for line in lines:
        when = day_text(line["date"] or line["told"], jalali=jalali)[:7]
        if when != month:
            month = when
            yield f"── {month} " + "─" * 40
        yield line_text(line, jalali=jalali)


def explain_text(found: Json, *, jalali: bool = False) -> Iterator[str]:
    """An explanation, from the whole to the single sentence."""
    kind = found["type"]
    if kind == "engagement":
        yield from _entry(found, jalali=jalali)
    elif kind == "article":
        yield from _article(found)
    else:
        head = found.get("text") or found.get("name") or found.get("kind") or ""
        yield f"{kind} {found['id']}: {show(str(head))}"
        for name in ("speakers", "act", "parties", "stages", "number", "period", "consistent", "toward", "about"):
            if found.get(name) not in (None, [], ""):
                yield f"  {name}: {show(_plain(found[name]))}"
        for source in found["sources"]:
            yield from _source(source)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_plain(v) for v in value)
    if isinstance(value, dict):
        return person_text(value) if "office" in value else " ".join(str(v) for k, v in value.items() if v and k != "evidence")
    return str(value)


def _entry(found: Json, *, jalali: bool) -> Iterator[str]:
    if found["redirected"]:
        yield f"{found['asked']} is now {found['id']}"
    yield line_text(found, jalali=jalali)
    yield ""
    yield "what each field rests on"
    for field in found["fields"]:
        if not field["values"]:
            continue
        yield f"  {field['name']:<8} {'sources differ' if field['disputed'] else 'agreed'} (rule: {field['rule']})"
        for value in field["values"]:
            shown = day_text(value["value"], jalali=jalali) if field["name"] == "date" else show(str(value["value"]))
            yield f"    {shown}: {value['sources']} independent: {', '.join(value['articles'])}"
    for c in found["corrections"]:
        undone = " (undone)" if c["undone"] else ""
        yield f"  {c['field']} set to {show(str(c['value']))} by {c['author']}, {c['at']}: {show(c['because'])}{undone}"
    if len(found["history"]) > 1:
        yield "history"
        for step in found["history"]:
            yield f"  {step['published'] or NO_DATE}  {step['status']}  ({step['article']})"
    yield ""
    yield "sources"
    for source in found["sources"]:
        yield from _source(source, jalali=jalali)
    if found["statements"]:
        yield "said in it"
        for s in found["statements"]:
            yield f"  {s['id']}  {'، '.join(person_text(p) for p in s['speakers'])} [{s['act']}] {show(s['text'])}"
    if len(found["readouts"]) > 1:
        for party, side in found["readouts"].items():
            if side["only_here"]:
                yield f"  only {party} speaks of {', '.join(side['only_here'])}"


def _source(source: Json, *, jalali: bool = False) -> Iterator[str]:
    copied = source.get("counts_as")
    copy = f", counts as {copied}" if copied and copied != source["article"] else ""
    by = f", read by {source['author']}" if source.get("author") not in (None, "didar") else ""
    yield f"  {source['article']}  {show(source['outlet'] or '')}  {source['published'] or 'undated'}{copy}{by}"
    if "date" in source:
        basis = f" ({source['date_basis']})" if source["date_basis"] else ""
        place = f", {show(source['place'])}" if source["place"] else ""
        yield f"    tells: {source['status']}, {day_text(source['date'], jalali=jalali)}{basis}{place}"
        for person in source["people"]:
            yield f"      {person['role']}: {person_text(person)}"
    for sentence in source["sentences"]:
        yield f"    «{sentence}»"
    if source["pattern"]:
        flags = f", {', '.join(source['flags'])}" if source["flags"] else ""
        yield f"    pattern {source['pattern']}, confidence {source['confidence']:.2f}{flags}"


def _article(found: Json) -> Iterator[str]:
    yield f"article {found['id']}  {show(found['outlet'] or '')}  {found['published'] or 'undated'}"
    if found["title"]:
        yield f"  {show(found['title'])}"
    if found["inferred_day"]:
        yield f"  inferred day {ordinal_text(found['inferred_day'])}: {show(found['inferred_because'])}"
    if found["counts_as"] != found["id"]:
        yield f"  a copy: counts as {found['counts_as']}"
    for r in found["readings"]:
        yield f"  read by {r['author']}, {r['at']}, {r['versions']}"
    yield f"  entries: {' '.join(found['entries']) or 'none'}"
    for u in found["unresolved"]:
        yield f"  not resolved: {show(u['what'])} [{u['reason']}]"


def feeds_text(found: list[dict[str, Any]]) -> Iterator[str]:
    """A line a feed: id, kind, health, what it brought; the last fault below it."""
    for row in found:
        mark = "" if row["verified"] else "  (address not verified)"
        if "health" not in row:
            yield f"{row['feed']}  {row['kind']}  {row['address']}{mark}"
            continue
        items = row["items"]
        counted = ", ".join(f"{count} {name}" for name, count in items.items() if count) or "no items yet"
        yield f"{row['feed']}  {row['health']}  last success {row['succeeded'] or 'never'}  next look {row['next_due']}  {counted}"
        if row["fault"]:
            yield f"    {row['fails']} faults in a row, the last: {row['fault']}"
