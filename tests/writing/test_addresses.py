"""Addresses of pages: stable, relative, safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from generator.writing.addresses import (
    UNDATED,
    day_address,
    document_address,
    line_address,
    markdown_path,
    relative,
    source_address,
    story_address,
    topic_address,
)
from generator.writing.parts import entry_addresses
from tests.digests import entries


def test_an_entry_stands_on_the_page_of_its_day_under_its_id() -> None:
    entry = entries()[0]
    assert entry_addresses([entry], ZoneInfo("UTC")) == {entry.id: f"days/2031-03-04.html#{entry.id}"}


def test_an_entry_without_a_date_stands_on_the_undated_page() -> None:
    entry = replace(entries()[0], date=None)
    assert entry_addresses([entry], ZoneInfo("UTC")) == {entry.id: f"{UNDATED}#{entry.id}"}


def test_every_kind_of_page_has_its_folder_and_ends_in_a_file_name() -> None:
    assert day_address(date(2031, 3, 4)) == "days/2031-03-04.html"
    assert story_address("s-1") == "stories/s-1.html"
    assert topic_address("elm-point") == "topics/elm-point.html"
    assert source_address("The Quay Ledger") == "sources/the-quay-ledger.html"
    assert document_address("page-0a1b2c") == "documents/page-0a1b2c.html"
    assert line_address("page-0a1b2c", 7) == "documents/page-0a1b2c.html#L7"
    assert line_address("page-0a1b2c", 20_001) == "data/text/page-0a1b2c.txt"


def test_an_outlet_cannot_take_the_page_that_lists_all_sources() -> None:
    assert source_address("all") != "sources/all.html"
    assert source_address("index") != "sources/index.html"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "CON", "", "\x00", "新聞", ".", "..", "x" * 500])
def test_no_outlet_name_leads_out_of_its_folder(name: str) -> None:
    folder, _, file = source_address(name).partition("/")
    assert folder == "sources"
    assert file.endswith(".html")
    assert "/" not in file
    assert not file.startswith(".")
    assert len(file) < 120


@pytest.mark.parametrize(
    ("address", "start", "link"),
    [
        ("stories/s.html", "days/d.html", "../stories/s.html"),
        ("days/e.html#x", "days/d.html", "e.html#x"),
        ("days/d.html#x", "days/d.html", "#x"),
        ("days/d.html", "days/d.html", "d.html"),
        ("index.html", "days/d.html", "../index.html"),
        ("days/d.html", "index.html", "days/d.html"),
    ],
)
def test_links_are_relative_to_the_page_they_stand_on(address: str, start: str, link: str) -> None:
    assert relative(address, start) == link


def test_the_markdown_of_a_page_lies_where_the_page_will_lie() -> None:
    assert markdown_path("days/2031-03-04.html#e1") == "days/2031-03-04.md#e1"
