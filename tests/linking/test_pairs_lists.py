"""Pages whose posts resemble each other: lists of like items, and running subjects."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from generator.config import Curation, Linking
from generator.linking.linker import link
from generator.model import Entry, Relation
from tests.linking.accounts import entry
from tests.linking.lists import LISTS

OUTLETS = ("Harbour Post", "Lamp")
PLACES = ("Karsund", "Lade", "Brenvik", "Tolmark", "Orla", "Millton", "Rudd")


def page(kind: str, outlet: int) -> list[Entry]:
    """The list as one outlet has it, an item every two minutes; the second outlet is seven minutes late."""
    begins = datetime.fromisoformat("2024-05-03T15:00") + timedelta(minutes=7 * outlet)
    return [
        entry(
            told[outlet],
            outlet=OUTLETS[outlet],
            at=(begins + timedelta(minutes=2 * number)).isoformat(),
            name=f"{kind} {number} {outlet}",
        )
        for number, told in enumerate(LISTS[kind])
    ]


def events(entries: list[Entry]) -> list[tuple[str, str]]:
    found = link(entries, {}, Linking(), Curation())
    return [(each.a, each.b) for each in found if each.relation is not Relation.RELATED]


def is_right(pair: tuple[str, str]) -> bool:
    first, second = (name.rsplit(" ", 1)[0] for name in pair)
    return first == second


@pytest.mark.parametrize("kind", sorted(LISTS))
@pytest.mark.parametrize("outlet", [0, 1])
def test_items_of_one_list_are_not_linked_with_one_another(kind: str, outlet: int) -> None:
    assert len(events(page(kind, outlet))) <= 1


def test_nine_in_ten_items_that_two_outlets_list_are_linked_and_eight_in_ten_links_are_right() -> None:
    found = [pair for kind in LISTS for pair in events([*page(kind, 0), *page(kind, 1)])]
    right = sum(map(is_right, found))
    assert right >= 0.9 * sum(map(len, LISTS.values()))
    assert right >= 0.8 * len(found)


def test_lists_of_every_kind_on_one_day_link_the_same_items_only() -> None:
    found = events([post for kind in LISTS for outlet in (0, 1) for post in page(kind, outlet)])
    assert sum(map(is_right, found)) >= 0.75 * len(found)


def test_a_later_count_of_one_item_is_linked_with_it() -> None:
    counts = [
        entry(f"{place}: {400 + 30 * number} homes are without power.", at=f"2024-05-03T15:{10 + number}", name=place)
        for number, place in enumerate(PLACES)
    ]
    later = entry(
        "Brenvik: the number of homes without power in Brenvik has risen to 1,900 after a substation at Ulvik failed.",
        at="2024-05-03T15:40",
        name="later",
    )
    first = entry(
        "At Brenvik 460 homes are without power because of a substation at Ulvik.", at="2024-05-03T15:20", name="first"
    )
    assert ("first", "later") in events([*counts, later, first])


MINISTERS = [
    entry(
        "Vardo: Ostmark promised to help clear the harbours of Lund and Reva. Ships with grain wait there, Foreign "
        "Minister Emil Vardo told reporters after talks with colleagues from Ostmark.",
        at="2022-06-01T13:37",
        name="mines",
    ),
    entry(
        "Orlin: The West keeps silent about ships with grain. They may not enter the harbours of the West, "
        "Trade Minister Ada Orlin told reporters, though grain from Lund and Reva is free of sanctions.",
        at="2022-06-01T13:58",
        name="sanctions",
    ),
]
BORDER = [
    entry(
        "At least two people were injured early on Thursday in the town of Reva in the Holm border region, Governor "
        "Ivo Strand said. The shelling of Reva lasted an hour. People were taken to a clinic in Varn.",
        at=None,
        name="injured",
    ),
    entry(
        "Some 300 people were taken from Reva and the rest of the Holm border region to Varn because of the shelling, "
        "Governor Ivo Strand said on Thursday. More people will leave the town of Reva this week.",
        at=None,
        name="children",
    ),
]


@pytest.mark.parametrize(
    "posts", [MINISTERS, BORDER], ids=["two ministers on one subject", "the injured, and those who leave"]
)
def test_posts_of_one_page_that_share_their_subject_only_are_not_linked(posts: list[Entry]) -> None:
    others = [
        entry("Orchestra names Ines Valdor as its conductor.", at="2022-06-01T12:00", outlet="Lamp"),
        entry("Carmaker Rullin calls back 40,000 vans because of their brakes.", at="2022-06-01T14:00", outlet="Lamp"),
    ]
    assert events([*posts, *others]) == []
