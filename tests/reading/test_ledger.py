"""Nothing is lost: the ledger finds every line that is missing, doubled or changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DocumentError
from generator.model import Block, BlockKind, Document, Entry, SetAside
from generator.reading.ledger import LEFT_OVER, check, completed, problems
from tests.reading.texts import read_page

LINES = ("Fire at the pier", "", "14:05", "The  crane has fallen.")
ENTRY = Entry("e1", "d", "", (3, 4), blocks=(Block(BlockKind.PARAGRAPH, "The crane has fallen.", 4),))
WHOLE = Document("d", "page.txt", "0", "text", LINES, set_aside=(SetAside((1,), "title"),), entries=(ENTRY,))


def test_a_document_with_every_line_in_one_place_passes_and_white_space_may_differ() -> None:
    check(WHOLE)


@pytest.mark.parametrize(
    ("broken", "line", "why"),
    [
        (replace(WHOLE, set_aside=()), 1, "is lost: in no entry, no key point and not set aside"),
        (replace(WHOLE, key_points=(1,)), 1, "is in two places"),
        (replace(WHOLE, key_points=(2,)), 2, "does not exist or is blank"),
        (
            replace(WHOLE, entries=(replace(ENTRY, blocks=(Block(BlockKind.PARAGRAPH, "The crane fell.", 4),)),)),
            4,
            "does not hold the words of its paragraph: 'The crane fell.'",
        ),
    ],
)
def test_a_line_lost_doubled_blank_or_reworded_is_named(broken: Document, line: int, why: str) -> None:
    assert list(problems(broken)) == [(line, why)]
    with pytest.raises(DocumentError, match=r"page\.txt:\d+: "):
        check(broken)


def test_lines_that_no_reader_accounts_for_are_set_aside_as_such() -> None:
    assert completed(LINES, (3, 4), ()) == (SetAside((1,), LEFT_OVER),)


_LINE = st.one_of(
    st.sampled_from(
        ["", "14:05", "13:40 Text follows.", "Share", "• point one", "By Ann Lee", "24' Goal", "# x", "a | b |"]
    ),
    st.text(st.characters(blacklist_characters="\n\r", blacklist_categories=("Cs", "Cc")), max_size=60),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_LINE, min_size=1, max_size=25))
def test_any_text_is_read_with_every_line_in_exactly_one_place(lines: list[str]) -> None:
    if not any(line.strip() for line in lines):
        return
    assert list(problems(read_page("\n".join(lines)))) == []
