"""The day from which the clocks of a page count, where its posts print no date.

Posts begin when the page was put out and end before it was last changed. Both moments are laid on
the clock of the page, so that a page put out at 23:01 UTC is of the next day where clocks are ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from generator.model import Order
from generator.reading.clock import moments
from generator.reading.days import Anchor, Stamp, order_of, out_of_order_first, place
from generator.reading.html.facts import PageFacts
from generator.reading.html.furniture import reason
from generator.reading.html.page import Page
from generator.reading.html.posts import Post
from generator.reading.zones import zone, zone_named

_EARLY = timedelta(hours=3)
_SMALL_HOURS = time(hour=3)
_LATE = timedelta(minutes=15)
_LATE_EDIT = timedelta(days=2)
_LONGEST_DATELINE = 120
_LINES_ABOVE = 60
_EARLIEST, _LATEST = 1995, 2100


def page_day(page: Page, posts: Sequence[Post], facts: PageFacts, home: str | None) -> date | None:
    """The day of the newest post, or of the oldest where that stands first; ``home`` is the zone of the page."""
    begun = facts.day
    stamps = [Stamp(_minutes(post), None, post.day) for post in posts]
    clock_zone = _zone(posts, home, facts.language)
    if clock_zone is not None and (facts.published or facts.modified):
        bounds = _local(facts.published, clock_zone), _local(facts.modified, clock_zone)
    else:
        later = facts.changed if facts.changed != facts.day else None
        bounds = _on(begun, _SMALL_HOURS), _on(later, time.max)
    first = min((post.segment.start for post in posts), default=0)
    return _counted(stamps, *bounds) or begun or dateline(page, first, facts.language)


def _on(day: date | None, clock: time) -> datetime | None:
    return datetime.combine(day, clock) if day else None


def _counted(stamps: Sequence[Stamp], published: datetime | None, modified: datetime | None) -> date | None:
    """The day that makes the posts begin after ``published`` and end before ``modified`` (local times)."""
    order = order_of(stamps)
    if out_of_order_first(stamps, order):
        stamps = [replace(stamps[0], minutes=None), *stamps[1:]]
    clocks = [stamp.minutes for stamp in stamps if stamp.minutes is not None]
    if not clocks or any(stamp.day for stamp in stamps):
        return None
    if order is Order.OLDEST_FIRST:
        return _from(clocks[0], published) if published else None
    span = _days_between(stamps, order)
    newest = _until(clocks[0], modified) if modified else None
    if published is None:
        return newest
    oldest = _from(clocks[-1], published)
    if newest is None or newest - timedelta(days=span) > oldest + _LATE_EDIT:
        return oldest + timedelta(days=span)
    return newest


def _days_between(stamps: Sequence[Stamp], order: Order) -> int:
    """How often the clock passes midnight."""
    origin = date(2000, 1, 2)
    days = [placed.day for placed in place(stamps, order, Anchor(origin, True, "")) if placed.day]
    return (max(days) - min(days)).days if days else 0


def _from(clock: int, published: datetime) -> date:
    """The day of the first such clock time that is not well before ``published``."""
    day = published.date() - timedelta(days=1)
    while _at(day, clock) < published - _EARLY:
        day += timedelta(days=1)
    return day


def _until(clock: int, modified: datetime) -> date:
    """The day of the last such clock time that is not after ``modified``."""
    day = modified.date() + timedelta(days=1)
    while _at(day, clock) > modified + _LATE:
        day -= timedelta(days=1)
    return day


def _at(day: date, clock: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=clock)


def _minutes(post: Post) -> int | None:
    return post.moment.minutes if post.moment is not None else None


def _local(moment: datetime | None, clock_zone: tzinfo) -> datetime | None:
    """The moment on the clock of that zone; None for years in which there were no liveblogs."""
    if moment is None or not _EARLIEST <= moment.year <= _LATEST:
        return None
    return moment.astimezone(clock_zone).replace(tzinfo=None)


def _zone(posts: Sequence[Post], home: str | None, language: str | None) -> tzinfo | None:
    """The zone that is printed with the first clock, else that of the page."""
    printed = next((post.moment.zone for post in posts if post.moment is not None and post.moment.zone), None)
    name = (zone_named(printed, language, home) if printed else None) or home
    return zone(name) if name else None


def dateline(page: Page, first: int, language: str | None) -> date | None:
    """The whole date in the last short line above line ``first`` (from 0) that has one."""
    for line in reversed(page.lines[max(0, first - _LINES_ABOVE) : first]):
        if len(line.text) > _LONGEST_DATELINE or not any(c.isdigit() for c in line.text):
            continue
        if any(reason(node) for node in (line.node, *line.node.ancestors()) if node.tag not in ("body", "header")):
            continue
        for moment in moments(line.text, language):
            if moment.date is not None and (day := moment.date.whole()) is not None:
                return day
    return None
