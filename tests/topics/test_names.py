"""One name under all its spellings, and no two names under one."""

from __future__ import annotations

import pytest

from generator.config import Topics
from generator.topics.names import spellings
from tests.topics.archive import archive, topics_of


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("Kyiv", "Kiev", "kyiv"),
        ("Severodonetsk", "Sievierodonetsk", "siverskodonetsk"),
        ("Luhansk", "Lugansk", "luhansk"),
        ("Donbas", "Donbass", "donbas"),
        ("Baikonur", "Baykonur", "baikonur"),
        ("Turkey", "Türkiye", "turkey"),
        ("Cape Canaveral", "Cape Kennedy", "cape canaveral"),
    ],
)
def test_a_place_is_one_name_under_the_spellings_of_different_newsrooms(one: str, other: str, key: str) -> None:
    found = spellings(archive(f"A train left for {one} at noon.", f"Two buses came from {other} at night."))
    assert found[one.lower()] == key
    assert {found[form] for form in found if form.startswith((one.lower(), other.lower()[:4]))} == {key}


def test_a_person_is_one_name_with_title_surname_and_other_transliteration() -> None:
    found = topics_of(
        archive(
            "President Volodymyr Zelensky said the bridge would be rebuilt.",
            "Volodymyr Zelenskyy spoke at length. Zelenskyy thanked the crews.",
            "The bridge, Zelenskiy said, would be open by May.",
        )
    )
    assert found["volodymyr-zelensky"].entries == ("e0", "e1", "e2")
    assert {"zelenskyy", "zelenskiy"} <= set(found["volodymyr-zelensky"].former)


def test_an_abbreviation_and_its_long_form_are_one_name_in_singular_and_plural() -> None:
    found = topics_of(
        archive(
            "The ministry ordered a High Mobility Artillery Rocket System (HIMARS) on Monday.",
            "Two High Mobility Artillery Rocket Systems were shown to the press.",
            "Crews trained on the Himars in spring.",
        )
    )
    assert found["himars"].entries == ("e0", "e1", "e2")
    assert found["himars"].name == "HIMARS"


def test_initials_are_joined_to_the_only_long_form_they_fit() -> None:
    found = spellings(
        archive("The International Monetary Fund lent more.", "The IMF said so.", "An IMF team met the minister.")
    )
    assert found["imf"] == found["international monetary fund"]


def test_two_persons_with_one_surname_stay_two_and_a_surname_means_the_one_of_its_document() -> None:
    found = topics_of(
        archive(
            "Senator Maria Holt said the dam was safe.",
            "Coach Peter Holt said the team was ready.",
            "Holt said the dam had been checked.",
            "Holt said the goalkeeper was fit.",
        )
    )
    assert found["maria-holt"].entries == ("e0", "e2")
    assert found["peter-holt"].entries == ("e1", "e3")
    assert "holt" not in spellings(archive("Senator Maria Holt said so.", "Coach Peter Holt said no. Holt said yes."))


def test_the_country_and_the_state_of_georgia_are_told_apart_by_what_stands_near() -> None:
    found = topics_of(
        archive(
            "Votes are counted in Georgia, and in Atlanta and Savannah lines were long. Alabama voted too.",
            "Georgia closed its border; trucks to Armenia and Azerbaijan wait near Tbilisi and Batumi.",
            "In Georgia the count goes on in Atlanta, as it does in Florida.",
            "Georgia and Armenia reopened the road, Tbilisi said.",
        )
    )
    assert found["georgia"].place is not None
    assert found["georgia"].place.country == "GE"
    assert found["georgia"].entries == ("e1", "e3")
    assert found["georgia-us-ga"].entries == ("e0", "e2")


def test_a_slip_of_the_keyboard_is_joined_only_where_the_company_agrees() -> None:
    near = (
        "Shells fell on Severodonetsk near Lysychansk.",
        "Severodonetsk and Lysychansk are without water.",
        "Trucks left Severodonetsk for Kreminna.",
    )
    joined = topics_of(archive(*near, "A tank was hit in Severdonetsk, east of Lysychansk."))
    apart = topics_of(archive(*near, "The band Severdonetsk plays in Reykjavik in Iceland."))
    assert len(joined["siverskodonetsk"].entries) == 4
    assert len(apart["siverskodonetsk"].entries) == 3


def test_a_short_form_with_the_article_means_the_only_longer_name_around() -> None:
    found = topics_of(
        archive("A storm nears Port Ellery.", "At the Port nobody slept.", "Port Ellery is dark.", outlets=1)
    )
    assert found["port-ellery"].entries == ("e0", "e1", "e2")


def test_merged_topics_share_a_key_for_linking_and_search() -> None:
    entries = archive(
        "Lake Orrin froze.", "People skate on Lake Orrin.", "The Orrin Basin is cold.", "Orrin Basin again."
    )
    found = spellings(entries, Topics(merge={"Lake Orrin": ("Orrin Basin",)}))
    assert found["orrin basin"] == found["lake orrin"] == "lake orrin"


def test_headlines_in_capitals_name_only_what_the_archive_knows_from_elsewhere() -> None:
    found = topics_of(
        archive(
            ("Mayor Olga Brandt Slams Plans For Harbour Tunnel", "Mayor Olga Brandt said the tunnel was too dear."),
            ("Brandt Slams Plans Again", "The tunnel is off, Brandt said."),
        )
    )
    assert found["olga-brandt"].entries == ("e0", "e1")
    assert not any("slams" in topic or "plans" in topic for topic in found)
