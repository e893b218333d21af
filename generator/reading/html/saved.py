"""What the programs that save pages write into them: the address, and when it was.

Known are SingleFile, browsers ("saved from url"), HTTrack and the Internet Archive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LOOKED_AT = 4_000
_SINGLE_FILE = re.compile(
    r"<!--\s{1,9}Page saved with SingleFile\s{1,9}url:\s?(\S{1,2000})\s{1,9}saved date: ([^\n<>]{1,99})"
)
_BROWSER = re.compile(r"<!--\s?saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000})")
_HTTRACK = re.compile(r"<!--\s?Mirrored from ([^\s<>]{1,2000}) by HTTrack[^<>]{1,99}\], ([^<>]{1,60}?)\s?-->")
_ARCHIVE = re.compile(r"FILE ARCHIVED ON (\d\d:\d\d:\d\d) (\w{3}) (\d\d), (\d{4}) AND RETRIEVED")
_ARCHIVED = re.compile(r"\Ahttps?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(https?://.{1,2000})\Z")
_SCRIPT_DATE = re.compile(r"\w{3} (\w{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a page was saved from, and when (UTC); None where its file does not say."""

    url: str | None = None
    at: datetime | None = None


def saved(text: str) -> Saved:
    """What the first and the last lines of a saved page say of its saving."""
    head, tail = text[:_LOOKED_AT], text[-_LOOKED_AT:]
    if found := _SINGLE_FILE.search(head):
        return Saved(found[1], _script_date(found[2]))
    if found := _HTTRACK.search(head) or _HTTRACK.search(tail):
        return Saved(f"http://{found[1]}", _mail_date(found[2]))
    if found := _ARCHIVE.search(tail):
        return Saved(None, _mail_date(f"{found[3]} {found[2]} {found[4]} {found[1]} +0000"))
    found = _BROWSER.search(head)
    return Saved(found[1]) if found else Saved()


def original(address: str) -> str:
    """An address as it was before the Internet Archive put its own before it."""
    found = _ARCHIVED.match(address)
    return found[2] if found else address


def _script_date(text: str) -> datetime | None:
    """A moment as JavaScript prints it."""
    found = _SCRIPT_DATE.match(text)
    return _mail_date(f"{found[2]} {found[1]} {found[3]} {found[4]} {found[5]}") if found else None


def _mail_date(text: str) -> datetime | None:
    """A moment as mail prints it (RFC 5322); without an offset it is of UTC."""
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
