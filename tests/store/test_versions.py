"""Versions of one address: each is kept, all of them count as one source; the same text is the same article."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from didar.link.wire import address_band
from didar.model import Article, Reading
from didar.recording import MOST_VERSIONS, Lore, add_article
from didar.store import EntryFilter, Store, open_record
from factory import make_article, make_engagement

LORE = Lore()
AT = "2025-03-01T00:00:00+00:00"
URL = "https://www.example.org/news/12?id=3"
FIRST = "وزیران خارجه دو کشور امروز در مسقط با هم دیدار کردند و دربارهٔ همکاری‌ها سخن گفتند."
SECOND = "متن خبر یکسره دگرگون شده است: نشست مسقط با حضور وزیران خارجه و چند تن از همراهان ایشان برگزار شد."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_record(tmp_path / "r.db", write=True) as found:
        yield found


def read(article: Article) -> Reading:
    return Reading(article=article, engagements=(make_engagement(people=("IRN fm بهرام سپهری", "RUS fm پاول کرنیک")),))


def add(store: Store, article_id: str, text: str, *, url: str | None = URL, published: str = "2025-02-25") -> bool:
    """Whether it was new."""
    added = add_article(store, make_article(article_id, text=text, url=url, published=published), read=read, lore=LORE, at=AT)
    return not added.known  # type: ignore[union-attr]


def sources(store: Store) -> tuple[int, int]:
    """Articles and independent sources of the only entry."""
    (entry,) = store.entries(EntryFilter())
    return len({s.article for s in entry.sources}), entry.independent


def test_another_text_at_the_address_is_a_version(store: Store) -> None:
    assert add(store, "a", FIRST)
    assert add(store, "b", SECOND)
    assert {row["id"] for row in store.article_rows()} == {"a", "b"}
    assert sources(store) == (2, 1)


def test_the_same_text_at_the_address_is_the_same_article(store: Store) -> None:
    assert add(store, "a", FIRST)
    assert not add(store, "b", FIRST.replace(" ", "  ") + "\n", url="http://example.org/news/12?id=3#top")
    assert [row["id"] for row in store.article_rows()] == ["a"]


@pytest.mark.parametrize(
    ("url", "published"),
    [
        pytest.param("https://www.example.org/news/13?id=3", "2025-02-25", id="another address"),
        pytest.param(None, "2025-02-25", id="no address"),
    ],
)
def test_texts_of_other_addresses_are_other_sources(store: Store, url: str | None, published: str) -> None:
    add(store, "a", FIRST)
    assert add(store, "b", SECOND, url=url, published=published)
    assert sources(store) == (2, 2)


def test_a_front_page_is_no_address_of_an_article(store: Store) -> None:
    add(store, "a", FIRST, url="https://example.org/")
    add(store, "b", SECOND, url="https://example.org")
    assert sources(store) == (2, 2)


def test_texts_of_another_month_are_no_versions(store: Store) -> None:
    add(store, "a", FIRST)
    assert add(store, "b", FIRST, published="2025-06-01")


def test_a_page_of_lists_is_no_article(store: Store) -> None:
    """So many texts under one address are not versions of one."""
    for n in range(MOST_VERSIONS + 1):
        add(store, f"v{n}", f"{n} {SECOND}")
    assert add(store, "last", f"0 {SECOND}")


@pytest.mark.parametrize("order", list(permutations("abc")), ids="".join)
def test_the_order_of_adding_does_not_matter(store: Store, order: tuple[str, ...]) -> None:
    texts = {"a": (FIRST, URL), "b": (SECOND, URL), "c": ("سومین گزارش از همان دیدار، نوشتهٔ رسانه‌ای دیگر که چیز تازه‌ای هم می‌گوید.", None)}
    for name in order:
        add(store, name, texts[name][0], url=texts[name][1])
    assert sources(store) == (3, 2)


@pytest.mark.parametrize("url", [None, "", "https://example.org/", "https://example.org", "not an address", "http://[::1"])
def test_no_address(url: str | None) -> None:
    assert address_band(url) is None


def test_one_address_written_in_several_ways() -> None:
    assert address_band("http://WWW.example.org/a?x=1#top") == address_band("https://example.org/a?x=1")
    assert address_band("https://example.org/a/") == address_band("https://example.org/a") != address_band("https://example.org/b")
