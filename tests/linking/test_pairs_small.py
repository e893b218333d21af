"""A first folder holds two or three pages: so few entries must not make everything look alike."""

from __future__ import annotations

import pytest

from generator.config import Curation, Linking
from generator.linking.linker import link
from generator.model import Entry, Link, Relation
from tests.linking.accounts import entry

UNRELATED = [
    ("Parliament votes on fishing quotas", "Lawmakers approved new quotas for herring."),
    ("Orchestra names first woman conductor", "Ines Valdor will lead the Karsund Philharmonic from September."),
    ("Storm cuts power in the north", "Gusts brought down lines around Tolmark and left 9,000 homes dark."),
    ("Carmaker recalls vans", "Rullin is calling back 40,000 vans because their brakes may overheat."),
    ("Striker signs for Orley United", "The forward joins on a contract of four years, the club said."),
    ("Museum finds lost portrait", "The painting had hung unnoticed in a storeroom for eighty years."),
    ("Measles outbreak closes school", "Twelve pupils fell ill in Brenvik and health officials urged vaccination."),
    ("Central bank holds rates", "Policymakers kept borrowing costs at 3.5 per cent and pointed to inflation."),
    ("Rocket lifts weather satellite", "The probe reached its orbit after a flight of half an hour, the agency said."),
    ("Bees return to city roofs", "Keepers say that hives in the capital gave more honey than those in the fields."),
]
TWICE = {
    "barge": (
        ("Barge strikes Veldhaven bridge, two hurt", "A barge carrying gravel struck the Veldhaven bridge on Friday "
         "morning and two people were hurt."),
        ("Two hurt as barge hits bridge in Veldhaven", "Two people were hurt when a gravel barge hit the Veldhaven "
         "bridge on Friday morning, police said."),
    ),
    "verdict": (
        ("Former mayor of Leer found guilty of bribery", "A court in Leer convicted former mayor Jonas Brekke of "
         "taking bribes from a builder and sent him to prison for three years."),
        ("Brekke gets three years for bribes", "Jonas Brekke, once mayor of Leer, was convicted of bribery on Friday "
         "and must go to prison for three years, the court ruled."),
    ),
    "quake": (
        ("Quake of magnitude 6.1 shakes Taravel", "An earthquake of magnitude 6.1 struck off Taravel at dawn; no "
         "damage was reported, the seismic institute said."),
        ("Taravel wakes to strong earthquake", "A magnitude 6.1 earthquake shook Taravel shortly after dawn. The "
         "seismic institute knew of no damage."),
    ),
}  # fmt: skip


def reports(told: list[tuple[str, str]]) -> list[Entry]:
    return [
        entry(text, headline=headline, outlet=f"Outlet {at}", at=f"2024-05-03T{8 + at % 12:02}:00")
        for at, (headline, text) in enumerate(told)
    ]


def dated_only(entries: list[Entry]) -> list[Entry]:
    return [
        Entry(
            id=each.id,
            document=each.document,
            outlet=each.outlet,
            headline=each.headline,
            blocks=each.blocks,
            date=each.date,
        )
        for each in entries
    ]


def events(entries: list[Entry]) -> list[Link]:
    found = link(entries, {}, Linking(), Curation())
    return [each for each in found if each.relation is not Relation.RELATED]


@pytest.mark.parametrize("size", [2, 3, 5, 10])
@pytest.mark.parametrize("timed", [True, False])
def test_unrelated_entries_are_not_linked_however_few_there_are(size: int, timed: bool) -> None:
    for first in range(len(UNRELATED) - size + 1):
        entries = reports(UNRELATED[first : first + size])
        assert events(entries if timed else dated_only(entries)) == []


@pytest.mark.parametrize("size", [0, 1, 3, 8])
@pytest.mark.parametrize("timed", [True, False])
@pytest.mark.parametrize("event", sorted(TWICE))
def test_two_reports_of_one_event_are_the_only_link_among_few(event: str, timed: bool, size: int) -> None:
    entries = reports([*TWICE[event], *UNRELATED[:size]])
    (found,) = events(entries if timed else dated_only(entries))
    assert {found.a, found.b} == {entries[0].id, entries[1].id}


def test_two_desks_that_tell_the_same_in_another_order_of_words_copy_nothing() -> None:
    (found,) = events(reports([*TWICE["barge"], UNRELATED[0]]))
    assert found.relation is Relation.CORROBORATES


def test_weekdays_and_months_are_no_names() -> None:
    (found,) = events(reports(list(TWICE["barge"])))
    assert "Veldhaven" in found.evidence.names
    assert "Friday" not in found.evidence.names
