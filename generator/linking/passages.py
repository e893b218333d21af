"""How alike the sentences of two entries are, whatever else stands beside them."""

from __future__ import annotations

import numpy as np

from generator.linking.arrays import Floats, Ints, expanded, greatest, starts_of, totals
from generator.linking.candidates import Pairs
from generator.linking.index import Index
from generator.linking.shared import Shared

MOST = 64
"""Sentences of an entry beyond these are compared with no other."""


def sentences_alike(words: Shared, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    """The cosine of the two sentences that are most alike, and of the two opening ones.

    Each pair has a grid of cells, one for each sentence of ``a`` with each of ``b``; a shared term
    adds its weight to the cells of the sentences in which it stands.
    """
    sentences = index.sentences
    begins, counts = sentences.of_entry[:-1], np.minimum(np.diff(sentences.of_entry), MOST)
    width = counts[pairs.b]
    cells = starts_of(counts[pairs.a] * width)
    in_a, in_b = _occurring(words, index)
    owner = words.pairs[in_a[0]]
    one, two = in_a[1] - begins[pairs.a[owner]], in_b - begins[pairs.b[owner]]
    compared = (one < MOST) & (two < MOST)
    cell = (cells[owner] + one * width[owner] + two)[compared]
    weight = words.table.rarity[words.terms[in_a[0][compared]]] ** 2
    total = totals(cell, weight, int(cells[-1]))
    return _cosines(total, cells, index, pairs)


def _occurring(words: Shared, index: Index) -> tuple[tuple[Ints, Ints], Ints]:
    """Every two sentences that a shared term stands in: which shared term, the sentence of ``a``, that of ``b``."""
    starts, numbers = index.sentences.starts, index.sentences.numbers
    first, place_a = expanded(starts[words.in_a], starts[words.in_a + 1])
    again, place_b = expanded(starts[words.in_b[first]], starts[words.in_b[first] + 1])
    return (first[again], numbers[place_a[again]]), numbers[place_b]


def _cosines(total: Floats, cells: Ints, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    shared = np.flatnonzero(total)
    pair = np.searchsorted(cells, shared, "right") - 1
    begins = index.sentences.of_entry
    width = np.minimum(np.diff(begins), MOST)[pairs.b[pair]]
    at = shared - cells[pair]
    one, two = begins[pairs.a[pair]] + at // width, begins[pairs.b[pair]] + at % width
    alike = np.minimum(total[shared] / (index.sentences.norms[one] * index.sentences.norms[two]), 1.0)
    opening = at == 0
    return greatest(pair, alike, len(pairs)), greatest(pair[opening], alike[opening], len(pairs))
