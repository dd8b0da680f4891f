"""Who is meant: every actor mention to the entities it stands for, across sentences."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from didar.model import Analysis
from didar.pack import Pack
from didar.refer.cast import Cast
from didar.refer.introduced import in_brackets, is_apposed, name_offices, this_official
from didar.refer.known import Known
from didar.refer.states import States
from didar.refer.voices import Voices
from didar.syntax import GENITIVE, SUBJECT, Clauses, Phrase
from didar.terms import Office
from didar.who import ActorMention, Entity, Kind, References, Relation

_LEADERS = frozenset((Office.HEAD_OF_STATE, Office.PRESIDENT, Office.PRIME_MINISTER))
_LOOK_BACK = 6
_COUNTERPARTS = ("همتایان", "همتاهای")
_ONE_EACH = frozenset((Office.PRESIDENT, Office.PRIME_MINISTER, Office.FOREIGN_MINISTER))
_AKIN = {Office.MINISTER: (Office.MINISTER, Office.FOREIGN_MINISTER)}


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
    known = Known(mentions, pack=pack, own=own, day=year)
    voices = Voices(analysis, mentions, phrases, clauses, speech=pack.speech)
    states = States(analysis, mentions, clauses, known=known, voices=voices, own=own, pack=pack)
    found = _Resolver(analysis, mentions, phrases, clauses, known, states, voices, own).run()
    return name_offices(found, mentions, phrases, clauses, words=analysis.words, said=voices.said)


class _Resolver:
    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[ActorMention],
        phrases: Sequence[Phrase],
        clauses: Clauses,
        known: Known,
        states: States,
        voices: Voices,
        own: str | None,
    ) -> None:
        self.mentions, self.phrases, self.clauses, self.known, self.own = mentions, phrases, clauses, known, own
        self.states, self.voices, self.sentences = states, voices, analysis.sentences
        self.cast = Cast(mentions, known=known)
        self.lines = list(accumulate(any(analysis.words[k][0].isalpha() for k in range(*s)) for s in analysis.sentences))
        self.of: list[tuple[int, ...]] = [()] * len(mentions)
        self.words = analysis.words

    def run(self) -> References:
        """Named people first, then what the list adds, then all others in the order of the text."""
        for number, mention in enumerate(self.mentions):
            if mention.kind == Kind.PERSON or (mention.kind == Kind.COUNTERPART and mention.name):
                self._named(number, mention)
        self.cast.complete()
        for number, mention in enumerate(self.mentions):
            if mention.kind == Kind.COUNTERPART and self.of[number]:
                self._name_counterpart(number)
            if not self.of[number]:
                self.of[number] = self._resolve(number, mention)
                for entity in self.of[number]:
                    self.cast.entities[entity].mentions.append(number)
        return References(tuple(self.cast.entities), tuple(self.of))

    def _named(self, number: int, mention: ActorMention) -> None:
        party, sure = self._party_of(number, mention)
        entity = self.cast.named(mention, party)
        if mention.kind == Kind.COUNTERPART:
            entity.party = entity.party or party
        elif mention.office:
            self.cast.hold(entity, number, party=party, sure=sure, accredited=self._accredited(mention, entity.party or party))
        self.of[number] = (entity.number,)
        entity.mentions.append(number)

    # -- parties -------------------------------------------------------------------------------------------------------

    def _party_of(self, number: int, mention: ActorMention) -> tuple[str | None, bool]:
        """The party that a mention says or implies, and whether the text says it."""
        if mention.party:
            return mention.party, True
        if mention.relation:
            return self._related(number, mention), True
        if mention.ids:
            known = self.known.parties(mention.ids, mention.office)
            if len(known) == 1:
                return known[0], False
        if mention.office == Office.HIGH_REPRESENTATIVE:
            return "EU", False
        if mention.kind == Kind.COUNTERPART or mention.office is None:
            return None, False
        if mention.kind == Kind.INSTITUTION and (led := self._led_by(number)):
            return led, True
        if mention.office == Office.DELEGATION:
            return self._companion(number) or self._made_of(number), False
        return self.states.unsaid(number, self.cast.entities), False

    def _led_by(self, number: int) -> str | None:
        """«دولت ترامپ», «کابینه نتانیاهو»: the party of the person whose it is."""
        at = self.mentions[number].last
        whose = next((n for n in range(number + 1, len(self.mentions)) if self.mentions[n].first >= at), None)
        if whose is None or self.mentions[whose].first != at or self.mentions[whose].kind != Kind.PERSON or not self.of[whose]:
            return None
        return self.cast.entities[self.of[whose][0]].party

    def _related(self, number: int, mention: ActorMention) -> str | None:
        """The party of «وزیر خارجه این کشور»: of a known person one that he served, of anybody not that of the subject whom he meets."""
        assert mention.relation is not None
        party = self._relation(mention.relation, mention.first)
        if mention.relation != Relation.THIS:
            return party
        served = self.known.parties(mention.ids, mention.office)
        if served and party not in served:
            return served[0]
        phrase = self.phrases[number]
        if phrase.case not in ("with", "to"):
            return party
        mine = {self.mentions[p.mention].party for p in self.phrases[:number] if p.clause == phrase.clause and p.case == SUBJECT}
        first = self.states.analysis.sentences[self.clauses.at(mention.first).sentence][0]
        others = [code for token, code in self.states.told if first <= token < mention.first and code not in mine]
        return others[-1] if party in mine and others else party

    def _relation(self, relation: Relation, at: int) -> str | None:
        speaker = self._last_person(at) if relation == Relation.SELF else None
        return self.states.by_relation(relation, at, speaker)

    def _companion(self, number: int) -> str | None:
        """«X و هیئت همراه»: the party of X."""
        before = self.phrases[number].chain
        if before == number or not self.of[before]:
            return None
        return self.cast.entities[self.of[before][0]].party

    def _made_of(self, number: int) -> str | None:
        """«هیئتی از نمایندگان پارلمان اروپا»: the party of those it is made of."""
        if number + 1 >= len(self.mentions):
            return None
        after, own = self.mentions[number + 1], self.mentions[number]
        return after.party if self.phrases[number + 1].case == "from" and after.first == own.last + 1 else None

    def _accredited(self, mention: ActorMention, party: str | None) -> str | None:
        """Where an envoy is accredited: as told, else at the outlet's own country."""
        if mention.accredited_to:
            return mention.accredited_to
        if mention.accredited_relation:
            return self._relation(mention.accredited_relation, mention.first)
        if mention.office in (Office.AMBASSADOR, Office.CHARGE_DAFFAIRES) and party and self.own and party != self.own:
            return self.own
        return None

    # -- mentions without a name ------------------------------------------------------------------------------------------

    def _resolve(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        match mention.kind:
            case Kind.OFFICE:
                party, _ = self._party_of(number, mention)
                return (self._holder(number, mention, party).number,)
            case Kind.INSTITUTION:
                party, _ = self._party_of(number, mention)
                return (self.cast.loose(mention, party, Kind.INSTITUTION).number,)
            case Kind.PLURAL:
                return self._plural(number, mention)
            case Kind.COUNTERPART:
                return self._counterpart(number, mention)
            case Kind.PRONOUN:
                person = self._speaking(number) or self._last_person(mention.first, other_than=self._own_subjects(number))
                official = this_official(number, self.mentions, self.of, self.cast.entities, self.words)
                return official or ((person.number,) if person else ())
            case Kind.JOINT:
                return self._joint(mention.first, mention.office) or self._two_of_office(number, mention)
            case _:
                return self._party(mention)

    def _holder(self, number: int, mention: ActorMention, party: str | None) -> Entity:
        accredited = self._accredited(mention, party)
        return self.cast.holder(mention, number, party=party, accredited=accredited, subject=self._subject_near(number))

    def _subject_near(self, number: int) -> Entity | None:
        """For an office as subject: the person who is subject of the sentence before, or first named as that of the one behind."""
        here = self._sentence(number)
        if self.phrases[number].case != SUBJECT or self.mentions[number].indefinite:
            return None
        return self._subject_before(number, here) or self._subject_behind(number, here)

    def _subject_behind(self, number: int, here: int) -> Entity | None:
        for k in range(number + 1, len(self.mentions)):
            if self._sentence(k) - here > 1:
                break
            if self._sentence(k) == here + 1 and self.phrases[k].case == SUBJECT and self.of[k]:
                entity = self.cast.entities[self.of[k][0]]
                bare = self.mentions[k].kind == Kind.PERSON and not is_apposed(self.mentions[k], self.words)
                return entity if bare and entity.mentions[:1] == [k] else None
        return None

    def _subject_before(self, number: int, here: int) -> Entity | None:
        told: list[Entity] = []
        for k in range(number - 1, -1, -1):
            if here - self._sentence(k) > 1:
                break
            if self._sentence(k) != here - 1:
                continue
            again = self.mentions[k].rule == self.mentions[number].rule and self.mentions[k].kind == Kind.OFFICE
            if again and self.phrases[k].case == SUBJECT:
                return None  # told as before: «سخنگوی وزارت خارجه … خبرنگاری -احمد حریری- …. سخنگوی وزارت خارجه …»
            subject = self.phrases[k].case == SUBJECT and self.mentions[k].kind == Kind.PERSON
            if subject and self.of[k] and not in_brackets(self.mentions[k], self.words):
                told.append(self.cast.entities[self.of[k][0]])
        return told[0] if told else None

    def _sentence(self, number: int) -> int:
        """The number of the sentence that a mention stands in; lines of signs alone do not count."""
        return self.lines[self.clauses.clauses[self.phrases[number].clause].sentence]

    def _plural(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        parties = mention.parties
        if mention.relation == Relation.TWO:
            parties = self.states.group(mention, self.cast.entities)
        elif not parties:
            party, _ = self._party_of(number, mention)
            parties = (party,) if party and mention.relation else ()
        single = replace(mention, kind=Kind.OFFICE, relation=None)
        return tuple(self._leader(number, replace(single, party=p, parties=(p,)), p).number for p in parties)

    def _leader(self, number: int, mention: ActorMention, party: str) -> Entity:
        """One of several holders; «رهبران» and «سران» are whoever leads the party in the text."""
        if mention.office == Office.HEAD_OF_STATE:
            for entity in self.cast.entities:
                if entity.kind == Kind.PERSON and entity.party == party and entity.office in _LEADERS:
                    return entity
        return self._holder(number, mention, party)

    def _counterpart(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        """The holder of the same office for another party; several for «همتایان سعودی و قطری»."""
        base = self._base(number)
        if base is None:
            return ()
        if len(mention.parties) > 1:
            each = (replace(mention, party=p, parties=(p,)) for p in mention.parties)
            return tuple(n for one in each for n in self._counterpart(number, one))
        party = mention.party or (self._relation(mention.relation, mention.first) if mention.relation else None)
        if party is None and self.words[mention.first].startswith(_COUNTERPARTS):
            return self._counterparts_from(number, mention, base)
        if party is None:
            party = next((p for t, p in reversed(self.states.told) if p != base.party and t < mention.first), None)
        offices = (Office.MINISTER,) if base.office == Office.MINISTER else _LEADERS if base.office in _LEADERS else ()
        peers = [e for e in self.cast.entities if e.kind == Kind.PERSON and e.office in offices and e.party == party]
        if len(peers) == 1 and (base.office == Office.MINISTER or peers[0].office != base.office):
            return (peers[0].number,)  # «مکرون … همتای آلمانی او»: the chancellor
        single = replace(mention, kind=Kind.OFFICE, office=base.office, portfolio=base.portfolio, party=party, relation=None)
        return (self._holder(number, single, party).number,)

    def _counterparts_from(self, number: int, mention: ActorMention, base: Entity) -> tuple[int, ...]:
        """«همتایان خود از عمان و ترکیه»; nobody where no states are told («از سایر کشورها»)."""
        first = number + 1
        if first >= len(self.mentions) or self.phrases[first].case != "from" or self.mentions[first].first > mention.last + 1:
            return ()
        listed = [m for n, m in enumerate(self.mentions) if self.phrases[n].chain == first and m.kind == Kind.PARTY and m.party]
        single = replace(mention, kind=Kind.OFFICE, office=base.office, portfolio=base.portfolio, relation=None)
        return tuple(self._holder(number, replace(single, party=m.party), m.party).number for m in listed)

    def _name_counterpart(self, number: int) -> None:
        """A named counterpart holds the office of the one whose counterpart he is."""
        entity, base = self.cast.entities[self.of[number][0]], self._base(number)
        if base is not None and base.number != entity.number and base.office and (entity.office is None or entity.inferred):
            entity.office, entity.portfolio, entity.inferred = base.office, base.portfolio, False
            entity.offices.append((base.office, entity.party, base.portfolio, number))

    def _base(self, number: int) -> Entity | None:
        """Whose counterpart: the subject of the clause or sentence, else the person named last."""
        at = self.mentions[number].first
        sentence = self.clauses.at(at).sentence
        before = self.mentions[number - 1] if number else None
        if before is not None and before.last == at - 1 and before.kind in (Kind.PERSON, Kind.OFFICE):
            ruled = self.words[at - 1] == "با" and self.phrases[number - 1].case == GENITIVE
            joined = self._at(number - 1) if ruled or self.words[at - 1] == "و" else None
            if joined is not None:
                return joined  # «گفت‌وگوی تلفنی ظریف و همتای عراقی», «دیدار X با همتای Y»
        for k in range(number - 1, -1, -1):
            if self.of[k] and self.phrases[k].case == SUBJECT and self.clauses.clauses[self.phrases[k].clause].sentence == sentence:
                entity = self.cast.entities[self.of[k][0]]
                if entity.office and entity.kind in (Kind.PERSON, Kind.OFFICE):
                    return entity
        return self._last_person(at)

    # -- looking back ------------------------------------------------------------------------------------------------------

    def _own_subjects(self, number: int) -> tuple[Entity, ...]:
        """The subjects of the clause in which a pronoun is something else: «فیدان … با او گفت‌وگو کرد», not «در دیدار X با وی گفت»."""
        phrase = self.phrases[number]
        before = self.phrases[number - 1] if number else None
        if phrase.case not in ("with", "to", "from") or (before and before.clause == phrase.clause and before.case == GENITIVE):
            return ()
        here = (k for k in range(number) if self.phrases[k].clause == phrase.clause and self.phrases[k].case == SUBJECT)
        return tuple(e for k in here if self.mentions[k].kind in (Kind.PERSON, Kind.OFFICE) and (e := self._at(k)) is not None)

    def _speaking(self, number: int) -> Entity | None:
        """«X گفت که Y می‌آید. وی افزود …»: who goes on speaking is X, whomever he has spoken of."""
        mention = self.mentions[number]
        first, last = self.sentences[self.clauses.at(mention.first).sentence]
        says = any(token in self.voices.said for token in range(mention.last, last + 1))
        if self.voices.of[number] is not None or self.phrases[number].case != SUBJECT or not says:
            return None
        before = next((k for k in range(number - 1, -1, -1) if self.mentions[k].first < first), None)
        speaker = self.voices.of[before] if before is not None else None
        if speaker is None or self.mentions[speaker].kind not in (Kind.PERSON, Kind.OFFICE, Kind.PRONOUN):
            return None
        return self._at(speaker)

    def _last_person(self, at: int, *, other_than: tuple[Entity, ...] = ()) -> Entity | None:
        """The person of the last subject before token `at`, looking back sentence by sentence."""
        here = self.clauses.at(at).sentence
        best: Entity | None = None
        for k in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[k]
            counterpart = mention.kind == Kind.COUNTERPART and mention.name and other_than
            if mention.first >= at or (mention.kind not in (Kind.PERSON, Kind.OFFICE) and not counterpart) or _is_nobody(mention):
                continue
            entity = self._at(k)
            if entity is None or any(entity is other for other in other_than):
                continue
            sentence = self.clauses.clauses[self.phrases[k].clause].sentence
            if best is not None and sentence < here - 1 and best.mentions:
                break
            if self.phrases[k].case == SUBJECT:
                return entity
            if best is None:
                best = entity
            if here - sentence > _LOOK_BACK:
                break
        return best

    def _at(self, k: int) -> Entity | None:
        if not self.of[k]:
            mention = self.mentions[k]
            if mention.kind == Kind.OFFICE:
                self.of[k] = self._resolve(k, mention)
                self.cast.entities[self.of[k][0]].mentions.append(k)
        return self.cast.entities[self.of[k][0]] if self.of[k] else None

    def _two_of_office(self, number: int, mention: ActorMention) -> tuple[int, ...]:
        """«دو وزیر خارجه» where the text names none: the holders for the two states that it tells of."""
        return self._plural(number, replace(mention, kind=Kind.PLURAL)) if mention.office in _ONE_EACH else ()

    def _joint(self, at: int, office: Office | None = None) -> tuple[int, ...]:
        """«طرفین», «دو وزیر»: the two persons of different parties who were named last, in such an office where one is told;
        a pair joined by «و» before any others."""
        found: dict[str, int] = {}
        chains: dict[int, dict[str, int]] = {}
        for k in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[k]
            if mention.first >= at or mention.kind not in (Kind.PERSON, Kind.OFFICE, Kind.PLURAL) or _is_nobody(mention):
                continue
            if mention.office == Office.SPOKESPERSON and self.phrases[k].case == SUBJECT:
                continue  # who tells of «دو طرف» is none of them
            if not self.of[k] and mention.kind == Kind.PLURAL:
                self.of[k] = self._plural(k, mention)
            else:
                self._at(k)
            joined = chains.setdefault(self.phrases[k].chain, {})
            for number in self.of[k]:
                entity = self.cast.entities[number]
                if entity.party and (office is None or entity.office in _AKIN.get(office, (office,))):
                    found.setdefault(entity.party, number)
                    joined.setdefault(entity.party, number)
            if len(joined) == 2:
                return tuple(sorted(joined.values()))
            if len(found) >= 2 and not self._joined_to_earlier(k):
                break
        return tuple(sorted(found.values()))[:2] if len(found) >= 2 else ()

    def _joined_to_earlier(self, number: int) -> bool:
        """Whether a mention stands in a list behind another: «ترامپ و | پوتین»."""
        return self.phrases[number].chain != number

    def _party(self, mention: ActorMention) -> tuple[int, ...]:
        parties = mention.parties
        if mention.relation == Relation.TWO:
            parties = self.states.group(mention, self.cast.entities)
        elif mention.relation:
            party = self._relation(mention.relation, mention.first)
            parties = (party,) if party else ()
        elif len(parties) > 1:
            parties = (mention.party,) if mention.party else ()
        return tuple(self.cast.party(party, mention.wording).number for party in parties)


def _is_nobody(mention: ActorMention) -> bool:
    """«مقامات», «هیئت همراه»: nobody in particular, whom «وی» never means."""
    return mention.indefinite or mention.office == Office.DELEGATION
