"""Which party is meant where the text says it only by relation: «کشورمان», «این کشور», «دو کشور», or not at all."""

from collections import Counter
from collections.abc import Sequence

from didar.model import Analysis
from didar.pack import Pack
from didar.refer.known import Known
from didar.refer.voices import Voices
from didar.syntax import Clauses
from didar.terms import Office
from didar.who import ActorMention, Entity, Kind, Relation

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


_OF_A_BODY = frozenset((Office.SECRETARY_GENERAL, Office.DIRECTOR_GENERAL))
_ENVOYS = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES))
_ONE_HOLDER = frozenset(
    (Office.HEAD_OF_STATE, Office.PRESIDENT, Office.PRIME_MINISTER, Office.FOREIGN_MINISTER, Office.SPEAKER_OF_PARLIAMENT)
)
_HAS_NO = {"IRN": frozenset((Office.PRIME_MINISTER,))}
_CROWNS = ("پادشاه", "امیر", "سلطان", "ملکه", "ملک", "امپراتور", "پاپ")
_GAP = 3  # «رئیس‌جمهوری و شماری از مقام‌های بلاروس»


class States:
    """The states and bodies that an article tells of, in the order of the text.

    told: (token, party). own: the outlet's own country. lands: the codes of states. cues: the contact cues of the pack.
    """

    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[ActorMention],
        clauses: Clauses,
        *,
        known: Known,
        voices: Voices,
        own: str | None,
        pack: Pack,
    ) -> None:
        self.analysis, self.mentions, self.clauses, self.known, self.own = analysis, mentions, clauses, known, own
        self.voices, self.lands, self.cues = voices, pack.states, pack.contact_cues
        self.told: list[tuple[int, str]] = []
        for mention in mentions:
            if mention.party and mention.kind != Kind.COUNTERPART:
                self.told += [(mention.first, p) for p in (mention.parties or (mention.party,))]
            elif mention.relation == Relation.OWN and own:
                self.told.append((mention.first, own))
            if mention.accredited_to:
                self.told.append((mention.first, mention.accredited_to))

    def by_relation(self, relation: Relation, at: int, speaker: Entity | None) -> str | None:
        """The party of «کشورمان», «این کشور» or «کشورش» at token `at`. speaker: whose «خود» it is."""
        if relation == Relation.OWN:
            return self.own
        before = [p for t, p in self.told if t < at]
        if relation == Relation.SELF:
            return speaker.party if speaker else (before[-1] if before else None)
        first = self.analysis.sentences[self.clauses.at(at).sentence][0]
        clause = self.clauses.of[at]
        if own := [p for t, p in self.told if first <= t < at and self.clauses.of[t] == clause]:
            return own[-1]
        if here := [p for t, p in self.told if first <= t < at]:
            return here[-1]
        foreign = [p for p in before if p != self.own]
        return foreign[-1] if foreign else (before[-1] if before else None)

    def unsaid(self, number: int, entities: Sequence[Entity]) -> str | None:
        """Whom an office without a party serves: the party of its list, of a holder named elsewhere, else the outlet's own country."""
        mention = self.mentions[number]
        if self.cues.at(self.analysis.words, mention.last, "elsewhere") is not None:
            return None  # «وزیر خارجه اروپایی»: of some state there
        listed = self.of_list(number)
        if listed is None and mention.office in _OF_THE_STATE and (spoken := self._spoken_for(number, entities)):
            return spoken
        bare = mention.last - mention.first <= (2 if self.analysis.words[mention.first] in ("دبیر", "مدیر") else 1)
        if mention.office in _OF_A_BODY and listed is None and mention.kind == Kind.OFFICE and bare and (body := self._body_of(mention)):
            return body
        if mention.office in _ENVOYS and self._at_home(mention):
            return listed or self._nearest(mention)
        if mention.office == Office.HEAD_OF_STATE and self.own in _HAS_NO and mention.kind == Kind.OFFICE and _crowned(mention):
            return self._nearest(mention)
        if mention.kind == Kind.PERSON or listed:
            return listed or (self._nearest(mention) if self._taken(mention, entities) else self.own)
        told = {
            m.party
            for m in self.mentions
            if m.office == mention.office
            and m.party
            and m.portfolio == mention.portfolio
            and m.kind != Kind.PLURAL
            and m.first < mention.first
            and (m.office != Office.OTHER or m.rule == mention.rule)
        }
        abroad = bool(self.told) and all(p != self.own for _, p in self.told)
        if abroad and mention.office == Office.SPOKESPERSON and self.analysis.words[mention.first - 1 : mention.first] == ["یک"]:
            return None  # «یک سخنگوی زندان گفت», in news of another country
        if self.own in told or any(self.known.might_hold(e, mention.office) for e in entities):
            return self.own
        if len(told) == 1 and mention.kind == Kind.OFFICE:
            return next(iter(told))
        return None if mention.kind == Kind.OFFICE and mention.office not in _OF_THE_STATE else self.own

    def _body_of(self, mention: ActorMention) -> str | None:
        """«نماینده ایران نزد سازمان ملل با دبیرکل دیدار کرد»: the body told last before its head, else the only one of the text."""
        same = [m.party for m in self.mentions if m.office == mention.office and m.party and m.first < mention.first]
        bodies = [(t, p) for t, p in self.told if p not in self.lands]
        before = [p for t, p in bodies if t < mention.first]
        only = {p for _, p in bodies}
        return same[-1] if same else before[-1] if before else only.pop() if len(only) == 1 else None

    def _spoken_for(self, number: int, entities: Sequence[Entity]) -> str | None:
        """The foreign state whose official speaks where an office stands without one."""
        voice = self.voices.of[number]
        if voice is None:
            return None
        speaker = self.mentions[voice]
        entity = next((e for e in entities if voice in e.mentions), None)
        party = speaker.party or (entity.party if entity else None)
        office = speaker.office or (entity.office if entity else None)
        speaks = office in _OF_THE_STATE or speaker.kind in (Kind.INSTITUTION, Kind.PARTY)
        return party if party != self.own and speaks else None

    def _at_home(self, mention: ActorMention) -> bool:
        """Whether an envoy is accredited at the own country («سفیر در تهران»), which is then not whom he serves."""
        return mention.accredited_to == self.own or mention.accredited_relation == Relation.OWN

    def _taken(self, mention: ActorMention, entities: Sequence[Entity]) -> bool:
        """Whether another person holds this office of the own country, or the own country has no such office."""
        if mention.former or mention.office not in _ONE_HOLDER:
            return False
        if mention.office in _HAS_NO.get(self.own or "", ()):
            return True
        return any(
            e.office == mention.office and e.party == self.own and e.party_sure and not e.former and e.words[-1:] != mention.name_words[-1:]
            for e in entities
        )

    def _nearest(self, mention: ActorMention) -> str | None:
        """The foreign party told last before a mention, else first behind it."""
        foreign = [(t, p) for t, p in self.told if p != self.own]
        before = [p for t, p in foreign if t < mention.first]
        return before[-1] if before else next((p for t, p in foreign), None)

    def of_list(self, number: int) -> str | None:
        """«وزیر خارجه، وزیر نفت و وزیر کشور عراق»: the party said at the end of the list."""
        words = self.analysis.words
        for k in range(number, min(number + 5, len(self.mentions) - 1)):
            here, after = self.mentions[k], self.mentions[k + 1]
            gap = words[here.last : after.first]
            if not 1 <= len(gap) <= _GAP or gap[0] not in ("و", "،") or not after.office:
                return None
            if after.party:
                return after.party
            if after.relation in (Relation.THIS, Relation.OWN):
                return self.by_relation(after.relation, after.first, None)
        return None

    def _listed_behind(self, mention: ActorMention) -> tuple[str, ...]:
        """«دو کشور | ویتنام و سریلانکا»: the states named right behind."""
        words, out, at = self.analysis.words, [], mention.last
        for other in self.mentions:
            if other.first == at and other.kind == Kind.PARTY and other.party and other.relation is None:
                out.append(other.party)
                at = other.last + 1 if other.last < len(words) and words[other.last] in ("و", "،") else -1
        return tuple(out) if len(out) > 1 else ()

    def group(self, mention: ActorMention, entities: Sequence[Entity]) -> tuple[str, ...]:
        """The parties of «دو کشور», «سه کشور»: of the persons named, else of the states named so far, else of all."""
        if listed := self._listed_behind(mention):
            return listed
        many = 3 if {"سه", "3"} & set(self.analysis.words[mention.first : mention.last]) else 2
        people = Counter(e.party for e in entities if e.kind in (Kind.PERSON, Kind.OFFICE) and e.party and not e.indefinite)
        told = Counter(p for t, p in self.told if t < mention.first) or Counter(p for _, p in self.told)
        ranked = [p for p, _ in people.most_common() if p in told or len(people) <= 2]
        for party, _ in told.most_common():
            if party not in ranked:
                ranked.append(party)
        return tuple(ranked[:many]) if len(ranked) >= many else ()


def _crowned(mention: ActorMention) -> bool:
    """«پادشاه», «امیر»: no office of the own state."""
    return any(word in mention.rule for word in _CROWNS)
