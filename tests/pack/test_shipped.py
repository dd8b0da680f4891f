"""The pack that we ship: no faults in its tables; each example fires, each near miss is silent."""

import pytest

from didar.pack import DEFAULT, load_pack
from didar.pack.check import check_tables
from didar.pack.frames import Example
from didar.trial import read_sentence, silent_patterns


def test_tables_have_no_faults() -> None:
    assert check_tables(DEFAULT) == []


@pytest.mark.parametrize("example", load_pack().frames.examples, ids=lambda e: f"{e.file}: {e.text[:50]}")
def test_example(example: Example) -> None:
    reading = read_sentence(example.text, pack=load_pack())
    assert any(e.kind is example.kind for e in reading.engagements) is example.fires, example.why
    assert example.fires or example.why, "a near miss says why it is one"


def test_every_kind_has_examples_of_both_sorts() -> None:
    frames = load_pack().frames
    kinds = {pattern.kind for pattern in frames.patterns.values()}
    assert {e.kind for e in frames.examples if e.fires} == kinds
    assert {e.kind for e in frames.examples if not e.fires} == kinds


def test_every_pattern_is_fired_by_an_example() -> None:
    assert silent_patterns(load_pack()) == []
