"""Entries day by day as plain lists: what a topic's and a source's page hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model import Entry
from generator.writing import wording
from generator.writing.addresses import day_address
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import entry_line
from generator.writing.pages.page import Place

MOST_ENTRIES = 600
"""Beyond this many entries further days are named with their number only."""


def by_day(entries: Sequence[Entry], index: Indexes, place: Place, *, outlet: bool = True) -> list[str]:
    """A heading of level 3 and a list for each day."""
    blocks: list[str] = []
    left = MOST_ENTRIES
    beyond: list[str] = []
    for day, group in groupby(entries, lambda entry: entry.date):
        own = list(group)
        name = wording.day_name(day) if day else "Without a date"
        if left <= 0:
            beyond.append(f"- {place.link(name, day_address(day))} {wording.count(len(own), 'entry', 'entries')}")
            continue
        blocks.append(f"### {place.link(name, day_address(day))}")
        blocks.append("\n".join(entry_line(entry, index, place, outlet=outlet) for entry in own))
        left -= len(own)
    return blocks + (["### Further days", "\n".join(beyond)] if beyond else [])
