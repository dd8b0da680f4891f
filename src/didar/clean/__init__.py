"""Room 2: an article's text with folded letters and a total map back to the source."""

import html
import re
from array import array
from collections.abc import Sequence

from didar.letters import CLEAN_LETTERS, DROPPED
from didar.model import CleanText

_DROP = re.compile(f"[{re.escape(DROPPED)}]+|&(?:#\\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}});|<[A-Za-z/!][^<>\n]{{0,300}}>")


def clean_text(text: str) -> CleanText:
    """Letters folded, invisible marks and tags dropped, entities decoded. Any string is accepted."""
    if not _DROP.search(text):
        return CleanText(text=text.translate(CLEAN_LETTERS), offsets=range(len(text) + 1))
    parts: list[str] = []
    offsets = array("l")
    at = 0
    for found in _DROP.finditer(text):
        start, end = found.span()
        parts.append(text[at:start])
        offsets.extend(range(at, start))
        kept = _decode(found.group())
        parts.append(kept)
        offsets.extend([start] * len(kept))
        at = end
    parts.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return CleanText(text="".join(parts).translate(CLEAN_LETTERS), offsets=_as_sequence(offsets))


def _decode(found: str) -> str:
    """What stands for a dropped run: the entity's character, a blank for a tag, nothing for marks."""
    if found[0] == "&":
        decoded = html.unescape(found)
        return found if decoded == found else "".join(c for c in decoded if c not in DROPPED)
    return " " if found[0] == "<" else ""


def _as_sequence(offsets: "array[int]") -> Sequence[int]:
    return offsets
