"""States and bodies as the words name them: by name, by their capital, by relation («این کشور»)."""

from collections.abc import Collection, Sequence

from didar.pack.rows import Mark
from didar.terms import Office
from didar.who import ActorMention, Kind, Relation

_DASHES = ("-", "–", "—", "ـ", "(", "/")
_BEFORE_CITY = ("در", "شهر", "وارد", "پایتخت")
_RELATIONS = (("own", Relation.OWN), ("this", Relation.THIS), ("self", Relation.SELF), ("two", Relation.TWO))


_SIDES = frozenset(("طرف", "طرفهای", "جانب", "سمت"))  # «طرف آمریکایی», «جانب افغان»
_NAMING = frozenset(("adjective", "demonym", "name", "short"))


def find_side(at: int, *, words: Sequence[str], marks: Sequence[Mark | None]) -> ActorMention | None:
    """«طرف آمریکایی», «طرف‌های اروپایی»: a state or body as one side of a contact."""
    mark = marks[at + 1] if at + 1 < len(marks) and words[at] in _SIDES else _joined_side(at, words, marks)
    row = mark.party if mark else None
    if mark is None or row is None or row.use not in _NAMING or (row.use in ("name", "short") and words[at] == "سمت"):
        return None
    return ActorMention(
        first=at, last=mark.last, kind=Kind.PARTY, rule=row.id, party=row.party, parties=row.members or (row.party,), wording=None
    )


def _joined_side(at: int, words: Sequence[str], marks: Sequence[Mark | None]) -> Mark | None:
    """«طرف‌های ایرانی و | اروپایی»: the second of two sides."""
    if at < 3 or words[at - 1] != "و":
        return None
    sides = next((k for k in range(at - 2, max(-1, at - 5), -1) if words[k] == "طرفهای"), None)
    first = marks[sides + 1] if sides is not None else None
    return marks[at] if first and first.party and first.last == at - 1 else None


def find_party(mark: Mark, *, words: Sequence[str], starts: Collection[int]) -> ActorMention | None:
    """The party that a mark names; None for adjectives, datelines and outlets. starts: the first tokens of sentences."""
    if row := mark.party:
        people = row.use == "demonym" and words[mark.last - 1].endswith("ها")  # «با آمریکایی‌ها», but not «افغان»
        if row.use in ("adjective", "demonym") and row.kind == "state" and not people:
            return None
        return ActorMention(
            first=mark.first,
            last=mark.last,
            kind=Kind.PARTY,
            rule=row.id,
            party=row.party,
            parties=row.members or (row.party,),
            wording=row.form if row.use in ("hostile", "courtly") else None,
        )
    if mark.outlet and not _in_city(mark, words, starts):
        return None
    if (place := mark.place) and place.kind in ("capital", "seat") and place.country and not _dateline(mark, words, starts):
        return ActorMention(
            first=mark.first, last=mark.last, kind=Kind.PARTY, rule=place.id, party=place.country, parties=(place.country,), place=True
        )
    for word, relation in _RELATIONS:
        if mark.word(word):
            return ActorMention(first=mark.first, last=mark.last, kind=Kind.PARTY, rule=f"cues:{word}", relation=relation)
    return None


def _dateline(mark: Mark, words: Sequence[str], starts: Collection[int]) -> bool:
    """«تهران- ایرنا-»: where the newsroom is."""
    after = words[mark.last] if mark.last < len(words) else ""
    return mark.first in starts and after in _DASHES


def _in_city(mark: Mark, words: Sequence[str], starts: Collection[int]) -> bool:
    """Whether a name of an outlet that is a city's too stands for the city: «در الجزیره», not «الجزیره: …»."""
    return mark.first not in starts and words[mark.first - 1] in _BEFORE_CITY


def two_of_one(mark: Mark, words: Sequence[str], marks: Sequence[Mark | None]) -> ActorMention | None:
    """«دو مقام آمریکایی»: nobody in particular of one state, not the two who meet."""
    behind = marks[mark.last] if mark.last < len(marks) else None
    row = behind.party if behind else None
    if behind is None or row is None or row.use not in ("adjective", "demonym") or not words[mark.last - 1].startswith("مقام"):
        return None
    return ActorMention(
        first=mark.first,
        last=behind.last,
        kind=Kind.OFFICE,
        rule="cues:joint",
        office=Office.OTHER,
        party=row.party,
        parties=(row.party,),
        adjective=True,
        indefinite=True,
    )
