"""The case of every actor mention: what its preposition or its place in the clause says it does there."""

from collections.abc import Sequence

from didar.model import Analysis
from didar.pack.rows import Mark
from didar.syntax import GENITIVE, OBJECT, SUBJECT, Clauses, Phrase
from didar.who import ActorMention, Kind

_OWN = frozenset(("خود", "نیز", "هم", "همچنین"))
_THIS = frozenset(("این", "ان", "همین", "همان"))
_DASHES = frozenset(("-", "–", "ـ"))  # «مذاکرات ایران-عمان»
_JOINTS = frozenset(("و", "،")) | _DASHES
_QUOTES = frozenset('«"“(')
_BEFORE_SUBJECT = ("joint", "plan", "maybe", "noplan")
_AMONG = "ازجمله"
_FEW = 3
_TOLD_AS = frozenset(("with", "between", GENITIVE))
_NAMED = frozenset((Kind.PERSON, Kind.OFFICE))
_NOBODY = frozenset((Kind.PARTY, Kind.INSTITUTION))
_ADVERBS = frozenset(
    [
        "نیز",
        "هم",
        "همچنین",
        "امروز",
        "دیروز",
        "فردا",
        "امشب",
        "دیشب",
        "شنبه",
        "یکشنبه",
        "دوشنبه",
        "سهشنبه",
        "چهارشنبه",
        "پنجشنبه",
        "جمعه",
        "روز",
        "صبح",
        "ظهر",
        "عصر",
        "شب",
        "شامگاه",
        "بامداد",
        "سپس",
        "اما",
        "ولی",
        "البته",
        "اکنون",
        "پیشتر",
        "قبلا",
        "بعدا",
        "دیگر",
        "ادامه",
        "همزمان",
        "همچنان",
        "خود",
        "سال",
        "ماه",
        "گذشته",
        "جاری",
        "اخیر",
        "اخیرا",
        "پیش",
    ]
)


def find_phrases(
    analysis: Analysis, marks: Sequence[Mark | None], mentions: Sequence[ActorMention], clauses: Clauses
) -> tuple[Phrase, ...]:
    """A phrase for each mention, in order."""
    words = analysis.words
    ends = {m.last: n for n, m in enumerate(mentions)}
    mark_before = {mark.last: mark for mark in marks if mark is not None}
    starts = {first for first, _ in analysis.sentences}
    out: list[Phrase] = []
    for number, mention in enumerate(mentions):
        case, head, chain = _case(mentions, number, words, mark_before, ends, starts, out, clauses)
        if mention.last < len(words) and words[mention.last] == "را" and case in (SUBJECT, GENITIVE):
            case = OBJECT
        out.append(Phrase(number, case, head, chain, clauses.of[mention.first]))
    return tuple(out)


def _many(mentions: Sequence[ActorMention], done: Sequence[Phrase], at: int, clause: int) -> Phrase | None:
    """The officials in the plural whom a word of many stands for, just before «از جمله»."""
    for phrase in reversed(done[-_FEW:]):
        mention = mentions[phrase.mention]
        if mention.kind == Kind.PLURAL and phrase.clause == clause and phrase.case in _TOLD_AS and at - mention.last <= _FEW:
            return phrase
    return None


def _case(
    mentions: Sequence[ActorMention],
    number: int,
    words: Sequence[str],
    mark_before: dict[int, Mark],
    ends: dict[int, int],
    starts: set[int],
    done: list[Phrase],
    clauses: Clauses,
) -> tuple[str, int, int]:
    mention = mentions[number]
    at = mention.first
    while at not in starts and words[at - 1] in _QUOTES:
        at -= 1
    skipped = False
    clause = clauses.of[mention.first]
    while at not in starts:
        before = words[at - 1]
        mark = mark_before.get(at)
        if clauses.of[at - 1] != clause:
            return SUBJECT, -1, number
        if mark and (prep := mark.word("prep")):
            if "".join(words[mark.first : mark.last]) == _AMONG and (many := _many(mentions, done, mark.first, clause)):
                return many.case, many.head, many.chain  # «با مسئولان ارشد از جمله X دیدار کرد»
            return prep.value, -1, number
        if mark and mark.word("of") and mark.first not in starts:
            at = mark.first
            continue
        if mark and mark.first not in starts and words[mark.first - 1] in _THIS:
            return SUBJECT, -1, number
        if mark and mark.word("trigger"):
            return GENITIVE, at - 1, number
        if not mark and at - 1 not in starts and words[at - 2] in _THIS:
            return SUBJECT, -1, number
        end = at - 2 if before == "و" and words[at - 2] == "،" else at - 1
        if before in _JOINTS and end in ends and end not in starts:
            other = done[ends[end]] if ends[end] < len(done) else None
            if before in _DASHES and (other is None or mention.kind != Kind.PARTY or mentions[other.mention].kind != Kind.PARTY):
                other = None
            if other is not None and before == "و" and mention.kind in _NAMED and mentions[other.mention].kind in _NOBODY:
                other = _last_of_kind(mentions, done, ends[end], clauses.of[mention.first]) or other
            if other is not None and (before != "،" or (_listed(words, mention.last) and _alike(mention, mentions[other.mention]))):
                return other.case, other.head, other.chain
        if (mark and mark.word("conj")) or before in ("،", ":", "؛", ".", "-", "–", "/", ")", "»", "!", "؟"):
            return SUBJECT, -1, number
        if before in _THIS and (outer := mark_before.get(at - 1)) and (prep := outer.word("prep")):
            return (prep.value if prep.value == "according" else SUBJECT), -1, number
        if (mark and (mark.word("function") or mark.outlet)) or before in _ADVERBS or before.isdigit():
            at = mark.first if mark else at - 1
            skipped = True
            if words[at - 1] == "و" and before not in _OWN:
                return SUBJECT, -1, number  # «پیش از سفر X و دوشنبه پیش | Y …»
            continue
        if mark and any(mark.word(kind) for kind in _BEFORE_SUBJECT):
            return SUBJECT, -1, number
        if skipped:
            return SUBJECT, -1, number
        return (GENITIVE, at - 1, number) if before[0].isalpha() else (SUBJECT, -1, number)
    return SUBJECT, -1, number


def _last_of_kind(mentions: Sequence[ActorMention], done: list[Phrase], before: int, clause: int) -> Phrase | None:
    """«X رهبر گروهی در پارلمان اوکراین و Y»: Y is joined to X and not to Ukraine."""
    for phrase in reversed(done[:before]):
        if phrase.clause != clause:
            return None
        if mentions[phrase.mention].kind in _NAMED:
            return phrase
    return None


def _alike(one: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions may stand in one list: people with people, states and bodies with their like."""
    return (one.kind in _NOBODY) == (other.kind in _NOBODY)


def _listed(words: Sequence[str], at: int) -> bool:
    """Whether a list goes on behind: «ایران، روسیه و ترکیه»."""
    return at < len(words) and words[at] in ("و", "،")
