"""Folders to learn from: whole collections, and samples of them of every size.

How many entries a folder holds, how many of them belong together and what is known of their times must
carry no prior: the same stories appear in folders of two entries and of hundreds, with many links and
with none, timed to the minute, dated and undated.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.linking.collections import Collection, at_one_time, joined, part_of, split, thinned, without_dates
from benchmarks.linking.trials import apart, mixed

SIZES = (2, 3, 5, 8, 12, 20, 30, 60, 100)
EACH = 10
"""Samples of each size and kind."""


@dataclass(frozen=True)
class Group:
    """Folders of one kind, which together count ``weight`` when weights are learned."""

    name: str
    folders: Sequence[Collection]
    weight: float = 1.0

    @property
    def is_few(self) -> bool:
        return self.name.endswith(("few", "one event"))


def groups(known: Mapping[str, Collection], held: frozenset[str]) -> Iterator[Group]:
    """All there is to learn from, without the stories ``held``; kinds with nothing left are not among them."""
    leads, documents, posts = (_without(known[name], held) for name in ("leads, dated", "documents", "liveblogs"))
    if leads.linked:
        yield Group("leads, dated", [leads])
        yield Group("leads, undated", [without_dates(leads, "leads, undated")])
        yield Group("leads, few", list(_samples(leads, 1, _DATINGS)), 0.5)
    if documents.linked:
        yield Group("documents", [documents])
        yield Group("documents, three each", [thinned(documents, 3, "documents, three each")])
        yield Group("documents, few", list(_samples(documents, 2, (_as_it_is,))), 0.5)
    if posts.linked:
        yield from _of_posts(posts)
    if leads.linked and documents.linked:
        everything = joined((leads, documents, at_one_time(posts)), "")
        yield Group("everything, undated", [without_dates(everything, "everything, undated")])


def _of_posts(posts: Collection) -> Iterator[Group]:
    events = split(posts)
    together = [at_one_time(event) for event in events]
    yield Group("posts", [posts], 2.0)
    yield Group("posts, one day", [joined(together, "posts, one day")])
    pairs = zip(together[::2], together[1::2], strict=False)
    yield Group("posts, two events", [joined(pair, "posts, two events") for pair in pairs], 2.0)
    yield Group("posts, one event", list(_parts_of_events(together)), 1.0)
    yield Group("posts, untimed", [_untimed(event) for event in together], 0.5)
    yield Group("posts, few", list(_samples(joined(together, ""), 3, (_as_it_is, _untimed))), 0.5)


def _samples(
    source: Collection, seed: int, datings: Sequence[Callable[[Collection], Collection]]
) -> Iterator[Collection]:
    chance = random.Random(seed)
    for size in SIZES:
        for number in range(EACH):
            draw = apart if number % 3 == 0 else mixed
            yield datings[number % len(datings)](draw(source, size, chance))


def _parts_of_events(events: Sequence[Collection]) -> Iterator[Collection]:
    """Of each event a few posts: so few that nothing can be learned of what is common in it."""
    chance = random.Random(4)
    for event in events:
        for size in (2, 3, 5, 8, 12):
            entries = chance.sample(event.entries, min(size, len(event.entries)))
            yield part_of(event, entries, "posts, one event")


def _as_it_is(folder: Collection) -> Collection:
    return folder


def _undated(folder: Collection) -> Collection:
    return without_dates(folder, folder.name)


def _one_day(folder: Collection) -> Collection:
    day = min((entry.date for entry in folder.entries if entry.date), default=None)
    return replace(folder, entries=tuple(replace(entry, date=day) for entry in folder.entries))


def _untimed(folder: Collection) -> Collection:
    return replace(folder, entries=tuple(replace(entry, utc=None, local_time=None) for entry in folder.entries))


_DATINGS = (_undated, _one_day, _as_it_is)


def _without(collection: Collection, held: frozenset[str]) -> Collection:
    kept = (entry for entry in collection.entries if collection.story[entry.id] not in held)
    return part_of(collection, kept, collection.name)
