"""The case of every mention in sentences of our own: what its preposition or its place says."""

import pytest

from didar.model import Article
from didar.pack import Pack
from didar.pipeline import set_scene


def cases(text: str, pack: Pack) -> list[tuple[str, str]]:
    """(case, mention) in the order of the text."""
    scene = set_scene(Article(id="t", text=text), pack=pack)
    return [(p.case, scene.analysis.text(m.first, m.last)) for p, m in zip(scene.phrases, scene.mentions, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزیر خارجه ایران با وزیر خارجه عراق دیدار کرد.", [("subject", "وزیر خارجه ایران"), ("with", "وزیر خارجه عراق")]),
        ("دیدار وزیر خارجه ایران با وزیر خارجه عراق", [("genitive", "وزیر خارجه ایران"), ("with", "وزیر خارجه عراق")]),
        ("وزیر خارجه ایران سفیر هند را پذیرفت.", [("subject", "وزیر خارجه ایران"), ("object", "سفیر هند")]),
        ("امروز وزیر خارجه عراق سخن گفت.", [("subject", "وزیر خارجه عراق")]),
        ("به گفته وزیر خارجه عراق، راه باز است.", [("according", "وزیر خارجه عراق")]),
        ("به دعوت رئیس‌جمهور عراق سفر کرد.", [("invited", "رئیس‌جمهور عراق")]),
        ("با وزیر خارجه عراق و وزیر خارجه عمان دیدار کرد.", [("with", "وزیر خارجه عراق"), ("with", "وزیر خارجه عمان")]),
        ("با وزیر خارجه عراق، و وزیر خارجه عمان دیدار کرد.", [("with", "وزیر خارجه عراق"), ("with", "وزیر خارجه عمان")]),
        ("میان وزیر خارجه عراق و وزیر خارجه عمان", [("between", "وزیر خارجه عراق"), ("between", "وزیر خارجه عمان")]),
    ],
)
def test_case(text: str, expected: list[tuple[str, str]], pack: Pack) -> None:
    assert cases(text, pack) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("به گزارش وزارت امور خارجه، «عباس عراقچی» و همراهان آمدند.", "عباس عراقچی"),
        ("به گزارش وزارت خارجه عمان، بدر البوسعیدی و وزیر خارجه عراق دیدار کردند.", "بدر البوسعیدی"),
    ],
)
def test_source_is_not_listed_with_people(text: str, name: str, pack: Pack) -> None:
    """A comma behind «به گزارش وزارت …» opens the clause; the person behind it is no second source."""
    assert [case for case, mention in cases(text, pack) if name in mention] == ["subject"]
