"""A layout's openings → spans of pieces: where each entry begins, where the last one ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.glyphs import letters
from generator.reading.text.headlines import ends_sentence, width
from generator.reading.text.layouts import Layout
from generator.reading.text.marks import Marks, is_frame, is_name
from generator.reading.text.openings import Opening
from generator.reading.text.page import Piece
from generator.reading.text.sides import Side
from generator.reading.text.wording import frame_kind

_LONG_PROSE = 90
_FEW_WORDS = 40
_TITLE_LINES = 4
# Of so many entries a single one has no headline above its time.
_MANY = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces ``start`` to ``stop`` (exclusive) make one entry. ``headline`` is a piece known to be its headline."""

    start: int
    stop: int
    opening: Opening
    headline: int | None = None
    pinned: bool = False


def spans_of(layout: Layout, pieces: Sequence[Piece], marks: Sequence[Marks]) -> tuple[Span, ...]:
    """The entries of the page, in order; what lies before the first and behind the last is not theirs."""
    if layout.side is Side.ENDS:
        return _ending(layout, pieces, marks)
    starts = _starts(layout, pieces, marks)
    stop = _end_of_page(starts[-1][0], pieces, marks) if starts else 0
    spans = []
    for position, (start, headline, opening) in enumerate(starts):
        following = starts[position + 1][0] if position + 1 < len(starts) else max(stop, opening.at + 1)
        pinned = any(_pins(marks[i]) for i in range(max(0, start - 2), opening.at))
        spans.append(Span(start, following, opening, headline, pinned))
    return tuple(spans)


def _pins(mark: Marks) -> bool:
    return mark.frame is not None and frame_kind(mark.frame) == "pin"


def _starts(layout: Layout, pieces: Sequence[Piece], marks: Sequence[Marks]) -> list[tuple[int, int | None, Opening]]:
    openings = {o.at for o in layout.openings}
    above = [_headline_above(layout, o, floor, openings, pieces, marks) for o, floor in _with_floors(layout.openings)]
    if layout.side is Side.BELOW and len(above) >= _MANY and sum(i is not None for i in above) == 1:
        above = [i if i is not None and _is_pinned(i, marks) else None for i in above]
    starts: list[tuple[int, int | None, Opening]] = []
    for (opening, floor), headline in zip(_with_floors(layout.openings), above, strict=True):
        top = opening.at if headline is None else headline
        start = _with_signature(top, floor, pieces, marks) if opening.where else top
        starts.append((start, headline, opening))
    return starts


def _with_floors(openings: Sequence[Opening]) -> Iterator[tuple[Opening, int]]:
    """Each opening with the first place that is no part of the one before."""
    floor = 0
    for opening in openings:
        yield opening, floor
        floor = opening.at + 1


def _is_pinned(index: int, marks: Sequence[Marks]) -> bool:
    return any(_pins(marks[i]) for i in range(max(0, index - 2), index))


def _headline_above(
    layout: Layout,
    opening: Opening,
    floor: int,
    openings: set[int],
    pieces: Sequence[Piece],
    marks: Sequence[Marks],
) -> int | None:
    """The headline that stands above this opening, if the layout or this place says that one does."""
    if opening.where in (None, "tail"):
        return None
    above = _line_above(opening.at, floor, pieces, marks)
    if above is None or above in openings or pieces[above].text.rstrip().endswith(":"):
        return None
    if floor == 0 and _is_title_again(above, pieces):
        return None
    if layout.side is Side.ABOVE:
        return above if marks[above].headline >= 0.3 or _is_short(pieces[above].text) else None
    if opening.front is None:
        return None
    return above if _stands_alone(above, opening, floor, pieces, marks) else None


def _is_title_again(index: int, pieces: Sequence[Piece]) -> bool:
    """Whether a line is the title of the page once more: the first line, or all of it but the outlet's name."""
    key = letters(pieces[index].text)
    return any(letters(pieces[i].text).startswith(key) for i in range(min(index, _TITLE_LINES)))


def _is_short(text: str) -> bool:
    """Whether ``text`` is a word or two, such as "Goal!": a headline where all entries have theirs there."""
    return len(text) < _FEW_WORDS and text.lstrip("¡¿\"'“«+ ")[:1].isupper() and text.rstrip()[-1:] not in ".:,;"


def _line_above(at: int, floor: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> int | None:
    for index in range(at - 1, max(floor, at - 4) - 1, -1):
        m = marks[index]
        signature = m.byline or (is_name(pieces[index].text) and m.size < 40 and m.headline < 0.55)
        if not (signature or m.rule or m.stamp or is_frame(m)):
            dated = m.day or (m.front is not None and (m.front.label is not None or m.front.where == "alone"))
            dated = dated or (m.tail is not None and bool(m.tail.moment.date))
            return index if m.size and not (dated or m.posts or m.caption or m.embed) else None
    return None


def _stands_alone(above: int, opening: Opening, floor: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether, on a page where entries follow their times, this one has its headline above all the same."""
    if marks[above].headline < 0.6:
        return False
    if opening.where == "lead":
        own = ends_sentence(opening.rest) or width(opening.rest) > 130
        listed = pieces[above].text.rstrip(" %)")[-1:].isdigit()
        return (
            own
            and not listed
            and floor > 0
            and above > floor - 1
            and 18 <= marks[above].size <= 110
            and bool(pieces[above].gap)
        )
    pinned = _is_pinned(above, marks)
    after = opening.at + 1
    body = after < len(marks) and (marks[after].prose or is_name(pieces[after].text))
    return pinned and body and above >= floor


def _with_signature(top: int, floor: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> int:
    """``top``, or the line above it that signs or labels the same entry without a gap between."""
    start = top
    while start - 1 >= floor and pieces[start].gap == 0 and top - start < 2:
        m, piece = marks[start - 1], pieces[start - 1]
        label = m.frame is not None and frame_kind(m.frame) in ("section", "pin") and piece.gap
        signed = m.byline or (m.size < 40 and is_name(piece.text) and not m.sentence)
        if not (signed or label or m.rule) or not (piece.gap or piece.bullet or label):
            break
        start -= 1
    return start


def _ending(layout: Layout, pieces: Sequence[Piece], marks: Sequence[Marks]) -> tuple[Span, ...]:
    spans = []
    first = layout.openings[0].at
    start = max(_body_start(first, pieces, marks), first - _longest_of(layout.openings))
    for opening in layout.openings:
        spans.append(Span(start, opening.at + 1, opening))
        start = opening.at + 1
    return tuple(spans)


def _longest_of(openings: Sequence[Opening]) -> int:
    """How many lines an entry that its time ends may have: as many as all others, where these have equally many."""
    between = {b.at - a.at - 1 for a, b in pairwise(openings)}
    return min(between) if len(between) == 1 and len(openings) > 2 else openings[0].at


def _body_start(first: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> int:
    """Where the first entry begins if its time ends it: below the title and what introduces the page."""
    for index in range(first - 1, 0, -1):
        m = marks[index]
        label = m.posts is not None or m.day is not None or pieces[index].text.rstrip().endswith(":")
        heading = is_frame(m) or label or m.byline or m.rule
        if heading or (m.frame is not None and not m.prose):
            return index + 1
    title = first > 0 and (marks[0].headline >= 0.4 or not marks[0].prose)
    return 1 if title and first > 1 else 0


def _end_of_page(last: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> int:
    """Where the last entry ends: at the first line of the page's foot, behind which no more prose stands."""
    stop = len(pieces)
    last_prose = max((i for i in range(last, stop) if marks[i].prose and marks[i].size > _LONG_PROSE), default=last)
    for index in range(max(last, last_prose) + 1, stop):
        if is_frame(marks[index]):
            return index
    return stop
