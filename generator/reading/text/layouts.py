"""Layouts compete to explain the whole page; the one with the best score cuts it.

A layout's score is the product of what speaks for it: how surely its openings are openings
(``weight``), how well its times keep one order, how much of the page's words it covers, how many
openings support it, and how much of what looks like its kind it explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.model import LayoutScore
from generator.reading.text.counted import bare_proposals, mixed_proposals, tally_proposals
from generator.reading.text.dividers import with_divided
from generator.reading.text.marks import Marks, is_frame
from generator.reading.text.openings import Opening, Proposal
from generator.reading.text.page import Piece
from generator.reading.text.sides import Side, side_of
from generator.reading.text.timed import time_proposals
from generator.reading.text.untimed import field_proposals, untimed_proposals


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
    side = side_of(best, pieces, marks)
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
