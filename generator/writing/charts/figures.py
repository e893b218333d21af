"""A quantity as it was reported over time: a mark for each report, a step for each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.writing.charts import svg
from generator.writing.marks import Mark
from generator.writing.wording import hours, short_date, shortened

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 460.0, 168.0, 28.0, 34.0, 34.0, 38.0
LETTERS, EDGE, MOST_LABELS = 26, 80.0, 6
CLOSE = 46.0
"""Marks nearer than this along the clock would hide each other's figures."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One report of a quantity; ``time`` is on the site's clock, ``printed`` as the entry has it."""

    time: datetime
    outlet: str
    printed: str
    low: float
    high: float


def draw_figures(readings: Sequence[Reading], marks: Mapping[str, Mark], title: str) -> str:
    """The drawing; ``readings`` are in order of time. Empty where there are fewer than two."""
    if len(readings) < 2:
        return ""
    points = [(reading, _x(reading.time, readings), _y(_middle(reading), readings)) for reading in readings]
    steps = "".join(f"H{svg.number(x)}V{svg.number(y)}" for _, x, y in points[1:])
    _, first_x, first_y = points[0]
    parts = [
        svg.line(LEFT - 8, HEIGHT - BOTTOM + 8, WIDTH - RIGHT + 8, HEIGHT - BOTTOM + 8, "grid"),
        svg.path(f"M{svg.number(first_x)} {svg.number(first_y)}{steps}", "step"),
    ]
    told = _told(readings)
    beside_last = False
    for before, (reading, x, y) in zip([None, *points], points, strict=False):
        beside_last = before is not None and abs(x - before[1]) < EDGE and abs(y - before[2]) < 26 and not beside_last
        if reading.high > reading.low:
            parts.append(svg.line(x, _y(reading.low, readings), x, _y(reading.high, readings), "range"))
        parts.append(svg.mark(x, y, marks[reading.outlet], 13))
        falls = before is not None and before[2] < y - 1
        if reading in told:
            parts.append(_label(reading, x, y + (21 if beside_last else -12), beside_step=falls and not beside_last))
    return svg.drawing("readings", WIDTH, HEIGHT, title, [*parts, *_clock(readings)])


def _told(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Readings with their figure beside them: all while they are few, else those with room, and first and last."""
    if len(readings) <= MOST_LABELS:
        return readings
    told = [readings[0]]
    for reading in readings[1:-1]:
        room = _x(reading.time, readings) - _x(told[-1].time, readings)
        if room > EDGE and _x(readings[-1].time, readings) - _x(reading.time, readings) > EDGE:
            told.append(reading)
    return [*told, readings[-1]]


def _label(reading: Reading, x: float, y: float, *, beside_step: bool) -> str:
    """The figure as printed, kept within the drawing, and beside the line of a step that comes down to its mark."""
    if beside_step:
        at_the_end = x > WIDTH - RIGHT - EDGE
        words = shortened(reading.printed, LETTERS)
        return svg.text(x - 8, y, words, "e name") if at_the_end else svg.text(x + 8, y, words, "name")
    if x < LEFT + EDGE:
        return svg.text(x - 7, y, shortened(reading.printed, LETTERS), "name")
    if x > WIDTH - RIGHT - EDGE:
        return svg.text(x + 7, y, shortened(reading.printed, LETTERS), "e name")
    return svg.text(x, y, shortened(reading.printed, LETTERS), "m name")


def _clock(readings: Sequence[Reading]) -> list[str]:
    """Times below the marks, those left out that would touch the one before."""
    parts: list[str] = []
    several_days = readings[0].time.date() != readings[-1].time.date()
    last = -1000.0
    for reading in readings:
        x = _x(reading.time, readings)
        if x - last >= (70 if several_days else CLOSE):
            day = reading.time.date()
            said = short_date(day, day) if several_days else hours(reading.time)
            parts.append(svg.text(x, HEIGHT - 10, said, "m"))
            last = x
    return parts


def _x(time: datetime, readings: Sequence[Reading]) -> float:
    start, end = readings[0].time, readings[-1].time
    share = (time - start) / (end - start) if end > start else 0.5
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(value: float, readings: Sequence[Reading]) -> float:
    lowest, highest = min(one.low for one in readings), max(one.high for one in readings)
    share = (value - lowest) / (highest - lowest) if highest > lowest else 0.5
    return HEIGHT - BOTTOM - 10 - share * (HEIGHT - BOTTOM - 10 - TOP)


def _middle(reading: Reading) -> float:
    return (reading.low + reading.high) / 2
