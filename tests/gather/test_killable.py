"""A worker that hangs, dies or eats memory costs one page, never the run."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pressroom
from didar.errors import SourceError
from didar.gather.killable import Killable, Lost, serve
from didar.gathering import PageWorker, gather
from didar.model import Article, Reject
from didar.terms import Reason

BUDGET = 0.7


def work(greeting: str) -> None:
    """The worker's side of these tests."""

    def answer(head: dict[str, Any], body: bytes) -> Any:
        do = head["do"]
        if do == "hang":
            time.sleep(60)
        if do == "die":
            raise SystemExit(3)
        if do == "fill":
            return len(bytearray(3_000_000_000))
        if do == "print":
            print("noise on standard output")
        return [greeting, do, len(body)]

    serve(answer)


@pytest.fixture(scope="module")
def worker() -> Iterator[Killable]:
    with Killable(__name__, "work", "سلام", budget=BUDGET) as found:
        yield found


def test_it_answers(worker: Killable) -> None:
    assert worker.ask({"do": "count"}, b"x" * 1_000_000) == ["سلام", "count", 1_000_000]
    assert worker.ask({"do": "print"}) == ["سلام", "print", 0]


@pytest.mark.parametrize(
    ("do", "late"),
    [
        pytest.param("hang", True, id="it hangs"),
        pytest.param("die", False, id="it ends"),
        pytest.param("fill", False, id="it fills the memory"),
    ],
)
def test_it_is_lost_and_comes_back(worker: Killable, do: str, late: bool) -> None:
    worker.ask({"do": "warm"})
    start = time.monotonic()
    with pytest.raises(Lost) as lost:
        worker.ask({"do": do}, b"body")
    assert lost.value.late is late
    assert time.monotonic() - start < BUDGET + 5
    assert worker.ask({"do": "again"}) == ["سلام", "again", 0]


def test_a_worker_that_cannot_start() -> None:
    with Killable(__name__, "no_such_function", budget=BUDGET) as broken, pytest.raises((Lost, ImportError)):
        broken.ask({"do": "x"})


# -- pages in a worker -------------------------------------------------------------------------------------------------


def attributes(count: int) -> bytes:
    """An element with so many attributes that the parser needs time in their square."""
    return b"<div " + b" ".join(b"a%d=1" % n for n in range(count)) + b">x</div>"


def test_a_page_in_a_worker_is_the_page() -> None:
    story = pressroom.make_story(1)
    with PageWorker() as pages:
        (found,) = pages.read(pressroom.make_page("nastooh", story), url=None, content_type=None, where="x")
        assert isinstance(found, Article)
        assert found.text == story.text
        assert pages.read(b"<div>" * 300_000, url=None, content_type=None, where="y") == [
            Reject(where="y", reason=Reason.HOSTILE, detail="elements nested more than 512 deep, expected a page of news")
        ]


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    story = pressroom.make_story(1)
    with PageWorker(budget=1.0) as pages:
        pages.read(b"<p>warm", url=None, content_type=None, where="w")
        start = time.monotonic()
        (slow,) = pages.read(attributes(150_000), url=None, content_type=None, where="slow")
        assert time.monotonic() - start < 6
        assert isinstance(slow, Reject)
        assert (slow.reason, slow.where) == (Reason.TOO_SLOW, "slow")
        (found,) = pages.read(pressroom.make_page("tasnim", story), url=None, content_type=None, where="x")
        assert isinstance(found, Article)


TEXT = "وزیر امور خارجه امروز در تهران با سفیر تازهٔ یک کشور همسایه دیدار کرد. ".encode()
HOSTILE = {
    "20 MB": b"<p>" + TEXT * 160_000,
    "8 MB of text in one paragraph": b"<p>" + TEXT * 60_000,
    "300,000 nested elements": b"<div>" * 300_000 + TEXT + b"</div>" * 300_000,
    "500 nested elements that look like dates": b"<div class=date>" * 500 + TEXT * 20_000,
    "300,000 elements that look like dates": b"<h1>x</h1>" + b"<i class=date>1403/12/07</i>" * 280_000,
    "300,000 bodies": b"<div class=entry-content>x</div>" * 240_000,
    "an attribute of 5 MB": b'<p title="' + b"x" * 5_000_000 + b'">' + TEXT * 20,
    "200,000 attributes": attributes(200_000),
    "200,000 metas": b'<meta name=a content=b>' * 200_000,
    "a million links": b"<a href=x>y</a>" * 500_000,
    "deep JSON": b'<script type="application/ld+json">' + b"[" * 300_000 + b"</script>",
    "misnested marks": b"<b><i><u><p>" * 100_000 + TEXT,
    "tables in tables": b"<table><tr><td>" * 100_000,
    "entities": b"<p>" + b"&amp;" * 1_500_000,
    "direction marks": b"<p>" + "\u202e\u2066\u200f".encode() * 500_000,
    "half characters": b"<p>" + b"\xed\xa0\x80" * 500_000,
    "NUL": b"<p>" + b"\x00x" * 1_000_000,
    "no end of a comment": b"<!--" * 500_000 + TEXT,
    "what claims to be a mail": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n" + b"--B\r\n" * 300_000,
}  # fmt: skip


def test_hostile_pages_end_in_a_reject_or_an_article_within_the_time() -> None:
    budget = 3.0
    with PageWorker(budget=budget) as pages:
        pages.read(b"<p>warm", url=None, content_type=None, where="w")
        for name, content in HOSTILE.items():
            start = time.monotonic()
            found = pages.read(content, url=None, content_type=None, where=name)
            assert found, name
            assert time.monotonic() - start < budget + 4, name
            for item in found:
                assert isinstance(item, Article) or item.where.startswith(name)
        story = pressroom.make_story(1)
        (last,) = pages.read(pressroom.make_page("tasnim", story), url=None, content_type=None, where="x")
        assert isinstance(last, Article)


def test_gather_reads_pages_and_leaves_out_other_languages(tmp_path: Path) -> None:
    story = pressroom.make_story(2)
    (tmp_path / "a.html").write_bytes(pressroom.make_page("fars", story))
    urdu = "وزیر خارجہ نے آج اسلام آباد میں ازبکستان کے سفیر سے ملاقات کی اور دونوں ملکوں کے درمیان تجارت بڑھانے پر بات کی۔"
    (tmp_path / "b.txt").write_text(urdu, encoding="utf-8")
    article, reject = gather([tmp_path])
    assert isinstance(article, Article)
    assert article.text.startswith(story.lead)
    assert isinstance(reject, Reject)
    assert reject.reason is Reason.OTHER_LANGUAGE
    assert reject.where.startswith(str(tmp_path / "b.txt")), "a file without an address is known by its name"


def test_gather_names_a_missing_source_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="expected a file"):
        gather([tmp_path / "none.html"])
