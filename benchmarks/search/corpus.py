"""An archive out of thin air: entries of invented events, with the statistics of real liveblogs.

Words follow Zipf's law; every event has a few rare words, names and figures, and sentences that go
round its outlets, so that each entry has near neighbours. The same seed gives the same archive.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.publishing.search.records import SearchRecord
from generator.publishing.search.stopping import stop_terms

OUTLETS = tuple(f"{place} {kind}" for place in ("North", "Harbour", "Valley", "Capital", "Island") for kind in
                ("Courier", "Radio", "Gazette", "Television"))  # fmt: skip
DAYS = 60
ENTRIES_OF_EVENT = 8
_ONSETS = "b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w".split()
_NUCLEI = "a e i o u ai ea ee ie oa oo ou".split()
_CODAS = "b ck d ft g l ll lt m mp n nd ng nt p r rd rk rm rn rt s sh ss st t th x".split()
_ENDINGS = ("", "", "", "s", "s", "ed", "ing", "er", "ly", "ment", "ation")
UNITS = ("people", "homes", "litres", "metres", "soldiers", "vehicles", "patients", "schools", "hectares", "euros")


@dataclass(frozen=True, slots=True)
class _Event:
    words: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[str, ...]
    headlines: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


class Archive:
    """``entries`` records of one seed."""

    def __init__(self, entries: int, seed: int = 7) -> None:
        self.entries = entries
        self._random = random.Random(seed)
        self._function_words = stop_terms(["en"])
        self._words = self._invent(24_000)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))
        self._given = [word.title() for word in self._invent(600)]
        self._family = [word.title() for word in self._invent(6_000)]

    def records(self) -> Iterator[SearchRecord]:
        """The records, event by event."""
        number = 0
        while number < self.entries:
            event = self._event()
            day = self._random.randrange(DAYS)
            for _ in range(min(ENTRIES_OF_EVENT, self.entries - number)):
                yield self._record(number, event, day)
                number += 1

    def _record(self, number: int, event: _Event, day: int) -> SearchRecord:
        date = f"2031-{3 + day // 30:02}-{1 + day % 30:02}"
        many = min(20, max(1, int(self._random.lognormvariate(1.3, 0.6))))
        return SearchRecord(
            address=f"days/{date}.html#e{number}",
            outlet=self._random.choice(OUTLETS),
            headline=self._random.choice((self._headline(event), *event.headlines)),
            text=" ".join(self._passed_on_or_new(event) for _ in range(many)),
            day=date,
            minute=self._random.randrange(1440),
            relation=self._random.choice(("", "", "corroborates", "updates", "copy")),
            language="en",
        )

    def _headline(self, event: _Event) -> str:
        words = [*self._random.sample(event.words, 2), self._common(), self._common(), self._common()]
        self._random.shuffle(words)
        name = self._random.choice(event.names).split()[-1]
        return _sentence([name, *words[:4]]).removesuffix(".")

    def _passed_on_or_new(self, event: _Event) -> str:
        return self._random.choice(event.sentences) if self._random.random() < 0.6 else self._sentence(event)

    def _sentence(self, event: _Event) -> str:
        return _sentence([self._body_word(event) for _ in range(self._random.randint(8, 24))])

    def _body_word(self, event: _Event) -> str:
        draw = self._random.random()
        if draw < 0.44:
            return self._random.choice(self._function_words)
        if draw < 0.50:
            return self._random.choice(event.words)
        if draw < 0.54:
            return self._random.choice(event.names)
        if draw < 0.56:
            return self._random.choice(event.figures)
        if draw < 0.57:
            return f"{self._figure()} {self._random.choice(UNITS)}"
        return self._common()

    def _common(self) -> str:
        return self._random.choices(self._words, cum_weights=self._weights)[0]

    def _event(self) -> _Event:
        rare = self._words[2_000:]
        words = tuple(self._random.choice(rare) for _ in range(7))
        names = tuple(f"{self._random.choice(self._given)} {self._random.choice(self._family)}" for _ in range(4))
        figures = tuple(f"{self._figure()} {self._random.choice(UNITS)}" for _ in range(3))
        event = _Event(words, names, figures)
        headlines = tuple(self._headline(event) for _ in range(2))
        return replace(event, headlines=headlines, sentences=tuple(self._sentence(event) for _ in range(8)))

    def _figure(self) -> str:
        value = int(self._random.lognormvariate(5, 2)) + 2
        return f"{value:,}"

    def _invent(self, many: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < many:
            syllables = self._random.choice((1, 2, 2, 2, 3))
            root = "".join(self._random.choice(_ONSETS) + self._random.choice(_NUCLEI) for _ in range(syllables))
            found[root + self._random.choice(_CODAS) + self._random.choice(_ENDINGS)] = None
        return list(found)


def _sentence(words: list[str]) -> str:
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."
