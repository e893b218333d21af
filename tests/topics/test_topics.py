"""Few and good topics, with addresses that stay, as a person wants them."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Topics
from generator.model import Entry
from generator.topics.identity import topic_id
from generator.topics.topics import find_topics, find_topics_and_spellings
from tests.topics.archive import archive, topics_of

STORM = (
    "Mayor Olga Brandt said in Bergen that the harbour was closed.",
    "The storm reached Bergen on Monday. Brandt asked people to stay in.",
    "Ferries from Bergen to Stavanger were cancelled, the Harbour Authority said.",
    "Stavanger expects the storm by night, the Harbour Authority said.",
    "Brandt thanked the Red Cross in Bergen.",
)


def test_days_months_articles_and_the_page_frame_are_no_topics() -> None:
    found = topics_of(
        archive(
            "On Thursday, The Here and May. Updated. Read More. Photo.",
            "Thursday in May. Here. Updated. Photo.",
            "Photo.",
        )
    )
    assert found == {}


def test_outlets_authors_and_channels_are_no_topics_and_agencies_stay_out_of_lists() -> None:
    texts = (
        "Outlet 0 told Reuters, wrote Ada Quill on Telegram.",
        "According to Reuters, Ada Quill posted on Telegram.",
    )
    found = topics_of(archive(*texts, *texts, authors=("Ada Quill",)))
    assert {topic: found[topic].listed for topic in found} == {"reuters": False}


def test_a_topic_needs_more_than_one_day_or_outlet_or_rather_more_entries() -> None:
    same = [Entry(id=f"e{n}", document="d", outlet="O", headline=f"Rain in Bergen, part {n}") for n in range(4)]
    assert topics_of(same[:3]) == {}
    assert list(topics_of(same)) == ["bergen"]


def test_what_everything_is_about_keeps_its_page_but_stays_out_of_lists() -> None:
    found = topics_of(
        archive(*(f"Bergen waits, day {n}." for n in range(14)), "Snow in Oslo.", "Sun in Oslo.", "Oslo.")
    )
    assert (found["bergen"].listed, found["oslo"].listed) == (False, True)


def test_topics_that_stand_in_the_same_entries_are_related() -> None:
    found = topics_of(archive(*STORM, *STORM, *(f"Rain in Madrid, hour {n}." for n in range(12))))
    assert "bergen" in found["olga-brandt"].related
    assert "madrid" not in found["olga-brandt"].related


def test_a_person_can_hide_rename_and_merge_topics_and_old_addresses_point_to_the_new() -> None:
    wishes = Topics(
        hide=("Stavanger",), rename={"Olga Brandt": "The mayor"}, merge={"Bergen": ("Harbour Authority",)}, at_least=1
    )
    found = topics_of(archive(*STORM), wishes)
    assert "stavanger" not in found
    assert found["the-mayor"].name == "The mayor"
    assert "olga-brandt" in found["the-mayor"].former
    assert found["bergen"].entries == ("e0", "e1", "e2", "e3", "e4")
    assert "harbour-authority" in found["bergen"].former


def test_a_page_is_made_for_whatever_a_person_always_wants() -> None:
    found = topics_of(archive(*STORM), Topics(always=("ferries from bergen", "Red Cross")))
    assert found["ferries-from-bergen"].entries == ("e2",)
    assert found["red-cross"].entries == ("e4",)
    assert found["red-cross"].listed


@pytest.mark.parametrize("shuffle", range(5))
def test_the_order_of_entries_changes_nothing_but_the_order_within_topics(shuffle: int) -> None:
    entries = list(archive(*STORM, *STORM))
    expected = {topic.id: (topic.name, set(topic.entries), topic.former) for topic in find_topics(entries, Topics())}
    random.Random(shuffle).shuffle(entries)
    found = {topic.id: (topic.name, set(topic.entries), topic.former) for topic in find_topics(entries, Topics())}
    assert found == expected


def test_no_address_is_lost_when_entries_are_added() -> None:
    entries = archive(
        *STORM, "President Joe Biden called.", "Biden called Kiev.", "Kyiv answered Joe Biden.", "HIMARS.", "HIMARS."
    )
    more = archive(
        *(entry.text for entry in entries), "High Mobility Artillery Rocket Systems (HIMARS) for Kyiv.", "Jill Biden."
    )
    before, after = find_topics(entries, Topics()), find_topics(more, Topics())
    kept = {address for topic in after for address in (topic.id, *topic.former)}
    assert {address for topic in before for address in (topic.id, *topic.former)} <= kept


def test_topics_and_spellings_come_together_as_they_come_apart() -> None:
    topics, spellings = find_topics_and_spellings(archive(*STORM), Topics())
    assert topics == find_topics(archive(*STORM), Topics())
    assert spellings["brandt"] == "olga brandt"


@given(st.text(max_size=80))
def test_an_address_is_a_plain_file_name(key: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", topic_id(key))


_WORDS = st.sampled_from(
    "Kyiv Kiev the of and President Ada Holt said Holt's U.S. (AB) A.B. Москва 東京 צה\"ל strikes on".split()
)
_ANYTHING = st.lists(st.lists(_WORDS | st.text(max_size=6), max_size=12).map(" ".join), max_size=8)


@settings(max_examples=120)
@given(_ANYTHING)
def test_whatever_the_text_topics_hold_known_entries_and_no_address_stands_twice(texts: list[str]) -> None:
    entries = archive(*texts)
    topics = find_topics(entries, Topics(at_least=1))
    known = {entry.id for entry in entries}
    assert all(topic.entries and set(topic.entries) <= known for topic in topics)
    addresses = [address for topic in topics for address in (topic.id, *topic.former)]
    assert len(addresses) == len(set(addresses))
    assert all(set(topic.related) <= {other.id for other in topics} for topic in topics)


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 100_000,
        "A." * 50_000,
        "Aa " * 30_000,
        "Aa of " * 20_000,
        "(" * 50_000,
        "Aa (AA) " * 10_000,
        "A-" * 50_000,
        "strikes on " * 10_000,
        "US to send rockets " * 5_000,
        "東京" * 30_000,
        "פ״פ " * 20_000,
        "“" * 50_000,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length_deserves(hostile: str) -> None:
    find_topics(archive(hostile), Topics(at_least=1))
