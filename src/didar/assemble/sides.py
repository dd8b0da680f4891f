"""The parties to an instrument: those that its name or «میان … و …» tells, else its signers, else those spoken of with it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from didar.assemble.counted import parties_in, sentences_of
from didar.assemble.instruments import Instrument
from didar.assemble.stages import Told
from didar.model import Engagement
from didar.pack.rows import PartyRow
from didar.scene import Scene
from didar.syntax import SUBJECT
from didar.terms import EngagementKind, Stage, StageStatus
from didar.who import Kind, Relation

_OF_ONE_SIDE = frozenset((Stage.APPROVED, Stage.WITHDRAWN, Stage.SUSPENDED))
_WHERE = frozenset(("in", "at"))


def sides_of(scene: Scene, instrument: Instrument, told: Sequence[Told], engagements: Sequence[Engagement]) -> tuple[str, ...]:
    """The parties, in the order told; fewer than two where the text does not tell."""
    known = instrument.known
    if known is not None and known.instrument == "jcpoa":
        return _of_jcpoa(scene, instrument, told)
    if known is not None and len(known.parties) > 1:
        return known.parties
    if known is not None:
        return next((s for t in told if (s := _subject(scene, t.mention.sentence))), ())
    named = [m.between for m in instrument.mentions if len(m.between) > 1]
    if named:
        return max(named, key=len)
    if all(m.sort == "statement" for m in instrument.mentions) and told and all(_by_ministries(scene, t) for t in told):
        return ()
    if own := _approving(scene, instrument, told):
        return own
    for parties, most in _by_sentence(scene, instrument, told, engagements):
        if 1 < len(set(parties)) <= most:
            return tuple(dict.fromkeys(parties))
    return next((s for t in told if of_many(instrument, told) and (s := _subject(scene, t.mention.sentence))), ())


def of_many(instrument: Instrument, told: Sequence[Told]) -> bool:
    """«روسیه از پیمان منع آزمایش‌های هسته‌ای خارج شد»: a treaty that one state leaves, its other members untold."""
    left = any(t.stage == Stage.WITHDRAWN and t.status == StageStatus.REPORTED for t in told)
    return left and any(m.sort == "treaty" and len(m.own) > 1 and not m.between for m in instrument.mentions)


def _approving(scene: Scene, instrument: Instrument, told: Sequence[Told]) -> tuple[str, ...]:
    """«مجلس روسیه پیمان جامع با ایران را تصویب کرد»: whose body did it, and the other side told in the name."""
    other = next((m.between[0] for m in instrument.mentions if len(m.between) == 1), None)
    acting = {t.mention.sentence for t in told if t.stage in _OF_ONE_SIDE}
    subjects = (n for s in sorted(acting) for n in _subjects(scene, s))
    own = next((e.party for n in subjects for e in scene.entities_of(n) if e.party), None)
    return (own, other) if own and other and own != other else ()


def _by_sentence(
    scene: Scene, instrument: Instrument, told: Sequence[Told], engagements: Sequence[Engagement]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """(parties told with the instrument, how many they may be), the surest first."""
    for t in told:
        clause = scene.clauses.clauses[t.clause]
        yield _states(scene, clause.tokens), 3
    sentences = {t.mention.sentence for t in told}
    for e in engagements:
        if e.kind == EngagementKind.SIGNING and sentences & sentences_of(scene, e):
            yield e.parties, 6
    for t in told:
        yield _states(scene, range(*scene.analysis.sentences[t.mention.sentence])), 2
    for e in engagements:
        if e.kind == EngagementKind.SIGNING:
            yield e.parties, 6
    for m in instrument.mentions:
        yield _states(scene, range(*scene.analysis.sentences[m.sentence])), 2
    for number in sorted(sentences):
        if number:
            yield _states(scene, range(*scene.analysis.sentences[number - 1])), 2
    yield from ((e.parties, 2) for e in engagements)


def _states(scene: Scene, tokens: Iterable[int]) -> tuple[str, ...]:
    """States and bodies among the tokens, once each; «دو کشور», «طرفین» only where no two are named."""
    tokens = list(tokens)
    kinds = {t: scene.mentions[n].kind for t in tokens if (n := scene.mention_at.get(t)) is not None}
    if kinds and all(kind == Kind.INSTITUTION for kind in kinds.values()):
        return ()
    tokens = [t for t in tokens if t not in kinds or scene.phrases[scene.mention_at[t]].case not in _WHERE]
    named = [t for t in tokens if kinds.get(t) not in (Kind.JOINT, Kind.PRONOUN) and not _two(scene, t)]
    first = tuple(dict.fromkeys(p for p, _ in parties_in(scene, named)))
    return first if len(first) > 1 else tuple(dict.fromkeys(p for p, _ in parties_in(scene, tokens)))


def _by_ministries(scene: Scene, told: Told) -> bool:
    """«دو وزارتخانه در بیانیه مشترکی گفتند»: a statement within one state."""
    tokens = scene.clauses.clauses[told.clause].tokens
    kinds = {scene.mentions[n].kind for t in tokens if t < told.first and (n := scene.mention_at.get(t)) is not None}
    return bool(kinds) and kinds <= {Kind.INSTITUTION}


def _two(scene: Scene, token: int) -> bool:
    number = scene.mention_at.get(token)
    return number is not None and scene.mentions[number].relation == Relation.TWO


def _subjects(scene: Scene, sentence: int) -> Iterator[int]:
    """The mentions that are subjects in a sentence."""
    for token in range(*scene.analysis.sentences[sentence]):
        number = scene.mention_at.get(token)
        if number is not None and scene.phrases[number].case == SUBJECT:
            yield number


def _subject(scene: Scene, sentence: int) -> tuple[str, ...]:
    """The party of the first subject of a sentence: who signed or left what many are members of."""
    for number in _subjects(scene, sentence):
        if found := _states(scene, [scene.mentions[number].first]):
            return found[:1]
    return ()


def _of_jcpoa(scene: Scene, instrument: Instrument, told: Sequence[Told]) -> tuple[str, ...]:
    """Iran, who left, and the other sides as the text calls them."""
    codes = Counter(row.party for mark in scene.marks if mark and (row := mark.party) is not None)
    near = {m.sentence for m in instrument.mentions}
    out = ["IRN"]
    if codes["P5+1"] or scene.pack.counts.cues["powers"] & set(scene.analysis.words):
        return "IRN", "P5+1"
    if codes["E3"] or any(_europeans(scene, n) for n in near):
        out += ["USA", "E3"]
    elif codes["P4+1"]:
        out += ["USA", *_members(scene, "P4+1")]
    else:
        out.append("USA")
    if codes["EU"] and any("EU" in _states(scene, range(*scene.analysis.sentences[n])) for n in near):
        out.append("EU")
    return tuple(dict.fromkeys(out))


def _europeans(scene: Scene, sentence: int) -> bool:
    """«طرف‌های اروپایی برجام», «شرکای اروپایی»."""
    words = scene.analysis.words
    first, last = scene.analysis.sentences[sentence]
    return any(
        words[k] in scene.pack.counts.cues["european"] and words[k - 1] in scene.pack.counts.cues["side"] for k in range(first + 1, last)
    )


def _members(scene: Scene, party: str) -> tuple[str, ...]:
    for mark in scene.marks:
        for row in mark.rows if mark else ():
            if isinstance(row, PartyRow) and row.party == party:
                return row.members
    return ()
