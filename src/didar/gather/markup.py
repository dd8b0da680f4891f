"""HTML to a tree and to lines of text; size and depth are bounded before anything walks the tree."""

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DocumentNode, ElementNode, HTMLTree

from didar.gather.decode import Fault
from didar.terms import Reason

MAX_PAGE = 8_000_000  # bytes; a long live report with its scripts has about 2,000,000
MAX_DEPTH = 512  # elements inside one another, as in the browsers
MOST_FORMS = 20  # that are looked into before they are taken out
MAX_ELEMENTS = 100_000  # on one page; a long live report has about 10,000, an export of 1,000 messages 20,000

_TOO_DEEP = " > ".join(["*"] * (MAX_DEPTH + 1))
_BLANKS = re.compile(r"[ \t\r\f\v\xa0\u2000-\u200a\u202f\u3000]+")
_LINES = re.compile(r" ?\n[ \n]*")


def parse_page(html: str) -> HTMLTree | Fault:
    """The tree of a page, or why it is not walked. Parsing is linear in depth; what walks a tree later is not."""
    tree = HTMLTree.parse(html)
    document = tree.document
    if document is None or document.query_selector(_TOO_DEEP) is not None:
        return Reason.HOSTILE, f"elements nested more than {MAX_DEPTH} deep, expected a page of news"
    if (count := len(document.query_selector_all("*"))) > MAX_ELEMENTS:
        return Reason.HOSTILE, f"{count:,} elements, expected at most {MAX_ELEMENTS:,}"
    return tree


def element_text(element: ElementNode | None) -> str:
    """The text of an element, a paragraph a line; «» where there is none."""
    return "" if element is None else lines_of(extract_plain_text(element.outer_html, alt_texts=False, list_bullets=False))


def main_text(tree: HTMLTree) -> str:
    """The text of what looks like the page's article."""
    found = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False, comments=False, post_meta=False)
    return lines_of(found)


def line_text(element: ElementNode | None) -> str:
    """The text of an element in one line."""
    return "" if element is None else one_line(element.text_content or "")


def one_line(text: str) -> str:
    return " ".join(_BLANKS.sub(" ", text).split())


def lines_of(text: str) -> str:
    """Blanks levelled, empty lines dropped; ZWNJ, direction marks and everything else stay as they are."""
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip(" \n")


def select(document: DocumentNode | ElementNode, selector: str) -> ElementNode | None:
    """The first element of a selector; None for an empty one."""
    return document.query_selector(selector) if selector else None


def find_all(document: DocumentNode | ElementNode, selector: str) -> list[ElementNode]:
    """All elements of a selector, in the order of the page; none for an empty one.

    The parser's own list takes time in the square of its length to be walked; `values` does not.
    """
    return document.query_selector_all(selector).values() if selector else []


def select_all(document: DocumentNode | ElementNode, selector: str, *, least: int = 1) -> list[ElementNode]:
    """The elements of the first of several selectors (separated by commas) that has `least` characters of text, outermost only."""
    for one in selector.split(","):
        found: list[ElementNode] = []
        for element in find_all(document, one.strip()):
            if not (found and found[-1].contains(element)):  # in the order of the page, only the last can hold it
                found.append(element)
        if sum(len(element.text_content or "") for element in found) >= least:
            return found
    return []


def remove_all(element: DocumentNode | ElementNode, selector: str) -> None:
    """Take elements out of the tree."""
    for found in find_all(element, selector):
        found.remove()


def remove_forms(element: ElementNode) -> None:
    """Take forms out, but only the form itself where it is wrapped around the text, as systems in ASP.NET have it."""
    whole = len(element.text_content or "")
    for number, form in enumerate(find_all(element, "form")):
        if number < MOST_FORMS and form.parent is not None and 2 * len(form.text_content or "") >= whole:
            for child in form.child_nodes.values():
                form.parent.insert_before(child, form)
        form.remove()
