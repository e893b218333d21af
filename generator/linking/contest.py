"""Every pair weighed among its rivals, and again once those have been, each as soon as all its rivals are known.

Dated entries pair within a few days, and pairs come in order of time: so only those of a few days, and
those tied to an entry without a date, are held at once. What comes out is the same as if all were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from generator.linking.arrays import Flags, Floats, Ints, changes
from generator.linking.candidates import Pairs
from generator.linking.rivals import RIVALRY, rivalry
from generator.linking.scoring import Model, Weights, columns

AT_ONCE = 50_000
_OFTEN = 4


@dataclass(frozen=True, slots=True)
class _Entrants:
    """Pairs with what is known of them so far; ``places`` ascend and tell each from all others."""

    places: Ints
    pairs: Pairs
    log_odds: Floats

    def __len__(self) -> int:
        return len(self.places)

    def where(self, keep: Flags | Ints) -> _Entrants:
        return _Entrants(self.places[keep], self.pairs.where(keep), self.log_odds[keep])

    def touching(self, entries: Flags) -> Flags:
        """Those of which either entry is one of ``entries``."""
        found: Flags = entries[self.pairs.a] | entries[self.pairs.b]
        return found


def _joined(parts: Sequence[_Entrants]) -> _Entrants:
    joined = _Entrants(
        np.concatenate([part.places for part in parts]),
        Pairs(np.concatenate([part.pairs.a for part in parts]), np.concatenate([part.pairs.b for part in parts])),
        np.concatenate([part.log_odds for part in parts]),
    )
    return joined.where(np.argsort(joined.places, kind="stable"))


_NOBODY = _Entrants(np.zeros(0, dtype=np.int64), Pairs(*np.zeros((2, 0), dtype=np.int64)), np.zeros(0))


@dataclass(slots=True)
class _Kept:
    """The measures, a line for each, of one part of the pairs: those still ``needed``, and at most as many others."""

    places: Ints
    lines: NDArray[np.float32]
    needed: Flags

    def of(self, places: Ints) -> NDArray[np.float32]:
        return self.lines[:, np.searchsorted(self.places, places)]

    def release(self, places: Ints) -> None:
        self.needed[np.searchsorted(self.places, places)] = False
        if 2 * int(self.needed.sum()) <= len(self.needed):
            kept = self.needed
            self.places, self.lines, self.needed = self.places[kept], self.lines[:, kept], self.needed[kept]


@dataclass(slots=True)
class _Measures:
    """The measures of the pairs still to be weighed, part by part; ``starts[i]`` is the first place of ``parts[i]``."""

    names: tuple[str, ...] = ()
    starts: list[int] = field(default_factory=lambda: [0])
    parts: list[_Kept] = field(default_factory=list)

    def add(self, measures: Mapping[str, Floats], some: Flags) -> Ints:
        """The places that ``some`` of the pairs have from now on."""
        self.names = tuple(measures)
        lines = np.array([column[some] for column in measures.values()], dtype=np.float32)
        places = np.arange(self.starts[-1], self.starts[-1] + lines.shape[1])
        self.parts.append(_Kept(places, lines, np.ones(len(places), dtype=bool)))
        self.starts.append(self.starts[-1] + len(places))
        return places

    def of(self, places: Ints) -> dict[str, Floats]:
        """The measures of some places, one or more, by name."""
        lines = np.concatenate([part.of(few) for part, few in self._by_part(places)], axis=1)
        return dict(zip(self.names, lines.astype(np.float64), strict=True))

    def release(self, places: Ints) -> None:
        """Nobody will ask for these again."""
        for part, few in self._by_part(places):
            part.release(few)

    def _by_part(self, places: Ints) -> Iterator[tuple[_Kept, Ints]]:
        numbers = np.searchsorted(self.starts, places, "right") - 1
        firsts = np.flatnonzero(changes(numbers)).tolist() if len(places) else []
        for first, last in zip(firsts, [*firsts[1:], len(places)], strict=False):
            yield self.parts[numbers[first]], places[first:last]


@dataclass(slots=True)
class _Round:
    """One weighing among rivals. ``held`` are the pairs that are ``waiting``, and their rivals.

    ``settled`` are the entries all of whose pairs have left the round.
    """

    model: Model
    measures: _Measures
    settled: Flags
    at_once: int
    held: _Entrants = _NOBODY
    waiting: Flags = field(default_factory=lambda: np.zeros(0, dtype=bool))
    fresh: list[_Entrants] = field(default_factory=list)

    def take(self, fresh: _Entrants, settled: Flags, *, last: bool) -> _Entrants:
        """The pairs that can be weighed now that ``fresh`` have come, weighed.

        ``settled`` are the entries of which no further pair will come, all of them at ``last``. Some
        pairs are gathered first, a share of those held, so that none is looked at over and over.
        """
        self.fresh.append(fresh)
        if not last and sum(map(len, self.fresh)) < max(self.at_once, len(self.held) // _OFTEN):
            return _NOBODY
        self._admit()
        ready = self.waiting & settled[self.held.pairs.a] & settled[self.held.pairs.b]
        weighed = self._weighed(np.flatnonzero(ready))
        self._let_go(self.waiting & ~ready, settled)
        return weighed

    def _admit(self) -> None:
        """Hold those that have come; they wait too."""
        joined = _joined([self.held, *self.fresh])
        waiting = np.ones(len(joined), dtype=bool)
        waiting[np.searchsorted(joined.places, self.held.places)] = self.waiting
        self.held, self.waiting = joined, waiting
        self.fresh = []

    def _weighed(self, ready: Ints) -> _Entrants:
        if not len(ready):
            return _NOBODY
        found = self.held.where(ready)
        table = self._among_rivals(found)
        log_odds = np.empty(len(ready))
        for first in range(0, len(ready), self.at_once):
            few = slice(first, first + self.at_once)
            measures = {**self.measures.of(found.places[few]), **columns(RIVALRY, table[few])}
            log_odds[few] = self.model.log_odds(measures, len(ready[few]))
        return _Entrants(found.places, found.pairs, log_odds)

    def _among_rivals(self, some: _Entrants) -> Floats:
        """The rivalry of ``some`` of the pairs held; only pairs that share an entry with one of them bear on it."""
        theirs = np.zeros(len(self.settled), dtype=bool)
        theirs[some.pairs.a] = theirs[some.pairs.b] = True
        near = self.held.where(self.held.touching(theirs))
        theirs[near.pairs.a] = theirs[near.pairs.b] = True
        number = np.cumsum(theirs) - 1
        renumbered = Pairs(number[near.pairs.a], number[near.pairs.b])
        return rivalry(renumbered, near.log_odds, int(theirs.sum()), np.searchsorted(near.places, some.places))

    def _let_go(self, waiting: Flags, settled: Flags) -> None:
        """Hold those only that wait, and the pairs that are or may become rivals of some that do."""
        self.settled = settled.copy()
        self.settled[self.held.pairs.a[waiting]] = False
        self.settled[self.held.pairs.b[waiting]] = False
        kept = self.held.touching(~self.settled)
        self.held, self.waiting = self.held.where(kept), waiting[kept]


class Contest:
    """All pairs among their rivals: they enter part by part, ``results`` has all in the end.

    ``possible`` are all pairs there may be, in the order in which they come; ``size`` entries in all.
    ``at_once`` are the pairs weighed together, where that many can be.
    """

    def __init__(self, possible: Pairs, size: int, weights: Weights, at_once: int = AT_ONCE) -> None:
        self._possible = len(possible)
        self._last = _last_of_each(possible, size)
        self._measures = _Measures()
        self._rounds = [
            _Round(model, self._measures, np.zeros(size, dtype=bool), at_once)
            for model in (weights.rivals, weights.again)
        ]
        self._results: list[_Entrants] = [_NOBODY]

    def enter(self, pairs: Pairs, log_odds: Floats, measures: Mapping[str, Floats], some: Flags, seen: int) -> None:
        """``some`` of the pairs, now that the first ``seen`` of those possible have been looked at."""
        entrants = _Entrants(self._measures.add(measures, some), pairs.where(some), log_odds[some])
        settled, last = self._last < seen, seen == self._possible
        for each in self._rounds:
            entrants = each.take(entrants, settled, last=last)
            settled = each.settled
        self._measures.release(entrants.places)
        self._results.append(entrants)

    def results(self) -> Floats:
        """The log odds of all pairs that have entered, in that order."""
        return _joined(self._results).log_odds


def _last_of_each(pairs: Pairs, size: int) -> Ints:
    """The position of the last pair of each entry, -1 for those without one."""
    last = np.full((2, size), -1, dtype=np.int64)
    for line, entries in zip(last, (pairs.a, pairs.b), strict=True):
        line[entries] = np.arange(len(pairs))
    found: Ints = last.max(axis=0)
    return found
