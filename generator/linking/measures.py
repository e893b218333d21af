"""What two entries have in common, in numbers: one row of measures for every pair, none of them secret."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.candidates import Pairs
from generator.linking.index import UNDATED, Flags, Floats, Index, Ints, Table

NAMES = (
    "words alike",
    "words covered",
    "openings alike",
    "opening covered",
    "phrases alike",
    "shared words",
    "shared names",
    "names alike",
    "shared figures",
    "rarest shared",
    "days apart",
    "undated",
    "same outlet",
    "shorter length",
    "length ratio",
)


@dataclass(frozen=True, slots=True)
class Shared:
    """Every (pair, term) that both entries of the pair have, in one kind of term."""

    pairs: Ints
    terms: Ints
    count: int

    def total(self, weights: Floats) -> Floats:
        """The sum of ``weights`` (one for each term of the vocabulary) over what each pair shares."""
        return np.bincount(self.pairs, weights[self.terms], minlength=self.count)

    def greatest(self, weights: Floats) -> Floats:
        best = np.zeros(self.count)
        np.maximum.at(best, self.pairs, weights[self.terms])
        return best


def shared_terms(table: Table, pairs: Pairs) -> Shared:
    """The terms of ``table`` that both entries of each pair have."""
    width = np.int64(len(table.vocabulary) + 1)
    present = table.rows * width + table.terms
    sizes = np.diff(table.starts)
    short = np.where(sizes[pairs.a] <= sizes[pairs.b], pairs.a, pairs.b)
    long = pairs.a + pairs.b - short
    counts = sizes[short]
    owner = np.repeat(np.arange(len(pairs)), counts)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    terms = table.terms[table.starts[short][owner] + offset]
    wanted = long[owner] * width + terms
    position = np.minimum(np.searchsorted(present, wanted), max(len(present) - 1, 0))
    hit = present[position] == wanted if len(present) else np.zeros(0, dtype=bool)
    return Shared(owner[hit], terms[hit], len(pairs))


def measure(index: Index, pairs: Pairs) -> Floats:
    """One row for each pair, one column for each of ``NAMES``."""
    words = shared_terms(index.words, pairs)
    lead = shared_terms(index.lead, pairs)
    phrases = shared_terms(index.phrases, pairs)
    rarity = index.words.rarity
    plain = ~index.is_name & ~index.is_figure
    size = np.diff(index.words.starts)
    shorter, longer = np.minimum(size[pairs.a], size[pairs.b]), np.maximum(size[pairs.a], size[pairs.b])
    columns = (
        _cosine(words, index.words, pairs),
        _covered(words, index.words, pairs),
        _cosine(lead, index.lead, pairs),
        _covered(lead, index.lead, pairs),
        _cosine(phrases, index.phrases, pairs),
        np.log1p(words.total(rarity * plain)),
        np.log1p(words.total(rarity * index.is_name)),
        _part_cosine(words, index, index.is_name, pairs),
        np.log1p(words.total(rarity * index.is_figure)),
        words.greatest(rarity),
        _days_apart(index, pairs),
        ((index.days[pairs.a] == UNDATED) | (index.days[pairs.b] == UNDATED)).astype(float),
        (index.outlets[pairs.a] == index.outlets[pairs.b]).astype(float),
        np.log1p(shorter),
        np.log1p(shorter) - np.log1p(longer),
    )
    return np.column_stack(columns)


def _cosine(shared: Shared, table: Table, pairs: Pairs) -> Floats:
    return shared.total(table.rarity**2) / (table.norms[pairs.a] * table.norms[pairs.b])


def _covered(shared: Shared, table: Table, pairs: Pairs) -> Floats:
    return shared.total(table.rarity**2) / np.minimum(table.norms[pairs.a], table.norms[pairs.b]) ** 2


def _part_cosine(shared: Shared, index: Index, part: Flags, pairs: Pairs) -> Floats:
    weights = index.words.rarity**2 * part
    squares = np.bincount(index.words.rows, weights[index.words.terms], minlength=len(index))
    norms = np.sqrt(squares)
    both = norms[pairs.a] * norms[pairs.b]
    return np.divide(shared.total(weights), both, out=np.zeros(len(pairs)), where=both > 0)


def _days_apart(index: Index, pairs: Pairs) -> Floats:
    first, second = index.days[pairs.a], index.days[pairs.b]
    known = (first != UNDATED) & (second != UNDATED)
    return np.where(known, np.abs(first - second), 0).astype(float)
