"""The lines of a page as pieces: what stands on each without bullet, pipes and frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.reading.glued import glued_end

_BULLET = re.compile(r"\s*(?:[•●▪■◆►▶‣◦·∙○*✓➤➜→»]|-(?=\s))\s*(?=\S)")  # a longer dash opens speech in many languages
_BARE_BULLET = re.compile(r"\s*[•●▪■◆►▶‣◦·∙○*]\s*")
_LEAST_DOUBLED = 5
_MARKUP = re.compile(r"^(?:#{1,6}\s+|\*\*|__|>\s?)+|(?:\*\*|__)\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line, or one part of a line that prints several entries.

    ``number`` is the line (from 1). ``text`` is verbatim. ``gap`` counts blank lines above it, ``blank`` is the last
    of them, verbatim: some pages set entries apart with white space of a certain length.
    ``part`` counts pieces of the same line from 0.
    """

    number: int
    text: str
    gap: int = 0
    indent: int = 0
    bullet: bool = False
    quoted: bool = False
    part: int = 0
    blank: str = ""


def pieces_of(lines: Sequence[str]) -> tuple[Piece, ...]:
    """A piece for every line that is not blank."""
    return tuple(_pieces(lines))


def _pieces(lines: Sequence[str]) -> Iterator[Piece]:
    gap, first, blank = 0, True, ""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            gap, blank = gap + 1, line
            continue
        yield _piece(number, line[glued_end(line) :] if first else line, gap, blank)
        gap, first, blank = 0, False, ""


def _piece(number: int, line: str, gap: int, blank: str) -> Piece:
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    text = _once(rest.strip().rstrip("| \t\u00a0").strip() or rest.strip())
    plain = _MARKUP.sub("", text).strip()
    bare = _BARE_BULLET.fullmatch(line)
    return Piece(
        number=number,
        text="" if bare else plain or text,
        gap=gap,
        indent=len(line) - len(line.lstrip()),
        bullet=bool(bullet) or bool(bare),
        quoted=text.startswith(">"),
        blank=blank,
    )


def _once(text: str) -> str:
    """``text`` once where it is printed twice in a row, as comparisons of two versions of a page do."""
    half = len(text) // 2
    first, second = text[:half], text[half:] if len(text) % 2 == 0 else text[half + 1 :]
    doubled = half >= _LEAST_DOUBLED and first == second and not first.isalpha()
    return first if doubled and (len(text) % 2 == 0 or text[half] == " ") else text
