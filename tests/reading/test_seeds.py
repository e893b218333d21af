"""Five real documents, read line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.model import BlockKind, Document, Order
from generator.reading.ledger import problems
from tests.reading.texts import read_page
from tests.shared import shared_folder


def seed(number: str) -> Document:
    (path,) = shared_folder("seeds").glob(f"{number}_*.txt")
    return read_page(path.read_bytes(), path=path.name)


def kinds(document: Document, entry: int) -> dict[int, BlockKind]:
    return {block.line: block.kind for block in document.entries[entry].blocks}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_line_is_in_one_place_and_every_block_verbatim(number: str) -> None:
    assert list(problems(seed(number))) == []


def test_seven_timed_entries_and_four_key_points_below_a_glued_date() -> None:
    document = seed("000")
    assert [entry.printed_time for entry in document.entries][:2] == [
        "10 mins ago (21:11 GMT)",
        "39 mins ago (20:42 GMT)",
    ]
    assert (len(document.entries), document.key_points, document.zone) == (7, (3, 5, 7, 9), "UTC")
    assert {entry.date for entry in document.entries} == {date(2022, 6, 1)}
    assert document.captured == datetime(2022, 6, 1, 21, 21, tzinfo=UTC)
    assert kinds(document, 6)[81] is BlockKind.EMBED


def test_seventeen_entries_without_times_the_last_a_bare_headline() -> None:
    document = seed("001")
    assert len(document.entries) == 17
    assert document.date is None
    assert document.entries[-1].headline
    assert document.entries[-1].blocks == ()
    assert {entry.utc for entry in document.entries} == {None}


def test_nine_eastern_entries_of_sixteen_posts_with_captions_bylines_correction_and_list() -> None:
    document = seed("002")
    assert (len(document.entries), document.posts_stated) == (9, 16)
    assert any("16 posts" in note for note in document.notes)
    last = document.entries[-1]
    assert (str(last.local_time), last.utc) == ("2023-05-31 23:11:00", datetime(2023, 6, 1, 3, 11, tzinfo=UTC))
    assert last.date == date(2023, 6, 1)
    assert document.entries[0].pinned
    assert kinds(document, 0)[14] is BlockKind.BYLINE
    assert [kinds(document, 0)[line] for line in (16, 17)] == [BlockKind.CAPTION, BlockKind.CAPTION]
    assert kinds(document, 4)[124] is BlockKind.CORRECTION
    assert [kinds(document, 7)[line] for line in range(177, 183)] == [BlockKind.LIST_ITEM] * 6


def test_twenty_entries_over_two_days_with_teaser_cards_and_a_foot() -> None:
    document = seed("003")
    assert len(document.entries) == 20
    assert sum(not [b for b in e.blocks if b.kind is BlockKind.PARAGRAPH] for e in document.entries) >= 9
    assert {entry.date for entry in document.entries} == {date(2022, 6, 1), date(2022, 6, 2)}
    assert document.order is Order.NEWEST_FIRST
    card = document.entries[3]
    assert kinds(document, 3) == {33: BlockKind.CAPTION, 34: BlockKind.KICKER}
    assert card.headline is not None
    assert card.headline in document.lines[34]
    assert {107, 108, 109} <= {number for part in document.set_aside for number in part.lines}


def test_scrambled_paragraphs_stay_apart_without_invented_times() -> None:
    document = seed("004")
    assert [entry.lines for entry in document.entries] == [(number,) for number in range(5, 31)]
    assert (document.date, document.zone, document.order) == (date(2022, 6, 25), "Europe/Paris", Order.UNKNOWN)
    assert {entry.local_time for entry in document.entries} == {None}
    assert any("order" in note for note in document.notes)
