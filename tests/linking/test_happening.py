"""What speaks against two accounts being of one happening."""

from __future__ import annotations

import pytest

from generator.linking.happening import Verdict, same_happening
from tests.linking.accounts import entry

FLOOD = entry("The river broke its bank in Millton on Tuesday and flooded the lower town.", at="2021-05-04T06:00")


def test_nothing_speaks_against_two_reports_of_one_flood() -> None:
    other = entry("Millton's lower town is under water, the baker tells us.", outlet="Lamp", at="2021-05-04T07:00")
    assert same_happening(FLOOD, other).verdict is Verdict.OPEN


def test_like_words_a_day_later_in_another_town_are_another_happening() -> None:
    other = entry(
        "The river broke its bank in Orla on Wednesday and flooded a school.", outlet="Lamp", at="2021-05-05T06:30"
    )
    assert same_happening(FLOOD, other).verdict is Verdict.NONE


def test_another_spelling_of_the_town_is_no_other_town() -> None:
    other = entry("The water level in Milltown is falling.", outlet="State Wire", at="2021-05-05T06:30")
    assert same_happening(FLOOD, other).verdict is Verdict.OPEN


def test_reports_weeks_apart_are_never_of_one_happening() -> None:
    other = entry(
        "The river broke its bank in Millton and flooded the lower town.", outlet="Lamp", at="2021-06-04T06:30"
    )
    assert same_happening(FLOOD, other).verdict is Verdict.NONE


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Floods in the valley: what we know", "The river broke its bank in Millton. Two villages are cut off."),
        (
            None,
            "The river flooded Millton. The prime minister sent condolences. A leaked letter warned of it. "
            "The army is sending boats.",
        ),
    ],
)
def test_a_roundup_only_mentions_it(headline: str | None, text: str) -> None:
    found = same_happening(FLOOD, entry(text, headline=headline, outlet="Lamp", at="2021-05-04T18:00"))
    assert found.verdict is Verdict.RELATED
    assert "roundup" in found.why


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister expressed sorrow over the flood in Millton.",
        "A leaked memo shows that the bank in Millton was rotten.",
        "Prosecutors have opened an inquiry into the flood in Millton.",
        "Insurers say the flood in Millton will cost them dear.",
        "The mayor of Millton apologised for the late alarm.",
    ],
)
def test_what_lies_beside_a_happening_is_related(text: str) -> None:
    assert same_happening(FLOOD, entry(text, outlet="Lamp", at="2021-05-04T10:00")).verdict is Verdict.RELATED


def test_two_reports_of_one_reaction_are_not_parted() -> None:
    a = entry("The prime minister expressed sorrow over the flood.", at="2021-05-04T10:00")
    b = entry("The prime minister is mourning with Millton.", outlet="Lamp", at="2021-05-04T10:10")
    assert same_happening(a, b).verdict is Verdict.OPEN


def test_a_shared_quotation_joins_a_statement_and_a_report_of_it() -> None:
    a = entry("“We shall rebuild every single house,” the mayor said in the hall.", at="2021-05-04T10:00")
    b = entry("The mayor condemned looters and promised: “We shall rebuild every single house.”", outlet="Lamp")
    assert same_happening(a, b).verdict is Verdict.OPEN


def test_the_order_of_the_two_does_not_matter() -> None:
    other = entry("The prime minister expressed sorrow.", outlet="Lamp", at="2021-05-04T10:00")
    assert same_happening(FLOOD, other) == same_happening(other, FLOOD)
