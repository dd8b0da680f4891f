"""Meetings and calls in sentences of our own: who meets whom in which role, and what is no contact of states."""

import pytest

from didar import read_article
from didar.model import Article, Engagement
from didar.pack import Pack


def told(text: str, pack: Pack) -> list[set[str]]:
    """For each engagement what a case may ask of it: kind, status, parties, «@place», date, «name>role»."""
    article = Article(id="t", text=text, published="2025-05-20", outlet="irna")
    return [facts(e) for e in read_article(article, pack=pack).engagements]


def facts(engagement: Engagement) -> set[str]:
    people = {f"{(p.actor.name or f'{p.actor.office}/{p.actor.party}').split()[-1]}>{p.role}" for p in engagement.participants}
    place = {f"@{engagement.place.name}" if engagement.place else "@-"}
    rest = {str(engagement.kind), str(engagement.status), "-".join(sorted(engagement.parties)), f"people={len(people)}"}
    return people | place | rest | {engagement.date or "undated"} | ({str(engagement.mode)} if engagement.mode else set())


def missing(asked: tuple[str, ...], found: list[set[str]]) -> list[str]:
    """What no engagement tells of the cases' facts, each engagement standing for one case only."""
    out, rest = [], list(found)
    for case in asked:
        hit = next((f for f in rest if set(case.split()) <= f), None)
        if hit is None:
            out.append(case)
        else:
            rest.remove(hit)
    return out


def case(text: str, *asked: str) -> object:
    return pytest.param(text, asked, id=text[:60])


MEETINGS = [
    case(
        "عباس عراقچی وزیر امور خارجه ایران با بدر البوسعیدی وزیر خارجه عمان دیدار کرد.",
        "meeting held IRN-OMN عراقچی>participant البوسعیدی>participant",
    ),
    case("عراقچی با هاکان فیدان همتای ترکیه‌ای خود در آنکارا دیدار و گفت‌وگو کرد.", "meeting held IRN-TUR عراقچی>guest فیدان>host @آنکارا"),
    case(
        "سفیر ایران در باکو با وزیر اقتصاد جمهوری آذربایجان دیدار کرد و درباره ترانزیت سخن گفت.",
        "meeting held AZE-IRN ambassador/IRN>guest minister/AZE>host",
    ),
    case(
        "وزیر خارجه عمان در دیدار با عباس عراقچی وزیر خارجه ایران بر ادامه همکاری تأکید کرد.",
        "meeting held IRN-OMN foreign_minister/OMN>participant عراقچی>participant",
    ),
    case(
        "در دیدار عباس عراقچی با هاکان فیدان وزیر خارجه ترکیه، آخرین تحولات سوریه بررسی شد.",
        "meeting held IRN-TUR عراقچی>participant فیدان>participant",
    ),
    case(
        "در دیدار وزیران خارجه ایران و ارمنستان بر گسترش تجارت تأکید شد.",
        "meeting held ARM-IRN foreign_minister/IRN>participant foreign_minister/ARM>participant",
    ),
    case(
        "دیدار رئیس‌جمهور ایران با نخست‌وزیر عراق در بغداد برگزار شد.",
        "meeting held IRN-IRQ president/IRN>guest prime_minister/IRQ>host @بغداد",
    ),
    case("دیدار وزیر خارجه ایران با امیر قطر در دوحه", "meeting held IRN-QAT foreign_minister/IRN>guest head_of_state/QAT>host @دوحه"),
    case("عراقچی و لاوروف در مسکو دیدار کردند", "meeting held IRN-RUS عراقچی>guest لاوروف>host @مسکو"),
    case(
        "رئیس‌جمهور روسیه و نخست‌وزیر هند در مسکو با یکدیگر دیدار و درباره انرژی گفت‌وگو کردند.",
        "meeting held IND-RUS president/RUS>host prime_minister/IND>guest @مسکو",
    ),
    case(
        "وزیر خارجه پاکستان عصر دیروز در اسلام‌آباد با امیرخان متقی وزیر خارجه افغانستان دیدار کرد.",
        "meeting held AFG-PAK متقی>guest foreign_minister/PAK>host @اسلام‌آباد 2025-05-19",
    ),
    case("رئیس‌جمهور ایران، وزیر خارجه ترکیه را به حضور پذیرفت.", "meeting held IRN-TUR president/IRN>host foreign_minister/TUR>guest"),
    case(
        "رئیس‌جمهور روسیه صبح امروز وزیر دفاع ایران را در مسکو به حضور پذیرفت.",
        "meeting held IRN-RUS president/RUS>host minister/IRN>guest @مسکو",
    ),
    case(
        "امیر قطر وزیر خارجه ایران را در کاخ لوسیل به حضور پذیرفت و با او گفت‌وگو کرد.",
        "meeting held IRN-QAT head_of_state/QAT>host foreign_minister/IRN>guest",
    ),
    case(
        "سفیر جدید ژاپن با رئیس مجلس شورای اسلامی ایران ملاقات کرد.",
        "meeting held IRN-JPN ambassador/JPN>guest speaker_of_parliament/IRN>host",
    ),
    case("وزیر خارجه ایران امروز سه‌شنبه میزبان نشست دوجانبه با همتای عراقی خود بود.", "meeting held IRN-IRQ"),
    case(
        "نشست سه‌جانبه وزرای خارجه ایران، ترکیه و جمهوری آذربایجان در تبریز برگزار شد.",
        "meeting held AZE-IRN-TUR foreign_minister/IRN>host foreign_minister/TUR>guest foreign_minister/AZE>guest @تبریز",
    ),
    case(
        "رئیس‌جمهور فرانسه که برای شرکت در مراسمی به برلین رفته بود، با صدراعظم آلمان دیدار کرد.",
        "meeting held DEU-FRA president/FRA>guest prime_minister/DEU>host",
        "visit",
    ),
    case(
        "وزیر خارجه ایران که به مسقط سفر کرده است، با همتای عمانی خود دیدار کرد.",
        "meeting held IRN-OMN foreign_minister/IRN>guest foreign_minister/OMN>host @مسقط",
        "visit IRN-OMN @مسقط",
    ),
    case(
        "عباس عراقچی در حاشیه نشست سازمان همکاری اسلامی در جده با همتای مصری خود دیدار کرد.",
        "meeting held EGY-IRN عراقچی>participant foreign_minister/EGY>participant @جده",
        "conference",
    ),
    case(
        "وزیر امور خارجه ایران با وزیر خارجه سوئد و وزیر خارجه نروژ جداگانه دیدار کرد.",
        "meeting held IRN-SWE people=2",
        "meeting held IRN-NOR people=2",
    ),
    case(
        "وزیر خارجه ایران در دیدارهای جداگانه با وزیران خارجه کویت و عمان درباره امنیت منطقه گفت‌وگو کرد.",
        "meeting held IRN-KWT people=2",
        "meeting held IRN-OMN people=2",
    ),
    case(
        "عراقچی در بغداد با رئیس‌جمهور، نخست‌وزیر و وزیر خارجه عراق دیدار کرد.",
        "meeting IRN-IRQ president/IRQ>host @بغداد",
        "meeting IRN-IRQ prime_minister/IRQ>host @بغداد",
        "meeting IRN-IRQ foreign_minister/IRQ>host @بغداد",
    ),
    case(
        "معاون سیاسی وزیر خارجه ایران با معاون وزیر خارجه ازبکستان رایزنی کرد.",
        "meeting held IRN-UZB deputy_foreign_minister/IRN>participant deputy_foreign_minister/UZB>participant",
    ),
    case("دور تازه رایزنی‌های سیاسی ایران و بلاروس در مینسک برگزار شد.", "meeting held BLR-IRN @مینسک"),
    case(
        "سفیر ایران در ایروان و وزیر انرژی ارمنستان درباره خط لوله گفت‌وگو کردند.",
        "meeting held ARM-IRN ambassador/IRN>guest minister/ARM>host",
    ),
    case(
        "نماینده ویژه رئیس‌جمهور روسیه در امور افغانستان در کابل با سرپرست وزارت خارجه افغانستان دیدار کرد.",
        "meeting held AFG-RUS special_envoy/RUS>guest @کابل",
    ),
    case("امیرخان متقی وزیر خارجه افغانستان با سفیر چین در کابل دیدار کرد.", "meeting held AFG-CHN متقی>host ambassador/CHN>guest"),
    case(
        "وزیر دفاع ترکیه با همتای عراقی‌اش درباره مرزهای مشترک دیدار و تبادل نظر کرد.",
        "meeting held IRQ-TUR minister/TUR>participant minister/IRQ>participant",
    ),
    case(
        "مدیرکل آژانس بین‌المللی انرژی اتمی در تهران با وزیر خارجه ایران دیدار کرد.",
        "meeting held IAEA-IRN director_general/IAEA>guest foreign_minister/IRN>host @تهران",
    ),
    case(
        "دبیرکل سازمان ملل با رئیس‌جمهور اوکراین در کی‌یف ملاقات کرد.",
        "meeting held UKR-UN secretary_general/UN>guest president/UKR>host @کی‌یف",
    ),
    case("هیأت قطری با وزیر خارجه ایران دیدار کرد.", "meeting held IRN-QAT delegation/QAT>guest foreign_minister/IRN>host"),
    case(
        "وزیر خارجه ایران در این دیدار گفت که راه باز است. پیش‌تر عراقچی با هاکان فیدان وزیر خارجه ترکیه دیدار کرده بود.",
        "meeting held IRN-TUR",
    ),
    case(
        "سخنگوی وزارت خارجه ایران: عراقچی امروز با وزیر خارجه مصر دیدار کرد",
        "meeting held EGY-IRN عراقچی>participant foreign_minister/EGY>participant 2025-05-20",
    ),
    case(
        "به گزارش ایرنا، عباس عراقچی وزیر امور خارجه ایران، شامگاه دوشنبه با هاکان فیدان، وزیر امور خارجه ترکیه، دیدار و گفت‌وگو کرد.",
        "meeting held IRN-TUR عراقچی>participant فیدان>participant 2025-05-19",
    ),
    case("دیدار پوتین و شی جین‌پینگ در پکن", "meeting held CHN-RUS @پکن"),
    case(
        "وزیران خارجه روسیه و سوریه در مسکو گفت‌وگو کردند.",
        "meeting held RUS-SYR foreign_minister/RUS>host foreign_minister/SYR>guest @مسکو",
    ),
    case(
        "وزیر کشور ایران در دیدار همتای پاکستانی خود خواستار امنیت مرزها شد.", "meeting held IRN-PAK minister/IRN>host minister/PAK>guest"
    ),
    case(
        "سفیر ایران در تاجیکستان به دیدار رئیس مجلس این کشور رفت.",
        "meeting held IRN-TJK ambassador/IRN>guest speaker_of_parliament/TJK>host",
    ),
    case("وزیر خارجه عراق به دیدار رئیس‌جمهور ایران رفت.", "meeting held IRN-IRQ foreign_minister/IRQ>guest president/IRN>host"),
]

CALLS = [
    case(
        "وزیر خارجه ایران در تماس تلفنی با همتای سعودی خود درباره غزه گفت‌وگو کرد.",
        "call held IRN-SAU phone @- foreign_minister/IRN>participant foreign_minister/SAU>participant",
    ),
    case("عراقچی در گفت‌وگوی تلفنی با لاوروف بر راه‌حل سیاسی تأکید کرد.", "call held IRN-RUS phone عراقچی>participant لاوروف>participant"),
    case(
        "گفت‌وگوی تلفنی وزیران خارجه ایران و مصر",
        "call held EGY-IRN phone foreign_minister/IRN>participant foreign_minister/EGY>participant",
    ),
    case(
        "رئیس‌جمهور ترکیه تلفنی با رئیس‌جمهور ایران گفت‌وگو کرد.",
        "call held IRN-TUR phone president/TUR>participant president/IRN>participant",
    ),
    case("پوتین و ترامپ تلفنی گفت‌وگو کردند", "call held RUS-USA phone"),
    case("در پی تماس تلفنی نخست‌وزیر عراق با رئیس‌جمهور ایران، دو طرف بر مهار تنش تأکید کردند.", "call held IRN-IRQ phone people=2"),
    case(
        "وزیر خارجه قطر در تماسی تلفنی با عباس عراقچی، حمله به بندر را محکوم کرد.",
        "call held IRN-QAT phone عراقچی>participant foreign_minister/QAT>participant",
    ),
    case(
        "رئیس‌جمهور فرانسه با رئیس‌جمهور ایران تماس گرفت و درباره لبنان گفت‌وگو کرد.",
        "call held FRA-IRN phone president/FRA>participant president/IRN>participant",
    ),
    case("نخست‌وزیر پاکستان و ولیعهد عربستان در یک تماس تلفنی تحولات منطقه را بررسی کردند.", "call held PAK-SAU phone people=2"),
    case("وزیر خارجه ایران و همتای چینی او از طریق ویدئوکنفرانس رایزنی کردند.", "call held CHN-IRN video"),
    case(
        "رئیس‌جمهور اوکراین در یک نشست ویدئویی با صدراعظم آلمان گفت‌وگو کرد.",
        "call held DEU-UKR video president/UKR>participant prime_minister/DEU>participant",
    ),
    case("رایزنی تلفنی عراقچی و فیدان درباره سوریه", "call held IRN-TUR phone"),
    case(
        "مکالمه تلفنی میان وزرای دفاع آمریکا و روسیه یک ساعت طول کشید.",
        "call held RUS-USA phone minister/USA>participant minister/RUS>participant",
    ),
    case("وزیر خارجه آلمان در گفت‌وگویی تلفنی با وزیر خارجه ایران خواستار آزادی زندانیان شد.", "call held DEU-IRN phone people=2"),
    case(
        "عراقچی بامداد امروز در پاسخ به تماس تلفنی وزیر خارجه بلژیک، موضع ایران را شرح داد.",
        "call held BEL-IRN phone عراقچی>participant foreign_minister/BEL>participant",
    ),
    case(
        "امیرخان متقی وزیر خارجه افغانستان طی تماس تلفنی با اسحاق دار وزیر خارجه پاکستان، اخراج مهاجران را نادرست خواند.",
        "call held AFG-PAK phone متقی>participant دار>participant",
    ),
]

FURTHER = [
    case("قرار نیست عراقچی با وزیر خارجه آمریکا دیدار کند.", "meeting denied IRN-USA"),
    case(
        "وزیر خارجه ایران در سفری رسمی و در رأس هیأتی سیاسی - اقتصادی وارد دمشق شد و مورد استقبال وزیر خارجه سوریه قرار گرفت.",
        "visit held IRN-SYR foreign_minister/IRN>guest @دمشق",
    ),
    case(
        "در جریان سفر رئیس‌جمهور ترکیه به بغداد، وی با نخست‌وزیر عراق دیدار کرد.",
        "visit IRQ-TUR president/TUR>guest @بغداد",
        "meeting IRQ-TUR president/TUR>guest prime_minister/IRQ>host @بغداد",
    ),
    case(
        "هاکان فیدان وزیر خارجه ترکیه در ادامه دیدارهای خود در تهران با رئیس مجلس ایران گفت‌وگو کرد.",
        "meeting held IRN-TUR فیدان>guest speaker_of_parliament/IRN>host @تهران",
    ),
    case("دیدار و گفت‌وگوی وزرای خارجه ایران و عمان", "meeting held IRN-OMN people=2"),
    case("دیدار عراقچی با همتای عمانی", "meeting held IRN-OMN عراقچی>participant foreign_minister/OMN>participant"),
    case("لاوروف به تهران می‌آید", "visit planned IRN-RUS لاوروف>guest @تهران"),
    case("وزیر خارجه افغانستان با نماینده اتحادیه اروپا در کابل دیدار نمود.", "meeting held AFG-EU"),
    case("عراقچی وزیر خارجه ایران دقایقی پیش با وزیر خارجه قطر در دوحه دیدار کرد.", "meeting held IRN-QAT @دوحه 2025-05-20"),
    case(
        "وزیر خارجه ایران و هیأت همراه با رئیس‌جمهور تاجیکستان دیدار کردند.",
        "meeting held IRN-TJK foreign_minister/IRN>guest president/TJK>host",
    ),
    case("آخرین بار وزیر خارجه ایران سال گذشته با همتای یونانی خود دیدار کرده بود.", "meeting held GRC-IRN"),
    case(
        "وزیر خارجه مصر روز چهارشنبه میزبان وزیر خارجه ایران در قاهره خواهد بود.",
        "visit planned EGY-IRN foreign_minister/IRN>guest foreign_minister/EGY>host @قاهره 2025-05-21",
    ),
    case("تماس تلفنی عراقچی با وزرای خارجه مصر و کویت", "call IRN-KWT people=2", "call EGY-IRN people=2"),
    case("هیچ دیداری میان وزیر خارجه ایران و وزیر خارجه آمریکا برنامه‌ریزی نشده است.", "meeting denied IRN-USA"),
    case("وزیر خارجه ایران از سفر به نیویورک منصرف شد.", "visit called_off IRN-USA"),
    case("سفر عراقچی به بیروت به زمان دیگری موکول شد.", "visit called_off IRN-LBN"),
    case("کرملین: پوتین آماده دیدار با زلنسکی رئیس‌جمهور اوکراین است", "meeting proposed RUS-UKR"),
    case("وزیر خارجه ایران، تهران را به مقصد بغداد ترک کرد.", "visit IRN-IRQ foreign_minister/IRN>guest @بغداد"),
]

SILENT = [
    "وزیر خارجه ایران مورد استقبال همتای سوری خود قرار گرفت.",
    "وزیر خارجه ایران با نمایندگان مجلس دیدار کرد.",
    "رئیس‌جمهور ایران با اعضای هیأت دولت دیدار کرد.",
    "وزیر خارجه ایران با رئیس مجلس شورای اسلامی دیدار کرد.",
    "رئیس‌جمهور در دیدار با وزیر کشور بر اجرای قانون تأکید کرد.",
    "رئیس‌جمهور عراق با رئیس پارلمان این کشور دیدار کرد.",
    "وزیر خارجه ایران در دیدار با خبرنگاران خارجی به پرسش‌ها پاسخ داد.",
    "سفیر ژاپن از نمایشگاه فرش تهران دیدار کرد.",
    "وزیر فرهنگ فرانسه از موزه ملی ایران بازدید کرد.",
    "تیم ملی فوتبال ایران در دیدار با عراق به پیروزی رسید.",
    "دیدار تیم‌های والیبال ایران و ژاپن فردا برگزار می‌شود.",
    "دیدار دوستانه فوتبال ایران و روسیه در قزوین برگزار شد.",
    "وزیر نفت ایران با مدیرعامل شرکت توتال فرانسه دیدار کرد.",
    "وزیر اقتصاد با فعالان اقتصادی و بازرگانان آلمانی دیدار کرد.",
    "سفیر ایران در آلمان با ایرانیان مقیم هامبورگ دیدار کرد.",
    "وزیر خارجه ایران گفت که مشورت با همسایگان ادامه دارد.",
    "دیدارهای مکرر مقامات ایران و عراق نشانه روابط خوب است.",
    "وزیر خارجه ایران خواستار گسترش دیدارهای مقامات دو کشور شد.",
    "گفت‌وگو با کشورهای همسایه اولویت سیاست خارجی ایران است.",
    "ما همواره با اروپا گفت‌وگو کرده‌ایم.",
    "رئیس‌جمهور ایران با خانواده‌های شهدا دیدار کرد.",
    "شهروندان می‌توانند با سفارت ایران در لندن تماس بگیرند.",
    "وزیر خارجه در گفت‌وگو با شبکه الجزیره قطر گفت که راه باز است.",
    "عراقچی در گفت‌وگو با خبرگزاری تاس روسیه از مذاکرات سخن گفت.",
    "سفیر ایران در گفت‌وگو با روزنامه ایتالیایی موضع تهران را شرح داد.",
    "رئیس فدراسیون فوتبال ایران با سرمربی کروات دیدار کرد.",
    "وزیر خارجه ایران با جمعی از دانشجویان خارجی دیدار کرد.",
    "استاندار خراسان با فرمانده مرزبانی دیدار کرد.",
    "نامزد ریاست‌جمهوری با استادان دانشگاه دیدار کرد.",
    "کتاب «دیدار با روسیه» در تهران رونمایی شد.",
    "کارگردان ایرانی با بازیگر فرانسوی گفت‌وگو کرد.",
    "وزیر کشور ترکیه با فرماندار مرزی این کشور تلفنی گفت‌وگو کرد.",
    "رئیس‌جمهور آمریکا با وزیر دفاع خود تلفنی گفت‌وگو کرد.",
    "رئیس‌جمهور تلفنی با وزیر نیرو درباره قطع برق گفت‌وگو کرد.",
    "صدراعظم آلمان با رهبران احزاب این کشور دیدار کرد.",
    "وزیر خارجه ایران گفت: دیدار و گفت‌وگو راه حل مشکلات منطقه است.",
    "هواداران تیم پرسپولیس از دیدار با الهلال عربستان ناراضی بودند.",
    "رقابت ایران و قطر در دیدار نهایی جام ملت‌ها دیدنی بود.",
    "مدیرعامل شرکت روسی با مدیرعامل راه‌آهن ایران تلفنی گفت‌وگو کرد.",
    "وزیر بهداشت با پزشکان بیمارستان دیدار و گفت‌وگو کرد.",
    "فرمانده نیروی دریایی با ملوانان ناو ایرانی دیدار کرد.",
    "وی درباره روابط ایران و ترکیه با ما گفت‌وگو کرد.",
    "دیدار از آثار باستانی ایران برای گردشگران چینی رایگان شد.",
    "مقامات دو کشور همواره با یکدیگر در تماس هستند.",
    "خط تلفنی میان ایران و عراق قطع شد.",
    "رئیس‌جمهور افغانستان با سران اقوام این کشور دیدار کرد.",
    "سفیر سابق ایران در فرانسه در گفت‌وگو با ایسنا از برجام گفت.",
    "کارشناس مسائل روسیه در گفت‌وگو با ایرنا دیدار پیش‌رو را مهم خواند.",
    "سخنگوی دولت در نشست خبری با خبرنگاران درباره سوریه سخن گفت.",
    "نیروهای آمریکا و چین در دریا با هم تماس پیدا نکردند.",
    "پیام‌های ایران در تماس با مردم منطقه شنیده می‌شود.",
]


@pytest.mark.parametrize(("text", "asked"), [*MEETINGS, *CALLS, *FURTHER])
def test_contact(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found


@pytest.mark.parametrize("text", SILENT)
def test_no_contact(text: str, pack: Pack) -> None:
    assert told(text, pack) == []
