"""Where a place lies: a small window on the world, with its neighbours in the digest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from generator.model import Place
from generator.writing.charts import svg
from generator.writing.charts.world import Point, Window, borders_within, land_within
from generator.writing.wording import shortened

WIDTH, HEIGHT = 460.0, 300.0
LEAST_SPAN, MOST_SPAN = 14.0, 70.0
"""Degrees of latitude from bottom to top."""


@dataclass(frozen=True, slots=True)
class _View:
    """An equirectangular view, true to scale at its centre."""

    centre: Place
    span: float

    @property
    def narrowing(self) -> float:
        return max(0.2, cos(radians(self.centre.latitude)))

    def at(self, east: float, north: float) -> Point:
        scale = HEIGHT / self.span
        x = WIDTH / 2 + (east - self.centre.longitude) * self.narrowing * scale
        return x, HEIGHT / 2 - (north - self.centre.latitude) * scale

    @property
    def window(self) -> Window:
        tall = self.span / 2
        wide = tall * WIDTH / HEIGHT / self.narrowing
        middle = self.centre
        return Window(middle.longitude - wide, middle.latitude - tall, middle.longitude + wide, middle.latitude + tall)


def draw_map(name: str, place: Place, near: Sequence[tuple[str, Place]] = ()) -> str:
    """The drawing; ``near`` are further places with their names, shown where they fall within the window."""
    view = _View(place, _span(place, near))
    taken: list[Point] = []
    spots = _spot(name, view.at(place.longitude, place.latitude), "spot", taken)
    for label, other in near:
        spots += _spot(label, view.at(_nearest(other.longitude, place.longitude), other.latitude), "spot near", taken)
    return svg.drawing("map", WIDTH, HEIGHT, f"Where {name} lies", [*_ground(view), *spots])


def _span(place: Place, near: Sequence[tuple[str, Place]]) -> float:
    """Wide enough for the nearer half of the neighbours, within limits."""
    away = sorted(
        max(
            abs(other.latitude - place.latitude),
            abs(_nearest(other.longitude, place.longitude) - place.longitude) * 0.5,
        )
        for _, other in near
    )
    return min(MOST_SPAN, max(LEAST_SPAN, 2.6 * away[(len(away) - 1) // 2] if away else LEAST_SPAN))


def _nearest(longitude: float, to: float) -> float:
    """``longitude`` by the turn of the globe that brings it nearest."""
    return longitude - 360 * round((longitude - to) / 360)


def _ground(view: _View) -> list[str]:
    land = "".join(_path(ring, view) + "Z" for ring in land_within(view.window))
    borders = "".join(_path(line, view) for line in borders_within(view.window))
    return [svg.path(land, "land"), svg.path(borders, "border")] if land else []


def _path(points: Sequence[Point], view: _View) -> str:
    seen: list[str] = []
    for east, north in points:
        x, y = view.at(east, north)
        told = f"{round(x)} {round(y)}"
        if not seen or seen[-1] != told:
            seen.append(told)
    return "M" + "L".join(seen)


def _spot(name: str, at: Point, css: str, taken: list[Point]) -> list[str]:
    """A dot and its name; nothing outside the window or on top of another."""
    x, y = at
    if not (4 <= x <= WIDTH - 4 and 8 <= y <= HEIGHT - 8):
        return []
    if any(abs(x - other) < 90 and abs(y - height) < 15 for other, height in taken):
        return []
    taken.append(at)
    to_the_left = x > WIDTH - 120
    label = svg.text(x - 9 if to_the_left else x + 9, y + 4.5, shortened(name, 22), "e name" if to_the_left else "name")
    return [svg.circle(x, y, 4.5, css), label]
