"""All profiles of an archive as arrays: which terms each entry has, and how rare each term is here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.profiles import Profile

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

UNDATED = -1


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of term, for all entries: row ``i`` holds ``terms[starts[i]:starts[i + 1]]``, ascending.

    ``rarity`` is the weight of a term, ``log(entries / entries with it)``; ``norms`` the Euclidean
    length of each row under these weights.
    """

    starts: Ints
    terms: Ints
    vocabulary: tuple[str, ...]
    frequency: Ints
    rarity: Floats
    norms: Floats

    @property
    def rows(self) -> Ints:
        """The entry of each term of ``terms``."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def row(self, entry: int) -> Ints:
        return self.terms[self.starts[entry] : self.starts[entry + 1]]


@dataclass(frozen=True, slots=True)
class Index:
    """An archive, indexed. ``days`` holds day numbers, ``UNDATED`` where there is none."""

    profiles: tuple[Profile, ...]
    words: Table
    lead: Table
    phrases: Table
    is_name: Flags
    is_figure: Flags
    days: Ints
    outlets: Ints

    def __len__(self) -> int:
        return len(self.profiles)


def build_index(profiles: Sequence[Profile]) -> Index:
    """The arrays of ``profiles``; entry ``i`` is the profile at position ``i``."""
    words = _table(profiles, lambda profile: profile.words)
    outlets = {name: number for number, name in enumerate(sorted({profile.outlet for profile in profiles}))}
    return Index(
        profiles=tuple(profiles),
        words=words,
        lead=_table(profiles, lambda profile: profile.lead),
        phrases=_table(profiles, lambda profile: profile.phrases),
        is_name=_names(profiles, words.vocabulary),
        is_figure=np.array([word[0].isdigit() for word in words.vocabulary], dtype=bool),
        days=np.array([UNDATED if profile.day is None else profile.day for profile in profiles], dtype=np.int64),
        outlets=np.array([outlets[profile.outlet] for profile in profiles], dtype=np.int64),
    )


def _table(profiles: Sequence[Profile], of: Callable[[Profile], tuple[str, ...]]) -> Table:
    rows = [of(profile) for profile in profiles]
    vocabulary = tuple(sorted({key for row in rows for key in row}))
    number = {key: position for position, key in enumerate(vocabulary)}
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    terms = np.fromiter((term for row in rows for term in sorted(number[key] for key in row)), np.int64, starts[-1])
    frequency = np.bincount(terms, minlength=len(vocabulary)).astype(np.int64)
    rarity = np.log((len(rows) + 1) / np.maximum(frequency, 1))
    squares = np.bincount(np.repeat(np.arange(len(rows)), np.diff(starts)), rarity[terms] ** 2, minlength=len(rows))
    return Table(starts, terms, vocabulary, frequency, rarity, np.sqrt(np.maximum(squares, 1e-12)))


def _names(profiles: Sequence[Profile], vocabulary: Sequence[str]) -> Flags:
    """A term is a name if running text of the archive writes it with a capital more often than not."""
    capital: dict[str, int] = {}
    seen: dict[str, int] = {}
    for profile in profiles:
        for key, (up, count) in profile.capitals.items():
            capital[key] = capital.get(key, 0) + up
            seen[key] = seen.get(key, 0) + count
    return np.array([2 * capital.get(key, 0) > seen.get(key, 0) for key in vocabulary], dtype=bool)
