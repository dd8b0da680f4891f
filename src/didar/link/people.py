"""One person under several forms of the name."""

from collections.abc import Mapping, Sequence
from typing import Any

from didar.link.names import name_words, names_agree

Row = Mapping[str, Any]


def group_people(rows: Sequence[Row]) -> list[tuple[str, str | None, list[Row]]]:
    """(fullest name, party, rows) of each named person. A short form goes to the only fuller name of its party that it fits."""
    by_name: dict[tuple[str | None, str], list[Row]] = {}
    for row in rows:
        if row["name"]:
            by_name.setdefault((row["party"], row["name"]), []).append(row)
    names = sorted(by_name, key=lambda k: (-len(name_words(k[1])), -len(by_name[k]), k[1], k[0] or ""))
    groups: list[tuple[str, str | None, list[Row]]] = []
    for party, name in names:
        fit = [g for g in groups if g[1] == party and names_agree(g[0], name)]
        full = {name_words(g[0]) for g in fit}
        if fit and (len(full) == 1 or len(name_words(name)) > 1):
            fit[0][2].extend(by_name[party, name])
        elif fit:
            max(fit, key=lambda g: (len(g[2]), g[0]))[2].extend(by_name[party, name])
        else:
            groups.append((name, party, list(by_name[party, name])))
    return groups
