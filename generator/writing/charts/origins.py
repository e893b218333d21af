"""Where each outlet had it from: origins on the left, outlets on the right, a line for each report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.writing.charts import svg
from generator.writing.marks import Mark

WIDTH, ROW, LEFT, RIGHT = 560.0, 34.0, 214.0, 360.0
MOST = 24


@dataclass(frozen=True, slots=True)
class Origin:
    """One report and the outlets that rest on it."""

    label: str
    outlets: tuple[str, ...]
    shared: bool = False


def draw_origins(origins: Sequence[Origin], marks: Mapping[str, Mark], title: str) -> str:
    """The drawing, or an empty text where there is only one outlet."""
    outlets = list(dict.fromkeys(outlet for origin in origins for outlet in origin.outlets))[:MOST]
    if len(outlets) < 2:
        return ""
    row = {outlet: 22 + place * ROW for place, outlet in enumerate(outlets)}
    parts: list[str] = []
    for origin in origins:
        ends = [row[outlet] for outlet in origin.outlets if outlet in row]
        if ends:
            parts += _origin(origin, ends)
    for outlet, y in row.items():
        parts += [svg.mark(RIGHT + 8, y, marks[outlet], 14), svg.text(RIGHT + 24, y + 4.5, outlet, "name")]
    return svg.drawing("origins", WIDTH, 22 + len(outlets) * ROW, title, parts)


def _origin(origin: Origin, ends: Sequence[float]) -> list[str]:
    y = sum(ends) / len(ends)
    css = "arc shared" if origin.shared else "arc"
    lines = [
        svg.path(
            f"M{svg.number(LEFT)} {svg.number(y)}C{svg.number(LEFT + 70)} {svg.number(y)} {svg.number(RIGHT - 80)} {svg.number(end)} {svg.number(RIGHT - 4)} {svg.number(end)}",
            css,
        )
        for end in ends
    ]
    return [
        *lines,
        svg.circle(LEFT, y, 5 if origin.shared else 3, "dot"),
        svg.text(LEFT - 12, y + 4.5, origin.label[:36], "e" if origin.shared else "e soft"),
    ]
