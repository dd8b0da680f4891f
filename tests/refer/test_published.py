"""The publication day of articles that come with none: what tells it and what does not."""

from datetime import date

import pytest

from didar.analyse import analyse
from didar.clean import clean_text
from didar.dates import default_times
from didar.mention.dates import find_dates
from didar.refer.published import PublishedBy, PublishedDay, find_published

DAY = date(2025, 2, 25)


def published(text: str, url: str | None = None) -> PublishedDay | None:
    analysis = analyse(clean_text(text), is_verb=lambda _: False, is_noise=lambda _: False)
    return find_published(analysis, find_dates(analysis, times=default_times()), url=url)


BODY = "وزیر امور خارجه با همتای خود دیدار کرد و درباره همکاری‌های دو کشور در زمینه‌های گوناگون با او سخن گفت."

TOLD = [
    ("today with weekday", f"{BODY} او امروز سه‌شنبه ۷ اسفند ۱۴۰۳ آمد.", None, PublishedBy.TODAY),
    ("today in brackets", f"{BODY} او امروز (سه‌شنبه) ۷ اسفندماه ۱۴۰۳ آمد.", None, PublishedBy.TODAY),
    ("today without weekday", f"{BODY} او امروز ۷ اسفند ۱۴۰۳ آمد.", None, PublishedBy.TODAY),
    ("today by the other calendar", f"{BODY} او امروز ۲۵ فوریه ۲۰۲۵ آمد.", None, PublishedBy.TODAY),
    ("a line of its own", f"۷ اسفند ۱۴۰۳\n{BODY}", None, PublishedBy.DATELINE),
    ("a line with a weekday", f"تیتر خبر\nسه‌شنبه ۷ اسفند ۱۴۰۳\n{BODY}", None, PublishedBy.DATELINE),
    ("a line in digits", f"تاریخ انتشار: 1403/12/07\n{BODY}", None, PublishedBy.DATELINE),
    ("a stamp with a clock in the text", f"تیتر خبر سه‌شنبه ۷ اسفند ۱۴۰۳ - ۱۴:۳۰ {BODY}", None, PublishedBy.DATELINE),
    ("a stamp in english order", f"تیتر خبر\nاسفند 07, 1403 15:37 Asia/Tehran\n{BODY}", None, PublishedBy.DATELINE),
    (
        "a stamp and a later update",
        f"تیتر خبر\nاسفند 07, 1403 15:37 Asia/Tehran [Updated: اردیبهشت 18, 1404 22:18 Asia/Tehran]\n{BODY}",
        None,
        PublishedBy.DATELINE,
    ),
    ("the last line", f"{BODY}\n{BODY} دوم\n۷ اسفند ۱۴۰۳", None, PublishedBy.DATELINE),
    ("jalali folders", BODY, "https://example.ir/news/1403/12/07/1234", PublishedBy.ADDRESS),
    ("gregorian folders", BODY, "https://example.com/2025/02/25/visit", PublishedBy.ADDRESS),
    ("dashes", BODY, "https://example.com/a/2025-2-25-visit", PublishedBy.ADDRESS),
    ("fourteen digits", BODY, "https://example.ir/news/14031207000673", PublishedBy.ADDRESS),
    ("weekday and date in the lead", f"عصر سه‌شنبه ۷ اسفند ۱۴۰۳ سفیر آمد. {BODY}", None, PublishedBy.LEAD),
    ("today before the address", f"{BODY} امروز ۷ اسفند ۱۴۰۳ آمد.", "https://example.com/2024/01/01/x", PublishedBy.TODAY),
]


@pytest.mark.parametrize(("text", "url", "because"), [pytest.param(t, u, b, id=i) for i, t, u, b in TOLD])
def test_told(text, url, because):
    found = published(text, url)
    assert found is not None
    assert (found.day, found.because) == (DAY, because)


NOT_TOLD = [
    ("nothing", BODY, None),
    ("empty", "", None),
    ("today alone", f"{BODY} او امروز آمد.", None),
    ("today and weekday", f"{BODY} او امروز (سه‌شنبه) آمد.", None),
    ("no year", f"{BODY} او امروز سه‌شنبه ۷ اسفند آمد.", None),
    ("yesterday with its date", f"{BODY} او دیروز ۷ اسفند ۱۴۰۳ آمد.", None),
    ("weekday contradicts", f"{BODY} او امروز جمعه ۷ اسفند ۱۴۰۳ آمد.", None),
    ("no such day", f"{BODY} او امروز ۳۰ اسفند ۱۴۰۲ آمد.", None),
    ("two todays", f"{BODY} امروز ۷ اسفند ۱۴۰۳ آمد. امروز ۸ اسفند ۱۴۰۳ رفت.", None),
    ("history in the body", f"{BODY} {BODY} او در ۷ اسفند ۱۴۰۳ رفته بود.", None),
    ("history in the lead", f"او در ۷ اسفند ۱۳۵۷ زاده شد. {BODY}", None),
    ("an event to come", f"انتخابات سه‌شنبه ۷ اسفند ۱۴۰۳ برگزار خواهد شد. {BODY}", None),
    ("two days in the lead", f"او سه‌شنبه ۷ اسفند ۱۴۰۳ آمد و جمعه ۱۰ اسفند ۱۴۰۳ رفت. {BODY}", None),
    ("a month", f"اسفند ۱۴۰۳\n{BODY}", None),
    ("a number in the address", BODY, "https://example.ir/news/85123456"),
    ("no such day in the address", BODY, "https://example.ir/1403/13/07/x"),
    ("an id of a channel", BODY, "https://t.me/channel/140312"),
]


@pytest.mark.parametrize(("text", "url"), [pytest.param(t, u, id=i) for i, t, u in NOT_TOLD])
def test_not_told(text, url):
    assert published(text, url) is None


def test_tokens_point_at_the_words():
    found = published(f"{BODY} او امروز ۷ اسفند ۱۴۰۳ آمد.")
    assert found is not None
    assert found.last - found.first == 4
