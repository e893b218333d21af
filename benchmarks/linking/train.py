"""Learn the weights of linking: ``python -m benchmarks.linking.train`` writes ``generator/linking/weights.json``.

Models are fitted on all collections at once, each counting alike whatever its size. Everything that
is reported, and everything a later step learns from, comes from models that have not seen the story
in question (four folds by story).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

from benchmarks.linking.collections import ROOT, Collection, collections
from generator.linking.account import account_of
from generator.linking.agreement import AGREEMENT
from generator.linking.arrays import Floats
from generator.linking.candidates import Pairs, candidates
from generator.linking.index import Index, build_index
from generator.linking.measures import WORDING, measure
from generator.linking.rivals import RIVALRY, rivalry
from generator.linking.weighing import AGAINST, WHEN, Testimony, evidence_of, roundup_pairs

FOLDS = 4
TARGET = ROOT / "generator" / "linking" / "weights.json"
ALONE = (*WORDING, *AGREEMENT, WHEN, AGAINST)
AMONG = (*RIVALRY, *ALONE)

Points = list[list[float]]


@dataclass(frozen=True)
class Prepared:
    """A collection with the measures of its candidate pairs; pairs with a roundup are left out."""

    name: str
    collection: Collection
    index: Index
    pairs: Pairs
    measures: Mapping[str, Floats]
    linked: np.ndarray
    fold: np.ndarray
    weight: float

    @property
    def size(self) -> int:
        return len(self.index)

    def table(self, names: Sequence[str], more: Mapping[str, Floats] | None = None) -> Floats:
        known = {**self.measures, **(more or {})}
        return np.column_stack([known[name] for name in names])

    @property
    def is_timed(self) -> np.ndarray:
        return self.measures[WHEN] == 2


def prepare(collection: Collection) -> Prepared:
    index = build_index(collection.entries)
    pairs = candidates(index)
    testimony = Testimony.of([account_of(entry) for entry in collection.entries])
    measures = evidence_of(index, pairs, measure(index, pairs), testimony)
    single = ~roundup_pairs(pairs, testimony)
    pairs, measures = pairs.where(single), {name: column[single] for name, column in measures.items()}
    ids = [entry.id for entry in collection.entries]
    fold = np.array([zlib.crc32(collection.story[each].encode()) % FOLDS for each in ids])
    linked = np.array([frozenset((ids[a], ids[b])) in collection.linked for a, b in zip(pairs.a, pairs.b, strict=True)])
    return Prepared(collection.name, collection, index, pairs, measures, linked, fold, collection.weight)


def boosted(trees: int, leaves: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=trees,
        learning_rate=0.1,
        max_leaf_nodes=leaves,
        min_samples_leaf=25,
        l2_regularization=5,
        early_stopping=False,
        random_state=0,
    )


WORDING_MODEL, PAIR_MODEL, RIVALS_MODEL = (30, 4), (160, 5), (100, 5)


def fit(
    parts: Sequence[Prepared], tables: Mapping[str, Floats], size: tuple[int, int], without: int | None = None
) -> HistGradientBoostingClassifier:
    """A model of all pairs of ``parts`` but those with a story of the fold ``without``."""
    rows, labels, weights = [], [], []
    for part in parts:
        seen = np.ones(len(part.pairs), dtype=bool)
        if without is not None:
            seen = (part.fold[part.pairs.a] != without) & (part.fold[part.pairs.b] != without)
        rows.append(tables[part.name][seen])
        labels.append(part.linked[seen])
        weights.append(np.full(seen.sum(), 2000 * part.weight / max(part.linked[seen].sum(), 1)))
    return boosted(*size).fit(np.concatenate(rows), np.concatenate(labels), np.concatenate(weights))


def unseen(
    learn: Sequence[Prepared], parts: Sequence[Prepared], tables: Mapping[str, Floats], size: tuple[int, int]
) -> dict[str, Floats]:
    """Log odds of each pair by a model that has not seen its first entry's story."""
    found = {part.name: np.full(len(part.pairs), -8.0) for part in parts}
    for fold in range(FOLDS):
        model = fit(learn, tables, size, fold)
        for part in parts:
            mine = part.fold[part.pairs.a] == fold
            if mine.any():
                found[part.name][mine] = model.decision_function(tables[part.name][mine])
    return found


@dataclass(frozen=True)
class Steps:
    """Log odds of every collection's pairs, alone and among rivals, from models that have not seen their story."""

    alone: dict[str, Floats]
    among: dict[str, Floats]
    again: dict[str, Floats]


def cross_validated(learn: Sequence[Prepared], parts: Sequence[Prepared]) -> Steps:
    alone = unseen(learn, parts, {part.name: part.table(ALONE) for part in parts}, PAIR_MODEL)
    untimed = [part for part in learn if not part.is_timed.all()] or learn
    among = unseen(untimed, parts, rival_tables(parts, alone), RIVALS_MODEL)
    again = unseen(untimed, parts, rival_tables(parts, among), RIVALS_MODEL)
    return Steps(alone, among, again)


def rival_tables(parts: Sequence[Prepared], alone: Mapping[str, Floats]) -> dict[str, Floats]:
    return {
        part.name: part.table(
            AMONG, dict(zip(RIVALRY, rivalry(part.pairs, alone[part.name], part.size).T, strict=True))
        )
        for part in parts
    }


def calibration(log_odds: Sequence[Floats], linked: Sequence[np.ndarray], weight: Sequence[float]) -> Points:
    """Points (log odds said, log odds found), by isotonic regression (Zadrozny & Elkan 2002)."""
    x, y = np.concatenate(log_odds), np.concatenate(linked)
    w = np.concatenate(
        [np.full(len(part), each / max(hit.sum(), 1)) for part, hit, each in zip(log_odds, linked, weight, strict=True)]
    )
    order = np.argsort(x, kind="stable")
    bins = np.array_split(order, 60)
    centre = np.array([np.average(x[each], weights=w[each]) for each in bins])
    rate = np.array([np.average(y[each], weights=w[each]) for each in bins])
    mass = np.array([w[each].sum() for each in bins])
    smooth = IsotonicRegression(y_min=0.002, y_max=0.995).fit(centre, rate, sample_weight=mass).predict(centre)
    points = [[round(float(a), 2), round(float(np.log(b / (1 - b))), 2)] for a, b in zip(centre, smooth, strict=True)]
    return [point for at, point in enumerate(points) if at in (0, len(points) - 1) or point[1] != points[at - 1][1]]


def written(model: HistGradientBoostingClassifier, names: Sequence[str]) -> dict[str, object]:
    """A fitted model as nested questions."""
    trees = [_question(each[0].nodes, 0, names) for each in model._predictors]
    return {"base": round(float(model._baseline_prediction.ravel()[0]), 4), "trees": trees}


def _question(nodes: np.ndarray, at: int, names: Sequence[str]) -> object:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    below, above = (_question(nodes, int(node[side]), names) for side in ("left", "right"))
    return [names[node["feature_idx"]], float(f"{node['num_threshold']:.5g}"), below, above]


def learn(parts: Sequence[Prepared], steps: Steps) -> dict[str, object]:
    """All weights, fitted on everything; calibrated on what the folds had not seen."""
    wording = fit(parts, {part.name: part.table(WORDING) for part in parts}, WORDING_MODEL)
    pair = fit(parts, {part.name: part.table(ALONE) for part in parts}, PAIR_MODEL)
    untimed = [part for part in parts if not part.is_timed.all()]
    rivals = fit(untimed, rival_tables(parts, steps.alone), RIVALS_MODEL)
    again = fit(untimed, rival_tables(parts, steps.among), RIVALS_MODEL)
    return {
        "wording": written(wording, WORDING),
        "pair": written(pair, ALONE),
        "rivals": written(rivals, AMONG),
        "again": written(again, AMONG),
        **dict(zip(("timed", "untimed"), calibrations(parts, steps), strict=True)),
    }


def calibrations(parts: Sequence[Prepared], steps: Steps) -> tuple[Points, Points]:
    """Of pairs timed to the minute, weighed alone, and of all others, weighed among rivals."""
    timed = [part for part in parts if part.is_timed.any()]
    rest = [part for part in parts if not part.is_timed.all()]
    return (
        calibration(
            [steps.alone[part.name][part.is_timed] for part in timed],
            [part.linked[part.is_timed] for part in timed],
            [part.weight for part in timed],
        ),
        calibration(
            [steps.again[part.name] for part in rest],
            [part.linked for part in rest],
            [part.weight for part in rest],
        ),
    )


def save(weights: Mapping[str, object]) -> None:
    """One tree a line, so that a change can be read."""
    lines = ["{"]
    for name, table in weights.items():
        if isinstance(table, dict):
            trees = ",\n".join("  " + json.dumps(tree) for tree in table["trees"])
            lines.append(f' "{name}": {{"base": {table["base"]}, "trees": [\n{trees}\n ]}},')
        else:
            lines.append(f' "{name}": {json.dumps(table)},')
    lines[-1] = lines[-1].rstrip(",")
    TARGET.write_text("\n".join([*lines, "}"]) + "\n", "utf-8")


def main() -> None:
    parts = [prepare(collection) for collection in collections().values()]
    steps = cross_validated(parts, parts)
    save(learn(parts, steps))
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
