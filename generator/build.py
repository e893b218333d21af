"""The whole pipeline: documents → digest → pages → site. Nothing is written before everything is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.collection import read_documents
from generator.config import Curation, Settings
from generator.errors import ConfigError, PublishError
from generator.linking.dating import infer_dates
from generator.linking.linker import link
from generator.linking.stories import gather
from generator.model import Digest, Document, Entry, Link, Refusal, Story, Topic
from generator.publishing.manifest import write_manifest
from generator.publishing.search.index import write_index
from generator.publishing.site import render
from generator.publishing.swap import growing_beside
from generator.reading.spellings import unite_outlets
from generator.topics.topics import find_topics_and_spellings
from generator.writing.addresses import HOME
from generator.writing.data import write_data
from generator.writing.machines import write_machine_files
from generator.writing.machines.live_blog import write_live_blogs
from generator.writing.pages import write_pages
from generator.writing.pages.citations import write_citations

Step = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is (0: unknown)."""


def _quiet(_what: str, _done: int, _of: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie: the saved documents, the Markdown that is written, the site."""

    documents: Path
    pages: Path
    output: Path


def build(places: Places, settings: Settings, curation: Curation, step: Step = _quiet, processes: int = 1) -> Digest:
    """Read everything, relate it, then put a whole new site in the place of the old.

    The site is the same whatever the number of ``processes`` that share the work.

    :raises DigestError: if no site can be made, or places lie in each other; the old site then still stands.
    """
    _keep_apart(places)
    step("reading", 0, 0)
    documents, refusals = read_documents(
        places.documents, settings, lambda done, of: step("reading", done, of), processes
    )
    if refusals and not documents and (places.output / HOME).is_file():
        raise PublishError(
            f"holds nothing that can be read (the first: {refusals[0].message})",
            path=str(places.documents),
            hint=f"what stands in {places.output} is kept",
        )
    digest = relate(documents, refusals, settings, curation, step)
    publish(digest, places, settings, step, processes)
    return digest


def _keep_apart(places: Places) -> None:
    """What is replaced as a whole must hold nothing else.

    :raises ConfigError: if it does.
    """
    for replaced, others in (
        (places.output, (places.documents, places.pages)),
        (places.pages, (places.documents, places.output)),
    ):
        for other in others:
            if other.resolve().is_relative_to(replaced.resolve()):
                raise ConfigError(
                    f"would be replaced as a whole, and {other} lies in it",
                    path=str(replaced),
                    hint="name folders that lie beside each other",
                )


def relate(
    documents: Iterable[Document],
    refusals: Iterable[Refusal],
    settings: Settings,
    curation: Curation,
    step: Step = _quiet,
) -> Digest:
    """Dates, topics, links and stories: all that is known of the documents together."""
    step("dating", 0, 0)
    dated = infer_dates(unite_outlets(documents))
    entries = tuple(sorted((entry for document in dated for entry in document.entries), key=in_time))
    found = relate_entries(entries, settings, curation, step)
    return Digest(dated, entries, found.links, found.stories, found.topics, tuple(refusals))


@dataclass(frozen=True, slots=True)
class Related:
    """What entries have to do with each other. ``spellings``: folded form of a name → its one form."""

    spellings: Mapping[str, str]
    topics: tuple[Topic, ...]
    links: tuple[Link, ...]
    stories: tuple[Story, ...]


def relate_entries(entries: Sequence[Entry], settings: Settings, curation: Curation, step: Step = _quiet) -> Related:
    """Names, topics, links and stories of ``entries``, which must be in order of time."""
    step("topics", 0, 0)
    topics, names = find_topics_and_spellings(entries, settings.topics)
    step("linking", 0, 0)
    links = link(entries, names, settings.linking, curation)
    return Related(names, topics, links, gather(entries, links, curation))


def publish(digest: Digest, places: Places, settings: Settings, step: Step = _quiet, processes: int = 1) -> None:
    """Markdown, site, search index and data, grown beside the old ones and put in their place.

    :raises PublishError: if they cannot be written; the old ones then still stand.
    """
    with growing_beside(places.pages) as pages, growing_beside(places.output) as output:
        step("pages", 0, 0)
        write_pages(digest, settings, pages)
        write_live_blogs(digest, settings, pages)
        step("site", 0, 0)
        render(pages, output, settings, processes, lambda done, of: step("site", done, of))
        step("search", 0, 0)
        write_index(digest, settings, output / "search")
        step("data", 0, 0)
        write_data(digest, settings, output)
        write_citations(digest, settings, output)
        write_machine_files(digest, settings, output)
        write_manifest(output)


def in_time(entry: Entry) -> tuple[str, str, str]:
    """Sorts entries by moment, then untimed ones of a day, then undated ones; ties by id."""
    day = entry.date.isoformat() if entry.date else "9999"
    moment = entry.utc.isoformat() if entry.utc else "~"
    return day, moment, entry.id
