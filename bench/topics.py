"""Learn the weights of engagement topics from gold, and show how well they hold: python bench/topics.py [--write]

Ridge logistic regression over what `assemble.topics.topic_features` sees, one case a topic of a matched engagement to which gold
gives topics; cross-validated in eight folds by article. Without --write nothing is changed. Needs ../shared and numpy (extra bench).
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
TABLE = HERE.parent / "src/didar/packs/fa/lexicon/topic_weights.tsv"
FOLDS, STEPS, RIDGE, NAMED, SHIFT = 8, 12, 0.15, 1.45, 0.06  # NAMED: what a topic of gold weighs; SHIFT: added to the bias

sys.path.insert(0, str(SHARED))

from didar import load_pack, read_article, reading_to_dict  # noqa: E402
from didar.assemble import engagements  # noqa: E402
from didar.assemble.topics import topic_features  # noqa: E402
from didar.shape import article_from_dict  # noqa: E402

Case = tuple[str, set[str], list[tuple[str, dict[str, float]]]]


def collect() -> list[Case]:
    """(article, gold's topics, features of each topic) of every matched engagement with topics in gold."""
    import score

    pack, out = load_pack(), []
    plain = engagements.find_engagement_topics
    for id_, gold in score.load(str(SHARED / "gold/dev")).items():
        seen: list[list[tuple[str, dict[str, float]]]] = []

        def look(scene: Any, seen: Any = seen, **more: Any) -> tuple[str, ...]:
            seen.append(list(topic_features(scene, **more)))
            return plain(scene, **more)

        engagements.find_engagement_topics = look  # type: ignore[assignment]
        try:
            row = reading_to_dict(read_article(article_from_dict(gold["article"]), pack=pack))
        finally:
            engagements.find_engagement_topics = plain
        out += [(id_, set(g["topics"]), seen[j]) for g, j in _matched(score, gold, row) if g.get("topics") and not g.get("optional")]
    return out


def _matched(score: Any, gold: Any, row: Any) -> list[tuple[Any, int]]:
    def fits(g: Any, p: Any) -> float | None:
        j = score.jaccard(g["parties"], p["parties"])
        return None if g["kind"] != p["kind"] or j < 0.5 else j + 2 * score.date_right(g, p) + (not g.get("optional"))

    pairs, _, _ = score.pair_up(gold["engagements"], row["engagements"], fits)
    return [(gold["engagements"][i], j) for i, j in pairs]


def table(cases: list[Case], names: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Features, one row a topic, and whether gold gives it."""
    rows = [(features, topic in topics) for _, topics, every in cases for topic, features in every]
    x = np.zeros((len(rows), len(names)))
    for n, (features, _) in enumerate(rows):
        for name, value in features.items():
            if name in names:
                x[n, names[name]] = value
    return x, np.array([right for _, right in rows], float)


def fit(x: np.ndarray, y: np.ndarray, bias: int) -> np.ndarray:
    """Newton's method; the bias is hardly pulled."""
    pull = np.full(x.shape[1], RIDGE)
    pull[bias] = 1e-3
    weights, heavy = np.zeros(x.shape[1]), np.where(y > 0, NAMED, 1.0)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (heavy * (p - y)) + pull * weights
        weights -= np.linalg.solve((x * (heavy * p * (1 - p))[:, None]).T @ x + np.diag(pull), slope)
    weights[bias] += SHIFT
    return weights


def share(y: np.ndarray, scores: np.ndarray) -> str:
    found = scores > 0
    return f"recall {(y * found).sum() / y.sum():.3f}, precision {(y * found).sum() / found.sum():.3f}"


def main() -> int:
    cases = collect()
    names: dict[str, int] = {}
    for _, _, every in cases:
        for _, features in every:
            for name in features:
                names.setdefault(name, len(names))
    x, y = table(cases, names)
    ids = {id_: n % FOLDS for n, id_ in enumerate(sorted({c[0] for c in cases}))}
    fold = np.array([ids[id_] for id_, _, every in cases for _ in every])
    scores = np.zeros(len(y))
    for k in range(FOLDS):
        scores[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], names["bias"])
    weights = fit(x, y, names["bias"])
    print(f"{len(cases)} engagements, {int(y.sum())} topics; learned on all: {share(y, x @ weights)}; cross-validated: {share(y, scores)}")
    if "--write" in sys.argv:
        rows = sorted((name, weights[n]) for name, n in names.items() if abs(weights[n]) >= 0.005)
        TABLE.write_text("feature\tweight\tsource\n" + "".join(f"{n}\t{w:.3f}\tdidar-lexicon\n" for n, w in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
