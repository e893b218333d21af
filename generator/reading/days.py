"""Which day each time of a page belongs to: printed dates, headings, and clocks that pass midnight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from generator.model import Order
from generator.reading.dates import PrintedDate
from generator.reading.moment import Moment

_DAY = 24 * 60
_CLEAR = 0.7
_FILED_LATE = 120


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known of one entry's time, in page order. ``minutes`` since midnight; ``heading`` is the day above it."""

    minutes: int | None = None
    printed: date | None = None
    heading: date | None = None
    pinned: bool = False

    @property
    def day(self) -> date | None:
        return self.printed or self.heading


@dataclass(frozen=True, slots=True)
class Placed:
    """The day of one entry, and why where it is not printed with it."""

    day: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day known of the page as a whole, and whether it is that of its newest entry or of its oldest."""

    day: date
    newest: bool
    why: str


def order_of(stamps: Sequence[Stamp]) -> Order:
    """In which order the page prints its entries, by the steps between times that follow each other."""
    steps = [_step(a, b) for a, b in _pairs(stamps)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if not up and not down:
        return Order.UNKNOWN
    if down >= _CLEAR * (up + down):
        return Order.NEWEST_FIRST
    return Order.OLDEST_FIRST if up >= _CLEAR * (up + down) else Order.MIXED


def order_share(stamps: Sequence[Stamp]) -> float:
    """0–1: the share of steps between times that keep one order. A single time says nothing: 0.85."""
    steps = [_step(a, b) for a, b in _pairs(stamps)]
    if not steps:
        return 0.85
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if not up and not down:
        return 0.4
    return (max(up, down) + (len(steps) - up - down)) / len(steps)


def out_of_order_first(stamps: Sequence[Stamp], order: Order) -> bool:
    """Whether the first entry alone breaks an order that all others keep: such an entry is pinned.

    Not so if it alone prints its date: it is of the day after the others.
    """
    timed = [stamp for stamp in stamps if stamp.minutes is not None]
    if timed and timed[0].printed and not any(stamp.printed for stamp in timed[1:]):
        return False
    if len(timed) < 4 or stamps[0].minutes is None or order not in (Order.NEWEST_FIRST, Order.OLDEST_FIRST):
        return False
    sign = -1 if order is Order.NEWEST_FIRST else 1
    first = _step(timed[0], timed[1]) * sign
    return first < 0 and sum(_step(a, b) * sign >= 0 for a, b in _pairs(timed[1:])) >= _CLEAR * (len(timed) - 2)


def _pairs(stamps: Sequence[Stamp]) -> list[tuple[Stamp, Stamp]]:
    timed = [stamp for stamp in stamps if stamp.minutes is not None and not stamp.pinned]
    return list(pairwise(timed))


def _step(a: Stamp, b: Stamp) -> int:
    """Minutes from a to b: by their days if both have one, else the shorter way round the clock."""
    clock = (b.minutes or 0) - (a.minutes or 0)
    if a.day and b.day:
        return (b.day - a.day).days * _DAY + clock
    return (clock + _DAY // 2) % _DAY - _DAY // 2


def place(stamps: Sequence[Stamp], order: Order, anchor: Anchor | None) -> list[Placed]:
    """The day of every entry, as far as the page lets it be known."""
    offsets = _offsets(stamps, order)
    known = _nearest(stamps, offsets)
    page = _page_day(stamps, offsets, anchor)
    result = []
    for stamp, offset, near in zip(stamps, offsets, known, strict=True):
        if stamp.day or stamp.minutes is None:
            result.append(Placed(stamp.day))
        elif near:
            result.append(_shifted(near, offset, "the date printed with a neighbouring entry"))
        elif page and anchor:
            result.append(_shifted(page, offset, anchor.why))
        else:
            result.append(Placed())
    return result


def _offsets(stamps: Sequence[Stamp], order: Order) -> list[int]:
    """Days since the first timed entry, for each: a day is counted only where the clock passes midnight."""
    sign = -1 if order is Order.NEWEST_FIRST else 1
    offsets, current, last = [], 0, None
    for stamp in stamps:
        if stamp.minutes is not None and not stamp.pinned:
            if last is not None and order is not Order.MIXED:
                current += sign * _passes(last, stamp.minutes, sign, first=not current)
            last = stamp.minutes
        offsets.append(current)
    return offsets


def _passes(before: int, after: int, sign: int, *, first: bool) -> int:
    """Whether midnight lies between two times that follow each other, 1 or 0; -1 if it is passed back.

    A step against the order of the page is midnight if going on through it is the likelier story:
    small steps back are entries filed late, over a midnight that was passed already (not ``first``) too.
    """
    forward = (after - before) * sign
    if forward >= 0:
        return -int(not first and forward > _DAY - _FILED_LATE)
    stay = 0.4 + 2 * -forward / _DAY
    return int((forward + _DAY) / _DAY < stay)


_Known = tuple[date, int]


def _nearest(stamps: Sequence[Stamp], offsets: Sequence[int]) -> list[_Known | None]:
    """For every entry the dated one next above it, else next below: its day, and the offset that belongs to it."""
    above: list[_Known | None] = []
    last: _Known | None = None
    for stamp, offset in zip(stamps, offsets, strict=True):
        last = (stamp.day, offset) if stamp.day else last
        above.append(last)
    first = next((known for known in above if known), None)
    return [known or first for known in above]


def _page_day(stamps: Sequence[Stamp], offsets: Sequence[int], anchor: Anchor | None) -> _Known | None:
    if anchor is None or not offsets:
        return None
    free = [offset for offset, stamp in zip(offsets, stamps, strict=True) if not stamp.pinned] or list(offsets)
    return anchor.day, max(free) if anchor.newest else min(free)


def _shifted(known: _Known, offset: int, source: str) -> Placed:
    shift = offset - known[1]
    note = f"day inferred from {source}"
    if shift:
        way = "before" if shift < 0 else "after"
        note += f"; the clock passes midnight, so this is {abs(shift)} day{'s' * (abs(shift) > 1)} {way}"
    return Placed(known[0] + timedelta(days=shift), note)


def filled(printed: PrintedDate, near: date | None) -> date | None:
    """A printed date without year or month, as the day nearest to ``near`` that fits."""
    whole = printed.whole()
    if whole or near is None or printed.day is None or not printed.sound:
        return whole
    candidates = [day for day in _candidates(printed, near) if day is not None]
    return min(candidates, key=lambda day: (abs((day - near).days), day), default=None)


def _candidates(printed: PrintedDate, near: date) -> list[date | None]:
    if printed.month:
        return [_date(near.year + shift, printed.month, printed.day or 1) for shift in (-1, 0, 1)]
    months = [near.year * 12 + near.month - 1 + shift for shift in (-1, 0, 1)]
    return [_date(month // 12, month % 12 + 1, printed.day or 1) for month in months]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_first(moments: Sequence[Moment | None], near: date | None, american: bool) -> bool:
    """Whether a page's numeric dates put the month before the day, where either could be."""
    dates = [moment.date for moment in moments if moment and moment.date]
    sure = [found.month_first for found in dates if found.month_first is not None]
    if sure:
        return sure.count(True) > sure.count(False)
    doubtful = [found for found in dates if found.swapped]
    if not doubtful:
        return False
    as_is, turned = _spread(doubtful, near), _spread([found.turned() for found in doubtful], near)
    return american if as_is == turned else turned < as_is


def _spread(dates: Sequence[PrintedDate], near: date | None) -> int:
    days = [day for day in (filled(found, near) for found in dates) if day] + ([near] if near else [])
    return (max(days) - min(days)).days if days else 0
