"""Two groups of reports, each with a name of its own: two happenings.

Ten reports of a fight name one loser, eleven like them name another. No pair tells as much: a short
report may leave any name out. Whether a group names somebody so much more often than the other that it
is no chance is told by the log-likelihood ratio (Dunning 1993, "Accurate methods for the statistics
of surprise and coincidence").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints
from generator.linking.index import Table

FEWEST = 3
"""Groups of fewer members have no names of their own yet."""

NO_CHANCE = 10.83
"""A ratio that chance reaches once in a thousand cases (chi-squared, one degree of freedom)."""


class OwnNames:
    """The names in ``words`` by row: those terms that ``is_name``."""

    def __init__(self, words: Table, is_name: Flags) -> None:
        self._words, self._is_name = words, is_name

    def oppose(self, a: Sequence[int], b: Sequence[int]) -> bool:
        """Whether rows ``a`` have a name that rows ``b`` hardly have, and those one that ``a`` hardly have."""
        if min(len(a), len(b)) < FEWEST:
            return False
        in_a, in_b = self._counted(a, b)
        surprise = _log_likelihood_ratio(in_a, len(a), in_b, len(b)) >= NO_CHANCE
        more_in_a = in_a * len(b) > in_b * len(a)
        return bool((surprise & more_in_a).any() and (surprise & ~more_in_a).any())

    def _counted(self, a: Sequence[int], b: Sequence[int]) -> tuple[Floats, Floats]:
        """Of each name in either, how many rows of each have it."""
        own, other = self._names(a), self._names(b)
        names = np.unique(np.concatenate((own, other)))
        counts = (np.bincount(np.searchsorted(names, each), minlength=len(names)) for each in (own, other))
        in_a, in_b = (count.astype(np.float64) for count in counts)
        return in_a, in_b

    def _names(self, rows: Sequence[int]) -> Ints:
        terms = np.concatenate([self._words.row(row) for row in rows])
        found: Ints = terms[self._is_name[terms]]
        return found


def _log_likelihood_ratio(a: Floats, all_a: int, b: Floats, all_b: int) -> Floats:
    """Of each count ``a`` out of ``all_a`` against ``b`` out of ``all_b``."""
    together = (a + b) / (all_a + all_b)
    apart = _log_likelihood(a, all_a, a / all_a) + _log_likelihood(b, all_b, b / all_b)
    return 2 * (apart - _log_likelihood(a, all_a, together) - _log_likelihood(b, all_b, together))


def _log_likelihood(count: Floats, size: int, chance: Floats) -> Floats:
    bounded = np.clip(chance, 1e-9, 1 - 1e-9)
    return count * np.log(bounded) + (size - count) * np.log(1 - bounded)
