"""Arrays of numbers, and the few steps on them that several rules share."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_GROUPS_AT_ONCE = 64
_DIGIT_BITS = 16


def starts_of(counts: Ints | Flags) -> Ints:
    """Where each of consecutive runs of ``counts`` begins, and, last, where all end."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def order_of(numbers: Ints) -> Ints:
    """The order that sorts ``numbers``, none negative, equal ones as they stand.

    Sixteen bits at a time, the least first (radix sort): a few times faster than comparing them.
    """
    digits = np.ascontiguousarray(numbers, dtype="<i8").view("<u2").reshape(-1, 4)
    most = int(numbers.max(initial=0))
    order = np.argsort(digits[:, 0], kind="stable")
    for place in range(1, -(-most.bit_length() // _DIGIT_BITS)):
        order = order[np.argsort(digits[order, place], kind="stable")]
    return order


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


def ratio(part: Floats, whole: Floats) -> Floats:
    """``part`` over ``whole``, 0 where there is no whole."""
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)


def best_of(group: Ints, values: Floats, most: int) -> Flags:
    """Of each group the ``most`` greatest of ``values``, none negative, of equal ones the first; ``group`` ascends."""
    best = np.zeros(len(group), dtype=bool)
    for stretch, held in _lines(group):
        best[stretch] = _best_of_few(values[stretch], held, most)
    return best


def best_first(group: Ints, values: Floats) -> Ints:
    """The order that sorts the ``values`` of each group, the greatest first, of equal ones the first.

    ``group`` ascends.
    """
    order = np.empty(len(group), dtype=np.int64)
    for stretch, held in _lines(group):
        table = np.full(held.shape, np.inf)
        table[held] = -values[stretch]
        place = np.argsort(table, axis=1, kind="stable")
        place += (stretch.start + starts_of(held.sum(axis=1))[:-1])[:, None]
        order[stretch] = place[held]
    return order


def _lines(group: Ints) -> Iterator[tuple[slice, Flags]]:
    """A few groups at a time: where they stand, and, on a line for each, which places of a table they fill."""
    begins = np.flatnonzero(changes(group)) if len(group) else np.zeros(0, dtype=np.int64)
    counts = np.diff(begins, append=len(group))
    for first in range(0, len(begins), _GROUPS_AT_ONCE):
        few = counts[first : first + _GROUPS_AT_ONCE]
        held = np.arange(few.max()) < few[:, None]
        yield slice(int(begins[first]), int(begins[first] + few.sum())), held


def _best_of_few(values: Floats, held: Flags, most: int) -> Flags:
    """As :func:`best_of`, for groups that stand on the lines of a table."""
    width = held.shape[1]
    if width <= most:
        return np.ones(len(values), dtype=bool)
    table = np.full(held.shape, -1.0)
    table[held] = values
    least = np.partition(table, width - most, axis=1)[:, width - most, None]
    above, equal = table > least, table == least
    room = most - above.sum(axis=1, keepdims=True)
    best: Flags = (above | (equal & (np.cumsum(equal, axis=1) <= room)))[held]
    return best


def components(a: Ints, b: Ints, size: int) -> Ints:
    """For each of ``size`` nodes the least node that the edges ``a``–``b`` connect it with."""
    least = np.arange(size)
    while True:
        near = np.minimum(least[a], least[b])
        found = least.copy()
        np.minimum.at(found, a, near)
        np.minimum.at(found, b, near)
        found = found[found]
        if np.array_equal(found, least):
            return least
        least = found
