"""One instrument under several names: «معاهده جامع راهبردی» and «معاهده مشارکت جامع راهبردی»."""

from collections.abc import Mapping, Sequence
from typing import Any

from didar.letters import fold_word

Row = Mapping[str, Any]
_LINKING = frozenset({"و", "در", "به", "از", "برای", "بین", "میان", "های", "ها"})


def name_key(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in no order."""
    words = ("".join(c for c in fold_word(w) if c.isalnum()) for w in name.split())
    return frozenset(w for w in words if w and w not in _LINKING)


def same_instrument(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are of one instrument between the same parties: all words of the shorter, at least two."""
    small, large = sorted((one, other), key=len)
    return small == large or (len(small) >= 2 and small <= large) or (len(small & large) >= 3 and len(small & large) >= 0.75 * len(large))


def group_agreements(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one instrument together: same parties (or none told) and names that agree. The fullest name begins a group."""
    groups: list[tuple[str, frozenset[str], list[Row]]] = []
    for row in sorted(rows, key=lambda r: (-len(name_key(r["name"])), r["name"], r["parties"], r["article"])):
        key = name_key(row["name"])
        home = next((g for g in groups if _parties_fit(g[0], row["parties"]) and same_instrument(g[1], key)), None)
        if home is None:
            groups.append((row["parties"], key, [row]))
        else:
            home[2].append(row)
    return [sorted(g[2], key=lambda r: (r["day"], r["article"], r["row"])) for g in groups]


def _parties_fit(one: str, other: str) -> bool:
    left, right = set(one.split()), set(other.split())
    return not left or not right or left <= right or right <= left
