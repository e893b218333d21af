"""A page that states its day only in a labelled line is dated by it; several different ones date nothing."""

from __future__ import annotations

from datetime import date

import pytest

from generator.reading.html.labelled_day import labelled_day


@pytest.mark.parametrize(
    ("line", "language"),
    [("Date 03.05.2024", "en"), ("Published: May 3, 2024", "en"), ("Datum: 3. Mai 2024", "de")],
)
def test_a_label_before_a_whole_date_gives_the_day(line: str, language: str) -> None:
    assert labelled_day(["Harbour bridge closed", line], language) == date(2024, 5, 3)


@pytest.mark.parametrize(
    "lines",
    [
        ["Bridge closed 03.05.2024"],
        ["Date 03.05.2024", "Date 04.05.2024"],
        ["Date"],
        ["Date 03.05.2024 and what came after it"],
        ["Date 31.06.2024"],
    ],
)
def test_dates_of_other_things_and_contradictions_give_none(lines: list[str]) -> None:
    assert labelled_day(lines, "en") is None
