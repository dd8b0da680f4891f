"""Questions to a record: audit, dossier, search, who, agreement, silence, history."""

from pathlib import Path

import click

from didar.cli.asked import AS_JSON, JALALI, RECORD, Days, party_code, print_found, today
from didar.pack import load_pack
from didar.store import open_record
from didar.views import pages
from didar.views.audit import audit as read_audit
from didar.views.audit import last_published
from didar.views.dossier import read_agreements, read_dossier
from didar.views.questions import history as read_history
from didar.views.questions import search as find_words
from didar.views.questions import silence as read_silence
from didar.views.questions import who as find_people

TODAY = click.option("--today", "on", type=Days(), help="As of this day. [default: the last day that an article was published]")


@click.command()
@RECORD
@TODAY
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Lines of each section.")
@AS_JSON
def audit(record: Path, on: int | None, limit: int, as_json: bool) -> None:
    """Check the record against itself: claims, contradictions, offices, plans never reported, what was not resolved.

    “Seen” is not “was”: the record holds what its outlets told.

    \b
    Example: didar audit record.db
    """
    terms = [
        (person.name, term.office, term.party, term.start, term.end)
        for person in load_pack().persons.values()
        for term in getattr(person, "terms", ())
    ]
    with open_record(record) as store:
        found = read_audit(store, today=today(on) if on else None, terms=terms)
    print_found(found, pages.audit_text(found, limit=limit), as_json=as_json)


@click.command()
@RECORD
@click.argument("one", metavar="PARTY")
@click.argument("other", metavar="PARTY")
@TODAY
@JALALI
@AS_JSON
def dossier(record: Path, one: str, other: str, on: int | None, jalali: bool, as_json: bool) -> None:
    """What to know before two parties meet: last and next contacts, cadence, office holders, words, agreements, claims.

    \b
    Example: didar dossier record.db IRN روسیه
    """
    pack = load_pack()
    pair = party_code(one, pack=pack), party_code(other, pack=pack)
    with open_record(record) as store:
        day = today(on) if on else last_published(store) or today(None)
        found = read_dossier(store, *pair, today=day)
    print_found(found, pages.dossier_text(found, jalali=jalali), as_json=as_json)


@click.command()
@RECORD
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many articles.")
@AS_JSON
def search(record: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find articles by their words; forms with and without ZWNJ find each other, «…» is a phrase.

    \b
    Example: didar search record.db گفت‌وگوی غیرمستقیم
    """
    with open_record(record) as store:
        found = find_words(store, " ".join(words), limit=limit)
    print_found(found, pages.search_text(found), as_json=as_json)


@click.command()
@RECORD
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many contacts, the newest.")
@JALALI
@AS_JSON
def who(record: Path, name: tuple[str, ...], limit: int, jalali: bool, as_json: bool) -> None:
    """Show a person: forms of the name, offices as told over time, contacts.

    \b
    Example: didar who record.db عراقچی
    """
    with open_record(record) as store:
        found = find_people(store, " ".join(name), limit=limit)
    print_found(found, pages.who_text(found, jalali=jalali), as_json=as_json)


@click.command()
@RECORD
@click.argument("words", nargs=-1, metavar="[WORDS…]")
@click.option("--party", "parties", multiple=True, help="A party by code or name; all of them and no others.")
@JALALI
@AS_JSON
def agreement(record: Path, words: tuple[str, ...], parties: tuple[str, ...], jalali: bool, as_json: bool) -> None:
    """Show agreements with their stages, by words of the name or by parties.

    \b
    Example: didar agreement record.db معاهده راهبردی
    """
    pack = load_pack()
    codes = tuple(party_code(p, pack=pack) for p in parties)
    with open_record(record) as store:
        found = read_agreements(store, parties=codes, name=" ".join(words) or None)
    print_found(found, pages.agreements_text(found, jalali=jalali), as_json=as_json)


@click.command()
@RECORD
@click.option("--days", type=click.IntRange(1), default=180, show_default=True, help="Silent for so long.")
@click.option("--party", help="Only pairs with this party.")
@TODAY
@AS_JSON
def silence(record: Path, days: int, party: str | None, on: int | None, as_json: bool) -> None:
    """Show pairs without a contact for long, first contacts, and the highest level since when.

    \b
    Example: didar silence record.db --party IRN --days 365
    """
    code = party_code(party, pack=load_pack()) if party else None
    with open_record(record) as store:
        day = today(on) if on else last_published(store) or today(None)
        found = read_silence(store, days=days, today=day, party=code)
    print_found(found, pages.silence_text(found), as_json=as_json)


@click.command()
@RECORD
@click.argument("entry", required=False)
@AS_JSON
def history(record: Path, entry: str | None, as_json: bool) -> None:
    """List what people changed, each with its number, author and reason.

    \b
    Example: didar history record.db
    """
    with open_record(record) as store:
        found = read_history(store, entry)
    print_found(found, pages.history_text(found), as_json=as_json)


QUESTIONS: list[click.Command] = [audit, dossier, search, who, agreement, silence, history]
