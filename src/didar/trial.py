"""A pack put to the proof: its examples and near misses read, a sentence tried, two packs compared."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from didar.days import resolve_date
from didar.errors import PackError
from didar.model import Article, Reading, Span
from didar.pack import Pack, load_pack
from didar.pack.check import check_tables
from didar.pack.frames import Example
from didar.pack.times import load_times
from didar.pipeline import read_article, set_scene
from didar.shape import reading_to_dict
from didar.when import ResolvedDate
from didar.who import Entity

ANCHOR = "2025-02-25"  # when the sentences of a trial are taken to be published


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mention, trigger or time of a sentence: what its words say, whom or when they mean, and the row that read it."""

    span: Span
    what: str
    means: str
    rule: str


_SECTIONS = ("engagements", "statements", "agreements", "offices", "claims")
_NO_ORDER = ("parties", "participants", "topics", "speakers", "toward", "about", "members")
_NO_CONTENT = ("id", "why", "part_of", "engagement", "turn")  # what a fact says leaves out how it was found


# -- check -------------------------------------------------------------------------------------------------------------


def check_pack(folder: Path) -> list[str]:
    """Every fault of a pack: its tables, what the loader finds, and examples that do not do as they should."""
    faults = check_tables(folder)
    try:
        pack = load_pack(folder)
        load_times(folder, wide=True)
    except PackError as error:
        return list(dict.fromkeys([*faults, *error.faults]))
    return [*faults, *check_examples(pack)]


def check_examples(pack: Pack) -> list[str]:
    """Each example must fire its kind, each near miss must not, and each near miss must say why it is one."""
    faults: list[str] = []
    for example in pack.frames.examples:
        reading = read_sentence(example.text, pack=pack)
        got = [e for e in reading.engagements if e.kind is example.kind]
        where = f"{example.file}:{_line_of(example, pack)}"
        if example.fires and not got:
            faults.append(f"{where}: «{example.text}» gives {_kinds(reading)}, expected a {example.kind}")
        elif got and not example.fires:
            faults.append(f"{where}: «{example.text}» gives a {example.kind}, expected none ({example.why})")
        if not example.fires and not example.why:
            faults.append(f'{where}: a near miss without a reason, expected why = "…"')
    return faults


def silent_patterns(pack: Pack) -> list[str]:
    """Patterns that no example fires."""
    fired: set[str] = set()
    for example in pack.frames.examples:
        fired |= {e.why.pattern for e in read_sentence(example.text, pack=pack).engagements if e.why}
    return sorted(set(pack.frames.patterns) - fired)


def _kinds(reading: Reading) -> str:
    return ", ".join(f"a {e.kind}" for e in reading.engagements) or "no engagement"


def _line_of(example: Example, pack: Pack) -> int:
    """The line on which the sentence stands; 1 where it is broken over several."""
    lines = (pack.folder / "frames" / example.file).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if example.text in line), 1)


# -- try ---------------------------------------------------------------------------------------------------------------


def read_sentence(text: str, *, pack: Pack, published: str | None = ANCHOR) -> Reading:
    """What one sentence gives by itself."""
    return read_article(Article(id="trial", text=text, published=published), pack=pack)


def find_mentions(text: str, *, pack: Pack, published: str | None = ANCHOR) -> list[Seen]:
    """What is named in a sentence, and the triggers in it, before the codebook is applied; in the order of the text."""
    scene = set_scene(Article(id="trial", text=text, published=published), pack=pack)
    seen: list[Seen] = []
    for number, mention in enumerate(scene.mentions):
        says = [mention.kind, mention.name, mention.office, mention.portfolio, *(mention.parties or (mention.party or mention.relation,))]
        means = " and ".join(filter(None, map(_entity, scene.entities_of(number))))
        span = scene.analysis.span(mention.first, mention.last)
        seen.append(Seen(span=span, what=" ".join(str(s) for s in says if s), means=means, rule=mention.rule))
    for frame in scene.frames:
        span = scene.analysis.span(frame.first, frame.last)
        seen.append(Seen(span=span, what=f"trigger {frame.pattern.kind}", means="", rule=frame.pattern.id))
    for date in scene.dates:
        found = resolve_date(date, anchor=scene.anchor)
        days = found.edtf if isinstance(found, ResolvedDate) else f"({found})"
        seen.append(Seen(span=scene.analysis.span(date.first, date.last), what=f"time {date.kind}", means=days, rule=date.rule))
    return sorted(seen, key=lambda s: s.span)


def _entity(entity: Entity) -> str:
    return " ".join(str(s) for s in (entity.name, entity.office, entity.portfolio, entity.party) if s)


# -- compare -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that two packs read differently. `how`: gained, lost or changed; `fields`: what changed, old → new."""

    article: str
    section: str
    how: str
    fact: dict[str, Any]
    fields: dict[str, tuple[Any, Any]]
    quote: str


def compare_packs(old: Pack, new: Pack, articles: Iterable[Article]) -> Iterator[Change]:
    """The facts that reading with `new` gains, loses and changes against `old`."""
    for article in articles:
        before = reading_to_dict(read_article(article, pack=old))
        after = reading_to_dict(read_article(article, pack=new))
        for section in _SECTIONS:
            yield from _compare(article, section, before[section], after[section])


def _compare(article: Article, section: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[Change]:
    left = {_content(fact): fact for fact in before}
    right = {_content(fact): fact for fact in after}
    lost = [fact for content, fact in left.items() if content not in right]
    gained = [fact for content, fact in right.items() if content not in left]
    for fact in lost:
        twin = next((g for g in gained if _overlaps(fact, g) and fact.get("kind") == g.get("kind")), None)
        if twin is None:
            yield _change(article, section, "lost", fact, {})
        else:
            gained.remove(twin)
            keys = [k for k in twin if k not in _NO_CONTENT and _plain(k, fact.get(k)) != _plain(k, twin[k])]
            yield _change(article, section, "changed", twin, {k: (fact.get(k), twin[k]) for k in keys})
    for fact in gained:
        yield _change(article, section, "gained", fact, {})


def _change(article: Article, section: str, how: str, fact: dict[str, Any], fields: dict[str, tuple[Any, Any]]) -> Change:
    spans = _spans(fact)
    quote = " ".join(article.text[spans[0][0] : spans[0][1]].split()) if spans else ""
    return Change(article=article.id, section=section, how=how, fact=fact, fields=fields, quote=quote)


def _content(fact: dict[str, Any]) -> str:
    return json.dumps({k: _plain(k, v) for k, v in fact.items() if k not in _NO_CONTENT}, ensure_ascii=False, sort_keys=True)


def _plain(key: str, value: Any) -> Any:
    """A value as it is compared: where the order says nothing, in one order."""
    return sorted(json.dumps(v, sort_keys=True) for v in value) if key in _NO_ORDER and value else value


def _spans(fact: dict[str, Any]) -> list[Span]:
    return [(start, end) for start, end in ([fact["span"]] if "span" in fact else fact.get("evidence", []))]


def _overlaps(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in _spans(one) for b in _spans(other))
