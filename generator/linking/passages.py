"""How alike the sentences of two entries are, whatever else stands beside them."""

from __future__ import annotations

import numpy as np

from generator.linking.arrays import Floats, Ints, expanded, greatest, starts_of, totals
from generator.linking.candidates import Pairs
from generator.linking.index import Index
from generator.linking.shared import Shared


def sentences_alike(words: Shared, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    """The cosine of the two sentences that are most alike, and of the two opening ones.

    Each pair has a grid of cells, one for each sentence of ``a`` with each of ``b``; a shared term
    adds its weight to the cells of the sentences in which it stands.
    """
    sentences = index.sentences
    counts = np.diff(sentences.of_entry)
    width = counts[pairs.b]
    cells = starts_of(counts[pairs.a] * width)
    term, place = expanded(sentences.starts[words.in_a], sentences.starts[words.in_a + 1])
    owner = words.pairs[term]
    line = cells[owner] + sentences.numbers[place] * width[owner]
    other = words.in_b[term]
    again, place = expanded(sentences.starts[other], sentences.starts[other + 1])
    weight = words.table.rarity[words.terms[term]] ** 2
    total = totals(line[again] + sentences.numbers[place], weight[again], int(cells[-1]))
    return _cosines(total, cells, index, pairs)


def _cosines(total: Floats, cells: Ints, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    shared = np.flatnonzero(total)
    pair = np.repeat(np.arange(len(pairs)), np.diff(cells))[shared]
    begins = index.sentences.of_entry
    width = np.diff(begins)[pairs.b[pair]]
    at = shared - cells[pair]
    line = at // width
    one, two = begins[pairs.a[pair]] + line, begins[pairs.b[pair]] + at - line * width
    alike = np.minimum(total[shared] / (index.sentences.norms[one] * index.sentences.norms[two]), 1.0)
    opening = at == 0
    return greatest(pair, alike, len(pairs)), greatest(pair[opening], alike[opening], len(pairs))
