"""What a pair of entries shares, in words that stand in both: for people, and nothing else is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np
from babel.dates import get_day_names, get_month_names

from generator.linking.index import Index
from generator.linking.terms import fold, terms
from generator.model import Entry, Evidence

MOST = 6
_LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs ru uk tr id".split()
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"\n]{8,400})[”»“\"]")


class Witness:
    """Finds what two entries share; remembers how each entry writes its words.

    ``entries`` stand in the order of ``index``; ``spellings`` maps a folded word to the one it stands for.
    """

    def __init__(self, entries: Sequence[Entry], index: Index, spellings: Mapping[str, str]) -> None:
        self._entries, self._index, self._spellings = entries, index, spellings
        self._written: dict[int, dict[str, str]] = {}
        self._plain: dict[int, str] = {}

    def evidence(self, a: int, b: int, credits: tuple[str, ...] = ()) -> Evidence:
        """The rarest names, words and figures of both, as entry ``a`` writes them, and shared quotes."""
        index, surface = self._index, self._surfaces(a)
        vocabulary, rarity = index.vocabulary, index.words.rarity
        shared = np.intersect1d(index.words.row(a), index.words.row(b), assume_unique=True)
        rarest = shared[np.lexsort((shared, -rarity[shared]))].tolist()
        names = (term for term in rarest if index.is_name[term] and not _is_of_calendar(surface, vocabulary[term]))
        words = (term for term in rarest if not index.is_name[term] and not index.is_figure[term] and rarity[term] > 1)
        figures = (term for term in rarest if index.is_figure[term])
        return Evidence(
            names=_written(names, vocabulary, surface),
            words=_written(words, vocabulary, surface),
            figures=_written(figures, vocabulary, surface),
            quotes=self._quotes(a, b),
            credits=credits,
        )

    def _surfaces(self, at: int) -> dict[str, str]:
        if at not in self._written:
            found: dict[str, str] = {}
            for term in terms(self._entries[at].text, self._spellings):
                found.setdefault(term.key, term.surface)
            self._written[at] = found
        return self._written[at]

    def _quotes(self, a: int, b: int) -> tuple[str, ...]:
        found = dict.fromkeys(match[1].strip(" ,.") for match in _QUOTED.finditer(self._entries[a].text))
        if not found:
            return ()
        if b not in self._plain:
            self._plain[b] = _plain(self._entries[b].text)
        return tuple(quote for quote in found if _plain(quote) and _plain(quote) in self._plain[b])[:MOST]


def _is_of_calendar(surface: Mapping[str, str], key: str) -> bool:
    return key in surface and fold(surface[key]) in _calendar()


@cache
def _calendar() -> frozenset[str]:
    """The names of weekdays and months, folded: written like names in some languages, and names of nothing."""
    return frozenset(
        fold(word)
        for language in _LANGUAGES
        for names in (get_day_names("wide", locale=language), get_month_names("wide", locale=language))
        for word in names.values()
    )


def _written(chosen: Iterable[int], vocabulary: Sequence[str], surface: Mapping[str, str]) -> tuple[str, ...]:
    written = dict.fromkeys(surface[vocabulary[term]] for term in chosen if vocabulary[term] in surface)
    return tuple(list(written)[:MOST])


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
