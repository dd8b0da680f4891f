"""Messages, signings, summonses and credentials in sentences of our own, and papers that pass between no two parties."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

MESSAGES = [
    case(
        "عباس عراقچی وزیر امور خارجه ایران در نامه‌ای به دبیرکل سازمان ملل این حمله را محکوم کرد.",
        "message held written IRN-UN عراقچی>sender secretary_general/UN>recipient",
    ),
    case(
        "رئیس‌جمهور چین در پیامی روز ملی را به همتای ایرانی خود تبریک گفت.",
        "message held CHN-IRN president/CHN>sender president/IRN>recipient",
    ),
    case(
        "رئیس‌جمهور روسیه پیروزی در انتخابات را به همتای ترک خود تبریک گفت.",
        "message held RUS-TUR president/RUS>sender president/TUR>recipient",
    ),
    case(
        "سفیر عراق پیام شفاهی نخست‌وزیر این کشور را به وزیر خارجه ایران ابلاغ کرد.",
        "message held oral IRN-IRQ prime_minister/IRQ>sender ambassador/IRQ>bearer foreign_minister/IRN>recipient",
    ),
    case(
        "سفیر هند در جریان سفر به شیراز گفت: وزیر کشور ژاپن حامل پیام ویژه‌ای از نخست‌وزیر ژاپن به رئیس‌جمهور ایران است.",
        "visit",
        "message held IRN-JPN prime_minister/JPN>sender president/IRN>recipient minister/JPN>bearer",
    ),
    case("وزیر خارجه عمان حامل پیامی از ژاپن برای ایران است.", "message held IRN-JPN-OMN foreign_minister/OMN>bearer"),
    case("فرستاده ویژه عمان حامل نامه‌ای برای رئیس‌جمهور ایران است.", "message held written IRN-OMN president/IRN>recipient"),
    case("وزیر خارجه ایران درگذشت نخست‌وزیر نپال را تسلیت گفت.", "message held IRN-NPL people=1 foreign_minister/IRN>sender"),
    case("وزیر خارجه چین به مناسبت روز ملی ایران پیام تبریک فرستاد.", "message held written CHN-IRN"),
    case("ژاپن پاسخ خود به پیشنهاد هند را به میانجی‌ها داد.", "message held IND-JPN"),
    case("رئیس‌جمهور آمریکا از طریق عمان پیامی به ایران فرستاد.", "message held IRN-OMN-USA president/USA>sender None/OMN>bearer"),
    case("وزیر خارجه ایران فردا نامه‌ای به وزیر خارجه فرانسه می‌نویسد.", "message planned written FRA-IRN"),
    case("اخبار مبنی بر ارسال پیام آمریکا به دولت ایران کذب است.", "message denied IRN-USA"),
    case(
        "رئیس‌جمهور چین از رئیس‌جمهور ایران برای سفر به پکن دعوت کرد.",
        "message held oral CHN-IRN president/CHN>sender president/IRN>recipient",
        "visit proposed",
    ),
    case("سفیران بریتانیا و فرانسه در سازمان ملل در نامه‌ای به شورای امنیت خواستار نشست شدند.", "message held written FRA-GBR-UN"),
]
SIGNINGS = [
    case(
        "در حضور رؤسای جمهور ژاپن و تاجیکستان ۱۶ سند همکاری امضا شد.",
        "signing held JPN-TJK president/JPN>participant president/TJK>participant",
    ),
    case("این توافق با حضور وزیر خارجه هند و وزیر خارجه نپال در کاتماندو به امضا رسید.", "signing held IND-NPL @کاتماندو"),
    case(
        "وزیران خارجه ایران و ارمنستان یادداشت تفاهم همکاری را امضا کردند.",
        "signing held ARM-IRN foreign_minister/IRN>signatory foreign_minister/ARM>signatory",
    ),
    case(
        "این معاهده در مسکو به امضای رئیس‌جمهور ایران و رئیس‌جمهور روسیه رسید.",
        "signing held IRN-RUS president/IRN>signatory president/RUS>signatory @مسکو",
    ),
    case("توافقنامه همکاری میان ایران و عراق فردا در بغداد امضا می‌شود.", "signing planned IRN-IRQ @بغداد 2025-05-21"),
    case("توافق صلح میان ارمنستان و جمهوری آذربایجان امضا خواهد شد.", "signing planned ARM-AZE"),
]
SUMMONSES = [
    case("ایتالیا سفیر اسرائیل را احضار کرد.", "summons held ISR-ITA ambassador/ISR>summoned people=1"),
    case(
        "کانادا و فنلاند سفیر اسرائیل را احضار کردند.",
        "summons held CAN-ISR ambassador/ISR>summoned",
        "summons held FIN-ISR ambassador/ISR>summoned",
    ),
    case("وزیر امور خارجه لهستان: کاردار اسرائیل احضار شد.", "summons held ISR-POL charge_daffaires/ISR>summoned"),
    case("سفیر سوئد در تهران به وزارت امور خارجه فراخوانده شد.", "summons held IRN-SWE ambassador/SWE>summoned"),
    case("وزارت خارجه سودان سفیر اتیوپی را احضار کرد.", "summons held ETH-SDN ambassador/ETH>summoned"),
    case("کاردار آمریکا در مینسک به وزارت خارجه بلاروس احضار شد.", "summons held BLR-USA charge_daffaires/USA>summoned"),
    case("احضار سفیر اتیوپی به وزارت خارجه سودان تکرار شد.", "summons held ETH-SDN"),
]
CREDENTIALS = [
    case(
        "در آیین دریافت استوارنامه سفیر جدید پاکستان؛ پزشکیان: تلاش‌های پاکستان شایسته تقدیر است",
        "credentials held IRN-PAK ambassador/PAK>guest پزشکیان>host",
    ),
    case(
        "رئیس‌جمهور استوارنامه سفرای جدید هند، برزیل و نروژ را دریافت کرد.",
        "credentials held IND-IRN ambassador/IND>guest president/IRN>host",
        "credentials held BRA-IRN",
        "credentials held IRN-NOR",
    ),
    case(
        "سفیر جدید ژاپن رونوشت استوارنامه خود را تقدیم وزیر امور خارجه ایران کرد.",
        "credentials held IRN-JPN ambassador/JPN>guest foreign_minister/IRN>host",
    ),
]
SILENT = [
    "این سفر حامل پیام روشنی برای منطقه است.",
    "کشتی حامل گندم به بندر رسید.",
    "وزیر ورزش درگذشت این قهرمان را تسلیت گفت.",
    "ژاپن پاسخ خود به پیشنهاد هند را آماده می‌کند.",
    "در حضور استاندار تفاهم‌نامه ساخت بیمارستان امضا شد.",
    "او در پیامی در شبکه ایکس از مردم تشکر کرد.",
    "نماینده شیراز در نامه‌ای به وزیر راه خواستار تکمیل جاده شد.",
    "وزیر ورزش قهرمانی تیم ملی را به مردم تبریک گفت.",
    "رئیس‌جمهور درگذشت این هنرمند را به خانواده او تسلیت گفت.",
    "پیام این فیلم به مخاطبان جهانی صلح است.",
    "این بازیکن قرارداد خود را با باشگاه امضا کرد.",
    "شرکت نفت قراردادی با یک شرکت چینی امضا کرد.",
    "دانشگاه تهران و دانشگاه مسکو تفاهم‌نامه امضا کردند.",
    "وزیر نیرو تفاهم‌نامه‌ای با وزیر کشور امضا کرد.",
    "هنوز توافقی میان ایران و آمریکا امضا نشده است.",
    "مردم طوماری در اعتراض به گرانی امضا کردند.",
    "وزیر خارجه بر اهمیت امضای اسناد تأکید کرد.",
    "مدیر شرکت به دادگاه احضار شد.",
    "نمایندگان، وزیر اقتصاد را به مجلس فراخواندند.",
    "ایران سفیر خود را از لندن فراخواند.",
    "سرمربی پنج بازیکن را به اردو فراخواند.",
    "سفیر ایران در دادگاه حاضر نشد.",
    "شرایط صدور استوارنامه در این کتاب شرح داده شده است.",
    "او از دعوت دوستان برای سفر به شمال تشکر کرد.",
    "نامه سرگشاده هنرمندان به شهردار منتشر شد.",
    "یادداشت این روزنامه درباره ترکیه خواندنی است.",
]


@pytest.mark.parametrize(("text", "asked"), [*MESSAGES, *SIGNINGS, *SUMMONSES, *CREDENTIALS])
def test_paper(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found


@pytest.mark.parametrize("text", SILENT)
def test_no_paper(text: str, pack: Pack) -> None:
    assert told(text, pack) == []
