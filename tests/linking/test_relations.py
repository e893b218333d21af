"""How two entries about one happening relate."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from generator.linking.relations import describe
from generator.model import FigureDifference, Relation
from tests.linking.accounts import entry

FIRST = entry("Two miners were hurt when a lift stuck in the Orla pit, the company said.", at="2021-05-04T12:00")


def test_other_outlets_at_about_the_same_time_corroborate_even_if_figures_differ() -> None:
    found = describe(
        FIRST, entry("Three miners were injured in the Orla lift, we hear.", outlet="Lamp", at="2021-05-04T12:20")
    )
    assert found.relation is Relation.CORROBORATES
    assert found.figures == (FigureDifference("injured", "Two", "Three"),)


@pytest.mark.parametrize(
    "later",
    [
        "The number of injured in the Orla pit has risen to nine.",
        "All the men are out of the Orla lift and the pit has reopened; the alarm is over.",
        "It was nine men who were hurt in the Orla lift, not the two who were hurt according to first reports.",
    ],
)
def test_a_later_report_that_says_something_changed_updates(later: str) -> None:
    assert describe(FIRST, entry(later, outlet="Lamp", at="2021-05-04T14:30")).relation is Relation.UPDATES


def test_a_later_report_of_the_same_outlet_updates() -> None:
    later = entry("Rescuers are still working on the lift at Orla.", at="2021-05-04T12:30")
    assert describe(FIRST, later).relation is Relation.UPDATES


def test_an_outlet_that_corrects_itself_updates_its_own_report_and_whoever_gave_the_same_figure() -> None:
    own = entry("Fifteen men were trapped, says the florist.", outlet="Lamp", at="2021-05-04T12:05")
    same = entry("Fifteen men are trapped in the pit.", outlet="Bell", at="2021-05-04T12:10")
    other = entry("About 12 men are trapped in the pit.", outlet="Horn", at="2021-05-04T12:10")
    correction = entry(
        "We were wrong. There were thirteen men trapped, not fifteen.", outlet="Lamp", at="2021-05-04T13:00"
    )
    assert describe(own, correction).relation is Relation.UPDATES
    assert describe(same, correction).relation is Relation.UPDATES
    assert describe(other, correction).relation is Relation.CORROBORATES


def test_two_reports_of_the_same_new_toll_corroborate() -> None:
    a = entry("The death toll at Orla rose to 12, officials said.", at="2021-05-04T12:00")
    b = entry("The number of dead at Orla has reached 12.", outlet="Lamp", at="2021-05-04T13:30")
    assert describe(a, b).relation is Relation.CORROBORATES


def test_a_denial_updates_what_it_denies() -> None:
    a = entry("A school has collapsed in Aksu, Reuters reports.", at="2021-05-04T12:00")
    b = entry(
        "Earlier reports of a collapsed school in Aksu do not correspond to reality.",
        outlet="State Wire",
        at="2021-05-04T15:00",
    )
    assert describe(a, b).relation is Relation.UPDATES


def test_two_outlets_that_credit_one_agency_share_a_source() -> None:
    a = entry("A crack has been found in the Orla dam, Interfax says.", at="2021-05-04T12:00")
    b = entry(headline="Orla dam wall has crack – Interfax", outlet="Lamp", at="2021-05-04T12:04")
    found = describe(a, b)
    assert (found.relation, found.credits) == (Relation.SHARES_SOURCE, ("Interfax",))


def test_a_copy_is_a_copy_even_if_it_speaks_of_a_change() -> None:
    text = "The number of people known to have died in the Orla pit has risen to nine, the company said on Tuesday."
    found = describe(entry(text), entry(text + " Awful.", outlet="Lamp", at="2021-05-04T14:00"))
    assert found.relation is Relation.COPY


def test_an_announcement_reported_hours_later_is_not_updated_by_that() -> None:
    a = entry("The aid will be worth $700m.", headline="President announces aid package for Orla")
    b = entry(
        "It is worth $700 million.",
        headline="President announces new aid package for Orla",
        outlet="Lamp",
        at="2021-05-04T16:00",
    )
    found = describe(a, b)
    assert (found.relation, found.figures) == (Relation.CORROBORATES, ())


def test_entries_without_times_are_described_too() -> None:
    b = entry("Nine miners were hurt in the Orla pit.", outlet="Lamp", at=None)
    assert describe(FIRST, b).figures == (FigureDifference("injured", "Two", "Nine"),)


def test_where_no_clock_settles_the_order_the_words_do() -> None:
    timed = entry(
        "Five people were injured at Orla. The governor earlier reported that two people were injured.",
        at="2021-05-04T12:00",
    )
    untimed = replace(entry("Two people were injured at Orla.", outlet="Lamp", at=None), date=timed.date)
    found = describe(timed, untimed)
    assert (found.relation, found.turned) == (Relation.UPDATES, True)
    assert found.figures == (FigureDifference("injured", "Two", "Five"),)
    assert not describe(untimed, timed).turned


@pytest.mark.parametrize(
    "piece",
    [
        "killed five people in Orla, Reuters reported. ",
        "“",
        "Aa Bb Cc ",
        " – ",
        ", including ",
        "told the ",
        "12,345 boats ",
        "$",
    ],
)
def test_hostile_entries_are_described_in_time_that_grows_with_their_length(piece: str) -> None:
    hostile = entry(piece * (40_000 // len(piece)), headline=piece * 50)
    begin = time.process_time()
    describe(hostile, entry(piece * (30_000 // len(piece)), outlet="Lamp"))
    assert time.process_time() - begin < 3
