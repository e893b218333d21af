"""The date that tools which save pages put before their first words, such as ``date 2017-04``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_GLUED_DATE = re.compile(r"\s?date (?P<y>\d{4})-(?P<m>\d{2})(?:-(?P<d>\d{2}))?(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Glued:
    """A date that stands before the first words of the page, put there by whoever saved it."""

    year: int
    month: int
    day: date | None


def glued_end(line: str) -> int:
    """Where the page's own words begin in its first line."""
    match = _GLUED_DATE.match(line)
    return match.end() if match else 0


def glued_date(lines: Sequence[str]) -> Glued | None:
    """The ``date 2017-04`` or ``date 2022-06-01`` before the first words of the page; None if there is none."""
    first = next((line for line in lines if line.strip()), "")
    match = _GLUED_DATE.match(first)
    if not match or not 1 <= int(match["m"]) <= 12:
        return None
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"])) if match["d"] else None
    except ValueError:
        return None
    return Glued(int(match["y"]), int(match["m"]), day)
