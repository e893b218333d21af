"""Decision trees asked of many pairs at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.linking.trees import Forest, Question, Tree

NAMES = ("words alike", "hours apart", "rank")
VALUES = st.sampled_from((-1.0, 0.0, 0.5, 2.0))


def trees(depth: int) -> st.SearchStrategy[Tree]:
    says = st.floats(-3, 3)
    if not depth:
        return says
    return says | st.builds(Question, st.sampled_from(NAMES), VALUES, trees(depth - 1), trees(depth - 1))


def said(tree: Tree, measures: dict[str, float]) -> float:
    while isinstance(tree, Question):
        tree = tree.below if measures[tree.measure] <= tree.limit else tree.above
    return tree


@given(st.lists(trees(4), max_size=4), st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=6))
def test_each_pair_gets_what_its_own_walk_through_every_tree_adds_up_to(
    forest: list[Tree], rows: list[tuple[float, float, float]]
) -> None:
    columns = dict(zip(NAMES, np.array(rows, dtype=np.float64).reshape(-1, 3).T, strict=True))
    found = Forest.of(forest).total(0.25, columns, len(rows))
    walked = [sum((said(tree, dict(zip(NAMES, row, strict=True))) for tree in forest), 0.25) for row in rows]
    assert found.tolist() == walked


def test_a_pair_is_weighed_alike_however_many_stand_beside_it() -> None:
    tree = Question("rank", 0.5, 1.0, Question("hours apart", 3.0, -0.5, -2.0))
    rank, hours = np.arange(40_000.0) % 3, np.arange(40_000.0) % 7
    found = Forest.of([tree]).total(0.0, {"rank": rank, "hours apart": hours}, len(rank))
    np.testing.assert_array_equal(found, np.where(rank <= 0.5, 1.0, np.where(hours <= 3, -0.5, -2.0)))


def test_a_measure_that_is_unknown_is_above_every_limit() -> None:
    found = Forest.of([Question("rank", 0.5, 1.0, -1.0)]).total(0.0, {"rank": np.array([np.nan, 0.0])}, 2)
    assert found.tolist() == [-1.0, 1.0]
