"""How far apart two spellings are, and which spellings of many are near each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

_MOST_ALIKE: Final = 40


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, delete, replace or swap with their neighbour to turn ``one`` into ``other``.

    The restricted Damerau–Levenshtein distance; anything above ``most`` is given as ``most + 1``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def near_pairs(spellings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of spellings one step apart, each once, sorted.

    Spellings that become equal by leaving out one letter at most of each are compared, so that the
    cost grows with their number and not with its square (the idea of SymSpell).
    """
    by_rest: dict[str, list[str]] = defaultdict(list)
    for spelling in sorted(set(spellings)):
        for rest in {spelling, *(spelling[:at] + spelling[at + 1 :] for at in range(len(spelling)))}:
            by_rest[rest].append(spelling)
    seen: set[tuple[str, str]] = set()
    for found in by_rest.values():
        for at, one in enumerate(found[:_MOST_ALIKE]):
            seen.update((one, other) for other in found[at + 1 : _MOST_ALIKE] if distance(one, other, 1) == 1)
    yield from sorted(seen)
