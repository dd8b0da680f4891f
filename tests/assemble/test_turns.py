"""Several times told together, the day of a journey, and a meeting that the next sentence dates."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

TURNS = [
    case(
        "وزیر خارجه ترکیه پیش از این فروردین و شهریور ۱۴۰۳ به تهران سفر کرده بود.",
        "visit held IRN-TUR @تهران 2024-03-20/2024-04-19",
        "visit held IRN-TUR @تهران 2024-08-22/2024-09-21",
    ),
    case(
        "وزیر خارجه هند در سال‌های ۱۳۹۵ و ۱۳۹۸ به تهران سفر کرد.",
        "visit held IND-IRN @تهران 2016-03-20/2017-03-20",
        "visit held IND-IRN @تهران 2019-03-21/2020-03-19",
    ),
    case(
        "نخست‌وزیر پاکستان در خرداد و آذر ۱۴۰۳ با هدف شرکت در اجلاس سران اکو در باکو و امضای توافقنامه تجاری با آذربایجان در شوشا "
        "به جمهوری آذربایجان سفر کرد.",
        "conference held @باکو 2024-05-21/2024-06-20",
        "signing held AZE-PAK @شوشا 2024-11-21/2024-12-20",
        "visit held AZE-PAK @باکو 2024-05-21/2024-06-20",
        "visit held AZE-PAK @شوشا 2024-11-21/2024-12-20",
    ),
]

NO_TURNS = [
    # months that follow one another are one time; what is ahead is one plan
    case("وزیر خارجه ترکیه فروردین و اردیبهشت ۱۴۰۳ به تهران سفر کرد.", "visit held IRN-TUR @تهران 2024-03-20/2024-05-20"),
    case("وزیر خارجه ترکیه قرار است در مهر و آذر به تهران سفر کند.", "visit planned IRN-TUR @تهران undated"),
    case("وزیر خارجه ترکیه شهریور ۱۴۰۳ به تهران سفر کرده بود.", "visit held IRN-TUR @تهران 2024-08-22/2024-09-21"),
]

DAYS_OF_A_JOURNEY = [
    case(
        "وزیر خارجه ایران دوشنبه وارد مسقط شد. او امروز در دومین روز سفر خود به مسقط با وزیر خارجه عمان دیدار کرد.",
        "visit held IRN-OMN @مسقط 2025-05-19",
        "meeting held IRN-OMN @مسقط 2025-05-20",
    ),
    case(
        "وزیر خارجه ایران قرار است پنجشنبه در روز دوم سفر خود به مسقط با وزیر خارجه عمان دیدار کند.",
        "visit planned IRN-OMN @مسقط 2025-05-21",
        "meeting planned IRN-OMN @مسقط 2025-05-22",
    ),
    case(
        "وزیر خارجه ایران قرار است پنجشنبه در دومین سفر خود به مسقط با وزیر خارجه عمان دیدار کند.", "visit planned IRN-OMN @مسقط 2025-05-22"
    ),
]

LAST_TIME = "وزیر خارجه ایران و وزیر خارجه عراق آخرین بار در بغداد با یکدیگر دیدار کردند."
RESUMED = [
    case(
        f"{LAST_TIME} وزیر خارجه عراق سوم دی ۱۴۰۳ میزبان همتای ایرانی خود بود.",
        "meeting held IRN-IRQ @بغداد 2024-12-23",
        "visit held IRN-IRQ @بغداد 2024-12-23",
    ),
]

NOT_RESUMED = [
    case(f"{LAST_TIME} وزیر خارجه ترکیه سوم دی ۱۴۰۳ میزبان همتای ایرانی خود بود.", "meeting held IRN-IRQ @بغداد undated"),
    case(f"{LAST_TIME}\nوزیر خارجه عراق سوم دی ۱۴۰۳ میزبان همتای ایرانی خود بود.", "meeting held IRN-IRQ @بغداد undated"),
    case(f"{LAST_TIME} وزیر خارجه عراق ماه آینده میزبان همتای ایرانی خود خواهد بود.", "meeting held IRN-IRQ @بغداد undated"),
]


@pytest.mark.parametrize(("text", "asked"), [*TURNS, *NO_TURNS, *DAYS_OF_A_JOURNEY, *RESUMED, *NOT_RESUMED])
def test_times_told(text, asked, pack: Pack):
    found = told(text, pack)
    assert missing(asked, found) == [], found


@pytest.mark.parametrize(("text", "asked"), [*TURNS, *NO_TURNS])
def test_no_more_journeys_than_times(text, asked, pack: Pack):
    assert sum("visit" in facts for facts in told(text, pack)) == sum("visit" in row.split() for row in asked)
