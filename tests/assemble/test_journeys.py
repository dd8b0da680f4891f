"""Visits in sentences of our own: who goes where, who receives him, and what is no visit of a representative."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

VISITS = [
    case("وزیر خارجه ترکیه فردا به تهران سفر می‌کند.", "visit planned IRN-TUR foreign_minister/TUR>guest @تهران 2025-05-21"),
    case("رئیس‌جمهور ایران در رأس هیأتی بلندپایه وارد مسقط شد.", "visit held IRN-OMN president/IRN>guest @مسقط 2025-05-20"),
    case("عباس عراقچی صبح امروز برای دیدار با مقامات لبنان وارد بیروت شد.", "visit held IRN-LBN عراقچی>guest @بیروت"),
    case(
        "نخست‌وزیر عراق به دعوت رئیس‌جمهور ایران به تهران سفر کرد.", "visit held IRN-IRQ prime_minister/IRQ>guest president/IRN>host @تهران"
    ),
    case(
        "وزیر خارجه ایران با استقبال همتای عراقی خود وارد بغداد شد.",
        "visit held IRN-IRQ foreign_minister/IRN>guest foreign_minister/IRQ>host @بغداد",
    ),
    case("وزیر خارجه ایران میزبان همتای عمانی خود بود.", "visit held IRN-OMN foreign_minister/OMN>guest foreign_minister/IRN>host"),
    case("وزیر خارجه پاکستان تهران را به مقصد اسلام‌آباد ترک کرد.", "visit held IRN-PAK foreign_minister/PAK>guest @تهران"),
    case("عراقچی راهی جده شد", "visit IRN-SAU عراقچی>guest @جده"),
    case("سفر وزیر دفاع روسیه به کره شمالی", "visit held PRK-RUS minister/RUS>guest"),
    case("سفر رسمی رئیس‌جمهور چین به فرانسه آغاز شد.", "visit CHN-FRA president/CHN>guest"),
    case("وزیر خارجه هند در سفری دو روزه به مسکو رفت.", "visit held IND-RUS foreign_minister/IND>guest @مسکو"),
    case("رئیس مجلس ترکیه هفته گذشته به باکو سفر کرد.", "visit held AZE-TUR speaker_of_parliament/TUR>guest @باکو"),
    case("نماینده ویژه آمریکا در امور سوریه روز یکشنبه وارد دمشق شد.", "visit held SYR-USA special_envoy/USA>guest @دمشق 2025-05-18"),
    case("امیرخان متقی وزیر خارجه افغانستان عازم اسلام‌آباد شد.", "visit AFG-PAK متقی>guest @اسلام‌آباد"),
    case("رئیس‌جمهور آمریکا در نخستین سفر خارجی خود وارد ریاض شد.", "visit held SAU-USA president/USA>guest @ریاض"),
    case("هیأت قطری امروز به تهران آمد.", "visit held IRN-QAT delegation/QAT>guest @تهران"),
    case(
        "وزیر خارجه ایران هفته آینده به چین و ژاپن سفر خواهد کرد.",
        "visit planned CHN-IRN foreign_minister/IRN>guest",
        "visit planned IRN-JPN foreign_minister/IRN>guest",
    ),
    case("دبیرکل سازمان ملل روز پنجشنبه وارد کابل می‌شود.", "visit planned AFG-UN secretary_general/UN>guest @کابل 2025-05-22"),
    case("وزیر انرژی روسیه که دیروز به تهران آمد، مذاکره‌ای در کار نخواهد داشت.", "visit held IRN-RUS minister/RUS>guest @تهران 2025-05-19"),
    case("رئیس‌جمهور ازبکستان امروز میزبان رئیس‌جمهور تاجیکستان است.", "visit TJK-UZB president/TJK>guest president/UZB>host"),
    case("معاون وزیر خارجه ایران برای رایزنی درباره زندانیان به ژنو سفر کرد.", "visit held CHE-IRN deputy_foreign_minister/IRN>guest @ژنو"),
    case("ولادیمیر پوتین رئیس‌جمهور روسیه پس از دیداری کوتاه پکن را ترک کرد.", "visit held CHN-RUS پوتین>guest @پکن"),
    case("وزیر خارجه عمان لحظاتی پیش وارد تهران شد", "visit held IRN-OMN foreign_minister/OMN>guest @تهران 2025-05-20"),
    case("ورود وزیر خارجه عراق به تهران", "visit held IRN-IRQ foreign_minister/IRQ>guest @تهران"),
    case(
        "وزیر دفاع ترکیه، یاشار گولر، که در رأس هیأتی نظامی به بغداد سفر کرده است، از یک پایگاه بازدید کرد.",
        "visit IRQ-TUR گولر>guest @بغداد",
    ),
    case("تهران میزبان وزیر خارجه ارمنستان است", "visit ARM-IRN foreign_minister/ARM>guest @تهران"),
    case("وزیر بازرگانی ترکمنستان برای شرکت در نمایشگاه به تبریز سفر کرد.", "visit held IRN-TKM minister/TKM>guest @تبریز"),
    case("سخنگوی وزارت خارجه ایران از سفر قریب‌الوقوع عراقچی به پاریس خبر داد.", "visit planned FRA-IRN عراقچی>guest @پاریس"),
    case("رئیس‌جمهور ایران قصد دارد ماه آینده به ارمنستان سفر کند.", "visit planned ARM-IRN president/IRN>guest"),
    case(
        "نخست‌وزیر پاکستان پس از پایان سفر خود به آنکارا، وارد باکو شد.",
        "visit PAK-TUR prime_minister/PAK>guest @آنکارا",
        "visit AZE-PAK prime_minister/PAK>guest @باکو",
    ),
    case("وزیر خارجه فرانسه به منظور گفت‌وگو درباره لبنان به ریاض رفته است.", "visit FRA-SAU foreign_minister/FRA>guest @ریاض"),
    case("پادشاه اردن فردا عازم واشنگتن می‌شود.", "visit planned JOR-USA head_of_state/JOR>guest @واشنگتن"),
    case("رئیس‌جمهور برزیل به دعوت همتای چینی خود راهی پکن شد.", "visit BRA-CHN president/BRA>guest president/CHN>host @پکن"),
    case(
        "رئیس‌جمهور ایران در فرودگاه مسکو مورد استقبال معاون نخست‌وزیر روسیه قرار گرفت. وی برای سفری دو روزه وارد مسکو شده است.",
        "visit IRN-RUS president/IRN>guest @مسکو",
    ),
]

SILENT = [
    "رئیس‌جمهور ایران فردا به استان کرمان سفر می‌کند.",
    "وزیر راه برای افتتاح راه‌آهن به تبریز سفر کرد.",
    "میلیون‌ها گردشگر هر سال به ترکیه سفر می‌کنند.",
    "وزیر خارجه هشدار داد که شهروندان به لبنان سفر نکنند.",
    "کاروان تیم ملی والیبال ایران وارد توکیو شد.",
    "سرمربی ایتالیایی استقلال وارد تهران شد.",
    "بازیگر فرانسوی برای جشنواره فجر به تهران سفر کرد.",
    "ناو جنگی آمریکا وارد خلیج فارس شد.",
    "نخستین محموله گندم روسیه وارد ایران شد.",
    "نیروهای روسیه وارد شهر خرسون شدند.",
    "آمریکا از توافق هسته‌ای خارج شد.",
    "زائران ایرانی راهی عربستان شدند.",
    "سفر به اروپا برای دانشجویان دشوار شده است.",
    "مهاجران افغان از راه ایران به ترکیه می‌روند.",
    "کتاب‌های فارسی به ژاپن رفت.",
    "قطر میزبان جام جهانی فوتبال بود.",
    "تهران میزبان جشنواره جهانی فیلم شد.",
    "کره جنوبی میزبان تیم‌های آسیایی است.",
    "این دستاورد با تلاش پژوهشگران به دست آمد.",
    "گاز ترکمنستان وارد شبکه ایران شد.",
    "قیمت نفت وارد روند نزولی شد.",
    "گفت‌وگوهای ایران و اروپا وارد مرحله تازه‌ای شد.",
    "استاندار هرات به کابل سفر کرد.",
    "وزیر کشور آلمان به ایالت بایرن سفر کرد.",
    "نخست‌وزیر عراق به بصره سفر کرد.",
    "پهپاد روسی وارد آسمان لهستان شد.",
    "شهروند ایرانی برای درمان به آلمان رفت.",
    "مدیران شرکت‌های هندی به تهران سفر کردند.",
    "نوازنده ایرانی برای کنسرت عازم لندن شد.",
    "سفر با قطار به ترکیه آسان شد.",
    "خبرنگار بی‌بی‌سی به کابل سفر کرد.",
    "رئیس‌جمهور به کشور بازگشت.",
    "کشتی ایرانی بندر روسیه را ترک کرد.",
    "خانواده‌های دیپلمات‌ها کابل را ترک کردند.",
]


@pytest.mark.parametrize(("text", "asked"), VISITS)
def test_visit(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found


@pytest.mark.parametrize("text", SILENT)
def test_no_visit(text: str, pack: Pack) -> None:
    assert told(text, pack) == []
