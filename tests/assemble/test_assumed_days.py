# ruff: noqa: E501
"""A contact with no day told has the day of the report, unless the text says that it was another. The sentences are ours."""

import pytest

from didar import read_article
from didar.model import Article
from didar.pack import Pack

TODAY = "2025-05-20"

UNDATED = [
    "وزیر خارجه هند ماه گذشته گفت که در تماسی تلفنی با همتای چینی خود درباره مرز دو کشور صحبت کرده است.",
    "وزیر خارجه گرجستان در تماس با عباس عراقچی از ایران قدردانی کرد. یک منبع آگاه گفت وزیر خارجه گرجستان در تماس تلفنی چند روز پیش با عراقچی از ایران قدردانی کرده است.",
    "سخنگوی وزارت خارجه امروز درباره سفر فرمانده ارتش عمان به تهران گفت: این سفر مهم بود.",
    "وزیر تجارت پاکستان گفت: در این سفر با وزیر راه ایران گفت‌وگو داشتیم.",
    "آن روز همان روزی بود که رئیس‌جمهور آمریکا در کاخ سفید با زلنسکی دیدار کرد.",
    "نخست‌وزیر پاکستان که به ریاض رفته بود به کشورش بازگشت.",
    "وزیر خارجه ژاپن پیش‌تر در دیدار با همتای ایرانی خود گفته بود که توکیو آماده کمک است.",
]

OF_TODAY = [
    "وزیر خارجه هند گفت که در تماسی تلفنی با همتای چینی خود درباره مرز دو کشور صحبت کرده است.",
    "وزیر خارجه ژاپن در دیدار با همتای ایرانی خود گفت که توکیو آماده کمک است.",
    "امیر قطر در پیامی پیروزی حسن روحانی در انتخابات ریاست جمهوری ۱۳۹۶ را تبریک گفت.",
    "عراقچی به مسکو رفت. دیدار قبلی او با لاوروف یک ماه پیش انجام شده بود.",
]


def _dates(text: str, pack: Pack) -> list[str | None]:
    return [e.date for e in read_article(Article(id="t", text=text, published=TODAY), pack=pack).engagements]


@pytest.mark.parametrize("text", UNDATED)
def test_told_of_another_time_it_has_no_day(text: str, pack: Pack) -> None:
    assert TODAY not in _dates(text, pack)


@pytest.mark.parametrize("text", OF_TODAY)
def test_told_as_news_it_has_the_day_of_the_report(text: str, pack: Pack) -> None:
    assert _dates(text, pack)[0] == TODAY


def test_a_journey_for_a_gathering_does_not_date_it(pack: Pack) -> None:
    text = "وزیر خارجه هند روز شنبه برای شرکت در نشست سران سازمان همکاری شانگهای وارد چین شد."
    dates = {e.kind.value: e.date for e in read_article(Article(id="t", text=text, published=TODAY), pack=pack).engagements}
    assert dates["visit"] == "2025-05-17"
    assert dates["conference"] is None
