"""Text is cut into words, sentences and stems in many languages."""

from __future__ import annotations

import time

import pytest

from generator.language.guess import guess_language
from generator.language.sentences import sentences
from generator.language.stems import stem
from generator.language.words import words


def test_apostrophes_hyphens_and_dots_inside_a_word_belong_to_it() -> None:
    assert words("The U.S. doesn’t fly F-16s, yet.") == ["The", "U.S", "doesn’t", "fly", "F-16s", "yet"]


def test_japanese_is_cut_where_the_kind_of_letter_changes() -> None:
    assert words("ジョン・スミス氏は東京へ。") == ["ジョン・スミス", "氏", "は", "東京", "へ"]


def test_a_full_stop_after_an_abbreviation_or_an_initial_does_not_end_a_sentence() -> None:
    assert sentences("Gov. Ada B. Lund spoke at 5 p.m. on Monday. Nobody answered! “Why?” Silence.") == [
        "Gov. Ada B. Lund spoke at 5 p.m. on Monday.",
        "Nobody answered!",
        "“Why?”",
        "Silence.",
    ]


def test_a_line_end_always_ends_a_sentence() -> None:
    assert sentences("no stop here\nnor here") == ["no stop here", "nor here"]


def test_figures_and_addresses_are_not_cut_at_their_dots() -> None:
    assert sentences("It cost 3.5 million, see example.org/a.html today.") == [
        "It cost 3.5 million, see example.org/a.html today."
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed for two hours, and nobody was hurt.", "en"),
        ("Der Hafen war für zwei Stunden gesperrt, und niemand wurde verletzt.", "de"),
        ("Le port a été fermé pendant deux heures et il n’y a pas de blessés.", "fr"),
        ("El puerto estuvo cerrado por dos horas y no hay heridos.", "es"),
        ("Порт был закрыт на два часа, и никто не пострадал.", "ru"),
        ("Порт був закритий на дві години, ніхто не постраждав, і це вже не вперше.", "uk"),
        ("הנמל היה סגור במשך שעתיים ואיש לא נפגע", "he"),
        ("港は二時間にわたって閉鎖されたが、けが人はいなかった。", "ja"),
        ("港口关闭了两个小时,没有人受伤。", "zh"),
        ("12:30 +++ 45", None),
    ],
)
def test_the_language_is_guessed_from_letters_and_small_words(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_stems_join_the_forms_of_a_word_and_leave_unknown_languages_alone() -> None:
    assert stem("strikes", "en") == stem("strike", "en")
    assert stem("киева", "ru") == stem("киеву", "ru")
    assert stem("strikes", "xx") == "strikes"
    assert stem("strikes", None) == "strikes"


@pytest.mark.parametrize("hostile", ["." * 50_000, "a." * 25_000, "A'" * 25_000, "“" * 50_000, "ア・" * 25_000])
def test_hostile_lines_are_cut_in_time_that_grows_with_their_length(hostile: str) -> None:
    start = time.perf_counter()
    words(hostile)
    sentences(hostile)
    assert time.perf_counter() - start < 2
