"""Relations and figures in languages other than English: basics, each from its own word list."""

from __future__ import annotations

import pytest

from generator.linking.credits import credits_of
from generator.linking.lexicon import lexicon_for, lexicons
from generator.linking.relations import describe
from generator.model import Relation
from tests.linking.accounts import entry

TOLLS = {
    "de": (
        "Bei dem Beben sind mindestens zwölf Menschen ums Leben gekommen, 40 wurden verletzt.",
        "Die Zahl der Toten ist auf 23 gestiegen, berichtet die Nachrichtenagentur Reuters.",
        ("mindestens zwölf", "23"),
    ),
    "fr": (
        "Au moins douze personnes sont mortes et 40 ont été blessées dans le séisme.",
        "Le bilan s'alourdit à 23 morts, selon l'agence Reuters.",
        ("Au moins douze", "23"),
    ),
    "es": (
        "Al menos doce personas murieron y 40 resultaron heridas en el terremoto.",
        "La cifra de muertos asciende a 23, según la agencia Reuters.",
        ("Al menos doce", "23"),
    ),
    "ru": (
        "При землетрясении погибли не менее двенадцати человек, и 40 человек пострадали.",
        "Число погибших выросло до 23, сообщает агентство Reuters.",
        ("не менее двенадцати", "23"),
    ),
}


@pytest.mark.parametrize("language", sorted(TOLLS))
def test_the_language_of_an_entry_is_told_by_its_small_words(language: str) -> None:
    assert lexicon_for(TOLLS[language][0]).language == language


@pytest.mark.parametrize("language", sorted(TOLLS))
def test_a_risen_toll_updates_and_differs_in_any_language(language: str) -> None:
    first, later, figures = TOLLS[language]
    found = describe(entry(first), entry(later, outlet="Lamp", at="2021-05-04T15:00"))
    assert found.relation is Relation.UPDATES
    assert [(row.what, row.a, row.b) for row in found.figures] == [("killed", *figures)]


@pytest.mark.parametrize("language", sorted(TOLLS))
def test_an_agency_is_credited_in_any_language(language: str) -> None:
    assert [credit.name for credit in credits_of(entry(TOLLS[language][1]))] == ["Reuters"]


def test_figures_are_compared_across_languages() -> None:
    found = describe(entry(TOLLS["de"][0]), entry(TOLLS["fr"][1], outlet="Lampe"))
    assert [(row.a, row.b) for row in found.figures] == [("mindestens zwölf", "23")]


def test_text_of_a_language_without_a_list_is_read_as_english() -> None:
    assert lexicon_for("漢字かな交じり文").language == "en"
    assert describe(entry("漢字かな交じり文"), entry("漢字", outlet="L")).relation is Relation.CORROBORATES


@pytest.mark.parametrize("language", sorted(lexicons()))
def test_every_language_knows_its_weekdays_and_months_and_names_no_unknown_list(language: str) -> None:
    lexicon = lexicons()[language]
    assert len(lexicon.weekdays) == 7
    assert set(lexicon.patterns) == set(lexicons()["en"].patterns)
