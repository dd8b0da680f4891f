"""Statements of short texts of our own: who says what, how, and what is none."""

import pytest

from didar import read_article
from didar.model import Article, Statement
from didar.pack import Pack
from didar.terms import Act, Medium

LEAD = "عباس عراقچی وزیر امور خارجه ایران با سرگئی لاوروف وزیر امور خارجه روسیه در مسکو دیدار کرد.\n"


def said(text: str, pack: Pack) -> tuple[Statement, ...]:
    return read_article(Article(id="t", text=text, published="2025-05-20"), pack=pack).statements


def brief(text: str, pack: Pack) -> list[tuple[str, str]]:
    """(speakers, content) of each statement."""
    return [("+".join(str(a.name or a.party) for a in s.speakers), text[slice(*s.span)]) for s in said(text, pack)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("عراقچی گفت: راه گفت‌وگو باز است.", [("عباس عراقچی", "راه گفت‌وگو باز است")], id="a colon"),
        pytest.param("عراقچی گفت که راه گفت‌وگو باز است.", [("عباس عراقچی", "راه گفت‌وگو باز است")], id="«که»"),
        pytest.param("عراقچی گفت راه گفت‌وگو باز است.", [("عباس عراقچی", "راه گفت‌وگو باز است")], id="neither"),
        pytest.param("لاوروف از میزبانی تهران قدردانی کرد.", [("سرگئی لاوروف", "از میزبانی تهران")], id="before the verb, «از»"),
        pytest.param(
            "لاوروف بر ادامه همکاری دو کشور تأکید کرد.", [("سرگئی لاوروف", "بر ادامه همکاری دو کشور")], id="before the verb, «بر»"
        ),
        pytest.param("عراقچی حمله به بندر را محکوم کرد.", [("عباس عراقچی", "حمله به بندر را")], id="before the verb, «را»"),
        pytest.param(
            "لاوروف خواستار پایان فوری درگیری‌ها شد.", [("سرگئی لاوروف", "خواستار پایان فوری درگیری‌ها")], id="between noun and verb"
        ),
        pytest.param(
            "لاوروف این سفر را سودمند دانست و گفت: کار ادامه دارد.",
            [("سرگئی لاوروف", "این سفر را سودمند"), ("سرگئی لاوروف", "کار ادامه دارد")],
            id="two verbs, two statements",
        ),
        pytest.param(
            "عراقچی با بیان اینکه راه هموار است، افزود: باید صبر کرد.",
            [("عباس عراقچی", "راه هموار است"), ("عباس عراقچی", "باید صبر کرد")],
            id="an opener",
        ),
        pytest.param("وی تاکیدکرد که راه باز است.", [("عباس عراقچی", "راه باز است")], id="a verb glued to its noun"),
        pytest.param("به گفته لاوروف، متن سند آماده است.", [("سرگئی لاوروف", "متن سند آماده است")], id="a source"),
        pytest.param("لاوروف: متن سند آماده است", [("سرگئی لاوروف", "متن سند آماده است")], id="a headline"),
        pytest.param("آمریکا دخالت در این ماجرا را رد کرد.", [("USA", "دخالت در این ماجرا را")], id="a state speaks"),
        pytest.param(
            "لاوروف گفت: «متن سند آماده است. امضا نزدیک است.» او سپس به هتل رفت.",
            [("سرگئی لاوروف", "متن سند آماده است"), ("سرگئی لاوروف", "امضا نزدیک است")],
            id="a quotation of two sentences ends with its mark",
        ),
        pytest.param("لاوروف از تهران خواست به پیمان بازگردد.", [("سرگئی لاوروف", "به پیمان بازگردد")], id="a verb with a prefix"),
        pytest.param(
            "لاوروف اعتراض کشورش را ابلاغ کرد و اظهار داشت این سخنان نادرست است.",
            [("سرگئی لاوروف", "این سخنان نادرست است")],
            id="an object of the verb before is not what is said",
        ),
        pytest.param(
            "لاوروف ساعاتی پیش از سفر به قاهره از آغاز کار کارخانه خبر داد.",
            [("سرگئی لاوروف", "از آغاز کار کارخانه")],
            id="«پیش از» begins nothing",
        ),
        pytest.param(
            "دو وزیر توافق کردند کارشناسان ماه آینده دیدار کنند.",
            [("عباس عراقچی+سرگئی لاوروف", "کارشناسان ماه آینده دیدار کنند")],
            id="agreed by both",
        ),
        pytest.param(
            "کرملین: کار سند پیش می‌رود.\nکرملین در بیانیه‌ای اعلام کرد متن سند آماده است.",
            [("RUS", "کار سند پیش می‌رود"), ("RUS", "متن سند آماده است")],
            id="a body that speaks anew",
        ),
        pytest.param(
            "لاوروف گفت: ««متن سند آماده است.» او سپس به هتل رفت.",
            [("سرگئی لاوروف", "متن سند آماده است")],
            id="a mark set twice opens one quotation",
        ),
        pytest.param(
            "لاوروف گفت: «متن سند آماده است. عراقچی نیز گفت: «امضا نزدیک است.»",
            [("سرگئی لاوروف", "متن سند آماده است"), ("عباس عراقچی", "امضا نزدیک است")],
            id="a quotation left open ends where another speaker's begins",
        ),
        pytest.param(
            "لاوروف گفت: متن سند آماده است. امضا نزدیک است.",
            [("سرگئی لاوروف", "متن سند آماده است"), ("سرگئی لاوروف", "امضا نزدیک است")],
            id="a speech goes on in its paragraph",
        ),
        pytest.param(
            "لاوروف گفت: متن سند آماده است.\nوی افزود: امضا نزدیک است.",
            [("سرگئی لاوروف", "متن سند آماده است"), ("سرگئی لاوروف", "امضا نزدیک است")],
            id="«وی» is who spoke last",
        ),
        pytest.param(
            "🔹 لاوروف: متن سند آماده است\n🔹 امضا نزدیک است",
            [("سرگئی لاوروف", "متن سند آماده است"), ("سرگئی لاوروف", "امضا نزدیک است")],
            id="bullets under a post's headline",
        ),
        pytest.param(
            "لاوروف گفت که راه دور است. «آنچه امروز داریم پایان راه نیست، آغاز آن است». باران می‌بارید.",
            [("سرگئی لاوروف", "راه دور است"), ("سرگئی لاوروف", "آنچه امروز داریم پایان راه نیست، آغاز آن است")],
            id="a sentence that is a quotation goes on with who spoke before",
        ),
        pytest.param(
            "لاوروف گفت که راه دور است. نام این طرح «راه تازه» است.",
            [("سرگئی لاوروف", "راه دور است")],
            id="a name in quotation marks does not",
        ),
        pytest.param(
            "عراقچی حمله به بندر را محکوم و از جامعه جهانی خواست اقدام کند.",
            [("عباس عراقچی", "حمله به بندر را"), ("عباس عراقچی", "اقدام کند")],
            id="a verb left out before «و»",
        ),
        pytest.param(
            "لاوروف این سند را امضا و گفت راه باز است.", [("سرگئی لاوروف", "راه باز است")], id="what is done before «و» is not said"
        ),
        pytest.param(
            "لاوروف گفت: آقای ترامپ وقت ندارد. ایشان صبح زود به هتل می‌رود.",
            [("سرگئی لاوروف", "آقای ترامپ وقت ندارد"), ("سرگئی لاوروف", "ایشان صبح زود به هتل می‌رود")],
            id="«ایشان» of somebody else within a speech",
        ),
        pytest.param(
            "🔹 لاوروف در مسکو گفت: متن سند آماده است.\n🔹\nامضا نزدیک است.",
            [("سرگئی لاوروف", "متن سند آماده است"), ("سرگئی لاوروف", "امضا نزدیک است")],
            id="the next point of a post goes on",
        ),
        pytest.param(
            "لاوروف گفت: متن سند آماده است.\nباران می‌بارید و خیابان‌ها خلوت بود.",
            [("سرگئی لاوروف", "متن سند آماده است")],
            id="the next paragraph without a point does not",
        ),
        pytest.param(
            "لاوروف: ترامپ به این سند بدبین است\n🔹 او سند را گامی کوچک می‌بیند",
            [("سرگئی لاوروف", "ترامپ به این سند بدبین است"), ("سرگئی لاوروف", "او سند را گامی کوچک می‌بیند")],
            id="«او» within the points of a speech",
        ),
        pytest.param(
            "متن سخنان لاوروف به شرح زیر است:\nآقای رئیس، راه باز است. مقامات آن کشور ادعا می‌کنند که مرز بسته است. ما آماده‌ایم.",
            [
                ("سرگئی لاوروف", "آقای رئیس، راه باز است"),
                ("سرگئی لاوروف", "مقامات آن کشور ادعا می‌کنند که مرز بسته است"),
                ("سرگئی لاوروف", "ما آماده‌ایم"),
            ],
            id="what others claim within a speech given word for word is the speaker's",
        ),
        pytest.param(
            "لاوروف در بیانیه‌ای نوشت: متن سند آماده است.\nدر پایان این بیانیه آمده است: امضا نزدیک است.",
            [("سرگئی لاوروف", "متن سند آماده است"), ("سرگئی لاوروف", "امضا نزدیک است")],
            id="a document speaks for its author",
        ),
    ],
)
def test_who_says_what(pack: Pack, text: str, expected: list[tuple[str, str]]) -> None:
    assert brief(LEAD + text, pack) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("عراقچی با لاوروف درباره دریای خزر گفت‌وگو کرد.", id="a talk is told, nothing is said"),
        pytest.param("عراقچی با لاوروف گفت و گو کرد.", id="«گفت و گو» in three words"),
        pytest.param("کارشناسان گفتند که بازار آرام است.", id="experts are no party"),
        pytest.param("خبرگزاری رویترز نوشت که بازار آرام است.", id="an agency"),
        pytest.param("گفته می‌شود که بازار آرام است.", id="a passive without a speaker"),
        pytest.param("اعلام شد که نشست فردا برگزار می‌شود.", id="announced by nobody"),
        pytest.param("عراقچی از مسائل منطقه سخن گفت.", id="a subject, no content"),
        pytest.param("عراقچی این خبر را تأیید نکرد.", id="what was not said"),
        pytest.param("عراقچی به تاریخ دوستی دو ملت اشاره کرد.", id="pointed to, not said"),
        pytest.param("مقام‌ها به این سند اشاره دارند، اما متن آن منتشر نشده است.", id="«اشاره» takes «که» alone"),
        pytest.param("عراقچی فردا در نشست خبری سخنرانی خواهد کرد.", id="a speech to come"),
        pytest.param("لاوروف سپس مسکو را ترک کرد.", id="narration"),
        pytest.param("سندی که لاوروف آن را مهم خوانده بود امضا شد.", id="a relative clause"),
        pytest.param("گفتنی است این سفر دو روز طول کشید.", id="the newsroom's own words"),
    ],
)
def test_what_is_no_statement(pack: Pack, text: str) -> None:
    assert brief(LEAD + text, pack) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("لاوروف گفت: متن سند روی میز است.", Act.SAY, id="plain"),
        pytest.param("لاوروف تأکید کرد که متن سند روی میز است.", Act.STRESS, id="the verb"),
        pytest.param("لاوروف گفت: امیدواریم متن سند امضا شود.", Act.HOPE, id="the first word of the content"),
        pytest.param("لاوروف گفت: حمله به بندر را محکوم می‌کنیم.", Act.CONDEMN, id="a performative"),
        pytest.param("لاوروف گفت: آمریکا باید به توافق برگردد.", Act.REQUEST, id="«باید» and another party"),
        pytest.param("لاوروف گفت: باید فکر کنیم.", Act.SAY, id="«باید» of the speaker's own side"),
        pytest.param("لاوروف هشدار داد که صبر آنها تمام می‌شود.", Act.WARN, id="a verb that decides"),
        pytest.param("لاوروف گفت: آنها باید بی‌درنگ از بندر بیرون بروند.", Act.REQUEST, id="«باید» and others without a name"),
        pytest.param("لاوروف گفت: ما آماده امضای سند هستیم.", Act.AGREE, id="readiness"),
        pytest.param("لاوروف گفت: مسکو آمادگی امضای این سند را ندارد.", Act.REJECT, id="no readiness"),
        pytest.param("لاوروف گفت: بحث امضای سند گمانه‌زنی است.", Act.REJECT, id="what is told is made up"),
        pytest.param("لاوروف آمریکا را مسوول این بحران دانست.", Act.ACCUSE, id="who is to blame, in the older spelling"),
        pytest.param("لاوروف دولت آمریکا را سرزنش کرد.", Act.CRITICISE, id="a rarer verb"),
        pytest.param("لاوروف این خبر را تکذیب کرد.", Act.REJECT, id="a light verb that decides"),
    ],
)
def test_act(pack: Pack, text: str, act: Act) -> None:
    assert [s.act for s in said(LEAD + text, pack)] == [act]


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        pytest.param("لاوروف گفت که «سند روی میز است و امضا نزدیک است».", True, id="within quotation marks"),
        pytest.param("لاوروف گفت: ما سند را دیده‌ایم.", True, id="a colon and the first person"),
        pytest.param("لاوروف گفت: سند روی میز است.", False, id="a colon alone"),
        pytest.param("لاوروف گفت که سند روی میز است.", False, id="told by «که»"),
        pytest.param("لاوروف گفت که سند «مهم» روی میز است.", False, id="one word quoted"),
        pytest.param("لاوروف بر آمادگی مردم روسیه تأکید کرد.", False, id="«مردم» is no first person"),
    ],
)
def test_direct(pack: Pack, text: str, direct: bool) -> None:
    assert [s.direct for s in said(LEAD + text, pack)] == [direct]


def test_contact_and_medium(pack: Pack) -> None:
    text = "وزیر خارجه ایران امروز با همتای روس خود دیدار کرد.\nدر این دیدار وزیر خارجه ایران گفت: راه باز است.\n"
    text += "وزیر خارجه ایران در نشست خبری گفت: راه باز است."
    first, second = said(text, pack)
    assert (first.medium, first.engagement is not None, first.date) == (Medium.MEETING, True, "2025-05-20")
    assert (second.medium, second.engagement) == (Medium.PRESS, None)


def test_turns_and_toward(pack: Pack) -> None:
    text = LEAD + "لاوروف گفت: به ایران آمدیم. کار خوب است.\nعراقچی گفت: از روسیه سپاسگزاریم."
    first, second, third = said(text, pack)
    assert first.turn == second.turn != third.turn
    assert (first.toward, second.toward, third.toward) == (("IRN",), (), ("RUS",))


def test_domestic_article_has_none(pack: Pack) -> None:
    assert said("شهردار تهران گفت: دو خط مترو ساخته می‌شود.", pack) == ()


def test_every_statement_says_why(pack: Pack) -> None:
    for statement in said(LEAD + "لاوروف گفت: کار خوب است. عراقچی: موافقیم", pack):
        assert statement.why is not None
        assert statement.why.pattern
        assert 0 < statement.why.confidence <= 1


@pytest.mark.parametrize("text", ["لاوروف یادآور شد که سند آماده است.", "از نگاه سرگئی لاوروف، سند آماده است.", "ترامپ: سند آماده است."])
def test_short_posts_with_nobody_but_a_known_speaker(pack: Pack, text: str) -> None:
    assert len(said(text, pack)) == 1
