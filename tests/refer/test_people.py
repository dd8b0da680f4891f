"""Who is meant: surnames, pronouns, offices, counterparts, pairs, across sentences and quotations; and who is not."""

import pytest

from didar.model import Article
from didar.pack import Pack, load_pack
from didar.pipeline import set_scene

TWO = "کامران دلاوری سفیر ایران در نروژ با یوهان برگستروم وزیر خارجه سوئد دیدار کرد."
MINISTERS = "عباس عراقچی وزیر امور خارجه ایران با سرگئی لاوروف وزیر امور خارجه روسیه دیدار کرد."
PRESIDENTS = "مسعود پزشکیان رئیس جمهور ایران با ولادیمیر پوتین رئیس جمهور روسیه دیدار کرد."


@pytest.fixture(scope="module")
def bare() -> Pack:
    """The pack without its list of people."""
    return load_pack(without_people=True)


def meant(text: str, words: str, pack: Pack, outlet: str | None = None) -> list[str]:
    """Whom the last mention that begins with these words stands for: names, else «office party», else party."""
    scene = set_scene(Article(id="t", text=text, published="2025-02-25", outlet=outlet), pack=pack)
    said = [scene.analysis.text(m.first, m.last) for m in scene.mentions]
    number = max(n for n, phrase in enumerate(said) if phrase.startswith(words))
    return [e.name or " ".join(filter(None, (e.office, e.party))) for e in scene.entities_of(number)]


MEANT = [
    (f"{TWO} دلاوری گفت.", "دلاوری", ["کامران دلاوری"], "surname alone"),
    (f"{TWO} آقای برگستروم گفت.", "آقای برگستروم", ["یوهان برگستروم"], "surname with a title"),
    (f"{TWO} برگسترم افزود.", "برگسترم", ["یوهان برگستروم"], "a surname with a letter wrong"),
    (f"{TWO} یوهان برگستروم گفت.", "یوهان برگستروم", ["یوهان برگستروم"], "full name again"),
    (f"{TWO} وی گفت.", "وی", ["کامران دلاوری"], "وی is the subject before"),
    (f"{TWO} او گفت.", "او", ["کامران دلاوری"], "او is the subject before"),
    (f"{TWO} نامبرده گفت.", "نامبرده", ["کامران دلاوری"], "نامبرده"),
    (f"{TWO} وزیر خارجه سوئد گفت.", "وزیر خارجه سوئد", ["یوهان برگستروم"], "the office again"),
    (f"{TWO} سفیر کشورمان گفت.", "سفیر کشورمان", ["کامران دلاوری"], "the own ambassador"),
    (f"{TWO} برگستروم افزود: «راه باز است». وی گفت.", "وی", ["یوهان برگستروم"], "وی through a quotation"),
    (f"{TWO} برگستروم سخن گفت. هوا سرد بود. او گفت.", "او", ["یوهان برگستروم"], "او across a sentence"),
    (f"{MINISTERS} وزیر خارجه کشورمان گفت.", "وزیر خارجه کشورمان", ["عباس عراقچی"], "the own minister"),
    (f"{MINISTERS} رئیس دستگاه دیپلماسی کشورمان گفت.", "رئیس دستگاه", ["عباس عراقچی"], "the head of diplomacy"),
    (f"{MINISTERS} رئیس دستگاه دیپلماسی روسیه گفت.", "رئیس دستگاه", ["سرگئی لاوروف"], "the other head of diplomacy"),
    (f"{MINISTERS} دو وزیر تأکید کردند.", "دو وزیر", ["عباس عراقچی", "سرگئی لاوروف"], "the two ministers"),
    (f"{MINISTERS} طرفین تأکید کردند.", "طرفین", ["عباس عراقچی", "سرگئی لاوروف"], "the two sides"),
    (f"{MINISTERS} دو طرف تأکید کردند.", "دو طرف", ["عباس عراقچی", "سرگئی لاوروف"], "both sides"),
    (f"{MINISTERS} وزرای خارجه دو کشور تأکید کردند.", "وزرای خارجه دو کشور", ["عباس عراقچی", "سرگئی لاوروف"], "ministers of the two"),
    (f"{MINISTERS} وزرای خارجه ایران و روسیه گفتند.", "وزرای خارجه ایران", ["عباس عراقچی", "سرگئی لاوروف"], "a plural that names both"),
    (f"{MINISTERS} لاوروف گفت.", "لاوروف", ["سرگئی لاوروف"], "a known surname"),
    (f"{MINISTERS} عراقچی از همتای روس خود تشکر کرد.", "همتای روس", ["سرگئی لاوروف"], "the Russian counterpart"),
    (f"{MINISTERS} لاوروف از همتای ایرانی خود تشکر کرد.", "همتای ایرانی", ["عباس عراقچی"], "the Iranian counterpart"),
    (f"{MINISTERS} عراقچی از همتایش تشکر کرد.", "همتایش", ["سرگئی لاوروف"], "his counterpart"),
    (f"{PRESIDENTS} رؤسای جمهور دو کشور گفتند.", "رؤسای جمهور", ["مسعود پزشکیان", "ولادیمیر پوتین"], "presidents of the two"),
    (f"{PRESIDENTS} روسای جمهور ایران و روسیه گفتند.", "روسای جمهور", ["مسعود پزشکیان", "ولادیمیر پوتین"], "presidents of both, named"),
    (f"{PRESIDENTS} سران دو کشور گفتند.", "سران", ["مسعود پزشکیان", "ولادیمیر پوتین"], "leaders of the two"),
    (f"{PRESIDENTS} رئیس جمهور کشورمان گفت.", "رئیس جمهور کشورمان", ["مسعود پزشکیان"], "the own president"),
    (f"{PRESIDENTS} رئیس‌جمهور روسیه گفت.", "رئیس‌جمهور روسیه", ["ولادیمیر پوتین"], "the Russian president"),
    ("وزیر خارجه ایران با همتای نروژی خود گفت‌وگو کرد.", "همتای نروژی", ["foreign_minister NOR"], "an unnamed counterpart"),
    ("وزیر دفاع ایران با همتای عراقی دیدار کرد.", "همتای عراقی", ["minister IRQ"], "a counterpart in another office"),
    ("رئیس مجلس ایران با همتای ترک خود دیدار کرد.", "همتای ترک", ["speaker_of_parliament TUR"], "a speaker's counterpart"),
    ("سفیر نروژ وارد شد. این کشور عضو ناتو است.", "این کشور", ["NOR"], "this country"),
    ("وزیر خارجه کشورمان گفت.", "وزیر خارجه کشورمان", ["foreign_minister IRN"], "کشورمان of an Iranian outlet"),
    ("هومن فرازنده سفیر ایران در اسلو گفت. سفیر کشورمان در نروژ افزود.", "سفیر کشورمان", ["هومن فرازنده"], "capital and country"),
]

WITHOUT_A_LIST = [
    ("سخنگوی وزارت خارجه قطر گفت. ماجد الانصاری افزود.", "سخنگوی", ["ماجد الانصاری"], "the name in the sentence behind"),
    ("ماجد الانصاری گفت. سخنگوی وزارت خارجه قطر افزود.", "سخنگوی", ["ماجد الانصاری"], "the name in the sentence before"),
    ("بقائی: مذاکره ادامه دارد\nسخنگوی وزارت خارجه گفت.", "سخنگوی", ["بقائی"], "a headline's speaker"),
    ("عراقچی: آماده‌ایم\n🔹\nوزیر امور خارجه امروز در نشستی گفت.", "وزیر امور خارجه", ["عراقچی"], "a line of signs between"),
    ("وزیر خارجه روسیه گفت. به گزارش ایسنا، سرگئی لاوروف افزود.", "وزیر خارجه روسیه", ["سرگئی لاوروف"], "behind the agency"),
    ("میشل عون، رئیس جمهور، و حسن دیاب، نخست‌وزیر لبنان، گفتند.", "میشل عون", ["میشل عون"], "two in a list"),
    (f"{MINISTERS} دو وزیر تأکید کردند.", "دو وزیر", ["عباس عراقچی", "سرگئی لاوروف"], "the two ministers, unlisted"),
    (f"{PRESIDENTS} پوتین گفت.", "پوتین", ["ولادیمیر پوتین"], "a surname, unlisted"),
]

NOT_MEANT = [
    (f"{TWO} برگسترومی‌ها ماندند و سفیر ایران رفت.", "سفیر ایران", "یوهان برگستروم", "a surname with an ending is no misspelling"),
    (f"{TWO} وی گفت.", "وی", "یوهان برگستروم", "وی is not whom the subject met"),
    (f"{TWO} برگستروم گفت. او افزود.", "او", "کامران دلاوری", "او is not the one before the last"),
    (f"{TWO} وزیر خارجه نروژ گفت.", "وزیر خارجه نروژ", "یوهان برگستروم", "another country's minister"),
    (f"{TWO} سفیر سوئد گفت.", "سفیر سوئد", "کامران دلاوری", "another country's ambassador"),
    (f"{TWO} وزیر دفاع سوئد گفت.", "وزیر دفاع سوئد", "یوهان برگستروم", "another minister of that country"),
    (f"{TWO} وزیر خارجه پیشین سوئد گفت.", "وزیر خارجه پیشین", "یوهان برگستروم", "his predecessor"),
    (f"{TWO} معاون وزیر خارجه سوئد گفت.", "معاون وزیر خارجه سوئد", "یوهان برگستروم", "his deputy"),
    (f"{TWO} سخنگوی وزارت خارجه سوئد گفت.", "سخنگوی", "یوهان برگستروم", "his spokesman"),
    (f"{TWO} آقای رضا دلاوری گفت.", "آقای رضا", "کامران دلاوری", "one surname, another given name"),
    (f"{TWO} آنا برگستروم گفت.", "آنا برگستروم", "یوهان برگستروم", "one surname, another given name abroad"),
    (f"{MINISTERS} وزیر خارجه کشورمان گفت.", "وزیر خارجه کشورمان", "سرگئی لاوروف", "the own one is not the guest"),
    (f"{MINISTERS} عراقچی از همتای روس خود تشکر کرد.", "همتای روس", "عباس عراقچی", "nobody is his own counterpart"),
    (f"{MINISTERS} عراقچی از همتای ترک خود هم گفت.", "همتای ترک", "سرگئی لاوروف", "a Turkish counterpart is no Russian"),
    (f"{MINISTERS} وزیر خارجه عمان نیز گفت.", "وزیر خارجه عمان", "عباس عراقچی", "a third minister"),
    (f"{MINISTERS} سفیر روسیه هم گفت.", "سفیر روسیه", "سرگئی لاوروف", "another office of that country"),
    (f"{MINISTERS} رئیس جمهور روسیه هم گفت.", "رئیس جمهور روسیه", "سرگئی لاوروف", "a higher office of that country"),
    (f"{PRESIDENTS} رئیس جمهور پیشین ایران گفت.", "رئیس جمهور پیشین", "مسعود پزشکیان", "a former president"),
    (f"{PRESIDENTS} نخست‌وزیر روسیه گفت.", "نخست‌وزیر روسیه", "ولادیمیر پوتین", "a prime minister is no president"),
    (f"{PRESIDENTS} رئیس جمهور ترکیه گفت.", "رئیس جمهور ترکیه", "ولادیمیر پوتین", "a third president"),
    (f"{PRESIDENTS} سخنگوی کرملین گفت.", "سخنگوی کرملین", "ولادیمیر پوتین", "his spokesman is not he"),
    (f"{PRESIDENTS} مقامات روسیه گفتند.", "مقامات روسیه", "ولادیمیر پوتین", "officials are nobody in particular"),
    (f"{PRESIDENTS} هیئت روسیه آمد.", "هیئت روسیه", "ولادیمیر پوتین", "a delegation is nobody in particular"),
]


@pytest.mark.parametrize(("text", "words", "expected"), [pytest.param(t, w, e, id=why) for t, w, e, why in MEANT])
def test_meant(text: str, words: str, expected: list[str], pack: Pack) -> None:
    assert meant(text, words, pack) == expected


@pytest.mark.parametrize(("text", "words", "expected"), [pytest.param(t, w, e, id=why) for t, w, e, why in WITHOUT_A_LIST])
def test_meant_without_a_list(text: str, words: str, expected: list[str], bare: Pack) -> None:
    assert meant(text, words, bare) == expected


@pytest.mark.parametrize(("text", "words", "other"), [pytest.param(t, w, o, id=why) for t, w, o, why in NOT_MEANT])
def test_not_meant(text: str, words: str, other: str, pack: Pack) -> None:
    assert other not in meant(text, words, pack)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("وی گفت هوا سرد است.", "وی", id="a pronoun with nobody before"),
        pytest.param("طرفین تأکید کردند.", "طرفین", id="two sides with nobody before"),
        pytest.param("مقامات ایران آمدند. وی گفت.", "وی", id="officials are never وی"),
        pytest.param("هیئت روسیه آمد. او گفت.", "او", id="a delegation is never او"),
    ],
)
def test_nobody_meant(text: str, words: str, pack: Pack) -> None:
    assert meant(text, words, pack) == []


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        pytest.param(
            "«نوری الساعدی» نخست‌وزیر سابق و «همام الجبوری» وزیر نفت عراق آمدند.", "نوری الساعدی", "IRQ", id="at the end of a list"
        ),
        pytest.param(
            "سفر یوهان برگستروم رئیس جمهوری و شماری از مقام‌های سوئد لغو شد.", "یوهان برگستروم", "SWE", id="officials close the list"
        ),
        pytest.param("به گزارش لبنان، حسن الدیب نخست‌وزیر گفت.", "حسن الدیب", "LBN", id="an office that Iran has not"),
        pytest.param("کامران دلاوری وزیر نفت گفت.", "کامران دلاوری", "IRN", id="own, where nothing is said"),
    ],
)
def test_party_unsaid(text: str, name: str, party: str, bare: Pack) -> None:
    scene = set_scene(Article(id="t", text=text, published="2025-02-25"), pack=bare)
    assert [e.party for e in scene.references.entities if e.name == name] == [party]


@pytest.mark.parametrize(
    ("published", "who", "party"),
    [("2009-01-01", "bernard-kouchner", "FRA"), ("2023-05-05", "jared-kushner", "USA"), ("2025-02-25", "jared-kushner", "USA")],
)
def test_of_two_with_one_surname_the_one_whose_office_is_nearest_to_the_day(published: str, who: str, party: str, pack: Pack) -> None:
    scene = set_scene(Article(id="t", text="کوشنر با عراقچی دیدار کرد.", published=published), pack=pack)
    assert [(e.ids, e.party) for e in scene.entities_of(0)] == [((who,), party)]
