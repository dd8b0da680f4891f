"""Parties as people type them."""

import pytest

from didar.errors import UsageError
from didar.pack import Pack
from didar.pack.party_names import load_party_names
from didar.views.asking import party_code


@pytest.mark.parametrize("typed", ["OMN", "omn", "عمان", "Oman", "oman"])
def test_a_party_by_code_or_name_in_either_language(pack: Pack, typed: str) -> None:
    assert party_code(typed, pack=pack) == "OMN"


def test_every_name_that_a_page_shows_can_be_typed(pack: Pack) -> None:
    """Two parties may share a name; then it is one of the two."""
    names = load_party_names()
    shared = {english for _, english in names.values() if sum(e == english for _, e in names.values()) > 1}
    assert [c for c, (_, english) in names.items() if english not in shared and party_code(english, pack=pack) != c] == []


@pytest.mark.parametrize("typed", ["Nowhere at all", "ناکجا"])
def test_what_is_no_party(pack: Pack, typed: str) -> None:
    with pytest.raises(UsageError, match="no party"):
        party_code(typed, pack=pack)
