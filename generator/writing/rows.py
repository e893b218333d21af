"""The published form of the nouns: one plain row (JSON object) each, and entries back from rows.

Names, order and meaning of the fields are the public interface described in ``datapackage.json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from generator.errors import DocumentError
from generator.model import (
    Basis,
    Block,
    BlockKind,
    Document,
    Entry,
    Hyperlink,
    Link,
    Story,
    Topic,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What the digest as a whole knows of one entry: its topics, its story and its address."""

    topics: tuple[str, ...] = ()
    story: str | None = None
    url: str | None = None


def document_row(document: Document) -> Row:
    """A row of ``documents.jsonl``."""
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "date": _day(document.date),
        "date_basis": _name(document.date_basis),
        "zone": document.zone,
        "order": document.order.value,
        "posts_stated": document.posts_stated,
        "captured": utc_text(document.captured),
        "key_points": list(document.key_points),
        "set_aside": [{"lines": list(part.lines), "why": part.why} for part in document.set_aside],
        "notes": list(document.notes),
    }


def entry_row(entry: Entry, context: EntryContext | None = None) -> Row:
    """A row of ``entries.jsonl``."""
    known = context or EntryContext()
    return {
        "id": entry.id,
        "document": entry.document,
        "outlet": entry.outlet,
        "lines": list(entry.lines),
        "headline": entry.headline,
        "blocks": [_block_row(block) for block in entry.blocks],
        "authors": list(entry.authors),
        "address": entry.address,
        "pinned": entry.pinned,
        "printed_time": entry.printed_time,
        "local_time": local_text(entry.local_time),
        "utc": utc_text(entry.utc),
        "date": _day(entry.date),
        "time_basis": _name(entry.time_basis),
        "time_note": entry.time_note,
        "changes": [
            {"captured": utc_text(change.captured), "before": change.before, "after": change.after}
            for change in entry.changes
        ],
        "topics": list(known.topics),
        "story": known.story,
        "url": known.url,
    }


def link_row(link: Link) -> Row:
    """A row of ``links.jsonl``."""
    evidence = link.evidence
    return {
        "a": link.a,
        "b": link.b,
        "relation": link.relation.value,
        "score": round(link.score, 4),
        "evidence": {
            "names": list(evidence.names),
            "words": list(evidence.words),
            "figures": list(evidence.figures),
            "quotes": list(evidence.quotes),
            "credits": list(evidence.credits),
        },
        "figures": [{"what": figure.what, "a": figure.a, "b": figure.b} for figure in link.figures],
        "curated": link.curated,
    }


def story_row(story: Story, url: str | None = None) -> Row:
    """A row of ``stories.jsonl``."""
    return {
        "id": story.id,
        "title": story.title,
        "entries": list(story.entries),
        "first": _moment(story.first),
        "last": _moment(story.last),
        "outlets": list(story.outlets),
        "separate_reports": story.separate_reports,
        "curated": story.curated,
        "url": url,
    }


def topic_row(topic: Topic, url: str | None = None) -> Row:
    """A row of ``topics.jsonl``."""
    place = topic.place
    return {
        "id": topic.id,
        "name": topic.name,
        "kind": topic.kind.value,
        "aliases": list(topic.aliases),
        "entries": list(topic.entries),
        "latitude": None if place is None else place.latitude,
        "longitude": None if place is None else place.longitude,
        "media_topic": topic.media_topic,
        "related": list(topic.related),
        "url": url,
    }


def entry_from_row(row: Mapping[str, Any], *, path: str = "entries.jsonl", line: int | None = None) -> Entry:
    """The entry that ``row`` describes; ``id``, ``outlet``, ``date``, ``headline`` and ``blocks`` are enough.

    :raises DocumentError: with ``path`` and ``line``, if the row is not an entry.
    """
    try:
        return Entry(
            id=_required_text(row, "id"),
            document=str(row.get("document") or row["id"]),
            outlet=str(row.get("outlet") or ""),
            lines=tuple(int(number) for number in row.get("lines") or ()),
            headline=row.get("headline") or None,
            blocks=tuple(_block(part) for part in row.get("blocks") or ()),
            authors=tuple(row.get("authors") or ()),
            address=row.get("address"),
            pinned=bool(row.get("pinned", False)),
            printed_time=row.get("printed_time"),
            local_time=_local(row.get("local_time")),
            utc=_utc(row.get("utc")),
            date=date.fromisoformat(row["date"]) if row.get("date") else None,
            time_basis=Basis(row["time_basis"]) if row.get("time_basis") else None,
            time_note=row.get("time_note"),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DocumentError(
            f"is not a row of entries: {error}", path=path, line=line, hint="compare with entries.jsonl of any digest"
        ) from error


def utc_text(moment: datetime | None) -> str | None:
    """``2022-06-01T21:11:00Z``; the moment must be in UTC."""
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def local_text(moment: datetime | time | None) -> str | None:
    """``2022-06-01T21:11``, or ``T21:11`` when the day is unknown; seconds only where printed."""
    if moment is None:
        return None
    text = moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return text if isinstance(moment, datetime) else "T" + text


def _block_row(block: Block) -> Row:
    row: Row = {"kind": block.kind.value, "text": block.text, "line": block.line}
    if block.links:
        row["links"] = [{"text": link.text, "address": link.address} for link in block.links]
    return row


def _block(row: Mapping[str, Any]) -> Block:
    links: Sequence[Mapping[str, str]] = row.get("links") or ()
    return Block(
        kind=BlockKind(row.get("kind", "paragraph")),
        text=str(row["text"]),
        line=int(row.get("line") or 0),
        links=tuple(Hyperlink(link["text"], link["address"]) for link in links),
    )


def _required_text(row: Mapping[str, Any], key: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key} must be text")
    return value


def _local(text: str | None) -> datetime | time | None:
    if not text:
        return None
    return time.fromisoformat(text[1:]) if text.startswith("T") else datetime.fromisoformat(text)


def _utc(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | date | None) -> str | None:
    return utc_text(moment) if isinstance(moment, datetime) else _day(moment)


def _name(basis: Basis | None) -> str | None:
    return None if basis is None else basis.value
