"""Arrays of numbers, and the few steps on them that several rules share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def starts_of(counts: Ints | Flags) -> Ints:
    """Where each of consecutive runs of ``counts`` begins, and, last, where all end."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def spread(counts: Ints) -> Ints:
    """0, 1, … ``counts[0] - 1``, 0, 1, … ``counts[1] - 1`` and so on."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def expanded(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Every place of the stretches ``first[i]:last[i]``: the ``i`` each comes from, and the place."""
    counts = last - first
    ends = np.cumsum(counts)
    owner = np.repeat(np.arange(len(counts)), counts)
    place = np.repeat(first - ends + counts, counts)
    place += np.arange(len(place))
    return owner, place


def totals(groups: Ints, values: Floats, count: int = 0) -> Floats:
    """The sum of the ``values`` of each group, of at least ``count`` groups."""
    return np.bincount(groups, values, minlength=count).astype(np.float64, copy=False)


def changes(values: Ints) -> Flags:
    """Whether each value differs from the one before it."""
    new = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def greatest(groups: Ints, values: Floats, count: int) -> Floats:
    """The greatest of the non-negative ``values`` of each of ``count`` groups, 0 for groups without one.

    All values of a group stand together.
    """
    best = np.zeros(count)
    if len(groups):
        first = np.flatnonzero(changes(groups))
        best[groups[first]] = np.maximum.reduceat(values, first)
    return best
