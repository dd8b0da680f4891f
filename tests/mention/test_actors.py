"""Offices in all their forms, whom they serve, and parties: by name, adjective, capital, relation."""

import pytest

from didar.model import Article
from didar.pack import Pack
from didar.pipeline import set_scene
from didar.who import ActorMention, Kind


def mentions(text: str, pack: Pack) -> list[ActorMention]:
    """The mentions of a text."""
    return list(set_scene(Article(id="t", text=text, published="2025-02-25"), pack=pack).mentions)


def office(text: str, pack: Pack) -> str:
    """The first office of a text: «office party @accredited portfolio former acting elect», what there is of it."""
    scene = set_scene(Article(id="t", text=text, published="2025-02-25"), pack=pack)
    number = next(n for n, m in enumerate(scene.mentions) if m.office)
    entity = scene.entities_of(number)[0]
    flags = [flag for flag in ("former", "acting", "elect") if getattr(entity, flag)]
    at = f"@{entity.accredited_to}" if entity.accredited_to else ""
    return " ".join(filter(None, [str(entity.office), entity.party, at, entity.portfolio, *flags]))


OFFICES = [
    ("رئیس دستگاه دیپلماسی کشورمان وارد مسکو شد.", "foreign_minister IRN", "head of the diplomatic apparatus"),
    ("رئیس دیپلماسی فرانسه وارد تهران شد.", "foreign_minister FRA", "head of diplomacy"),
    ("وزیر امور خارجه ترکیه گفت.", "foreign_minister TUR", "minister of foreign affairs"),
    ("وزیر خارجهٔ ترکیه گفت.", "foreign_minister TUR", "a written ezafe"),
    ("وزير امور خارجه عراق گفت.", "foreign_minister IRQ", "Arabic ي"),
    ("وزیر امورخارجه سوریه گفت.", "foreign_minister SYR", "words glued"),
    ("وزیر خارجه روسی به باکو رفت.", "foreign_minister RUS", "an adjective for the party"),
    ("معاون وزیر خارجه روسیه گفت.", "deputy_foreign_minister RUS", "deputy minister"),
    ("معاون سیاسی وزیر امور خارجه کشورمان گفت.", "deputy_foreign_minister IRN", "political deputy"),
    ("معاون کنسولی وزیر خارجه کشورمان گفت.", "deputy_foreign_minister IRN", "consular deputy"),
    ("معین سیاسی وزارت خارجه افغانستان گفت.", "deputy_foreign_minister AFG", "معین, as Afghans say"),
    ("قائم مقام وزیر خارجه پاکستان گفت.", "deputy_foreign_minister PAK", "قائم مقام"),
    ("دستیار وزیر خارجه ایران گفت.", "deputy_foreign_minister IRN", "assistant minister"),
    ("سفیر و نماینده دائم ایران نزد سازمان ملل گفت.", "permanent_representative IRN @UN", "ambassador and permanent representative"),
    ("نماینده دائم روسیه در سازمان ملل گفت.", "permanent_representative RUS @UN", "permanent representative"),
    ("نماینده ایران در آژانس بین‌المللی انرژی اتمی گفت.", "permanent_representative IRN @IAEA", "representative at a body"),
    ("سفیر ایران در روسیه گفت.", "ambassador IRN @RUS", "accredited to a state"),
    ("سفیر ایران در مسکو گفت.", "ambassador IRN @RUS", "accredited at a capital"),
    ("سفیر کشورمان در باکو گفت.", "ambassador IRN @AZE", "own ambassador"),
    ("سفیر روسیه در تهران گفت.", "ambassador RUS @IRN", "foreign ambassador"),
    ("سفیر هند گفت.", "ambassador IND @IRN", "accredited here unsaid"),
    ("کاردار ایران در لندن گفت.", "charge_daffaires IRN @GBR", "chargé"),
    ("کاردار موقت سوئد در تهران احضار شد.", "charge_daffaires SWE @IRN", "chargé ad interim"),
    ("شارژدافر افغانستان در تهران گفت.", "charge_daffaires AFG @IRN", "شارژدافر"),
    ("سرپرست وزارت خارجه افغانستان گفت.", "foreign_minister AFG acting", "سرپرست of a ministry"),
    ("سرپرست وزارت امور خارجه ایران گفت.", "foreign_minister IRN acting", "سرپرست, own"),
    ("سرپرست ریاست جمهوری ایران گفت.", "president IRN acting", "سرپرست of the presidency"),
    ("وزیر خارجه سرپرست افغانستان گفت.", "foreign_minister AFG acting", "سرپرست as an adjective"),
    ("کفیل نخست وزیری لبنان گفت.", "prime_minister LBN acting", "کفیل"),
    ("رئیس جمهور منتخب آمریکا گفت.", "president USA elect", "منتخب before the party"),
    ("نخست‌وزیر پیشین پاکستان گفت.", "prime_minister PAK former", "پیشین"),
    ("وزیر خارجه سابق آمریکا گفت.", "foreign_minister USA former", "سابق"),
    ("وزیر سابق خارجه آمریکا گفت.", "foreign_minister USA former", "سابق within the office"),
    ("وزیر اسبق امور خارجه آلمان گفت.", "foreign_minister DEU former", "اسبق within the office"),
    ("دبیر سابق شورای عالی امنیت ملی گفت.", "security_council_secretary IRN former", "سابق within a long office"),
    ("دبیر شورای عالی امنیت ملی گفت.", "security_council_secretary IRN", "the council's secretary"),
    ("رئیس سابق مجلس شورای اسلامی گفت.", "speaker_of_parliament IRN former", "سابق within رئیس مجلس"),
    ("رئیس مجلس نمایندگان ژاپن گفت.", "speaker_of_parliament JPN", "speaker of a house"),
    ("رئیس دومای روسیه گفت.", "speaker_of_parliament RUS", "the Duma"),
    ("نایب رئیس کمیسیون حقوقی مجلس شورای اسلامی گفت.", "member_of_parliament IRN", "a committee's vice chair"),
    ("رئیس کمیسیون امنیت ملی و سیاست خارجی مجلس گفت.", "member_of_parliament IRN", "a committee's chair"),
    ("سناتور آمریکایی گفت.", "member_of_parliament USA", "a senator"),
    ("صدراعظم آلمان گفت.", "prime_minister DEU", "a chancellor"),
    ("پادشاه اردن گفت.", "head_of_state JOR", "a king"),
    ("امیر قطر گفت.", "head_of_state QAT", "an emir"),
    ("امیر کویت گفت.", "head_of_state KWT", "another emir"),
    ("سلطان عمان گفت.", "head_of_state OMN", "a sultan"),
    ("رهبر معظم انقلاب گفت.", "head_of_state IRN", "the leader"),
    ("ولیعهد عربستان سعودی گفت.", "other SAU", "a crown prince"),
    ("وزیر دفاع روسیه گفت.", "minister RUS defence", "defence"),
    ("وزیر کشور عراق گفت.", "minister IRQ interior", "interior"),
    ("وزیر داخله افغانستان گفت.", "minister AFG interior", "interior, as Afghans say"),
    ("وزیر خزانه‌داری آمریکا گفت.", "minister USA finance", "treasury"),
    ("وزیر انرژی روسیه گفت.", "minister RUS energy", "energy"),
    ("وزیر نفت ایران گفت.", "minister IRN oil", "oil"),
    ("وزیر حفاظت از شهروندان یونان گفت.", "minister GRC", "a free portfolio"),
    ("معاون وزیر دفاع روسیه گفت.", "deputy_minister RUS defence", "deputy minister of defence"),
    ("معاون وزیر نفت ایران گفت.", "deputy_minister IRN oil", "deputy minister of oil"),
    ("معاون اول رئیس جمهور ایران گفت.", "vice_president IRN", "first vice president"),
    ("مدیرکل آژانس بین‌المللی انرژی اتمی گفت.", "director_general IAEA", "director general"),
    ("مدیرکل آمریکای وزارت امور خارجه کشورمان گفت.", "director_general IRN", "a region is not the party"),
    ("دبیرکل سازمان ملل متحد گفت.", "secretary_general UN", "secretary-general"),
    ("دبیرکل ناتو گفت.", "secretary_general NATO", "of NATO"),
    ("سرمنشی سازمان ملل گفت.", "secretary_general UN", "as Afghans say"),
    ("مسئول سیاست خارجی اتحادیه اروپا گفت.", "high_representative EU", "the EU's chief"),
    ("رئیس کمیسیون اروپا گفت.", "president EU", "the Commission"),
    ("رئیس شورای اروپا گفت.", "president EU", "the Council"),
    ("سخنگوی وزارت خارجه چین گفت.", "spokesperson CHN", "a ministry's spokesman"),
    ("سخنگوی جدید وزارت خارجه چین گفت.", "spokesperson CHN", "an adjective within"),
    ("سخنگوی کاخ سفید گفت.", "spokesperson USA", "a palace's spokesman"),
    ("سخنگوی کرملین گفت.", "spokesperson RUS", "the Kremlin's"),
    ("نماینده ویژه آمریکا در امور ایران گفت.", "special_envoy USA", "an envoy's field is not his party"),
    ("فرستاده ویژه سازمان ملل در امور سوریه گفت.", "special_envoy UN", "an envoy of a body"),
    ("مشاور امنیت ملی آمریکا گفت.", "adviser USA", "an adviser"),
    ("مذاکره‌کننده ارشد ایران گفت.", "negotiator IRN", "a negotiator"),
    ("فرمانده کل سپاه گفت.", "military_commander IRN", "a commander"),
    ("لوی درستیز افغانستان گفت.", "military_commander AFG", "لوی درستیز"),
    ("شهردار نیویورک گفت.", "mayor USA", "a mayor by his city"),
    ("شهردار استانبول گفت.", "mayor TUR", "a mayor of a city that is no capital"),
    ("شهردار تهران گفت.", "mayor IRN", "an own mayor"),
    ("رهبر حزب مخالف ترکیه گفت.", "party_leader TUR", "a party's leader"),
]

NAMED = [
    ("وزارت خارجه سوئد از انتصاب یوران گرندمن به عنوان سفیر در ایران خبر داد.", "یوران گرندمن ambassador SWE @IRN", "appointed as"),
    ("دولت هند راجیو کاپوریا را به سمت سفیر این کشور در باکو برگزید.", "راجیو کاپوریا ambassador IND @AZE", "را به سمت"),
    ("سئول از معرفی کیم سئوکین – کارشناس ارشد – به عنوان سفیر در ایران خبر داد.", "کیم سئوکین ambassador KOR @IRN", "dashes between"),
    ("ژنرال هاودن، رئیس ستاد مشترک ارتش آمریکا گفت.", "هاودن military_commander USA", "title, one word, comma"),
    ("لی چانگ‌مینگ، عضو دفتر سیاسی حزب کمونیست و وزیر خارجه چین، گفت.", "لی چانگ‌مینگ foreign_minister CHN", "the graver of two offices"),
    ("بهرام سپهرداد معاون حقوقی، اداری و مجلس و سخنگوی سازمان انرژی اتمی گفت.", "بهرام سپهرداد spokesperson IRN", "a long title"),
]

INITIALS = [
    ("پرزیدنت دونالد جی. ترامپ وارد لندن شد.", "دونالد جی. ترامپ president USA", "an initial within a name"),
    (
        "سفیر هند توسط کامران دلاوری دستیار وزیر و مدیرکل غرب آسیای وزارت امور خارجه احضار شد.",
        "کامران دلاوری deputy_foreign_minister IRN",
        "assistant",
    ),
]

NOT_NAMED = [
    ("بنادر امیرآباد، شهید رستگارفر و چابهار توسعه می‌یابد. سفیر هند گفت.", "رستگارفر", "a port is named after him"),
    ("فرودگاه شهید رستگارفر بسته شد و سفیر هند بازگشت.", "رستگارفر", "an airport is named after him"),
    ("هر چی وزیر خارجه ایتالیا گفت درست بود.", "چی", "«چی» is no name"),
    ("علی رستگارفر رئیس سازمان ثبت و سخنگوی وزارت خارجه بهرام سپهرداد گفتند.", "علی رستگارفر spokesperson", "two people"),
]

NOT_THIS = [
    ("معاون وزیر خارجه روسیه گفت.", "foreign_minister RUS", "a deputy is no minister"),
    ("سخنگوی وزارت خارجه روسیه گفت.", "foreign_minister RUS", "a spokesman is no minister"),
    ("وزیر دفاع روسیه گفت.", "foreign_minister RUS", "defence is not foreign"),
    ("دبیر شورای امنیت روسیه گفت.", "secretary_general UN", "a secretary is no secretary-general"),
    ("سفیر ایران در روسیه گفت.", "ambassador RUS @IRN", "not the other way round"),
    ("سفیر روسیه در ایران گفت.", "ambassador IRN @RUS", "nor here"),
    ("نماینده ویژه آمریکا در امور ایران گفت.", "special_envoy IRN", "the field is no party"),
    ("رئیس جمهور منتخب آمریکا گفت.", "president USA", "elect is said"),
    ("وزیر خارجه سابق آمریکا گفت.", "foreign_minister USA", "former is said"),
    ("سرپرست وزارت خارجه افغانستان گفت.", "foreign_minister AFG", "acting is said"),
    ("معاون اول رئیس جمهور ایران گفت.", "president IRN", "a vice president is no president"),
    ("رئیس مجلس نمایندگان ژاپن گفت.", "president JPN", "a speaker is no president"),
    ("نخست‌وزیر عراق گفت.", "minister IRQ", "a prime minister is no minister"),
    ("شهردار نیویورک گفت.", "mayor IRN", "a foreign mayor is not own"),
    ("مشاور رئیس جمهور روسیه گفت.", "president RUS", "an adviser is no president"),
    ("مدیرکل آمریکای وزارت امور خارجه کشورمان گفت.", "director_general USA", "the region is no party"),
]

PARTIES = [
    ("ایران و روسیه توافق کردند.", ["IRN", "RUS"], "two names"),
    ("جمهوری اسلامی ایران این اقدام را محکوم کرد.", ["IRN"], "the long name"),
    ("ایالات متحده آمریکا تحریم کرد.", ["USA"], "a long foreign name"),
    ("واشنگتن این پیشنهاد را رد کرد.", ["USA"], "a capital speaks"),
    ("مسکو از این توافق استقبال کرد.", ["RUS"], "another capital speaks"),
    ("ریاض این خبر را تکذیب کرد.", ["SAU"], "Riyadh"),
    ("کاخ سفید بیانیه‌ای صادر کرد.", ["USA"], "a palace"),
    ("کرملین هشدار داد.", ["RUS"], "the Kremlin"),
    ("رژیم صهیونیستی حمله کرد.", ["ISR"], "a hostile name"),
    ("رژیم اشغالگر قدس حمله کرد.", ["ISR"], "another hostile name"),
    ("اتحادیه اروپا ابراز نگرانی کرد.", ["EU"], "a body"),
    ("سازمان همکاری شانگهای بیانیه داد.", ["SCO"], "a regional body"),
    ("شورای همکاری خلیج فارس بیانیه داد.", ["GCC"], "the Gulf council"),
    ("اتحادیه عرب نشست برگزار کرد.", ["AL"], "the Arab League"),
    ("جنبش حماس این پیشنهاد را رد کرد.", ["HAMAS"], "a movement"),
    ("حزب‌الله لبنان واکنش نشان داد.", ["HEZBOLLAH"], "a movement with its country"),
    ("انصارالله یمن هشدار داد.", ["ANSARALLAH"], "another movement"),
    ("فلسطین عضو ناظر شد.", ["PSE"], "Palestine"),
    ("کره جنوبی و ژاپن مذاکره کردند.", ["KOR", "JPN"], "a name of two words"),
    ("آژانس بین‌المللی انرژی اتمی گزارش داد.", ["IAEA"], "the agency"),
]

NO_PARTY = [
    ("غذای ایرانی در این مراسم سرو شد.", "an adjective of food"),
    ("فیلم ژاپنی برنده شد.", "an adjective of a film"),
    ("تیم ملی فوتبال برنده شد.", "a team"),
    ("این نشست روز دوشنبه برگزار شد.", "nobody at all"),
    ("قیمت نفت در بازار بالا رفت.", "a market"),
    ("است آب و هوا خوب.", "words that joined make a name"),
    ("این گفت‌وگوها سازنده بود.", "a predicate"),
    ("هزاران نفر در خیابان‌ها راهپیمایی کردند.", "people"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=why) for t, e, why in OFFICES])
def test_office(text: str, expected: str, pack: Pack) -> None:
    assert office(text, pack) == expected


def holders(text: str, pack: Pack) -> list[str]:
    """The named holders of a text: «name office party @accredited»."""
    scene = set_scene(Article(id="t", text=text, published="2025-02-25"), pack=pack)
    named = [e for e in scene.references.entities if e.name]
    return [" ".join(filter(None, [e.name, e.office, e.party, f"@{e.accredited_to}" if e.accredited_to else ""])) for e in named]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=why) for t, e, why in NAMED + INITIALS])
def test_named_holder(text: str, expected: str, pack: Pack) -> None:
    assert expected in holders(text, pack)


@pytest.mark.parametrize(("text", "wrong"), [pytest.param(t, w, id=why) for t, w, why in NOT_NAMED])
def test_no_such_holder(text: str, wrong: str, pack: Pack) -> None:
    assert not any(told.startswith(wrong) for told in holders(text, pack))


@pytest.mark.parametrize(("text", "wrong"), [pytest.param(t, w, id=why) for t, w, why in NOT_THIS])
def test_not_this_office(text: str, wrong: str, pack: Pack) -> None:
    assert office(text, pack) != wrong


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=why) for t, e, why in PARTIES])
def test_parties(text: str, expected: list[str], pack: Pack) -> None:
    assert [m.party for m in mentions(text, pack) if m.kind == Kind.PARTY or m.party] == expected


@pytest.mark.parametrize("text", [pytest.param(t, id=why) for t, why in NO_PARTY])
def test_no_party(text: str, pack: Pack) -> None:
    assert [m.party for m in mentions(text, pack) if m.party] == []


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        pytest.param("رژیم صهیونیستی حمله کرد.", "رژیم صهیونیستی", id="hostile"),
        pytest.param("رژیم اشغالگر قدس حمله کرد.", "رژیم اشغالگر قدس", id="hostile and long"),
        pytest.param("نخست وزیر رژیم صهیونیستی گفت.", "رژیم صهیونیستی", id="hostile behind an office"),
        pytest.param("اسرائیل حمله کرد.", None, id="plain"),
        pytest.param("نخست وزیر اسرائیل گفت.", None, id="plain behind an office"),
        pytest.param("روسیه گفت.", None, id="plain, another state"),
    ],
)
def test_wording_is_kept(text: str, wording: str | None, pack: Pack) -> None:
    (mention,) = [m for m in mentions(text, pack) if m.party]
    assert mention.wording == wording


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("واشنگتن این پیشنهاد را رد کرد.", True, id="a capital may be either"),
        pytest.param("آمریکا این پیشنهاد را رد کرد.", False, id="a state is no capital"),
    ],
)
def test_capital_is_marked(text: str, place: bool, pack: Pack) -> None:
    assert [m.place for m in mentions(text, pack) if m.party] == [place]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("تهران- ایرنا- هوا سرد شد.", id="dash"),
        pytest.param("تهران – ایسنا – هوا سرد شد.", id="long dash"),
        pytest.param("مسکو (ایرنا) هوا سرد شد.", id="bracket"),
    ],
)
def test_newsroom_is_no_party(text: str, pack: Pack) -> None:
    assert [m.party for m in mentions(text, pack) if m.party] == []
