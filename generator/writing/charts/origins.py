"""Where each outlet had it from: origins on the left, outlets on the right, a line for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.writing.charts import svg
from generator.writing.marks import Mark
from generator.writing.wording import outlet as outlet_name
from generator.writing.wording import shortened

WIDTH, ROW, TOP, LEFT, RIGHT = 460.0, 34.0, 20.0, 178.0, 272.0
MOST_OUTLETS = 24
LETTERS = 24
"""How much of a name fits on either side."""

UNNAMED = "no origin named"


@dataclass(frozen=True, slots=True)
class Origin:
    """One report and the outlets that rest on it; ``label`` is None where no one says whose it is."""

    label: str | None
    outlets: tuple[str, ...]

    @property
    def is_shared(self) -> bool:
        return len(self.outlets) > 1


def draw_origins(origins: Sequence[Origin], marks: Mapping[str, Mark], title: str) -> str:
    """The drawing, or an empty text where there is only one outlet. Shared origins come first."""
    outlets = list(dict.fromkeys(outlet for origin in origins for outlet in origin.outlets))[:MOST_OUTLETS]
    if len(outlets) < 2:
        return ""
    row = {outlet: TOP + place * ROW for place, outlet in enumerate(outlets)}
    parts: list[str] = []
    unnamed: list[float] = []
    for origin in origins:
        ends = [row[outlet] for outlet in origin.outlets if outlet in row]
        if ends:
            parts += _origin(origin, ends)
            unnamed += [] if origin.label or origin.is_shared else ends
    if unnamed:
        parts.append(svg.text(LEFT - 12, sum(unnamed) / len(unnamed) + 4.5, UNNAMED, "e"))
    for outlet, y in row.items():
        parts += [
            svg.mark(RIGHT + 8, y, marks[outlet], 14),
            svg.text(RIGHT + 24, y + 4.5, shortened(outlet_name(outlet), LETTERS), "name"),
        ]
    return svg.drawing("origins", WIDTH, TOP + len(outlets) * ROW, title, parts)


def _origin(origin: Origin, ends: Sequence[float]) -> list[str]:
    y = sum(ends) / len(ends)
    css = "tie joint" if origin.is_shared else "tie"
    lines = [svg.path(_curve(y, end), css) for end in ends]
    label = origin.label or ("one wording" if origin.is_shared else "")
    dot = svg.circle(LEFT, y, 5.5 if origin.is_shared else 2.5, "dot")
    name = svg.text(LEFT - 14, y + 4.5, shortened(label, LETTERS), "e name strong" if origin.is_shared else "e name")
    return [*lines, dot, name] if label else [*lines, dot]


def _curve(y: float, end: float) -> str:
    middle = svg.number((LEFT + RIGHT) / 2)
    start, stop = svg.number(LEFT), svg.number(RIGHT - 4)
    return f"M{start} {svg.number(y)}C{middle} {svg.number(y)} {middle} {svg.number(end)} {stop} {svg.number(end)}"
