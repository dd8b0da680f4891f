"""Title and lead of an article: those that belong to it, not to the site, to a list or to a box beside it."""

import re
from collections.abc import Iterator, Sequence

from resiliparse.parse.html import DocumentNode, ElementNode

from didar.gather.head import Head
from didar.gather.markup import find_all, line_text
from didar.letters import fold_form
from didar.pack.pages import SiteRow

_MARKS = (" - ", " | ", " – ", " :: ", " » ")  # between a title and the site's name
_LISTED = "li, aside, nav, footer"
_BESIDE = "[class*=sidebar], [class*=related]"  # also classes of a whole page («has-sidebar»), which then holds a title
_HOME = re.compile(r"(https?:)?(//[^/]+)?/?([a-z]{1,7}/?)?", re.I)  # also of a language: /fa, /persian
_LONGEST = 400  # characters of a title
_MOST = 20  # elements that are looked at for one selector


def find_title(document: DocumentNode, row: SiteRow, head: Head) -> tuple[str, ElementNode | None]:
    """The title as the page shows it, with its element; where it shows none, as it tells machines, without the site's name.

    Many sites have their own name in an `h1`, and the titles of other articles beside it: of what the row's selectors give, the one that
    agrees with what machines are told is taken, else the first that is neither the site's name nor in a list.
    """
    site = fold_form(head.metas.get("og:site_name", ""))
    told = [folded for folded in map(fold_form, head.titles) if folded != site]
    shown = [(text, fold_form(text), element) for text, element in _shown(document, row.title)]
    own = [one for one in shown if one[1] and one[1] != site and not _is_home(one[2])]
    agreeing = [one for one in own if any(one[1] in folded or folded in one[1] for folded in told)]
    if agreeing:
        best = max(agreeing, key=lambda one: len(one[1]))
        return best[0], best[2]
    apart = next((one for one in own if one[2].closest(_LISTED) is None), None)
    if apart is not None:
        return apart[0], apart[2]
    return _without_site(head.titles[0], site) if head.titles else shown[0][0] if shown else "", None


def _shown(document: DocumentNode, selectors: str) -> Iterator[tuple[str, ElementNode]]:
    """What may be the title, by the selectors in their order."""
    for one in selectors.split(","):
        for element in find_all(document, one.strip())[:_MOST]:
            text = line_text(element)
            if text and len(text) <= _LONGEST:
                yield text, element


def _is_home(element: ElementNode) -> bool:
    """Whether it is a link to the front page, as the site's name is."""
    link = element if element.tag == "a" else element.query_selector("a[href]")
    href = (link.get_attribute("href") or "").strip() if link is not None else ""
    return bool(href) and _HOME.fullmatch(href) is not None


def _without_site(named: str, site: str) -> str:
    for mark in _MARKS:
        parts = named.split(mark)
        if len(parts) > 1 and site:
            named = mark.join(part for part in parts if fold_form(part) != site)
    return named


def find_lead(document: DocumentNode, row: SiteRow, *, title: ElementNode | None, body: Sequence[ElementNode]) -> str:
    """The lead that stands before the body: after the title where that comes first; never one of a list or a box.

    A lead inside the body is there with the body.
    """
    if not row.lead or not body:
        return ""
    leads = set(find_all(document, row.lead))
    found: ElementNode | None = None
    after_title = False
    for element in find_all(document, f"{row.lead}, {row.title}, {row.body}"):
        if element == body[0]:
            break
        if title is not None and element == title:
            found, after_title = None, True
        elif element in leads and not (after_title and found) and not _is_beside(element):
            found = element
    return line_text(found)


def _is_beside(element: ElementNode) -> bool:
    box = element.closest(_BESIDE)
    return element.closest(_LISTED) is not None or (box is not None and box.query_selector("h1") is None)
