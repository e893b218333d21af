"""What a pair of entries shares, in words that stand in both: for people, and nothing else is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.linking.index import Index
from generator.linking.terms import terms
from generator.model import Entry, Evidence

MOST = 6
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"\n]{8,400})[”»“\"]")


def evidence(a: Entry, b: Entry, index: Index, at: tuple[int, int], spellings: Mapping[str, str]) -> Evidence:
    """The rarest names, words and figures that both share, as entry ``a`` writes them, and shared quotes.

    ``at`` are the positions of both in ``index``.
    """
    surface = _surfaces(a, spellings)
    vocabulary, rarity = index.vocabulary, index.words.rarity
    shared = set(index.words.row(at[0]).tolist()) & set(index.words.row(at[1]).tolist())
    rarest = sorted(shared, key=lambda term: (-rarity[term], vocabulary[term]))
    names = (term for term in rarest if index.is_name[term])
    words = (term for term in rarest if not index.is_name[term] and not index.is_figure[term] and rarity[term] > 1)
    figures = (term for term in rarest if index.is_figure[term])
    return Evidence(
        names=_written(names, vocabulary, surface),
        words=_written(words, vocabulary, surface),
        figures=_written(figures, vocabulary, surface),
        quotes=_quotes(a, b),
    )


def _surfaces(entry: Entry, spellings: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for term in terms(entry.text, spellings):
        found.setdefault(term.key, term.surface)
    return found


def _written(chosen: Iterable[int], vocabulary: Sequence[str], surface: Mapping[str, str]) -> tuple[str, ...]:
    written = dict.fromkeys(surface[vocabulary[term]] for term in chosen if vocabulary[term] in surface)
    return tuple(list(written)[:MOST])


def _quotes(a: Entry, b: Entry) -> tuple[str, ...]:
    text = _plain(b.text)
    found = dict.fromkeys(match[1].strip(" ,.") for match in _QUOTED.finditer(a.text))
    return tuple(quote for quote in found if _plain(quote) and _plain(quote) in text)[:MOST]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
