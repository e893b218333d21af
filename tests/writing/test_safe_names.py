"""File names, anchors and the direction of text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.writing.safe import anchor, file_name, plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("harbour-1", "harbour-1"),
        ("Harbour Wire", "harbour-wire"),
        ("BBC", "bbc"),
        ("topic_one", "topic_one"),
    ],
)
def test_plain_names_stay_readable(text: str, name: str) -> None:
    assert file_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["../../x", "index", "INDEX", "all", "Undated", "con", "NUL", "Com1", "", ".", "..", "a/b", "a\\b", "C:", "a.html",
     "x" * 500, "Öst Post", "中文", "a\x00b", "a\nb", "\ud800", "~", "-x", "x ", "a--0123456789", "%2e%2e"],
)  # fmt: skip
def test_any_other_name_gets_a_hash_and_no_way_out_of_its_folder(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}--[0-9a-f]{10}", file_name(text))


@given(st.text())
@example("con")
@example("K")
def test_a_file_name_is_short_lower_case_ascii_and_no_name_of_a_device_or_of_our_own_pages(text: str) -> None:
    name = file_name(text)
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?", name)
    assert len(name) <= 160
    assert name not in {"con", "prn", "aux", "nul", "com1", "lpt1", "index", "all", "undated"}


@given(st.text(), st.text())
@example("a b", "a-b")
@example("Öst", "Ost")
@example("a/b", "a-b")
@example("x ", "x")
def test_texts_share_a_name_only_if_they_differ_in_no_more_than_case_and_hyphens(first: str, second: str) -> None:
    if file_name(first) == file_name(second):
        assert first.lower().replace(" ", "-") == second.lower().replace(" ", "-")


def test_a_text_cannot_be_written_so_that_it_takes_the_name_of_another() -> None:
    taken = file_name("Öst Post")
    assert file_name(taken) != taken


@given(st.text())
@example("main")
@example("L1")
def test_an_anchor_is_an_id_of_ours_and_never_that_of_another_part_of_the_page(text: str) -> None:
    assert re.fullmatch(r"e[0-9a-f]{12}|a-[a-z0-9_-]+", anchor(text))


def test_entry_ids_are_their_own_anchors() -> None:
    assert anchor("e0123456789ab") == "e0123456789ab"


TURNS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


@given(st.text(st.sampled_from(list(TURNS + "\u202c\u2069ab"))))
@example("\u202ea\u2066b\u202c")
@example("\u2066" * 300)
@example("\u2069\u202c")
def test_every_turn_of_direction_is_ended_within_its_text(text: str) -> None:
    depth: list[str] = []
    for letter in plain(text):
        if letter in TURNS:
            depth.append("\u202c" if letter < "\u2066" else "\u2069")
        elif letter == "\u202c":
            assert depth.pop() == letter
        elif letter == "\u2069":
            while depth.pop() != letter:
                pass
    assert depth == []


@given(st.text(st.sampled_from(list("ab אب"))))
def test_text_without_turns_is_left_as_it_is(text: str) -> None:
    assert plain(text) == " ".join(text.split())
