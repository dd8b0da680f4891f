"""Ordinals, counts, first and last times: a number, what it counts, and whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from didar.assemble.counted import Found, number_at, parties_in, sentences_of
from didar.days import resolve_date
from didar.model import Engagement
from didar.pack.instruments import longest
from didar.pack.rows import ProcessRow
from didar.scene import Scene
from didar.syntax import SUBJECT
from didar.terms import ClaimKind, EngagementKind, Stage
from didar.when import DateKind, DateMention, ResolvedDate, Unit

_AGREEMENT = "agreement"
_REACH = 14
_FAR_DATE = 9
_TELLS_WHEN = (DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.WEEKDAY, DateKind.RELATIVE)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: an engagement kind or `agreement`, at tokens [first, last)."""

    of: str
    first: int
    last: int


class Counter:
    """Reads the counted things of one sentence."""

    def __init__(self, scene: Scene, engagements: Sequence[Engagement], sentence: int) -> None:
        self.scene, self.engagements, self.sentence = scene, engagements, sentence
        self.words = scene.analysis.words
        self.first, self.last = scene.analysis.sentences[sentence]
        self.counts = scene.pack.counts

    def find(self) -> Iterator[Found]:
        """Every claim of the sentence but the calendar ones."""
        at = self.first
        while at < self.last:
            found, after = self._at(at)
            if found is not None:
                yield found
            at = max(after, at + 1)

    def _at(self, at: int) -> tuple[Found | None, int]:
        if self._is(at, "last"):
            return self._last_time(at, at + 1), at + 1
        if (glued := self._glued(at)) is not None:
            return self._nth_time(at, glued, at + 1), at + 1
        number = number_at(self.scene, at, self.last)
        if number is None:
            if (thing := self._thing(at)) and thing.last < self.last and self.words[thing.last] in ("اخر", "اخری"):
                return self._last_of(thing, at), thing.last + 1
            return None, at + 1
        value, sort, after = number
        if value < 1:
            return None, after
        if sort == "nth":
            return self._nth(at, value, after), after
        if sort == "ordinal":
            return self._ordinal(at, value, after), after
        return self._cardinal(at, value, after), after

    # -- shapes ----------------------------------------------------------------------------------------------------

    def _nth(self, at: int, value: int, after: int) -> Found | None:
        """«پنجمین دیدار», «هفتمین دور مذاکره», «برای دومین بار»."""
        if self._is(after, "time"):
            return self._nth_time(at, value, after + 1)
        rounds = self._is(after, "round")
        thing = self._thing(after + 1 if rounds else after, rounds=bool(rounds))
        return self._claim(ClaimKind.ORDINAL, value, at, thing) if thing else None

    def _ordinal(self, at: int, value: int, after: int) -> Found | None:
        """«دور هفتم مذاکرات», «بار دوم», «سفر دوم»."""
        if at == self.first or value > 300 or any(m.first <= at < m.last for m in self.scene.dates):
            return None
        if self._is(at - 1, "time"):
            return self._nth_time(at - 1, value, after)
        if self._is(at - 1, "round"):
            thing = self._thing(after, rounds=True)
            return self._claim(ClaimKind.ORDINAL, value, at - 1, thing) if thing else None
        thing = next((t for k in (at - 1, at - 2) if k >= self.first and (t := self._thing(k)) and t.last == at), None)
        if thing is None or value < 2:
            return None
        return self._claim(ClaimKind.ORDINAL, value, thing.first, Thing(thing.of, thing.first, after))

    def _nth_time(self, at: int, value: int, after: int) -> Found | None:
        thing = self._in_clause(at, after)
        if thing is None:
            return None
        kind = ClaimKind.FIRST_EVER if value == 1 else ClaimKind.ORDINAL
        return self._claim(kind, None if value == 1 else value, at, thing, end=after)

    def _cardinal(self, at: int, value: int, after: int) -> Found | None:
        """«پنج بار دیدار داشتند», «۶ دور مذاکره», «۱۲ سند را امضا کردیم», «تاکنون سه سفر»."""
        if value < 2 or value > 300 or any(m.first <= at < m.last and m.kind is not DateKind.YEAR for m in self.scene.dates):
            return None
        if self._is(after, "time"):
            thing = self._in_clause(at, after + 1)
            return self._claim(ClaimKind.COUNT, value, at, thing, end=after + 1) if thing and not self._measured(after + 1) else None
        if self._is(after, "round"):
            thing = self._thing(after + 2 if after + 1 < self.last and self.words[after + 1] == "از" else after + 1, rounds=True)
            return self._claim(ClaimKind.COUNT, value, at, thing) if thing else None
        thing = self._thing(after) or self._document(after)
        if thing is None:
            return None
        if thing.of == _AGREEMENT:
            return self._claim(ClaimKind.COUNT, value, at, thing) if self._signed(thing) else None
        return self._claim(ClaimKind.COUNT, value, at, thing) if self._since(at, thing) else None

    def _last_time(self, at: int, after: int) -> Found | None:
        """«آخرین بار در تهران دیدار کردند», «آخرین سفر او در … بود»: only with its day."""
        if self._is(after, "time"):
            thing = self._in_clause(at, after + 1)
            return self._dated(thing, at, after + 1) if thing else None
        thing = self._thing(after)
        return self._dated(thing, at, thing.last) if thing else None

    def _last_of(self, thing: Thing, at: int) -> Found | None:
        return self._dated(Thing(thing.of, thing.first, thing.last + 1), at, thing.last + 1)

    def _dated(self, thing: Thing, at: int, end: int) -> Found | None:
        bar = self._is(end - 1, "time")
        mention = self._date_near(at, end, wide=bool(bar))
        if mention is None:
            if not bar:
                return None
            mention = self._date_after()
        found = self._claim(ClaimKind.LAST_TIME, None, at, thing, end=end)
        if found is not None and mention is not None:
            resolved = resolve_date(mention, anchor=self.scene.anchor)
            found.period = resolved.edtf.rstrip("~") if isinstance(resolved, ResolvedDate) else None
        return found

    def _glued(self, at: int) -> int | None:
        """«اولین‌بار» as one word."""
        word = self.words[at]
        item = self.scene.pack.times.words.get(word[:-3]) if word.endswith("بار") else None
        return int(item.number) if item is not None and item.sort == "nth" and item.number and item.number > 0 else None

    # -- words -----------------------------------------------------------------------------------------------------

    def _is(self, at: int, kind: str) -> str | None:
        """The value of the counting word at a token, if it is one of this kind."""
        if at >= self.last:
            return None
        return next((row.id for row in self.counts.counting.get(self.words[at], ()) if row.kind == kind), None)

    def _thing(self, at: int, *, rounds: bool = False) -> Thing | None:
        """The countable noun that begins at a token, adjectives before it skipped."""
        first = at
        while at < self.last and self.words[at] in self.counts.cues["quality"] and at < first + 2:
            at += 1
        found = longest(self.counts.counting, self.words, at, self.last)
        row = next((r for r in found[0] if r.kind == "contact"), None) if found else None
        if row is None or found is None:
            return self._instrument(at)
        last = found[1]
        if any(self._is(last, kind) for kind in ("not",)):
            return None
        of = row.value
        if rounds and (of == "talks" or row.id.endswith("رایزنی")):
            of = "talks"
        elif of == "talks":
            of = "meeting"
        return Thing(of, first, last)

    def _instrument(self, at: int) -> Thing | None:
        found = longest(self.counts.nouns, self.words, at, self.last)
        if found is None or found[0][0].needs or found[0][0].sort == "statement":
            return None
        return Thing(_AGREEMENT, at, found[1])

    def _document(self, at: int) -> Thing | None:
        """«۱۲ سند», «هفت قرارداد», «سه تفاهم»: nouns that are counted though they name nothing."""
        found = longest(self.counts.nouns, self.words, at, self.last)
        return Thing(_AGREEMENT, at, found[1]) if found and found[0][0].sort != "statement" else None

    def _in_clause(self, at: int, after: int) -> Thing | None:
        """The contact of the clause that «برای اولین بار» or «پنج بار» stands in."""
        clause = self.scene.clauses.at(at)
        for frame in self.scene.frames:
            if frame.clause.number == clause.number and frame.light:
                signing = frame.pattern.kind == EngagementKind.SIGNING
                phone = EngagementKind.CALL if "phone" in frame.cues else frame.pattern.kind  # «تلفنی گفت‌وگو کرده‌اند»
                return Thing(_AGREEMENT if signing else phone, frame.first, frame.last)
        says = clause.verb is not None and clause.verb.lemma == "بود"  # «این دومین بار است که …»
        reach = range(after, min(self.last, after + _REACH))
        ahead = [t for t in reach if says or self.scene.clauses.of[t] == clause.number]
        behind = [t for t in clause.tokens if t < at]
        for token in [*ahead, *reversed(behind)]:
            if (thing := self._thing(token)) and (thing.of != _AGREEMENT or self._signed(thing)):
                return thing
        for token in ahead:
            mark = self.scene.marks[token]
            trigger = mark.word("trigger") if mark else None
            if trigger is not None:
                return Thing(self.scene.pack.frames.patterns[trigger.value].kind, token, token + 1)
        return None

    def _signed(self, thing: Thing) -> bool:
        """Whether the clause tells of a signing."""
        for token in self.scene.clauses.at(thing.first).tokens:
            rows = self.counts.stages.get(self.words[token], ())
            if any(row.stage in (Stage.SIGNED, Stage.INITIALLED) and row.shape != "state" for row in rows):
                return True
        return False

    def _measured(self, after: int) -> bool:
        """«پنج بار در هفته», «سه بار بیشتر»."""
        if after >= self.last or self.words[after] in ("بیشتر", "کمتر", "بزرگتر", "گرانتر"):
            return after < self.last
        return self.words[after] == "در" and after + 1 < self.last and self.words[after + 1] in ("روز", "هفته", "ماه", "سال")

    def _since(self, at: int, thing: Thing) -> bool:
        """A count of contacts stands with the time in which they were: «تاکنون», «طی یک سال گذشته»."""
        clause = self.scene.clauses.at(thing.first)
        tokens = set(clause.tokens)
        if any(longest(self.counts.counting, self.words, t, self.last) and self._is_since(t) for t in tokens if t < at):
            return True
        return any(m.kind in (DateKind.DURATION, DateKind.YEAR) and m.first in tokens and m.last <= at for m in self.scene.dates)

    def _is_since(self, at: int) -> bool:
        found = longest(self.counts.counting, self.words, at, self.last)
        return bool(found and any(row.kind == "since" for row in found[0]))

    def _is_sport(self) -> bool:
        """«در نخستین دیدار خود به مصاف عراق رفت»."""
        return bool(self.counts.cues["sport"] & set(self.words[self.first : self.last]))

    # -- time ------------------------------------------------------------------------------------------------------

    def _date_near(self, at: int, end: int, *, wide: bool) -> DateMention | None:
        """The day told right with the last time."""
        reach = _REACH if wide else _FAR_DATE
        for mention in self.scene.dates:
            near = end <= mention.first < min(self.last, end + reach) or (wide and at - 4 <= mention.first < at)
            if near and mention.kind in _TELLS_WHEN:
                return mention
        return None

    def _date_after(self) -> DateMention | None:
        """The day of the next sentence, which goes on about the last time."""
        if self.sentence + 1 >= len(self.scene.analysis.sentences):
            return None
        first, last = self.scene.analysis.sentences[self.sentence + 1]
        return next((m for m in self.scene.dates if first <= m.first < last and m.kind is DateKind.DAY), None)

    def _period(self, thing: Thing) -> str | None:
        """The time that is counted over: a year, or the months of «در یک سال و نیم گذشته»."""
        tokens = set(self.scene.clauses.at(thing.first).tokens)
        for mention in self.scene.dates:
            near = mention.first in tokens or (self.first <= mention.first < thing.first)
            if not near:
                continue
            if mention.kind is DateKind.YEAR and thing.first - _REACH <= mention.first <= thing.last + 6:
                resolved = resolve_date(mention, anchor=self.scene.anchor)
                return resolved.edtf if isinstance(resolved, ResolvedDate) else None
            if mention.kind is DateKind.DURATION and (mention.shift or 0) < 0:
                resolved = resolve_date(mention, anchor=self.scene.anchor)
                if isinstance(resolved, ResolvedDate):
                    long = mention.unit in (Unit.YEAR, Unit.MONTH)
                    return f"{resolved.start.isoformat()[:7]}/{resolved.end.isoformat()[:7]}" if long else resolved.edtf.rstrip("~")
        return None

    # -- the claim -------------------------------------------------------------------------------------------------

    def _claim(self, kind: ClaimKind, number: int | None, at: int, thing: Thing | None, *, end: int | None = None) -> Found | None:
        if thing is None:
            return None
        parties, persons, of = self._whose(thing, at)
        alone = of == EngagementKind.TALKS or (of == EngagementKind.CONFERENCE and parties and parties[0] not in self.scene.pack.states)
        if len(parties) < (1 if alone else 2) or self._is_sport():
            return None
        return Found(
            kind=kind,
            spans=[(at, end or thing.last)],
            of=of,
            number=number,
            parties=parties,
            persons=persons,
            period=self._period(thing) if kind in (ClaimKind.ORDINAL, ClaimKind.COUNT) else None,
            rule=f"claim.{kind}",
        )

    def _whose(self, thing: Thing, at: int) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """Parties and persons: behind the noun, then the clause's subject, then the contact told there, then the sentence."""
        mark = self.scene.marks[thing.first]
        process = next((r for r in mark.rows if isinstance(r, ProcessRow) and len(r.parties) > 1), None) if mark else None
        if process is not None:
            return process.parties, (), thing.of
        told = self._behind(thing)
        clause = self.scene.clauses.at(thing.first)
        if thing.of == EngagementKind.CONFERENCE:
            bodies = [p for p, _ in told if p not in self.scene.pack.states]
            if bodies:
                return tuple(dict.fromkeys(bodies)), (), thing.of
        else:
            told += self._nearest_subjects(at, told)
        if len({p for p, _ in told}) < 2:
            contact = self._contact(thing)
            if contact is not None:
                names = tuple(p.actor.name for p in contact.participants if p.actor.name)
                return contact.parties, names, thing.of
        if len({p for p, _ in told}) < 2:
            told += list(parties_in(self.scene, clause.tokens))
        if len({p for p, _ in told}) < 2:
            told += list(parties_in(self.scene, range(self.first, self.last)))
        return tuple(dict.fromkeys(p for p, _ in told)), tuple(dict.fromkeys(n for _, n in told if n)), thing.of

    def _nearest_subjects(self, at: int, told: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
        """The clause's subjects before the number, the nearest first, until two parties are told."""
        out: list[tuple[str, str | None]] = []
        for token in reversed([t for t in self.scene.clauses.at(at).tokens if t < at and self._is_subject(t)]):
            if len({p for p, _ in (*told, *out)}) > 1:
                break
            out += parties_in(self.scene, [token])
        return out

    def _behind(self, thing: Thing) -> list[tuple[str, str | None]]:
        """Mentions behind the noun in its clause, up to the next number or verb."""
        clause = self.scene.clauses.at(thing.first)
        tokens = []
        for token in clause.tokens:
            if token < thing.last:
                continue
            if token > thing.last + _REACH or (clause.verb and token >= clause.verb.first):
                break
            item = self.scene.pack.times.words.get(self.words[token])
            if item is not None and item.sort == "nth":
                break
            tokens.append(token)
        return list(parties_in(self.scene, tokens))

    def _is_subject(self, token: int) -> bool:
        number = self.scene.mention_at.get(token)
        return number is not None and self.scene.phrases[number].case == SUBJECT

    def _contact(self, thing: Thing) -> Engagement | None:
        """The contact of this kind that this sentence or the one before tells, else the only one of the article."""
        kind = EngagementKind.SIGNING if thing.of == _AGREEMENT else thing.of
        same = [e for e in self.engagements if e.kind == kind]
        for e in same:
            if {self.sentence, self.sentence - 1} & sentences_of(self.scene, e):
                return e
        before = [e for e in same if min(sentences_of(self.scene, e), default=0) < self.sentence]
        return before[-1] if before else next(iter(same), None)


def find_counted(scene: Scene, engagements: Sequence[Engagement]) -> Iterator[Found]:
    """Every ordinal, count, first and last time of the text; one told again is the same claim."""
    found: dict[tuple[object, ...], Found] = {}
    for number, read in enumerate(scene.analysis.read):
        if not read:
            continue
        for claim in Counter(scene, engagements, number).find():
            key = (claim.kind, claim.of, claim.number)
            if key in found:
                found[key].spans += claim.spans
            else:
                found[key] = claim
    return iter(found.values())
