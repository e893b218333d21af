"""One outlet spelt in several ways is one outlet: it cannot bear out its own report, and has one page."""

from __future__ import annotations

from generator.model import Document, Entry
from generator.reading.spellings import unite_outlets


def page(name: str, outlet: str, *outlets: str) -> Document:
    entries = tuple(Entry(f"{name}-{place}", name, own) for place, own in enumerate(outlets))
    return Document(name, f"{name}.txt", "0" * 64, "text", (), outlet=outlet, entries=entries)


def test_names_that_differ_only_in_case_take_the_spelling_that_stands_most_often() -> None:
    united = unite_outlets([page("a", "QUAY LEDGER", "QUAY LEDGER"), page("b", "Quay Ledger", *["Quay Ledger"] * 3)])
    assert [document.outlet for document in united] == ["Quay Ledger", "Quay Ledger"]
    assert {entry.outlet for document in united for entry in document.entries} == {"Quay Ledger"}


def test_each_entry_of_a_table_is_taken_for_its_own_outlet() -> None:
    [table] = unite_outlets([page("a", "", "Radio Reed", "radio-reed", "Radio Reed", "Elm Post")])
    assert [entry.outlet for entry in table.entries] == ["Radio Reed", "Radio Reed", "Radio Reed", "Elm Post"]


def test_the_order_of_documents_decides_nothing() -> None:
    one, two = page("a", "radio reed", "radio reed"), page("b", "Radio Reed", "Radio Reed")
    assert {document.outlet for document in unite_outlets([one, two])} == {"Radio Reed"}
    assert {document.outlet for document in unite_outlets([two, one])} == {"Radio Reed"}


def test_names_that_differ_in_letters_stay_apart() -> None:
    united = unite_outlets([page("a", "Öst Post"), page("b", "Ost Post")])
    assert [document.outlet for document in united] == ["Öst Post", "Ost Post"]
