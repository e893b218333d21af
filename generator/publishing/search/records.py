"""What the search holds of an entry, and the order in which it holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import Digest, Document, Entry, Link, Relation
from generator.writing.parts import entry_addresses

# The strongest relation of an entry is the one its badge shows.
_BADGES = (Relation.CORROBORATES, Relation.SHARES_SOURCE, Relation.COPY, Relation.UPDATES, Relation.RELATED)


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One entry as the search knows it.

    ``day`` is ISO, or empty when unknown; ``minute`` counts from the day's midnight in the site's time
    zone, or is None. ``relation`` is that of the entry's strongest link, or empty. ``address`` leads
    from the site's root to the entry. ``language`` is a language tag or None.
    """

    address: str
    outlet: str
    headline: str
    text: str
    day: str = ""
    minute: int | None = None
    relation: str = ""
    topics: tuple[str, ...] = ()
    language: str | None = None

    @property
    def corroborated(self) -> bool:
        return self.relation == Relation.CORROBORATES

    @property
    def place(self) -> tuple[bool, str, str, bool, int, str]:
        """Sorted by this, entries of one day, outlet and corroboration stand in one run.

        The runs are then all that filters and counts by day, outlet and corroboration need, and they
        fit into the root of an index of any size. Entries without a day come last.
        """
        minute = -1 if self.minute is None else self.minute
        return (not self.day, self.day, self.outlet, not self.corroborated, minute, self.address)


def records_of(digest: Digest, settings: Settings) -> Iterator[SearchRecord]:
    """The records of a digest's entries, in the digest's order."""
    zone = ZoneInfo(settings.site.timezone)
    documents = {document.id: document for document in digest.documents}
    relations = _strongest(digest.links)
    topics = _topics_of(digest)
    addresses = entry_addresses(digest.entries, zone)
    for entry in digest.entries:
        yield SearchRecord(
            address=addresses[entry.id],
            outlet=entry.outlet,
            headline=entry.headline or "",
            text="\n".join(block.text for block in entry.blocks),
            day=_day(entry.date),
            minute=_minute(entry, zone),
            relation=relations.get(entry.id, ""),
            topics=tuple(topics.get(entry.id, ())),
            language=_language(documents.get(entry.document), settings),
        )


def _strongest(links: tuple[Link, ...]) -> Mapping[str, str]:
    found: dict[str, Relation] = {}
    for link in links:
        for entry in (link.a, link.b):
            if entry not in found or _BADGES.index(link.relation) < _BADGES.index(found[entry]):
                found[entry] = link.relation
    return {entry: relation.value for entry, relation in found.items()}


def _topics_of(digest: Digest) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for topic in digest.topics:
        for entry in topic.entries:
            found.setdefault(entry, []).append(topic.id)
    return found


def _language(document: Document | None, settings: Settings) -> str:
    return (document.language if document else None) or settings.site.language


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _minute(entry: Entry, zone: ZoneInfo) -> int | None:
    if entry.utc is not None:
        moment = entry.utc.replace(tzinfo=UTC).astimezone(zone)
        return moment.hour * 60 + moment.minute
    local = entry.local_time
    return None if local is None else local.hour * 60 + local.minute
