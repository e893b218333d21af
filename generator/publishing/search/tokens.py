"""All entries as one stream of numbered terms, ready to be sorted into lists."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.publishing.search.records import SearchRecord
from generator.publishing.search.stemming import algorithm_of, terms
from generator.publishing.search.words import chunks, fold, is_pair, joined, words

HEADLINE_GAP: Final = 8
"""Positions between headline and text, so that no phrase runs across."""
SHORTEST_FORM: Final = 3


@dataclass(slots=True)
class TokenStream:
    """Every occurrence of every term, in the order of the records.

    ``term``, ``entry``, ``position`` and ``headline`` run in parallel. ``names`` numbers the terms,
    ``lengths`` holds the words of each entry, ``forms`` how many times each spelling occurs.
    """

    term: array[int] = field(default_factory=lambda: array("I"))
    entry: array[int] = field(default_factory=lambda: array("I"))
    position: array[int] = field(default_factory=lambda: array("I"))
    headline: array[int] = field(default_factory=lambda: array("B"))
    names: dict[str, int] = field(default_factory=dict)
    lengths: array[int] = field(default_factory=lambda: array("I"))
    forms: dict[str, int] = field(default_factory=dict)

    def number(self, term: str) -> int:
        return self.names.setdefault(term, len(self.names))


@dataclass(frozen=True, slots=True)
class _Cut:
    """One chunk: for each of its positions the numbers of the terms there, and the spellings."""

    places: tuple[tuple[int, ...], ...]
    forms: tuple[str, ...]


def stream(records: Sequence[SearchRecord]) -> TokenStream:
    """The words of all records. Memory is about 13 bytes a word, and each different word once."""
    result = TokenStream()
    cutters: dict[str | None, _Cutter] = {}
    for number, record in enumerate(records):
        algorithm = algorithm_of(record.language)
        cutter = cutters.setdefault(algorithm, _Cutter(algorithm, result))
        after = cutter.add(record.headline, number, 0, in_headline=True)
        end = cutter.add(record.text, number, after + HEADLINE_GAP, in_headline=False)
        result.lengths.append(max(end - HEADLINE_GAP, 1))
    return result


class _Cutter:
    """Cuts the texts of one language; remembers how each different chunk is cut."""

    def __init__(self, algorithm: str | None, result: TokenStream) -> None:
        self._algorithms = (algorithm,) if algorithm else ()
        self._result = result
        self._known: dict[str, _Cut] = {}

    def add(self, text: str, entry: int, position: int, *, in_headline: bool) -> int:
        """Adds the words of ``text`` from ``position`` on; gives the position after them."""
        result = self._result
        for chunk in chunks(text):
            cut = self._known.get(chunk) or self._learn(chunk)
            for place in cut.places:
                for term in place:
                    result.term.append(term)
                    result.entry.append(entry)
                    result.position.append(position)
                    result.headline.append(in_headline)
                position += 1
            for form in cut.forms:
                result.forms[form] = result.forms.get(form, 0) + 1
        return position

    def _learn(self, chunk: str) -> _Cut:
        found = words(chunk)
        places = [[self._result.number(term) for term in terms(word, self._algorithms)] for word in found]
        forms = [fold(word) for word in found if _has_spellings(word)]
        if found and is_pair(found[-1]) and len(found[-1]) > 1:
            # The last letter of a run alone, so that a search for one letter finds it there too.
            places.append([self._result.number(fold(found[-1][-1]))])
        whole = joined(chunk)
        if whole and places:
            places[0] += [self._result.number(term) for term in terms(whole, self._algorithms)]
            forms.append(fold(whole))
        cut = _Cut(tuple(tuple(dict.fromkeys(place)) for place in places), tuple(forms))
        self._known[chunk] = cut
        return cut


def _has_spellings(word: str) -> bool:
    if len(word) < SHORTEST_FORM or is_pair(word) or max(word) > "\uffff":
        return False
    return not any(letter.isnumeric() for letter in word)


def code_units(key: str) -> bytes:
    """Sorts keys as browsers compare strings."""
    return key.encode("utf-16-be", "surrogatepass")
