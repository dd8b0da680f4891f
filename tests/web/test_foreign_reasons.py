"""Names inside the record's own reasons."""

import pytest

from didar.web.foreign import reason


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param(
            "same person for IRN: بهرام سپهری (+1.2); 1 day apart",
            "same person for IRN: <bdi>بهرام سپهری</bdi> (+1.2); 1 day apart",
            id="a name of two words",
        ),
        pytest.param(
            "the same letters: علی‌اکبر, علی", "the same letters: <bdi>علی‌اکبر</bdi>, <bdi>علی</bdi>", id="two names, one with a ZWNJ"
        ),
        pytest.param("same parties (+1.0)", "same parties (+1.0)", id="no name"),
        pytest.param("<b>ن</b>", "&lt;b&gt;<bdi>ن</bdi>&lt;/b&gt;", id="escaped"),
        pytest.param(None, "", id="nothing"),
    ],
)
def test_names_in_reasons_stand_apart(text: str | None, inside: str) -> None:
    assert reason(text) == f'<span class="reason" dir="ltr" lang="en">{inside}</span>'


def test_direction_marks_in_reasons_are_shown() -> None:
    assert "⟨U+202E⟩" in reason("name: \u202eabc")
