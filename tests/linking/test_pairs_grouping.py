"""Which pairs hold together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.linking.grouping import groups, held_together


def test_a_chain_does_not_join_its_ends() -> None:
    assert groups([(0, 1, 0.8), (1, 2, 0.7)]) == [(0, 1)]


def test_a_weak_pair_is_a_link_where_its_company_supports_it() -> None:
    assert set(held_together([(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.3)])) == {(0, 1), (0, 2), (1, 2)}
    assert held_together([(0, 2, 0.3)]) == {}


def test_one_strong_bridge_does_not_make_two_groups_one() -> None:
    inside = [(0, 1, 0.95), (0, 2, 0.95), (1, 2, 0.95), (3, 4, 0.95), (3, 5, 0.95), (4, 5, 0.95)]
    assert groups([*inside, (2, 3, 0.9)]) == [(0, 1, 2), (3, 4, 5)]


TRIPLES = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.0, 1.0),
    max_size=40,
)


@given(TRIPLES, st.randoms())
def test_groups_are_disjoint_and_do_not_depend_on_the_order_of_pairs(chances: dict, random: object) -> None:
    triples = [(a, b, chance) for (a, b), chance in chances.items()]
    found = groups(triples)
    members = [entry for group in found for entry in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in found)
    assert {frozenset(group) for group in groups(sorted(triples))} == {frozenset(group) for group in found}
