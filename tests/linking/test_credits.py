"""Who an entry says it has its report from, and who is a shared source."""

from __future__ import annotations

import pytest

from generator.linking.credits import CreditKind, credits_of, credits_outlet, mentioned, shared
from generator.model import BlockKind
from tests.linking.accounts import entry


def third_parties(text: str, *, headline: str | None = None, outlet: str = "Harbour Post") -> list[str]:
    return [c.name for c in credits_of(entry(text, headline=headline, outlet=outlet)) if c.is_third_party]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The sale is planned, Reuters reported, citing two officials.", "Reuters"),
        ("The Reuters news agency has reported a sale.", "Reuters"),
        ("“We are ready,” the minister told AFP.", "Agence France-Presse"),
        ("AP, quoting a source at the ministry, says a crack was found.", "Associated Press"),
        ("A letter seen by the dpa news agency names three firms.", "dpa"),
        ("“We welcome it,” the envoy told the Rossiya 24 broadcaster.", "Rossiya 24"),
        ("Four shrines were burned, the Kyiv Independent has reported.", "Kyiv Independent"),
        ("The vote was won, public broadcaster DR has projected.", "DR"),
        ("The cashier was dismissed, the Marsh Lane Courier reports.", "Marsh Lane Courier"),
        ('The newspaper "Volna" writes that he came from the north.', "Volna"),
        ("A local paper, the Tideway Examiner, is naming the man.", "Tideway Examiner"),
        ("Shots were heard, according to state TV.", "state media"),
        ("MILLTON (Reuters) - The dam is holding.", "Reuters"),
    ],
)
def test_a_third_party_is_credited_in_many_ways(text: str, name: str) -> None:
    assert third_parties(text) == [name]


def test_a_headline_credits_after_a_dash_and_before_a_colon() -> None:
    assert third_parties("", headline="Crack found in dam – Interfax") == ["Interfax"]
    assert third_parties("", headline="Reuters: crack found in dam") == ["Reuters"]


def test_a_speaker_who_announces_his_own_matter_is_no_third_party() -> None:
    (credit,) = credits_of(entry(headline="Rockets moved to the border - Pentagon"))
    assert (credit.name, credit.kind, credit.is_third_party) == ("Pentagon", CreditKind.SPEAKER, False)


@pytest.mark.parametrize(
    "text",
    [
        "Two Reuters photographers were hurt in the blast.",
        "The dome of the observatory. Jane Roe/AP/FILE",
        "He read The Times on the terrace.",
        "The railway station was closed.",
        "The blaze on the Evening Star broke out at five.",
    ],
)
def test_a_name_that_only_occurs_is_no_credit(text: str) -> None:
    assert third_parties(text) == []


def test_captions_and_bylines_are_not_read() -> None:
    assert credits_of(entry("A street. Photo by John Roe, Reuters reported", kind=BlockKind.CAPTION)) == ()
    assert credits_of(entry("told AFP", kind=BlockKind.BYLINE)) == ()


def test_an_outlet_is_no_credit_of_its_own() -> None:
    assert third_parties("“Never,” he told Sputnik.", outlet="Sputnik International") == []
    assert third_parties("“Never,” he told Sputnik.", outlet="Harbour Post") == ["Sputnik"]


def test_an_archive_adds_names_to_the_list() -> None:
    text = "The vote is off, Nordwind reported."
    assert third_parties(text) == []
    assert [c.name for c in credits_of(entry(text), ["Nordwind"])] == ["Nordwind"]


def test_two_entries_share_the_agency_that_both_credit_under_any_of_its_names() -> None:
    a = credits_of(entry("He fled, AFP reported."))
    b = credits_of(entry("He fled, Agence France-Presse has reported.", outlet="Lamp"))
    assert shared(a, b) == ("Agence France-Presse",)


def test_a_bare_report_is_the_one_that_the_other_names() -> None:
    named = credits_of(entry("A sale is near, Reuters reported."))
    bare = credits_of(entry(headline="Drones to be sold - Report", outlet="Lamp"))
    assert shared(named, bare) == ("Reuters",)
    assert shared(bare, credits_of(entry(headline="Drones to be sold - Pentagon"))) == ()


def test_two_different_agencies_are_no_shared_source() -> None:
    assert shared(credits_of(entry("X, Reuters reported.")), credits_of(entry("X, AFP reported."))) == ()


def test_a_report_that_credits_the_other_outlet_rests_on_it() -> None:
    credits = credits_of(entry("The vault is empty, the Harbour Post reports.", outlet="Lamp"))
    assert credits_outlet(credits, "Harbour Post")
    assert not credits_outlet(credits, "Tideway Examiner")


def test_a_credited_name_counts_however_the_other_text_brings_it() -> None:
    credits = credits_of(entry("He leads, the broadcaster NTK said."))
    assert mentioned(credits, "NTK's poll has him ahead.", "Lamp") == ("NTK",)
    assert mentioned(credits, "He is ahead.", "Lamp") == ()
