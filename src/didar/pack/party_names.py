"""What a party is called, in Persian and in English."""

from functools import cache
from pathlib import Path

from didar.pack.load import DEFAULT
from didar.pack.tables import read_table

COUNTRIES = ("form", "party", "use", "english", "source")
ORGANISATIONS = ("form", "party", "use", "kind", "members", "english", "source")


@cache
def load_party_names(folder: Path = DEFAULT) -> dict[str, tuple[str, str]]:
    """Code → (Persian, English): the row whose use is `name`, else the first. Raises PackError as the pack's loader does."""
    found: dict[str, tuple[str, str]] = {}
    named: set[str] = set()
    rows = [(f, p, u, e) for f, p, u, e, _ in read_table(folder / "gazetteer/countries.tsv", columns=COUNTRIES)]
    rows += [(f, p, u, e) for f, p, u, _, _, e, _ in read_table(folder / "gazetteer/organisations.tsv", columns=ORGANISATIONS)]
    for form, party, use, english in rows:
        if party not in found or (use == "name" and party not in named):
            found[party] = (form, english)
        if use == "name":
            named.add(party)
    return found
