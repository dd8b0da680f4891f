"""What live systems do and templates seldom have: the site's name as a heading, leads of other articles, forms around all, guards."""

import pytest

from didar.gather.pages import read_page
from didar.gathering import page_rules, read_days
from didar.letters import ZWNJ
from didar.model import Article, Reject
from didar.terms import Reason

RULES = page_rules()
TITLE = "گفت‌وگوی دو وزیر دربارهٔ گذرگاه‌های مرزی"
LEAD = "دو وزیر در مسقط دربارهٔ گذرگاه‌های مرزی گفت‌وگو کردند و برای نشست بعدی قرار گذاشتند."
OTHER = "چکیدهٔ خبری دیگر که در کنار این صفحه آمده است و به آن ربطی ندارد."
LINES = [f"بند {n} از گزارشی که دربارهٔ گفت‌وگوهای دو کشور نوشته شده و چند جمله دارد." for n in ("یکم", "دوم", "سوم", "چهارم")]
BODY = "".join(f"<p>{line}</p>" for line in LINES)
TEXT = "\n".join(LINES)
META = f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='خبرگزاری نمونه'>"


def read(body: str, *, head: str = "", url: str = "https://www.example.ir/news/12345") -> Article | Reject:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), url=url, where="x", rules=RULES, read_days=read_days)


def article(body: str, **more: str) -> Article:
    found = read(body, **more)
    assert isinstance(found, Article), found
    return found


# -- title -------------------------------------------------------------------------------------------------------------

LOGO = "<header><h1><a href='/'>خبرگزاری نمونه</a></h1></header>"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param("", f"{LOGO}<h1 class='title'>{TITLE}</h1>", TITLE, id="the site's name is a heading too"),
        pytest.param(META, f"{LOGO}<h1>{TITLE}</h1>", TITLE, id="two headings alike, one of them told to machines"),
        pytest.param("", f"{LOGO}<h1>{TITLE}</h1>", TITLE, id="two headings alike, one of them a link home"),
        pytest.param(META, "<h1>خبرگزاری نمونه</h1>", TITLE, id="the site's name alone, the title told to machines"),
        pytest.param(META, f"<ul><li><h1 class='title'>خبری دیگر</h1></li></ul><h1>{TITLE}</h1>", TITLE, id="a list before the article"),
        pytest.param("", f"<ul><li><h1 class='title'>خبری دیگر</h1></li></ul><h1>{TITLE}</h1>", TITLE, id="a list, nothing told"),
        pytest.param("<title>خبر - نمونه</title>", f"<h1>{TITLE}</h1>", TITLE, id="shown and told differ: as shown"),
        pytest.param(
            "", f"<h1 class='title'><a href='/fa/news/12345/slug'>{TITLE}</a></h1>", TITLE, id="a title that links to its own page"
        ),
        pytest.param(META, f"<h1><a href='/fa'>نمونه</a></h1><h2 class='entry-title'>{TITLE}</h2>", TITLE, id="an old theme of WordPress"),
        pytest.param(
            "", "<h1><a href='https://www.example.ir/'>خبرگزاری نمونه</a></h1>", "خبرگزاری نمونه", id="nothing but the site's name"
        ),
    ],
)
def test_title(head: str, body: str, expected: str) -> None:
    assert article(f"{body}<div class='entry-content'>{BODY}</div>", head=head).title == expected


DATES = "<ul><li><h3><a href='/2'>خبری دیگر</a></h3><time class='item-date'>۱ فروردین ۱۴۰۰ - ۱۰:۰۰</time></li></ul>"


@pytest.mark.parametrize("before", [True, False])
def test_dates_of_other_articles_in_a_list_are_not_its_own(before: bool) -> None:
    own = f"<h1 class='title'>{TITLE}</h1><div class='item-date'>۷ اسفند ۱۴۰۳ - ۱۴:۳۰</div><div class='item-text'>{BODY}</div>"
    found = article(f"{LOGO}{DATES}{own}" if before else f"{LOGO}{own}{DATES}", url="https://www.mehrnews.com/news/1")
    assert found.published == "2025-02-25T14:30+03:30"


# -- lead --------------------------------------------------------------------------------------------------------------

HEADING = f"<h1 class='title'>{TITLE}</h1>"
ITEM_BODY = f"<div class='item-body'><div class='item-text'>{BODY}</div></div>"
OWN_LEAD = f"<p class='introtext'>{LEAD}</p>"
OTHER_LEAD = f"<p class='introtext'>{OTHER}</p>"
LIST = f"<ul><li>{OTHER_LEAD}</li></ul>"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param(f"{HEADING}{OWN_LEAD}{ITEM_BODY}", f"{LEAD}\n{TEXT}", id="its own"),
        pytest.param(f"{LIST}{HEADING}{OWN_LEAD}{ITEM_BODY}", f"{LEAD}\n{TEXT}", id="after a list"),
        pytest.param(f"{LIST}{HEADING}{ITEM_BODY}", TEXT, id="a list alone"),
        pytest.param(f"<div class='box'>{OTHER_LEAD}</div>{HEADING}{ITEM_BODY}", TEXT, id="a box before the title"),
        pytest.param(f"{HEADING}{ITEM_BODY}<div class='box'>{OTHER_LEAD}</div>", TEXT, id="a box after the text"),
        pytest.param(f"{HEADING}<aside>{OTHER_LEAD}</aside>{ITEM_BODY}", TEXT, id="a column at the side"),
        pytest.param(f"{HEADING}{OWN_LEAD}<div>{OTHER_LEAD}</div>{ITEM_BODY}", f"{LEAD}\n{TEXT}", id="the first after the title"),
        pytest.param(f"{OWN_LEAD}{ITEM_BODY}", f"{LEAD}\n{TEXT}", id="no title shown"),
        pytest.param(f"<div class='has-sidebar'>{HEADING}{OWN_LEAD}{ITEM_BODY}</div>", f"{LEAD}\n{TEXT}", id="a page with a sidebar"),
        pytest.param(f"{HEADING}<div class='sidebar-2'>{OTHER_LEAD}</div>{ITEM_BODY}", TEXT, id="the sidebar itself"),
    ],
)  # fmt: skip
def test_lead(page: str, text: str) -> None:
    assert article(page, url="https://www.mehrnews.com/news/12345").text == text


# -- what stands around the text -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(f"<div id='ctl00_main'><h1>{TITLE}</h1><div class='matn'>{BODY}</div></div>", id="no mark at all"),
        pytest.param(f"<h1 class='title'>{TITLE}</h1>{ITEM_BODY}", id="a rule fits"),
    ],
)
def test_a_form_around_the_page_is_no_reason_to_lose_it(inner: str) -> None:
    menu = "<div id='menu'><a href='/a'>خانه</a><a href='/b'>سیاست</a></div>"
    found = article(f"<form id='aspnetForm' method='post' action='./'><input type='hidden' name='__VIEWSTATE'>{menu}{inner}</form>")
    assert found.text == TEXT
    assert found.title == TITLE


def test_a_form_inside_the_text_around_all_of_it() -> None:
    assert article(f"{HEADING}<div class='item-body'><div class='item-text'><form>{BODY}</form></div></div>").text == TEXT


def test_a_form_for_comments_is_not_the_text() -> None:
    form = "<form class='x'><p>نظر خود را بنویسید؛ نشانی رایانامهٔ شما نشان داده نمی‌شود.</p><textarea></textarea></form>"
    assert "نظر خود" not in article(f"<h1>{TITLE}</h1><div>{BODY}</div>{form}").text
    assert "نظر خود" not in article(f"{HEADING}<div class='item-body'><div class='item-text'>{BODY}{form}</div></div>").text


def test_classes_that_only_sound_like_related_articles() -> None:
    """`relative` and `position-relative` are classes of layout: nothing is related."""
    inner = f"<div class='relative mb-4'>{BODY}</div><div class='position-relative'><p>بند پایانی که در همین متن است.</p></div>"
    date = "<div class='relative'><span class='item-date'>۷ اسفند ۱۴۰۳ - ۱۴:۳۰</span></div>"
    found = article(
        f"{HEADING}{date}<div class='item-body'><div class='item-text'>{inner}<div class='related-news'>{OTHER}</div></div></div>"
    )
    assert found.text == f"{TEXT}\nبند پایانی که در همین متن است."
    assert found.published == "2025-02-25T14:30+03:30"


# -- pages that are no articles ----------------------------------------------------------------------------------------

MISSING = (
    "متأسفانه صفحه‌ای که به دنبال آن هستید یافت نشد. شاید نشانی را اشتباه وارد کرده‌اید یا صفحه حذف شده است؛"
    " به صفحهٔ اصلی بازگردید و دوباره بگردید."
)
MOVED = (
    "در حال انتقال به سایت مورد نظر هستید. این صفحه پس از چند ثانیه خودبه‌خود به سایت می‌رود؛ اگر نرفت،"
    " جاوااسکریپت را روشن کنید و صفحه را تازه کنید."
)
GUARD = (
    "Checking if the site connection is secure. Enable JavaScript and cookies to continue."
    " Your browser will redirect to your content shortly, please wait."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<h1>خطای ۴۰۴</h1><p>{MISSING}</p>", id="not found, answered with 200"),
        pytest.param(f"<h1>نمونه</h1><p>{MOVED}</p>", id="a guard against attacks"),
        pytest.param(f"<h1>www.example.ir</h1><p>{GUARD}</p>", id="a guard in English"),
    ],
)
def test_errors_and_guards_are_no_articles(body: str) -> None:
    found = read(body)
    assert isinstance(found, Reject)
    assert found.reason is Reason.NO_ARTICLE
    assert "guard" in found.detail


QUOTED = "<p>کاربران با پیام «صفحه یافت نشد» روبه‌رو شدند و سخنگو گفت که این نقص تا فردا برطرف می‌شود.</p>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<h1>{TITLE}</h1><div>{BODY * 4}{QUOTED}</div>", id="a long text that quotes it"),
        pytest.param(
            f"{HEADING}<div class='item-body'><div class='item-text'>{QUOTED}</div></div>", id="a short one that a rule vouches for"
        ),
    ],
)
def test_an_article_about_an_error_is_an_article(body: str) -> None:
    assert "یافت نشد" in article(body).text


# -- systems of outlets, as public readers of them describe them ---------------------------------------------------------

DOC = (
    "<div class='doc_content'><div id='docDiv3TitrRou'>روتیتر</div><h1 id='docDiv3TitrMain'>{title}</h1>"
    "<div id='docDiv3Date'>سه‌شنبه ۷ اسفند ۱۴۰۳ ساعت ۱۴:۳۰</div>"
    "<div id='docDivLead1'><div id='docDivLead3'><div>{lead}</div></div></div>"
    "<div id='doctextarea'><script>$(document).ready(function(){{}});</script>{body}</div></div>"
)
SAMANEH = (
    "<div class='news_path'><a href='/fa'>صفحه نخست</a></div><div class='rutitr'>روتیتر</div><h1 class='title'>{title}</h1>"
    "<div class='news_pdate_c'><span>تاریخ انتشار:</span>۷ اسفند ۱۴۰۳ - ۱۴:۳۰</div><div class='subtitle'>{lead}</div>"
)
STUDIO = (
    "<article id='item'><div class='print-header' style='display:none'><ul><li class='date'>۷ اسفند ۱۴۰۳، ۱۴:۳۰</li></ul></div>"
    "<div class='item-header'><div class='item-nav'><div class='item-date'><span>۷ اسفند ۱۴۰۳، ۱۴:۳۰</span></div></div>"
    "<div class='item-title'><h4 class='subtitle kicker'>روتیتر</h4><h1 class='title'>{title}</h1></div></div><div class='item-summary'>"
    "<figure><img src='x'></figure><p class='summary introtext' itemprop='description'>{lead}</p></div><div class='item-body'>"
    "<div itemprop='articleBody' class='item-text'>{body}</div></div></article>"
)
ISNA = (
    "<ul class='list-inline meta-news'><li><i class='fa fa-calendar-o'></i> <span class='title-meta'>سه‌شنبه /</span>"
    " <span class='text-meta'>۷ اسفند ۱۴۰۳ / ۱۴:۳۰</span></li><li><span class='text-meta'>سیاست خارجی</span></li></ul>"
    "<h1 class='first-title' itemprop='headline'>{title}</h1><p class='summary' itemprop='description'>{lead}</p>"
    "<div itemprop='articleBody' class='item-text'>{body}</div><footer class='tags'><ul><li><a href='/tag/x'>برچسب</a></li></ul></footer>"
)
TASNIM = (
    "<article class='single-news'><h1 class='title'>{title}</h1><ul class='list-inline details'><li class='service'>سیاسی</li>"
    "<li class='time'>۰۷ اسفند ۱۴۰۳ - ۱۴:۳۰</li></ul><h3 class='lead'>{lead}</h3><div class='story'>{body}</div></article>"
)
INNER = "<div class='tdb-block-inner td-fix-index'>"
TAGDIV = (
    f"<div class='wpb_wrapper'><div class='td_block_wrap tdb_title'>{INNER}<h1 class='tdb-title-text'>{{title}}</h1></div></div>"
    f"<div class='td_block_wrap tdb_single_date'>{INNER}<time class='entry-date' datetime='2025-02-25T14:30:00+03:30'>x</time></div></div>"
    f"<div class='td_block_wrap tdb_single_content td-post-content'>{INNER}{{body}}</div></div></div>"
)
AFINTL = (
    "<main><time datetime='2025-02-25T11:00:00Z'>۷ حوت</time><article><h1>{title}</h1><div class='article__content'>{body}</div>"
    "<div class='article__tags'>برچسب‌ها</div></article></main>"
)
SCRIPTED = (
    "<article><header><h1>{title}</h1><p class='teaser-text'>{lead}</p></header><time aria-hidden='true'>۱۴۰۳ اسفند ۷, سه‌شنبه</time>"
    "<div class='rich-text'>{body}</div></article>"
)
PRESIDENT = (
    "<h1 class='header-c1'>{title}</h1><div class='info'><a href='/cat/12'>خبر</a><!-- x --><span>سه‌شنبه 7 اسفند 1403 - 14:30</span></div>"
    "<article><!-- gallery --><div>{body}</div></article>"
)
MINISTRY = (
    "<ol><li class='breadcrumb-item'><a href='/portal/newsagencyshow/1'>اخبار</a></li></ol><span class='nv-info'>1403/12/07 - 14:30</span>"
    "<div class='news-text-full'><h6>روتیتر</h6><h4>{title}</h4>{body}</div>"
)
KHAMENEI = (
    "<div class='Content'><span class='oliveDate'>1403/12/07</span><h5>روتیتر</h5><h3>{title}</h3>{body}</div><div class='box'>دیگر</div>"
)
LEADER = (
    "<article id='heading'><time><h6>7 /اسفند/ 1403</h6></time><h4><small>روتیتر</small></h4><h3 class='btitr'>{title}</h3></article>"
    "<article id='details'><div class='text'>{body}</div></article>"
)
EQTESAD = (
    "<h1 class='title'>{title}</h1><time class='news-date'>۷ اسفند ۱۴۰۳ - ۱۴:۳۰</time><div class='lead justify'>{lead}</div>"
    "<div id='echo-detail'>{body}</div>"
)
SYSTEMS = {
    "president.ir/fa/120001": PRESIDENT,
    "mfa.gov.ir/portal/newsview/1": MINISTRY,
    "farsi.khamenei.ir/message-content?id=1": KHAMENEI,
    "www.leader.ir/fa/content/1": LEADER,
    "donya-e-eqtesad.com/fa/news/1": EQTESAD,
    "avapress.com/fa/news/1": DOC,
    "www.akhbarbank.com/news/1": DOC,
    "www.jahannews.com/news/1": DOC,
    "kayhan.ir/fa/news/1": SAMANEH + "<div class='body'>{body}</div>",
    "fararu.com/fa/news/1": SAMANEH + "<div id='echo_detail'>{body}</div>",
    "www.irib-news.ir/fa/news/1": SAMANEH + "<section class='body'><div class='body'>{body}</div></section>",
    "rasanews.ir/fa/news/1": SAMANEH + "<div class='body-news body'>{body}</div>",
    "unknown-site.ir/fa/news/1": SAMANEH + "<div class='body-news body'>{body}</div>",
    "www.mehrnews.com/news/1": STUDIO,
    "www.ettelaat.com/news/1": STUDIO,
    "www.isna.ir/news/1": ISNA,
    "www.tasnimnews.ir/fa/news/1403/12/07/1": TASNIM,
    "www.khaama.com/persian/1": TAGDIV,
    "www.afintl.com/202502251234": AFINTL,
    "www.dw.com/fa-ir/x/a-1": SCRIPTED,
}


@pytest.mark.parametrize("address", SYSTEMS)
def test_a_page_in_the_manner_of_a_system(address: str) -> None:
    made = SYSTEMS[address].format(title=TITLE, lead=LEAD, body=BODY)
    sidebar = f"<div class='sidebar'><ul><li><h3><a href='/2'>خبری دیگر</a></h3><p class='introtext lead'>{OTHER}</p></li></ul></div>"
    found = article(f"{LOGO}{sidebar}{made}{sidebar}", url=f"https://{address}")
    lead = [LEAD] if "{lead}" in SYSTEMS[address] else []
    assert found.title == TITLE
    assert found.text == "\n".join([*lead, *LINES])
    assert (found.published or "")[:10] == "2025-02-25"
    assert found.text.count(ZWNJ) == sum(line.count(ZWNJ) for line in [*lead, *LINES])


def test_a_page_of_the_bbc_has_its_lists_and_headings_and_nothing_of_embeds() -> None:
    def block(inner: str) -> str:
        return f"<div dir='rtl' class='bbc-19j92fr'>{inner}</div>"

    skipped = "<a href='#end-of-podcasts'>از پادکست رد شوید</a><p>پادکست ما را بشنوید</p><p id='end-of-podcasts'>پایان پادکست</p>"
    related = f"<section aria-labelledby='related'><h2>مطالب مرتبط</h2><ul><li>{block(f'<p>{OTHER}</p>')}</li></ul></section>"
    page = (
        f"<main role='main'>{block(f'<h1 id=content>{TITLE}</h1>')}<figure><figcaption>توضیح تصویر</figcaption></figure>"
        f"<ul role='list'><li>نویسنده</li><li><time datetime='2025-02-25'>۷ اسفند ۱۴۰۳ - ۲۵ فوریه ۲۰۲۵</time></li></ul>"
        f"{block(f'<p dir=rtl><b>{LEAD}</b></p>')}<section role='region'>{skipped}</section>{block(f'<p dir=rtl>{LINES[0]}</p>')}"
        f"<div data-e2e='embed'><a href='#end-of-x'>از این محتوا رد شوید</a><div><p dir='rtl'>اجازه می‌دهید؟</p></div></div>"
        f"{block('<h2>میان‌تیتر</h2>')}{block(f'<p dir=rtl>{LINES[1]}</p>')}"
        f"{block('<ul><li>نکتهٔ یکم</li><li>نکتهٔ دوم</li></ul>')}{related}</main>"
    )
    found = article(page, url="https://www.bbc.com/persian/articles/c1")
    assert found.text.split("\n") == [LEAD, LINES[0], "میان‌تیتر", LINES[1], "نکتهٔ یکم", "نکتهٔ دوم"]


def test_a_page_of_pictures_has_its_lead() -> None:
    """The body is a picture and the number of an editor: what the page says stands in its lead."""
    pictures = "<div class='item-text' itemprop='articleBody'><p><img src='x' alt='عکس'></p><p>265 33</p></div>"
    lead = f"{LEAD} {' '.join(LINES)}"
    page = f"<h1 class='title'><a itemprop='headline' href='/news/1/x'>{TITLE}</a></h1><p class='summary introtext'>{lead}</p>{pictures}"
    found = article(page, url="https://www.khabaronline.ir/news/1/x")
    assert (found.title, found.text) == (TITLE, lead)


def test_a_page_of_pangea_has_nothing_of_players_and_buttons() -> None:
    player = "<div class='wsw__embed'><p class='ta-c'>No media source currently available</p></div>"
    also = f"<div class='wsw__embed'><div class='media-block also-read'><h4>بیشتر بخوانید</h4><p>{OTHER}</p></div></div>"
    more = "<p class='buttons btn--load-more'><a href='#'>بیشتر</a></p>"
    page = f"<h1 class='title pg-title'>{TITLE}</h1><div id='article-content'><div class='wsw'>{player}{BODY}{also}{more}</div></div>"
    assert article(page, url="https://www.radiofarda.com/a/x/1.html").text == TEXT
