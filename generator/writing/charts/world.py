"""Outlines of land and borders between countries: Natural Earth 1:50m (public domain), simplified to 0.07°.

Rings and lines are stored as steps of 1/50 degree, east then north, each from the point before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in degrees; ``west`` may lie beyond −180 and ``east`` beyond 180."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class _Shape:
    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float

    def meets(self, window: Window, shift: float) -> bool:
        return (
            self.west + shift <= window.east
            and self.east + shift >= window.west
            and self.south <= window.north
            and self.north >= window.south
        )


def land_within(window: Window) -> list[list[Point]]:
    """Rings of land cut to ``window``; those within others are lakes (even-odd rule)."""
    rings = (
        _cut([(x + shift, y) for x, y in shape.points], window)
        for shift in (-360.0, 0.0, 360.0)
        for shape in _world()[0]
        if shape.meets(window, shift)
    )
    return [ring for ring in rings if len(ring) > 2]


def borders_within(window: Window) -> list[list[Point]]:
    """Lines between countries that touch ``window``, whole."""
    return [
        [(x + shift, y) for x, y in shape.points]
        for shift in (-360.0, 0.0, 360.0)
        for shape in _world()[1]
        if shape.meets(window, shift)
    ]


@lru_cache(maxsize=1)
def _world() -> tuple[tuple[_Shape, ...], tuple[_Shape, ...]]:
    stored = json.loads(files(__package__).joinpath("world.json").read_text("utf-8"))
    unit = stored["units_per_degree"]
    return tuple(_shape(steps, unit) for steps in stored["land"]), tuple(
        _shape(steps, unit) for steps in stored["borders"]
    )


def _shape(steps: list[int], unit: int) -> _Shape:
    east = [x / unit for x in accumulate(steps[::2])]
    north = [y / unit for y in accumulate(steps[1::2])]
    return _Shape(tuple(zip(east, north, strict=True)), min(east), min(north), max(east), max(north))


def _cut(ring: list[Point], window: Window) -> list[Point]:
    """``ring`` within ``window`` (Sutherland and Hodgman 1974)."""
    for axis, limit, keeps_above in (
        (0, window.west, True),
        (0, window.east, False),
        (1, window.south, True),
        (1, window.north, False),
    ):
        kept: list[Point] = []
        before = ring[-1]
        was_inside = (before[axis] >= limit) == keeps_above
        for point in ring:
            inside = (point[axis] >= limit) == keeps_above
            if inside != was_inside:
                kept.append(_crossing(before, point, axis, limit))
            if inside:
                kept.append(point)
            before, was_inside = point, inside
        ring = kept
        if not ring:
            break
    return ring


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)
