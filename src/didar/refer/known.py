"""What the gazetteer knows of a person, read in the light of the article: it helps where the text is short."""

from collections.abc import Sequence

from didar.pack import Pack
from didar.pack.rows import Person, TermRow
from didar.terms import Office
from didar.who import ActorMention, Entity, Kind, Relation

_PRINCIPALS = frozenset(
    (
        Office.HEAD_OF_STATE,
        Office.PRESIDENT,
        Office.PRIME_MINISTER,
        Office.FOREIGN_MINISTER,
        Office.MINISTER,
        Office.SPEAKER_OF_PARLIAMENT,
        Office.SECRETARY_GENERAL,
        Office.HIGH_REPRESENTATIVE,
    )
)


class Known:
    """The people list, for one article.

    own: the outlet's own country. day: the article's day in EDTF, None where unknown.
    """

    def __init__(self, mentions: Sequence[ActorMention], *, pack: Pack, own: str | None, day: str | None) -> None:
        self.mentions, self.people, self.own, self.day = mentions, pack.persons, own, day
        self.eastern = pack.eastern

    def person(self, entity: Entity) -> Person | None:
        """The known person that an entity is; of several with one name the one who fits the text, or whose office is nearest to the day."""
        people = [p for i in entity.ids if (p := self.people.get(i))]
        if len(people) > 1:
            fits = [p for p in people if any(self.told(t) for t in p.terms)] or [p for p in people if self.running(p.terms)]
            people = fits[:1] if fits else [min(people, key=self.apart)]
            entity.ids = (people[0].id,)
        return people[0] if people else None

    def told(self, term: TermRow) -> bool:
        """Whether the text speaks of this office and party without a name."""
        return any(
            m.office == term.office
            and not m.name
            and m.accredited_to in (None, term.accredited_to)
            and (m.party or (self.own if m.relation in (None, Relation.OWN) else None)) == term.party
            for m in self.mentions
        )

    def term(self, entity: Entity, person: Person) -> TermRow | None:
        """The office that the person holds in this article, as far as the list can tell."""
        terms = [t for t in person.terms if not entity.party or not t.party or t.party == entity.party]
        told = [t for t in terms if self.told(t)]
        running = self.running(told) or self.running(terms)
        if self.day:
            return running[-1] if running else (told[-1] if told else None)
        return told[-1] if told else (_weightiest(terms) if terms else None)

    def running(self, terms: Sequence[TermRow]) -> list[TermRow]:
        """Terms that cover the article's day; without one, all of them."""
        if not self.day:
            return list(terms)
        day = self.day
        return [
            t
            for t in terms
            if (t.start is None or t.start[: len(day)] <= day[: len(t.start)]) and (not t.end or t.end >= day[: len(t.end)])
        ]

    def apart(self, person: Person) -> int:
        """Years between the article's day and the person's nearest term; 0 where either is unknown."""
        if not self.day:
            return 0
        year = int(self.day[:4])
        return min((max(int((t.start or self.day)[:4]) - year, year - int((t.end or self.day)[:4]), 0) for t in person.terms), default=0)

    def likely(self, person: Person) -> list[TermRow]:
        """The terms that an office without a name may well be: those running; without a day all but embassies."""
        return [t for t in self.running(person.terms) if self.day or t.office != Office.AMBASSADOR]

    def lifelong(self, person: Person) -> str | None:
        """The one state that a person served in every office known: out of office, he still is of it."""
        parties = {t.party for t in person.terms if t.party}
        return parties.pop() if len(parties) == 1 else None

    def parties(self, ids: Sequence[str], office: Office | None) -> list[str]:
        """Whom these people served, in this office if they held it."""
        terms = [t for i in ids if (p := self.people.get(i)) for t in p.terms if t.party]
        same = [t for t in terms if t.office == office] or terms
        return list(dict.fromkeys(t.party for t in same if t.party))

    def might_hold(self, entity: Entity, office: Office | None) -> bool:
        """Whether a known person of the own country, named without an office, held this one."""
        if entity.kind != Kind.PERSON or (entity.offices and entity.office != office):
            return False
        return any(t.office == office and t.party == self.own for i in entity.ids if (p := self.people.get(i)) for t in p.terms)


def _weightiest(terms: Sequence[TermRow]) -> TermRow:
    """Without a day to go by: the office that was held longest, those of a principal weighing double."""

    def years(term: TermRow) -> int:
        if not term.start:
            return 0
        return (int((term.end or "2026")[:4]) - int(term.start[:4])) * (2 if term.office in _PRINCIPALS else 1)

    return max(terms, key=years)
