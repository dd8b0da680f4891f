"""Tab-separated tables of the pack: text to cells, with every fault at once as `file:line: what is, what is expected`."""

from pathlib import Path

from didar.errors import PackError

Row = tuple[str, ...]


def read_table(path: Path, *, columns: tuple[str, ...]) -> list[Row]:
    """The rows of one table, cells in the order of `columns`; the header is left out.

    Raises PackError with all faults of the shape: a header other than `columns`, a row with more or fewer cells, an
    empty line, a carriage return, bytes that are not UTF-8, a file that is not there. What the cells mean is the
    row type's affair (`rows.py`), how they are spelled that of `check.py`.
    """
    numbered, faults = scan_table(path, columns=columns)
    if faults:
        raise PackError(faults)
    return [cells for _, cells in numbered]


def scan_table(path: Path, *, columns: tuple[str, ...]) -> tuple[list[tuple[int, Row]], list[str]]:
    """The sound rows of one table with their line numbers, and the faults of the rest. Raises nothing."""
    text, faults = read_pack_text(path)
    if faults:
        return [], faults
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        faults.append(f"{path.name}:{len(lines)}: the last line has no end, expected a line feed after it")
    if not lines:
        return [], [f"{path.name}:1: the file is empty, expected the header: {_show(columns)}"]
    header = tuple(lines[0].split("\t"))
    if header != columns:
        return [], [*faults, f"{path.name}:1: the header is {_show(header)}, expected {_show(columns)}"]
    rows: list[tuple[int, Row]] = []
    width = len(columns)
    for number, line in enumerate(lines[1:], start=2):
        cells = tuple(line.split("\t"))
        if len(cells) == width:
            rows.append((number, cells))
        else:
            found = "an empty line" if not line.strip() else f"{len(cells)} cells"
            faults.append(f"{path.name}:{number}: {found}, expected {width} cells: {_show(columns)}")
    return rows, faults


def read_pack_text(path: Path) -> tuple[str, list[str]]:
    """The text of a pack file, or its fault: not there, not UTF-8, with a byte order mark or carriage returns."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [f"{path.name}:1: {error.strerror or error}, expected a file that can be read"]
    if raw.startswith(b"\xef\xbb\xbf"):
        return "", [f"{path.name}:1: starts with a byte order mark, expected UTF-8 without one"]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [f"{path.name}:{line}: byte 0x{raw[error.start]:02x} is not UTF-8, expected UTF-8"]
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        return "", [f"{path.name}:{line}: a carriage return, expected lines that end with a line feed alone"]
    return text, []


def _show(cells: tuple[str, ...]) -> str:
    return ", ".join(cell or "(empty)" for cell in cells)
