"""The one address of an article: what the page names as its own, without what only counts visitors."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_COUNTING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|ref|ref_src|_ga|amp|outputType|share|rand|t", re.I)
_PREFIXES = ("www.", "m.", "amp.", "mobile.")


def host_of(url: str | None) -> str:
    """The host in lower case; «» where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


def plain_address(url: str) -> str | None:
    """The address as two copies of a page are compared by: no fragment, no counting parameters; None for what is no web address."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or ("." not in host and host != "localhost"):
        return None
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _COUNTING.fullmatch(name)]
    usual = {"http": 80, "https": 443}[parts.scheme.lower()]
    netloc = host if port in (None, usual) else f"{host}:{port}"
    path = re.sub(r"/amp/?$", "", parts.path) or "/"
    return urlunsplit((parts.scheme.lower(), netloc, path, urlencode(kept), ""))


def own_address(named: Iterable[str], *, url: str | None) -> str | None:
    """The address that a page gives as its own, else `url`.

    A page that was fetched may only name another page of its own site, and never the front page of it.
    """
    given = plain_address(url) if url else None
    for name in named:
        found = plain_address(_joined(url, name))
        if found is None or (urlsplit(found).path == "/" and not urlsplit(found).query):
            continue
        if given is None or same_site(host_of(found), host_of(given)):
            return found
    return given


def _joined(url: str | None, name: str) -> str:
    try:
        return urljoin(url, name) if url else name
    except ValueError:
        return ""


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one site: equal but for www., m. or amp. at the front, or one below the other."""
    one, other = _bare(one), _bare(other)
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _bare(host: str) -> str:
    for prefix in _PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            return host[len(prefix) :]
    return host
