"""Articles of our own, and pages in the manner of the news systems that carry them: what goes in is known."""

import html
import random
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from string import Template
from zoneinfo import ZoneInfo

from didar.calendars import date_to_jalali

TEMPLATES = Path(__file__).parent / "gather" / "templates"
TEHRAN = ZoneInfo("Asia/Tehran")
ZONES = {  # of templates of outlets whose clocks are not those of Tehran
    "drupal_dari": "Asia/Kabul", "wordpress": "Asia/Kabul", "pangea": "Europe/Prague", "bbc": "Europe/London", "nextjs": "Europe/London",
}  # fmt: skip

PEOPLE = (
    "بهرام سپهری", "نرگس کیانفر", "یونس الراوی", "سلیم البنا", "آلا دیمیترووا", "پاول کرنیک", "تیمور جان‌اف", "مریم دهقان‌پور",
)  # fmt: skip
OFFICES = ("وزیر امور خارجه", "معاون سیاسی وزارت خارجه", "سخنگوی دستگاه دیپلماسی", "فرستادهٔ ویژهٔ رئیس‌جمهور", "رئیس مجلس", "سفیر تازه")
LANDS = ("عمان", "عراق", "ارمنستان", "قزاقستان", "هند", "ژاپن", "صربستان", "الجزایر", "ترکمنستان", "فنلاند")
CITIES = ("مسقط", "بغداد", "ایروان", "آستانه", "دهلی‌نو", "توکیو", "بلگراد", "الجزیره", "عشق‌آباد", "هلسینکی")
TOPICS = (
    "گذرگاه‌های ترانزیتی", "آب‌های مرزی", "همکاری‌های بانکی", "پروازهای مستقیم", "برق‌رسانی به شهرهای مرزی",
    "نمایشگاه‌های مشترک", "آموزش‌های دانشگاهی", "بازارچه‌های مرزی", "پرونده‌های کنسولی", "طرح‌های نیمه‌تمام",
)  # fmt: skip
SENTENCES = (
    "{office} {land} بامداد دیروز برای دیداری دوروزه به {city} رسید و در فرودگاه گفت که از آغاز گفت‌وگوها خشنود است.",
    "{person} در این نشست یادآور شد که {topic} سال‌هاست میان دو کشور بررسی می‌شود و باید به نتیجه‌ای روشن برسد.",
    "دو طرف قرار گذاشتند کارگروهی دربارهٔ {topic} پدید آورند تا هر سه ماه یک‌بار گرد هم بیایند.",
    "به گفتهٔ {office}، آنچه در {city} امضا شد تنها گام نخست است و کارهای بزرگ‌تری پیش روست.",
    "او افزود: «ما نمی‌خواهیم فرصت‌ها از دست برود؛ همسایه‌ها باید بیش از این به یکدیگر نزدیک شوند».",
    "خبرنگاران پرسیدند که چرا نشست پیشین نیمه‌کاره ماند؛ {person} پاسخ داد که برنامه‌ها فشرده بوده است.",
    "کارشناسان می‌گویند حجم بازرگانی با {land} در {number} ماه گذشته کمابیش {percent} درصد افزایش یافته است.",
    "{office} همچنین از میزبانی مردم {city} سپاسگزاری کرد و همتای خود را به تهران فراخواند.",
    "در بخش دیگری از این دیدار، پیش‌نویس تفاهم‌نامه‌ای با موضوع {topic} رونمایی شد.",
    "قرار است نمایندگان بخش خصوصی هم هفتهٔ آینده راهی {city} شوند و دربارهٔ {topic} رایزنی کنند.",
    "{person} تأکید کرد که هیچ‌یک از بندهای توافق پیشین کنار گذاشته نشده و همه‌چیز طبق برنامه پیش می‌رود.",
    "در پایان این گفت‌وگوها بیانیه‌ای {number}بندی خوانده شد که بر پیوندهای دیرینهٔ دو ملت پای می‌فشرد.",
    "سفارت {land} در واکنش به این خبر نوشت که از هر گامی در راه گسترش همکاری‌ها پشتیبانی می‌کند.",
    "گفتنی است دور پیشین این رایزنی‌ها {number} ماه پیش برگزار شده بود و بی‌نتیجه به پایان رسید.",
    "رئیس اتاق بازرگانی هم در این باره گفت: «راه‌آهن تازه می‌تواند هزینه‌ها را تا {percent} درصد پایین بیاورد».",
    "نمایندهٔ {land} با اشاره به {topic} خاطرنشان ساخت که زمان زیادی باقی نمانده است.",
    "پیش از این، {office} در مصاحبه‌ای تلویزیونی از برنامه‌ریزی برای سفر به {city} خبر داده بود.",
    "به نوشتهٔ روزنامه‌های {city}، این نخستین‌بار است که دو کشور چنین پرونده‌ای را روی میز می‌گذارند.",
    "او دربارهٔ {topic} گفت که گزارش‌های رسیده امیدوارکننده است، هرچند هنوز گره‌هایی هست که باید گشوده شود.",
    "{person} که همراه با هیئتی {number} نفره به {city} رفته است، فردا با چند تن از بازرگانان نیز دیدار می‌کند.",
)
TITLES = (
    "{office} راهی {city} شد",
    "گفت‌وگوی دو وزیر دربارهٔ {topic}",
    "{person}: همکاری با {land} شتاب می‌گیرد",
    "امضای تفاهم‌نامه با {land} در {city}",
    "دیدار {office} با همتای خود در {city}",
)
SITE_PHRASES = (
    "برف در گردنه‌ها", "نتیجهٔ لیگ دستهٔ یک", "بهای سکه در بازار", "آغاز جشنوارهٔ فیلم", "ترافیک در آزادراه شمال", "کنسرتی که لغو شد",
)  # fmt: skip
COMMENTS = ("چه خوب که به این موضوع پرداختید.", "کاش زودتر این کار را می‌کردند، حالا دیر شده است.", "با سپاس از خبرنگار شما.")


@dataclass(frozen=True)
class Story:
    """What a page is filled with. `at`: when it was published, a moment with its zone."""

    number: int
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    at: datetime

    @property
    def text(self) -> str:
        return "\n".join([self.lead, *self.paragraphs])


def make_story(number: int, *, zone: str = "Asia/Tehran") -> Story:
    """The story of this number; always the same."""
    dice = random.Random(number)

    def fill(pattern: str) -> str:
        at = dice.randrange(len(LANDS))
        return pattern.format(
            person=dice.choice(PEOPLE), office=dice.choice(OFFICES), land=LANDS[at], city=CITIES[at], topic=dice.choice(TOPICS),
            number=dice.randint(3, 24), percent=dice.randint(5, 60),
        )  # fmt: skip

    count = dice.randint(6, 18)
    chosen = [fill(p) for p in dice.sample(SENTENCES, count)]
    lead, body = chosen[0], chosen[1:]
    paragraphs: list[str] = []
    while body:
        take = dice.randint(1, 3)
        paragraphs.append(" ".join(body[:take]))
        body = body[take:]
    start = datetime(2012, 3, 20, tzinfo=ZoneInfo(zone))
    at = start + timedelta(days=dice.randrange(5000), hours=dice.randrange(24), minutes=dice.randrange(60))
    return Story(number, fill(dice.choice(TITLES)), lead, tuple(paragraphs), at)


def make_page(template: str, story: Story, *, heavy: bool = False) -> bytes:
    """The page of a story, as the server of this system would send it; heavy: with the scripts and menus of a real one, about 100 KB."""
    source = (TEMPLATES / f"{template}.html").read_text(encoding="utf-8")
    page = Template(source).safe_substitute(_slots(story))
    if heavy:
        page = re.sub(r"<body[^>]*>", lambda found: found[0] + _clutter(), page, count=1, flags=re.I)
    if "1256" not in template:
        return page.encode()
    return page.replace("ک", "ك").replace("ی", "ي").replace("ۀ", "ه").encode("cp1256", "xmlcharrefreplace")


def zone_for(template: str) -> str:
    return ZONES.get(template, "Asia/Tehran")


MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
DARI_MONTHS = "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت".split()
GREGORIAN = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split()
DAYS = "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split()
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian(value: object) -> str:
    return str(value).translate(_PERSIAN)


def jalali_words(day: date, months: list[str] = MONTHS) -> str:
    year, month, number = date_to_jalali(day) or (0, 1, 0)
    return f"{DAYS[day.weekday()]} {persian(number)} {months[month - 1]} {persian(year)}"


def _slots(story: Story) -> dict[str, str]:
    at, day = story.at, story.at.date()
    year, month, number = date_to_jalali(day) or (0, 1, 0)
    clock = persian(f"{at:%H:%M}")
    words = jalali_words(day)
    others = [make_story(story.number * 31 + n + 1_000_000) for n in range(4)]
    saved = jalali_words(day + timedelta(days=40))
    quoted = [html.escape(p, quote=False) for p in story.paragraphs]
    utc = at.astimezone(UTC)
    links = "".join(f'<li><a href="/n/{s.number}">{s.title}</a> <span class="date">{jalali_words(s.at.date())}</span></li>' for s in others)
    cards = "".join(
        f'<article><h4><a href="/n/{s.number}">{s.title}</a></h4><p>{s.lead}</p>'
        f'<time class="time">{jalali_words(s.at.date())}</time></article>'
        for s in others[:3]
    )
    said = "".join(f'<li class="comment"><span class="date">{saved} {clock}</span><p class="comment-body">{c}</p></li>' for c in COMMENTS)
    spread = "".join(f'<div dir="rtl" class="bbc-19j92fr"><p class="bbc-1gjryo4">{p}</p></div>' for p in (story.lead, *quoted))
    marked = "".join(f'<p class="rtejustify">{_marked(p)}</p> ' for p in quoted)
    return {
        "title": html.escape(story.title),
        "lead": html.escape(story.lead, quote=False),
        "number": str(4_000_000 + story.number),
        "slug": re.sub(r"[^\w\u200c]+", "-", story.title).strip("-"),
        "iso_utc": utc.isoformat(),
        "iso_zulu": f"{utc:%Y-%m-%dT%H:%M:%S.000Z}",
        "iso_local": at.isoformat(),
        "iso_local_space": f"{at:%Y-%m-%d %H:%M:%S}",
        "iso_day": day.isoformat(),
        "iso_later": (utc + timedelta(days=3)).isoformat(),
        "us_date": f"{at.month}/{at.day}/{at.year} {at:%I:%M:%S %p}",
        "visible": f"{words} - {clock}",
        "visible_clock_first": f"{clock} - {persian(f'{number:02}')} {MONTHS[month - 1]} {persian(year)}",
        "visible_day": words,
        "visible_day_arabic": words,
        "visible_slashed": f"{persian(f'{year}/{month:02}/{number:02}')} {clock}",
        "visible_gregorian": f"{persian(day.day)} {GREGORIAN[day.month - 1]} {persian(day.year)}",
        "visible_dari": f"{persian(number)} {DARI_MONTHS[month - 1]} {persian(year)} - {clock}",
        "header_date": f"امروز {saved}",
        "slashed": f"{year}/{month:02}/{number:02}",
        "paragraphs": "\n".join(f'<p style="text-align:justify">{p}</p>' for p in quoted),
        "lead_paragraph": f"<p><strong>{story.lead}</strong></p>",
        "marked_paragraphs": marked + '<p class="rtejustify">انتهای پیام/</p>',
        "bbc_paragraphs": spread,
        "div_paragraphs": "".join(f"<div>{p}</div>" for p in quoted),
        "breaks": "<br />\r\n<br />\r\n".join(quoted),
        "arabic_paragraphs": "<BR><BR>".join(quoted),
        "related": links,
        "sidebar": "".join(f'<li><a href="/x/{n}">{phrase}</a></li>' for n, phrase in enumerate(SITE_PHRASES)),
        "sidebar_links": "".join(f'<a href="/y/{n}">{phrase}</a><br>' for n, phrase in enumerate(SITE_PHRASES)),
        "related_articles": cards,
        "comments": said,
        "other_title": others[0].title,
    }  # fmt: skip


@cache
def _clutter() -> str:
    """What stands before an article on a real page: scripts, styles, the site's name as a heading, a menu, other articles' leads."""
    script = "".join(f"window.q=window.q||[];q.push({{id:{n},slot:'top',html:'<div class=x>'}});" for n in range(700))
    style = "".join(f".c{n} > li:hover{{margin:0 {n}px;color:#{n:06x}}}" for n in range(500))
    menu = "".join(f'<li class="menu-item item-{n}"><a href="/service/{n}" title="x">{SITE_PHRASES[n % 6]}</a></li>' for n in range(220))
    named = '<header class="site"><h1 class="logo"><a href="/">پایگاه خبری</a></h1></header>'
    others = "".join(
        f'<li class="news"><h3 class="title"><a href="/news/{s.number}">{s.title}</a></h3>'
        f'<p class="introtext lead subtitle summary">{s.lead}</p><time class="time">{jalali_words(s.at.date())}</time></li>'
        for s in (make_story(2_000_000 + n) for n in range(5))
    )
    box = f'<div class="box-top"><ul>{others}</ul></div>'
    return f'<script>{script}</script><style>{style}</style>{named}<nav class="main-menu"><ul>{menu}</ul></nav>{box}'


def _marked(paragraph: str) -> str:
    """A word here and there inside a span, as a spelling checker leaves it."""
    words = paragraph.split(" ")
    return " ".join(f'<span class="wordInCorrect" id="{n}">{w}</span>' if n % 9 == 4 else w for n, w in enumerate(words))


def names() -> list[str]:
    """The names of all templates."""
    return sorted(path.stem for path in TEMPLATES.glob("*.html"))
