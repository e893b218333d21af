"""Entries by day: a row for each outlet, a column for each day, a mark that grows with the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from generator.model import Entry
from generator.writing.charts import svg
from generator.writing.marks import Mark
from generator.writing.wording import MONTHS, outlet, shortened

WIDTH, ROW, TOP, LEFT = 560.0, 30.0, 26.0, 150.0
LETTERS, MOST_ROWS = 23, 16
MOST_DAYS = 62


@dataclass(frozen=True, slots=True)
class Row:
    """One row: entries by day. ``mark`` is None for a row that stands for several outlets."""

    name: str
    mark: Mark | None
    counts: Mapping[date, int]


def by_outlet(entries: Sequence[Entry], marks: Mapping[str, Mark]) -> list[Row]:
    """A row for each outlet that has dated entries, those with most first."""
    counts: dict[str, Counter[date]] = {}
    for entry in entries:
        if entry.date:
            counts.setdefault(entry.outlet, Counter())[entry.date] += 1
    order = sorted(counts, key=lambda name: (-counts[name].total(), name))
    return [Row(outlet(name), marks[name], counts[name]) for name in order]


def draw_coverage(rows: Sequence[Row], title: str) -> str:
    """The drawing; empty for fewer than two entries or for more days than can be told apart."""
    rows = rows[:MOST_ROWS]
    days = sorted({day for row in rows for day in row.counts})
    if sum(sum(row.counts.values()) for row in rows) < 2 or (days[-1] - days[0]).days >= MOST_DAYS:
        return ""
    columns = (days[-1] - days[0]).days + 1
    step = min(56.0, (WIDTH - LEFT - 20) / columns)
    parts = _axis(days[0], columns, step, TOP + len(rows) * ROW)
    for place, row in enumerate(rows):
        parts += _row(row, TOP + (place + 0.5) * ROW, days[0], columns, step)
    width = max(320.0, LEFT + step * columns + 20)
    return svg.drawing("coverage", width, TOP + len(rows) * ROW + 6, title, parts)


def _row(row: Row, y: float, first: date, columns: int, step: float) -> list[str]:
    most = max(row.counts.values(), default=1)
    parts = [
        svg.text(LEFT - 12, y + 4, shortened(row.name, LETTERS), "e name"),
        svg.line(LEFT, y, LEFT + step * columns, y, "base"),
    ]
    for day, number in sorted(row.counts.items()):
        x = LEFT + ((day - first).days + 0.5) * step
        size = min(step, 7 + 15 * sqrt(number / most))
        parts.append(svg.mark(x, y, row.mark, size) if row.mark else svg.circle(x, y, size / 2, "rest"))
    return parts


def _axis(first: date, columns: int, step: float, bottom: float) -> list[str]:
    every = max(1, round(46 / step))
    parts = []
    for place in range(0, columns, every):
        x = LEFT + (place + 0.5) * step
        day = first + timedelta(days=place)
        parts += [
            svg.line(x, TOP - 4, x, bottom, "grid"),
            svg.text(x, TOP - 9, f"{day.day} {MONTHS[day.month - 1][:3]}", "m"),
        ]
    return parts
