"""Everything that a text tells of time, loosely too: sentences of our own with their expressions, and what `find_dates` makes of them."""

import re
from itertools import chain
from pathlib import Path

import pytest

from didar.clean import clean_text
from didar.dates import find_dates
from didar.model import Span
from didar.telling import Telling
from didar.terms import Reason
from didar.when import Bound, DateKind

SENTENCES = [Path(__file__).with_name(name) for name in ("time_sentences.txt", "times_and_lookalikes.txt")]


def marked() -> list[tuple[str, list[Span]]]:
    """Each sentence with the spans that stand in square brackets."""
    out = []
    for line in chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in SENTENCES):
        if not line or line.startswith("#"):
            continue
        text, spans = "", []
        for n, piece in enumerate(re.split(r"[\[\]]", line)):
            if n % 2:
                spans.append((len(text), len(text) + len(piece)))
            text += piece
        out.append((text, spans))
    return out


def test_spans_of_our_sentences():
    """F1 of exact spans, and of partial ones (a span with other borders counts half)."""
    exact = partly = told = found = 0
    for text, spans in marked():
        ours = [d.span for d in find_dates(text, "2024-01-01")]
        exact += sum(span in ours for span in spans)
        partly += sum(span not in ours and any(a < span[1] and span[0] < b for a, b in ours) for span in spans)
        told, found = told + len(spans), found + len(ours)
    assert told > 400
    assert 2 * exact / (told + found) >= 0.98
    assert 2 * (exact + partly / 2) / (told + found) >= 0.985


def test_sentences_without_a_time():
    quiet = [text for text, spans in marked() if not spans]
    assert len(quiet) > 150
    assert [text for text in quiet if find_dates(text, "2024-01-01")] == ["آبان دختر خاله من است."]  # a month, but for the sense


def test_the_look_before_the_grammar_loses_nothing(monkeypatch):
    texts = ["\n".join(text for text, _ in marked()), *(text for text, _ in marked())]
    quick = [find_dates(text, "2024-01-01") for text in texts]
    monkeypatch.setattr(Telling, "windows", lambda _, text: clean_text(text))
    assert [find_dates(text, "2024-01-01") for text in texts] == quick


def test_spans_are_those_of_the_source():
    text = "\u200fگزارش &quot;هفته&quot;<br>دی\u0640روز آمد. باران بارید. کتاب را خواند.\nاو ۱۲ مهر ۱۴۰۲ رفت."
    assert [d.text for d in find_dates(text, "2024-01-01")] == ["دی\u0640روز", "۱۲ مهر ۱۴۰۲"]


LOOSE = [
    ("در ۱۹۹۸ جایزه گرفت.", "۱۹۹۸", DateKind.YEAR, "1998"),
    ("فیلم «باد» (۱۳۵۲) ساخته شد.", "۱۳۵۲", DateKind.YEAR, "1973-03-21/1974-03-20"),
    ("از ۱۳۷۷ تعطیل است.", "۱۳۷۷", DateKind.YEAR, "1998-03-21/.."),
    ("در ۳۰/۵/۹۹ ثبت شد.", "۳۰/۵/۹۹", DateKind.DAY, "2020-08-20"),
    ("یک ربع به هشت رسید.", "یک ربع به هشت", DateKind.CLOCK, Reason.NO_DAY),
    ("هفته دیگه امتحان دارم.", "هفته دیگه", DateKind.RELATIVE, "2025-03-01/2025-03-07"),
    ("روزانه چند نفر می‌آیند.", "روزانه", DateKind.SET, Reason.REPEATS),
    ("سال‌ها در آلمان بود.", "سال‌ها", DateKind.DURATION, Reason.A_DURATION),
    ("روز سوم به کوه زدیم.", "روز سوم", DateKind.VAGUE, Reason.VAGUE),
    ("در آن زمان تلفن نبود.", "آن زمان", DateKind.RELATIVE, Reason.NO_REFERENT),
    ("از دیرباز بازار بود.", "دیرباز", DateKind.VAGUE, "../2025-02-25"),
    ("در دقیقه ۸۷ گل زد.", "دقیقه ۸۷", DateKind.VAGUE, Reason.VAGUE),
    ("روزهای پایانی سال گذشته برف بارید.", "روزهای پایانی سال گذشته", DateKind.YEAR, "2023-11-19~/2024-03-19~"),
]


@pytest.mark.parametrize(("text", "words", "kind", "means"), LOOSE, ids=[row[1] for row in LOOSE])
def test_loose_times(text, words, kind, means):
    (found,) = find_dates(text, "2025-02-25")
    assert (found.text, found.kind) == (words, kind)
    assert (found.reason if found.value is None else found.value) == means


SILENT = [
    "در ۱۴۰۰ روستا آب نیست.",
    "بیش از ۲۰۲۰ خانه خراب شد.",
    "در ۱۹۴۵ نفر نمونه دیده شد.",
    "تا ۱۴۰۰ تومان گران شد.",
    "فصل هفتم منشور را خواند.",
    "ساعت‌های مچی خرید.",
    "شماره (۱۹۴) را بگیرید.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_loose_time(text):
    assert find_dates(text, "2025-02-25") == ()


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("تا سال ۲۰۳۰ پیر می‌شود.", "سال ۲۰۳۰", Bound.UNTIL),
        ("طی پنج سال گذشته رشد کرد.", "پنج سال گذشته", Bound.DURING),
        ("پس از ۱۰ سال برگشت.", "۱۰ سال", Bound.AFTER),
        ("حدود سال ۲۰۱۰ ساخته شد.", "حدود سال ۲۰۱۰", Bound.ABOUT),
        ("از شنبه تا چهارشنبه باز است.", "شنبه تا چهارشنبه", None),
    ],
)
def test_prepositions_stand_outside(text, words, bound):
    (found,) = find_dates(text, "2025-02-25")
    assert (found.text, found.bound) == (words, bound)
