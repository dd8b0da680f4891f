"""Room 2: an article's text with folded letters and a total map back to the source.

One look tells which letters want a change; what is not there costs nothing.
"""

import html
import re
from array import array

from didar.letters import CLEAN_LETTERS, DROPPED
from didar.model import CleanText

_CHANGED = {chr(code): letter for code, letter in CLEAN_LETTERS.items()}
_DROPPED = frozenset(DROPPED)
_SEEN = re.compile(f"[{re.escape(''.join(_CHANGED) + DROPPED)}&<]")
_MARKS = re.compile(f"[{re.escape(DROPPED)}]+")
_DROP = re.compile(f"{_MARKS.pattern}|&(?:#\\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}});|<[A-Za-z/!][^<>\n]{{0,300}}>")


def clean_text(text: str) -> CleanText:
    """Letters folded, invisible marks and tags dropped, entities decoded. Any string is accepted."""
    seen = set(_SEEN.findall(text))
    if "&" in seen or "<" in seen:
        return _without(text, _DROP)
    if not seen.isdisjoint(_DROPPED):
        return _without(text, _MARKS)
    return CleanText(text=_folded(text, seen), offsets=range(len(text) + 1))


def _without(text: str, dropped: re.Pattern[str]) -> CleanText:
    parts: list[str] = []
    offsets = array("l")
    at = 0
    for found in dropped.finditer(text):
        start, end = found.span()
        parts.append(text[at:start])
        offsets.extend(range(at, start))
        kept = _decode(found.group())
        if kept:
            parts.append(kept)
            offsets.extend([start] * len(kept))
        at = end
    parts.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    whole = "".join(parts)
    return CleanText(text=_folded(whole, set(_SEEN.findall(whole))), offsets=offsets)


def _folded(text: str, seen: set[str]) -> str:
    """The text with each letter in its one form. No letter is folded into one that is folded itself, so the order is free."""
    for letter in seen & _CHANGED.keys():
        text = text.replace(letter, _CHANGED[letter])
    return text


def _decode(found: str) -> str:
    """What stands for a dropped run: the entity's character, a blank for a tag, nothing for marks."""
    if found[0] == "&":
        decoded = html.unescape(found)
        return found if decoded == found else "".join(c for c in decoded if c not in DROPPED)
    return " " if found[0] == "<" else ""
