"""Each sort of page, in both languages, light and dark, wide and narrow: quiet, at home, within the screen, and open to everybody."""

import pytest
from browsing import Manner, Tabs
from sorts import SORTS

MANNERS = [Manner(language, dark, width) for language in ("fa", "en") for dark in (False, True) for width in (1400, 390)]
# Together they show axe each page in both languages, light and dark, wide and narrow.
EXAMINED = [Manner("fa", dark=False, width=390, axe=True), Manner("en", dark=True, width=1400, axe=True)]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("manner", MANNERS, ids=str)
def test_page(tabs: Tabs, paths: dict[str, str], sort: str, manner: Manner) -> None:
    tab = tabs.get(manner)
    page = tab.open(paths[sort])
    assert tab.faults == []
    assert tab.strangers == []
    assert tab.sticks_out() == []
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (manner.language, "rtl" if manner.language == "fa" else "ltr")
    assert page.locator("main h1").count() == 1
    assert page.title().strip()


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("manner", EXAMINED, ids=str)
def test_axe_finds_nothing_serious(tabs: Tabs, paths: dict[str, str], sort: str, manner: Manner) -> None:
    tab = tabs.get(manner)
    tab.open(paths[sort])
    assert tab.axe() == []


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_page_that_is_not_there(tabs: Tabs, language: str) -> None:
    tab = tabs.get(Manner(language))
    page = tab.open("/entry/zzzz", status=404)
    assert tab.strangers == []
    assert page.locator("main a[href]").count() > 0
    assert [f for f in tab.faults if "404" not in f] == []


@pytest.mark.parametrize("sort", SORTS)
def test_page_can_be_read_without_scripts(tabs: Tabs, paths: dict[str, str], sort: str) -> None:
    """What the page says without scripts is what it says with them."""
    said = [tabs.get(Manner("en", script=script)).open(paths[sort]).locator("main").inner_text() for script in (False, True)]
    assert len(said[0]) > 30
    assert said[0].split() == said[1].split()


def test_dark_and_light_differ_and_the_letters_are_ours(tabs: Tabs, paths: dict[str, str]) -> None:
    grounds = set()
    for dark in (False, True):
        page = tabs.get(Manner("fa", dark=dark)).open(paths["home"])
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        loaded = page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family.replaceAll('\"', ''))")
        assert "Vazirmatn" in loaded
    assert len(grounds) == 2
