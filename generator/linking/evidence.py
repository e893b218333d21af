"""What a pair of entries shares, in words that stand in both: for people, and nothing else is claimed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from babel.dates import get_day_names, get_month_names

from generator.linking.arrays import Ints
from generator.linking.index import Index
from generator.linking.terms import fold
from generator.model import Entry, Evidence

MOST = 6
_LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs ru uk tr id".split()
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"\n]{8,400})[”»“\"]")


class Witness:
    """Finds what two entries share. ``entries`` stand in the order of ``index``."""

    def __init__(self, entries: Sequence[Entry], index: Index) -> None:
        self._entries, self._index = entries, index
        self._plain: dict[int, str] = {}

    def evidence(self, a: int, b: int, credits: tuple[str, ...] = ()) -> Evidence:
        """The rarest names, words and figures of both, as entry ``a`` writes them, and shared quotes."""
        index = self._index
        places = self._shared(a, b)
        terms = index.words.terms[places]
        rarity = index.words.rarity[terms]
        rarest = np.argsort(-rarity, kind="stable")
        is_name, is_figure = index.is_name[terms], index.is_figure[terms]
        is_word = ~is_name & ~is_figure & (rarity > 1)
        return Evidence(
            names=self._written(places[rarest[is_name[rarest]]], _is_no_day),
            words=self._written(places[rarest[is_word[rarest]]]),
            figures=self._written(places[rarest[is_figure[rarest]]]),
            quotes=self._quotes(a, b),
            credits=credits,
        )

    def _shared(self, a: int, b: int) -> Ints:
        """Where in the index's ``words`` the terms stand that ``a`` has in common with ``b``."""
        words = self._index.words
        own, other = words.row(a), words.row(b)
        if not len(other):
            return np.zeros(0, dtype=np.int64)
        nearest = np.minimum(np.searchsorted(other, own), len(other) - 1)
        places: Ints = np.flatnonzero(other[nearest] == own) + words.starts[a]
        return places

    def _written(self, places: Ints, holds: Callable[[str], bool] = bool) -> tuple[str, ...]:
        """The first few of the terms at ``places``, as their entry first writes them."""
        surfaces, written = self._index.tokens.surfaces, self._index.tokens.written
        found: dict[str, None] = {}
        for number in written[self._index.first[places]].tolist():
            if holds(surfaces[number]):
                found[surfaces[number]] = None
            if len(found) == MOST:
                break
        return tuple(found)

    def _quotes(self, a: int, b: int) -> tuple[str, ...]:
        found = dict.fromkeys(match[1].strip(" ,.") for match in _QUOTED.finditer(self._entries[a].text))
        if not found:
            return ()
        if b not in self._plain:
            self._plain[b] = _plain(self._entries[b].text)
        return tuple(quote for quote in found if _plain(quote) and _plain(quote) in self._plain[b])[:MOST]


def _is_no_day(word: str) -> bool:
    return fold(word) not in _calendar()


@cache
def _calendar() -> frozenset[str]:
    """The names of weekdays and months, folded: written like names in some languages, and names of nothing."""
    return frozenset(
        fold(word)
        for language in _LANGUAGES
        for names in (get_day_names("wide", locale=language), get_month_names("wide", locale=language))
        for word in names.values()
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
