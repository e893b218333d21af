"""How an entry or outlet is named in a line, a link or a preview."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from generator.model import BlockKind, Entry
from generator.writing import wording
from generator.writing.addresses import source_address
from generator.writing.indexes import Indexes
from generator.writing.pages.page import Place
from generator.writing.safe import markdown_text

_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.EMBED, BlockKind.TABLE})


def title_of(entry: Entry, length: int = 140) -> str:
    """The headline, or the first words of an entry that has none."""
    return wording.shortened(entry.headline or opening(entry) or "(no text)", length)


def opening(entry: Entry) -> str:
    """The first block that tells something, or the first of any kind."""
    told = (block.text for block in entry.blocks if block.kind in _TOLD)
    return next(told, entry.blocks[0].text if entry.blocks else "")


def preview(entry: Entry) -> str:
    """Headline and first words, for a glance at an entry on another page."""
    first = opening(entry)
    return wording.shortened(
        f"{entry.headline} – {first}" if entry.headline and first else entry.headline or first, 220
    )


def outlet_words(entry: Entry) -> str:
    """The outlet's name in emphasis: that is how pages set it where it is not a link of its own."""
    return f"*{markdown_text(wording.outlet(entry.outlet))}*"


def outlet_link(outlet: str, place: Place) -> str:
    """The outlet's name, leading to its page."""
    return place.link(wording.outlet(outlet), source_address(outlet))


def when_beside(entry: Entry, day: date | None, zone: ZoneInfo) -> str:
    """The clock time of ``entry``, with its day where that is another than ``day``."""
    time = wording.clock(entry, zone)
    if entry.date == day:
        return time or "(no time)"
    if entry.date is None:
        return "no date"
    name = wording.short_date(entry.date, day)
    return f"{name}, {time}" if time else name


def when_among(entry: Entry, entries: Sequence[Entry], zone: ZoneInfo) -> str:
    """The clock time of ``entry``, with its day where ``entries`` (in order of time) are not all of one day."""
    one_day = entries[0].date == entries[-1].date
    time = wording.clock(entry, zone)
    if one_day and entry.date:
        return time or "no time"
    if entry.date is None:
        return when_beside(entry, entries[0].date, zone)
    name = wording.short_date(entry.date, entries[0].date)
    return f"{name}, {time}" if time else name


def entry_line(entry: Entry, index: Indexes, place: Place, *, outlet: bool = True) -> str:
    """One entry as an item of a list: time, outlet, headline."""
    time = place.link(wording.clock(entry, index.zone) or "no time", index.address_of(entry))
    who = f" {outlet_words(entry)}" if outlet else ""
    return f"- {time}{who} {markdown_text(title_of(entry))}"
