"""Where the comments of readers begin: their times and headings are none of the liveblog's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.glyphs import even
from generator.reading.text.marks import Marks, is_frame
from generator.reading.text.page import Piece
from generator.reading.text.wording import label
from generator.reading.words import fold

_LONGEST = 100
_LEAST_TIMED = 2
_LEAST_TOLD = 2
_COUNTED = re.compile(r"[\s(\[]{0,3}\d[\d.,\s]{0,8}[)\]]?\s?")
_AFTER = re.compile(r"[\s:.…!)(\[\]\d,]*$|\s?(?:to|on|zu|sur|a|à|su|op|på|til|do|к|до)\s|\s?[:|–-]\s?\d")


def comments_start(pieces: Sequence[Piece], marks: Sequence[Marks]) -> int | None:
    """The piece that heads the comments of readers; None if the page has none below its entries.

    A heading counts only below two timed lines, or on a page without times above two that are dated: elsewhere
    the same words are a button. A button under every entry is printed several times, a heading once.
    """
    timed = [i for i, m in enumerate(marks) if m.front or m.tail or m.tally]
    if len(timed) < _LEAST_TIMED:
        return None
    entries_begin = timed[_LEAST_TIMED - 1]
    if untimed := _below_untimed(pieces, marks, timed):
        return untimed
    headings = [i for i in range(entries_begin + 1, len(pieces)) if _heads_comments(pieces[i].text)]
    return headings[0] if 1 <= len(headings) <= 2 else None


def _below_untimed(pieces: Sequence[Piece], marks: Sequence[Marks], timed: Sequence[int]) -> int | None:
    """The only heading of comments, if all times of the page stand below it, some with their dates, and prose above."""
    headings = [i for i in range(timed[0]) if _heads_comments(pieces[i].text)]
    dated = sum(bool((m := marks[i].front or marks[i].tail) and m.moment.date) for i in timed)
    told = sum(m.prose and not is_frame(m) for m in marks[: timed[0]])
    return headings[0] if len(headings) == 1 and dated >= _LEAST_TIMED and told >= _LEAST_TOLD else None


def _heads_comments(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    folded = fold(even(text))
    counted = _COUNTED.match(folded)
    at = counted.end() if counted else 0
    match = label("comments").match(folded, at)
    if match is None and any(c.isdigit() for c in folded):
        match = label("comments_counted").match(folded, at)
    return match is not None and bool(_AFTER.match(folded, match.end()))
