"""Time expressions: speed against parstdex and dateparser in one run, as ratios. Exit 1 where a floor is missed.

python bench/dates.py [ARTICLES.jsonl]

The peers read the same texts, each in the way its own documents show (parstdex a sentence at a time: it is faster so). Ours is counted
twice: the stage alone, on the tokens that every other stage needs as well, and the public function from text to values.
A peer that is not installed is left out.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from didar.analyse import analyse
from didar.clean import clean_text
from didar.dates import default_times, find_dates
from didar.days import resolve_date
from didar.mention.dates import find_dates as find_mentions
from didar.model import Analysis

ORDINARY = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "ordinary.jsonl"
SAMPLES = Path(__file__).resolve().parents[1] / "src" / "didar" / "samples"
FLOORS = {"parstdex": 200, "dateparser": 30}
SIZE = 2000  # characters of one article, for the figures
TEXTS = {"ours": 600, "dateparser": 120, "parstdex": 24}
ROUNDS = 3


def read_texts(source: Path) -> list[str]:
    """The texts of a JSONL of articles; without one, the sample reports that we ship."""
    if source.exists():
        return [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines()]
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".txt", ".jsonl", ".html")]


def some(texts: list[str], count: int) -> list[str]:
    """An even subsample."""
    return texts[:: max(1, len(texts) // count)][:count]


def speed_of(work: Callable[[Any], object], items: list[Any], size: int) -> float:
    """Articles of SIZE characters in a second of this process's time, in the best of some rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for item in items:
            work(item)
        best = max(best, size / SIZE / (time.process_time() - start))
    return best


def measure_ours(texts: list[str]) -> tuple[float, float]:
    """(the stage on tokens with resolution, the public function on text)."""
    times = default_times()
    analyses = [analyse(clean_text(t), is_verb=lambda _: False, is_noise=lambda _: False) for t in texts]

    def stage(analysis: Analysis) -> None:
        for mention in find_mentions(analysis, times=times):
            resolve_date(mention, anchor=None)

    size = sum(map(len, texts))
    return speed_of(stage, analyses, size), speed_of(lambda t: find_dates(t, "2025-02-25"), texts, size)


def measure_parstdex(texts: list[str]) -> float | None:
    try:
        from parstdex import Parstdex  # type: ignore[import-not-found]
    except ImportError:
        return None
    model = Parstdex()
    sentences = [s for t in texts for s in t.replace("\n", ".").split(".") if s.strip()]

    def work(sentence: str) -> object:
        try:
            return model.extract_span(sentence)
        except Exception:  # a peer's fault on one sentence must not end the comparison
            return None

    return speed_of(work, sentences, sum(map(len, texts)))


def measure_dateparser(texts: list[str]) -> float | None:
    try:
        from dateparser.search import search_dates  # type: ignore[import-not-found]
    except ImportError:
        return None
    return speed_of(lambda t: search_dates(t, languages=["fa"]), texts, sum(map(len, texts)))


def main() -> int:
    texts = read_texts(Path(sys.argv[1]) if len(sys.argv) > 1 else ORDINARY)
    if not texts:
        print("no texts: nothing to measure on")
        return 0
    ours, public = measure_ours(some(texts, TEXTS["ours"]))
    print(f"articles of {SIZE} characters a second, one core")
    print(f"{'didar, stage on tokens':28}{ours:10.0f}")
    print(f"{'didar, text to values':28}{public:10.0f}")
    missed = 0
    for name, measure in (("dateparser", measure_dateparser), ("parstdex", measure_parstdex)):
        peer = measure(some(texts, TEXTS[name]))
        if peer is None:
            print(f"{name:28}{'not installed':>14}")
            continue
        ratio = public / peer
        verdict = "" if ratio >= FLOORS[name] else f"  below the floor of {FLOORS[name]}"
        missed += ratio < FLOORS[name]
        print(f"{name:28}{peer:10.1f}   didar is {ratio:.0f} times as fast from text to values ({ours / peer:.0f} the stage){verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
