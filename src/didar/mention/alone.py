"""Whether a word that is a surname too («پوتین») stands where a name stands."""

from collections.abc import Sequence

from didar.pack import Pack
from didar.pack.rows import Mark


def stands_alone(mark: Mark, start: int, *, words: Sequence[str], marks: Sequence[Mark | None], pack: Pack) -> bool:
    """Whether a surname that is a word too stands where a name does: after a preposition, a trigger or a mark, not after a noun."""
    if mark.party or mark.place or len(mark.persons) < len(mark.rows):
        return False
    if mark.first == start:
        return True
    before = next((m for k in range(max(start, mark.first - 4), mark.first) if (m := marks[k]) and m.last == mark.first), None)
    if before is not None and not before.word("function") and pack.contact_cues.at(words, before.first, "looks_back") is None:
        return any(before.word(kind) for kind in ("prep", "conj", "trigger", "title"))
    if _described(mark.first, start, words, marks, pack):
        return True
    before_it = words[mark.first - 1]
    ends = (verb := pack.verbs.get(before_it)) is not None and not verb.also  # «گفته بود | پوتین آماده است»
    return ends or not before_it[0].isalnum()  # a comma, a colon, «🔹»


def _described(at: int, start: int, words: Sequence[str], marks: Sequence[Mark | None], pack: Pack) -> bool:
    """«دیدار دوم | پوتین», «گفت‌وگوی مفصل و تلفنی | پوتین»: a word or two behind a trigger, none of them a verb or a mark."""
    for end in range(at - 1, max(start, at - 3), -1):
        word, mark = words[end], marks[end]
        cue = mark is not None and not mark.word("function") and pack.contact_cues.at(words, end, "looks_back") is None
        if cue or not word[0].isalpha() or word in pack.verbs:
            return False
        if any((m := marks[k]) and m.last == end and m.word("trigger") for k in range(max(start, end - 3), end)):
            return True
    return False
