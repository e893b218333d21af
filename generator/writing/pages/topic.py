"""The page of a topic: when which outlet spoke of it, where it lies, its stories and entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Entry, Topic
from generator.writing import wording
from generator.writing.addresses import topic_address
from generator.writing.charts.coverage import by_outlet, draw_coverage
from generator.writing.charts.map import draw_map
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.listing import entry_listing
from generator.writing.pages.page import Page, Place
from generator.writing.safe import markdown_quoted, markdown_text

MOST_STORIES = 20


def topic_pages(topic: Topic, index: Indexes) -> Iterator[Page]:
    """The page of ``topic``, and those that carry on its entries."""
    place = Place(topic_address(topic.id))
    entries = index.entries_of(topic.entries)
    drawings = _drawings(topic, entries, index)
    listing = entry_listing(entries, index, place.address, "topic", topic.name)
    yield Page(
        address=place.address,
        kind="topic",
        title=topic.name,
        description=_lede(entries, index),
        body=(
            f"Topic · {topic.kind.value}",
            f"# {markdown_text(topic.name)}",
            _lede(entries, index),
            f"*Also written:* {markdown_text(', '.join(topic.aliases[:12]))}" if topic.aliases else "",
            *(f'![{alt}]({name} "{caption}")' for name, (_, alt, caption) in drawings.items()),
            *_stories(entries, index, place),
            *listing.first,
            *_related(topic, index, place),
        ),
        drawings={name: drawing for name, (drawing, _, _) in drawings.items()},
    )
    yield from listing.sequels()


def _lede(entries: Sequence[Entry], index: Indexes) -> str:
    outlets = len({entry.outlet for entry in entries})
    dated = [entry.date for entry in entries if entry.date]
    when = f", {wording.span(dated[0], dated[-1], index.zone)}" if dated else ""
    return f"{wording.count(len(entries), 'entry', 'entries')} by {wording.count(outlets, 'outlet')}{when}."


def _drawings(topic: Topic, entries: Sequence[Entry], index: Indexes) -> dict[str, tuple[str, str, str]]:
    """File name → drawing, text equivalent and caption."""
    made = {}
    chart = draw_coverage(by_outlet(entries, index.marks), f"Entries on {topic.name} by day and outlet")
    if chart:
        told = markdown_quoted(f"{topic.name} by outlet: {_counts(entries)}.")
        made[f"{topic.id}-days.svg"] = (
            chart,
            told,
            "Entries by day and outlet. The larger the mark, the more entries.",
        )
    if topic.place:
        near = [index.topics[key] for key in topic.related if key in index.topics]
        around = [(other.name, other.place) for other in near if other.place][:6]
        drawing = draw_map(topic.name, topic.place, around)
        north, east = topic.place.latitude, topic.place.longitude
        where = f"{abs(north):.2f}° {'N' if north >= 0 else 'S'}, {abs(east):.2f}° {'E' if east >= 0 else 'W'}"
        made[f"{topic.id}-map.svg"] = (drawing, markdown_quoted(f"{topic.name} lies at {where}."), f"{where}.")
    return made


def _counts(entries: Sequence[Entry]) -> str:
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.outlet] = counts.get(entry.outlet, 0) + 1
    best = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{wording.outlet(name)} {number}" for name, number in best)


def _stories(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    told = {index.story_of[entry.id].id: index.story_of[entry.id] for entry in entries if entry.id in index.story_of}
    best = sorted(
        told.values(), key=lambda story: (-story.separate_reports, -len(story.outlets), index.first_place(story))
    )
    if not best:
        return []
    return ["## Stories", "\n".join(story_line(story, index, place, when=True) for story in best[:MOST_STORIES])]


def _related(topic: Topic, index: Indexes, place: Place) -> list[str]:
    near = [index.topics[key] for key in topic.related if key in index.topics][:16]
    if not near:
        return []
    return ["## Related topics", "\n".join(f"- {place.link(other.name, topic_address(other.id))}" for other in near)]
