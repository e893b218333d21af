"""Cost and truth on an invented archive; the figures at full size are printed by ``benchmarks.linking.scale``."""

from __future__ import annotations

import time

from benchmarks.linking.archive import archive
from benchmarks.linking.scale import PER_DAY, measured, truth


def test_an_archive_is_the_same_every_time() -> None:
    assert archive(200, days=3) == archive(200, days=3)


def test_twice_the_entries_at_the_same_density_cost_about_twice_the_time() -> None:
    seconds = []
    for entries in (400, 800):
        made = archive(entries, days=entries // PER_DAY)
        began = time.process_time()
        measured(made)
        seconds.append(time.process_time() - began)
    assert seconds[1] / seconds[0] < 3


def test_events_of_an_invented_archive_are_found() -> None:
    made = archive(600, days=600 // PER_DAY)
    _, links = measured(made)
    precision, recall = truth(made, links)
    assert precision > 0.9
    assert recall > 0.7
