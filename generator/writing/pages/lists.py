"""The pages that list everything of one kind: days, stories, topics, sources, documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Document, Story, Topic, TopicKind
from generator.writing import wording
from generator.writing.addresses import (
    DAYS,
    DOCUMENTS,
    SOURCES,
    STORIES,
    TOPICS,
    UNDATED,
    document_address,
    source_address,
    topic_address,
)
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.calendar import months
from generator.writing.pages.page import Page, Place
from generator.writing.pages.sequels import Item, Listing, portions
from generator.writing.pages.source import record
from generator.writing.safe import markdown_text

MOST_STORIES, MOST_TOPICS, MOST_DOCUMENTS = 300, 1000, 300
"""On one page."""

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


def stories_lists(index: Indexes) -> Iterator[Page]:
    """``stories/all.html``, and the pages that carry it on."""
    stories = sorted(widest(index), key=lambda story: len(story.outlets) < 2)
    lede = f"{wording.count(len(stories), 'story', 'stories')}, the most widely reported first."

    def shown(some: Sequence[Story], place: Place) -> Iterator[str]:
        for single, group in groupby(some, lambda story: len(story.outlets) < 2):
            yield "## Followed by one outlet" if single else "## Reported by several outlets"
            yield "\n".join(story_line(story, index, place, when=True) for story in group)

    yield from _listed(
        Listing(STORIES, "list", "Stories", portions(stories, MOST_STORIES), shown, lambda _: lede), lede
    )


def topics_lists(index: Indexes) -> Iterator[Page]:
    """``topics/all.html``, and the pages that carry it on."""
    topics = sorted(
        (one for one in index.topics.values() if one.listed),
        key=lambda one: (list(KINDS).index(one.kind), -len(one.entries), one.name),
    )
    lede = wording.count(len(topics), "topic") + "."

    def shown(some: Sequence[Topic], place: Place) -> Iterator[str]:
        for kind, group in groupby(some, lambda one: one.kind):
            yield f"## {KINDS[kind]}"
            yield "\n".join(_topic(topic, place) for topic in group)

    yield from _listed(Listing(TOPICS, "list", "Topics", portions(topics, MOST_TOPICS), shown, lambda _: lede), lede)


def _topic(topic: Topic, place: Place) -> str:
    return f"- {place.link(topic.name, topic_address(topic.id))} {len(topic.entries)}"


def sources_list(index: Indexes) -> Page:
    """``sources/all.html``."""
    place = Place(SOURCES)
    rows = ["| Source | Entries | First | Alone | Passed on |", "| --- | --- | --- | --- | --- |"]
    for name, entries in index.outlets.items():
        own = record(name, entries, index)
        who = place.link(wording.outlet(name), source_address(name))
        first = f"{own.first} of {own.shared}"
        rows.append(f"| {who} | {len(entries)} | {first} | {own.alone} | {own.passed_on} |")
    told = (
        "First: shared stories it reported before the others. Alone: entries no other outlet has. "
        "Passed on: entries whose wording or origin stands in an earlier report."
    )
    return _page(SOURCES, "Sources", wording.count(len(index.outlets), "outlet") + ".", ["\n".join(rows), told])


def documents_lists(index: Indexes) -> Iterator[Page]:
    """``documents/all.html`` with the files that could not be read, and the pages that carry it on."""
    documents = index.digest.documents
    lede = wording.count(len(documents), "document") + "."

    def shown(some: Sequence[Document], place: Place) -> Iterator[str]:
        yield "\n".join(document_line(document, place) for document in some)

    body = []
    refused = index.digest.refusals
    if refused:
        body = ["## Files that could not be read", "\n".join(f"- {markdown_text(one.message)}" for one in refused)]
    listing = Listing(DOCUMENTS, "list", "Documents", portions(documents, MOST_DOCUMENTS), shown, lambda _: lede)
    yield from _listed(listing, lede, body)


def document_line(document: Document, place: Place) -> str:
    """A list item: title, outlet, number of entries, warnings."""
    when = f", {wording.plain_date(document.date)}" if document.date else ""
    facts = f"{wording.count(len(document.entries), 'entry', 'entries')}{when}"
    warnings = "".join(f" · **Warning:** {markdown_text(note)}" for note in document.notes[:3])
    outlet = f" *{markdown_text(document.outlet)}*" if document.outlet else ""
    title = place.link(document.title or document.path, document_address(document.id))
    return f"- {title}{outlet}  \n  {facts}{warnings}"


def _listed(listing: Listing[Item], lede: str, body: Sequence[str] = ()) -> Iterator[Page]:
    yield _page(listing.address, listing.title, lede, [*listing.first, *body])
    yield from listing.sequels()


def _page(address: str, title: str, lede: str, body: Sequence[str]) -> Page:
    return Page(address=address, kind="list", title=title, description=lede, body=(f"# {title}", lede, *body))
