"""The page of one day: in brief, who reported when, then every entry on one clock."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from generator.model import Entry, Story
from generator.writing import wording
from generator.writing.addresses import DAYS, day_address
from generator.writing.charts.lanes import Post, lanes
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.entry import entry_markdown
from generator.writing.pages.labels import title_of
from generator.writing.pages.page import Page, Place
from generator.writing.safe import anchor, markdown_quoted, markdown_text

MOST_IN_BRIEF = 12
CAPTION = (
    "Who reported when. A mark is an entry; a lane is dotted where its outlet was silent for an hour. A curve joins "
    "entries about the same event, dashed where both rest on one report, red where figures differ."
)


def day_page(day: date, index: Indexes) -> Page:
    """The page of ``day``."""
    place = Place(day_address(day))
    entries = index.days[day]
    stories = _stories(entries, index)
    drawing = _drawing(day, entries, index)
    chart = f"{day.isoformat()}.svg"
    return Page(
        address=place.address,
        kind="day",
        title=wording.day_name(day),
        description=_summary(entries, stories, index),
        header={"Day": day.isoformat()},
        body=(
            _kicker(day, index, place),
            f"# {wording.day_name(day)}",
            _summary(entries, stories, index),
            *_brief(stories, index, place),
            f'![{_told(entries, index)}]({chart} "{CAPTION}")' if drawing else "",
            *_hours(entries, index, place),
            _neighbours(day, index, place),
        ),
        drawings={chart: drawing} if drawing else {},
    )


def undated_page(index: Indexes) -> Page:
    """The page of all entries for which no day is known, document by document."""
    place = Place(day_address(None))
    entries = index.days[None]
    body = [
        f"[All days]({place.to(DAYS)})",
        "# Entries without a date",
        f"{wording.count(len(entries), 'entry', 'entries')} for which no day is printed, given or to be inferred.",
    ]
    for key, group in groupby(
        sorted(entries, key=lambda entry: (entry.document, entry.lines)), lambda entry: entry.document
    ):
        document = index.documents.get(key)
        body.append(f"## {markdown_text(document.title if document and document.title else key)}")
        for entry in group:
            body += entry_markdown(entry, index, place)
    return Page(address=place.address, kind="day", title="Entries without a date", body=tuple(body))


def _stories(entries: Sequence[Entry], index: Indexes) -> list[Story]:
    """Stories told on this day, the most widely reported first."""
    told = {index.story_of[entry.id].id: index.story_of[entry.id] for entry in entries if entry.id in index.story_of}
    return sorted(
        told.values(),
        key=lambda story: (-story.separate_reports, -len(story.outlets), -len(story.entries), index.first_place(story)),
    )


def _summary(entries: Sequence[Entry], stories: Sequence[Story], index: Indexes) -> str:
    outlets = wording.count(len({entry.outlet for entry in entries}), "outlet")
    shared = sum(len(story.outlets) > 1 for story in stories)
    told = (
        f" {wording.count(len(stories), 'story', 'stories')}, {shared} of them reported by more than one outlet."
        if stories
        else ""
    )
    number = wording.count(len(entries), "entry", "entries")
    return f"{number} by {outlets}, on one clock ({wording.zone_name(index.zone)}).{told}"


def _kicker(day: date, index: Indexes, place: Place) -> str:
    return " · ".join([f"Day {bisect_left(index.dated, day) + 1} of {len(index.dated)}", *_links(day, index, place)])


def _neighbours(day: date, index: Indexes, place: Place) -> str:
    return f"*Other days:* {' · '.join([*_links(day, index, place), place.link('all days', DAYS)])}"


def _links(day: date, index: Indexes, place: Place) -> list[str]:
    dated = index.dated
    here = bisect_left(dated, day)
    links = []
    if here:
        links.append(place.link(f"← {wording.short_date(dated[here - 1], day)}", day_address(dated[here - 1])))
    if here + 1 < len(dated):
        links.append(place.link(f"{wording.short_date(dated[here + 1], day)} →", day_address(dated[here + 1])))
    return links


def _brief(stories: Sequence[Story], index: Indexes, place: Place) -> list[str]:
    if not stories:
        return []
    lines = [story_line(story, index, place) for story in stories[:MOST_IN_BRIEF]]
    left = len(stories) - MOST_IN_BRIEF
    more = (
        [f"*More:* {wording.count(left, 'further story', 'further stories')}, each beneath its entries."]
        if left > 0
        else []
    )
    return ["## In brief", "\n".join(lines), *more]


def _drawing(day: date, entries: Sequence[Entry], index: Indexes) -> str:
    posts = [
        Post(
            entry.id,
            entry.outlet,
            entry.utc.astimezone(index.zone),
            f"#{anchor(entry.id)}",
            f"{wording.clock(entry, index.zone)} {entry.outlet}: {title_of(entry, 90)}",
        )
        for entry in entries
        if entry.utc is not None
    ]
    links = [relative.link for entry in entries for relative in index.relatives.get(entry.id, ()) if relative.outgoing]
    return lanes(posts, links, index.marks, f"Who reported when, {wording.plain_date(day)}")


def _told(entries: Sequence[Entry], index: Indexes) -> str:
    """The chart in words: each outlet's number of entries, first and last time."""
    lanes_told: dict[str, list[str]] = {}
    for entry in entries:
        time = wording.clock(entry, index.zone)
        if time:
            lanes_told.setdefault(entry.outlet, []).append(time)
    parts = [
        f"{outlet} {wording.count(len(times), 'entry', 'entries')}, {times[0]} to {times[-1]}"
        if len(times) > 1
        else f"{outlet} 1 entry, {times[0]}"
        for outlet, times in lanes_told.items()
    ]
    return markdown_quoted(f"{'; '.join(parts)}.")


def _hours(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    body: list[str] = []
    ordered = sorted(entries, key=lambda entry: (entry.utc is None, entry.local_time is None))
    for name, group in groupby(ordered, lambda entry: _hour(entry, index)):
        body.append(f"## {name}")
        for entry in group:
            body += entry_markdown(entry, index, place)
    return body


def _hour(entry: Entry, index: Indexes) -> str:
    if entry.utc is None:
        return "Without a time" if entry.local_time is None else "Time zone unknown"
    time = wording.clock(entry, index.zone)
    return f"{time[:2]}:00" if time else "Without a time"
