"""The front of a long day: one line for each entry, hour by hour, each leading to its full text.

Every entry keeps its place (``#ENTRY``) here, so that addresses from when the day was shorter still land.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.model import Entry, Relation
from generator.writing import wording
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import outlet_words, title_of
from generator.writing.pages.notes import figures
from generator.writing.pages.page import Place
from generator.writing.parts import Part
from generator.writing.safe import markdown_text

MOST_LINES = 600
"""On one front; with more entries than this it shows their times only, and fronts behind it have the lines."""

LETTERS = 72
MOST_MARKS = 4

SIGNS = {
    Relation.CORROBORATES: "also",
    Relation.SHARES_SOURCE: "same report",
    Relation.COPY: "same wording",
    Relation.UPDATES: "update",
}


def lines_of_parts(front: Part, index: Indexes, place: Place) -> Iterator[str]:
    """For each part a heading that leads to it, and its entries line by line."""
    whole = len(front.entries) <= MOST_LINES
    for part in front.parts:
        if whole or not part.parts:
            link = _in_full(part.entries, next(part.leaves).address, place)
        else:
            number = wording.count(len(part.entries), "entry", "entries")
            link = place.link(f"{number}, line by line and in full", part.address)
        yield from _lines(part.entries, part.short, link, _line if whole else _tick, index, place)


def lines_of(entries: Sequence[Entry], title: str, index: Indexes, place: Place) -> Iterator[str]:
    """Entries whose full text stands elsewhere, under one heading that leads to the first of them."""
    if entries:
        link = _in_full(entries, index.page_of(entries[0]), place)
        yield from _lines(entries, title, link, _line if len(entries) <= MOST_LINES else _tick, index, place)


def _in_full(entries: Sequence[Entry], address: str, place: Place) -> str:
    return place.link(f"{wording.count(len(entries), 'entry', 'entries')} in full", address)


def _lines(
    entries: Sequence[Entry],
    title: str,
    link: str,
    line: Callable[[Entry, Indexes, Place], str],
    index: Indexes,
    place: Place,
) -> Iterator[str]:
    yield f"## {markdown_text(title)} · {link}"
    yield "\n".join(line(entry, index, place) for entry in entries)


def _line(entry: Entry, index: Indexes, place: Place) -> str:
    """Time, outlet, headline, and who else has it."""
    signs = "".join(f" {sign}" for sign in _signs(entry, index))
    return f"{_tick(entry, index, place)} {outlet_words(entry)} {markdown_text(title_of(entry, LETTERS))}{signs}"


def _tick(entry: Entry, index: Indexes, place: Place) -> str:
    return f"- {place.link(wording.clock(entry, index.zone) or 'no time', index.address_of(entry))}"


def _signs(entry: Entry, index: Indexes) -> Iterator[str]:
    """For each relation its word and the other outlets; then the figure that differs."""
    relatives = index.relatives.get(entry.id, ())
    for relation, word in SIGNS.items():
        others = [one.other for one in relatives if one.link.relation is relation]
        if others:
            yield f"*{word}*"
            yield from _outlets(sorted(others, key=index.place_of), entry)
    differing = next((one.link for one in relatives if one.link.figures), None)
    if differing:
        yield f"**{markdown_text(wording.shortened(figures(differing), 40))}**"


def _outlets(others: Sequence[Entry], entry: Entry) -> Iterator[str]:
    named = dict.fromkeys(outlet_words(one) for one in others if one.outlet != entry.outlet)
    yield from list(named)[:MOST_MARKS]
    if len(named) > MOST_MARKS:
        yield f"*+{len(named) - MOST_MARKS}*"
