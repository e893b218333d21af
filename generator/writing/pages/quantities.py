"""Figures as they changed within a story: which outlet gave which number when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.linking.figures.numbers import numbers_in
from generator.linking.lexicon import lexicon_for
from generator.model import Entry, Story
from generator.writing import wording
from generator.writing.charts.figures import Reading, draw_figures
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import outlet_words, when_beside
from generator.writing.pages.page import Place
from generator.writing.safe import markdown_quoted, markdown_text

MOST_QUANTITIES = 4


def readings(entries: Sequence[Entry], index: Indexes) -> Mapping[str, Mapping[str, str]]:
    """Quantity → entry id → figure as printed, for what is given differently; ids in order of time."""
    own = {entry.id for entry in entries}
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        for relative in index.relatives.get(entry.id, ()):
            if relative.other.id in own:
                for part in relative.link.figures:
                    printed = part.a if relative.outgoing else part.b
                    found.setdefault(part.what, {}).setdefault(entry.id, printed)
    return found


def figures_section(
    story: Story, entries: Sequence[Entry], index: Indexes, place: Place
) -> tuple[list[str], dict[str, str]]:
    """Markdown blocks and drawings by file name; both empty where no figures differ."""
    found = list(readings(entries, index).items())[:MOST_QUANTITIES]
    if not found:
        return [], {}
    blocks, drawings = ["## Figures as they changed"], {}
    for number, (what, given) in enumerate(found, 1):
        name = wording.quantity_name(what)
        told = [(index.entries[key], printed) for key, printed in given.items()]
        drawing = draw_figures(_plotted(told, index), index.marks, f"{name} as reported: {story.title}")
        blocks.append(f"### {markdown_text(name)}")
        if drawing:
            file = f"{story.id}-figure-{number}.svg"
            drawings[file] = drawing
            blocks.append(f"![{markdown_quoted(_in_words(name, told, index))}]({file})")
        else:
            blocks.append(_listed(told, index, place))
    return blocks, drawings


def _plotted(told: Sequence[tuple[Entry, str]], index: Indexes) -> list[Reading]:
    """The readings as points; none at all if one is no number, has no time, or is in another unit than the rest."""
    points = []
    units = set()
    for entry, printed in told:
        numbers = numbers_in(printed, lexicon_for(entry.text))
        if not numbers or entry.utc is None:
            return []
        number = numbers[0]
        units.add(" ".join(printed[number.end :].casefold().split()))
        points.append(Reading(entry.utc.astimezone(index.zone), entry.outlet, printed, number.low, number.high))
    return points if len(units - {""}) <= 1 else []


def _in_words(name: str, told: Sequence[tuple[Entry, str]], index: Indexes) -> str:
    day = told[0][0].date
    parts = [
        f"{printed} ({wording.outlet(entry.outlet)}, {when_beside(entry, day, index.zone)})" for entry, printed in told
    ]
    return f"{name}, as reported: {wording.listed(parts, 'then')}."


def _listed(told: Sequence[tuple[Entry, str]], index: Indexes, place: Place) -> str:
    day = told[0][0].date
    lines = []
    for entry, printed in told:
        who = f"{outlet_words(entry)} {markdown_text(when_beside(entry, day, index.zone))}"
        lines.append(f"- {place.raw_link(who, index.address_of(entry))}: **{markdown_text(printed)}**")
    return "\n".join(lines)
