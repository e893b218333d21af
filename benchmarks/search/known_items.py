"""Queries for entries that someone has seen and wants back, of four kinds."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.search.corpus import UNITS
from generator.publishing.search.records import SearchRecord
from generator.publishing.search.stopping import stop_terms


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A query, its kind, and the address of the entry it was made from."""

    kind: str
    query: str
    address: str


def known_items(records: Sequence[SearchRecord], each: int, seed: int = 11) -> list[KnownItem]:
    """``each`` queries of every kind, for entries drawn at random."""
    memory = _Memory(records, random.Random(seed))
    kinds = {
        "headline words": memory.headline_words,
        "body words": memory.body_words,
        "name and figure": memory.name_and_figure,
        "misspelt": memory.misspelt,
    }
    found: list[KnownItem] = []
    for kind, remember in kinds.items():
        wanted = len(found) + each
        while len(found) < wanted:
            record = memory.random.choice(records)
            if query := remember(record):
                found.append(KnownItem(kind, query, record.address))
    return found


class _Memory:
    """What a reader remembers of an entry, in the order of its text; None where it has too little."""

    def __init__(self, records: Sequence[SearchRecord], own: random.Random) -> None:
        self.random = own
        self._stop = set(stop_terms(["en"]))
        self._frequency = Counter(word for record in records for word in _plain(f"{record.headline} {record.text}"))

    def headline_words(self, record: SearchRecord) -> str | None:
        return self._some(self._content(record.headline), 3, at_least=3)

    def body_words(self, record: SearchRecord) -> str | None:
        return self._some(self._content(record.text), 4, at_least=8)

    def name_and_figure(self, record: SearchRecord) -> str | None:
        words = [word.strip(".") for word in record.text.split()]
        figures = [at for at in range(len(words) - 1) if words[at][0].isdigit() and words[at + 1] in UNITS]
        names = [word for word in words[1:] if word[0].isupper()]
        if not figures or not names:
            return None
        at = self.random.choice(figures)
        return f"{self.random.choice(names)} {words[at]} {words[at + 1]}"

    def misspelt(self, record: SearchRecord) -> str | None:
        """Four words, the rarest with one slip."""
        content = self._content(f"{record.headline} {record.text}")
        query = self._some([word for word in content if len(word) >= 5], 4, at_least=6)
        if query is None:
            return None
        rarest = min(query.split(), key=lambda word: self._frequency[word])
        return query.replace(rarest, self._slip(rarest))

    def _content(self, text: str) -> list[str]:
        words = (word for word in _plain(text) if word.isalpha() and len(word) > 3 and word not in self._stop)
        return list(dict.fromkeys(words))

    def _some(self, words: list[str], many: int, *, at_least: int) -> str | None:
        if len(words) < at_least:
            return None
        return " ".join(words[at] for at in sorted(self.random.sample(range(len(words)), many)))

    def _slip(self, word: str) -> str:
        """A letter left out, put in, changed, or exchanged with its neighbour; never the first."""
        at = self.random.randrange(1, len(word) - 1)
        letter = self.random.choice("abcdefghijklmnopqrstuvwxyz")
        return self.random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )


def _plain(text: str) -> list[str]:
    return [word.strip(".,").lower() for word in text.split()]
