"""Archives that links are tried on, with stories left out of learning: which pairs count, and how many are right."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from benchmarks.linking.collections import Collection, at_one_time, joined, part_of, split, without_dates
from benchmarks.linking.readings import Scores

SMALL = (2, 3, 5, 8, 12, 20, 30)
"""Sizes of the small folders."""

TRIES = 12
"""How many folders of each size and kind are drawn for each fold."""


@dataclass(frozen=True)
class Trial:
    """An archive to be linked. ``unseen`` are the entries left out of learning; a pair counts if its lesser
    id is one of them, so that over all folds every pair counts once."""

    name: str
    archive: Collection
    unseen: frozenset[str]


@dataclass
class Tally:
    """Links found, right and wanted, added up over archives; ``scores`` with whether the link was right."""

    found: int = 0
    hit: int = 0
    wanted: int = 0
    archives: int = 0
    same: list[tuple[float, float]] = field(default_factory=list)
    scores: list[tuple[float, bool]] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        self.found, self.hit, self.wanted = self.found + other.found, self.hit + other.hit, self.wanted + other.wanted
        self.archives += other.archives
        self.same += other.same
        self.scores += other.scores
        return self

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def b_cubed(self) -> float:
        """B-cubed F1 (Bagga & Baldwin 1998) of the stories that links make (connected components)."""
        if not self.same:
            return 1.0
        precision, recall = (sum(column) / len(self.same) for column in zip(*self.same, strict=True))
        return 2 * precision * recall / (precision + recall)


def tally(trial: Trial, found: Scores) -> Tally:
    """What ``found`` is worth on ``trial``."""
    linked = trial.archive.linked
    mine = {pair: score for pair, score in found.items() if min(pair) in trial.unseen}
    return Tally(
        found=len(mine),
        hit=sum(pair in linked for pair in mine),
        wanted=sum(min(pair) in trial.unseen for pair in linked),
        archives=1,
        same=list(_same_story(trial, found)),
        scores=[(score, pair in linked) for pair, score in mine.items()],
    )


def _same_story(trial: Trial, found: Iterable[frozenset[str]]) -> Iterator[tuple[float, float]]:
    """B-cubed precision and recall of each unseen entry, where stories are what the true links connect."""
    ids = [entry.id for entry in trial.archive.entries]
    stories, truth = _components(ids, found), _components(ids, trial.archive.linked)
    for entry in ids:
        if entry in trial.unseen:
            common = len(stories[entry] & truth[entry])
            yield common / len(stories[entry]), common / len(truth[entry])


def _components(ids: Iterable[str], links: Iterable[frozenset[str]]) -> dict[str, set[str]]:
    group = {each: {each} for each in ids}
    for link in links:
        a, b = sorted(link)
        if group[a] is not group[b]:
            group[a] |= group[b]
            for each in group[b]:
                group[each] = group[a]
    return group


def trials(known: Mapping[str, Collection], held: frozenset[str]) -> Iterator[Trial]:
    """What is tried with the stories ``held`` left out of learning: whole archives, then folders of a few entries."""
    yield from archives(known, held)
    yield from small_folders(_of_stories(known["leads, dated"], held), _of_stories(known["liveblogs"], held))


def archives(known: Mapping[str, Collection], held: frozenset[str]) -> Iterator[Trial]:
    """Whole archives, the stories ``held`` among all others."""
    leads, documents, events = known["leads, dated"], known["documents"], known["liveblogs"]
    undated = without_dates(leads, "leads, undated")
    for whole in (leads, undated, documents):
        yield Trial(whole.name, whole, _entries_of(whole, held))
    unrelated = without_dates(at_one_time(joined((documents, events), "")), "")
    among = joined((undated, unrelated), "leads, undated, among others")
    yield Trial(among.name, among, _entries_of(undated, held))
    mine = _of_stories(events, held)
    if not mine.entries:
        return
    yield Trial("liveblogs", mine, _ids(mine))
    for event in split(mine):
        yield Trial("liveblogs, one alone", event, _ids(event))
    day = joined([at_one_time(event) for event in split(mine)], "liveblogs, one day")
    yield Trial(day.name, day, _ids(day))


def small_folders(leads: Collection, events: Collection, seed: int = 5) -> Iterator[Trial]:
    """Folders of a few entries: none related, and some of them; leads undated or of one day, posts of one day."""
    chance = random.Random(seed)
    kinds = {
        "undated": without_dates(leads, ""),
        "one day": _of_one_day(leads),
        "posts": joined([at_one_time(event) for event in split(events)], ""),
    }
    for kind, source in kinds.items():
        for size in SMALL:
            for _ in range(TRIES):
                alone = apart(source, size, chance)
                yield Trial(f"few, unrelated, {kind}", alone, _ids(alone))
                some = mixed(source, size, chance)
                yield Trial(f"few, mixed, {kind}", some, _ids(some))


def apart(source: Collection, size: int, chance: random.Random) -> Collection:
    """At most ``size`` entries, no two of one story."""
    entries = list(source.entries)
    chance.shuffle(entries)
    one_each = {source.story[entry.id]: entry for entry in entries}
    return part_of(source, list(one_each.values())[:size], "")


def mixed(source: Collection, size: int, chance: random.Random) -> Collection:
    """``size`` entries, about half of them with others of their stories."""
    stories = sorted(set(source.story.values()))
    chance.shuffle(stories)
    kept: list[str] = []
    for story in stories:
        own = [entry.id for entry in source.entries if source.story[entry.id] == story]
        chance.shuffle(own)
        kept += own[: chance.choice((1, 1, 2, 3, 4))]
    chosen = set(kept[:size])
    return part_of(source, (entry for entry in source.entries if entry.id in chosen), "")


def _of_one_day(collection: Collection) -> Collection:
    day = at_one_time(collection).entries[0].date
    return replace(collection, entries=tuple(replace(entry, date=day) for entry in collection.entries))


def _of_stories(collection: Collection, held: frozenset[str]) -> Collection:
    return part_of(
        collection, (entry for entry in collection.entries if collection.story[entry.id] in held), collection.name
    )


def _entries_of(collection: Collection, held: frozenset[str]) -> frozenset[str]:
    return frozenset(entry for entry, story in collection.story.items() if story in held)


def _ids(collection: Collection) -> frozenset[str]:
    return frozenset(entry.id for entry in collection.entries)
