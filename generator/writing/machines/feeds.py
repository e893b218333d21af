"""The two feeds, of days and of stories: what they hold, before it is Atom or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from generator.model import Entry, Story
from generator.writing import wording
from generator.writing.addresses import DAYS, STORIES, absolute, day_address, story_address
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import separate, story_figures
from generator.writing.pages.labels import title_of
from generator.writing.safe import html_attribute, html_text

MOST_ITEMS = 100
MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class Item:
    """One day or story. ``html`` is safe HTML with full addresses; the two times are in UTC.

    Both times are those of its own entries, never of a build: the same digest gives the same feed.
    """

    address: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name, the page it follows, and how to get its items, the latest first."""

    name: str
    title: str
    page: str
    items: Callable[[Indexes], Sequence[Item]]

    @property
    def atom_address(self) -> str:
        return f"feeds/{self.name}.atom.xml"

    @property
    def json_address(self) -> str:
        return f"feeds/{self.name}.json"


def day_items(index: Indexes) -> list[Item]:
    """The latest days."""
    return [_day(day, index) for day in reversed(index.dated[-MOST_ITEMS:])]


def story_items(index: Indexes) -> list[Item]:
    """The stories reported last; stories without any date are in no feed."""
    dated = [(_moment(story.last), story) for story in index.digest.stories if story.first and story.last]
    latest = sorted(dated, key=lambda pair: (pair[0], pair[1].id), reverse=True)[:MOST_ITEMS]
    return [_story(story, index) for _, story in latest]


FEEDS = (Feed("days", "Days", DAYS, day_items), Feed("stories", "Stories", STORIES, story_items))


def _day(day: date, index: Indexes) -> Item:
    entries = index.days[day]
    told = {index.story_of[entry.id].id: index.story_of[entry.id] for entry in entries if entry.id in index.story_of}
    stories = sorted(told.values(), key=lambda story: (-story.separate_reports, index.first_place(story)))
    moments = [entry.utc for entry in entries if entry.utc] or [_moment(day)]
    outlets = tuple(dict.fromkeys(entry.outlet for entry in entries))
    lines = [_story_line(story, index) for story in stories] or [_entry_line(entry, index) for entry in entries]
    return Item(
        address=absolute(day_address(day), index.settings),
        title=wording.day_name(day),
        summary=(
            f"{wording.count(len(entries), 'entry', 'entries')} by {wording.count(len(outlets), 'outlet')}, "
            f"{wording.count(len(stories), 'story', 'stories')}."
        ),
        html=_list(lines),
        published=min(moments),
        updated=max(moments),
        outlets=outlets,
    )


def _story(story: Story, index: Indexes) -> Item:
    facts = [
        separate(story, index),
        wording.span(story.first, story.last, index.zone),
        *story_figures(story, index)[:3],
    ]
    return Item(
        address=absolute(story_address(story.id), index.settings),
        title=story.title,
        summary="; ".join(facts) + ".",
        html=_list([_entry_line(entry, index) for entry in index.entries_of(story.entries)]),
        published=_moment(story.first),
        updated=_moment(story.last),
        outlets=story.outlets,
    )


def _story_line(story: Story, index: Indexes) -> str:
    link = _link(story.title, absolute(story_address(story.id), index.settings))
    outlets = wording.listed([wording.outlet(name) for name in story.outlets[:12]])
    return f"{link}: {html_text(outlets)} – {html_text(separate(story, index))}"


def _entry_line(entry: Entry, index: Indexes) -> str:
    day = entry.date.isoformat() if entry.date else ""
    when = f"{day} {wording.clock(entry, index.zone) or ''}".strip()
    link = _link(title_of(entry), absolute(index.address_of(entry), index.settings))
    return f"{html_text(when)} {html_text(entry.outlet)}: {link}".strip()


def _list(lines: Iterable[str]) -> str:
    shown = list(lines)
    left = len(shown) - MOST_LINES
    more = [f"and {left} more"] if left > 0 else []
    return f"<ul>{''.join(f'<li>{line}</li>' for line in [*shown[:MOST_LINES], *more])}</ul>"


def _link(words: str, address: str) -> str:
    return f'<a href="{html_attribute(address)}">{html_text(words)}</a>'


def _moment(when: datetime | date | None) -> datetime:
    if isinstance(when, datetime):
        return when
    return datetime.combine(when or date.min, time(), UTC)
