"""What the general extractor leaves around an article: lines of menus, labels, lists of other articles. Taken off by their form."""

import re
from collections.abc import Sequence, Set

from didar.letters import fold_form

_SENTENCE_END = re.compile(r"[.!؟?…»\"):]\W*$")
_SHORT = 9  # words; a line of so few that ends like no sentence is a label, a heading or a link
_TAIL = 0.5  # a list of other articles at the end is at most so long, measured by what stands before it


def trim_lines(lines: Sequence[str], *, links: Set[str], title: str) -> list[str]:
    """The lines of the article: what stands before the title, link lines, labels at both ends and a list at the end are left out.

    links: the texts of the page's links, without blanks.
    """
    own = fold_form(title)
    kept = list(lines)
    at = next((n for n, line in enumerate(kept) if fold_form(line) == own), None)
    if at is not None and not any(_is_sentence(line) for line in kept[:at]):
        kept = kept[at + 1 :]
    kept = _cut_list(kept, links)
    kept = [line for line in kept if not _is_link(line, links)]
    while kept and not _is_sentence(kept[0]):
        kept.pop(0)
    while kept and not _is_sentence(kept[-1]):
        kept.pop()
    return kept


def _cut_list(lines: list[str], links: Set[str]) -> list[str]:
    """Without «گزارش‌های بیشتر»: a heading and a link, and from there to the end not much."""
    for n in range(1, len(lines) - 1):
        if not _is_sentence(lines[n]) and _is_link(lines[n + 1], links):
            before, after = (sum(len(line) for line in part) for part in (lines[:n], lines[n:]))
            if after <= _TAIL * before:
                return lines[:n]
    return lines


def _is_link(line: str, links: Set[str]) -> bool:
    return len(line.split()) < 3 * _SHORT and "".join(line.split()) in links


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SHORT or bool(_SENTENCE_END.search(line) and len(line.split()) > 3)
