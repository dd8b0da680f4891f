"""Pages: what is extracted from the templates of tests/ against what went in; how fast; from a page's bytes to its entry.

python bench/pages.py [STORIES] [-v]
"""

import json
import statistics
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import pressroom
from didar.edtf import published_day
from didar.gather.pages import read_page
from didar.gathering import PageWorker, page_rules, read_days
from didar.letters import ZWNJ, fold_word
from didar.model import Article
from didar.pack import load_pack
from didar.pack.pages import PageRules
from didar.pipeline import read_article
from didar.recording import Lore, add_article
from didar.store import open_record

DIPLOMATIC = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "diplomatic.jsonl"
WITH_RULES = "with the pack's rules"
AT = "2025-03-01T00:00:00+00:00"


def words(text: str) -> Counter[str]:
    """The folded words of a text."""
    return Counter(fold_word(w) for w in text.split())


def f1(found: str, truth: str) -> float:
    """Word F1 of a text against the one that went in."""
    a, b = words(found), words(truth)
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()) if both else 0.0


def judge(template: str, numbers: Iterable[int], rules: PageRules) -> tuple[list[float], list[str]]:
    """Mean word F1, share of ZWNJ kept, share of right days, pages a second; and what went wrong."""
    stories = [pressroom.make_story(n, zone=pressroom.zone_for(template)) for n in numbers]
    pages = [pressroom.make_page(template, story, heavy=True) for story in stories]
    score, kept, joined, right, wrong = 0.0, 0, 0, 0, []
    for story, page in zip(stories, pages, strict=True):
        found = read_page(page, where=template, rules=rules, read_days=read_days)
        if not isinstance(found, Article):
            wrong.append(f"{template} {story.number}: {found.detail}")
            continue
        value = f1(found.text, story.text)
        score += value
        joined += story.text.count(ZWNJ)
        kept += min(found.text.count(ZWNJ), story.text.count(ZWNJ))
        right += published_day(found.published) == story.at.date()
        if published_day(found.published) != story.at.date() or value < 0.97:
            wrong.append(f"{template} {story.number}: F1 {value:.3f}, {found.published} for {story.at}")
    best = min(_seconds(pages, template, rules) for _ in range(3))
    count = len(stories)
    return [score / count, kept / max(joined, 1), right / count, count / best], wrong


def _seconds(pages: list[bytes], template: str, rules: PageRules) -> float:
    """Processor time: what others do on the machine does not count."""
    start = time.process_time()
    for page in pages:
        read_page(page, where=template, rules=rules, read_days=read_days)
    return time.process_time() - start


def measure_extraction(count: int, *, verbose: bool) -> dict[str, list[float]]:
    """Print the figures of each template; the means by what they were measured with."""
    out: dict[str, list[float]] = {}
    rules = page_rules()
    bare = replace(rules, sites={}, general=())
    print("word F1, ZWNJ kept, publication day right, pages a second on one core (pages of about 100 KB)")
    for name, table in ((WITH_RULES, rules), ("general extractor alone", bare)):
        print(f"\n{name}")
        found = {template: judge(template, range(count), table) for template in pressroom.names()}
        for template, (figures, _) in found.items():
            print(f"  {template:14} {figures[0]:.3f}  {figures[1]:.3f}  {figures[2]:.3f}  {figures[3]:6.0f}")
        mean = [statistics.mean(figures[n] for figures, _ in found.values()) for n in range(3)]
        speed = len(found) / sum(1 / figures[3] for figures, _ in found.values())
        print(f"  {'all':14} {mean[0]:.3f}  {mean[1]:.3f}  {mean[2]:.3f}  {speed:6.0f}")
        out[name] = [*mean, speed]
        if verbose:
            print("\n".join(line for _, wrong in found.values() for line in wrong[:3]))
    return out


def stories() -> Iterator[pressroom.Story]:
    """The diplomatic reports of ../shared as stories; our own where it is missing."""
    if not DIPLOMATIC.exists():
        yield from (pressroom.make_story(n) for n in range(250))
        return
    for number, line in enumerate(DIPLOMATIC.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        made = pressroom.make_story(number)
        lead, *rest = [x for x in row["text"].split("\n") if x.strip()]
        yield replace(made, title=row["title"] or lead, lead=lead, paragraphs=tuple(rest or [lead]))


def measure_entries() -> float:
    """Page bytes → worker → article → reading → record, one by one; the median in milliseconds."""
    pack = load_pack()
    lore, took, entries = Lore.of(pack), [], 0
    names = pressroom.names()
    pages = [pressroom.make_page(names[story.number % len(names)], story, heavy=True) for story in stories()]
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", write=True) as store, PageWorker() as worker:
        worker.read(b"<p>", url=None, content_type=None, where="warm")
        for page in pages:
            start = time.perf_counter()
            for item in worker.read(page, url=None, content_type=None, where="page"):
                if isinstance(item, Article):
                    added = add_article(store, item, read=lambda a: read_article(a, pack=pack), lore=lore, at=AT)
                    entries += len(getattr(added, "entries", ()))
            took.append(time.perf_counter() - start)
    print(f"\nfrom a page's bytes to its entry: {len(pages)} pages, {entries} entries written")
    median = 1000 * statistics.median(took)
    print(f"median {median:.1f} ms, 95 of 100 under {1000 * sorted(took)[int(0.95 * len(took))]:.0f} ms")
    return median


def main() -> int:
    """Print the figures; 1 where a floor is missed."""
    count = next((int(a) for a in sys.argv[1:] if a.isdigit()), 30)
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["pages"]
    missed = []
    for name, figures in measure_extraction(count, verbose="-v" in sys.argv).items():
        speed = "pages_a_second" if name == WITH_RULES else None
        for figure, value in zip(("word_f1", "zwnj_kept", "days_right", speed), figures, strict=True):
            if figure and round(value, 4) < floors[figure]:
                missed.append(f"{name}: {figure} {value:.3f} < {floors[figure]}")
    if (median := measure_entries()) > floors["entry_ms"]:
        missed.append(f"entry_ms {median:.1f} > {floors['entry_ms']}")
    print("below the floors: " + "; ".join(missed) if missed else "all floors reached")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
