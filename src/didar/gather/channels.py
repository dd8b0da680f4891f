"""Pages that hold many messages (a channel's public page, a saved export): each message is an article of its own."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeGuard

from resiliparse.parse.html import DocumentNode, ElementNode, HTMLTree

from didar.gather.addresses import plain_address
from didar.gather.fields import article_or_reject
from didar.gather.markup import element_text, find_all, line_text, remove_all, select, select_all
from didar.gather.published import ReadDays, read_shown
from didar.gather.stamps import read_stamp, zone_of
from didar.model import Article, Reject
from didar.pack.pages import ChannelRow, PageRules, Publisher
from didar.terms import Reason

FORWARDED = "Forwarded from: "  # the first line of a forwarded message, as the public pages show it


def channel_row(document: DocumentNode, rules: PageRules) -> ChannelRow | None:
    """The rule of the kind of page that this is; None where it holds no messages."""
    return next((row for row in rules.channels if select(document, row.message) is not None), None)


def read_channel(tree: HTMLTree, row: ChannelRow, *, where: str, rules: PageRules, read_days: ReadDays) -> Iterator[Article | Reject]:
    """Every message of the page; those without text are counted in one Reject. The tree is used up."""
    document = tree.document
    assert document is not None
    title = line_text(select(document, row.title))
    empty = 0
    for number, message in enumerate(find_all(document, row.message), start=1):
        fields = _fields(message, row, title, rules=rules, read_days=read_days)
        if fields["text"]:
            yield from article_or_reject(fields, where=f"{where}, message {number}")
        else:
            empty += 1
    if empty:
        yield Reject(where=where, reason=Reason.EMPTY_TEXT, detail=f"{empty} messages without text (pictures, films, voices) passed over")


def _fields(message: ElementNode, row: ChannelRow, title: str, *, rules: PageRules, read_days: ReadDays) -> dict[str, str | None]:
    remove_all(message, row.drop)
    address = _address(message, row)
    publisher = _publisher(address, rules)
    text = "\n".join(filter(None, (element_text(e) for e in select_all(message, row.text))))
    forwarded = line_text(select(message, row.forwarded))
    return {
        "outlet": publisher.name if publisher else title or _handle(address) or None,
        "url": address,
        "published": _published(message, row, publisher, rules=rules, read_days=read_days),
        "text": f"{FORWARDED}{forwarded}\n{text}" if text and forwarded else text,
    }


def _address(message: ElementNode, row: ChannelRow) -> str | None:
    post = message.get_attribute("data-post")
    if post:
        return plain_address(f"https://t.me/{post}")
    link = select(message, row.link)
    return plain_address(link.get_attribute("href") or "") if link is not None else None


def _handle(address: str | None) -> str:
    """farsna of https://t.me/farsna/123; «» for addresses that name a channel by its number."""
    parts = address.split("/") if address else []
    return parts[3] if len(parts) > 4 and parts[3] != "c" else ""


def _publisher(address: str | None, rules: PageRules) -> Publisher | None:
    return rules.handles.get(_handle(address).lower())


def _published(message: ElementNode, row: ChannelRow, publisher: Publisher | None, *, rules: PageRules, read_days: ReadDays) -> str | None:
    element = select(message, row.time)
    if element is None:
        return None
    zone = zone_of(publisher.timezone if publisher else None, "")
    for value in (element.get_attribute("datetime"), element.get_attribute("title")):
        if value and (stamp := read_stamp(value)):
            return stamp.local(zone).iso(zone)
    shown = read_shown(line_text(element), rules.labels.get, read_days)
    return shown.iso(zone) if shown else None


# -- exports in JSON ---------------------------------------------------------------------------------------------------


def is_export(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a JSON value is the export of a chat, or of an account with its chats."""
    return isinstance(value, dict) and (_chat(value) or bool(_chats(value)))


def read_export(value: Mapping[str, object], *, where: str) -> Iterator[Article | Reject]:
    """Every message of an export (Telegram Desktop, result.json) as an article; those without text are counted."""
    empty = 0
    for chat in [value] if _chat(value) else _chats(value):
        messages = chat.get("messages")
        for message in messages if isinstance(messages, list) else []:
            if not isinstance(message, dict) or message.get("type", "message") != "message":
                continue
            fields = _export_fields(chat, message)
            if fields["text"]:
                yield from article_or_reject(fields, where=f"{where}, message {message.get('id')}")
            else:
                empty += 1
    if empty:
        yield Reject(where=where, reason=Reason.EMPTY_TEXT, detail=f"{empty} messages without text (pictures, films, voices) passed over")


def _chat(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("messages"), list) and "text" not in value


def _chats(value: Mapping[str, object]) -> list[Mapping[str, object]]:
    chats = value.get("chats")
    found = chats.get("list") if isinstance(chats, dict) else None
    return [chat for chat in found if _chat(chat)] if isinstance(found, list) else []


def _export_fields(chat: Mapping[str, object], message: Mapping[str, object]) -> dict[str, object]:
    text = _pieces(message.get("text")).strip()
    forwarded = message.get("forwarded_from")
    number, chat_id = message.get("id"), chat.get("id")
    known = isinstance(number, int) and isinstance(chat_id, int)
    return {
        "outlet": chat.get("name"),
        "url": f"https://t.me/c/{chat_id}/{number}" if known else None,
        "published": _export_date(message),
        "text": f"{FORWARDED}{forwarded}\n{text}" if text and isinstance(forwarded, str) else text,
    }


def _pieces(value: object) -> str:
    """A text is a string, or a list of strings and of objects with a text (links, bold words)."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _pieces(value.get("text"))
    return "".join(_pieces(piece) for piece in value) if isinstance(value, list) else ""


def _export_date(message: Mapping[str, object]) -> object:
    """The moment in UTC; exports tell local time beside it, without its zone."""
    unix = message.get("date_unixtime")
    if isinstance(unix, str) and unix.isdigit() and len(unix) < 12:
        return datetime.fromtimestamp(int(unix), UTC).isoformat(timespec="minutes")
    return message.get("date")
