"""`compare_names`: spelling variants of one name match and say why; names of two people do not."""

import pytest

from didar import compare_names

SAME = [
    ("بلینکن", "بلینکین", "a vowel more"),
    ("لاوروف", "لاورف", "a long vowel less"),
    ("زلنسکی", "زلینسکی", "ی for ـِ"),
    ("پوتین", "پوتن", "a long vowel written or not"),
    ("ماکرون", "مکرون", "ا written or not"),
    ("اردوغان", "اردغان", "و written or not"),
    ("گوترش", "گوتیرش", "ی written or not"),
    ("گروسی", "گروسي", "an Arabic ي"),
    ("کالاس", "كالاس", "an Arabic ك"),
    ("بورل", "بوریل", "foreign surname with ی"),
    ("نتانیاهو", "نتانياهو", "Arabic ي within"),
    ("ویتکاف", "ویتکف", "ا before the last letter"),
    ("لوکاشنکو", "لوکاشنکا", "Russian or Belarusian ending"),
    ("علی‌اف", "علیاف", "joined across the half-space"),
    ("علی اف", "علی‌اف", "blank or half-space"),
    ("پاشینیان", "پاشنیان", "ی left out"),
    ("میرزایان", "میرزویان", "ا or و"),
    ("تخت‌روانچی", "تخت روانچی", "blank for half-space"),
    ("غریب‌آبادی", "غریب آبادی", "blank for half-space before آ"),
    ("حاجی‌زاده", "حاجی زاده", "two words of one surname"),
    ("محمدجواد ظریف", "محمد جواد ظریف", "a double given name apart"),
    ("محمدجواد ظریف", "ظریف", "surname alone"),
    ("عباس عراقچی", "عراقچی", "surname alone, own minister"),
    ("عراقچی", "سید عباس عراقچی", "full name on the right"),
    ("سید عباس عراقچی", "عباس عراقچی", "سید aside"),
    ("دکتر مسعود پزشکیان", "مسعود پزشکیان", "دکتر aside"),
    ("مهندس رضا اردکانیان", "رضا اردکانیان", "مهندس aside"),
    ("شیخ تمیم بن حمد آل ثانی", "تمیم بن حمد آل ثانی", "شیخ aside"),
    ("ملک سلمان", "سلمان", "ملک aside"),
    ("حاج قاسم سلیمانی", "قاسم سلیمانی", "حاج aside"),
    ("سیده فاطمه مهاجرانی", "فاطمه مهاجرانی", "سیده aside"),
    ("ولادیمیر پوتین", "ولادمیر پوتین", "given name spelled apart"),
    ("سرگئی لاوروف", "سرگی لاوروف", "ئ or nothing"),
    ("سرگئی لاوروف", "سرگئی لاورف", "surname spelled apart"),
    ("آنتونی بلینکن", "آنتونی بلینکین", "full names, one vowel"),
    ("آنتونی بلینکن", "بلینکین", "surname alone, spelled apart"),
    ("ولودیمیر زلنسکی", "زلینسکی", "surname alone, spelled apart, foreign"),
    ("رافائل گروسی", "رافایل گروسی", "ئ or ی"),
    ("امانوئل مکرون", "امانوئل ماکرون", "full, ا in the surname"),
    ("آنتونیو گوترش", "آنتونیو گوترز", "one letter apart at the end"),
    ("اسماعیل بقائی", "اسماعیل بقایی", "ئ or ی in the surname"),
    ("بقائی", "بقایی", "ئ or ی, surname alone"),
    ("هاکان فیدان", "هاکان فیضان", "letters of near sound, full name"),
    ("طارق محمود", "تارق محمود", "ط and ت"),
    ("صدیقی", "سدیقی", "ص and س"),
    ("ذوالفقار", "زوالفقار", "ذ and ز"),
    ("ضیایی", "ضیائی", "ئ or ی after ا"),
    ("قاسمی", "غاسمی", "ق and غ"),
    ("ماریا زاخارووا", "ماریا زاخاروا", "doubled و"),
    ("دمیتری پسکوف", "دیمیتری پسکوف", "ی in the first syllable"),
    ("یوسف بن علوی", "بن علوی", "the last two words"),
    ("بدر البوسعیدی", "البوسعیدی", "a surname with ال"),
    ("محمد بن سلمان", "بن سلمان", "son of"),
    ("محمدباقر قالیباف", "محمد باقر قالیباف", "half-space, blank"),
    ("علی‌اکبر صالحی", "علی اکبر صالحی", "half-space in the given name"),
    ("جان کری", "کری", "a short surname"),
    ("فؤاد حسین", "فواد حسین", "ؤ or و"),
    ("هایکو ماس", "هایکو مااس", "a doubled ا"),
    ("فیلیپو گراندی", "فیلیپو گرندی", "ا or nothing, full"),
    ("اشتاین‌مایر", "اشتاین مایر", "half-space within the surname"),
    ("میخائیل میشوستین", "میخاییل میشوستین", "ئ or ی in the given name"),
    ("شهباز شریف", "شهبازشریف", "written together"),
    ("اسماعیل هنیه", "اسمعیل هنیه", "an old spelling of the given name"),
    ("اسحاق دار", "اسحق دار", "an old spelling without ا"),
    ("الاعرجی", "اعرجی", "with and without the article"),
    ("امیرعبداللهیان", "امیرعبدالهیان", "a ل less"),
    ("مرکل", "مرکیل", "a vowel written, foreign"),
    ("گابارد", "گبارد", "a vowel written in the first syllable"),
]

APART = [
    ("صالحی", "صلاحی", "ا in another place"),
    ("احمدی", "احمدیان", "a longer surname"),
    ("رضایی", "رضاییان", "a longer surname with ان"),
    ("کریمی", "کریمیان", "Karimi, Karimian"),
    ("محمدی", "محمودی", "Mohammadi, Mahmoudi"),
    ("حسنی", "حسینی", "Hasani, Hoseini"),
    ("امینی", "ایمانی", "Amini, Imani"),
    ("رحیمی", "رحمانی", "Rahimi, Rahmani"),
    ("کرمی", "کریمی", "Karami, Karimi"),
    ("سلامی", "سلیمی", "Salami, Salimi"),
    ("سلیمی", "سلیمانی", "Salimi, Soleimani"),
    ("شریفی", "اشرفی", "Sharifi, Ashrafi"),
    ("نوری", "نیری", "Nouri, Nayyeri"),
    ("جعفری", "جعفریان", "Jafari, Jafarian"),
    ("موسوی", "موسویان", "Mousavi, Mousavian"),
    ("عباسی", "عباسیان", "Abbasi, Abbasian"),
    ("حیدری", "حیدریان", "Heidari, Heidarian"),
    ("قاسمی", "قاسمیان", "Ghasemi, Ghasemian"),
    ("مرادی", "مرادیان", "Moradi, Moradian"),
    ("اکبری", "اکبریان", "Akbari, Akbarian"),
    ("طاهری", "طاهریان", "Taheri, Taherian"),
    ("فرهادی", "فرهادیان", "Farhadi, Farhadian"),
    ("حمیدی", "حامدی", "Hamidi, Hamedi"),
    ("صادقی", "صدیقی", "Sadeghi, Seddighi"),
    ("نادری", "نوذری", "Naderi, Nozari"),
    ("علی لاریجانی", "صادق لاریجانی", "two brothers"),
    ("علی لاریجانی", "محمدجواد لاریجانی", "two brothers, a double name"),
    ("عباس موسوی", "حسین موسوی", "one surname, two given names"),
    ("محمود احمدی", "رضا احمدی", "one common surname"),
    ("جورج بوش", "جب بوش", "a family"),
    ("هیلاری کلینتون", "بیل کلینتون", "a couple"),
    ("دونالد ترامپ", "اریک ترامپ", "father and son"),
    ("بشار اسد", "حافظ اسد", "son and father"),
    ("نواز شریف", "شهباز شریف", "two prime ministers of one name"),
    ("مسعود بارزانی", "نیچیروان بارزانی", "one clan"),
    ("مسعود بارزانی", "مسرور بارزانی", "one clan, near given names"),
    ("تمیم بن حمد آل ثانی", "محمد بن عبدالرحمن آل ثانی", "one house"),
    ("عبدالله دوم", "عبدالله گل", "one given name"),
    ("محمد صالحی", "محمد صلاحی", "one given name, near surnames"),
    ("محمد احمدی", "محمد احمدیان", "one given name, a longer surname"),
    ("علی رضایی", "علی رضاییان", "one given name, رضاییان"),
    ("علی کریمی", "علی کرمی", "one given name, one letter less"),
    ("حسن روحانی", "حسن خمینی", "one given name only"),
    ("سرگئی لاوروف", "سرگئی ریابکوف", "minister and deputy"),
    ("ولادیمیر پوتین", "ولادیمیر زلنسکی", "one given name abroad"),
    ("آنتونی بلینکن", "آنتونی آلبانیزی", "one given name abroad, two countries"),
    ("عباس عراقچی", "عباس", "a given name is no end"),
    ("محمدجواد ظریف", "محمدجواد", "a double given name is no end"),
    ("لاوروف", "لاریجانی", "nothing but a beginning"),
    ("بلینکن", "بنت", "nothing but a letter"),
    ("عراقچی", "", "an empty name"),
    ("", "", "two empty names"),
    ("بوش", "باش", "short names"),
    ("عون", "عین", "short names, one vowel"),
    ("پرز", "پیرس", "short foreign names"),
    ("ماس", "مای", "two short ministers"),
    ("ظریف", "ظرافتی", "a longer word"),
    ("گروسی", "گروسیان", "a foreign name with ان"),
    ("مکرون", "مکرم", "one letter at the end"),
    ("حسین امیرعبداللهیان", "حسین عبداللهی", "part of a surname"),
    ("حسن احمدی", "حسین احمدی", "حسن and حسین are two names"),
    ("محمد نجفی", "محمد نجمی", "one letter, short native surnames"),
    ("علی امینی", "علی ایمانی", "one given name, امینی and ایمانی"),
    ("حسین حسینی", "حسین حسنی", "one given name, حسینی and حسنی"),
    ("شمخانی", "شیخانی", "Shamkhani, Sheikhani"),
]


@pytest.mark.parametrize(("left", "right"), [pytest.param(a, b, id=why) for a, b, why in SAME])
def test_one_name(left: str, right: str) -> None:
    match = compare_names(left, right)
    assert match.score > 0, match.because
    assert match.because
    assert compare_names(right, left).score == match.score, "the order of the two does not matter"


@pytest.mark.parametrize(("left", "right"), [pytest.param(a, b, id=why) for a, b, why in APART])
def test_two_names(left: str, right: str) -> None:
    match = compare_names(left, right)
    assert match.score == 0, match.because
    assert match.because
    assert compare_names(right, left).score == 0


@pytest.mark.parametrize(
    ("left", "right", "score", "because"),
    [
        pytest.param("علی‌اف", "علی اف", 1.0, "the same letters", id="equal"),
        pytest.param("عباس عراقچی", "عراقچی", 0.9, "the end of the other", id="surname"),
        pytest.param("لاوروف", "لاورف", 0.8, "the same consonants", id="vowels"),
        pytest.param("آنتونی بلینکن", "بلینکین", 0.75, "the same surname", id="surname spelled apart"),
        pytest.param("آنتونیو گوترش", "آنتونیو گوترز", 0.6, "one letter apart", id="one letter"),
        pytest.param("عراقچی", "لاوروف", 0.0, "other names", id="others"),
        pytest.param("", "لاوروف", 0.0, "empty", id="empty"),
    ],
)
def test_score_and_reason(left: str, right: str, score: float, because: str) -> None:
    match = compare_names(left, right)
    assert match.score == score
    assert because in match.because
