"""Whether a known person may hold the office that stands beside the name."""

from didar.mention.names import Name
from didar.mention.office_phrase import OfficePhrase
from didar.pack import Pack
from didar.terms import Office


def served(name: Name, phrase: OfficePhrase, pack: Pack) -> bool:
    """Whether a known person may hold the office of a state told with it: some term of his is of that state."""
    people = [p for i in name.ids if (p := pack.persons.get(i))]
    parties = {t.party for p in people for t in p.terms}
    return phrase.party is None or not parties or phrase.party in parties or None in parties


def fits(name: Name, phrase: OfficePhrase, pack: Pack) -> bool:
    """A known person is not put into an office that his known terms rule out: another state's."""
    if len(name.ids) != 1 or phrase.party is None:
        return True
    person = pack.persons.get(name.ids[0])
    parties = {t.party for t in person.terms} if person else set()
    return (
        not parties
        or phrase.party in parties
        or None in parties
        or phrase.office in (Office.AMBASSADOR, Office.OTHER, Office.SPECIAL_ENVOY)
    )


def speaks_for_a_body(name: Name, phrase: OfficePhrase) -> bool:
    """«سخنگوی سنتکام»: a word that nobody knows, right behind the bare office, is whom he speaks for."""
    bare = phrase.party is None and phrase.relation is None and phrase.last == phrase.first + 1
    return (
        phrase.office == Office.SPOKESPERSON and bare and not name.ids and name.last - name.first == 1 and name.outer_first == phrase.last
    )
