"""Make ``generator/writing/charts/world.json`` from ``countries-50m.json`` of the npm package world-atlas 2.0.2.

That file is Natural Earth 1:50m (public domain) as TopoJSON. ``python benchmarks/world.py countries-50m.json``.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TOLERANCE = 0.07
"""Degrees by which a simplified line may stray (Douglas and Peucker 1973)."""

LEAST_AREA = 0.05
"""Square degrees; smaller islands are left out."""

UNITS = 50
TARGET = Path(__file__).resolve().parents[1] / "generator" / "writing" / "charts" / "world.json"

Line = list[tuple[float, float]]


def main(source: Path) -> None:
    """Read ``source`` and write the package's data file."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [simplified(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    rings = [unwrapped(joined(ring, arcs)) for ring in _rings(topology["objects"]["land"]["geometries"])]
    land = [steps(ring) for ring in rings if area(ring) > LEAST_AREA and len(ring) > 3]
    borders = [line for line in (steps(arcs[place]) for place in _shared(topology)) if len(line) >= 4]
    text = json.dumps({"units_per_degree": UNITS, "land": land, "borders": borders}, separators=(",", ":"))
    TARGET.write_text(text.replace("],[", "],\n[") + "\n", "utf-8")


def decoded(arc: list[list[int]], transform: dict[str, Any]) -> Line:
    """An arc in degrees east and north."""
    (wide, tall), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    line = []
    for east, north in arc:
        x, y = x + east, y + north
        line.append((x * wide + west, y * tall + south))
    return line


def simplified(line: Line) -> Line:
    """``line`` without the points that stray less than the tolerance."""
    kept = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        strays = [(_distance(line[place], line[first], line[last]), place) for place in range(first + 1, last)]
        furthest, place = max(strays, default=(0.0, 0), key=lambda stray: stray[0])
        if furthest > TOLERANCE:
            kept.add(place)
            stretches += [(first, place), (place, last)]
    return [line[place] for place in sorted(kept)]


def joined(ring: list[int], arcs: list[Line]) -> Line:
    """The arcs of ``ring`` end to end; a negative number is an arc taken backwards."""
    line: Line = []
    for place in ring:
        part = arcs[place] if place >= 0 else arcs[~place][::-1]
        line += part[1:] if line else part
    return line


def unwrapped(ring: Line) -> Line:
    """``ring`` without leaps at the date line; one around the pole is closed there."""
    turned, offset = [ring[0]], 0.0
    for (before, _), (east, north) in pairwise(ring):
        offset += -360 if east - before > 180 else 360 if east - before < -180 else 0
        turned.append((east + offset, north))
    if abs(turned[-1][0] - turned[0][0]) > 180:
        turned += [(turned[-1][0], -90.0), (turned[0][0], -90.0)]
    home = -360 * round(sum(east for east, _ in turned) / len(turned) / 360)
    return [(east + home, north) for east, north in turned]


def area(ring: Line) -> float:
    """Square degrees (shoelace formula)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def steps(line: Line) -> list[int]:
    """Steps of 1/50 degree, east then north, from the point before."""
    told: list[int] = []
    x = y = 0
    for east, north in line:
        here = round(east * UNITS), round(north * UNITS)
        if not told or here != (x, y):
            told += [here[0] - x, here[1] - y]
            x, y = here
    return told


def _distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    (x, y), (x1, y1), (x2, y2) = point, a, b
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if length < 1e-9:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)


def _rings(geometries: list[dict[str, Any]]) -> list[list[int]]:
    polygons = [
        polygon
        for shape in geometries
        for polygon in ([shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"])
    ]
    return [ring for polygon in polygons for ring in polygon]


def _shared(topology: dict[str, Any]) -> list[int]:
    """Arcs that belong to two countries."""
    uses: dict[int, set[int]] = {}
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        for ring in _rings([country]):
            for place in ring:
                uses.setdefault(max(place, ~place), set()).add(number)
    return sorted(place for place, countries in uses.items() if len(countries) > 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
