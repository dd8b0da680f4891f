"""Whatever is sent: an answer or a fault with its reason, never an exception."""

from hypothesis import given, settings
from hypothesis import strategies as st

from didar.fetch import Answer
from didar.fetch.addresses import Address, parse_url, refuse_ip
from didar.fetch.manners import retry_after
from didar.fetch.robots import Rules, read_robots
from didar.gather.feeds import Listing, read_feed, same_page
from didar.terms import Reason

PIECES = st.sampled_from(
    [
        "http://",
        "https://",
        "//",
        "@",
        ":",
        "/",
        "\\",
        "?",
        "#",
        "[",
        "]",
        "::1",
        "127.0.0.1",
        "0x7f",
        ".",
        "..",
        "%",
        "%00",
        "%2e",
        "ا",
        "。",
        "x.ir",
        "xn--",
        "-",
        "_",
        "\t",
        "\n",
        "\x00",
        " ",
        "localhost",
        "8.8.8.8",
        "65536",
        "80",
        "١",
        "\u200c",
        "\u202e",
        "ﷺ",
        "😀",
        "a" * 70,
    ]
)
URLS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=8).map(lambda p: "http://" + "".join(p))
)
LINES = st.sampled_from(
    [
        "User-agent: *",
        "User-agent: didar",
        "Disallow: /",
        "Disallow:",
        "Allow: /a*b$",
        "Disallow: /%zz",
        "Crawl-delay: x",
        "Crawl-delay: -5",
        "Crawl-delay: 1e400",
        "Crawl-delay: nan",
        "Request-rate: 1/0",
        "Request-rate: 1/5s 0000-2400",
        "Visit-time: x",
        "Sitemap: ://",
        ":",
        "*",
        "\x00",
    ]
)


@given(URLS)
@settings(max_examples=400, deadline=None)
def test_any_address(url: str) -> None:
    found = parse_url(url)
    if isinstance(found, Address):
        assert found.host.isascii()
        assert found.target.isascii()
        assert not set(found.url) & set(" \t\r\n\x00\\@") - set("@" if "@" in found.target else "")
        assert found.port in (80, 443)
        assert parse_url(found.url) == found, "its own spelling is the same address"
        refuse_ip(found.host, found.port)
    else:
        assert isinstance(found[0], Reason)


@given(st.one_of(st.binary(max_size=300), st.lists(LINES, max_size=12).map(lambda lines: "\n".join(lines).encode())))
@settings(max_examples=300, deadline=None)
def test_any_robots(content: bytes) -> None:
    robots = read_robots(Answer(url="x", status=200, content=content), origin="http://x.ir", now=0.0)
    rules = Rules(robots)
    address = parse_url("http://x.ir/a/b?c=d")
    assert isinstance(address, Address)
    assert rules.allow(address) in (True, False)
    assert 0.0 <= rules.delay <= 3600.0


@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda t: f"<rss><channel><item>{t}</item></channel></rss>".encode("utf-8", "replace")),
    )
)
@settings(max_examples=200, deadline=None)
def test_any_feed(content: bytes) -> None:
    found = read_feed(content, url="http://x.ir/rss", now=1e9)
    assert isinstance(found, Listing) or found[0] is Reason.BAD_FEED


@given(st.sampled_from(["title", "link", "guid", "pubDate", "description"]), st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_field_of_an_item(name: str, value: str) -> None:
    held = f"<{name}><![CDATA[{value.replace(']]>', '')}]]></{name}>"
    feed = f"<rss><channel><item><guid>g</guid><link>http://x.ir/1</link>{held}</item></channel></rss>"
    found = read_feed(feed.encode("utf-8", "replace"), url="http://x.ir/rss", now=1e9)
    assert isinstance(found, Listing)
    for item in found.items:
        assert item.address is None or same_page(item.address)


@given(st.text(max_size=40))
def test_any_retry_after(value: str) -> None:
    told = retry_after(Answer(url="x", status=429, headers={"retry-after": value}), now=0.0)
    assert told is None or told >= 0.0
