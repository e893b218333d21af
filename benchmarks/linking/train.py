"""Learn the weights of linking: ``python -m benchmarks.linking.train`` writes ``generator/linking/weights.json``.

Models are fitted on all kinds of folders at once, each kind counting as much as its weight says,
whatever its size. What a later step learns from comes from models that have not seen the story in
question (four folds by story).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.linking.collections import ROOT, Collection, collections, topic_of
from benchmarks.linking.folders import Group, groups
from benchmarks.linking.readings import account
from generator.linking.agreement import AGREEMENT
from generator.linking.arrays import Floats
from generator.linking.candidates import Pairs, candidates
from generator.linking.commonplace import Pages
from generator.linking.grouping import SUPPORTED
from generator.linking.index import Index, build_index
from generator.linking.linkage import groups as linked_groups
from generator.linking.linkage import ties_of
from generator.linking.measures import WORDING, measure
from generator.linking.merging import MERGING, Groups, Known
from generator.linking.rivals import RIVALRY, rivalry
from generator.linking.scoring import Weights, chance, columns, weights_of
from generator.linking.weighing import (
    AGAINST,
    COMMONPLACE,
    PLAUSIBLE,
    WHEN,
    Testimony,
    believed_on_one_page,
    evidence_of,
    roundup_pairs,
)

FOLDS = 4
TARGET = ROOT / "generator" / "linking" / "weights.json"
PAIR = (*WORDING, *AGREEMENT, WHEN, AGAINST)
AMONG = (*RIVALRY, *PAIR)
RISING = frozenset(
    (
        *("words alike", "words covered", "openings alike", "opening covered", "phrases alike"),
        *("best sentences alike", "first sentences alike", "usually alike", "usually covered"),
        *("usual rarity of names shared", "rare nearby", "rarest nearby", "shared credits", "same figures"),
        *("score", "company in common", "company shared"),
        *(name for name in MERGING if name.startswith(("mean", "greatest", "likely", "farthest"))),
        *(name for name in RIVALRY if name.startswith(("ahead", "above"))),
    )
)
FALLING = frozenset(
    (
        *("names missing", "other people counted", "hours apart", AGAINST),
        *(name for name in RIVALRY if name.startswith("rank")),
    )
)
"""Measures of which more never lowers, and never raises, the chance."""

WORDING_MODEL, PAIR_MODEL, RIVALS_MODEL, MERGING_MODEL = (25, 4), (120, 6), (90, 6), (70, 8)
RATE = 0.15
LEVELS = 60
UNDATED_KINDS = ("leads, undated", "documents", "everything, undated")
"""The folders that teach which groups without dates are one."""

STANDINGS = (0.75, 0.55, 0.4)
"""Means from which groups are joined before it is asked which of them are one."""

PER_LINK, PER_KIND, PER_PAIR = 2000.0, 1000.0, 0.7
"""What the links of a kind of folder weigh together, for the model of wording and for the others; and how fast the
weight of two groups grows with the pairs between them."""


@dataclass(frozen=True)
class Prepared:
    """One folder: measures of its pairs, whether each is linked, and the fold of each; every pair weighs ``weight``."""

    index: Index
    pairs: Pairs
    measures: Mapping[str, Floats]
    linked: np.ndarray
    fold: np.ndarray
    other: np.ndarray
    weight: float
    kind: str = ""
    believed: Floats = field(default_factory=lambda: np.zeros(0))

    def table(self, names: Sequence[str], more: Mapping[str, Floats] | None = None) -> Floats:
        known = {**self.measures, **(more or {})}
        return np.column_stack([known[name] for name in names])


class Boosted:
    """Gradient boosted trees; what makes entries more alike never lowers the chance, objections never raise it."""

    def __init__(self, names: Sequence[str], trees: int, leaves: int) -> None:
        self.names = names
        self.model = HistGradientBoostingClassifier(
            max_iter=trees,
            learning_rate=RATE,
            max_leaf_nodes=leaves,
            min_samples_leaf=25,
            l2_regularization=5,
            early_stopping=False,
            max_bins=LEVELS,
            monotonic_cst=[(name in RISING) - (name in FALLING) for name in names],
            random_state=0,
        )

    def fit(self, tables: Sequence[Floats], parts: Sequence[Prepared], without: int | None = None) -> Boosted:
        seen = [_seen(part, without) for part in parts]
        rows = np.concatenate([table[mine] for table, mine in zip(tables, seen, strict=True)])
        labels = np.concatenate([part.linked[mine] for part, mine in zip(parts, seen, strict=True)])
        weights = np.concatenate([np.full(mine.sum(), part.weight) for part, mine in zip(parts, seen, strict=True)])
        return self.fit_rows(rows, labels, weights)

    def fit_rows(self, rows: Floats, labels: np.ndarray, weights: Floats) -> Boosted:
        self.model.fit(_levelled(rows), labels, weights)
        return self

    def log_odds(self, table: Floats) -> Floats:
        return self.model.decision_function(table) if len(table) else np.zeros(0)

    def written(self) -> dict[str, Any]:
        """The model as nested questions."""
        trees = [_question(each[0].nodes, 0, self.names) for each in self.model._predictors]
        return {"base": round(float(self.model._baseline_prediction.ravel()[0]), 4), "trees": trees}


def _levelled(rows: Floats) -> Floats:
    """Each column in at most ``LEVELS`` values, so that questions fall midway between two of them."""
    columns = []
    for column in rows.T:
        levels = np.unique(np.quantile(column, np.linspace(0, 1, LEVELS), method="nearest"))
        columns.append(levels[np.searchsorted((levels[1:] + levels[:-1]) / 2, column)])
    return np.column_stack(columns)


def _seen(part: Prepared, without: int | None) -> np.ndarray:
    return np.ones(len(part.pairs), dtype=bool) if without is None else (part.fold != without) & (part.other != without)


def _question(nodes: np.ndarray, at: int, names: Sequence[str]) -> object:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    below, above = (_question(nodes, int(node[side]), names) for side in ("left", "right"))
    return [names[node["feature_idx"]], float(f"{node['num_threshold']:.5g}"), below, above]


@dataclass(frozen=True)
class _Worded:
    folder: Collection
    index: Index
    pairs: Pairs
    wording: Floats
    linked: np.ndarray


def _worded(folder: Collection) -> _Worded:
    index = build_index(folder.entries)
    pairs = candidates(index)
    return _Worded(folder, index, pairs, measure(index, pairs), _linked(folder, pairs))


def _linked(folder: Collection, pairs: Pairs) -> np.ndarray:
    ids = [entry.id for entry in folder.entries]
    linked = (frozenset((ids[a], ids[b])) in folder.linked for a, b in zip(pairs.a, pairs.b, strict=True))
    return np.fromiter(linked, bool, len(pairs))


def _prepared(worded: _Worded, keep: np.ndarray) -> Prepared:
    """The pairs of ``worded`` to ``keep``, but those with a roundup, with everything measured."""
    folder, index = worded.folder, worded.index
    testimony = Testimony.of(list(map(account, folder.entries)))
    pairs, measures = evidence_of(index, worded.pairs.where(keep), worded.wording[keep], testimony)
    single = ~roundup_pairs(pairs, testimony)
    pairs, measures = pairs.where(single), {name: column[single] for name, column in measures.items()}
    believed = believed_on_one_page(pairs, measures, testimony)
    believed[Pages.of(index, testimony.grounds.page).share_commonplaces(pairs)] *= COMMONPLACE
    fold = np.array([fold_of(folder.story[entry.id]) for entry in folder.entries], dtype=np.int64)
    return Prepared(
        index, pairs, measures, _linked(folder, pairs), fold[pairs.a], fold[pairs.b], 1.0, believed=believed
    )


def fold_of(story: str) -> int:
    return zlib.crc32(topic_of(story).encode()) % FOLDS


def unseen(
    names: Sequence[str], size: tuple[int, int], tables: Sequence[Floats], parts: Sequence[Prepared]
) -> list[Floats]:
    """Log odds of each pair by a model that has not seen the story of its first entry."""
    found = [np.zeros(len(part.pairs)) for part in parts]
    for fold in range(FOLDS):
        model = Boosted(names, *size).fit(tables, parts, fold)
        for odds, table, part in zip(found, tables, parts, strict=True):
            mine = part.fold == fold
            odds[mine] = model.log_odds(table[mine])
    return found


def among_rivals(parts: Sequence[Prepared], log_odds: Sequence[Floats]) -> list[Floats]:
    return [
        part.table(AMONG, columns(RIVALRY, rivalry(part.pairs, odds, len(part.index))))
        for part, odds in zip(parts, log_odds, strict=True)
    ]


def learned(known: Mapping[str, Collection], held: frozenset[str] = frozenset()) -> dict[str, Any]:
    """All weights, from all stories but those ``held``."""
    made = [(group, [_worded(folder) for folder in group.folders]) for group in groups(known, held)]
    wording, parts = _wording(made)
    table = [part.table(PAIR) for part in parts]
    among = among_rivals(parts, unseen(PAIR, PAIR_MODEL, table, parts))
    again = among_rivals(parts, unseen(AMONG, RIVALS_MODEL, among, parts))
    standing = unseen(AMONG, RIVALS_MODEL, again, parts)
    return {
        "wording": wording.written(),
        "pair": Boosted(PAIR, *PAIR_MODEL).fit(table, parts).written(),
        "rivals": Boosted(AMONG, *RIVALS_MODEL).fit(among, parts).written(),
        "again": Boosted(AMONG, *RIVALS_MODEL).fit(again, parts).written(),
        "merging": _merging(parts, standing).written(),
    }


def _merging(parts: Sequence[Prepared], log_odds: Sequence[Floats]) -> Boosted:
    """The model that weighs two groups without dates: both are one as far as the pairs between them are links.

    Each kind of folder counts alike, two groups as the root of their pairs and a bit more.
    """
    rows, shares, weights = [], [], []
    for kind in UNDATED_KINDS:
        tables = [_of_groups(part, odds) for part, odds in zip(parts, log_odds, strict=True) if part.kind == kind]
        if not tables:
            continue
        table, share, pairs = (np.concatenate(each) for each in zip(*tables, strict=True))
        weight = pairs**PER_PAIR
        rows.append(table)
        shares.append(share)
        weights.append(weight * (PER_KIND / max(float(weight @ share), 1.0)))
    table, share, weight = np.concatenate(rows), np.concatenate(shares), np.concatenate(weights)
    labels = np.repeat((True, False), len(table))
    counts = np.concatenate((weight * share, weight * (1 - share)))
    some = counts > 0
    return Boosted(MERGING, *MERGING_MODEL).fit_rows(np.tile(table, (2, 1))[some], labels[some], counts[some])


def _of_groups(part: Prepared, log_odds: Floats) -> tuple[Floats, Floats, Floats]:
    """For groups of ``part`` near each other: measures, the share of their pairs that are links, and how many pairs."""
    chances = chance(log_odds) * part.believed
    triples = zip(part.pairs.a.tolist(), part.pairs.b.tolist(), chances.tolist(), strict=True)
    ties = [each for each in triples if each[2] >= SUPPORTED]
    links = set(zip(part.pairs.a[part.linked].tolist(), part.pairs.b[part.linked].tolist(), strict=True))
    known, entries = Known.of(part.index), ties_of(ties)
    rows, shares, counts = [np.zeros((0, len(MERGING)))], [0.0][:0], [0.0][:0]
    for least in STANDINGS:
        standing = Groups.of(linked_groups(ties, least), entries, known)
        near = standing.near()
        rows.append(standing.measures(near))
        for a, b in near:
            between = [(x, y) if x < y else (y, x) for x in standing.members[a] for y in standing.members[b]]
            shares.append(sum(pair in links for pair in between) / len(between))
            counts.append(float(len(between)))
    return np.concatenate(rows), np.array(shares), np.array(counts)


def _wording(made: Sequence[tuple[Group, list[_Worded]]]) -> tuple[Boosted, list[Prepared]]:
    """The model that looks at words alone, and the pairs that it finds plausible."""
    each = [(one, PER_LINK * group.weight / _links(folders)) for group, folders in made for one in folders]
    bare = [
        Prepared(one.index, one.pairs, {}, one.linked, one.pairs.a, one.pairs.b, weight, "") for one, weight in each
    ]
    model = Boosted(WORDING, *WORDING_MODEL).fit([one.wording for one, _ in each], bare)
    parts: list[Prepared] = []
    for group, folders in made:
        some = [(one, model.log_odds(one.wording) >= PLAUSIBLE) for one in folders if len(one.pairs)]
        own = [replace(_prepared(one, keep), kind=group.name) for one, keep in some]
        weight = _weight(group, own)
        parts += [replace(part, weight=weight) for part in own if len(part.pairs)]
    return model, parts


def _links(parts: Sequence[_Worded | Prepared]) -> int:
    return max(sum(int(part.linked.sum()) for part in parts), 1)


def _weight(group: Group, parts: Sequence[Prepared]) -> float:
    """What each pair weighs: between counting kinds alike by their links, and alike by all their pairs."""
    links, pairs = _links(parts), sum(len(part.pairs) for part in parts)
    return PER_KIND * group.weight / (links if group.is_few else np.sqrt(links * pairs))


def weights_without(known: Mapping[str, Collection], held: frozenset[str]) -> Weights:
    """The weights that stories other than ``held`` teach."""
    return weights_of(json.loads(json.dumps(learned(known, held))))


def save(weights: Mapping[str, Any]) -> None:
    """One tree a line, so that a change can be read."""
    lines = ["{"]
    for name, table in weights.items():
        trees = ",\n".join("  " + json.dumps(tree) for tree in table["trees"])
        lines.append(f' "{name}": {{"base": {table["base"]}, "trees": [\n{trees}\n ]}},')
    lines[-1] = lines[-1].rstrip(",")
    TARGET.write_text("\n".join([*lines, "}"]) + "\n", "utf-8")


def main() -> None:
    save(learned(collections()))
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
