"""Office phrases: an office with what modifies it, whom it serves and where it is accredited."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from didar.mention.office_pairs import may_be_one
from didar.mention.office_phrase import OfficePhrase, modified
from didar.pack import Pack
from didar.pack.rows import Mark
from didar.terms import Office
from didar.who import Relation

_LONG_TITLES = frozenset(
    (
        Office.OTHER,
        Office.DEPUTY_FOREIGN_MINISTER,
        Office.DEPUTY_MINISTER,
        Office.DIRECTOR_GENERAL,
        Office.ADVISER,
        Office.SPOKESPERSON,
        Office.SPECIAL_ENVOY,
        Office.MILITARY_COMMANDER,
        Office.PARTY_LEADER,
        Office.NEGOTIATOR,
        Office.MEMBER_OF_PARLIAMENT,
        Office.DELEGATION,
        Office.SPEAKER_OF_PARLIAMENT,
        Office.SECRETARY_GENERAL,
        Office.VICE_PRESIDENT,
    )
)
_OF_SEATS = frozenset((Office.AMBASSADOR, Office.SPOKESPERSON, Office.OTHER, Office.ADVISER, Office.SPECIAL_ENVOY, Office.NEGOTIATOR))
_OF_PLACES = frozenset((Office.MAYOR, Office.GOVERNOR))
_ACCREDITED = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES, Office.PERMANENT_REPRESENTATIVE))
_GOVERNS = {
    Office.FOREIGN_MINISTER: Office.DEPUTY_FOREIGN_MINISTER,
    Office.MINISTER: Office.DEPUTY_MINISTER,
    Office.PRESIDENT: Office.VICE_PRESIDENT,
    Office.MILITARY_COMMANDER: Office.MILITARY_COMMANDER,
}
_RELATIONS = {"own": Relation.OWN, "this": Relation.THIS, "self": Relation.SELF, "two": Relation.TWO}
_PARLIAMENTS = frozenset(("مجلس", "پارلمان", "کنگره"))
_COMMITTEES = frozenset(("کمیسیون", "کمیته", "فراکسیون"))
_REACH = 7
_PLURAL = ("های", "ها", "هایی")
_WHOLE = frozenset((Office.PRESIDENT, Office.PRIME_MINISTER, Office.MINISTER, Office.FOREIGN_MINISTER, Office.HEAD_OF_STATE))
_OPEN = frozenset(("نهاد", "وزارت", "دفتر نمایندگی", "نمایندگی", "نمایندگی دائم", "ستاد فرماندهی مرکزی", "سازمان انرژی اتمی", "ارتش"))
_JOINS = frozenset(("و", "در", "آزاد", "ملی", "«", '"'))
_ADVERBS = frozenset(
    ("همچنین", "نیز", "هم", "امروز", "دیروز", "فردا", "امشب", "سپس", "اخیرا", "همزمان", "پیشتر", "بارها", "هنوز", "صراحتا", "رسما")
)


class OfficeParser:
    """Reads office phrases off the marks of one text."""

    def __init__(self, words: Sequence[str], marks: Sequence[Mark | None], unknown: Callable[[int], bool], *, pack: Pack) -> None:
        self.words = words
        self.marks = marks
        self.unknown = unknown
        self.verbs, self.cues = pack.verbs, pack.contact_cues

    def parse(self, first: int, end: int, *, depth: int = 0) -> OfficePhrase | None:
        """The office phrase that begins at token `first`, within the sentence that ends at `end`."""
        mark = self.marks[first] if first < end else None
        row = mark.office if mark else None
        if mark is None or row is None:
            return None
        if row.needs == "epithet" and self.words[first - 1 : first] == ["یک"]:  # «یک دیپلمات ارشد»: nobody in particular
            row = replace(row, office=Office.OTHER, needs="indefinite")
        phrase = OfficePhrase(first=first, last=mark.last, office=row.office, row=row, portfolio=row.portfolio, party=row.party)
        if row.needs == "institution" and row.form not in _OPEN:
            phrase = replace(phrase, closed=True)
        for inner in self.marks[first + 1 : mark.last]:
            if inner and (word := inner.word("modifier")):
                phrase = modified(phrase, word.value)
        i = mark.last
        while i < end:
            step = self._step(phrase, i, end, depth)
            if step is None:
                break
            phrase, i = step
            phrase = replace(phrase, last=i)
        if row.needs == "portfolio" and phrase.portfolio is None and phrase.party is None and phrase.relation is None:
            return None
        if row.needs == "head" and phrase.last == mark.last:
            return None
        if row.form == "وزارت" and phrase.last == mark.last:
            return None
        if row.needs == "accreditation" and (phrase.party is None and phrase.relation is None):
            return None
        if row.needs == "accreditation" and not (phrase.accredited_to or phrase.accredited_relation or i > mark.last + 2):
            phrase = replace(phrase, office=Office.OTHER)
        if row.unless and phrase.party is None and phrase.relation is None and not depth:
            return replace(phrase, party=row.unless, parties=(row.unless,))
        return phrase

    def _is_verb(self, i: int) -> bool:
        """«یک منبع آگاه گفت | وزیر خارجه …»: no title goes on beyond a verb."""
        verb, mark = self.verbs.get(self.words[i]), self.marks[i]
        return verb is not None and not verb.also and not (mark is not None and mark.word("prep"))  # «نزد» is one of both

    def _closes_with_party(self, at: int, end: int) -> bool:
        """Whether a party, or a further adjective before one, stands at a token."""
        mark = self.marks[at] if at < end else None
        return mark is not None and bool(mark.party or mark.word("this") or mark.word("own") or mark.word("modifier"))

    def _step(self, phrase: OfficePhrase, i: int, end: int, depth: int) -> tuple[OfficePhrase, int] | None:
        """One more piece of the phrase at token i: the phrase with it, and the token after it."""
        if self._is_verb(i):
            return None
        mark = self.marks[i]
        if mark is None:
            return self._unmarked(phrase, i, end, depth)
        ministry = phrase.row.form == "وزارت" and phrase.portfolio is None
        if (word := mark.word("portfolio")) and (phrase.office in (Office.MINISTER, Office.DEPUTY_MINISTER) or ministry):
            return self._portfolios(phrase, mark, word.value, end)
        if (word := mark.word("modifier")) and not (mark.office and phrase.portfolio is None and phrase.row.needs):
            return modified(phrase, word.value), mark.last
        beyond = self.marks[mark.last] if mark.last < end else None
        if (
            self.words[i] == "و"
            and phrase.row.number == "pl"
            and beyond
            and beyond.word("modifier")
            and self._closes_with_party(beyond.last, end)
        ):
            return phrase, beyond.last  # «مقامات سیاسی و امنیتی روسیه»
        if mark.party and phrase.office == Office.DIRECTOR_GENERAL and beyond and beyond.office and beyond.office.needs == "institution":
            return phrase, mark.last
        if mark.party and phrase.party is None and phrase.relation is None and (mark.party.use != "demonym" or self.words[i][-1:] != "ا"):
            return self._party(phrase, mark, end)
        for kind, relation in _RELATIONS.items():
            if mark.word(kind):
                if phrase.party is None and phrase.relation is None:
                    return replace(phrase, relation=relation), mark.last
                return None
        if phrase.party is None and phrase.office in _OF_PLACES and mark.place and mark.place.country:
            return replace(phrase, party=mark.place.country), mark.last
        if phrase.party is None and (place := mark.place) and place.country and place.kind in ("seat", "capital"):
            return (replace(phrase, party=place.country), mark.last) if phrase.office in _OF_SEATS else None
        if mark.word("of") and phrase.party is None and i + 1 < end:
            after = self.marks[mark.last] if mark.last < end else None
            if after and (after.party or after.word("this") or after.word("own") or after.persons or after.word("modifier")):
                return phrase, mark.last
        if (
            (prep := mark.word("prep"))
            and prep.value == "from"
            and phrase.office == Office.DELEGATION
            and phrase.party is None
            and mark.last < end
        ):
            sender = self.marks[mark.last]
            if sender and sender.office and not sender.party:
                return self._nested(phrase, mark.last, end)  # «هیئتی از کنگره آمریکا»
            return self._party(phrase, sender, end) if sender and sender.party else None
        if mark.word("prep"):
            return self._accreditation(phrase, mark, end)
        if mark.office and depth == 0 and phrase.party is None and phrase.row.number == "sg":
            if phrase.office in _LONG_TITLES or (mark.office.needs == "institution" and phrase.relation is None):
                return self._nested(phrase, i, end)
            return None
        return self._long_title(phrase, i, end, depth)

    def _unmarked(self, phrase: OfficePhrase, i: int, end: int, depth: int) -> tuple[OfficePhrase, int] | None:
        """A piece that the pack does not know: a party in quotation marks, a word before the party, words of a long title."""
        if (
            self.words[i] in ("«", '"')
            and i + 2 < end
            and (inner := self.marks[i + 1])
            and inner.party
            and self.words[inner.last] in ("»", '"')
        ):
            return self._with_party(phrase, inner), inner.last + 1
        if phrase.party is None and i == phrase.last and i + 1 < end and self.words[i].isalpha() and len(self.words[i]) > 3:
            known = self.marks[i + 1]
            if known and known.party and known.party.use == "name" and self.unknown(i) and not self._is_object(i):
                return self._party(phrase, known, end)
        return self._long_title(phrase, i, end, depth)

    def _is_object(self, i: int) -> bool:
        """«وزارت خارجه تهدیدهای آمریکا را محکوم کرد»."""
        return self.words[i].endswith(_PLURAL) or self._is_deed(i)

    def _is_deed(self, i: int) -> bool:
        """Whether a word tells what somebody does, so that it is no part of a title."""
        word = self.words[i]
        return any(self.cues.at([word.removesuffix(end)], 0, "deed") is not None for end in ("", *_PLURAL))

    def _portfolios(self, phrase: OfficePhrase, mark: Mark, portfolio: str, end: int) -> tuple[OfficePhrase, int]:
        """A portfolio and those joined to it («حمل و نقل و ارتباطات»); the first one counts."""
        if portfolio == "foreign" and phrase.row.needs == "institution":
            return phrase, mark.last
        if portfolio == "foreign":
            office = Office.FOREIGN_MINISTER if phrase.office == Office.MINISTER else Office.DEPUTY_FOREIGN_MINISTER
            return replace(phrase, office=office, portfolio=None, row=replace(phrase.row, needs=None)), mark.last
        last = mark.last
        while (
            last + 1 < end
            and self.words[last] in ("و", "،")
            and (more := self.marks[last + 1])
            and more.word("portfolio")
            and not more.party
        ):
            last = more.last
        if last + 1 < end and self.words[last] == "و" and (ahead := self._soon(last + 1, end)):
            last = ahead
        return replace(phrase, portfolio=phrase.portfolio or portfolio), last

    def _soon(self, i: int, end: int) -> int | None:
        """Where the party begins, if only plain words stand before it: «و تحول دیجیتال ارمنستان»."""
        for k in range(i, min(end, i + 4)):
            mark = self.marks[k]
            if mark and (mark.party or any(mark.word(kind) for kind in _RELATIONS)):
                return k if k > i else None
            if not self.words[k][0].isalpha() or (mark and (mark.office or mark.persons or mark.word("prep") or mark.word("trigger"))):
                return None
        return None

    def _with_party(self, phrase: OfficePhrase, mark: Mark) -> OfficePhrase:
        row = mark.party
        assert row is not None
        wording = row.form if row.use in ("hostile", "courtly") else None
        return replace(phrase, party=row.party, parties=(row.party,), adjective=row.use in ("adjective", "demonym"), wording=wording)

    def _party(self, phrase: OfficePhrase, mark: Mark, end: int) -> tuple[OfficePhrase, int]:
        """The party served; of a plural office all that are listed («وزرای خارجه ایران، روسیه و ترکیه»)."""
        phrase = self._with_party(phrase, mark)
        last = mark.last
        if phrase.row.number == "pl":
            parties = list(phrase.parties)
            while last + 1 < end:
                joined = self.words[last] in ("و", "،", "-", "–")
                more = self.marks[last + 1] if joined else self.marks[last]  # «وزرای خارجه عربستان اندونزی قطر»
                if more is None or more.party is None or (not joined and more.party.use != "name"):
                    break
                parties.append(more.party.party)
                last = more.last
            phrase = replace(phrase, parties=tuple(dict.fromkeys(parties)))
        return phrase, last

    def _accreditation(self, phrase: OfficePhrase, mark: Mark, end: int) -> tuple[OfficePhrase, int] | None:
        """«در مسکو», «نزد سازمان ملل», «در این کشور», «در امور ایران»."""
        word = mark.word("prep")
        envoy = phrase.office in _ACCREDITED
        if (
            phrase.row.form == "نمایندگان"
            and mark.last < end
            and (body := self.marks[mark.last])
            and body.party
            and body.party.kind != "state"
        ):
            return replace(phrase, office=Office.PERMANENT_REPRESENTATIVE, accredited_to=body.party.party), body.last
        if (
            phrase.row.form.startswith("نماینده")
            and word
            and word.value == "in"
            and mark.last < end
            and self.words[mark.last].startswith("سازمانهای")
        ):
            return replace(phrase, office=Office.PERMANENT_REPRESENTATIVE), self._seat(mark.last, end)
        if word is None or mark.last >= end or word.value not in ("in", "at", "for") or phrase.accredited_to or phrase.accredited_relation:
            return None
        after = self.marks[mark.last]
        if word.value == "at" and phrase.office == Office.PERMANENT_REPRESENTATIVE and not (after and (after.party or after.place)):
            return phrase, self._seat(mark.last, end)
        if (
            word.value == "in"
            and self.words[mark.last] == "امور"
            and (phrase.office == Office.SPECIAL_ENVOY or phrase.row.form == "نماینده")
        ):
            return self._affairs(replace(phrase, office=Office.SPECIAL_ENVOY), mark.last + 1, end)  # «نماینده ایران در امور افغانستان»
        if after is None or not envoy or word.value == "for":
            return None
        if (
            after.place
            and (after.place.country or phrase.office == Office.PERMANENT_REPRESENTATIVE)
            and not (after.party and after.party.use == "name")
        ):
            if phrase.office == Office.PERMANENT_REPRESENTATIVE:
                return phrase, after.last
            return replace(phrase, accredited_to=after.place.country), after.last
        if after.party:
            if after.party.kind != "state":
                phrase = replace(phrase, office=Office.PERMANENT_REPRESENTATIVE)
            last = after.last
            if last + 1 < end and self.words[last] == "در" and (city := self.marks[last + 1]) and city.place:
                last = city.last
            return replace(phrase, accredited_to=after.party.party), last
        if after.word("this"):
            return replace(phrase, accredited_relation=Relation.THIS), after.last
        if after.word("own"):
            return replace(phrase, accredited_relation=Relation.OWN), after.last
        if phrase.office == Office.PERMANENT_REPRESENTATIVE and after.word("prep") is None:
            return None
        return None

    def _seat(self, i: int, end: int) -> int:
        """«نزد سازمان‌های بین‌المللی در وین»: to the city, or two words."""
        for k in range(i, min(end - 1, i + 5)):
            if self.words[k] == "در" and (city := self.marks[k + 1]) and city.place:
                return city.last
            if not self.words[k][0].isalpha():
                break
        return min(end, i + 1)

    def _affairs(self, phrase: OfficePhrase, i: int, end: int) -> tuple[OfficePhrase, int] | None:
        """«در امور ایران», «در امور خاورمیانه»: what an envoy deals with."""
        if i >= end:
            return None
        mark = self.marks[i]
        return phrase, mark.last if mark else i + 1

    def _nested(self, phrase: OfficePhrase, i: int, end: int) -> tuple[OfficePhrase, int] | None:
        """An office within an office: «معاون سیاسی وزیر خارجه», «مشاور رئیس‌جمهور روسیه»."""
        inner = self.parse(i, end, depth=1)
        if inner is None:
            mark = self.marks[i]
            return (phrase, mark.last) if mark else None
        office = phrase.office
        if phrase.row.form.startswith(("معاون", "قائم مقام", "معین")) and office in (Office.OTHER, Office.DEPUTY_MINISTER):
            office = _GOVERNS.get(inner.office, Office.OTHER)
            if inner.row.needs == "institution" and inner.row.form.startswith(("وزارت امور خارجه", "وزارت خارجه")):
                office = Office.DEPUTY_FOREIGN_MINISTER
        if inner.row.form in _PARLIAMENTS and any(w in _COMMITTEES for w in self.words[phrase.first : i]):
            office = Office.MEMBER_OF_PARLIAMENT
        acting = phrase.acting
        if phrase.row.needs == "head":
            acting = True
            foreign = inner.row.form.startswith(("وزارت امور خارجه", "وزارت خارجه"))
            office = Office.FOREIGN_MINISTER if foreign else Office.MINISTER if inner.row.form == "وزارت" else office
            presides = inner.row.form == "ریاست جمهوری"
            office = Office.PRESIDENT if presides else office if inner.row.needs == "institution" else inner.office
        return (
            replace(
                phrase,
                acting=acting,
                office=office,
                portfolio=inner.portfolio if office in (Office.MINISTER, Office.DEPUTY_MINISTER) else phrase.portfolio,
                party=inner.party,
                parties=inner.parties,
                relation=inner.relation,
                wording=inner.wording,
                adjective=inner.adjective,
                closed=inner.closed or inner.office in _WHOLE,
            ),
            inner.last,
        )

    def _free_portfolio(self, phrase: OfficePhrase, i: int, end: int) -> tuple[OfficePhrase, int] | None:
        """«وزیر حفاظت از شهروندان یونان»: plain words up to the party."""
        for k in range(i, min(end, i + _REACH)):
            mark = self.marks[k]
            if k > i and mark and mark.party and mark.party.kind == "state":
                return self._party(phrase, mark, end)
            plain = mark is None or not (mark.office or mark.persons or mark.place or mark.word("trigger") or mark.word("function"))
            joins = self.words[k] in ("و", "از", "،")
            if not (joins or (plain and self.words[k][0].isalpha() and not (mark and (mark.word("prep") or mark.word("conj"))))):
                return None
        return None

    def _long_title(self, phrase: OfficePhrase, i: int, end: int, depth: int) -> tuple[OfficePhrase, int] | None:
        """Words of a long title, if an office, an institution or a party follows soon: «رئیس اداره سوم غرب اروپا»."""
        if phrase.row.form == "وزیر" and phrase.portfolio is None and phrase.party is None and not depth:
            return self._free_portfolio(phrase, i, end)
        if phrase.closed and self.words[i] not in _JOINS:
            return None
        if depth or phrase.office not in _LONG_TITLES or phrase.party or phrase.relation or phrase.row.number == "pl":
            return None
        for k in range(i, min(end, i + _REACH)):
            mark = self.marks[k]
            word = self.words[k]
            if k > i and mark is not None:
                if mark.office and mark.office.needs != "institution" and self.words[k - 1] == "و":
                    # «رئیس مجلس و وزیر خارجه»: somebody else; «عضو کمیته مرکزی حزب و وزیر خارجه»: one person
                    return (phrase, k - 1) if k - 1 > i and may_be_one(phrase.office, mark.office.office) else None
                if mark.office and (mark.office.needs == "institution" or mark.office.office in _GOVERNS):
                    return self._nested(phrase, k, end)
                if mark.party and mark.party.use not in ("adjective", "demonym"):
                    return self._party(phrase, mark, end)
                if any(mark.word(kind) for kind in _RELATIONS):
                    return phrase, k
            if word == "،" and k + 2 < end and self.words[k + 2] == "و" and mark is None:
                continue  # «معاون امور حقوقی، بین‌الملل و مجلس»
            if (
                word in _ADVERBS
                or (k == i and self._is_deed(i))
                or not word[0].isalpha()
                or (mark and (mark.persons or mark.office or mark.word("title") or mark.word("trigger")))
            ):
                return None
            if self._is_verb(k):
                return None
            if mark and (mark.word("prep") or mark.word("conj")) and word != "و":
                return None
        return None
