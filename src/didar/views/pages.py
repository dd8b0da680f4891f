"""Longer views as text for people: audit, dossier, search, who, agreements, silence, history."""

from collections.abc import Iterable, Iterator
from typing import Any

from didar.views.sentences import show
from didar.views.text import day_text, line_text, person_text

Json = dict[str, Any]


def audit_text(found: Json, *, limit: int = 20) -> Iterator[str]:
    """The audit, the gravest first."""
    yield f"as of {found['today'] or 'no day known'}"
    yield from _section("claims", (claim_text(c) for c in sorted(found["claims"], key=_gravity)), len(found["claims"]), limit)
    yield from _section("sources differ", map(_differ, found["contradictions"]), len(found["contradictions"]), limit)
    yield from _section("offices", map(_office, found["offices"]), len(found["offices"]), limit)
    late = (f"{u['entry']}  {u['status']} for {u['date']}, {u['days']} days ago, no report" for u in found["unreported"])
    yield from _section("announced, never reported", late, len(found["unreported"]), limit)
    odd = (f"{i['entry']}  {i['flag']} ({i['date']})" for i in found["implausible"])
    yield from _section("implausible", odd, len(found["implausible"]), limit)
    asked = (f"{q['one']} and {q['other']} may be one ({q['score']}): {show(q['because'])}" for q in found["questions"])
    yield from _section("open questions (didar judge)", asked, len(found["questions"]), limit)
    yield from _section("told by one source only", found["one_source"], len(found["one_source"]), limit)
    for name in ("unresolved", "rejected"):
        if found[name]:
            yield f"{name}: " + ", ".join(f"{reason} {n}" for reason, n in sorted(found[name].items(), key=lambda x: -x[1]))


def _gravity(claim: Json) -> tuple[int, str]:
    return (("contradicted", "seen_fewer", "cannot_check", "agrees").index(claim["verdict"]), claim["id"])


def _section(name: str, lines: Iterable[str], count: int, limit: int) -> Iterator[str]:
    if not count:
        return
    yield f"{name}: {count}"
    for n, line in enumerate(lines):
        if n == limit:
            yield f"  … and {count - limit} more (--limit)"
            return
        yield f"  {line}"


def claim_text(claim: Json) -> str:
    """One claim and its verdict."""
    number = f" {claim['number']}" if claim["number"] is not None else ""
    period = f" in {claim['period']}" if claim["period"] else ""
    persons = f" ({show('، '.join(claim['persons']))})" if claim["persons"] else ""
    what = f"{claim['kind']}{number} {claim['of'] or ''} {' '.join(claim['parties'])}{persons}{period}"
    seen = f" [{' '.join(claim['entries'][:8])}]" if claim["entries"] else ""
    return f"{claim['verdict']:<12} {claim['id']}  {what}: {claim['because']}{seen}; claimed by {claim['article']}"


def _differ(found: Json) -> str:
    values = "; ".join(f"{show(str(v['value']))}: {', '.join(v['articles'])}" for v in found["values"])
    return f"{found['entry']}  {found['field']}: {values}"


def _office(found: Json) -> str:
    if found["what"] == "two_at_once":
        people = "; ".join(f"{show(p['name'])} {p['first']} to {p['last']}" for p in found["people"])
        return f"{found['office']} {found['party']} held by two at once: {people}"
    terms = ", ".join(f"{a or '?'} to {b or 'now'}" for a, b in found["terms"])
    return f"{show(found['name'])} told as {found['office']} {found['party']} on {found['day']} ({found['article']}); term: {terms}"


def dossier_text(found: Json, *, jalali: bool = False) -> Iterator[str]:
    """A dossier on two parties."""
    yield f"{' and '.join(found['parties'])}, as of {day_text(found['today'], jalali=jalali)}"
    cadence = found["cadence"]
    mean = f", one in {cadence['mean_days_between']} days on the mean of two years" if cadence["mean_days_between"] else ""
    since = f", the last {cadence['days_since_last']} days ago" if cadence["days_since_last"] is not None else ""
    yield f"contacts seen: {cadence['total']}{mean}{since}"
    for year in sorted({r["year"] for r in cadence["by_year"]}):
        kinds = ", ".join(f"{r['contacts']} {r['kind']}" for r in cadence["by_year"] if r["year"] == year)
        yield f"  {year}: {kinds}"
    for name, title in (("last", "last contacts"), ("next", "next contacts")):
        if found[name]:
            yield title
            for line in found[name]:
                yield line_text(line, jalali=jalali)
    for party, holders in found["holders"].items():
        if holders:
            yield f"offices of {party}, as last told"
            for h in holders:
                office = " ".join(x for x in (h["office"], h["portfolio"], h["accredited_to"]) if x)
                yield f"  {office}: {show(h['name'])} ({day_text(h['last'], jalali=jalali)}, {h['articles']} articles)"
    yield from _topics(found)
    yield from agreements_text(found["agreements"], jalali=jalali)
    if found["claims"]:
        yield "claims that the record does not bear out"
        for claim in found["claims"]:
            yield f"  {claim_text(claim)}"


def _topics(found: Json) -> Iterator[str]:
    if found["statements"]:
        yield "what each side says of the other, by topic"
    for topic in found["statements"]:
        yield f"  {topic['topic']}"
        for side, said in topic["sides"].items():
            yield f"    {side} ({said['count']}): {' → '.join(said['acts'])}"
            for s in said["last"][-1:]:
                yield f"      {'، '.join(person_text(p) for p in s['speakers'])}: {show(s['text'])} ({s['article']})"


def agreements_text(found: Iterable[Json], *, jalali: bool = False) -> Iterator[str]:
    """Agreements with their stages."""
    for a in found:
        yield f"{a['id']}  {show(a['name'])}  {' '.join(a['parties'])}"
        for s in a["stages"]:
            yield f"    {s['stage']} ({s['status']}), {day_text(s['date'], jalali=jalali)}: {s['article']}"


def search_text(found: Iterable[Json]) -> Iterator[str]:
    """What a search found."""
    for f in found:
        yield f"{f['article']}  {show(f['outlet'] or '')}  {f['published'] or 'undated'}  {' '.join(f['entries'])}"
        yield f"    {f['sentence']}"


def who_text(found: Iterable[Json], *, jalali: bool = False) -> Iterator[str]:
    """People of a name."""
    for p in found:
        other = [show(n) for n in p["names"] if n != p["name"]]
        yield f"{show(p['name'])} ({p['party'] or '?'}){'; also ' + '، '.join(other) if other else ''}"
        for o in p["offices"]:
            former = "former " if o["former"] else ""
            first, last = day_text(o["first"], jalali=jalali), day_text(o["last"], jalali=jalali)
            yield f"  {former}{o['office']}{' ' + o['portfolio'] if o['portfolio'] else ''}: told {first} to {last}, {o['told']} times"
        yield f"  {p['contacts']} contacts, {p['statements']} statements, {len(p['articles'])} articles"
        for line in p["entries"]:
            yield "  " + line_text(line, jalali=jalali).replace("\n", "\n  ")


def silence_text(found: Json) -> Iterator[str]:
    """Pairs that fell silent, that are new, and whose level rose."""
    yield f"as of {found['today']}"
    for q in found["quiet"]:
        yield f"silent  {' '.join(q['parties'])}: {q['days']} days since {q['last']}, {q['contacts']} contacts before"
    for f in found["first_contacts"]:
        yield f"first   {' '.join(f['parties'])}: {f['first']}, {f['contacts']} contacts"
    for h in found["highest"]:
        since = f"the highest since {h['since']}" if h["since"] else "the highest seen"
        yield f"highest {' '.join(h['parties'])}: {h['entry']} {h['date']} at the level of {h['level']}, {since}"


def history_text(found: Iterable[Json]) -> Iterator[str]:
    """What people changed."""
    for c in found:
        field = f" {c['field']}={show(str(c['value']))}" if c["field"] else f" {show(str(c['value']))}" if c["value"] else ""
        undone = " (undone)" if c["undone"] else ""
        yield f"{c['number']:>4}  {c['at']}  {c['author']}: {c['action']} {c['entry']}{field}{undone}: {show(c['because'])}"
