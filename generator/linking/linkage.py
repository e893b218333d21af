"""Pairs → groups of entries that are all alike, without chains.

Average linkage (Sokal & Michener 1958): two groups become one while the mean chance over all pairs
between them is high enough. An entry that is like one member of a group and unlike the others stays
outside, so A–B and B–C do not join A with C.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence

Chances = dict[tuple[int, int], float]
Ties = dict[int, float]
Apart = Callable[[Sequence[int], Sequence[int]], bool]


def groups(
    pairs: Iterable[tuple[int, int, float]], least: float, *, alone: float = 0.0, apart: Apart | None = None
) -> list[tuple[int, ...]]:
    """Groups of two or more, each ascending, in order of their first entry.

    ``pairs`` are (entry, entry, chance); a pair that is not among them has chance 0. Two groups become one from a mean
    of ``least``, two entries alone from a chance of ``alone`` if that is more. ``apart`` tells of the members of
    two groups whether they must not become one.
    """
    ties = ties_of(pairs)
    members = {entry: [entry] for entry in ties}
    heap: list[tuple[float, int, int]] = [
        (-chance, a, b) for a in ties for b, chance in ties[a].items() if a < b and chance >= max(least, alone)
    ]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if a in members and b in members and -mean == _mean(a, b, ties, members):
            if apart and apart(members[a], members[b]):
                continue
            for other in _join(a, b, ties, members):
                tie = _mean(a, other, ties, members)
                if tie >= least:
                    heapq.heappush(heap, (-tie, min(a, other), max(a, other)))
    found = (tuple(sorted(group)) for group in members.values() if len(group) > 1)
    return sorted(found)


def ties_of(pairs: Iterable[tuple[int, int, float]]) -> dict[int, Ties]:
    """Of each entry those it is paired with, and the chance of each pair."""
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
