"""Our own ``entries.jsonl`` → documents, with the same ids: what was published can be read back.

The text of the documents is rebuilt from the rows: headline, printed time and blocks at their
lines, nothing elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import msgspec

from generator.errors import DocumentError
from generator.model import Basis, Block, Document, Entry
from generator.reading.draft import Source
from generator.reading.encodings import decode

_MOST_LINES = 10_000_000
_FIELDS = frozenset(("id", "document", "outlet", "lines", "blocks"))
Row = Mapping[str, Any]


def is_own_entries(source: Source) -> bool:
    """Whether ``source`` is an ``entries.jsonl`` that this program published."""
    first = source.data[:2_000_000].lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and row.keys() >= _FIELDS


def parts(source: Source) -> Iterator[Source]:
    """One source per document whose entries stand in ``source``, in the order of their first entry.

    :raises DocumentError: with the line, if a row is no entry.
    """
    text, _ = decode(source.data, None, source.path)
    rows: dict[str, list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            rows.setdefault(_document_of(line, source.path, number), []).append(line)
    for name, lines in rows.items():
        path = source.path if len(rows) == 1 else f"{source.path}!/{name}"
        yield replace(source, path=path, data="\n".join(lines).encode())


def _document_of(line: str, path: str, number: int) -> str:
    try:
        return _text(json.loads(line)["document"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_row(path, number) from error


def _no_row(path: str, number: int) -> DocumentError:
    return DocumentError(
        "is not a row of entries.jsonl", path=path, line=number, hint="see datapackage.json for its fields"
    )


def read_own_entries(source: Source) -> Document:
    """The document whose entries stand in ``source``, which is one of :func:`parts`.

    :raises DocumentError: with the line, if a row is no entry.
    """
    text, _ = decode(source.data, None, source.path)
    entries = list(_entries(text, source.path))
    return _document(entries[0].document, entries, source)


def _entries(text: str, path: str) -> Iterator[Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _entry(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise _no_row(path, number) from error


def _entry(row: Row) -> Entry:
    basis = row.get("time_basis")
    utc = row.get("utc")
    return Entry(
        id=_text(row["id"]),
        document=_text(row["document"]),
        outlet=_text(row.get("outlet") or ""),
        lines=msgspec.convert(row.get("lines") or [], tuple[int, ...]),
        headline=row.get("headline"),
        blocks=msgspec.convert(row.get("blocks") or [], tuple[Block, ...]),
        printed_time=row.get("printed_time"),
        local_time=_local(row.get("local_time")),
        utc=datetime.fromisoformat(utc).astimezone(UTC) if utc else None,
        date=date.fromisoformat(row["date"]) if row.get("date") else None,
        time_basis=Basis(basis) if basis else None,
        time_note=row.get("time_note"),
        authors=tuple(map(_text, row.get("authors") or ())),
        address=row.get("address"),
        pinned=bool(row.get("pinned")),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _local(text: str | None) -> datetime | time | None:
    if not text:
        return None
    return time.fromisoformat(text[1:]) if text.startswith("T") else datetime.fromisoformat(text)


def _document(name: str, entries: list[Entry], source: Source) -> Document:
    lines = _lines(entries)
    days = sorted(entry.date for entry in entries if entry.date)
    return Document(
        id=name,
        path=source.path,
        sha256=source.sha256,
        format="entries",
        lines=lines,
        outlet=entries[0].outlet,
        date=days[0] if days else None,
        date_basis=Basis.GIVEN if days else None,
        notes=("Read back from published entries; the frame of the page is not part of them.",),
        entries=tuple(entries),
    )


def _lines(entries: list[Entry]) -> tuple[str, ...]:
    """The text that the entries hold, each piece at its line."""
    count = max((line for entry in entries for line in entry.lines), default=0)
    if count > _MOST_LINES:
        raise DocumentError("its line numbers are too high", hint="check the rows")
    lines = [""] * count
    for entry in entries:
        for block in entry.blocks:
            for offset, part in enumerate(block.text.split("\n")):
                if 0 < block.line + offset <= count:
                    lines[block.line + offset - 1] = part
        free = [line for line in entry.lines if 0 < line <= count and not lines[line - 1]]
        for line, part in zip(free, filter(None, (entry.printed_time, entry.headline)), strict=False):
            lines[line - 1] = part
    return tuple(lines)
