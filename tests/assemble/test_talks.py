"""Talks in sentences of our own: who negotiates, who mediates, where a round stands, and what is no round."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

TOLD = [
    # mediators, in the sentence of the talks and elsewhere
    case("ژاپن و کره جنوبی در مذاکراتی با میانجی‌گری سوئیس بر سر ماهیگیری توافق کردند.", "talks held CHE-JPN-KOR None/CHE>mediator"),
    case("طرحی که دولت‌های هند و چین در مذاکراتی با وساطت نپال بر سر آن توافق کرده بودند، کنار گذاشته شد.", "talks held CHN-IND-NPL"),
    case("قطر و ژاپن میانجی مذاکرات هند و پاکستان هستند.", "talks ongoing IND-JPN-PAK-QAT None/QAT>mediator None/JPN>mediator"),
    case(
        "مذاکرات هند و پاکستان در ژنو ادامه دارد.\n🔹\nسوئیس در این میان نقش میانجی دارد.",
        "talks ongoing CHE-IND-PAK None/CHE>mediator @ژنو",
    ),
    case("سوئیس به‌عنوان میانجی فعال است.\nوضعیت مذاکرات روشن است اما ژاپنی‌ها موضع خود را تغییر می‌دهند.", "talks ongoing CHE-IRN-JPN"),
    case("دو کشور میانجی یعنی قطر و سوئیس خوش‌بین‌اند.\nمذاکرات هند و پاکستان ادامه دارد.", "talks ongoing CHE-IND-PAK-QAT"),
    case(
        "مذاکرات صلح هند و پاکستان با میانجی‌گری ژاپن و قطر ادامه دارد.", "talks ongoing IND-JPN-PAK-QAT None/JPN>mediator None/QAT>mediator"
    ),
    # by the verb
    case("هند و ژاپن هفته گذشته در کلکته مذاکره کردند.", "talks held IND-JPN 2025-05-10/2025-05-16"),
    case("هند و ژاپن فردا در توکیو مذاکره می‌کنند.", "talks planned IND-JPN @توکیو"),
    case("رایزنی‌های ژاپن و هند درباره بندر ادامه دارد.", "talks ongoing IND-JPN"),
    case("گفت‌وگو میان هند و چین در جریان است.", "talks ongoing CHN-IND"),
    # where they stand
    case("دولت هند در مذاکرات با ژاپن حسن نیت نداشته است.", "talks held IND-JPN"),
    case("هند و چین پس از سه دور گفت‌وگو به توافق رسیدند.", "talks held CHN-IND"),
    case("ژاپن از پیشرفت در مذاکرات غیرمستقیم با کره شمالی در سئول خبر داد.", "talks ongoing JPN-PRK indirect"),
    case("نپال از لغو دور ششم مذاکرات هند و چین خبر داد.", "talks called_off CHN-IND"),
    case("وزیر خارجه ژاپن: مذاکراتی با روسیه در جریان نیست.", "talks denied JPN-RUS"),
    case("ما چندین دور گفت‌وگوهای هند و چین را در کاتماندو داشتیم.", "talks held CHN-IND @کاتماندو"),
    case("هند شرکت در دور بعدی مذاکرات با چین را رد کرد.", "talks called_off CHN-IND"),
    case("هند مذاکرات با چین را ترک کرد.", "talks called_off CHN-IND"),
    case("مذاکرات هند و چین ممکن است این هفته از سر گرفته شود.", "talks proposed CHN-IND"),
    case("احتمال برگزاری دور تازه مذاکرات هند و چین در هفته آینده.", "talks proposed CHN-IND"),
    case("هند و چین دور تازه‌ای از مذاکرات مستقیم برگزار می‌کنند.", "talks planned direct CHN-IND"),
    case("هند و چین پنج دور گفت‌وگو در کاتماندو داشته‌اند.", "talks held CHN-IND @کاتماندو"),
    case("نپال میزبان مذاکرات هند و چین بود.", "talks held CHN-IND @نپال"),
    case("کاتماندو میزبان دور دوم مذاکرات هند و چین خواهد بود.", "talks planned CHN-IND @کاتماندو"),
    # whose they are
    case("رویترز: هند و چین در حال مذاکره درباره یک تفاهم‌نامه هستند.", "talks ongoing CHN-IND"),
    case("کاخ سفید: مذاکرات با ژاپن به تعویق افتاد.", "talks called_off JPN-USA"),
    case("رئیس‌جمهور فرانسه: مذاکرات با برزیل خوب پیش می‌رود.", "talks ongoing BRA-FRA"),
    case("سفیر ایران گفت: گفت‌وگوهای ما با ۱+۵ ماه گذشته آغاز شد.", "talks ongoing IRN-P5+1"),
    case("دور دوم مذاکرات هند و ژاپن به ریاست معاونان وزیران خارجه در توکیو برگزار شد.", "talks held IND-JPN @توکیو"),
]

SILENT = [
    "احتمال مذاکره هند و چین کم است.",
    "نپال میزبان گردشگران هند و چین بود.",
    "تیم‌های فوتبال هند و چین در حال مذاکره هستند تا بازیکن بگیرند، باشگاه‌ها گفتند.",
    "ژاپن هرگز با کره شمالی مذاکره نمی‌کند.",
    "هند آماده مذاکره با پاکستان است.",
    "هند و پاکستان باید مذاکره کنند.",
    "ژاپنی‌ها در مذاکرات هسته‌ای دخیل نبودند.",
    "ژاپن برای میانجی‌گری میان هند و پاکستان اعلام آمادگی کرد.",
    "باشگاه‌های سپاهان و پرسپولیس مذاکره کردند.",
    "نمایندگان مجلس و دولت درباره بودجه مذاکره کردند.",
    "سوئیس پیشنهاد میانجی‌گری داد.",
    "رایزنی‌های نماینده مردم تبریز درباره بودجه ادامه دارد.",
]


@pytest.mark.parametrize(("text", "asked"), TOLD)
def test_talks(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found


@pytest.mark.parametrize("text", SILENT)
def test_no_talks(text: str, pack: Pack) -> None:
    assert not told(text, pack)


def test_a_mediator_is_no_side_of_a_round_to_come(pack: Pack) -> None:
    """Who mediated before is not known to mediate the next round, unless its sentence says so."""
    found = told("قرار است دور سوم مذاکرات هند و پاکستان فردا برگزار شود.\n🔹\nسوئیس در دور پیش نقش میانجی داشت.", pack)
    assert len(found) == 1
    assert "IND-PAK" in found[0]
