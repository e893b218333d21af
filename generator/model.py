"""The nouns of the digest: frozen, typed, without behaviour that needs files, clocks or the network.

The published form of these (names, types, meaning of every field) is described in
``output/data/datapackage.json``; :mod:`generator.writing.rows` turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum


class BlockKind(StrEnum):
    """What a piece of an entry is."""

    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    BYLINE = "byline"
    KICKER = "kicker"
    CORRECTION = "correction"
    EMBED = "embed"
    TABLE = "table"


class Basis(StrEnum):
    """Where a time or date comes from. Given (by a person) beats printed beats inferred."""

    PRINTED = "printed"
    GIVEN = "given"
    INFERRED = "inferred"


class Order(StrEnum):
    """In which order a document prints its entries."""

    NEWEST_FIRST = "newest_first"
    OLDEST_FIRST = "oldest_first"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How two entries relate; the words are defined in CONTRACT and on the site's about page."""

    CORROBORATES = "corroborates"
    SHARES_SOURCE = "shares_source"
    COPY = "copy"
    UPDATES = "updates"
    RELATED = "related"


class TopicKind(StrEnum):
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link printed in a block: its words and its address, both as the document has them."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, quote, caption… of an entry, verbatim but for white space.

    ``line`` is the 1-based line of the document's text at which it starts.
    """

    kind: BlockKind
    text: str
    line: int
    links: tuple[Hyperlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a later capture of the same page prints differently for one entry."""

    captured: datetime | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One post of a liveblog.

    ``id`` depends on nothing but the entry and its document, so that adding documents or entries
    changes no other. ``lines`` holds every line (from 1) that belongs to the entry, ascending.
    ``local_time`` is the printed clock time in the outlet's zone, without day when none is known.
    ``utc`` is aware and in UTC, or None when the zone or day is unknown. ``date`` is the day the
    entry is filed under, in the site's time zone.
    """

    id: str
    document: str
    outlet: str
    lines: tuple[int, ...] = ()
    headline: str | None = None
    blocks: tuple[Block, ...] = ()
    printed_time: str | None = None
    local_time: datetime | time | None = None
    utc: datetime | None = None
    date: date | None = None
    time_basis: Basis | None = None
    time_note: str | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None
    pinned: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def text(self) -> str:
        """Headline and blocks, one a line: what is searched and compared."""
        parts = [self.headline] if self.headline else []
        parts += [block.text for block in self.blocks]
        return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Lines that are in no entry and no key point, and why, in words a reader understands."""

    lines: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class LayoutScore:
    """How well one layout explained a document: 0 (not at all) to 1."""

    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """One saved page, read.

    ``lines`` is the document as text; line numbers everywhere count its lines from 1. For HTML and
    web archives that is the extracted text, which is published beside the data. ``sha256`` is of
    the bytes that were saved. ``path`` is relative to the documents folder, with ``/``.
    """

    id: str
    path: str
    sha256: str
    format: str
    lines: tuple[str, ...]
    title: str | None = None
    outlet: str = ""
    url: str | None = None
    language: str | None = None
    date: date | None = None
    date_basis: Basis | None = None
    zone: str | None = None
    order: Order = Order.UNKNOWN
    posts_stated: int | None = None
    key_points: tuple[int, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    captured: datetime | None = None
    layouts: tuple[LayoutScore, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """The same quantity, given differently: ``a`` and ``b`` as printed in entries a and b of a link."""

    what: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a link rests on, as a person can check it: all of it stands in both entries."""

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two entries, ``a`` before ``b`` in time, or in id order where times are unknown.

    ``score`` is calibrated: of links scored 0.9, about nine in ten are right. ``curated`` is the
    reason a person gave when the link was confirmed, retyped or made by hand.
    """

    a: str
    b: str
    relation: Relation
    score: float
    evidence: Evidence = field(default_factory=Evidence)
    figures: tuple[FigureDifference, ...] = ()
    curated: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Entries joined by links. ``separate_reports`` counts outlets with no shared origin found.

    ``former`` lists ids under which the same story could have been published before documents were
    added; each stays a valid address that points here.
    """

    id: str
    title: str
    entries: tuple[str, ...]
    outlets: tuple[str, ...]
    separate_reports: int
    first: datetime | date | None = None
    last: datetime | date | None = None
    former: tuple[str, ...] = ()
    curated: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a topic lies: degrees north and east, ISO 3166 country code, gazetteer key."""

    latitude: float
    longitude: float
    country: str | None = None
    gazetteer: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A place, person, organisation or subject that entries speak of, under all its spellings.

    ``former`` lists ids that point here (other spellings, merged or renamed topics).
    ``related`` are ids of topics it moves with, nearest first. ``listed`` is False for topics that
    keep their page but are not worth a place in lists. ``media_topic`` is an IPTC code or None.
    """

    id: str
    name: str
    kind: TopicKind
    aliases: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    place: Place | None = None
    media_topic: str | None = None
    related: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not become a document, and the message that says why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that is known before anything is written.

    ``entries`` are in order of time, undated last; ``links`` in order of (a, b).
    """

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    links: tuple[Link, ...]
    stories: tuple[Story, ...]
    topics: tuple[Topic, ...]
    refusals: tuple[Refusal, ...] = ()
