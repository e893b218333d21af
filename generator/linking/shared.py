"""The terms that both entries of a pair have: one join of sorted arrays, whatever is measured on it later."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.candidates import Pairs, spread
from generator.linking.index import Floats, Ints, Table


@dataclass(frozen=True, slots=True)
class Shared:
    """Every (pair, term) that both rows of the pair have.

    ``pairs`` are positions in the pairs that were joined, ascending; ``in_a`` and ``in_b`` the places
    of the term in ``table.terms``.
    """

    table: Table
    pairs: Ints
    terms: Ints
    in_a: Ints
    in_b: Ints
    count: int

    def total(self, weights: Floats) -> Floats:
        """For each pair, the sum of ``weights`` (one for each term of the vocabulary) over what it shares."""
        return np.bincount(self.pairs, weights[self.terms], minlength=self.count).astype(np.float64)

    def greatest(self, weights: Floats) -> Floats:
        """For each pair, the greatest of ``weights`` over what it shares; 0 where it shares nothing."""
        return greatest(self.pairs, weights[self.terms], self.count)


def shared_terms(table: Table, pairs: Pairs) -> Shared:
    """The terms that rows ``a`` and ``b`` of ``table`` have in common, for each pair."""
    sizes = np.diff(table.starts)
    swap = sizes[pairs.a] > sizes[pairs.b]
    short, long = np.where(swap, pairs.b, pairs.a), np.where(swap, pairs.a, pairs.b)
    owner = np.repeat(np.arange(len(pairs)), sizes[short])
    in_short = table.starts[short][owner] + spread(sizes[short])
    terms = table.terms[in_short]
    width = np.int64(len(table.rarity) + 1)
    present = table.rows * width + table.terms
    wanted = long[owner] * width + terms
    in_long = np.minimum(np.searchsorted(present, wanted), max(len(present) - 1, 0))
    hit = present[in_long] == wanted
    owner, in_short, in_long = owner[hit], in_short[hit], in_long[hit]
    turned = swap[owner]
    return Shared(
        table=table,
        pairs=owner,
        terms=terms[hit],
        in_a=np.where(turned, in_long, in_short),
        in_b=np.where(turned, in_short, in_long),
        count=len(pairs),
    )


def greatest(groups: Ints, values: Floats, count: int) -> Floats:
    """The greatest of the non-negative ``values`` of each group; ``groups`` ascend. 0 for groups without one."""
    best = np.zeros(count)
    if len(groups):
        first = np.flatnonzero(np.diff(groups, prepend=-1))
        best[groups[first]] = np.maximum.reduceat(values, first)
    return best
