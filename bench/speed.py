"""Articles a second on one core, end to end (file to JSON line), over ../shared/corpus/ordinary.jsonl.

python bench/speed.py [ARTICLES.jsonl]
"""

import json
import sys
import time
from pathlib import Path

from didar.gather import read_sources
from didar.model import Article
from didar.pack import load_pack
from didar.pipeline import read_article
from didar.shape import reading_to_dict

ORDINARY = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "ordinary.jsonl"


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ORDINARY
    if not source.exists():
        print(f"no file {source}: nothing to measure on")
        return 0
    start = time.perf_counter()
    pack = load_pack()
    loaded = time.perf_counter()
    count = size = 0
    slowest = (0.0, "")
    for item in read_sources([str(source)]):
        if isinstance(item, Article):
            before = time.perf_counter()
            json.dumps(reading_to_dict(read_article(item, pack=pack)), ensure_ascii=False)
            slowest = max(slowest, (time.perf_counter() - before, item.id))
            count += 1
            size += len(item.text)
    took = time.perf_counter() - loaded
    print(f"pack loaded in {loaded - start:.2f} s")
    print(f"{count} articles, {size:,} characters in {took:.1f} s: {count / took:.0f} articles a second")
    print(f"slowest: {slowest[1]} in {slowest[0]:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
