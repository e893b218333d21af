"""All entries as one stream of numbered terms, ready to be sorted into lists."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from generator.publishing.search.records import SearchRecord
from generator.publishing.search.stemming import algorithm_of, terms
from generator.publishing.search.words import chunks, fold, is_pair, joined, words

SHORTEST_FORM: Final = 3


@dataclass(slots=True)
class TokenStream:
    """Every occurrence of every term, in the order of the records: of each its headline, then its text.

    ``term`` and ``step`` run in parallel: the number of the term, and 0 where it stands at the place
    of the term before it, else 1. ``counts`` says how many terms each headline and each text has.
    ``names`` numbers the terms; ``forms`` says how many times each spelling occurs.
    """

    term: array[int] = field(default_factory=lambda: array("I"))
    step: array[int] = field(default_factory=lambda: array("B"))
    counts: array[int] = field(default_factory=lambda: array("I"))
    names: dict[str, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)

    def number(self, term: str) -> int:
        return self.names.setdefault(term, len(self.names))


@dataclass(frozen=True, slots=True)
class _Cut:
    """One chunk: its terms with their steps, as bytes of the arrays they go into."""

    terms: array[int]
    steps: array[int]


def stream(records: Iterable[SearchRecord]) -> TokenStream:
    """The words of all records. Memory is about 5 bytes a word, and each different word once."""
    result = TokenStream()
    cutters: dict[str | None, _Cutter] = {}
    for record in records:
        algorithm = algorithm_of(record.language)
        cutter = cutters.setdefault(algorithm, _Cutter(algorithm, result))
        cutter.add(record.headline)
        cutter.add(record.text)
    for cutter in cutters.values():
        cutter.count_forms()
    return result


class _Cutter:
    """Cuts the texts of one language; remembers how each different chunk is cut."""

    def __init__(self, algorithm: str | None, result: TokenStream) -> None:
        self._algorithms = (algorithm,) if algorithm else ()
        self._result = result
        self._known: dict[str, _Cut] = {}
        self._seen: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """Adds the words of one headline or text."""
        result, known = self._result, self._known
        found = chunks(text)
        self._seen.update(found)
        before = len(result.term)
        for chunk in found:
            cut = known.get(chunk) or self._learn(chunk)
            result.term.extend(cut.terms)
            result.step.extend(cut.steps)
        result.counts.append(len(result.term) - before)

    def count_forms(self) -> None:
        """Counts the spellings of all chunks that were added."""
        forms = self._result.forms
        for chunk, count in self._seen.items():
            whole = joined(chunk)
            for form in [*map(fold, words(chunk)), *([fold(whole)] if whole else [])]:
                if _has_spellings(form):
                    forms[form] = forms.get(form, 0) + count

    def _learn(self, chunk: str) -> _Cut:
        found = words(chunk)
        places = [list(terms(word, self._algorithms)) for word in found]
        if found and is_pair(found[-1]) and len(found[-1]) > 1:
            # The last letter of a run alone, so that a search for one letter finds it there too.
            places.append([fold(found[-1][-1])])
        whole = joined(chunk)
        if whole and places:
            places[0] += terms(whole, self._algorithms)
        cut = _Cut(array("I"), array("B"))
        for place in places:
            numbers = list(dict.fromkeys(map(self._result.number, place)))
            cut.terms.extend(numbers)
            cut.steps.extend([1, *[0] * (len(numbers) - 1)])
        self._known[chunk] = cut
        return cut


def _has_spellings(word: str) -> bool:
    if len(word) < SHORTEST_FORM or is_pair(word) or max(word) > "\uffff":
        return False
    return not any(letter.isnumeric() for letter in word)


def code_units(key: str) -> bytes:
    """Sorts keys as browsers compare strings."""
    return key.encode("utf-16-be", "surrogatepass")
