"""Topics: which subjects a stretch of text names, and which of them a contact is about."""

import pytest

from didar.assemble.topics import find_engagement_topics, find_topics
from didar.model import Article
from didar.pack import Pack
from didar.pipeline import set_scene
from didar.terms import EngagementKind


def named(text: str, pack: Pack) -> set[str]:
    scene = set_scene(Article(id="t", text=text), pack=pack)
    return set(find_topics(scene, 0, len(scene.analysis.words)))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("درباره روابط دوجانبه گفت‌وگو کردند.", "bilateral_relations", id="relations"),
        pytest.param("مسائل منطقه‌ای و بین‌المللی بررسی شد.", "international_issues", id="two in one form"),
        pytest.param("تمامیت ارضی کشورها باید حفظ شود.", "territorial_integrity", id="two words"),
        pytest.param("سطح غنی‌سازی افزایش یافت.", "nuclear_programme", id="joined by a half space"),
        pytest.param("راه آهن رشت آستارا ساخته می‌شود.", "transport_transit", id="written apart"),
        pytest.param("تحولات غزه نگران‌کننده است.", "place:PSE", id="a place"),
        pytest.param("گاز صادر می‌شود.", "energy", id="one word"),
    ],
)
def test_named(text: str, topic: str, pack: Pack) -> None:
    assert topic in named(text, pack)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("نشست شورای امنیت برگزار شد.", "security_defence", id="the council"),
        pytest.param("دبیر شورای عالی امنیت ملی سخن گفت.", "security_defence", id="an office"),
        pytest.param("سخنگوی سازمان ملل متحد سخن گفت.", "multilateral_cooperation", id="the organisation"),
        pytest.param("گروه بین‌الملل این خبر را نوشت.", "international_issues", id="a desk of the outlet"),
        pytest.param("وزیر دفاع وارد شد.", "security_defence", id="a minister"),
        pytest.param("گازوئیل ارزان شد.", "place:PSE", id="a word that begins alike"),
        pytest.param("او وارد شهر شد.", "bilateral_relations", id="nothing"),
    ],
)
def test_not_named(text: str, topic: str, pack: Pack) -> None:
    assert topic not in named(text, pack)


def about(text: str, pack: Pack, sentences: tuple[int, ...] = (0,)) -> tuple[str, ...]:
    scene = set_scene(Article(id="t", text=text, published="2025-02-25"), pack=pack)
    return find_engagement_topics(scene, sentences=sentences, kind=EngagementKind.MEETING)


def test_contact_is_about_what_its_sentence_names(pack: Pack) -> None:
    text = "وزیر خارجه ایران با همتای عمانی خود دیدار کرد و درباره برنامه هسته‌ای و رفع تحریم‌ها گفت‌وگو کردند."
    assert {"nuclear_programme", "sanctions"} <= set(about(text, pack))


def test_country_of_a_minister_is_no_subject(pack: Pack) -> None:
    text = "وزیر خارجه ایران با وزیر خارجه لبنان دیدار کرد و درباره روابط دوجانبه گفت‌وگو کردند."
    assert "place:LBN" not in about(text, pack)


def test_weights_belong_to_known_features(pack: Pack) -> None:
    assert pack.counts.topic_weights["bias"] < 0
    assert all(topic == "-" or topic.islower() or topic.startswith("place:") for row in pack.counts.topics.values() for topic in row)
