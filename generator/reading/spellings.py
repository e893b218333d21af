"""Outlets whose names differ in no more than case, and spaces for hyphens, are one outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.model import Document


def unite_outlets(documents: Iterable[Document]) -> tuple[Document, ...]:
    """``documents`` with one spelling for each outlet: the one that stands most often, the first by letters of two."""
    known = tuple(documents)
    counts: dict[str, Counter[str]] = {}
    for document in known:
        for name in (document.outlet, *(entry.outlet for entry in document.entries)):
            counts.setdefault(_key(name), Counter())[name] += 1
    chosen = {key: min(names, key=lambda name: (-names[name], name)) for key, names in counts.items()}
    other = {name: chosen[key] for key, names in counts.items() for name in names if name != chosen[key]}
    return tuple(_respelt(document, other) for document in known) if other else known


def _respelt(document: Document, other: dict[str, str]) -> Document:
    entries = tuple(
        replace(entry, outlet=other[entry.outlet]) if entry.outlet in other else entry for entry in document.entries
    )
    return replace(document, outlet=other.get(document.outlet, document.outlet), entries=entries)


def _key(outlet: str) -> str:
    return outlet.casefold().replace(" ", "-")
