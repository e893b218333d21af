"""Pages built as outlets of many countries build theirs, between side columns, teasers, clips and readers' comments."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from generator.config import Given, Settings
from generator.model import Document, Entry
from generator.reading.draft import Source
from generator.reading.reader import read

PAGES = Path(__file__).parent / "structures"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@cache
def document_of(name: str) -> Document:
    data = (PAGES / f"{name}.html").read_bytes()
    return read(Source(path=f"{name}.html", data=data, sha256="0"), Given(), Settings())


def expected(name: str) -> list[list[str | None]]:
    """Printed time, moment in UTC, headline and opening of each post; None where the page does not tell."""
    posts: list[list[str | None]] = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    return posts


def says(entry: Entry, opening: str) -> bool:
    return any(opening in block.text for block in entry.blocks)


@pytest.mark.parametrize("name", NAMES)
def test_every_post_is_an_entry_of_its_own_and_nothing_else_is_one(name: str) -> None:
    entries = document_of(name).entries
    assert len(entries) == len(expected(name))
    for entry, (_, _, headline, opening) in zip(entries, expected(name), strict=True):
        assert says(entry, str(opening))
        assert headline is None or entry.headline == headline


@pytest.mark.parametrize("name", NAMES)
def test_every_post_has_the_moment_that_the_page_lets_be_known(name: str) -> None:
    for entry, (printed, utc, _, _) in zip(document_of(name).entries, expected(name), strict=True):
        if utc is not None:
            assert entry.utc is not None
            assert f"{entry.utc:%Y-%m-%dT%H:%M}" == utc
        assert printed is None or printed in (entry.printed_time or "")


def test_a_country_with_many_clocks_leaves_the_moment_open() -> None:
    assert {entry.utc for entry in document_of("online_blocks_ru").entries} == {None}


def test_questions_of_readers_stay_with_the_post_that_answers_them() -> None:
    quotes = [b.text for e in document_of("reader_questions_in_comment_boxes").entries for b in e.blocks]
    assert sum(text.startswith("Le vieux pont tient-il") for text in quotes) == 2
