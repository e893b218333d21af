"""Which pairs hold together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.linking.grouping import grouped
from generator.linking.index import build_index
from generator.linking.linkage import groups
from generator.linking.merging import MERGING, Groups, Known
from generator.linking.own_names import OwnNames
from generator.linking.scoring import trained
from tests.linking.accounts import entry

SURELY = 0.5
FIGHT = (
    "Orsolya Venn stopped {loser} in round {number} to keep the northern title",
    "Venn keeps the northern title: {loser} is down in round {number}",
    "A right hand in round {number} ended it for {loser}, and Orsolya Venn is still champion",
    "{loser} had no answer to Venn, who won in round {number}",
    "Champion Orsolya Venn beat {loser} in round {number} of their bout",
)


def test_a_chain_does_not_join_its_ends() -> None:
    assert groups([(0, 1, 0.8), (1, 2, 0.7)], SURELY) == [(0, 1)]


def known(texts: list[str]) -> Known:
    return Known.of(build_index([entry(text, name=str(number), at=None) for number, text in enumerate(texts)]))


def fights(*losers: str) -> list[str]:
    return [line.format(loser=loser, number=number) for number, loser in enumerate(losers, 3) for line in FIGHT]


def test_a_weak_pair_stands_in_a_group_where_its_company_supports_it() -> None:
    among = known(fights("Ilse Taro")[:3])
    assert grouped({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.5}, among, trained().merging) == [(0, 1, 2)]
    assert grouped({(0, 2): 0.06}, among, trained().merging) == []


def test_two_groups_that_name_two_different_people_are_two_happenings() -> None:
    index = build_index(
        [entry(text, name=str(number)) for number, text in enumerate(fights("Ilse Taro", "Mona Quist"))]
    )
    names = OwnNames(index.words, index.is_name)
    assert names.oppose(range(5), range(5, 10))
    assert not names.oppose(range(0, 10, 2), range(1, 10, 2))


def test_groups_are_measured_by_all_pairs_between_them() -> None:
    ties = {0: {1: 0.9, 2: 0.4}, 1: {0: 0.9}, 2: {0: 0.4}}
    among = Groups.of([(0, 1)], ties, known(fights("Ilse Taro")[:3]))
    (row,) = among.measures(among.near())
    found = dict(zip(MERGING, row.tolist(), strict=True))
    assert found["greatest chance"] == 0.4
    assert found["farthest member, weaker side"] == 0.0
    assert found["held together, weaker side"] == 0.9
    among.merge(*among.near()[0])
    assert list(among.members.values()) == [(0, 1, 2)]
    assert not among.near()


def test_one_strong_bridge_does_not_make_two_groups_one() -> None:
    inside = [(0, 1, 0.95), (0, 2, 0.95), (1, 2, 0.95), (3, 4, 0.95), (3, 5, 0.95), (4, 5, 0.95)]
    assert groups([*inside, (2, 3, 0.9)], SURELY) == [(0, 1, 2), (3, 4, 5)]


TRIPLES = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.0, 1.0),
    max_size=40,
)


@given(TRIPLES, st.randoms())
def test_groups_are_disjoint_and_do_not_depend_on_the_order_of_pairs(chances: dict, random: object) -> None:
    triples = [(a, b, chance) for (a, b), chance in chances.items()]
    found = groups(triples, SURELY)
    members = [entry for group in found for entry in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in found)
    assert {frozenset(group) for group in groups(sorted(triples), SURELY)} == {frozenset(group) for group in found}
