"""RSS 2.0, RSS 1.0 and Atom files of a liveblog → drafts. No DTD, entity or network is followed."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from generator.config import Limits, Settings
from generator.errors import DocumentError
from generator.model import SetAside
from generator.reading.draft import Draft, DraftEntry, Source
from generator.reading.encodings import clean, decode
from generator.reading.html.fragments import fragment_lines
from generator.reading.html.machine_times import machine_time
from generator.reading.rows import LineBuilder, Piece

_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("published", "pubDate", "date", "issued", "updated", "modified")
_ITEMS = ("item", "entry")


def is_feed(data: bytes) -> bool:
    """Whether ``data`` opens as an RSS or Atom file."""
    opening = data[:2_000].lower()
    return any(mark in opening for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(source: Source, settings: Settings) -> Draft:
    """The feed in ``source``: one entry per item, in the order of the file.

    :raises DocumentError: if it is no well-formed XML, declares entities, or is no feed.
    """
    root = _parse(source)
    channel = next((child for child in root if _name(child) == "channel"), root)
    items = [item for item in root.iter() if _name(item) in _ITEMS]
    if not items:
        raise DocumentError("is XML but no RSS or Atom feed", path=source.path, hint="expected <item> or <entry>")
    builder, title = LineBuilder(), _text(channel, "title")
    if title:
        builder.add(title)
    entries = [_entry(item, builder, settings.limits, source.path) for item in items]
    return Draft(
        format="feed",
        lines=tuple(builder.lines),
        entries=tuple(entry for entry in entries if entry.lines),
        title=title,
        outlet=_text(channel, "publisher") or title,
        url=_link(channel) or source.url,
        language=_text(channel, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        captured=source.captured,
        set_aside=_title_aside(title),
    )


def _title_aside(title: str | None) -> tuple[SetAside, ...]:
    return (SetAside((1,), "title of the feed"),) if title else ()


def _parse(source: Source) -> Any:
    if b"<!ENTITY" in source.data or b"<!entity" in source.data.lower():
        raise DocumentError(
            "declares XML entities, which a feed has no need of", path=source.path, hint="remove its <!DOCTYPE> part"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(source.data, parser)
        if root is None:
            text, _ = decode(source.data, None, source.path)
            root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError("is not well-formed XML", path=source.path, hint="save the feed again") from error
    if root is None:
        raise DocumentError("is an empty feed", path=source.path, hint="save the feed again")
    return root


def _entry(item: Any, builder: LineBuilder, limits: Limits, path: str) -> DraftEntry:
    headline = " ".join(line.text for line in fragment_lines(_text(item, "title") or "", limits, path)) or None
    body = next((text for text in (_text(item, name) for name in _BODIES) if text), "")
    lines = fragment_lines(body, limits, path, _link(item))
    printed = next((text for text in (_text(item, name) for name in _DATES) if text), None)
    authors = [name for name in (_text(item, "creator"), _author(item)) if name]
    return builder.entry(
        printed=printed,
        headline=headline,
        pieces=[Piece(line.text, line.kind, line.links) for line in lines],
        instant=_moment(printed),
        authors=tuple(dict.fromkeys(authors)),
        address=_link(item),
    )


def _moment(text: str | None) -> datetime | None:
    """A date as RFC 822 (RSS) or RFC 3339 (Atom) writes it."""
    if text is None:
        return None
    found = machine_time(text)
    if found is not None:
        return found
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(parent: Any, name: str) -> str | None:
    """Text of the first child of this name, whatever its namespace; markup inside is kept as markup."""
    for child in parent:
        if _name(child) == name:
            text = _inner(child) if child.get("type") == "xhtml" else "".join(child.itertext())
            if text.strip():
                return clean(text.strip())
    return None


def _inner(element: Any) -> str:
    return "".join(etree.tostring(child, encoding="unicode") for child in element)


def _author(item: Any) -> str | None:
    for child in item:
        if _name(child) == "author":
            return _text(child, "name") or (child.text or "").strip() or None
    return None


def _link(parent: Any) -> str | None:
    """The address of a channel or item: the page, not the feed itself."""
    for child in parent:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return None
