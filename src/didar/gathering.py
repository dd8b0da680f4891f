"""Room 1 with what it needs of the pack and of the date reader; the only place that puts them together."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from didar.dates import find_dates
from didar.edtf import edtf_days
from didar.gather.published import SeenDay
from didar.pack import DEFAULT
from didar.pack.pages import PageRules, load_page_rules


@cache
def page_rules(folder: Path | None = None) -> PageRules:
    """The page rules of a pack; without a folder those of the pack that comes with didar. Read once."""
    return load_page_rules(folder or DEFAULT)


def read_days(text: str) -> Sequence[SeenDay]:
    """The days and clock times of a line, as the Persian date reader finds them; relative days stay without a day."""
    return [
        SeenDay(start=found.span[0], day=days[0] if days and days[0] == days[1] else None, clock=found.time, consistent=found.consistent)
        for found in find_dates(text)
        for days in [edtf_days(found.value)]
    ]
