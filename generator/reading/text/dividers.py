"""Posts without a time among timed ones, told by the sign, rule or white space that all have before them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from generator.reading.text.marks import Marks, is_frame
from generator.reading.text.openings import Opening
from generator.reading.text.page import Piece

_LEAST = 3
_NEARLY_ALL = 0.85
_TRUST = 0.5


def with_divided(openings: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> tuple[Opening, ...]:
    """``openings``, and the lines that open posts as they do: with the same sign, or behind the same divider."""
    return _divided(_signed_alike(openings, pieces, marks), pieces, marks)


def _signed_alike(openings: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> Sequence[Opening]:
    """``openings``, and further lines that begin with the sign, such as a drawn clock, that all of them begin with."""
    sign = _sign(pieces[openings[0].at].text)
    if len(openings) < _LEAST or sign is None or any(_sign(pieces[o.at].text) != sign for o in openings):
        return openings
    at = {o.at for o in openings}
    more = [i for i in range(openings[0].at, len(pieces)) if i not in at and _sign(pieces[i].text) == sign]
    further = [Opening(i, _TRUST, None, pieces[i].text.lstrip(sign + " ")) for i in more if marks[i].size]
    return sorted((*openings, *further), key=lambda o: o.at)


def _sign(text: str) -> str | None:
    """The drawn sign that ``text`` begins with; None if it begins with a letter, number or common punctuation."""
    return text[0] if text and unicodedata.category(text[0]) in ("So", "Sm") and text[0] not in "+<>=|~" else None


def _divided(openings: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> tuple[Opening, ...]:
    """``openings``, and a line behind every further divider of the kind that stands above (nearly) all of them.

    Only where lines of one post are set apart otherwise, so that the divider is no mere gap between paragraphs.
    """
    usual, count = _usual(openings, pieces, marks)
    if usual is None or count < max(_LEAST, _NEARLY_ALL * (len(openings) - 1)):
        return tuple(openings)
    at = {o.at for o in openings}
    divided = [i for i in range(1, len(pieces)) if _divider(i, pieces, marks) == usual]
    if not _within(divided, at, pieces, marks):
        return tuple(openings)
    more = [Opening(i, _TRUST) for i in divided if i not in at and marks[i].size and not is_frame(marks[i])]
    return tuple(sorted((*openings, *more), key=lambda o: o.at))


def _usual(openings: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> tuple[str | None, int]:
    above = Counter(_divider(o.at, pieces, marks) for o in openings[1:])
    above.pop(None, 0)
    return max(above.items(), key=lambda item: (item[1], item[0]), default=(None, 0))


def _divider(index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> str | None:
    """The rule, or the line of white space, right above a piece; None if there is neither."""
    if pieces[index].blank:
        return pieces[index].blank
    return pieces[index - 1].text if index and marks[index - 1].rule and pieces[index - 1].text else None


def _within(divided: Sequence[int], at: set[int], pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether lines of one post follow each other without the divider, and none is divided from its own time."""
    behind = set(divided)
    if any(i - 1 in at and i not in at for i in behind):
        return False
    joined = [i for i in range(min(divided), len(pieces)) if i not in behind and not marks[i].rule]
    return any(pieces[i].gap and i not in at for i in joined)
