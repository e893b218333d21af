"""Who reported when: one lane per outlet on a common clock, a mark per entry, arcs between related ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.model import Link, Relation
from generator.writing.charts import svg
from generator.writing.marks import Mark

LEFT, RIGHT, TOP, LANE = 12.0, 16.0, 26.0, 38.0
WIDTH = 1040.0
SILENCE = timedelta(minutes=60)
"""After this long without a post a lane is dotted."""


@dataclass(frozen=True, slots=True)
class Post:
    """A mark of the chart: ``time`` on the site's clock, ``hint`` what a pointer shows."""

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

    def x(self, time: datetime) -> float:
        return LEFT + (time - self.start).total_seconds() / 3600 / self.hours * (WIDTH - LEFT - RIGHT)

    def y(self, outlet: str) -> float:
        return TOP + self.lane[outlet] * LANE + LANE - 12

    @property
    def height(self) -> float:
        return TOP + len(self.lane) * LANE + 4


def lanes(posts: Sequence[Post], links: Sequence[Link], marks: Mapping[str, Mark], title: str) -> str:
    """The drawing, or an empty text where fewer than two posts have a time. ``posts`` are in order of time."""
    if len(posts) < 2:
        return ""
    frame = _frame(posts)
    at = {post.key: post for post in posts}
    parts = [
        *_grid(frame),
        *(part for outlet, times in _by_outlet(posts).items() for part in _lane(outlet, times, frame, marks[outlet])),
        *(_arc(link, at[link.a], at[link.b], frame) for link in links if link.a in at and link.b in at),
        *(_post(post, frame, marks) for post in posts),
    ]
    return svg.drawing("lanes", WIDTH, frame.height, title, parts)


def _frame(posts: Sequence[Post]) -> _Frame:
    start = posts[0].time.replace(minute=0, second=0, microsecond=0)
    hours = max(2, int((posts[-1].time - start).total_seconds() // 3600) + 1)
    names = dict.fromkeys(post.outlet for post in posts)
    return _Frame(start, hours, {outlet: place for place, outlet in enumerate(names)})


def _grid(frame: _Frame) -> list[str]:
    parts = []
    for hour in range(frame.hours + 1):
        time = frame.start + timedelta(hours=hour)
        parts.append(svg.line(frame.x(time), TOP - 8, frame.x(time), frame.height - 4, "grid"))
        if frame.hours <= 12 or hour % 2 == 0:
            parts.append(
                svg.text(
                    frame.x(time),
                    TOP - 13,
                    f"{time.hour:02}" if hour else f"{time.hour:02} {time.tzname()}",
                    "m" if hour else "",
                )
            )
    return parts


def _by_outlet(posts: Sequence[Post]) -> Mapping[str, list[datetime]]:
    times: dict[str, list[datetime]] = {}
    for post in posts:
        times.setdefault(post.outlet, []).append(post.time)
    return times


def _lane(outlet: str, times: Sequence[datetime], frame: _Frame, mark: Mark) -> list[str]:
    """Its name, a dotted line for the whole day, a solid one for each stretch in which it kept posting."""
    y = frame.y(outlet)
    end = frame.start + timedelta(hours=frame.hours)
    return [
        svg.text(LEFT + 2, y - 10, outlet, "name"),
        svg.line(frame.x(frame.start), y, frame.x(end), y, "quiet"),
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


def _arc(link: Link, a: Post, b: Post, frame: _Frame) -> str:
    css = "arc"
    if link.figures:
        css += " differ"
    elif link.relation in {Relation.SHARES_SOURCE, Relation.COPY}:
        css += " shared"
    elif link.relation is Relation.RELATED:
        return ""
    x1, y1, x2, y2 = frame.x(a.time), frame.y(a.outlet), frame.x(b.time), frame.y(b.outlet)
    if a.outlet == b.outlet:
        lift = min(16.0, 6 + abs(x2 - x1) / 12)
        middle = f"{svg.number((x1 + x2) / 2)} {svg.number(y1 + lift)}"
        d = f"M{svg.number(x1)} {svg.number(y1)}Q{middle} {svg.number(x2)} {svg.number(y2)}"
    else:
        bend = max(10.0, min(60.0, abs(x2 - x1) * 0.4))
        d = (
            f"M{svg.number(x1)} {svg.number(y1)}C{svg.number(x1 + bend)} {svg.number((y1 * 3 + y2) / 4)}"
            f" {svg.number(x2 + bend * 0.4)} {svg.number((y1 + y2 * 3) / 4)} {svg.number(x2)} {svg.number(y2)}"
        )
    return svg.path(d, css)


def _post(post: Post, frame: _Frame, marks: Mapping[str, Mark]) -> str:
    drawn = svg.mark(frame.x(post.time), frame.y(post.outlet), marks[post.outlet])
    return svg.link(post.address, post.hint, drawn)
