"""Day, outlet and corroboration of every entry, as the lengths of runs in the order of the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.publishing.search.postings import base36
from generator.publishing.search.records import SearchRecord


@dataclass(frozen=True, slots=True)
class RunTable:
    """``text`` has one part a day, parted by ``;``; in it one run after the other: outlet, ``+`` or ``-``, length.

    Outlets (by their place in ``outlets``) and lengths are in base 36; ``+`` marks corroborated entries.
    ``days`` are ISO, the last one empty where entries have none.
    """

    days: list[str]
    outlets: list[str]
    text: str


def run_table(ordered: Sequence[SearchRecord]) -> RunTable:
    """The runs of records that are sorted by their place."""
    outlets = sorted({record.outlet for record in ordered})
    number = {outlet: base36(at) for at, outlet in enumerate(outlets)}
    days: list[str] = []
    parts: list[str] = []
    for day, of_day in groupby(ordered, key=lambda record: record.day):
        runs = groupby(of_day, key=lambda record: (record.outlet, record.corroborated))
        days.append(day)
        parts.append(
            ",".join(
                f"{number[outlet]}{'+' if corroborated else '-'}{base36(sum(1 for _ in run))}"
                for (outlet, corroborated), run in runs
            )
        )
    return RunTable(days, outlets, ";".join(parts))
