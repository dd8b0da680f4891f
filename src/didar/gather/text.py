"""A text file → its fields: an optional head of `key: value` lines, and the text."""

import re

from didar.gather.fields import FIELDS

MAX_HEAD = 30  # lines

_PAIR = re.compile(r"([A-Za-z_-]{1,30})[ \t]*:(?:[ \t]+(.*)|)$")


def split_front_matter(text: str) -> dict[str, object]:
    """The fields of a text file: `text`, and those of its head where it has one.

    A head is either fenced by lines of three hyphens, or a run of `key: value` lines at the very beginning, all keys
    known, closed by an empty line. Known keys: id, outlet, url, title, published; a fenced head may have others, which
    are not used. What does not look exactly so is text.
    """
    lines = text.split("\n", MAX_HEAD)
    fenced = lines[0].strip() == "---"
    head: dict[str, object] = {}
    for number, line in enumerate(lines[fenced:MAX_HEAD], start=int(fenced)):
        stripped = line.strip()
        if (stripped == "---") if fenced else (stripped == "" and head):
            return {**head, "text": "\n".join(lines[number + 1 :]).lstrip("\r\n")}
        if fenced and not stripped:
            continue
        pair = _PAIR.match(stripped)
        if pair is None:
            break
        key = pair.group(1).lower()
        if key in FIELDS:
            head[key] = _unquoted(pair.group(2) or "")
        elif not fenced:
            break
    return {"text": text}


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
