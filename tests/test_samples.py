"""The samples that ship with didar are read as their author meant them: kind, status, day and parties."""

from pathlib import Path

import pytest

from didar.gather import read_sources
from didar.model import Article, Engagement, Reading
from didar.pack import Pack
from didar.pipeline import read_article
from didar.terms import EngagementKind, Status

EXPECTED = [
    ("01-meeting-first", ["meeting held 2025-05-06 IRN OMN"]),
    ("02-meeting-second", ["meeting held 2025-05-06 IRN OMN"]),
    ("03-call", ["call held 2025-05-07 IRN IRQ"]),
    ("04-visit-announced", ["visit planned 2025-05-12 ARM IRN"]),
    ("05-visit-called-off", ["visit called_off 2025-05-12 ARM IRN"]),
    ("06-visit", ["visit held 2025-05-14 IRN TJK", "meeting planned 2025-05-15 IRN TJK"]),
    ("07-conference", ["conference held 2025-05-20 ECO"]),
    ("08-talks", ["talks held 2025-05-23 IRN OMN USA"]),
    ("09-message", ["message held 2025-05-25 IRN TKM"]),
    ("10-signing", ["signing held 2025-05-27 IRN KAZ"]),
    ("11-summons", ["summons held 2025-05-29 IRN SWE"]),
    ("12-credentials", ["credentials held 2025-06-01 IRN PAK"]),
    ("13-dirty", ["meeting held 2025-06-03 IRN QAT"]),
    ("14-channel", ["visit held 2025-06-04 IRQ TUR", "meeting planned 2025-06-05 IRQ TUR"]),
    ("15-dari", ["meeting held 2025-06-08 AFG UZB"]),
    ("16-denial", ["meeting denied None BHR IRN"]),
]

SPEAKERS = [
    ("01-meeting-first", "بهرام سپهری"),
    ("01-meeting-first", "سالم الهنائی"),
    ("03-call", "کریم الجبوری"),
    ("04-visit-announced", "نادر شکیبا"),
    ("08-talks", "منصور راستین"),
    ("10-signing", "هوشنگ فرزام"),
    ("14-channel", "جمال ییلدیز"),
    ("15-dari", "نورالله وردک"),
]


@pytest.fixture(scope="module")
def readings(samples: Path, pack: Pack) -> dict[str, Reading]:
    found = read_sources([str(path) for path in sorted(samples.glob("*.txt"))])
    names = [path.stem for path in sorted(samples.glob("*.txt"))]
    articles = [item for item in found if isinstance(item, Article)]
    return {name: read_article(article, pack=pack) for name, article in zip(names, articles, strict=True)}


def _status(engagement: Engagement) -> str:
    """A visit or conference that has begun may be called held as well as ongoing."""
    begun = engagement.status is Status.ONGOING and engagement.kind in (EngagementKind.VISIT, EngagementKind.CONFERENCE)
    return "held" if begun else engagement.status


@pytest.mark.parametrize(("name", "expected"), EXPECTED, ids=[name for name, _ in EXPECTED])
def test_engagements(readings: dict[str, Reading], name: str, expected: list[str]) -> None:
    got = [f"{e.kind} {_status(e)} {str(e.date).split('/')[0]} {' '.join(sorted(e.parties))}" for e in readings[name].engagements]
    assert [line for line in expected if line not in got] == [], got


@pytest.mark.parametrize(("name", "speaker"), SPEAKERS, ids=[f"{name} {speaker}" for name, speaker in SPEAKERS])
def test_speakers(readings: dict[str, Reading], name: str, speaker: str) -> None:
    assert speaker in {s.name for statement in readings[name].statements for s in statement.speakers}


def test_all_kinds_are_among_the_samples() -> None:
    kinds = {line.split()[0] for _, lines in EXPECTED for line in lines}
    assert len(kinds) == 9


def test_ordinary_news_has_no_engagement(readings: dict[str, Reading]) -> None:
    assert readings["17-ordinary"].engagements == ()


def test_what_is_set_aside_in_the_dirty_text(readings: dict[str, Reading]) -> None:
    reading = readings["13-dirty"]
    aside = " ".join(reading.article.text[s.span[0] : s.span[1]] for s in reading.set_aside)
    for words in ("نظر شما", "كد خبر", "اخبار مرتبط"):
        assert words in aside
