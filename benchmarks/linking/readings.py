"""Entries read once, however many archives they stand in, and links as ``digest link`` makes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.linking.account import Account, account_of
from generator.linking.curation import moment
from generator.linking.index import build_index
from generator.linking.linker import together
from generator.linking.merging import Known
from generator.linking.scoring import Weights
from generator.linking.weighing import weigh
from generator.model import Entry

Scores = dict[frozenset[str], float]


@cache
def account(entry: Entry) -> Account:
    return account_of(entry)


def links(entries: Sequence[Entry], weights: Weights) -> Scores:
    """The pairs of ids that are links of one event, with their scores."""
    ordered = sorted(entries, key=moment)
    index = build_index(ordered)
    found = together(weigh(index, list(map(account, ordered)), weights), index, weights)
    return {frozenset((ordered[a].id, ordered[b].id)): score for (a, b), score in found.items()}


def weighed(entries: Sequence[Entry], weights: Weights) -> tuple[list[str], dict[tuple[int, int], float], Known]:
    """The ids in the order they are linked in, the chance of each pair of them without a roundup, and what groups
    are weighed by beside."""
    ordered = sorted(entries, key=moment)
    index = build_index(ordered)
    found = weigh(index, list(map(account, ordered)), weights)
    pairs = zip(found.pairs.a.tolist(), found.pairs.b.tolist(), strict=True)
    chances = zip(pairs, found.chances.tolist(), found.roundup.tolist(), strict=True)
    kept = {pair: chance for pair, chance, roundup in chances if not roundup}
    return [entry.id for entry in ordered], kept, Known.of(index)
