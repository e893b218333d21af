"""The terms that both entries of a pair have: one join of sorted arrays, whatever is measured on it later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.linking.arrays import Flags, Floats, Ints, changes, expanded, greatest, order_of, starts_of, totals
from generator.linking.candidates import Pairs
from generator.linking.index import Table

_AT_ONCE = 1_000_000
_Number = TypeVar("_Number", np.int64, np.float64)
_Value = int | float


@dataclass(frozen=True, slots=True)
class Shared:
    """Every (pair, term) that both rows of the pair have.

    ``pairs`` are positions in the pairs that were joined, those of one pair together; ``in_a`` and
    ``in_b`` the places of the term in ``table.terms``.
    """

    table: Table
    pairs: Ints
    terms: Ints
    in_a: Ints
    in_b: Ints
    count: int

    def total(self, weights: Floats) -> Floats:
        """For each pair, the sum of ``weights`` (one for each term of the vocabulary) over what it shares."""
        return self.sum(weights[self.terms])

    def sum(self, values: Floats) -> Floats:
        """For each pair, the sum of ``values``, one for each that is shared."""
        return totals(self.pairs, values, self.count)

    def greatest(self, weights: Floats) -> Floats:
        """For each pair, the greatest of ``weights`` over what it shares; 0 where it shares nothing."""
        return greatest(self.pairs, weights[self.terms], self.count)


def shared_terms(table: Table, pairs: Pairs) -> Shared:
    """The terms that rows ``a`` and ``b`` of ``table`` have in common, for each pair."""
    sought = _Sought.of(table, pairs)
    in_long = sought.beside(np.arange, -1)
    hit = np.flatnonzero(in_long >= 0)
    owner, in_short, in_long = sought.owner[hit], sought.places[hit], in_long[hit]
    swap = sought.turned[owner]
    return Shared(
        table=table,
        pairs=sought.numbers[owner],
        terms=table.terms[in_short],
        in_a=np.where(swap, in_short, in_long),
        in_b=np.where(swap, in_long, in_short),
        count=len(pairs),
    )


def in_common(table: Table, pairs: Pairs, values: Floats) -> Floats:
    """For each pair the sum, over the terms it shares, of the lesser of the two values that stand there.

    ``values`` has one for each place of ``table.terms``, none negative.
    """
    common = np.zeros(len(pairs))
    for stretch in stretches(table, pairs):
        sought = _Sought.of(table, pairs.where(stretch))
        least = np.minimum(sought.beside(lambda first, last: values[first:last], 0.0), values[sought.places])
        if len(least):
            common[stretch][sought.numbers] = np.add.reduceat(least, starts_of(sought.counts)[:-1])
    return common


@dataclass(frozen=True, slots=True)
class _Sought:
    """Some pairs, those of one longer row together, and every place of their shorter rows.

    ``numbers`` are positions in all pairs, ``long`` the longer row of each, ``turned`` whether that is
    row ``b``; ``counts[i]`` of ``places`` are of pair ``i``, which ``owner`` tells of each.
    """

    table: Table
    numbers: Ints
    turned: Flags
    long: Ints
    counts: Ints
    owner: Ints
    places: Ints

    @classmethod
    def of(cls, table: Table, pairs: Pairs) -> _Sought:
        sizes = np.diff(table.starts)
        some = np.flatnonzero((sizes[pairs.a] > 0) & (sizes[pairs.b] > 0))
        a, b = pairs.a[some], pairs.b[some]
        turned = sizes[a] < sizes[b]
        long, short = np.where(turned, b, a), np.where(turned, a, b)
        order = order_of(long)
        long, short = long[order], short[order]
        owner, places = expanded(table.starts[short], table.starts[short + 1])
        return cls(table, some[order], turned[order], long, sizes[short], owner, places)

    def beside(self, values: Callable[[int, int], NDArray[_Number]], missing: _Value) -> NDArray[_Number]:
        """For each of ``places`` the value that stands at its term in the longer row, ``missing`` if none does.

        ``values`` gives those of the places from one to another.
        Those sought in one row are looked up together, while the values of its terms are written down.
        """
        table, terms = self.table, self.table.terms[self.places]
        found: NDArray[_Number] = np.empty(len(terms), dtype=type(missing))
        if not len(terms):
            return found
        written: NDArray[_Number] = np.full(len(table.rarity), missing, dtype=type(missing))
        ends = np.cumsum(self.counts)
        firsts = np.flatnonzero(changes(self.long))
        rows = self.long[firsts]
        begins: list[int] = (ends - self.counts)[firsts].tolist()
        limits = zip(table.starts[rows].tolist(), table.starts[rows + 1].tolist(), strict=True)
        for (first, last), begin, end in zip(limits, begins, [*begins[1:], len(terms)], strict=True):
            own = table.terms[first:last]
            written[own] = values(first, last)
            found[begin:end] = written[terms[begin:end]]
            written[own] = missing
        return found


def stretches(table: Table, pairs: Pairs, more: Ints | None = None) -> Iterator[slice]:
    """``pairs`` by position, a few at a time, so that what they share takes little room however long their rows.

    ``more`` is how many numbers each pair needs beside those of its shorter row.
    """
    sizes = np.diff(table.starts)
    needed = np.minimum(sizes[pairs.a], sizes[pairs.b]) + 1
    if more is not None:
        needed = needed + more
    cuts = np.zeros(1, dtype=np.int64)
    if len(pairs):
        cuts = np.flatnonzero(changes(np.cumsum(needed, dtype=np.int64) // _AT_ONCE))
    yield from map(slice, cuts.tolist(), [*cuts[1:].tolist(), len(pairs)])
