"""Places come from a gazetteer that ships with the program, and are told from persons and things of the same name."""

from __future__ import annotations

from importlib.resources import files

import pytest

from generator.topics.gazetteer import PlaceKind, gazetteer
from generator.topics.places import kilometres
from tests.topics.archive import archive, topics_of


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("kiev", "kyiv"),
        ("киев", "kyiv"),
        ("קייב", "kyiv"),
        ("キーウ", "kyiv"),
        ("كييف", "kyiv"),
        ("moskau", "moscow"),
        ("東京", "tokyo"),
        ("moscow", "moscow"),
        ("usa", "united states"),
    ],
)
def test_a_place_is_found_in_many_scripts(spelling: str, key: str) -> None:
    assert gazetteer().find(spelling)[0].key == key


def test_countries_are_found_by_their_name_in_the_language_of_the_text_only() -> None:
    assert gazetteer().find("island", "de")[0].key == "iceland"
    assert all(place.kind is not PlaceKind.COUNTRY for place in gazetteer().find("island", "en"))


def test_the_shipped_gazetteer_is_small_and_says_where_it_is_from() -> None:
    data = files("generator.topics").joinpath("data")
    assert len(data.joinpath("gazetteer.txt.xz").read_bytes()) < 2_000_000
    assert "Creative\nCommons Attribution 4.0" in data.joinpath("NOTICE.txt").read_text("utf-8")


def test_keys_of_places_are_all_different() -> None:
    places = {
        place for name in ("georgia", "paris", "moscow", "desna", "springfield") for place in gazetteer().find(name)
    }
    assert len({place.key for place in places}) == len(places)


def test_distance_is_the_great_circle() -> None:
    paris, berlin = gazetteer().find("paris")[0], gazetteer().find("berlin")[0]
    assert kilometres(paris, berlin) == pytest.approx(878, abs=10)


def test_a_topic_that_is_a_place_carries_where_it_lies() -> None:
    found = topics_of(archive("Rain in Oslo.", "Snow in Oslo."))
    assert found["oslo"].place is not None
    assert (round(found["oslo"].place.latitude), round(found["oslo"].place.longitude)) == (60, 11)
    assert found["oslo"].place.country == "NO"


def test_an_adjective_names_its_country() -> None:
    found = topics_of(archive("Sweden voted.", "The Swedish minister resigned.", "Swedes wait for a result."))
    assert found["sweden"].entries == ("e0", "e1", "e2")


def test_a_ship_or_a_person_is_no_town_in_america() -> None:
    found = topics_of(
        archive(
            "Captain Neil Armstrong said the boat Eagle was ready.",
            "The crew of Eagle waved. Armstrong waved from Eagle as well.",
            "Eagle sailed at noon with Armstrong on board.",
        )
    )
    assert found["eagle"].place is None
    assert found["neil-armstrong"].kind == "person"


def test_a_town_before_a_person_is_taken_apart_from_the_name() -> None:
    found = topics_of(archive("The envoy to Moscow Yermek Sarin spoke.", "Envoy Yermek Sarin left Moscow."))
    assert found["yermek-sarin"].entries == ("e0", "e1")
    assert found["moscow"].entries == ("e0", "e1")


def test_a_harbour_or_district_named_after_a_place_belongs_to_it() -> None:
    found = topics_of(archive("Belgorod was quiet.", "Belgorod Oblast was not.", "The Belgorod region counts losses."))
    assert found["belgorod"].entries == ("e0", "e1", "e2")


def test_a_place_in_capitals_before_a_report_is_the_place() -> None:
    found = topics_of(
        archive("MOSCOW (Agency) - Talks began at noon.", "MOSCOW (Agency) - They ended.", "Nobody came to Moscow.")
    )
    assert (found["moscow"].name, found["moscow"].kind) == ("Moscow", "place")
