"""The chart of a day, who reported when, with its caption and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from generator.model import Entry, Link
from generator.writing import wording
from generator.writing.charts.lanes import Post, lanes
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import title_of
from generator.writing.parts import Part
from generator.writing.safe import anchor, markdown_quoted

CAPTION = (
    "Who reported when. A mark is an entry; a lane is dotted where its outlet was silent for an hour. A curve joins "
    "entries about the same event, dashed where both rest on one report, red where figures differ."
)

MOST_MARKS = 600
THINNED_CAPTION = (
    "Who reported when. A mark is an outlet’s first entry in ten minutes; a lane is dotted where its outlet was "
    "silent for an hour. Of so many entries no curves are drawn."
)


def who_when(whole: Part, index: Indexes) -> tuple[list[str], Mapping[str, str]]:
    """Markdown blocks and drawings by file name; both empty where there is nothing to draw."""
    if whole.day is None:
        return [], {}
    title = f"Who reported when, {wording.plain_date(whole.day)}"
    posts, links, caption = _posts(whole, index), _links(whole.entries, index), CAPTION
    if len(posts) > MOST_MARKS:
        posts, links, caption = _thinned(posts), [], THINNED_CAPTION
    drawing = lanes(posts, links, index.marks, title)
    if not drawing:
        return [], {}
    name = f"{whole.day.isoformat()}.svg"
    return [f'![{_told(whole.entries, index)}]({name} "{caption}{_left_out(whole)}")'], {name: drawing}


def _left_out(whole: Part) -> str:
    left = sum(entry.utc is None for entry in whole.entries)
    return f" Not drawn: {wording.count(left, 'entry', 'entries')} without a moment of their own." if left else ""


def _posts(whole: Part, index: Indexes) -> list[Post]:
    made = []
    for entry in whole.entries:
        if entry.utc is not None:
            time = entry.utc.astimezone(index.zone)
            made.append(Post(entry.id, entry.outlet, time, f"#{anchor(entry.id)}", _hint(entry, whole, index)))
    return made


def _thinned(posts: Sequence[Post]) -> list[Post]:
    """The first post of each outlet in every ten minutes."""
    first: dict[tuple[str, datetime], Post] = {}
    for post in posts:
        minute = post.time.minute - post.time.minute % 10
        first.setdefault((post.outlet, post.time.replace(minute=minute, second=0)), post)
    return list(first.values())


def _hint(entry: Entry, whole: Part, index: Indexes) -> str:
    """What a pointer shows. On the front of a long day the script takes it from the entry's line."""
    return (
        ""
        if whole.parts
        else f"{wording.clock(entry, index.zone)} {wording.outlet(entry.outlet)}: {title_of(entry, 90)}"
    )


def _links(entries: Sequence[Entry], index: Indexes) -> list[Link]:
    return [relative.link for entry in entries for relative in index.relatives.get(entry.id, ()) if relative.outgoing]


def _told(entries: Sequence[Entry], index: Indexes) -> str:
    """The chart in words: each outlet's number of entries, first and last time."""
    lanes_told: dict[str, list[str]] = {}
    for entry in entries:
        time = wording.clock(entry, index.zone)
        if time:
            lanes_told.setdefault(wording.outlet(entry.outlet), []).append(time)
    parts = [
        f"{outlet} {wording.count(len(times), 'entry', 'entries')}, {times[0]} to {times[-1]}"
        if len(times) > 1
        else f"{outlet} 1 entry, {times[0]}"
        for outlet, times in lanes_told.items()
    ]
    return markdown_quoted(f"{'; '.join(parts)}.")
