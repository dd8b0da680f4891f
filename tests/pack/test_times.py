"""The tables of time: compiled forms, and every fault at once as file:line."""

import shutil
from pathlib import Path

import pytest

from didar.dates import default_times
from didar.errors import PackError
from didar.letters import fold_form
from didar.pack.times import load_times
from didar.terms import Calendar

SHIPPED = Path(__file__).resolve().parents[2] / "src" / "didar" / "packs" / "fa"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(SHIPPED / "lexicon", tmp_path / "lexicon")
    return tmp_path


def append(folder: Path, table: str, line: str) -> int:
    """Add a row; its line number."""
    path = folder / "lexicon" / f"{table}.tsv"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param("آبان‌ماه", {"month": 8, "calendar": Calendar.JALALI, "marked": True}, id="month with mah"),
        pytest.param("دوشنبه", {"weekday": 0}, id="Monday is 0"),
        pytest.param("جمعه‌ها", {"weekday": 4, "plural": True}, id="Fridays"),
        pytest.param("سه‌شنبه‌شب", {"weekday": 1, "part": "night"}, id="weekday night"),
        pytest.param("صفر", {"number": 0, "month": 2, "calendar": Calendar.HIJRI}, id="zero and a month"),
        pytest.param("بیست‌ویکم", {"number": 21, "sort": "ordinal"}, id="twenty-first"),
        pytest.param("شش‌ماهه", {"number": 6, "unit": "month", "unit_sort": "age"}, id="of six months"),
        pytest.param("07", {"number": 7, "sort": "cardinal"}, id="digits"),
    ],
)
def test_compiled_forms(form, expected):
    word = default_times().words[fold_form(form)]
    assert {name: getattr(word, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("table", "row", "fault"),
    [
        pytest.param("months", "برفروردین\tshamsi\t1\tfree\tdidar-usage", "calendar is", id="no such calendar"),
        pytest.param("months", "برفروردین\tjalali\t13\tfree\tdidar-usage", "number is", id="no such month"),
        pytest.param("months", "برفروردین\tjalali\t1\tmaybe\tdidar-usage", "alone is", id="no such sort"),
        pytest.param("weekdays", "دو شنبه\t6\tdidar-usage", "folds alike", id="one form, two days"),
        pytest.param("weekdays", "هشتشنبه\t8\tdidar-usage", "number is", id="no eighth day"),
        pytest.param("number_words", "دوازدهتا\tx\tcardinal\tdidar-usage", "value is", id="no number"),
        pytest.param("time_units", "سالک\tage\tsingular\tdidar-usage", "unit is", id="no such unit"),
        pytest.param("feasts", "جشن\tjalali\t1\t40\t1\tdidar-usage", "day is", id="no such day"),
        pytest.param("vague_times", "گاهی\tsometimes\tdidar-usage", "sense is", id="no such sense"),
        pytest.param("time_edges", "لبه\tedge\tdidar-usage", "edge is", id="no such edge"),
        pytest.param("loose_times", "گاهگاهی\tsometimes\tdidar-usage", "sense is", id="no such loose sense"),
        pytest.param("seasons", "فصل پنجم\t5\tfree\tdidar-usage", "number is", id="no fifth season"),
        pytest.param("relative_days", "پسفرداتر\tday\tx\t\tdidar-usage", "shift is", id="no step"),
    ],
)
def test_faults_name_file_and_line(folder, table, row, fault):
    line = append(folder, table, row)
    with pytest.raises(PackError) as caught:
        load_times(folder, wide=True)
    assert [f for f in caught.value.faults if f.startswith(f"{table}.tsv:{line}: ") and fault in f]


def test_all_faults_at_once(folder):
    append(folder, "months", "یک\tدو")
    append(folder, "weekdays", "هشتشنبه\t8\tdidar-usage")
    (folder / "lexicon" / "feasts.tsv").unlink()
    with pytest.raises(PackError) as caught:
        load_times(folder)
    assert {f.split(":")[0] for f in caught.value.faults} == {"months.tsv", "weekdays.tsv", "feasts.tsv"}


def test_the_shipped_tables_have_no_fault():
    load_times(SHIPPED)


def test_the_reading_of_articles_does_without_loose_words(folder):
    strict, wide = load_times(folder), load_times(folder, wide=True)
    assert wide.wide
    assert not strict.wide
    assert "روزانه" in wide.words
    assert "روزانه" not in strict.words
    assert strict.words.keys() < wide.words.keys()
