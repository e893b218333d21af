"""Measures → the chance that two entries report the same event. The weights are a small readable file.

Each model is a sum of small decision trees (gradient boosting: Friedman 2001, "Greedy function
approximation"), written as nested questions: ``["words alike", 0.21, below, above]`` asks whether
the measure is at most 0.21; a number is what the answer adds to the log odds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from generator.linking.arrays import Floats
from generator.linking.trees import Forest, Question, Tree

__all__ = ["Model", "Question", "Weights", "chance", "columns", "trained", "weights_of"]

WEIGHTS = "weights.json"


@dataclass(frozen=True, slots=True)
class Model:
    """Log odds = ``base`` + what each tree adds."""

    base: float
    trees: tuple[Tree, ...]
    forest: Forest = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forest", Forest.of(self.trees))

    def log_odds(self, measures: Mapping[str, Floats], count: int) -> Floats:
        """One value for each of ``count`` pairs; ``measures`` holds one array for each name."""
        return self.forest.total(self.base, measures, count)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is learned: ``wording`` sees words alone, ``pair`` figures and credits too, ``rivals``
    the pair among others, ``again`` once those are weighed; ``merging`` two groups of entries."""

    wording: Model
    pair: Model
    rivals: Model
    again: Model
    merging: Model


def chance(log_odds: Floats) -> Floats:
    """Log odds as a probability."""
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -40, 40)))


def columns(names: Sequence[str], measures: Floats) -> dict[str, Floats]:
    """The columns of ``measures`` by name."""
    return {name: np.ascontiguousarray(measures[:, number]) for number, name in enumerate(names)}


@cache
def trained() -> Weights:
    """The weights that ``benchmarks/linking/train.py`` has learned."""
    return weights_of(json.loads(resources.files("generator.linking").joinpath(WEIGHTS).read_text("utf-8")))


def weights_of(table: Mapping[str, Any]) -> Weights:
    """``table`` as ``weights.json`` holds it."""
    return Weights(**{name: _model(table[name]) for name in ("wording", "pair", "rivals", "again", "merging")})


def _model(table: Mapping[str, object]) -> Model:
    return Model(float(table["base"]), tuple(map(_question, table["trees"])))  # type: ignore[arg-type, call-overload]


def _question(node: Sequence[object] | float) -> Tree:
    if isinstance(node, (int, float)):
        return float(node)
    measure, limit, below, above = node
    return Question(str(measure), float(limit), _question(below), _question(above))  # type: ignore[arg-type]
