"""Where instruments are named: the head noun, how far its name runs, and which mentions mean the same instrument."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from didar.pack.instruments import InstrumentWord, KnownInstrument, longest
from didar.scene import Scene
from didar.when import DateKind
from didar.who import Kind

_THIS = frozenset(("این", "ان", "همین", "همان"))
_OPEN, _CLOSE = frozenset("«\"“'("), frozenset("»\"”')")
_GOES_ON = (("برای",), ("درباره",), ("در", "مورد"), ("در", "خصوص"), ("در", "زمینه"), ("در", "زمینههای"), ("درزمینه",), ("در", "حوزه"))
_NOT_NAMES = frozenset(("را", "که", "تا", "هم", "نیز", "است", "یا"))
_PAPERS = frozenset(("treaty", "agreement", "contract", "plan"))
_SPOKEN = frozenset(("treaty", "agreement", "memorandum", "plan"))
_NO_DAY = (DateKind.YEAR, DateKind.DURATION, DateKind.VAGUE, DateKind.SET)
_NONE = "none"
_NEAR = 6
_LONGEST_NAME = 11
_ENOUGH = 2


@dataclass(slots=True, kw_only=True)
class Named:
    """One mention of an instrument. Tokens [first, last) are its name, [first, head) its head noun.

    words: the folded words of the name without the head; own: those of them that are no party.
    between: parties told by «میان … و …» or inside the name.
    definite: «این معاهده», «توافقنامه مذکور».
    """

    first: int
    head: int
    last: int
    sort: str
    needs: str
    rule: str
    sentence: int
    words: frozenset[str]
    own: frozenset[str] = frozenset()
    known: KnownInstrument | None = None
    between: tuple[str, ...] = ()
    definite: bool = False
    indefinite: bool = False


@dataclass(slots=True)
class Instrument:
    """All mentions of one instrument, in order."""

    mentions: list[Named] = field(default_factory=list)

    @property
    def known(self) -> KnownInstrument | None:
        return next((m.known for m in self.mentions if m.known), None)


def find_named(scene: Scene) -> Iterator[Named]:
    """Every mention of an instrument in what is read."""
    for number, (first, last) in enumerate(scene.analysis.sentences):
        if not scene.analysis.read[number]:
            continue
        at = first
        while at < last:
            found = _named(scene, number, at, last)
            if found is not None:
                yield found
            at = found.last if found is not None else at + 1


def _named(scene: Scene, sentence: int, at: int, end: int) -> Named | None:
    words, counts = scene.analysis.words, scene.pack.counts
    known = longest(counts.known, words, at, end)
    noun = longest(counts.nouns, words, at, end)
    if known is not None and (noun is None or known[1] >= noun[1]):
        row, last = known[0][0], known[1]
        return Named(
            first=at, head=last, last=last, sort="treaty", needs="", rule=row.id, sentence=sentence, words=frozenset(), known=row,
            between=_between(scene, last, end),
        )  # fmt: skip
    if noun is None or noun[0][0].sort == _NONE or _counted(scene, sentence, at):
        return None
    return _by_noun(scene, sentence, at, noun[1], noun[0][0], end)


def _counted(scene: Scene, sentence: int, at: int) -> bool:
    """«پنج سند همکاری» names none of the five."""
    if at <= scene.analysis.sentences[sentence][0]:
        return False
    before = scene.analysis.words[at - 1]
    item = scene.pack.times.words.get(before)
    some = item is not None and item.sort in ("cardinal", "some") and item.unit is None and item.number != 1
    return some or (before.isdigit() and before != "1")


def _by_noun(scene: Scene, sentence: int, at: int, head: int, row: InstrumentWord, end: int) -> Named | None:
    words, cues = scene.analysis.words, scene.pack.counts.cues
    before = words[at - 1] if at > scene.analysis.sentences[sentence][0] else ""
    definite = before in _THIS or (head < end and words[head] in cues["pointing_back"])
    last = head if definite and words[head : head + 1] != ["«"] else _name_end(scene, head, end)
    inner = frozenset(w for w in words[head:last] if w[0].isalnum() and w not in cues["empty"] and w != "و")
    form = "".join(words[at:head])
    return Named(
        first=at,
        head=head,
        last=last,
        sort=row.sort,
        needs=row.needs,
        rule=row.id,
        sentence=sentence,
        words=inner,
        own=inner - _party_words(scene, head, last),
        between=_between(scene, last, end) or _inside(scene, head, last, end),
        definite=definite,
        indefinite=before == "یک" or (form.endswith("ی") and not row.id.endswith("ی")),
    )


def _name_end(scene: Scene, head: int, end: int) -> int:
    """How far the name runs: adjectives and genitives; «برای …», «در زمینه …», «بین وزارتخانه‌ها» where it is bare till then."""
    words = scene.analysis.words
    at = head
    if at < end and words[at] in _OPEN:
        close = next((k for k in range(at + 1, min(end, at + _LONGEST_NAME)) if words[k] in _CLOSE), None)
        return close + 1 if close else head
    at = _chain(scene, at, end)
    if at - head >= _ENOUGH or at >= end:
        return at
    if words[at] in scene.pack.counts.cues["between"] and not _party_near(scene, at + 1):
        after = _chain(scene, at + 1, end)
        return after if after > at + 1 else at
    for start in _GOES_ON:
        if tuple(words[at : at + len(start)]) == start:
            return _chain(scene, at + len(start), end)
    return at


def _chain(scene: Scene, at: int, end: int) -> int:
    """The end of a run of nouns and adjectives, parties in it included, «و» only between two of them."""
    words = scene.analysis.words
    first, clause, plain = at, scene.clauses.of[at - 1], False
    end = min([end, *(m.first for m in scene.dates if first <= m.first < end and m.kind not in _NO_DAY)])
    while at < min(end, first + _LONGEST_NAME):
        number = scene.mention_at.get(at)
        if number is not None:
            if scene.mentions[number].kind != Kind.PARTY or scene.mentions[number].relation is not None:
                break
            at, plain = scene.mentions[number].last, False
        elif (words[at] == "و" and (at == first or at + 1 >= end or not _plain(scene, at + 1))) or (
            words[at] != "و" and not _plain(scene, at)
        ):
            break
        else:
            at, plain = at + 1, True
    verb = scene.clauses.clauses[clause].verb
    if verb is not None and at == verb.first and at > first and plain and verb.lemma != "بود":
        at -= 1  # «توافق ابراز کرد»: the word before the verb is the verb's
    return at - 1 if at > first and words[at - 1] == "و" else at


def _plain(scene: Scene, at: int) -> bool:
    """A word that may stand inside a name: no preposition, conjunction, pronoun, verb, trigger or mark."""
    word = scene.analysis.words[at]
    if not word[0].isalnum() or word in scene.pack.counts.cues["stop"] or word in _NOT_NAMES:
        return False
    number = scene.mention_at.get(at)
    if number is not None:
        return scene.mentions[number].kind == Kind.PARTY
    form = scene.pack.verbs.get(word)
    if form is not None and form.also != "noun":
        return False
    rows = scene.pack.counts.stages.get(word, ())
    if any(row.shape in ("light", "from", "state") for row in rows) or word in scene.pack.counts.nouns:
        return False
    mark = scene.marks[at]
    if mark is None:
        return True
    return not any(mark.word(kind) for kind in ("prep", "conj", "pronoun", "this", "self", "trigger", "joint", "two", "own"))


def _party_words(scene: Scene, first: int, last: int) -> set[str]:
    """The words of the parties, not of the cities, among the tokens."""
    out: set[str] = set()
    for token in range(first, last):
        number = scene.mention_at.get(token)
        if number is not None and not scene.mentions[number].place:
            out.update(scene.analysis.words[token : scene.mentions[number].last])
    return out


def _party_near(scene: Scene, at: int) -> bool:
    number = scene.mention_at.get(at)
    return number is not None and bool(scene.entities_of(number))


def _between(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The parties behind «میان» or «بین»."""
    words = scene.analysis.words
    if at >= end or words[at] not in scene.pack.counts.cues["between"]:
        return ()
    out: dict[str, None] = {}
    token = at + 1
    while token < min(end, at + 16):
        number = scene.mention_at.get(token)
        if number is None:
            if words[token] in ("است", "که", "را", "در", "به", ".", "؛") or words[token] in scene.pack.verbs:
                break
            token += 1
            continue
        out.update((e.party, None) for e in scene.entities_of(number) if e.party)
        token = scene.mentions[number].last
    return tuple(out) if len(out) > 1 else ()


def _inside(scene: Scene, first: int, last: int, end: int) -> tuple[str, ...]:
    """The parties named inside a name: «تفاهم‌نامه ایران و آمریکا», «لایحه همکاری ایران با اوراسیا», no cities."""
    out: dict[str, None] = {}
    if last + 1 < end and scene.analysis.words[last] in ("با", "به") and _party_near(scene, last + 1):
        last += 2
    for token in range(first, last):
        number = scene.mention_at.get(token)
        if number is None or scene.mentions[number].place:
            if scene.analysis.words[token] in scene.pack.counts.cues["european"]:
                out["EU"] = None
            continue
        out.update((e.party, None) for e in scene.entities_of(number) if e.party)
    return tuple(out)


def group_named(mentions: Sequence[Named]) -> list[Instrument]:
    """Mentions of one instrument together: the known by what they are, the others by their names, bare ones by the last before."""
    out: list[Instrument] = []
    for mention in mentions:
        home = _home(out, mention)
        if home is None:
            home = Instrument()
            out.append(home)
        else:
            out.remove(home)
            out.append(home)  # the one spoken of last stands last
        home.mentions.append(mention)
    return sorted(out, key=lambda i: i.mentions[0].first)


def _home(done: Sequence[Instrument], mention: Named) -> Instrument | None:
    for instrument in reversed(done):
        if mention.known and instrument.known:
            if mention.known.instrument == instrument.known.instrument:
                return instrument
        elif mention.known is None and instrument.known is not None:
            sides = set(instrument.known.parties)
            points = mention.definite or (mention.needs and not mention.words) or (len(sides) > 1 and set(mention.between) == sides)
            if mention.sort in _PAPERS and points:
                return instrument
        elif mention.known is None and any(_alike(mention, other) for other in instrument.mentions):
            return instrument
    return None


def _alike(new: Named, old: Named) -> bool:
    """Whether a mention names the instrument of one before."""
    if old.known is not None:
        return False
    near = new.sentence - old.sentence <= _NEAR
    points_back = new.definite or (not new.words and not new.indefinite and bool(new.needs) and near)
    if new.needs and not new.words and not near:
        return False
    if len(new.between) > 1 and set(new.between) == set(old.between) and {new.sort, old.sort} <= _PAPERS:
        return True
    if len(new.own & old.own) * 2 >= min(len(new.own), len(old.own)) > 0 and {new.sort, old.sort} <= _PAPERS:
        return True
    same = new.sort == old.sort or (points_back and {new.sort, old.sort} <= _SPOKEN) or {new.sort, old.sort} <= {"treaty", "agreement"}
    if not same:
        return False
    if new.definite:
        return True
    if new.words and old.words:
        common = len(new.words & old.words)
        return common > 0 and common * 2 >= min(len(new.words), len(old.words))
    return not new.indefinite and not (new.words and old.indefinite)
