"""Several captures of one page become one document."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.config import Given, Settings
from generator.model import Document
from generator.reading import ledger
from generator.reading.captures import unite
from generator.reading.draft import Source
from generator.reading.reader import read
from tests.shared import shared_folder

GATE = "The first gate of the upper lock opened a little before noon."
BARGES = "Two barges wait below the bridge and a third is on its way."
WATER = "The water stands a hand and a half above the mark tonight."
CLOSED = "All traffic on the canal is stopped until the day after."


def capture(path: str, hour: int, *posts: tuple[str, str]) -> Document:
    body = "".join(f'<div class="p"><time>{when}</time><p>{text}</p></div>' for when, text in posts)
    html = (
        '<html lang="en"><head><link rel="canonical" href="https://lock.example/live"></head>'
        f"<body><main>{body}</main></body></html>"
    )
    moment = datetime(2024, 3, 5, hour, tzinfo=UTC)
    return read(Source(path=path, data=html.encode(), sha256=path, captured=moment), Given(), Settings())


def texts(document: Document) -> list[str]:
    return [block.text for entry in document.entries for block in entry.blocks]


EARLY = capture("early.html", 14, ("13:50", WATER), ("12:40", BARGES), ("11:55", GATE))


def test_posts_of_both_captures_are_united_and_each_stands_once() -> None:
    late = capture("late.html", 16, ("15:30", CLOSED), ("13:50", WATER), ("12:40", BARGES))
    (document,) = unite([EARLY, late])
    assert sorted(texts(document)) == sorted([GATE, BARGES, WATER, CLOSED])


def test_an_edit_between_captures_is_kept_as_a_change_under_the_same_id() -> None:
    edited = BARGES.replace("Two", "Three")
    late = capture("late.html", 16, ("13:50", WATER), ("12:40", edited), ("11:55", GATE))
    (document,) = unite([late, EARLY])
    entry = next(entry for entry in document.entries if entry.changes)
    assert (entry.changes[0].before, entry.changes[0].after) == (BARGES, edited)
    assert entry.id == EARLY.entries[1].id


def test_the_united_document_keeps_the_id_of_the_first_capture_and_names_both() -> None:
    late = capture("late.html", 16, ("15:30", CLOSED), ("13:50", WATER), ("12:40", BARGES))
    (document,) = unite([late, EARLY])
    assert document.id == EARLY.id
    assert {entry.document for entry in document.entries} == {EARLY.id}
    assert any("early.html" in note and "late.html" in note for note in document.notes)


def test_the_ledger_holds_for_united_captures() -> None:
    late = capture("late.html", 16, ("15:30", CLOSED), ("13:50", WATER), ("12:40", BARGES))
    (document,) = unite([EARLY, late])
    ledger.check(document)
    for entry in document.entries:
        for block in entry.blocks:
            assert block.text in document.lines[block.line - 1]


def test_documents_of_different_addresses_or_of_none_are_left_alone() -> None:
    other = read(Source(path="a.txt", data=f"12:30 {GATE}\n13:30 {WATER}\n".encode(), sha256="a"), Given(), Settings())
    assert unite([EARLY, other]) == (EARLY, other)


def test_two_captures_of_a_real_page_become_one_document() -> None:
    folder = shared_folder("pages")
    pages = [
        read(Source(path=name, data=(folder / name).read_bytes(), sha256=name), Given(), Settings())
        for name in ("cbs-2.html", "cbs-3.html")
    ]
    (document,) = unite(pages)
    assert len(document.entries) == 23
    ledger.check(document)
