"""What channel posts tell in their own way: headlines without verbs, who speaks before a colon, mediators, papers, stays, briefings."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

TOLD = [
    # visits told by what surrounds them
    case("وزیر خارجه اردن، ایمن صفدی، به تهران رسید", "visit held IRN-JOR صفدی>guest @تهران"),
    case("عراقچی از مسکو به تهران بازگشت", "visit held IRN-RUS عراقچی>guest @مسکو"),
    case("وزیر کشور عراق پس از بازگشت از آنکارا با خبرنگاران سخن گفت", "visit held IRQ-TUR minister/IRQ>guest @آنکارا"),
    case("وزیر دفاع ترکیه که هم‌اکنون در باکو به سر می‌برد، از آتش‌بس گفت", "visit AZE-TUR minister/TUR>guest @باکو"),
    case("سخنگوی وزارت خارجه: حضور هیئت ژاپنی در تهران برای گفت‌وگوی فنی بود", "visit held IRN-JPN delegation/JPN>guest @تهران"),
    case("استقبال رسمی از نخست‌وزیر هند در مسکو", "visit held IND-RUS prime_minister/IND>guest @مسکو"),
    case(
        "نخست‌وزیر هند از سوی رئیس‌جمهور فرانسه در پاریس مورد استقبال رسمی قرار گرفت.", "visit held FRA-IND prime_minister/IND>guest @پاریس"
    ),
    # what was said not to be, beside what was
    case(
        "سخنگوی وزارت خارجه: نخست‌وزیر عراق به تهران سفر نکرده است\n🔹\nهیئت عراقی به سرپرستی معاون وزیر برق امروز به تهران آمده بود.",
        "visit denied IRN-IRQ prime_minister/IRQ>guest",
        "visit held IRN-IRQ delegation/IRQ>guest",
    ),
    case("بقائی: فعلا سفر هیئت ایرانی به ژاپن برنامه ریزی نشده است", "visit denied IRN-JPN delegation/IRN>guest"),
    # calls and consultations
    case(
        "گفت‌وگوی تلفنی وزیر خارجه ایران با وزیران خارجه کویت، عمان و مصر",
        "call held IRN-KWT",
        "call held IRN-OMN",
        "call held EGY-IRN",
    ),
    case("وزیر خارجه اردن با همتایان سعودی و کویتی خود درباره غزه گفت‌وگو کرد", "call held JOR-SAU", "call held JOR-KWT"),
    case("رایزنی مصر، عربستان و قطر درباره غزه", "call held EGY-QAT-SAU people=0"),
    case(
        "وزیر خارجه مصر با وزیر خارجه ایران درباره تلاش‌های عمان میان تهران و واشنگتن رایزنی کرد",
        "call held EGY-IRN foreign_minister/EGY>participant foreign_minister/IRN>participant",
    ),
    case(
        "وزیر خارجه ایران با وزیر خارجه سنگال، در مورد مقابله با خشکسالی و همکاری با نیجریه گفت و گو کرد.",
        "call held IRN-SEN",
    ),
    case(
        "رئیس‌جمهور فرانسه در گفت‌وگوهای جداگانه با نخست‌وزیر عراق و رهبران کشورهای حوزه خلیج فارس خواستار آرامش شد",
        "call held FRA-IRQ",
        "call held FRA-GCC",
    ),
    case("وزیر خارجه ژاپن، به درخواست همتای روس خود سرگئی لاوروف، با او گفت‌وگو کرد.", "call held JPN-RUS لاوروف>participant"),
    case("وزیر خارجه عمان: تماس تلفنی رئیس‌جمهور فرانسه گامی مهم بود", "call held FRA-OMN foreign_minister/OMN>participant"),
    case("جزئیات دیدار وزیر خارجه ایران و وزیر خارجه ژاپن", "meeting held IRN-JPN"),
    # meetings shown by what is done in them
    case(
        "فرمانده ارتش پاکستان روز دوشنبه به وزیر خارجه چین گفت که مرز آرام است.\n🔴\nدر دیدارشان در پکن، او آخرین رویدادها را برشمرد.",
        "meeting held CHN-PAK military_commander/PAK>guest foreign_minister/CHN>host @پکن",
    ),
    case("وزیر کشور عراق، سفیر ایران را در جریان آخرین تحولات قرار داد.", "meeting held IRN-IRQ"),
    case("انتقاد رئیس‌جمهور کره جنوبی از تعرفه‌ها در حضور همتای آمریکایی‌اش", "meeting held KOR-USA"),
    case(
        "یک هیئت ژاپنی دیروز به ایران آمد و مذاکراتی با وزیر امور خارجه داشت",
        "visit held IRN-JPN",
        "meeting held IRN-JPN delegation/JPN>guest",
    ),
    # papers that go from one party to another
    case("ایران پاسخ خود را از طریق عمان به آمریکا تحویل داد", "message held IRN-OMN-USA"),
    case("پاسخ ایران هنوز به میانجی عمانی تحویل داده نشده است.", "message planned IRN-OMN"),
    case("سخنگوی وزارت خارجه ایران: پیش‌نویس تازه آمریکا را دریافت کردیم", "message held IRN-USA"),
    case("وزیر خارجه ایران: پیام‌هایی از ژاپن دریافت کردیم", "message held IRN-JPN"),
    case("عراقچی: نخست‌وزیر ژاپن به ما نامه‌ای داده است", "message held IRN-JPN prime_minister/JPN>sender"),
    case(
        "پیام‌های تبریک وزیر خارجه ایران به رئیس مجلس عراق و وزیر خارجه عمان",
        "message held IRN-IRQ speaker_of_parliament/IRQ>recipient",
        "message held IRN-OMN foreign_minister/OMN>recipient",
    ),
    # lists of summoners
    case(
        "تا کنون بلژیک، نروژ و ایرلند سفیر اسرائیل را در کشورهای خود احضار کرده‌اند",
        "summons held BEL-ISR",
        "summons held ISR-NOR",
        "summons held IRL-ISR",
    ),
    # sessions that a journey goes to
    case(
        "سفر وزیر خارجه کویت به نیویورک برای حضور در نشست شورای امنیت منتفی شد.",
        "visit called_off KWT-USA @نیویورک",
        "conference planned UN",
    ),
    case("وزیر خارجه ایران در نشست شورای وزیران سازمان همکاری شانگهای: تهدید ادامه دارد", "conference held SCO"),
    # signings told by one side
    case("وزیر خارجه آمریکا: امضای سند با ایران روز دوشنبه همچنان امکان‌پذیر است", "signing proposed IRN-USA 2025-05-26"),
    # what «اینکه» opens is no part of the speaker's clause
    case(
        "وزیر خارجه آمریکا با اشاره به این که مقام‌های ارشد عمان امروز به تهران سفر خواهند کرد، از پیشرفت گفت.",
        "visit planned IRN-OMN other/OMN>guest",
    ),
]

SILENT = [
    "الجزیره: وزیر نیرو از طرح تازه خبر داد",
    "سفیر ایران در مسکو حضور دارد.",
    "حضور ناوهای آمریکا در خلیج فارس",
    "وزیر خارجه روسیه از پیشنهاد ایران استقبال کرد.",
    "استقبال بازار از تصمیم بانک مرکزی ژاپن",
    "نفت ایران به بازار چین بازگشت",
    "بازگشت آمریکا به برجام",
    "تیم ملی از دوحه به تهران بازگشت",
    "قیمت طلا در لندن به چهار هزار دلار رسید",
    "مذاکره‌کنندگان ایران و آمریکا به توافق نرسیدند",
    "وزیر خارجه در پاسخ به پرسشی درباره آمریکا گفت: عجله‌ای نداریم",
    "نمایندگان مجلس طرح تازه‌ای درباره روابط با ژاپن به دولت ارائه کردند",
    "پاسخ وزیر خارجه اسرائیل به توییت عراقچی",
    "ایران طرح ۱۴ ماده‌ای دارد",
    "وزیر خارجه ایران، نمایندگان مجلس را در جریان آخرین تحولات قرار داد",
    "وزیر خارجه آمریکا در حضور خبرنگاران از ایران انتقاد کرد",
    "سفرای اسرائیل در جهان یکی پس از دیگری احضار می‌شوند",
    "حتی در صورت امضای توافق ایران و آمریکا، فشار ادامه دارد",
    "رئیس‌جمهور آمریکا برنامه‌هایی برای اعزام ۵۰۰۰ سرباز به لهستان اعلام کرد",
]


@pytest.mark.parametrize(("text", "asked"), TOLD)
def test_channel(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found


@pytest.mark.parametrize("text", SILENT)
def test_no_contact_in_channel(text: str, pack: Pack) -> None:
    assert told(text, pack) == []
