"""A story on one line: what, how many outlets, how many origins, which figures changed."""

from __future__ import annotations

from generator.model import Relation, Story
from generator.writing import wording
from generator.writing.addresses import story_address
from generator.writing.indexes import Indexes
from generator.writing.pages.page import Place
from generator.writing.pages.quantities import readings
from generator.writing.safe import markdown_text

MOST_OUTLETS = 12


def story_line(story: Story, index: Indexes, place: Place, *, when: bool = False) -> str:
    """A list item: the title as a link, the facts, and the outlets in order of their first report."""
    facts = [separate(story, index)]
    if when:
        facts.append(wording.span(story.first, story.last, index.zone))
    told = [markdown_text(" · ".join(facts)), *(f"**{markdown_text(one)}**" for one in story_figures(story, index)[:2])]
    who = ", ".join(f"*{markdown_text(wording.outlet(outlet))}*" for outlet in story.outlets[:MOST_OUTLETS])
    left = len(story.outlets) - MOST_OUTLETS
    more = f" and {left} more" if left > 0 else ""
    return f"- {place.link(story.title, story_address(story.id))} {who}{more}  \n  {' · '.join(told)}"


def separate(story: Story, index: Indexes) -> str:
    """``3 outlets, 2 with no shared origin found``; whom those credit that share one, where they say so."""
    outlets = wording.count(len(story.outlets), "outlet")
    if len(story.outlets) < 2:
        return f"{outlets}, {wording.count(len(story.entries), 'entry', 'entries')}"
    origin = _shared_origin(story, index)
    if story.separate_reports < 2:
        return f"{outlets}, all resting on one report{f' ({origin})' if origin else ''}"
    shared = f"; others share {origin}" if origin and story.separate_reports < len(story.outlets) else ""
    return f"{outlets}, {story.separate_reports} with no shared origin found{shared}"


def _shared_origin(story: Story, index: Indexes) -> str:
    """Whom entries of ``story`` credit together, as their links say."""
    own = set(story.entries)
    credited = {
        name: None
        for key in story.entries
        for relative in index.relatives.get(key, ())
        if relative.outgoing and relative.link.relation is Relation.SHARES_SOURCE and relative.other.id in own
        for name in relative.link.evidence.credits
    }
    return wording.listed(list(credited)[:2])


def story_figures(story: Story, index: Indexes) -> list[str]:
    """``injured: 2 → 5`` for each quantity that is given differently within the story, from first to last."""
    return [wording.figure(what, told) for what, told in story_changes(story, index)]


def story_changes(story: Story, index: Indexes) -> list[tuple[str, str]]:
    """Quantity and its change, ``injured`` and ``2 → 5``, for each that is given differently within the story.

    What changes in the same way under two names is named once.
    """
    told: dict[str, str] = {}
    for what, given in readings(index.entries_of(story.entries), index).items():
        values = list(given.values())
        ends = values if values[0] == values[-1] else (values[0], values[-1])
        told.setdefault(" → ".join(dict.fromkeys(ends)), what)
    return [(what, change) for change, what in told.items()]
