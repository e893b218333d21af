"""What two entries have in common, in numbers: one row of measures for each pair."""

from __future__ import annotations

import numpy as np

from generator.linking.candidates import DAYS_APART, Pairs, spread
from generator.linking.index import UNDATED, Flags, Floats, Index, Ints
from generator.linking.shared import Shared, greatest, shared_terms

WORDING = (
    "words alike",
    "words covered",
    "openings alike",
    "opening covered",
    "phrases alike",
    "best sentences alike",
    "first sentences alike",
    "shared words",
    "shared names",
    "names alike",
    "names missing",
    "shared figures",
    "rarest shared",
    "rare nearby",
    "rarest nearby",
    "hours apart",
    "undated",
    "same outlet",
    "shorter length",
    "length ratio",
    "rivals in reach",
)

_NEIGHBOURS = 12
_DAY_ONLY_HOURS = 8.0


def measure(index: Index, pairs: Pairs) -> Floats:
    """One row for each pair, one column for each of ``WORDING``. Rarity is counted in this archive."""
    words, lead = shared_terms(index.words, pairs), shared_terms(index.lead, pairs)
    rarity = index.words.rarity
    alike = _cosine(words, pairs)
    plain = ~index.is_name & ~index.is_figure
    sizes = np.log1p(np.diff(index.words.starts))
    shorter, longer = np.minimum(sizes[pairs.a], sizes[pairs.b]), np.maximum(sizes[pairs.a], sizes[pairs.b])
    names_alike, names_missing = _names(words, index, pairs)
    columns = (
        alike,
        _covered(words, pairs),
        _cosine(lead, pairs),
        _covered(lead, pairs),
        _cosine(shared_terms(index.phrases, pairs), pairs),
        *_sentences(words, index, pairs),
        np.log1p(words.total(rarity * plain)),
        np.log1p(words.total(rarity * index.is_name)),
        names_alike,
        names_missing,
        np.log1p(words.total(rarity * index.is_figure)),
        words.greatest(rarity),
        *_nearby(words, index, pairs, alike),
        np.log1p(_hours_apart(index, pairs)),
        ((index.days[pairs.a] == UNDATED) | (index.days[pairs.b] == UNDATED)).astype(float),
        (index.outlets[pairs.a] == index.outlets[pairs.b]).astype(float),
        shorter,
        shorter - longer,
        np.log(np.minimum(_in_reach(index)[pairs.a], _in_reach(index)[pairs.b])),
    )
    return np.column_stack(columns)


def _cosine(shared: Shared, pairs: Pairs) -> Floats:
    table = shared.table
    return _ratio(shared.total(table.rarity**2), table.norms[pairs.a] * table.norms[pairs.b])


def _covered(shared: Shared, pairs: Pairs) -> Floats:
    table = shared.table
    return _ratio(shared.total(table.rarity**2), np.minimum(table.norms[pairs.a], table.norms[pairs.b]) ** 2)


def _names(words: Shared, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    """How alike the names of both are, and how much of the better-named one's names the other lacks."""
    common = words.total(index.words.rarity**2 * index.is_name)
    norms = index.words.norms_of(index.is_name)
    a, b = norms[pairs.a], norms[pairs.b]
    both = np.minimum(a, b) > 0
    return _ratio(common, a * b), np.where(both, 1.0 - _ratio(common, np.minimum(a, b) ** 2), 0.5)


def _sentences(words: Shared, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    """The cosine of the two sentences that are most alike, and of the two opening ones."""
    table = index.sentences
    where = _Occurrences.of(index)
    counts = where.counts[words.in_a] * where.counts[words.in_b]
    row = np.repeat(np.arange(len(counts)), counts)
    step = spread(counts)
    width = where.counts[words.in_b][row]
    one = where.sentences[where.starts[words.in_a][row] + step // np.maximum(width, 1)]
    two = where.sentences[where.starts[words.in_b][row] + step % np.maximum(width, 1)]
    weight = table.rarity[words.terms[row]] ** 2
    owner = words.pairs[row]
    in_a, in_b = one - index.sentence_starts[pairs.a][owner], two - index.sentence_starts[pairs.b][owner]
    key = (owner * 4096 + np.minimum(in_a, 63) * 64 + np.minimum(in_b, 63)).astype(np.int64)
    keys, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    total = np.bincount(inverse, weight, minlength=len(keys)).astype(np.float64)
    alike = np.minimum(_ratio(total, table.norms[one[first]] * table.norms[two[first]]), 1.0)
    opening = keys % 4096 == 0
    return (
        greatest(keys // 4096, alike, len(pairs)),
        greatest(keys[opening] // 4096, alike[opening], len(pairs)),
    )


class _Occurrences:
    """In which sentences each place of ``index.words.terms`` occurs."""

    __slots__ = ("counts", "sentences", "starts")

    def __init__(self, counts: Ints, starts: Ints, sentences: Ints) -> None:
        self.counts, self.starts, self.sentences = counts, starts, sentences

    @classmethod
    def of(cls, index: Index) -> _Occurrences:
        table = index.sentences
        sentence = table.rows
        entry = np.searchsorted(index.sentence_starts, sentence, "right") - 1
        width = np.int64(len(table.rarity) + 1)
        place = np.searchsorted(index.words.rows * width + index.words.terms, entry * width + table.terms)
        order = np.argsort(place, kind="stable")
        counts = np.bincount(place, minlength=len(index.words.terms))
        return cls(counts, np.cumsum(counts) - counts, sentence[order])


def _nearby(words: Shared, index: Index, pairs: Pairs, alike: Floats) -> tuple[Floats, Floats]:
    """How much of what a pair shares is rare even among the entries most like its two, and the rarest of it.

    Within one running event everyone shares the event's vocabulary; what few of the nearest share
    tells its happenings apart.
    """
    near_a, near_b = _nearest(pairs, alike)
    places = len(index.words.terms)
    having = np.bincount(words.in_a[near_a[words.pairs]], minlength=places)
    having += np.bincount(words.in_b[near_b[words.pairs]], minlength=places)
    share = (having[words.in_a] + having[words.in_b]) / (2 * _NEIGHBOURS)
    local = np.log((_NEIGHBOURS + 1) / (share * _NEIGHBOURS + 1))
    weight = local * index.words.rarity[words.terms]
    total = np.bincount(words.pairs, weight, minlength=words.count)
    return np.log1p(total), greatest(words.pairs, weight, words.count)


def _nearest(pairs: Pairs, alike: Floats) -> tuple[Flags, Flags]:
    """Whether each pair is among the ``_NEIGHBOURS`` most alike of its entry ``a``, and of its entry ``b``."""
    entry = np.concatenate((pairs.a, pairs.b))
    value = np.concatenate((alike, alike))
    order = np.lexsort((np.arange(len(entry)), -value, entry))
    rank = np.arange(len(order)) - np.searchsorted(entry[order], entry[order], "left")
    near = np.zeros(len(entry), dtype=bool)
    near[order[rank < _NEIGHBOURS]] = True
    return near[: len(pairs)], near[len(pairs) :]


def _hours_apart(index: Index, pairs: Pairs) -> Floats:
    """Hours between both; from days alone a whole number of days and some hours; 0 where one has no date."""
    exact = np.abs(index.hours[pairs.a] - index.hours[pairs.b])
    first, second = index.days[pairs.a], index.days[pairs.b]
    rough = np.where((first != UNDATED) & (second != UNDATED), 24.0 * np.abs(first - second) + _DAY_ONLY_HOURS, 0.0)
    return np.where(np.isnan(exact), rough, exact)


def _in_reach(index: Index) -> Ints:
    """How many entries each could be linked with by its date, itself included."""
    days = np.sort(index.days)
    undated = np.searchsorted(days, UNDATED, "right")
    near = np.searchsorted(days, index.days + DAYS_APART, "right") - np.searchsorted(days, index.days - DAYS_APART)
    return np.where(index.days == UNDATED, len(days), near + undated)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
