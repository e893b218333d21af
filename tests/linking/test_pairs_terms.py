"""How words are made comparable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.linking.terms import fold, terms


def keys(text: str, **spellings: str) -> list[str]:
    return [term.key for term in terms(text, spellings)]


def test_forms_of_one_word_have_one_key() -> None:
    assert len(set(keys("evacuated evacuation evacuating"))) == 1
    assert keys("towns") == keys("town")


def test_case_accents_and_points_of_acronyms_do_not_count() -> None:
    assert keys("U.S. Économie") == keys("us economie")


def test_figures_stay_whole_and_lose_the_comma_of_thousands() -> None:
    assert keys("4,000 people and 7.4 metres")[0] == "4000"
    assert "7.4" in keys("7.4 metres")


def test_a_known_spelling_stands_for_the_one_that_is_meant() -> None:
    assert keys("Kiev", kiev="kyiv") == ["kyiv"]


def test_scripts_without_spaces_are_cut_into_pairs_of_characters() -> None:
    assert keys("東京都") == ["東京", "京都"]


def test_a_capital_tells_something_only_inside_a_sentence() -> None:
    first, second, third = terms("Rescuers reached Vestby", {})
    assert (first.capital, second.capital, third.capital) == (None, False, True)


@given(st.text(max_size=300))
def test_any_text_gives_terms_with_keys(text: str) -> None:
    assert all(term.key == fold(term.key) or term.key for term in terms(text, {}))
