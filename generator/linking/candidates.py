"""Pairs of entries worth weighing: those that share rare terms within the days a story may run.

Each entry spends a fixed budget on its rarest terms, so cost grows with the number of entries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.index import UNDATED, Flags, Floats, Index, Ints

DAYS_APART = 4
"""Dated entries further apart than this are never linked; undated ones may match any."""

BUDGET = 400
PARTNERS = 30
_CHUNK = 100_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of entry positions, ``a < b``, in order, each once."""

    a: Ints
    b: Ints

    def __len__(self) -> int:
        return len(self.a)

    def where(self, keep: Flags) -> Pairs:
        return Pairs(self.a[keep], self.b[keep])


def candidates(index: Index) -> Pairs:
    """The pairs worth weighing, about ``PARTNERS`` for each entry at most."""
    postings = _Postings.of(index)
    chosen = postings.affordable()
    chunks = np.array_split(chosen, len(chosen) // _CHUNK + 1)
    made = [_summed(*postings.partners(chunk, index), len(index)) for chunk in chunks]
    low, high, weight = (np.concatenate([part[column] for part in made]) for column in range(3))
    return _best(*_summed(low, high, weight, len(index)))


@dataclass(frozen=True, slots=True)
class _Postings:
    """Every (term, day, entry) of an index, in that order, and which others each can reach.

    Posting ``i`` reaches ``first[i]:last[i]``: the same term within ``DAYS_APART``, or anywhere if undated.
    """

    terms: Ints
    undated: Flags
    entries: Ints
    first: Ints
    last: Ints

    @classmethod
    def of(cls, index: Index) -> _Postings:
        entries, terms = index.words.rows, index.words.terms
        days = np.where(index.days == UNDATED, 0, index.days + DAYS_APART + 1)[entries]
        order = np.lexsort((entries, days, terms))
        terms, days, entries = terms[order], days[order], entries[order]
        undated = days == 0
        span = int(days.max(initial=0)) + DAYS_APART + 1
        key = terms * span + days
        first = np.searchsorted(key, np.where(undated, terms * span, key - DAYS_APART), "left")
        last = np.searchsorted(key, np.where(undated, (terms + 1) * span - 1, key + DAYS_APART), "right")
        return cls(terms, undated, entries, first, last)

    def affordable(self) -> Ints:
        """The postings each entry can pay for: its rarest within reach, up to ``BUDGET`` partners in all."""
        cost = self.last - self.first - 1
        order = np.lexsort((self.terms, cost, self.entries))
        spent = np.cumsum(cost[order])
        starts = np.searchsorted(self.entries[order], self.entries[order], "left")
        before = np.where(starts > 0, spent[starts - 1], 0)
        chosen: Ints = order[(spent - before <= BUDGET) & (cost[order] > 0)]
        return np.sort(chosen)

    def partners(self, chosen: Ints, index: Index) -> tuple[Ints, Ints, Floats]:
        """The pairs that the postings ``chosen`` make, lower entry first, and what each shared term weighs."""
        counts = self.last[chosen] - self.first[chosen]
        own = np.repeat(chosen, counts)
        other = self.first[own] + spread(counts)
        a, b = self.entries[own], self.entries[other]
        weight = index.words.rarity[self.terms[own]] ** 2 / (index.words.norms[a] * index.words.norms[b])
        keep = a != b
        return np.minimum(a, b)[keep], np.maximum(a, b)[keep], weight[keep]


def spread(counts: Ints) -> Ints:
    """0, 1, … ``counts[0] - 1``, 0, 1, … ``counts[1] - 1`` and so on."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _summed(low: Ints, high: Ints, weight: Floats, size: int) -> tuple[Ints, Ints, Floats]:
    keys, where = np.unique(low * size + high, return_inverse=True)
    total: Floats = np.bincount(where, weight, minlength=len(keys)).astype(np.float64)
    return keys // max(size, 1), keys % max(size, 1), total


def _best(low: Ints, high: Ints, weight: Floats) -> Pairs:
    """Of each entry's pairs the weightiest; a pair stays if either of its entries keeps it."""
    keep = np.zeros(len(low), dtype=bool)
    for side in (low, high):
        order = np.lexsort((np.arange(len(low)), -weight, side))
        rank = np.arange(len(order)) - np.searchsorted(side[order], side[order], "left")
        keep[order[rank < PARTNERS]] = True
    return Pairs(low[keep], high[keep])
