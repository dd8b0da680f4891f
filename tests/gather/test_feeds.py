"""Feeds as they are: sound ones, faulty ones, hostile ones."""

import time

import pytest

from didar.gather.feeds import MAX_ITEMS, Listing, escaped, read_feed, same_page
from didar.terms import Reason

NOW = 1_746_540_000.0  # 6 May 2025, 14:00 UTC
URL = "https://news.example.org/rss"
TITLE = "وزیر خارجه می‌رود"


def rss(*items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>', more: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>آزمون</title>{more}{"".join(items)}</channel></rss>'.encode()


def item(link: str = "https://news.example.org/1", *, title: str = TITLE, guid: str = "", date: str = "", text: str = "") -> str:
    parts = [f"<title>{title}</title>", f"<link>{link}</link>" if link else ""]
    parts += [f"<guid>{guid}</guid>"] if guid else []
    parts += [f"<pubDate>{date}</pubDate>"] if date else []
    parts += [f"<description>{text}</description>"] if text else []
    return f"<item>{''.join(parts)}</item>"


def listing(content: bytes, **how: str) -> Listing:
    found = read_feed(content, url=URL, now=NOW, **how)
    assert isinstance(found, Listing), found
    return found


def test_rss() -> None:
    found = listing(
        rss(item(guid="g1", date="Tue, 06 May 2025 10:20:30 +0330", text="&lt;p&gt;متن &lt;b&gt;خبر&lt;/b&gt; می‌شود&lt;/p&gt;"))
    )
    (one,) = found.items
    assert (one.key, one.address, one.title) == ("g1", "https://news.example.org/1", TITLE)
    assert one.published == "2025-05-06T06:50:30+00:00"
    assert one.summary == "متن خبر می‌شود"


def test_atom() -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>urn:1</id>
    <title type="html">{TITLE} &lt;b&gt;x&lt;/b&gt;</title>
    <link rel="alternate" href="news/1"/><updated>2025-05-06T10:20:30+03:30</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>یک</p><p>دو</p></div></content></entry></feed>"""
    (one,) = listing(atom.encode()).items
    assert (one.key, one.address, one.title) == ("urn:1", "https://news.example.org/news/1", f"{TITLE} x")
    assert one.summary == "یک\nدو"
    assert one.published == "2025-05-06T06:50:30+00:00"


def test_rdf() -> None:
    rdf = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>x</title></channel>
    <item rdf:about="https://news.example.org/1"><title>{TITLE}</title><link>https://news.example.org/1</link>
    <dc:date>2025-05-06T10:20:30+03:30</dc:date></item></rdf:RDF>"""
    (one,) = listing(rdf.encode()).items
    assert one.address == "https://news.example.org/1"
    assert one.published == "2025-05-06T06:50:30+00:00"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(rss(item()).decode().replace("UTF-8", "windows-1256").replace("ی", "ي").encode("cp1256"), id="windows-1256, declared"),
        pytest.param(rss(item()).decode().replace("ی", "ي").encode("cp1256", "replace"), id="windows-1256, declared as UTF-8"),
        pytest.param(rss(item(), head="\ufeff"), id="a byte order mark, no declaration"),
        pytest.param(rss(item(), head='\n\n  <?xml version="1.0"?>'), id="blanks before the declaration"),
        pytest.param(rss(item()).replace(b"</channel></rss>", b""), id="cut off at the end"),
        pytest.param(rss(item(text="a & b &nbsp; &copy;")), id="bare ampersands and HTML entities"),
        pytest.param(rss(item(text="x\x0b\x1fy")), id="control characters"),
        pytest.param(
            rss(item(), head='<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://my.example/rss.dtd">'),
            id="a DOCTYPE",
        ),
        pytest.param(rss(item("  https://news.example.org/1\n ")), id="blanks around the link"),
        pytest.param(rss(item("/1")), id="a relative link"),
        pytest.param(rss(item("", guid="https://news.example.org/1")), id="only a guid, and it is the address"),
        pytest.param(rss(item(title=f"&lt;b&gt;{TITLE}&lt;/b&gt;")), id="HTML in the title"),
        pytest.param(rss(item(title=f"<![CDATA[{TITLE}]]>")), id="CDATA"),
    ],
)
def test_faulty_feeds_are_read(content: bytes) -> None:
    (one,) = listing(content).items
    assert one.address == "https://news.example.org/1"
    assert one.title is not None
    assert one.title.replace("ي", "ی") == TITLE


@pytest.mark.parametrize(
    ("written", "address", "summary"),
    [
        pytest.param("?a=1&b=2", "?a=1&b=2", "متن و دنباله", id="a bare ampersand in the address"),
        pytest.param("?a=1&amp;b=2", "?a=1&b=2", "متن و دنباله", id="escaped as it should be"),
        pytest.param("?a=1&#38;b=2", "?a=1&b=2", "متن و دنباله", id="by number"),
        pytest.param("?id=7&copy=1", "?id=7&copy=1", "متن و دنباله", id="what looks like an entity without its semicolon"),
    ],
)
@pytest.mark.parametrize("text", ["متن&nbsp;و&nbsp;دنباله", "<![CDATA[متن&nbsp;و دنباله]]>", "متن&amp;nbsp;و دنباله"])
def test_ampersands_lose_nothing(written: str, address: str, summary: str, text: str) -> None:
    (one,) = listing(rss(item(f"https://news.example.org/1{written}", text=text))).items
    assert one.address == f"https://news.example.org/1{address}"
    assert one.summary.replace("\xa0", " ") == summary


def test_ampersands_inside_cdata_stay_as_they_are() -> None:
    text = "a & b <![CDATA[c & d &nbsp; <![CDATA[ e ]]> f & g &lt; &eacute; &nosuch; &amp;"
    assert escaped(text) == "a &amp; b <![CDATA[c & d &nbsp; <![CDATA[ e ]]> f &amp; g &lt; é &amp;nosuch; &amp;"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        pytest.param("Tue, 06 May 2025 10:20:30 GMT", "2025-05-06T10:20:30+00:00", id="RFC 822"),
        pytest.param("2025-05-06 10:20:30", "2025-05-06T10:20:30+00:00", id="ISO with a blank"),
        pytest.param("1404/02/16 10:20", "2025-05-06", id="Jalali with slashes"),
        pytest.param("1404-02-16T10:20:30", "2025-05-06", id="Jalali as if ISO"),
        pytest.param("1403/12/30", "2025-03-20", id="the last day of a leap year"),
        pytest.param("Thu, 06 May 2027 10:20:30 GMT", None, id="in the future"),
        pytest.param("1405/02/16", None, id="Jalali, in the future"),
        pytest.param("Thu, 01 Jan 1970 00:00:00 GMT", None, id="zero"),
        pytest.param("30 Feb 2025", None, id="no such day"),
        pytest.param("دیروز", None, id="no date"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates(date: str, published: str | None) -> None:
    assert listing(rss(item(date=date))).items[0].published == published


@pytest.mark.parametrize(
    ("items", "keys"),
    [
        pytest.param([item(guid="a"), item(guid="a")], ["a"], id="one guid twice"),
        pytest.param([item(guid="a"), item(guid="b")], ["a"], id="one page under two guids"),
        pytest.param(
            [item(guid="a"), item("https://www.news.example.org/1/?utm_source=x", guid="b")], ["a"], id="one page, spelled in two ways"
        ),
        pytest.param([item(guid="a"), item("https://news.example.org/2", guid="b")], ["a", "b"], id="two pages"),
        pytest.param(
            [item(), item("https://news.example.org/?p=2")], ["https://news.example.org/1", "https://news.example.org/?p=2"], id="no guids"
        ),
        pytest.param([item("", guid=""), item()], ["https://news.example.org/1"], id="one with nothing to know it by"),
        pytest.param(
            [item("javascript:alert(1)"), item()], ["javascript:alert(1)", "https://news.example.org/1"], id="a link that is no web address"
        ),
    ],
)
def test_each_item_once(items: list[str], keys: list[str]) -> None:
    assert [one.key for one in listing(rss(*items)).items] == keys


def test_items_that_all_have_the_address_of_the_site_are_told_apart() -> None:
    front = "https://news.example.org/"
    found = listing(
        rss(item(front, title="یک"), item(front, title="دو"), item(front, title="دو"), item(front, title="سه", guid="http://[g3"))
    )
    assert [(one.title, one.address) for one in found.items] == [("یک", None), ("دو", None), ("سه", None)]
    assert found.items[2].key == "http://[g3"


def test_hostile_addresses_are_left_to_the_fetcher_but_never_another_scheme() -> None:
    found = listing(rss(item("file:///etc/passwd", guid="a"), item("http://127.0.0.1/x", guid="b")))
    assert [one.address for one in found.items] == [None, "http://127.0.0.1/x"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param("<html><body>خطای ۵۰۲</body></html>".encode(), id="a page"),
        pytest.param(b"\x00\x01\x02" * 100, id="bytes"),
        pytest.param(b"plain words", id="plain text"),
        pytest.param(b"http://127.0.0.1/secret", id="an address, which a parser might ask for"),
        pytest.param(b"/etc/passwd", id="a path, which a parser might open"),
        pytest.param(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', id="other XML"),
        pytest.param(b"{}", id="JSON"),
        pytest.param(rss(item()).replace(b"<rss", b'<!DOCTYPE x [<!ENTITY a "b">]><rss', 1), id="entities of its own"),
        pytest.param(
            rss(item()).replace(b"<rss", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss', 1), id="an external entity"
        ),
    ],
)
def test_what_is_no_feed(content: bytes) -> None:
    found = read_feed(content, url=URL, now=NOW)
    assert isinstance(found, tuple)
    assert found[0] is Reason.BAD_FEED
    assert URL in found[1]


def test_an_empty_feed_is_no_fault() -> None:
    assert listing(rss()).items == ()


def test_a_feed_with_too_many_items() -> None:
    found = listing(rss(*(item(f"https://news.example.org/{n}") for n in range(MAX_ITEMS + 20))))
    assert (len(found.items), found.left_out) == (MAX_ITEMS, 20)


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 100}">' for n in range(9))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            f'<?xml version="1.0"?><!DOCTYPE x [{BOMB}]><rss><channel><item><title>&a8;</title></item></channel></rss>'.encode(),
            id="entities",
        ),
        pytest.param(b"<rss><channel>" + b"<item>" * 200_000, id="items in items"),
        pytest.param(b"<rss version='2.0'><channel><item><title>" + b"<b>" * 300_000, id="deep"),
        pytest.param(rss("<item>" + "<a>x</a>" * 100_000 + "</item>"), id="wide"),
        pytest.param(rss(item(text="<![CDATA[" + "<div>" * 300_000 + "]]>")), id="deep HTML in a summary"),
        pytest.param(rss(item(title="x" * 3_000_000)), id="a title of 3 MB"),
        pytest.param(b"<rss " + b"a='b' " * 300_000 + b">", id="attributes"),
        pytest.param(rss(item("https://news.example.org/" + "a" * 1_000_000)), id="an address of 1 MB"),
        pytest.param(b"<!DOCTYPE " * 200_000, id="a DOCTYPE without end"),
    ],
)
def test_hostile_feeds_are_bounded(content: bytes) -> None:
    start = time.process_time()
    read_feed(content, url=URL, now=NOW)
    assert time.process_time() - start < 5.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("http://a.ir/x", "https://www.a.ir/x/", True, id="scheme, www, slash"),
        pytest.param("https://a.ir/x?utm_source=r&id=1", "https://a.ir/x?id=1", True, id="tracking"),
        pytest.param("https://a.ir/%D8%AE", "https://a.ir/خ", True, id="percent-encoded"),
        pytest.param("https://a.ir/x?id=1", "https://a.ir/x?id=2", False, id="another id"),
        pytest.param("https://a.ir/x", "https://b.ir/x", False, id="another host"),
        pytest.param("https://a.ir/x", "https://fa.a.ir/x", False, id="another subdomain"),
    ],
)
def test_same_page(one: str, other: str, same: bool) -> None:
    assert (same_page(one) == same_page(other)) is same
