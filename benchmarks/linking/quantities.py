"""Fit the weights of ``linking/figures/likeness.py``: ``python -m benchmarks.linking.quantities`` prints them.

Every two comparable figures of two linked reports are an example, right if a person noted the two as a
difference. Logistic regression with a ridge penalty; examples that recur in copies of one report count less.
Checked on happenings left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linking.collections import PAIRS
from generator.linking.account import account_of
from generator.linking.figures import Quantity, differences, likeness
from generator.linking.figures.alignment import comparisons
from generator.writing.rows import entry_from_row
from tests.linking.quantities import beside, value_of

_LINKED = ("copy", "updates", "shares_source", "corroborates")
_SETS = ("first", "second")
_FOLDS, _RIDGE, _STEPS, _LEAST, _RECURRING = 8, 1.0, 30, 4, 0.6

_TOLD = 0.15

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Report:
    """Two linked reports of a happening, and the pairs of values that a person noted."""

    happening: str
    a: tuple[Quantity, ...]
    b: tuple[Quantity, ...]
    differing: frozenset[tuple[float | str, float | str]]


@dataclass(frozen=True)
class Example:
    """Two figures that may be of one quantity, what speaks for and against it, and whether they are."""

    happening: str
    a: Quantity
    b: Quantity
    signs: tuple[str, ...]
    is_right: bool

    @property
    def key(self) -> tuple[str, ...]:
        return (self.happening, self.a.kind, self.a.printed, self.b.kind, self.b.printed)


def main() -> None:
    reports = [*_of_folders(), *_of_sets()]
    examples = list(_examples(reports))
    happenings = sorted({report.happening for report in reports})
    folds = [frozenset(happenings[at::_FOLDS]) for at in range(_FOLDS)]
    counts = [
        _tried(reports, fold, fitted([each for each in examples if each.happening not in fold])) for fold in folds
    ]
    right, shown, noted = map(sum, zip(*counts, strict=True))
    print(f"left out: {right / shown:.2f} of {shown} shown are right, {right / noted:.2f} of {noted} noted are found")
    for name, weight in sorted(fitted(examples).items()):
        if abs(weight) >= _TOLD:
            print(f"{weight:5.1f}  {name}")


def _of_folders() -> Iterator[Report]:
    for folder in sorted(path for path in PAIRS.iterdir() if path.is_dir()):
        read = {row["id"]: account_of(entry_from_row(row)).figures for row in _rows(folder / "entries.jsonl")}
        for pair in _rows(folder / "pairs.jsonl"):
            if pair["relation"] in _LINKED:
                noted = frozenset((value_of(row["a"]), value_of(row["b"])) for row in pair["figures"])
                yield Report(pair["a"].rpartition("-")[0], read[pair["a"]], read[pair["b"]], noted)


def _of_sets() -> Iterator[Report]:
    for name in _SETS:
        for pair in beside(name):
            yield Report(f"{name} {pair.news}", pair.a, pair.b, pair.differing)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def _examples(reports: Iterable[Report]) -> Iterator[Example]:
    for report in reports:
        for each in comparisons(report.a, report.b):
            is_right = (value_of(each.a.printed), value_of(each.b.printed)) in report.differing
            signs = tuple(likeness.signs(each.a, each.b, each.alone, each.instead))
            yield Example(report.happening, each.a, each.b, signs, is_right)


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of every sign that is seen often enough, and the bias."""
    seen = Counter(sign for example in examples for sign in example.signs)
    names = [*sorted(sign for sign, times in seen.items() if times >= _LEAST), "bias"]
    at = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    table[:, -1] = 1.0
    for row, example in enumerate(examples):
        table[row, [at[sign] for sign in example.signs if sign in at]] = 1.0
    recurs = Counter(example.key for example in examples)
    weight = np.array([recurs[example.key] ** -_RECURRING for example in examples])
    offset = np.array([-likeness.NEARER * likeness.apart(example.a, example.b) for example in examples])
    truth = np.array([example.is_right for example in examples], dtype=float)
    ridge = np.full(len(names), _RIDGE)
    solved = np.zeros(len(names))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ solved - offset))
        slope = table.T @ (weight * (chance - truth)) + ridge * solved
        solved -= np.linalg.solve((table.T * (weight * chance * (1 - chance))) @ table + np.diag(ridge), slope)
    return dict(zip(names, map(float, solved), strict=True))


def _tried(reports: Iterable[Report], happenings: frozenset[str], weights: Weights) -> tuple[int, int, int]:
    """How many differences are right, shown and noted in ``happenings``."""
    right = shown = noted = 0
    for report in (each for each in reports if each.happening in happenings):
        rows = differences(report.a, report.b, weights)
        right += len({(value_of(row.a), value_of(row.b)) for row in rows} & report.differing)
        shown, noted = shown + len(rows), noted + len(report.differing)
    return right, shown, noted


if __name__ == "__main__":
    main()
