"""Who reported when: one lane per outlet on a common clock, a mark per entry, arcs between related ones.

The drawing is as wide as the place it is put in: along the clock everything stands at a share of the width
(marks and hours in per cent, lines and arcs in a box that is stretched), while text and marks keep their size.
A narrow screen shows the whole day with every outlet's name, and nothing scrolls sideways.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.model import Link, Relation
from generator.writing.charts import svg
from generator.writing.marks import SHAPES, Mark
from generator.writing.wording import outlet

WIDTH = 1040.0
"""Of the drawing by itself; a page stretches it."""

TOP, LANE = 22.0, 38.0
MOST_LANES = 24
MOST_ARCS = 240
"""Beyond this many each entry keeps only its arc to the report before that is nearest to it."""

CLOSE_TOGETHER = 60
"""With more entries than this in one lane marks are drawn smaller."""

SILENCE = timedelta(minutes=60)
"""After this long without a post a lane is dotted."""


@dataclass(frozen=True, slots=True)
class Post:
    """A mark of the chart: ``time`` on the site's clock, ``hint`` what a pointer shows (nothing where empty)."""

    key: str
    outlet: str
    time: datetime
    address: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Frame:
    start: datetime
    hours: int
    lane: Mapping[str, int]
    mark_size: float

    def x(self, time: datetime) -> float:
        """Thousandths of the width."""
        return (time - self.start).total_seconds() / 3.6 / self.hours

    def y(self, name: str) -> float:
        return TOP + self.lane[name] * LANE + LANE - 12

    @property
    def height(self) -> float:
        return TOP + len(self.lane) * LANE + 4


def lanes(posts: Sequence[Post], links: Sequence[Link], marks: Mapping[str, Mark], title: str) -> str:
    """The drawing, or an empty text where fewer than two posts have a time. ``posts`` are in order of time.

    Only the :data:`MOST_LANES` busiest outlets have a lane.
    """
    if len(posts) < 2:
        return ""
    frame = _frame(posts)
    shown = [post for post in posts if post.outlet in frame.lane]
    at = {post.key: post for post in shown}
    by_outlet = _by_outlet(shown)
    drawn = [link for link in links if link.a in at and link.b in at and link.relation is not Relation.RELATED]
    told = _telling(drawn, at)
    stretched = [
        *_grid(frame),
        *(part for name, times in by_outlet.items() for part in _lane(name, times, frame, marks[name])),
        svg.group(
            [_arc(link, at[link.a], at[link.b], frame) for link in told], "many" if len(told) < len(drawn) else ""
        ),
    ]
    parts = [
        svg.stretched(frame.height, stretched),
        *_clock(frame),
        *(svg.text(0, frame.y(name) - 10, outlet(name), "name") for name in by_outlet),
        svg.definitions(_shapes(shown, marks, frame.mark_size)),
        *(_post(post, frame, marks) for post in shown),
    ]
    return svg.fluid("lanes", WIDTH, frame.height, title, parts)


def _frame(posts: Sequence[Post]) -> _Frame:
    start = posts[0].time.replace(minute=0, second=0, microsecond=0)
    hours = max(2, int((posts[-1].time - start).total_seconds() // 3600) + 1)
    counts = Counter(post.outlet for post in posts)
    busiest = {name for name, _ in counts.most_common(MOST_LANES)}
    names = dict.fromkeys(post.outlet for post in posts if post.outlet in busiest)
    size = 9.0 if max(counts.values()) > CLOSE_TOGETHER else 12.0
    return _Frame(start, hours, {name: place for place, name in enumerate(names)}, size)


def _grid(frame: _Frame) -> list[str]:
    xs = (hour * 1000 / frame.hours for hour in range(frame.hours + 1))
    return ["".join(svg.line(x, TOP - 6, x, frame.height - 4, "grid") for x in xs)]


def _clock(frame: _Frame) -> list[str]:
    """Hours above the lanes; those of odd place are left out where there is no room (class ``odd``)."""
    parts = []
    every = 1 if frame.hours <= 13 else 2
    for place, hour in enumerate(range(0, frame.hours + 1, every)):
        time = frame.start + timedelta(hours=hour)
        edge = "" if hour == 0 else "e" if hour == frame.hours else "m"
        parts.append(svg.text_at(hour / frame.hours, TOP - 11, f"{time.hour:02}", f"{edge} odd" if place % 2 else edge))
    return parts


def _by_outlet(posts: Sequence[Post]) -> Mapping[str, list[datetime]]:
    times: dict[str, list[datetime]] = {}
    for post in posts:
        times.setdefault(post.outlet, []).append(post.time)
    return times


def _lane(name: str, times: Sequence[datetime], frame: _Frame, mark: Mark) -> list[str]:
    """A dotted line for the whole day, a solid one for each stretch in which the outlet kept posting."""
    y = frame.y(name)
    return [
        svg.line(0, y, 1000, y, "quiet"),
        *(svg.line(frame.x(a), y, frame.x(b), y, f"live {mark.css_class}") for a, b in _stretches(times)),
    ]


def _stretches(times: Sequence[datetime]) -> list[tuple[datetime, datetime]]:
    """First and last of each run of two posts or more with no silence in between."""
    runs = [[times[0], times[0]]]
    for time in times[1:]:
        if time - runs[-1][1] <= SILENCE:
            runs[-1][1] = time
        else:
            runs.append([time, time])
    return [(first, last) for first, last in runs if last > first]


def _telling(links: Sequence[Link], at: Mapping[str, Post]) -> Sequence[Link]:
    """All links while an eye can follow them; else for each entry the one to the report just before it."""
    if len(links) <= MOST_ARCS:
        return links
    nearest: dict[str, Link] = {}
    for link in links:
        known = nearest.get(link.b)
        if known is None or _rank(link, at) > _rank(known, at):
            nearest[link.b] = link
    return list(nearest.values())


def _rank(link: Link, at: Mapping[str, Post]) -> tuple[bool, datetime, str]:
    return bool(link.figures), at[link.a].time, link.a


def _arc(link: Link, a: Post, b: Post, frame: _Frame) -> str:
    css = "arc"
    if link.figures:
        css += " differ"
    elif link.relation in {Relation.SHARES_SOURCE, Relation.COPY}:
        css += " shared"
    x1, y1, x2, y2 = frame.x(a.time), frame.y(a.outlet), frame.x(b.time), frame.y(b.outlet)
    across = x2 - x1
    if a.outlet == b.outlet:
        lift = min(16.0, 6 + abs(across) / 12)
        return svg.curve(x1, y1, f"q{across / 2:.0f} {lift:.0f} {across:.0f} 0", css)
    bend = max(10.0, min(60.0, abs(across) * 0.4))
    down = y2 - y1
    return svg.curve(
        x1,
        y1,
        f"c{bend:.0f} {down / 4:.0f} {across + bend * 0.4:.0f} {down * 3 / 4:.0f} {across:.0f} {down:.0f}",
        css,
    )


def _shapes(posts: Sequence[Post], marks: Mapping[str, Mark], size: float) -> Iterable[str]:
    for shape in sorted({marks[post.outlet].shape for post in posts}):
        yield svg.shape(f"k{shape}", SHAPES[shape], size)


def _post(post: Post, frame: _Frame, marks: Mapping[str, Mark]) -> str:
    mark = marks[post.outlet]
    drawn = svg.use(f"k{mark.shape}", frame.x(post.time) / 1000, frame.y(post.outlet), mark.css_class)
    return svg.link(post.address, post.hint, drawn)
