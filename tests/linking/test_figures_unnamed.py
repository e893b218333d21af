"""Figures that a text gives without a word of what they count, read beside a report that says it."""

from __future__ import annotations

import pytest

from generator.linking.figures import differences, quantities_of
from generator.linking.lexicon import lexicons

ENGLISH, GERMAN = lexicons()["en"], lexicons()["de"]


def rows(a: str, b: str) -> list[tuple[str, str, str]]:
    found = differences(quantities_of([a], ENGLISH), quantities_of([b], ENGLISH))
    return [(row.what, row.a, row.b) for row in found]


@pytest.mark.parametrize(
    ("told", "bare", "expected"),
    [
        (
            "About 300 people were evacuated to the school.",
            "The caretaker has 420 of us on his list.",
            ("evacuated", "About 300", "420"),
        ),
        (
            "Forty guests of the inn fell ill.",
            "The cook says fifty-five of them went down.",
            ("cases", "Forty", "fifty-five"),
        ),
        ("Eleven hospitals were hit.", "The board at the door says thirteen.", ("hospitals", "Eleven", "thirteen")),
        (
            "Withdrawals were limited to 5,000 crowns a week.",
            "The notice on the door: four thousand a week.",
            ("sum withdrawn", "5,000 crowns", "four thousand"),
        ),
    ],
)
def test_a_bare_number_stands_for_what_the_other_report_counts(
    told: str, bare: str, expected: tuple[str, str, str]
) -> None:
    what, one, two = expected
    assert rows(told, bare) == [(what, one, two)]
    assert rows(bare, told) == [(what, two, one)]


@pytest.mark.parametrize(
    ("told", "bare"),
    [
        ("Fourteen people were injured.", "The surgery has seen twenty of them."),
        ("Eight villages were flooded.", "By six we had all the boats out."),
        ("The crowd numbered 40.", "They went down 21-34 in the end."),
        ("About 300 people were evacuated.", "There are 4,000 of us."),
        ("About 300 people were evacuated.", "There are 420 of us here and 390 of us at the church."),
    ],
)
def test_a_bare_number_that_may_be_of_something_else_is_left_alone(told: str, bare: str) -> None:
    assert rows(told, bare) == []


def test_a_value_that_is_taken_back_shows_which_figure_the_new_one_replaces() -> None:
    first, righted = "He took bribes of €2.4 million.", "The sum is €1.9 million, not €2.4 million."
    assert rows(first, righted) == [("sum taken", "€2.4 million", "€1.9 million")]


def test_people_aboard_what_is_stuck_are_the_people_trapped_in_it() -> None:
    assert rows("There are 33 people aboard.", "Some 31 people are trapped.") == [("people aboard", "33", "Some 31")]


def test_the_people_who_help_are_not_those_in_need() -> None:
    assert rows("There are 33 people aboard.", "46 rescuers are at work.") == []


def test_a_bare_number_is_read_in_german_too() -> None:
    told = quantities_of(["Rund 300 Menschen wurden evakuiert."], GERMAN)
    bare = quantities_of(["Auf der Liste stehen 420 von uns."], GERMAN)
    assert [(row.a, row.b) for row in differences(told, bare)] == [("Rund 300", "420")]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The toll is three dead.", "Six more people died, nine are dead in all.", ("killed", "three", "nine")),
        ("Eleven pupils fell ill, then nineteen fell ill.", "34 pupils are ill.", ("cases", "nineteen", "34")),
        ("Nine were ill. Six of them were taken to hospital.", "15 are in hospital.", ("injured", "Six", "15")),
        ("Buses brought 48 fighters and 17 guards.", "Buses brought 47 fighters.", ("fighters", "48", "47")),
    ],
)
def test_totals_are_compared_with_totals_and_like_with_like(a: str, b: str, expected: tuple[str, str, str]) -> None:
    assert rows(a, b) == [expected]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Three people died.", "Six more people died."),
        (
            "The blue list has 33 percent, the red one 20 percent.",
            "The blue list has 36 percent, the red one 24 percent.",
        ),
        ("Three flats burned.", "They tried five times."),
    ],
)
def test_what_is_added_or_cannot_be_told_apart_is_no_difference(a: str, b: str) -> None:
    assert rows(a, b) == []
