"""The digest looked at from every side a page needs: by day, outlet, story, topic, link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import Basis, Digest, Document, Entry, Link, Story, Topic
from generator.writing.addresses import day_address, entry_address
from generator.writing.marks import Mark, assign_marks
from generator.writing.parts import Part, divide

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Relative:
    """A link seen from one of its two entries: ``other`` is the one at its far end."""

    link: Link
    other: Entry
    outgoing: bool
    """Whether the entry looked from is the link's ``a``, the earlier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexes:
    """All look-ups over one digest. Build it once with :func:`index`.

    ``dated`` is every day but None, in order.
    ``days`` is in order; key None (entries without a date) comes last; ``parts`` says how each is divided.
    ``outlets`` is in the order of their names. ``relatives`` and ``topics_of`` have a key only where there is
    something.
    """

    digest: Digest
    settings: Settings
    zone: ZoneInfo
    entries: Mapping[str, Entry]
    documents: Mapping[str, Document]
    days: Mapping[date | None, tuple[Entry, ...]]
    parts: Mapping[date | None, Part]
    dated: tuple[date, ...]
    outlets: Mapping[str, tuple[Entry, ...]]
    marks: Mapping[str, Mark]
    stories: Mapping[str, Story]
    story_of: Mapping[str, Story]
    topics: Mapping[str, Topic]
    topics_of: Mapping[str, tuple[Topic, ...]]
    relatives: Mapping[str, tuple[Relative, ...]]

    def address_of(self, entry: Entry) -> str:
        """The permalink of ``entry``: where its full text stands."""
        return entry_address(self.page_of(entry), entry)

    def page_of(self, entry: Entry) -> str:
        """The address of the page that holds the full text of ``entry``."""
        return self._page.get(entry.id) or day_address(entry.date)

    def place_of(self, entry: Entry) -> int:
        """Where ``entry`` stands in the digest's order of time."""
        return self._place[entry.id]

    def first_place(self, story: Story) -> int:
        """Where the first entry of ``story`` stands in the digest's order of time."""
        return min((self._place[key] for key in story.entries if key in self._place), default=0)

    def date_is_inferred(self, entry: Entry) -> bool:
        """Whether nothing printed or given says on which day ``entry`` was posted."""
        document = self.documents.get(entry.document)
        return entry.date is not None and document is not None and document.date_basis is Basis.INFERRED

    def entries_of(self, ids: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries with these ids, in the digest's order of time."""
        wanted = set(ids)
        if len(wanted) * 8 > len(self.entries):
            return tuple(entry for entry in self.digest.entries if entry.id in wanted)
        places = sorted((self._place[key], key) for key in wanted if key in self.entries)
        return tuple(self.entries[key] for _, key in places)

    _place: Mapping[str, int]
    _page: Mapping[str, str]
    """Entry id → page, for those that are not on the page of their day."""


def index(digest: Digest, settings: Settings) -> Indexes:
    """Every look-up over ``digest``. Links, stories and topics that name unknown entries lose those names."""
    entries = {entry.id: entry for entry in digest.entries}
    outlets = _group((entry.outlet, entry) for entry in digest.entries)
    names = sorted(
        {*outlets, *(document.outlet for document in digest.documents)}, key=lambda name: (name.casefold(), name)
    )
    days = _group((entry.date, entry) for entry in digest.entries)
    documents = {document.id: document for document in digest.documents}
    zone = ZoneInfo(settings.site.timezone)
    parts = {day: divide(day, own, zone, documents) for day, own in days.items()}
    return Indexes(
        digest=digest,
        settings=settings,
        zone=zone,
        entries=entries,
        documents=documents,
        days={day: days[day] for day in sorted(days, key=lambda day: (day is None, day or date.min))},
        parts=parts,
        dated=tuple(sorted(day for day in days if day is not None)),
        outlets={name: outlets.get(name, ()) for name in names},
        marks=assign_marks(names),
        stories={story.id: story for story in digest.stories},
        story_of={key: story for story in digest.stories for key in story.entries},
        topics={topic.id: topic for topic in digest.topics},
        topics_of=_group((key, topic) for topic in digest.topics if topic.listed for key in topic.entries),
        relatives=_group(
            (near, Relative(link, entries[far], near == link.a))
            for link in digest.links
            if link.a in entries and link.b in entries
            for near, far in ((link.a, link.b), (link.b, link.a))
        ),
        _place={entry.id: place for place, entry in enumerate(digest.entries)},
        _page={
            entry.id: leaf.address
            for day in parts.values()
            if day.parts
            for leaf in day.leaves
            for entry in leaf.entries
        },
    )


def _group(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    grouped: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}
