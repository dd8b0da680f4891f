"""What may be reached: hostile spellings and hostile resolutions are refused, public ones are not."""

import pytest

from didar.fetch.addresses import Address, Allowance, parse_url, refuse_ip
from didar.terms import Reason

BAD = Reason.BAD_ADDRESS
FORBIDDEN = Reason.FORBIDDEN_ADDRESS

HOSTILE_SPELLINGS = [
    pytest.param("ftp://irna.ir/x", BAD, id="ftp"),
    pytest.param("file:///etc/passwd", BAD, id="file"),
    pytest.param("gopher://irna.ir/", BAD, id="gopher"),
    pytest.param("javascript:alert(1)", BAD, id="javascript"),
    pytest.param("data:text/html,x", BAD, id="data"),
    pytest.param("//irna.ir/x", BAD, id="no scheme"),
    pytest.param("irna.ir/x", BAD, id="no scheme and no slashes"),
    pytest.param("http:///x", BAD, id="no host"),
    pytest.param("http://", BAD, id="nothing but a scheme"),
    pytest.param("", BAD, id="nothing"),
    pytest.param("http://user:word@irna.ir/", BAD, id="user and password"),
    pytest.param("http://irna.ir@127.0.0.1/", BAD, id="the host as a user"),
    pytest.param("http://127.0.0.1#@irna.ir/", None, id="a fragment that looks like a host"),
    pytest.param("http://irna.ir\\@127.0.0.1/", BAD, id="backslash"),
    pytest.param("http://irna.ir\t.evil.example/", BAD, id="a tab in the host"),
    pytest.param("http://irna.ir/a b", BAD, id="a blank"),
    pytest.param("http://irna.ir/\r\nHost: x", BAD, id="a line end in the path"),
    pytest.param("http://irna.ir/\x00", BAD, id="NUL"),
    pytest.param("http://irna.ir:22/", BAD, id="port of ssh"),
    pytest.param("http://irna.ir:6379/", BAD, id="port of redis"),
    pytest.param("https://irna.ir:80/", BAD, id="http's port with https"),
    pytest.param("http://irna.ir:99999/", BAD, id="no such port"),
    pytest.param("http://irna.ir:x/", BAD, id="a port that is none"),
    pytest.param("http://localhost/", FORBIDDEN, id="localhost"),
    pytest.param("http://LOCALHOST./", FORBIDDEN, id="localhost in capitals with a dot"),
    pytest.param("http://x.localhost/", FORBIDDEN, id="below localhost"),
    pytest.param("http://intranet/", FORBIDDEN, id="a single word"),
    pytest.param("http://printer.local/", FORBIDDEN, id="mDNS"),
    pytest.param("http://metadata.google.internal/", FORBIDDEN, id="a cloud's metadata by name"),
    pytest.param("http://router.home.arpa/", FORBIDDEN, id="home.arpa"),
    pytest.param("http://x.onion/", FORBIDDEN, id="onion"),
    pytest.param("http://2130706433/", FORBIDDEN, id="an integer"),
    pytest.param("http://0x7f000001/", FORBIDDEN, id="a hexadecimal number"),
    pytest.param("http://017700000001/", FORBIDDEN, id="an octal number"),
    pytest.param("http://127.1/", FORBIDDEN, id="a short form"),
    pytest.param("http://0177.0.0.1/", FORBIDDEN, id="octal parts"),
    pytest.param("http://0x7f.0.0.1/", FORBIDDEN, id="hexadecimal parts"),
    pytest.param("http://127.0.0.1.0x1/", FORBIDDEN, id="ends in a number"),
    pytest.param("http://999.1.1.1/", FORBIDDEN, id="no such IPv4 address"),
    pytest.param("http://１２７.０.０.１/", None, id="full-width digits"),
    pytest.param("http://۱۲۷.۰.۰.۱/", None, id="Persian digits"),
    pytest.param("http://127。0。0。1/", None, id="ideographic dots"),
    pytest.param("http://%31%32%37.0.0.1/", FORBIDDEN, id="a percent-encoded host"),
    pytest.param("http://[fe80::1%25eth0]/", BAD, id="an IPv6 zone"),
    pytest.param("http://[::1/", BAD, id="a bracket that is not closed"),
    pytest.param("http://[x]/", BAD, id="no IPv6 address in brackets"),
    pytest.param("http://-irna.ir/", BAD, id="a hyphen at the front"),
    pytest.param("http://irna..ir/", BAD, id="two dots"),
    pytest.param("http://" + "a" * 64 + ".ir/", BAD, id="a label of 64"),
    pytest.param("http://irna.ir/" + "a" * 3000, BAD, id="too long"),
]

HOSTILE_IPS = [
    pytest.param("127.0.0.1", "loopback", id="loopback"),
    pytest.param("127.255.255.254", "loopback", id="end of loopback"),
    pytest.param("0.0.0.0", "this network", id="zero"),
    pytest.param("10.0.0.1", "private", id="10"),
    pytest.param("172.16.0.1", "private", id="172.16"),
    pytest.param("172.31.255.255", "private", id="172.31"),
    pytest.param("192.168.1.1", "private", id="192.168"),
    pytest.param("100.64.0.1", "CGNAT", id="CGNAT"),
    pytest.param("100.127.255.255", "CGNAT", id="end of CGNAT"),
    pytest.param("169.254.169.254", "link-local", id="a cloud's metadata"),
    pytest.param("168.63.129.16", "cloud", id="another cloud's service"),
    pytest.param("192.0.0.8", "reserved", id="protocol assignments"),
    pytest.param("192.0.2.1", "documents", id="documents 1"),
    pytest.param("198.51.100.1", "documents", id="documents 2"),
    pytest.param("203.0.113.1", "documents", id="documents 3"),
    pytest.param("198.18.0.1", "measurements", id="benchmarks"),
    pytest.param("192.88.99.1", "6to4", id="6to4 relay"),
    pytest.param("224.0.0.1", "multicast", id="multicast"),
    pytest.param("239.255.255.250", "multicast", id="SSDP"),
    pytest.param("240.0.0.1", "reserved", id="class E"),
    pytest.param("255.255.255.255", "reserved", id="broadcast"),
    pytest.param("::", "no address", id="v6 none"),
    pytest.param("::1", "loopback", id="v6 loopback"),
    pytest.param("::ffff:127.0.0.1", "mapped", id="mapped loopback"),
    pytest.param("::ffff:8.8.8.8", "mapped", id="mapped public"),
    pytest.param("::ffff:0:127.0.0.1", "translated", id="translated"),
    pytest.param("::127.0.0.1", "compatible", id="compatible"),
    pytest.param("64:ff9b::7f00:1", "NAT64", id="NAT64"),
    pytest.param("64:ff9b:1::1", "NAT64", id="local NAT64"),
    pytest.param("2002:7f00:1::", "6to4", id="6to4"),
    pytest.param("2001:0:7f00:1::", "Teredo", id="Teredo"),
    pytest.param("2001:db8::1", "documents", id="v6 documents"),
    pytest.param("2001:20::1", "reserved", id="ORCHID"),
    pytest.param("100::1", "nowhere", id="discard"),
    pytest.param("3fff::1", "documents", id="newer v6 documents"),
    pytest.param("5f00::1", "reserved", id="segment routing"),
    pytest.param("fc00::1", "private", id="unique local"),
    pytest.param("fd00:ec2::254", "private", id="a cloud's metadata by v6"),
    pytest.param("fe80::1", "link-local", id="v6 link-local"),
    pytest.param("fec0::1", "private", id="v6 site-local"),
    pytest.param("ff02::1", "multicast", id="v6 multicast"),
    pytest.param("4000::1", "reserved", id="outside of the global net"),
    pytest.param("nonsense", "no address", id="no address at all"),
]


@pytest.mark.parametrize(("url", "reason"), HOSTILE_SPELLINGS)
def test_a_hostile_spelling_is_refused(url: str, reason: Reason | None) -> None:
    found = parse_url(url)
    if reason is None:  # an address by its spelling; the connection then refuses what it leads to
        assert isinstance(found, Address)
        assert refuse_ip(found.host, found.port)
    else:
        assert isinstance(found, tuple)
        assert found[0] is reason
        assert "expected" in found[1] or "no " in found[1] or "names" in found[1]


@pytest.mark.parametrize(("ip", "why"), HOSTILE_IPS)
def test_a_hostile_address_is_refused(ip: str, why: str) -> None:
    refused = refuse_ip(ip, 80)
    assert refused is not None
    assert why in refused


def test_at_least_forty_hostile_addresses() -> None:
    assert len(HOSTILE_SPELLINGS) >= 40
    assert len(HOSTILE_IPS) >= 40


@pytest.mark.parametrize("ip", ["8.8.8.8", "185.147.178.14", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2a00:1450:4001::1"])
def test_public_addresses_are_not_refused(ip: str) -> None:
    assert refuse_ip(ip, 443) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://www.irna.ir/news/1", "https://www.irna.ir/news/1", id="plain"),
        pytest.param("HTTPS://WWW.Irna.IR", "https://www.irna.ir/", id="capitals, no path"),
        pytest.param("https://www.irna.ir./x", "https://www.irna.ir/x", id="a dot at the end"),
        pytest.param("https://www.irna.ir:443/x", "https://www.irna.ir/x", id="the usual port"),
        pytest.param("https://www.irna.ir/x#y", "https://www.irna.ir/x", id="a fragment"),
        pytest.param(
            "https://irna.ir/خبر/می‌شود",
            "https://irna.ir/%D8%AE%D8%A8%D8%B1/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF",
            id="Persian path, ZWNJ",
        ),
        pytest.param("https://irna.ir/%D8%AE?a=ب&c=%20", "https://irna.ir/%D8%AE?a=%D8%A8&c=%20", id="encoded already"),
        pytest.param("http://ایران.ایران/", "http://xn--mgba3a4f16a.xn--mgba3a4f16a/", id="a Persian host"),
        pytest.param("  https://irna.ir/x\n", "https://irna.ir/x", id="blanks around"),
        pytest.param("http://8.8.8.8/", "http://8.8.8.8/", id="a public IPv4 address"),
        pytest.param("http://[2a00:1450:4001::1]/", "http://[2a00:1450:4001::1]/", id="a public IPv6 address"),
    ],
)
def test_a_web_address_is_taken_apart(url: str, expected: str) -> None:
    found = parse_url(url)
    assert isinstance(found, Address), found
    assert found.url == expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        pytest.param("/b", "https://irna.ir/b", id="a path"),
        pytest.param("b", "https://irna.ir/a/b", id="relative"),
        pytest.param("//isna.ir/c", "https://isna.ir/c", id="another host"),
        pytest.param("?x=1", "https://irna.ir/a/?x=1", id="a query"),
    ],
)
def test_relative_addresses(location: str, expected: str) -> None:
    found = parse_url(location, base="https://irna.ir/a/")
    assert isinstance(found, Address)
    assert found.url == expected


def test_an_allowance_is_for_one_socket_only() -> None:
    allow = Allowance(sockets=frozenset({("127.0.0.1", 8080)}))
    assert refuse_ip("127.0.0.1", 8080, allow=allow) is None
    assert refuse_ip("127.0.0.1", 8081, allow=allow)
    assert refuse_ip("127.0.0.2", 8080, allow=allow)
    assert refuse_ip("::ffff:127.0.0.1", 8080, allow=allow)
