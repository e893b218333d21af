"""``output/data/``: the digest as JSON Lines, its description, and the text of every document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import Digest
from generator.writing.addresses import story_address, topic_address
from generator.writing.datapackage import datapackage
from generator.writing.parts import entry_addresses
from generator.writing.rows import EntryContext, Row, document_row, entry_row, link_row, story_row, topic_row
from generator.writing.safe import json_text


def write_data(digest: Digest, settings: Settings, output: Path) -> None:
    """Write ``data/`` into the site at ``output``."""
    folder = output / "data"
    (folder / "text").mkdir(parents=True)
    for name, rows in data_tables(digest, settings).items():
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(map(_line, rows))
    for document in digest.documents:
        text = "".join(line + "\n" for line in document.lines)
        (folder / "text" / f"{document.id}.txt").write_text(text, "utf-8", errors="replace", newline="\n")
    description = json_text(datapackage(folder, settings), indent=2)
    (folder / "datapackage.json").write_text(description + "\n", "utf-8", newline="\n")


def data_tables(digest: Digest, settings: Settings) -> dict[str, Iterator[Row]]:
    """The rows of every table, by the table's name; each is made when it is asked for."""
    return {
        "documents": map(document_row, digest.documents),
        "entries": _entry_rows(digest, settings),
        "links": map(link_row, digest.links),
        "stories": (story_row(story, story_address(story.id)) for story in digest.stories),
        "topics": (topic_row(topic, topic_address(topic.id)) for topic in digest.topics),
    }


def _entry_rows(digest: Digest, settings: Settings) -> Iterator[Row]:
    story_of = {entry: story.id for story in digest.stories for entry in story.entries}
    topics_of = _topics_of(digest)
    addresses = entry_addresses(digest.entries, ZoneInfo(settings.site.timezone))
    for entry in digest.entries:
        yield entry_row(entry, EntryContext(topics_of.get(entry.id, ()), story_of.get(entry.id), addresses[entry.id]))


def _topics_of(digest: Digest) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for topic in digest.topics:
        for entry in topic.entries:
            found.setdefault(entry, []).append(topic.id)
    return {entry: tuple(sorted(topics)) for entry, topics in found.items()}


def _line(row: Mapping[str, Any]) -> str:
    return json_text(row) + "\n"
