"""The publication date of a page: both calendars, metadata and visible text, and the rule where they differ."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from didar.gather.pages import read_whole_page
from didar.gather.published import read_shown
from didar.gather.stamps import Stamp, read_stamp
from didar.gathering import page_rules, read_days
from didar.model import Article, Reject
from didar.terms import Reason

RULES = page_rules()
BODY = "<p>" + "متن خبری که دربارهٔ گفت‌وگوهای دو کشور نوشته شده است و چند جمله دارد. " * 4 + "</p>"
META = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2025-02-25T14:30:00+03:30", Stamp(date(2025, 2, 25), (14, 30), timedelta(hours=3.5)), id="ISO 8601"),
        pytest.param("2025-02-25T11:00:00.000Z", Stamp(date(2025, 2, 25), (11, 0), timedelta(0)), id="UTC"),
        pytest.param("2025-02-25T14:30:00+0330", Stamp(date(2025, 2, 25), (14, 30), timedelta(hours=3.5)), id="no colon in the offset"),
        pytest.param("2025-02-25 14:30", Stamp(date(2025, 2, 25), (14, 30)), id="no offset"),
        pytest.param("2025-02-25", Stamp(date(2025, 2, 25)), id="a day"),
        pytest.param("2/25/2025 2:30:06 PM", Stamp(date(2025, 2, 25), (14, 30)), id="the US form"),
        pytest.param("2/25/2025 12:05:06 AM", Stamp(date(2025, 2, 25), (0, 5)), id="the US form, midnight"),
        pytest.param("1403-12-07T14:30:00", Stamp(date(2025, 2, 25), (14, 30)), id="a Jalali year in ISO form"),
        pytest.param("۱۴۰۳/۱۲/۰۷ ۱۴:۳۰", Stamp(date(2025, 2, 25), (14, 30)), id="Persian digits"),
        pytest.param("1403/12/30", Stamp(date(2025, 3, 20)), id="the last day of a leap year"),
        pytest.param("25.02.2025 14:30:00 UTC+03:30", Stamp(date(2025, 2, 25), (14, 30), timedelta(hours=3.5)), id="an export's form"),
        pytest.param("Tue, 25 Feb 2025 11:00:00 GMT", Stamp(date(2025, 2, 25), (11, 0), timedelta(0)), id="RFC 2822"),
        pytest.param("1402-12-30", None, id="no such Jalali day"),
        pytest.param("2025-02-30", None, id="no such day"),
        pytest.param("0001-01-01T00:00:00Z", None, id="a year that nobody means"),
        pytest.param("25/02/2025 14:30", None, id="day or month first, who knows"),
        pytest.param("دیروز", None, id="words"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_stamp(value: str, expected: Stamp | None) -> None:
    assert read_stamp(value) == expected


def test_stamp_in_local_time() -> None:
    late = read_stamp("2025-02-25T22:00:00Z")
    assert late is not None
    assert late.local(ZoneInfo("Asia/Tehran")) == Stamp(date(2025, 2, 26), (1, 30), timedelta(hours=3.5))
    assert late.iso(ZoneInfo("Asia/Kabul")) == "2025-02-26T02:30+04:30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("تاریخ انتشار: سه‌شنبه ۷ اسفند ۱۴۰۳ - ۱۴:۳۰", Stamp(date(2025, 2, 25), (14, 30)), id="label, weekday, clock"),
        pytest.param("۱۴:۳۰ - ۰۷ اسفند ۱۴۰۳", Stamp(date(2025, 2, 25), (14, 30)), id="the clock first"),
        pytest.param("1403/12/07 14:30", Stamp(date(2025, 2, 25), (14, 30)), id="slashes"),
        pytest.param("۷ حوت ۱۴۰۳ - ۱۴:۳۰", Stamp(date(2025, 2, 25), (14, 30)), id="a month of Afghanistan"),
        pytest.param("۲۵ فوریه ۲۰۲۵", Stamp(date(2025, 2, 25)), id="Gregorian"),
        pytest.param("۷ اسفند ۱۴۰۳، ۱۴:۳۰", Stamp(date(2025, 2, 25), (14, 30)), id="a comma before the clock"),
        pytest.param("سه‌شنبه ۷ اسفند ۱۴۰۳ ساعت ۱۴:۳۰", Stamp(date(2025, 2, 25), (14, 30)), id="a word before the clock"),
        pytest.param("۱۴۰۳ اسفند ۷, سه‌شنبه", Stamp(date(2025, 2, 25)), id="the year first, as scripts write it"),
        pytest.param("تاریخ انتشار: ۱۴:۳۰ - ۰۷ اسفند ۱۴۰۳", Stamp(date(2025, 2, 25), (14, 30)), id="a label, then the clock first"),
        pytest.param("7 /اسفند/ 1403", Stamp(date(2025, 2, 25)), id="slashes around a month in words"),
        pytest.param("اسفند ۷, ۱۴۰۳ ۱۴:۳۰ Asia/Tehran", Stamp(date(2025, 2, 25), (14, 30)), id="the month first"),
        pytest.param("۰۷ اسفند ۱۴۰۳ - ۰۲:۳۰ ب.ظ", Stamp(date(2025, 2, 25), (14, 30)), id="after noon"),
        pytest.param("۰۷ اسفند ۱۴۰۳ - ۱۲:۳۰ ق.ظ", Stamp(date(2025, 2, 25), (0, 30)), id="before noon, after midnight"),
        pytest.param("۰۷ اسفند ۱۴۰۳ - ۱۴:۳۰ ب.ظ", Stamp(date(2025, 2, 25), (14, 30)), id="of twenty-four hours and after noon"),
        pytest.param("سه‌شنبه ۷ اسفند ۱۴۰۳ شماره ۱۲", Stamp(date(2025, 2, 25)), id="a number after the year"),
        pytest.param("کد خبر: ۱۲۳۴۵۶۷ تاریخ انتشار: ۷ اسفند ۱۴۰۳", Stamp(date(2025, 2, 25)), id="a number before"),
        pytest.param("آخرین به‌روزرسانی: ۸ اسفند ۱۴۰۳ - ۱۰:۰۰", None, id="an update is no publication"),
        pytest.param("امروز سه‌شنبه ۷ اسفند ۱۴۰۳", None, id="the day of the visit"),
        pytest.param("دوشنبه ۷ اسفند ۱۴۰۳", None, id="a weekday that contradicts"),
        pytest.param("۳۰ اسفند ۱۴۰۲", None, id="no such day"),
        pytest.param("۷ اسفند", None, id="no year"),
        pytest.param("کد خبر: ۱۴۰۳۱۲۰۷۰۰۱", None, id="a number"),
    ],
)
def test_what_readers_see(text: str, expected: Stamp | None) -> None:
    assert read_shown(text, RULES.labels.get, read_days) == expected


def read(head: str, shown: str, url: str = "https://a-site.ir/1") -> tuple[str | None, str]:
    page = f"<html><head>{head}</head><body><h1>سرخط</h1>{shown}<div class='entry-content'>{BODY}</div></body></html>"
    found = list(read_whole_page(page.encode(), url=url, where="x", rules=RULES, read_days=read_days))
    assert isinstance(found[0], Article)
    notes = [r for r in found[1:] if isinstance(r, Reject)]
    assert all(r.reason is Reason.DATES_DIFFER for r in notes)
    return found[0].published, " ".join(r.detail for r in notes)


@pytest.mark.parametrize(
    ("told", "shown", "expected", "because"),
    [
        pytest.param("2025-02-25T11:00:00Z", "تاریخ انتشار: ۷ اسفند ۱۴۰۳ - ۱۴:۳۰", "2025-02-25T14:30+03:30", "", id="they agree"),
        pytest.param(
            "2025-02-25T22:00:00Z", "تاریخ انتشار: ۸ اسفند ۱۴۰۳ - ۰۱:۳۰", "2025-02-26T01:30+03:30", "", id="they agree after midnight"
        ),
        pytest.param("2025-02-25", "تاریخ انتشار: ۷ اسفند ۱۴۰۳ - ۱۴:۳۰", "2025-02-25T14:30+03:30", "", id="the clock is shown alone"),
        pytest.param("2025-02-25T11:00:00Z", "", "2025-02-25T14:30+03:30", "", id="told alone"),
        pytest.param("", "تاریخ انتشار: ۷ اسفند ۱۴۰۳", "2025-02-25", "", id="shown alone"),
        pytest.param("", "", None, "", id="neither"),
        pytest.param(
            "2025-03-02T09:00:00+03:30", "تاریخ انتشار: ۷ اسفند ۱۴۰۳ - ۱۴:۳۰", "2025-02-25T14:30+03:30", "readers", id="day of change"
        ),
        pytest.param(
            "2025-02-25T23:30:00Z", "تاریخ انتشار: ۷ اسفند ۱۴۰۳ - ۲۳:۳۰", "2025-02-25T23:30+03:30", "offset", id="local marked UTC"
        ),
        pytest.param("2025-03-02T09:00:00+03:30", "۷ اسفند ۱۴۰۳", "2025-03-02T09:00+03:30", "no label", id="shown without a label"),
        pytest.param(
            "2025-02-25T11:00:00Z", "به‌روزرسانی: ۱۲ اسفند ۱۴۰۳ - ۱۰:۰۰", "2025-02-25T14:30+03:30", "", id="an update is passed over"
        ),
        pytest.param(
            "1403-12-07T14:30:00", "تاریخ انتشار: ۷ اسفند ۱۴۰۳ - ۱۴:۳۰", "2025-02-25T14:30+03:30", "", id="Jalali in the metadata"
        ),
        pytest.param("yesterday", "تاریخ انتشار: ۷ اسفند ۱۴۰۳ - ۱۴:۳۰", "2025-02-25T14:30+03:30", "", id="metadata that is no date"),
    ],
)
def test_the_rule(told: str, shown: str, expected: str | None, because: str) -> None:
    published, notes = read(META.format(told) if told else "", f"<span class='date'>{shown}</span>" if shown else "")
    assert published == expected
    assert (because in notes) if because else notes == ""


@pytest.mark.parametrize(
    "elsewhere",
    [
        pytest.param("<header><span class='date'>چهارشنبه ۱۵ فروردین ۱۴۰۳</span></header>", id="head of the site"),
        pytest.param("<div class='related-news'><span class='date'>۱۵ فروردین ۱۴۰۳</span></div>", id="related articles"),
        pytest.param("<div class='comments'><span class='date'>تاریخ انتشار: ۱۵ فروردین ۱۴۰۳</span></div>", id="comments"),
        pytest.param("<footer><time>۱۵ فروردین ۱۴۰۳</time></footer>", id="foot of the site"),
    ],
)
def test_dates_elsewhere_on_the_page_are_not_the_articles(elsewhere: str) -> None:
    assert read("", elsewhere) == (None, "")


def test_a_label_is_found_without_any_mark() -> None:
    assert read("", "<div>تاریخ انتشار : ۱۴۰۳/۱۲/۰۷ ۱۴:۳۰</div>") == ("2025-02-25T14:30+03:30", "")
    assert read("", "<div>گزارشی دیگر از ۱۴۰۳/۱۲/۰۷</div>") == (None, "")


def test_clocks_of_the_outlet() -> None:
    head = META.format("2025-02-25T20:00:00Z")
    assert read(head, "", url="https://www.mehrnews.com/1")[0] == "2025-02-25T23:30+03:30"
    assert read(head, "", url="https://pajhwok.com/1")[0] == "2025-02-26T00:30+04:30"
    assert read(head, "", url="https://unknown.af/1")[0] == "2025-02-26T00:30+04:30"
    assert read(head, "", url="https://www.iranintl.com/1")[0] == "2025-02-25T20:00+00:00"
