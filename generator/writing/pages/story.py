"""The page of a story: numbers, where each outlet had it from, figures as they changed, the account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model import Entry, Relation, Story
from generator.writing import wording
from generator.writing.addresses import day_address, story_address, topic_address
from generator.writing.charts.origins import Origin, draw_origins
from generator.writing.indexes import Indexes
from generator.writing.pages.account import account, in_their_words
from generator.writing.pages.brief import story_changes
from generator.writing.pages.origins import find_origins, origins_told
from generator.writing.pages.page import Page, Place
from generator.writing.pages.quantities import figures_section
from generator.writing.safe import markdown_quoted, markdown_text

MOST_TOPICS = 12


def story_pages(story: Story, index: Indexes) -> Iterator[Page]:
    """The page of ``story``, and those that carry on its account."""
    place = Place(story_address(story.id))
    entries = index.entries_of(story.entries)
    lede = _lede(story, entries, index)
    origins, origin_drawings = _origins(story, entries, index)
    figures, figure_drawings = figures_section(story, entries, index, place)
    listing = account(entries, index, place.address, story.title)
    yield Page(
        address=place.address,
        kind="story",
        title=story.title,
        description=lede,
        body=(
            _kicker(entries, place),
            f"# {markdown_text(story.title)}",
            markdown_text(lede),
            f"*Set by hand:* {markdown_text(story.curated)}" if story.curated else "",
            _numbers(story, entries, index),
            *origins,
            *figures,
            *listing.first,
            *in_their_words(entries, index, place),
            *_topics(entries, index, place),
        ),
        drawings={**origin_drawings, **figure_drawings},
    )
    yield from listing.sequels()


def _kicker(entries: Sequence[Entry], place: Place) -> str:
    days = list(dict.fromkeys(entry.date for entry in entries))[:4]
    return "Story · " + ", ".join(_day_link(day, place) for day in days)


def _day_link(day: date | None, place: Place) -> str:
    return place.link(wording.plain_date(day) if day else "no date", day_address(day))


def _lede(story: Story, entries: Sequence[Entry], index: Indexes) -> str:
    first = f" First reported by {wording.outlet(entries[0].outlet)}." if entries and entries[0].utc else ""
    number = wording.count(len(entries), "entry", "entries")
    return f"{number}, {wording.span(story.first, story.last, index.zone)}.{first}"


def _origins(story: Story, entries: Sequence[Entry], index: Indexes) -> tuple[list[str], dict[str, str]]:
    if len(story.outlets) < 2:
        return [], {}
    origins = find_origins(entries, index)
    if not any(origin.label or origin.is_shared for origin in origins):
        return [
            "## Where each outlet had it from",
            f"None names where it has it from. {markdown_text(_sentence(origins))}",
        ], {}
    drawing = draw_origins(origins, index.marks, f"Where each outlet had it from: {story.title}")
    if not drawing:
        return [], {}
    name = f"{story.id}-origins.svg"
    return ["## Where each outlet had it from", f"![{markdown_quoted(origins_told(origins))}]({name})"], {name: drawing}


def _sentence(origins: Sequence[Origin]) -> str:
    told = origins_told(origins)
    return told[:1].upper() + told[1:]


def _numbers(story: Story, entries: Sequence[Entry], index: Indexes) -> str:
    lines = [f"- **{len(story.outlets)}** {'outlet' if len(story.outlets) == 1 else 'outlets'}"]
    if len(story.outlets) > 1 and story.separate_reports < 2:
        lines.append("- **1** report on which all rest")
    elif len(story.outlets) > 1:
        lines.append(f"- **{story.separate_reports}** with no shared origin found")
    copies = _copies(entries, index)
    if copies:
        lines.append(f"- **{copies}** repeating another’s wording")
    for what, change in story_changes(story, index)[:2]:
        lines.append(f"- **{markdown_text(change)}** {markdown_text(wording.quantity_name(what).lower())}")
    return "\n".join(lines)


def _copies(entries: Sequence[Entry], index: Indexes) -> int:
    own = {entry.id for entry in entries}
    return len(
        {
            relative.link.b
            for entry in entries
            for relative in index.relatives.get(entry.id, ())
            if relative.link.relation is Relation.COPY and relative.other.id in own
        }
    )


def _topics(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    counts = Counter(topic.id for entry in entries for topic in index.topics_of.get(entry.id, ()))
    best = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_TOPICS]
    if not best:
        return []
    return ["## Topics", "\n".join(f"- {place.link(index.topics[key].name, topic_address(key))}" for key in best)]
