"""Labelled entries to learn from and to be measured on: which entries report the same event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from generator.model import Entry
from generator.writing.rows import entry_from_row

ROOT = Path(__file__).resolve().parents[2]
EVENTS = Path(__file__).with_name("events")
PAIRS = ROOT / "tests" / "linking" / "pairs"
BESIDE = ROOT.parent / "shared"

ONE_DAY = date(2021, 5, 4)

Pair = frozenset[str]


@dataclass(frozen=True)
class Collection:
    """``entries`` with the ``linked`` pairs among them; ``story`` keeps entries of one story in one fold.

    ``weight`` is how much the collection counts against the others when weights are learned.
    """

    name: str
    entries: tuple[Entry, ...]
    linked: frozenset[Pair]
    story: dict[str, str]
    weight: float = 1.0


def collections(beside: Path = BESIDE) -> dict[str, Collection]:
    """Everything there is to learn from; needs the labelled news items that lie beside the checkout."""
    leads = by_label("leads, dated", rows(beside / "linking" / "allsides-dev.jsonl"))
    documents = by_label("documents", rows(beside / "linking" / "ecbplus-dev.jsonl"))
    undated = without_dates(leads, "leads, undated")
    return {
        part.name: part
        for part in (
            leads,
            undated,
            documents,
            thinned(documents, 3, "documents, three each"),
            *liveblogs(beside),
        )
    }


def liveblogs(beside: Path = BESIDE) -> list[Collection]:
    """Entries of rival liveblogs, all invented, of 48 events: hard look-alikes within one event.

    Three times: as archives of events years apart, of all events on one day, and of two at a time.
    """
    parts = [
        *(by_pair(PAIRS / name) for name in ("tuned", "held", "third", "fourth", "fifth", "sixth", "seventh")),
        *map(by_happening, sorted(EVENTS.glob("*.jsonl"))),
    ]
    if (beside / "relations").is_dir():
        parts += split(by_pair(beside / "relations"))
    parts = [event for part in parts for event in split(part)]
    together = [at_one_time(event) for event in parts]
    two = [
        replace(joined(pair, f"liveblogs, two at a time {number}"), weight=2.0 / len(parts))
        for number, pair in enumerate(zip(together[::2], together[1::2], strict=False))
    ]
    return [
        replace(joined(parts, "liveblogs"), weight=2.0),
        replace(joined(together, "liveblogs, one day"), weight=1.0),
        *two,
    ]


def split(collection: Collection) -> list[Collection]:
    """One collection for each story."""
    return [
        part_of(collection, (entry for entry in collection.entries if collection.story[entry.id] == story), story)
        for story in sorted(set(collection.story.values()))
    ]


def at_one_time(collection: Collection) -> Collection:
    """The same entries, moved to begin on one day, so that events far apart run side by side."""
    by = ONE_DAY - min(entry.date for entry in collection.entries if entry.date)
    entries = tuple(
        replace(entry, date=entry.date and entry.date + by, utc=entry.utc and entry.utc + by)
        for entry in collection.entries
    )
    return replace(collection, entries=entries)


def topic_of(story: str) -> str:
    """What a story is held out with: the two events of one ECB+ topic resemble each other."""
    return story.removesuffix("plus").removesuffix("ecb")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def by_label(name: str, table: Sequence[dict[str, Any]]) -> Collection:
    """Rows with a ``label``: entries of one label report one event."""
    story = {row["id"]: row["label"] for row in table}
    return Collection(name, tuple(map(entry_from_row, table)), _pairs_within(story.items()), story)


def by_pair(folder: Path) -> Collection:
    """A folder of ``entries.jsonl`` and ``pairs.jsonl`` with the relation of each pair."""
    table = rows(folder / "entries.jsonl")
    linked = frozenset(
        frozenset((row["a"], row["b"]))
        for row in rows(folder / "pairs.jsonl")
        if row["relation"] not in ("related", "none")
    )
    story = {row["id"]: row["event"] for row in table}
    return Collection(folder.name, tuple(map(entry_from_row, table)), linked, story)


def by_happening(path: Path) -> Collection:
    """Entries of one event, each with the happenings it is ``about``; a roundup is about none."""
    table = rows(path)
    happenings = [(row["id"], happening) for row in table for happening in row["about"]]
    story = {row["id"]: path.stem for row in table}
    return Collection(path.stem, tuple(map(entry_from_row, table)), _pairs_within(happenings), story)


def without_dates(collection: Collection, name: str) -> Collection:
    entries = tuple(replace(entry, date=None, utc=None, local_time=None) for entry in collection.entries)
    return replace(collection, name=name, entries=entries)


def thinned(collection: Collection, most: int, name: str) -> Collection:
    """At most the first ``most`` entries of each story, by id."""
    kept: list[Entry] = []
    seen: dict[str, int] = {}
    for entry in sorted(collection.entries, key=lambda entry: entry.id[::-1]):
        story = collection.story[entry.id]
        seen[story] = seen.get(story, 0) + 1
        if seen[story] <= most:
            kept.append(entry)
    return part_of(collection, kept, name)


def part_of(collection: Collection, entries: Iterable[Entry], name: str) -> Collection:
    kept = tuple(entries)
    ids = {entry.id for entry in kept}
    return replace(
        collection,
        name=name,
        entries=kept,
        linked=frozenset(pair for pair in collection.linked if pair <= ids),
        story={entry: story for entry, story in collection.story.items() if entry in ids},
    )


def joined(parts: Sequence[Collection], name: str) -> Collection:
    return Collection(
        name,
        tuple(entry for part in parts for entry in part.entries),
        frozenset().union(*(part.linked for part in parts)),
        {key: value for part in parts for key, value in part.story.items()},
    )


def _pairs_within(members: Iterable[tuple[str, str]]) -> frozenset[Pair]:
    groups: dict[str, list[str]] = {}
    for entry, group in members:
        groups.setdefault(group, []).append(entry)
    return frozenset(_pairs(groups.values()))


def _pairs(groups: Iterable[Sequence[str]]) -> Iterator[Pair]:
    for group in groups:
        for pair in combinations(group, 2):
            yield frozenset(pair)
