"""Pages: what is extracted from the templates of tests/ against what went in, and how fast.

python bench/pages.py [STORIES]
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import pressroom
from didar.edtf import published_day
from didar.gather.pages import read_page
from didar.gathering import page_rules, read_days
from didar.letters import ZWNJ, fold_word
from didar.model import Article
from didar.pack.pages import PageRules


def words(text: str) -> Counter[str]:
    return Counter(fold_word(w) for w in text.split())


def f1(found: str, truth: str) -> float:
    """Word F1 of a text against the one that went in."""
    a, b = words(found), words(truth)
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()) if both else 0.0


def judge(template: str, numbers: Iterable[int], rules: PageRules) -> tuple[float, float, float, float, list[str]]:
    """Mean word F1, share of ZWNJ kept, share of right days, pages a second; what went wrong."""
    zone = pressroom.zone_for(template)
    stories = [pressroom.make_story(n, zone=zone) for n in numbers]
    pages = [pressroom.make_page(template, story) for story in stories]
    score, kept, joined, right, wrong = 0.0, 0, 0, 0, []
    best = 9.9
    for story, page in zip(stories, pages, strict=True):
        found = read_page(page, where=template, rules=rules, read_days=read_days)
        if not isinstance(found, Article):
            wrong.append(f"{template} {story.number}: {found.detail}")
            continue
        value = f1(found.text, story.text)
        score += value
        joined += story.text.count(ZWNJ)
        kept += min(found.text.count(ZWNJ), story.text.count(ZWNJ))
        day = published_day(found.published)
        right += day == story.at.date()
        if day != story.at.date() or value < 0.97 or found.title != story.title:
            told = f"{found.published} for {story.at}, «{found.title}» for «{story.title}»"
            wrong.append(f"{template} {story.number}: F1 {value:.3f}, {told}")
    for _ in range(3):
        start = time.perf_counter()
        for page in pages:
            read_page(page, where=template, rules=rules, read_days=read_days)
        best = min(best, (time.perf_counter() - start) / len(pages))
    count = len(stories)
    return score / count, kept / max(joined, 1), right / count, 1 / best, wrong


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 30
    rules = page_rules()
    bare = replace(rules, sites={}, general=())
    print("word F1, ZWNJ kept, publication day right, pages a second on one core")
    missed: list[str] = []
    for name, table in (("with the pack's rules", rules), ("general extractor alone", bare)):
        print(f"\n{name}")
        totals = [0.0] * 4
        for template in pressroom.names():
            *figures, wrong = judge(template, range(count), table)
            totals = [a + b for a, b in zip(totals, figures, strict=True)]
            print(f"  {template:14} {figures[0]:.3f}  {figures[1]:.3f}  {figures[2]:.3f}  {figures[3]:6.0f}")
            missed += wrong[:2]
        mean = [t / len(pressroom.names()) for t in totals]
        print(f"  {'all':14} {mean[0]:.3f}  {mean[1]:.3f}  {mean[2]:.3f}  {mean[3]:6.0f}")
    if "-v" in sys.argv:
        print("\n".join(missed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
