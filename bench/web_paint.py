"""How soon the timeline of 20,000 entries is seen: first paint in a real browser, answers of the server at a steady rate.

    python bench/web_paint.py [--entries 20000] [--rate 30] [--seconds 20]

Needs Debian's chromium and the extra `test`. Everything runs on the loopback; the best of several runs counts for the paint.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "web" / "browser")]

PAGES = (
    "/timeline?lang=fa",
    "/timeline?lang=en&kind=meeting",
    "/timeline?lang=fa&party=IRN&party=RUS",
    "/timeline?lang=en&since=2015-01-01&until=2016-01-01",
    "/dossier?one=IRN&other=RUS&lang=fa",
    "/",
    "/audit?lang=en",
    "/statements?by=IRN&lang=fa",
)


def paint(site: str, path: str, *, times: int) -> list[float]:
    """Milliseconds from asking to the first paint with content, each in a browser context of its own."""
    from browsing import Manner, Tabs
    from chromium import open_chromium

    found = []
    with open_chromium() as browser:
        tabs = Tabs(browser, site)
        for _ in range(times):
            tab = tabs.fresh(Manner("fa"))
            page = tab.open(path)
            found.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            page.context.close()
    return found


def filtered(site: str, *, times: int) -> list[float]:
    """Milliseconds from pressing a filter of the timeline until its page is painted."""
    from browsing import Manner, Tabs
    from chromium import open_chromium

    found = []
    with open_chromium() as browser:
        tab = Tabs(browser, site).fresh(Manner("en"))
        for n in range(times):
            page = tab.open("/timeline")
            links = page.locator("main a[href*='kind='][href*='/timeline']:not(svg a), main a[href*='status=']:not(svg a)")
            page.evaluate("performance.clearMarks()")
            links.nth(n % links.count()).click()
            page.wait_for_load_state("load")
            found.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    return found


def answer(site: str, *, rate: float, seconds: float) -> Iterator[tuple[str, list[float]]]:
    """Milliseconds of whole answers by page, asked for at a steady rate, whether or not the ones before have come."""
    took: dict[str, list[float]] = {page: [] for page in PAGES}

    def ask(page: str, due: float) -> None:
        with urlopen(site + page) as got:
            got.read()
        took[page].append((perf_counter() - due) * 1000)

    with ThreadPoolExecutor(32) as pool:
        start = perf_counter()
        for n in range(int(rate * seconds)):
            due = start + n / rate
            sleep(max(0.0, due - perf_counter()))
            pool.submit(ask, PAGES[n % len(PAGES)], perf_counter())
    yield from took.items()


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def timed(what: str, run: Callable[[], list[float]]) -> None:
    values = run()
    print(f"{what:<52} best {min(values):7.0f} ms   median {sorted(values)[len(values) // 2]:7.0f} ms   worst {max(values):7.0f} ms")


def main() -> None:
    from made_record import fill_with_many
    from serving import served

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=20_000)
    asked.add_argument("--rate", type=float, default=30)
    asked.add_argument("--seconds", type=float, default=20)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "many.db"
        fill_with_many(record, options.entries)
        with served(record) as site:
            print(f"{options.entries} entries")
            timed("first paint of /timeline", lambda: paint(site, "/timeline", times=7))
            timed(
                "first paint of a month, a mark for each entry", lambda: paint(site, "/timeline?since=2015-01-01&until=2015-01-31", times=5)
            )
            timed("a filter pressed until its page is painted", lambda: filtered(site, times=9))
            for page, values in answer(site, rate=options.rate, seconds=options.seconds):
                print(f"{page:<52} p95  {p95(values):7.0f} ms   median {sorted(values)[len(values) // 2]:7.0f} ms   n {len(values)}")


if __name__ == "__main__":
    main()
