"""Names that count as each other in a search, as the topics of the archive know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from generator.language.folding import fold as plain
from generator.language.folding import skeleton
from generator.publishing.search.postings import LABEL, Row
from generator.publishing.search.stemming import terms
from generator.publishing.search.tokens import code_units
from generator.publishing.search.words import chunks, fold, words

MOST: Final = 12
"""Other spellings that one word leads to."""
COMPARED: Final = 40
"""Spellings of one topic that are held against each other."""
ALIKE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Name:
    """A topic's id and all its spellings, the best first; ``entries`` says how many it is in."""

    topic: str
    spellings: tuple[str, ...]
    entries: int = 0
    listed: bool = True


def spelling_rows(names: Iterable[Name], algorithms: Sequence[str]) -> Iterator[Row]:
    """Rows that lead from one key to others, in the order of their keys."""
    found: dict[str, dict[str, None]] = {}
    for name in names:
        cut = list(dict.fromkeys(tuple(words_of(spelling)) for spelling in name.spellings))
        is_several = any(len(spelling) > 1 for spelling in cut)
        for spelling in cut:
            _add(found, LABEL + "-".join(map(fold, spelling)), [LABEL + name.topic])
            if is_several and len(spelling) == 1:
                # UN is not a part of United Nations: only the topic knows the entries of both.
                for term in terms(spelling[0], algorithms):
                    _add(found, term, [LABEL + name.topic])
        for one, other in combinations(cut[:COMPARED], 2):
            _pair(found, one, other, algorithms)
    for key in sorted(found, key=code_units):
        yield Row(key, f"{key}={'/'.join(list(found[key])[:MOST])}")


def words_of(text: str) -> list[str]:
    return [word for chunk in chunks(text) for word in words(chunk)]


def _pair(
    found: dict[str, dict[str, None]], one: Sequence[str], other: Sequence[str], algorithms: Sequence[str]
) -> None:
    """Two spellings that differ in one word: Kyiv, Kiev; Volodymyr Zelensky, Volodymyr Zelenskiy."""
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differing) != 1 or (len(one) > 1 and not _alike(*differing[0])):
        return
    first, second = (terms(word, algorithms) for word in differing[0])
    for term in first:
        _add(found, term, second)
    for term in second:
        _add(found, term, first)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one name in two spellings; Boris and Mr are not."""
    keys = skeleton(plain(one)), skeleton(plain(other))
    return SequenceMatcher(None, *keys, autojunk=False).ratio() >= ALIKE


def _add(found: dict[str, dict[str, None]], key: str, others: Iterable[str]) -> None:
    for other in others:
        if key and other != key:
            found.setdefault(key, {})[other] = None
