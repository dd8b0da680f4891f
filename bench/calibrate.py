"""Learn the weights of confidence from gold, and show how well they hold: python bench/calibrate.py [--write]

Cross-validated in six folds by article. Without --write nothing is changed. Needs ../shared.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
TABLE = HERE.parent / "src/didar/packs/fa/lexicon/confidence.tsv"
FOLDS, STEPS, RATE, RIDGE = 6, 400, 0.5, 0.02

sys.path.insert(0, str(SHARED))

from didar import load_pack, read_article, reading_to_dict  # noqa: E402
from didar.assemble.confidence import confidence, engagement_features, holding_features, statement_features  # noqa: E402
from didar.shape import article_from_dict  # noqa: E402

Case = tuple[str, list[str], bool]


def collect() -> dict[str, list[Case]]:
    """(article, features, right?) of every fact that gold decides on."""
    import score

    pack = load_pack()
    cases: dict[str, list[Case]] = defaultdict(list)
    for id_, gold in score.load(str(SHARED / "gold/dev")).items():
        reading = read_article(article_from_dict(gold["article"]), pack=pack)
        row, text = reading_to_dict(reading), score.Text(gold["article"]["text"])
        for fact, right in _engagements(score, gold, row):
            cases["engagement"].append((id_, engagement_features(reading.engagements[fact]), right))
        for fact, right in _statements(score, gold, row, text):
            cases["statement"].append((id_, statement_features(reading.statements[fact]), right))
        for fact, right in _offices(score, gold, row):
            cases["office"].append((id_, holding_features(reading.offices[fact]), right))
    return cases


def _engagements(score, gold, row):  # type: ignore[no-untyped-def]
    def fits(g, p):  # type: ignore[no-untyped-def]
        j = score.jaccard(g["parties"], p["parties"])
        return None if g["kind"] != p["kind"] or j < 0.5 else j + (not g.get("optional"))

    pairs, _, found = score.pair_up(gold["engagements"], row["engagements"], fits)
    optional = {j for i, j in pairs if gold["engagements"][i].get("optional")}
    return [(j, j in found) for j in range(len(row["engagements"])) if j not in optional]


def _statements(score, gold, row, text):  # type: ignore[no-untyped-def]
    spans = [text.locate(g["anchor"]) for g in gold["statements"]]

    def fits(i, p):  # type: ignore[no-untyped-def]
        at, span = spans[i], tuple(p["span"])
        if not at or score.overlap(at, span) < 0.5 * (at[1] - at[0]) or not score.within(span, text.around(at, 1)):
            return None
        return score.overlap(at, span) / (at[1] - at[0])

    pairs, _, found = score.pair_up(range(len(spans)), row["statements"], fits)
    out = []
    for i, j in pairs:
        g, p = gold["statements"][i], row["statements"][j]
        if not g.get("optional"):
            out.append((j, len(score.pair_actors(g["speakers"], p["speakers"])) == len(g["speakers"]) == len(p["speakers"])))
    touched = [s for s in spans if s]
    out += [
        (j, False)
        for j, p in enumerate(row["statements"])
        if j not in found and not any(score.overlap(s, tuple(p["span"])) for s in touched)
    ]
    return out


def _offices(score, gold, row):  # type: ignore[no-untyped-def]
    def fits(g, p):  # type: ignore[no-untyped-def]
        return 1 if score.names_agree(g.get("name"), p.get("name")) and g["office"] == p["office"] and g["party"] == p["party"] else None

    _, _, found = score.pair_up(gold["offices"], row["offices"], fits)
    return [(j, j in found) for j in range(len(row["offices"]))]


def fit(cases: list[Case]) -> dict[str, float]:
    """Ridge logistic regression by gradient descent."""
    weights: dict[str, float] = defaultdict(float)
    for _ in range(STEPS):
        slope: dict[str, float] = defaultdict(float)
        for _, features, right in cases:
            miss = right - confidence(features, weights)
            for feature in features:
                slope[feature] += miss
        for feature, value in slope.items():
            pull = 0.0 if feature == "bias" else RIDGE * weights[feature]
            weights[feature] += RATE * (10 * value / len(cases) - pull)
    return dict(weights)


def reliability(cases: list[Case]) -> list[tuple[str, int, float, float]]:
    """(band, facts, mean confidence, share right), each fact rated by weights learned without its article."""
    ids = sorted({id_ for id_, _, _ in cases})
    fold = {id_: n % FOLDS for n, id_ in enumerate(ids)}
    rated: list[tuple[float, bool]] = []
    for k in range(FOLDS):
        weights = fit([c for c in cases if fold[c[0]] != k])
        rated += [(confidence(f, weights), right) for id_, f, right in cases if fold[id_] == k]
    bands = [(0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)]
    out = []
    for low, high in bands:
        here = [(c, r) for c, r in rated if low <= c < high]
        if here:
            out.append(
                (f"{low:.2f}-{min(high, 1):.2f}", len(here), sum(c for c, _ in here) / len(here), sum(r for _, r in here) / len(here))
            )
    return out


def main() -> int:
    if not SHARED.exists():
        print("bench/calibrate.py: ../shared is missing; nothing to learn from", file=sys.stderr)
        return 0
    cases = collect()
    rows = []
    for fact, known in cases.items():
        print(f"\n{fact}: {len(known)} facts\n| confidence | facts | mean | right |\n|---|---|---|---|")
        for band, n, mean, right in reliability(known):
            print(f"| {band} | {n} | {mean:.2f} | {right:.2f} |")
        rows += [(fact, feature, f"{weight:.3f}") for feature, weight in sorted(fit(known).items()) if abs(weight) >= 0.005]
    if "--write" in sys.argv:
        TABLE.write_text(
            "fact\tfeature\tweight\tsource\n" + "".join("\t".join((*r, "didar-lexicon")) + "\n" for r in rows), encoding="utf-8"
        )
        print(json.dumps({"written": str(TABLE.name), "rows": len(rows)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
