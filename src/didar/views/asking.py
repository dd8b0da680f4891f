"""What people type when they ask: days in either calendar, parties by name."""

import re
from datetime import date
from functools import cache

from didar.calendars import jalali_month_days, jalali_to_date
from didar.edtf import edtf_days
from didar.errors import UsageError
from didar.letters import fold_form
from didar.pack import Pack
from didar.pack.party_names import load_party_names
from didar.pack.rows import PartyRow

_JALALI = re.compile(r"(1[2-4]\d\d)(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_days(typed: str) -> tuple[date, date] | None:
    """First and last day of a day, month or year: «1403-12-07», «۱۴۰۳/۱۲», `2025-02`; None for what is none."""
    plain = fold_form(typed).replace("/", "-")
    form = _JALALI.fullmatch(plain)
    if form is None:
        return edtf_days(plain)
    year, month, day = int(form[1]), int(form[2] or 0), int(form[3] or 0)
    if not 0 <= month <= 12:
        return None
    last_month = month or 12
    first = jalali_to_date(year, month or 1, day or 1)
    last = jalali_to_date(year, last_month, day or jalali_month_days(year, last_month))
    return (first, last) if first and last else None


@cache
def english_codes() -> dict[str, str]:
    """English name in small letters → code; the first of the table where two share a name."""
    found: dict[str, str] = {}
    for code, (_, english) in load_party_names().items():
        found.setdefault(english.casefold(), code)
    return found


def party_code(asked: str, *, pack: Pack) -> str:
    """The code of a party named by code, by any form of the gazetteer, or by its usual English name."""
    if asked.upper() in pack.parties:
        return asked.upper()
    if (code := english_codes().get(asked.casefold())) is not None:
        return code
    found = {row.party for row in pack.forms.get(fold_form(asked), ()) if isinstance(row, PartyRow)}
    if len(found) == 1:
        return found.pop()
    if not found:
        raise UsageError(f"“{asked}” is no party that the pack knows; give a code (IRN) or a name («ایران»)")
    raise UsageError(f"“{asked}” may be {', '.join(sorted(found))}; give the code")
