"""Where something is told to be: a place with its preposition."""

from collections.abc import Mapping, Sequence

from didar.model import Analysis
from didar.pack.rows import Mark, PlaceRow
from didar.syntax import PlaceMention

_REACH_BACK = 3
_AIRPORT_NAME = 7
_BOUND_FOR = frozenset(("وارد", "عازم", "راهی"))
_KINDS = frozenset(("شهر", "پایتخت", "کشور", "مقر", "محل", "کاخ", "جزیره", "فرودگاه", "هتل", "پایتختی", "خود", "مقصد"))


class PlaceFinder:
    """Finds places in one text. mark_before: the mark that ends before a token. inside: whether a token is part of somebody's mention."""

    def __init__(self, analysis: Analysis, marks: Sequence[Mark | None], mark_before: Mapping[int, Mark], inside: Sequence[bool]) -> None:
        self.analysis, self.words, self.marks = analysis, analysis.words, marks
        self.mark_before, self.inside = mark_before, inside

    def at(self, token: int) -> PlaceMention | None:
        """The place that stands at `token` behind «در», «به» or «از», if one does."""
        mark = self.marks[token]
        if mark is None or self.inside[token]:
            return None
        row = mark.place
        party = mark.party
        if row is None and (party is None or party.kind != "state" or party.use in ("adjective", "demonym", "hostile")):
            return None
        before = self._preposition(token)
        if before is None:
            return None
        name = " ".join(self.analysis.text(mark.first, mark.last).split())
        country = row.country if row else (party.party if party else None)
        return PlaceMention(before, name, country, token, mark.last, row.kind if isinstance(row, PlaceRow) else "country")

    def _airport(self, token: int) -> int:
        """«وارد فرودگاه بین‌المللی آتاتورک استانبول شد»: where the name of the airport begins, the token itself without one."""
        for k in range(token - 1, max(-1, token - _AIRPORT_NAME), -1):
            if self.words[k] == "فرودگاه":
                return k
            if not self.words[k][0].isalpha() or self.words[k] in ("و", "در", "به", "از", "که"):
                break
        return token

    def _preposition(self, token: int) -> str | None:
        """in, to, from or at: what stands before a place, words for what kind of place it is aside."""
        at = self._airport(token)
        for _ in range(_REACH_BACK):
            mark = self.mark_before.get(at)
            word = self.words[at - 1] if at else ""
            if mark is None:
                if word in _BOUND_FOR:
                    return "to"
                if word not in _KINDS:
                    return None
                at -= 1
                continue
            if (prep := mark.word("prep")) and prep.value in ("in", "to", "from", "at"):
                return prep.value
            if mark.word("trigger") and self.words[mark.first] in _BOUND_FOR:
                return "to"
            if mark.word("of") or mark.word("two"):  # «به دو کشور ویتنام و سریلانکا»
                at = mark.first
                continue
            arrival = mark.word("trigger") is not None and mark.last == token and self.words[token - 1] == "ورود"
            return "to" if arrival else None
        return None
