"""Topics against what a person says they should hold: the demo archive, and documents beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.config import Settings, Topics
from generator.documents import saved_files
from generator.model import Document, Entry, Topic
from generator.reading.containers import unpack
from generator.reading.reader import read
from generator.topics.topics import find_topics
from tests.shared import ROOT, shared_folder

DEMO = json.loads((ROOT / "tests" / "truth" / "demo.json").read_text("utf-8"))["topics"]

# Document (by its first three letters) → a line of each entry that belongs.
SEEDS = {
    "Severodonetsk": {"000": [43], "003": [37], "004": [6, 7, 10, 20, 24, 25, 26, 28]},
    "Sweden and NATO": {"000": [23], "001": [17, 31, 39], "002": [19], "004": [5, 19, 27]},
    "US military aid": {"000": [53, 63, 73], "003": [35, 49, 59], "001": [163], "002": [67, 162]},
    "Belgorod": {"001": [101, 151], "002": [42, 88, 128, 162]},
    "Kyiv strikes": {"001": [85, 89], "002": [110, 146, 162, 185]},
}


def documents_in(folder: Path) -> list[Document]:
    settings = Settings()
    found: list[Document] = []
    for file in saved_files(folder, settings):
        data, _ = file.load(settings.limits.document_bytes)
        found += [read(source, file.facts(), settings) for source in unpack(file.path, data, settings.limits)]
    return found


def f1(topic: Topic, truth: set[str]) -> float:
    return 2 * len(truth & set(topic.entries)) / (len(truth) + len(topic.entries))


def entry_at(document: Document, place: int | str) -> Entry:
    """The entry at a line, or at an anchor."""
    for entry in document.entries:
        if place in entry.lines or (isinstance(place, str) and (entry.address or "").endswith(place)):
            return entry
    raise AssertionError(f"no entry at {document.path}:{place}")


@pytest.fixture(scope="module")
def demo() -> tuple[Mapping[str, Document], tuple[Topic, ...]]:
    documents = documents_in(ROOT / "content" / "documents")
    entries = [entry for document in documents for entry in document.entries]
    return {document.path: document for document in documents}, find_topics(entries, Topics())


@pytest.mark.parametrize("name", sorted(DEMO))
def test_a_topic_of_the_demo_archive_holds_what_a_reader_expects(
    name: str, demo: tuple[Mapping[str, Document], tuple[Topic, ...]]
) -> None:
    documents, topics = demo
    truth = {entry_at(documents[path], place).id for path, place in DEMO[name]}
    assert max(f1(topic, truth) for topic in topics) >= 0.9


@pytest.fixture(scope="module")
def seeds() -> tuple[Mapping[str, Document], tuple[Topic, ...]]:
    documents = documents_in(shared_folder("seeds"))
    entries: Iterable[Entry] = [entry for document in documents for entry in document.entries]
    return {document.path[:3]: document for document in documents}, find_topics(list(entries), Topics())


@pytest.mark.seeds
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_topic_of_the_original_documents_holds_what_a_reader_expects(
    name: str, seeds: tuple[Mapping[str, Document], tuple[Topic, ...]]
) -> None:
    documents, topics = seeds
    truth = {entry_at(documents[path], line).id for path, lines in SEEDS[name].items() for line in lines}
    assert max(f1(topic, truth) for topic in topics) >= 0.85
