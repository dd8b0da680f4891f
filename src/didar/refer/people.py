"""Who is meant: every actor mention to the entities it stands for, across sentences."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from didar.model import Analysis
from didar.names import edit_distance, tail_of
from didar.pack import Pack
from didar.pack.rows import Person, TermRow
from didar.syntax import SUBJECT, Clauses, Phrase
from didar.terms import Office
from didar.who import ActorMention, Entity, Kind, References, Relation

_LEADERS = frozenset((Office.HEAD_OF_STATE, Office.PRESIDENT, Office.PRIME_MINISTER))
_OF_THE_STATE = frozenset(
    (
        Office.HEAD_OF_STATE,
        Office.PRESIDENT,
        Office.VICE_PRESIDENT,
        Office.FOREIGN_MINISTER,
        Office.DEPUTY_FOREIGN_MINISTER,
        Office.MINISTER,
        Office.DEPUTY_MINISTER,
        Office.SPEAKER_OF_PARLIAMENT,
        Office.MEMBER_OF_PARLIAMENT,
        Office.SECURITY_COUNCIL_SECRETARY,
        Office.SPOKESPERSON,
        Office.MILITARY_COMMANDER,
        Office.AMBASSADOR,
    )
)


def resolve_people(
    analysis: Analysis,
    mentions: Sequence[ActorMention],
    phrases: Sequence[Phrase],
    clauses: Clauses,
    *,
    pack: Pack,
    own: str | None,
    year: str | None,
) -> References:
    """own: the outlet's own country, «کشورمان». year: the article's day or year in EDTF, to choose among terms."""
    return _Resolver(analysis, mentions, phrases, clauses, pack, own, year).run()


class _Resolver:
    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[ActorMention],
        phrases: Sequence[Phrase],
        clauses: Clauses,
        pack: Pack,
        own: str | None,
        year: str | None,
    ) -> None:
        self.analysis, self.mentions, self.phrases, self.clauses = analysis, mentions, phrases, clauses
        self.pack, self.own, self.year = pack, own, year
        self.entities: list[Entity] = []
        self.of: list[tuple[int, ...]] = [()] * len(mentions)
        self.states: list[tuple[int, str]] = []  # (token, state) in order, as told

    def run(self) -> References:
        self._collect_states()
        for number, mention in enumerate(self.mentions):
            if mention.kind == Kind.PERSON or (mention.kind == Kind.COUNTERPART and mention.name):
                self._named(number, mention)
        self._complete()
        for number, mention in enumerate(self.mentions):
            if mention.kind == Kind.COUNTERPART and self.of[number]:
                self._name_counterpart(number)
            if not self.of[number]:
                self.of[number] = self._resolve(number, mention)
                for entity in self.of[number]:
                    self.entities[entity].mentions.append(number)
        return References(tuple(self.entities), tuple(self.of))

    # -- named persons -------------------------------------------------------------------------------------------------

    def _collect_states(self) -> None:
        for mention in self.mentions:
            if mention.party and mention.kind != Kind.COUNTERPART:
                self.states += [(mention.first, p) for p in (mention.parties or (mention.party,))]
            elif mention.relation == Relation.OWN and self.own:
                self.states.append((mention.first, self.own))
            if mention.accredited_to:
                self.states.append((mention.first, mention.accredited_to))

    def _named(self, number: int, mention: ActorMention) -> None:
        party, sure = self._party_of(number, mention)
        entity = self._find_named(mention, party)
        if entity is None:
            entity = self._new(Kind.PERSON, words=mention.name_words, name=mention.name, ids=mention.ids)
        if len("".join(mention.name_words)) > len("".join(entity.words)):
            entity.words, entity.name = mention.name_words, mention.name
        if mention.ids and (entity.ids or len(mention.name_words) >= len(entity.words)):
            entity.ids = tuple(i for i in entity.ids if i in mention.ids) or mention.ids
        if mention.kind == Kind.COUNTERPART:
            entity.party = entity.party or party
        elif mention.office:
            self._hold(entity, mention, party, sure, number)
        self.of[number] = (entity.number,)
        entity.mentions.append(number)

    def _hold(self, entity: Entity, mention: ActorMention, party: str | None, sure: bool, number: int) -> None:
        """The text says that this person holds this office."""
        assert mention.office is not None
        entity.offices.append((mention.office, party, mention.portfolio, number))
        better = entity.office is None or (entity.office == Office.OTHER and mention.office != Office.OTHER and not entity.former)
        if better:
            entity.office, entity.portfolio = mention.office, mention.portfolio
            entity.former, entity.acting, entity.elect = mention.former, mention.acting, mention.elect
        if party and (entity.party is None or (sure and not entity.party_sure)):
            entity.party, entity.party_sure = party, sure
        entity.accredited_to = entity.accredited_to or self._accredited(mention, entity)
        entity.wording = entity.wording or mention.wording
        entity.portfolio = entity.portfolio or (mention.portfolio if mention.office == entity.office else None)

    def _find_named(self, mention: ActorMention, party: str | None) -> Entity | None:
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
            joined, other = "".join(words), "".join(entity.words)
            if len(joined) > 7 and abs(len(joined) - len(other)) < 2 and edit_distance(joined, other) == 1 and not clash:
                return entity
        return None

    def _new(self, kind: Kind, *, words: tuple[str, ...] = (), name: str | None = None, ids: tuple[str, ...] = ()) -> Entity:
        entity = Entity(len(self.entities), kind, words, name, ids)
        self.entities.append(entity)
        return entity

    # -- parties -------------------------------------------------------------------------------------------------------

    def _party_of(self, number: int, mention: ActorMention) -> tuple[str | None, bool]:
        """The party that a mention says or implies, and whether the text says it."""
        if mention.party:
            return mention.party, True
        if mention.relation:
            return self._relation(mention.relation, mention.first), True
        if mention.ids:
            known = self._known_parties(mention.ids, mention.office)
            if len(known) == 1:
                return known[0], False
        if mention.office == Office.HIGH_REPRESENTATIVE:
            return "EU", False
        if mention.kind == Kind.COUNTERPART or mention.office is None:
            return None, False
        return self._unsaid(number, mention), False

    def _relation(self, relation: Relation, at: int) -> str | None:
        if relation == Relation.OWN:
            return self.own
        before = [p for t, p in self.states if t < at]
        if relation == Relation.SELF:
            person = self._last_person(at)
            return person.party if person else (before[-1] if before else None)
        sentence = self.clauses.at(at).sentence
        first = self.analysis.sentences[sentence][0]
        if here := [p for t, p in self.states if first <= t < at]:
            return here[-1]
        foreign = [p for p in before if p != self.own]
        return foreign[-1] if foreign else (before[-1] if before else None)

    def _unsaid(self, number: int, mention: ActorMention) -> str | None:
        """Whom an office without a party serves: a holder named in the text, the party of the same list, else the outlet's own country."""
        told = [
            m
            for m in self.mentions
            if m.office == mention.office and m.party and m.portfolio == mention.portfolio and m.kind != Kind.PLURAL
        ]
        if mention.kind == Kind.PERSON:
            listed = self._list_party(number)
            return listed or self.own
        parties = {m.party for m in told}
        if self.own in parties or any(self._might_hold(e, mention.office) for e in self.entities):
            return self.own
        if len(parties) == 1 and (mention.kind == Kind.OFFICE):
            return next(iter(parties))
        if mention.office == Office.DELEGATION:
            return self._companion(number)
        if mention.kind == Kind.OFFICE and mention.office not in _OF_THE_STATE:
            return self._list_party(number)
        return self._list_party(number) or self.own

    def _companion(self, number: int) -> str | None:
        """«X و هیئت همراه»: the party of X."""
        before = self.phrases[number].chain
        if before == number or not self.of[before]:
            return None
        return self.entities[self.of[before][0]].party

    def _might_hold(self, entity: Entity, office: Office | None) -> bool:
        """Whether a known person of the own country, named without an office, held this one."""
        if entity.kind != Kind.PERSON or (entity.offices and entity.office != office):
            return False
        return any(t.office == office and t.party == self.own for i in entity.ids if (p := self.pack.persons.get(i)) for t in p.terms)

    def _list_party(self, number: int) -> str | None:
        """«وزیر خارجه، وزیر نفت و وزیر کشور عراق»: the party said at the end of the list."""
        words = self.analysis.words
        for k in range(number, min(number + 5, len(self.mentions) - 1)):
            here, after = self.mentions[k], self.mentions[k + 1]
            if after.first != here.last + 1 or words[here.last] not in ("و", "،") or not after.office:
                return None
            if after.party:
                return after.party
        return None

    def _companion(self, number: int) -> str | None:
        """«X و هیئت همراه»: the party of X."""
        before = self.phrases[number].chain
        if before == number or not self.of[before]:
            return None
        return self.entities[self.of[before][0]].party

    def _might_hold(self, entity: Entity, office: Office | None) -> bool:
        """Whether a known person of the own country, named without an office, held this one."""
        if entity.kind != Kind.PERSON or (entity.offices and entity.office != office):
            return False
        return any(t.office == office and t.party == self.own for i in entity.ids if (p := self.pack.persons.get(i)) for t in p.terms)

    def _list_party(self, number: int) -> str | None:
        """«رئیس‌جمهور و وزیر خارجه روسیه»: the party said at the end of the list."""
        if number + 1 < len(self.mentions):
            here, after = self.mentions[number], self.mentions[number + 1]
            if after.first == here.last + 1 and self.analysis.words[here.last] == "و" and after.office and after.party:
                return after.party
        return None

    def _known_parties(self, ids: Sequence[str], office: Office | None) -> list[str]:
        terms = [t for i in ids if (p := self.pack.persons.get(i)) for t in p.terms if t.party]
        same = [t for t in terms if t.office == office] or terms
        return list(dict.fromkeys(t.party for t in same if t.party))

    def _accredited(self, mention: ActorMention, entity: Entity) -> str | None:
        if mention.accredited_to:
            return mention.accredited_to
        if mention.accredited_relation:
            return self._relation(mention.accredited_relation, mention.first)
        if mention.office in (Office.AMBASSADOR, Office.CHARGE_DAFFAIRES) and entity.party and self.own and entity.party != self.own:
            return self.own
        return None

    # -- what the gazetteer adds ------------------------------------------------------------------------------------------

    def _complete(self) -> None:
        """Offices of known persons whom the text names without one; the text's own loose offices come first."""
        for entity in self.entities:
            person = self._person(entity)
            if person is None or (entity.office and entity.party):
                continue
            term = self._term(entity, person)
            if term is None:
                continue
            if entity.office is None:
                entity.office, entity.portfolio, entity.inferred = term.office, term.portfolio, True
                entity.accredited_to = entity.accredited_to or term.accredited_to
            if entity.party is None:
                entity.party = term.party

    def _person(self, entity: Entity) -> Person | None:
        people = [p for i in entity.ids if (p := self.pack.persons.get(i))]
        if len(people) > 1:
            fits = [p for p in people if any(self._told(t) for t in p.terms)] or [p for p in people if self._running(p.terms)]
            people = fits[:1] if fits else people[:1]
            entity.ids = (people[0].id,)
        return people[0] if people else None

    def _told(self, term: TermRow) -> bool:
        """Whether the text speaks of this office and party without a name."""
        return any(
            m.office == term.office and not m.name and (m.party or (self.own if m.relation in (None, Relation.OWN) else None)) == term.party
            for m in self.mentions
        )

    def _term(self, entity: Entity, person: Person) -> TermRow | None:
        terms = [t for t in person.terms if not entity.party or not t.party or t.party == entity.party]
        told = [t for t in terms if self._told(t)]
        running = self._running(told) or self._running(terms)
        if self.year:
            return running[-1] if running else (told[-1] if told else None)
        return told[-1] if told else (_weightiest(terms) if terms else None)

    def _running(self, terms: Sequence[TermRow]) -> list[TermRow]:
        """Terms that cover the article's day; without one, all of them."""
        if not self.year:
            return list(terms)
        day = self.year
        return [
            t
            for t in terms
            if (t.start is None or t.start[: len(day)] <= day[: len(t.start)]) and (not t.end or t.end >= day[: len(t.end)])
        ]

    # -- the other mentions ---------------------------------------------------------------------------------------------

    def _resolve(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        match mention.kind:
            case Kind.OFFICE:
                party, sure = self._party_of(number, mention)
                return (self._holder(number, mention, party, sure).number,)
            case Kind.INSTITUTION:
                party, _ = self._party_of(number, mention)
                return (self._loose(mention, party, Kind.INSTITUTION).number,)
            case Kind.PLURAL:
                return self._plural(number, mention)
            case Kind.COUNTERPART:
                return self._counterpart(number, mention)
            case Kind.PRONOUN:
                person = self._last_person(mention.first)
                return (person.number,) if person else ()
            case Kind.JOINT:
                return self._joint(mention.first)
            case _:
                return self._party(mention)

    def _holder(self, number: int, mention: ActorMention, party: str | None, sure: bool) -> Entity:
        """The named person of this office and party, else one known by office alone."""
        for entity in self.entities:
            if entity.kind == Kind.PERSON and self._holds(entity, mention, party):
                self._adopt(entity, mention, party, sure, number)
                return entity
        for entity in self.entities:
            if (
                entity.kind == Kind.OFFICE
                and entity.office == mention.office
                and entity.party == party
                and _portfolios_agree(entity.portfolio, mention.portfolio)
            ):
                entity.accredited_to = entity.accredited_to or self._accredited(mention, entity)
                return entity
        return self._loose(mention, party, Kind.OFFICE)

    def _holds(self, entity: Entity, mention: ActorMention, party: str | None) -> bool:
        if mention.former != entity.former and mention.former:
            return False
        if mention.office == Office.OTHER or mention.office == Office.DELEGATION or mention.indefinite:
            return mention.office == Office.OTHER and any(
                o == Office.OTHER and p == party and self._same_title(mention, n) for o, p, _, n in entity.offices
            )
        if any(_one_office(o, mention.office) and p == party and _portfolios_agree(f, mention.portfolio) for o, p, f, _ in entity.offices):
            return True
        if entity.office == mention.office and entity.party == party and _portfolios_agree(entity.portfolio, mention.portfolio):
            return True
        if entity.party not in (None, party) or (entity.offices and not entity.inferred):
            return False
        person = self._person(entity)
        return person is not None and any(t.office == mention.office and t.party == party for t in person.terms)

    def _same_title(self, mention: ActorMention, other: int) -> bool:
        return mention.rule in (self.mentions[other].rule, *self.mentions[other].also)

    def _adopt(self, entity: Entity, mention: ActorMention, party: str | None, sure: bool, number: int) -> None:
        if entity.office is None or entity.inferred:
            entity.office, entity.portfolio, entity.inferred = mention.office, mention.portfolio or entity.portfolio, False
            entity.former = mention.former
            if mention.office:
                entity.offices.append((mention.office, party, mention.portfolio, number))
        entity.party = entity.party or party
        entity.portfolio = entity.portfolio or mention.portfolio
        entity.accredited_to = entity.accredited_to or self._accredited(mention, entity)

    def _loose(self, mention: ActorMention, party: str | None, kind: Kind) -> Entity:
        for entity in self.entities:
            if entity.kind == kind and entity.office == mention.office and entity.party == party and entity.portfolio == mention.portfolio:
                return entity
        entity = self._new(kind)
        entity.office, entity.portfolio, entity.party = mention.office, mention.portfolio, party
        entity.former, entity.acting, entity.elect, entity.indefinite = mention.former, mention.acting, mention.elect, mention.indefinite
        entity.wording = mention.wording
        entity.accredited_to = self._accredited(mention, entity)
        return entity

    def _plural(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        parties = mention.parties
        if mention.relation == Relation.TWO:
            parties = self._pair(mention.first, self._how_many(mention))
        elif not parties:
            party, _ = self._party_of(number, mention)
            parties = (party,) if party and mention.relation else ()
        single = replace(mention, kind=Kind.OFFICE, relation=None)
        return tuple(self._leader(number, replace(single, party=p, parties=(p,)), p).number for p in parties)

    def _leader(self, number: int, mention: ActorMention, party: str) -> Entity:
        """One of several holders; «رهبران» and «سران» are whoever leads the party in the text."""
        if mention.office == Office.HEAD_OF_STATE:
            for entity in self.entities:
                if entity.kind == Kind.PERSON and entity.party == party and entity.office in _LEADERS:
                    return entity
        return self._holder(number, mention, party, True)

    def _how_many(self, mention: ActorMention) -> int:
        """«سه کشور» are three."""
        return 3 if "سه" in self.analysis.words[mention.first : mention.last] else 2

    def _pair(self, at: int, many: int) -> tuple[str, ...]:
        """The two (or three) parties that «دو کشور» speaks of: of the persons named so far, else of the states named so far, else of all."""
        people = Counter(e.party for e in self.entities if e.kind in (Kind.PERSON, Kind.OFFICE) and e.party and not e.indefinite)
        told = Counter(p for t, p in self.states if t < at) or Counter(p for _, p in self.states)
        ranked = [p for p, _ in people.most_common() if p in told or len(people) <= 2]
        for party, _ in told.most_common():
            if party not in ranked:
                ranked.append(party)
        return tuple(ranked[:many]) if len(ranked) >= many else ()

    def _counterpart(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        base = self._base(number)
        if base is None:
            return ()
        party = mention.party or (self._relation(mention.relation, mention.first) if mention.relation else None)
        if party is None:
            party = next((p for _, p in reversed(self.states) if p != base.party), None)
        if mention.name:
            return self.of[number]
        if base.office == Office.MINISTER:
            peers = [e for e in self.entities if e.kind == Kind.PERSON and e.office == Office.MINISTER and e.party == party]
            if len(peers) == 1:
                return (peers[0].number,)
        single = replace(mention, kind=Kind.OFFICE, office=base.office, portfolio=base.portfolio, party=party, relation=None)
        return (self._holder(number, single, party, mention.party is not None).number,)

    def _name_counterpart(self, number: int) -> None:
        """A named counterpart holds the office of the one whose counterpart he is."""
        entity, base = self.entities[self.of[number][0]], self._base(number)
        if base is not None and base.number != entity.number and base.office and (entity.office is None or entity.inferred):
            entity.office, entity.portfolio, entity.inferred = base.office, base.portfolio, False
            entity.offices.append((base.office, entity.party, base.portfolio, number))

    def _base(self, number: int) -> Entity | None:
        """Whose counterpart: the subject of the clause or sentence, else the person named last."""
        at = self.mentions[number].first
        sentence = self.clauses.at(at).sentence
        for k in range(number - 1, -1, -1):
            if self.of[k] and self.phrases[k].case == SUBJECT and self.clauses.clauses[self.phrases[k].clause].sentence == sentence:
                entity = self.entities[self.of[k][0]]
                if entity.office and entity.kind in (Kind.PERSON, Kind.OFFICE):
                    return entity
        return self._last_person(at)

    def _last_person(self, at: int) -> Entity | None:
        """The person of the last subject before token `at`, looking back sentence by sentence."""
        here = self.clauses.at(at).sentence
        best: Entity | None = None
        for k in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[k]
            if (
                mention.first >= at
                or mention.kind not in (Kind.PERSON, Kind.OFFICE)
                or mention.indefinite
                or mention.office == Office.DELEGATION
            ):
                continue
            entity = self._at(k)
            if entity is None:
                continue
            sentence = self.clauses.clauses[self.phrases[k].clause].sentence
            if best is not None and sentence < here - 1 and best.mentions:
                break
            if self.phrases[k].case == SUBJECT:
                return entity
            if best is None:
                best = entity
            if here - sentence > 6:
                break
        return best

    def _at(self, k: int) -> Entity | None:
        if not self.of[k]:
            mention = self.mentions[k]
            if mention.kind == Kind.OFFICE:
                self.of[k] = self._resolve(k, mention)
                self.entities[self.of[k][0]].mentions.append(k)
        return self.entities[self.of[k][0]] if self.of[k] else None

    def _joint(self, at: int) -> tuple[int, ...]:
        """«طرفین»: the two persons of different parties who were named last."""
        found: dict[str, int] = {}
        for k in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[k]
            if (
                mention.first >= at
                or mention.kind not in (Kind.PERSON, Kind.OFFICE, Kind.PLURAL)
                or mention.indefinite
                or mention.office == Office.DELEGATION
            ):
                continue
            if not self.of[k] and mention.kind == Kind.PLURAL:
                self.of[k] = self._plural(k, mention)
            else:
                self._at(k)
            for number in self.of[k]:
                party = self.entities[number].party
                if party and party not in found:
                    found[party] = number
            if len(found) >= 2:
                break
        return tuple(sorted(found.values()))[:2] if len(found) >= 2 else ()

    def _party(self, mention: ActorMention) -> tuple[int, ...]:
        parties = mention.parties
        if mention.relation == Relation.TWO:
            parties = self._pair(mention.first, self._how_many(mention))
        elif mention.relation:
            party = self._relation(mention.relation, mention.first)
            parties = (party,) if party else ()
        elif len(parties) > 1:
            parties = (mention.party,) if mention.party else ()
        out = []
        for party in parties:
            entity = next((e for e in self.entities if e.kind == Kind.PARTY and e.party == party), None)
            if entity is None:
                entity = self._new(Kind.PARTY)
                entity.party, entity.wording = party, mention.wording
            out.append(entity.number)
        return tuple(out)


def _one_office(a: Office | None, b: Office | None) -> bool:
    """Whether two words may be one office: an ambassador to a body is its permanent representative."""
    return a == b or {a, b} <= {Office.AMBASSADOR, Office.PERMANENT_REPRESENTATIVE}


def _portfolios_agree(a: str | None, b: str | None) -> bool:
    return a == b or not a or not b


def _weightiest(terms: Sequence[TermRow]) -> TermRow:
    """Without a day to go by: the office that was held longest, of those told without an end the last."""

    def years(term: TermRow) -> int:
        if not term.start:
            return 0
        return int((term.end or "2026")[:4]) - int(term.start[:4])

    return max(terms, key=years)
