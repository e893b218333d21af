"""Entries read once, however many archives they stand in, and links as ``digest link`` makes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.linking.account import Account, account_of
from generator.linking.curation import moment
from generator.linking.index import build_index
from generator.linking.linker import together
from generator.linking.scoring import Weights
from generator.linking.weighing import Weighed, weigh
from generator.model import Entry

Scores = dict[frozenset[str], float]


@cache
def account(entry: Entry) -> Account:
    return account_of(entry)


def links(entries: Sequence[Entry], weights: Weights) -> Scores:
    """The pairs of ids that are links of one event, with their scores."""
    ordered = sorted(entries, key=moment)
    found = together(_weighed(ordered, weights), len(ordered))
    return {frozenset((ordered[a].id, ordered[b].id)): score for (a, b), score in found.items()}


def weighed(entries: Sequence[Entry], weights: Weights) -> tuple[list[str], dict[tuple[int, int], float]]:
    """The ids in the order they are linked in, and the chance of each pair of them without a roundup."""
    ordered = sorted(entries, key=moment)
    found = _weighed(ordered, weights)
    pairs = zip(found.pairs.a.tolist(), found.pairs.b.tolist(), strict=True)
    chances = zip(pairs, found.chances.tolist(), found.roundup.tolist(), strict=True)
    return [entry.id for entry in ordered], {pair: chance for pair, chance, roundup in chances if not roundup}


def _weighed(ordered: Sequence[Entry], weights: Weights) -> Weighed:
    return weigh(build_index(ordered), list(map(account, ordered)), weights)
