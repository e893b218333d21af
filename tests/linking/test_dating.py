"""Documents that print no date, and when others settle it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.linking.dating import infer_dates
from generator.model import Basis, Block, BlockKind, Document, Entry

DAY = date(2021, 5, 6)
TEXTS = (
    "A barge carrying gravel sank below the old bridge at Millton early on Thursday after it struck a pier of it.",
    "The mayor of Millton said on Thursday that the ferry would run again as soon as the wreck had been lifted.",
    "Three men of the crew swam ashore and were given dry clothes by the harbour master's wife and her sister.",
    "The channel stays closed to all traffic until divers have looked at the foundations of the bridge there.",
)


def document(name: str, texts: tuple[str, ...], day: date | None) -> Document:
    entries = tuple(
        Entry(f"{name}-{n}", name, name, blocks=(Block(BlockKind.PARAGRAPH, text, n + 1),), date=day)
        for n, text in enumerate(texts)
    )
    basis = Basis.PRINTED if day else None
    return Document(name, f"{name}.txt", "0", "text", texts, date=day, date_basis=basis, entries=entries)


def test_a_document_that_shares_three_entries_with_a_dated_one_gets_its_date() -> None:
    dated, undated = document("lamp", TEXTS, DAY), document("post", TEXTS[:3], None)
    _, found = infer_dates([dated, undated])
    assert (found.date, found.date_basis) == (DAY, Basis.INFERRED)
    assert {entry.date for entry in found.entries} == {DAY}
    assert all(entry.utc is None and entry.time_basis is None for entry in found.entries)
    assert "3 entries share their wording with lamp" in found.notes[-1]
    assert all("inferred" in (entry.time_note or "") for entry in found.entries)


def test_two_shared_entries_are_enough_if_the_weekday_agrees() -> None:
    _, found = infer_dates([document("lamp", TEXTS, DAY), document("post", TEXTS[:2], None)])
    assert found.date == DAY
    assert "Thursday" in found.notes[-1]


def test_two_shared_entries_without_a_weekday_are_not_enough() -> None:
    undated = document("post", TEXTS[2:], None)
    assert infer_dates([document("lamp", TEXTS, DAY), undated])[1] == undated


def test_one_shared_entry_never_dates_a_document() -> None:
    undated = document("post", (TEXTS[0], "Nothing else is alike on Thursday."), None)
    assert infer_dates([document("lamp", TEXTS, DAY), undated])[1] == undated


def test_weekdays_that_contradict_keep_a_document_undated() -> None:
    others = tuple(
        f"It was said on Sunday, and again on Sunday, that number {n} would not come home." for n in range(4)
    )
    undated = document("post", TEXTS[1:4] + others, None)
    assert infer_dates([document("lamp", TEXTS, DAY), undated])[1] == undated


def test_shared_entries_that_speak_for_two_days_settle_nothing() -> None:
    one = document("lamp", TEXTS[:2], DAY)
    two = document("bell", TEXTS[2:], date(2021, 5, 7))
    undated = document("post", TEXTS, None)
    assert infer_dates([one, two, undated])[2] == undated


def test_a_dated_document_is_never_changed_and_the_order_is_kept() -> None:
    documents = [document("post", TEXTS[:3], None), document("lamp", TEXTS, DAY), document("bell", (), None)]
    found = infer_dates(documents)
    assert [each.id for each in found] == ["post", "lamp", "bell"]
    assert found[1] == documents[1]
    assert found[2] == documents[2]


def test_a_note_about_time_that_was_there_stays() -> None:
    undated = document("post", TEXTS[:3], None)
    entries = tuple(replace(entry, time_note="no time is printed.") for entry in undated.entries)
    _, found = infer_dates([document("lamp", TEXTS, DAY), replace(undated, entries=entries)])
    assert all((entry.time_note or "").startswith("no time is printed. The date") for entry in found.entries)


@pytest.mark.parametrize("documents", [[], [document("post", TEXTS, None)], [document("lamp", TEXTS, DAY)]])
def test_without_anything_to_infer_from_documents_stay_as_they_are(documents: list[Document]) -> None:
    assert infer_dates(documents) == tuple(documents)
