"""Ways in which Persian newswriting tells a contact, and near ones that tell none. The sentences are ours."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

TOLD = [
    # a relative clause tells of the noun
    case("ظریف در سفری که هفته گذشته به عمان داشت بر این موضوع تأکید کرد.", "visit held IRN-OMN ظریف>guest @عمان"),
    case("ظریف گفت: در سفری که به عمان داشتم این مسئله مطرح شد.", "visit held IRN-OMN ظریف>guest @عمان"),
    case("دیداری که قرار بود میان وزرای خارجه ایران و مصر انجام شود لغو شد.", "meeting called_off EGY-IRN"),
    case("دیداری که دیروز میان وزرای خارجه ایران و مصر در قاهره انجام شد سازنده بود.", "meeting held EGY-IRN @قاهره"),
    case("وزیر خارجه عراق وارد کشورمان شد.", "visit held IRN-IRQ foreign_minister/IRQ>guest @کشورمان"),
    # ambassadors come to whom they are accredited to, one or several
    case(
        "سفرای هند و ژاپن روز شنبه با رئیس مجلس ایران دیدار کردند.",
        "meeting held IND-IRN-JPN ambassador/IND>guest ambassador/JPN>guest speaker_of_parliament/IRN>host",
    ),
    case("گروه مذاکره‌کننده ایران در وین با انریکه مورا دیدار کرد.", "meeting held EU-IRN delegation/IRN>participant @وین"),
    # calls have two ends
    case("وزیر خارجه کویت تماسی تلفنی از همتای پاکستانی خود دریافت کرد.", "call held KWT-PAK"),
    case("تماس‌های تلفنی عراقچی با وزرای خارجه هند و ژاپن", "call held IND-IRN", "call held IRN-JPN"),
    # meetings of states, sessions of councils and of bodies told by their name alone
    case("نشست سه‌جانبه ایران، روسیه و هند در مسکو برگزار شد.", "meeting held IND-IRN-RUS @مسکو"),
    case("شورای امنیت قرار است فردا درباره سودان گفت‌وگو کند.", "conference planned UN"),
    case("هفته آینده کمیسیون مشترک برجام در ژنو برگزار می‌شود.", "conference planned CHN-DEU-FRA-GBR-IRN-RUS @ژنو"),
    case(
        "وزیر خارجه ایران در نشست شورای وزیران سازمان همکاری شانگهای: تحریم‌ها بی‌اثر است.",
        "conference held SCO foreign_minister/IRN>participant",
    ),
    case("تهران میزبان نشست وزرای خارجه روسیه، ترکیه و ایران است.", "meeting held IRN-RUS-TUR @تهران"),
    # verbs left out, signings ahead
    case(
        "مذاکرات و مشورت‌های وزرای خارجه ایران و عمان فردا در شیراز برگزار و سپس سند همکاری‌ها امضا خواهد شد.",
        "meeting planned IRN-OMN @شیراز",
        "signing planned IRN-OMN",
    ),
    case("یادداشت تفاهم گمرکی به امضای وزرای خارجه ایران و عمان خواهد رسید.", "signing planned IRN-OMN"),
    case("سند همکاری ۱۰ ساله ایران و هند امروز با حضور وزیران بازرگانی دو کشور در دهلی‌نو امضا شد.", "signing held IND-IRN @دهلی‌نو"),
    # who travels, who is sent, who is received
    case("اعزام هیئت بازرگانی ایران به ریاست «کاظم غریب‌آبادی» به هند", "visit held IND-IRN غریب‌آبادی>guest @هند"),
    case("امیر کویت فردا میهمان تهران خواهد بود.", "visit planned IRN-KWT head_of_state/KWT>guest @تهران"),
    case("مکرون وارد بیروت شد و توسط وزیر خارجه لبنان استقبال شد.", "visit held FRA-LBN foreign_minister/LBN>host @بیروت"),
    case("نخست‌وزیر هند در مراسم تحلیف رئیس‌جمهور ایران در تهران حضور خواهد یافت.", "visit planned IND-IRN prime_minister/IND>guest @تهران"),
    # letters answered, received, and what befell somebody
    case("رهبر ایران به نامه رئیس‌جمهور بلاروس پاسخ داد.", "message held BLR-IRN president/BLR>recipient"),
    case("ایران پیامی از هند از طریق عمان دریافت کرد.", "message held IND-IRN-OMN"),
    case("رئیس‌جمهور ایران در پیامی انتخاب رئیس‌جمهور جدید لبنان را تبریک گفت.", "message held IRN-LBN president/LBN>recipient"),
    # talks
    case("دور هفتم مذاکرات وین با حضور نمایندگان ایران و ۱+۴ آغاز شد.", "talks ongoing IRN-P4+1 @وین"),
    case("هیئت‌های آمریکا و طالبان دور سوم مذاکرات را در دوحه آغاز کردند.", "talks ongoing AFG-USA @دوحه"),
    case("گفت‌وگوهای وزرای خارجه ایران و عمان در شیراز انجام شد.", "meeting held IRN-OMN @شیراز"),
    # ahead, perhaps, on no agenda, never
    case("ترامپ گفت احتمالا هفته آینده با پوتین دیدار می‌کند.", "meeting proposed RUS-USA"),
    case("دیدار پوتین و زلنسکی فعلا در دستور کار نیست.", "meeting denied RUS-UKR"),
    case("وزیر خارجه ایران برای شرکت در اجلاس سازمان همکاری اسلامی راهی جده شد.", "conference planned OIC @جده", "visit held IRN-SAU @جده"),
    # peoples and groups that stand for states
    case("نمایندگان قدرت‌های اروپایی فردا در ژنو با عباس عراقچی دیدار می‌کنند.", "meeting planned E3-IRN @ژنو"),
    case("پنجمین نشست همسایگان افغانستان با حضور وزرای خارجه ایران، پاکستان و چین در تهران برگزار شد.", "meeting held CHN-IRN-PAK @تهران"),
]

COMPANY = [
    case(
        "لی ونگ‌شیائو وزیر خارجه چین وارد تهران شد. آقای لی پیش از این به ترکیه و عربستان سفر کرده بود.",
        "visit CHN-IRN ونگ‌شیائو>guest @تهران",
        "visit CHN-SAU ونگ‌شیائو>guest",
        "visit CHN-TUR ونگ‌شیائو>guest",
    ),
    case("وزیر خارجه هند به امارات، عربستان و قطر سفر کرد.", "visit ARE-IND", "visit IND-SAU", "visit IND-QAT"),
    case("وزیر خارجه عراق به همراه وزیر نفت این کشور وارد تهران شد.", "visit IRN-IRQ foreign_minister/IRQ>guest minister/IRQ>guest"),
    case(
        "معاون وزیر خارجه ژاپن به تهران سفر کرد. سفیر ژاپن در باکو او را در این سفر همراهی می‌کند.",
        "visit IRN-JPN deputy_foreign_minister/JPN>guest ambassador/JPN>guest people=2",
    ),
    case(
        "وزیر دفاع عراق دیشب وارد تهران شد. وی در بدو ورود مورد استقبال معاون وزیر دفاع کشورمان قرار گرفت.",
        "visit IRN-IRQ minister/IRQ>guest deputy_minister/IRN>host",
    ),
    case("وزیران خارجه چین و ایران در جریان دیداری در تهران سندی را امضا کردند.", "meeting held CHN-IRN @تهران", "signing held CHN-IRN"),
    case("عراقچی برای دیدار با لاوروف وارد مسکو شد.", "meeting planned IRN-RUS @مسکو", "visit ongoing IRN-RUS @مسکو"),
    case(
        "عراقچی برای دیدار با لاوروف وارد مسکو شد. دو وزیر در این دیدار وضع سوریه را بررسی کردند.",
        "meeting held IRN-RUS @مسکو",
        "visit IRN-RUS @مسکو",
    ),
    case("ترامپ در کاخ سفید از ولودیمیر زلنسکی رئیس‌جمهور اوکراین استقبال کرد.", "meeting held UKR-USA زلنسکی>guest ترامپ>host"),
    case(
        "هیئتی از طالبان به ریاست امیرخان متقی سرپرست وزارت خارجه وارد تهران شد.",
        "visit held AFG-IRN متقی>guest @تهران",
    ),
    case("سخنگوی وزارت خارجه درباره سفر احتمالی گروسی به تهران سخن گفت.", "visit proposed IAEA-IRN"),
    case(
        "علی لاریجانی وارد بغداد شد و قرار است با نخست‌وزیر، رئیس‌جمهور و رئیس مجلس این کشور دیدار کند.",
        "visit ongoing IRN-IRQ",
        "meeting planned prime_minister/IRQ>host",
        "meeting planned president/IRQ>host",
        "meeting planned speaker_of_parliament/IRQ>host",
    ),
    case("سفر ظریف به نیویورک در صورت صدور روادید", "visit proposed IRN-USA ظریف>guest"),
    case("عصر امروز نشست چهارجانبه ایران، عمان، قطر و پاکستان در ژنو برگزار می‌شود.", "meeting planned IRN-OMN-PAK-QAT @ژنو"),
    case(
        "نشست معاونان وزرای خارجه ایران، ترکیه و روسیه در باکو به پایان رسید.",
        "meeting held IRN-RUS-TUR @باکو deputy_foreign_minister/IRN>participant deputy_foreign_minister/TUR>participant people=3",
    ),
    case("روزهای جمعه و شنبه دو دور گفت‌وگو میان ایران و عمان در مسقط برگزار شد.", "talks held IRN-OMN 2025-05-16/2025-05-17"),
    case(
        "بقایی روز یک‌شنبه چهارم خرداد از پیشرفت در مذاکرات ایران و عمان خبر داد.",
        "talks IRN-OMN undated",
    ),
    case(
        "مارکو روبیو وزیر خارجه آمریکا با سرگئی لاوروف وزیر خارجه روسیه صحبت کرد. در این تماس تلفنی هر دو به جنگ اوکراین پرداختند.",
        "call phone held RUS-USA",
    ),
    case("سفر پوتین به تهران در دستور کار است.", "visit planned IRN-RUS"),
    case("پسکوف: سفر پوتین به هند در حال برنامه‌ریزی است.", "visit planned IND-RUS"),
    case(
        "عراقچی گفت با وزیر خارجه عمان که به تهران سفر کرده درباره غزه گفت‌وگو کرده است.",
        "meeting held IRN-OMN foreign_minister/OMN>guest",
        "visit IRN-OMN",
    ),
]

SILENT = [
    "وزیر خارجه روسیه از پیشنهاد عباس عراقچی استقبال کرد.",
    "ترامپ از انتخاب نخست‌وزیر تازه اوکراین استقبال کرد.",
    "وزیر کشور به همراه وزیر نفت به اصفهان رفت.",
    "سفری که اهمیت زیادی برای وزیر خارجه ایران داشت به پایان رسید.",
    "ایران موضوع را به کمیسیون مشترک برجام ارجاع داد.",
    "نشست شورای وزیران به ریاست رئیس‌جمهور برگزار شد.",
    "رئیس‌جمهور فرانسه دستور داد هزار نظامی به نیامی اعزام شوند.",
    "آمریکا محدودیت‌های تازه‌ای برای صدور روادید جهت سفر مقام‌های کوبا به ایالات متحده وضع کرد.",
    "این بازیگر میهمان تهران بود.",
    "وزیر کشور ایران در مراسم گرامیداشت استاد در تهران حضور یافت.",
    "وزیر خارجه ایران به پرسش خبرنگار بلاروسی پاسخ داد.",
    "وزیر دفاع گفت: این رزمایش پیام روشنی به آمریکا خواهد بود.",
    "گفت‌وگوهای کارشناسی ایران و هند هر ساله در دهلی برگزار می‌شود.",
    "رهبران هند و پاکستان هیچ‌وقت در این شهر با یکدیگر دیدار نکرده‌اند.",
]


@pytest.mark.parametrize(("text", "asked"), TOLD + COMPANY)
def test_contact_is_told(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found


@pytest.mark.parametrize("text", SILENT)
def test_no_contact(text: str, pack: Pack) -> None:
    assert told(text, pack) == []
