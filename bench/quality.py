"""Quality on ../shared: the scorer's rows over gold/dev, and false engagements in ordinary news.

python bench/quality.py [--errors N]
"""

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from didar.exports.jsonl import export_jsonl
from didar.gather import read_sources
from didar.model import Article
from didar.pack import Pack, load_pack
from didar.pipeline import read_article
from didar.recording import Lore, add_article
from didar.shape import reading_to_dict
from didar.store import open_record

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "bench" / "floors.toml"

Json = dict[str, Any]


def load_floors() -> Json:
    """The floors as they stand in floors.toml."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def load_scorer(shared: Path = SHARED) -> ModuleType:
    """../shared/score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # its dataclasses and annotations look there
    spec.loader.exec_module(module)
    return module


def read_all(paths: Iterable[Path], *, pack: Pack) -> Iterator[Json]:
    """A reading in its JSON form for each article."""
    for item in read_sources([str(path) for path in paths]):
        if isinstance(item, Article):
            yield reading_to_dict(read_article(item, pack=pack))


def score_gold(readings: Iterable[Json], *, shared: Path = SHARED) -> tuple[dict[str, Json], list[Any]]:
    """Rows over everything and by kind, and the errors."""
    scorer = load_scorer(shared)
    gold = scorer.load(str(shared / "gold" / "dev"))
    total, kinds, errors = scorer.score_all(gold, {r["article"]["id"]: r for r in readings})
    return {**total, **dict(sorted(kinds.items()))}, errors


def false_articles(readings: Iterable[Json], *, shared: Path = SHARED) -> list[str]:
    """Ids of the ordinary articles that report no engagement and were read as if they did."""
    truth = json.loads((shared / "corpus" / "ordinary_truth.json").read_text(encoding="utf-8"))
    known = {*truth["true"], *truth["optional"]}
    return [r["article"]["id"] for r in readings if r["engagements"] and r["article"]["id"] not in known]


def merge_figures(record: Path, *, pack: Pack, shared: Path = SHARED) -> Json:
    """What ../shared/score_merge.py says of a record of gold/merge: precision, recall (B-cubed), found, entries."""
    folder, lore = shared / "gold" / "merge", Lore.of(pack)
    with open_record(record, write=True) as store:
        for article in read_sources([str(folder / "articles.jsonl")]):
            if isinstance(article, Article):
                add_article(store, article, read=lambda a: read_article(a, pack=pack), lore=lore, at="2026-01-01")
    exported = record.with_suffix(".jsonl")
    with open_record(record) as store:
        exported.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in export_jsonl(store)), encoding="utf-8")
    scorer = [sys.executable, str(shared / "score_merge.py"), str(folder / "contacts.json"), str(folder / "articles.jsonl"), str(exported)]
    said = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    numbers = re.search(r"P ([\d.]+) R ([\d.]+).*found \S+ = ([\d.]+); entries \S+ = ([\d.]+)", said)
    assert numbers is not None, said
    return dict(zip(("precision", "recall", "found", "entries"), map(float, numbers.groups()), strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors")
    arguments = parser.parse_args()
    if not SHARED.is_dir():
        print(f"no folder {SHARED}: nothing to measure on")
        return 0
    pack = load_pack()
    rows, errors = score_gold(read_all([SHARED / "gold" / "articles.jsonl"], pack=pack))
    for name, row in rows.items():
        more = " ".join(f"{k}={v:.3f}" for k, v in row.items() if k not in _COLUMNS and v is not None)
        print(f"{name:34s} gold {row['gold']:5d}  P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  {more}")
    for error in errors[: arguments.errors]:
        print("\t".join(error))
    floors = load_floors()
    missed = [
        f"{name} {figure} {rows[name].get(figure) or 0:.3f} < {floor}"
        for name, figures in floors["gold_dev"].items()
        for figure, floor in figures.items()
        if (rows[name].get(figure) or 0) < floor
    ]
    wrong = false_articles(read_all([SHARED / "corpus" / "ordinary.jsonl"], pack=pack))
    print(f"ordinary news: {len(wrong)} articles with an engagement that they do not report (floor {floors['ordinary']['false_articles']})")
    if len(wrong) > floors["ordinary"]["false_articles"]:
        missed.append(f"ordinary false_articles {len(wrong)}")
    with tempfile.TemporaryDirectory() as folder:
        merged = merge_figures(Path(folder) / "m.db", pack=pack)
    print("merging of channel posts: " + " ".join(f"{name} {figure:.3f}" for name, figure in merged.items()))
    missed += [f"merge {name} {merged[name]:.3f} < {floor}" for name, floor in floors["merge"].items() if merged[name] < floor]
    print("below the floors: " + "; ".join(missed) if missed else "all floors reached")
    return 1 if missed else 0


_COLUMNS = ("gold", "found", "wrong", "precision", "recall", "f1")

if __name__ == "__main__":
    sys.exit(main())
