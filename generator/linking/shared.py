"""The terms that both entries of a pair have: one join of sorted arrays, whatever is measured on it later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Floats, Ints, changes, expanded, greatest, totals
from generator.linking.candidates import Pairs
from generator.linking.index import Table

_AT_ONCE = 1_000_000


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
    """The terms that rows ``a`` and ``b`` of ``table`` have in common, for each pair.

    The pairs of one row are looked through together, while the places of its terms are written down.
    """
    sizes = np.diff(table.starts)
    some = np.flatnonzero((sizes[pairs.a] > 0) & (sizes[pairs.b] > 0))
    a, b = pairs.a[some], pairs.b[some]
    turned = sizes[a] < sizes[b]
    long, short = np.where(turned, b, a), np.where(turned, a, b)
    order = np.argsort(long, kind="stable")
    long, short = long[order], short[order]
    owner, in_short = expanded(table.starts[short], table.starts[short + 1])
    terms = table.terms[in_short]
    in_long = _found(table, long, terms, sizes[short])
    hit = np.flatnonzero(in_long >= 0)
    owner, in_short, in_long = order[owner[hit]], in_short[hit], in_long[hit]
    swap = turned[owner]
    return Shared(
        table=table,
        pairs=some[owner],
        terms=terms[hit],
        in_a=np.where(swap, in_short, in_long),
        in_b=np.where(swap, in_long, in_short),
        count=len(pairs),
    )


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


def _found(table: Table, rows: Ints, terms: Ints, counts: Ints) -> Ints:
    """Where in its row each of ``terms`` stands, -1 if nowhere; ``counts[i]`` of them are sought in ``rows[i]``."""
    found = np.empty(len(terms), dtype=np.int64)
    if not len(terms):
        return found
    written = np.full(len(table.rarity), -1, dtype=np.int64)
    ends = np.cumsum(counts)
    firsts = np.flatnonzero(changes(rows))
    begins = (ends - counts)[firsts].tolist()
    for row, begin, end in zip(rows[firsts].tolist(), begins, [*begins[1:], len(terms)], strict=True):
        first, last = int(table.starts[row]), int(table.starts[row + 1])
        own = table.terms[first:last]
        written[own] = np.arange(first, last)
        found[begin:end] = written[terms[begin:end]]
        written[own] = -1
    return found
