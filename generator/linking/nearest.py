"""What the entries most like an entry have in common with it, and how much of that its partners keep.

Within one running event all share the event's vocabulary: what few of the nearest share tells its
happenings apart. What most of them have, a report of the same happening has too: one that lacks the
name which every report of a fight gives to the loser is a report of another fight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints, best_of, greatest, order_of, ratio, totals
from generator.linking.candidates import Pairs
from generator.linking.index import Index
from generator.linking.shared import Shared, shared_terms, stretches

NEARBY = ("rare nearby", "rarest nearby")
KEPT = (
    "core kept, weaker side",
    "core kept, stronger side",
    "core names kept, weaker side",
    "core names kept, stronger side",
    "parting words kept, weaker side",
    "parting words kept, stronger side",
)

_NEIGHBOURS = 12
_CORE = 0.2
_UNKNOWN = 0.5
_WHOLE_PAGE = 1_000
"""An entry of more different words is like all others, and none of their nearest."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Weights of some of the places of ``index.words.terms``, and what those of each entry weigh together."""

    weights: Floats
    whole: Floats


@dataclass(frozen=True, slots=True)
class Nearest:
    """``share`` tells for each place of ``index.words.terms`` how many of the nearest of its entry have the term.

    The ``core`` of an entry is what a fifth of them have, ``names`` the names in it; ``parting`` weighs
    most what half of them have and half have not.
    """

    index: Index
    share: Floats
    core: _Part
    names: _Part
    parting: _Part

    @classmethod
    def of(cls, index: Index, pairs: Pairs, alike: Floats) -> Nearest:
        """``alike`` tells how alike each pair is."""
        words = index.words
        whole = np.diff(words.starts) > _WHOLE_PAGE
        alike = np.where(whole[pairs.a] | whole[pairs.b], 0.0, alike)
        share = _having(index, pairs, *_nearest(pairs, alike)) / _NEIGHBOURS
        rows, size = words.rows, len(index)

        def part(weights: Floats) -> _Part:
            return _Part(weights, totals(rows, weights, size))

        rarity = words.rarity[words.terms] ** 2
        core = rarity * share * (share > _CORE)
        names = core * index.is_name[words.terms]
        return cls(index, share, part(core), part(names), part(rarity * share * (1 - share)))

    def nearby(self, words: Shared) -> tuple[Floats, Floats]:
        """How much of what each pair shares is rare even among the nearest of both, and the rarest of it."""
        share = (self.share[words.in_a] + self.share[words.in_b]) / 2
        local = np.log((_NEIGHBOURS + 1) / (share * _NEIGHBOURS + 1))
        weight = local * words.table.rarity[words.terms]
        return np.log1p(words.sum(weight)), greatest(words.pairs, weight, words.count)

    def kept(self, words: Shared, pairs: Pairs) -> Iterator[Floats]:
        """A column for each of ``KEPT``: how much of what is common around one entry its partner has, and the other
        way round."""
        for part in (self.core, self.names, self.parting):
            a = _kept(words.sum(part.weights[words.in_a]), part.whole[pairs.a])
            b = _kept(words.sum(part.weights[words.in_b]), part.whole[pairs.b])
            yield np.minimum(a, b)
            yield np.maximum(a, b)


def _kept(common: Floats, whole: Floats) -> Floats:
    return np.where(whole > 0, ratio(common, whole), _UNKNOWN)


def _having(index: Index, pairs: Pairs, near_a: Flags, near_b: Flags) -> Ints:
    """For each place of ``index.words.terms`` how many of its entry's nearest have the term."""
    having = np.zeros(len(index.words.terms), dtype=np.int64)
    for stretch in stretches(index.words, pairs):
        near = np.flatnonzero(near_a[stretch] | near_b[stretch]) + stretch.start
        words = shared_terms(index.words, pairs.where(near))
        having += np.bincount(words.in_a[near_a[near][words.pairs]], minlength=len(having))
        having += np.bincount(words.in_b[near_b[near][words.pairs]], minlength=len(having))
    return having


def _nearest(pairs: Pairs, alike: Floats) -> tuple[Flags, Flags]:
    """Whether each pair is among the ``_NEIGHBOURS`` most alike of its entry ``a``, and of its entry ``b``."""
    entry = np.concatenate((pairs.a, pairs.b))
    order = order_of(entry)
    near = np.zeros(len(entry), dtype=bool)
    near[order] = best_of(entry[order], np.concatenate((alike, alike))[order], _NEIGHBOURS)
    return near[: len(pairs)], near[len(pairs) :]
