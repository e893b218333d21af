"""Figures as they changed within a story: which outlet gave which number when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Entry, Story
from generator.writing.addresses import entry_address
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import outlet_words, when_beside
from generator.writing.pages.page import Place
from generator.writing.safe import markdown_text


def readings(entries: Sequence[Entry], index: Indexes) -> Mapping[str, Mapping[str, str]]:
    """Quantity → entry id → figure as printed, both in order of time."""
    own = {entry.id for entry in entries}
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        for relative in index.relatives.get(entry.id, ()):
            if relative.other.id in own:
                for part in relative.link.figures:
                    found.setdefault(part.what or "figure", {}).setdefault(
                        entry.id, part.a if relative.outgoing else part.b
                    )
    return found


def figures_section(
    story: Story, entries: Sequence[Entry], index: Indexes, place: Place
) -> tuple[list[str], dict[str, str]]:
    """Markdown blocks and drawings by file name; both empty where no figures differ."""
    found = readings(entries, index)
    if not found:
        return [], {}
    blocks = ["## Figures as they changed"]
    day = entries[0].date
    for what, given in found.items():
        blocks.append(f"### {markdown_text(what[:1].upper() + what[1:])}")
        blocks.append(
            "\n".join(
                f"- {place.raw_link(f'{outlet_words(index.entries[key])} {markdown_text(when_beside(index.entries[key], day, index.zone))}', entry_address(index.entries[key]))} **{markdown_text(figure)}**"
                for key, figure in given.items()
            )
        )
    return blocks, {}
