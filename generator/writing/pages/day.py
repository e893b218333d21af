"""The pages of one day: in brief, who reported when, then every entry on one clock.

A day too long for one page (see :mod:`generator.writing.parts`) has a front with a line for each entry,
and pages by hour that hold the entries in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.model import Entry, Story
from generator.writing import wording
from generator.writing.addresses import UNDATED
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.entry import entry_markdown
from generator.writing.pages.front import lines_of, lines_of_parts
from generator.writing.pages.neighbours import kicker, neighbours
from generator.writing.pages.page import Page, Place
from generator.writing.pages.who_when import who_when
from generator.writing.parts import Part, divide
from generator.writing.safe import markdown_text

MOST_IN_BRIEF = 12
MOST_IN_BRIEF_OF_A_PART = 4
TITLE_OF_UNDATED = "Entries without a date"


def needs_undated_page(index: Indexes) -> bool:
    """Whether ``days/undated.html`` holds an entry, or could have held one before its date was inferred."""
    return None in index.days or bool(_once_undated(index))


def day_pages(day: date | None, index: Indexes) -> Iterator[Page]:
    """The page of ``day``, or of all entries without a date; then those it is divided into."""
    whole = index.parts.get(day) or divide(day, (), index.zone, index.documents)
    yield _page(whole, whole, index)
    for part in whole.all_parts:
        yield _page(part, whole, index)


def _page(part: Part, whole: Part, index: Indexes) -> Page:
    place = Place(part.address)
    stories = _stories(part.entries, index)
    chart, drawings = who_when(part, index) if part is whole else ([], {})
    title = ", ".join(filter(None, (wording.day_name(part.day) if part.day else TITLE_OF_UNDATED, part.title)))
    summary = _summary(part, stories, index)
    return Page(
        address=place.address,
        kind="day",
        title=title,
        description=summary,
        header={"Day": part.day.isoformat()} if part.day else {},
        body=(
            kicker(part, whole, index, place),
            f"# {markdown_text(title)}",
            summary,
            *_brief(stories, index, place, MOST_IN_BRIEF if part is whole else MOST_IN_BRIEF_OF_A_PART),
            *chart,
            *(lines_of_parts(part, index, place) if part.parts else _in_full(part, index, place)),
            *(lines_of(_once_undated(index), "Dated since", index, place) if part.address == UNDATED else ()),
            neighbours(part, whole, index, place),
        ),
        drawings=drawings,
    )


def _once_undated(index: Indexes) -> list[Entry]:
    """Entries whose date no page prints: without the documents it is inferred from they would be undated."""
    return [entry for entry in index.digest.entries if index.date_is_inferred(entry)]


def _stories(entries: Sequence[Entry], index: Indexes) -> list[Story]:
    """Stories told in these entries, the most widely reported first."""
    told = {index.story_of[entry.id].id: index.story_of[entry.id] for entry in entries if entry.id in index.story_of}
    return sorted(
        told.values(),
        key=lambda story: (-story.separate_reports, -len(story.outlets), -len(story.entries), index.first_place(story)),
    )


def _summary(part: Part, stories: Sequence[Story], index: Indexes) -> str:
    number = wording.count(len(part.entries), "entry", "entries")
    if part.day is None and not part.entries:
        return "No entry is without a date; the dates of these are inferred."
    if part.day is None:
        return f"{number} for which no day is printed, given or to be inferred."
    outlets = wording.count(len({entry.outlet for entry in part.entries}), "outlet")
    return f"{number} by {outlets}, on one clock ({wording.zone_name(index.zone)}).{_shared(stories)}"


def _shared(stories: Sequence[Story]) -> str:
    """How many stories there are, and how many of them several outlets have."""
    if not stories:
        return ""
    if len(stories) == 1:
        return f" 1 story, reported by {wording.count(len(stories[0].outlets), 'outlet')}."
    shared = sum(len(story.outlets) > 1 for story in stories)
    how_many = {0: "none", len(stories): "all"}.get(shared, f"{shared} of them")
    return f" {wording.count(len(stories), 'story', 'stories')}, {how_many} reported by more than one outlet."


def _brief(stories: Sequence[Story], index: Indexes, place: Place, most: int) -> list[str]:
    if not stories:
        return []
    lines = [story_line(story, index, place) for story in stories[:most]]
    left = len(stories) - most
    further = wording.count(left, "further story, beneath its entries", "further stories, each beneath its entries")
    more = [f"*More:* {further}."] if left > 0 else []
    return ["## In brief", "\n".join(lines), *more]


def _in_full(part: Part, index: Indexes, place: Place) -> Iterator[str]:
    for name, group in groupby(part.entries, lambda entry: _heading(entry, index)):
        yield f"## {name}"
        for entry in group:
            yield from entry_markdown(entry, index, place)


def _heading(entry: Entry, index: Indexes) -> str:
    if entry.date is None:
        document = index.documents.get(entry.document)
        return markdown_text(document.title if document and document.title else entry.document)
    if entry.utc is None:
        return "Without a time" if entry.local_time is None else "Time zone unknown"
    time = wording.clock(entry, index.zone)
    return f"{time[:2]}:00" if time else "Without a time"
