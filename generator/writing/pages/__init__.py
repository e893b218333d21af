"""The digest as Markdown pages, with their drawings beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.linking.stories import story_id
from generator.model import Digest
from generator.writing import wording
from generator.writing.addresses import relative, story_address, topic_address
from generator.writing.indexes import Indexes, index
from generator.writing.pages.about import about_page
from generator.writing.pages.cite import cite_pages
from generator.writing.pages.day import day_pages, needs_undated_page
from generator.writing.pages.document import document_page
from generator.writing.pages.fixed import not_found_page, search_page
from generator.writing.pages.home import home_page
from generator.writing.pages.labels import title_of
from generator.writing.pages.lists import days_list, documents_lists, sources_list, stories_lists, topics_lists
from generator.writing.pages.page import Page
from generator.writing.pages.source import source_pages
from generator.writing.pages.story import story_pages
from generator.writing.pages.topic import topic_pages
from generator.writing.safe import file_name, json_text, plain

MARKS = "marks.json"
"""Beside the pages: outlet → [its file name, colour, shape], for whoever draws them."""

MOVED = "moved.json"
"""Beside the pages: former address → [title, where the page is now, as a link from there]."""


def write_pages(digest: Digest, settings: Settings, folder: Path) -> None:
    """Write every page of ``digest`` below ``folder``, which is made where it is missing.

    :raises OSError: if a file cannot be written.
    """
    looked_up = index(digest, settings)
    for page in pages(looked_up):
        for path, text in page.files().items():
            _write(folder / path, text)
    marks = {wording.outlet(name): [file_name(name), mark.colour, mark.shape] for name, mark in looked_up.marks.items()}
    _write(folder / MARKS, _table(marks))
    _write(folder / MOVED, _table(moved_pages(looked_up)))


def pages(index: Indexes) -> Iterator[Page]:
    """Every page, one after the other."""
    yield from (home_page(index), about_page(index), search_page(), not_found_page())
    yield from (days_list(index), sources_list(index))
    yield from (*stories_lists(index), *topics_lists(index), *documents_lists(index))
    yield from (page for day in index.dated for page in day_pages(day, index))
    if needs_undated_page(index):
        yield from day_pages(None, index)
    yield from (page for day in index.days for page in cite_pages(day, index))
    yield from (page for story in index.digest.stories for page in story_pages(story, index))
    yield from (page for topic in index.digest.topics for page in topic_pages(topic, index))
    yield from (page for outlet in index.outlets for page in source_pages(outlet, index))
    yield from (document_page(document, index) for document in index.digest.documents)


def moved_pages(index: Indexes) -> dict[str, list[str]]:
    """Former address → title, and the present address as a link from there."""
    return {former: [plain(title), relative(present, former)] for former, present, title in _moved(index)}


def _moved(index: Indexes) -> Iterator[tuple[str, str, str]]:
    """Former address, present address and title.

    What documents added later say may take an entry out of its story: it could have led one.
    """
    for entry in index.digest.entries:
        led = story_id(entry.id)
        if entry.id in index.relatives and entry.id not in index.story_of and led not in index.stories:
            yield story_address(led), index.address_of(entry), title_of(entry)
    for story in index.digest.stories:
        for former in story.former:
            if former not in index.stories:
                yield story_address(former), story_address(story.id), story.title
    for topic in index.digest.topics:
        for former in topic.former:
            if former not in index.topics:
                yield topic_address(former), topic_address(topic.id), topic.name


def _table(rows: Mapping[str, list[Any]]) -> str:
    """One row a line."""
    return json_text(rows, indent=0) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
