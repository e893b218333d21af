"""What a person in doubt is shown of how a page was read."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from generator.reading.inspection import ReadLine, inspection, read_lines
from tests.reading.texts import read_page

PAGE = """Pier fire: live

Share

14:05

Crane falls into the basin

Nobody was hurt, the fire chief has said.

13:40

Smoke over the old town

People are asked to keep their windows shut.
"""


def test_every_line_is_shown_with_what_it_was_taken_for() -> None:
    assert list(read_lines(read_page(PAGE)))[:5] == [
        ReadLine(1, "Pier fire: live", "set aside", None, "title of the page"),
        ReadLine(3, "Share", "set aside", None, "page frame: sharing and following"),
        ReadLine(5, "14:05", "time", 1),
        ReadLine(7, "Crane falls into the basin", "headline", 1),
        ReadLine(9, "Nobody was hurt, the fire chief has said.", "paragraph", 1),
    ]


def test_the_chosen_layout_its_rivals_and_their_scores_are_shown() -> None:
    out = StringIO()
    Console(file=out, width=200).print(inspection(read_page(PAGE)))
    shown = out.getvalue()
    assert "time on a line of its own" in shown
    assert "every paragraph an entry" in shown
    assert "page frame: sharing and following" in shown
