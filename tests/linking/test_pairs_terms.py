"""How words are made comparable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.linking.terms import capital_of, cut, key_of


def keys(text: str, **spellings: str) -> list[str]:
    return [key_of(word, spellings) for word in cut(text)[0]]


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
    words, opens = cut("Rescuers reached Vestby")
    assert opens == [True, False, False]
    assert [capital_of(word) for word in words] == [True, False, True]


@given(st.text(max_size=300))
def test_any_text_gives_words_with_keys(text: str) -> None:
    words, opens = cut(text)
    assert len(words) == len(opens)
    assert all(key_of(word, {}) for word in words)
