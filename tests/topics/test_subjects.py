"""Subjects are found in the archive, called by its own words, and tied to names by grammar."""

from __future__ import annotations

import re

import pytest

from generator.topics.clauses import KnownNames, clause
from generator.topics.media_topics import media_topics
from generator.topics.subjects import spoken_of
from tests.topics.archive import archive, topics_of

NAMES = KnownNames.of({"kyiv": "kyiv", "us": "us", "nato": "nato", "lida": "lida"})


def tied(sentence: str) -> set[tuple[str, str]]:
    return set(spoken_of([clause(sentence, opening=True)], NAMES, {"kyiv", "lida"}).beside)


@pytest.mark.parametrize(
    "sentence",
    [
        "Russian strikes on Kyiv went on at dawn.",
        "Kyiv missile strikes killed three.",
        "Ten missiles were launched at Kyiv overnight, missiles launched at Kyiv.",
        "Kyiv targeted with drones again.",
        "Rockets hit Kyiv.",
    ],
)
def test_what_befalls_a_town_is_tied_to_it(sentence: str) -> None:
    assert ("kyiv", "attacks") in tied(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kyiv said that the strikes had ended.",
        "Kyiv plans to attack at dawn.",
        "A drone attack, blamed on Kyiv, was denied.",
        "US strikes went on.",
    ],
)
def test_what_a_town_or_country_says_or_does_is_not_what_befalls_it(sentence: str) -> None:
    assert not {pair for pair in tied(sentence) if pair[1] == "attacks"}


def test_who_gives_is_tied_to_what_is_given() -> None:
    assert ("us", "military-aid") in tied("The US will send Lida four rocket launchers.")
    assert ("us", "military-aid") in tied("US-provided missiles may not be used.")


def test_a_subject_beside_a_name_gets_a_page_called_by_words_of_the_archive() -> None:
    found = topics_of(
        archive(
            "Sweden's NATO membership is near, the minister said.",
            "Hungary blocks Sweden's NATO membership.",
            "Talks on Sweden's NATO membership resume in May.",
            "Sweden won the match.",
            "Sweden lost the match.",
            "A storm hit Sweden.",
        )
    )
    assert found["sweden-membership"].name == "Sweden's NATO membership"
    assert found["sweden-membership"].media_topic == "medtop:20000644"
    assert found["sweden-membership"].entries == ("e0", "e1", "e2")


def test_a_phrase_that_no_table_knows_becomes_a_subject_where_openings_come_back_to_it() -> None:
    found = topics_of(
        archive(
            "The harbour tunnel is late, said the mayor.",
            "Work on the harbour tunnel stops.",
            "A leak in the harbour tunnel was found.",
            "Costs of harbour tunnels rise.",
        )
    )
    assert found["harbour-tunnel"].name == "harbour tunnel"
    assert found["harbour-tunnel"].entries == ("e0", "e1", "e2", "e3")


def test_chance_rows_of_words_are_no_subjects() -> None:
    found = topics_of(
        archive(
            "The mayor said people were told.", "A new report said people were told.", "They said people were told."
        )
    )
    assert found == {}


def test_every_media_topic_has_a_code_of_eight_digits() -> None:
    assert all(re.fullmatch(r"medtop:\d{8}", code) for code in media_topics().codes.values())
