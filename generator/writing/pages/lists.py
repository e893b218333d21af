"""The pages that list everything of one kind: days, stories, topics, sources, documents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model import Story, Topic, TopicKind
from generator.writing import wording
from generator.writing.addresses import (
    DAYS,
    DOCUMENTS,
    SOURCES,
    STORIES,
    TOPICS,
    UNDATED,
    source_address,
    topic_address,
)
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.calendar import months
from generator.writing.pages.page import Page, Place
from generator.writing.pages.source import record
from generator.writing.safe import markdown_text

KINDS = {
    TopicKind.PLACE: "Places",
    TopicKind.PERSON: "People",
    TopicKind.ORGANISATION: "Organisations",
    TopicKind.SUBJECT: "Subjects",
}


def widest(index: Indexes) -> list[Story]:
    """All stories, the most widely reported first."""
    return sorted(
        index.stories.values(),
        key=lambda story: (-story.separate_reports, -len(story.outlets), -len(story.entries), index.first_place(story)),
    )


def days_list(index: Indexes) -> Page:
    """``days/all.html``."""
    place = Place(DAYS)
    undated = [f"*More:* {place.link('Entries without a date', UNDATED)}"] if None in index.days else []
    return _page(
        DAYS, "Days", wording.count(len(index.dated), "day"), [*months(index.dated, index, place, 2), *undated]
    )


def stories_list(index: Indexes) -> Page:
    """``stories/all.html``."""
    place = Place(STORIES)
    stories = widest(index)
    several = [story for story in stories if len(story.outlets) > 1]
    single = [story for story in stories if len(story.outlets) < 2]
    body: list[str] = []
    for name, group in (("Reported by several outlets", several), ("Followed by one outlet", single)):
        if group:
            body += [f"## {name}", "\n".join(story_line(story, index, place, when=True) for story in group)]
    return _page(
        STORIES, "Stories", f"{wording.count(len(stories), 'story', 'stories')}, the most widely reported first.", body
    )


def topics_list(index: Indexes) -> Page:
    """``topics/all.html``."""
    place = Place(TOPICS)
    shown = sorted(
        (one for one in index.topics.values() if one.listed),
        key=lambda one: (list(KINDS).index(one.kind), -len(one.entries), one.name),
    )
    body: list[str] = []
    for kind, group in groupby(shown, lambda one: one.kind):
        body += [f"## {KINDS[kind]}", "\n".join(_topic(topic, place) for topic in group)]
    return _page(TOPICS, "Topics", wording.count(len(shown), "topic") + ".", body)


def _topic(topic: Topic, place: Place) -> str:
    return f"- {place.link(topic.name, topic_address(topic.id))} {len(topic.entries)}"


def sources_list(index: Indexes) -> Page:
    """``sources/all.html``."""
    place = Place(SOURCES)
    rows = ["| Source | Entries | First | Alone | Passed on |", "| --- | --- | --- | --- | --- |"]
    for name, entries in index.outlets.items():
        own = record(name, entries, index)
        who = place.link(name or "Unknown outlet", source_address(name))
        first = f"{own.first} of {own.shared}"
        rows.append(f"| {who} | {len(entries)} | {first} | {own.alone} | {own.passed_on} |")
    told = (
        "First: shared stories it reported before the others. Alone: entries no other outlet has. "
        "Passed on: entries whose wording or origin stands in an earlier report."
    )
    return _page(SOURCES, "Sources", wording.count(len(index.outlets), "outlet") + ".", ["\n".join(rows), told])


def documents_list(index: Indexes) -> Page:
    """``documents/all.html``, with the files that could not be read."""
    from generator.writing.pages.home import document_line

    place = Place(DOCUMENTS)
    documents = index.digest.documents
    body = ["\n".join(document_line(document, place) for document in documents)]
    refused = index.digest.refusals
    if refused:
        body += ["## Files that could not be read", "\n".join(f"- {markdown_text(one.message)}" for one in refused)]
    return _page(DOCUMENTS, "Documents", wording.count(len(documents), "document") + ".", body)


def _page(address: str, title: str, lede: str, body: Sequence[str]) -> Page:
    return Page(address=address, kind="list", title=title, description=lede, body=(f"# {title}", lede, *body))
