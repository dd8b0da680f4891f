"""Bytes of which only the bytes are known → what they hold: an article's page, a page of messages, a page packed as MHTML."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from didar.gather.channels import channel_row, read_channel
from didar.gather.markup import MAX_PAGE
from didar.gather.pages import open_page, read_tree
from didar.gather.published import ReadDays
from didar.model import Article, Reject
from didar.pack.pages import PageRules
from didar.terms import Reason

MHTML_SUFFIXES = (".mhtml", ".mht")
_MAX_MHTML = 8 * MAX_PAGE  # bytes; pictures are packed with the page


def read_content(
    content: bytes, *, url: str | None = None, content_type: str | None = None, where: str, rules: PageRules, read_days: ReadDays
) -> Iterator[Article | Reject]:
    """Everything that a page holds: one article with what is to be said of it, or the messages of a channel; or a Reject."""
    if _is_mhtml(content):
        part = _page_of_mhtml(content)
        if part is None:
            yield Reject(where=where, reason=Reason.NO_ARTICLE, detail="an MHTML file without a page in it, or too large")
            return
        content, url, content_type = part[0], url or part[1], None
    tree = open_page(content, content_type=content_type)
    if isinstance(tree, tuple):
        yield Reject(where=where, reason=tree[0], detail=tree[1])
        return
    row = channel_row(tree.document, rules) if tree.document is not None else None
    if row is not None:
        yield from read_channel(tree, row, where=where, rules=rules, read_days=read_days)
    else:
        yield from read_tree(tree, url=url, where=where, rules=rules, read_days=read_days)


def _is_mhtml(content: bytes) -> bool:
    head = content[:2000].lower()
    return b"multipart/related" in head and b"mime-version" in head and not head.lstrip().startswith(b"<")


def _page_of_mhtml(content: bytes) -> tuple[bytes, str | None] | None:
    """The page, with its charset as bytes in UTF-8, and its address."""
    if len(content) > _MAX_MHTML:
        return None
    message = message_from_bytes(content)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            return (_as_utf8(body, part), part.get("Content-Location") or message.get("Snapshot-Content-Location")) if body else None
    return None


def _as_utf8(body: object, part: Message) -> bytes:
    raw = body if isinstance(body, bytes) else b""
    try:
        return raw.decode(part.get_content_charset() or "utf-8").encode("utf-8", "replace")
    except (LookupError, UnicodeDecodeError):
        return raw
