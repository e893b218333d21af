"""How a day too long for one page is divided: which page holds the full text of an entry.

A day that weighs too much becomes a front with one line for each entry, and pages by hour behind it. An
hour that still weighs too much is divided likewise: by ten minutes, then by document, then by place. Each
step depends on nothing but the entries' own times, documents and places, so that what is added later
moves as little as can be.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from generator.model import Document, Entry
from generator.writing import wording
from generator.writing.addresses import day_address, entry_address, part_address
from generator.writing.safe import file_name

MOST_ON_A_PAGE = 110_000
"""Weight of the entries that one page holds. A page at the limit is about 45 kB compressed."""

WEIGHT_OF_AN_ENTRY = 500
"""What stands around an entry's text, in the bytes of text that compress to as much."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of entries: a whole day or a part of it; a front where it is divided again into ``parts``.

    ``name`` is empty for the whole day. ``title`` and ``short`` say in words what a part holds.
    """

    day: date | None
    name: str
    title: str
    short: str
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...] = ()

    @property
    def address(self) -> str:
        return part_address(self.day, self.name) if self.name else day_address(self.day)

    @property
    def leaves(self) -> Iterator[Part]:
        """The pages that hold full entries, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves

    @property
    def all_parts(self) -> Iterator[Part]:
        """Every page but this one: fronts before what they lead to."""
        for part in self.parts:
            yield part
            yield from part.all_parts


def divide(day: date | None, entries: Iterable[Entry], zone: ZoneInfo, documents: Mapping[str, Document]) -> Part:
    """All pages of ``day``. ``documents``: id → document, for their titles."""
    divider = _Divider(day, zone, documents)
    return divider.part("", "", "", sorted(entries, key=lambda entry: in_order(entry, day)), divider.steps)


def entry_addresses(
    entries: Iterable[Entry], zone: ZoneInfo, documents: Mapping[str, Document] | None = None
) -> dict[str, str]:
    """Entry id → permalink: the page that holds its full text, and its place there."""
    by_day: dict[date | None, list[Entry]] = {}
    for entry in entries:
        by_day.setdefault(entry.date, []).append(entry)
    days = (divide(day, own, zone, documents or {}) for day, own in by_day.items())
    return {
        entry.id: entry_address(leaf.address, entry) for day in days for leaf in day.leaves for entry in leaf.entries
    }


def in_order(entry: Entry, day: date | None) -> tuple[Hashable, ...]:
    """Sorts the entries of ``day``, which are in order of time: after them those on unknown clocks, then on none."""
    if day is None:
        return entry.document, entry.lines
    if entry.utc is not None:
        return 0, "", ()
    return (1, wording.hours(entry.local_time), ()) if entry.local_time else (2, entry.document, entry.lines)


@dataclass(frozen=True, slots=True)
class _Group:
    """Where an entry goes in one step: the name of the part and its words; no name where the step has none for it."""

    name: str
    title: str = ""
    short: str = ""


_Step = Callable[[Entry], _Group]
_NO_STEP = _Group("")


@dataclass(frozen=True, slots=True)
class _Divider:
    day: date | None
    zone: ZoneInfo
    documents: Mapping[str, Document]

    @property
    def steps(self) -> Sequence[_Step]:
        return (self._hour, self._minutes, self._document) if self.day else (self._document,)

    def part(self, name: str, title: str, short: str, entries: Sequence[Entry], steps: Sequence[_Step]) -> Part:
        parts: tuple[Part, ...] = ()
        if sum(map(weight, entries)) > MOST_ON_A_PAGE:
            parts = tuple(self._parts(name, title, entries, steps))
        return Part(self.day, name, title, short, tuple(entries), parts)

    def _parts(self, name: str, title: str, entries: Sequence[Entry], steps: Sequence[_Step]) -> Iterator[Part]:
        if not steps:
            yield from self._pieces(name, title, entries)
            return
        step, *further = steps
        groups: dict[_Group, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(step(entry), []).append(entry)
        for group, own in groups.items():
            if not group.name:
                yield from self._parts(name, title, own, further)
            else:
                longer = f"{name}-{group.name}" if name else group.name
                yield self.part(longer, group.title, group.short, own, further)

    def _pieces(self, name: str, title: str, entries: Sequence[Entry]) -> Iterator[Part]:
        """Runs of entries that a page can hold, numbered from 1; an entry that is too long for any has its own."""
        runs: list[list[Entry]] = []
        room = 0
        for entry in entries:
            if not runs or weight(entry) > room:
                runs.append([])
                room = MOST_ON_A_PAGE
            runs[-1].append(entry)
            room -= weight(entry)
        for number, run in enumerate(runs, 1):
            said = ", ".join(filter(None, (title, f"part {number} of {len(runs)}")))
            yield Part(self.day, f"{name}-{number}" if name else f"{number}", said, f"part {number}", tuple(run))

    def _hour(self, entry: Entry) -> _Group:
        time = wording.clock(entry, self.zone)
        if not time:
            return _Group("untimed", "without a time", "without a time")
        if entry.utc is None:
            return _Group("local", "time zone unknown", "time zone unknown")
        return _Group(time[:2], f"{time[:2]}:00 to {time[:2]}:59", f"{time[:2]}:00")

    def _minutes(self, entry: Entry) -> _Group:
        time = wording.clock(entry, self.zone)
        if not time:
            return _NO_STEP
        if entry.utc is None:
            return _Group(time[:2], f"{time[:2]}:00 to {time[:2]}:59 on unknown clocks", f"{time[:2]}:00")
        return _Group(f"{time[3]}0", f"{time[:4]}0 to {time[:4]}9", f"{time[:4]}0")

    def _document(self, entry: Entry) -> _Group:
        known = self.documents.get(entry.document)
        title = wording.shortened((known and known.title) or entry.document, 80)
        return _Group(file_name(entry.document), title, wording.shortened(title, 32))


def weight(entry: Entry) -> int:
    """How much of a page ``entry`` takes: depends on nothing but its own text."""
    text = entry.text
    size = len(text.encode("utf-8", "replace"))
    # Scripts of three bytes a letter (Chinese, Japanese…) repeat themselves little: they hardly compress.
    return WEIGHT_OF_AN_ENTRY + (size * 5 // 2 if size > 2 * len(text) else size)
