"""The checks of a pack report every fault, each with file and line; a sound pack has none."""

import shutil
from pathlib import Path

import pytest

from didar.pack import DEFAULT, load_pack
from didar.pack.check import check_tables
from didar.pack.load import _load

SOUND = {
    "sources.tsv": "id\ttitle\tlicence\tretrieved\nme\tOur own\tApache-2.0\t2026-01-01\n",
    "gazetteer/countries.tsv": "form\tparty\tuse\tenglish\tsource\nایران\tIRN\tname\tIran\tme\nعراق\tIRQ\tname\tIraq\tme\n",
    "gazetteer/persons.tsv": "form\tperson\tuse\tenglish\tsource\nبهرام سپهری\tbahram-sepehri\tfull\tBahram Sepehri\tme\n",
    "gazetteer/terms.tsv": "person\toffice\tportfolio\tparty\taccredited_to\tstart\tend\tsource\n"
    "bahram-sepehri\tambassador\t\tIRN\tIRQ\t2020-02\t2021\tme\n",
    "lexicon/weekdays.tsv": "form\tnumber\tsource\nشنبه\t6\tme\nدوشنبه\t1\tme\n",
    "pages/sites.tsv": "site\ttitle\tlead\tbody\tdate\tdrop\tsource\na.ir b.ir\th1\t\tdiv.body, .text\t.date\t\tme\n",
    "pages/channels.tsv": "page\tmessage\ttext\tsource\nt.me\t.m[data-post]\t.text\tme\n",
}


def make_pack(folder: Path, **changes: str) -> Path:
    """A sound pack, with lines added to some of its tables."""
    for name, content in SOUND.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content + changes.get(path.stem, ""), encoding="utf-8")
    return folder


def test_a_sound_pack_has_no_fault(tmp_path: Path) -> None:
    assert check_tables(make_pack(tmp_path)) == []


@pytest.mark.parametrize(
    ("table", "line", "fault"),
    [
        pytest.param("weekdays", "جمعه\t5\n", "weekdays.tsv:4: 2 cells, expected 3 cells", id="a cell too few"),
        pytest.param("weekdays", "يكشنبه\t7\tme\n", "weekdays.tsv:4: form is «يكشنبه» with U+0643 ك, expected ک", id="Arabic letters"),
        pytest.param("weekdays", "جمعه\u200f\t5\tme\n", "weekdays.tsv:4: form is «جمعه\u200f» with the mark U+200F", id="direction mark"),
        pytest.param("weekdays", "جمـعه\t5\tme\n", "weekdays.tsv:4: form is «جمـعه» with the mark U+0640", id="tatweel"),
        pytest.param("weekdays", " جمعه\t5\tme\n", "weekdays.tsv:4: form is « جمعه» with blanks at an end", id="blank at the front"),
        pytest.param("weekdays", "جمعه\t5 \tme\n", "weekdays.tsv:4: number is «5 » with blanks at an end", id="blank at the end"),
        pytest.param("weekdays", "جمعه\u200c\t5\tme\n", "weekdays.tsv:4: form is «جمعه\u200c» with blanks", id="ZWNJ at the end"),
        pytest.param("weekdays", "\t5\tme\n", "weekdays.tsv:4: form is empty", id="empty form"),
        pytest.param("weekdays", "شنبه\t6\tme\n", "weekdays.tsv:4: the same row as line 2", id="the same row twice"),
        pytest.param("weekdays", "جمعه\t5\tyou\n", 'weekdays.tsv:4: source is "you", expected an id of sources.tsv', id="no such source"),
        pytest.param("weekdays", "جمعه\t5\t\n", "weekdays.tsv:4: source is empty", id="no source"),
        pytest.param(
            "weekdays",
            "دو شنبه\t6\tme\n",
            "weekdays.tsv:4: «دو شنبه» is 6, but «دوشنبه» is 1 (weekdays.tsv:3)",
            id="folds alike, means another",
        ),
        pytest.param(
            "countries", "روس\tRUS\tadjective\tRussia\tme\nایرانی\tIRN\tadjective\tIran\tme\n", "countries.tsv:5: party IRN", id="order"
        ),
        pytest.param("sites", "*\th1\t\tdiv[\t\t\tme\n", 'sites.tsv:3: body is "div[", expected CSS selectors', id="no CSS"),
        pytest.param("sites", "https://x\th1\t\tdiv\t\t\tme\n", 'sites.tsv:3: site is "https://x", expected host names', id="no host"),
        pytest.param("channels", "x\t.m >\t\tme\n", 'channels.tsv:3: message is ".m >", expected CSS selectors', id="half a selector"),
        pytest.param("terms", "x\tambassador\t\tIRN\t\t\t\tme\n", 'terms.tsv:3: person is "x", expected a person', id="no such person"),
        pytest.param("terms", "bahram-sepehri\tking\t\tIRN\t\t\t\tme\n", 'terms.tsv:3: office is "king", expected one of', id="office"),
        pytest.param("terms", "bahram-sepehri\tother\t\tXXX\t\t\t\tme\n", 'terms.tsv:3: party is "XXX", expected a party', id="party"),
        pytest.param("terms", "bahram-sepehri\tother\t\tIRN\t\t2019-02-30\t\tme\n", 'terms.tsv:3: start is "2019-02-30"', id="no such day"),
        pytest.param(
            "terms", "bahram-sepehri\tother\t\tIRN\t\t2020\t2019\tme\n", "terms.tsv:3: end is 2019, which is before", id="end first"
        ),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, table: str, line: str, fault: str) -> None:
    faults = check_tables(make_pack(tmp_path, **{table: line}))
    assert any(f.startswith(fault) for f in faults), faults


@pytest.mark.parametrize(
    ("table", "line"),
    [
        pytest.param("weekdays", "دو شنبه\t1\tme\n", id="folds alike, means the same"),
        pytest.param("weekdays", "شنبه\t7\tme\n", id="one spelling with two meanings"),
        pytest.param("weekdays", "اخیراً\t5\tme\n", id="tanwin is standard spelling"),
        pytest.param("countries", "جمهوری عراق\tIRQ\tofficial\tIraq\tme\n", id="two forms of a country"),
        pytest.param("terms", "bahram-sepehri\tother\t\tIRN\t\t2021\t2021-05-01\tme\n", id="begins and ends in one year"),
    ],
)
def test_what_is_no_fault(tmp_path: Path, table: str, line: str) -> None:
    assert check_tables(make_pack(tmp_path, **{table: line})) == []


def test_all_faults_at_once(tmp_path: Path) -> None:
    faults = check_tables(make_pack(tmp_path, weekdays="جمعه\nيك\t1\tyou\n", terms="x\tking\t\tXXX\t\t\t\tme\n"))
    assert len(faults) == 6


def test_a_table_without_a_source_column(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    (folder / "lexicon" / "titles.tsv").write_text("form\nآقای\n", encoding="utf-8")
    assert check_tables(folder) == ["titles.tsv:1: the header is form, expected a column named source"]


FEEDS = "feed\toutlet\tcountry\tlanguage\tkind\taddress\tverified\tsource\nirna\tirna\tIRN\tfa\trss\thttps://www.irna.ir/rss\tno\tme\n"
OUTLETS = (
    "form\toutlet\tuse\tkind\tcountry\ttimezone\tdomain\tchannel\tenglish\tsource\n"
    "ایرنا\tirna\tshort\tagency\tIRN\tAsia/Tehran\tirna.ir\t\tIRNA\tme\n"
)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("", None, id="sound"),
        pytest.param(
            "isna\tisna\tIRN\tfa\trss\thttps://isna.ir/rss\tno\tme",
            'outlet is "isna", expected an outlet of outlets.tsv',
            id="no such outlet",
        ),
        pytest.param("x y\tirna\tIRN\tfa\trss\thttps://isna.ir/rss\tno\tme", 'feed is "x y"', id="an id that is none"),
        pytest.param("b\tirna\tXXX\tfa\trss\thttps://isna.ir/rss\tno\tme", 'country is "XXX"', id="no such country"),
        pytest.param("b\tirna\tIRN\tar\trss\thttps://isna.ir/rss\tno\tme", 'language is "ar", expected one of fa, prs', id="language"),
        pytest.param(
            "b\tirna\tIRN\tfa\tjson\thttps://isna.ir/rss\tno\tme", 'kind is "json", expected one of rss, atom, channel', id="kind"
        ),
        pytest.param("b\tirna\tIRN\tfa\trss\tftp://isna.ir/rss\tno\tme", 'address is "ftp://isna.ir/rss"', id="scheme"),
        pytest.param("b\tirna\tIRN\tfa\tchannel\thttps://t.me/irna\tno\tme", "expected the public page of a channel", id="channel"),
        pytest.param("b\tirna\tIRN\tfa\trss\thttps://isna.ir/rss\tmaybe\tme", 'verified is "maybe", expected yes or no', id="verified"),
        pytest.param(
            "b\tirna\tIRN\tfa\trss\thttps://www.irna.ir/rss\tno\tme", "address https://www.irna.ir/rss stands on line 2", id="address twice"
        ),
        pytest.param("irna\tirna\tIRN\tfa\trss\thttps://isna.ir/rss\tno\tme", "feed irna stands on line 2", id="id twice"),
        pytest.param("b\tirna\tIRN\tfa\trss\thttps://isna.ir/rss\tno\tyou", 'source is "you"', id="no such source"),
    ],
)
def test_the_table_of_feeds(tmp_path: Path, line: str, fault: str | None) -> None:
    folder = make_pack(tmp_path)
    (folder / "gazetteer" / "outlets.tsv").write_text(OUTLETS, encoding="utf-8")
    (folder / "gazetteer" / "feeds.tsv").write_text(FEEDS + (f"{line}\n" if line else ""), encoding="utf-8")
    faults = check_tables(folder)
    if fault is None:
        assert faults == []
    else:
        assert any(f.startswith("feeds.tsv:3: ") and fault in f for f in faults), faults


def test_where_news_comes_from_is_no_part_of_the_packs_version(tmp_path: Path) -> None:
    """An address that moved makes no reading stale."""
    copy = tmp_path / "fa"
    shutil.copytree(DEFAULT, copy)
    before = load_pack(copy).version
    with (copy / "gazetteer" / "feeds.tsv").open("a", encoding="utf-8") as table:
        table.write("zz\tzz\tIRN\tfa\trss\thttps://zz.ir/rss\tno\tdidar-usage\n")
    _load.cache_clear()
    assert load_pack(copy).version == before
