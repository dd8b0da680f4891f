"""Rooms 8 and 9: the only writer of a record. Time comes in as an argument (`at`), and so does what makes readings.

Every function that changes a record does so in one transaction: it is kept whole or not at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from didar.edtf import published_day
from didar.errors import UsageError
from didar.letters import fold_form
from didar.link.agreements import name_key
from didar.link.blocks import block_rows
from didar.link.wire import address_band, are_copies, find_bands, sign_text
from didar.model import Article, Engagement, Reading, Reject, Span
from didar.pack import Pack
from didar.pack.rows import PartyRow
from didar.record import Telling
from didar.relinking import OURS, relink
from didar.store import Store
from didar.store.articles import digest_article
from didar.store.words import fold_text
from didar.terms import EngagementKind, Reason, Stage

Read = Callable[[Article], Reading]
MOST_VERSIONS = 30  # an address with more texts than that is a list or a front page, not an article
VERSION_DAYS = 7  # between the publication days of two versions
_SIGNED = frozenset((Stage.SIGNED, Stage.INITIALLED))
TELLING_WORDS = 2  # of an instrument's name, beside the noun that heads it
AROUND = 160  # code points on either side of the evidence in which a weekday is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Lore:
    """What linking needs of the pack.

    members: of mechanisms told by their states; weekdays: folded word → Monday 0; papers: folded words that head the names of instruments;
    lands: folded names of countries.
    """

    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    papers: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pack: Pack) -> "Lore":
        """What the pack says of mechanisms and weekdays."""
        rows = [row for found in pack.forms.values() for row in found]
        members = {row.party: frozenset(row.members) for row in rows if isinstance(row, PartyRow) and row.members}
        lands = frozenset(fold_form(row.form) for row in rows if isinstance(row, PartyRow) and row.kind == "state")
        weekdays = {form: w.weekday for form, w in pack.times.words.items() if w.weekday is not None and not w.plural}
        forms = {n.id.partition(":")[2] for found in pack.counts.nouns.values() for n in found}
        papers = frozenset(word for form in forms for word in name_key(form.split()[0]))
        return cls(members=members, weekdays=weekdays, papers=papers, lands=lands)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding did. `entries`: ids written; nothing was done where `known`."""

    article: str
    known: bool = False
    entries: tuple[str, ...] = ()


def add_article(store: Store, article: Article, *, read: Read, lore: Lore, at: str) -> Added | Reject:
    """Read an article and add what it reports. One that the record holds already changes nothing.

    The same text at the same address is the same article, whatever its id; another text there is another version, which is
    kept beside the first and counts with it as one source.
    """
    held = held_as(store, article)
    if held is not None:
        return Added(article=held, known=True)
    if store.article_digest(article.id) is not None:
        return _other_text(article.id)
    return add_reading(store, read(article), lore=lore, at=at)


def held_as(store: Store, article: Article) -> str | None:
    """The id under which the record holds an article: its own, or that of the same text at the same address; None where it does not."""
    digest = store.article_digest(article.id)
    if digest is not None:
        return article.id if digest == digest_article(article) else None
    return next((v.id for v in _versions(store, article) if v.text.split() == article.text.split()), None)


def _other_text(article_id: str) -> Reject:
    detail = "the record holds another text under this id; give the new one an id of its own"
    return Reject(where=article_id, reason=Reason.BAD_FIELD, detail=detail)


def add_reading(store: Store, reading: Reading, *, lore: Lore, at: str, author: str = OURS) -> Added | Reject:
    """Add one reading, ours or another's. The same reading by the same author changes nothing; another replaces it."""
    article = reading.article
    digest = store.article_digest(article.id)
    if digest is not None and digest != digest_article(article):
        return _other_text(article.id)
    with store.transaction():
        if store.article_digest(article.id) is None:
            store.put_article(article)
            again = _note_copies(store, article)
        else:
            again = []
        present = next((r for r in store.reading_rows(article.id) if r["author"] == author and r["current"]), None)
        if present is not None and replace(store.reading(present["row"]), article=article) == reading:
            return Added(article=article.id, known=True)
        rows, emptied = _keep_reading(store, reading, present["row"] if present else None, lore=lore, at=at, author=author)
        written = relink(store, {*rows, *again}, members=lore.members, lands=lore.lands, at=at, emptied=emptied)
        _date_undated(store, article.id, written)
    return Added(article=article.id, entries=tuple(written))


def _note_copies(store: Store, article: Article) -> list[int]:
    """Find the wire text that an article copies; the tellings of articles that thereby count as another source."""
    copies = [version.id for version in _versions(store, article)]
    if (band := address_band(article.url)) is not None:
        store.put_band(article.id, band)
    signature = sign_text(article.text)
    if signature is not None:
        bands = find_bands(signature)
        copies += [a for a, other in store.wire_candidates(bands) if are_copies(signature, other)]
        store.put_signature(article.id, signature, bands)
    wires = sorted({store.wire_of(a) for a in copies} | {article.id})
    changed = [a for wire in wires[1:] for a in store.set_wire(wire, wires[0])]
    return store.forget_wires(a for a in changed if a != article.id)


def _versions(store: Store, article: Article) -> list[Article]:
    """The other articles of its address, where that is the address of one article: they are few, and of about the same day."""
    band = address_band(article.url)
    if band is None:
        return []
    found = [other for other in store.articles_in_band(band, limit=MOST_VERSIONS + 1) if other.id != article.id]
    if len(found) > MOST_VERSIONS:
        return []
    day = published_day(article.published)
    days = ((other, published_day(other.published)) for other in found)
    return [other for other, its in days if day is None or its is None or abs((its - day).days) <= VERSION_DAYS]


def _keep_reading(store: Store, reading: Reading, old: int | None, *, lore: Lore, at: str, author: str) -> tuple[list[int], list[str]]:
    """Keep a reading and its tellings; a telling of the older reading that says the same contact keeps its row."""
    row = store.put_reading(reading, author=author, at=at)
    before = {t.id: t for t in store.tellings_of_reading(old)} if old is not None else {}
    if old is not None:
        store.retire_reading(old)
    rows: dict[str, int] = {}
    emptied = [e for e in store.entry_of(before).values() if e]
    for e in reading.engagements:
        telling = _telling(reading, e, row, lore)
        blocks = block_rows(telling, members=lore.members)
        match = _best_match(e, before)
        if match is None:
            rows[e.id] = store.put_telling(telling, blocks=blocks)
        else:
            before.pop(match)
            store.replace_telling(match, telling, blocks=blocks)
            rows[e.id] = match
    if before:
        store.set_telling_state(before, "gone")
    store.put_facts(row, reading, rows)
    return list(rows.values()), emptied


def _telling(reading: Reading, engagement: Engagement, row: int, lore: Lore) -> Telling:
    article = reading.article
    weekday = None
    if article.published is None and engagement.date is None:
        weekday = next((d for s in engagement.evidence if (d := _weekday_near(article.text, s, lore)) is not None), None)
    return Telling(
        article=article.id,
        engagement=engagement,
        reading=row,
        outlet=article.outlet,
        published=article.published,
        weekday=weekday,
        instruments=_instruments(reading, engagement, lore) if engagement.kind is EngagementKind.SIGNING else (),
    )


def _instruments(reading: Reading, engagement: Engagement, lore: Lore) -> tuple[str, ...]:
    """The agreements that the sentences of a signing tell as signed, save those whose names would fit many («یادداشت تفاهم»)."""
    names = [
        a.name
        for a in reading.agreements
        if any(st.stage in _SIGNED and _inside(st.evidence, engagement.evidence) for st in a.stages)
        and len(name_key(a.name) - lore.papers) >= TELLING_WORDS
    ]
    return tuple(sorted(set(names)))


def _inside(spans: Iterable[Span], sentences: Iterable[Span]) -> bool:
    """Whether one of the spans lies in one of the sentences."""
    around = list(sentences)
    return any(s[0] <= span[0] and span[1] <= s[1] for span in spans for s in around)


def _weekday_near(text: str, span: Span, lore: Lore) -> int | None:
    """The weekday named nearest to a span, None where there is none or two that differ."""
    near = fold_text(text[max(0, span[0] - AROUND) : span[1] + AROUND]).split()
    pairs = ["".join(two) for two in pairwise(near)]
    named = {lore.weekdays[word] for word in [*near, *pairs] if word in lore.weekdays}
    return named.pop() if len(named) == 1 else None


def _best_match(engagement: Engagement, before: Mapping[int, Telling]) -> int | None:
    """The older telling of one article that a newer one stands for: same kind, evidence that overlaps, or same parties and day."""

    def likeness(old: Engagement) -> tuple[int, int]:
        overlap = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in old.evidence for b in engagement.evidence)
        same = int(set(old.parties) == set(engagement.parties)) + int(old.date == engagement.date)
        return overlap, same

    found = [(likeness(t.engagement), -row) for row, t in before.items() if t.engagement.kind is engagement.kind]
    found = [f for f in found if f[0][0] > 0 or f[0][1] == 2]
    return -max(found)[1] if found else None


def _date_undated(store: Store, article_id: str, written: Iterable[str]) -> None:
    """Give undated articles the day of the dated contact that they tell of; see `didar.dating`."""
    from didar.dating import infer_days

    infer_days(store, {article_id}, written)


def add_reject(store: Store, reject: Reject, *, at: str) -> None:
    """Keep what could not be read, with its reason, once."""
    with store.transaction():
        store.put_reject(reject, at=at)


def reread(store: Store, *, read: Read, lore: Lore, at: str, versions: Mapping[str, str] | None = None) -> Iterable[Added | Reject]:
    """Read all articles again whose reading by us is of other versions. What people judged and corrected stays."""
    stale = store.stale_articles(OURS, versions) if versions is not None else [r["id"] for r in store.article_rows()]
    for article_id in stale:
        article = store.article(article_id)
        if article is None:
            raise UsageError(f"no article {article_id}")
        yield add_reading(store, read(article), lore=lore, at=at)
