"""A line that prints a whole page, or many entries of it: cut where times or match minutes stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.reading.clock import moments
from generator.reading.glyphs import even
from generator.reading.moment import Moment, Style
from generator.reading.text.page import Piece

_LONG = 240
_LONGEST = 1_000_000
_LEAST = 3
_MINUTE = re.compile(r"(?:(?<=\s)|^)(?P<n>\d{1,3})(?:\+\d{1,2})?'(?:\s?\+\s?\d{1,2}'?)?(?=[\s:.|-])")
_ENDS_BEFORE = frozenset(".!?…。»”\"'’)|]•·*")
_PLAIN = frozenset({Style.COLON, Style.HALF, Style.ISO, Style.WORD, Style.LETTER})


def split_lines(pieces: Sequence[Piece], language: str | None) -> tuple[tuple[Piece, ...], list[tuple[int, str]]]:
    """``pieces`` with long lines cut where entries begin in them.

    Also what stands on such a line before its first entry, with the line's number.
    """
    result: list[Piece] = []
    before: list[tuple[int, str]] = []
    for piece in pieces:
        cuts = _cuts(piece.text, language) if _LONG < len(piece.text) <= _LONGEST else []
        if not cuts:
            result.append(piece)
            continue
        if cuts[0] > 0 and (opening := piece.text[: cuts[0]].strip()):
            before.append((piece.number, opening))
        result += _parts(piece, cuts)
    return tuple(result), before


def _parts(piece: Piece, cuts: Sequence[int]) -> Iterator[Piece]:
    for part, (start, end) in enumerate(pairwise([*cuts, len(piece.text)])):
        yield replace(piece, text=piece.text[start:end].strip(), gap=piece.gap if part == 0 else 0, part=part)


def _cuts(text: str, language: str | None) -> list[int]:
    """Where entries begin in ``text``; empty if it holds fewer than three, or their times keep no order."""
    plain = even(text)
    minutes = [(m.start(), int(m["n"])) for m in _MINUTE.finditer(plain)]
    if _in_order(minutes):
        return [start for start, _ in minutes]
    printed = moments(text, language)
    ends = frozenset(m.end for m in printed if m.timed)
    found = [m for m in printed if _opens(plain, m) or (m.style in _PLAIN and m.start - 1 in ends)]
    times = [(m.start, m.minutes) for m in found if m.minutes is not None]
    return [start for start, _ in times] if _in_order(times) else []


def _opens(plain: str, moment: Moment) -> bool:
    if moment.style not in _PLAIN:
        return False
    before = (
        plain[: moment.start].rstrip()[-1:]
        if moment.start < 40
        else plain[moment.start - 40 : moment.start].rstrip()[-1:]
    )
    after = plain[moment.end : moment.end + 3].lstrip()[:1]
    divided = after in {":", "-", "|", ")", "]"} or plain[max(0, moment.start - 2) : moment.start] == "  "
    return moment.start < 3 or before in _ENDS_BEFORE or divided


def _in_order(found: Sequence[tuple[int, int]]) -> bool:
    if len(found) < _LEAST:
        return False
    steps = [(b - a + 720) % 1440 - 720 for (_, a), (_, b) in pairwise(found)]
    kept = max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps))
    return kept >= 0.8 * len(steps)
