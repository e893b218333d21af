"""Date headings on a page, and the day each post stands under."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.reading.clock import moments
from generator.reading.dates import PrintedDate
from generator.reading.html.marks import has_digit
from generator.reading.html.page import Page
from generator.reading.html.segments import Segment

_LOOSE = re.compile(r"(?<=\d\.)\s(?=\d)")
_CLOCK = re.compile(r"\d:\d\d")
_LONGEST = 48
_ABOVE = 6
_OPENING = 2
_NEARLY_ALL = 0.6
_MOST_OTHER = 4
_FARTHEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Headings:
    """Lines (from 0) that are a date and nothing else. ``own``: nearly every post has its own."""

    dates: Mapping[int, PrintedDate]
    own: bool


def day_headings(page: Page, segments: Sequence[Segment], language: str | None) -> Headings:
    """The date lines in and just above these posts."""
    if not segments:
        return Headings({}, False)
    found = {}
    for number in range(max(0, segments[0].start - _ABOVE), segments[-1].stop):
        line = page.lines[number]
        if len(line.text) <= _LONGEST and has_digit(line.text) and not line.links and not _CLOCK.search(line.text):
            printed = _date_alone(line.text, language)
            if printed is not None:
                found[number] = printed
    having = sum(1 for s in segments if any(line in found for line in range(s.start, s.stop)))
    if having >= _NEARLY_ALL * len(segments):
        return Headings(found, own=True)
    within = {n for s in segments if s.node is not None for n in range(s.start + _OPENING, s.stop)}
    return Headings({number: printed for number, printed in found.items() if number not in within}, own=False)


@lru_cache(maxsize=4_000)
def _date_alone(text: str, language: str | None) -> PrintedDate | None:
    text = _LOOSE.sub("", text)
    found = moments(text, language)
    if not found or any(moment.timed for moment in found):
        return None
    dated = [moment.date for moment in found if moment.date is not None and moment.date.day and moment.date.month]
    other = sum(c.isalnum() for c in text) - sum(c.isalnum() for moment in found for c in moment.text)
    return dated[0] if len(dated) == 1 and other <= _MOST_OTHER else None


def days_of(
    headings: Headings, page: Page, segments: Sequence[Segment], language: str | None, near: date | None
) -> list[date | None]:
    """The day of each post: that of its own date line, else of the last heading above it."""
    at = sorted(headings.dates)
    days = [_whole(headings.dates[number], page.lines[number].text, language, near) for number in at]
    out = []
    for segment in segments:
        place = bisect_right(at, segment.stop - 1 if headings.own else segment.start)
        own = place > 0 and (not headings.own or at[place - 1] >= segment.start)
        out.append(days[place - 1] if own else None)
    return out


def _whole(printed: PrintedDate, text: str, language: str | None, near: date | None) -> date | None:
    """The calendar day; where no year is printed, the one whose weekday fits, near the page's own day."""
    if printed.whole() is not None or near is None:
        return printed.whole()
    weekday = next((m.weekday for m in moments(text, language) if m.weekday is not None), printed.weekday)
    options = []
    for year in range(near.year - 1, near.year + 2):
        try:
            day = date(year, printed.month or 1, printed.day or 1)
        except ValueError:
            continue
        if weekday is None or day.weekday() == weekday:
            options.append(day)
    best = min(options, key=lambda day: abs(day - near), default=None)
    return best if best is not None and abs(best - near) <= _FARTHEST else None
