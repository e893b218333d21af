"""Feeds, sitemap, search description and cards: written only for a site whose address is known."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from generator.config import Settings, Site
from generator.model import Digest
from generator.writing.indexes import index
from generator.writing.machines import sitemap, write_machine_files
from generator.writing.machines.atom import atom
from generator.writing.machines.feeds import FEEDS
from generator.writing.machines.json_feed import json_feed
from generator.writing.machines.open_search import open_search
from tests.digests import digest

BASE = "https://example.org/digest/"
SETTINGS = Settings(site=Site(title="Flood <2031>", description="At {static} & Elm Point", url=BASE))
DAYS, STORIES = FEEDS
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode("utf-8"))


def test_without_a_site_address_nothing_is_written(tmp_path: Path) -> None:
    write_machine_files(digest(), Settings(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_with_one_there_are_two_feeds_in_two_forms_a_sitemap_a_search_description_and_cards(tmp_path: Path) -> None:
    write_machine_files(digest(), SETTINGS, tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "cards/2031-03-04.png",
        "cards/2031-03-05.png",
        "cards/digest.png",
        "feeds/days.atom.xml",
        "feeds/days.json",
        "feeds/stories.atom.xml",
        "feeds/stories.json",
        "opensearch.xml",
        "robots.txt",
        "sitemap.xml",
    ]


@pytest.mark.parametrize("feed", FEEDS)
def test_an_atom_feed_has_all_that_the_standard_asks_for(feed: object) -> None:
    root = parsed(atom(feed, index(digest(), SETTINGS)))  # type: ignore[arg-type]
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Flood <2031>"
    assert root.find(f"{ATOM}link[@rel='self']").get("href", "").startswith(BASE + "feeds/")  # type: ignore[union-attr]
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))


def test_the_latest_comes_first_and_its_time_is_that_of_its_last_entry() -> None:
    root = parsed(atom(DAYS, index(digest(), SETTINGS)))
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Wednesday 5 March 2031", "Tuesday 4 March 2031"]
    assert entries[1].findtext(f"{ATOM}updated") == "2031-03-04T12:02:00Z"
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")


def test_a_json_feed_says_the_same_as_the_atom_feed() -> None:
    known = index(digest(), SETTINGS)
    for feed in FEEDS:
        root, made = parsed(atom(feed, known)), json.loads(json_feed(feed, known))
        assert made["version"] == "https://jsonfeed.org/version/1.1"
        assert [item["url"] for item in made["items"]] == [
            entry.find(f"{ATOM}link").get("href")  # type: ignore[union-attr]
            for entry in root.iter(f"{ATOM}entry")
        ]
        assert [item["content_html"] for item in made["items"]] == [
            entry.findtext(f"{ATOM}content") for entry in root.iter(f"{ATOM}entry")
        ]


def test_a_hostile_title_stays_text_inside_the_html_of_a_feed() -> None:
    own = digest()
    hostile = replace(own, stories=(replace(own.stories[0], title="</a><script>alert(1)</script>"), *own.stories[1:]))
    content = json.loads(json_feed(DAYS, index(hostile, SETTINGS)))["items"][1]["content_html"]
    assert "<script" not in content
    assert "&lt;script&gt;" in content


def test_an_empty_digest_gives_empty_valid_feeds() -> None:
    known = index(Digest((), (), (), (), ()), SETTINGS)
    for feed in FEEDS:
        assert parsed(atom(feed, known)).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
        assert json.loads(json_feed(feed, known))["items"] == []


def test_the_sitemap_lists_every_page_worth_finding_by_its_full_address() -> None:
    root = parsed(sitemap.sitemaps(index(digest(), SETTINGS))["sitemap.xml"])
    found = [element.text for element in root.iter(f"{SITEMAPS}loc")]
    assert found[0] == BASE
    assert {BASE + "days/2031-03-04.html", BASE + "stories/s-flood.html", BASE + "documents/post-1.html"} <= set(found)
    assert len(found) == len(set(found))


def test_topics_kept_out_of_lists_are_kept_out_of_the_sitemap() -> None:
    assert "ada-fenn" not in sitemap.sitemaps(index(digest(), SETTINGS))["sitemap.xml"]


def test_more_addresses_than_one_sitemap_may_hold_are_spread_over_several(monkeypatch: pytest.MonkeyPatch) -> None:
    known = index(digest(), SETTINGS)
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 6)
    made = sitemap.sitemaps(known)
    names = [element.text for element in parsed(made["sitemap.xml"]).iter(f"{SITEMAPS}loc")]
    assert names == [f"{BASE}sitemap-{number}.xml" for number in range(1, len(names) + 1)]
    spread = [
        loc.text for name in names for loc in parsed(made[(name or "").removeprefix(BASE)]).iter(f"{SITEMAPS}loc")
    ]
    assert spread == [BASE + ("" if page == "index.html" else page) for page in sitemap.page_addresses(known)]


def test_the_search_description_keeps_to_the_lengths_the_standard_allows() -> None:
    root = parsed(open_search(Settings(site=Site(title="A very long title indeed, far too long", url=BASE))))
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert len(root.findtext(f"{space}ShortName") or "") <= 16
    assert root.find(f"{space}Url").get("template") == f"{BASE}search.html?q={{searchTerms}}"  # type: ignore[union-attr]


def test_a_card_has_the_size_that_previews_expect_and_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for output in (first, second):
        write_machine_files(digest(), SETTINGS, output)
    card = first / "cards" / "2031-03-04.png"
    with Image.open(card) as image:
        assert (image.size, image.format) == ((1200, 630), "PNG")
    assert card.stat().st_size < 40_000
    assert card.read_bytes() == (second / "cards" / "2031-03-04.png").read_bytes()
