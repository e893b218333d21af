"""Where two texts give one quantity differently, and where they only seem to."""

from __future__ import annotations

import pytest

from generator.linking.figures import differences, quantities_of
from generator.linking.lexicon import lexicons

ENGLISH = lexicons()["en"]


def rows(a: str, b: str) -> list[tuple[str, str, str]]:
    found = differences(quantities_of([a], ENGLISH), quantities_of([b], ENGLISH))
    return [(row.what, row.a, row.b) for row in found]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Two people were injured.", "Five people were injured.", ("injured", "Two", "Five")),
        ("At least four people died.", "The quake killed 12.", ("killed", "At least four", "12")),
        ("A quake of magnitude 6.3 hit.", "A 6.1-magnitude quake hit.", ("magnitude", "6.3", "6.1")),
        ("She is five.", "The girl, 6, was found.", ("age", "five", "6")),
        ("He was fined $400,000.", "A fine of $450,000 was set.", ("fine", "$400,000", "$450,000")),
        (
            "The gauge at the bridge stood at 7.4 metres.",
            "The level at the bridge is 7.9 metres.",
            ("height", "7.4 metres", "7.9 metres"),
        ),
        ("Turnout was 61 percent.", "The turnout was 63 per cent.", ("turnout", "61 percent", "63 per cent")),
        (
            "Around thirty children were inside.",
            "Some 40 pupils were in there.",
            ("people inside", "Around thirty", "Some 40"),
        ),
        ("Two tanks were on fire.", "Three tanks are burning.", ("tanks", "Two", "Three")),
    ],
)
def test_one_quantity_with_two_values_is_one_row(a: str, b: str, expected: tuple[str, str, str]) -> None:
    assert rows(a, b) == [expected]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It can hit targets 80 km away.", "It can hit targets 50 miles away."),
        ("Two dozen people were injured.", "24 people were injured."),
        ("The siege lasted nine hours.", "The siege lasted 540 minutes."),
        ("800 kilos of chlorine leaked.", "0.8 tonnes of chlorine leaked."),
        ("More than 18,800 people were evacuated.", "18,886 people were evacuated."),
        ("It took $700m.", "It took $700 million."),
        ("13 to 15 people were hurt.", "14 people were hurt."),
    ],
)
def test_one_value_written_in_two_ways_is_no_difference(a: str, b: str) -> None:
    assert rows(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Four people died.", "Nine people were injured."),
        ("Four people died.", "Two years ago 31 people died in another quake."),
        ("Four people died.", "The mayor, 52, was near."),
        ("Four people died in 2021.", "It is the worst since 1998."),
        ("The suspect is 44 years old.", "A victim, 6, was named."),
        ("A depth of 10 km was given.", "It was centred 18 km north of the town."),
        ("Four people, including two children, were hurt.", "Four people were hurt, one of them badly."),
    ],
)
def test_another_quantity_is_no_difference(a: str, b: str) -> None:
    assert rows(a, b) == []


def test_the_rows_of_the_pair_turned_round_are_the_same_rows_turned_round() -> None:
    a, b = "Two people died and 9 were hurt.", "Three people died and 20 were hurt."
    assert sorted((what, y, x) for what, x, y in rows(a, b)) == sorted(rows(b, a))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Sixty-four inmates broke out of the prison.",
            "58 convicts left the territory.",
            ("escaped", "Sixty-four", "58"),
        ),
        ("Six cars fell into the river.", "Five vehicles fell into the river.", ("cars", "Six", "Five")),
        ("Three lorries were burned.", "Two trucks are burned out.", ("lorries", "Three", "Two")),
        (
            "The ash rose to a height of 9 km.",
            "The cloud stands at 12 kilometres.",
            ("height", "9 km", "12 kilometres"),
        ),
        (
            "Half a tonne of powder was stored there.",
            "There were 400 kg of powder.",
            ("weight", "Half a tonne", "400 kg"),
        ),
    ],
)
def test_one_quantity_told_in_other_words_is_one_row(a: str, b: str, expected: tuple[str, str, str]) -> None:
    assert rows(a, b) == [expected]


def test_the_two_sides_of_a_vote_are_compared_each_with_its_like() -> None:
    a = "The motion fell: 147 members voted in favour, 153 against."
    b = "146 deputies voted in favour of the motion, 154 against."
    assert [(one, two) for _, one, two in rows(a, b)] == [("147", "146"), ("153", "154")]
    assert rows("The vote went 153-147.", "They voted: 153 to 147.") == []


def test_shares_of_several_parties_are_told_apart_by_their_names() -> None:
    a = "The exit poll puts the Alliance on 38 percent and the Homeland Party on 34 percent."
    b = "In the exit poll the Alliance is at 38 percent, Homeland at 33."
    assert [(one, two) for _, one, two in rows(a, b)] == [("34 percent", "33")]


def test_one_taken_away_from_a_number_leaves_the_rest() -> None:
    a = "He carried out three men who were dead."
    b = "One of the three men he carried out dead woke up. So it is two dead."
    assert [(one, two) for _, one, two in rows(a, b)] == [("three", "two")]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ash rose 9 km (30,000 feet) into the sky.", "The plume attained 11 km.", ("height", "9 km", "11 km")),
        (
            "They were warned THREE weeks ago.",
            "They had been alerted five weeks before.",
            ("time", "THREE weeks", "five weeks"),
        ),
        (
            "There were 27 inmates who escaped.",
            "She had counted nineteen before she was afraid.",
            ("escaped", "27", "nineteen"),
        ),
    ],
)
def test_units_in_brackets_and_times_that_lie_back_hide_no_difference(
    a: str, b: str, expected: tuple[str, str, str]
) -> None:
    assert rows(a, b) == [expected]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Turnout was 84 percent.", "Yes led with 53.7 percent of the vote."),
        ("1.4 tonnes of ivory were found.", "1,400 kg of ivory were seized."),
        ("Forty-five people were moved out.", "Another 60 people were ordered out."),
        ("Air defences shot down 19 of 23 drones.", "Eleven people were injured."),
        ("The cordon reaches six kilometres.", "Stay outside a radius of four miles."),
    ],
)
def test_what_is_of_another_thing_or_the_same_in_other_units_is_no_difference(a: str, b: str) -> None:
    assert rows(a, b) == []


def test_what_a_correction_takes_back_is_replaced_by_the_number_beside_it() -> None:
    a = "She has set aside thirty papers with drawings on them."
    b = "Eighteen bear a large cross. So it is twelve with drawings, and not the thirty we gave you."
    assert [(one, two) for _, one, two in rows(a, b)] == [("thirty", "twelve")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“It’s a 1202,” the pilot said of the alarm.", "Another alarm, 1201, came up a little later."),
        ("“It’s a 1202,” the pilot said.", "They were below 3,000 feet when it came."),
        ("Ferry 11 comes down the slip with two men in the bow.", "The 11 on the ferry saw the same two men."),
    ],
)
def test_numbers_of_things_and_equal_values_are_no_differences(a: str, b: str) -> None:
    assert rows(a, b) == []
