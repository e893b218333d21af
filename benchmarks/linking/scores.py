"""Fit the score of a link on stories not learned from: ``python -m benchmarks.linking.scores`` prints the constants of
``generator/linking/grouping.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.linking.collections import collections
from benchmarks.linking.evaluate import FOLDS, stories_of_fold
from benchmarks.linking.readings import weighed
from benchmarks.linking.train import weights_without
from benchmarks.linking.trials import Trial, archives
from generator.linking.grouping import SUPPORTED, grouped
from generator.linking.scoring import Weights

Row = tuple[float, float, int, bool]


def evidence(trial: Trial, weights: Weights) -> Iterator[Row]:
    """For each link its own chance, its group's mean and size, and whether it is right."""
    ids, chances, facts = weighed(trial.archive.entries, weights)
    known = {pair: chance for pair, chance in chances.items() if chance >= SUPPORTED}
    for group in grouped(known, facts, weights.merging):
        inside = [pair for pair in combinations(group, 2) if pair in known]
        mean = sum(known[pair] for pair in inside) / (len(group) * (len(group) - 1) / 2)
        for pair in inside:
            link = frozenset(ids[each] for each in pair)
            if min(link) in trial.unseen:
                yield known[pair], mean, len(group), link in trial.archive.linked


def main() -> None:
    known = collections()
    rows: dict[str, list[Row]] = defaultdict(list)
    for fold in range(FOLDS):
        held = stories_of_fold(known, fold)
        weights = weights_without(known, held)
        for trial in archives(known, held):
            rows[trial.name.split(",")[0]] += evidence(trial, weights)
    own, mean, size, right = np.array([row for kind in rows.values() for row in kind]).T
    weight = np.concatenate([np.full(len(kind), 1000 / len(kind)) for kind in rows.values()])
    odds = [np.log(each / (1 - each)) for each in (np.clip(own, 0.01, 0.99), np.clip(mean, 0.01, 0.99))]
    model = LogisticRegression(C=10)
    model.fit(np.column_stack([*odds, np.log(size / 2)]), right, weight)
    print("BASE, OWN, COMPANY, SIZE =", *model.intercept_.round(2), *model.coef_.round(2)[0])


if __name__ == "__main__":
    main()
