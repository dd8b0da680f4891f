"""Feeds read in the worker process: as in this one, and given up when they take too long."""

from didar.gather.feeds import Listing, read_feed
from didar.gathering import PageWorker
from didar.terms import Reason

URL = "https://news.example.org/rss"
NOW = 1_746_540_000.0
FEED = "<rss><channel><item><title>می‌رود</title><link>/1</link><description>متن</description></item></channel></rss>".encode()


def test_the_worker_reads_as_we_do_and_goes_on_after_a_loss() -> None:
    with PageWorker(budget=20) as worker:
        found = worker.read_feed(FEED, url=URL, content_type=None, now=NOW)
        assert isinstance(found, Listing)
        assert found == read_feed(FEED, url=URL, now=NOW)
        bad = worker.read_feed(b"<html></html>", url=URL, content_type=None, now=NOW)
        assert isinstance(bad, tuple)
        assert bad[0] is Reason.BAD_FEED


def test_a_feed_that_takes_too_long_is_given_up_with_its_worker() -> None:
    slow = b"<rss version='2.0'><channel><item><title>" + b"<b>" * 130_000
    with PageWorker(budget=0.1) as worker:
        found = worker.read_feed(slow, url=URL, content_type=None, now=NOW)
    assert isinstance(found, tuple)
    assert found[0] is Reason.TOO_SLOW
