"""Lists of names before a plural office: «A» و «B» وزیران خارجه ایران و روسیه."""

from didar.mention.names import Name, NameFinder
from didar.pack import Pack

_MOST_NAMES = 4


def names_before(finder: NameFinder, at: int, start: int, *, parties: tuple[str, ...]) -> list[Name]:
    """As many names as the office has parties, or up to four of one party, that end before token `at`; [] for fewer than two."""
    words = finder.words
    names: list[Name] = []
    if at > start and words[at - 1] == "،":
        at -= 1
    while len(names) < (len(parties) if len(parties) > 1 else _MOST_NAMES):
        name = finder.before(at, start)
        if name is None:
            break
        names.insert(0, name)
        at = name.outer_first
        if at - 1 < start or words[at - 1] not in ("و", "،"):
            break
        at -= 1
    return names if len(names) > 1 and len(parties) in (1, len(names)) else []


def parties_of(names: list[Name], parties: tuple[str, ...], *, pack: Pack) -> tuple[str, ...]:
    """A party for each name: the one of all, the listed order, or the known persons' own where these are the same parties."""
    if len(parties) == 1:
        return parties * len(names)
    known = [next((t.party for i in n.ids if (p := pack.persons.get(i)) for t in p.terms if t.party in parties), None) for n in names]
    if None in known or len(set(known)) != len(parties):
        return parties
    return tuple(k for k in known if k)
