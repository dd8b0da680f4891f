"""Outlets that do not exist, for tests: what they publish when, their feeds, pages and channels, as a server would give them.

All texts are made here. Times are seconds since 1970; what is not published yet at the time asked for is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from random import Random

from localweb import Reply

_WHO = ["وزیر امور خارجه ایران", "رئیس‌جمهور", "سخنگوی وزارت خارجه", "سفیر ایران", "معاون سیاسی وزارت خارجه"]
_WHOM = ["همتای عمانی خود", "همتای عراقی خود", "وزیر خارجه قطر", "سفیر هند", "هیئتی از پاکستان", "همتای ترک خود"]
_WHERE = ["تهران", "مسقط", "بغداد", "دوحه", "اسلام‌آباد", "آنکارا"]
_ABOUT = ["همکاری‌های اقتصادی", "امنیت مرزها", "تبادل زندانیان", "حمل‌ونقل و ترانزیت", "تحولات منطقه"]
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class Story:
    """One article of an outlet."""

    number: int
    published: float
    title: str
    lead: str
    body: str


@dataclass
class Newsroom:
    """An outlet: its stories in order of time, and how its feed looks. window: how many items the feed shows."""

    host: str
    stories: list[Story] = field(default_factory=list)
    window: int = 25
    atom: bool = False
    robots: str = ""
    base: str = ""  # http://host:port

    def reply(self, path: str, now: float, headers: Mapping[str, str]) -> Reply:
        """What its server answers."""
        if path == "/robots.txt":
            return Reply(self.robots, 200 if self.robots else 404)
        if path.partition("?")[0] == "/rss":
            return self._feed(now, headers)
        if path.startswith("/s/"):
            return Reply(self.channel_page(path, now))
        number = path.rpartition("/")[2]
        story = next((s for s in self.stories if str(s.number) == number and s.published <= now), None)
        return Reply(self.page(story)) if story else Reply("نیست", 404)

    def out(self, now: float) -> list[Story]:
        return [story for story in self.stories if story.published <= now]

    def _feed(self, now: float, headers: Mapping[str, str]) -> Reply:
        shown = self.out(now)[-self.window :]
        tag = f'"{shown[-1].number if shown else 0}"'
        if headers.get("if-none-match") == tag:
            return Reply("", 304)
        make = self._atom if self.atom else self._rss
        return Reply(make(shown), headers={"ETag": tag, "Content-Type": "application/xml; charset=utf-8"})

    def _rss(self, shown: list[Story]) -> str:
        items = "".join(
            f'<item><title>{s.title}</title><link>{self.base}/news/{s.number}</link><guid isPermaLink="false">{self.host}-{s.number}</guid>'
            f"<pubDate>{format_datetime(_when(s))}</pubDate><description><![CDATA[<p>{s.lead}</p>]]></description></item>"
            for s in reversed(shown)
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{self.host}</title>{items}</channel></rss>'

    def _atom(self, shown: list[Story]) -> str:
        entries = "".join(
            f'<entry><id>urn:{self.host}:{s.number}</id><title>{s.title}</title><link rel="alternate" href="/news/{s.number}"/>'
            f'<updated>{_when(s).isoformat()}</updated><summary type="html">&lt;p&gt;{s.lead}&lt;/p&gt;</summary></entry>'
            for s in reversed(shown)
        )
        return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{self.host}</title>{entries}</feed>'

    def page(self, story: Story) -> str:
        return (
            f'<!DOCTYPE html><html lang="fa"><head><meta charset="utf-8"><title>{story.title}</title>'
            f'<meta property="article:published_time" content="{_when(story).isoformat()}">'
            f'<link rel="canonical" href="{self.base}/news/{story.number}"></head><body><nav><a href="/">خانه</a></nav>'
            f"<article><h1>{story.title}</h1><p>{story.lead}</p><p>{story.body}</p></article>"
            f'<footer><a href="/about">درباره ما</a></footer></body></html>'
        )

    def channel_page(self, path: str, now: float) -> str:
        """The public page of a channel: the last twenty messages, or those before one."""
        name, _, before = path.removeprefix("/s/").partition("?before=")
        shown = [s for s in self.out(now) if not before or s.number < int(before)][-20:]
        messages = "".join(
            f'<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="{name}/{s.number}">'
            f'<div class="tgme_widget_message_text">{s.title}<br>{s.lead} {s.body}</div>'
            f'<a class="tgme_widget_message_date" href="https://t.me/{name}/{s.number}"><time datetime="{_when(s).isoformat()}"></time></a>'
            "</div></div>"
            for s in shown
        )
        title = f'<div class="tgme_channel_info_header_title">{name}</div>'
        return f'<html><body>{title}<section class="tgme_channel_history">{messages}</section></body></html>'


def _when(story: Story) -> datetime:
    return datetime.fromtimestamp(story.published, UTC)


def make_story(number: int, published: float, random: Random) -> Story:
    """A story like no other: its number stands in it."""
    who, whom, where, about = (random.choice(words) for words in (_WHO, _WHOM, _WHERE, _ABOUT))
    shown = str(number).translate(_DIGITS)
    title = f"گفت‌وگوی {who} با {whom} درباره {about}"
    lead = (
        f"{who} در {where} با {whom} دیدار و درباره {about} گفت‌وگو کرد؛ این گزارش شماره {shown} است و دو طرف بر ادامه رایزنی‌ها تأکید کردند."
    )
    body = (
        f"به گزارش خبرنگار ما، در این دیدار که {shown} دقیقه به درازا کشید، دو طرف آخرین وضع {about} را بررسی کردند. "
        f"{who} گفت که می‌خواهیم همکاری با همسایگان را گسترش دهیم و {where} در این راه جای ویژه‌ای دارد. "
        f"قرار شد کارشناسان دو کشور در هفته‌های آینده نشست دیگری در {random.choice(_WHERE)} برگزار کنند."
    )
    return Story(number, published, title, lead, body)


def make_newsroom(host: str, *, start: float, hours: float, gap: float, random: Random, **how: object) -> Newsroom:
    """A newsroom that publishes about every `gap` hours for some hours."""
    room = Newsroom(host, **how)  # type: ignore[arg-type]
    at, number = start, 100
    while (at := at + random.expovariate(1 / (gap * 3600))) < start + hours * 3600:
        number += 1
        room.stories.append(make_story(number, float(int(at)), random))
    return room
