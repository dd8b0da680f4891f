"""What the head of a page tells machines: titles, address, dates, kind; from meta elements and JSON-LD."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from resiliparse.parse.html import DocumentNode

from didar.gather.markup import find_all, line_text, one_line, select

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "parsely-pub-date",
)
_NEWS = ("newsarticle", "article", "reportagenewsarticle", "blogposting", "analysisnewsarticle", "opinionnewsarticle", "liveblogposting")
_MAX_JSON = 400_000  # characters of one block of JSON-LD


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """titles, addresses: the most trusted first. published: (where it stands, value as written), the most trusted first."""

    titles: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    is_article: bool = False
    metas: dict[str, str] = field(default_factory=dict)


def read_head(document: DocumentNode) -> Head:
    """The metadata of a page; whatever is broken in it is passed over."""
    metas = _metas(document)
    items = [item for item in _json_items(document) if _is_news(item)]
    canonical = select(document, "link[rel=canonical]")
    time = select(document, "article time[datetime], time[pubdate][datetime], time[itemprop=datePublished], time[datetime]")
    published = [("JSON-LD", item["datePublished"]) for item in items if isinstance(item.get("datePublished"), str)]
    published += [(f"meta {name}", metas[name]) for name in _PUBLISHED if metas.get(name)]
    if time is not None and (value := time.get_attribute("datetime")):
        published.append(("the time element", value))
    titles = [metas.get("og:title"), *(_text(item.get("headline")) for item in items), metas.get("twitter:title")]
    titles.append(line_text(select(document, "title")))
    addresses = [canonical.get_attribute("href") if canonical is not None else None, metas.get("og:url")]
    addresses += [_text(item.get("url")) or _text(item.get("mainEntityOfPage")) for item in items]
    return Head(
        titles=tuple(one_line(t) for t in titles if t),
        addresses=tuple(a.strip() for a in addresses if a and a.strip()),
        published=tuple(published),
        is_article=bool(items) or metas.get("og:type", "").lower() == "article",
        metas=metas,
    )


def _metas(document: DocumentNode) -> dict[str, str]:
    """Name, property or itemprop in lower case → content; the first of a name counts."""
    out: dict[str, str] = {}
    for meta in find_all(document, "meta[content]"):
        content = meta.get_attribute("content") or ""
        for attribute in ("property", "name", "itemprop"):
            if name := meta.get_attribute(attribute):
                out.setdefault(name.lower(), content.strip())
    return out


def _json_items(document: DocumentNode) -> Iterator[dict[str, Any]]:
    for script in find_all(document, 'script[type="application/ld+json"]'):
        text = script.text_content or ""
        if len(text) > _MAX_JSON:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a block: one, a list of them, or a graph."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _is_news(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower() in _NEWS for name in names)


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None
