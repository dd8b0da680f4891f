"""On which side of the publication a bare day lies, by the verb of its clause (Tuesday 25 February 2025)."""

import pytest

from didar.dates import default_verbs, find_dates
from didar.refer.tenses import tense_after
from didar.terms import Reason, Tense

CASES = [
    ("past", "وزیر روز پنجشنبه به تهران آمد.", "2025-02-20"),
    ("perfect", "وزیر روز پنجشنبه به تهران آمده است.", "2025-02-20"),
    ("pluperfect", "وزیر روز پنجشنبه به تهران سفر کرده بود.", "2025-02-20"),
    ("passive", "پیمان روز پنجشنبه در تهران امضا شد.", "2025-02-20"),
    ("future", "نشست روز پنجشنبه در تهران برگزار خواهد شد.", "2025-02-27"),
    ("present", "نشست روز پنجشنبه در تهران برگزار می‌شود.", "2025-02-27"),
    ("present with a blank", "نشست روز پنجشنبه در تهران برگزار می شود.", "2025-02-27"),
    ("due to", "قرار است روز پنجشنبه با همتای خود دیدار کند.", "2025-02-27"),
    ("today included, past", "وزیر روز سه‌شنبه آمد.", "2025-02-25"),
    ("today included, future", "وزیر روز سه‌شنبه خواهد آمد.", "2025-02-25"),
    ("bare day and month, past", "پیمان ۲۸ دی ماه امضا شد.", "2025-01-17"),
    ("bare day and month, future", "پیمان ۲۸ دی ماه امضا خواهد شد.", "2026-01-18"),
    ("bare month, past", "او مهر ماه به تهران آمد.", "2024-09-22/2024-10-21"),
    ("bare month, future", "قرار است مهر ماه به تهران سفر کند.", "2025-09-23/2025-10-22"),
    ("no verb: the nearest", "دیدار روز پنجشنبه", "2025-02-27"),
    ("a date with its year heeds no tense", "نشست ۲۸ دی ۱۴۰۳ برگزار خواهد شد.", "2025-01-17"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in CASES])
def test_side_of_the_verb(text, expected):
    (found,) = find_dates(text, "2025-02-25")
    assert found.value == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("وزیر امد", Tense.PAST, id="past"),
        pytest.param("برگزار خواهد شد", Tense.FUTURE, id="future"),
        pytest.param("دیدار کند", Tense.FUTURE, id="subjunctive"),
        pytest.param("وزیر خارجه ایران", None, id="no verb"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_tense_after(words, expected):
    tokens = words.split()
    assert tense_after(tokens, 0, len(tokens), verbs=default_verbs()) is expected


def test_a_tense_that_is_told_wins():
    (found,) = find_dates("وزیر روز پنجشنبه آمد.", "2025-02-25", tense=Tense.FUTURE)
    assert found.value == "2025-02-27"


def test_second_anchor_in_a_text():
    first, second = find_dates("او ۱۷ ژانویه ۲۰۲۵ به مسکو رفت و دو روز بعد بازگشت.", "2025-02-25")
    assert (first.value, second.value) == ("2025-01-17", "2025-01-19")


def test_undated_text_says_its_day():
    today, tomorrow = find_dates("او امروز سه‌شنبه ۷ اسفند ۱۴۰۳ آمد و فردا می‌رود.")
    assert (today.value, tomorrow.value) == ("2025-02-25", "2025-02-26")


def test_undated_text_that_does_not_say():
    assert [f.reason for f in find_dates("او امروز آمد و ۲۸ دی ماه می‌رود.")] == [Reason.NO_ANCHOR, Reason.NO_YEAR]


def test_only_sentences_with_a_word_of_time_are_read():
    text = "وزیر آمد. او دیروز رفت. نشست خوب بود.\nنشست بعدی 17:30 است."
    assert [f.text for f in find_dates(text, "2025-02-25")] == ["دیروز", "17:30"]
    assert all(text[slice(*f.span)] == f.text for f in find_dates(text, "2025-02-25"))
