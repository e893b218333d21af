"""Entries → links: find pairs, weigh them, keep those that hold together, say how they relate.

A person decides last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from generator.config import Curation, Linking
from generator.linking.account import account_of
from generator.linking.curation import apply, moment
from generator.linking.evidence import evidence
from generator.linking.grouping import groups
from generator.linking.profiles import profile
from generator.linking.relations import describe_accounts
from generator.linking.scoring import trained
from generator.linking.weighing import Weighed, weigh
from generator.model import Entry, Link, Relation

SUPPORTED = 0.05
"""The least chance of its own with which a pair inside a group is a link."""

WORTH_READING = 0.12
"""The least chance with which a pair that is no link is ``related``."""

MOST_RELATED = 3

Chances = dict[tuple[int, int], float]


def link(
    entries: Sequence[Entry], spellings: Mapping[str, str], settings: Linking, curation: Curation
) -> tuple[Link, ...]:
    """The links between ``entries``, in order of (a, b).

    ``spellings`` maps the folded form of a name to the one it stands for; it may be empty.
    """
    ordered = sorted(entries, key=moment)
    weighed = weigh(
        [profile(entry, spellings) for entry in ordered],
        lambda number: account_of(ordered[number], settings.agencies),
        trained(),
    )
    links = [*_links(ordered, weighed, spellings), *_related(ordered, weighed, spellings)]
    return apply(links, curation, entries)


def together(weighed: Weighed) -> Chances:
    """The pairs that are links, and their scores: those inside a group that have a chance of their own."""
    single = ~weighed.roundup & (weighed.chances >= SUPPORTED)
    chances: Chances = {
        (int(a), int(b)): float(chance)
        for a, b, chance in zip(weighed.pairs.a[single], weighed.pairs.b[single], weighed.chances[single], strict=True)
    }
    found: Chances = {}
    for group in groups((a, b, chance) for (a, b), chance in chances.items()):
        inside = [pair for pair in combinations(group, 2) if pair in chances]
        mean = sum(chances[pair] for pair in inside) / (len(group) * (len(group) - 1) / 2)
        found.update((pair, (chances[pair] + mean) / 2) for pair in inside)
    return found


def _links(ordered: Sequence[Entry], weighed: Weighed, spellings: Mapping[str, str]) -> Iterator[Link]:
    for (a, b), score in together(weighed).items():
        described = describe_accounts(weighed.accounts[a], weighed.accounts[b])
        found = evidence(ordered[a], ordered[b], weighed.index, (a, b), spellings)
        yield Link(
            ordered[a].id,
            ordered[b].id,
            described.relation,
            round(score, 4),
            replace(found, credits=described.credits),
            described.figures,
        )


def _related(ordered: Sequence[Entry], weighed: Weighed, spellings: Mapping[str, str]) -> Iterator[Link]:
    """For each entry the few others most worth reading with it, the best first."""
    linked = together(weighed)
    spent = [0] * len(ordered)
    worth = np.flatnonzero(weighed.chances >= WORTH_READING)
    for number in worth[np.lexsort((worth, -weighed.chances[worth]))]:
        a, b = int(weighed.pairs.a[number]), int(weighed.pairs.b[number])
        if (a, b) in linked or min(spent[a], spent[b]) >= MOST_RELATED:
            continue
        spent[a] += 1
        spent[b] += 1
        found = evidence(ordered[a], ordered[b], weighed.index, (a, b), spellings)
        yield Link(ordered[a].id, ordered[b].id, Relation.RELATED, round(float(weighed.chances[number]), 4), found)
