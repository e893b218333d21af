"""What quantities a text gives, with what is said of them."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking.figures import quantities_of
from generator.linking.figures.numbers import digits_value, numbers_in
from generator.linking.lexicon import lexicons

ENGLISH = lexicons()["en"]


def figures(text: str, day: date | None = date(2021, 5, 4)) -> list[tuple[str, float, str]]:
    return [(q.kind, q.low, q.printed) for q in quantities_of([text], ENGLISH, day) if q.is_current]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("twenty-three", 23),
        ("two hundred and six", 206),
        ("a hundred and forty", 140),
        ("three thousand five hundred", 3500),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("1,250", 1250),
        ("18 800", 18_800),
        ("6.3", 6.3),
        ("6,3", 6.3),
        ("1.5 million", 1_500_000),
        ("3bn", 3_000_000_000),
    ],
)
def test_a_number_is_read_in_words_and_digits(words: str, value: float) -> None:
    (number,) = numbers_in(words, ENGLISH)
    assert (number.low, number.start, number.end) == (value, 0, len(words))


def test_a_range_is_one_number_and_a_scale_printed_once_counts_for_both_ends() -> None:
    (number,) = numbers_in("13-15 million", ENGLISH)
    assert (number.low, number.high) == (13e6, 15e6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least four people died and nine were hurt.",
            [("people.killed", 4, "At least four"), ("people.injured", 9, "nine")],
        ),
        ("The blast killed three and wounded 17.", [("people.killed", 3, "three"), ("people.injured", 17, "17")]),
        ("The number of those known to have drowned has risen to 12.", [("people.killed", 12, "12")]),
        ("Death toll climbs to 40", [("people.killed", 40, "40")]),
        ("Five hostages walked out.", [("people.freed", 5, "Five")]),
        ("A gunman is holding about 20 customers.", [("people.held", 20, "about 20")]),
        ("Three people, including two children, were killed.", [("people.killed", 3, "Three")]),
        ("The ferry had 212 people aboard.", [("people.aboard", 212, "212")]),
        ("Some 800 campers were moved to a school.", [("people.evacuated", 800, "Some 800")]),
        ("Police detained 23 people.", [("people.arrested", 23, "23")]),
    ],
)
def test_a_count_of_people_carries_what_became_of_them(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A $700m package", [("money.dollars", 700e6, "$700m")]),
        ("a package of $700 million", [("money.dollars", 700e6, "$700 million")]),
        ("a fine of 450,000 euros", [("money.euros", 450_000, "450,000 euros")]),
        ("It can hit targets 80 km away.", [("length", 80_000, "80 km")]),
        ("They won 66.6 percent of the vote.", [("percent", 66.6, "66.6 percent")]),
        ("A quake of magnitude 6.3 struck.", [("magnitude", 6.3, "6.3")]),
        ("About 800 kilos of gas escaped.", [("mass", 800, "About 800 kilos")]),
        ("The siege lasted nine hours.", [("duration", 32_400, "nine hours")]),
        ("The suspect, a 44-year-old, fled.", [("age", 44, "44")]),
    ],
)
def test_a_measure_is_read_in_its_base_unit_and_kept_as_printed(
    text: str, expected: list[tuple[str, float, str]]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The siren went at 7.30am and again at 14:05 GMT.",
        "It happened on 12 June 2019.",
        "In 2016 the mill closed.",
        "An F-16 flew over Route 66.",
        "They met at ten past four.",
        "It came third in the 38th minute.",
    ],
)
def test_times_dates_years_and_names_are_no_quantities(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were thirteen people inside, not fifteen people inside.",
        "The reading was lowered to 6.1 from an initial 6.3 after the quake.",
    ],
)
def test_a_value_that_the_text_sets_aside_is_not_current(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 a fire there killed 31 people.",
        "Two years ago 31 people died in another fire.",
        "It was the worst since 2003, when 31 people were killed.",
    ],
)
def test_the_toll_of_another_time_is_background(text: str) -> None:
    assert figures(text) == []


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for quantity in quantities_of([text], ENGLISH):
        assert quantity.low <= quantity.high
        assert quantity.printed in text or "\n" in text or "\r" in text


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_separators_change_no_value(value: int) -> None:
    assert digits_value(f"{value:,}") == digits_value(str(value)) == value


@pytest.mark.parametrize(
    "hostile",
    [
        "1 " * 20_000,
        "12," * 20_000,
        "including — " * 8000,
        "killed " * 20_000,
        "twenty-" * 20_000,
        "9" * 200_000,
        "a" * 200_000,
    ],
)
def test_hostile_text_takes_no_more_than_its_length(hostile: str) -> None:
    begin = time.process_time()
    quantities_of([hostile], ENGLISH)
    assert time.process_time() - begin < 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 140 of the 2,900 passengers have gone down with vomiting.", [("cases", 140), ("passengers", 2900)]),
        ("21 builders perished.", [("killed", 21)]),
        ("The canton counted 38 dead sheep.", [("sheep", 38)]),
        ("Seven men are listed as missing.", [("missing", 7)]),
    ],
)
def test_who_is_meant_shows_in_the_words_that_follow(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(quantity.what, quantity.low) for quantity in quantities_of([text], lexicons()["en"])] == expected
