"""What a pair of entries shares, in words that stand in both: for people, and nothing else is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import numpy as np
from babel.dates import get_day_names, get_month_names

from generator.linking.arrays import Flags, Ints, changes, spread
from generator.linking.candidates import Pairs
from generator.linking.index import Index
from generator.linking.shared import shared_terms, stretches
from generator.linking.terms import fold
from generator.model import Entry, Evidence

MOST = 6
_LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs ru uk tr id".split()
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"\n]{8,400})[”»“\"]")
_KINDS = range(3)
_NAMES, _WORDS, _FIGURES = _KINDS
_NOT_SHOWN = -1

Shown = list[tuple[str, ...]]


class Witness:
    """Finds what two entries share. ``entries`` stand in the order of ``index``."""

    def __init__(self, entries: Sequence[Entry], index: Index) -> None:
        self._entries, self._index = entries, index
        self._kinds, self._is_day = _kinds(index), _days(index)
        self._quoted: dict[int, tuple[str, ...]] = {}
        self._plain: dict[int, str] = {}

    def evidence(self, pairs: Sequence[tuple[int, int]], credits: Sequence[tuple[str, ...]]) -> Iterator[Evidence]:
        """For each of ``pairs`` the rarest names, words and figures of both, and shared quotes.

        All are written as the first entry of the pair first writes them.
        """
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        together = Pairs(table[:, 0], table[:, 1])
        for stretch in stretches(self._index.words, together):
            shown = self._shown(together.where(stretch))
            for pair, (names, words, figures), credited in zip(pairs[stretch], shown, credits[stretch], strict=True):
                yield Evidence(names, words, figures, self._quotes(*pair), credited)

    def _shown(self, pairs: Pairs) -> Iterator[Shown]:
        """For each pair the first few names, words and figures, rarest first."""
        index = self._index
        shared = shared_terms(index.words, pairs)
        surface = index.tokens.written[index.first[shared.in_a]]
        kind = self._kinds[shared.terms]
        kind[(kind == _NAMES) & self._is_day[surface]] = _NOT_SHOWN
        order = np.lexsort((shared.terms, -index.words.rarity[shared.terms], kind, shared.pairs))
        order = order[kind[order] != _NOT_SHOWN]
        group = shared.pairs[order] * len(_KINDS) + kind[order]
        new = np.flatnonzero(changes(group))
        few = spread(np.diff(np.append(new, len(group)))) < MOST
        counts = np.bincount(group[few], minlength=len(pairs) * len(_KINDS))
        words = map(index.tokens.surfaces.__getitem__, surface[order[few]].tolist())
        texts = [tuple(islice(words, count)) for count in counts.tolist()]
        return (texts[at : at + len(_KINDS)] for at in range(0, len(texts), len(_KINDS)))

    def _quotes(self, a: int, b: int) -> tuple[str, ...]:
        if a not in self._quoted:
            found = _QUOTED.finditer(self._entries[a].text)
            self._quoted[a] = tuple(dict.fromkeys(match[1].strip(" ,.") for match in found))
        if not self._quoted[a]:
            return ()
        if b not in self._plain:
            self._plain[b] = _plain(self._entries[b].text)
        return tuple(quote for quote in self._quoted[a] if _plain(quote) and _plain(quote) in self._plain[b])[:MOST]


def _kinds(index: Index) -> Ints:
    """As what each term is shown; words that nearly all entries have are not."""
    plain = np.where(index.words.rarity > 1, _WORDS, _NOT_SHOWN)
    return np.where(index.is_figure, _FIGURES, np.where(index.is_name, _NAMES, plain))


def _days(index: Index) -> Flags:
    """Which surfaces are names of weekdays and months: written like names in some languages, and names of nothing."""
    calendar = _calendar()
    return np.array([fold(surface) in calendar for surface in index.tokens.surfaces], dtype=bool)


@cache
def _calendar() -> frozenset[str]:
    """The names of weekdays and months, folded."""
    return frozenset(
        fold(word)
        for language in _LANGUAGES
        for names in (get_day_names("wide", locale=language), get_month_names("wide", locale=language))
        for word in names.values()
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
