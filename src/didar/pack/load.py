"""Files of a pack to a compiled `Pack`. The default pack is loaded once, at the first call."""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from didar.errors import PackError
from didar.letters import fold_form, fold_word
from didar.pack.contact_cues import ContactCues, load_contact_cues
from didar.pack.frames import FrameSet, load_frames
from didar.pack.instruments import CountLexicon, load_counts
from didar.pack.morphology import also_nouns, noun_forms, verb_table
from didar.pack.rows import UNLESS, OfficeRow, OutletRow, PartyRow, Person, PersonRow, PlaceRow, ProcessRow, Row, TermRow, VerbForm, WordRow
from didar.pack.speech import SpeechLexicon, load_speech
from didar.pack.tables import read_table
from didar.pack.times import TimeLexicon, load_times
from didar.terms import Office

DEFAULT = Path(__file__).parent.parent / "packs" / "fa"


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The compiled language pack; immutable.

    forms: folded form without blanks → the rows it may be. prefixes: every beginning of a form.
    governments: movement → the day from which it governs, and the state.
    verbs: folded word → what it says as a verb. common: folded words of the general dictionary → tags.
    """

    id: str
    version: str
    folder: Path
    forms: dict[str, tuple[Row, ...]]
    prefixes: frozenset[str]
    verbs: dict[str, VerbForm]
    common: dict[str, str]
    given: frozenset[str]
    eastern: frozenset[str]
    persons: dict[str, Person]
    forenames: frozenset[str]
    first_names: dict[str, frozenset[str]]
    parties: dict[str, str]
    states: frozenset[str]
    capitals: dict[str, str]
    outlets: dict[str, OutletRow]
    frames: FrameSet
    times: TimeLexicon
    confidence: dict[str, dict[str, float]]
    speech: SpeechLexicon
    counts: CountLexicon
    contact_cues: ContactCues
    governments: dict[str, tuple[date, str]]


def load_pack(folder: Path | None = None, *, without_people: bool = False) -> Pack:
    """The pack in `folder` (default: the shipped one). Raises PackError with every fault.

    without_people: leave the list of persons empty, to measure what the text's own words carry.
    """
    return _load(folder or DEFAULT, without_people)


@cache
def _load(folder: Path, without_people: bool) -> Pack:
    meta = _meta(folder)
    forms: dict[str, list[Row]] = defaultdict(list)
    digits = _digits(folder)
    faults: list[str] = []
    persons: dict[str, Person] = {}
    parties: dict[str, str] = {}
    outlets: dict[str, OutletRow] = {}
    capitals: dict[str, str] = {}
    for reader in (_offices, _countries, _organisations, _places, _outlets, _words, _processes):
        try:
            for row in reader(folder):
                _put(forms, row)
                if (spelt := " ".join(digits.get(w, w) for w in row.form.split())) != row.form:
                    _put(forms, row, spelt)  # «۲ کشور»
                if isinstance(row, PartyRow):
                    parties.setdefault(row.party, row.form)
                elif isinstance(row, OutletRow):
                    outlets.setdefault(fold_form(row.form), row)
                elif isinstance(row, PlaceRow) and row.kind == "capital" and row.country:
                    capitals.setdefault(row.country, row.form)
        except PackError as error:
            faults += error.faults
    if not without_people:
        for person_row in _persons(folder):
            _put(forms, person_row)
        persons = _people(folder)
    frames = load_frames(folder / "frames")
    for word in frames.words():
        _put(forms, word)
    times = load_times(folder)
    if faults:
        raise PackError(faults)
    common = {fold_word(form): tags for form, tags, _ in read_table(folder / "lexicon/words.tsv", columns=("form", "tags", "source"))}
    return Pack(
        id=meta["id"],
        version=meta["version"],
        folder=folder,
        forms={form: tuple(rows) for form, rows in forms.items()},
        prefixes=frozenset(form[:n] for form in forms for n in range(1, len(form) + 1)),
        verbs=also_nouns(verb_table(_verbs(folder)), common),
        common=common,
        given=frozenset(fold_word(form) for form, _ in read_table(folder / "lexicon/given_names.tsv", columns=("form", "source"))),
        eastern=frozenset(fold_word(form) for form, _ in read_table(folder / "lexicon/eastern_surnames.tsv", columns=("form", "source"))),
        persons=persons,
        first_names=(first := _first_names(forms)),
        forenames=frozenset().union(*first.values()),
        parties=parties,
        states=_states(forms),
        capitals=capitals,
        outlets=outlets,
        frames=frames,
        times=times,
        confidence=_confidence(folder),
        speech=load_speech(folder),
        contact_cues=load_contact_cues(folder),
        governments=_governments(folder),
        counts=load_counts(folder),
    )


def _states(forms: dict[str, list[Row]]) -> frozenset[str]:
    """Codes of states; one that a body has too (NAM, Namibia and the Non-Aligned Movement) is the body's."""
    rows = [row for several in forms.values() for row in several if isinstance(row, PartyRow)]
    bodies = {row.party for row in rows if row.kind == "body"}
    return frozenset(row.party for row in rows if row.kind == "state") - bodies


def _first_names(forms: dict[str, list[Row]]) -> dict[str, frozenset[str]]:
    """Of every known person the folded first words of the full forms."""
    out: dict[str, set[str]] = defaultdict(set)
    for rows in forms.values():
        for row in rows:
            if isinstance(row, PersonRow) and row.use == "full":
                out[row.person].add(fold_word(row.form.split()[0]))
    return {person: frozenset(words) for person, words in out.items()}


def _digits(folder: Path) -> dict[str, str]:
    """Small numbers in words → in digits, as some outlets write them."""
    rows = read_table(folder / "lexicon/number_words.tsv", columns=("form", "value", "sort", "source"))
    return {form: value for form, value, sort, _ in rows if sort == "cardinal" and len(value) == 1 and value not in "01"}


def _put(forms: dict[str, list[Row]], row: Row, spelling: str | None = None) -> None:
    key = fold_form(spelling or row.form)
    if row not in forms[key]:
        forms[key].append(row)


def _meta(folder: Path) -> dict[str, Any]:
    try:
        meta = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError([f"pack.toml:1: {error}, expected a TOML file with id and version"]) from error
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".tsv", ".toml") and not path.name.startswith("feeds"):  # where news comes from alters no reading
            digest.update(path.read_bytes())
    return {"id": meta.get("id", folder.name), "version": f"{meta.get('version', '0')}+{digest.hexdigest()[:8]}"}


def _none(cell: str) -> str | None:
    return cell or None


def _cast(path: Path, number: int, word: str) -> Office:
    try:
        return Office(word)
    except ValueError as error:
        raise PackError([f"{path.name}:{number}: {error}"]) from error


def _offices(folder: Path) -> Iterator[Row]:
    path = folder / "lexicon/offices.tsv"
    columns = ("form", "office", "portfolio", "number", "party", "needs", "source")
    for n, (form, office, portfolio, number, party, needs, _) in enumerate(read_table(path, columns=columns), start=2):
        kind = _cast(path, n, office)
        said, unless = (None, party[1:]) if party.startswith(UNLESS) else (_none(party), None)
        yield OfficeRow(form, kind, _none(portfolio), number, said, _none(needs), f"offices:{office}:{form}", unless)


def _countries(folder: Path) -> Iterator[Row]:
    for form, party, use, _, _ in read_table(folder / "gazetteer/countries.tsv", columns=("form", "party", "use", "english", "source")):
        yield PartyRow(form, party, use, "state", (), f"countries:{party}:{form}")
        if form.endswith("ا") and use == "name":  # «بین ایران و آمریکاست»
            yield PartyRow(form + "ست", party, use, "state", (), f"countries:{party}:{form}")


def _organisations(folder: Path) -> Iterator[Row]:
    columns = ("form", "party", "use", "kind", "members", "english", "source")
    for form, party, use, kind, members, _, _ in read_table(folder / "gazetteer/organisations.tsv", columns=columns):
        yield PartyRow(form, party, use, kind, tuple(members.split()), f"organisations:{party}:{form}")


def _governments(folder: Path) -> dict[str, tuple[date, str]]:
    path = folder / "gazetteer/governments.tsv"
    rows = read_table(path, columns=("party", "state", "start", "source")) if path.exists() else ()
    try:
        return {party: (date.fromisoformat(start), state) for party, state, start, _ in rows}
    except ValueError as fault:
        raise PackError([f"{path.name}: {fault}"]) from fault


def _places(folder: Path) -> Iterator[Row]:
    columns = ("form", "place", "kind", "country", "english", "source")
    for form, place, kind, country, _, _ in read_table(folder / "gazetteer/places.tsv", columns=columns):
        yield PlaceRow(form, place, kind, _none(country), f"places:{place}:{form}")


def _outlets(folder: Path) -> Iterator[Row]:
    columns = ("form", "outlet", "use", "kind", "country", "timezone", "domain", "channel", "english", "source")
    for form, outlet, _, kind, country, timezone, _, _, _, _ in read_table(folder / "gazetteer/outlets.tsv", columns=columns):
        yield OutletRow(form, outlet, kind, _none(country), _none(timezone), f"outlets:{outlet}:{form}")


def _words(folder: Path) -> Iterator[Row]:
    """The small classes of words: titles, portfolios, modifiers and every table of `lexicon/cues/`."""
    for form, _ in read_table(folder / "lexicon/titles.tsv", columns=("form", "source")):
        yield WordRow(form, "title", "", f"titles:{form}")
    for form, portfolio, _ in read_table(folder / "lexicon/portfolios.tsv", columns=("form", "portfolio", "source")):
        yield WordRow(form, "portfolio", portfolio, f"portfolios:{form}")
    for form, effect, _ in read_table(folder / "lexicon/office_modifiers.tsv", columns=("form", "effect", "source")):
        yield WordRow(form, "modifier", effect, f"office_modifiers:{form}")
    for form, kind, value, _ in read_table(folder / "lexicon/cues.tsv", columns=("form", "kind", "value", "source")):
        yield WordRow(form, kind, value, f"cues:{kind}:{form}")


def _confidence(folder: Path) -> dict[str, dict[str, float]]:
    """Fact → feature → weight, as learned by bench/calibrate.py."""
    out: dict[str, dict[str, float]] = defaultdict(dict)
    for fact, feature, weight, _ in read_table(folder / "lexicon/confidence.tsv", columns=("fact", "feature", "weight", "source")):
        out[fact][feature] = float(weight)
    return dict(out)


def _processes(folder: Path) -> Iterator[Row]:
    columns = ("form", "parties", "place", "country", "source")
    for form, parties, place, country, _ in read_table(folder / "lexicon/processes.tsv", columns=columns):
        yield ProcessRow(form, tuple(parties.split()), _none(place), _none(country), f"processes:{form}")


def _persons(folder: Path) -> Iterator[PersonRow]:
    for form, person, use, _, _ in read_table(folder / "gazetteer/persons.tsv", columns=("form", "person", "use", "english", "source")):
        yield PersonRow(form, person, use, f"persons:{person}:{form}")


def _people(folder: Path) -> dict[str, Person]:
    terms: dict[str, list[TermRow]] = defaultdict(list)
    path = folder / "gazetteer/terms.tsv"
    columns = ("person", "office", "portfolio", "party", "accredited_to", "start", "end", "source")
    for n, (person, office, portfolio, party, to, start, end, _) in enumerate(read_table(path, columns=columns), start=2):
        kind = _cast(path, n, office)
        terms[person].append(TermRow(person, kind, _none(portfolio), _none(party), _none(to), _none(start), _none(end)))
    people: dict[str, Person] = {}
    for form, person, use, english, _ in read_table(
        folder / "gazetteer/persons.tsv", columns=("form", "person", "use", "english", "source")
    ):
        if use == "full" and person not in people:
            people[person] = Person(person, form, english, tuple(terms.get(person, ())))
    return people


def _verbs(folder: Path) -> Iterator[tuple[str, str, str]]:
    for past, present, also, _ in read_table(folder / "lexicon/verbs.tsv", columns=("past", "present", "also", "source")):
        yield fold_form(past), fold_form(present), also


__all__ = ["DEFAULT", "Pack", "load_pack", "noun_forms"]
