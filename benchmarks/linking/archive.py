"""Invented archives of any size, with realistic repetition and known truth.

Every day has its events. An event has places, people, figures and words of its own, drawn from
vocabularies whose frequencies fall as those of real words do (Zipf); a few outlets report it, in
their own words, some of them again later; one entry in ten tells of nothing else in the archive.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from generator.model import Block, BlockKind, Entry

_SYLLABLES = "ba ce di fo gu ha ja ke li mo nu pa ra se ti vo wa xe yo zu bra cle dri flo gra pro sti tra".split()
_SMALL = "the of to and in a said on for was that with by as at from it were has after would been their will".split()
_START = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Archive:
    """``entries`` in order of time; ``event`` of each entry id."""

    entries: tuple[Entry, ...]
    event: dict[str, int]


def archive(entries: int, *, days: int, outlets: int = 300, seed: int = 7) -> Archive:
    """``entries`` posts over ``days`` by ``outlets``; the same arguments give the same archive."""
    chance = random.Random(seed)
    words, names = _Lexicon(chance, 30_000), _Lexicon(chance, 20_000)
    made: list[Entry] = []
    event: dict[str, int] = {}
    number = 0
    while len(made) < entries:
        number += 1
        for entry in _event(chance, words, names, number, chance.randrange(days), outlets):
            event[entry.id] = number
            made.append(entry)
    kept = tuple(sorted(made[:entries], key=lambda entry: (entry.utc or _START, entry.id)))
    return Archive(kept, {entry.id: event[entry.id] for entry in kept})


class _Lexicon:
    """Made-up words; the nth is drawn about 1/n as often as the first."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self.words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(size)))

    def draw(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def _event(
    chance: random.Random, words: _Lexicon, names: _Lexicon, number: int, day: int, outlets: int
) -> Iterator[Entry]:
    own_words, own_names = words.draw(chance, 18), [name.capitalize() for name in names.draw(chance, 5)]
    killed = chance.randint(2, 90)
    begins = _START + timedelta(days=day, minutes=chance.randrange(1440))
    reports = 1 if chance.random() < 0.1 else chance.choice((2, 3, 3, 4, 5, 7))
    for report, outlet in enumerate(chance.sample(range(outlets), reports)):
        text = [_sentence(chance, words, own_words, own_names, killed) for _ in range(chance.randint(1, 5))]
        at = begins + timedelta(minutes=chance.randrange(600))
        headline = " ".join(chance.sample(own_words, 4) + chance.sample(own_names, 2)).capitalize()
        yield Entry(
            id=f"e{number:06d}-{report}",
            document=f"d{outlet}-{at.date()}",
            outlet=f"Outlet {outlet}",
            headline=headline if chance.random() < 0.7 else None,
            blocks=(Block(BlockKind.PARAGRAPH, " ".join(text), 1),),
            utc=at,
            date=at.date(),
        )


def _sentence(chance: random.Random, words: _Lexicon, own: list[str], names: list[str], killed: int) -> str:
    told = chance.sample(own, 5) + words.draw(chance, 5) + chance.choices(_SMALL, k=7) + chance.sample(names, 2)
    if chance.random() < 0.3:
        told += ["killed", str(killed), "people"]
    chance.shuffle(told)
    return " ".join(told).capitalize() + "."
