"""What becomes of an item: its page asked for and read, or tried again later, or what the feed says of it, or given up with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from didar.fetch.addresses import Fault
from didar.fetch.manners import Manners
from didar.gather.fields import article_or_reject
from didar.gather.future import without_future
from didar.model import Article, Reject
from didar.terms import Reason
from didar.watch.polling import Reader
from didar.watch.schedule import Pace, after_failed_page
from didar.watched import Feed, Item, ItemState

LEAST_SUMMARY = 80  # characters of a summary that is worth keeping for itself
GONE = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 414, 451})  # an answer that stays so


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an item's try came to. item: as it is kept; article: what is added to the record with it; rejects: what is noted."""

    item: Item
    article: Article | None = None
    rejects: tuple[Reject, ...] = ()


def ask_for_page(item: Item, *, manners: Manners, pages: Reader) -> list[Article | Reject] | Fault:
    """The page of an item, read; in a thread of its own. A fault where the page cannot be had."""
    if item.address is None:
        return Reason.BAD_ADDRESS, f"{item.key[:120]}: the feed gives no address for this item"
    answer = manners.get(item.address)
    if isinstance(answer, tuple):
        return answer
    if answer.status != 200:
        reason = Reason.GONE if answer.status in GONE else Reason.HTTP_ERROR
        return reason, f"{answer.url} answers {answer.status}"
    return pages.read(answer, item.address)


def decide(item: Item, got: list[Article | Reject] | Fault, *, feed: Feed, now: float, pace: Pace, random: Random) -> Outcome:
    """Pure, but for the chance that is handed in: what is kept of an item after a try."""
    where = item.address or item.key
    if isinstance(got, tuple):
        later = after_failed_page(item, got, now=now, pace=pace, random=random)
        return Outcome(item=later) if later else _give_up(item, got, feed=feed)
    got = list(without_future(got, now=now, where=where, instead=item.published))
    found = [x for x in got if isinstance(x, Article)]
    rejects = tuple(x for x in got if isinstance(x, Reject))
    if not found:
        why = rejects[0] if rejects else Reject(where=where, reason=Reason.NO_ARTICLE, detail="nothing found on the page")
        return _give_up(item, (why.reason, f"{where}: {why.detail}"), feed=feed, usable=why.reason is not Reason.OTHER_LANGUAGE)
    return Outcome(item=replace(item, state=ItemState.KEPT, fault=None), article=_named(found[0], item, feed), rejects=rejects)


def _named(article: Article, item: Item, feed: Feed) -> Article:
    """The article with what its feed knows better (the outlet) or what its page does not tell."""
    return replace(
        article,
        outlet=feed.name,
        url=article.url or item.address,
        title=article.title or item.title,
        published=article.published or item.published,
    )


def whole_item(item: Item, *, feed: Feed) -> Outcome:
    """An item that is all there is, such as a message of a channel."""
    found = list(_article(item, feed=feed))
    article = next((x for x in found if isinstance(x, Article)), None)
    rejects = tuple(x for x in found if isinstance(x, Reject))
    return Outcome(item=replace(item, state=ItemState.KEPT if article else ItemState.REJECTED), article=article, rejects=rejects)


def _article(item: Item, *, feed: Feed) -> Iterator[Article | Reject]:
    fields = {"outlet": feed.name, "url": item.address, "title": item.title, "published": item.published, "text": item.summary}
    return article_or_reject(fields, where=item.address or item.key)


def _give_up(item: Item, fault: Fault, *, feed: Feed, usable: bool = True) -> Outcome:
    """The feed's own summary where it is long enough, marked as such in its id and by a reject; else the reject alone."""
    where = item.address or item.key
    told = f"{fault[1]} [{fault[0].value}]"
    if usable and len(item.summary) >= LEAST_SUMMARY:
        article = next((x for x in _article(item, feed=feed) if isinstance(x, Article)), None)
        if article is not None:
            article = replace(article, id=f"summary:{article.id.removeprefix('sha:')}")
            detail = f'{fault[1]}; only the summary of the feed is kept, as "{article.id}"'
            note = Reject(where=where, reason=Reason.ONLY_SUMMARY, detail=detail)
            return Outcome(item=replace(item, state=ItemState.SUMMARY, fault=told), article=article, rejects=(note,))
    return Outcome(
        item=replace(item, state=ItemState.REJECTED, fault=told),
        rejects=(Reject(where=where, reason=fault[0], detail=fault[1]),),
    )
