"""What every format reader hands over: a page cut into posts, its times not yet settled.

The text reader and the HTML, archive, feed and table readers all end here;
:mod:`generator.reading.timing` turns a draft into a :class:`generator.model.Document`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from generator.model import Basis, Block, Change, LayoutScore, SetAside
from generator.reading.moment import Moment


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read, already unpacked.

    ``path`` is relative to the documents folder (``pages.warc.gz!/record`` style for members of
    containers). ``sha256`` is of the saved file. ``url`` and ``captured`` (aware, UTC) are known
    for members of web archives only. ``notes`` are warnings from unpacking.
    """

    path: str
    data: bytes
    sha256: str
    url: str | None = None
    captured: datetime | None = None
    media_type: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """A post as found on the page.

    ``printed_time`` is verbatim. ``instant`` (aware) is set only where structured data gives a
    sound moment. ``moment`` is what the time shows, where the printed words alone would not tell.
    ``day`` is the date of the heading it stands under, if any.
    """

    lines: tuple[int, ...]
    headline: str | None = None
    blocks: tuple[Block, ...] = ()
    printed_time: str | None = None
    instant: datetime | None = None
    instant_note: str | None = None
    moment: Moment | None = None
    day: date | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None
    pinned: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A page cut into posts, with the facts it states about itself.

    ``zone_note`` says how the zone was inferred, where the page does not prove it. ``lines`` is the page
    as text; all line numbers count it from 1.
    """

    format: str
    lines: tuple[str, ...]
    entries: tuple[DraftEntry, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    zone: str | None = None
    zone_note: str | None = None
    date: date | None = None
    date_basis: Basis | None = None
    captured: datetime | None = None
    posts_stated: int | None = None
    key_points: tuple[int, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[str, ...] = ()
    layouts: tuple[LayoutScore, ...] = field(default=())
