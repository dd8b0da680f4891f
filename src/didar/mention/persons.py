"""Actor mentions of a text, in order, not overlapping."""

from collections.abc import Sequence
from dataclasses import replace

from didar.letters import ZWNJ, fold_word
from didar.mention.alone import stands_alone
from didar.mention.classes import WordClass, classify
from didar.mention.lists import names_before, parties_of
from didar.mention.names import Name, NameFinder
from didar.mention.office_pairs import graver, may_be_one
from didar.mention.office_phrase import OfficePhrase
from didar.mention.offices import OfficeParser
from didar.mention.parties import find_party, find_side, two_of_one
from didar.mention.surnames import find_bare, find_surnames
from didar.mention.tenure import fits, served, speaks_for_a_body
from didar.model import Analysis
from didar.pack import Pack
from didar.pack.rows import Mark
from didar.terms import Office
from didar.who import ActorMention, Kind, Relation

_COUNTERPARTS = frozenset(("همتایان", "همتاهای"))
_NAMED_AFTER = 6  # tokens between «بنادر» and «شهید X»
_OF_A_HOUSE = frozenset(("ال", "بن", "بنت"))
_SHEIKH = "شیخ"  # in some forms of the gazetteer
_SUBORDINATE = frozenset((Office.ADVISER, Office.SPOKESPERSON, Office.SPECIAL_ENVOY, Office.OTHER, Office.NEGOTIATOR))


def find_actors(analysis: Analysis, marks: Sequence[Mark | None], *, pack: Pack) -> tuple[ActorMention, ...]:
    """Everybody who is named in the sentences that are read."""
    return _Finder(analysis, marks, pack).find()


class _Finder:
    def __init__(self, analysis: Analysis, marks: Sequence[Mark | None], pack: Pack) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.marks = marks
        self.pack = pack
        self.starts = {first for first, _ in analysis.sentences}
        self.classes = classify(analysis, marks, pack=pack)
        self.offices = OfficeParser(analysis.words, marks, lambda k: self.classes[k] == WordClass.UNKNOWN, pack=pack)
        self.names = NameFinder(analysis.words, marks, self.classes, pack.first_names)

    def find(self) -> tuple[ActorMention, ...]:
        found: list[ActorMention] = []
        for number, (first, last) in enumerate(self.analysis.sentences):
            if self.analysis.read[number]:
                found += self._sentence(first, last)
        found = find_bare(self.analysis, self.marks, self.classes, found, pack=self.pack)
        return find_surnames(self.analysis, self.marks, self.classes, found, pack=self.pack)

    # -- one sentence ------------------------------------------------------------------------------------------------

    def _sentence(self, first: int, last: int) -> list[ActorMention]:
        out: list[ActorMention] = []
        i = start = first
        while i < last:
            group = self._group(i, start, last)
            if group:
                while out and out[-1].last > group[0].first:
                    out.pop()
                out += group
                i = start = group[-1].last
                continue
            mention = self._at(i, start, last)
            if mention is None:
                mark = self.marks[i]
                i = mark.last if mark else i + 1
                continue
            while out and out[-1].last > mention.first:
                out.pop()
            out.append(mention)
            i = start = max(mention.last, i + 1)
        return out

    def _group(self, i: int, start: int, end: int) -> list[ActorMention]:
        """Several named holders of one office, if a plural office with parties stands at token i."""
        mark = self.marks[i]
        if mark is None or mark.office is None or mark.office.number != "pl":
            return []
        phrase = self.offices.parse(i, end)
        return self._listed(phrase, self._bounds(i)[0]) if phrase and phrase.parties and not phrase.row.needs else []

    def _bounds(self, i: int) -> tuple[int, int]:
        return next((s for s in self.analysis.sentences if s[0] <= i < s[1]), (i, i))

    def _at(self, i: int, start: int, end: int) -> ActorMention | None:
        mark = self.marks[i]
        if side := find_side(i, words=self.words, marks=self.marks):
            return side
        if mark is None:
            return None
        phrase = self.offices.parse(i, end)
        if phrase is not None:
            return self._office(phrase, start, end)
        if mark.word("counterpart"):
            return self._counterpart(mark, start, end)
        if mark.persons:
            return self._known(mark, start, end)
        if mark.word("title"):
            return self._titled(i, mark, start, end)
        if mark.word("pronoun"):
            return ActorMention(first=i, last=mark.last, kind=Kind.PRONOUN, rule="cues:pronoun")
        if joint := mark.word("joint"):
            if (whose := two_of_one(mark, self.words, self.marks)) is not None:
                return whose
            office = Office(joint.value) if joint.value in set(Office) else None
            return ActorMention(first=i, last=mark.last, kind=Kind.JOINT, rule="cues:joint", relation=Relation.TWO, office=office)
        surname = i > 0 and self.classes[i] == WordClass.UNKNOWN
        return None if surname else find_party(mark, words=self.words, starts=self.starts)

    def _titled(self, i: int, mark: Mark, start: int, end: int) -> ActorMention | None:
        """«آقای X», with an office in apposition behind the name if there is one."""
        name = self.names.after(i, end)
        if name is None or name.outer_last <= mark.last or self._is_facility(mark) or self._is_rank(name):
            return None
        at = name.outer_last
        while at < end and self.words[at] in ("»", '"', "”"):
            at += 1
        if at < end and self.words[at] == "،":
            at += 1
        phrase = self.offices.parse(at, end) if at < end else None
        if phrase and phrase.row.number == "sg" and phrase.row.needs != "institution" and phrase.office != Office.DELEGATION:
            mention = self._office(phrase, start, end)
            if mention.kind == Kind.PERSON and mention.first <= name.first:
                return mention
        return self._named(name, "title")

    def _is_rank(self, name: Name) -> bool:
        """«آقای رئیس، …»: somebody spoken to by what he is."""
        rank = self.pack.contact_cues.at(self.words, name.first, "rank")
        return rank is not None and rank[1] == name.last

    def _is_facility(self, title: Mark) -> bool:
        """«بندر شهید X», «فرودگاه امام X», «بنادر الف، شهید X و ب»: what is named after a person."""
        cues = self.pack.contact_cues
        if cues.at(self.words, title.first, "revered") is None:
            return False
        near = range(max(self._bounds(title.first)[0], title.first - _NAMED_AFTER), title.first)
        return any(cues.at(self.words, k, "facility") is not None for k in near)

    def _office(self, phrase: OfficePhrase, start: int, end: int) -> ActorMention:
        """An office with the name before or after it, or alone."""
        phrase = self._joined(phrase, end)
        if phrase.row.number == "pl":
            return self._of(phrase, None, Kind.PLURAL)
        if phrase.row.needs == "institution":
            return self._of(phrase, None, Kind.INSTITUTION)
        if phrase.office == Office.DELEGATION:
            return self._of(phrase, None, Kind.OFFICE)
        if name := self._name_before(phrase, start):
            boss = self.names.after(phrase.last, end)
            whole = (boss and self._superior(phrase, boss, start)) or phrase
            return self._of(whole, name, Kind.PERSON) if phrase.row.needs != "epithet" else self._named(name, phrase.row.id)
        after = phrase.last
        if after < end and self.words[after] in ("،", ":", "–", "-") and self._apposed(after + 1, end):
            after += 1
        name = self.names.after(after, end)
        stranger = name and after > phrase.last and not served(name, phrase, self.pack)
        if name and (stranger or speaks_for_a_body(name, phrase)):
            name = None  # «مشاور رئیس مجلس و سفیر روسیه، علی لاریجانی را بدرقه کردند», «سخنگوی سنتکام»
        if name and (superior := self._superior(phrase, name, start)):
            return self._of(superior, None, Kind.OFFICE)
        if name and (name.last - name.first > 1 or name.ids or name.outer_first != name.first or self._bounded(name.outer_last, end)):
            return self._of(phrase, name, Kind.PERSON)
        return self._of(phrase, None, Kind.OFFICE)

    def _superior(self, phrase: OfficePhrase, name: Name, start: int) -> OfficePhrase | None:
        """«معاون ظریف», «سخنگوی ولادیمیر پوتین رئیس‌جمهور روسیه»: the name is the superior's, and gives the party."""
        if phrase.office not in _SUBORDINATE or phrase.party or phrase.relation or name.outer_first != phrase.last:
            return None
        people = [p for i in name.ids if (p := self.pack.persons.get(i))]
        if any(t.office == phrase.office for p in people for t in p.terms):
            return None
        last = name.outer_last
        at = last + 1 if last < len(self.words) and self.words[last] == "،" else last
        own = self.offices.parse(at, self._bounds(phrase.first)[1]) if at < len(self.words) else None
        party = next((t.party for p in people for t in reversed(p.terms) if t.party), None) or (own.party if own else None)
        if party is None or (not people and self._name_before(phrase, start) is None):
            return None
        minister = any(t.office == Office.FOREIGN_MINISTER for p in people for t in p.terms)
        office = Office.DEPUTY_FOREIGN_MINISTER if phrase.row.form == "معاون" and minister else phrase.office
        return replace(phrase, last=own.last if own else last, party=party, parties=(party,), office=office)

    def _name_before(self, phrase: OfficePhrase, start: int) -> Name | None:
        at = phrase.first
        if at > start and self.words[at - 1] in ("،", "-", "–"):
            name = self.names.before(at - 1, start)
            told = name and (name.ids or name.last - name.first > 1 or (name.outer_first, name.outer_last) != (name.first, name.last))
            if not name or not told:
                return None
            return name if fits(name, phrase, self.pack) else self._namesake(name, phrase)
        name = self.names.appointed(at, self._bounds(at)[0]) or self.names.before(at, start)
        return name if name and fits(name, phrase, self.pack) else None

    def _namesake(self, name: Name, phrase: OfficePhrase) -> Name | None:
        """«موریسون، معاون وزیر خارجه بریتانیا، …»: somebody else of a known surname; not in a list («ظریف، وزیر خارجه روسیه و …»)."""
        listed = phrase.last < len(self.words) and self.words[phrase.last] == "و"
        return replace(name, ids=()) if name.last - name.first == 1 and not listed else None

    def _apposed(self, at: int, end: int) -> bool:
        """Whether a known or quoted name stands at token `at` («وزیر خارجه روسیه، سرگئی لاوروف،»)."""
        name = self.names.after(at, end)
        if name is None or name.last - name.first < 2:
            return False
        closing = name.outer_last >= end or self.words[name.outer_last] in ("،", ".", "»") or not self.words[name.outer_last][0].isalpha()
        office = self.marks[name.outer_last + 1] if name.outer_last + 1 < end else None
        direct = self.marks[name.outer_last] if name.outer_last < end else None
        return not (direct and direct.office) and not (closing and office and office.office)

    def _bounded(self, at: int, end: int) -> bool:
        """Whether a one-word name ends well: at a verb, a preposition, a conjunction, «را», or with the sentence."""
        if at >= end:
            return True
        mark, word = self.marks[at], self.words[at]
        return (
            word in self.pack.verbs or word in ("را", "نیز", "هم", "،", ":", ".") or bool(mark and (mark.word("prep") or mark.word("conj")))
        )

    def _joined(self, phrase: OfficePhrase, end: int) -> OfficePhrase:
        """A second office of the same person: «معاون رئیس‌جمهور و رئیس سازمان انرژی اتمی کشورمان»."""
        if phrase.last + 1 >= end or self.words[phrase.last] != "و" or phrase.row.number == "pl" or phrase.row.needs:
            return phrase
        second = self.offices.parse(phrase.last + 1, end)
        if second is None or second.row.number == "pl" or second.row.needs or second.row.party:
            return phrase
        if not may_be_one(phrase.office, second.office) or self.names.after(second.last, end):
            return phrase
        if phrase.party and second.party and phrase.party != second.party:
            return phrase
        at = phrase.first - 1 if self.words[phrase.first - 1] == "،" else phrase.first
        if self.names.before(at, max(0, at - 8)) is None:
            return phrase
        whole = second if graver(phrase.office, second.office) else phrase
        return replace(
            whole,
            first=phrase.first,
            last=second.last,
            party=phrase.party or second.party,
            parties=phrase.parties or second.parties,
            relation=phrase.relation or second.relation,
            accredited_to=phrase.accredited_to or second.accredited_to,
            also=(*phrase.also, (other := phrase if whole is second else second).row.id),
            also_offices=(*phrase.also_offices, *([other.office] if other.office else [])),
        )

    def _of(self, phrase: OfficePhrase, name: Name | None, kind: Kind) -> ActorMention:
        first = min(phrase.first, name.outer_first) if name else phrase.first
        last = max(phrase.last, name.outer_last) if name else phrase.last
        return ActorMention(
            first=first,
            last=last,
            kind=kind,
            rule=phrase.row.id,
            name=self._text(name) if name else None,
            name_words=tuple(self.words[name.first : name.last]) if name else (),
            ids=name.ids if name else (),
            office=phrase.office,
            portfolio=phrase.portfolio,
            party=phrase.party,
            relation=phrase.relation,
            accredited_to=phrase.accredited_to,
            accredited_relation=phrase.accredited_relation,
            former=phrase.former,
            acting=phrase.acting,
            elect=phrase.elect,
            indefinite=phrase.row.needs == "indefinite",
            parties=phrase.parties,
            adjective=phrase.adjective,
            wording=phrase.wording,
            also=phrase.also,
            also_offices=phrase.also_offices,
        )

    def _text(self, name: Name) -> str:
        """The name as written, blanks levelled, «سید» aside."""
        text = " ".join(self.analysis.text(name.first, name.last).split())
        first, _, rest = text.partition(" ")
        text = rest if first == _SHEIKH and " " in rest else text
        return (
            f"{first[3:].lstrip(ZWNJ)} {rest}"
            if rest and len(first) > 5 and first.startswith("سید") and fold_word(first[3:]) in self.pack.given
            else text
        )

    def _known(self, mark: Mark, start: int, end: int) -> ActorMention | None:
        """A person of the gazetteer with the rest of the name around, and the office in apposition behind it."""
        rows = mark.persons
        name = self._whole(mark, start, end)
        at = name.outer_last
        while at < end and self.words[at] in ("»", '"', "”"):
            at += 1
        if at < end and self.words[at] in ("،", "-", "–"):
            at += 1
        phrase = self.offices.parse(at, end) if at < end else None
        if phrase and phrase.row.number == "sg" and phrase.row.needs != "institution" and phrase.office != Office.DELEGATION:
            mention = self._office(phrase, start, end)
            if mention.kind == Kind.PERSON and mention.first <= mark.first:
                return mention
        full = any(r.use == "full" for r in rows)
        single = mark.last == mark.first + 1
        alone = name.last - name.first == 1 and name.outer_first == name.first
        doubtful = self.words[mark.first] in self.pack.common or mark.party or mark.place or len(rows) < len(mark.rows)
        if not full and single and alone and doubtful and not stands_alone(mark, start, words=self.words, marks=self.marks, pack=self.pack):
            return None
        return self._named(name, rows[0].id)

    def _whole(self, mark: Mark, start: int, end: int) -> Name:
        """The known form with given names before it and further names behind it."""
        ids = tuple(dict.fromkeys(r.person for r in mark.persons))
        name = self.names.before(mark.last, start)
        if name is None or name.first > mark.first:
            name = Name(mark.first, mark.last, mark.first, mark.last, ids)
        last = name.last
        while last < min(end, name.last + 2) and self.marks[last] is None and self.classes[last] in (WordClass.UNKNOWN, WordClass.GIVEN):
            last += 1
        further = last
        while last + 1 < end and self.words[last] in _OF_A_HOUSE and self.words[last + 1][0].isalpha():
            last += 2  # «تمیم بن حمد | آل ثانی»
        if last == name.last or name.outer_last != name.last:
            return name
        return Name(name.first, last, name.outer_first, last, name.ids if further == name.last else ())

    def _named(self, name: Name, rule: str) -> ActorMention:
        return ActorMention(
            first=name.outer_first,
            last=name.outer_last,
            kind=Kind.PERSON,
            rule=rule,
            name=self._text(name),
            name_words=tuple(self.words[name.first : name.last]),
            ids=name.ids,
        )

    def _counterpart(self, mark: Mark, start: int, end: int) -> ActorMention:
        """«همتای روس خود سرگئی لاوروف», «همتایش», «همتای ایرانی»."""
        i = mark.last
        party: str | None = None
        further: list[str] = []
        relation = None
        while i < end:
            inner = self.marks[i]
            if inner and inner.party and party is None:
                party = inner.party.party
                i = inner.last
                while self.words[mark.first] in _COUNTERPARTS and (other := self._joined_adjective(i, end)):
                    further.append(other[0])
                    i = other[1]
            elif inner and (inner.word("own") or inner.word("this")):
                relation = Relation.OWN if inner.word("own") else Relation.THIS
                i = inner.last
            elif self.words[i] in ("خود", "خویش", "وی", "او", "اش", "سابق", "جدید", "تازه"):
                i += 1
            else:
                break
        after = i + 1 if i < end and self.words[i] in ("،",) and self._apposed(i + 1, end) else i
        name = self.names.after(after, end) or self._apposed_before(mark.first, start) or self._known_before(mark.first)
        return ActorMention(
            first=min(mark.first, name.outer_first) if name else mark.first,
            last=max(i, name.outer_last) if name else i,
            kind=Kind.COUNTERPART,
            rule="cues:counterpart",
            name=self._text(name) if name else None,
            name_words=tuple(self.words[name.first : name.last]) if name else (),
            ids=name.ids if name else (),
            party=party,
            relation=relation,
            parties=(party, *further) if party else (),
        )

    def _known_before(self, at: int) -> Name | None:
        """«آنتونی بلینکن | همتای آمریکایی»: a known name right before, though it was read as somebody by itself."""
        name = self.names.before(at, self._bounds(at)[0])
        return name if name is not None and name.ids and name.outer_last == at else None

    def _joined_adjective(self, at: int, end: int) -> tuple[str, int] | None:
        """«همتایان سعودی | و قطری»: a further party joined to the first, and the token behind it."""
        if at + 1 >= end or self.words[at] not in ("و", "،"):
            return None
        row = mark.party if (mark := self.marks[at + 1]) else None
        return (row.party, mark.last) if mark and row and row.use in ("adjective", "demonym") else None

    def _apposed_before(self, at: int, start: int) -> Name | None:
        """«ظریف همتای ایرانی خود», «حسین دهقان، همتای ایرانی‌اش»."""
        if at > start and self.words[at - 1] == "،":
            name = self.names.before(at - 1, start)
            return name if name and (name.ids or name.last - name.first > 1) else None
        return self.names.before(at, start)

    def _listed(self, phrase: OfficePhrase, start: int) -> list[ActorMention]:
        """The named holders of a plural office."""
        names = names_before(self.names, phrase.first, start, parties=phrase.parties)
        out = []
        for k, (name, party) in enumerate(zip(names, parties_of(names, phrase.parties, pack=self.pack), strict=True) if names else ()):
            mention = self._of(replace(phrase, party=party, parties=(party,)), name, Kind.PERSON)
            last = phrase.last if k == len(names) - 1 else name.outer_last
            out.append(replace(mention, first=name.outer_first, last=last))
        return out
