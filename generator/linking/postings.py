"""Which entries have a term, by day: from these lists pairs of entries are drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints, expanded, starts_of
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
        order = np.lexsort((entries, days, terms))
        days, entries, terms = days[order], entries[order], terms[order]
        is_undated = days == 0
        span = int(days.max(initial=0)) + DAYS_APART + 1
        key = terms * span + days
        begins = np.searchsorted(key, terms * span, "left")
        return cls(
            entries=entries,
            weight=index.words.rarity[terms] ** 2,
            is_undated=is_undated,
            first=np.where(is_undated, begins, np.searchsorted(key, key - DAYS_APART, "left")),
            last=np.searchsorted(key, np.where(is_undated, (terms + 1) * span - 1, key + DAYS_APART), "right"),
            begins=begins,
            undated=np.searchsorted(key, terms * span, "right"),
            of_entry=np.argsort(entries, kind="stable"),
            starts=index.words.starts,
        )

    def affordable(self, budget: int) -> Flags:
        """Whether its entry can pay for each: its rarest within reach, up to ``budget`` partners in all."""
        cost = self.last - self.first - 1
        order = self.of_entry[np.lexsort((cost[self.of_entry], self.entries[self.of_entry]))]
        spent = np.cumsum(cost[order])
        before = np.concatenate(([0], spent))[self.starts[self.entries[order]]]
        chosen = np.zeros(len(cost), dtype=bool)
        chosen[order] = (spent - before <= budget) & (cost[order] > 0)
        return chosen


@dataclass(frozen=True, slots=True)
class Draw:
    """The postings that are ``paid`` for, in order, and how many of them come before each posting."""

    postings: Postings
    paid: Ints
    before: Ints

    @classmethod
    def of(cls, index: Index, budget: int) -> Draw:
        postings = Postings.of(index)
        chosen = postings.affordable(budget)
        return cls(postings, np.flatnonzero(chosen), starts_of(chosen))

    def partners(self, first: int, last: int) -> tuple[Ints, Ints, Floats]:
        """All partners of the entries ``first:last``, with what each shared term weighs: as (entry, partner, weight).

        A term counts once for each of the two entries that pays for it.
        """
        postings = self.postings
        own = postings.of_entry[postings.starts[first] : postings.starts[last]]
        paying = self.before[own + 1] > self.before[own]
        owner, other = expanded(postings.first[own[paying]], postings.last[own[paying]])
        paid = [(own[paying][owner], other)]
        begins, undated, dated = postings.begins[own], postings.undated[own], ~postings.is_undated[own]
        for low, high, which in (
            (postings.first[own], postings.last[own], dated),
            (begins, undated, np.ones(len(own), dtype=bool)),
        ):
            owner, number = expanded(self.before[low[which]], self.before[high[which]])
            paid.append((own[which][owner], self.paid[number]))
        mine = np.concatenate([one for one, _ in paid])
        theirs = np.concatenate([other for _, other in paid])
        entry, partner = postings.entries[mine], postings.entries[theirs]
        keep = entry != partner
        return entry[keep], partner[keep], postings.weight[mine][keep]
