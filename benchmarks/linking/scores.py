"""Fit the score of a link on stories not seen: ``python -m benchmarks.linking.scores`` prints the constants of
``generator/linking/grouping.py``.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.linking.collections import collections
from benchmarks.linking.evaluate import chances_of, curves
from benchmarks.linking.train import Prepared, cross_validated, prepare
from generator.linking.arrays import Floats
from generator.linking.grouping import SUPPORTED, groups


def evidence(part: Prepared, chances: Floats) -> tuple[Floats, np.ndarray]:
    """For each link its own chance, its group's mean and size; and whether it is right."""
    known = {
        (a, b): chance
        for a, b, chance in zip(part.pairs.a.tolist(), part.pairs.b.tolist(), chances.tolist(), strict=True)
        if chance >= SUPPORTED
    }
    ids = [entry.id for entry in part.collection.entries]
    rows, right = [], []
    for group in groups((a, b, chance) for (a, b), chance in known.items()):
        inside = [pair for pair in combinations(group, 2) if pair in known]
        mean = sum(known[pair] for pair in inside) / (len(group) * (len(group) - 1) / 2)
        rows += [(known[pair], mean, len(group)) for pair in inside]
        right += [frozenset((ids[a], ids[b])) in part.collection.linked for a, b in inside]
    return np.array(rows), np.array(right)


def main() -> None:
    parts = [prepare(collection) for collection in collections().values()]
    steps = cross_validated(parts, parts)
    timed, untimed = curves(parts, steps)
    tables, right, weights = [], [], []
    for part in parts[:5]:
        rows, hit = evidence(part, chances_of(part, steps, timed, untimed))
        tables.append(rows)
        right.append(hit)
        weights.append(np.full(len(hit), 1000 / len(hit)))
    own, mean, size = np.concatenate(tables).T
    odds = [np.log(each / (1 - each)) for each in (np.clip(own, 0.01, 0.99), np.clip(mean, 0.01, 0.99))]
    model = LogisticRegression(C=10).fit(
        np.column_stack([*odds, np.log(size / 2)]), np.concatenate(right), np.concatenate(weights)
    )
    print("OWN, COMPANY, SIZE =", model.coef_.round(2).tolist()[0], "and", model.intercept_.round(2).tolist())


if __name__ == "__main__":
    main()
