"""Hostile and broken texts cost bounded time and one clear message."""

from __future__ import annotations

import time

import pytest

from generator.config import Limits, Settings
from generator.errors import DocumentError
from generator.reading.text.reader import read_text
from tests.reading.texts import read_page


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "is empty"), (b" \n\n ", "is empty"), (bytes(range(256)) * 8, "unreadable")]
)
def test_an_empty_or_binary_file_is_refused_with_what_is_wrong_and_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says) as caught:
        read_page(data)
    assert caught.value.path == "page.txt"
    assert caught.value.hint


def test_more_lines_than_the_limit_are_refused_with_the_setting_that_raises_it() -> None:
    with pytest.raises(DocumentError, match=r"more than the 10 that are read.*limits\.document_lines"):
        read_text(["x"] * 11, Settings(limits=Limits(document_lines=10)), path="page.txt")


HOSTILE = {
    "letters": "a" * 300_000,
    "digits": "1" * 300_000,
    "spaces": " " * 300_000 + "x",
    "pipes": "| " * 150_000 + "x",
    "clocks": "12:30 " * 3_000,
    "match minutes": "5' - " * 3_000,
    "full stops": ". " * 150_000,
    "names": "Ann " * 75_000,
    "bullets": "• " * 150_000,
    "quotes": '"' * 300_000,
    "dashes": "- " * 150_000,
    "colons": "12:" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_one_long_hostile_line_is_read_in_seconds(text: str) -> None:
    start = time.process_time()
    read_page(text)
    assert time.process_time() - start < 6


def test_lone_surrogates_and_nuls_do_not_stop_the_reading() -> None:
    page = b"Live from the quay\n\n14:05 The ship\x00 has left. \xed\xa0\x80\n\n13:05 The ship has docked and waits.\n"
    assert len(read_page(page * 3).entries) >= 2


def test_a_text_with_neither_times_nor_headlines_is_read_as_paragraphs_and_says_so() -> None:
    document = read_page("The fog came in after breakfast.\n\nA heron stood on the pier for an hour.\n")
    assert len(document.entries) == 2
    assert any("No times are printed" in note for note in document.notes)
