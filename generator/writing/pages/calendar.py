"""Days of coverage as calendars: one table for each month, every day a link to its page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from generator.writing.addresses import day_address
from generator.writing.indexes import Indexes
from generator.writing.pages.page import Place
from generator.writing.wording import MONTHS

WEEK = "| Mon | Tue | Wed | Thu | Fri | Sat | Sun |\n| --- | --- | --- | --- | --- | --- | --- |"


def months(days: Sequence[date], index: Indexes, place: Place, rank: int = 3) -> list[str]:
    """Markdown blocks: a heading and a table for each month that has a day of ``days`` (in order)."""
    blocks: list[str] = []
    for (year, month), group in groupby(days, lambda day: (day.year, day.month)):
        blocks += [f"{'#' * rank} {MONTHS[month - 1]} {year}", _month(list(group), index, place)]
    return blocks


def _month(days: Sequence[date], index: Indexes, place: Place) -> str:
    covered = set(days)
    first = days[0].replace(day=1)
    monday = first - timedelta(days=first.weekday()) if first.toordinal() > 7 else first
    rows = [WEEK]
    while monday <= days[-1]:
        week = [monday + timedelta(days=step) for step in range(7) if monday.toordinal() + step <= date.max.toordinal()]
        rows.append("| " + " | ".join(_cell(day, first.month, covered, index, place) for day in week) + " |")
        if monday.toordinal() + 7 > date.max.toordinal():
            break
        monday += timedelta(days=7)
    return "\n".join(rows)


def _cell(day: date, month: int, covered: set[date], index: Indexes, place: Place) -> str:
    if day.month != month:
        return ""
    if day not in covered:
        return str(day.day)
    return f"{place.link(str(day.day), day_address(day))} *{len(index.days[day])}*"
