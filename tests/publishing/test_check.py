"""What `digest check` finds on a site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publishing.check import broken_links, check_site, lost_lines


def site_with(tmp_path: Path, **pages: str) -> Path:
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text(f"<!doctype html><html><body>{text}</body></html>")
    return tmp_path


def test_links_that_lead_somewhere_are_not_reported(tmp_path: Path) -> None:
    site = site_with(
        tmp_path, index='<a href="a.html#x">a</a><a href="https://example.org/">out</a>', a='<p id="x">x</p>'
    )
    assert list(broken_links(site)) == []


def test_a_link_to_a_missing_page_is_reported(tmp_path: Path) -> None:
    site = site_with(tmp_path, index='<a href="b.html">b</a>')
    assert list(broken_links(site)) == ["index.html: links to b.html, which is not there"]


def test_a_link_to_a_missing_anchor_is_reported(tmp_path: Path) -> None:
    site = site_with(tmp_path, index='<a href="#nowhere">b</a>')
    assert list(broken_links(site)) == ["index.html: links to #nowhere, where nothing has that anchor"]


def test_a_link_out_of_the_site_is_reported(tmp_path: Path) -> None:
    site = site_with(tmp_path, index='<a href="../secret.html">b</a>')
    assert len(list(broken_links(site))) == 1


def write_data(site: Path, *, entry_lines: list[int], set_aside: list[int]) -> None:
    data = site / "data"
    (data / "text").mkdir(parents=True)
    document = {"id": "d1", "path": "page.txt", "key_points": [], "set_aside": [{"lines": set_aside, "why": "menu"}]}
    (data / "documents.jsonl").write_text(json.dumps(document) + "\n")
    (data / "entries.jsonl").write_text(json.dumps({"document": "d1", "lines": entry_lines}) + "\n")
    (data / "text" / "d1.txt").write_text("Menu\n\n10:15 Something happened.\n")


def test_a_document_whose_lines_are_all_in_one_place_passes(tmp_path: Path) -> None:
    write_data(tmp_path, entry_lines=[3], set_aside=[1])
    assert list(lost_lines(tmp_path)) == []


def test_a_lost_line_is_named_with_its_document(tmp_path: Path) -> None:
    write_data(tmp_path, entry_lines=[], set_aside=[1])
    assert list(lost_lines(tmp_path)) == ["page.txt:3: this line is lost"]


def test_a_line_in_two_places_is_named(tmp_path: Path) -> None:
    write_data(tmp_path, entry_lines=[1, 3], set_aside=[1])
    assert list(lost_lines(tmp_path)) == ["page.txt:1: this line stands in two places"]


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="holds no site"):
        check_site(tmp_path)
