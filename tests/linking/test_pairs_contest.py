"""Pairs weighed among their rivals part by part."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from generator.linking.arrays import Floats, changes
from generator.linking.candidates import Pairs
from generator.linking.contest import Contest
from generator.linking.rivals import RIVALRY, rivalry
from generator.linking.scoring import Model, Question, Weights, columns

REACH = 6

AMONG = Model(
    0.1,
    (
        Question("score", 0.5, -0.4, 0.6),
        Question("words alike", 0.5, Question("rank, worse side", 1.0, 0.3, -0.7), 0.9),
        Question("ahead of rivals, weaker side", -0.5, -1.1, Question("company shared", 0.2, 0.25, 0.8)),
        Question("above third, stronger side", 0.4, -0.2, 0.35),
    ),
)
WEIGHTS = Weights(wording=AMONG, pair=AMONG, rivals=AMONG, again=AMONG, merging=AMONG)


def near_pairs(entries: int, undated: int, seed: int) -> tuple[Pairs, Floats, dict[str, Floats]]:
    """Some pairs of entries at most ``REACH`` apart, and of the last few, which have no date, with any."""
    chance = np.random.default_rng(seed)
    a, apart = chance.integers(0, entries, 8 * entries), chance.integers(1, REACH + 1, 8 * entries)
    late = chance.integers(entries - undated, entries, 3 * undated)
    a, b = np.concatenate((a, chance.integers(0, entries, 3 * undated))), np.concatenate((a + apart, late))
    keys = np.sort((a * entries + b)[(a < b) & (b < entries)])
    keys = keys[changes(keys)]
    log_odds = np.round(chance.normal(0, 2, len(keys)))
    return Pairs(keys // entries, keys % entries), log_odds, {"words alike": chance.random(len(keys))}


def all_at_once(pairs: Pairs, log_odds: Floats, measures: dict[str, Floats], entries: int) -> Floats:
    kept = {name: column.astype(np.float32).astype(np.float64) for name, column in measures.items()}
    for model in (WEIGHTS.rivals, WEIGHTS.again):
        log_odds = model.log_odds({**kept, **columns(RIVALRY, rivalry(pairs, log_odds, entries))}, len(pairs))
    return log_odds


def part_by_part(
    pairs: Pairs, log_odds: Floats, measures: dict[str, Floats], entries: int, *, size: int, at_once: int
) -> Floats:
    contest = Contest(pairs, entries, WEIGHTS, at_once)
    for first in range(0, len(pairs), size):
        few = slice(first, min(first + size, len(pairs)))
        part = {name: column[few] for name, column in measures.items()}
        every = np.ones(few.stop - few.start, dtype=bool)
        contest.enter(pairs.where(few), log_odds[few], part, every, few.stop)
    return contest.results()


@pytest.mark.parametrize("undated", [0, 1, 20, 150])
@pytest.mark.parametrize(("size", "at_once"), [(1000, 1), (7, 1), (40, 100), (10_000, 10_000)])
def test_pairs_that_come_in_parts_are_weighed_as_if_all_came_at_once(undated: int, size: int, at_once: int) -> None:
    pairs, log_odds, measures = near_pairs(150, undated, seed=undated)
    expected = all_at_once(pairs, log_odds, measures, 150)
    found = part_by_part(pairs, log_odds, measures, 150, size=size, at_once=at_once)
    np.testing.assert_array_equal(found, expected)


def test_a_pair_that_takes_no_part_is_nobodys_rival() -> None:
    pairs, log_odds, measures = near_pairs(60, 3, seed=5)
    some = np.arange(len(pairs)) % 5 > 0
    contest = Contest(pairs, 60, WEIGHTS)
    contest.enter(pairs, log_odds, measures, some, len(pairs))
    kept = {name: column[some] for name, column in measures.items()}
    np.testing.assert_array_equal(contest.results(), all_at_once(pairs.where(some), log_odds[some], kept, 60))


def test_without_pairs_there_is_nothing_to_weigh() -> None:
    nothing = Pairs(*np.zeros((2, 0), dtype=np.int64))
    contest = Contest(nothing, 3, WEIGHTS)
    contest.enter(nothing, np.zeros(0), {"words alike": np.zeros(0)}, np.zeros(0, dtype=bool), 0)
    assert len(contest.results()) == 0


def test_measures_of_dated_pairs_are_held_for_a_few_days_only() -> None:
    pairs, log_odds, measures = near_pairs(4_000, 0, seed=9)
    wide = measures | {f"another {number}": measures["words alike"] for number in range(200)}
    tracemalloc.start()
    part_by_part(pairs, log_odds, wide, 4_000, size=200, at_once=400)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(wide) * len(pairs) * np.dtype(np.float32).itemsize / 2
