"""A word that a page puts before the time of every entry: ``Point 15h20``, ``clock 42'``, ``Minute 12``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.reading.glyphs import even
from generator.reading.text.page import Piece
from generator.reading.words import fold

_LEAD_IN = re.compile(r"\W{0,3}([^\W\d_]{2,14})[\s:.|–-]{1,3}(?=(?:[^\W\d_]{1,3}\s)?\d)")
# A word in capitals and a bar before one minute of a match, as for a goal, where others stand without.
_MINUTE = re.compile(r"\d{1,3}(?:\+\d{1,2})?'")
_MARKED = re.compile(r"([^\W\da-zß-ÿа-яёіїєґ_]{2,14})\s?\|\s?(?=\d{1,3}(?:\s?\+\s?\d{1,2})?')")
_REACH = 24
_LEAST = 3


def lead_ins(pieces: Sequence[Piece]) -> frozenset[str]:
    """The words that open at least three lines of the page right before a number, or mark single minutes; folded."""
    met = Counter(word for piece in pieces if (word := _word(piece.text)))
    often = {word for word, count in met.items() if count >= _LEAST}
    heads = [even(piece.text[:_REACH]) for piece in pieces]
    if sum(bool(_MINUTE.match(head)) for head in heads) < _LEAST:
        return frozenset(often)
    return frozenset(often | {fold(match[1]) for head in heads if (match := _MARKED.match(head))})


def behind_lead_in(text: str, words: frozenset[str]) -> str | None:
    """``text`` from its number on, if it opens with one of ``words``; None if it does not."""
    match = _LEAD_IN.match(even(text[:_REACH])) if words else None
    return text[match.end() :] if match and fold(match[1]) in words else None


def _word(text: str) -> str | None:
    match = _LEAD_IN.match(even(text[:_REACH]))
    return fold(match[1]) if match else None
