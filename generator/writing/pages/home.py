"""The home page: what this archive is, its calendar, the most widely reported stories, topics, documents."""

from __future__ import annotations

from generator.model import Topic
from generator.writing import wording
from generator.writing.addresses import (
    ABOUT,
    DAYS,
    DOCUMENTS,
    HOME,
    SEARCH,
    SOURCES,
    STORIES,
    TOPICS,
    UNDATED,
    topic_address,
)
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.calendar import months
from generator.writing.pages.labels import outlet_link
from generator.writing.pages.lists import document_line, widest
from generator.writing.pages.page import Page, Place
from generator.writing.safe import markdown_text

MOST_STORIES, MOST_TOPICS, MOST_DOCUMENTS, MOST_DAYS = 10, 36, 24, 62


def home_page(index: Indexes) -> Page:
    """``index.html``."""
    place = Place(HOME)
    site = index.settings.site
    return Page(
        address=HOME,
        kind="home",
        title=site.title,
        description=site.description or _what(index),
        body=(
            f"# {markdown_text(site.title)}",
            markdown_text(f"{site.description} {_what(index)}".strip()),
            place.link("Search every entry", SEARCH),
            *_stories(index, place),
            *_days(index, place),
            *_topics(index, place),
            *_sources(index, place),
            *_documents(index, place),
            f"*More:* {place.link('How this was made, and what it cannot know', ABOUT)}",
        ),
    )


def _what(index: Indexes) -> str:
    digest = index.digest
    return (
        f"{wording.count(len(digest.entries), 'entry', 'entries')} from "
        f"{wording.count(len(digest.documents), 'liveblog page')} by {wording.count(len(index.outlets), 'outlet')}, "
        f"on one clock: what happened, who reported it, who says otherwise."
    )


def _days(index: Indexes, place: Place) -> list[str]:
    if not index.dated:
        return []
    blocks = ["## Days", *months(index.dated[-MOST_DAYS:], index, place)]
    more = [place.link(f"All {len(index.dated)} days", DAYS)] if len(index.dated) > MOST_DAYS else []
    if None in index.days:
        more.append(place.link(f"{wording.count(len(index.days[None]), 'entry', 'entries')} without a date", UNDATED))
    return [*blocks, f"*More:* {' · '.join(more)}" if more else ""]


def _stories(index: Indexes, place: Place) -> list[str]:
    best = widest(index)[:MOST_STORIES]
    if not best:
        return []
    lines = "\n".join(story_line(story, index, place, when=True) for story in best)
    return ["## Most widely reported", lines, f"*More:* {place.link(f'All {len(index.stories):,} stories', STORIES)}"]


def _topics(index: Indexes, place: Place) -> list[str]:
    shown = sorted(
        (topic for topic in index.topics.values() if topic.listed), key=lambda one: (-len(one.entries), one.name)
    )
    if not shown:
        return []
    lines = "\n".join(_topic(topic, place) for topic in shown[:MOST_TOPICS])
    return ["## Topics", lines, f"*More:* {place.link(f'All {len(shown):,} topics', TOPICS)}"]


def _topic(topic: Topic, place: Place) -> str:
    return f"- {place.link(topic.name, topic_address(topic.id))} {len(topic.entries)}"


def _sources(index: Indexes, place: Place) -> list[str]:
    if not index.outlets:
        return []
    best = sorted(index.outlets, key=lambda name: (-len(index.outlets[name]), name))[:24]
    lines = [
        f"- {outlet_link(name, place)} {wording.count(len(index.outlets[name]), 'entry', 'entries')}" for name in best
    ]
    more = (
        [f"*More:* {place.link(f'All {len(index.outlets)} sources', SOURCES)}"]
        if len(index.outlets) > len(best)
        else []
    )
    return ["## Sources", "\n".join(lines), *more]


def _documents(index: Indexes, place: Place) -> list[str]:
    documents = index.digest.documents
    blocks = [
        "## Documents",
        "\n".join(document_line(document, place) for document in documents[:MOST_DOCUMENTS]),
    ]
    if len(documents) > MOST_DOCUMENTS:
        blocks.append(f"*More:* {place.link(f'All {len(documents)} documents', DOCUMENTS)}")
    return blocks
