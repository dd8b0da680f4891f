"""Readings made elsewhere, by a person or another program: each fact is checked, each fault named, the rest kept."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from didar.edtf import edtf_days
from didar.letters import fold_form
from didar.model import Article, Reading
from didar.shape import article_from_dict, reading_from_dict

Json = dict[str, Any]
SECTIONS = ("engagements", "statements", "agreements", "offices", "claims")
_DATES = ("date", "period")


def check_reading(row: Mapping[str, Any], *, find_article: Callable[[str], Article | None]) -> tuple[Reading | None, list[str]]:
    """The reading with its good facts, and the faults of the others. None where not even the article can be made out."""
    article, faults = _article(row, find_article)
    if article is None:
        return None, faults
    text = _Text(article.text)
    kept: dict[str, list[Json]] = {}
    for section in SECTIONS:
        items = row.get(section, [])
        if not isinstance(items, list):
            faults.append(f"{section}: not a list")
            items = []
        kept[section] = []
        for n, item in enumerate(items):
            found = list(_check(section, item, n, text))
            faults += [f"{section} {n + 1}: {fault}" for fault in found]
            if not found:
                kept[section].append(item | _placed(section, item, text, n))
    versions = row.get("versions") or {}
    body: Json = {"article": _plain(article), **kept, "versions": {str(k): str(v) for k, v in versions.items()}}
    return reading_from_dict(body), faults


def _article(row: Mapping[str, Any], find_article: Callable[[str], Article | None]) -> tuple[Article | None, list[str]]:
    given = row.get("article")
    if not isinstance(given, dict) or not isinstance(given.get("id"), str):
        return None, ["article: has no id"]
    if isinstance(given.get("text"), str) and given["text"]:
        article = article_from_dict(given)
        known = find_article(given["id"])
        if known is not None and known.text == article.text:
            return known, []
        return article, []
    kept = find_article(given["id"])
    return kept, [] if kept is not None else [f"article {given['id']}: has no text, and the record does not hold it"]


def _plain(article: Article) -> Json:
    return {k: getattr(article, k) for k in ("id", "text", "outlet", "url", "title", "published")}


class _Text:
    """A text whose anchors can be found, folding and blanks aside."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.index: list[int] = []
        folded: list[str] = []
        for i, letter in enumerate(text):
            for form in fold_form(letter):
                if form.isalnum():
                    folded.append(form)
                    self.index.append(i)
        self.folded = "".join(folded)

    def locate(self, anchor: str) -> list[int] | None:
        wanted = "".join(c for c in fold_form(anchor) if c.isalnum())
        at = self.folded.find(wanted) if wanted else -1
        return None if at < 0 else [self.index[at], self.index[at + len(wanted) - 1] + 1]


def _placed(section: str, item: Json, text: _Text, n: int) -> Json:
    """What a fact lacks and the anchor gives: its span, and an id."""
    more: Json = {} if item.get("id") else {"id": f"{section[0]}{n + 1}"}
    field = "span" if section == "statements" else "evidence"
    if field not in item:
        span = text.locate(item.get("anchor", "")) or [0, 0]
        more[field] = span if field == "span" else [span]
    if section == "engagements":
        more.setdefault("participants", item.get("participants", []))
    return more


def _check(section: str, item: Any, n: int, text: _Text) -> Iterator[str]:
    """All faults of one fact."""
    if not isinstance(item, dict):
        yield "not an object"
        return
    field = "span" if section == "statements" else "evidence"
    if field in item:
        found = list(_spans(item[field] if field == "evidence" else [item[field]], len(text.text)))
        yield from found
        if found:
            return
    elif not isinstance(item.get("anchor"), str):
        yield f"has neither {field} nor anchor"
    elif text.locate(item["anchor"]) is None:
        yield f"the anchor “{item['anchor'][:60]}” is not in the text"
    for where in (item, *(s for s in item.get("stages", []) if isinstance(s, dict))):
        for name in _DATES:
            if where.get(name) is not None and edtf_days(str(where[name])) is None:
                yield f"{name} is “{where[name]}”, no real day, month, year or interval"
    yield from _lists(item)
    good = {k: v if k != "parties" or isinstance(v, list) else [] for k, v in item.items()}
    body: Json = {s: [] for s in SECTIONS} | {section: [good | _placed(section, item, text, n)]}
    try:
        reading_from_dict({"article": {"id": "", "text": ""}, **body})
    except ValueError as fault:
        yield f"{fault}, which is no word of the codebook"
    except KeyError as fault:
        yield f"has no {fault.args[0]}"
    except (TypeError, AttributeError, IndexError) as fault:
        yield f"has not the shape of reading.schema.json ({fault})"


def _lists(item: Json) -> Iterator[str]:
    """Lists of words that are none: a text would be taken letter by letter."""
    for name in ("parties", "topics", "toward", "about", "persons"):
        value = item.get(name, [])
        if not (isinstance(value, list) and all(isinstance(x, str) for x in value)):
            yield f"{name} is no list of words, as reading.schema.json has its shape"


def _spans(spans: Any, size: int) -> Iterator[str]:
    if not isinstance(spans, list) or not spans:
        yield "has no spans"
        return
    for span in spans:
        if not (isinstance(span, list) and len(span) == 2 and all(isinstance(x, int) for x in span)):
            yield f"{span} is no span"
        elif not 0 <= span[0] < span[1] <= size:
            yield f"span {span[0]}–{span[1]} does not lie in the text of {size} characters"
