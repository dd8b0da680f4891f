"""What a watch does with feeds and items, on a local web with real requests: kept, tried again, given up, told."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

import localweb
from didar.fetch.addresses import Fault
from didar.model import Article, Reading, Reject
from didar.store import open_record
from didar.store.sqlite import SqliteStore
from didar.terms import Reason
from didar.watch.keeping import reader_failed
from didar.watch.schedule import Pace, after_answer, after_failed_page, after_fault
from didar.watched import Feed, FeedKind, FeedState, Item, ItemState
from localweb import ManualClock, Reply, Web
from newsroom import Newsroom, make_newsroom, make_story
from watch.parts import ReadHere, make_feed, make_parts, read_nothing, watch

START = 1_746_500_000.0
LATER = START + 30 * 86_400.0
HOST = "irna.example.org"
ENGLISH = "This page is written in English and not in Persian at all. " * 20


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with open_record(tmp_path / "record.db", write=True) as made:
        yield made


@pytest.fixture
def room(web: Web) -> Newsroom:
    """An outlet with five stories, all out."""
    made = Newsroom(HOST, base=f"http://{HOST}:{web.port}")
    random = Random(5)
    made.stories = [make_story(number, START - 1000 * number, random) for number in (105, 104, 103, 102, 101)]
    for path in ("/rss", "/robots.txt", *(f"/news/{s.number}" for s in made.stories)):
        web.put(HOST, path, lambda asked: made.reply(asked.path, START, asked.headers))
    return made


def parts(web: Web, clock: ManualClock, **more: Any) -> Any:
    return make_parts(web.fetcher(), clock, **more)


def urls(store: SqliteStore) -> list[str]:
    return sorted(row["url"].rpartition("/")[2] for row in store.article_rows())


def states(store: SqliteStore, feed: str = "irna") -> dict[str, int]:
    return {state.value: count for state, count in store.count_items().get(feed, {}).items()}


def rejects(store: SqliteStore) -> dict[str, int]:
    return store.count_rows("reject", "reason")


def test_new_items_become_articles(web: Web, store: SqliteStore, room: Newsroom) -> None:
    made = watch(store, [make_feed(room)], parts(web, ManualClock(START)))
    assert urls(store) == ["101", "102", "103", "104", "105"]
    article = store.article(store.article_rows()[0]["id"])
    assert article is not None
    assert article.outlet == "ایرنا"
    assert article.published is not None
    assert article.title
    assert "همکاری با همسایگان" in article.text
    assert (made.keeper.totals.listed, made.keeper.totals.added, made.keeper.totals.rejected) == (5, 5, 0)
    assert web.paths(HOST)[:2] == ["/robots.txt", "/rss"]
    assert sorted(web.paths(HOST)[2:]) == [f"/news/{n}" for n in range(101, 106)]


def test_a_second_run_asks_only_what_is_due_and_only_what_changed(web: Web, store: SqliteStore, room: Newsroom) -> None:
    clock = ManualClock(START)
    watch(store, [make_feed(room)], parts(web, clock))
    count = len(web.asked)
    watch(store, [make_feed(room)], parts(web, clock))
    assert len(web.asked) == count, "nothing is due yet"
    clock.time += 3600
    made = watch(store, [make_feed(room)], parts(web, clock))
    assert [a.path for a in web.asked[count:]] == ["/rss"], "robots.txt is remembered in the record"
    assert web.asked[-1].headers["if-none-match"] == '"101"'
    assert made.keeper.totals.unchanged == 1


def test_two_feeds_that_list_one_page(web: Web, store: SqliteStore, room: Newsroom) -> None:
    web.put(HOST, "/politics", web.pages[HOST, "/rss"])
    room.reply = lambda path, now, headers, real=room.reply: real("/rss" if path == "/politics" else path, now, headers)  # type: ignore[method-assign,misc]
    watch(store, [make_feed(room), make_feed(room, id="politics", path="/politics")], parts(web, ManualClock(START)))
    assert urls(store) == ["101", "102", "103", "104", "105"]
    assert sorted(p for p in web.paths(HOST) if "/news/" in p) == [f"/news/{n}" for n in range(101, 106)]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(Reply("", 500), id="500"),
        pytest.param(Reply("", 503), id="503"),
        pytest.param(localweb.drip, id="slow"),
        pytest.param(localweb.hang_up, id="hangs up"),
    ],
)
def test_a_page_that_fails_for_now_is_tried_again(web: Web, store: SqliteStore, room: Newsroom, page: Any) -> None:
    clock = ManualClock(START)
    good = web.pages[HOST, "/news/103"]
    web.put(HOST, "/news/103", page)
    made = watch(store, [make_feed(room)], parts(web, clock))
    assert made.keeper.totals.retried >= 1
    assert states(store)["waiting"] >= 1
    web.put(HOST, "/news/103", good)
    clock.time += 7200
    watch(store, [make_feed(room)], parts(web, clock))
    assert urls(store) == ["101", "102", "103", "104", "105"]
    assert states(store) == {"kept": 5}
    assert rejects(store) == {}


def run_out(web: Web, store: SqliteStore, room: Newsroom) -> int:
    """Runs until every try of the page of story 103 is used up; how often it was asked for."""
    clock = ManualClock(START)
    for _ in range(8):
        watch(store, [make_feed(room)], parts(web, clock))
        clock.time += 2 * 86_400
    return web.paths(HOST).count("/news/103")


def test_a_page_that_never_comes_is_given_up_and_its_summary_kept_as_such(web: Web, store: SqliteStore, room: Newsroom) -> None:
    web.put(HOST, "/news/103", Reply("", 500))
    assert run_out(web, store, room) == 1 + len(Pace().retries)
    assert states(store) == {"kept": 4, "summary": 1}
    assert rejects(store) == {"only_summary": 1}
    (summary,) = [row["id"] for row in store.article_rows() if row["id"].startswith("summary:")]
    article = store.article(summary)
    assert article is not None
    story = next(s for s in room.stories if s.number == 103)
    assert article.text == story.lead
    assert article.url == f"{room.base}/news/103"
    told = next(r["detail"] for r in store.each("reject"))
    assert "answers 500" in told
    assert summary in told


def test_a_short_summary_is_not_kept(web: Web, store: SqliteStore, room: Newsroom) -> None:
    room.stories = [replace(s, lead="کوتاه") for s in room.stories]
    web.put(HOST, "/news/103", Reply("", 500))
    run_out(web, store, room)
    assert states(store) == {"kept": 4, "rejected": 1}
    assert rejects(store) == {"http_error": 1}


@pytest.mark.parametrize(
    ("page", "reason", "state"),
    [
        pytest.param(Reply("", 404), "gone", "rejected", id="not there"),
        pytest.param(Reply("", 410), "gone", "rejected", id="gone"),
        pytest.param(Reply("", 403), "gone", "rejected", id="not for us"),
        pytest.param(localweb.endless, "too_large", "rejected", id="without end"),
        pytest.param(Reply("", 302, {"Location": "http://169.254.169.254/"}), "forbidden_address", "rejected", id="leads inside"),
        pytest.param(Reply("", 302, {"Location": "file:///etc/passwd"}), "bad_address", "rejected", id="leads to a file"),
        pytest.param(Reply("", 302, {"Location": "/news/103"}), "too_many_redirects", "rejected", id="leads to itself"),
        pytest.param(Reply("<html><body><a href='/'>خانه</a></body></html>"), "no_article", "rejected", id="no article"),
        pytest.param(Reply(b"%PDF-1.4 " + bytes(range(256)) * 40), "not_text", "rejected", id="a document that says it is a page"),
        pytest.param(Reply(b"\x89PNG\r\n" + bytes(range(256)) * 40), "not_text", "rejected", id="a picture that says it is a page"),
        pytest.param(Reply(f"<html><body><p>{ENGLISH}"), "other_language", "rejected", id="English"),
    ],
)
def test_a_page_that_is_no_use_is_asked_for_once(web: Web, store: SqliteStore, room: Newsroom, page: Any, reason: str, state: str) -> None:
    room.stories = [replace(s, lead="کوتاه") for s in room.stories]
    web.put(HOST, "/news/103", page)
    told: list[Reject] = []
    watch(store, [make_feed(room)], parts(web, ManualClock(START)), told)
    count = web.paths(HOST).count("/news/103")
    assert rejects(store) == {reason: 1}
    assert [r.reason.value for r in told] == [reason]
    assert "/news/103" in told[0].where
    assert states(store) == {"kept": 4, state: 1}
    watch(store, [make_feed(room)], parts(web, ManualClock(LATER)))
    assert web.paths(HOST).count("/news/103") == count


def test_what_robots_forbids_is_not_asked_for_and_the_feeds_own_words_are_kept(web: Web, store: SqliteStore, room: Newsroom) -> None:
    room.robots = "User-agent: *\nDisallow: /news/103\nDisallow: /news/104\n"
    watch(store, [make_feed(room)], parts(web, ManualClock(START)))
    assert sorted(p for p in web.paths(HOST) if "/news/" in p) == ["/news/101", "/news/102", "/news/105"]
    assert states(store) == {"kept": 3, "summary": 2}
    assert rejects(store) == {"only_summary": 2}


def test_a_feed_that_robots_forbids(web: Web, store: SqliteStore, room: Newsroom) -> None:
    room.robots = "User-agent: *\nDisallow: /\n"
    watch(store, [make_feed(room)], parts(web, ManualClock(START)))
    assert web.paths(HOST) == ["/robots.txt"]
    state = store.feed_states()["irna"]
    assert state.fails == 1
    assert state.fault is not None
    assert "[forbidden_by_robots]" in state.fault


@pytest.mark.parametrize(
    ("feed", "fault"),
    [
        pytest.param(Reply("", 500), "[http_error]", id="500"),
        pytest.param(Reply("", 410), "[http_error]", id="410"),
        pytest.param(Reply("<html>خطا</html>"), "[bad_feed]", id="a page"),
        pytest.param(Reply(""), "[bad_feed]", id="empty"),
        pytest.param(Reply(localweb.BOMB, headers={"Content-Encoding": "gzip"}), "[too_large]", id="a bomb"),
        pytest.param(localweb.drip_headers, "[timed_out]", id="slow"),
        pytest.param(localweb.not_http, "[unreachable]", id="another protocol"),
        pytest.param(Reply("", 302, {"Location": "http://127.0.0.1:22/"}), "[bad_address]", id="leads to a port"),
    ],
)
def test_one_bad_feed_stops_nothing(web: Web, store: SqliteStore, room: Newsroom, feed: Any, fault: str) -> None:
    bad = Feed(id="bad", outlet="bad", name="bad", kind=FeedKind.RSS, address=web.put("bad.example.org", "/rss", feed))
    told: list[Reject] = []
    watch(store, [bad, make_feed(room)], parts(web, ManualClock(START)), told)
    assert urls(store) == ["101", "102", "103", "104", "105"]
    state = store.feed_states()["bad"]
    assert state.fault is not None
    assert fault in state.fault
    assert state.succeeded is None
    assert [r.where for r in told] == ["bad"]


def test_a_feed_that_was_bad_is_well_again(web: Web, store: SqliteStore, room: Newsroom) -> None:
    good = web.pages[HOST, "/rss"]
    web.put(HOST, "/rss", Reply("", 500))
    clock = ManualClock(START)
    for _ in range(3):
        watch(store, [make_feed(room)], parts(web, clock))
        clock.time = max(clock.time, store.feed_states()["irna"].next_due)
    assert store.feed_states()["irna"].fails == 3
    web.put(HOST, "/rss", good)
    watch(store, [make_feed(room)], parts(web, clock))
    state = store.feed_states()["irna"]
    assert (state.fails, state.fault) == (0, None)
    assert len(urls(store)) == 5


def test_an_error_of_ours_on_an_article_keeps_it_to_be_read_again(web: Web, store: SqliteStore, room: Newsroom) -> None:
    def read(article: Article) -> Reading | Reject:
        return reader_failed(article, "ValueError: x") if article.url and article.url.endswith("103") else read_nothing(article)

    watch(store, [make_feed(room)], parts(web, ManualClock(START), read=read))
    assert len(urls(store)) == 5
    assert rejects(store) == {"reader_failed": 1}
    assert len(store.stale_articles("didar", {"test": "1"})) == 1


def test_an_error_of_ours_on_a_page_is_told_and_tried_again(web: Web, store: SqliteStore, room: Newsroom) -> None:
    class Broken(ReadHere):
        def read(self, answer: Any, where: str) -> Any:
            if "103" in where:
                raise KeyError("a bug")
            return super().read(answer, where)

    watch(store, [make_feed(room)], parts(web, ManualClock(START), pages=Broken()))
    assert states(store) == {"kept": 4, "waiting": 1}


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        pytest.param("2031-12-13T10:22:15+03:30", "2025-05-06", id="years ahead: the feed's date is taken"),
        pytest.param("2025-05-06T23:59:00+03:30", "2025-05-06", id="of today, later"),
    ],
)
def test_a_page_dated_in_the_future(web: Web, store: SqliteStore, says: str, kept: str) -> None:
    room = Newsroom(HOST, base=f"http://{HOST}:{web.port}")
    room.stories = [make_story(7, START - 3600, Random(1))]
    page = room.page(room.stories[0]).replace("<head>", f'<head><meta property="article:published_time" content="{says}">')
    for path in ("/rss", "/robots.txt"):
        web.put(HOST, path, lambda asked: room.reply(asked.path, START, asked.headers))
    web.put(HOST, "/news/7", Reply(page))
    watch(store, [make_feed(room)], parts(web, ManualClock(START)))
    (row,) = store.article_rows()
    assert (row["published"] or "")[:10] == kept
    assert rejects(store) == ({"bad_date": 1} if says > "2026" else {})


def test_an_article_that_the_record_holds_already(web: Web, store: SqliteStore, room: Newsroom) -> None:
    watch(store, [make_feed(room)], parts(web, ManualClock(START)))
    made = watch(store, [make_feed(room, id="other", path="/rss")], parts(web, ManualClock(START)))
    assert (made.keeper.totals.listed, len(urls(store))) == (0, 5)


# -- channels ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def channel(web: Web) -> Newsroom:
    """A channel with a message every hour; its pages show twenty."""
    return make_newsroom("t.example.org", start=START, hours=100, gap=1.0, random=Random(3), base=f"http://t.example.org:{web.port}")


def open_channel(web: Web, room: Newsroom, clock: ManualClock) -> Feed:
    def page(asked: Any) -> Reply:
        return room.reply(asked.path, clock.now(), asked.headers)

    web.put(room.host, "/s/khabar", page)
    for number in range(90, 300):
        web.put(room.host, f"/s/khabar?before={number}", page)
    return make_feed(room, kind=FeedKind.CHANNEL, path="/s/khabar", id="khabar")


def test_a_channel_first_its_last_page_then_all_that_came_since(web: Web, store: SqliteStore, channel: Newsroom) -> None:
    clock = ManualClock(START + 40 * 3600)
    feed = open_channel(web, channel, clock)
    watch(store, [feed], parts(web, clock))
    first = [s.number for s in channel.out(clock.time)][-20:]
    assert urls(store) == sorted(map(str, first))
    clock.time += 55 * 3600
    watch(store, [feed], parts(web, clock))
    since = [s.number for s in channel.out(clock.time) if s.number >= first[0]]
    assert len(since) > 60
    assert urls(store) == sorted(map(str, since))
    assert states(store, "khabar") == {"kept": len(since)}
    article = store.article(store.article_rows()[0]["id"])
    assert article is not None
    assert article.url is not None
    assert article.url.startswith("https://t.me/khabar/")


def test_a_gap_that_is_too_long_is_told(web: Web, store: SqliteStore, channel: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("didar.watch.polling.MOST_PAGES", 2)
    clock = ManualClock(START + 20 * 3600)
    feed = open_channel(web, channel, clock)
    watch(store, [feed], parts(web, clock))
    clock.time += 75 * 3600
    watch(store, [feed], parts(web, clock))
    assert rejects(store) == {"gap": 1}
    assert store.feed_states()["khabar"].newest == channel.out(clock.time)[-1].number


def test_a_channel_that_is_not_public(web: Web, store: SqliteStore) -> None:
    address = web.put("t.example.org", "/s/geheim", Reply("<html><body>If you have Telegram, you can contact @geheim</body></html>"))
    feed = Feed(id="geheim", outlet="x", name="x", kind=FeedKind.CHANNEL, address=address)
    watch(store, [feed], parts(web, ManualClock(START)))
    assert "[bad_feed]" in (store.feed_states()["geheim"].fault or "")


# -- when to ask again -------------------------------------------------------------------------------------------------

FAULT: Fault = (Reason.TIMED_OUT, "x")


def test_a_failing_feed_waits_twice_as_long_each_time_up_to_a_day() -> None:
    state, waits = FeedState(feed="a"), []
    for _ in range(12):
        state = after_fault(state, FAULT, now=START, pace=Pace(), random=Random(1))
        waits.append(state.next_due - START)
    assert waits[0] == pytest.approx(1200, rel=0.1)
    assert all(other >= 1.5 * one for one, other in pairwise(waits[:6]))
    assert waits[-1] <= 86_400 * 1.1
    assert (state.fails, state.fault) == (12, "x [timed_out]")
    well = after_answer(state, now=START, pace=Pace(), random=Random(1))
    assert (well.fails, well.fault, well.succeeded) == (0, None, START)


def test_feeds_asked_together_do_not_stay_together() -> None:
    random = Random(1)
    due = {after_answer(FeedState(feed=str(n)), now=START, pace=Pace(), random=random).next_due for n in range(50)}
    assert len(due) == 50
    assert max(due) - min(due) > 60


def test_an_item_is_tried_so_often_and_not_more() -> None:
    item: Item | None = Item(feed="a", key="b")
    tries = 0
    while item is not None:
        item = after_failed_page(item, FAULT, now=START, pace=Pace(), random=Random(1))
        tries += 1
        assert item is None or item.state is ItemState.WAITING
        assert item is None or item.next_try > START
    assert tries == 1 + len(Pace().retries)


def test_nothing_is_tried_again_that_stays_so() -> None:
    for reason in (Reason.FORBIDDEN_BY_ROBOTS, Reason.FORBIDDEN_ADDRESS, Reason.GONE, Reason.TOO_LARGE):
        assert after_failed_page(Item(feed="a", key="b"), (reason, "x"), now=START, pace=Pace(), random=Random(1)) is None


def test_a_feed_that_moves_in_the_table_begins_anew(web: Web, store: SqliteStore, room: Newsroom) -> None:
    """What was learned of the old address (a validator, the newest message) says nothing of the new one."""
    clock = ManualClock(START)
    watch(store, [make_feed(room)], parts(web, clock))
    web.put(HOST, "/new", lambda asked: room.reply("/rss", START, asked.headers))
    watch(store, [make_feed(room, path="/new")], parts(web, clock))
    assert web.paths(HOST)[-1] == "/new"
    assert "if-none-match" not in web.asked[-1].headers


def test_hosts_that_asked_to_be_left_alone_are_left_alone_by_the_next_run(web: Web, store: SqliteStore, room: Newsroom) -> None:
    clock = ManualClock(START)
    web.put(HOST, "/rss", Reply("", 503, {"Retry-After": "7200"}))
    watch(store, [make_feed(room)], parts(web, clock))
    count = len(web.asked)
    clock.time += 3600
    watch(store, [make_feed(room)], parts(web, clock))
    assert len(web.asked) == count
    clock.time += 3700
    watch(store, [make_feed(room)], parts(web, clock))
    assert len(web.asked) > count


def test_robots_files_of_many_hosts_do_not_fill_the_memory(web: Web, store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("didar.fetch.manners.MOST_ORIGINS", 3)
    items = "".join(f"<item><title>x</title><link>{web.url(f'h{n}.example.org', '/x')}</link></item>" for n in range(8))
    for n in range(8):
        web.put(f"h{n}.example.org", "/robots.txt", Reply("# " + "x" * (70_000 if n == 7 else 10)))
    feed = Feed(
        id="many",
        outlet="x",
        name="x",
        kind=FeedKind.RSS,
        address=web.put("m.example.org", "/rss", Reply(f"<rss><channel>{items}</channel></rss>")),
    )
    made = watch(store, [feed], parts(web, ManualClock(START)))
    assert len(made.manners.robots) == 3
    kept = {robots.origin for robots in store.robots_files()}
    assert len(kept) == 8
    assert web.url("h7.example.org", "") not in kept, "one that is very long is not kept"
