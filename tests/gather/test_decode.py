"""Any bytes are text or have a reason; what is text comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.gather.decode import decode
from didar.gather.text import split_front_matter
from didar.terms import Reason

PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_have_a_reason(raw: bytes) -> None:
    found = decode(raw)
    assert isinstance(found, str) or (isinstance(found[0], Reason) and found[1])


@given(PLAIN.filter(lambda t: not t.startswith(("%PDF-", "PK", "GIF8", "{\\rtf", "<", "\ufeff")) and not t.lstrip().startswith("<")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text


@given(PLAIN)
def test_text_without_a_head_stays_as_it_is(text: str) -> None:
    assert split_front_matter("خبر " + text) == {"text": "خبر " + text}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("رئيس جمهور گفت که اين ديدار در تهران انجام شد", True, id="a sentence"),
        pytest.param("گفت‌وگو با وزير", True, id="with ZWNJ and گ"),
        pytest.param("تهران", False, id="one word proves nothing"),
    ],
)
def test_windows_1256_needs_words_that_show_it(text: str, read: bool) -> None:
    found = decode(text.encode("cp1256"))
    assert found == text if read else isinstance(found, tuple)


@pytest.mark.parametrize("at", [3, 21, 40])
def test_damaged_utf8_is_not_taken_for_windows_1256(at: int) -> None:
    raw = bytearray("رئیس‌جمهور گفت که این دیدار در تهران انجام شد و از او خواست".encode())
    del raw[[i for i, byte in enumerate(raw) if byte > 0x7F][at]]
    found = decode(bytes(raw))
    assert isinstance(found, tuple)
    assert found[0] is Reason.BAD_ENCODING
