"""All entries of one version of the record in memory, as sets of bits: what fits a question is counted and chosen without reading rows.

A bit of a set is an entry, in order of day and id. What the register answers is what the store answers (tests/views/test_register.py).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import compress
from operator import and_, or_

from didar.store import EntryFilter, Store
from didar.store.interface import EntryMark, Row
from didar.store.words import fold_text

LONGEST = 400  # days: what began earlier than so long before the first day asked for is not looked at
MOST_LINES = 5000
_ZERO_ONE = bytes.maketrans(b"01", b"\x00\x01")
Bits = int
Sets = Mapping[str, Bits]
Counts = list[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """marks: the entries in order of day and id; told: of each (day, kind, status). days: their days.
    place_of: where an id stands among them.

    sets: by part of a question (kind, status, party, pair, topic, place) and value the entries that have it. `pair` is `party` without the
    parties that the pairs of a crowded entry leave out. lines: entries in brief that were read, not more than `MOST_LINES`.
    """

    marks: Sequence[EntryMark]
    told: Sequence[tuple[int, str, str]]
    days: Sequence[int]
    place_of: Mapping[str, int]
    dated: Bits
    sets: Mapping[str, Sets]
    lines: dict[str, Row] = field(default_factory=dict)

    @property
    def whole(self) -> Bits:
        return (1 << len(self.marks)) - 1

    def values(self, part: str, values: Iterable[str]) -> Bits:
        """The entries that have any of these values."""
        found = self.sets[part]
        return reduce(or_, (found.get(v, 0) for v in values), 0)

    def between(self, first: int, last: int) -> Bits:
        """The entries of places first to last, the last excluded."""
        return (1 << last) - (1 << first) if last > first else 0

    def since(self, day: int) -> Bits:
        """What had not ended before `day`: all from that day on, and what began earlier and lasted."""
        begun, at = bisect_left(self.days, day - LONGEST), bisect_left(self.days, day)
        lasting = _bits([n for n in range(begun, at) if self.marks[n].end >= day])
        return lasting | self.between(at, len(self.days))


def read_register(store: Store) -> Register:
    """The register of the record as it stands."""
    marks = store.entry_marks()
    place_of = {m.id: n for n, m in enumerate(marks)}
    own: dict[str, dict[str, list[int]]] = {"kind": {}, "status": {}, "place": {}}
    for n, m in enumerate(marks):
        own["kind"].setdefault(m.kind, []).append(n)
        own["status"].setdefault(m.status, []).append(n)
        for place in {m.place, m.country} - {None}:
            own["place"].setdefault(place or "", []).append(n)
    several = {part: _gathered(place_of, store.entry_values(part)) for part in ("party", "pair", "topic")}
    sets = {part: {v: _bits(places) for v, places in found.items()} for part, found in (own | several).items()}
    dated = _bits([n for n, m in enumerate(marks) if m.first > 0])
    return Register(
        marks=marks, told=[(m.day, m.kind, m.status) for m in marks], days=[m.day for m in marks], place_of=place_of, dated=dated, sets=sets
    )


def _gathered(place_of: Mapping[str, int], rows: Iterable[tuple[str, str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for entry, value in rows:
        if (n := place_of.get(entry)) is not None:
            found.setdefault(value, []).append(n)
    return found


def _bits(places: Sequence[int]) -> Bits:
    """The set of these places, made at once: adding one by one would copy it each time."""
    made = bytearray(max(places, default=0) // 8 + 1)
    for n in places:
        made[n >> 3] |= 1 << (n & 7)
    return int.from_bytes(made, "little")


def _picks(bits: Bits) -> bytes:
    """A byte for each place up to the last: 1 where the set has it."""
    return bin(bits)[:1:-1].encode().translate(_ZERO_ONE)


@dataclass(frozen=True, slots=True)
class Registered:
    """The questions of a store about entries, answered from the register of the same moment; bodies are read from the store."""

    register: Register
    store: Store
    _people: dict[tuple[str, tuple[str, ...] | None], Bits] = field(default_factory=dict)

    def count_entries(self, which: EntryFilter) -> int:
        return self._fit(which).bit_count()

    def day_span(self, which: EntryFilter) -> tuple[int, ...]:
        days = self.register.days
        bits = self._fit(replace(which, after=None)) & self.register.between(bisect_right(days, 0), len(days))
        return (days[(bits & -bits).bit_length() - 1], days[bits.bit_length() - 1]) if bits else ()

    def day_counts(self, which: EntryFilter) -> list[tuple[int, str, str, int]]:
        chosen = compress(self.register.told, _picks(self._fit(replace(which, after=None))))
        return sorted((day, kind, status, n) for (day, kind, status), n in Counter(chosen).items())

    def facets(self, which: EntryFilter, *, most: int = 12) -> dict[str, Counts]:
        register = self.register
        wide = self._fit(replace(which, kinds=(), statuses=(), after=None))
        of_kind = register.values("kind", which.kinds) if which.kinds else register.whole
        of_status = register.values("status", which.statuses) if which.statuses else register.whole
        fit = wide & of_kind & of_status
        return {
            "kind": self._counts("kind", wide & of_status),
            "status": self._counts("status", wide & of_kind),
            "party": self._counts("party", fit, without=which.parties)[:most],
            "topic": self._counts("topic", fit, without=which.topics)[:most],
        }

    def entry_page(self, which: EntryFilter) -> list[tuple[int, Row]]:
        places = list(self._chosen(which))
        marks = [self.register.marks[n] for n in places]
        kept = self.register.lines
        lines = {m.id: line for m in marks if (line := kept.get(m.id)) is not None}
        read = {str(line["id"]): line for line in self.store.lines_of(m.id for m in marks if m.id not in lines)}
        if len(kept) + len(read) > MOST_LINES:
            kept.clear()
        kept.update(read)
        lines |= read
        return [(m.day, lines[m.id]) for m in marks]

    def _counts(self, part: str, bits: Bits, without: Sequence[str] = ()) -> Counts:
        found = ((v, (own & bits).bit_count()) for v, own in self.register.sets[part].items() if v not in without)
        return sorted(((v, n) for v, n in found if n), key=lambda x: (-x[1], x[0]))

    def _fit(self, which: EntryFilter) -> Bits:
        """The entries that fit; the limit aside."""
        register = self.register
        found = [register.whole, *self._of_parties(which), *self._of_persons(which)]
        found += (register.values("topic", [x]) for x in which.topics)
        found += (register.values(part, values) for part, values in (("kind", which.kinds), ("status", which.statuses)) if values)
        if which.country:
            found.append(register.values("place", [which.country, fold_text(which.country)]))
        if which.since is not None:
            found.append(register.since(which.since))
        if which.until is not None:
            found.append(register.between(0, bisect_right(register.days, which.until)))
        if not which.undated:
            found.append(register.dated)
        if which.after is not None:
            found.append(self._after(*which.after, newest=which.newest))
        return reduce(and_, found)

    def _of_parties(self, which: EntryFilter) -> Iterator[Bits]:
        parties = sorted(set(which.parties))
        for n, code in enumerate(parties):
            yield self.register.values("pair" if n < 2 <= len(parties) else "party", [code])

    def _of_persons(self, which: EntryFilter) -> Iterator[Bits]:
        for n, name in enumerate(which.persons):
            asked = (name, which.named[n] if which.named else None)
            if asked not in self._people:
                ids = self.store.entries_with(*asked)
                self._people[asked] = _bits([p for i in ids if (p := self.register.place_of.get(i)) is not None])
            yield self._people[asked]

    def _after(self, day: int, entry: str, *, newest: bool) -> Bits:
        """What follows the last entry of the page before."""
        register = self.register
        first, last = bisect_left(register.days, day), bisect_right(register.days, day)
        same = self.register.between(bisect_right(register.marks, entry, first, last, key=lambda m: m.id), last)
        return same | (register.between(0, first) if newest else register.between(last, len(register.days)))

    def _chosen(self, which: EntryFilter) -> Iterable[int]:
        """The places of what fits in the order asked for, as many as asked for. Of one day the ids go up in either order."""
        bits, days = self._fit(which), self.register.days
        wanted = bits.bit_count() if which.limit is None else which.limit
        found: list[int] = []
        while bits and len(found) < wanted:
            if which.newest:
                first = bisect_left(days, days[bits.bit_length() - 1])
                group = bits >> first
                bits ^= group << first
                found += compress(range(first, len(days)), _picks(group))
            else:
                lowest = bits & -bits
                found.append(lowest.bit_length() - 1)
                bits ^= lowest
        return found[:wanted]
