"""Pairs of entries worth weighing: those that share rare terms within the days a story may run.

Each entry spends a fixed budget on its rarest terms, so cost grows with the number of entries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.index import UNDATED, Floats, Index, Ints, Table

DAYS_APART = 4
BUDGET = 400
PARTNERS = 30


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of entry positions, ``a < b``, in order, each once."""

    a: Ints
    b: Ints

    def __len__(self) -> int:
        return len(self.a)


def candidates(index: Index) -> Pairs:
    """The pairs worth weighing, at most some ``PARTNERS`` for each entry."""
    words = index.words
    postings = _Postings.of(index)
    found: list[tuple[Ints, Ints, Floats]] = []
    for chunk in np.array_split(postings.affordable(), max(1, len(postings.entries) // 200_000)):
        found.append(postings.partners(chunk, words))
    if not found:
        return Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64))
    low = np.concatenate([part[0] for part in found])
    high = np.concatenate([part[1] for part in found])
    weight = np.concatenate([part[2] for part in found])
    return _best(*_summed(low, high, weight, len(index)), len(index))


@dataclass(frozen=True, slots=True)
class _Postings:
    """Every (term, day, entry) of an index in that order; undated entries stand under every term twice:
    in a list of their own, and open to all."""

    terms: Ints
    days: Ints
    entries: Ints
    first: Ints
    last: Ints

    @classmethod
    def of(cls, index: Index) -> _Postings:
        entries = index.words.rows
        terms = index.words.terms
        days = index.days[entries]
        order = np.lexsort((entries, days, terms))
        terms, days, entries = terms[order], days[order], entries[order]
        span = int(index.days.max(initial=0)) + 2 * DAYS_APART + 2
        key = terms * span + days + 1
        undated = days == UNDATED
        first = np.searchsorted(key, np.where(undated, terms * span, key - DAYS_APART), "left")
        last = np.searchsorted(key, np.where(undated, (terms + 1) * span - 1, key + DAYS_APART), "right")
        first = np.maximum(first, np.searchsorted(terms, terms, "left"))
        return cls(terms, days, entries, first, last)

    def affordable(self) -> Ints:
        """Positions of the postings each entry can pay for: its rarest within reach, up to ``BUDGET`` partners."""
        cost = self.last - self.first - 1
        order = np.lexsort((self.terms, cost, self.entries))
        spent = np.cumsum(cost[order])
        starts = np.searchsorted(self.entries[order], self.entries[order], "left")
        before = np.where(starts > 0, spent[starts - 1], 0)
        chosen = order[(spent - before <= BUDGET) & (cost[order] > 0)]
        return np.sort(chosen)

    def partners(self, chosen: Ints, words: Table) -> tuple[Ints, Ints, Floats]:
        """The pairs that the postings ``chosen`` make, lower entry first, and what each shared term weighs."""
        counts = self.last[chosen] - self.first[chosen]
        own = np.repeat(chosen, counts)
        offset = np.arange(len(own)) - np.repeat(np.cumsum(counts) - counts, counts)
        other = self.first[own] + offset
        a, b = self.entries[own], self.entries[other]
        weight = words.rarity[self.terms[own]] ** 2 / (words.norms[a] * words.norms[b])
        keep = a != b
        return np.minimum(a, b)[keep], np.maximum(a, b)[keep], weight[keep]


def _summed(low: Ints, high: Ints, weight: Floats, size: int) -> tuple[Ints, Ints, Floats]:
    keys, where = np.unique(low * size + high, return_inverse=True)
    return keys // size, keys % size, np.bincount(where, weight, minlength=len(keys))


def _best(low: Ints, high: Ints, weight: Floats, size: int) -> Pairs:
    """Of each entry's pairs the weightiest; a pair stays if either of its entries keeps it."""
    keep = np.zeros(len(low), dtype=bool)
    for side in (low, high):
        order = np.lexsort((np.arange(len(low)), -weight, side))
        rank = np.arange(len(order)) - np.searchsorted(side[order], side[order], "left")
        keep[order[rank < PARTNERS]] = True
    return Pairs(low[keep], high[keep])
