"""The cast of an article: its entities, and which of them a name or an office is."""

from collections.abc import Sequence

from didar.names import SURNAME_FIRST, edit_distance, tail_of
from didar.refer.known import Known
from didar.terms import Office
from didar.who import ActorMention, Entity, Kind

_BESIDES = frozenset((Office.NEGOTIATOR, Office.SPECIAL_ENVOY))  # what a minister may be besides

_SEVERAL = frozenset((Office.PARTY_LEADER, Office.MEMBER_OF_PARLIAMENT))  # many hold it at once: which is meant must be told


class Cast:
    """Entities as they are found. `number` is the place of an entity in `entities`."""

    def __init__(self, mentions: Sequence[ActorMention], *, known: Known) -> None:
        self.mentions, self.known = mentions, known
        self.entities: list[Entity] = []

    def add(self, kind: Kind, *, words: tuple[str, ...] = (), name: str | None = None, ids: tuple[str, ...] = ()) -> Entity:
        """A new entity."""
        entity = Entity(len(self.entities), kind, words, name, ids)
        self.entities.append(entity)
        return entity

    def named(self, mention: ActorMention, party: str | None) -> Entity:
        """The person of this name, new or known from before, at fullest length."""
        entity = self._find(mention, party)
        if entity is None:
            entity = self.add(Kind.PERSON, words=mention.name_words, name=mention.name, ids=mention.ids)
        longer = len("".join(mention.name_words)) - len("".join(entity.words))
        if longer > 0 or (longer >= -1 and mention.ids and not entity.ids):
            entity.words, entity.name = mention.name_words, mention.name
        if mention.ids and (entity.ids or len(mention.name_words) >= len(entity.words)):
            entity.ids = tuple(i for i in entity.ids if i in mention.ids) or mention.ids
        return entity

    def _find(self, mention: ActorMention, party: str | None) -> Entity | None:
        words = mention.name_words
        for entity in self.entities:
            if entity.kind != Kind.PERSON:
                continue
            if mention.ids and entity.ids and not set(mention.ids) & set(entity.ids):
                continue
            clash = party and entity.party and party != entity.party and mention.office and entity.office
            if tail_of(words, entity.words) or tail_of(entity.words, words):
                if clash and len(words) != len(entity.words):
                    continue
                return entity
            if mention.ids and entity.ids and not clash:
                return entity
            if len(words) == 1 and words == entity.words[:1] and (entity.party in SURNAME_FIRST or words[0] in self.known.eastern):
                return entity  # «وانگ یی», then «آقای وانگ»
            joined, other = "".join(words), "".join(entity.words)
            if len(joined) > 7 and abs(len(joined) - len(other)) < 2 and edit_distance(joined, other) == 1 and not clash:
                return entity
        return None

    def hold(self, entity: Entity, number: int, *, party: str | None, sure: bool, accredited: str | None) -> None:
        """Mention `number` says that this person holds an office."""
        mention = self.mentions[number]
        assert mention.office is not None
        entity.offices.append((mention.office, party, mention.portfolio, number))
        entity.offices += [(office, party, None, number) for office in mention.also_offices]
        better = entity.office is None or (entity.office == Office.OTHER and mention.office != Office.OTHER and not entity.former)
        if better:
            entity.office, entity.portfolio = mention.office, mention.portfolio
            entity.former, entity.acting, entity.elect = mention.former, mention.acting, mention.elect
        if party and (entity.party is None or (sure and not entity.party_sure)):
            entity.party, entity.party_sure = party, sure
        entity.accredited_to = entity.accredited_to or accredited
        entity.wording = entity.wording or mention.wording
        entity.portfolio = entity.portfolio or (mention.portfolio if mention.office == entity.office else None)

    def holder(
        self, mention: ActorMention, number: int, *, party: str | None, accredited: str | None, subject: Entity | None = None
    ) -> Entity:
        """The named person of this office and party, else `subject`, else one known by office alone.

        subject: the subject of the sentence before, who may be meant if the text has not said what he is.
        """
        fitting = [e for e in self.entities if e.kind == Kind.PERSON and self._holds(e, mention, party)]
        fitting.sort(key=lambda e: e.inferred)  # whose office the text says, before whom only the list puts there
        named = fitting[0] if len(fitting) == 1 or (fitting and mention.office not in _SEVERAL) else None
        if named is None and subject is not None and subject.office is None and subject.party is None and not subject.ids:
            named = subject
        if named is not None:
            self._adopt(named, mention, number, party=party)
        entity = named or self._unnamed(mention, party) or self.loose(mention, party, Kind.OFFICE)
        entity.accredited_to = entity.accredited_to or accredited
        return entity

    def _unnamed(self, mention: ActorMention, party: str | None) -> Entity | None:
        for entity in self.entities:
            same = entity.kind == Kind.OFFICE and entity.office == mention.office and entity.party == party
            if same and _portfolios_agree(entity.portfolio, mention.portfolio):
                return entity
        return None

    def _holds(self, entity: Entity, mention: ActorMention, party: str | None) -> bool:
        if mention.former and not entity.former and not (entity.inferred or entity.office is None):
            return False
        if mention.office in (Office.OTHER, Office.DELEGATION) or mention.indefinite:
            return mention.office == Office.OTHER and any(
                o == Office.OTHER and p == party and self._same_title(mention, n) for o, p, _, n in entity.offices
            )
        if any(_one_office(o, mention.office) and p == party and _portfolios_agree(f, mention.portfolio) for o, p, f, _ in entity.offices):
            return True
        if entity.office == mention.office and entity.party == party and _portfolios_agree(entity.portfolio, mention.portfolio):
            return True
        if entity.party not in (None, party) or (entity.offices and not entity.inferred and entity.office not in _BESIDES):
            return False
        person = self.known.person(entity)
        return person is not None and any(t.office == mention.office and t.party == party for t in self.known.likely(person))

    def _same_title(self, mention: ActorMention, other: int) -> bool:
        return mention.rule in (self.mentions[other].rule, *self.mentions[other].also)

    def _adopt(self, entity: Entity, mention: ActorMention, number: int, *, party: str | None) -> None:
        """A person named without an office takes the one that the text speaks of."""
        if entity.office is None or entity.inferred:
            entity.office, entity.portfolio, entity.inferred = mention.office, mention.portfolio or entity.portfolio, False
            entity.former = mention.former
            if mention.office:
                entity.offices.append((mention.office, party, mention.portfolio, number))
        entity.party = entity.party or party
        entity.portfolio = entity.portfolio or mention.portfolio

    def loose(self, mention: ActorMention, party: str | None, kind: Kind) -> Entity:
        """An entity known by office or institution alone."""
        for entity in self.entities:
            if entity.kind == kind and entity.office == mention.office and entity.party == party and entity.portfolio == mention.portfolio:
                return entity
        entity = self.add(kind)
        entity.office, entity.portfolio, entity.party = mention.office, mention.portfolio, party
        entity.former, entity.acting, entity.elect, entity.indefinite = mention.former, mention.acting, mention.elect, mention.indefinite
        entity.wording = mention.wording
        return entity

    def party(self, code: str, wording: str | None) -> Entity:
        """The entity of a state or body."""
        entity = next((e for e in self.entities if e.kind == Kind.PARTY and e.party == code), None)
        if entity is None:
            entity = self.add(Kind.PARTY)
            entity.party, entity.wording = code, wording
        return entity

    def complete(self) -> None:
        """Offices of known persons whom the text names without one; the text's own loose offices come first."""
        for entity in self.entities:
            person = self.known.person(entity)
            if person is None or (entity.office and entity.party):
                continue
            term = self.known.term(entity, person)
            if term is None:
                entity.party = entity.party or self.known.lifelong(person)
                continue
            if entity.office is None:
                entity.office, entity.portfolio, entity.inferred = term.office, term.portfolio, True
                entity.accredited_to = entity.accredited_to or term.accredited_to
            if entity.party is None:
                entity.party = term.party


def _one_office(a: Office | None, b: Office | None) -> bool:
    """Whether two words may be one office: an ambassador to a body is its permanent representative."""
    return a == b or {a, b} <= {Office.AMBASSADOR, Office.PERMANENT_REPRESENTATIVE}


def _portfolios_agree(a: str | None, b: str | None) -> bool:
    return a == b or not a or not b
