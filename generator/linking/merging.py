"""Which groups of reports are of one event, in numbers: what pairs cannot tell, two groups together can.

A pair knows its own chance; two groups know how all pairs between them stand, how well each holds
together without the other, and whether another group is nearer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints
from generator.linking.index import UNDATED, Index
from generator.linking.linkage import Ties
from generator.linking.own_names import OwnNames

MERGING = (
    "mean chance",
    "greatest chance",
    "likely pairs",
    "farthest member, weaker side",
    "farthest member, stronger side",
    "held together, weaker side",
    "held together, stronger side",
    "members, smaller group",
    "members, larger group",
    "ahead of rivals, weaker side",
    "ahead of rivals, stronger side",
    "outlets in both",
)

NEAR = 0.08
"""The least mean chance of all pairs between two groups that may be one."""

_LIKELY = 0.4
_BOUND = 0.005

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of entries beside the chances of their pairs: their outlets, numbered, whether they have a date,
    and their names."""

    outlets: Ints
    undated: Flags
    names: OwnNames

    @classmethod
    def of(cls, index: Index) -> Known:
        return cls(index.outlets, index.days == UNDATED, OwnNames(index.words, index.is_name))


@dataclass(slots=True)
class Groups:
    """Groups of entries, each with a number of its own that is never given again.

    ``ties`` has for each group those it shares pairs with, and the sum of the chances of these pairs;
    ``inside`` the sum of the chances inside each.
    """

    members: dict[int, tuple[int, ...]]
    ties: dict[int, Ties]
    inside: dict[int, float]
    entries: Mapping[int, Ties]
    known: Known
    next: int = field(init=False)

    def __post_init__(self) -> None:
        self.next = max(self.members, default=-1) + 1

    @classmethod
    def of(cls, groups: Iterable[Sequence[int]], entries: Mapping[int, Ties], known: Known) -> Groups:
        """``groups`` of the ``entries``; all others stand alone."""
        grouped = [tuple(group) for group in groups]
        alone = set(entries).difference(*grouped)
        members = dict(enumerate([*grouped, *((entry,) for entry in sorted(alone))]))
        number = {entry: group for group, those in members.items() for entry in those}
        ties: dict[int, Ties] = {group: defaultdict(float) for group in members}
        inside = dict.fromkeys(members, 0.0)
        for entry, others in entries.items():
            for other, chance in others.items():
                if number[entry] == number[other]:
                    inside[number[entry]] += chance / 2
                else:
                    ties[number[entry]][number[other]] += chance
        return cls(members, ties, inside, entries, known)

    def near(self, alone: float = NEAR) -> list[Pair]:
        """The pairs of groups that may be one, the lesser number first, in order; those of two entries alone from a
        chance of ``alone``."""
        pairs = ((a, b) for a in self.ties for b in self.ties[a] if a < b)
        return sorted((a, b) for a, b in pairs if self._mean(a, b) >= (NEAR if self._grouped(a, b) else alone))

    def measures(self, pairs: Sequence[Pair]) -> Floats:
        """One row for each pair of groups, one column for each of ``MERGING``."""
        return np.array([self._row(a, b) for a, b in pairs]).reshape(len(pairs), len(MERGING))

    def oppose(self, a: int, b: int) -> bool:
        """Whether each of two groups has a name of its own."""
        return self.known.names.oppose(self.members[a], self.members[b])

    def merge(self, a: int, b: int) -> None:
        """Make one group of two."""
        new, self.next = self.next, self.next + 1
        self.members[new] = tuple(sorted((*self.members.pop(a), *self.members.pop(b))))
        self.inside[new] = self.inside.pop(a) + self.inside.pop(b) + self.ties[a][b]
        ties: Ties = defaultdict(float)
        for old in (a, b):
            for other, total in self.ties.pop(old).items():
                if other not in (a, b):
                    ties[other] += total
                    del self.ties[other][old]
        self.ties[new] = ties
        for other, total in ties.items():
            self.ties[other][new] = total

    def _grouped(self, a: int, b: int) -> bool:
        return len(self.members[a]) + len(self.members[b]) > 2

    def _mean(self, a: int, b: int) -> float:
        return self.ties[a][b] / (len(self.members[a]) * len(self.members[b]))

    def _row(self, a: int, b: int) -> tuple[float, ...]:
        chances = self._chances(a, b)
        sizes, mean = sorted(chances.shape), self._mean(a, b)
        farthest = sorted(float(chances.mean(axis=side).min()) for side in (0, 1))
        together = sorted((self._together(a), self._together(b)))
        ahead = sorted(_log_odds(mean) - _log_odds(self._best_other(*each)) for each in ((a, b), (b, a)))
        return (
            _log_odds(mean),
            float(chances.max()),
            float((chances >= _LIKELY).mean()),
            *farthest,
            *together,
            *map(math.log, sizes),
            *ahead,
            self._outlets_in_both(a, b) / sizes[0],
        )

    def _chances(self, a: int, b: int) -> Floats:
        """The chance of each pair of a member of ``a``, by line, and one of ``b``, by column."""
        ours, theirs = self.members[a], {entry: place for place, entry in enumerate(self.members[b])}
        table = np.zeros((len(ours), len(theirs)))
        for line, entry in enumerate(ours):
            for other, chance in self.entries[entry].items():
                if other in theirs:
                    table[line, theirs[other]] = chance
        return table

    def _together(self, group: int) -> float:
        """The mean chance of the pairs inside a group; 1 for an entry alone."""
        size = len(self.members[group])
        return self.inside[group] / (size * (size - 1) / 2) if size > 1 else 1.0

    def _best_other(self, group: int, but: int) -> float:
        """The mean chance between a group and the nearest one beside ``but``."""
        return max((self._mean(group, other) for other in self.ties[group] if other != but), default=0.0)

    def _outlets_in_both(self, a: int, b: int) -> int:
        ours, theirs = (set(self.known.outlets[list(self.members[group])].tolist()) for group in (a, b))
        return len(ours & theirs)


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, _BOUND), 1 - _BOUND)
    return math.log(bounded / (1 - bounded))
