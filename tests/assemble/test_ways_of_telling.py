# ruff: noqa: E501
"""More ways in which Persian newswriting tells a contact, found by reading what the reader had missed. The sentences are ours."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

TOLD = [
    case(
        "امیر قطر امروز در دوحه با رئیس‌جمهور ترکیه، نخست‌وزیر پاکستان و ولیعهد کویت جداگانه دیدار کرد.",
        "meeting held QAT-TUR head_of_state/QAT>host president/TUR>guest @دوحه",
        "meeting held PAK-QAT head_of_state/QAT>host prime_minister/PAK>guest @دوحه",
        "meeting held KWT-QAT head_of_state/QAT>host other/KWT>guest @دوحه",
    ),
    case(
        "عراقچی در حاشیه نشست جده با همتایان عربستانی، مصری و اردنی خود به طور جداگانه گفت‌وگو کرد.",
        "conference held SAU عراقچی>participant @جده",
        "meeting held IRN-SAU foreign_minister/SAU>host عراقچی>guest @جده",
        "meeting held EGY-IRN foreign_minister/EGY>participant عراقچی>participant @جده",
        "meeting held IRN-JOR foreign_minister/JOR>participant عراقچی>participant @جده",
    ),
    case(
        "عراقچی گفت: در تماس تلفنی که شب گذشته با آقای فیدان داشتم، درباره غزه صحبت کردیم.",
        "call held IRN-TUR عراقچی>participant فیدان>participant",
    ),
    case(
        "ظریف گفت: سال گذشته که به مسکو رفتم، با آقای لاوروف مفصل صحبت کردیم.",
        "visit held IRN-RUS ظریف>guest @مسکو",
        "meeting held IRN-RUS ظریف>guest لاوروف>host @مسکو",
    ),
    case(
        "سخنگوی وزارت خارجه گفت: ما دیروز پاسخ خود را از طریق عمان به طرف آمریکایی منتقل کردیم.",
        "message held IRN-OMN-USA",
    ),
    case(
        "عراقچی: هفته گذشته با آقای بوسعیدی در مسقط دیدار کردیم.",
        "meeting held IRN-OMN بوسعیدی>host عراقچی>guest @مسقط",
    ),
    case(
        "بایدن و شی جین پینگ حدود دو ساعت پای تلفن بودند.",
        "call held CHN-USA بایدن>participant پینگ>participant",
    ),
    case(
        "وزرای خارجه ایران و عربستان پای میز مذاکره نشستند.",
        "meeting held IRN-SAU foreign_minister/IRN>participant foreign_minister/SAU>participant",
    ),
    case(
        "نمایندگان طالبان و آمریکا روز شنبه در دوحه دور یک میز نشستند.",
        "talks held AFG-USA other/AFG>participant other/USA>participant @دوحه",
    ),
    case(
        "مذاکره‌کنندگان ایران و آمریکا بار دیگر در مسقط رودررو شدند.",
        "talks held IRN-USA negotiator/IRN>participant negotiator/USA>participant @مسقط",
    ),
    case(
        "مسکو و کی‌یف درباره تبادل اسیران مذاکره می‌کنند.",
        "talks ongoing RUS-UKR",
    ),
    case(
        "هیئت‌های روسیه و اوکراین در استانبول بدون دستیابی به نتیجه به گفت‌وگوهای خود پایان دادند.",
        "talks held RUS-UKR",
    ),
    case(
        "لهستان سفیر روسیه را فراخواند.",
        "summons held POL-RUS ambassador/RUS>summoned",
    ),
    case(
        "آمریکا پیش‌نویس توافق را از طریق عمان به ایران داد.",
        "message held IRN-OMN-USA",
    ),
    case(
        "استقبال رسمی پزشکیان از سلطان عمان",
        "meeting held IRN-OMN head_of_state/OMN>guest پزشکیان>host",
    ),
    case(
        "هیئت پارلمانی مجلس به ریاست عباس گلرو صبح امروز عازم باکو شد.",
        "visit held AZE-IRN delegation/IRN>guest @باکو",
    ),
    case(
        "هیأتی به ریاست معاون وزیر خارجه چین وارد تهران شد.",
        "visit held CHN-IRN deputy_foreign_minister/CHN>guest @تهران",
    ),
    case(
        "سه تفاهم‌نامه میان تهران و مینسک مبادله شد.",
        "signing held BLR-IRN",
    ),
    case(
        "امیرعبداللهیان دقایقی پیش وارد فرودگاه دمشق شد.",
        "visit held IRN-SYR امیرعبداللهیان>guest @دمشق",
    ),
    case(
        "رئیس مجلس با استقبال سفیر ایران وارد فرودگاه بین‌المللی آتاتورک استانبول شد.",
        "visit held IRN-TUR speaker_of_parliament/IRN>guest @استانبول",
    ),
    case(
        "سفیر انگلیس در تهران اعلام کرد: اندرو موریسون، وزیر مشاور در امور خاورمیانه فردا وارد تهران می‌شود.",
        "visit planned GBR-IRN موریسون>guest @تهران",
    ),
    case(
        "سخنگوی کاخ سفید گفت که وزیر خارجه فردا به بغداد می‌رود.",
        "visit planned IRQ-USA foreign_minister/USA>guest @بغداد",
    ),
    case(
        "سفر موریسون، معاون وزیر خارجه بریتانیا، به تهران به دنبال سفر همتای فرانسوی‌اش انجام شد.",
        "visit held GBR-IRN موریسون>guest @تهران",
        "visit held FRA-IRN deputy_foreign_minister/FRA>guest @تهران",
    ),
    case(
        "وزارت خارجه آلمان اعلام کرد که رئیس‌جمهور ماه آینده به پکن سفر می‌کند.",
        "visit planned CHN-DEU president/DEU>guest @پکن",
    ),
    case(
        "مورا، معاون بورل، در سفری دو روزه به تهران با باقری مذاکره کرد.",
        "visit held EU-IRN مورا>guest @تهران",
        "meeting held EU-IRN باقری>host مورا>guest @تهران",
    ),
    case(
        "مدیر سیاسی وزارت خارجه انگلیس به همراه همتایان فرانسوی و آلمانی خود صبح امروز وارد تهران شدند.",
        "visit held DEU-FRA-GBR-IRN other/DEU>guest other/FRA>guest other/GBR>guest @تهران",
    ),
    case(
        "وزیر خارجه ایران با همتایان خود از ارمنستان، روسیه و آذربایجان تلفنی گفت‌وگو کرد.",
        "call held ARM-IRN foreign_minister/ARM>participant foreign_minister/IRN>participant",
        "call held IRN-RUS foreign_minister/IRN>participant foreign_minister/RUS>participant",
        "call held AZE-IRN foreign_minister/AZE>participant foreign_minister/IRN>participant",
    ),
    case(
        "مذاکره‌کننده ارشد ایران با نمایندگان گروه ۱+۴ به طور جداگانه دیدار کرد.",
        "meeting held IRN-P4+1 negotiator/IRN>participant other/P4+1>participant",
    ),
    case(
        "کرملین برنامه‌ریزی برای دیدار پوتین و ترامپ را تأیید کرد.",
        "meeting planned RUS-USA ترامپ>participant پوتین>participant",
    ),
    case(
        "منابع آگاه از احتمال سفر قریب‌الوقوع وزیر خارجه مصر به تهران خبر دادند.",
        "visit proposed EGY-IRN foreign_minister/EGY>guest @تهران",
    ),
    case(
        "هفتمین اجلاس سران کشورهای ساحلی خزر در عشق‌آباد با حضور رؤسای جمهور پنج کشور برگزار شد.",
        "conference held AZE-IRN-KAZ-RUS-TKM @عشق‌آباد",
    ),
    case(
        "نشست وزیران خارجه کشورهای همسایه افغانستان در تاشکند با صدور بیانیه پایان یافت.",
        "conference held CHN-IRN-PAK-TJK-TKM-UZB @تاشکند",
    ),
    case(
        "نماینده دائم ایران نزد سازمان ملل با دبیرکل دیدار و نامه رئیس‌جمهور را تقدیم وی کرد.",
        "meeting held IRN-UN permanent_representative/IRN>participant secretary_general/UN>participant",
        "message held IRN-UN permanent_representative/IRN>bearer president/IRN>sender secretary_general/UN>recipient",
    ),
    case(
        "محمد جواد ظریف، وزیر خارجه ایران که به روسیه سفر کرده، با سرگئی لاوروف وزیر خارجه این کشور دیدار کرد.",
        "visit held IRN-RUS ظریف>guest @روسیه",
        "meeting held IRN-RUS ظریف>guest لاوروف>host @روسیه",
    ),
    case(
        "وزیر خارجه ایران که به اندونزی سفر کرده است، با رئیس مجلس این کشور دیدار کرد.",
        "visit held IDN-IRN foreign_minister/IRN>guest @اندونزی",
        "meeting held IDN-IRN foreign_minister/IRN>guest speaker_of_parliament/IDN>host @اندونزی",
    ),
    case(
        "کمیسیون مشترک اقتصادی ایران و روسیه سال گذشته تشکیل شد و نشست بعدی کمیسیون مشترک اقتصادی ۲ کشور ماه آوریل برگزار خواهد شد.",
        "meeting held IRN-RUS",
        "meeting planned IRN-RUS",
    ),
    case(
        "رئیس مجلس پیش از ظهر امروز با هدیه خلف عباس، رئیس مجلس نمایندگان سوریه دیدار کرد.",
        "meeting held IRN-SYR speaker_of_parliament/IRN>participant عباس>participant",
    ),
    case(
        "رئیس مجلس یکشنبه گذشته سفر خود را به دو کشور ویتنام و سریلانکا آغاز کرده بود.",
        "visit held IRN-VNM speaker_of_parliament/IRN>guest @ویتنام",
        "visit held IRN-LKA speaker_of_parliament/IRN>guest @سریلانکا",
    ),
    case(
        "نشست بین پارلمانی ایران و روسیه در شهر ولگاگراد برگزار خواهد شد.",
        "meeting planned IRN-RUS",
    ),
    case(
        "این در حالی است که روز گذشته، اولین دور مذاکرات مستقیم روسیه و اوکراین در استانبول به پایان رسید.",
        "talks held RUS-UKR @استانبول",
    ),
    case(
        "وزیر خارجه با وزرای خارجه عربستان اندونزی قطر تماس تلفنی داشت.",
        "call held IRN-SAU foreign_minister/IRN>participant foreign_minister/SAU>participant",
        "call held IDN-IRN foreign_minister/IDN>participant foreign_minister/IRN>participant",
        "call held IRN-QAT foreign_minister/IRN>participant foreign_minister/QAT>participant",
    ),
    case(
        "سخنگوی وزارت خارجه از گفت‌وگوی تلفنی ظریف و همتای عراقی خبر داد.",
        "call held IRN-IRQ None/IRQ>participant ظریف>participant",
    ),
    case(
        "سخنگو به تماس وزیر خارجه کشورمان با همتای روس اشاره کرد.",
        "call held IRN-RUS foreign_minister/IRN>participant foreign_minister/RUS>participant",
    ),
    case(
        "گفت‌وگوی تلفنی ترامپ و زلنسکی برای روز پنجشنبه برنامه‌ریزی شده است.",
        "call planned UKR-USA ترامپ>participant زلنسکی>participant",
    ),
    case(
        "وزیر خارجه روز جمعه وارد بغداد شد و با همتای عراقی خود گفت‌وگو کرد.",
        "visit held IRN-IRQ foreign_minister/IRN>guest @بغداد",
        "meeting held IRN-IRQ foreign_minister/IRN>guest foreign_minister/IRQ>host @بغداد",
    ),
    case(
        "روز دوشنبه ۲۰ بهمن نماینده ویژه سازمان ملل با وزیر خارجه ایران دیدار کرد. همان روز سفیر بلژیک در تهران به وزارت خارجه احضار شد.",
        "meeting held IRN-UN foreign_minister/IRN>participant special_envoy/UN>participant",
        "summons held BEL-IRN ambassador/BEL>summoned",
    ),
    case(
        "از جمله برنامه‌های رئیس‌جمهور در پکن، دیدار با رئیس‌جمهور چین است.",
        "meeting planned CHN-IRN president/CHN>host president/IRN>guest @پکن",
    ),
    case(
        "دیدار با رئیس‌جمهور بولیوی از دیگر برنامه‌های پزشکیان در نیویورک بود.",
        "meeting held BOL-IRN president/BOL>participant پزشکیان>participant @نیویورک",
    ),
    case(
        "وزیر خارجه روسیه با همتای ایرانی خود دیدار کرد. در این دیدار سفیر روسیه نیز حضور داشت.",
        "meeting held IRN-RUS ambassador/RUS>participant foreign_minister/IRN>participant foreign_minister/RUS>participant",
    ),
    case(
        "پزشکیان پیش از دیدار با رئیس‌جمهور عراق با ولیعهد کویت گفت‌وگو کرده بود.",
        "meeting held IRN-IRQ president/IRQ>participant پزشکیان>participant",
        "meeting held IRN-KWT other/KWT>participant پزشکیان>participant",
    ),
    case(
        "نشست سران آستانه روز گذشته در تهران برگزار شد.",
        "conference held IRN-RUS-TUR @تهران",
    ),
    case(
        "وزیر خارجه ترکیه با وزیر خارجه مصر دیدار کرد که به امضای یادداشت تفاهم گمرکی منجر شد.",
        "meeting held EGY-TUR foreign_minister/EGY>participant foreign_minister/TUR>participant",
        "signing held EGY-TUR",
    ),
    case(
        "رئیس‌جمهور: به زودی از عشق‌آباد دیدن خواهیم کرد.",
        "visit planned IRN-TKM president/IRN>guest @عشق‌آباد",
    ),
    case(
        "رئیس‌جمهور روسیه و همتای بلاروسی‌اش در سن‌پترزبورگ نشستی برگزار کردند.",
        "meeting held BLR-RUS president/BLR>guest president/RUS>host @سن‌پترزبورگ",
    ),
    case(
        "وزیران خارجه ترکیه، روسیه، ایران و سوریه در مسکو نشست چهارجانبه برگزار کردند.",
        "meeting held IRN-RUS-SYR-TUR foreign_minister/IRN>guest foreign_minister/RUS>host foreign_minister/SYR>guest foreign_minister/TUR>guest @مسکو",
    ),
    case(
        "نخست‌وزیر ژاپن و رئیس‌جمهور کره جنوبی در حاشیه اجلاس گروه هفت گفت‌وگوی کوتاهی داشتند.",
        "conference held G7 president/KOR>participant prime_minister/JPN>participant",
        "meeting held JPN-KOR president/KOR>participant prime_minister/JPN>participant",
    ),
    case(
        "اردوغان و پوتین در سوچی درباره صادرات غلات گفت‌وگو کردند.",
        "meeting held RUS-TUR اردوغان>guest پوتین>host @سوچی",
    ),
    case(
        "رئیس سازمان سیا محرمانه به مسکو سفر کرده است.",
        "visit ongoing RUS-USA other/USA>guest @مسکو",
    ),
    case(
        "دیدار محرمانه رئیس موساد با مقامات قطری در وین",
        "meeting held ISR-QAT other/ISR>participant other/QAT>participant @وین",
    ),
    case(
        "سخنگوی دولت آلمان هرگونه مذاکره پنهانی با طالبان را رد کرد.",
        "talks denied AFG-DEU",
    ),
    case(
        "حسن کاظمی قمی، نماینده کشورمان در امور افغانستان وارد کابل شد.",
        "visit held AFG-IRN قمی>guest @کابل",
    ),
    case(
        "تهران هفته آینده میزبان اجلاس کمیسیون عالی مشترک همکاری اقتصادی و تجاری ایران و عراق است.",
        "meeting planned IRN-IRQ",
    ),
    case(
        "وزیر نیرو پس از پایان رایزنی با وزیر تجارت عراق گفت که کمیسیون مشترک اقتصادی دو کشور هفته آینده برگزار می‌شود.",
        "meeting held IRN-IRQ minister/IRN>participant minister/IRQ>participant",
        "meeting planned IRN-IRQ",
    ),
    case(
        "دو طرف درباره سخنرانی دبیرکل در نشست شورای امنیت گفت‌وگو کردند.",
        "conference held UN",
    ),
    case(
        "وزیر خارجه روسیه با وزیر خارجه دولت موقت سوریه در دمشق دیدار کرد.",
        "meeting held RUS-SYR foreign_minister/RUS>guest foreign_minister/SYR>host @دمشق",
    ),
    case(
        "«احمد سالمی» وزیر خارجه عمان امروز در مسقط با «یوسف الهادی» همتای قطری خود دیدار کرد.",
        "meeting held OMN-QAT الهادی>guest سالمی>host @مسقط",
    ),
    case(
        "وزیر خارجه قطر در دوحه با تعدادی از مقامات عمانی دیدار کرد.",
        "meeting held OMN-QAT foreign_minister/QAT>host other/OMN>guest @دوحه",
    ),
    case(
        "وزیر خارجه قطر قرار است از اسلام‌آباد (پاکستان)، دهلی‌نو (هند) و کابل دیدار کند.",
        "visit planned PAK-QAT foreign_minister/QAT>guest @اسلام‌آباد",
        "visit planned IND-QAT foreign_minister/QAT>guest @دهلی‌نو",
        "visit planned AFG-QAT foreign_minister/QAT>guest @کابل",
    ),
    case(
        "وزیر خارجه چین امروز با احمد سالمی، وزیر خارجه عمان، در سفر او به پکن دیدار کرد.",
        "visit held CHN-OMN سالمی>guest @پکن",
        "meeting held CHN-OMN foreign_minister/CHN>host سالمی>guest @پکن",
    ),
    case(
        "رئیس‌جمهور چین روز چهارشنبه نشستی مجازی را با نخست‌وزیر هند برگزار کرد.",
        "call held CHN-IND president/CHN>participant prime_minister/IND>participant",
    ),
    case(
        "وزیر خارجه ایران به کشورهای منطقه از جمله کویت و عمان سفر می‌کند.",
        "visit planned IRN-KWT foreign_minister/IRN>guest @کویت",
        "visit planned IRN-OMN foreign_minister/IRN>guest @عمان",
    ),
    case(
        "نخست‌وزیر عراق از سوی رئیس‌جمهور ایران در کاخ سعدآباد مورد استقبال رسمی قرار گرفت.",
        "meeting held IRN-IRQ president/IRN>host prime_minister/IRQ>guest",
    ),
    case(
        "رئیس‌جمهور ایران ضمن دیدار با رئیس‌جمهور عراق در بغداد به بررسی روابط دو کشور خواهد پرداخت.",
        "meeting planned IRN-IRQ president/IRN>guest president/IRQ>host @بغداد",
    ),
    case(
        "پیش از این نشست ۳+۳ در آذر ۱۴۰۰ در مسکو برگزار شده بود.",
        "conference held 3+3 @مسکو",
    ),
    case(
        "به گزارش سفارت قطر در لندن، وزیر نیروی قطر با وزیر نفت عراق دیدار کرد.",
        "meeting held IRQ-QAT minister/IRQ>participant minister/QAT>participant",
    ),
    case(
        "شیخ تمیم بن حمد آل ثانی، امیر قطر، در تماس با وزیر خارجه عمان بر آتش‌بس تأکید کرد.",
        "call held OMN-QAT foreign_minister/OMN>participant ثانی>participant",
    ),
    case(
        "محمد بن سلمان بن عبدالعزیز آل سعود، ولیعهد عربستان با وزیر خارجه عمان دیدار کرد.",
        "meeting held OMN-SAU foreign_minister/OMN>participant سعود>participant",
    ),
    case(
        "نمایندگان ایران، روسیه و چین در نشستی سه‌جانبه در وین شرکت کردند.",
        "meeting held CHN-IRN-RUS other/CHN>participant other/IRN>participant other/RUS>participant @وین",
    ),
    case(
        "نشست سه‌جانبه ایران، روسیه و چین در وین برگزار شد. ریاست هیأت ایرانی در این نشست بر عهده حسن کریمی معاون وزیر خارجه بود.",
        "meeting held CHN-IRN-RUS کریمی>participant @وین",
    ),
    case(
        "وزیر خارجه بریتانیا در جلسه‌ای در شورای امنیت گفت این حمله بدون پاسخ نمی‌ماند.",
        "conference held UN foreign_minister/GBR>participant",
    ),
    case(
        "وزیر خارجه عمان با همتایان سعودی، مصری و قطری تماس گرفت.",
        "call held OMN-SAU foreign_minister/OMN>participant foreign_minister/SAU>participant",
        "call held EGY-OMN foreign_minister/EGY>participant foreign_minister/OMN>participant",
        "call held OMN-QAT foreign_minister/OMN>participant foreign_minister/QAT>participant",
    ),
    case(
        "نخست‌وزیر عراق شنبه راهی آنکارا می‌شود تا با رئیس‌جمهور ترکیه دیدار کند.",
        "visit planned IRQ-TUR prime_minister/IRQ>guest @آنکارا",
        "meeting planned IRQ-TUR president/TUR>host prime_minister/IRQ>guest @آنکارا",
    ),
    case(
        "احتمال دیدار وزیران خارجه قطر و عمان در ابوظبی",
        "meeting proposed OMN-QAT foreign_minister/OMN>participant foreign_minister/QAT>participant @ابوظبی",
    ),
    case(
        "احتمال سفر وزیر خارجه قطر به قاهره",
        "visit proposed EGY-QAT foreign_minister/QAT>guest @قاهره",
    ),
    case(
        "گفت‌وگوی تلفنی دوم پوتین و ترامپ در یک هفته",
        "call held RUS-USA ترامپ>participant پوتین>participant",
    ),
    case(
        "دیدار دوباره پوتین و ترامپ در مسکو",
        "meeting held RUS-USA ترامپ>guest پوتین>host @مسکو",
    ),
    case(
        "نشست چهارجانبه تهران با حضور ایران، روسیه، سوریه و عراق برگزار شد.",
        "meeting held IRN-IRQ-RUS-SYR @تهران",
    ),
    case(
        "پاسخ وزیر خارجه قطر به نامه پادشاه عربستان تحویل شد.",
        "message held QAT-SAU foreign_minister/QAT>sender head_of_state/SAU>recipient",
    ),
    case(
        "وزیر خارجه قطر در پاسخ به نامه گوترش نوشت دوحه به تعهدات خود پایبند است.",
        "message held QAT-UN foreign_minister/QAT>recipient گوترش>sender",
    ),
    case(
        "مذاکرات صلح اوکراین در استانبول به پایان رسید.",
        "talks held RUS-UKR @استانبول",
    ),
    case(
        "یادداشت تفاهم همکاری‌های گمرکی میان ایران و عمان به امضای وزیران اقتصاد دو کشور رسید.",
        "signing held IRN-OMN minister/IRN>signatory minister/OMN>signatory",
    ),
    case(
        "هیأتی به ریاست معاون وزیر نفت ایران به ترکمنستان سفر کرد.",
        "visit held IRN-TKM deputy_minister/IRN>guest @ترکمنستان",
    ),
    case(
        "هیأت پارلمانی ایران به سرپرستی حسن کریمی رئیس کمیسیون امنیت ملی مجلس با رئیس مجلس عراق دیدار کرد.",
        "meeting held IRN-IRQ speaker_of_parliament/IRQ>participant کریمی>participant",
    ),
    case(
        "سفرای آلمان، فرانسه و انگلیس به وزارت خارجه احضار شدند.",
        "summons held DEU-FRA-GBR-IRN ambassador/DEU>summoned ambassador/FRA>summoned ambassador/GBR>summoned",
    ),
    case(
        "وزیر خارجه انگلیس به همراه سفیر این کشور در تهران با دبیر شورای عالی امنیت ملی دیدار کرد.",
        "meeting held GBR-IRN ambassador/GBR>participant foreign_minister/GBR>participant security_council_secretary/IRN>participant",
    ),
    case(
        "حسن کریمی وزیر نفت، نخست‌وزیر عراق را در سفر به باکو همراهی می‌کند.",
        "visit planned AZE-IRQ prime_minister/IRQ>guest کریمی>guest @باکو",
    ),
    case(
        "اعضای شورای حکام آژانس روز چهارشنبه تشکیل جلسه می‌دهند.",
        "conference planned IAEA",
    ),
    case(
        "سفارت ایران در لندن یادداشتی برای وزارت خارجه انگلیس ارسال کرد.",
        "message held GBR-IRN",
    ),
    case(
        "وزیر خارجه قطر دیروز با وزیر خارجه عمان و امروز با وزیر خارجه عراق تلفنی گفت‌وگو کرد.",
        "call held OMN-QAT foreign_minister/OMN>participant foreign_minister/QAT>participant",
        "call held IRQ-QAT foreign_minister/IRQ>participant foreign_minister/QAT>participant",
    ),
    case(
        "وزیر خارجه قطر ابتدا با رئیس‌جمهور عمان و سپس با وزیر دفاع این کشور دیدار کرد.",
        "meeting held OMN-QAT foreign_minister/QAT>participant president/OMN>participant",
        "meeting held OMN-QAT foreign_minister/QAT>participant minister/OMN>participant",
    ),
    case(
        "وزیر خارجه قطر نوشت: روابط قطر و چین از زمان دیدار من با وزیر خارجه چین در پکن پیشرفت خوبی داشته است.",
        "meeting held CHN-QAT foreign_minister/CHN>host foreign_minister/QAT>guest @پکن",
    ),
    case(
        "حسن کریمی، رئیس مجلس عمان، فردا وارد تهران می‌شود. این سفر که قرار بود مردادماه انجام شود، به دلیل جنگ به تعویق افتاده بود.",
        "visit planned IRN-OMN کریمی>guest @تهران",
    ),
    case(
        "وزیر خارجه قطر با اسعد نوری همتای سوری خود دیدار کرد. دو طرف در این دیدار که سفیر قطر در دمشق نیز حضور داشت، درباره آوارگان رایزنی کردند.",
        "meeting held QAT-SYR ambassador/QAT>participant foreign_minister/QAT>participant نوری>participant",
    ),
    case(
        "رئیس‌جمهور چین و نخست‌وزیر هند در بیست‌وسومین نشست سالانه سران دو کشور درباره انرژی گفت‌وگو خواهند کرد.",
        "meeting planned CHN-IND president/CHN>participant prime_minister/IND>participant",
    ),
    case(
        "رئیس‌جمهور چین تأیید کرد که نخست‌وزیر هند پنجم ژوئن در سفری دو روزه به پکن می‌رود.",
        "visit planned CHN-IND prime_minister/IND>guest @پکن",
    ),
    case(
        "وزیران خارجه ایران و عمان دیدار کردند و سه سند همکاری امضا شد.",
        "meeting held IRN-OMN foreign_minister/IRN>participant foreign_minister/OMN>participant",
        "signing held IRN-OMN",
    ),
    case(
        "دور ششم مذاکرات قطر و عمان به ریاست حسن کریمی وزیر خارجه قطر و اسعد نوری معاون وزیر خارجه عمان در مسقط برگزار شد.",
        "talks held OMN-QAT نوری>participant کریمی>participant @مسقط",
    ),
    case(
        "رئیس‌جمهور ترکیه پیشنهاد داد پوتین و زلنسکی در استانبول دیدار کنند.",
        "meeting proposed RUS-UKR زلنسکی>participant پوتین>participant @استانبول",
    ),
    case(
        "وزیر خارجه عمان وارد بغداد شد. وی پس از آن راهی ریاض و دوحه می‌شود.",
        "visit held IRQ-OMN foreign_minister/OMN>guest @بغداد",
        "visit planned OMN-SAU foreign_minister/OMN>guest @ریاض",
        "visit planned OMN-QAT foreign_minister/OMN>guest @دوحه",
    ),
    case(
        "وزیر خارجه عمان ابراز امیدواری کرد هفته آینده به تهران سفر کند.",
        "visit proposed IRN-OMN foreign_minister/OMN>guest @تهران",
    ),
    case(
        "وزیر خارجه قطر امروز تلفنی با آنتونی بلینکن همتای آمریکایی و دومینیک راب همتای بریتانیایی خود درباره افغانستان گفت‌وگو کرد.",
        "call held QAT-USA foreign_minister/QAT>participant بلینکن>participant",
        "call held GBR-QAT foreign_minister/QAT>participant راب>participant",
    ),
    case(
        "نخست‌وزیران روسیه و بلاروس در مینسک دیدار و این برنامه‌ها را پاراف کردند.",
        "meeting held BLR-RUS prime_minister/BLR>host prime_minister/RUS>guest @مینسک",
    ),
    case(
        "سفر قریب الوقوع وزیر خارجه روسیه به تهران اعلام شد.",
        "visit planned IRN-RUS foreign_minister/RUS>guest @تهران",
    ),
    case(
        "اتحادیه اروپا اعلام کرد وزیران خارجه این اتحادیه دوشنبه در لوکزامبورگ درباره تحریم‌های تازه گفت‌وگو می‌کنند.",
        "conference planned EU @لوکزامبورگ",
    ),
    case(
        "حسن کریمی وزیر خارجه عمان گفت که وزیر خارجه ژاپن فردا به مسقط می‌آید. وی درباره دیدارش با وزیر خارجه قطر گفت که گفت‌وگوها سودمند بود.",
        "visit planned JPN-OMN foreign_minister/JPN>guest @مسقط",
        "meeting held OMN-QAT foreign_minister/QAT>participant کریمی>participant",
    ),
    case(
        "پیش از این نیز عمران خان نخست‌وزیر پاکستان، برهم صالح رئیس‌جمهور عراق و ولادیمیر پوتین رئیس‌جمهور روسیه به امیر قطر تبریک گفته بودند.",
        "message held PAK-QAT head_of_state/QAT>recipient خان>sender",
        "message held IRQ-QAT head_of_state/QAT>recipient صالح>sender",
        "message held QAT-RUS head_of_state/QAT>recipient پوتین>sender",
    ),
    case(
        "فرستاده ویژه آمریکا فردا در دوحه با نمایندگان طالبان می‌بیند.",
        "meeting planned AFG-USA other/AFG>participant special_envoy/USA>participant @دوحه",
    ),
    case(
        "حسن کریمی وزیر خارجه قطر در عمان با استیو ویتکاف فرستاده ویژه آمریکا و جارد کوشنر مشاور ترامپ گفت‌وگوهای غیرمستقیم داشت.",
        "talks held QAT-USA ویتکاف>participant کریمی>participant کوشنر>participant @عمان",
    ),
    case(
        "وزیران خارجه قطر و روسیه آخرین بار ۲۸ اکتبر در مسکو یکدیگر را دیدند.",
        "meeting held QAT-RUS foreign_minister/QAT>guest foreign_minister/RUS>host @مسکو",
    ),
    case(
        "یک مقام وزارت خارجه روسیه خبر سفر وزیر خارجه این کشور به قطر را نادرست خواند.",
        "visit denied QAT-RUS foreign_minister/RUS>guest @قطر",
    ),
    case(
        "وزیر خارجه قطر گفت شاید راهی سوریه و لبنان شود.",
        "visit proposed QAT-SYR foreign_minister/QAT>guest @سوریه",
        "visit proposed LBN-QAT foreign_minister/QAT>guest @لبنان",
    ),
    case(
        "سخنگوی وزارت خارجه ایران ادعای نخست‌وزیر اسرائیل در دیدار با رئیس‌جمهور آمریکا را بی‌اساس خواند.",
        "meeting held ISR-USA president/USA>participant prime_minister/ISR>participant",
    ),
    case(
        "وزیر خارجه افغانستان سفیر چین را در کابل پذیرفت.",
        "meeting held AFG-CHN ambassador/CHN>guest foreign_minister/AFG>host @کابل",
    ),
    case(
        "یک مقام آمریکایی گفت ویتکاف و عراقچی جمعه در رم دیدار می‌کنند.",
        "meeting planned IRN-USA عراقچی>participant ویتکاف>participant @رم",
    ),
    case(
        "رسانه‌های عراقی خبر دادند فرمانده سپاه قدس با نخست‌وزیر عراق دیدار کرده است.",
        "meeting held IRN-IRQ military_commander/IRN>participant prime_minister/IRQ>participant",
    ),
    case(
        "سفیر روسیه در تهران گفت لاوروف ماه آینده به ایران سفر خواهد کرد.",
        "visit planned IRN-RUS لاوروف>guest @ایران",
    ),
    case(
        "سخنگوی کرملین اعلام کرد پوتین فردا با اردوغان تلفنی گفت‌وگو می‌کند.",
        "call planned RUS-TUR اردوغان>participant پوتین>participant",
    ),
    case(
        "سخنگوی وزارت خارجه ترکیه گفت هاکان فیدان روز چهارشنبه میزبان همتای سوری خود خواهد بود.",
        "visit planned SYR-TUR foreign_minister/SYR>guest فیدان>host",
    ),
    case(
        "دفتر نخست وزیر پاکستان اعلام کرد شهباز شریف با امیر قطر تماس تلفنی داشته است.",
        "call held PAK-QAT head_of_state/QAT>participant شریف>participant",
    ),
    case(
        "خبرگزاری سانا گزارش داد رئیس‌جمهور سوریه عصر دیروز هیئتی از کنگره آمریکا را به حضور پذیرفت.",
        "meeting held SYR-USA delegation/USA>guest president/SYR>host",
    ),
    case(
        "منابع دیپلماتیک می‌گویند سفر وزیر خارجه آلمان به پکن لغو شده است.",
        "visit called_off CHN-DEU foreign_minister/DEU>guest @پکن",
    ),
    case(
        "کاخ سفید تأیید کرد ترامپ نامه‌ای برای رهبر ایران فرستاده است.",
        "message held IRN-USA head_of_state/IRN>recipient ترامپ>sender",
    ),
    case(
        "سخنگوی دولت چین گفت پکن میزبان نشست وزرای خارجه سازمان همکاری شانگهای خواهد بود.",
        "conference planned SCO @پکن",
    ),
    case(
        "خبرنگار الجزیره به نقل از یک مقام پاکستانی گزارش کرد عاصم منیر پیام تهران را به واشنگتن رسانده است.",
        "message held IRN-PAK-USA منیر>bearer",
    ),
    case(
        "وزیر خارجه عمان در شبکه ایکس نوشت دور پنجم مذاکرات ایران و آمریکا جمعه در رم برگزار خواهد شد.",
        "talks planned IRN-USA @رم",
    ),
    case(
        "رئیس‌جمهور بلاروس گفت با پوتین درباره امنیت منطقه گفت‌وگو کرده است.",
        "call held BLR-RUS president/BLR>participant پوتین>participant",
    ),
    case(
        "نخست‌وزیر مجارستان گفت هفته گذشته در مسکو با پوتین ملاقات کرد.",
        "meeting held HUN-RUS prime_minister/HUN>guest پوتین>host @مسکو",
    ),
    case(
        "وزیر خارجه لهستان اعلام کرد سفیر روسیه را احضار کرده است.",
        "summons held POL-RUS ambassador/RUS>summoned foreign_minister/POL>host",
    ),
    case(
        "آکسیوس نوشت نماینده ویژه آمریکا در امور سوریه با وزیر راهبردی اسرائیل در پاریس دیدار کرده است.",
        "meeting held ISR-USA minister/ISR>participant special_envoy/USA>participant @پاریس",
    ),
    case(
        "رئیس کمیسیون امنیت ملی مجلس ایران گفت در دیدار با همتای روس خود بر گسترش روابط تأکید کرده است.",
        "meeting held IRN-RUS member_of_parliament/IRN>participant member_of_parliament/RUS>participant",
    ),
    case(
        "روزنامه جمهوریت نوشت اردوغان و مکرون درباره سوریه تلفنی صحبت کردند.",
        "call held FRA-TUR اردوغان>participant مکرون>participant",
    ),
    case(
        "ایسنا نوشت وزیر کشور ایران برای شرکت در نشست وزرای کشور همسایه عازم باکو شد.",
        "visit held AZE-IRN minister/IRN>guest @باکو",
    ),
    case(
        "رئیس‌جمهور سوریه عصر دیروز هیئتی از کنگره آمریکا را به حضور پذیرفت.",
        "meeting held SYR-USA delegation/USA>guest president/SYR>host",
    ),
    case(
        "رئیس‌جمهور سوریه هیئتی از کنگره آمریکا را در دمشق پذیرفت.",
        "meeting held SYR-USA delegation/USA>guest president/SYR>host @دمشق",
    ),
    case(
        "نخست‌وزیر عراق هیئت پارلمانی ایران را به حضور پذیرفت.",
        "meeting held IRN-IRQ delegation/IRN>guest prime_minister/IRQ>host",
    ),
    case(
        "امیر کویت وزیر خارجه ایران را به حضور پذیرفت.",
        "meeting held IRN-KWT foreign_minister/IRN>guest head_of_state/KWT>host",
    ),
    case(
        "وزارت خارجه ایران تکذیب کرد که هیئتی آمریکایی به تهران آمده است.",
        "visit denied IRN-USA delegation/USA>guest @تهران",
    ),
    case(
        "سخنگوی کرملین رد کرد که پوتین با زلنسکی دیدار کرده باشد.",
        "meeting denied RUS-UKR زلنسکی>participant پوتین>participant",
    ),
    case(
        "سخنگوی وزارت خارجه گزارش‌ها درباره دیدار عراقچی با ویتکاف در مسقط را رد کرد.",
        "meeting denied IRN-USA عراقچی>participant ویتکاف>participant @مسقط",
    ),
    case(
        "حماس دیدار نمایندگان خود با هیئت اسرائیلی در قاهره را تکذیب کرد.",
        "meeting denied HAMAS-ISR delegation/ISR>participant @قاهره",
    ),
    case(
        "پکن میزبان نشست وزرای خارجه سازمان همکاری شانگهای خواهد بود.",
        "conference planned SCO @پکن",
    ),
    case(
        "پکن سال آینده میزبان اجلاس سران بریکس خواهد بود.",
        "conference planned BRICS @پکن",
    ),
    case(
        "دوحه امروز میزبان نشست وزیران خارجه شورای همکاری خلیج فارس است.",
        "conference held GCC @دوحه",
    ),
    case(
        "ترکیه میزبان اجلاس سران ناتو شد.",
        "conference held NATO @ترکیه",
    ),
    case(
        "باکو هفته آینده از نشست سران اکو میزبانی می‌کند.",
        "conference planned ECO @باکو",
    ),
    case(
        "استانبول روز جمعه میزبان دور تازه مذاکرات روسیه و اوکراین بود.",
        "talks held RUS-UKR @استانبول",
    ),
    case(
        "مذاکرات ایران و تروئیکای اروپایی فردا در استانبول برگزار می‌شود.",
        "talks planned E3-IRN @استانبول",
    ),
    case(
        "معاونان وزیر خارجه ایران و سه کشور اروپایی جمعه در ژنو دیدار می‌کنند.",
        "meeting planned E3-IRN deputy_foreign_minister/E3>participant deputy_foreign_minister/IRN>participant @ژنو",
    ),
    case(
        "وزیر خارجه عربستان نامه ملک سلمان را به امیر کویت تقدیم کرد.",
        "message held KWT-SAU foreign_minister/SAU>bearer head_of_state/KWT>recipient سلمان>sender",
    ),
    case(
        "فرستاده ویژه پوتین پیام رئیس‌جمهور روسیه را تسلیم نخست‌وزیر هند کرد.",
        "message held IND-RUS president/RUS>sender prime_minister/IND>recipient special_envoy/RUS>bearer",
    ),
    case(
        "سفیر ایران پیام تسلیت رئیس‌جمهور کشورمان را به رئیس‌جمهور ترکیه ابلاغ کرد.",
        "message held IRN-TUR ambassador/IRN>bearer president/IRN>sender president/TUR>recipient",
    ),
    case(
        "اردوغان در تماس تلفنی پیروزی پزشکیان در انتخابات را به وی تبریک گفت.",
        "call held IRN-TUR اردوغان>participant پزشکیان>participant",
    ),
    case(
        "رئیس‌جمهور چین سالروز استقلال پاکستان را به همتای پاکستانی خود تبریک گفت.",
        "message held CHN-PAK president/CHN>sender president/PAK>recipient",
    ),
    case(
        "پادشاه اردن درگذشت امیر کویت را به ولیعهد این کشور تسلیت گفت.",
        "message held JOR-KWT head_of_state/JOR>sender other/KWT>recipient",
    ),
    case(
        "نخست‌وزیر ژاپن از رئیس‌جمهور ایران برای سفر به توکیو دعوت کرد.",
        "message held IRN-JPN president/IRN>recipient prime_minister/JPN>sender",
        "visit proposed IRN-JPN president/IRN>guest @توکیو",
    ),
    case(
        "رئیس‌جمهور قزاقستان دعوت همتای ایرانی خود برای سفر به تهران را پذیرفت.",
        "message held IRN-KAZ president/IRN>sender president/KAZ>recipient",
        "visit proposed IRN-KAZ president/KAZ>guest @تهران",
    ),
    case(
        "امیر قطر به دعوت رسمی رئیس‌جمهور فرانسه در پاریس به سر می‌برد.",
        "visit ongoing FRA-QAT head_of_state/QAT>guest @پاریس",
    ),
    case(
        "وزیر خارجه سوریه در رأس هیئتی بلندپایه امروز وارد مسکو شد و مورد استقبال همتای روس خود قرار گرفت.",
        "visit held RUS-SYR foreign_minister/RUS>host foreign_minister/SYR>guest @مسکو",
    ),
    case(
        "مراسم استقبال رسمی از نخست‌وزیر عراق در کاخ سعدآباد تهران برگزار شد.",
        "visit held IRN-IRQ prime_minister/IRQ>guest",
    ),
    case(
        "رئیس‌جمهور ترکمنستان عصر امروز تهران را به مقصد عشق‌آباد ترک کرد.",
        "visit held IRN-TKM president/TKM>guest @تهران",
    ),
    case(
        "سفر سه‌روزه وزیر خارجه هند به روسیه امروز پایان یافت.",
        "visit held IND-RUS foreign_minister/IND>guest @روسیه",
    ),
    case(
        "ایران و پاکستان ده سند همکاری امضا کردند.",
        "signing held IRN-PAK",
    ),
    case(
        "وزرای نفت ایران و عراق تفاهم‌نامه توسعه میادین مشترک را امضا کردند.",
        "signing held IRN-IRQ minister/IRN>signatory minister/IRQ>signatory",
    ),
    case(
        "یادداشت تفاهم همکاری گمرکی میان تهران و باکو به امضا رسید.",
        "signing held AZE-IRN",
    ),
    case(
        "سفیر آلمان در تهران به وزارت خارجه فراخوانده شد.",
        "summons held DEU-IRN ambassador/DEU>summoned",
    ),
    case(
        "وزارت خارجه هند کاردار پاکستان را احضار و اعتراض شدید دهلی را به او ابلاغ کرد.",
        "summons held IND-PAK charge_daffaires/PAK>summoned",
    ),
    case(
        "در پی اهانت به قرآن، ایران سفیر سوئد را احضار کرد.",
        "summons held IRN-SWE ambassador/SWE>summoned",
    ),
    case(
        "سفیر جدید اسپانیا رونوشت استوارنامه خود را تقدیم وزیر خارجه کرد.",
        "credentials held ESP-IRN ambassador/ESP>guest foreign_minister/IRN>host",
    ),
    case(
        "سفیر ایران در بلغراد استوارنامه خود را تقدیم رئیس‌جمهور صربستان کرد.",
        "credentials held IRN-SRB ambassador/IRN>guest president/SRB>host",
    ),
    case(
        "سیزدهمین اجلاس کمیسیون مشترک اقتصادی ایران و ارمنستان در ایروان گشایش یافت.",
        "meeting held ARM-IRN @ایروان",
    ),
    case(
        "نشست سه‌جانبه وزیران خارجه ایران، روسیه و چین در پکن برگزار شد.",
        "meeting held CHN-IRN-RUS foreign_minister/CHN>host foreign_minister/IRN>guest foreign_minister/RUS>guest @پکن",
    ),
    case(
        "دور ششم مذاکرات غیرمستقیم ایران و آمریکا یکشنبه در مسقط برگزار نمی‌شود.",
        "talks denied IRN-USA @مسقط",
    ),
    case(
        "عراقچی با وزیران خارجه مصر، اردن و کویت جداگانه تلفنی رایزنی کرد.",
        "call held EGY-IRN foreign_minister/EGY>participant عراقچی>participant",
        "call held IRN-JOR foreign_minister/JOR>participant عراقچی>participant",
        "call held IRN-KWT foreign_minister/KWT>participant عراقچی>participant",
    ),
    case(
        "بن‌سلمان و پزشکیان تلفنی صحبت کردند.",
        "call held IRN-SAU بن‌سلمان>participant پزشکیان>participant",
    ),
    case(
        "مکالمه تلفنی پوتین و ترامپ دو ساعت و نیم به طول انجامید.",
        "call held RUS-USA ترامپ>participant پوتین>participant",
    ),
    case(
        "تماس تصویری وزیران خارجه تروئیکا و عراقچی",
        "call held E3-IRN foreign_minister/E3>participant عراقچی>participant",
    ),
    case(
        "معاون وزیر خارجه ایران برای رایزنی با مقام‌های اتریشی راهی وین شد.",
        "visit held AUT-IRN deputy_foreign_minister/IRN>guest @وین",
    ),
    case(
        "هیئتی از آژانس بین‌المللی انرژی اتمی دوشنبه به تهران می‌آید.",
        "visit planned IAEA-IRN delegation/IAEA>guest @تهران",
    ),
    case(
        "رئیس‌جمهور ازبکستان هفته آینده میهمان پزشکیان خواهد بود.",
        "visit planned IRN-UZB president/UZB>guest پزشکیان>host",
    ),
    case(
        "سفر نتانیاهو به بوداپست با وجود حکم دادگاه لاهه انجام شد.",
        "visit held HUN-ISR نتانیاهو>guest @بوداپست",
    ),
    case(
        "زلنسکی سفر خود به آنکارا را به تعویق انداخت.",
        "visit called_off TUR-UKR زلنسکی>guest @آنکارا",
    ),
    case(
        "پوتین: با ترامپ در بوداپست دیدار خواهم کرد",
        "meeting planned RUS-USA ترامپ>participant پوتین>participant @بوداپست",
    ),
    case(
        "کرملین: زمان و مکان دیدار پوتین و ترامپ هنوز تعیین نشده است",
        "meeting planned RUS-USA ترامپ>participant پوتین>participant",
    ),
    case(
        "عاصم منیر در راولپنڈی با فرمانده سنتکام ملاقات کرد.",
        "meeting held PAK-USA military_commander/USA>participant منیر>participant",
    ),
    case(
        "سفر دوروزه نخست‌وزیر هند به مسکو آغاز شد.",
        "visit held IND-RUS prime_minister/IND>guest @مسکو",
    ),
    case(
        "سفر یک روزه رئیس‌جمهور ترکیه به قطر انجام شد.",
        "visit held QAT-TUR president/TUR>guest @قطر",
    ),
    case(
        "سفر غیرمنتظره وزیر دفاع آمریکا به بغداد انجام شد.",
        "visit held IRQ-USA minister/USA>guest @بغداد",
    ),
    case(
        "سفر اعلام‌نشده وزیر خارجه انگلیس به کابل انجام شد.",
        "visit held AFG-GBR foreign_minister/GBR>guest @کابل",
    ),
    case(
        "سفر برنامه‌ریزی‌شده وزیر خارجه آلمان به پکن لغو شد.",
        "visit called_off CHN-DEU foreign_minister/DEU>guest @پکن",
    ),
    case(
        "دیدار دوساعته رئیس‌جمهور روسیه با نخست‌وزیر هند در مسکو انجام شد.",
        "meeting held IND-RUS president/RUS>host prime_minister/IND>guest @مسکو",
    ),
    case(
        "دیدار پشت‌درهای‌بسته وزیر خارجه عمان با همتای ایرانی در مسقط برگزار شد.",
        "meeting held IRN-OMN foreign_minister/IRN>guest foreign_minister/OMN>host @مسقط",
    ),
    case(
        "سفر هفته‌آینده رئیس‌جمهور چین به ایران قطعی شد.",
        "visit planned CHN-IRN president/CHN>guest @ایران",
    ),
    case(
        "گفت‌وگوی نیم‌ساعته رئیس‌جمهور فرانسه با پوتین انجام شد.",
        "call held FRA-RUS president/FRA>participant پوتین>participant",
    ),
    case(
        "سفر پرحاشیه رئیس مجلس نمایندگان آمریکا به تایوان انجام شد.",
        "visit held TWN-USA speaker_of_parliament/USA>guest @تایوان",
    ),
    case(
        "دیدار محرمانه رئیس موساد با مقام‌های قطری در دوحه برگزار شد.",
        "meeting held ISR-QAT other/ISR>guest other/QAT>host @دوحه",
    ),
    case(
        "تماس شبانه رئیس‌جمهور آمریکا با نتانیاهو تنش را کم کرد.",
        "call held ISR-USA president/USA>participant نتانیاهو>participant",
    ),
    case(
        "مراسم استقبال از رئیس‌جمهور تاجیکستان با حضور پزشکیان در سعدآباد برگزار شد.",
        "visit held IRN-TJK president/TJK>guest پزشکیان>host @سعدآباد",
    ),
    case(
        "پزشکیان در سعدآباد از رئیس‌جمهور تاجیکستان استقبال رسمی کرد.",
        "meeting held IRN-TJK president/TJK>guest پزشکیان>host",
    ),
    case(
        "عراقچی هفته آینده به نیویورک سفر نمی‌کند.",
        "visit denied IRN-USA عراقچی>guest @نیویورک",
    ),
    case(
        "هیچ دیداری میان عراقچی و ویتکاف در اسلو برنامه‌ریزی نشده است.",
        "meeting denied IRN-USA عراقچی>participant ویتکاف>participant @اسلو",
    ),
    case(
        "ملاقاتی میان مقام‌های ایران و آمریکا در دوحه انجام نشده است.",
        "meeting denied IRN-USA other/IRN>participant other/USA>participant @دوحه",
    ),
    case(
        "قرار نیست عراقچی در مسقط با ویتکاف دیدار مستقیم داشته باشد.",
        "meeting denied IRN-USA عراقچی>participant ویتکاف>participant @مسقط",
    ),
    case(
        "سفر گروسی به تهران فعلاً در دستور کار نیست.",
        "visit denied IAEA-IRN گروسی>guest @تهران",
    ),
    case(
        "دیدار وزیران خارجه ارمنستان و آذربایجان به دلیل بیماری لغو شد.",
        "meeting called_off ARM-AZE foreign_minister/ARM>participant foreign_minister/AZE>participant",
    ),
    case(
        "روسیه: سفر لاوروف به آمریکا منتفی نیست.",
        "visit proposed RUS-USA لاوروف>guest @آمریکا",
    ),
    case(
        "هنوز تصمیمی درباره سفر رئیس‌جمهور ایران به نیویورک گرفته نشده است.",
        "visit proposed IRN-USA president/IRN>guest @نیویورک",
    ),
    case(
        "نروژ برای میزبانی مذاکرات ایران و آمریکا اعلام آمادگی کرد.",
        "talks proposed IRN-USA @نروژ",
    ),
    case(
        "ترامپ گفت شاید هفته آینده با پوتین دیدار کند.",
        "meeting proposed RUS-USA ترامپ>participant پوتین>participant",
    ),
    case(
        "سخنگوی وزارت خارجه ایران درباره برگزاری نشست ویژه شورای حکام گفت این اقدام عجیب است. سخنگوی وزارت خارجه ایران همچنین در این نشست در پاسخ به پرسشی گفت نفتکش آزاد خواهد شد.",
        "conference planned IAEA people=0",
    ),
]

SILENT = [
    "ایران و آمریکا با هم مذاکره نمی‌کنند.",
    "اردن سفیر خود را از تل‌آویو فراخواند.",
    "استقبال عراقچی از پیشنهاد قطر",
    "هیات ناظران برای نظارت بر انتخابات وارد آدیس آبابا شد.",
    "ولادیمیر پوتین قانون تصویب معاهده با ایران را امضا کرد.",
    "تماس‌های متعدد وزیر خارجه کشورمان با همتایان روس و اوکراینی ادامه دارد.",
    "پیش‌نویس مشترک ارائه‌شده از سوی چین و روسیه رأی نیاورد.",
    "وزیر خارجه در تماس تلفنی درباره تنش‌های بین پاکستان و افغانستان گفت‌وگو کرد.",
    "حسن زمانی، مشاور رئیس مجلس، و سفیر روسیه، علی لاریجانی را تا فرودگاه بدرقه کردند.",
    "این پیشنهاد از سوی وزیر خارجه عراق مورد استقبال قرار گرفت.",
    "پیشنهاد وزیر خارجه ایران از سوی وزیر خارجه عراق مورد استقبال قرار گرفت.",
    "وزیر خارجه بریتانیا در جلسه‌ای در مجلس عوام گفت این حمله بدون پاسخ نمی‌ماند.",
    "نخست‌وزیر هند هفت سال بود که به چین سفر نکرده بود.",
    "رئیس‌جمهور استعفای وزیر خارجه عراق را پذیرفت.",
    "رئیس‌جمهور ایران پیشنهاد رئیس‌جمهور روسیه را پذیرفت.",
    "سخنگوی دولت هند گفت دو کشور در این سفر شش سند همکاری امضا خواهند کرد.",
    "معاون دبیرکل سازمان ملل گفت گوترش با رهبران دو کشور گفت‌وگو کرده است.",
    "شهباز شریف خواستار میانجی‌گری قطر میان اسلام‌آباد و کابل شد.",
    "سفر چهارمین وزیر خارجه اروپایی به کی‌یف انجام شد.",
    "سخنگوی وزارت خارجه ایران در پاسخ به پرسشی مبنی بر اینکه روزنامه‌ای نوشت بهروز فرهمندی سفری به هرات داشته و با امیرخان متقی وزیر خارجه افغانستان دیدار کرده است، گفت: خبری ندارم.",
]


@pytest.mark.parametrize(("text", "asked"), TOLD)
def test_the_contacts_are_told(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert missing(asked, found) == []
    assert len(found) == len(asked)


@pytest.mark.parametrize("text", SILENT)
def test_no_contact_is_told(text: str, pack: Pack) -> None:
    assert told(text, pack) == []
