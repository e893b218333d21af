"""The documents of a folder, read: each by itself, so that several processes may share them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from generator.config import Settings
from generator.documents import SavedFile, saved_files
from generator.errors import DocumentError
from generator.model import Document, Refusal
from generator.processes import spread
from generator.reading.captures import unite
from generator.reading.containers import unpack
from generator.reading.reader import read

FILES_AT_ONCE = 16
LEAST_FILES = 200
"""For each process: to start one takes about as long as to read half as many."""

_TWICE = "The same file is also saved as {}; what it says stands here twice, and is linked as a copy."


@dataclass(frozen=True, slots=True)
class _Batch:
    files: tuple[SavedFile, ...]
    settings: Settings


def read_documents(
    folder: Path,
    settings: Settings,
    told: Callable[[int, int], None] = lambda _done, _of: None,
    processes: int = 1,
) -> tuple[list[Document], list[Refusal]]:
    """Every document that can be read, and why each other one cannot, in the order of the files' names.

    ``told`` hears how many files are read, of how many.

    :raises ConfigError: if the folder is not there, or holds nothing.
    """
    files = tuple(saved_files(folder, settings))
    batches = [_Batch(files[at : at + FILES_AT_ONCE], settings) for at in range(0, len(files), FILES_AT_ONCE)]
    read_in_order = chain.from_iterable(spread(_read_batch, batches, min(processes, len(files) // LEAST_FILES)))
    documents: list[Document] = []
    refusals: list[Refusal] = []
    first: dict[str, str] = {}
    for done, (file, found) in enumerate(zip(files, read_in_order, strict=True), 1):
        told(done, len(files))
        if isinstance(found, Refusal):
            refusals.append(found)
        else:
            documents += _noted(found, file, first)
    return list(unite(documents)), refusals


def read_file(file: SavedFile, settings: Settings) -> list[Document]:
    """The documents in one file: one, or as many as a web archive holds.

    :raises DocumentError: if nothing in it can be read.
    """
    given = file.facts()
    data, _ = file.load(settings.limits.document_bytes)
    return [read(source, given, settings) for source in unpack(file.path, data, settings.limits)]


def _read_batch(batch: _Batch) -> list[list[Document] | Refusal]:
    return [_read(file, batch.settings) for file in batch.files]


def _read(file: SavedFile, settings: Settings) -> list[Document] | Refusal:
    try:
        return read_file(file, settings)
    except DocumentError as error:
        return Refusal(file.path, str(error))


def _noted(documents: list[Document], file: SavedFile, first: dict[str, str]) -> Iterator[Document]:
    """A document whose file was met before says so; ``first`` is the first file of each SHA-256."""
    for document in documents:
        same = first.setdefault(document.sha256, file.path)
        note = () if same == file.path else (_TWICE.format(same),)
        yield replace(document, notes=(*document.notes, *note))
