"""What two entries have in common, in numbers: one row of measures for each pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Floats, ratio, totals
from generator.linking.candidates import Pairs
from generator.linking.index import UNDATED, Index
from generator.linking.nearest import KEPT, NEARBY, Nearest
from generator.linking.passages import sentences_alike
from generator.linking.shared import Shared, in_common, shared_terms, stretches

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
    *NEARBY,
    "hours apart",
    "undated",
    "same outlet",
    "shorter length",
    "length ratio",
    "usually alike",
    "usually covered",
    "usual rarity shared",
    "usual rarity of names shared",
    *KEPT,
)

_DAY_ONLY_HOURS = 8.0
_SAYS_NOTHING = 2.0
"""Words that one entry in seven has, whatever its subject, are no evidence."""


def measure(index: Index, pairs: Pairs) -> Floats:
    """One row for each pair, one column for each of ``WORDING``. Rarity is counted in this archive
    but where a measure is called usual."""
    wording = Wording.of(index, pairs)
    return np.concatenate([wording.rows(stretch) for stretch in wording.stretches()])


@dataclass(frozen=True, slots=True)
class Wording:
    """What must be known of all pairs before any can be measured.

    ``common`` is the weight of the words each pair shares, squared.
    """

    index: Index
    pairs: Pairs
    common: Floats
    nearest: Nearest
    name_norms: Floats
    usual_norms: Floats

    @classmethod
    def of(cls, index: Index, pairs: Pairs) -> Wording:
        common = in_common(index.words, pairs, (index.words.rarity**2)[index.words.terms])
        nearest = Nearest.of(index, pairs, _cosine(common, index.words.norms, pairs))
        name_norms, usual_norms = index.words.norms_of(index.is_name), index.words.norms_under(index.usual)
        return cls(index, pairs, common, nearest, name_norms, usual_norms)

    def stretches(self) -> Iterator[slice]:
        """The pairs by position, a few at a time: what is worked out on the way to their measures takes little room."""
        sentences = np.diff(self.index.sentences.of_entry)
        return stretches(self.index.words, self.pairs, sentences[self.pairs.a] * sentences[self.pairs.b])

    def rows(self, stretch: slice) -> Floats:
        """The measures of some of the pairs."""
        index, pairs = self.index, self.pairs.where(stretch)
        words = shared_terms(index.words, pairs)
        rarity = index.words.rarity
        common = self.common[stretch]
        sizes = np.log1p(np.diff(index.words.starts))
        shorter, longer = np.minimum(sizes[pairs.a], sizes[pairs.b]), np.maximum(sizes[pairs.a], sizes[pairs.b])
        plain, names, figures = _by_kind(words, index)
        columns = (
            _cosine(common, index.words.norms, pairs),
            _covered(common, index.words.norms, pairs),
            *_leads(words, index, pairs),
            _cosine(shared_terms(index.phrases, pairs).total(index.phrases.rarity**2), index.phrases.norms, pairs),
            *sentences_alike(words, index, pairs),
            np.log1p(plain),
            np.log1p(names),
            *_names(words.total(rarity**2 * index.is_name), self.name_norms, pairs),
            np.log1p(figures),
            words.greatest(rarity),
            *self.nearest.nearby(words),
            np.log1p(_hours_apart(index, pairs)),
            ((index.days[pairs.a] == UNDATED) | (index.days[pairs.b] == UNDATED)).astype(float),
            (index.outlets[pairs.a] == index.outlets[pairs.b]).astype(float),
            shorter,
            shorter - longer,
            *self._usually(words, pairs),
            *self.nearest.kept(words, pairs),
        )
        return np.array(columns).T

    def _usually(self, words: Shared, pairs: Pairs) -> tuple[Floats, Floats, Floats, Floats]:
        """How alike, how much is covered and how much is shared, with words as rare as in news anywhere."""
        common, told = words.total(self.index.usual**2), np.maximum(self.index.usual - _SAYS_NOTHING, 0.0)
        return (
            _cosine(common, self.usual_norms, pairs),
            _covered(common, self.usual_norms, pairs),
            np.log1p(words.total(told)),
            np.log1p(words.total(told * self.index.is_name)),
        )


def _by_kind(words: Shared, index: Index) -> Floats:
    """For each pair how rare the plain words are that it shares, the names, and the figures, in three rows."""
    kind = index.is_name + 2 * index.is_figure
    weight = totals(3 * words.pairs + kind[words.terms], index.words.rarity[words.terms], 3 * words.count)
    return weight.reshape(-1, 3).T


def _cosine(common: Floats, norms: Floats, pairs: Pairs) -> Floats:
    return ratio(common, norms[pairs.a] * norms[pairs.b])


def _covered(common: Floats, norms: Floats, pairs: Pairs) -> Floats:
    return ratio(common, np.minimum(norms[pairs.a], norms[pairs.b]) ** 2)


def _leads(words: Shared, index: Index, pairs: Pairs) -> tuple[Floats, Floats]:
    """How alike the headlines and openings are, and how much of the poorer one the other covers."""
    in_both = index.in_lead[words.in_a] & index.in_lead[words.in_b]
    common = words.sum(index.words.rarity[words.terms] ** 2 * in_both)
    return _cosine(common, index.lead_norms, pairs), _covered(common, index.lead_norms, pairs)


def _names(common: Floats, norms: Floats, pairs: Pairs) -> tuple[Floats, Floats]:
    """How alike the names of both are, and how much of the better-named one's names the other lacks."""
    a, b = norms[pairs.a], norms[pairs.b]
    both = np.minimum(a, b) > 0
    return ratio(common, a * b), np.where(both, 1.0 - ratio(common, np.minimum(a, b) ** 2), 0.5)


def _hours_apart(index: Index, pairs: Pairs) -> Floats:
    """Hours between both; from days alone a whole number of days and some hours; 0 where one has no date."""
    exact = np.abs(index.hours[pairs.a] - index.hours[pairs.b])
    first, second = index.days[pairs.a], index.days[pairs.b]
    rough = np.where((first != UNDATED) & (second != UNDATED), 24.0 * np.abs(first - second) + _DAY_ONLY_HOURS, 0.0)
    return np.where(np.isnan(exact), rough, exact)
