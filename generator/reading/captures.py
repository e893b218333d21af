"""Several captures of one page → one document: posts united, edits between captures kept as changes.

Captures are of one page if their canonical addresses agree. The later capture wins the text; a
post that only an earlier one shows is kept. Posts are the same if they have the same address, else
the same time and much of the same wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from generator.model import Block, Change, Document, Entry, SetAside

_TRACKING = re.compile(r"(?:utm_[a-z]+|fbclid|gclid|ref|cmp)=[^&]*&?")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
_NEVER = datetime.min.replace(tzinfo=UTC)


def unite(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents`` with captures of one page made one, each at the place of its first capture."""
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(_page_key(document), []).append(document)
    return tuple(group[0] if len(group) == 1 else _united(group) for group in groups.values())


def _page_key(document: Document) -> str:
    """What all captures of one page share; its own id for a document without address."""
    if not document.url:
        return f"id:{document.id}"
    parts = urlsplit(document.url)
    query = _TRACKING.sub("", parts.query).rstrip("&")
    return f"url:{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def _united(group: Sequence[Document]) -> Document:
    ordered = sorted(group, key=_moment)
    result = ordered[0]
    for later in ordered[1:]:
        result = _pair(result, later)
    return _as_first(result, ordered[0])


def _moment(document: Document) -> tuple[datetime, datetime, int, str]:
    """When a capture was made: as stated, else by its newest post; then by its number of posts and path."""
    newest = max((entry.utc for entry in document.entries if entry.utc), default=_NEVER)
    return document.captured or _NEVER, newest, len(document.entries), document.path


def _as_first(document: Document, first: Document) -> Document:
    """The united document under the id of the first capture, so that a further one moves no address."""
    return replace(document, id=first.id, entries=tuple(replace(e, document=first.id) for e in document.entries))


def _pair(earlier: Document, later: Document) -> Document:
    """Two captures as one, in the text of the later; posts it lacks are appended with their lines."""
    partner = _partners(earlier.entries, later.entries)
    kept = [_changed(partner.get(n), entry, later.captured) for n, entry in enumerate(later.entries)]
    matched = {old.id for old in partner.values()}
    gone = [entry for entry in earlier.entries if entry.id not in matched]
    lines, aside, moved = _appended(later, earlier, gone)
    return replace(
        later,
        lines=lines,
        set_aside=aside,
        entries=tuple(kept + moved),
        notes=_notes(earlier, later, sum(1 for entry in kept if entry.changes), len(gone)),
    )


def _notes(earlier: Document, later: Document, changed: int, gone: int) -> tuple[str, ...]:
    own = [*earlier.notes, *later.notes]
    when = f", captured {later.captured:%Y-%m-%d %H:%M} UTC" if later.captured else ""
    own.append(
        f"United from captures {earlier.path} (SHA-256 {earlier.sha256[:12]}…) and {later.path} "
        f"(SHA-256 {later.sha256[:12]}…){when}: {changed} posts differ, {gone} stand only in the earlier one."
    )
    return tuple(dict.fromkeys(own))


def _partners(earlier: Sequence[Entry], later: Sequence[Entry]) -> dict[int, Entry]:
    """For each later post (by number) the same post of the earlier capture."""
    by_address = {entry.address: entry for entry in earlier if entry.address and "#" in entry.address}
    by_time: dict[object, list[Entry]] = {}
    for entry in earlier:
        by_time.setdefault(_time_key(entry), []).append(entry)
    found: dict[int, Entry] = {}
    used: set[str] = set()
    for number, entry in enumerate(later):
        options = [by_address[entry.address]] if entry.address in by_address else by_time.get(_time_key(entry), [])
        free = [old for old in options if old.id not in used]
        best = max(free, key=lambda old: _likeness(old, entry), default=None)
        if best is not None and (entry.address in by_address or _likeness(best, entry) >= _ALIKE):
            found[number] = best
            used.add(best.id)
    return found


def _time_key(entry: Entry) -> object:
    return entry.utc or entry.local_time or entry.printed_time


def _likeness(a: Entry, b: Entry) -> float:
    """Share of words in common (Jaccard)."""
    first, second = set(_WORD.findall(a.text.casefold())), set(_WORD.findall(b.text.casefold()))
    return len(first & second) / max(len(first | second), 1)


def _changed(old: Entry | None, new: Entry, captured: datetime | None) -> Entry:
    """``new`` under the id of ``old``, with what differs."""
    if old is None:
        return new
    changes = old.changes
    if _plain(old.text) != _plain(new.text):
        changes = (*changes, Change(captured, old.text, new.text))
    return replace(new, id=old.id, changes=changes)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _appended(
    later: Document, earlier: Document, gone: Sequence[Entry]
) -> tuple[tuple[str, ...], tuple[SetAside, ...], list[Entry]]:
    """The later text with the lines of posts that only the earlier capture has behind it."""
    if not gone:
        return later.lines, later.set_aside, []
    lines = [*later.lines, f"Posts that only the capture {earlier.path} shows:"]
    aside = (*later.set_aside, SetAside((len(lines),), "words of this program"))
    moved = []
    for entry in gone:
        place = {}
        for line in entry.lines:
            lines.append(earlier.lines[line - 1])
            place[line] = len(lines)
        blocks = tuple(_moved(block, place) for block in entry.blocks)
        moved.append(replace(entry, lines=tuple(place.values()), blocks=blocks))
    return tuple(lines), aside, moved


def _moved(block: Block, place: dict[int, int]) -> Block:
    return replace(block, line=place.get(block.line, block.line))
