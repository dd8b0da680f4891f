"""Persian and Dari stay, their neighbours do not; what is short or mixed stays too."""

import json
from pathlib import Path

import pytest

from didar.gather.languages import LEAST_WORDS, guess_language, keep_persian
from didar.gathering import page_rules
from didar.model import Article, Reject
from didar.terms import Reason

WORDS = page_rules().languages

FOREIGN = {
    "ar": [
        "التقى وزير الخارجية العماني مع نظيره الإيراني في مسقط صباح اليوم وبحث الجانبان العلاقات الثنائية بين البلدين وسبل تعزيزها.",
        "وقال المتحدث باسم الوزارة إن الوفد سيصل إلى بغداد غداً لمواصلة المحادثات التي بدأت في الأسبوع الماضي.",
        "أكد السفير الجديد أن بلاده تريد فتح صفحة جديدة مع جيرانها وأنها لن تقبل أي تدخل من الخارج.",
    ],
    "ps": [
        "د بهرنیو چارو وزیر نن په کابل کې د ترکمنستان له سفیر سره وکتل او د دواړو هېوادونو ترمنځ د سوداګرۍ پر پراختیا خبرې وشوې.",
        "د وزارت ویاند وویل چې دا ناسته به د راتلونکې اوونۍ تر پایه پورې دوام ولري او ټولې پایلې به یې خپرې شي.",
        "هغه زیاته کړه چې موږ له خپلو ګاونډیانو سره ښې اړیکې غواړو او دغه تړون د دواړو خواوو په ګټه دی.",
    ],
    "ur": [
        "وزیر خارجہ نے آج اسلام آباد میں ازبکستان کے سفیر سے ملاقات کی اور دونوں ملکوں کے درمیان تجارت بڑھانے پر بات کی۔",
        "ترجمان نے کہا کہ مذاکرات کا اگلا دور اگلے ہفتے ہوگا اور اس میں سرحدی تجارت کے مسائل پر بھی غور کیا جائے گا۔",
        "انہوں نے مزید کہا کہ ہم اپنے پڑوسیوں کے ساتھ اچھے تعلقات چاہتے ہیں اور یہ معاہدہ دونوں کے فائدے میں ہے۔",
    ],
    "ckb": [
        "وەزیری دەرەوە ئەمڕۆ لە هەولێر لەگەڵ باڵیۆزی ئەرمەنیا کۆبووەوە و باسیان لە پەرەپێدانی پەیوەندییەکانی نێوان هەردوو لا کرد.",
        "وتەبێژی وەزارەتەکە گوتی کە ئەم دانیشتنە تا کۆتایی هەفتەی داهاتوو بەردەوام دەبێت و هەموو ئەنجامەکان بڵاو دەکرێنەوە.",
        "ئەو هەروەها گوتی کە ئێمە دەمانەوێت لەگەڵ دراوسێکانمان پەیوەندی باشمان هەبێت و ئەم ڕێککەوتنە بۆ هەردوو لا باشە.",
    ],
    "en": ["The foreign minister met his Omani counterpart in Muscat this morning, and the two sides spoke about trade and about water."],
    "tg": ["Вазири корҳои хориҷӣ имрӯз дар Душанбе бо сафири Ӯзбекистон дидор кард ва дар бораи савдо суҳбат намуд, гуфт сухангӯ."],
}  # fmt: skip

PERSIAN = [
    pytest.param("وزیر خارجه عمان صبح امروز در مسقط با همتای ایرانی خود دیدار کرد و درباره روابط دو کشور گفت‌وگو شد.", id="news"),
    pytest.param(
        "وزیر خارجهٔ افغانستان پیش از چاشت امروز در کابل با سفیر ترکمنستان ملاقات کرد و روی توسعهٔ تجارت میان دو کشور بحث نمود.", id="Dari"
    ),
    pytest.param("وزير امور خارجه صبح امروز در بغداد با همتاي عراقي خود ديدار كرد و درباره مرزها گفتند.", id="Arabic letters"),
    pytest.param(
        "امام جمعه در آغاز سخن این آیه را خواند: «إن مع العسر يسرا فإذا فرغت فانصب وإلى ربك فارغب». او سپس گفت که مردم در این ماه‌ها سختی‌های"
        " زیادی را پشت سر گذاشته‌اند و باید به آینده امیدوار باشند.",
        id="an Arabic quotation",
    ),
    pytest.param("فوری | عراقچی وارد مسقط شد؛ دیدار با البوسعیدی تا ساعتی دیگر آغاز می‌شود، خبرها را بخوانید @khabar_foori", id="a post"),
    pytest.param(
        "عبدالله بن زاید آل نهیان، جاسم محمد البدیوی، بدر البوسعیدی و عبداللطیف الزیانی در نشست شورای همکاری در الریاض حاضرند.",
        id="Arabic names",
    ),
    pytest.param("قیمت iPhone 17 Pro Max 256 GB در بازار تهران به مرز تازه‌ای رسید و گرانی ادامه دارد.", id="Latin names"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [pytest.param(k, t, id=f"{k}{n}") for k, ts in FOREIGN.items() for n, t in enumerate(ts)])
def test_another_language_is_seen(language: str, text: str) -> None:
    guess = guess_language(text, words=WORDS)
    assert guess is not None
    assert guess.language == language


@pytest.mark.parametrize("text", PERSIAN)
def test_persian_stays(text: str) -> None:
    guess = guess_language(text, words=WORDS)
    assert guess is not None
    assert guess.language == "fa"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("بیروت", id="a word"),
        pytest.param("السفير العماني في طهران", id="a few Arabic words"),
        pytest.param("Breaking news https://example.org/a/b/c/d #one #two #three @four @five @six", id="links and handles alone"),
        pytest.param("۱۲ ۱۳ ۱۴ ۱۵ ۱۶ ۱۷ ۱۸ ۱۹ ۲۰ ۲۱ ۲۲ ۲۳ ۲۴ ۲۵", id="numbers"),
    ],
)
def test_what_is_too_short_is_not_judged(text: str) -> None:
    assert guess_language(text, words=WORDS) is None


def test_the_reject_names_the_language_and_where() -> None:
    found = [
        Article(id="a", text=FOREIGN["ur"][0], url="https://example.org/1"),
        Article(id="b", text="سلام"),
        Reject(where="c", reason=Reason.BAD_JSON, detail="d"),
    ]
    reject, *rest = keep_persian(found, words=WORDS)
    assert isinstance(reject, Reject)
    assert (reject.where, reject.reason) == ("https://example.org/1", Reason.OTHER_LANGUAGE)
    assert "Urdu" in reject.detail
    assert rest == found[1:]


def test_the_table_has_small_words_enough() -> None:
    for language in ("fa", "ar", "ps", "ur", "ckb"):
        assert sum(languages == {language} for languages in WORDS.values()) >= 20, language


def test_persian_texts_of_the_corpus_stay(shared: Path) -> None:
    judged = kept = 0
    for name in ("diplomatic", "ordinary"):
        for line in (shared / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            cyrillic = sum("\u0400" <= c <= "\u04ff" for c in text)
            if len(text.split()) < LEAST_WORDS or 2 * cyrillic > len(text):
                continue
            judged += 1
            guess = guess_language(text, words=WORDS)
            kept += guess is None or guess.language == "fa"
    assert judged > 1900
    assert kept / judged >= 0.998
