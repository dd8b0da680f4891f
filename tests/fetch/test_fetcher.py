"""One request: bounded in time, size and decompression, to checked addresses only; every fault has its reason."""

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from pathlib import Path

import pytest

import localweb
from didar.fetch import Allowance, Answer, Fetcher
from didar.fetch.addresses import Address, parse_url
from didar.terms import Reason
from localweb import BOMB, QUICK, Reply, Web

HOST = "news.example.org"
TEXT = "وزیر خارجه گفت می‌رود." * 100


def ask(web: Web, url: str, fetcher: Fetcher | None = None) -> Answer | tuple[Reason, str]:
    address = parse_url(url, allow=web.allowance)
    assert isinstance(address, Address), address
    return (fetcher or web.fetcher()).get(address)


def test_a_page(web: Web) -> None:
    url = web.put(HOST, "/a", Reply(TEXT, headers={"ETag": '"1"'}))
    answer = ask(web, url)
    assert isinstance(answer, Answer)
    assert (answer.status, answer.content.decode(), answer.headers["etag"]) == (200, TEXT, '"1"')
    asked = web.asked[0].headers
    assert asked["user-agent"].startswith("didar/")
    assert "+http" in asked["user-agent"]
    assert "cookie" not in asked


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        pytest.param("gzip", gzip.compress(TEXT.encode()), id="gzip"),
        pytest.param("deflate", zlib.compress(TEXT.encode()), id="deflate with its head"),
        pytest.param("deflate", zlib.compress(TEXT.encode())[2:-4], id="deflate without"),
        pytest.param("identity", TEXT.encode(), id="identity"),
    ],
)
def test_compressed_pages(web: Web, encoding: str, packed: bytes) -> None:
    url = web.put(HOST, "/a", Reply(packed, headers={"Content-Encoding": encoding}))
    answer = ask(web, url)
    assert isinstance(answer, Answer), answer
    assert answer.content.decode() == TEXT


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param(localweb.drip, Reason.TIMED_OUT, id="a byte now and then"),
        pytest.param(localweb.drip_headers, Reason.TIMED_OUT, id="headers without end, slowly"),
        pytest.param(localweb.flood_headers, Reason.UNREACHABLE, id="headers without end, fast"),
        pytest.param(localweb.silent, Reason.TIMED_OUT, id="no answer"),
        pytest.param(localweb.hang_up, Reason.UNREACHABLE, id="hangs up"),
        pytest.param(localweb.not_http, Reason.UNREACHABLE, id="another protocol"),
        pytest.param(localweb.endless, Reason.TOO_LARGE, id="a body without end"),
        pytest.param(Reply(b"x" * 250_000), Reason.TOO_LARGE, id="too large, and says so"),
        pytest.param(Reply(BOMB, headers={"Content-Encoding": "gzip"}), Reason.TOO_LARGE, id="a gzip bomb"),
        pytest.param(Reply(gzip.compress(BOMB), headers={"Content-Encoding": "gzip, gzip"}), Reason.TOO_LARGE, id="a bomb in a bomb"),
        pytest.param(Reply(b"\x0b\x02", headers={"Content-Encoding": "br"}), Reason.TOO_LARGE, id="a compression not asked for"),
        pytest.param(Reply(b"no gzip", headers={"Content-Encoding": "gzip"}), Reason.UNREACHABLE, id="not compressed as it says"),
        pytest.param(Reply(gzip.compress(TEXT.encode())[:-20], headers={"Content-Encoding": "gzip"}), Reason.UNREACHABLE, id="cut off"),
    ],
)
def test_a_hostile_server_is_left_in_time(web: Web, page: object, reason: Reason) -> None:
    url = web.put(HOST, "/a", page)
    start = time.monotonic()
    answer = ask(web, url)
    assert isinstance(answer, tuple), answer
    assert answer[0] is reason, answer
    assert url in answer[1]
    assert time.monotonic() - start < QUICK.total + 1.0


@pytest.mark.parametrize(
    "addresses",
    [
        pytest.param(["127.0.0.1"], id="loopback on another port than the allowed one"),
        pytest.param(["10.0.0.1"], id="private"),
        pytest.param(["169.254.169.254"], id="metadata"),
        pytest.param(["::1"], id="v6 loopback"),
        pytest.param(["8.8.8.8", "127.0.0.1"], id="a public address with a private one"),
        pytest.param(["64:ff9b::7f00:1"], id="NAT64"),
    ],
)
def test_a_name_that_leads_inside_is_refused_before_a_packet_leaves(
    web: Web, addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    web.addresses["evil.example.org"] = addresses
    monkeypatch.setattr(socket, "create_connection", lambda *a, **k: pytest.fail("a connection was made"))
    answer = ask(web, "http://evil.example.org/a")
    assert isinstance(answer, tuple)
    assert answer[0] is Reason.FORBIDDEN_ADDRESS
    assert web.asked == []


def test_without_an_allowance_loopback_is_refused(web: Web) -> None:
    address = Address(scheme="http", host="127.0.0.1", port=web.port, target="/")
    answer = Fetcher(limits=QUICK).get(address)
    assert isinstance(answer, tuple)
    assert answer[0] is Reason.FORBIDDEN_ADDRESS


def test_a_name_is_resolved_once_so_that_a_second_answer_cannot_differ(web: Web) -> None:
    """DNS rebinding: the connection goes to the address that was checked."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    fetcher = Fetcher(limits=QUICK, allow=web.allowance, resolve=lambda host, port: next(answers))
    url = web.put(HOST, "/a", Reply("x"))
    assert isinstance(ask(web, url, fetcher), Answer)
    assert next(answers) == ["10.0.0.1"], "asked a second time"


def test_a_host_that_is_not_known(web: Web) -> None:
    answer = ask(web, "http://nowhere.example.org/a")
    assert isinstance(answer, tuple)
    assert answer[0] is Reason.UNREACHABLE


def test_a_resolver_that_hangs(web: Web) -> None:
    hang = threading.Event()
    fetcher = Fetcher(limits=QUICK, allow=web.allowance, resolve=lambda host, port: (hang.wait(20) and []) or [])
    start = time.monotonic()
    answer = ask(web, "http://slow.example.org/a", fetcher)
    hang.set()
    assert isinstance(answer, tuple)
    assert answer[0] is Reason.TIMED_OUT
    assert time.monotonic() - start < QUICK.total + 1.0


def test_stopping_cuts_a_request_off(web: Web) -> None:
    url = web.put(HOST, "/a", localweb.silent)
    fetcher = web.fetcher(localweb.Limits())
    threading.Timer(0.3, fetcher.stop.set).start()
    start = time.monotonic()
    answer = ask(web, url, fetcher)
    assert isinstance(answer, tuple)
    assert "stopped" in answer[1]
    assert time.monotonic() - start < 1.5


def test_proxies_of_the_environment_are_not_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert isinstance(ask(web, web.put(HOST, "/a", Reply("x"))), Answer)


def test_tls_is_verified_against_the_name(tmp_path: object) -> None:
    """A server with a certificate that nobody vouches for: no request is sent to it."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    seen: list[bytes] = []

    def serve() -> None:
        connection, _ = listener.accept()
        seen.append(connection.recv(4096))
        connection.close()

    threading.Thread(target=serve, daemon=True).start()
    allow = Allowance(sockets=frozenset({("127.0.0.1", port)}), ports=frozenset({port}))
    fetcher = Fetcher(limits=QUICK, allow=allow, resolve=lambda host, port: ["127.0.0.1"])
    answer = fetcher.get(Address(scheme="https", host="bank.example.org", port=port, target="/"))
    listener.close()
    assert isinstance(answer, tuple)
    assert answer[0] is Reason.UNREACHABLE
    assert seen, "the handshake was begun"
    assert b"bank.example.org" in seen[0], "the server is told the name, not the address"
    assert fetcher._tls.verify_mode is ssl.CERT_REQUIRED
    assert fetcher._tls.check_hostname


@pytest.mark.parametrize(
    ("host", "good"), [pytest.param("news.example.org", True, id="its own"), pytest.param("bank.example.org", False, id="another")]
)
def test_a_certificate_is_good_for_its_own_name_only(host: str, good: bool) -> None:
    """The connection goes to a checked address, the certificate is still held against the name."""
    certificate = Path(__file__).with_name("certificate.pem")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def serve() -> None:
        with contextlib.suppress(OSError):
            connection = server.wrap_socket(listener.accept()[0], server_side=True)
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    trusted = ssl.create_default_context(cafile=str(certificate))
    allow = Allowance(sockets=frozenset({("127.0.0.1", port)}), ports=frozenset({port}))
    fetcher = Fetcher(limits=QUICK, allow=allow, resolve=lambda host, port: ["127.0.0.1"], tls=trusted)
    answer = fetcher.get(Address(scheme="https", host=host, port=port, target="/"))
    listener.close()
    if good:
        assert isinstance(answer, Answer), answer
        assert answer.content == b"ok"
    else:
        assert isinstance(answer, tuple)
        assert answer[0] is Reason.UNREACHABLE
        assert "trusted" in answer[1] or "CERTIFICATE" in answer[1].upper()
