"""Links as a reader meets them."""

from __future__ import annotations

import random

from generator.config import Curation, LinkDecision, Linking
from generator.linking.linker import link
from generator.model import Entry, Link, Relation
from tests.linking.accounts import entry

FIRE = [
    entry(
        "A fire at a paint factory in Holmby injured two workers on Tuesday, the fire service said. "
        "Residents of Canal Street were told to keep their windows shut.",
        headline="Two hurt in Holmby factory fire",
        outlet="Harbour Post",
        at="2021-05-04T12:00",
    ),
    entry(
        "Firefighters are battling flames at the paint factory in Holmby. Two workers have been taken to hospital, "
        "the fire service says, and people in Canal Street should keep windows closed.",
        outlet="Meridian Wire",
        at="2021-05-04T12:20",
    ),
    entry(
        "The number of injured in the fire at the Holmby paint factory has risen to five, the fire service said.",
        headline="Holmby fire: five injured",
        outlet="Harbour Post",
        at="2021-05-04T14:00",
    ),
]
OTHERS = [
    entry("Parliament adjourned its debate on fishing quotas until June.", outlet="Radio", at="2021-05-04T12:10"),
    entry("The cup final ended in a draw after extra time.", outlet="Meridian Wire", at="2021-05-04T13:10"),
    entry("Trains between Leer and Orley are late because of a fallen tree.", outlet="Radio", at="2021-05-04T11:10"),
]


def links(entries: list[Entry], curation: Curation | None = None) -> list[Link]:
    return list(link(entries, {}, Linking(), curation or Curation()))


def pairs(found: list[Link]) -> set[frozenset[str]]:
    return {frozenset((each.a, each.b)) for each in found if each.relation is not Relation.RELATED}


def test_reports_of_one_fire_are_linked_and_nothing_else_is() -> None:
    a, b, c = (each.id for each in FIRE)
    assert pairs(links(FIRE + OTHERS)) == {frozenset((a, b)), frozenset((a, c)), frozenset((b, c))}


def test_a_link_names_what_stands_in_both_entries() -> None:
    found = next(each for each in links(FIRE + OTHERS) if {each.a, each.b} == {FIRE[0].id, FIRE[1].id})
    assert "Holmby" in found.evidence.names
    assert all(name in FIRE[0].text and name in FIRE[1].text for name in found.evidence.names)
    assert 0.5 <= found.score <= 1


def test_the_earlier_entry_stands_first() -> None:
    time = {each.id: each.utc for each in FIRE}
    assert all(time[each.a] <= time[each.b] for each in links(FIRE) if each.a in time)  # type: ignore[operator]


def test_like_events_a_year_apart_are_never_linked() -> None:
    later = entry(FIRE[0].text, outlet="Radio", at="2022-05-04T12:00")
    assert pairs(links([FIRE[0], later])) == set()


def test_the_order_of_the_entries_changes_nothing() -> None:
    shuffled = FIRE + OTHERS
    random.Random(3).shuffle(shuffled)
    assert links(shuffled) == links(FIRE + OTHERS)


def test_a_roundup_is_related_but_joins_nothing() -> None:
    roundup = entry(
        "Five people are injured in a fire at a paint factory in Holmby. Parliament adjourned its debate on fishing "
        "quotas until June. The cup final ended in a draw after extra time.",
        headline="Here's what to know today",
        outlet="Meridian Wire",
        at="2021-05-04T18:00",
    )
    assert not any(roundup.id in pair for pair in pairs(links([*FIRE, *OTHERS, roundup])))


def test_a_person_decides_last() -> None:
    a, b = FIRE[0].id, FIRE[1].id
    denied = Curation(links=(LinkDecision(a=a, b=b, relation="none"),))
    assert frozenset((a, b)) not in pairs(links(FIRE, denied))


def test_no_entries_have_no_links() -> None:
    assert links([]) == []
    assert links([entry("", at=None)]) == []
