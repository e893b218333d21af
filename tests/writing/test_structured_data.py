"""A day's page as schema.org LiveBlogPosting."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings, Site
from generator.writing.addresses import day_address
from generator.writing.indexes import index
from generator.writing.machines.live_blog import live_blog, write_live_blogs
from tests.digests import FIRST, SECOND, digest, long_day

FULL = Settings(site=Site(title="Flood", url="https://example.org/digest/"))
ANYWHERE = Settings(site=Site(title="Flood"))


def described(settings: Settings = FULL) -> dict[str, Any]:
    known = index(digest(), settings)
    return live_blog(known.parts[FIRST], FIRST, known)


def test_a_day_is_a_live_blog_with_one_update_for_each_entry_in_order() -> None:
    thing = described()
    assert (thing["@context"], thing["@type"]) == ("https://schema.org", "LiveBlogPosting")
    assert [update["datePublished"] for update in thing["liveBlogUpdate"]] == [
        f"2031-03-04T{clock}:00Z" for clock in ("08:05", "08:30", "09:20", "09:45", "11:10", "11:40", "12:02")
    ]


def test_an_update_names_its_outlet_and_the_page_it_was_taken_from() -> None:
    assert described()["liveBlogUpdate"][0] == {
        "@type": "BlogPosting",
        "headline": "Dyke breached at Elm Point",
        "articleBody": "Two people were injured when the dyke gave way, the harbour office said.",
        "datePublished": "2031-03-04T08:05:00Z",
        "url": "https://example.org/digest/days/2031-03-04.html#e000000000001",
        "author": [{"@type": "Organization", "name": "Harbour Wire"}],
        "isBasedOn": "https://harbour.example/live/1",
    }


def test_coverage_runs_from_the_first_entry_to_the_last() -> None:
    thing = described()
    assert (thing["coverageStartTime"], thing["coverageEndTime"]) == ("2031-03-04T08:05:00Z", "2031-03-04T12:02:00Z")


def test_the_day_is_based_on_its_documents_and_a_document_without_a_web_address_on_its_page() -> None:
    assert [(source["name"], source["url"]) for source in described()["isBasedOn"]] == [
        ("Harbour Wire live: high water", "https://harbour.example/live/1"),
        ("<b>Ledger</b> {static}x", "https://example.org/digest/documents/ledger-1.html"),
        ("Öst Post live: high water", "https://example.org/digest/documents/post-1.html"),
    ]


def test_without_a_site_address_every_address_is_relative_to_the_page() -> None:
    thing = described(ANYWHERE)
    assert thing["url"] == "2031-03-04.html"
    assert thing["liveBlogUpdate"][0]["url"] == "#e000000000001"
    assert "image" not in thing


@pytest.mark.parametrize("settings", [FULL, ANYWHERE])
def test_the_file_beside_each_day_is_json_that_cannot_end_its_script_element(
    tmp_path: Path, settings: Settings
) -> None:
    for day in (FIRST, SECOND):
        (tmp_path / day_address(day)).parent.mkdir(exist_ok=True)
    write_live_blogs(digest(), settings, tmp_path)
    text = (tmp_path / "days" / "2031-03-05.jsonld").read_text("utf-8")
    assert not re.search("[<>&]", text)
    assert "<script>alert(1)</script>" in {update["headline"] for update in json.loads(text)["liveBlogUpdate"]}


def test_the_longer_the_day_the_less_of_each_text_is_repeated() -> None:
    def bodies(count: int) -> list[str]:
        known = index(long_day(count), FULL)
        return [update["articleBody"] for update in live_blog(known.parts[FIRST], FIRST, known)["liveBlogUpdate"]]

    assert max(map(len, bodies(20))) > 250
    assert max(map(len, bodies(100))) <= 240


def test_a_day_that_is_divided_names_its_pages_and_these_the_day_and_hold_the_updates() -> None:
    known = index(long_day(500), FULL)
    whole = known.parts[FIRST]
    front, *hours = [live_blog(part, FIRST, known) for part in (whole, *whole.parts)]
    assert "liveBlogUpdate" not in front
    assert [part["url"] for part in front["hasPart"]] == [hour["url"] for hour in hours]
    assert {hour["isPartOf"]["url"] for hour in hours} == {front["url"]}
    assert sum(len(hour["liveBlogUpdate"]) for hour in hours) == 500
    assert hours[8]["liveBlogUpdate"][0]["url"].startswith("https://example.org/digest/days/2031-03-04-08.html#e")


def test_nothing_unknown_is_stated() -> None:
    def values(thing: Any) -> list[Any]:
        if isinstance(thing, dict):
            return [found for value in thing.values() for found in values(value)]
        return [found for value in thing for found in values(value)] if isinstance(thing, list) else [thing]

    assert not [value for value in values(described()) if value in (None, "", [])]
