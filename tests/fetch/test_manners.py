"""A guest's manners: robots.txt, one request at a time a host, pauses, Retry-After, redirects checked one by one."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

import pytest

import localweb
from didar.fetch import Answer, Manners
from didar.fetch.manners import LATER, retry_after
from didar.fetch.robots import KEPT, RETRY
from didar.terms import Reason
from localweb import Asked, ManualClock, Reply, Web

HOST = "news.example.org"
ROBOTS = """
User-agent: other
Disallow: /

User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /بسته
Crawl-delay: 7
"""


def manners(web: Web, **how: float) -> Manners:
    return Manners(web.fetcher(), ManualClock(), **how)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        pytest.param("/news/1", True, id="not named"),
        pytest.param("/private/x", False, id="disallowed"),
        pytest.param("/private/open/x", True, id="allowed by the longer rule"),
        pytest.param("/a.pdf", False, id="by wildcard"),
        pytest.param("/a.pdf?x=1", True, id="the wildcard has an end"),
        pytest.param("/بسته/x", False, id="Persian path"),
        pytest.param("/%D8%A8%D8%B3%D8%AA%D9%87", False, id="the same, encoded"),
    ],
)
def test_what_robots_forbids_is_not_asked_for(web: Web, path: str, allowed: bool) -> None:
    web.put(HOST, "/robots.txt", Reply(ROBOTS))
    answer = manners(web).get(web.url(HOST, path))
    asked = [p for p in web.paths(HOST) if p != "/robots.txt"]
    if allowed:
        assert isinstance(answer, Answer)
        assert len(asked) == 1
    else:
        assert isinstance(answer, tuple)
        assert answer[0] is Reason.FORBIDDEN_BY_ROBOTS
        assert asked == []


@pytest.mark.parametrize(
    ("robots", "asked"),
    [
        pytest.param(Reply("", 404), True, id="404: none, everything allowed"),
        pytest.param(Reply("", 403), True, id="403: the same"),
        pytest.param(Reply("", 500), False, id="500: nothing for now"),
        pytest.param(Reply("", 503), False, id="503"),
        pytest.param(Reply("", 429), False, id="429"),
        pytest.param(localweb.silent, False, id="no answer"),
        pytest.param(localweb.hang_up, False, id="hangs up"),
        pytest.param(Reply("<html>no rules here</html>"), True, id="a page instead"),
        pytest.param(Reply(b"\xff\xfe\x00 User-agent: *\nDisallow: /\n"), True, id="bytes that are no text"),
        pytest.param(Reply("\ufeffUser-agent: *\nDisallow: /\n"), False, id="a byte order mark"),
        pytest.param(Reply("User-agent: Didar\nDisallow: /\n"), False, id="by our name"),
        pytest.param(Reply("User-agent: didarbot\nDisallow: /\n"), True, id="another's name that begins as ours"),
        pytest.param(Reply("User-agent: *\n" + "Disallow: /a*b*c*d*e*f*g*h\n" * 3000), True, id="very many wildcards"),
    ],
)
def test_answers_of_robots(web: Web, robots: object, asked: bool) -> None:
    web.put(HOST, "/robots.txt", robots)
    url = web.put(HOST, "/news/1", Reply("x"))
    answer = manners(web).get(url)
    assert (isinstance(answer, Answer)) is asked
    assert ("/news/1" in web.paths(HOST)) is asked


def test_robots_is_kept_and_asked_for_again_when_it_is_old(web: Web) -> None:
    web.put(HOST, "/robots.txt", Reply("User-agent: *\nDisallow: /x"))
    url = web.put(HOST, "/a", Reply("a"))
    guest = manners(web)
    for _ in range(3):
        assert isinstance(guest.get(url), Answer)
    assert web.paths(HOST).count("/robots.txt") == 1
    guest.clock.sleep(KEPT + 1)
    guest.get(url)
    assert web.paths(HOST).count("/robots.txt") == 2


def test_robots_that_failed_is_asked_for_again_sooner(web: Web) -> None:
    web.put(HOST, "/robots.txt", Reply("", 500))
    url = web.put(HOST, "/a", Reply("a"))
    guest = manners(web)
    assert isinstance(guest.get(url), tuple)
    assert isinstance(guest.get(url), tuple)
    assert web.paths(HOST) == ["/robots.txt"]
    web.put(HOST, "/robots.txt", Reply("", 404))
    guest.clock.sleep(RETRY + 1)
    assert isinstance(guest.get(url), Answer)


def test_robots_of_each_origin_for_itself(web: Web) -> None:
    web.put(HOST, "/robots.txt", Reply("User-agent: *\nDisallow: /"))
    other = web.put("other.example.org", "/a", Reply("a"))
    assert isinstance(manners(web).get(other), Answer)


def test_a_redirect_to_what_robots_forbids_is_not_followed(web: Web) -> None:
    web.put("other.example.org", "/robots.txt", Reply("User-agent: *\nDisallow: /secret"))
    web.put("other.example.org", "/secret", Reply("x"))
    url = web.put(HOST, "/a", Reply("", 302, {"Location": web.url("other.example.org", "/secret")}))
    answer = manners(web).get(url)
    assert isinstance(answer, tuple)
    assert answer[0] is Reason.FORBIDDEN_BY_ROBOTS
    assert web.paths("other.example.org") == ["/robots.txt"]


def test_redirects_are_followed_with_pauses(web: Web) -> None:
    web.put(HOST, "/c", Reply("end"))
    web.put(HOST, "/b", Reply("", 301, {"Location": "c"}))
    url = web.put(HOST, "/a", Reply("", 302, {"Location": web.url(HOST, "/b")}))
    guest = manners(web, delay=3.0)
    answer = guest.get(url)
    assert isinstance(answer, Answer)
    assert answer.content == b"end"
    assert answer.url == web.url(HOST, "/c")
    assert guest.clock.slept == [3.0, 3.0, 3.0]  # robots, a, b, c


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        pytest.param("http://127.0.0.1/", Reason.FORBIDDEN_ADDRESS, id="loopback"),
        pytest.param("http://169.254.169.254/latest/meta-data/", Reason.FORBIDDEN_ADDRESS, id="metadata"),
        pytest.param("http://[::1]/", Reason.FORBIDDEN_ADDRESS, id="v6 loopback"),
        pytest.param("http://2130706433/", Reason.FORBIDDEN_ADDRESS, id="an integer"),
        pytest.param("http://inside.example.org/", Reason.FORBIDDEN_ADDRESS, id="a name that leads inside"),
        pytest.param("file:///etc/passwd", Reason.BAD_ADDRESS, id="a file"),
        pytest.param("http://a@b.example.org/", Reason.BAD_ADDRESS, id="a user"),
        pytest.param("http://news.example.org:22/", Reason.BAD_ADDRESS, id="a port"),
        pytest.param("/a", Reason.TOO_MANY_REDIRECTS, id="to itself"),
    ],
)
def test_a_hostile_redirect_ends_there(web: Web, location: str, reason: Reason) -> None:
    web.addresses["inside.example.org"] = ["192.168.0.1"]
    url = web.put(HOST, "/a", Reply("", 302, {"Location": location}))
    answer = manners(web).get(url)
    assert isinstance(answer, tuple)
    assert answer[0] is reason
    assert {asked.host for asked in web.asked} == {HOST}


def test_crawl_delay_is_obeyed(web: Web) -> None:
    web.put(HOST, "/robots.txt", Reply(ROBOTS))
    url = web.put(HOST, "/news/1", Reply("x"))
    guest = manners(web, delay=2.0)
    guest.get(url)
    guest.get(url)
    assert guest.clock.slept == [2.0, 7.0]


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        pytest.param({"Retry-After": "90"}, 90.0, id="seconds"),
        pytest.param({"Retry-After": "0"}, 2.0, id="at once, but not faster than the pause"),
        pytest.param({}, LATER, id="not said"),
        pytest.param({"Retry-After": "soon"}, LATER, id="not readable"),
        pytest.param({"Retry-After": "99999999"}, 86_400.0, id="years: a day at most"),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_says_later_is_left_alone(web: Web, status: int, headers: dict[str, str], pause: float) -> None:
    url = web.put(HOST, "/a", Reply("", status, headers))
    guest = manners(web)
    guest.get(url)
    count = len(web.asked)
    assert guest.not_before[HOST] == guest.clock.now() + pause
    again = guest.get(url)
    assert (len(web.asked) == count) is (pause > 120)
    assert isinstance(again, tuple) is (pause > 120)


def test_retry_after_as_a_date() -> None:
    now = datetime(2025, 5, 6, 10, 0, tzinfo=UTC).timestamp()
    for told, expected in [
        ("Tue, 06 May 2025 10:02:00 GMT", 120.0),
        ("Tue, 06 May 2025 09:00:00 GMT", 0.0),
        ("Tue, 99 May 2025 09:00:00 GMT", None),
        ("-5", None),
        ("", None),
    ]:
        assert retry_after(Answer(url="", status=429, headers={"retry-after": told}), now=now) == expected, told


def test_conditional_requests(web: Web) -> None:
    def page(asked: Asked) -> Reply:
        return Reply("", 304) if asked.headers.get("if-none-match") == '"7"' else Reply("new", headers={"ETag": '"7"'})

    url = web.put(HOST, "/rss", page)
    guest = manners(web)
    first = guest.get(url)
    assert isinstance(first, Answer)
    second = guest.get(url, etag=first.headers["etag"], last_modified="Tue, 06 May 2025 10:02:00 GMT")
    assert isinstance(second, Answer)
    assert (second.status, second.content) == (304, b"")
    assert web.asked[-1].headers["if-modified-since"] == "Tue, 06 May 2025 10:02:00 GMT"


def test_a_validator_cannot_smuggle_headers(web: Web) -> None:
    url = web.put(HOST, "/rss", Reply("x"))
    manners(web).get(url, etag='"a"\r\nX-Evil: 1')
    assert "x-evil" not in web.asked[-1].headers
    assert "if-none-match" not in web.asked[-1].headers


def test_one_request_at_a_time_a_host_from_many_threads(web: Web) -> None:
    hosts = ["a.example.org", "b.example.org"]
    urls = [web.put(host, f"/{n}", Reply("x")) for host in hosts for n in range(6)]
    guest = Manners(web.fetcher(), localweb.RealClock(), delay=0.02)
    threads = [threading.Thread(target=guest.get, args=(url,)) for url in urls]
    _run(threads)
    for host in hosts:
        asked = sorted((a for a in web.asked if a.host == host), key=lambda a: a.start)
        assert len(asked) == 7
        assert all(one.end <= other.start for one, other in pairwise(asked))


def _run(threads: list[threading.Thread]) -> None:
    act: list[Callable[[threading.Thread], None]] = [threading.Thread.start, threading.Thread.join]
    for do in act:
        for thread in threads:
            do(thread)
