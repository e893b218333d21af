"""Times written for machines: ISO 8601 in its common dialects, and seconds or milliseconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_ISO = re.compile(
    r"\s{0,9}(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?",
    re.I,
)
_EPOCH = re.compile(r"\s{0,9}(\d{10})(\d{3})?(?:\.\d{1,6})?\s{0,9}\Z")
_EARLIEST, _LATEST = 788_918_400, 4_102_444_800  # 1995 (no liveblog is older) to 2100


def iso_time(text: str) -> tuple[datetime, bool] | None:
    """The moment in an ISO 8601 text, and whether it says its offset; without one it is taken as UTC."""
    match = _ISO.match(text)
    if not match:
        return None
    offset = _offset(match[7])
    if offset is None:
        return None
    digits = [int(match[n] or 0) for n in range(1, 7)]
    try:
        return _at(digits, offset), match[7] is not None
    except (ValueError, OverflowError):
        return None


def _at(digits: list[int], offset: str) -> datetime:
    year, month, day, hour, minute, second = digits
    return datetime.fromisoformat(
        f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{offset}"
    ).astimezone(UTC)


def _offset(text: str | None) -> str | None:
    if text is None or text.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = re.sub(r"\D", "", text).ljust(4, "0")
    return f"{text[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) < 24 and int(digits[2:]) < 60 else None


def epoch_time(text: str) -> datetime | None:
    """The moment that is so many seconds or milliseconds after 1970, between 1995 and 2100."""
    match = _EPOCH.match(text)
    if not match or not _EARLIEST <= int(match[1]) <= _LATEST:
        return None
    return datetime.fromtimestamp(int(match[1]), UTC)


def machine_time(value: object) -> datetime | None:
    """The moment in a value of structured data: ISO 8601 that says its offset, or an epoch time."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        try:
            return epoch_time(str(int(value)))
        except (ValueError, OverflowError):
            return None
    if not isinstance(value, str):
        return None
    found = iso_time(value)
    if found is not None:
        return found[0] if found[1] else None
    return epoch_time(value)
