"""Pairs → groups of entries that all report one event, without chains.

Average linkage (Sokal & Michener 1958): two groups become one while the mean chance over all pairs
between them is high enough. An entry that is like one member of a group and unlike the others stays
outside, so A–B and B–C do not join A with C.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from itertools import combinations

JOINED = 0.40
"""The mean chance between two groups from which they are one."""

SUPPORTED = 0.05
"""The least chance of its own with which a pair inside a group is a link."""

BASE, OWN, COMPANY, SIZE = 0.3, 0.52, 0.72, -0.2
"""The log odds of a link, and what those of a pair, of its group's mean and each e-fold size of the group add
to them: fitted by ``benchmarks.linking.scores`` on stories not seen, so that scores can be believed."""

Chances = dict[tuple[int, int], float]
Ties = dict[int, float]


def held_together(pairs: Iterable[tuple[int, int, float]], least: float = JOINED) -> Chances:
    """The pairs (a, b) that lie inside a group, each with its score: the chance that the link is right."""
    chances: Chances = {(a, b): chance for a, b, chance in pairs if chance >= SUPPORTED}
    found: Chances = {}
    for group in groups(((a, b, chance) for (a, b), chance in chances.items()), least):
        inside = [pair for pair in combinations(group, 2) if pair in chances]
        mean = sum(chances[pair] for pair in inside) / (len(group) * (len(group) - 1) / 2)
        found.update((pair, score(chances[pair], mean, len(group))) for pair in inside)
    return found


def score(own: float, mean: float, size: int) -> float:
    """The chance that a link is right, given the pair's own chance, its group's mean and size."""
    odds = BASE + OWN * _log_odds(own) + COMPANY * _log_odds(mean) + SIZE * math.log(size / 2)
    return 1 / (1 + math.exp(-odds))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def groups(pairs: Iterable[tuple[int, int, float]], least: float = JOINED) -> list[tuple[int, ...]]:
    """Groups of two or more, each ascending, in order of their first entry.

    ``pairs`` are (entry, entry, chance); a pair that is not among them has chance 0.
    """
    ties = _ties(pairs)
    members = {entry: [entry] for entry in ties}
    heap: list[tuple[float, int, int]] = [
        (-chance, a, b) for a in ties for b, chance in ties[a].items() if a < b and chance >= least
    ]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if a in members and b in members and -mean == _mean(a, b, ties, members):
            for other in _join(a, b, ties, members):
                tie = _mean(a, other, ties, members)
                if tie >= least:
                    heapq.heappush(heap, (-tie, min(a, other), max(a, other)))
    found = (tuple(sorted(group)) for group in members.values() if len(group) > 1)
    return sorted(found)


def _ties(pairs: Iterable[tuple[int, int, float]]) -> dict[int, Ties]:
    ties: dict[int, Ties] = {}
    for a, b, chance in pairs:
        ties.setdefault(a, {})[b] = chance
        ties.setdefault(b, {})[a] = chance
    return ties


def _mean(a: int, b: int, ties: dict[int, Ties], members: dict[int, list[int]]) -> float:
    return ties[a].get(b, 0.0) / (len(members[a]) * len(members[b]))


def _join(a: int, b: int, ties: dict[int, Ties], members: dict[int, list[int]]) -> list[int]:
    """Make ``b`` part of ``a``; the groups that ``a`` is tied to now."""
    members[a] += members.pop(b)
    for other, total in ties.pop(b).items():
        del ties[other][b]
        if other != a:
            ties[a][other] = ties[a].get(other, 0.0) + total
            ties[other][a] = ties[a][other]
    return list(ties[a])
