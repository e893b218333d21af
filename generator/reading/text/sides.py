"""Whether entries follow the times that open them, end with them, or have their headlines above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from generator.reading.glyphs import letters
from generator.reading.text.headlines import headline_score
from generator.reading.text.marks import Marks, is_frame, is_name
from generator.reading.text.openings import Opening, Proposal
from generator.reading.text.page import Piece

# Lines below the last time count as the body of its entry from this length on, or half the shortest between times.
_SHORT_FOOT = 5
# So many letters of the same name open posts that a time ends.
_NAME = 8
_SEVERAL = 3
# A last line of this width without an end is a body cut short, whatever its looks.
_CUT = 90


class Side(Enum):
    """Where an entry lies, seen from its opening."""

    BELOW = "the entry follows its opening"
    ABOVE = "the headline stands above the opening, the rest follows"
    ENDS = "the opening ends its entry"


def side_of(proposal: Proposal, pieces: Sequence[Piece], marks: Sequence[Marks]) -> Side:
    """The side on which most entries of this cut lie."""
    timed = [o for o in proposal.openings if o.where]
    if not timed:
        return Side.BELOW
    if timed[0].where == "tail":
        return _side_of_tails(timed, marks)
    places = frozenset(o.at for o in timed)
    votes = [_votes(o, position, places, pieces, marks) for position, o in enumerate(timed)]
    weight = sum(vote.weight for vote in votes) or 1.0
    above = sum(vote.above * vote.weight for vote in votes) / weight
    ends = sum(vote.ends * vote.weight for vote in votes) / weight
    if above >= 0.6:
        return Side.ABOVE
    signed = all(marks[o.at].byline for o in timed)
    if _can_end(timed, pieces, marks) and (
        ends >= 0.6 or (ends > 0 and (signed or _closed(timed, pieces, marks) or _evenly_ended(timed)))
    ):
        return Side.ENDS
    return Side.BELOW


@dataclass(frozen=True, slots=True)
class _Vote:
    above: float
    ends: float
    weight: float


def _votes(
    opening: Opening, position: int, openings: frozenset[int], pieces: Sequence[Piece], marks: Sequence[Marks]
) -> _Vote:
    before, after = neighbour(opening.at, -1, pieces, marks), neighbour(opening.at, 1, pieces, marks)
    alone = opening.where == "alone"
    own = marks[opening.at]
    headline_above, own_gap = 0.0, pieces[opening.at].gap
    if before is not None and before not in openings and not _introduces(before, pieces, marks):
        headline_above = float(marks[before].headline >= 0.45 and bool(pieces[before].gap or not own_gap))
    below = marks[after].headline if after is not None and after not in openings and alone else 0.0
    body = opening.rest if not alone else ""
    cut = after == len(pieces) - 1 and not marks[after].sentence and marks[after].size > _CUT
    follows_body = bool(body) and not _headline_like(body) if body else (below < 0.45 or cut) and after is not None
    gap_above, gap_below = pieces[opening.at].gap, pieces[after].gap if after is not None else 9
    above = headline_above if follows_body and gap_above <= max(gap_below, 1) + 1 else 0.0
    ends = (
        1.0
        if alone and gap_above < gap_below and (own.front or own.tally)
        else 0.5
        if alone and gap_above == gap_below
        else 0.0
    )
    if opening.at and marks[opening.at - 1].rule:
        ends = 0.0  # what a rule divides from the lines above does not end them
    last_line = after is None and position > 0
    return _Vote(above, 0.0 if last_line else ends, 0.5 if position == 0 or last_line else 1.0)


def _headline_like(text: str) -> bool:
    return headline_score(text) >= 0.55


def _introduces(index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether a line announces what follows, so that it is no headline of it."""
    return pieces[index].text.rstrip().endswith(":") or is_frame(marks[index]) or marks[index].posts is not None


def _closed(timed: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether a time is the last line, and prose that opens with the same name stands right above every time."""
    first, last = timed[0].at, timed[-1].at
    below = [m for m in marks[last + 1 :] if m.size and not is_frame(m)]
    if len(timed) < _SEVERAL or below or not first or not all(marks[o.at - 1].prose for o in timed):
        return False
    return len({letters(pieces[o.at - 1].text[:_NAME]) for o in timed}) == 1


def _evenly_ended(timed: Sequence[Opening]) -> bool:
    """Whether as many lines stand above the first time, a title apart, as between the others."""
    between = sorted(b.at - a.at - 1 for a, b in pairwise(timed))
    if len(between) < 2:
        return False
    usual = between[len(between) // 2]
    return usual >= 1 and usual <= timed[0].at <= 1.5 * usual + 1


def _can_end(timed: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether the page begins with the body of an entry and ends with a time, as it must if times end entries."""
    first, last = timed[0].at, timed[-1].at
    opened = any(marks[i].prose and not is_frame(marks[i]) for i in range(first))
    between = [marks[i].size for a, b in pairwise(timed) for i in range(a.at + 1, b.at)]
    told = min([*(size / 2 for size in between), _SHORT_FOOT])
    left = [i for i in range(last + 1, len(pieces)) if marks[i].size >= told and not is_frame(marks[i])]
    gaps = [pieces[o.at].gap < pieces[o.at + 1].gap for o in timed if o.at + 1 < len(pieces)]
    if first and not marks[first - 1].prose and len(timed) > 2 and all(marks[o.at - 1].prose for o in timed[1:]):
        return False
    return opened and (not left or (bool(gaps) and all(gaps)))


def neighbour(index: int, step: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> int | None:
    """The next piece above (-1) or below (1) that is no byline, caption, stamp or furniture; at most four away."""
    for other in range(index + step, index + 5 * step, step):
        if not 0 <= other < len(pieces):
            return None
        m = marks[other]
        aside = (
            m.byline or m.caption or m.rule or m.stamp or is_frame(m) or (m.size < 40 and is_name(pieces[other].text))
        )
        if not aside:
            return other
    return None


def _side_of_tails(timed: Sequence[Opening], marks: Sequence[Marks]) -> Side:
    """Times at the ends of lines: of headlines, with the body below, or of bodies."""
    last = len(marks) - 1
    told = [o.at < last and marks[o.at + 1].prose and not marks[o.at + 1].tail for o in timed]
    heads = sum(
        _headline_like(o.rest) or (below and o.rest[-1:] not in ".。।") for o, below in zip(timed, told, strict=True)
    ) / len(timed)
    at = {o.at for o in timed}
    followed = sum(o.at < last and o.at + 1 not in at for o in timed) / len(timed)
    if heads >= 0.6 or not followed:
        return Side.BELOW
    return Side.ENDS
