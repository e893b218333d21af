"""The lines of a page as pieces: what stands on each without bullet, pipes and frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_BULLET = re.compile(r"\s*(?:[•●▪■◆►▶‣◦·∙○*✓➤➜→»]|-(?=\s))\s*(?=\S)")  # a longer dash opens speech in many languages
_BARE_BULLET = re.compile(r"\s*[•●▪■◆►▶‣◦·∙○*]\s*")
_GLUED_DATE = re.compile(r"\s?date (?P<y>\d{4})-(?P<m>\d{2})(?:-(?P<d>\d{2}))?(?:\s+|$)")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|\*\*|__|>\s?)+|(?:\*\*|__)\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line, or one part of a line that prints several entries.

    ``number`` is the line (from 1). ``text`` is verbatim. ``gap`` counts blank lines above it.
    ``part`` counts pieces of the same line from 0.
    """

    number: int
    text: str
    gap: int = 0
    indent: int = 0
    bullet: bool = False
    quoted: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class Glued:
    """A date that stands before the first words of the page, put there by whoever saved it."""

    year: int
    month: int
    day: date | None


def pieces_of(lines: Sequence[str]) -> tuple[Piece, ...]:
    """A piece for every line that is not blank."""
    return tuple(_pieces(lines))


def _pieces(lines: Sequence[str]) -> Iterator[Piece]:
    gap, first = 0, True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            gap += 1
            continue
        glued = _GLUED_DATE.match(line) if first else None
        yield _piece(number, line[glued.end() :] if glued else line, gap)
        gap, first = 0, False


def _piece(number: int, line: str, gap: int) -> Piece:
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    text = rest.strip().rstrip("| \t\u00a0").strip() or rest.strip()
    plain = _MARKUP.sub("", text).strip()
    bare = _BARE_BULLET.fullmatch(line)
    return Piece(
        number=number,
        text="" if bare else plain or text,
        gap=gap,
        indent=len(line) - len(line.lstrip()),
        bullet=bool(bullet) or bool(bare),
        quoted=text.startswith(">"),
    )


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
