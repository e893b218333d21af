"""Pairs of entries worth weighing: those that share rare terms within the days a story may run.

Each entry spends a fixed budget on its rarest terms, so cost grows with the number of entries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints, best_of, changes, order_of, totals
from generator.linking.index import Index
from generator.linking.postings import DAYS_APART, Draw

__all__ = ["DAYS_APART", "Pairs", "candidates"]

BUDGET = 400
PARTNERS = 30
_AT_ONCE = 64
_DENSE = 16


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of entry positions, ``a < b``, in order, each once."""

    a: Ints
    b: Ints

    def __len__(self) -> int:
        return len(self.a)

    def where(self, keep: Flags | Ints | slice) -> Pairs:
        return Pairs(self.a[keep], self.b[keep])


def candidates(index: Index) -> Pairs:
    """The pairs worth weighing: of those before each entry, and of those after it, the ``PARTNERS`` that share most.

    A pair stays if either of its entries keeps it.
    """
    draw = Draw.of(index, BUDGET)
    kept = [np.zeros(0, dtype=np.int64)]
    for first in range(0, len(index), _AT_ONCE):
        entry, partner, weight = draw.partners(first, min(first + _AT_ONCE, len(index)))
        norms = index.words.norms
        entry, partner, weight = _summed(entry, partner, weight)
        best = best_of(2 * entry + (partner > entry), weight / (norms[entry] * norms[partner]), PARTNERS)
        entry, partner = entry[best], partner[best]
        kept.append(np.minimum(entry, partner) * len(index) + np.maximum(entry, partner))
    keys = np.concatenate(kept)
    keys = keys[order_of(keys)]
    keys = keys[changes(keys)]
    return Pairs(keys // max(len(index), 1), keys % max(len(index), 1))


def _summed(entry: Ints, partner: Ints, weight: Floats) -> tuple[Ints, Ints, Floats]:
    """Each pair once with its whole weight, in order.

    Partners that lie close together in time are summed in a table of all that might be, others by sorting.
    """
    if not len(entry):
        return entry, partner, weight
    low, width = int(partner.min()), int(partner.max() - partner.min()) + 1
    begin = int(entry.min())
    keys = (entry - begin) * width + partner - low
    if width * _AT_ONCE <= _DENSE * len(keys):
        table = totals(keys, weight)
        found = np.flatnonzero(table)
        return found // width + begin, found % width + low, table[found]
    found, where = np.unique(keys, return_inverse=True)
    return found // width + begin, found % width + low, totals(where, weight)
