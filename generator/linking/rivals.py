"""A pair among its rivals: is the choice mutual, by how much, and do both keep the same company?

How alike two reports of one event are differs from archive to archive; how much more alike they are
than either is to anything else travels (mutual neighbours: Jarvis & Patrick 1973, "Clustering
using a similarity measure based on shared near neighbors").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import numpy as np

from generator.linking.arrays import Floats, Ints, best_first, order_of, starts_of
from generator.linking.candidates import Pairs
from generator.linking.index import Table
from generator.linking.scoring import chance
from generator.linking.shared import in_common

RIVALRY = (
    "score",
    "ahead of rivals, weaker side",
    "ahead of rivals, stronger side",
    "rank, better side",
    "rank, worse side",
    "above third, weaker side",
    "above third, stronger side",
    "above sixth, weaker side",
    "above sixth, stronger side",
    "above eleventh, weaker side",
    "above eleventh, stronger side",
    "above twenty-first, weaker side",
    "above twenty-first, stronger side",
    "company in common",
    "company shared",
    "company in all",
)

_PLACES = (2, 5, 10, 20)
_WORST = 8.0
_COMPANY = 0.02


def rivalry(pairs: Pairs, log_odds: Floats, size: int, some: Ints | None = None) -> Floats:
    """One row for each pair, or for ``some`` of them by position, one column for each of ``RIVALRY``.

    ``size`` entries in all.
    """
    some = np.arange(len(pairs)) if some is None else some
    score = np.clip(log_odds, -_WORST, _WORST)
    table = np.empty((len(some), len(RIVALRY)), order="F")
    table[:, 0] = score[some]
    for number, (a, b) in enumerate(_beside_rivals(pairs, score, size, some)):
        table[:, 2 * number + 1], table[:, 2 * number + 2] = np.minimum(a, b), np.maximum(a, b)
    for number, column in enumerate(_company(pairs, chance(score), size, some)):
        table[:, number - 3] = column
    return table


def _beside_rivals(pairs: Pairs, score: Floats, size: int, some: Ints) -> Iterator[tuple[Floats, Floats]]:
    """For entry ``a`` and for entry ``b`` of some pairs: lead over the best rival, rank, lead over later places."""
    entry = np.concatenate((pairs.a, pairs.b))
    value = np.concatenate((score, score))
    order = order_of(entry)
    order = order[best_first(entry[order], value[order])]
    starts = starts_of(np.bincount(entry, minlength=size))
    ranked = value[order]
    rank = np.empty(len(entry), dtype=np.int64)
    rank[order] = np.arange(len(entry)) - starts[entry[order]]

    chosen = np.concatenate((some, some + len(pairs)))
    entry, value, rank = entry[chosen], value[chosen], rank[chosen]

    def at(place: int) -> Floats:
        there = np.full(size, -_WORST)
        has = starts[:-1] + place < starts[1:]
        there[has] = ranked[starts[:-1][has] + place]
        return there

    rival = np.where(rank == 0, at(1)[entry], at(0)[entry])
    columns = chain((value - rival, np.log1p(rank)), (value - at(place)[entry] for place in _PLACES))
    for column in columns:
        yield column[: len(some)], column[len(some) :]


def _company(pairs: Pairs, chances: Floats, size: int, some: Ints) -> tuple[Floats, Floats, Floats]:
    """How many partners both have in common (weighed by chance), as a share of all, and how many there are."""
    near = chances >= _COMPANY
    table, weight = _partners(pairs.where(near), chances[near], size)
    own = np.where(near, chances, 0.0)[some]
    pairs = pairs.where(some)
    both = in_common(table, pairs, weight)
    sums = np.bincount(table.rows, weight, minlength=size)
    every = np.maximum(sums[pairs.a] + sums[pairs.b] - 2 * own - both, 0.0)
    return np.log1p(both), both / (every + 0.3), np.log1p(every)


def _partners(pairs: Pairs, chances: Floats, size: int) -> tuple[Table, Floats]:
    """The partners of each entry in order, those before it and then those after it, and their chances."""
    entry, partner = np.concatenate((pairs.b, pairs.a)), np.concatenate((pairs.a, pairs.b))
    order = order_of(entry)
    table = Table(starts_of(np.bincount(entry, minlength=size)), partner[order], np.ones(size), np.ones(size))
    return table, np.concatenate((chances, chances))[order]
