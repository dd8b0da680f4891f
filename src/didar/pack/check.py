"""The checks of a pack's tables: shape, letters, spelling, sources and references, order. Raises nothing.

A table is judged by the names of its columns (`_CELL_CHECKS`), so that a new table is checked as soon as it is there.
Each fault is a line `file:line: what is, what is expected`, meant for the analyst.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from zoneinfo import available_timezones

from resiliparse.parse.html import HTMLTree

from didar.edtf import edtf_days
from didar.letters import CLEAN_LETTERS, DROPPED, ZWNJ, fold_form
from didar.pack.feeds import NEEDED, feed_faults
from didar.pack.rows import UNLESS
from didar.pack.tables import Row, read_pack_text, scan_table
from didar.terms import Act, Calendar, Office, Stage

_SOURCES = ("id", "title", "licence", "retrieved")
_SORTED_BY = ("person", "party", "place", "outlet")  # the id column of a gazetteer table: the first of these it has
_NOT_MEANING = {"form", "english", "source", "use", "alone", "kind"}  # «آمریکا» may have two uses and is one country
_FOREIGN = frozenset(chr(c) for c, to in CLEAN_LETTERS.items() if to != ZWNJ and not chr(c).isdigit()) - {"ئ"}
_DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩")
_MARKS = frozenset(DROPPED) - {"\u064b", "\u0654"}  # «اخیراً» and «نامهٔ» are standard spelling
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?")


@dataclass(slots=True)
class Table:
    """One table as it stands: its columns, its sound rows with their line numbers."""

    path: Path
    columns: tuple[str, ...]
    rows: list[tuple[int, Row]]

    def cells(self, column: str) -> Iterator[tuple[int, str]]:
        at = self.columns.index(column)
        return ((number, row[at]) for number, row in self.rows)

    def fault(self, number: int, what: str) -> str:
        return f"{self.path.name}:{number}: {what}"


@dataclass(slots=True)
class Known:
    """The ids that other rows may refer to."""

    sources: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)


def check_tables(folder: Path) -> list[str]:
    """Every fault of every table below `folder`, in the order of files and lines."""
    tables: list[Table] = []
    faults: list[str] = []
    for path in sorted(folder.rglob("*.tsv")):
        table, wrong = _scan(path)
        faults += wrong
        if table is not None:
            tables.append(table)
    known = _known(tables)
    for table in tables:
        if "tags" in table.columns:  # a general dictionary taken over whole: its spelling and its tags are its own
            faults += _check_cells(table, known)
            continue
        checks = (_check_letters, _check_rows, _check_spelling, _check_order)
        faults += [fault for check in checks for fault in check(table)]
        faults += _check_cells(table, known)
    return faults


def _scan(path: Path) -> tuple[Table | None, list[str]]:
    """The table with its own header for columns: which columns a table must have is known to its loader."""
    columns: Row = _SOURCES
    if not path.name.startswith("sources"):
        text, faults = read_pack_text(path)
        if faults:
            return None, faults
        columns = tuple(text.split("\n", 1)[0].split("\t"))
    rows, faults = scan_table(path, columns=columns)
    if not path.name.startswith("sources") and "source" not in columns:
        faults.append(f"{path.name}:1: the header is {', '.join(columns)}, expected a column named source")
    return Table(path, columns, rows), faults


def _known(tables: list[Table]) -> Known:
    known = Known()
    for table in tables:
        name = table.path.name
        if name.startswith("sources"):
            known.sources |= {cell for _, cell in table.cells("id")}
        elif name.startswith(("countries", "organisations")) and "party" in table.columns:
            known.parties |= {cell for _, cell in table.cells("party")}
        elif name.startswith("persons") and "person" in table.columns:
            known.persons |= {cell for _, cell in table.cells("person")}
        elif name.startswith("outlets") and "outlet" in table.columns:
            known.outlets |= {cell for _, cell in table.cells("outlet")}
    return known


# -- one table by itself -----------------------------------------------------------------------------------------------


def _check_letters(table: Table) -> Iterator[str]:
    """Persian letters only in forms; no invisible marks and no blanks at the ends anywhere."""
    for column, expected in zip(table.columns, range(len(table.columns)), strict=True):
        for number, cell in table.cells(column):
            if cell != cell.strip() or "  " in cell or cell.strip(ZWNJ) != cell:
                yield table.fault(
                    number, f"{column} is «{cell}» with blanks at an end or doubled, expected «{' '.join(cell.split()).strip(ZWNJ)}»"
                )
            if found := sorted(_MARKS.intersection(cell)):
                yield table.fault(number, f"{column} is «{cell}» with the mark U+{ord(found[0]):04X}, expected letters alone")
            if expected == 0 and column == "form" and (found := sorted((_FOREIGN | _DIGITS).intersection(cell))):
                letter = found[0]
                persian = CLEAN_LETTERS[ord(letter)]
                yield table.fault(number, f"form is «{cell}» with U+{ord(letter):04X} {letter}, expected {persian.strip() or 'a blank'}")


def _check_rows(table: Table) -> Iterator[str]:
    """No row twice, no empty form or id."""
    first: dict[Row, int] = {}
    for number, row in table.rows:
        if not row[0]:
            yield table.fault(number, f"{table.columns[0]} is empty, expected a value")
        if (earlier := first.setdefault(row, number)) != number:
            yield table.fault(number, f"the same row as line {earlier}, expected each row once")


def _check_spelling(table: Table) -> Iterator[str]:
    """Spellings that are compared as one form say the same; one spelling may have two meanings on purpose."""
    if table.columns[0] != "form":
        return
    meaning = [at for at, column in enumerate(table.columns) if column not in _NOT_MEANING]
    groups: dict[str, dict[str, tuple[int, set[Row]]]] = defaultdict(dict)
    for number, row in table.rows:
        spelled = groups[fold_form(row[0])].setdefault(row[0], (number, set()))
        spelled[1].add(tuple(row[at] for at in meaning))
    for spellings in groups.values():
        (form, (line, says)), *others = spellings.items()
        for other, (number, also) in others:
            if also != says:
                shown, first = (" or ".join(sorted("/".join(filter(None, m)) for m in ms)) for ms in (also, says))
                yield table.fault(number, f"«{other}» is {shown}, but «{form}» is {first} ({table.path.name}:{line}), expected one meaning")


def _check_order(table: Table) -> Iterator[str]:
    """Gazetteer rows stand in the order of their id, the large word lists in that of their form."""
    if table.path.parent.name != "gazetteer" or table.path.name.startswith("sources"):
        return
    column = next((c for c in _SORTED_BY if c in table.columns), None)
    if column is None:
        return
    before = ""
    for number, cell in table.cells(column):
        if cell < before:
            yield table.fault(number, f"{column} {cell} stands after {before}, expected rows sorted by {column}")
        before = max(before, cell)


# -- cells and what they refer to --------------------------------------------------------------------------------------

CellCheck = Callable[[str, Known], str | None]


def _one_of(words: type[StrEnum]) -> CellCheck:
    allowed = ", ".join(sorted(words))
    return lambda cell, _: None if cell in set(words) else f"expected one of {allowed}"


def _edtf(cell: str, _: Known) -> str | None:
    return None if edtf_days(cell) and "/" not in cell else "expected YYYY, YYYY-MM or YYYY-MM-DD, a real day"


def _party(cell: str, known: Known) -> str | None:
    return None if cell.removeprefix(UNLESS) in known.parties else "expected a party of countries.tsv or organisations.tsv"


def _members(cell: str, known: Known) -> str | None:
    missing = [code for code in cell.split() if code not in known.parties]
    return f"expected a party of countries.tsv or organisations.tsv instead of {missing[0]}" if missing else None


def _timezone(cell: str, _: Known) -> str | None:
    return None if cell in available_timezones() else "expected a zone of the IANA list, such as Asia/Tehran"


_CELL_CHECKS: dict[str, CellCheck] = {
    "source": lambda cell, known: None if cell in known.sources else "expected an id of sources.tsv",
    "office": _one_of(Office),
    "act": _one_of(Act),
    "stage": _one_of(Stage),
    "calendar": _one_of(Calendar),
    "start": _edtf,
    "end": _edtf,
    "party": _party,
    "members": _members,
    "parties": _members,
    "country": _party,
    "accredited_to": _party,
    "timezone": _timezone,
    "domain": lambda cell, _: None if _HOST.fullmatch(cell) else "expected a host name, such as irna.ir",
}


def _check_cells(table: Table, known: Known) -> Iterator[str]:
    name = table.path.name
    checks = {column: _CELL_CHECKS[column] for column in table.columns if column in _CELL_CHECKS}
    if name.startswith("terms"):
        checks["person"] = lambda cell, ids: None if cell in ids.persons else "expected a person of persons.tsv"
    if name.startswith("feeds"):
        checks["outlet"] = lambda cell, ids: None if cell in ids.outlets else "expected an outlet of outlets.tsv"
        yield from _check_feeds(table)
    for column, check in checks.items():
        for number, cell in table.cells(column):
            if cell:
                if wrong := check(cell, known):
                    yield table.fault(number, f'{column} is "{cell}", {wrong}')
            elif column == "source":
                yield table.fault(number, "source is empty, expected an id of sources.tsv")
    if table.path.parent.name == "pages":
        yield from _check_selectors(table)
    if {"start", "end"} <= set(table.columns):
        yield from _check_spans(table)


def _check_selectors(table: Table) -> Iterator[str]:
    """The rules of pages: hosts are hosts, selectors are CSS."""
    document = HTMLTree.parse("").document
    if document is None or not {"site", "message"} & set(table.columns):
        return
    for column in table.columns:
        for number, cell in table.cells(column):
            if column == "site":
                wrong = [host for host in cell.split() if host != "*" and not _HOST.fullmatch(host)]
                yield from (table.fault(number, f'site is "{host}", expected host names such as irna.ir, or *') for host in wrong)
            elif column not in ("page", "source") and cell:
                try:
                    document.query_selector(cell)
                except ValueError as error:
                    yield table.fault(number, f'{column} is "{cell}", expected CSS selectors: {error}')


def _check_spans(table: Table) -> Iterator[str]:
    for (number, start), (_, end) in zip(table.cells("start"), table.cells("end"), strict=True):
        first, last = edtf_days(start), edtf_days(end)
        if first and last and last[1] < first[0]:
            yield table.fault(number, f"end is {end}, which is before start {start}, expected a later one")


def _check_feeds(table: Table) -> Iterator[str]:
    """Feeds by their own rules; no id and no address twice."""
    if missing := [name for name in NEEDED if name not in table.columns]:
        yield table.fault(1, f"no column {missing[0]}, expected {', '.join(NEEDED)}")
        return
    seen: dict[str, int] = {}
    for number, row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        for what in feed_faults(cells):
            yield table.fault(number, what)
        for name in ("feed", "address"):
            if (first := seen.setdefault(cells[name], number)) != number:
                yield table.fault(number, f"{name} {cells[name]} stands on line {first} already, expected each once")
