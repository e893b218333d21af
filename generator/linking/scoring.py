"""Measures → the chance that two entries report the same event. The weights are a small readable file.

The model is a logistic regression over piecewise linear curves, one for each measure: what a
measure adds to the log odds is read off its curve (an additive model, Hastie & Tibshirani 1986).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from generator.linking.index import Floats

LINKED = 0.5


@dataclass(frozen=True, slots=True)
class Curve:
    """What a measure adds to the log odds: straight lines between (``at``, ``adds``), level outside."""

    at: tuple[float, ...]
    adds: tuple[float, ...]

    def __call__(self, values: Floats) -> Floats:
        return np.interp(values, self.at, self.adds)


@dataclass(frozen=True, slots=True)
class Model:
    """Log odds = ``base`` + the sum over all curves."""

    base: float
    curves: Mapping[str, Curve]

    def log_odds(self, names: tuple[str, ...], measures: Floats) -> Floats:
        """One value for each row of ``measures``, whose columns are called ``names``."""
        total = np.full(len(measures), self.base)
        for column, name in enumerate(names):
            if name in self.curves:
                total += self.curves[name](measures[:, column])
        return total


def chance(log_odds: Floats) -> Floats:
    """Log odds as a probability."""
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -40, 40)))


@cache
def trained_model(name: str) -> Model:
    """The model ``name`` of ``weights.json``, as learned by ``benchmarks/linking``."""
    text = resources.files("generator.linking").joinpath("weights.json").read_text("utf-8")
    table = json.loads(text)[name]
    curves = {key: Curve(tuple(curve["at"]), tuple(curve["adds"])) for key, curve in table["curves"].items()}
    return Model(table["base"], curves)
