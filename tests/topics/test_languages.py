"""Names in other languages and scripts give topics, and ordinary words of theirs give none."""

from __future__ import annotations

import pytest

from generator.config import Topics
from tests.topics.archive import archive, topics_of

ANY = Topics(at_least=2)


def names(*texts: str) -> dict[str, int]:
    """Topics by name with the number of their entries."""
    return {topic.name: len(topic.entries) for topic in topics_of(archive(*texts, outlets=1), ANY).values()}


def test_russian_names_are_joined_over_their_endings_and_shown_in_dictionary_form() -> None:
    found = names(
        "Губернатор Пётр Сомов заявил в Москве, что мост закрыт.",
        "В Москву приехал министр. Сомов отметил, что работы идут.",
        "Из Москвы вышли поезда. По словам Сомова, все целы.",
    )
    assert found == {"Москва": 3, "Пётр Сомов": 3}


def test_ukrainian_vowels_that_change_in_endings_do_not_part_a_name() -> None:
    found = names(
        "Мер Києва заявив, що метро працює, і подякував усім.",
        "У Києві та Харкові ніч була тихою.",
        "До Києва їде потяг із Харкова.",
    )
    assert found["Київ"] == 3
    assert sorted(found.values()) == [2, 3]


def test_german_nouns_are_no_names_and_german_names_are() -> None:
    found = names(
        "Bundeskanzlerin Ilse Gruber sagte in Berlin, die Brücke werde gesperrt.",
        "Gruber lobte die Arbeit der Polizei. In Berlin begann der Abend mit Regen.",
        "Die Brücke in Berlin bleibt zu, sagte Gruber. Der Abend war ruhig, die Arbeit geht weiter.",
    )
    assert found == {"Berlin": 3, "Ilse Gruber": 3}


def test_french_elisions_do_not_stick_to_a_name() -> None:
    found = names(
        "L’OTAN se réunira à Bruxelles, a déclaré le ministre Jean Morel.",
        "Pour l’OTAN, rien n’est décidé, a affirmé Jean Morel à Bruxelles.",
    )
    assert found == {"Bruxelles": 2, "Jean Morel": 2, "OTAN": 2}


def test_hebrew_places_are_found_behind_their_small_words_and_persons_by_their_titles() -> None:
    found = names(
        'השר דוד כרמון אמר בחיפה כי הגשר נסגר. צה"ל מסייע.',
        'הגשר ליד חיפה נסגר. השר דוד כרמון הודה לצה"ל.',
    )
    assert found["דוד כרמון"] == 2
    assert found["חיפה"] == 2
    assert set(found) <= {"דוד כרמון", "חיפה", 'צה"ל'}


def test_japanese_places_and_persons_are_found_without_spaces_or_capitals() -> None:
    found = names(
        "ジョン・スミス大統領は東京で会見した。NATOも参加した。",
        "スミス大統領は東京を離れた。NATOは声明を出した。",
    )
    assert found == {"ジョン・スミス": 2, "NATO": 2, "東京": 2}


def test_a_name_in_two_alphabets_is_one_topic() -> None:
    found = topics_of(
        archive(
            "Governor Vyacheslav Gladkov spoke in Belgorod. Gladkov said two were hurt.",
            "Губернатор Вячеслав Гладков сообщил, что в Белгороде двое ранены.",
        ),
        ANY,
    )
    assert found["belgorod"].entries == ("e0", "e1")


@pytest.mark.parametrize(
    "text",
    [
        "הנמל היה סגור במשך שעתיים ואיש לא נפגע",
        "港は二時間にわたって閉鎖されたが、けが人はいなかった。",
        "Der Hafen war zwei Stunden lang gesperrt, niemand kam zu Schaden.",
        "Порт был закрыт на два часа, никто не пострадал.",
        "أغلق الميناء لمدة ساعتين ولم يصب أحد",
    ],
)
def test_a_sentence_without_names_gives_no_topics(text: str) -> None:
    assert names(text, text, text) == {}
