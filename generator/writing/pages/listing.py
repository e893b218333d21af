"""Entries day by day as plain lists: what a topic's and a source's page hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Entry
from generator.writing import wording
from generator.writing.addresses import day_address
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import entry_line
from generator.writing.pages.page import Place
from generator.writing.pages.sequels import Listing, portions

MOST_ENTRIES = 400
"""On one page."""


def entry_listing(
    entries: Sequence[Entry], index: Indexes, address: str, kind: str, title: str, *, outlet: bool = True
) -> Listing[Entry]:
    """``entries`` (in order of time) as the page at ``address`` lists them; ``outlet``: whether lines name it."""

    def shown(some: Sequence[Entry], place: Place) -> Iterator[str]:
        yield "## Entries"
        yield from _by_day(some, index, place, outlet=outlet)

    def said(some: Sequence[Entry]) -> str:
        return f"{wording.count(len(some), 'entry', 'entries')} of {len(entries):,}, {_days(some, index)}."

    return Listing(address, kind, title, portions(entries, MOST_ENTRIES), shown, said)


def _by_day(entries: Sequence[Entry], index: Indexes, place: Place, *, outlet: bool) -> Iterator[str]:
    """A heading of level 3 and a list for each day."""
    for day, group in groupby(entries, lambda entry: entry.date):
        name = wording.day_name(day) if day else "Without a date"
        yield f"### {place.link(name, day_address(day))}"
        yield "\n".join(entry_line(entry, index, place, outlet=outlet) for entry in group)


def _days(entries: Sequence[Entry], index: Indexes) -> str:
    dated = [entry.date for entry in entries if entry.date]
    return wording.span(dated[0], dated[-1], index.zone) if dated else "without a date"
