"""Claims: what is one, with its number, period and parties, and what only looks like one."""

import pytest

from didar.assemble.claims import assemble_claims
from didar.assemble.engagements import assemble_engagements
from didar.model import Article, Claim
from didar.pack import Pack
from didar.pipeline import set_scene

PUBLISHED = "2025-02-25"  # a Tuesday, 7 Esfand 1403


def find(text: str, pack: Pack, published: str | None = PUBLISHED) -> tuple[Claim, ...]:
    scene = set_scene(Article(id="t", text=text, published=published), pack=pack)
    return assemble_claims(scene, assemble_engagements(scene))


@pytest.mark.parametrize(
    ("text", "period", "consistent"),
    [
        pytest.param("وزیر خارجه عمان سه‌شنبه ۷ اسفند وارد تهران شد.", "2025-02-25", True, id="weekday and day"),
        pytest.param("وزیر خارجه عمان شنبه ۷ اسفند وارد تهران شد.", "2025-02-25", False, id="the weekday is wrong"),
        pytest.param("این نشست ۱۷ ژانویه (۲۸ دی) در مسکو برگزار شد.", "2025-01-17", True, id="two calendars"),
        pytest.param("این نشست ۱۷ ژانویه (۳ دی) در مسکو برگزار شد.", "2025-01-17", False, id="two calendars that differ"),
        pytest.param("وزیر خارجه قطر روز پنجشنبه، ۹ اسفند ۱۴۰۳ به کابل می‌رود.", "2025-02-27", True, id="with its year"),
    ],
)
def test_day_told_twice(text: str, period: str, consistent: bool, pack: Pack) -> None:
    (claim,) = find(text, pack)
    assert (claim.kind, claim.period, claim.consistent) == ("calendar", period, consistent)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وزیر خارجه عمان سه‌شنبه وارد تهران شد.", id="a weekday alone"),
        pytest.param("وزیر خارجه عمان امروز (سه‌شنبه) وارد تهران شد.", id="today with its weekday"),
        pytest.param("وزیر خارجه عمان ۷ اسفند وارد تهران شد.", id="a day alone"),
        pytest.param("وزیر خارجه عمان ۷ اسفند ۱۴۰۳ وارد تهران شد.", id="a full day alone"),
        pytest.param("این سفر از سه‌شنبه تا جمعه ادامه دارد.", id="two weekdays"),
    ],
)
def test_no_day_told_twice(text: str, pack: Pack) -> None:
    assert [c for c in find(text, pack) if c.kind == "calendar"] == []


def test_same_day_is_one_claim(pack: Pack) -> None:
    text = "وزیر خارجه عمان سه‌شنبه ۷ اسفند وارد تهران شد.\nاو سه‌شنبه ۷ اسفند با همتای ایرانی خود دیدار کرد."
    (claim,) = find(text, pack)
    assert len(claim.evidence) == 2


def test_undated_day_has_no_period(pack: Pack) -> None:
    (claim,) = find("وزیر خارجه عمان سه‌شنبه ۷ اسفند وارد تهران شد.", pack, published=None)
    assert (claim.period, claim.consistent) == (None, None)


@pytest.mark.parametrize(
    ("text", "kind", "of", "number", "parties"),
    [
        pytest.param("این سومین سفر وزیر خارجه ترکیه به تهران است.", "ordinal", "visit", 3, {"TUR", "IRN"}, id="visit"),
        pytest.param("این پنجمین دیدار وزیران خارجه ایران و عراق است.", "ordinal", "meeting", 5, {"IRN", "IRQ"}, id="meeting"),
        pytest.param("چهل و دومین نشست سازمان همکاری شانگهای برگزار شد.", "ordinal", "conference", 42, {"SCO"}, id="compound number"),
        pytest.param("بیست‌ویکمین اجلاس کمیسیون مشترک ایران و روسیه آغاز شد.", "ordinal", "meeting", 21, {"IRN", "RUS"}, id="commission"),
        pytest.param("۱۲مین اجلاس کمیسیون مشترک ایران و روسیه آغاز شد.", "ordinal", "meeting", 12, {"IRN", "RUS"}, id="digits"),
        pytest.param("دور چهارم مذاکرات ایران و آمریکا فردا آغاز می‌شود.", "ordinal", "talks", 4, {"IRN", "USA"}, id="round"),
        pytest.param("ایران و عربستان تاکنون پنج دور گفت‌وگو برگزار کرده‌اند.", "count", "talks", 5, {"IRN", "SAU"}, id="rounds counted"),
        pytest.param("وزیر خارجه ایران هفت بار به عراق سفر کرد.", "count", "visit", 7, {"IRN", "IRQ"}, id="times"),
        pytest.param(
            "رئیس‌جمهور چین برای نخستین بار به عربستان سفر کرد.", "first_ever", "visit", None, {"CHN", "SAU"}, id="for the first time"
        ),
        pytest.param("رئیس‌جمهور چین برای اولین‌بار به عربستان سفر کرد.", "first_ever", "visit", None, {"CHN", "SAU"}, id="in one word"),
    ],
)
def test_counted(text: str, kind: str, of: str, number: int | None, parties: set[str], pack: Pack) -> None:
    (claim,) = find(text, pack)
    assert (claim.kind, claim.of, claim.number, set(claim.parties)) == (kind, of, number, parties)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("او در دومین روز سفر خود به مسکو با همتای روس دیدار کرد.", id="a day of a visit"),
        pytest.param("محمدرضا عارف معاون اول رئیس‌جمهور ایران به ترکیه سفر کرد.", id="an office"),
        pytest.param("ایران در نخستین گام سطح غنی‌سازی را افزایش داد و آمریکا واکنش نشان داد.", id="a step"),
        pytest.param("نخستین بازی تیم ایران در این جام روبه‌روی عراق است.", id="a match"),
        pytest.param("وزیر خارجه ایران در دومین نشست خبری خود درباره عراق سخن گفت.", id="a press conference"),
        pytest.param("وزیران خارجه ایران و عراق آخرین تحولات منطقه را بررسی کردند.", id="the latest developments"),
        pytest.param("ایران برای اولین بار ماهواره‌ای به فضا فرستاد.", id="the first time of no contact"),
        pytest.param("وزیر خارجه ایران با دو وزیر عراقی دیدار کرد.", id="persons counted"),
        pytest.param("بند سوم توافق ایران و عراق اجرا نشد.", id="an article of a treaty"),
        pytest.param("دومین همایش پزشکان استان فارس برگزار شد.", id="no parties"),
    ],
)
def test_not_counted(text: str, pack: Pack) -> None:
    assert find(text, pack) == ()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("این چهارمین دیدار وزیران خارجه ایران و عراق در سال ۲۰۲۵ است.", "2025", id="a year"),
        pytest.param("در یک سال گذشته رؤسای جمهور ایران و روسیه پنج بار دیدار داشتند.", "2024-02/2025-02", id="the months of a year"),
        pytest.param("این چهارمین دیدار وزیران خارجه ایران و عراق است.", None, id="none told"),
    ],
)
def test_period(text: str, period: str | None, pack: Pack) -> None:
    (claim,) = find(text, pack)
    assert claim.period == period


def test_last_time_has_its_day(pack: Pack) -> None:
    claims = find("وزیر خارجه روسیه آخرین بار ۲۱ دی ۱۴۰۳ به ایران سفر کرده بود.", pack)
    assert [(c.kind, c.of, c.period) for c in claims] == [("last_time", "visit", "2025-01-10")]
