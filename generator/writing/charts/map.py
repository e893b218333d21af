"""Where a place lies: a small window on a graticule, with its neighbours in the digest."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from generator.model import Place
from generator.writing.charts import svg

WIDTH, HEIGHT = 420.0, 280.0


def draw_map(name: str, place: Place, near: Sequence[tuple[str, Place]] = ()) -> str:
    """The drawing; ``near`` are further places with their names."""
    span = (
        max(
            8.0,
            *(
                2.4 * max(abs(other.latitude - place.latitude), abs(other.longitude - place.longitude) * _narrow(place))
                for _, other in near
            ),
            0,
        )
        if near
        else 8.0
    )
    scale = HEIGHT / span

    def point(where: Place) -> tuple[float, float]:
        return (
            WIDTH / 2 + (where.longitude - place.longitude) * _narrow(place) * scale,
            HEIGHT / 2 - (where.latitude - place.latitude) * scale,
        )

    x, y = point(place)
    parts = [*(part for label, other in near for part in _spot(label, *point(other), "spot near"))]
    return svg.drawing("map", WIDTH, HEIGHT, f"Where {name} lies", [*parts, *_spot(name, x, y, "spot")])


def _narrow(place: Place) -> float:
    return max(0.2, cos(radians(place.latitude)))


def _spot(name: str, x: float, y: float, css: str) -> list[str]:
    if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
        return []
    return [svg.circle(x, y, 4, css), svg.text(x + 8, y + 4, name[:40], "name")]
