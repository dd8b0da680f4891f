"""Verbs conjugated from their stems, those with a prefix too."""

import pytest

from didar.pack import Pack


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "person", "negative"),
    [
        ("میگوید", "گفت", "present", 3, False),
        ("نگفتند", "گفت", "past", 6, True),
        ("بازمیگردد", "بازگشت", "present", 3, False),
        ("بازگردند", "بازگشت", "subjunctive", 6, False),
        ("بازنگشت", "بازگشت", "past", 3, True),
        ("برنمیگردیم", "برگشت", "present", 4, True),
        ("فراخواند", "فراخواند", "past", 3, False),
        ("بردارد", "برداشت", "subjunctive", 3, False),
    ],
)
def test_form(form: str, lemma: str, tense: str, person: int, negative: bool, pack: Pack) -> None:
    verb = pack.verbs[form]
    assert (verb.lemma, verb.tense, verb.person, verb.negative) == (lemma, tense, person, negative)


@pytest.mark.parametrize("word", ["برخی", "درباره", "بازار", "درصد", "برابر"])
def test_other_words_stay_what_they_are(word: str, pack: Pack) -> None:
    assert word not in pack.verbs
