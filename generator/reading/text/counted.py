"""Ways to cut a page where counts stand: minutes of a match, overs, laps, numbered entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.reading.text.headlines import headline_score
from generator.reading.text.marks import Marks, is_frame
from generator.reading.text.openings import Opening, Proposal
from generator.reading.text.page import Piece
from generator.reading.text.tallies import Tally
from generator.reading.text.timed import fronts, order_of_times

# How sure a clock time among minutes must be, and how many lines may lie between two of them.
_SURE = 0.5
_NEAR = 5
# Times stand before a match, at half-time and after it: so often the page turns from one kind to the other.
_TURNS = 4
# Numbers of which at most this share follow each other in turn count minutes, not entries.
_FEW_IN_TURN = 0.7
# Numbers of which fewer follow each other in turn number nothing.
_IN_TURN = 0.4
# So many plain numbers in one order are minutes, if none is higher than a match is long; and how surely.
_MANY_BARE = 4
_LONGEST_MATCH = 130
_HEADLINE = 0.5
_BARE = 0.8
_TALLIES = {
    "minute": "minutes of a match",
    "over": "overs of a match",
    "lap": "laps of a race",
    "period": "clock of a game",
    "distance": "distances left of a race",
    "ordinal": "numbered entries",
    "bare": "minutes of a match without a sign",
}


def mixed_proposals(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Clock times before and after a match, minutes while it runs."""
    tallies = {p.name: p for p in tally_proposals(marks)}
    match = tallies.get(_TALLIES["minute"])
    if match is None:
        return
    counted = {o.at for o in match.openings}
    timed = [o for o in fronts(pieces, marks) if o.at not in counted and o.trust >= _SURE and o.front]
    timed = [o for o in timed if o.front and o.front.label is None]
    openings = sorted((*match.openings, *timed), key=lambda o: o.at)
    turns = sum((a.at in counted) is not (b.at in counted) for a, b in pairwise(openings))
    alone = {o.at for o in timed if o.where == "alone"}
    if any(at - 1 in alone for at in counted) or (turns > _TURNS and len(alone) >= len(counted)):
        return  # those minutes stand in the posts
    if timed and all(_lines_between(a.at, b.at, marks) < _NEAR for a, b in pairwise(openings)):
        order = (match.order * len(counted) + order_of_times(timed) * len(timed)) / len(openings)
        yield Proposal("times, and minutes of a match", tuple(openings), order, match.weight)


def _lines_between(above: int, below: int, marks: Sequence[Marks]) -> int:
    return sum(not (is_frame(m) or m.rule) for m in marks[above + 1 : below])


def tally_proposals(marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Minutes of a match, overs, laps of a race, and numbered entries."""
    for kind, weight, least in (
        ("minute", 0.95, 2),
        ("over", 0.85, 3),
        ("lap", 0.9, 3),
        ("period", 0.9, 2),
        ("distance", 0.9, 3),
        ("ordinal", 0.62, 3),
    ):
        found = [(i, m.tally) for i, m in enumerate(marks) if m.tally and m.tally.kind == kind and not _is_age(m)]
        if len(found) < least and not (kind == "ordinal" and _first_two(found, marks)):
            continue
        values = [tally.value for _, tally in found if tally]
        steps = [b - a for a, b in pairwise(values)]
        up, down = sum(s >= 0 for s in steps), sum(s <= 0 for s in steps)
        order = max(up, down) / len(steps)
        counted = sum(abs(s) == 1 for s in steps) / len(steps)
        minutes = kind == "ordinal" and order == 1 and counted <= _FEW_IN_TURN and len(found) > least
        if kind == "ordinal" and not minutes:
            order *= counted
            if order < _IN_TURN:
                continue
        printed = kind != "ordinal" or minutes
        openings = tuple(Opening(i, weight, t.printed if printed else None, t.rest) for i, t in found if t)
        yield Proposal(_TALLIES["minute" if minutes else kind], openings, order, weight)


def _first_two(found: Sequence[tuple[int, Tally]], marks: Sequence[Marks]) -> bool:
    """Whether these are a headline with a 1, one with a 2, and text below each."""
    at = [i for i, _ in found]
    told = all(any(m.prose for m in marks[a + 1 : b]) for a, b in pairwise([*at, len(marks)]))
    return (
        [tally.value for _, tally in found] == [1, 2]
        and told
        and all(headline_score(tally.rest) >= _HEADLINE for _, tally in found)
    )


def bare_proposals(marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Plain numbers, and minutes among them, of which none breaks the order: too many for other numbers."""
    found = [(i, m.tally) for i, m in enumerate(marks) if m.tally and m.tally.kind in ("bare", "minute")]
    values = [tally.value for _, tally in found]
    steps = [b - a for a, b in pairwise(values)]
    if sum(tally.kind == "bare" for _, tally in found) < _MANY_BARE or max(values) > _LONGEST_MATCH:
        return
    if max(values) - min(values) >= 2 and (all(step <= 0 for step in steps) or all(step >= 0 for step in steps)):
        openings = tuple(Opening(i, _BARE, t.printed, t.rest) for i, t in found)
        yield Proposal(_TALLIES["bare"], openings, 1.0, _BARE)


def _is_age(m: Marks) -> bool:
    return m.posts is not None or (m.front is not None and m.front.moment.age is not None)
