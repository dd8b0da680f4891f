"""How soon the timeline of 20,000 entries is seen in a real browser: first paint, and a filter pressed. `web.py` asks the server alone.

    python bench/web_paint.py [--entries 20000]

Needs Debian's chromium and the extra `test`. Everything runs on the loopback; what counts is the best of several runs.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "web" / "browser")]

PRESSED = """(n) => new Promise((done) => {
  const old = document.querySelector("#content");
  const boxes = document.querySelectorAll("form.narrow input[type=checkbox]");
  const start = performance.now();
  new MutationObserver((_, watcher) => {
    if (old.isConnected) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }).observe(document.body, { childList: true, subtree: true });
  boxes[n % boxes.length].click();
})"""


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
    """Milliseconds from pressing a filter of the timeline until what it finds is painted; each filter once, so that none is kept."""
    from browsing import Manner, Tabs
    from chromium import open_chromium

    with open_chromium() as browser:
        tab = Tabs(browser, site).fresh(Manner("en"))
        return [tab.open("/timeline").evaluate(PRESSED, n) for n in range(times)]


def timed(what: str, run: Callable[[], list[float]]) -> None:
    values = run()
    print(f"{what:<52} best {min(values):7.0f} ms   median {sorted(values)[len(values) // 2]:7.0f} ms   worst {max(values):7.0f} ms")


def main() -> None:
    from made_record import fill_with_many
    from serving import served

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=20_000)
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


if __name__ == "__main__":
    main()
