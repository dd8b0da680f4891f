"""SVG as text: elements with everything foreign escaped. Looks are presentation attributes, which a page's CSS may override
and a strict content policy allows; so one text serves in the page and as a file of its own."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FONT = "Vazirmatn, 'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif"
INK, FAINT, GRID, PAPER = "#1d2733", "#5a6675", "#dfe4ea", "#ffffff"

Attribute = str | int | float | None


def element(tag: str, *children: str, **attributes: Attribute) -> str:
    """`<tag …>children</tag>`. Children are SVG already; attributes are escaped. `class_`, `font_size` are written class, font-size."""
    written = "".join([f' {_name(k)}="{_value(v)}"' for k, v in attributes.items() if v is not None])
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


@lru_cache(4096)
def plain(text: str) -> str:
    """Foreign text as SVG text."""
    return escape(legible(text), quote=True)


def legible(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> str:
    if isinstance(value, str):
        return plain(value)
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def label(x: float, y: float, text: str, *, class_: str = "label", fill: str = INK, **more: Attribute) -> str:
    """A line of text; `x` is where reading starts."""
    return element("text", plain(text), x=x, y=y, class_=class_, fill=fill, **more)


def link_to(address: str, title: str, *inside: str, class_: str) -> str:
    """A focusable link whose title, which is also its accessible name, says what it leads to."""
    return element("a", element("title", plain(title)), *inside, href=address, class_=class_)


def sheet(parts: Iterable[str], *, width: float, height: float, name: str, language: str, class_: str, **data: Attribute) -> str:
    """The whole picture. `name` is what a screen reader calls it; `data` goes into data- attributes."""
    return element(
        "svg",
        element("rect", class_="paper", width=width, height=height, fill=PAPER),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"drawn {class_}",
        role="group",
        aria_label=name,
        lang=language,
        direction="rtl" if language == "fa" else "ltr",
        width=width,
        height=height,
        viewBox=f"0 0 {width:g} {height:g}",
        font_family=FONT,
        font_size=12,
        **{f"data_{k}": v for k, v in data.items()},
    )


def alone(svg: str) -> str:
    """The picture as a file of its own."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + svg + "\n"
