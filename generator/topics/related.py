"""Topics that move together: in the same entries more often than chance would have it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

_TOGETHER: Final = 2
_LIFT: Final = 1.2
_MOST: Final = 8
_PER_ENTRY: Final = 40


def related(entries_of: Mapping[str, Sequence[int]], total: int) -> dict[str, tuple[str, ...]]:
    """For each topic id up to eight others, nearest first; ``entries_of`` holds numbers of entries.

    Ranked by the log-likelihood ratio of standing in the same entries (Dunning 1993), of those that
    do so more often than independent topics would.
    """
    by_entry: dict[int, list[str]] = defaultdict(list)
    for topic, numbers in sorted(entries_of.items()):
        for number in numbers:
            by_entry[number].append(topic)
    together: Counter[tuple[str, str]] = Counter()
    for topics in by_entry.values():
        together.update(combinations(topics[:_PER_ENTRY], 2))
    near: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), count in together.items():
        first, second = len(entries_of[one]), len(entries_of[other])
        if count >= _TOGETHER and count * total > _LIFT * first * second:
            score = _log_likelihood(count, first, second, total)
            near[one].append((-score, other))
            near[other].append((-score, one))
    return {topic: tuple(other for _, other in sorted(near[topic])[:_MOST]) for topic in entries_of}


def _log_likelihood(both: int, first: int, second: int, total: int) -> float:
    cells = (
        (both, first * second),
        (first - both, first * (total - second)),
        (second - both, (total - first) * second),
        (total - first - second + both, (total - first) * (total - second)),
    )
    return 2 * sum(seen * math.log(seen * total / expected) for seen, expected in cells if seen and expected)
