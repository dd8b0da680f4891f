"""The loader of tables reports every fault at once, each with file and line."""

from pathlib import Path

import pytest

from didar.errors import PackError
from didar.pack.tables import read_table

COLUMNS = ("form", "number", "source")
HEADER = b"form\tnumber\tsource\n"


def write(folder: Path, content: bytes) -> Path:
    path = folder / "months.tsv"
    path.write_bytes(content)
    return path


def test_rows_come_in_order_without_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "مهر\t7\tcldr-fa\nآبان\t8\t\n".encode())
    assert read_table(path, columns=COLUMNS) == [("مهر", "7", "cldr-fa"), ("آبان", "8", "")]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, HEADER), columns=COLUMNS) == []


def test_line_separators_inside_a_cell_do_not_split_a_row(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "مهر\u2028ماه\t7\tx\n".encode())
    assert read_table(path, columns=COLUMNS) == [("مهر\u2028ماه", "7", "x")]


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        pytest.param(b"", ["months.tsv:1: the file is empty"], id="empty file"),
        pytest.param(b"form\tnumber\n", ["months.tsv:1: the header is form, number, expected form, number, source"], id="other header"),
        pytest.param(
            HEADER + "مهر\t7\nآبان\t8\tx\ty\n\n".encode(),
            ["months.tsv:2: 2 cells, expected 3", "months.tsv:3: 4 cells", "months.tsv:4: an empty line"],
            id="all faults at once",
        ),
        pytest.param(HEADER + b"a\t1\tx", ["months.tsv:2: the last line has no end"], id="no line feed at the end"),
        pytest.param(HEADER + b"a\t1\tx\r\n", ["months.tsv:2: a carriage return"], id="carriage return"),
        pytest.param(HEADER + b"a\t1\tx\n\xe3\t2\tx\n", ["months.tsv:3: byte 0xe3 is not UTF-8"], id="not UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + HEADER, ["months.tsv:1: starts with a byte order mark"], id="byte order mark"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, content: bytes, faults: list[str]) -> None:
    with pytest.raises(PackError) as raised:
        read_table(write(tmp_path, content), columns=COLUMNS)
    assert len(raised.value.faults) == len(faults)
    for got, expected in zip(raised.value.faults, faults, strict=True):
        assert got.startswith(expected)


def test_a_table_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"months\.tsv:1: No such file"):
        read_table(tmp_path / "months.tsv", columns=COLUMNS)
