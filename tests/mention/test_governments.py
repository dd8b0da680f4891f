"""Movements that govern: a movement before the day, the state from it on."""

import pytest

from didar import read_article
from didar.model import Article
from didar.pack import Pack

TEXT = "سفیر ایران در دوحه با نماینده طالبان دیدار کرد."


@pytest.mark.parametrize(
    ("published", "party"),
    [
        pytest.param("2021-08-14", "TALIBAN", id="the day before"),
        pytest.param("2021-08-15", "AFG", id="the day"),
        pytest.param("2025-05-20", "AFG", id="years later"),
        pytest.param(None, "TALIBAN", id="no day known"),
    ],
)
def test_who_governs(published: str | None, party: str, pack: Pack) -> None:
    found = read_article(Article(id="t", text=TEXT, published=published), pack=pack).engagements
    assert [set(e.parties) for e in found] == [{"IRN", party}]
