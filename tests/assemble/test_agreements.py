"""Agreements: which instruments are told, by which name, at which stage, between whom."""

import pytest

from didar.assemble.agreements import assemble_agreements
from didar.assemble.engagements import assemble_engagements
from didar.model import Agreement, Article
from didar.pack import Pack
from didar.pipeline import set_scene


def find(text: str, pack: Pack) -> tuple[Agreement, ...]:
    scene = set_scene(Article(id="t", text=text, published="2025-02-25"), pack=pack)
    return assemble_agreements(scene, assemble_engagements(scene))


@pytest.mark.parametrize(
    ("text", "name", "parties", "stages"),
    [
        pytest.param(
            "ایران و عراق موافقتنامه حمل‌ونقل ریلی امضا کردند.",
            "موافقتنامه حمل‌ونقل ریلی",
            {"IRN", "IRQ"},
            {("signed", "reported")},
            id="signed",
        ),
        pytest.param(
            "یادداشت تفاهم همکاری گمرکی میان ایران و پاکستان فردا امضا خواهد شد.",
            "یادداشت تفاهم همکاری گمرکی",
            {"IRN", "PAK"},
            {("signed", "planned")},
            id="to be signed",
        ),
        pytest.param(
            "مجلس عمان پیمان مشارکت راهبردی با ایران را تصویب کرد.",
            "پیمان مشارکت راهبردی",
            {"OMN", "IRN"},
            {("approved", "reported")},
            id="approved by one side",
        ),
        pytest.param(
            "رئیس‌جمهور قزاقستان قانون تصویب موافقت‌نامه انتقال محکومان با ایران را امضا کرد.",
            "موافقت‌نامه انتقال محکومان",
            {"KAZ", "IRN"},
            {("approved", "reported")},
            id="a law of approval is signed, not the agreement",
        ),
        pytest.param(
            "روسیه از پیمان منع آزمایش‌های هسته‌ای خارج شد.",
            "پیمان منع آزمایش‌های هسته‌ای",
            {"RUS"},
            {("withdrawn", "reported")},
            id="one of many leaves",
        ),
        pytest.param(
            "وزیر خارجه ایران خواستار اجرای معاهده مشارکت راهبردی میان ایران و روسیه شد.",
            "معاهده مشارکت راهبردی",
            {"IRN", "RUS"},
            {("implemented", "called_for")},
            id="a wish",
        ),
        pytest.param("پس از خروج آمریکا از برجام تحریم‌ها بازگشت.", "برجام", {"IRN", "USA"}, {("withdrawn", "reported")}, id="left by one"),
        pytest.param(
            "آمریکا در سال ۲۰۱۸ از توافق هسته‌ای خارج شد.", "توافق هسته‌ای", {"IRN", "USA"}, {("withdrawn", "reported")}, id="by the verb"
        ),
        pytest.param(
            "توافق صلح بین ارمنستان و جمهوری آذربایجان حاصل شده است.",
            "توافق صلح",
            {"ARM", "AZE"},
            {("negotiated", "reported")},
            id="negotiated",
        ),
        pytest.param(
            "توافقنامه تجارت آزاد میان ایران و اتحادیه اقتصادی اوراسیا به تصویب رسید.",
            "توافقنامه تجارت آزاد",
            {"IRN", "EAEU"},
            {("approved", "reported")},
            id="approved",
        ),
    ],
)
def test_told(text: str, name: str, parties: set[str], stages: set[tuple[str, str]], pack: Pack) -> None:
    (agreement,) = find(text, pack)
    assert agreement.name == name
    assert set(agreement.parties) == parties
    assert {(s.stage, s.status) for s in agreement.stages} == stages


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وزیر خارجه ایران درباره برجام سخن گفت.", id="no stage"),
        pytest.param("ایران و عراق بر سر همکاری توافق کردند.", id="the verb"),
        pytest.param("وزارت خارجه ایران بیانیه‌ای صادر کرد و حمله به سوریه را محکوم کرد.", id="a statement of one side"),
        pytest.param("شرکت مخابرات قرارداد تازه‌ای امضا کرد.", id="no parties"),
        pytest.param("وزیر خارجه ایران ابراز امیدواری کرد توافقی خوب با آمریکا حاصل شود.", id="any good deal"),
        pytest.param("هنوز توافقنامه تجاری میان ایران و هند امضا نشده است.", id="denied"),
        pytest.param("اگر ایران از برجام خارج شود اروپا واکنش نشان می‌دهد.", id="a hypothesis"),
        pytest.param("پیمان ناتو از اوکراین حمایت کرد.", id="the alliance"),
    ],
)
def test_not_told(text: str, pack: Pack) -> None:
    assert [a for a in find(text, pack) if a.stages] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ایران و روسیه معاهده مشارکت جامع راهبردی امضا کردند. اجرای این معاهده آغاز شده است.", id="«this treaty»"),
        pytest.param("ایران و روسیه معاهده مشارکت جامع راهبردی امضا کردند. اجرای معاهده جامع راهبردی مهم است.", id="a shorter name"),
        pytest.param("آمریکا از برجام خارج شد. بازگشت به توافق هسته‌ای دشوار است.", id="a second name"),
    ],
)
def test_one_instrument(text: str, pack: Pack) -> None:
    (agreement,) = find(text, pack)
    assert len(agreement.stages) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ایران و عراق موافقتنامه گمرکی امضا کردند. ایران و ترکیه یادداشت تفاهم ریلی امضا کردند.", id="other sides"),
        pytest.param("ایران و عراق موافقتنامه گمرکی امضا کردند. ایران و عراق یادداشت تفاهم ریلی امضا کردند.", id="other names"),
    ],
)
def test_two_instruments(text: str, pack: Pack) -> None:
    assert len(find(text, pack)) == 2


def test_powers_are_told_by_their_group(pack: Pack) -> None:
    (agreement,) = find("برجام در سال ۲۰۱۵ میان ایران و گروه ۱+۵ حاصل شد و سپس آمریکا از آن خارج شد.", pack)
    assert agreement.parties == ("IRN", "P5+1")
