"""Layouts compete to explain the whole page; the one with the best score cuts it.

A layout's score is the product of what speaks for it: how surely its openings are openings
(``weight``), how well its times keep one order, how much of the page's words it covers, how many
openings support it, and how much of what looks like its kind it explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain, pairwise

from generator.model import LayoutScore
from generator.reading.text.counted import bare_proposals, mixed_proposals, tally_proposals
from generator.reading.text.dividers import with_divided
from generator.reading.text.headlines import headline_score
from generator.reading.text.marks import Marks, is_frame, is_name
from generator.reading.text.openings import Opening, Proposal
from generator.reading.text.page import Piece
from generator.reading.text.timed import time_proposals
from generator.reading.text.untimed import field_proposals, untimed_proposals

# Lines below the last time count as the body of its entry from this length on, or half the shortest between times.
_SHORT_FOOT = 15


class Side(Enum):
    """Where an entry lies, seen from its opening."""

    BELOW = "the entry follows its opening"
    ABOVE = "the headline stands above the opening, the rest follows"
    ENDS = "the opening ends its entry"


@dataclass(frozen=True, slots=True)
class Layout:
    """The way this page is cut. ``timed`` tells that its openings print a time or count."""

    name: str
    openings: tuple[Opening, ...]
    side: Side
    timed: bool


def compete(pieces: Sequence[Piece], marks: Sequence[Marks]) -> tuple[Layout, tuple[LayoutScore, ...]]:
    """The layout that explains the page best, and all rivals with their scores, best first."""
    weights = [0 if is_frame(m) else len(p.text) for p, m in zip(pieces, marks, strict=True)]
    wholes = (*mixed_proposals(pieces, marks), *bare_proposals(marks))
    proposals = [
        *_as_parts(chain(time_proposals(pieces, marks), tally_proposals(marks)), wholes),
        *wholes,
        *field_proposals(marks),
        *untimed_proposals(pieces, marks),
    ]
    scored = [(*_score(proposal, weights), proposal) for proposal in proposals]
    scored.sort(key=lambda item: (-item[0], item[2].name))
    best = scored[0][2]
    side = _side(best, pieces, marks)
    timed = any(o.printed for o in best.openings)
    divided = with_divided(best.openings, pieces, marks) if timed and side is Side.BELOW else best.openings
    layout = Layout(best.name, divided, side, timed)
    return layout, tuple(LayoutScore(p.name, round(score, 3), why) for score, why, p in scored[:8])


def _as_parts(proposals: Iterable[Proposal], wholes: Sequence[Proposal]) -> Iterator[Proposal]:
    """``proposals``, of which those that hold but a part of the openings of a whole explain no more than that part."""
    for proposal in proposals:
        at = {o.at for o in proposal.openings}
        whole = next((w for w in wholes if at < {o.at for o in w.openings}), None)
        share = len(at) / len(whole.openings) if whole else 1.0
        yield replace(proposal, explained=min(proposal.explained, share))


def _score(proposal: Proposal, weights: Sequence[int]) -> tuple[float, str]:
    count = len(proposal.openings)
    covered = _coverage(proposal, weights)
    support = 1 - 0.5**count
    explained = 0.5 + 0.5 * proposal.explained
    score = proposal.weight * (0.3 + 0.7 * proposal.order) * (0.5 + 0.5 * covered) * support * explained
    why = (
        f"{count} openings, {covered:.0%} of the words, order {proposal.order:.0%}, "
        f"sure {proposal.weight:.0%}, explains {proposal.explained:.0%} of its kind"
    )
    return score, why


def _coverage(proposal: Proposal, weights: Sequence[int]) -> float:
    total = sum(weights) or 1
    first, last = proposal.openings[0].at, proposal.openings[-1].at
    if proposal.name == "time at the end of a line":
        return max(sum(weights[first:]), sum(weights[: last + 1])) / total
    return sum(weights[first:]) / total


def _side(proposal: Proposal, pieces: Sequence[Piece], marks: Sequence[Marks]) -> Side:
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
    if _can_end(timed, pieces, marks) and (ends >= 0.6 or (ends > 0 and (signed or _evenly_ended(timed)))):
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
    follows_body = bool(body) and not _headline_like(body) if body else below < 0.45 and after is not None
    gap_above, gap_below = pieces[opening.at].gap, pieces[after].gap if after is not None else 9
    above = headline_above if follows_body and gap_above <= max(gap_below, 1) + 1 else 0.0
    ends = (
        1.0
        if alone and gap_above < gap_below and (own.front or own.tally)
        else 0.5
        if alone and gap_above == gap_below
        else 0.0
    )
    last_line = after is None and position > 0
    return _Vote(above, 0.0 if last_line else ends, 0.5 if position == 0 or last_line else 1.0)


def _headline_like(text: str) -> bool:
    return headline_score(text) >= 0.55


def _introduces(index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether a line announces what follows, so that it is no headline of it."""
    return pieces[index].text.rstrip().endswith(":") or is_frame(marks[index]) or marks[index].posts is not None


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
