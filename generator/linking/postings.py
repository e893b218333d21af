"""Which entries have a term, by day: from these lists pairs of entries are drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints, order_of, starts_of
from generator.linking.index import UNDATED, Index

DAYS_APART = 4
"""Dated entries further apart than this are never linked; undated ones may match any."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Every (term, day, entry) of an index, in that order.

    Posting ``i`` is of ``entries[i]`` and weighs ``weight[i]``: how rare its term is, squared. It
    reaches ``first[i]:last[i]``: the same term within ``DAYS_APART``, or anywhere if it is undated.
    ``undated[i]`` is the end of the undated postings of its term, which begin at ``begins[i]``.
    ``of_entry`` are the postings entry by entry, those of entry ``e`` from ``starts[e]`` on.
    """

    entries: Ints
    weight: Floats
    is_undated: Flags
    first: Ints
    last: Ints
    begins: Ints
    undated: Ints
    of_entry: Ints
    starts: Ints

    @classmethod
    def of(cls, index: Index) -> Postings:
        entries, terms = index.words.rows, index.words.terms
        days = np.where(index.days == UNDATED, 0, index.days + DAYS_APART + 1)[entries]
        span = int(days.max(initial=0)) + DAYS_APART + 1
        key = terms * span + days
        order = order_of(key)
        key, entries, terms, is_undated = key[order], entries[order], terms[order], days[order] == 0
        width = len(index.vocabulary)
        begins = starts_of(np.bincount(terms, minlength=width))
        first = np.where(is_undated, begins[terms], np.searchsorted(key, key - DAYS_APART, "left"))
        last = np.where(is_undated, begins[terms + 1], np.searchsorted(key, key + DAYS_APART, "right"))
        of_entry = np.empty(len(order), dtype=np.int64)
        of_entry[order] = np.arange(len(order))
        return cls(
            entries=entries,
            weight=index.words.rarity[terms] ** 2,
            is_undated=is_undated,
            first=first,
            last=last,
            begins=begins[terms],
            undated=begins[terms] + np.bincount(terms[is_undated], minlength=width)[terms],
            of_entry=of_entry,
            starts=index.words.starts,
        )

    def affordable(self, budget: int) -> Flags:
        """Whether its entry can pay for each: its rarest within reach, up to ``budget`` partners in all."""
        cost = self.last - self.first - 1
        by_cost = self.entries[self.of_entry] * (len(cost) + 1) + cost[self.of_entry]
        order = self.of_entry[order_of(by_cost)]
        spent = np.cumsum(cost[order])
        before = np.concatenate(([0], spent))[self.starts[self.entries[order]]]
        chosen = np.zeros(len(cost), dtype=bool)
        chosen[order] = (spent - before <= budget) & (cost[order] > 0)
        return chosen


@dataclass(frozen=True, slots=True)
class Draw:
    """Postings with the entries that pay for them: ``payers`` in order, and how many come before each posting."""

    postings: Postings
    payers: Ints
    before: Ints

    @classmethod
    def of(cls, index: Index, budget: int) -> Draw:
        postings = Postings.of(index)
        chosen = postings.affordable(budget)
        return cls(postings, postings.entries[chosen], starts_of(chosen))

    def partners(self, first: int, last: int) -> tuple[Ints, Ints, Floats]:
        """All partners of the entries ``first:last``, with what each shared term weighs: as (entry, partner, weight).

        A term counts once for each of the two entries that pays for it.
        """
        postings = self.postings
        own = postings.of_entry[postings.starts[first] : postings.starts[last]]
        entry, weight = postings.entries[own], postings.weight[own]
        paying = self.before[own + 1] > self.before[own]
        dated, before = ~postings.is_undated[own], self.before
        begin, end = postings.first[own], postings.last[own]
        low, high = postings.begins[own], postings.undated[own]
        drawn = [_drawn(paying, begin, end, entry, weight, postings.entries)]
        drawn.append(_drawn(dated, before[begin], before[end], entry, weight, self.payers))
        drawn.append(_drawn(high > low, before[low], before[high], entry, weight, self.payers))
        entries, partners, weights = (np.concatenate([each[column] for each in drawn]) for column in range(3))
        keep = entries != partners
        return entries[keep], partners[keep], weights[keep]


def _drawn(
    which: Flags, first: Ints, last: Ints, entry: Ints, weight: Floats, among: Ints
) -> tuple[Ints, Ints, Floats]:
    """The entries of the stretches ``first:last`` of ``among`` beside the entry and weight they are drawn for."""
    first, counts = first[which], (last - first)[which]
    place = np.repeat(first - np.cumsum(counts) + counts, counts)
    place += np.arange(len(place))
    return np.repeat(entry[which], counts), among[place], np.repeat(weight[which], counts)
