"""Chances of pairs → links: groups of entries that all report one event, and how sure each link in them is.

Entries with dates have few rivals: groups grow by the mean chance between them alone (average linkage).
Without dates everything can match everything. There, what is surely one event stands together first;
then groups, and entries alone, are weighed against each other, and those that choose each other become
one, until none do (reciprocal nearest neighbours: Benzécri 1982).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import combinations

import numpy as np

from generator.linking.arrays import components
from generator.linking.linkage import Chances, groups, ties_of
from generator.linking.merging import MERGING, Groups, Known, Pair
from generator.linking.scoring import Model, chance, columns

Triple = tuple[int, int, float]

JOINED, ALONE = 0.25, 0.40
"""The mean chance between two groups of entries with dates from which they are one, and the chance of two entries,
with dates or without, from which they may begin a group: company that agrees makes up for doubt."""

SURE = 0.70
"""The mean chance between two groups without dates from which they are one, whatever rivals there are."""

CHOSEN = 0.40
"""The chance of two groups, weighed against others, from which they are one."""

WORTH_JOINING = 0.15
"""Entries that no pair of at least this chance connects are in no group together."""

SUPPORTED = 0.05
"""The least chance of its own with which a pair inside a group is a link."""

BASE, OWN, COMPANY, SIZE = 0.57, 0.49, 0.64, -0.03
"""The log odds of a link, and what those of a pair, of its group's mean and each e-fold size of the group add
to them: fitted by ``benchmarks.linking.scores`` on stories not seen, so that scores can be believed."""


def held_together(pairs: Iterable[Triple], known: Known, model: Model) -> Chances:
    """The pairs (a, b) that lie inside a group, each with its score: the chance that the link is right."""
    chances: Chances = {(a, b): chance for a, b, chance in pairs if chance >= SUPPORTED}
    found: Chances = {}
    for group in grouped(chances, known, model):
        inside = [pair for pair in combinations(group, 2) if pair in chances]
        mean = sum(chances[pair] for pair in inside) / (len(group) * (len(group) - 1) / 2)
        found.update((pair, score(chances[pair], mean, len(group))) for pair in inside)
    return found


def grouped(chances: Chances, known: Known, model: Model) -> list[tuple[int, ...]]:
    """Groups of two or more, each ascending, in order of their first entry."""
    dated, undated = _parted(chances, known)
    return sorted([*groups(dated, JOINED, alone=ALONE, apart=known.names.oppose), *_chosen(undated, known, model)])


def _parted(chances: Chances, known: Known) -> tuple[list[Triple], list[Triple]]:
    """The pairs that no chain of pairs connects with an entry without a date, and the others."""
    a, b = np.array(sorted(chances), dtype=np.int64).reshape(-1, 2).T
    part = components(a, b, len(known.undated))
    without = np.isin(part, part[known.undated]).tolist()
    parted: tuple[list[Triple], list[Triple]] = ([], [])
    for (first, second), each in chances.items():
        parted[without[first]].append((first, second, each))
    return parted


def _chosen(ties: list[Triple], known: Known, model: Model) -> list[tuple[int, ...]]:
    standing = Groups.of(groups(ties, SURE), ties_of(ties), known)
    judged: dict[Pair, float] = {}
    while matches := _matches(_judge(standing, judged, model)):
        for a, b in matches:
            standing.merge(a, b)
    return [group for group in standing.members.values() if len(group) > 1]


def _judge(standing: Groups, judged: dict[Pair, float], model: Model) -> dict[Pair, float]:
    """The pairs of groups that may become one, with their chance.

    Those ``judged`` before are not judged again, though their rivals may have become one: it would cost a round each.
    """
    near = standing.near(ALONE)
    fresh = [pair for pair in near if pair not in judged]
    chances = chance(model.log_odds(columns(MERGING, standing.measures(fresh)), len(fresh)))
    for pair, each in zip(fresh, chances.tolist(), strict=True):
        judged[pair] = 0.0 if each >= CHOSEN and standing.oppose(*pair) else each
    return {pair: judged[pair] for pair in near if judged[pair] >= CHOSEN}


def _matches(likely: dict[Pair, float]) -> list[Pair]:
    """The pairs of groups of which each is the other's best; of equal ones the first."""
    best: dict[int, Pair] = {}
    for pair, _ in sorted(likely.items(), key=lambda each: (-each[1], each[0])):
        for group in pair:
            best.setdefault(group, pair)
    return sorted(pair for pair in set(best.values()) if best[pair[0]] == best[pair[1]])


def score(own: float, mean: float, size: int) -> float:
    """The chance that a link is right, given the pair's own chance, its group's mean and size."""
    odds = BASE + OWN * _log_odds(own) + COMPANY * _log_odds(mean) + SIZE * math.log(size / 2)
    return 1 / (1 + math.exp(-odds))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))
