"""All profiles of an archive as arrays: which terms each entry has, and how rare each term is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.profiles import Keys, Profile

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

UNDATED = -1


@dataclass(frozen=True, slots=True)
class Table:
    """Terms by row: row ``i`` holds ``terms[starts[i]:starts[i + 1]]``, numbers of terms, ascending.

    ``rarity`` is the weight of each term of the vocabulary, ``norms`` the Euclidean length of each row
    under these weights.
    """

    starts: Ints
    terms: Ints
    rarity: Floats
    norms: Floats

    @property
    def rows(self) -> Ints:
        """The row in which each of ``terms`` stands."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def row(self, number: int) -> Ints:
        return self.terms[self.starts[number] : self.starts[number + 1]]

    def norms_of(self, part: Flags) -> Floats:
        """The length of each row when only the terms of ``part`` count."""
        return _norms(self.starts, self.terms, self.rarity * part)


@dataclass(frozen=True, slots=True)
class Index:
    """An archive, indexed: entry ``i`` is row ``i`` of every table but ``sentences``.

    ``sentence_starts[i]`` is the first row of entry ``i`` in ``sentences``. ``days`` are day numbers
    (``UNDATED`` where there is none), ``hours`` since 1970 in UTC (NaN where unknown).
    """

    vocabulary: tuple[str, ...]
    words: Table
    lead: Table
    phrases: Table
    sentences: Table
    sentence_starts: Ints
    is_name: Flags
    is_figure: Flags
    days: Ints
    hours: Floats
    outlets: Ints

    def __len__(self) -> int:
        return len(self.days)


def build_index(profiles: Sequence[Profile]) -> Index:
    """The arrays of ``profiles``, in the same order."""
    vocabulary = tuple(sorted({key for profile in profiles for key in profile.words}))
    number = {key: position for position, key in enumerate(vocabulary)}
    words = _table([profile.words for profile in profiles], number, None)
    outlet_number = {name: position for position, name in enumerate(sorted({profile.outlet for profile in profiles}))}
    sentence_starts = np.zeros(len(profiles) + 1, dtype=np.int64)
    np.cumsum([len(profile.sentences) for profile in profiles], out=sentence_starts[1:])
    return Index(
        vocabulary=vocabulary,
        words=words,
        lead=_table([profile.lead for profile in profiles], number, words.rarity),
        phrases=table_of([profile.phrases for profile in profiles]),
        sentences=_table([row for profile in profiles for row in profile.sentences], number, words.rarity),
        sentence_starts=sentence_starts,
        is_name=_names(profiles, vocabulary),
        is_figure=np.array([word[0].isdigit() for word in vocabulary], dtype=bool),
        days=np.array([UNDATED if profile.day is None else profile.day for profile in profiles], dtype=np.int64),
        hours=np.array([np.nan if profile.hour is None else profile.hour for profile in profiles], dtype=np.float64),
        outlets=np.array([outlet_number[profile.outlet] for profile in profiles], dtype=np.int64),
    )


def table_of(rows: Sequence[Keys]) -> Table:
    """``rows`` of distinct keys as a table with a vocabulary of its own."""
    return _table(
        rows, {key: position for position, key in enumerate(sorted({key for row in rows for key in row}))}, None
    )


def _table(rows: Sequence[Keys], number: dict[str, int], rarity: Floats | None) -> Table:
    """``rows`` as numbers; without ``rarity``, that is ``log((rows + 1) / rows with the term)``."""
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    terms = np.fromiter((number[key] for row in rows for key in row), np.int64, starts[-1])
    terms = terms[np.lexsort((terms, np.repeat(np.arange(len(rows)), np.diff(starts))))]
    if rarity is None:
        rarity = np.log((len(rows) + 1) / np.maximum(np.bincount(terms, minlength=len(number)), 1))
    return Table(starts, terms, rarity, _norms(starts, terms, rarity))


def _norms(starts: Ints, terms: Ints, weights: Floats) -> Floats:
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return np.sqrt(np.bincount(rows, weights[terms] ** 2, minlength=len(starts) - 1))


def _names(profiles: Sequence[Profile], vocabulary: Sequence[str]) -> Flags:
    """A term is a name if running text of the archive writes it with a capital more often than not."""
    capital: dict[str, int] = {}
    seen: dict[str, int] = {}
    for profile in profiles:
        for key, (up, count) in profile.capitals.items():
            capital[key] = capital.get(key, 0) + up
            seen[key] = seen.get(key, 0) + count
    return np.array(
        [2 * capital.get(key, 0) > seen.get(key, 0) and not key[0].isdigit() for key in vocabulary], dtype=bool
    )
