"""How sure a fact is: a small logistic model over what the fact itself shows. Its weights are a table of the pack.

`bench/calibrate.py` learns the weights from gold and reports, cross-validated by article, how often facts of each
confidence are right (docs/quality.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from didar.model import Engagement, Holding, Reading, Statement, Why
from didar.terms import DateBasis

Weights = Mapping[str, Mapping[str, float]]


def rate_reading(reading: Reading, *, weights: Weights) -> Reading:
    """The reading with a confidence on every engagement, statement and office holding."""
    return replace(
        reading,
        engagements=tuple(replace(e, why=_rated(e.why, engagement_features(e), weights, "engagement")) for e in reading.engagements),
        statements=tuple(replace(s, why=_rated(s.why, statement_features(s), weights, "statement")) for s in reading.statements),
        offices=tuple(replace(h, why=_rated(h.why, holding_features(h), weights, "office")) for h in reading.offices),
    )


def _rated(why: Why | None, features: Sequence[str], weights: Weights, fact: str) -> Why | None:
    table = weights.get(fact)
    return replace(why, confidence=confidence(features, table)) if why and table else why


def confidence(features: Sequence[str], table: Mapping[str, float]) -> float:
    """0 to 1: the logistic of the summed weights of the features."""
    return 1 / (1 + exp(-sum(table.get(feature, 0.0) for feature in features)))


def engagement_features(e: Engagement) -> list[str]:
    """What an engagement shows: its pattern and status, how many are named, whether day and place are told."""
    named = sum(p.actor.name is not None for p in e.participants)
    features = ["bias", f"pattern={e.why.pattern if e.why else ''}", f"status={e.status}", f"named={min(named, 3)}"]
    features += [f"people={min(len(e.participants), 3)}", f"told={min(len(e.evidence), 4)}", f"parties={min(len(e.parties), 4)}"]
    if e.date_basis in (DateBasis.STATED, DateBasis.COMPUTED):
        features.append("day told")
    if e.place:
        features.append("place told")
    return features


def statement_features(s: Statement) -> list[str]:
    """What a statement shows: its pattern and act, whether it is direct, what is known of the speaker, how long it is."""
    features = [
        "bias",
        f"pattern={s.why.pattern if s.why else ''}",
        f"act={s.act}",
        f"direct={s.direct}",
        f"speakers={min(len(s.speakers), 3)}",
    ]
    first = s.speakers[0]
    features += [f"speaker named={first.name is not None}", f"speaker office={first.office is not None}"]
    features.append(f"length={min((s.span[1] - s.span[0]) // 60, 5)}")
    return features


def holding_features(h: Holding) -> list[str]:
    """What an office holding shows: the office, and whether the text says the party."""
    actor = h.actor
    return ["bias", f"office={actor.office}", f"known={actor.id is not None}", f"words={min(len((actor.name or '').split()), 4)}"] + (
        list(h.why.flags) if h.why else []
    )
