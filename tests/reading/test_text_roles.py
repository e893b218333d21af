"""The parts of an entry, and what is no part of it."""

from __future__ import annotations

from generator.model import BlockKind
from tests.reading.texts import read_page

PAGE = """Flood live: boats on their way

What we know

• The lower town is under a metre of water
• Two bridges over the river are closed

14:05 BST
By Ann Lee
Bridge gives way at the mill
A view of the mill bridge on Tuesday morning.
A view of the mill bridge on Tuesday morning. Tom Reed/AFP
The arch fell into the river at two, the county has said.
• Nobody stood on it
Correction: An earlier entry named the wrong mill.
The bridge is down. — County Council (@county) April 2, 2019
Updated at 14.20 BST
Share
13:31 BST
By Ann Lee
School used as a shelter
About ninety people will sleep in the gym tonight.
Share
"""


def test_every_part_of_an_entry_has_its_kind() -> None:
    entry = read_page(PAGE).entries[0]
    assert entry.headline == "Bridge gives way at the mill"
    assert [(block.line, block.kind) for block in entry.blocks] == [
        (9, BlockKind.BYLINE),
        (11, BlockKind.CAPTION),
        (12, BlockKind.CAPTION),
        (13, BlockKind.PARAGRAPH),
        (14, BlockKind.LIST_ITEM),
        (15, BlockKind.CORRECTION),
        (16, BlockKind.EMBED),
    ]


def test_key_points_are_the_pages_own_summary() -> None:
    assert read_page(PAGE).key_points == (5, 6)


def test_what_is_set_aside_says_why_in_words() -> None:
    aside = {number: part.why for part in read_page(PAGE).set_aside for number in part.lines}
    assert aside[1] == "title of the page"
    assert aside[17] == "says when the entry was changed"
    assert aside[18] == "page frame: sharing and following"


def test_an_entry_pinned_by_its_mark_is_said_to_be_pinned() -> None:
    first = "Pinned\n\n14:05\n\nHow to help the town\n\nBring blankets to the gym, please."
    page = f"Live\n\n{first}\n\n13:31\n\nRoad shut\n\nIt will stay shut."
    assert [entry.pinned for entry in read_page(page).entries] == [True, False]


def test_reading_is_the_same_for_right_to_left_text_which_stays_verbatim() -> None:
    page = "מבזקים\n\n14:05 | הכביש לצפון נפתח מחדש לתנועה.\n\n13:48 | שלושה מטיילים חולצו מהנחל."
    assert [entry.blocks[0].text for entry in read_page(page).entries] == [
        "הכביש לצפון נפתח מחדש לתנועה.",
        "שלושה מטיילים חולצו מהנחל.",
    ]


def test_times_of_readers_comments_open_no_entries() -> None:
    page = read_page("Fair: live\n\n18.40 The band plays.\n\n17.10 Gates open.\n\n3 comments\n\nJo\n19.02\nToo loud.\n")
    assert [entry.printed_time for entry in page.entries] == ["18.40", "17.10"]
    assert {n: part.why for part in page.set_aside for n in part.lines}[11] == "comments of readers"


def test_a_time_above_the_entries_that_only_dates_the_page_opens_none() -> None:
    page = read_page("Fair: live\n\nMay 3, 2021 6:50 PM\n\n6:40 PM The band plays.\n\n5:10 PM Gates open.\n")
    assert [entry.printed_time for entry in page.entries] == ["6:40 PM", "5:10 PM"]
    assert str(page.date) == "2021-05-03"
