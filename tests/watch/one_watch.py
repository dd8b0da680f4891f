"""A watch in a process of its own, to be killed: python one_watch.py RECORD PORT HOST… Loopback is allowed by argument, here only."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from didar.fetch import Allowance, Fetcher
from didar.model import Reading
from didar.recording import Lore
from didar.store import open_record
from didar.watch.loop import SystemClock
from didar.watch.making import Pages, Parts, make_watch
from didar.watched import Feed, FeedKind


def main(record: str, port: str, *hosts: str) -> None:
    allow = Allowance(sockets=frozenset({("127.0.0.1", int(port))}), ports=frozenset({int(port)}))
    fetcher = Fetcher(allow=allow, resolve=lambda host, port: ["127.0.0.1"])
    feeds = tuple(Feed(id=h, outlet=h, name=h, kind=FeedKind.RSS, address=f"http://{h}:{port}/rss") for h in hosts)
    with open_record(Path(record), write=True) as store, Pages() as pages, ThreadPoolExecutor(3) as executor:
        parts = Parts(
            fetcher=fetcher,
            clock=SystemClock(fetcher.stop),
            random=Random(),
            executor=executor,
            pages=pages,
            read=lambda article: Reading(article=article),
            lore=Lore(),
            delay=0.03,
        )
        print("ready", flush=True)
        make_watch(store, feeds, parts).run(once=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
