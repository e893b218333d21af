"""Entries by day and outlet: a row per outlet, a column per day, a mark that grows with the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import sqrt

from generator.model import Entry
from generator.writing.charts import svg
from generator.writing.marks import Mark
from generator.writing.wording import MONTHS

WIDTH, ROW, TOP, LEFT = 640.0, 30.0, 26.0, 150.0
MOST_OUTLETS = 16
MOST_DAYS = 62


def coverage(entries: Sequence[Entry], marks: Mapping[str, Mark], title: str) -> str:
    """The drawing; empty for fewer than two dated entries or for more days than can be told apart."""
    counts = Counter((entry.outlet, entry.date) for entry in entries if entry.date)
    days = sorted({day for _, day in counts if day})
    if sum(counts.values()) < 2 or (days[-1] - days[0]).days >= MOST_DAYS:
        return ""
    totals = Counter(entry.outlet for entry in entries if entry.date)
    outlets = sorted(totals, key=lambda name: (-totals[name], name))[:MOST_OUTLETS]
    step = min(56.0, (WIDTH - LEFT - 20) / ((days[-1] - days[0]).days + 1))
    most = max(counts.values())
    parts = _axis(days[0], days[-1], step, TOP + len(outlets) * ROW)
    for row, outlet in enumerate(outlets):
        y = TOP + row * ROW + ROW / 2
        parts += [
            svg.text(LEFT - 12, y + 4, outlet, "e name"),
            svg.line(LEFT, y, LEFT + step * ((days[-1] - days[0]).days + 1), y, "base"),
        ]
        parts += [
            svg.mark(
                LEFT + ((day - days[0]).days + 0.5) * step, y, marks[outlet], _size(counts[outlet, day], most, step)
            )
            for day in days
            if counts[outlet, day]
        ]
    width = max(320.0, LEFT + step * ((days[-1] - days[0]).days + 1) + 20)
    return svg.drawing("coverage", width, TOP + len(outlets) * ROW + 6, title, parts)


def _size(number: int, most: int, step: float) -> float:
    """The mark's area grows with the number."""
    return min(step, 7 + 15 * sqrt(number / most))


def _axis(first: date, last: date, step: float, bottom: float) -> list[str]:
    total = (last - first).days + 1
    every = max(1, round(46 / step))
    parts = []
    for place in range(total):
        x = LEFT + (place + 0.5) * step
        if place % every == 0:
            day = first + timedelta(days=place)
            parts += [
                svg.line(x, TOP - 4, x, bottom, "grid"),
                svg.text(x, TOP - 9, f"{day.day} {MONTHS[day.month - 1][:3]}", "m"),
            ]
    return parts
