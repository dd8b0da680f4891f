"""Hostile articles: nothing of them runs, on any page, and no direction mark of theirs turns the page's own words round."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Manner, Tabs
from made_record import AT, hard_to_tell_apart
from serving import served
from sorts import SORTS, find_paths

from didar.model import Actor, Agreement, AgreementStage, Article, Claim, Holding, Reading, SetAside, Statement, Unresolved, Why
from didar.recording import Lore, add_reading
from didar.store import open_record
from didar.terms import Act, ClaimKind, Office, Reason, Stage
from factory import make_engagement

SET = "window.struck=(window.struck||0)+1"
LOOSE_LINKS = """[...document.querySelectorAll('a[href]')]
  .filter((a) => !/^(https?|mailto):$/.test(a.protocol || new URL(a.href.baseVal, location).protocol))
  .map((a) => a.outerHTML.slice(0, 200))"""
TOLD = ("timeline", "statements", "search asked", "people", "agreements", "agreement", "entry", "unsure")
STRIKES = [
    f"<script>{SET}</script>",
    f"<img src=x onerror='{SET}'>",
    f"\"><svg onload='{SET}'>",
    f"' onfocus='{SET}' autofocus x='",
    f"</title><script>{SET}</script>",
    f"<style>@import '//evil.example/x.css';</style><iframe srcdoc=\"<script>parent.{SET}</script>\"></iframe>",
    f"{{{{constructor.constructor('{SET}')()}}}}${{{SET}}}<%= 1 %>",
    f"<a href=\"javascript:{SET}\" hx-get='/' hx-on:load='{SET}' data-zoom=in>x</a>",
    f"<form action='//evil.example'><button formaction='javascript:{SET}'>",
    f"&lt;script&gt;{SET}&lt;/script&gt;",
    "\u202e\u2066 turned \u2069 \u200f\u061c",
    f"<base href='//evil.example/'><meta http-equiv=refresh content='0;url=javascript:{SET}'>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={SET}>",
    "\x00\x1b[31m\ufffe\udcff]]>-->",
]


def hostile_reading(number: int, strike: str) -> Reading:
    """An article with the strike in every field that somebody else fills."""
    strike_kept = strike.replace("\x00", "\x01").encode("utf-8", "replace").decode()
    text = f"سپهری {strike_kept} وزیر خارجه گفت: {strike_kept} همکاری. پایان {number}"
    article = Article(
        id=f"x{number}-{strike_kept}", text=text, outlet=strike_kept, url=f"javascript:{SET}", title=strike_kept, published="2025-02-25"
    )
    whole = ((0, len(text)),)
    actor = Actor(name=strike_kept, office=Office.FOREIGN_MINISTER, party="IRN", wording=strike_kept)
    meeting = make_engagement(
        people=(f"IRN fm {strike_kept}", f"RUS fm {strike_kept}"),
        place=f"{strike_kept}/IRN",
        date=f"2025-02-{number % 27 + 1:02d}",
        evidence=whole,
    )
    why = Why(pattern=strike_kept, confidence=0.5)
    return Reading(
        article=article,
        engagements=(meeting,),
        statements=(
            Statement(id="s1", speakers=(actor,), act=Act.SAY, span=whole[0], toward=("RUS",), about=("energy",), engagement="e1", why=why),
        ),
        agreements=(
            Agreement(
                id="a1",
                name=f"{strike_kept} پیمان",
                kind=strike_kept,
                parties=("IRN", "RUS"),
                stages=(AgreementStage(stage=Stage.SIGNED),),
                evidence=whole,
            ),
        ),
        offices=(Holding(actor=actor, evidence=whole),),
        claims=(Claim(kind=ClaimKind.ORDINAL, of="meeting", number=5, parties=("IRN", "RUS"), persons=(strike_kept,), evidence=whole),),
        unresolved=(Unresolved(span=(0, 5), what=strike_kept, reason=Reason.VAGUE),),
        set_aside=(SetAside(span=(0, 5), reason=Reason.BOILERPLATE),),
    )


@pytest.fixture(scope="module")
def hostile(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tabs, dict[str, str]]]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_record(path, write=True) as store:
        for n, strike in enumerate(STRIKES):
            add_reading(store, hostile_reading(n, strike), lore=Lore(), at=AT, author=f"reader {n}")
        for doubtful in hard_to_tell_apart(person=STRIKES[0], outlet=STRIKES[1]):
            add_reading(store, doubtful, lore=Lore(), at=AT)
    with served(path) as site:
        tabs = Tabs(chromium, site)
        yield tabs, find_paths(site)
        tabs.close()


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_runs(hostile: tuple[Tabs, dict[str, str]], sort: str) -> None:
    tabs, paths = hostile
    tab = tabs.get(Manner("fa"))
    strike(tab, paths[sort])
    if sort in TOLD:
        assert SET in (tab.page.locator("main").text_content() or ""), "the page does not tell what this test is about"


def strike(tab: Any, path: str) -> None:
    page = tab.open(path)
    page.wait_for_timeout(30)
    assert page.evaluate("window.struck") is None
    assert tab.strangers == []
    assert tab.faults == []
    assert (
        page.evaluate("document.querySelectorAll('main script, main iframe, main style, main base, main form[action*=\"//\"]').length") == 0
    )
    assert page.evaluate(LOOSE_LINKS) == []


def test_no_article_and_no_entry_runs(hostile: tuple[Tabs, dict[str, str]]) -> None:
    tabs, _ = hostile
    tab = tabs.get(Manner("en"))
    tab.open("/timeline?limit=50")
    entries = tab.page.evaluate(
        "[...new Set([...document.querySelectorAll('main [data-row] a[href*=\"/entry/\"]')].map((a) => a.getAttribute('href')))]"
    )
    assert len(entries) > 3
    found = set()
    for address in entries:
        strike(tab, address.split("?")[0])
        found |= set(tab.page.evaluate("[...document.querySelectorAll('main a[href*=\"/article?\"]')].map((a) => a.getAttribute('href'))"))
    assert len(found) >= len(STRIKES) - 1
    for address in sorted(found):
        strike(tab, address.split("&lang")[0].replace("lang=en&", ""))


def test_direction_marks_are_shown(hostile: tuple[Tabs, dict[str, str]]) -> None:
    """They are told as ⟨U+202E⟩ or kept inside their own isolated piece; none stands bare in the page."""
    tabs, paths = hostile
    for sort in ("timeline", "people", "agreements"):
        text = tabs.get(Manner("fa")).open(paths[sort]).locator("body").inner_text()
        assert [c for c in "\u202a\u202b\u202d\u202e" if c in text] == [], sort


def test_a_script_that_somebody_put_in_is_refused_by_the_browser(tabs: Tabs) -> None:
    tab = tabs.fresh(Manner("en"))
    page = tab.open("/")
    page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.struck = 1'; document.body.append(s); }")
    assert page.evaluate("window.struck") is None
    assert any("Content Security Policy" in f for f in tab.faults)
    page.context.close()
