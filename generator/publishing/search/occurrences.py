"""Which entries hold which term, where, and how much they are about it (BM25), as sorted columns.

S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009. A word in
the headline counts as several. The part of the score that needs no query is kept in four bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.publishing.search.packing import Ints, packed, rice_parameter
from generator.publishing.search.tokens import TokenStream

K1: Final = 1.2
B: Final = 0.75
HEADLINE_WEIGHT: Final = 3
IMPACT_BITS: Final = 4
DENSE: Final = 4096
"""Of a term in more entries than this, only the strongest keep a score of their own; the others share one."""
STRONG: Final = 1024
HEADLINE_GAP: Final = 8
"""Positions between headline and text, so that no phrase runs across."""
POSITION_RICE: Final = 4
LAST_POSITION: Final = 4095
"""Phrases are found among the first words of an entry; all later ones count as standing here."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Table:
    """One row for each term and entry that holds it, sorted by both; and one for each occurrence.

    ``term``, ``entry``, ``impact`` (1 to 15) and ``is_strong`` are columns of the former;
    ``position`` and ``is_first`` (in its entry) of the latter. ``terms`` and ``entries`` are counts.
    """

    terms: int
    entries: int
    term: Ints
    entry: Ints
    impact: NDArray[np.uint8]
    is_strong: Flags
    position: Ints
    is_first: Flags

    @classmethod
    def of(cls, stream: TokenStream, names: Sequence[str]) -> Table:
        """The columns of a stream whose terms are numbered anew in the order of ``names``."""
        counts = np.frombuffer(stream.counts, dtype=np.uint32)
        entries = len(counts) // 2
        text = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        position, lengths = _positions(np.frombuffer(stream.step, dtype=np.uint8), text, len(counts))
        order, key = _sorted(stream, names, text, entries)
        position = position[order]
        in_headline = text[order] % 2 == 0
        del order, text
        is_first = np.diff(key, prepend=-1) != 0
        begins = np.flatnonzero(is_first)
        frequency = np.add.reduceat(np.where(in_headline, HEADLINE_WEIGHT, 1), begins)
        term, entry = (column.astype(np.int32) for column in np.divmod(key[begins], entries))
        impact = _impacts(frequency, lengths[entry], float(lengths.mean()))
        return cls(
            terms=len(names),
            entries=entries,
            term=term,
            entry=entry,
            impact=impact,
            is_strong=_strong(term, impact, len(names)),
            position=position,
            is_first=is_first,
        )

    @property
    def everything(self) -> Flags:
        return np.ones_like(self.is_strong)

    def counts(self, chosen: Flags) -> Ints:
        """How many chosen entries each term has."""
        return np.bincount(self.term[chosen], minlength=self.terms)

    def shared_impacts(self) -> Ints:
        """For each term the mean impact of its entries that have none of their own, rounded."""
        weak = ~self.is_strong
        totals = np.bincount(self.term[weak], weights=self.impact[weak], minlength=self.terms)
        return np.rint(totals / np.maximum(self.counts(weak), 1)).astype(np.int64)

    def packed_lists(self, chosen: Flags, width: int) -> Iterator[str]:
        """For each term its chosen entries, with ``width`` bits of impact each."""
        gaps = _gaps(self.entry[chosen], np.diff(self.term[chosen], prepend=-1) != 0)
        counts = self.counts(chosen)
        return packed(gaps, self.impact[chosen], width, rice_parameter(self.entries, counts), counts)

    def packed_positions(self) -> Iterator[str]:
        """For each term where it occurs: a gap, and one bit that is set where the next entry begins."""
        gaps = np.maximum(_gaps(self.position, self.is_first), 0)
        occurrences = np.diff(np.append(np.flatnonzero(self.is_first), len(self.is_first)))
        counts = np.bincount(self.term, weights=occurrences, minlength=self.terms).astype(np.int64)
        return packed(gaps, self.is_first.view(np.uint8), 1, np.full(self.terms, POSITION_RICE), counts)


def _sorted(stream: TokenStream, names: Sequence[str], text: Ints, entries: int) -> tuple[Ints, NDArray[np.int64]]:
    """The order of all occurrences by term and entry, and what they are sorted by, in that order."""
    rank = np.empty(len(names), dtype=np.int64)
    rank[[stream.names[name] for name in names]] = np.arange(len(names))
    key = rank[np.frombuffer(stream.term, dtype=np.uint32)]
    key *= entries
    key += text >> 1
    order = np.argsort(key, kind="stable")
    return order, key[order]


def _gaps(values: Ints, is_first: Flags) -> Ints:
    """How many numbers are left out before each value; a list begins where ``is_first``."""
    before = np.roll(values, 1)
    before[is_first] = -1
    return values - before - 1


def _positions(step: NDArray[np.uint8], text: Ints, texts: int) -> tuple[Ints, Ints]:
    """The position of each occurrence in its entry, and the words of each entry, at least 1.

    ``text`` numbers headlines (even) and texts (odd); between the two of one entry a gap is left.
    """
    words = np.bincount(text, weights=step, minlength=texts).astype(np.int64)
    before_entry = np.cumsum(words)[::2] - words[::2]
    offset = np.repeat(before_entry, 2) + 1
    offset[1::2] -= HEADLINE_GAP
    position = np.cumsum(step, dtype=np.int64) - offset[text]
    lengths = np.maximum(words[::2] + words[1::2], 1)
    return np.minimum(position, LAST_POSITION).astype(np.int32), lengths


def _impacts(frequency: Ints, length: Ints, mean: float) -> NDArray[np.uint8]:
    saturation = K1 * (1 - B + B * length / mean)
    top = 2**IMPACT_BITS - 1
    return np.clip(np.rint(top * frequency / (frequency + saturation)), 1, top).astype(np.uint8)


def _strong(term: Ints, impact: NDArray[np.uint8], terms: int) -> Flags:
    """All entries of most terms; of a dense one the highest impacts that at most ``STRONG`` entries reach."""
    strong = np.ones(len(term), dtype=np.bool_)
    counts = np.bincount(term, minlength=terms)
    ends = np.cumsum(counts)
    for number in np.flatnonzero(counts > DENSE).tolist():
        rows = slice(int(ends[number] - counts[number]), int(ends[number]))
        at_least = np.cumsum(np.bincount(impact[rows], minlength=2**IMPACT_BITS)[::-1])[::-1]
        strong[rows] = impact[rows] >= np.searchsorted(-at_least, -STRONG)
    return strong
