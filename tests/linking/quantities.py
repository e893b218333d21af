"""Short reports that rival desks might give of one happening, each with the figures that a person saw in them.

A line of ``quantities/*.jsonl`` is a report: its ``news`` (the happening), its text, whether it is a bare
headline, and by name the figures as printed, with their values in one unit. Two reports of one happening
differ where a name has two values.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from generator.linking.account import account_of
from generator.linking.figures import Quantity
from generator.linking.figures.numbers import numbers_in
from generator.linking.lexicon import lexicons
from generator.model import Block, BlockKind, Entry

FOLDER = Path(__file__).parent / "quantities"


@dataclass(frozen=True)
class Beside:
    """Two reports of one happening: what was read in each, and the values that differ, as printed."""

    news: str
    a: tuple[Quantity, ...]
    b: tuple[Quantity, ...]
    differing: frozenset[tuple[float | str, float | str]]


def beside(name: str) -> Iterator[Beside]:
    """Every two reports of one happening of the set ``name``."""
    rows = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    read = [account_of(_entry(str(at), row["text"], row["is_headline"])).figures for at, row in enumerate(rows)]
    for i, j in combinations(range(len(rows)), 2):
        if rows[i]["news"] == rows[j]["news"]:
            mine, theirs = rows[i]["figures"], rows[j]["figures"]
            differing = (n for n in mine if n in theirs and mine[n][1] != theirs[n][1])
            values = frozenset((value_of(mine[n][0]), value_of(theirs[n][0])) for n in differing)
            yield Beside(rows[i]["news"], read[i], read[j], values)


def value_of(printed: str) -> float | str:
    """The figure alone, hedge and unit aside."""
    number = next(iter(numbers_in(printed, lexicons()["en"])), None)
    return number.low if number else printed


def _entry(name: str, text: str, is_headline: bool) -> Entry:
    blocks = () if is_headline else (Block(BlockKind.PARAGRAPH, text, 1),)
    headline = text if is_headline else None
    return Entry(id=name, document=name, outlet=name, headline=headline, blocks=blocks)
