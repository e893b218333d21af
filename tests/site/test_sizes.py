"""Pages are small: what a reader's browser has to fetch before it can show them, compressed as servers do."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.config import Settings
from generator.publishing.site import render
from generator.writing.machines.live_blog import write_live_blogs
from generator.writing.pages import write_pages
from tests.digests import FIRST, long_day
from tests.site.kinds import fullest_pages

KB = 1000


def compressed(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in paths)


def test_the_first_view_of_a_day_is_at_most_60_kilobytes(demo_site: Path) -> None:
    parts = [fullest_pages(demo_site)["day"], demo_site / "theme" / "digest.css", demo_site / "theme" / "digest.js"]
    assert compressed(*parts) <= 60 * KB


def test_the_stylesheet_is_at_most_20_kilobytes(demo_site: Path) -> None:
    assert (demo_site / "theme" / "digest.css").stat().st_size <= 20 * KB


def test_the_script_is_at_most_15_kilobytes_without_search(demo_site: Path) -> None:
    assert (demo_site / "theme" / "digest.js").stat().st_size <= 15 * KB


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("long")
    (place / "output").mkdir()
    write_pages(long_day(500), Settings(), place / "pages")
    write_live_blogs(long_day(500), Settings(), place / "pages")
    render(place / "pages", place / "output", Settings())
    return place / "output"


def test_the_first_view_of_a_day_of_500_entries_is_at_most_60_kilobytes(long_site: Path) -> None:
    page = long_site / "days" / f"{FIRST.isoformat()}.html"
    assert page.read_text("utf-8").count('<li id="e') == 500
    assert compressed(page, long_site / "theme" / "digest.css", long_site / "theme" / "digest.js") <= 60 * KB


def test_every_page_of_full_entries_is_a_first_view_of_at_most_60_kilobytes(long_site: Path) -> None:
    hours = sorted((long_site / "days").glob(f"{FIRST.isoformat()}-*.html"))
    assert sum(path.read_text("utf-8").count("<article") for path in hours) == 500
    for path in hours:
        assert compressed(path, long_site / "theme" / "digest.css", long_site / "theme" / "digest.js") <= 60 * KB
