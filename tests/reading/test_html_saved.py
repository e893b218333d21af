"""What savers of pages write into them is used: the address, and the moment that ages count from."""

from __future__ import annotations

import pytest

from generator.config import Given, Settings
from generator.model import Document
from generator.reading.draft import Source
from generator.reading.reader import read

POSTS = "".join(
    f"<div class=post><span>{age}</span><p>Report {n} from the lock says how high the water stands there now.</p></div>"
    for n, age in enumerate(("4 min ago", "20 min ago", "3 hours ago"))
)
SINGLE_FILE = """<!--
 Page saved with SingleFile
 url: https://lock.example/live
 saved date: Tue Mar 05 2024 16:10:30 GMT+0100 (Central European Standard Time)
-->"""
HTTRACK = (
    "<!-- Mirrored from lock.example/live by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 05 Mar 2024 15:10:30 GMT -->"
)
ARCHIVE = "<!--\n     FILE ARCHIVED ON 15:10:30 Mar 05, 2024 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE.\n-->"


def read_page(before: str = "", after: str = "", head: str = "") -> Document:
    html = (
        f'<!DOCTYPE html>\n<html lang="en">{before}<head>{head}</head><body><main>{POSTS}</main></body></html>{after}'
    )
    return read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())


@pytest.mark.parametrize(("before", "after"), [(SINGLE_FILE, ""), (HTTRACK, ""), ("", HTTRACK), ("", ARCHIVE)])
def test_ages_count_from_the_moment_the_page_was_saved(before: str, after: str) -> None:
    moments = [f"{entry.utc:%H:%M}" for entry in read_page(before, after).entries if entry.utc]
    assert moments == ["15:06", "14:50", "12:10"]


def test_the_address_is_the_one_the_page_was_saved_from() -> None:
    assert read_page(SINGLE_FILE).url == "https://lock.example/live"
    assert read_page("<!-- saved from url=(0025)https://lock.example/live -->").url == "https://lock.example/live"


def test_the_address_of_the_internet_archive_is_not_that_of_the_page() -> None:
    address = "https://web.archive.org/web/20240305151030/https://lock.example/live"
    assert read_page(head=f'<link rel="canonical" href="{address}">').url == "https://lock.example/live"


def test_a_date_of_saving_that_cannot_be_is_passed_over() -> None:
    assert [entry.utc for entry in read_page(SINGLE_FILE.replace("Mar 05", "Mar 35")).entries] == [None] * 3
